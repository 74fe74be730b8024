// The loop of a machine with displays, and what its windows share there: one keyboard, one pointer.
#include "platform/machine_inside.h"

#include <SDL.h>

enum { EVENTS_MOST = 64 }; // answered before there is a picture again

static Window *find_by_id(const Machine *machine, Uint32 id) {
    for (int32_t i = 0; i < machine->windows.count; i++) {
        if (SDL_GetWindowID(machine->windows.rows[i]->window) == id) {
            return machine->windows.rows[i];
        }
    }
    return NULL;
}

// 0: it concerns no window.
static Uint32 id_of(const SDL_Event *event) {
    switch (event->type) {
    case SDL_KEYDOWN:
        return event->key.windowID;
    case SDL_TEXTINPUT:
        return event->text.windowID;
    case SDL_TEXTEDITING:
        return event->edit.windowID;
    case SDL_MOUSEMOTION:
        return event->motion.windowID;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return event->button.windowID;
    case SDL_MOUSEWHEEL:
        return event->wheel.windowID;
    case SDL_DROPFILE:
        return event->drop.windowID;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        return event->tfinger.windowID;
    case SDL_WINDOWEVENT:
        return event->window.windowID;
    default:
        return 0;
    }
}

// NULL: one that is gone.
static Window *window_of(const Machine *machine, const SDL_Event *event) {
    if (event->type == SDL_QUIT) {
        return machine->windows.rows[0];
    }
    Uint32 id = id_of(event);
    return id == 0 ? window_with_focus(machine) : find_by_id(machine, id);
}

static void follow_pointer(Machine *machine, UiPointer pointer) {
    static const SDL_SystemCursor SHAPES[POINTER_COUNT] = {
        [POINTER_ARROW] = SDL_SYSTEM_CURSOR_ARROW,
        [POINTER_HAND] = SDL_SYSTEM_CURSOR_HAND,
        [POINTER_TEXT] = SDL_SYSTEM_CURSOR_IBEAM,
    };
    if (pointer == machine->pointer) {
        return;
    }
    machine->pointer = pointer;
    if (!machine->cursors[pointer]) {
        machine->cursors[pointer] = SDL_CreateSystemCursor(SHAPES[pointer]);
    }
    SDL_SetCursor(machine->cursors[pointer]);
}

static int32_t to_window(int32_t pixels, int32_t size, int32_t size_px) {
    return size_px > 0 ? (int32_t)((int64_t)pixels * size / size_px) : pixels;
}

static void follow_caret(const Window *window) {
    int width, height;
    SDL_GetWindowSize(window->window, &width, &height);
    Rect caret = window->frame->caret;
    SDL_SetTextInputRect(&(SDL_Rect){
        to_window(caret.x, width, window->size.width), to_window(caret.y, height, window->size.height),
        to_window(caret.width, width, window->size.width), to_window(caret.height, height, window->size.height)});
}

static void follow_types(Machine *machine, bool types) {
    if (types == machine->types) {
        return;
    }
    machine->types = types;
    if (types) {
        SDL_StartTextInput();
    } else {
        SDL_StopTextInput();
    }
}

// Typing follows the window that has the focus, the pointer's shape the one that it is over.
static void follow(Machine *machine) {
    const Window *focus = window_with_focus(machine);
    SDL_Window *under = SDL_GetMouseFocus();
    const Window *pointed = under ? find_by_id(machine, SDL_GetWindowID(under)) : focus;
    if (pointed) {
        follow_pointer(machine, pointed->frame->pointer);
    }
    if (focus && focus->frame->types) {
        follow_caret(focus);
    }
    follow_types(machine, focus && focus->frame->types);
}

static void give(Window *window, const UiInput *input) {
    Machine *machine = window->machine;
    machine_give(window, input);
    follow(machine);
}

// A pointer's way counts by its last place alone, as long as nothing else happened meanwhile.
static bool is_overtaken(const SDL_Event *event) {
    SDL_Event next;
    return event->type == SDL_MOUSEMOTION && SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, 0, SDL_LASTEVENT) == 1 &&
           next.type == SDL_MOUSEMOTION && next.motion.windowID == event->motion.windowID;
}

// The key that is held for others and does nothing alone: it silences what is being said, as screen readers do.
static bool silences(const SDL_Event *event) {
    return event->type == SDL_KEYDOWN && (event->key.keysym.sym == SDLK_LCTRL || event->key.keysym.sym == SDLK_RCTRL);
}

static void reset_targets(Machine *machine) {
    for (int32_t i = 0; i < machine->windows.count; i++) {
        display_resize(machine->windows.rows[i]);
    }
}

static void follow_focus(Window *window) {
    window->machine->focus = window;
    follow(window->machine);
}

// Takes care of a window, besides what the app is told.
static void handle_window(Window *window, const SDL_WindowEvent *event) {
    if (event->event == SDL_WINDOWEVENT_EXPOSED) {
        display_expose(window);
    } else if (event->event == SDL_WINDOWEVENT_FOCUS_GAINED) {
        follow_focus(window);
    } else if (event->event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        display_resize(window);
    }
    display_follow_place(window);
}

// The first finger counts until it is lifted.
static bool is_another_finger(Machine *machine, const SDL_Event *event) {
    bool down = event->type == SDL_FINGERDOWN, up = event->type == SDL_FINGERUP;
    if (!down && !up && event->type != SDL_FINGERMOTION) {
        return false;
    }
    bool another = down ? machine->touched : !machine->touched || event->tfinger.fingerId != machine->finger;
    if (!another) {
        machine->touched = !up;
        machine->finger = event->tfinger.fingerId;
    }
    return another;
}

static void handle(Machine *machine, const SDL_Event *event) {
    if (silences(event)) {
        speech_stop(machine->speech);
    }
    if (event->type == SDL_RENDER_TARGETS_RESET || event->type == SDL_RENDER_DEVICE_RESET) {
        reset_targets(machine);
    }
    if (event->type == SDL_KEYDOWN) {
        machine->key_repeats = event->key.repeat != 0;
    }
    Window *window = window_of(machine, event);
    if (!window) {
        return;
    }
    if (event->type == SDL_WINDOWEVENT) {
        handle_window(window, &event->window);
    }
    UiInput input;
    if (is_overtaken(event) || is_another_finger(machine, event) || !display_translate(window, event, &input)) {
        return;
    }
    if (input.kind == INPUT_KEY && input.key == KEY_F11) {
        if (!input.repeats) {
            display_toggle_full_screen(window);
        }
        return;
    }
    give(window, &input);
}

void display_handle(Machine *machine, const SDL_Event *event) {
    handle(machine, event);
    if (event->type == SDL_DROPFILE) {
        SDL_free(event->drop.file); // SDL leaves it to whoever takes the event
    }
}

static int32_t wait_ms(const Machine *machine) {
    int64_t wake_at_ms = machine_wake_at(machine);
    if (wake_at_ms == 0) {
        return -1;
    }
    return (int32_t)SDL_clamp(wake_at_ms - machine_now_ms(machine), 1, 60 * 60 * 1000);
}

enum { LATE_MOST_MS = 2000 };

// A program that was stopped, or whose machine slept, lets no time pass meanwhile: what lies between the moment at
// which it wanted to go on and the one at which it could is taken out of its clock.
static void leave_out_sleep(Machine *machine, int64_t before_ms, int64_t wished_ms) {
    int64_t late_ms = machine_now_ms(machine) - before_ms - wished_ms;
    if (late_ms > LATE_MOST_MS) {
        machine->started_ms += (uint64_t)late_ms;
        display_wake(machine);
    }
}

// As long as nobody is to be asked: then nothing counts time.
static bool wait_for_event(Machine *machine, SDL_Event *event) {
    int64_t before_ms = machine_now_ms(machine);
    int32_t ms = wait_ms(machine);
    bool any = SDL_WaitEventTimeout(event, ms) != 0;
    if (ms >= 0) {
        leave_out_sleep(machine, before_ms, ms);
    }
    return any;
}

static bool goes_on(const Machine *machine) {
    return !machine->done && machine->windows.count > 0;
}

static void bring_up_to_date(Machine *machine) {
    display_guard(machine);
    int64_t wake_at_ms = machine_wake_at(machine);
    if (wake_at_ms != 0 && wake_at_ms <= machine_now_ms(machine)) {
        machine_tick(machine);
    } else {
        machine_catch_up(machine);
    }
    follow(machine);
}

static void paint(Machine *machine) {
    for (int32_t i = 0; i < machine->windows.count; i++) {
        display_paint(machine->windows.rows[i]);
    }
}

bool display_run(Machine *machine, Error *error) {
    (void)error;
    follow(machine);
    paint(machine);
    while (goes_on(machine)) {
        SDL_Event event;
        bool any = wait_for_event(machine, &event);
        int64_t before_ms = machine_now_ms(machine);
        for (int32_t i = 0; any && goes_on(machine); i++) {
            display_handle(machine, &event);
            any = i < EVENTS_MOST && SDL_PollEvent(&event) != 0;
        }
        bring_up_to_date(machine);
        paint(machine);
        leave_out_sleep(machine, before_ms, 0);
    }
    return true;
}
