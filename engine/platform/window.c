#include "platform/window.h"

#include "platform/font.h"
#include "platform/machine_inside.h"

#include <SDL.h>

static const UiFrame NOTHING = {0};

void machine_end_painting(Window *window) {
    painter_destroy(window->painter);
    SDL_FreeSurface(window->copy);
    if (window->renderer) {
        SDL_DestroyRenderer(window->renderer); // its texture too
    }
    window->painter = NULL;
    window->surface = window->copy = NULL;
    window->renderer = NULL;
    window->texture = NULL;
}

static void destroy(Window *window) {
    arena_finish(&window->titled);
    ui_destroy(window->ui);
    machine_end_painting(window);
    window->machine->world->close(window);
    Arena arena = window->arena;
    arena_finish(&arena);
}

Window *window_open(Machine *machine, const WindowOptions *options, Error *error) {
    ASSERT(!window_find(machine, options->name));
    Arena arena = {0};
    Window *window = arena_push(&arena, Window, 1);
    *window = (Window){.arena = arena, .machine = machine, .frame = &NOTHING, .stale = true};
    window->name = str_copy(&window->arena, options->name);
    window->title = str_copy(&window->titled, options->title);
    if (!machine->world->open(window, options, error)) {
        destroy(window);
        return NULL;
    }
    window->ui = ui_create(machine_typesetter(machine), machine_clipboard(machine));
    *rows_append(&machine->arena, &machine->windows) = window;
    return window;
}

void window_close(Window *window) {
    window->closed = true;
}

void machine_sweep(Machine *machine, bool all) {
    int32_t kept = 0;
    for (int32_t i = 0; i < machine->windows.count; i++) {
        Window *window = machine->windows.rows[i];
        if (!window->closed && !all) {
            machine->windows.rows[kept++] = window;
            continue;
        }
        machine->focus = machine->focus == window ? NULL : machine->focus;
        destroy(window);
    }
    machine->windows.count = kept;
}

Window *window_find(const Machine *machine, Str name) {
    for (int32_t i = 0; i < machine->windows.count; i++) {
        Window *window = machine->windows.rows[i];
        if (!window->closed && str_equal(window->name, name)) {
            return window;
        }
    }
    return NULL;
}

Window *window_with_focus(const Machine *machine) {
    Window *first = machine->windows.count > 0 ? machine->windows.rows[0] : NULL;
    return machine->focus ? machine->focus : first;
}

Str window_name(const Window *window) {
    return window->name;
}

void window_set_title(Window *window, Str title) {
    Arena fresh = {0};
    char *copy = str_to_c(&fresh, title);
    arena_finish(&window->titled);
    window->titled = fresh;
    window->title = (Str){copy, title.len};
    window->machine->world->set_title(window, copy);
}

Str window_title(const Window *window) {
    return window->title;
}

bool window_get_place(const Window *window, WindowPlace *place) {
    *place = window->next.restored ? window->next : window->place;
    place->restored = window->next.restored;
    return place->width > 0;
}

Ui *window_ui(const Window *window) {
    return window->ui;
}

// The app for a frame; what it says is said.
static void ask(Window *window, const UiInput *input) {
    Machine *machine = window->machine;
    UiInput asked = *input;
    asked.now_ms = machine_now_ms(machine);
    window->stale = false;
    const UiFrame *frame = machine->app->answer(machine->app->context, window, &asked, window->size);
    window->frame = frame ? frame : &NOTHING;
    machine->done = machine->done || window->frame->done;
    for (int32_t i = 0; i < window->frame->says.count; i++) {
        const UiUtterance *says = &window->frame->says.rows[i];
        speech_say(machine->speech, says->text, says->language, says->interrupts);
    }
}

// An input is answered against the page that somebody saw: one that is no older than what was done.
void machine_give(Window *window, const UiInput *input) {
    Machine *machine = window->machine;
    if (window->stale) {
        ask(window, &(UiInput){.kind = INPUT_IDLE});
    }
    if (!window->closed) {
        ask(window, input);
    }
    for (int32_t i = 0; i < machine->windows.count; i++) {
        Window *other = machine->windows.rows[i];
        other->stale = other->stale || other != window;
    }
    machine_sweep(machine, false);
}

void machine_catch_up(Machine *machine) {
    for (int32_t i = 0; i < machine->windows.count && !machine->done; i++) {
        Window *window = machine->windows.rows[i];
        if (window->stale && !window->closed) {
            ask(window, &(UiInput){.kind = INPUT_IDLE});
        }
    }
    machine_sweep(machine, false);
}

static int64_t earlier(int64_t a_ms, int64_t b_ms) {
    return a_ms != 0 && (b_ms == 0 || a_ms < b_ms) ? a_ms : b_ms;
}

int64_t machine_wake_at(const Machine *machine) {
    int32_t news_ms = speech_news_ms(machine->speech);
    int64_t earliest = news_ms >= 0 ? SDL_max(machine_now_ms(machine) + news_ms, 1) : 0;
    earliest = earlier(machine->world->look_at_displays(machine), earliest);
    for (int32_t i = 0; i < machine->windows.count; i++) {
        earliest = earlier(machine->windows.rows[i]->frame->wake_at_ms, earliest);
    }
    return earliest;
}

void machine_tick(Machine *machine) {
    for (int32_t i = 0; i < machine->windows.count; i++) {
        machine->windows.rows[i]->stale = true;
    }
    machine_catch_up(machine);
}

int32_t machine_paint_damage(Window *window, bool dark, Rect *rects) {
    const UiFrame *frame = dark ? &NOTHING : window->frame;
    return !window->painter ? 0
                            : painter_paint(window->painter, &frame->draws, window->size.width, window->size.height,
                                            rects, PAINT_MOST_RECTS);
}
