// Windows as pictures in memory, and the script that drives them.
#include "base/file.h"
#include "platform/machine_inside.h"
#include "platform/picture.h"

#include <SDL.h>

static bool begin(Machine *machine, const MachineOptions *options, Error *error) {
    Str bad;
    return script_parse(&machine->arena, options->script, &machine->script, &bad) ||
           error_set(error, ERROR_SYSTEM, 0, bad);
}

static void end(Machine *machine) {
    (void)machine;
}

static void close_window(Window *window) {
    (void)window; // it was a picture
}

static void set_title(Window *window, const char *title) {
    (void)window;
    (void)title; // the window keeps it itself
}

static bool begin_painting(Window *window, WindowSize size, Error *error) {
    machine_end_painting(window);
    window->size = size;
    window->copy = SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 32, SDL_PIXELFORMAT_RGB888);
    window->surface = window->copy;
    if (!window->surface) {
        return error_set(error, ERROR_SYSTEM, 0, str_from_c(SDL_GetError()));
    }
    window->painter = painter_create(window->machine->fonts, window->surface);
    return true;
}

static bool open_window(Window *window, const WindowOptions *options, Error *error) {
    return begin_painting(window, (WindowSize){SDL_max(options->width, 1), SDL_max(options->height, 1)}, error);
}

static void give(Machine *machine, const UiInput *input) {
    Window *window = window_with_focus(machine);
    if (window && !machine->done) {
        machine_give(window, input);
        machine_catch_up(machine);
    }
}

// A key types its character too while a field has the focus, as with a keyboard.
static void run_input(Machine *machine, const UiInput *input) {
    UiInput given = *input;
    if (given.kind == INPUT_DOWN) {
        given.clicks = machine_count_clicks(machine, input->x, input->y);
    }
    const Window *window = window_with_focus(machine);
    bool types = given.kind == INPUT_KEY && given.text.len > 0 && window && window->frame->types;
    given.text = given.kind == INPUT_KEY ? (Str){0} : given.text;
    give(machine, &given);
    if (types) {
        give(machine, &(UiInput){.kind = INPUT_TEXT, .text = input->text, .repeats = input->repeats});
    }
}

// Stops at each moment that a window wants to be asked at, at most once a millisecond.
static void run_wait(Machine *machine, int32_t ms) {
    int64_t until = machine->clock_ms + ms;
    int64_t next = machine_wake_at(machine);
    while (next != 0 && next <= until && machine->clock_ms < until && !machine->done) {
        machine->clock_ms = SDL_max(next, machine->clock_ms + 1);
        machine_tick(machine);
        next = machine_wake_at(machine);
    }
    if (machine->clock_ms < until && !machine->done) {
        machine->clock_ms = until;
        machine_tick(machine);
    }
}

static bool run_size(Machine *machine, WindowSize size, Error *error) {
    Window *window = window_with_focus(machine);
    if (!begin_painting(window, size, error)) {
        return false;
    }
    give(machine, &(UiInput){.kind = INPUT_RESIZE});
    return true;
}

static bool shows_focus(const UiFrame *frame, Str name) {
    bool found = false;
    for (int32_t i = 0; i < frame->tree.count; i++) {
        const UiTreeNode *node = &frame->tree.rows[i];
        found = found || (node->focused && node->rect.height > 0 && str_equal(node->name, name));
    }
    return found;
}

// As somebody gets there without a mouse: what is out of sight comes into it on the way round.
static bool run_focus(Machine *machine, Str name, Error *error) {
    int32_t most = window_with_focus(machine)->frame->tree.count;
    bool found = false;
    for (int32_t i = 0; i <= most && !found; i++) {
        const Window *window = window_with_focus(machine);
        found = window && shows_focus(window->frame, name);
        if (!found && i < most) {
            run_input(machine, &(UiInput){.kind = INPUT_KEY, .key = KEY_TAB});
        }
    }
    return found || error_set(error, ERROR_NOT_FOUND, 0, name);
}

static bool can_be_pressed(const UiTreeNode *node) {
    bool takes = node->role == ROLE_BUTTON || node->role == ROLE_LINK || node->role == ROLE_OPTION ||
                 node->role == ROLE_CHECKBOX || node->role == ROLE_RADIO || node->role == ROLE_TAB ||
                 node->role == ROLE_ITEM;
    return takes && node->enabled;
}

// As far as it is in sight; empty: it is not.
static Rect find_pressed(const Machine *machine, Str name) {
    const Window *window = window_with_focus(machine);
    for (int32_t i = 0; window && i < window->frame->tree.count; i++) {
        const UiTreeNode *node = &window->frame->tree.rows[i];
        if (can_be_pressed(node) && node->rect.width > 0 && str_equal(node->name, name)) {
            return node->rect;
        }
    }
    return (Rect){0};
}

static Rect turn_wheel(Machine *machine, Str name, int32_t notches) {
    const Window *window = window_with_focus(machine);
    UiInput wheel = {.kind = INPUT_MOVE};
    if (window) {
        wheel.x = window->size.width / 3;
        wheel.y = window->size.height / 2;
    }
    give(machine, &wheel);
    wheel.kind = INPUT_WHEEL;
    wheel.wheel_y = notches;
    give(machine, &wheel);
    return find_pressed(machine, name);
}

// As somebody gets there with the mouse alone: down the page, and where it is not below, up again, until as much of it
// is in sight as can be.
static bool run_press(Machine *machine, Str name, Error *error) {
    enum { NOTCHES = 60 };
    Rect rect = find_pressed(machine, name);
    int32_t step = -1;
    for (int32_t i = 0; i < 2 * NOTCHES && rect.height == 0; i++) {
        step = i < NOTCHES ? -1 : 1;
        rect = turn_wheel(machine, name, step);
    }
    Rect more = turn_wheel(machine, name, step);
    while (more.height > rect.height) {
        rect = more;
        more = turn_wheel(machine, name, step);
    }
    rect = more.height < rect.height ? turn_wheel(machine, name, -step) : more;
    if (rect.height == 0) {
        return error_set(error, ERROR_NOT_FOUND, 0, name);
    }
    static const UiInputKind KINDS[] = {INPUT_MOVE, INPUT_DOWN, INPUT_UP};
    UiInput pointer = {.x = rect.x + rect.width / 2, .y = rect.y + rect.height / 2};
    for (int32_t i = 0; i < 3; i++) {
        pointer.kind = KINDS[i];
        run_input(machine, &pointer);
    }
    return true;
}

// Clicks of two windows make no double click.
static bool run_window(Machine *machine, Window *window) {
    machine->focus = window;
    machine->click.count = 0;
    return true;
}

static bool write_shot(Window *window, Str path, Error *error) {
    Rect rects[PAINT_MOST_RECTS];
    (void)machine_paint_damage(window, false, rects);
    Arena scratch = {0};
    bool written = file_write(path, picture_to_png(&scratch, window->surface), error);
    arena_finish(&scratch);
    return written;
}

static bool write_tree(const Window *window, Str path, Error *error) {
    Arena scratch = {0};
    bool written = file_write(path, tree_to_json(&scratch, window->frame), error);
    arena_finish(&scratch);
    return written;
}

static bool run_quit(Machine *machine) {
    machine_give(machine->windows.rows[0], &(UiInput){.kind = INPUT_END});
    return true;
}

static bool run_step(Machine *machine, const ScriptStep *step, Error *error) {
    Window *window = step->window.len > 0 ? window_find(machine, step->window) : window_with_focus(machine);
    if (!window) {
        return error_set(error, ERROR_NOT_FOUND, 0, step->window);
    }
    switch (step->kind) {
    case SCRIPT_INPUT:
        run_input(machine, &step->input);
        return true;
    case SCRIPT_WAIT:
        run_wait(machine, step->ms);
        return true;
    case SCRIPT_SIZE:
        return run_size(machine, (WindowSize){step->width, step->height}, error);
    case SCRIPT_FOCUS:
        return run_focus(machine, step->name, error);
    case SCRIPT_PRESS:
        return run_press(machine, step->name, error);
    case SCRIPT_WINDOW:
        return run_window(machine, window);
    case SCRIPT_SHOT:
        return write_shot(window, step->path, error);
    case SCRIPT_TREE:
        return write_tree(window, step->path, error);
    case SCRIPT_SPEECH:
        return file_write(step->path, speech_log(machine->speech), error);
    case SCRIPT_QUIT:
        return run_quit(machine);
    }
    return true;
}

static bool goes_on(const Machine *machine) {
    return !machine->done && machine->windows.count > 0;
}

// An app that did not end by itself ends with the script; after `quit` nothing more is done, whatever the app says.
static bool run(Machine *machine, Error *error) {
    for (int32_t i = 0; i < machine->script.count && goes_on(machine); i++) {
        if (machine->woken) {
            machine->woken = false;
            give(machine, &(UiInput){.kind = INPUT_IDLE});
        }
        const ScriptStep *step = &machine->script.rows[i];
        if (!run_step(machine, step, error)) {
            return false;
        }
        if (step->kind == SCRIPT_QUIT) {
            return true;
        }
    }
    return true;
}

static void wake(Machine *machine) {
    machine->woken = true;
}

static int64_t now_ms(const Machine *machine) {
    return machine->clock_ms;
}

static Str get_clipboard(const Machine *machine, Arena *arena) {
    return str_copy(arena, machine->clipboard);
}

static void set_clipboard(const char *text) {
    (void)text; // the machine keeps it
}

static bool open_path(Arena *scratch, Str path) {
    (void)scratch;
    (void)path;
    return true;
}

static bool start(const SystemCommand *command) {
    (void)command;
    return true;
}

static int32_t count_displays(const Machine *machine) {
    (void)machine;
    return 2;
}

static void watch_displays(Machine *machine, bool watched) {
    (void)machine;
    (void)watched;
}

static int64_t look_at_displays(const Machine *machine) {
    (void)machine;
    return 0;
}

const World WORLD_IN_MEMORY = {
    .speech = SPEECH_LOG,
    .begin = begin,
    .end = end,
    .open = open_window,
    .close = close_window,
    .set_title = set_title,
    .run = run,
    .wake = wake,
    .open_path = open_path,
    .start = start,
    .count_displays = count_displays,
    .watch_displays = watch_displays,
    .look_at_displays = look_at_displays,
    .now_ms = now_ms,
    .get_clipboard = get_clipboard,
    .set_clipboard = set_clipboard,
};
