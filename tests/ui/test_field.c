#include "ui/widgets.h"

#include "fake/face.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { WIDTH = 1280, HEIGHT = 720 };

static int begin(void **state) {
    *state = ui_create(fake_typesetter(), fake_clipboard());
    return *state == NULL;
}

static int end(void **state) {
    ui_destroy(*state);
    return 0;
}

static const UiFrame *answer_in(Ui *ui, Str *text, UiInput input, bool multiline) {
    ui_begin(ui, &input, WIDTH, HEIGHT, (UiPreferences){.text_scale = 100});
    ui_box_begin(ui, (UiBox){.width = 100});
    UiField field = {.key = S("field"), .name = S("Vos mots"), .text = *text, .multiline = multiline};
    (void)ui_field(ui, field, text);
    ui_box_end(ui);
    return ui_end(ui);
}

static const UiFrame *answer(Ui *ui, Str text, UiInput input) {
    return answer_in(ui, &text, input, true);
}

static const UiFrame *press(Ui *ui, Str text, int32_t key, int32_t modifiers) {
    return answer(ui, text, (UiInput){.kind = INPUT_KEY, .key = key, .modifiers = modifiers});
}

static bool draws_text(const UiFrame *frame, Str text) {
    for (int32_t i = 0; i < frame->draws.count; i++) {
        if (frame->draws.rows[i].kind == DRAW_TEXT && str_equal(frame->draws.rows[i].text, text)) {
            return true;
        }
    }
    return false;
}

static void what_is_being_composed_stays_until_it_is_typed(void **state) {
    static const Str TEXT = S_INIT("for");
    (void)press(*state, TEXT, KEY_NONE, 0);
    (void)press(*state, TEXT, KEY_END, MOD_CTRL);
    char composed[] = "êt";
    UiInput input = {.kind = INPUT_COMPOSE, .text = str_from_c(composed)};
    assert_true(draws_text(answer(*state, TEXT, input), S("forêt")));
    composed[0] = '?'; // it was lent for that input only
    assert_true(draws_text(answer(*state, TEXT, (UiInput){.kind = INPUT_IDLE}), S("forêt")));
    assert_true(draws_text(answer(*state, TEXT, (UiInput){.kind = INPUT_MOVE, .x = 5, .y = 5}), S("forêt")));
    input = (UiInput){.kind = INPUT_COMPOSE};
    assert_true(draws_text(answer(*state, TEXT, input), S("for")));
}

// Spaces at a line's end hang beyond it; a selection may begin among them.
static void what_is_selected_never_ends_before_it_begins(void **state) {
    static const Str TEXT = S_INIT("mots            suite");
    (void)press(*state, TEXT, KEY_NONE, 0);
    for (int32_t from = 0; from < TEXT.len; from++) {
        (void)press(*state, TEXT, KEY_HOME, MOD_CTRL);
        for (int32_t i = 0; i < from; i++) {
            (void)press(*state, TEXT, KEY_RIGHT, 0);
        }
        const UiFrame *frame = press(*state, TEXT, KEY_END, MOD_CTRL | MOD_SHIFT);
        for (int32_t i = 0; i < frame->draws.count; i++) {
            assert_true(frame->draws.rows[i].rect.width > 0);
        }
    }
}

// A field in which somebody types.
typedef struct {
    Ui *ui;
    Arena arena;
    Str text;
    bool multiline;
} Sheet;

static const UiFrame *give(Sheet *sheet, UiInput input) {
    Str text = sheet->text;
    const UiFrame *frame = answer_in(sheet->ui, &text, input, sheet->multiline);
    sheet->text = str_copy(&sheet->arena, text);
    return frame;
}

static int32_t type(Sheet *sheet, Str text) {
    return give(sheet, (UiInput){.kind = INPUT_TEXT, .text = text})->caret.x;
}

static int32_t go(Sheet *sheet, int32_t key) {
    return give(sheet, (UiInput){.kind = INPUT_KEY, .key = key})->caret.x;
}

static void assert_typed(const Sheet *sheet, const char *text) {
    assert_true(str_equal(sheet->text, str_from_c(text)));
}

static void check_leftward_sheet(Sheet *sheet) {
    static const Str LETTERS[] = {S_INIT("م"), S_INIT("ر"), S_INIT("ح"), S_INIT("ب"), S_INIT("ا")};
    int32_t before = go(sheet, KEY_NONE), first = 0;
    for (int32_t i = 0; i < COUNT(LETTERS); i++) {
        int32_t x = type(sheet, LETTERS[i]);
        assert_true(i == 0 ? x > before : x < before); // the first one sets the line from the right
        first = i == 0 ? x : first;
        before = x;
    }
    assert_typed(sheet, "مرحبا");
    assert_true(go(sheet, KEY_HOME) > first);
    assert_int_equal(go(sheet, KEY_LEFT), first);
    type(sheet, S("12"));
    assert_typed(sheet, "م12رحبا");
    go(sheet, KEY_END);
    type(sheet, S(" (您) 👍🏽"));
    assert_typed(sheet, "م12رحبا (您) 👍🏽");
    go(sheet, KEY_BACKSPACE);
    go(sheet, KEY_RIGHT);
    go(sheet, KEY_BACKSPACE);
    assert_typed(sheet, "م12رحبا (您 ");
}

static void what_runs_leftwards_is_typed_and_walked_leftwards(void **state) {
    for (int32_t i = 0; i < 2; i++) {
        Sheet sheet = {.ui = *state, .multiline = i == 1};
        check_leftward_sheet(&sheet);
        answer_in(sheet.ui, &sheet.text, (UiInput){.kind = INPUT_KEY, .key = 'a', .modifiers = MOD_CTRL}, i == 1);
        go(&sheet, KEY_BACKSPACE);
        arena_finish(&sheet.arena);
    }
}

static void a_click_sets_the_caret_where_it_is_seen(void **state) {
    Sheet sheet = {.ui = *state, .text = S("אבגד ef")};
    go(&sheet, KEY_NONE);
    Rect caret = give(&sheet, (UiInput){.kind = INPUT_KEY, .key = KEY_HOME})->caret;
    for (int32_t i = 0; i < 4; i++) {
        Rect next = give(&sheet, (UiInput){.kind = INPUT_KEY, .key = KEY_LEFT})->caret;
        UiInput click = {.kind = INPUT_DOWN, .x = next.x, .y = next.y + 1, .clicks = 1};
        assert_true(next.x < caret.x);
        assert_int_equal(give(&sheet, click)->caret.x, next.x);
        click.kind = INPUT_UP;
        (void)give(&sheet, click);
        caret = next;
    }
    type(&sheet, S("!"));
    assert_typed(&sheet, "אבגד! ef");
    arena_finish(&sheet.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_being_composed_stays_until_it_is_typed, begin, end),
        cmocka_unit_test_setup_teardown(what_is_selected_never_ends_before_it_begins, begin, end),
        cmocka_unit_test_setup_teardown(what_runs_leftwards_is_typed_and_walked_leftwards, begin, end),
        cmocka_unit_test_setup_teardown(a_click_sets_the_caret_where_it_is_seen, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
