#include "platform/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct {
    Arena arena;
    Script script;
    Str bad;
} Case;

static int begin(void **state) {
    *state = calloc(1, sizeof(Case));
    return 0;
}

static int end(void **state) {
    Case *it = *state;
    arena_finish(&it->arena);
    free(it);
    return 0;
}

static void parse(Case *it, Str text) {
    assert_true(script_parse(&it->arena, text, &it->script, &it->bad));
    assert_int_equal(it->bad.len, 0);
}

static void assert_text(Str actual, const char *expected) {
    assert_true(str_equal(actual, str_from_c(expected)));
}

static void assert_key(const Case *it, int32_t step, int32_t key, int32_t modifiers, const char *types) {
    const ScriptStep *row = &it->script.rows[step];
    assert_int_equal(row->kind, SCRIPT_INPUT);
    assert_int_equal(row->input.kind, INPUT_KEY);
    assert_int_equal(row->input.key, key);
    assert_int_equal(row->input.modifiers, modifiers);
    assert_text(row->input.text, types);
}

static void nothing_is_a_script_without_steps(void **state) {
    Case *it = *state;
    parse(it, S("  "));
    assert_int_equal(it->script.count, 0);
}

static void keys_have_names_and_modifiers(void **state) {
    Case *it = *state;
    parse(
        it,
        S("key:Down  key:ctrl+Return key:alt+ctrl+shift+F11 key:Space key:a key:Z key:3 key:ctrl+c key:é key:+ key:ctrl++"));
    assert_int_equal(it->script.count, 11);
    assert_key(it, 0, KEY_DOWN, 0, "");
    assert_key(it, 1, KEY_ENTER, MOD_CTRL, "");
    assert_key(it, 2, KEY_F11, MOD_CTRL | MOD_ALT | MOD_SHIFT, "");
    assert_key(it, 3, KEY_SPACE, 0, " ");
    assert_key(it, 4, 'a', 0, "a");
    assert_key(it, 5, 'z', MOD_SHIFT, "Z");
    assert_key(it, 6, '3', 0, "3");
    assert_key(it, 7, 'c', MOD_CTRL, "");
    assert_key(it, 8, KEY_OTHER, 0, "é");
    assert_key(it, 9, KEY_PLUS, 0, "+");
    assert_key(it, 10, KEY_PLUS, MOD_CTRL, "");
}

static void a_text_is_typed_character_by_character(void **state) {
    Case *it = *state;
    parse(it, S("text:'Où ?' text:'l\\'a\\\\' text:''"));
    assert_int_equal(it->script.count, 4 + 4);
    assert_text(it->script.rows[0].input.text, "O");
    assert_text(it->script.rows[1].input.text, "ù");
    assert_text(it->script.rows[2].input.text, " ");
    assert_text(it->script.rows[5].input.text, "'");
    assert_text(it->script.rows[7].input.text, "\\");
    for (int32_t i = 0; i < it->script.count; i++) {
        assert_int_equal(it->script.rows[i].input.kind, INPUT_TEXT);
    }
}

static void the_pointer_moves_presses_and_turns(void **state) {
    Case *it = *state;
    parse(it, S("move:-1,2 down:3,4 up:5,6 wheel:-3 click:960,540"));
    static const int32_t KINDS[] = {INPUT_MOVE, INPUT_DOWN, INPUT_UP, INPUT_WHEEL, INPUT_MOVE, INPUT_DOWN, INPUT_UP};
    assert_int_equal(it->script.count, 7);
    for (int32_t i = 0; i < it->script.count; i++) {
        assert_int_equal(it->script.rows[i].input.kind, KINDS[i]);
    }
    assert_int_equal(it->script.rows[0].input.x, -1);
    assert_int_equal(it->script.rows[0].input.y, 2);
    assert_int_equal(it->script.rows[3].input.wheel_y, -3);
    assert_int_equal(it->script.rows[6].input.x, 960);
    assert_int_equal(it->script.rows[6].input.y, 540);
    parse(it, S("drop:'/usb/Mon cas.json'"));
    assert_int_equal(it->script.rows[0].input.kind, INPUT_DROP);
    assert_true(str_equal(it->script.rows[0].input.text, S("/usb/Mon cas.json")));
}

static void waiting_sizes_files_and_leaving_are_steps(void **state) {
    Case *it = *state;
    parse(it, S("wait:300 size:1280x720 shot:a.png tree:'un arbre.json' speech:s.txt quit focus:'La suite'"));
    assert_int_equal(it->script.count, 7);
    assert_int_equal(it->script.rows[0].kind, SCRIPT_WAIT);
    assert_int_equal(it->script.rows[0].ms, 300);
    assert_int_equal(it->script.rows[1].kind, SCRIPT_SIZE);
    assert_int_equal(it->script.rows[1].width, 1280);
    assert_int_equal(it->script.rows[1].height, 720);
    assert_int_equal(it->script.rows[2].kind, SCRIPT_SHOT);
    assert_text(it->script.rows[2].path, "a.png");
    assert_int_equal(it->script.rows[3].kind, SCRIPT_TREE);
    assert_text(it->script.rows[3].path, "un arbre.json");
    assert_int_equal(it->script.rows[4].kind, SCRIPT_SPEECH);
    assert_int_equal(it->script.rows[5].kind, SCRIPT_QUIT);
    assert_int_equal(it->script.rows[6].kind, SCRIPT_FOCUS);
    assert_text(it->script.rows[6].name, "La suite");
}

static void windows_are_named(void **state) {
    Case *it = *state;
    parse(it, S("window:audience shot:audience=a.png tree:room-2='un arbre.json' shot:'a=b.png' tree:A=b.json"));
    assert_int_equal(it->script.count, 5);
    assert_int_equal(it->script.rows[0].kind, SCRIPT_WINDOW);
    static const char *const WINDOWS[] = {"audience", "audience", "room-2", "", ""};
    static const char *const PATHS[] = {"", "a.png", "un arbre.json", "a=b.png", "A=b.json"};
    for (int32_t i = 0; i < it->script.count; i++) {
        assert_text(it->script.rows[i].window, WINDOWS[i]);
        assert_text(it->script.rows[i].path, PATHS[i]);
    }
}

static void what_is_not_understood_is_told(void **state) {
    Case *it = *state;
    static const char *const BAD[] = {
        "key:",      "key:Dwon",     "key:ctrl+", "key:ab",     "text:'a",  "text:'a'b", "click:1",  "click:1,",
        "click:a,b", "move:1;2",     "wheel:",    "drop:",      "wheel:up", "wait:-1",   "wait:1s",  "size:0x5",
        "size:5",    "size:5x20000", "shot:",     "tree:''",    "quitter",  "dance:1",   "Key:Down", "text:'\xFF'",
        ":",         "window:",      "window:A",  "window:a=b", "shot:a=",  "tree:a=''"};
    for (int32_t i = 0; i < COUNT(BAD); i++) {
        assert_false(script_parse(&it->arena, str_from_c(BAD[i]), &it->script, &it->bad));
        assert_text(it->bad, BAD[i]);
        Str text = str_format(&it->arena, "key:Up %s", BAD[i]);
        assert_false(script_parse(&it->arena, text, &it->script, &it->bad));
        assert_text(it->bad, BAD[i]);
    }
    assert_false(script_parse(&it->arena, S("wait:1 dance:1 quit"), &it->script, &it->bad));
    assert_text(it->bad, "dance:1");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_is_a_script_without_steps, begin, end),
        cmocka_unit_test_setup_teardown(keys_have_names_and_modifiers, begin, end),
        cmocka_unit_test_setup_teardown(a_text_is_typed_character_by_character, begin, end),
        cmocka_unit_test_setup_teardown(the_pointer_moves_presses_and_turns, begin, end),
        cmocka_unit_test_setup_teardown(waiting_sizes_files_and_leaving_are_steps, begin, end),
        cmocka_unit_test_setup_teardown(windows_are_named, begin, end),
        cmocka_unit_test_setup_teardown(what_is_not_understood_is_told, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
