// One press does one thing.
#include "ui/widgets.h"

#include "fake/face.h"
#include "fake/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { WIDTH = 1280, HEIGHT = 720, BUTTON_X = 30, BUTTON_Y = 30 };

// Pages that are alike: a button in the same place, and a field.
typedef struct {
    Ui *ui;
    const UiFrame *frame;
    int64_t now_ms;
    int32_t number; // of the page
    bool stays;     // the button changes nothing but what it counts
    bool dialog;
    bool waits;  // the button stands in a group that has the focus first
    bool writes; // the field has it first
    bool presents;
    bool picks, picked; // one of several stands there, and is the one
    int32_t turned;
    int32_t pressed, keys, asked;
    Arena arena;
    Str typed;
} Page;

static void say_button(Page *page) {
    if (page->waits) {
        ui_box_begin(page->ui, (UiBox){.key = S("group"),
                                       .role = ROLE_GROUP,
                                       .name = S("Que faire ?"),
                                       .focusable = true,
                                       .waits = true,
                                       .wants_focus = true});
    }
    if (ui_button(page->ui,
                  (UiButton){.key = S("go"), .text = S("Continuer"), .wants_focus = !page->waits && !page->writes})) {
        page->pressed++;
    }
    if (page->waits) {
        (void)ui_button(page->ui, (UiButton){.key = S("last"), .text = S("Autrement")});
        ui_box_end(page->ui);
    }
}

static void say_dialog(Page *page) {
    (void)ui_dialog_begin(page->ui, (UiDialog){.key = S("sure"), .title = S("Quitter ?"), .width = 400});
    if (ui_button(page->ui, (UiButton){.key = S("no"), .text = S("Rester")})) {
        page->dialog = false;
    }
    ui_dialog_end(page->ui);
}

static void say_page(Page *page) {
    Ui *ui = page->ui;
    Str text, name = str_format(ui_arena(ui), "page %d", page->number);
    ui_enter_page(ui, name);
    ui_box_begin(ui, (UiBox){.gap = 8, .padding = UI_PAD(10), .align = UI_START});
    say_button(page);
    ui_box_end(ui);
    if (page->picks && ui_pill(ui, (UiToggle){.key = S("one"), .text = S("Une"), .checked = page->picked})) {
        page->picked = true;
    }
    if (ui_field(ui,
                 (UiField){.key = S("field"),
                           .name = S("Notes"),
                           .text = page->typed,
                           .multiline = true,
                           .wants_focus = page->writes},
                 &text)) {
        page->typed = str_copy(&page->arena, text);
    }
    page->keys += ui_shortcut(ui, '1', 0, S("un")) || ui_shortcut(ui, KEY_BACKSPACE, 0, S("revenir"));
    page->asked += ui_shortcut(ui, 'h', ui_is_typing(ui) ? MOD_CTRL : 0, S("histoire"));
    if (page->presents) {
        ui_present(ui);
        page->turned += ui_shortcut(ui, KEY_SPACE, 0, S("suite")) || ui_key(ui, KEY_PAGE_DOWN, 0);
    }
    if (page->dialog) {
        say_dialog(page);
    }
}

static void show(Page *page, UiInput input) {
    int32_t pressed = page->pressed + page->keys;
    UiPreferences preferences = {.text_scale = 100};
    input.now_ms = page->now_ms;
    ui_begin(page->ui, &input, WIDTH, HEIGHT, preferences);
    say_page(page);
    page->frame = ui_end(page->ui);
    if (page->pressed + page->keys > pressed && !page->stays) {
        page->number++;
    }
    ui_begin_again(page->ui, preferences);
    say_page(page);
    page->frame = ui_end(page->ui);
}

static void key(Page *page, int32_t which, bool repeats) {
    show(page, (UiInput){.kind = INPUT_KEY, .key = which, .repeats = repeats});
}

static void click(Page *page, int32_t clicks) {
    show(page, (UiInput){.kind = INPUT_DOWN, .x = BUTTON_X, .y = BUTTON_Y, .clicks = clicks});
    show(page, (UiInput){.kind = INPUT_UP, .x = BUTTON_X, .y = BUTTON_Y});
}

static int begin(void **state) {
    static Page page; // NOLINT: of one test at a time
    page = (Page){.ui = ui_create(fake_typesetter(), fake_clipboard())};
    show(&page, (UiInput){0});
    *state = &page;
    return 0;
}

static int end(void **state) {
    Page *page = *state;
    ui_destroy(page->ui);
    arena_finish(&page->arena);
    return 0;
}

static void a_key_that_is_held_presses_once(void **state) {
    static const int32_t KEYS[] = {KEY_ENTER, KEY_SPACE, '1', KEY_BACKSPACE};
    Page *page = *state;
    for (int32_t i = 0; i < COUNT(KEYS); i++) {
        page->now_ms += 2000;
        page->pressed = page->keys = 0;
        key(page, KEYS[i], false);
        for (int32_t j = 0; j < 100; j++) {
            page->now_ms += 30;
            key(page, KEYS[i], true);
        }
        assert_int_equal(page->pressed + page->keys, 1);
    }
}

static void the_first_page_takes_enter_and_a_new_one_after_a_moment(void **state) {
    Page *page = *state;
    key(page, KEY_ENTER, false);
    assert_int_equal(page->pressed, 1);
    page->now_ms += 390;
    key(page, KEY_SPACE, false);
    assert_int_equal(page->pressed, 1);
    page->now_ms += 10;
    key(page, KEY_SPACE, false);
    assert_int_equal(page->pressed, 2);
}

static void a_double_press_presses_once(void **state) {
    Page *page = *state;
    key(page, KEY_ENTER, false);
    page->now_ms += 450; // the page has been there long enough, the press before has not
    key(page, KEY_ENTER, false);
    assert_int_equal(page->pressed, 1);
    page->now_ms += 550;
    key(page, KEY_ENTER, false);
    assert_int_equal(page->pressed, 2);
}

static void a_double_click_presses_once(void **state) {
    Page *page = *state;
    click(page, 1);
    assert_int_equal(page->pressed, 1);
    click(page, 2);
    click(page, 3);
    assert_int_equal(page->pressed, 1);
    click(page, 1);
    assert_int_equal(page->pressed, 2);
    page->stays = true;
    click(page, 1);
    click(page, 2);
    assert_int_equal(page->pressed, 3);
}

static void a_double_click_on_a_dialog_does_not_press_what_it_covered(void **state) {
    Page *page = *state;
    page->stays = page->dialog = true;
    show(page, (UiInput){0});
    page->now_ms += 1000;
    const UiTreeNode *no = find_node(page->frame, ROLE_BUTTON, S("Rester"));
    assert_non_null(no);
    UiInput down = {.kind = INPUT_DOWN, .x = no->rect.x + 5, .y = no->rect.y + 5, .clicks = 1}, up = down;
    up.kind = INPUT_UP;
    show(page, down);
    show(page, up);
    assert_false(page->dialog);
    click(page, 2);
    assert_int_equal(page->pressed, 0);
    click(page, 1);
    assert_int_equal(page->pressed, 1);
}

// A page that came by itself lay under the pointer for no time at all.
static void a_click_meant_for_the_page_before_presses_nothing(void **state) {
    Page *page = *state;
    page->number++;
    page->now_ms += 5000;
    show(page, (UiInput){0});
    page->now_ms += 100;
    click(page, 1);
    assert_int_equal(page->pressed, 0);
    page->now_ms += 400;
    click(page, 1);
    assert_int_equal(page->pressed, 1);
}

static void what_is_held_since_the_page_before_writes_nothing(void **state) {
    Page *page = *state;
    page->typed = S("abc");
    page->writes = true;
    page->now_ms += 1000;
    key(page, '1', false);
    show(page, (UiInput){.kind = INPUT_TEXT, .text = S("1"), .repeats = true});
    key(page, KEY_BACKSPACE, true);
    assert_true(str_equal(page->typed, S("abc")));
    key(page, KEY_BACKSPACE, false);
    key(page, KEY_BACKSPACE, true);
    assert_int_equal(page->typed.len, 1);
    show(page, (UiInput){.kind = INPUT_TEXT, .text = S("é"), .repeats = true});
    assert_int_equal(page->typed.len, 3);
    page->now_ms += 1000;
    key(page, KEY_ENTER, false);
    key(page, KEY_ENTER, true);
    assert_int_equal(page->typed.len, 4);
}

static void a_group_that_waits_is_entered_by_arrows_and_chooses_nothing(void **state) {
    Page *page = *state;
    page->waits = true;
    page->number++;
    show(page, (UiInput){0});
    page->now_ms += 1000;
    key(page, KEY_ENTER, false);
    key(page, KEY_SPACE, false);
    assert_int_equal(page->pressed, 0);
    key(page, KEY_DOWN, false);
    key(page, KEY_ENTER, false);
    assert_int_equal(page->pressed, 1);
}

static void shift_means_nothing(void **state) {
    Page *page = *state;
    page->stays = true;
    show(page, (UiInput){.kind = INPUT_KEY, .key = '1', .modifiers = MOD_SHIFT});
    assert_int_equal(page->keys, 1);
    show(page, (UiInput){.kind = INPUT_KEY, .key = '1', .modifiers = MOD_CTRL});
    show(page, (UiInput){.kind = INPUT_KEY, .key = '1', .modifiers = MOD_ALT | MOD_SHIFT});
    assert_int_equal(page->keys, 1);
}

// A remote has one key to go on with, and whoever clicked on something goes on with Space.
static void a_page_that_is_presented_is_turned_whatever_has_the_focus(void **state) {
    Page *page = *state;
    page->presents = page->stays = true;
    click(page, 1);
    assert_int_equal(page->pressed, 1);
    key(page, KEY_SPACE, false);
    assert_int_equal(page->turned, 1);
    key(page, KEY_TAB, false); // to the field
    page->now_ms += 1000;
    key(page, KEY_PAGE_DOWN, false);
    assert_int_equal(page->turned, 2);
    key(page, KEY_SPACE, false); // is written there
    assert_int_equal(page->turned, 2);
    key(page, KEY_TAB, false); // back to the button, which it presses now
    key(page, KEY_SPACE, false);
    assert_int_equal(page->turned, 2);
    assert_int_equal(page->pressed, 2);
}

static void space_goes_on_from_what_it_picked(void **state) {
    Page *page = *state;
    page->presents = page->stays = page->picks = true;
    show(page, (UiInput){0});
    key(page, KEY_TAB, false);
    page->now_ms += 1000;
    key(page, KEY_SPACE, false);
    assert_true(page->picked);
    assert_int_equal(page->turned, 0);
    key(page, KEY_SPACE, false);
    assert_int_equal(page->turned, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_key_that_is_held_presses_once, begin, end),
        cmocka_unit_test_setup_teardown(the_first_page_takes_enter_and_a_new_one_after_a_moment, begin, end),
        cmocka_unit_test_setup_teardown(a_double_press_presses_once, begin, end),
        cmocka_unit_test_setup_teardown(a_double_click_presses_once, begin, end),
        cmocka_unit_test_setup_teardown(a_double_click_on_a_dialog_does_not_press_what_it_covered, begin, end),
        cmocka_unit_test_setup_teardown(a_click_meant_for_the_page_before_presses_nothing, begin, end),
        cmocka_unit_test_setup_teardown(what_is_held_since_the_page_before_writes_nothing, begin, end),
        cmocka_unit_test_setup_teardown(a_group_that_waits_is_entered_by_arrows_and_chooses_nothing, begin, end),
        cmocka_unit_test_setup_teardown(shift_means_nothing, begin, end),
        cmocka_unit_test_setup_teardown(a_page_that_is_presented_is_turned_whatever_has_the_focus, begin, end),
        cmocka_unit_test_setup_teardown(space_goes_on_from_what_it_picked, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
