#include "easel.h"
#include "platform/machine_inside.h"
#include "quiet.h"
#include "toy.h"

#include <SDL.h>

typedef struct {
    Toy toy;
    App app;
    Error error;
    Machine *machine;
} Case;

static int begin(void **state) {
    Case *it = calloc(1, sizeof *it);
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    toy_init(&it->toy);
    it->machine = machine_create(&(MachineOptions){.fonts = S(FONT_FOLDER)}, &it->error);
    it->toy.machine = it->machine;
    quiet_driver();
    *state = it;
    WindowOptions window = {
        .name = S("main"), .title = S("Jouet"), .width = 640, .height = 400, .fit = WINDOW_AS_LARGE};
    return it->machine && window_open(it->machine, &window, &it->error) ? 0 : -1;
}

static int end(void **state) {
    Case *it = *state;
    machine_destroy(it->machine);
    toy_finish(&it->toy);
    free(it);
    return 0;
}

static void run(Case *it, void (*after)(void *context, int32_t count)) {
    it->toy.after = after;
    it->app = toy_app(&it->toy);
    assert_true(machine_run(it->machine, &it->app, &it->error));
}

static void push(SDL_Event event) {
    assert_int_equal(SDL_PushEvent(&event), 1);
}

static void push_key(SDL_Keycode code, SDL_Scancode scancode, SDL_Keymod mod) {
    push((SDL_Event){.key = {.type = SDL_KEYDOWN, .state = SDL_PRESSED, .keysym = {scancode, code, (Uint16)mod, 0}}});
}

// Past the queue, once the app has run: SDL 2 over SDL 3 passes neither a text nor a wheel on as it was pushed,
// though it brings those that the system sends.
static void hand_over(Case *it, SDL_Event event) {
    it->toy.after = NULL;
    display_handle(it->machine, &event);
}

static void hand_text_over(Case *it, const char *text) {
    SDL_Event event = {.text = {.type = SDL_TEXTINPUT}};
    SDL_strlcpy(event.text.text, text, sizeof event.text.text);
    hand_over(it, event);
}

static void push_quit(void) {
    push((SDL_Event){.type = SDL_QUIT});
}

static void leave_at_once(void *context, int32_t count) {
    (void)context;
    if (count == 1) {
        push_quit();
    }
}

static void the_first_frame_is_asked_for_before_anything_happens(void **state) {
    Case *it = *state;
    run(it, leave_at_once);
    assert_int_equal(it->toy.kinds[0], INPUT_IDLE);
    assert_int_equal(it->toy.frame.width, 640);
    assert_int_equal(it->toy.frame.height, 400);
    assert_int_equal(it->toy.kinds[it->toy.count - 1], INPUT_END);
}

// Only the keys and texts among what the app was given.
static int32_t collect(const Toy *toy, UiInput *inputs) {
    int32_t count = 0;
    for (int32_t i = 0; i < toy->count; i++) {
        if (toy->kinds[i] != INPUT_IDLE && toy->kinds[i] < INPUT_RESIZE) {
            inputs[count++] = toy->last[i];
        }
    }
    return count;
}

static void press_keys(void *context, int32_t count) {
    (void)context;
    if (count != 1) {
        return;
    }
    push_key(SDLK_a, SDL_SCANCODE_Q, KMOD_NONE);         // AZERTY: the key cap counts
    push_key(SDLK_AMPERSAND, SDL_SCANCODE_1, KMOD_NONE); // and the place of digits
    push_key(SDLK_KP_5, SDL_SCANCODE_KP_5, KMOD_NUM);    // keypad
    push_key(SDLK_KP_8, SDL_SCANCODE_KP_8, KMOD_NONE);   // the same without NumLock
    push_key(SDLK_RETURN, SDL_SCANCODE_RETURN, KMOD_LCTRL);
    push_key(SDLK_e, SDL_SCANCODE_E, KMOD_RALT | KMOD_LCTRL); // AltGr on some systems
    push_key(SDLK_TAB, SDL_SCANCODE_TAB, KMOD_LSHIFT);
    push_key(SDLK_COLON, SDL_SCANCODE_PERIOD, KMOD_LSHIFT); // as on a French keyboard
    push_key(SDLK_F5, SDL_SCANCODE_F5, KMOD_NONE);
    push_key(0x444, SDL_SCANCODE_F, KMOD_NONE); // a Cyrillic letter on the key of F
    push_key(SDLK_CAPSLOCK, SDL_SCANCODE_CAPSLOCK, KMOD_NONE);
    push_quit();
}

static void keys_are_named_by_their_caps_and_digits_by_their_place(void **state) {
    Case *it = *state;
    run(it, press_keys);
    static const struct {
        int32_t key, modifiers;
    } EXPECTED[] = {{'a', 0},
                    {'1', 0},
                    {'5', 0},
                    {KEY_UP, 0},
                    {KEY_ENTER, MOD_CTRL},
                    {'e', 0},
                    {KEY_TAB, MOD_SHIFT},
                    {KEY_SLASH, MOD_SHIFT},
                    {KEY_F5, 0},
                    {'f', 0},
                    {KEY_OTHER, 0}};
    UiInput inputs[TOY_INPUTS] = {0};
    assert_int_equal(collect(&it->toy, inputs), COUNT(EXPECTED));
    for (int32_t i = 0; i < COUNT(EXPECTED); i++) {
        assert_int_equal(inputs[i].kind, INPUT_KEY);
        assert_int_equal(inputs[i].key, EXPECTED[i].key);
        assert_int_equal(inputs[i].modifiers, EXPECTED[i].modifiers);
    }
}

static void enter_the_field(void *context, int32_t count) {
    (void)context;
    if (count == 1) {
        assert_false(SDL_IsTextInputActive());
        push_key(SDLK_TAB, SDL_SCANCODE_TAB, KMOD_NONE);
        push_quit();
    }
}

static void text_comes_only_while_a_field_has_the_focus(void **state) {
    Case *it = *state;
    run(it, enter_the_field);
    assert_true(SDL_IsTextInputActive());
    hand_text_over(it, "é");
    assert_true(str_equal(str_built(&it->toy.typed), S("é")));
}

static void use_the_mouse(void *context, int32_t count) {
    (void)context;
    if (count != 1) {
        return;
    }
    for (int32_t x = 1; x <= 50; x++) {
        push((SDL_Event){.motion = {.type = SDL_MOUSEMOTION, .x = x, .y = 7}});
    }
    push((SDL_Event){.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .clicks = 2, .x = 50, .y = 7}});
    push((SDL_Event){.button = {.type = SDL_MOUSEBUTTONUP, .button = SDL_BUTTON_LEFT, .clicks = 2, .x = 50, .y = 7}});
    push((SDL_Event){.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_RIGHT, .clicks = 1}});
    push_quit();
}

static void of_a_pointers_way_only_the_end_is_told(void **state) {
    Case *it = *state;
    run(it, use_the_mouse);
    hand_over(it, (SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .y = -2}});
    hand_over(it, (SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .x = 1, .direction = SDL_MOUSEWHEEL_FLIPPED}});
    hand_over(it, (SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_LEAVE}});
    UiInput inputs[TOY_INPUTS] = {0};
    int32_t count = collect(&it->toy, inputs);
    assert_int_equal(count, 6);
    assert_int_equal(inputs[0].kind, INPUT_MOVE);
    assert_int_equal(inputs[0].x, 50);
    assert_int_equal(inputs[0].y, 7);
    assert_int_equal(inputs[1].kind, INPUT_DOWN);
    assert_int_equal(inputs[1].clicks, 2);
    assert_int_equal(inputs[2].kind, INPUT_UP);
    assert_int_equal(inputs[3].wheel_y, -2);
    assert_int_equal(inputs[4].wheel_x, -1);
    assert_int_equal(inputs[5].kind, INPUT_MOVE);
    assert_int_equal(inputs[5].x, -1);
}

// Its path is SDL's to lend and the machine's to give back, which the sanitizer holds.
static void the_wheel_with_ctrl_and_the_button_for_going_back_are_keys(void **state) {
    Case *it = *state;
    run(it, leave_at_once);
    it->toy.count = 0;
    SDL_SetModState(KMOD_LCTRL);
    hand_over(it, (SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .y = 3}});
    hand_over(it, (SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .y = -1}});
    hand_over(it, (SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .x = 1}});
    SDL_SetModState(KMOD_NONE);
    hand_over(it, (SDL_Event){.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_X1, .clicks = 1}});
    hand_over(it, (SDL_Event){.button = {.type = SDL_MOUSEBUTTONUP, .button = SDL_BUTTON_X1}});
    static const int32_t WANTED[][2] = {{KEY_PLUS, MOD_CTRL}, {KEY_MINUS, MOD_CTRL}, {KEY_LEFT, MOD_ALT}};
    assert_int_equal(it->toy.count, COUNT(WANTED));
    for (int32_t i = 0; i < COUNT(WANTED); i++) {
        assert_int_equal(it->toy.last[i].kind, INPUT_KEY);
        assert_int_equal(it->toy.last[i].key, WANTED[i][0]);
        assert_int_equal(it->toy.last[i].modifiers, WANTED[i][1]);
    }
}

static SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y) {
    return (SDL_Event){.tfinger = {.type = type, .fingerId = id, .x = x, .y = y}};
}

static void the_first_finger_counts_alone(void **state) {
    Case *it = *state;
    run(it, leave_at_once);
    it->toy.count = 0;
    hand_over(it, finger(SDL_FINGERDOWN, 7, 0.5F, 0.25F));
    hand_over(it, finger(SDL_FINGERDOWN, 8, 0.1F, 0.1F));
    hand_over(it, finger(SDL_FINGERMOTION, 8, 0.2F, 0.1F));
    hand_over(it, finger(SDL_FINGERMOTION, 7, 0.5F, 0.5F));
    hand_over(it, finger(SDL_FINGERUP, 8, 0.2F, 0.1F));
    hand_over(it, finger(SDL_FINGERUP, 7, 0.5F, 0.5F));
    hand_over(it, finger(SDL_FINGERMOTION, 7, 0.6F, 0.5F));
    hand_over(it, finger(SDL_FINGERDOWN, 9, 0.5F, 0.5F));
    static const UiInputKind KINDS[] = {INPUT_DOWN, INPUT_MOVE, INPUT_UP, INPUT_DOWN};
    assert_int_equal(it->toy.count, COUNT(KINDS));
    for (int32_t i = 0; i < COUNT(KINDS); i++) {
        assert_int_equal(it->toy.last[i].kind, KINDS[i]);
        assert_true(it->toy.last[i].touches);
    }
    assert_int_equal(it->toy.last[0].x, 320);
    assert_int_equal(it->toy.last[0].y, 100);
    assert_int_equal(it->toy.last[0].clicks, 1);
    assert_int_equal(it->toy.last[3].clicks, 1); // elsewhere
}

static void a_title_changes_and_a_place_is_known(void **state) {
    Case *it = *state;
    run(it, leave_at_once);
    Window *window = window_find(it->machine, S("main"));
    assert_true(str_equal(window_title(window), S("Jouet")));
    window_set_title(window, S("Été – Jouet"));
    assert_true(str_equal(window_title(window), S("Été – Jouet")));
    assert_string_equal(SDL_GetWindowTitle(window->window), "Été – Jouet");
    SDL_Event moved = {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_MOVED}};
    hand_over(it, moved);
    WindowPlace place;
    assert_true(window_get_place(window, &place));
    assert_true(place.restored);
    assert_int_equal(place.width, 640);
    assert_int_equal(place.height, 400);
}

static void a_window_stands_where_it_stood_as_far_as_there_is_room(void **state) {
    Case *it = *state;
    SDL_Rect room;
    assert_int_equal(SDL_GetDisplayUsableBounds(0, &room), 0);
    static const WindowPlace PLACES[] = {{.x = 40, .y = 30, .width = 700, .height = 420},
                                         {.x = 900000, .y = -90000, .width = 70000, .height = 70000},
                                         {.x = 900, .y = 700, .width = 800, .height = 600}};
    for (int32_t i = 0; i < COUNT(PLACES); i++) {
        WindowOptions options = {
            .name = S("again"), .title = S("Encore"), .fit = WINDOW_AS_LARGE, .place = PLACES[i], .display = -1};
        Window *window = window_open(it->machine, &options, &it->error);
        assert_non_null(window);
        int x, y, width, height;
        SDL_GetWindowPosition(window->window, &x, &y);
        SDL_GetWindowSize(window->window, &width, &height);
        assert_true(x >= room.x && x + width <= room.x + room.w && y >= room.y && y + height <= room.y + room.h);
        assert_true(i != 0 || (x == 40 && y == 30 && width == 700 && height == 420));
        window_close(window);
        machine_sweep(it->machine, false);
    }
}

static void a_file_let_go_over_the_window_is_told(void **state) {
    static const char PATH[] = "/usb/Mon cas.json";
    Case *it = *state;
    run(it, leave_at_once);
    char *path = SDL_malloc(sizeof PATH);
    assert_non_null(path);
    SDL_memcpy(path, PATH, sizeof PATH);
    hand_over(it, (SDL_Event){.drop = {.type = SDL_DROPFILE, .file = path}});
    UiInput inputs[TOY_INPUTS] = {0};
    int32_t count = collect(&it->toy, inputs);
    assert_int_equal(count, 1);
    assert_int_equal(inputs[0].kind, INPUT_DROP);
    assert_int_equal(inputs[0].text.len, sizeof PATH - 1);
}

static void resize(void *context, int32_t count) {
    const Toy *toy = context;
    if (count == 1) {
        SDL_SetWindowSize(toy->machine->windows.rows[0]->window, 800, 500);
    } else if (toy->frame.width == 800) {
        push_quit();
    }
}

static void another_size_is_told_with_the_next_frame(void **state) {
    Case *it = *state;
    run(it, resize);
    assert_int_equal(it->toy.frame.width, 800);
    assert_int_equal(it->toy.frame.height, 500);
}

static int wake(void *context) {
    SDL_Delay(5);
    machine_wake(context);
    return 0;
}

static void wake_from_a_thread(void *context, int32_t count) {
    const Toy *toy = context;
    if (count == 1) {
        SDL_DetachThread(SDL_CreateThread(wake, "wake", toy->machine));
    } else if (toy->kinds[count - 1] == INPUT_IDLE) {
        push_quit();
    }
}

static void a_thread_can_wake_the_app(void **state) {
    Case *it = *state;
    run(it, wake_from_a_thread);
    assert_true(it->toy.count >= 3);
}

static void leave_after_some_time(void *context, int32_t count) {
    Toy *toy = context;
    if (count == 4) {
        push_quit();
        toy->every_ms = 0;
    }
}

static void an_app_is_woken_when_it_wants(void **state) {
    Case *it = *state;
    it->toy.every_ms = 10;
    run(it, leave_after_some_time);
    int32_t idle = 0;
    for (int32_t i = 1; i < it->toy.count; i++) {
        if (it->toy.kinds[i] == INPUT_IDLE) {
            idle++;
            assert_true(it->toy.times[i] >= it->toy.times[i - 1]);
        }
    }
    assert_true(idle >= 2);
}

// As a machine that sleeps, or a program that is stopped, between two inputs.
static void sleep_once(void *context, int32_t count) {
    (void)context;
    if (count == 2) {
        SDL_Delay(3500);
        push_key(SDLK_RIGHT, SDL_SCANCODE_RIGHT, KMOD_NONE);
        push_quit();
    } else if (count == 1) {
        push_key(SDLK_RIGHT, SDL_SCANCODE_RIGHT, KMOD_NONE);
    }
}

static void no_time_passes_while_the_program_cannot_run(void **state) {
    Case *it = *state;
    run(it, sleep_once);
    assert_int_equal(it->toy.kinds[2], INPUT_KEY);
    run(it, leave_at_once); // the clock goes on from there
    assert_true(machine_now_ms(it->machine) - it->toy.times[1] < 3000);
}

static void press_f11(void *context, int32_t count) {
    (void)context;
    if (count == 1) {
        push_key(SDLK_F11, SDL_SCANCODE_F11, KMOD_NONE);
        push_key(SDLK_ESCAPE, SDL_SCANCODE_ESCAPE, KMOD_NONE);
        push_quit();
    }
}

static void full_screen_is_the_machines_affair(void **state) {
    Case *it = *state;
    run(it, press_f11);
    UiInput inputs[TOY_INPUTS] = {0};
    assert_int_equal(collect(&it->toy, inputs), 1);
    assert_int_equal(inputs[0].key, KEY_ESCAPE);
    assert_true((SDL_GetWindowFlags(it->machine->windows.rows[0]->window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0);
}

static void the_clipboard_is_the_systems(void **state) {
    Case *it = *state;
    Arena arena = {0};
    Clipboard clipboard = machine_clipboard(it->machine);
    clipboard.set(clipboard.context, S("« été »"));
    char *text = SDL_GetClipboardText();
    assert_string_equal(text, "« été »");
    SDL_free(text);
    SDL_SetClipboardText("autre");
    assert_true(str_equal(clipboard.get(clipboard.context, &arena), S("autre")));
    arena_finish(&arena);
}

static void a_display_that_is_not_there_is_refused(void **state) {
    (void)state;
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "nothing");
    Error error = {0};
    assert_null(machine_create(&(MachineOptions){.fonts = S(FONT_FOLDER)}, &error));
    assert_int_equal(error.code, ERROR_SYSTEM);
    assert_true(error.path[0] != '\0');
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_first_frame_is_asked_for_before_anything_happens, begin, end),
        cmocka_unit_test_setup_teardown(keys_are_named_by_their_caps_and_digits_by_their_place, begin, end),
        cmocka_unit_test_setup_teardown(text_comes_only_while_a_field_has_the_focus, begin, end),
        cmocka_unit_test_setup_teardown(of_a_pointers_way_only_the_end_is_told, begin, end),
        cmocka_unit_test_setup_teardown(the_wheel_with_ctrl_and_the_button_for_going_back_are_keys, begin, end),
        cmocka_unit_test_setup_teardown(the_first_finger_counts_alone, begin, end),
        cmocka_unit_test_setup_teardown(a_title_changes_and_a_place_is_known, begin, end),
        cmocka_unit_test_setup_teardown(a_window_stands_where_it_stood_as_far_as_there_is_room, begin, end),
        cmocka_unit_test_setup_teardown(a_file_let_go_over_the_window_is_told, begin, end),
        cmocka_unit_test_setup_teardown(another_size_is_told_with_the_next_frame, begin, end),
        cmocka_unit_test_setup_teardown(a_thread_can_wake_the_app, begin, end),
        cmocka_unit_test_setup_teardown(an_app_is_woken_when_it_wants, begin, end),
        cmocka_unit_test_setup_teardown(no_time_passes_while_the_program_cannot_run, begin, end),
        cmocka_unit_test_setup_teardown(full_screen_is_the_machines_affair, begin, end),
        cmocka_unit_test_setup_teardown(the_clipboard_is_the_systems, begin, end),
        cmocka_unit_test(a_display_that_is_not_there_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
