#include "ui/widgets.h"

#include "fake/face.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { WIDTH = 300, HEIGHT = 400, BUTTONS = 12 };

// Paragraphs with a button after each, and a field below them.
typedef struct {
    Ui *ui;
    Arena arena;
    Str typed;
    int32_t width, height, text_scale;
    int32_t pressed; // -1: none
} Page;

static int begin(void **state) {
    static Page page;
    page = (Page){.ui = ui_create(fake_typesetter(), (Clipboard){0}), .width = WIDTH, .height = HEIGHT};
    page.text_scale = 100;
    *state = &page;
    return 0;
}

static int end(void **state) {
    Page *page = *state;
    ui_destroy(page->ui);
    arena_finish(&page->arena);
    return 0;
}

static const UiFrame *show(Page *page, UiInput input) {
    Ui *ui = page->ui;
    ui_begin(ui, &input, page->width, page->height, (UiPreferences){.text_scale = page->text_scale, .still = true});
    ui_enter_page(ui, S("page"));
    page->pressed = -1;
    ui_box_begin(ui, (UiBox){.key = S("all"), .height = UI_GROW, .gap = 7, .padding = UI_PAD(20), .scrolls = true});
    for (int32_t i = 0; i < BUTTONS; i++) {
        ui_text(ui, (UiText){.text = S("Une phrase qui prend bien plus d’une ligne, et une autre encore après elle.")});
        if (ui_button(ui, (UiButton){.key = S("go"), .index = i, .text = S("Continuer")})) {
            page->pressed = i;
        }
    }
    Str text;
    UiField field = {.key = S("field"), .name = S("Vos mots"), .text = page->typed, .multiline = true};
    if (ui_field(ui, field, &text)) {
        page->typed = str_copy(&page->arena, text);
    }
    ui_box_end(ui);
    return ui_end(ui);
}

static const UiFrame *press(Page *page, int32_t key, int32_t modifiers) {
    return show(page, (UiInput){.kind = INPUT_KEY, .key = key, .modifiers = modifiers});
}

static void type(Page *page, const char *text) {
    (void)show(page, (UiInput){.kind = INPUT_TEXT, .text = str_from_c(text)});
}

static const UiTreeNode *focused(const UiFrame *frame) {
    for (int32_t i = 0; i < frame->tree.count; i++) {
        if (frame->tree.rows[i].focused) {
            return &frame->tree.rows[i];
        }
    }
    return NULL;
}

static bool in_sight(const Page *page, Rect rect) {
    return rect.height > 0 && rect.y >= 0 && rect.y + rect.height <= page->height;
}

static void to_field(Page *page) {
    (void)show(page, (UiInput){0});
    (void)press(page, KEY_TAB, MOD_SHIFT);
}

static void what_has_the_focus_stays_in_sight_when_all_is_placed_anew(void **state) {
    Page *page = *state;
    (void)show(page, (UiInput){0});
    for (int32_t i = 0; i < BUTTONS / 2; i++) {
        (void)press(page, KEY_TAB, 0);
    }
    static const int32_t SIZES[][3] = {{200, 300, 100}, {200, 300, 200}, {900, 200, 200}, {300, 160, 100}};
    for (int32_t i = 0; i < COUNT(SIZES); i++) {
        page->width = SIZES[i][0];
        page->height = SIZES[i][1];
        page->text_scale = SIZES[i][2];
        const UiFrame *frame = show(page, (UiInput){.kind = i % 2 == 0 ? INPUT_RESIZE : INPUT_IDLE});
        assert_true(in_sight(page, focused(frame)->rect));
        assert_true(focused(frame)->rect.height > 30);
    }
}

static void what_was_scrolled_away_stays_away(void **state) {
    Page *page = *state;
    (void)show(page, (UiInput){0});
    (void)show(page, (UiInput){.kind = INPUT_MOVE, .x = WIDTH / 2, .y = HEIGHT / 2});
    (void)show(page, (UiInput){.kind = INPUT_WHEEL, .wheel_y = -10});
    page->height -= 20;
    assert_true(rect_is_empty(focused(show(page, (UiInput){.kind = INPUT_RESIZE}))->rect));
}

static void the_focus_brings_whole_lines_to_the_upper_edge(void **state) {
    Page *page = *state;
    (void)show(page, (UiInput){0});
    for (int32_t i = 0; i < 2 * BUTTONS - 2; i++) { // down, not as far as the end of the page, and up again
        const UiFrame *frame = press(page, KEY_TAB, i < BUTTONS - 1 ? 0 : MOD_SHIFT);
        assert_true(in_sight(page, focused(frame)->rect));
        for (int32_t j = 0; j < frame->draws.count; j++) {
            const DrawCommand *draw = &frame->draws.rows[j];
            assert_false(draw->kind == DRAW_TEXT && draw->rect.y < 0 && draw->rect.y + draw->rect.height > 0);
        }
    }
}

static void the_caret_stays_in_sight_in_a_field_that_outgrows_the_window(void **state) {
    Page *page = *state;
    to_field(page);
    for (int32_t i = 0; i < 40; i++) {
        type(page, "Une ligne.");
        assert_true(in_sight(page, press(page, KEY_ENTER, 0)->caret));
    }
    for (int32_t i = 0; i < 40; i++) {
        assert_true(in_sight(page, press(page, KEY_UP, 0)->caret));
    }
}

static void home_and_end_go_to_the_ends_of_the_line_that_is_shown(void **state) {
    Page *page = *state;
    to_field(page);
    type(page, "aaaa bbbb cccc dddd eeee fff gggg hhhh"); // two lines, the first up to fff
    (void)press(page, KEY_HOME, 0);
    type(page, "2");
    (void)press(page, KEY_UP, 0);
    (void)press(page, KEY_END, 0);
    type(page, "e");
    assert_true(str_equal(page->typed, S("aaaa bbbb cccc dddd eeee fffe 2gggg hhhh")));
    (void)press(page, KEY_HOME, MOD_SHIFT);
    type(page, "1 ");
    assert_true(str_equal(page->typed, S("1  2gggg hhhh")));
    (void)press(page, KEY_END, MOD_CTRL);
    type(page, ".");
    (void)press(page, KEY_HOME, MOD_CTRL);
    type(page, "0");
    assert_true(str_equal(page->typed, S("01  2gggg hhhh.")));
}

static Rect find_thumb(const UiFrame *frame) {
    Rect rect = frame->draws.rows[frame->draws.count - 1].rect;
    assert_in_range(rect.x, WIDTH - 14, WIDTH);
    return rect;
}

static void the_bar_is_dragged_and_pressed(void **state) {
    Page *page = *state;
    Rect before = find_thumb(show(page, (UiInput){0}));
    UiInput at = {.kind = INPUT_DOWN, .x = before.x + 1, .y = before.y + 5, .clicks = 1};
    (void)show(page, at);
    at.kind = INPUT_MOVE;
    at.y += 100;
    Rect dragged = find_thumb(show(page, at));
    assert_in_range(dragged.y, before.y + 98, before.y + 102);
    assert_int_equal(find_thumb(show(page, (UiInput){.kind = INPUT_MOVE, .x = -1, .y = -1})).y, dragged.y);
    at.kind = INPUT_UP;
    (void)show(page, at);
    at.kind = INPUT_MOVE;
    at.y += 50;
    assert_int_equal(find_thumb(show(page, at)).y, dragged.y);
    at.kind = INPUT_DOWN;
    at.y = HEIGHT - 1;
    assert_true(find_thumb(show(page, at)).y > dragged.y);
    at.kind = INPUT_UP;
    (void)show(page, at);
    page->height = 4000; // all of it is in sight, and there is no bar
    const UiFrame *frame = show(page, (UiInput){.kind = INPUT_RESIZE});
    assert_true(frame->draws.rows[frame->draws.count - 1].rect.x < WIDTH - 14);
}

static void pages_are_turned_from_within_a_field(void **state) {
    Page *page = *state;
    to_field(page);
    type(page, "Un mot");
    Rect before = find_thumb(show(page, (UiInput){0}));
    Rect up = find_thumb(press(page, KEY_PAGE_UP, 0));
    assert_true(up.y < before.y - 20);
    type(page, "s"); // and the caret is in sight again
    assert_true(in_sight(page, focused(show(page, (UiInput){0}))->rect));
    (void)press(page, KEY_PAGE_UP, 0);
    (void)press(page, KEY_PAGE_DOWN, 0);
    assert_int_equal(find_thumb(show(page, (UiInput){0})).y, before.y);
}

static const UiFrame *touch(Page *page, UiInputKind kind, int32_t x, int32_t y) {
    return show(page, (UiInput){.kind = kind, .x = x, .y = y, .touches = true, .clicks = kind == INPUT_DOWN});
}

static const UiTreeNode *find_button(const UiFrame *frame, int32_t nth) {
    for (int32_t i = 0; i < frame->tree.count; i++) {
        if (frame->tree.rows[i].role == ROLE_BUTTON && nth-- == 0) {
            return &frame->tree.rows[i];
        }
    }
    return NULL;
}

static void a_finger_scrolls_what_it_drags_and_presses_what_it_taps(void **state) {
    Page *page = *state;
    Rect button = find_button(show(page, (UiInput){0}), 1)->rect;
    int32_t x = button.x + 10, y = button.y + 10;
    Rect before = find_thumb(touch(page, INPUT_DOWN, x, y));
    assert_int_equal(page->pressed, -1);
    Rect button_then = find_button(touch(page, INPUT_MOVE, x, y - 60), 1)->rect;
    assert_int_equal(button_then.y, button.y - 60); // it stays under the finger
    const UiFrame *frame = touch(page, INPUT_UP, x, y - 60);
    assert_int_equal(page->pressed, -1);
    assert_true(find_thumb(frame).y > before.y);
    frame = touch(page, INPUT_MOVE, x, y); // nobody scrolls any more
    assert_int_equal(find_button(frame, 1)->rect.y, button.y - 60);
    (void)touch(page, INPUT_DOWN, x, y - 60);
    (void)touch(page, INPUT_MOVE, x + 2, y - 63);
    frame = touch(page, INPUT_UP, x + 2, y - 63);
    assert_int_equal(page->pressed, 1);
    assert_true(find_button(frame, 1)->focused);
}

// It stays where it is under the pointer, also for the next click.
static void what_only_a_sliver_shows_of_is_pressed(void **state) {
    Page *page = *state;
    Rect button = find_button(show(page, (UiInput){0}), 1)->rect;
    page->height = button.y + 4;
    (void)show(page, (UiInput){.kind = INPUT_RESIZE});
    for (int32_t clicks = 1; clicks <= 2; clicks++) {
        UiInput at = {.kind = INPUT_DOWN, .x = button.x + 10, .y = button.y + 2, .clicks = 1};
        (void)show(page, at);
        at.kind = INPUT_UP;
        const UiFrame *frame = show(page, at);
        assert_int_equal(page->pressed, 1);
        assert_int_equal(focused(frame)->rect.y, button.y);
    }
}

enum { QUESTIONS = 9 };

// Each with what is asked above what there is to choose.
static const UiFrame *show_questions(Page *page, UiInput input) {
    static const Str LABELS[] = {S_INIT("0"), S_INIT("1")};
    Ui *ui = page->ui;
    ui_begin(ui, &input, page->width, page->height, (UiPreferences){.text_scale = 100, .still = true});
    ui_enter_page(ui, S("questions"));
    ui_box_begin(ui, (UiBox){.key = S("all"), .height = UI_GROW, .gap = 7, .padding = UI_PAD(20), .scrolls = true});
    for (int32_t i = 0; i < QUESTIONS; i++) {
        Str name = ui_number(ui, 100 + i);
        ui_box_begin(ui, (UiBox){.key = S("question"), .index = i, .gap = 6, .role = ROLE_GROUP, .name = name});
        ui_text(ui, (UiText){.text = name});
        ui_text(ui, (UiText){.text = S("De 0 à 1, comme vous voulez.")});
        (void)ui_choices(ui,
                         (UiChoices){.key = S("answers"), .name = name, .labels = LABELS, .count = 2, .chosen = -1});
        ui_box_end(ui);
    }
    ui_box_end(ui);
    return ui_end(ui);
}

static void what_is_asked_comes_into_sight_with_what_there_is_to_choose(void **state) {
    Page *page = *state;
    (void)show_questions(page, (UiInput){0});
    for (int32_t i = 1; i < 2 * QUESTIONS - 1; i++) { // down to the last one, and up again
        bool down = i < QUESTIONS;
        const UiFrame *frame =
            show_questions(page, (UiInput){.kind = INPUT_KEY, .key = KEY_TAB, .modifiers = down ? 0 : MOD_SHIFT});
        Str asked = str_format(&page->arena, "%d", 100 + (down ? i : 2 * (QUESTIONS - 1) - i));
        Rect rect = {0};
        for (int32_t j = 0; j < frame->tree.count; j++) {
            bool is_text = frame->tree.rows[j].role == ROLE_TEXT && str_equal(frame->tree.rows[j].name, asked);
            rect = is_text ? frame->tree.rows[j].rect : rect;
        }
        assert_true(focused(frame)->role == ROLE_RADIO && in_sight(page, rect));
        assert_true(rect.y < focused(frame)->rect.y && focused(frame)->rect.y - rect.y < 90);
    }
}

// A button each, with what came of it below.
static const UiFrame *show_wholes(Page *page, UiInput input) {
    Ui *ui = page->ui;
    ui_begin(ui, &input, page->width, page->height, (UiPreferences){.text_scale = 100, .still = true});
    ui_enter_page(ui, S("wholes"));
    ui_box_begin(ui, (UiBox){.key = S("all"), .height = UI_GROW, .gap = 7, .padding = UI_PAD(20), .scrolls = true});
    for (int32_t i = 0; i < QUESTIONS; i++) {
        ui_box_begin(ui, (UiBox){.whole = true});
        (void)ui_button(ui, (UiButton){.key = S("button"), .index = i, .text = S("?")});
        ui_text(ui, (UiText){.text = S("Ce qui en sort.")});
        ui_text(ui, (UiText){.text = ui_number(ui, 100 + i)});
        ui_box_end(ui);
    }
    ui_box_end(ui);
    return ui_end(ui);
}

static void what_came_of_something_comes_into_sight_with_it(void **state) {
    Page *page = *state;
    (void)show_wholes(page, (UiInput){0});
    for (int32_t i = 1; i < QUESTIONS; i++) {
        const UiFrame *frame = show_wholes(page, (UiInput){.kind = INPUT_KEY, .key = KEY_TAB});
        Str told = str_format(&page->arena, "%d", 100 + i);
        Rect rect = {0};
        for (int32_t j = 0; j < frame->tree.count; j++) {
            rect = str_equal(frame->tree.rows[j].name, told) ? frame->tree.rows[j].rect : rect;
        }
        assert_true(in_sight(page, focused(frame)->rect) && in_sight(page, rect));
        assert_true(rect.y > focused(frame)->rect.y && rect.y - focused(frame)->rect.y < 120);
    }
}

// A dialog with more to read than has room, and its button.
static const UiFrame *show_dialog(Page *page, UiInput input) {
    Ui *ui = page->ui;
    ui_begin(ui, &input, page->width, page->height, (UiPreferences){.text_scale = 100, .still = true});
    ui_enter_page(ui, S("page"));
    (void)ui_dialog_begin(ui, (UiDialog){.key = S("all"), .title = S("Tout"), .width = 280, .from_end = true});
    for (int32_t i = 0; i < BUTTONS; i++) {
        ui_text(ui, (UiText){.text = ui_number(ui, 100 + i)});
        ui_text(ui, (UiText){.text = S("Une phrase qui prend bien plus d’une ligne, et une autre encore après elle.")});
    }
    ui_dialog_foot(ui);
    (void)ui_button(ui, (UiButton){.key = S("close"), .text = S("Fermer")});
    ui_dialog_end(ui);
    return ui_end(ui);
}

static bool shows(const UiFrame *frame, Str name) {
    bool found = false;
    for (int32_t i = 0; i < frame->tree.count; i++) {
        const UiTreeNode *node = &frame->tree.rows[i];
        found = found || (str_equal(node->name, name) && !rect_is_empty(node->rect));
    }
    return found;
}

static void a_dialog_opens_at_its_end_and_keeps_its_buttons_in_sight(void **state) {
    Page *page = *state;
    const UiFrame *frame = show_dialog(page, (UiInput){0});
    assert_true(shows(frame, S("Fermer")) && shows(frame, S("111")));
    assert_false(shows(frame, S("100")));
    frame = show_dialog(page, (UiInput){.kind = INPUT_KEY, .key = KEY_HOME});
    assert_true(shows(frame, S("Fermer")) && shows(frame, S("100")));
    frame = show_dialog(page, (UiInput){.kind = INPUT_RESIZE}); // not again
    assert_true(shows(frame, S("100")));
    page->height = 200; // too low for that: all of it scrolls
    (void)show_dialog(page, (UiInput){.kind = INPUT_RESIZE});
    frame = show_dialog(page, (UiInput){.kind = INPUT_KEY, .key = KEY_HOME});
    assert_true(shows(frame, S("100")) && !shows(frame, S("Fermer")));
    frame = show_dialog(page, (UiInput){.kind = INPUT_KEY, .key = KEY_END});
    assert_true(shows(frame, S("Fermer")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_has_the_focus_stays_in_sight_when_all_is_placed_anew, begin, end),
        cmocka_unit_test_setup_teardown(what_was_scrolled_away_stays_away, begin, end),
        cmocka_unit_test_setup_teardown(the_focus_brings_whole_lines_to_the_upper_edge, begin, end),
        cmocka_unit_test_setup_teardown(the_caret_stays_in_sight_in_a_field_that_outgrows_the_window, begin, end),
        cmocka_unit_test_setup_teardown(home_and_end_go_to_the_ends_of_the_line_that_is_shown, begin, end),
        cmocka_unit_test_setup_teardown(the_bar_is_dragged_and_pressed, begin, end),
        cmocka_unit_test_setup_teardown(pages_are_turned_from_within_a_field, begin, end),
        cmocka_unit_test_setup_teardown(a_finger_scrolls_what_it_drags_and_presses_what_it_taps, begin, end),
        cmocka_unit_test_setup_teardown(what_only_a_sliver_shows_of_is_pressed, begin, end),
        cmocka_unit_test_setup_teardown(what_is_asked_comes_into_sight_with_what_there_is_to_choose, begin, end),
        cmocka_unit_test_setup_teardown(what_came_of_something_comes_into_sight_with_it, begin, end),
        cmocka_unit_test_setup_teardown(a_dialog_opens_at_its_end_and_keeps_its_buttons_in_sight, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
