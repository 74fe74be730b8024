#include "ui/edit.h"

#include "base/random.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const TextEditRules LINES = {.multiline = true};
static const TextEditRules ONE_LINE = {0};
static const TextEditRules SHORT = {.most_chars = 4};
static const TextEditRules READ_ONLY = {.multiline = true, .read_only = true};

enum { CAPACITY = 4096, APART_MS = 5000 };

typedef struct {
    char bytes[CAPACITY];
    Str text; // may lie elsewhere
} Board;

static Str get(void *context, Arena *arena) {
    (void)arena;
    const Board *board = context;
    return board->text;
}

static void set(void *context, Str text) {
    Board *board = context;
    ptrdiff_t len = text.len < CAPACITY ? text.len : CAPACITY;
    memcpy(board->bytes, text.text, (size_t)len);
    board->text = (Str){board->bytes, len};
}

// One field with its rules, its clipboard and its clock.
typedef struct {
    TextEdit edit;
    TextEditRules rules;
    Board board;
    int64_t now_ms;
} Desk;

static void begin(Desk *desk, Str text, TextEditRules rules) {
    *desk = (Desk){.rules = rules};
    edit_init(&desk->edit, text);
}

static EditOutcome press(Desk *desk, int32_t key, int32_t modifiers) {
    Clipboard clipboard = {&desk->board, get, set};
    UiInput input = {.kind = INPUT_KEY, .key = key, .modifiers = modifiers, .now_ms = desk->now_ms};
    return edit_apply(&desk->edit, &input, desk->rules, &clipboard);
}

static EditOutcome type(Desk *desk, Str text) {
    Clipboard clipboard = {&desk->board, get, set};
    UiInput input = {.kind = INPUT_TEXT, .text = text, .now_ms = desk->now_ms};
    return edit_apply(&desk->edit, &input, desk->rules, &clipboard);
}

static EditOutcome type_later(Desk *desk, Str text) {
    desk->now_ms += APART_MS;
    return type(desk, text);
}

// The text with | at the caret, and ^ at the anchor when something is selected.
static void assert_field(const Desk *desk, const char *expected) {
    Arena arena = {0};
    StrBuilder shown = {.arena = &arena};
    Str text = edit_text(&desk->edit);
    for (ptrdiff_t at = 0; at <= text.len; at++) {
        if (at == desk->edit.anchor && at != desk->edit.caret) {
            str_add(&shown, S("^"));
        }
        str_add(&shown, at == desk->edit.caret ? S("|") : S(""));
        str_add(&shown, str_slice(text, at, at + 1));
    }
    assert_string_equal(str_to_c(&arena, str_built(&shown)), expected);
    arena_finish(&arena);
}

static void what_is_typed_stands_at_the_caret(void **state) {
    (void)state;
    Desk desk;
    begin(&desk, S("bon"), LINES);
    assert_field(&desk, "bon|");
    assert_int_equal(type(&desk, S("jour")), EDIT_CHANGED);
    assert_int_equal(press(&desk, KEY_HOME, 0), EDIT_MOVED);
    assert_int_equal(type(&desk, S("« ")), EDIT_CHANGED);
    assert_field(&desk, "« |bonjour");
    assert_int_equal(press(&desk, KEY_ENTER, 0), EDIT_CHANGED);
    assert_field(&desk, "« \n|bonjour");
    assert_int_equal(press(&desk, 'b', 0), EDIT_MOVED);
    assert_int_equal(press(&desk, KEY_UP, 0), EDIT_IGNORED);
    assert_int_equal(press(&desk, KEY_TAB, 0), EDIT_IGNORED);
    assert_int_equal(press(&desk, KEY_ENTER, MOD_CTRL), EDIT_IGNORED);
    assert_int_equal(press(&desk, KEY_LEFT, MOD_ALT), EDIT_IGNORED);
    edit_finish(&desk.edit);
}

static void keys_delete_whole_characters_and_words(void **state) {
    (void)state;
    Desk desk;
    begin(&desk, S("l’eau e\u0301🇫🇷"), LINES);
    press(&desk, KEY_BACKSPACE, 0);
    assert_field(&desk, "l’eau e\u0301|");
    press(&desk, KEY_BACKSPACE, 0);
    assert_field(&desk, "l’eau |");
    press(&desk, KEY_BACKSPACE, MOD_CTRL);
    assert_field(&desk, "l’|");
    press(&desk, KEY_HOME, 0);
    press(&desk, KEY_DELETE, 0);
    assert_field(&desk, "|’");
    press(&desk, KEY_DELETE, MOD_CTRL);
    assert_field(&desk, "|");
    assert_int_equal(press(&desk, KEY_BACKSPACE, 0), EDIT_MOVED);
    assert_int_equal(press(&desk, KEY_DELETE, 0), EDIT_MOVED);
    edit_finish(&desk.edit);
}

static void arrows_move_and_with_shift_select(void **state) {
    (void)state;
    Desk desk;
    begin(&desk, S("un été\ndeux"), LINES);
    press(&desk, KEY_HOME, MOD_SHIFT);
    assert_field(&desk, "un été\n|deux^");
    press(&desk, KEY_RIGHT, 0);
    assert_field(&desk, "un été\ndeux|");
    press(&desk, KEY_HOME, MOD_CTRL);
    press(&desk, KEY_RIGHT, MOD_CTRL);
    assert_field(&desk, "un| été\ndeux");
    press(&desk, KEY_RIGHT, MOD_CTRL | MOD_SHIFT);
    assert_field(&desk, "un^ été|\ndeux");
    press(&desk, KEY_LEFT, MOD_SHIFT);
    assert_field(&desk, "un^ ét|é\ndeux");
    press(&desk, KEY_LEFT, 0);
    assert_field(&desk, "un| été\ndeux");
    press(&desk, KEY_END, 0);
    assert_field(&desk, "un été|\ndeux");
    press(&desk, KEY_END, MOD_CTRL | MOD_SHIFT);
    assert_field(&desk, "un été^\ndeux|");
    type(&desk, S("!"));
    assert_field(&desk, "un été!|");
    press(&desk, 'a', MOD_CTRL);
    assert_field(&desk, "^un été!|");
    edit_finish(&desk.edit);
}

static void a_double_click_selects_a_word(void **state) {
    (void)state;
    Desk desk;
    begin(&desk, S("l’eau, oui"), LINES);
    edit_select_word(&desk.edit, 5);
    assert_field(&desk, "l’^eau|, oui");
    edit_select_word(&desk.edit, 4);
    assert_field(&desk, "l’^eau|, oui");
    edit_select_word(&desk.edit, 7);
    assert_field(&desk, "l’^eau|, oui");
    edit_select_word(&desk.edit, 8);
    assert_field(&desk, "l’eau,^ |oui");
    edit_select_word(&desk.edit, 12);
    assert_field(&desk, "l’eau, ^oui|");
    edit_finish(&desk.edit);
}

static void the_clipboard_takes_and_gives(void **state) {
    (void)state;
    Desk desk;
    begin(&desk, S("un deux"), LINES);
    press(&desk, KEY_LEFT, MOD_CTRL | MOD_SHIFT);
    assert_int_equal(press(&desk, 'c', MOD_CTRL), EDIT_MOVED);
    assert_true(str_equal(desk.board.text, S("deux")));
    assert_int_equal(press(&desk, 'x', MOD_CTRL), EDIT_CHANGED);
    assert_field(&desk, "un |");
    assert_int_equal(press(&desk, 'x', MOD_CTRL), EDIT_MOVED);
    press(&desk, 'v', MOD_CTRL);
    press(&desk, 'v', MOD_CTRL);
    assert_field(&desk, "un deuxdeux|");
    press(&desk, 'z', MOD_CTRL);
    assert_field(&desk, "un deux|");
    edit_finish(&desk.edit);
}

static void only_clean_text_comes_in(void **state) {
    (void)state;
    Desk desk;
    begin(&desk, S(""), LINES);
    desk.board.text = S("a\r\nb\rc\u2028d\te\x01\x7F\302\205f\xFF\xC3");
    press(&desk, 'v', MOD_CTRL);
    assert_field(&desk, "a\nb\nc\nd e\nf|");
    desk.rules = ONE_LINE;
    press(&desk, 'a', MOD_CTRL);
    press(&desk, 'v', MOD_CTRL);
    assert_field(&desk, "a b c d e f|");
    assert_int_equal(press(&desk, KEY_ENTER, 0), EDIT_IGNORED);
    assert_int_equal(type(&desk, S("\x1B")), EDIT_MOVED);
    assert_field(&desk, "a b c d e f|");
    edit_finish(&desk.edit);
}

static void a_limit_is_kept_at_a_character_s_edge(void **state) {
    (void)state;
    Desk desk;
    begin(&desk, S("abc"), SHORT);
    type(&desk, S("de"));
    assert_field(&desk, "abcd|");
    assert_int_equal(type(&desk, S("e")), EDIT_MOVED);
    press(&desk, 'a', MOD_CTRL);
    type(&desk, S("xyze\u0301"));
    assert_field(&desk, "xyz|");
    press(&desk, 'a', MOD_CTRL);
    assert_int_equal(type(&desk, S("e\u0301\u0301\u0301\u0301")), EDIT_MOVED);
    assert_field(&desk, "^xyz|");
    edit_finish(&desk.edit);
}

static void a_huge_paste_is_cut_to_what_has_a_place(void **state) {
    (void)state;
    enum { HUGE_BYTES = 10 * 1024 * 1024 };
    Arena arena = {0};
    char *bytes = arena_push_text(&arena, HUGE_BYTES);
    memset(bytes, 'a', HUGE_BYTES);
    Desk desk;
    begin(&desk, S(""), LINES);
    desk.board.text = (Str){bytes, HUGE_BYTES};
    press(&desk, 'v', MOD_CTRL);
    assert_int_equal(edit_text(&desk.edit).len, 1000000);
    desk.rules = SHORT;
    press(&desk, 'a', MOD_CTRL);
    press(&desk, 'v', MOD_CTRL);
    assert_field(&desk, "aaaa|");
    edit_finish(&desk.edit);
    arena_finish(&arena);
}

static void a_read_only_text_is_copied_and_never_changed(void **state) {
    (void)state;
    Desk desk;
    begin(&desk, S("un"), READ_ONLY);
    static const int32_t KEYS[] = {'x', 'v', 'z', 'y', KEY_BACKSPACE, KEY_DELETE};
    press(&desk, 'a', MOD_CTRL);
    press(&desk, 'c', MOD_CTRL);
    assert_true(str_equal(desk.board.text, S("un")));
    for (int32_t i = 0; i < COUNT(KEYS); i++) {
        assert_int_equal(press(&desk, KEYS[i], MOD_CTRL), EDIT_IGNORED);
    }
    assert_int_equal(press(&desk, 'b', 0), EDIT_IGNORED);
    assert_int_equal(press(&desk, KEY_ENTER, 0), EDIT_IGNORED);
    assert_int_equal(type(&desk, S("a")), EDIT_IGNORED);
    assert_field(&desk, "^un|");
    edit_finish(&desk.edit);
}

static void keystrokes_within_a_second_are_undone_together(void **state) {
    (void)state;
    Desk desk;
    begin(&desk, S(""), LINES);
    type(&desk, S("a"));
    desk.now_ms += 999;
    type(&desk, S("b"));
    desk.now_ms += 999;
    press(&desk, KEY_BACKSPACE, 0);
    desk.now_ms += 1000;
    type(&desk, S("c"));
    press(&desk, KEY_LEFT, 0);
    type(&desk, S("d"));
    assert_field(&desk, "ad|c");
    assert_int_equal(press(&desk, 'z', MOD_CTRL), EDIT_CHANGED);
    assert_field(&desk, "a|c");
    press(&desk, 'z', MOD_CTRL);
    assert_field(&desk, "a|");
    press(&desk, 'z', MOD_CTRL);
    assert_field(&desk, "|");
    assert_int_equal(press(&desk, 'z', MOD_CTRL), EDIT_MOVED);
    press(&desk, 'y', MOD_CTRL);
    press(&desk, 'z', MOD_CTRL | MOD_SHIFT);
    press(&desk, 'y', MOD_CTRL);
    assert_field(&desk, "ad|c");
    assert_int_equal(press(&desk, 'y', MOD_CTRL), EDIT_MOVED);
    press(&desk, 'z', MOD_CTRL);
    type(&desk, S("e"));
    assert_int_equal(press(&desk, 'y', MOD_CTRL), EDIT_MOVED);
    assert_field(&desk, "ae|c");
    edit_finish(&desk.edit);
}

static void undo_may_be_left_to_who_keeps_every_state(void **state) {
    (void)state;
    Desk desk;
    begin(&desk, S("un"), (TextEditRules){.undo_outside = true});
    type(&desk, S(" deux"));
    assert_int_equal(press(&desk, 'z', MOD_CTRL), EDIT_IGNORED);
    assert_int_equal(press(&desk, 'z', MOD_CTRL | MOD_SHIFT), EDIT_IGNORED);
    assert_int_equal(press(&desk, 'y', MOD_CTRL), EDIT_IGNORED);
    assert_field(&desk, "un deux|");
    assert_int_equal(press(&desk, 'x', MOD_CTRL), EDIT_MOVED);
    edit_finish(&desk.edit);
}

static void a_change_from_outside_begins_undo_anew(void **state) {
    (void)state;
    Desk desk;
    begin(&desk, S("un"), LINES);
    type(&desk, S("e"));
    edit_replace(&desk.edit, S("une"));
    assert_int_equal(desk.edit.revisions.count, 2);
    edit_replace(&desk.edit, str_slice(edit_text(&desk.edit), 1, 3));
    assert_field(&desk, "ne|");
    assert_int_equal(press(&desk, 'z', MOD_CTRL), EDIT_MOVED);
    assert_field(&desk, "ne|");
    edit_finish(&desk.edit);
}

static void a_change_from_outside_leaves_the_caret_between_its_letters(void **state) {
    (void)state;
    Desk desk;
    begin(&desk, S("Quoi!"), LINES);
    edit_replace(&desk.edit, S("Quoi\u202F!"));
    assert_field(&desk, "Quoi\u202F!|");
    press(&desk, KEY_LEFT, 0);
    edit_replace(&desk.edit, S("Et quoi\u202F!"));
    assert_field(&desk, "Et quoi\u202F|!");
    edit_replace(&desk.edit, S("Et quoi\u202F?"));
    assert_field(&desk, "Et quoi\u202F|?");
    edit_replace(&desk.edit, S("Et toi"));
    assert_field(&desk, "Et toi|");
    press(&desk, KEY_HOME, 0);
    edit_replace(&desk.edit, S("Toi"));
    assert_field(&desk, "|Toi");
    edit_finish(&desk.edit);
}

static void the_oldest_revisions_give_their_memory_back(void **state) {
    (void)state;
    Arena arena = {0};
    StrBuilder text = {.arena = &arena};
    for (int32_t i = 0; i < 10000; i++) {
        str_add(&text, S("parole "));
    }
    Desk desk;
    begin(&desk, str_built(&text), LINES);
    for (int32_t i = 0; i < 500; i++) {
        type_later(&desk, S("a"));
        type(&desk, S("b"));
        assert_true(arena_size(&desk.edit.arena) < 3 * 1024 * 1024);
    }
    assert_int_equal(edit_text(&desk.edit).len, text.count + 1000);
    assert_true(desk.edit.revisions.count < 16);
    for (int32_t i = desk.edit.revisions.count; i > 1; i--) {
        assert_int_equal(press(&desk, 'z', MOD_CTRL), EDIT_CHANGED);
    }
    assert_int_equal(press(&desk, 'z', MOD_CTRL), EDIT_MOVED);
    edit_finish(&desk.edit);
    arena_finish(&arena);
}

// A field, said as simply as can be: for texts of ASCII, where every byte is a character.
typedef struct {
    char bytes[CAPACITY];
    ptrdiff_t len, caret, anchor;
} Model;

static void model_insert(Model *model, Str text) {
    ptrdiff_t from = model->caret < model->anchor ? model->caret : model->anchor;
    ptrdiff_t to = model->caret < model->anchor ? model->anchor : model->caret;
    memmove(model->bytes + from + text.len, model->bytes + to, (size_t)(model->len - to));
    memcpy(model->bytes + from, text.text, (size_t)text.len);
    model->len += text.len - (to - from);
    model->caret = model->anchor = from + text.len;
}

static void model_press(Model *model, int32_t key, bool shift) {
    bool erases = key == KEY_BACKSPACE || key == KEY_DELETE;
    bool forward = key == KEY_RIGHT || key == KEY_DELETE;
    ptrdiff_t next = model->caret + (forward ? 1 : -1);
    next = next < 0 ? 0 : next > model->len ? model->len : next;
    bool selects = model->caret != model->anchor;
    if (erases) {
        model->anchor = selects ? model->anchor : next;
        model_insert(model, S(""));
    } else if (shift) {
        model->caret = next;
    } else {
        ptrdiff_t low = model->caret < model->anchor ? model->caret : model->anchor;
        ptrdiff_t high = model->caret < model->anchor ? model->anchor : model->caret;
        model->caret = model->anchor = !selects ? next : forward ? high : low;
    }
}

static void random_keys_do_what_a_naive_field_does(void **state) {
    (void)state;
    static const int32_t KEYS[] = {KEY_LEFT, KEY_RIGHT, KEY_BACKSPACE, KEY_DELETE};
    Random random = random_from_seed(3);
    for (int32_t round = 0; round < 100; round++) {
        Desk desk;
        begin(&desk, S(""), LINES);
        Model model = {0};
        for (int32_t i = 0; i < 200; i++) {
            desk.now_ms += random_below(&random, 2000);
            if (random_below(&random, 2) == 0) {
                Str text = str_slice(S("abc def"), random_below(&random, 4), 4 + random_below(&random, 4));
                type(&desk, text);
                model_insert(&model, text);
            } else {
                int32_t key = KEYS[random_below(&random, 4)];
                bool shift = random_below(&random, 2) == 0;
                press(&desk, key, shift ? MOD_SHIFT : 0);
                model_press(&model, key, shift);
            }
            assert_true(str_equal(edit_text(&desk.edit), (Str){model.bytes, model.len}));
            assert_int_equal(desk.edit.caret, model.caret);
            assert_int_equal(desk.edit.anchor, model.anchor);
        }
        edit_finish(&desk.edit);
    }
}

static void press_anything(Desk *desk, Random *random) {
    static const int32_t KEYS[] = {KEY_LEFT, KEY_RIGHT, KEY_HOME, KEY_END, KEY_BACKSPACE, KEY_DELETE, KEY_ENTER};
    static const char COMMANDS[] = "acxvzzy";
    static const Str TEXTS[] = {S_INIT("a"),        S_INIT("é"),     S_INIT("\u0301"), S_INIT("🇫"),
                                S_INIT("👩"),        S_INIT(" "),     S_INIT("\n"),     S_INIT("\u200D"),
                                S_INIT("\xFF\xC3"), S_INIT("l’eau"), S_INIT("🏽"),   S_INIT("")};
    desk->now_ms += random_below(random, 2000);
    switch (random_below(random, 4)) {
    case 0:
        press(desk, COMMANDS[random_below(random, (int32_t)sizeof COMMANDS - 1)], MOD_CTRL);
        return;
    case 1:
        press(desk, KEYS[random_below(random, COUNT(KEYS))], random_below(random, 4));
        return;
    default:
        type(desk, TEXTS[random_below(random, COUNT(TEXTS))]);
    }
}

static void check_undo_and_redo(Desk *desk) {
    Arena arena = {0};
    Str text = str_copy(&arena, edit_text(&desk->edit));
    ptrdiff_t caret = desk->edit.caret, anchor = desk->edit.anchor;
    if (press(desk, 'z', MOD_CTRL) == EDIT_CHANGED) {
        assert_int_equal(press(desk, 'y', MOD_CTRL), EDIT_CHANGED);
    }
    assert_true(str_equal(edit_text(&desk->edit), text));
    assert_int_equal(desk->edit.caret, caret);
    assert_int_equal(desk->edit.anchor, anchor);
    arena_finish(&arena);
}

static void whatever_is_pressed_text_stays_valid_and_carets_stay_at_edges(void **state) {
    (void)state;
    Random random = random_from_seed(4);
    for (int32_t round = 0; round < 300; round++) {
        Desk desk;
        begin(&desk, S("e\u0301te\u0301"), LINES);
        desk.rules.most_chars = 6 + random_below(&random, 60);
        for (int32_t i = 0; i < 100; i++) {
            press_anything(&desk, &random);
            Str text = edit_text(&desk.edit);
            assert_int_equal(utf8_find_invalid(text), -1);
            assert_true(desk.rules.most_chars == 0 || utf8_count(text) <= desk.rules.most_chars);
            assert_int_equal(utf8_snap_grapheme(text, desk.edit.caret), desk.edit.caret);
            assert_int_equal(utf8_snap_grapheme(text, desk.edit.anchor), desk.edit.anchor);
            if (i % 8 == 0) {
                check_undo_and_redo(&desk);
            }
        }
        edit_finish(&desk.edit);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_typed_stands_at_the_caret),
        cmocka_unit_test(keys_delete_whole_characters_and_words),
        cmocka_unit_test(arrows_move_and_with_shift_select),
        cmocka_unit_test(a_double_click_selects_a_word),
        cmocka_unit_test(the_clipboard_takes_and_gives),
        cmocka_unit_test(only_clean_text_comes_in),
        cmocka_unit_test(a_limit_is_kept_at_a_character_s_edge),
        cmocka_unit_test(a_huge_paste_is_cut_to_what_has_a_place),
        cmocka_unit_test(a_read_only_text_is_copied_and_never_changed),
        cmocka_unit_test(keystrokes_within_a_second_are_undone_together),
        cmocka_unit_test(undo_may_be_left_to_who_keeps_every_state),
        cmocka_unit_test(a_change_from_outside_begins_undo_anew),
        cmocka_unit_test(a_change_from_outside_leaves_the_caret_between_its_letters),
        cmocka_unit_test(the_oldest_revisions_give_their_memory_back),
        cmocka_unit_test(random_keys_do_what_a_naive_field_does),
        cmocka_unit_test(whatever_is_pressed_text_stays_valid_and_carets_stay_at_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
