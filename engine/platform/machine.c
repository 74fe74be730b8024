#include "platform/machine.h"

#include "platform/machine_inside.h"

#include <SDL.h>

static void wake(void *context) {
    machine_wake(context);
}

static bool begin(Machine *machine, const MachineOptions *options, Error *error) {
    machine->fonts = fonts_create(options->fonts, error);
    machine->own_fonts = font_machine_create();
    if (machine->fonts) {
        fonts_use_finder(machine->fonts, font_machine_finder(machine->own_fonts));
    }
    machine->speech = speech_create(machine->world->speech, wake, machine);
    return machine->fonts && machine->world->begin(machine, options, error);
}

Machine *machine_create(const MachineOptions *options, Error *error) {
    Arena arena = {0};
    Machine *machine = arena_push(&arena, Machine, 1);
    *machine = (Machine){.arena = arena,
                         .world = options->script.len > 0 ? &WORLD_IN_MEMORY : &WORLD_OF_DISPLAYS,
                         .software = options->software};
    if (!begin(machine, options, error)) {
        machine_destroy(machine);
        return NULL;
    }
    return machine;
}

// Closed at once, SDL's own word to wake up would still be on its way to one: X ends a program for that.
void machine_hide_windows(Machine *machine) {
    for (int32_t i = 0; i < machine->windows.count; i++) {
        if (machine->windows.rows[i]->window) {
            SDL_HideWindow(machine->windows.rows[i]->window);
        }
    }
}

void machine_destroy(Machine *machine) {
    if (!machine) {
        return;
    }
    speech_destroy(machine->speech);
    machine_sweep(machine, true);
    machine->world->end(machine);
    fonts_destroy(machine->fonts);
    font_machine_destroy(machine->own_fonts);
    arena_finish(&machine->clipped);
    Arena arena = machine->arena;
    arena_finish(&arena);
    if (SDL_WasInit(0) == 0) {
        SDL_Quit(); // hints and what else is nobody's
    }
}

bool machine_run(Machine *machine, const App *app, Error *error) {
    machine->app = app;
    machine_catch_up(machine);
    return machine->world->run(machine, error);
}

Typesetter machine_typesetter(Machine *machine) {
    return fonts_typesetter(machine->fonts);
}

static Str get_text(void *context, Arena *arena) {
    const Machine *machine = context;
    return machine->world->get_clipboard(machine, arena);
}

static void set_text(void *context, Str text) {
    Machine *machine = context;
    Arena fresh = {0};
    char *copy = str_to_c(&fresh, text); // before the old one goes, for it may be part of it
    arena_finish(&machine->clipped);
    machine->clipped = fresh;
    machine->clipboard = (Str){copy, text.len};
    machine->world->set_clipboard(copy);
}

Clipboard machine_clipboard(Machine *machine) {
    return (Clipboard){machine, get_text, set_text};
}

void machine_use_family(Machine *machine, FontFamily family) {
    fonts_use_family(machine->fonts, family);
    for (int32_t i = 0; i < machine->windows.count; i++) {
        const Window *window = machine->windows.rows[i];
        ui_forget_fonts(window->ui);
        if (window->painter) {
            painter_forget(window->painter);
        }
    }
}

void machine_set_language(Machine *machine, Str language) {
    speech_set_language(machine->speech, language);
}

void machine_want_voice(Machine *machine, bool wanted) {
    speech_want(machine->speech, wanted);
}

VoiceState machine_voice(Machine *machine) {
    return speech_voice(machine->speech);
}

bool machine_open_path(Machine *machine, Str path) {
    Arena scratch = {0};
    bool given = machine->world->open_path(&scratch, path);
    arena_finish(&scratch);
    return given;
}

bool machine_start(Machine *machine, const SystemCommand *command) {
    return machine->world->start(command);
}

int32_t machine_count_displays(const Machine *machine) {
    return machine->world->count_displays(machine);
}

void machine_watch_displays(Machine *machine, bool watched) {
    machine->world->watch_displays(machine, watched);
}

void machine_wake(Machine *machine) {
    machine->world->wake(machine);
}

// The second on the same spot within half a second is a double click.
int32_t machine_count_clicks(Machine *machine, int32_t x, int32_t y) {
    enum { DOUBLE_CLICK_MS = 500, DOUBLE_CLICK_PIXELS = 32 };
    int64_t now_ms = machine_now_ms(machine);
    bool again = machine->click.count > 0 && now_ms - machine->click.at_ms <= DOUBLE_CLICK_MS &&
                 SDL_abs(x - machine->click.x) <= DOUBLE_CLICK_PIXELS &&
                 SDL_abs(y - machine->click.y) <= DOUBLE_CLICK_PIXELS;
    machine->click.count = again ? machine->click.count + 1 : 1;
    machine->click.x = x;
    machine->click.y = y;
    machine->click.at_ms = now_ms;
    return machine->click.count;
}

int64_t machine_now_ms(const Machine *machine) {
    return machine->world->now_ms(machine);
}
