// Two windows on a display: SDL's dummy driver has windows, pixels and pushed events, and no focus but what is pushed.
#include "pair.h"
#include "quiet.h"

#include <SDL.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MARK = 0xFF00FF, CORNER = 3 };

static int begin(void **state) {
    Pair *pair = calloc(1, sizeof *pair);
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    pair_begin(pair, "");
    *state = pair;
    return 0;
}

static int end(void **state) {
    Pair *pair = *state;
    pair_end(pair);
    free(pair);
    return 0;
}

static bool run(Pair *pair, void (*after)(void *context, PairWindow window)) {
    pair->after = after;
    return pair_run(pair);
}

static void push(SDL_Event event) {
    assert_int_equal(SDL_PushEvent(&event), 1);
}

static SDL_Window *find_window(PairWindow window) {
    enum { MOST = 1000 };
    for (Uint32 id = 1; id < MOST; id++) {
        SDL_Window *found = SDL_GetWindowFromID(id);
        if (found && str_equal(str_from_c(SDL_GetWindowTitle(found)), PAIR_NAMES[window])) {
            return found;
        }
    }
    return NULL;
}

static Uint32 id_of(PairWindow window) {
    SDL_Window *found = find_window(window);
    assert_non_null(found);
    return SDL_GetWindowID(found);
}

static void push_key(Uint32 id, SDL_Keycode code) {
    push((SDL_Event){.key = {.type = SDL_KEYDOWN,
                             .windowID = id,
                             .state = SDL_PRESSED,
                             .keysym = {SDL_GetScancodeFromKey(code), code, KMOD_NONE, 0}}});
}

static void push_window(Uint32 id, SDL_WindowEventID event) {
    push(
        (SDL_Event){.window = {.type = SDL_WINDOWEVENT, .windowID = id, .event = (Uint8)event, .data1 = QUIET_PUSHED}});
}

static void push_quit(void) {
    push((SDL_Event){.type = SDL_QUIT});
}

static Uint32 *pixel_of(PairWindow window, int32_t x, int32_t y) {
    SDL_Surface *surface = SDL_GetWindowSurface(find_window(window));
    assert_non_null(surface);
    return (Uint32 *)(void *)((Uint8 *)surface->pixels + (ptrdiff_t)y * surface->pitch) + x;
}

static UiInputKind last_kind(const Pair *pair, PairWindow window) {
    return pair->given[window][pair->asked[window] - 1].kind;
}

static void a_window_that_is_to_be_black_is_so_at_once_and_others_wait(void **state) {
    (void)state;
    assert_true((SDL_GetWindowFlags(find_window(PAIR_AUDIENCE)) & SDL_WINDOW_SHOWN) != 0);
    assert_true((SDL_GetWindowFlags(find_window(PAIR_PRESENTER)) & SDL_WINDOW_SHOWN) == 0);
    assert_int_equal(*pixel_of(PAIR_AUDIENCE, CORNER, CORNER) & 0xFFFFFF, 0);
}

// From here on `asked` tells how far a run has come: the first frames are asked for in the order of the windows.
static bool is_begun(const Pair *pair, PairWindow window) {
    return window == PAIR_AUDIENCE && pair->asked[PAIR_AUDIENCE] == 1;
}

static void count_in_both(void *context, PairWindow window) {
    const Pair *pair = context;
    if (is_begun(pair, window)) {
        push_key(id_of(PAIR_PRESENTER), SDLK_a);
        push_key(id_of(PAIR_AUDIENCE), SDLK_a);
        push_key(0, SDLK_a);
        push_key(999, SDLK_a); // of a window that is gone
        push_quit();
    }
}

static void events_go_to_the_window_they_name(void **state) {
    Pair *pair = *state;
    assert_true(run(pair, count_in_both));
    assert_int_equal(pair->votes, 3);
    assert_int_equal(pair->given[PAIR_PRESENTER][1].kind, INPUT_KEY);
    assert_int_equal(pair->given[PAIR_AUDIENCE][1].kind, INPUT_IDLE); // what the other did comes first
    assert_int_equal(pair->given[PAIR_AUDIENCE][2].kind, INPUT_KEY);
    assert_int_equal(pair->given[PAIR_PRESENTER][2].kind, INPUT_IDLE);
    assert_int_equal(pair->given[PAIR_PRESENTER][3].kind, INPUT_KEY);
    assert_int_equal(last_kind(pair, PAIR_PRESENTER), INPUT_END);
    assert_int_equal(pair->asked[PAIR_AUDIENCE], 3);
}

static void give_the_focus_away(void *context, PairWindow window) {
    const Pair *pair = context;
    if (is_begun(pair, window)) {
        push_key(0, SDLK_TAB); // to the field
        push_window(id_of(PAIR_AUDIENCE), SDL_WINDOWEVENT_FOCUS_GAINED);
        push_key(0, SDLK_a);
        push_window(id_of(PAIR_PRESENTER), SDL_WINDOWEVENT_FOCUS_GAINED);
        push((SDL_Event){.type = SDL_QUIT});
    } else if (window == PAIR_AUDIENCE && last_kind(pair, window) == INPUT_KEY) {
        assert_false(SDL_IsTextInputActive()); // it has no field
        assert_ptr_equal(window_with_focus(pair->machine), window_find(pair->machine, PAIR_NAMES[window]));
    } else if (last_kind(pair, window) == INPUT_END) {
        assert_true(SDL_IsTextInputActive());
        assert_ptr_equal(window_with_focus(pair->machine), window_find(pair->machine, PAIR_NAMES[window]));
    }
}

static void what_names_no_window_goes_to_the_focus(void **state) {
    Pair *pair = *state;
    assert_true(run(pair, give_the_focus_away));
    assert_int_equal(pair->votes, 1);
}

static void close_the_audience(void *context, PairWindow window) {
    const Pair *pair = context;
    if (is_begun(pair, window)) {
        push_window(id_of(PAIR_AUDIENCE), SDL_WINDOWEVENT_FOCUS_GAINED);
        push_window(id_of(PAIR_AUDIENCE), SDL_WINDOWEVENT_CLOSE);
        push_key(id_of(PAIR_AUDIENCE), SDLK_a);
        push_key(0, SDLK_a);
        push_quit();
    }
}

static void closing_one_leaves_the_other(void **state) {
    Pair *pair = *state;
    assert_true(run(pair, close_the_audience));
    assert_null(find_window(PAIR_AUDIENCE));
    assert_null(window_find(pair->machine, PAIR_NAMES[PAIR_AUDIENCE]));
    assert_non_null(find_window(PAIR_PRESENTER));
    assert_int_equal(pair->votes, 1);
    assert_int_equal(last_kind(pair, PAIR_PRESENTER), INPUT_END);
}

static void open_again(void *context, PairWindow window) {
    const Pair *pair = context;
    if (is_begun(pair, window)) {
        push_key(id_of(PAIR_PRESENTER), SDLK_c);
        push_key(id_of(PAIR_PRESENTER), SDLK_o);
    } else if (window == PAIR_AUDIENCE && pair->asked[window] == 2) {
        push_quit();
    }
}

static void a_window_opened_meanwhile_is_asked_for_its_frame(void **state) {
    Pair *pair = *state;
    assert_true(run(pair, open_again));
    assert_int_equal(pair->asked[PAIR_AUDIENCE], 2);
    assert_non_null(find_window(PAIR_AUDIENCE));
}

// Once both are painted a pixel of the audience is spoilt: what is not painted again keeps the mark.
static void spoil_the_audience(void *context, PairWindow window) {
    const Pair *pair = context;
    if (is_begun(pair, window)) {
        push_window(id_of(PAIR_PRESENTER), SDL_WINDOWEVENT_LEAVE); // answered when the first pictures are there
    } else if (window == PAIR_AUDIENCE && pair->asked[window] == 2) {
        *pixel_of(PAIR_AUDIENCE, CORNER, CORNER) = MARK;
        push_key(id_of(PAIR_PRESENTER), SDLK_RIGHT); // changes nothing in the audience
    } else if (window == PAIR_AUDIENCE && pair->asked[window] == 3) {
        push_key(id_of(PAIR_PRESENTER), SDLK_n);
    } else if (window == PAIR_AUDIENCE && pair->asked[window] == 4) {
        assert_int_equal(*pixel_of(PAIR_AUDIENCE, CORNER, CORNER) & 0xFFFFFF, MARK);
        push_quit();
    }
}

static void only_what_differs_in_a_window_is_painted_there(void **state) {
    Pair *pair = *state;
    assert_true(run(pair, spoil_the_audience));
    assert_int_equal(pair->asked[PAIR_AUDIENCE], 4);
    assert_true(pair->black);
    assert_int_equal(*pixel_of(PAIR_AUDIENCE, CORNER, CORNER) & 0xFFFFFF, 0); // then it was black
}

static void tick(void *context, PairWindow window) {
    Pair *pair = context;
    if (is_begun(pair, window)) {
        push_key(id_of(PAIR_AUDIENCE), SDLK_w);
    } else if (window == PAIR_AUDIENCE && pair->asked[window] == 5) {
        pair->ticks[window] = false;
        push_quit();
    }
}

static void either_window_can_ask_to_be_woken(void **state) {
    Pair *pair = *state;
    assert_true(run(pair, tick));
    int32_t last = pair->asked[PAIR_AUDIENCE] - 1;
    assert_true(last >= 4);
    assert_true(pair->given[PAIR_AUDIENCE][last].now_ms >= pair->given[PAIR_AUDIENCE][1].now_ms + 30);
}

static Uint32 quit_later(Uint32 interval, void *context) {
    (void)interval;
    (void)context;
    push_quit();
    return 0;
}

static void nothing_is_asked_while_nothing_happens(void **state) {
    Pair *pair = *state;
    SDL_TimerID timer = SDL_AddTimer(200, quit_later, NULL);
    assert_true(run(pair, NULL));
    SDL_RemoveTimer(timer);
    assert_int_equal(pair->asked[PAIR_PRESENTER], 2); // its first frame, and leaving
    assert_int_equal(pair->asked[PAIR_AUDIENCE], 1);
}

static void toggle_full_screen(void *context, PairWindow window) {
    const Pair *pair = context;
    if (is_begun(pair, window)) {
        push_key(id_of(PAIR_AUDIENCE), SDLK_F11);
        push_quit();
    }
}

static void full_screen_is_of_the_window_that_asks(void **state) {
    Pair *pair = *state;
    assert_true(run(pair, toggle_full_screen));
    assert_true((SDL_GetWindowFlags(find_window(PAIR_AUDIENCE)) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0);
    assert_true((SDL_GetWindowFlags(find_window(PAIR_PRESENTER)) & SDL_WINDOW_FULLSCREEN_DESKTOP) == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_window_that_is_to_be_black_is_so_at_once_and_others_wait, begin, end),
        cmocka_unit_test_setup_teardown(events_go_to_the_window_they_name, begin, end),
        cmocka_unit_test_setup_teardown(what_names_no_window_goes_to_the_focus, begin, end),
        cmocka_unit_test_setup_teardown(closing_one_leaves_the_other, begin, end),
        cmocka_unit_test_setup_teardown(a_window_opened_meanwhile_is_asked_for_its_frame, begin, end),
        cmocka_unit_test_setup_teardown(only_what_differs_in_a_window_is_painted_there, begin, end),
        cmocka_unit_test_setup_teardown(either_window_can_ask_to_be_woken, begin, end),
        cmocka_unit_test_setup_teardown(nothing_is_asked_while_nothing_happens, begin, end),
        cmocka_unit_test_setup_teardown(full_screen_is_of_the_window_that_asks, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
