#include "app/start.h"
#include "base/system.h"
#include "player/player_program.h"

enum { OWN_GROUP, OWN_PRESENT };

static const StartOption OWN[] = {
    [OWN_GROUP] = {.spec = {S_INIT("group"), OPTIONS_FLAG, 0},
                   .about = TR_INIT("play the case with a group, before a projector")},
    [OWN_PRESENT] = {.spec = {S_INIT("present"), OPTIONS_INT, 0},
                     .operand = S_INIT("N"),
                     .about = TR_INIT("… of so many people"),
                     .most = TALLY_MOST},
};

static void keep_window(Player *player, Machine *machine) {
    const Window *window = window_find(machine, S("main"));
    WindowPlace place;
    if (window && window_get_place(window, &place)) {
        app_keep_window(&player->app, place);
    }
}

static bool run(Start *start, Machine *machine, Error *error) {
    Player *player = arena_push(&start->arena, Player, 1);
    player_begin(player, &(PlayerStart){.app = start_app(start, machine),
                                        .editor = system_find_beside(&start->arena, start->path, S("palabre-editor")),
                                        .case_path = start->options.operand,
                                        .group = start->options.own[OWN_GROUP].given,
                                        .present = start->options.own[OWN_PRESENT].number,
                                        .today = system_today(&start->arena),
                                        .seed = start->options.headless ? 1 : system_seed()});
    Shell shell;
    shell_init(&shell, player_program(player), machine);
    bool fine = machine_run(machine, &(App){.context = &shell, .answer = shell_answer}, error);
    shell_finish(&shell);
    keep_window(player, machine);
    machine_hide_windows(machine);
    player_finish(player);
    return fine;
}

int main(int argc, char **argv) {
    return start_main(
        &(StartProgram){.name = S("palabre"),
                        .title = S("Palabre"),
                        .version = S(PALABRE_VERSION),
                        .options = OWN,
                        .option_count = COUNT(OWN),
                        .usage = TR("palabre [--group] [FILE]\n"
                                    "Plays branching role-play cases and quizzes.\n"),
                        .too_many = TR("Only one situation can be opened; “{0}” is too much."),
                        .no_window = TR("Palabre could not open its window: no display, or fonts are missing ({0}). "
                                        "In a terminal, “palabre-cli play” plays the same cases."),
                        .run = run},
        argc, argv);
}
