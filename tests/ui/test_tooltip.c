// What a pointer is told of that it is over, a finger is told of that it rests on.
#include "fake/face.h"

#include "ui/widgets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct {
    Ui *ui;
    int64_t now_ms;
    int32_t pressed;
    Rect button;
    bool told;
    int64_t wake_at_ms;
} Page;

static void show(Page *page, UiInput input) {
    Ui *ui = page->ui;
    input.now_ms = page->now_ms;
    ui_begin(ui, &input, 800, 600, (UiPreferences){.text_scale = 100, .still = true});
    ui_enter_page(ui, S("page"));
    ui_box_begin(ui, (UiBox){.key = S("all"), .padding = UI_PAD(60), .align = UI_START});
    UiId id = ui_id(ui, S("step"), 0);
    page->pressed += ui_button(ui, (UiButton){.key = S("step"), .text = S("3")});
    ui_tooltip(ui, id, S("Décision 3"));
    ui_box_end(ui);
    const UiFrame *frame = ui_end(ui);
    page->told = false;
    page->wake_at_ms = frame->wake_at_ms;
    for (int32_t i = 0; i < frame->tree.count; i++) {
        const UiTreeNode *node = &frame->tree.rows[i];
        page->button = node->role == ROLE_BUTTON ? node->rect : page->button;
        page->told = page->told || str_equal(node->name, S("Décision 3"));
    }
}

static void point(Page *page, UiInputKind kind, bool touches, int64_t later_ms) {
    page->now_ms += later_ms;
    show(page, (UiInput){.kind = kind,
                         .x = page->button.x + 4,
                         .y = page->button.y + 4,
                         .touches = touches,
                         .clicks = kind == INPUT_DOWN});
}

static int begin(void **state) {
    static Page page;
    page = (Page){.ui = ui_create(fake_typesetter(), (Clipboard){0}), .now_ms = 10000};
    show(&page, (UiInput){0});
    page.now_ms += 1000;
    *state = &page;
    return 0;
}

static int end(void **state) {
    Page *page = *state;
    ui_destroy(page->ui);
    return 0;
}

static void a_pointer_is_told_at_once_and_presses(void **state) {
    Page *page = *state;
    point(page, INPUT_MOVE, false, 0);
    assert_true(page->told);
    point(page, INPUT_DOWN, false, 10);
    point(page, INPUT_UP, false, 2000);
    assert_int_equal(page->pressed, 1);
}

static void a_finger_that_taps_presses_and_is_told_nothing(void **state) {
    Page *page = *state;
    point(page, INPUT_DOWN, true, 0);
    assert_false(page->told);
    point(page, INPUT_UP, true, 80);
    assert_false(page->told);
    assert_int_equal(page->pressed, 1);
}

static void a_finger_that_rests_is_told_and_presses_nothing(void **state) {
    Page *page = *state;
    point(page, INPUT_DOWN, true, 0);
    assert_true(page->wake_at_ms > page->now_ms);
    page->now_ms = page->wake_at_ms;
    show(page, (UiInput){0});
    assert_true(page->told);
    point(page, INPUT_UP, true, 900);
    assert_true(page->told); // what the finger hid can be read now
    assert_int_equal(page->pressed, 0);
    point(page, INPUT_DOWN, true, 1000);
    assert_false(page->told);
    point(page, INPUT_UP, true, 50);
    assert_int_equal(page->pressed, 1);
}

static void a_key_or_another_pointer_ends_what_is_told(void **state) {
    Page *page = *state;
    for (int32_t i = 0; i < 2; i++) {
        point(page, INPUT_DOWN, true, 1000);
        page->now_ms += 600;
        show(page, (UiInput){0});
        assert_true(page->told);
        point(page, INPUT_UP, true, 10);
        show(page, i == 0 ? (UiInput){.kind = INPUT_KEY, .key = KEY_F6} : (UiInput){.kind = INPUT_MOVE, .x = 700});
        assert_false(page->told);
    }
    assert_int_equal(page->pressed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_pointer_is_told_at_once_and_presses, begin, end),
        cmocka_unit_test_setup_teardown(a_finger_that_taps_presses_and_is_told_nothing, begin, end),
        cmocka_unit_test_setup_teardown(a_finger_that_rests_is_told_and_presses_nothing, begin, end),
        cmocka_unit_test_setup_teardown(a_key_or_another_pointer_ends_what_is_told, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
