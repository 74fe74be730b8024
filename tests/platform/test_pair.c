// Two windows without a display, driven by scripts that name them.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "pair.h"

#include "base/path.h"
#include "base/temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct {
    Pair pair;
    Arena arena;
    Str folder;
} Case;

static int begin(void **state) {
    Case *it = calloc(1, sizeof *it);
    it->folder = temporary_folder(&it->arena);
    *state = it;
    return it->folder.len > 0 ? 0 : -1;
}

static int end(void **state) {
    Case *it = *state;
    FileList names;
    if (!file_list(&it->arena, it->folder, S(""), &names, NULL)) {
        return -1;
    }
    for (int32_t i = 0; i < names.count; i++) {
        remove(str_to_c(&it->arena, path_join(&it->arena, it->folder, names.rows[i])));
    }
    int removed = rmdir(str_to_c(&it->arena, it->folder));
    arena_finish(&it->arena);
    free(it);
    return removed;
}

// `%s` in the script is the test's folder.
static bool run(Case *it, const char *script) {
    StrBuilder text = {.arena = &it->arena};
    for (Str rest = str_from_c(script); rest.len > 0;) {
        ptrdiff_t at = str_find(rest, S("%s"));
        str_add(&text, str_slice(rest, 0, at < 0 ? rest.len : at));
        str_add(&text, at < 0 ? (Str){0} : it->folder);
        rest = at < 0 ? (Str){0} : str_slice(rest, at + 2, rest.len);
    }
    void (*after)(void *, PairWindow) = it->pair.after;
    pair_begin(&it->pair, str_to_c(&it->arena, str_built(&text)));
    it->pair.after = after;
    bool fine = pair_run(&it->pair);
    pair_end(&it->pair);
    return fine;
}

static Str load(Case *it, const char *name) {
    enum { MOST = 4 * 1024 * 1024 };
    Str bytes = {0};
    assert_true(
        file_load(&it->arena, path_join(&it->arena, it->folder, str_from_c(name)), MOST, &bytes, &it->pair.error));
    return bytes;
}

static bool tells(Case *it, const char *name, const char *words) {
    return str_find(load(it, name), str_from_c(words)) >= 0;
}

static void each_window_shows_its_own(void **state) {
    Case *it = *state;
    assert_true(
        run(it, "shot:presenter=%s/p.png shot:audience=%s/a.png tree:presenter=%s/p.json tree:audience=%s/a.json"));
    assert_false(str_equal(load(it, "p.png"), load(it, "a.png")));
    assert_true(tells(it, "p.json", "\"width\": 640"));
    assert_true(tells(it, "a.json", "\"width\": 1440"));
    assert_true(tells(it, "p.json", "Une voix de plus"));
    assert_false(tells(it, "a.json", "Une voix de plus"));
    assert_true(tells(it, "a.json", "Voix : 0"));
}

static void an_input_to_one_changes_both(void **state) {
    Case *it = *state;
    assert_true(run(it, "shot:audience=%s/a.png key:a shot:audience=%s/b.png key:Return tree:audience=%s/a.json "
                        "tree:presenter=%s/p.json"));
    assert_false(str_equal(load(it, "a.png"), load(it, "b.png")));
    assert_true(tells(it, "a.json", "Voix : 2"));
    assert_true(tells(it, "p.json", "2 sur 14"));
    assert_int_equal(it->pair.asked[PAIR_PRESENTER], 3);
    assert_int_equal(it->pair.asked[PAIR_AUDIENCE], 3);
    assert_int_equal(it->pair.given[PAIR_AUDIENCE][1].kind, INPUT_IDLE);
}

static void without_a_name_it_is_the_window_that_has_the_focus(void **state) {
    Case *it = *state;
    assert_true(run(it, "tree:%s/p.json window:audience tree:%s/a.json key:a window:presenter tree:%s/q.json"));
    assert_true(tells(it, "p.json", "0 sur 14"));
    assert_true(tells(it, "a.json", "Voix : 0"));
    assert_true(tells(it, "q.json", "1 sur 14"));
    assert_int_equal(it->pair.given[PAIR_AUDIENCE][1].kind, INPUT_KEY);
    assert_int_equal(it->pair.given[PAIR_PRESENTER][1].kind, INPUT_IDLE);
}

static void each_window_has_a_size_and_a_scale_of_its_own(void **state) {
    Case *it = *state;
    assert_true(run(it, "window:audience size:960x540 tree:%s/a.json tree:presenter=%s/p.json"));
    assert_true(tells(it, "a.json", "\"width\": 960"));
    assert_true(tells(it, "p.json", "\"width\": 640"));
    assert_true(tells(it, "a.json", "\"rect\": [10, 10, ")); // 20 units of half a pixel
    assert_true(tells(it, "p.json", "\"rect\": [20, 20, "));
}

static void a_window_that_is_not_open_ends_the_run(void **state) {
    static const char *const SCRIPTS[] = {"shot:nobody=/tmp/x.png key:a", "tree:nobody=/tmp/x.json key:a",
                                          "window:nobody key:a"};
    Case *it = *state;
    for (int32_t i = 0; i < COUNT(SCRIPTS); i++) {
        assert_false(run(it, SCRIPTS[i]));
        assert_int_equal(it->pair.error.code, ERROR_NOT_FOUND);
        assert_string_equal(it->pair.error.path, "nobody");
        assert_int_equal(it->pair.votes, 0);
    }
}

static void closing_one_leaves_the_other(void **state) {
    Case *it = *state;
    assert_true(run(it, "window:audience key:c key:a tree:%s/p.json"));
    assert_true(tells(it, "p.json", "1 sur 14"));
    assert_false(run(it, "key:c key:a tree:audience=%s/a.json"));
    assert_string_equal(it->pair.error.path, "audience");
    assert_int_equal(it->pair.asked[PAIR_AUDIENCE], 1);
    assert_int_equal(it->pair.votes, 1);
}

static void a_window_can_be_opened_again(void **state) {
    Case *it = *state;
    assert_true(run(it, "key:a key:c key:o tree:audience=%s/a.json tree:%s/p.json"));
    assert_true(tells(it, "a.json", "Voix : 1"));
    assert_true(tells(it, "p.json", "1 sur 14"));
}

static void a_window_that_shows_nothing_is_black(void **state) {
    Case *it = *state;
    assert_true(run(it, "shot:audience=%s/a.png key:n shot:audience=%s/b.png tree:audience=%s/b.json key:n "
                        "shot:audience=%s/c.png"));
    assert_true(str_equal(load(it, "a.png"), load(it, "c.png")));
    assert_true(load(it, "b.png").len < load(it, "a.png").len);
    assert_false(tells(it, "b.json", "role"));
}

static void windows_wake_in_the_order_of_their_times(void **state) {
    Case *it = *state;
    assert_true(run(it, "key:w wait:25 window:audience key:w wait:10"));
    static const int64_t TIMES[] = {0, 0, 10, 20, 25, 25, 35};
    assert_int_equal(it->pair.asked[PAIR_PRESENTER], COUNT(TIMES));
    for (int32_t i = 0; i < COUNT(TIMES); i++) {
        assert_int_equal(it->pair.given[PAIR_PRESENTER][i].now_ms, TIMES[i]);
    }
}

static void clicks_in_two_windows_make_no_double_click(void **state) {
    Case *it = *state;
    assert_true(run(it, "click:5,5 window:audience click:5,5 click:5,5"));
    int32_t downs = 0;
    for (int32_t i = 0; i < it->pair.asked[PAIR_AUDIENCE]; i++) {
        const UiInput *input = &it->pair.given[PAIR_AUDIENCE][i];
        if (input->kind == INPUT_DOWN) {
            assert_int_equal(input->clicks, ++downs);
        }
    }
    assert_int_equal(downs, 2);
}

static void leaving_is_asked_of_the_first(void **state) {
    Case *it = *state;
    assert_true(run(it, "window:audience quit"));
    assert_int_equal(it->pair.asked[PAIR_AUDIENCE], 1);
    assert_int_equal(it->pair.given[PAIR_PRESENTER][1].kind, INPUT_END);
}

static void close_all(void *context, PairWindow window) {
    Pair *pair = context;
    if (window == PAIR_AUDIENCE) {
        window_close(window_find(pair->machine, PAIR_NAMES[PAIR_PRESENTER]));
        window_close(window_find(pair->machine, PAIR_NAMES[PAIR_AUDIENCE]));
    }
}

static void without_a_window_a_program_ends(void **state) {
    Case *it = *state;
    it->pair.after = close_all;
    assert_true(run(it, "key:a key:a tree:/nowhere/at/all.json"));
    assert_int_equal(it->pair.votes, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_window_shows_its_own, begin, end),
        cmocka_unit_test_setup_teardown(an_input_to_one_changes_both, begin, end),
        cmocka_unit_test_setup_teardown(without_a_name_it_is_the_window_that_has_the_focus, begin, end),
        cmocka_unit_test_setup_teardown(each_window_has_a_size_and_a_scale_of_its_own, begin, end),
        cmocka_unit_test_setup_teardown(a_window_that_is_not_open_ends_the_run, begin, end),
        cmocka_unit_test_setup_teardown(closing_one_leaves_the_other, begin, end),
        cmocka_unit_test_setup_teardown(a_window_can_be_opened_again, begin, end),
        cmocka_unit_test_setup_teardown(a_window_that_shows_nothing_is_black, begin, end),
        cmocka_unit_test_setup_teardown(windows_wake_in_the_order_of_their_times, begin, end),
        cmocka_unit_test_setup_teardown(clicks_in_two_windows_make_no_double_click, begin, end),
        cmocka_unit_test_setup_teardown(leaving_is_asked_of_the_first, begin, end),
        cmocka_unit_test_setup_teardown(without_a_window_a_program_ends, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
