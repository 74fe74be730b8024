#include "app/start.h"
#include "base/system.h"
#include "editor/dictionary.h"
#include "editor/editor_program.h"

enum { OWN_COPY };

static const StartOption OWN[] = {
    [OWN_COPY] = {.spec = {S_INIT("copy"), OPTIONS_FLAG, 0}, .about = TR_INIT("begin a new situation from that one")}};

static bool run(Start *start, Machine *machine, Error *error) {
    Editor *editor = arena_push(&start->arena, Editor, 1);
    AppStart app = start_app(start, machine);
    app.beside = true;
    editor_begin(editor, &(EditorStart){.app = app,
                                        .path = start->options.operand,
                                        .copy = start->options.own[OWN_COPY].given,
                                        .today = system_today(&start->arena),
                                        .dictionaries = dictionary_folders(&start->arena)});
    Shell shell;
    shell_init(&shell, editor_program(editor), machine);
    bool fine = machine_run(machine, &(App){.context = &shell, .answer = shell_answer}, error);
    shell_finish(&shell);
    machine_hide_windows(machine);
    editor_finish(editor);
    return fine;
}

int main(int argc, char **argv) {
    return start_main(
        &(StartProgram){.name = S("palabre-editor"),
                        .title = S("Palabre"),
                        .version = S(PALABRE_VERSION),
                        .options = OWN,
                        .option_count = COUNT(OWN),
                        .usage = TR("palabre-editor [[--copy] FILE]\n"
                                    "Writes branching role-play cases and quizzes.\n"),
                        .too_many = TR("Only one situation can be opened; “{0}” is too much."),
                        .no_window =
                            TR("The editor could not open its window: no display, or fonts are missing ({0})."),
                        .run = run},
        argc, argv);
}
