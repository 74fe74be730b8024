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

static const UiFrame *answer(Ui *ui, Str text, UiInput input) {
    Str edited;
    ui_begin(ui, &input, WIDTH, HEIGHT, (UiPreferences){.text_scale = 100});
    ui_box_begin(ui, (UiBox){.width = 100});
    (void)ui_field(ui, (UiField){.key = S("field"), .name = S("Vos mots"), .text = text, .multiline = true}, &edited);
    ui_box_end(ui);
    return ui_end(ui);
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_being_composed_stays_until_it_is_typed, begin, end),
        cmocka_unit_test_setup_teardown(what_is_selected_never_ends_before_it_begins, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
