// Pages in parts of a window: a head with a button, and below it an outline beside a page.
#include "ui/widgets.h"

#include "fake/face.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { WIDTH = 1280, HEIGHT = 720, OUTLINE = 300, ROWS = 40, SAID_MOST = 4 };

typedef struct {
    Ui *ui;
    UiPreferences preferences;
    int32_t outline;
    Str page; // that the page panel shows
    bool dialog, window_dialog, help, reads, nested, empty;
    Str pressed, key; // what answered: which button, which panel's `b`
    int32_t page_width, page_height;
    int32_t said;
} Stage;

static void begin(Stage *stage) {
    *stage = (Stage){.ui = ui_create(fake_typesetter(), fake_clipboard()), .outline = OUTLINE, .page = S("one")};
}

static void end(Stage *stage) {
    ui_destroy(stage->ui);
}

static void say_button(Stage *stage, Str key, bool wants_focus) {
    if (ui_button(stage->ui, (UiButton){.key = key, .text = key, .wants_focus = wants_focus})) {
        stage->pressed = key;
    }
}

static void say_key(Stage *stage, Str who) {
    if (ui_shortcut(stage->ui, 'b', 0, who)) {
        stage->key = who;
    }
}

static void say_outline(Stage *stage) {
    Ui *ui = stage->ui;
    ui_panel_begin(
        ui, (UiPanel){.key = S("outline"), .name = S("Plan"), .box = {.width = stage->outline, .padding = UI_PAD(10)}});
    ui_enter_page(ui, S("outline"));
    if (!stage->empty) {
        say_button(stage, S("un"), false);
        say_button(stage, S("deux"), false);
    }
    say_key(stage, S("outline"));
    ui_panel_end(ui);
}

static void say_dialog(Stage *stage, bool wanted) {
    if (wanted) {
        (void)ui_dialog_begin(stage->ui, (UiDialog){.key = S("sure"), .title = S("Sûr ?"), .width = 2000});
        say_button(stage, S("oui"), false);
        ui_dialog_end(stage->ui);
    }
}

static void say_nested(Stage *stage) {
    Ui *ui = stage->ui;
    ui_panel_begin(ui, (UiPanel){.key = S("inner"), .name = S("Dedans"), .box = {.height = 100}});
    say_button(stage, S("dedans"), false);
    say_key(stage, S("inner"));
    ui_panel_end(ui);
}

static void say_page(Stage *stage) {
    Ui *ui = stage->ui;
    ui_panel_begin(ui, (UiPanel){.key = S("page"), .name = S("Aperçu")});
    ui_enter_page(ui, stage->page);
    stage->page_width = ui_width(ui);
    stage->page_height = ui_height(ui);
    ui_box_begin(ui, (UiBox){.key = S("all"), .height = UI_GROW, .gap = 10, .padding = UI_PAD(20), .scrolls = true});
    ui_text(ui, (UiText){.text = S("Que faites-vous ?"), .role = ROLE_HEADING, .live = true});
    for (int32_t i = 0; i < ROWS; i++) {
        if (ui_answer(ui, (UiAnswer){.key = S("row"), .index = i, .text = S("Une réponse"), .wants_focus = i == 1})) {
            stage->pressed = S("row");
        }
    }
    if (stage->nested) {
        say_nested(stage);
    }
    ui_box_end(ui);
    say_key(stage, S("page"));
    say_dialog(stage, stage->dialog);
    if (stage->reads) {
        ui_read_page(ui);
    }
    ui_panel_end(ui);
}

static void say_window(Stage *stage) {
    Ui *ui = stage->ui;
    stage->said++;
    ui_enter_page(ui, S("window"));
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .height = 60});
    say_button(stage, S("head"), false);
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .height = UI_GROW});
    say_outline(stage);
    say_page(stage);
    ui_box_end(ui);
    say_key(stage, S("window"));
    say_dialog(stage, stage->window_dialog);
    if (stage->help) {
        (void)ui_help(ui, S("Touches"), (Str){0});
    }
}

// As whoever shows a page with panels does: it is said again until it is settled.
static const UiFrame *show(Stage *stage, UiInput input) {
    stage->pressed = stage->key = (Str){0};
    stage->said = 0;
    ui_begin(stage->ui, &input, WIDTH, HEIGHT, stage->preferences);
    say_window(stage);
    const UiFrame *frame = ui_end(stage->ui);
    while (!ui_is_settled(stage->ui)) {
        assert_true(stage->said < SAID_MOST);
        ui_begin_again(stage->ui, stage->preferences);
        say_window(stage);
        frame = ui_end(stage->ui);
    }
    return frame;
}

static const UiFrame *press(Stage *stage, int32_t key, int32_t modifiers) {
    return show(stage, (UiInput){.kind = INPUT_KEY, .key = key, .modifiers = modifiers});
}

static const UiTreeNode *focused(const UiFrame *frame) {
    for (int32_t i = 0; i < frame->tree.count; i++) {
        if (frame->tree.rows[i].focused) {
            return &frame->tree.rows[i];
        }
    }
    return NULL;
}

static const UiTreeNode *find(const UiFrame *frame, Str name) {
    for (int32_t i = 0; i < frame->tree.count; i++) {
        if (str_equal(frame->tree.rows[i].name, name)) {
            return &frame->tree.rows[i];
        }
    }
    return NULL;
}

static void assert_focus(const UiFrame *frame, Str name) {
    const UiTreeNode *node = focused(frame);
    assert_non_null(node);
    assert_true(str_equal(node->name, name));
}

static void assert_words(Str actual, const char *expected) {
    assert_true(str_equal(actual, str_from_c(expected)));
}

static const UiFrame *click(Stage *stage, int32_t x, int32_t y) {
    show(stage, (UiInput){.kind = INPUT_DOWN, .x = x, .y = y, .clicks = 1});
    return show(stage, (UiInput){.kind = INPUT_UP, .x = x, .y = y});
}

static void a_page_measures_its_panel(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    show(&stage, (UiInput){0});
    assert_int_equal(stage.said, 2); // once for a guess
    assert_int_equal(stage.page_width, WIDTH - OUTLINE);
    assert_int_equal(stage.page_height, HEIGHT - 60);
    show(&stage, (UiInput){0});
    assert_int_equal(stage.said, 1);
    stage.outline = 500;
    show(&stage, (UiInput){0});
    assert_int_equal(stage.said, 2);
    assert_int_equal(stage.page_width, WIDTH - 500);
    end(&stage);
}

static void a_measure_is_in_units(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    stage.preferences.text_scale = 200;
    show(&stage, (UiInput){0});
    assert_int_equal(stage.page_width, (WIDTH - 2 * OUTLINE) / 2);
    end(&stage);
}

static void a_panel_is_in_the_tree_with_its_name(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    const UiFrame *frame = show(&stage, (UiInput){0});
    const UiTreeNode *panel = find(frame, S("Aperçu"));
    assert_int_equal(panel->role, ROLE_PANEL);
    assert_words(ui_role_name(panel->role), "panel");
    assert_int_equal(panel->rect.x, OUTLINE);
    assert_int_equal(panel->rect.width, WIDTH - OUTLINE);
    assert_int_equal(panel[1].role, ROLE_HEADING);
    assert_true(panel[1].depth > panel->depth);
    end(&stage);
}

static void what_is_too_long_for_a_panel_stays_in_it(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    stage.outline = 40;
    const UiFrame *frame = show(&stage, (UiInput){0});
    const UiTreeNode *button = find(frame, S("deux"));
    assert_true(button->rect.x + button->rect.width <= 40);
    end(&stage);
}

static void tab_goes_on_from_panel_to_panel(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    stage.nested = true;
    const UiFrame *frame = show(&stage, (UiInput){0});
    assert_focus(frame, S("Une réponse")); // it wants the focus
    for (int32_t i = 2; i < ROWS; i++) {
        frame = press(&stage, KEY_TAB, 0);
    }
    assert_focus(frame, S("Une réponse"));
    assert_focus(press(&stage, KEY_TAB, 0), S("dedans"));
    assert_focus(press(&stage, KEY_TAB, 0), S("head"));
    assert_focus(press(&stage, KEY_TAB, 0), S("un"));
    assert_focus(press(&stage, KEY_TAB, 0), S("deux"));
    assert_focus(press(&stage, KEY_TAB, 0), S("Une réponse"));
    assert_focus(press(&stage, KEY_TAB, MOD_SHIFT), S("deux"));
    end(&stage);
}

static void f6_goes_from_panel_to_panel_and_comes_back_to_where_one_was(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    show(&stage, (UiInput){0});
    Rect second = focused(press(&stage, KEY_DOWN, 0))->rect;
    assert_focus(press(&stage, KEY_F6, 0), S("head")); // what stands in no panel
    assert_focus(press(&stage, KEY_F6, 0), S("un"));
    press(&stage, KEY_DOWN, 0);
    const UiFrame *frame = press(&stage, KEY_F6, 0);
    assert_focus(frame, S("Une réponse"));
    assert_int_equal(focused(frame)->rect.y, second.y);
    assert_focus(press(&stage, KEY_F6, MOD_SHIFT), S("deux"));
    assert_focus(press(&stage, KEY_F6, MOD_SHIFT), S("head"));
    assert_int_equal(focused(press(&stage, KEY_F6, MOD_SHIFT))->rect.y, second.y);
    end(&stage);
}

static void f6_passes_what_has_nothing_to_use(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    stage.empty = true;
    show(&stage, (UiInput){0});
    assert_focus(press(&stage, KEY_F6, 0), S("head"));
    assert_focus(press(&stage, KEY_F6, 0), S("Une réponse"));
    end(&stage);
}

static void arrows_stay_in_a_panel(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    show(&stage, (UiInput){0});
    assert_focus(press(&stage, KEY_LEFT, 0), S("Une réponse"));
    press(&stage, KEY_F6, MOD_SHIFT);
    assert_focus(press(&stage, KEY_RIGHT, 0), S("un"));
    assert_focus(press(&stage, KEY_UP, 0), S("un"));
    assert_focus(press(&stage, KEY_DOWN, 0), S("deux"));
    assert_focus(press(&stage, KEY_DOWN, 0), S("deux"));
    end(&stage);
}

static void keys_are_those_of_the_panel_that_has_the_focus(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    stage.nested = true;
    show(&stage, (UiInput){0});
    press(&stage, 'b', 0);
    assert_words(stage.key, "page");
    press(&stage, KEY_F6, MOD_SHIFT);
    press(&stage, 'b', 0);
    assert_words(stage.key, "outline");
    press(&stage, KEY_F6, MOD_SHIFT);
    press(&stage, 'b', 0); // in no panel: nobody but the window
    assert_words(stage.key, "window");
    assert_focus(press(&stage, KEY_F6, MOD_SHIFT), S("dedans"));
    press(&stage, 'b', 0); // the innermost says it first
    assert_words(stage.key, "inner");
    end(&stage);
}

static void the_help_lists_the_keys_that_would_answer(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    show(&stage, (UiInput){0});
    stage.help = true;
    const UiFrame *frame = show(&stage, (UiInput){0});
    assert_non_null(find(frame, S("B, page")));
    assert_non_null(find(frame, S("B, window")));
    assert_null(find(frame, S("B, outline")));
    assert_non_null(find(frame, S("F6, Go to the next part of the window")));
    end(&stage);
}

static void a_click_on_a_panel_gives_it_the_focus(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    show(&stage, (UiInput){0});
    assert_focus(click(&stage, 20, HEIGHT - 20), S("un"));
    press(&stage, KEY_DOWN, 0);
    assert_focus(click(&stage, 20, HEIGHT - 20), S("deux"));
    assert_focus(click(&stage, OUTLINE + 5, HEIGHT - 5), S("Une réponse"));
    end(&stage);
}

static void another_page_in_a_panel_takes_the_focus_from_no_other(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    show(&stage, (UiInput){0});
    press(&stage, KEY_F6, MOD_SHIFT);
    press(&stage, KEY_DOWN, 0);
    stage.page = S("two");
    assert_focus(show(&stage, (UiInput){0}), S("deux"));
    const UiFrame *frame = press(&stage, KEY_F6, 0);
    assert_focus(frame, S("Une réponse")); // the one that wants it
    assert_int_equal(focused(frame)->rect.y, find(frame, S("Une réponse"))[1].rect.y);
    end(&stage);
}

static void another_page_in_a_panel_begins_at_its_top(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    int32_t top = focused(show(&stage, (UiInput){0}))->rect.y;
    press(&stage, KEY_END, 0);
    assert_true(find(press(&stage, KEY_DOWN, 0), S("Que faites-vous ?"))->rect.height == 0); // scrolled away
    stage.page = S("two");
    const UiFrame *frame = show(&stage, (UiInput){0});
    assert_focus(frame, S("Une réponse"));
    assert_int_equal(focused(frame)->rect.y, top);
    end(&stage);
}

static void what_goes_from_a_panel_leaves_the_focus_in_it(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    stage.nested = true;
    show(&stage, (UiInput){0});
    press(&stage, KEY_TAB, MOD_SHIFT);
    assert_focus(press(&stage, KEY_TAB, MOD_SHIFT), S("deux"));
    stage.empty = true; // nothing is left there
    assert_focus(show(&stage, (UiInput){0}), S("Une réponse"));
    press(&stage, KEY_F6, 0);
    assert_focus(press(&stage, KEY_F6, MOD_SHIFT), S("Une réponse"));
    end(&stage);
}

static void keys_scroll_what_stands_in_the_panel(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    const UiFrame *frame = show(&stage, (UiInput){0});
    int32_t y = find(frame, S("Une réponse"))->rect.y;
    press(&stage, KEY_F6, MOD_SHIFT);
    assert_int_equal(find(press(&stage, KEY_PAGE_DOWN, 0), S("Une réponse"))->rect.y, y);
    press(&stage, KEY_F6, 0);
    frame = press(&stage, KEY_PAGE_DOWN, 0);
    assert_int_equal(find(frame, S("Une réponse"))->rect.height, 0);
    frame = show(&stage, (UiInput){.kind = INPUT_MOVE, .x = 700, .y = 400});
    frame = show(&stage, (UiInput){.kind = INPUT_WHEEL, .wheel_y = 100});
    assert_int_equal(find(frame, S("Une réponse"))->rect.y, y);
    end(&stage);
}

static void what_has_the_focus_stays_in_sight_in_another_size(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    show(&stage, (UiInput){0});
    for (int32_t i = 0; i < ROWS / 2; i++) {
        press(&stage, KEY_TAB, 0);
    }
    stage.outline = 1100; // texts take more lines now
    Rect rect = focused(show(&stage, (UiInput){0}))->rect;
    assert_true(rect.height > 20);
    end(&stage);
}

static void a_dialog_of_a_panel_stands_over_the_window(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    show(&stage, (UiInput){0});
    stage.dialog = true;
    const UiFrame *frame = show(&stage, (UiInput){0});
    assert_focus(frame, S("oui"));
    assert_true(find(frame, S("Sûr ?"))->rect.width > WIDTH - OUTLINE);
    assert_null(find(frame, S("un")));
    press(&stage, 'b', 0); // below a dialog nothing answers
    assert_int_equal(stage.key.len, 0);
    assert_focus(press(&stage, KEY_F6, 0), S("oui"));
    stage.dialog = false;
    assert_focus(show(&stage, (UiInput){0}), S("Une réponse"));
    end(&stage);
}

static void a_dialog_of_the_window_gives_the_focus_back_to_the_panel(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    show(&stage, (UiInput){0});
    press(&stage, KEY_F6, MOD_SHIFT);
    stage.window_dialog = true;
    assert_focus(show(&stage, (UiInput){0}), S("oui"));
    stage.window_dialog = false;
    assert_focus(show(&stage, (UiInput){0}), S("un"));
    press(&stage, 'b', 0);
    assert_words(stage.key, "outline");
    end(&stage);
}

static bool says(const UiFrame *frame, const char *words) {
    for (int32_t i = 0; i < frame->says.count; i++) {
        if (str_find(frame->says.rows[i].text, str_from_c(words)) >= 0) {
            return true;
        }
    }
    return false;
}

static void a_panel_is_called_when_the_focus_comes_into_it(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    stage.preferences.speaks = true;
    show(&stage, (UiInput){0});
    const UiFrame *frame = press(&stage, KEY_F6, MOD_SHIFT);
    assert_true(says(frame, "Plan"));
    assert_true(says(frame, "un"));
    assert_false(says(press(&stage, KEY_DOWN, 0), "Plan"));
    assert_true(says(press(&stage, KEY_F6, 0), "Aperçu"));
    end(&stage);
}

static void a_page_in_a_panel_is_read_alone(void **state) {
    (void)state;
    Stage stage;
    begin(&stage);
    stage.preferences.speaks = true;
    show(&stage, (UiInput){0});
    stage.reads = true;
    const UiFrame *frame = show(&stage, (UiInput){0});
    assert_true(says(frame, "Que faites-vous"));
    assert_false(says(frame, "deux"));
    assert_false(says(frame, "head"));
    end(&stage);
}

enum { SMALL_WIDTH = 480, SMALL_HEIGHT = 270, SMALL_X = 40, SMALL_Y = 60 };

static void say_slide(Ui *ui) {
    assert_int_equal(ui_width(ui), 1920);
    assert_int_equal(ui_height(ui), 1080);
    ui_box_begin(
        ui, (UiBox){.width = UI_GROW, .height = UI_GROW, .fill = COLOR_PAPER, .gap = 34, .padding = UI_PAD2(84, 45)});
    ui_text(ui, (UiText){.text = S("Que faites-vous ?"), .style = TEXT_ROOM_ASKED});
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 20, .padding = UI_PAD(20), .stroke = COLOR_EDGE, .radius = 20});
    ui_text(ui, (UiText){.text = S("A"), .style = TEXT_ROOM_STRONG});
    ui_text(ui, (UiText){.text = S("Ne rien dire"), .style = TEXT_ROOM_TEXT, .grow = UI_GROW});
    ui_box_end(ui);
    ui_box_end(ui);
}

static const UiFrame *show_slide(Ui *ui) {
    UiInput idle = {.kind = INPUT_IDLE};
    ui_begin(ui, &idle, SMALL_WIDTH, SMALL_HEIGHT, (UiPreferences){.theme = THEME_PROJECTOR, .scale = UI_SCALE_ROOM});
    say_slide(ui);
    return ui_end(ui);
}

// In a window of another theme, at twice the size of text; something stands behind it.
static const UiFrame *show_slide_in_small(Ui *ui) {
    UiInput idle = {.kind = INPUT_IDLE};
    ui_begin(ui, &idle, WIDTH, HEIGHT, (UiPreferences){.theme = THEME_PAPER, .text_scale = 200});
    ui_box_begin(ui, (UiBox){.align = UI_START, .gap = 10, .padding = {SMALL_X / 2, SMALL_Y / 2, 0, 0}});
    ui_panel_begin(ui, (UiPanel){.key = S("room"),
                                 .name = S("La salle"),
                                 .box = {.width = SMALL_WIDTH / 2, .height = SMALL_HEIGHT / 2, .fill = COLOR_PAPER},
                                 .of_room = true});
    say_slide(ui);
    ui_panel_end(ui);
    assert_int_equal(ui_width(ui), WIDTH / 2);
    ui_text(ui, (UiText){.text = S("Après"), .style = TEXT_READING});
    ui_box_end(ui);
    return ui_end(ui);
}

static bool is_same_draw(const DrawCommand *a, const DrawCommand *b) {
    Rect moved = {a->rect.x + SMALL_X, a->rect.y + SMALL_Y, a->rect.width, a->rect.height};
    return a->kind == b->kind && rect_equal(moved, b->rect) && a->size == b->size && a->radius == b->radius &&
           a->stroke_width == b->stroke_width && memcmp(&a->fill, &b->fill, sizeof a->fill) == 0 &&
           memcmp(&a->stroke, &b->stroke, sizeof a->stroke) == 0 && str_equal(a->text, b->text);
}

static void a_panel_shows_a_page_of_the_room_as_a_window_of_its_size_does(void **state) {
    (void)state;
    Ui *window = ui_create(fake_typesetter(), fake_clipboard()), *desk = ui_create(fake_typesetter(), fake_clipboard());
    const UiFrame *whole = show_slide(window), *small = show_slide_in_small(desk);
    assert_true(ui_is_settled(desk));
    int32_t found = 0;
    for (int32_t i = 0; i < small->draws.count && found < whole->draws.count; i++) {
        while (found < whole->draws.count && whole->draws.rows[found].kind == DRAW_CLIP) {
            found++;
        }
        found += found < whole->draws.count && is_same_draw(&whole->draws.rows[found], &small->draws.rows[i]);
    }
    assert_int_equal(found, whole->draws.count);
    const DrawCommand *last = &small->draws.rows[small->draws.count - 1]; // what comes after it is the desk's again
    Color ink = theme_color(THEME_PAPER, COLOR_INK);
    assert_words(last->text, "Après");
    assert_int_equal(last->size, 2 * TEXT_TYPES[TEXT_READING].size);
    assert_memory_equal(&last->fill, &ink, sizeof ink);
    ui_destroy(window);
    ui_destroy(desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_measures_its_panel),
        cmocka_unit_test(a_panel_shows_a_page_of_the_room_as_a_window_of_its_size_does),
        cmocka_unit_test(a_measure_is_in_units),
        cmocka_unit_test(a_panel_is_in_the_tree_with_its_name),
        cmocka_unit_test(what_is_too_long_for_a_panel_stays_in_it),
        cmocka_unit_test(tab_goes_on_from_panel_to_panel),
        cmocka_unit_test(f6_goes_from_panel_to_panel_and_comes_back_to_where_one_was),
        cmocka_unit_test(f6_passes_what_has_nothing_to_use),
        cmocka_unit_test(arrows_stay_in_a_panel),
        cmocka_unit_test(keys_are_those_of_the_panel_that_has_the_focus),
        cmocka_unit_test(the_help_lists_the_keys_that_would_answer),
        cmocka_unit_test(a_click_on_a_panel_gives_it_the_focus),
        cmocka_unit_test(another_page_in_a_panel_takes_the_focus_from_no_other),
        cmocka_unit_test(another_page_in_a_panel_begins_at_its_top),
        cmocka_unit_test(what_goes_from_a_panel_leaves_the_focus_in_it),
        cmocka_unit_test(keys_scroll_what_stands_in_the_panel),
        cmocka_unit_test(what_has_the_focus_stays_in_sight_in_another_size),
        cmocka_unit_test(a_dialog_of_a_panel_stands_over_the_window),
        cmocka_unit_test(a_dialog_of_the_window_gives_the_focus_back_to_the_panel),
        cmocka_unit_test(a_panel_is_called_when_the_focus_comes_into_it),
        cmocka_unit_test(a_page_in_a_panel_is_read_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
