// The room's screen through an evening of a case, for looking at:
//     room FONTS CASE WIDTHxHEIGHT "STEPS"
// where the space bar goes on by a page, and hands and words come by themselves.
#include "base/embedded.h"
#include "base/file.h"
#include "platform/window.h"
#include "scenario/scenario_parse.h"
#include "view/room_tour.h"
#include "view/view_audience.h"

#include <stdio.h>

typedef struct {
    Arena arena, scratch;
    Catalog words;
    Tour tour;
} Gallery;

static const UiFrame *answer(void *context, Window *window, const UiInput *input, WindowSize size) {
    enum { HEIGHT = 1080, SECOND_MS = 1000 };
    Gallery *gallery = context;
    Group *group = &gallery->tour.group;
    Ui *ui = window_ui(window);
    GroupAction screen = {
        .kind = GROUP_SCREEN, .value = size.width * HEIGHT / size.height, .now_ms = group->now_ms + SECOND_MS};
    (void)group_update(group, &screen);
    if (input->kind == INPUT_KEY && input->key == KEY_SPACE) {
        (void)tour_step(&gallery->tour);
    }
    UiPreferences preferences = {.theme = THEME_PROJECTOR, .scale = UI_SCALE_ROOM, .words = &gallery->words};
    ui_begin(ui, input, size.width, size.height, preferences);
    Telling telling = {.session = &group->solo.session,
                       .story = &group->solo.story,
                       .catalog = &gallery->words,
                       .arena = ui_arena(ui)};
    Audience audience = audience_create(group, &telling);
    view_audience(ui, &audience);
    return ui_end(ui);
}

static const Scenario *read_case(Gallery *gallery, const char *path) {
    Error error;
    Str bytes;
    Framework framework;
    Findings findings = {.arena = &gallery->arena};
    framework_read(&gallery->arena, &gallery->scratch, &framework);
    if (!file_load(&gallery->arena, str_from_c(path), LIMIT_FILE_BYTES, &bytes, &error)) {
        return NULL;
    }
    const Scenario *scenario = scenario_parse(&gallery->arena, &gallery->scratch, &framework, bytes, &findings);
    return findings.error_count == 0 ? scenario : NULL;
}

static bool show(Gallery *gallery, const char *fonts, WindowSize size, const char *steps) {
    Error error;
    Machine *machine =
        machine_create(&(MachineOptions){.fonts = str_from_c(fonts), .script = str_from_c(steps)}, &error);
    WindowOptions window = {.name = S("room"), .width = size.width, .height = size.height};
    bool fine = machine != NULL && window_open(machine, &window, &error) != NULL &&
                machine_run(machine, &(App){.context = gallery, .answer = answer}, &error);
    machine_destroy(machine);
    return fine;
}

int main(int argc, char **argv) {
    static Gallery gallery = {.tour.words = S_INIT("Reformuler avant de proposer, et dire ce que l’on fait.")};
    if (argc != 5) {
        return 2;
    }
    Str tall = str_from_c(argv[3]);
    Str wide = str_cut(&tall, 'x');
    WindowSize size = {0};
    const Scenario *scenario = read_case(&gallery, argv[2]);
    if (!str_to_int(wide, &size.width) || !str_to_int(tall, &size.height) || scenario == NULL ||
        !catalog_read(&gallery.words, embedded_find(S("fr.mo")))) {
        return 2;
    }
    tour_begin(&gallery.tour, &(GroupStart){.solo = {.scenario = scenario, .seed = 7}, .present = 14}, 3);
    bool fine = show(&gallery, argv[1], size, argv[4]);
    group_finish(&gallery.tour.group);
    arena_finish(&gallery.scratch);
    arena_finish(&gallery.arena);
    return fine ? 0 : 3;
}
