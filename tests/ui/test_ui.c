#include "ui/widgets.h"

#include "fake/face.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { WIDTH = 1280, HEIGHT = 720 };

typedef struct {
    Ui *ui;
    UiPreferences preferences;
    bool dialog, deeper, closed, far, reads;
    int32_t pressed;
    Arena arena;
    Str typed;
    int32_t rows;
} Page;

static void begin_page(Page *page) {
    *page = (Page){.ui = ui_create(fake_typesetter(), fake_clipboard()), .preferences = {.text_scale = 100}};
}

static void end_page(Page *page) {
    ui_destroy(page->ui);
    arena_finish(&page->arena);
}

static void say_page(Page *page) {
    Ui *ui = page->ui;
    ui_enter_page(ui, S("page"));
    ui_box_begin(ui, (UiBox){.key = S("all"), .height = UI_GROW, .gap = 8, .padding = UI_PAD(20), .scrolls = true});
    ui_text(ui, (UiText){.text = S("Que faites-vous ?"), .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    for (int32_t i = 0; i < page->rows; i++) {
        if (ui_answer(ui, (UiAnswer){.key = S("answer"),
                                     .index = i,
                                     .letter = S("A"),
                                     .text = S("Une réponse"),
                                     .wants_focus = i == (page->far ? 30 : 1),
                                     .place = i + 1,
                                     .set_size = page->rows})) {
            page->pressed = i + 1;
        }
    }
    Str text;
    if (ui_field(ui, (UiField){.key = S("field"), .name = S("Vos mots"), .text = page->typed}, &text)) {
        page->typed = str_copy(&page->arena, text);
    }
    if (ui_shortcut(ui, 'b', 0, S("la réponse B"))) {
        page->pressed = 2;
    }
    ui_box_end(ui);
    if (page->reads) {
        ui_read_page(ui);
    }
    if (page->dialog) {
        page->closed = ui_dialog_begin(ui, (UiDialog){.key = S("sure"), .title = S("Quitter ?"), .width = 400});
        page->closed |= ui_button(ui, (UiButton){.key = S("yes"), .text = S("Oui")});
        ui_dialog_end(ui);
    }
    if (page->deeper) {
        (void)ui_dialog_begin(ui, (UiDialog){.key = S("really"), .title = S("Vraiment ?"), .width = 400});
        (void)ui_button(ui, (UiButton){.key = S("yes"), .text = S("Vraiment")});
        ui_dialog_end(ui);
    }
}

static const UiFrame *show(Page *page, UiInput input) {
    page->pressed = 0;
    page->closed = false;
    ui_begin(page->ui, &input, WIDTH, HEIGHT, page->preferences);
    say_page(page);
    return ui_end(page->ui);
}

static const UiFrame *press(Page *page, int32_t key) {
    return show(page, (UiInput){.kind = INPUT_KEY, .key = key});
}

static const UiTreeNode *focused(const UiFrame *frame) {
    for (int32_t i = 0; i < frame->tree.count; i++) {
        if (frame->tree.rows[i].focused) {
            return &frame->tree.rows[i];
        }
    }
    return NULL;
}

static const UiTreeNode *find_role(const UiFrame *frame, UiRole role, int32_t nth) {
    for (int32_t i = 0; i < frame->tree.count; i++) {
        if (frame->tree.rows[i].role == role && nth-- == 0) {
            return &frame->tree.rows[i];
        }
    }
    return NULL;
}

static void the_first_that_wants_it_has_the_focus(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.rows = 3;
    const UiTreeNode *node = focused(show(&page, (UiInput){0}));
    assert_non_null(node);
    assert_int_equal(node->place, 2);
    end_page(&page);
}

static void a_box_to_tick_has_the_focus_too_where_it_wants_it(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    ui_begin(page.ui, &(UiInput){0}, WIDTH, HEIGHT, page.preferences);
    ui_enter_page(page.ui, S("boxes"));
    (void)ui_button(page.ui, (UiButton){.key = S("first"), .text = S("Tout effacer")});
    (void)ui_checkbox(page.ui, (UiToggle){.key = S("box"), .text = S("Le dossier vert"), .wants_focus = true});
    const UiTreeNode *node = focused(ui_end(page.ui));
    assert_non_null(node);
    assert_int_equal(node->role, ROLE_CHECKBOX);
    end_page(&page);
}

static void tab_goes_through_all_and_round(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.rows = 3;
    show(&page, (UiInput){0});
    assert_int_equal(focused(press(&page, KEY_TAB))->place, 3);
    assert_int_equal(focused(press(&page, KEY_TAB))->role, ROLE_FIELD);
    assert_int_equal(focused(press(&page, KEY_TAB))->place, 1);
    const UiFrame *frame = show(&page, (UiInput){.kind = INPUT_KEY, .key = KEY_TAB, .modifiers = MOD_SHIFT});
    assert_int_equal(focused(frame)->role, ROLE_FIELD);
    end_page(&page);
}

static void arrows_go_to_what_lies_that_way(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.rows = 3;
    show(&page, (UiInput){0});
    assert_int_equal(focused(press(&page, KEY_UP))->place, 1);
    assert_int_equal(focused(press(&page, KEY_DOWN))->place, 2);
    end_page(&page);
}

static void enter_a_letter_and_a_click_do_the_same(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.rows = 3;
    const UiFrame *frame = show(&page, (UiInput){0});
    Rect rect = find_role(frame, ROLE_OPTION, 1)->rect;
    press(&page, KEY_ENTER);
    assert_int_equal(page.pressed, 2);
    press(&page, 'b');
    assert_int_equal(page.pressed, 2);
    show(&page, (UiInput){.kind = INPUT_DOWN, .x = rect.x + 5, .y = rect.y + 5, .clicks = 1});
    assert_int_equal(page.pressed, 0);
    show(&page, (UiInput){.kind = INPUT_UP, .x = rect.x + 5, .y = rect.y + 5});
    assert_int_equal(page.pressed, 2);
    end_page(&page);
}

static void a_click_that_ends_elsewhere_presses_nothing(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.rows = 3;
    Rect rect = find_role(show(&page, (UiInput){0}), ROLE_OPTION, 0)->rect;
    show(&page, (UiInput){.kind = INPUT_DOWN, .x = rect.x + 5, .y = rect.y + 5, .clicks = 1});
    show(&page, (UiInput){.kind = INPUT_UP, .x = rect.x + 5, .y = rect.y + rect.height + 4});
    assert_int_equal(page.pressed, 0);
    end_page(&page);
}

static void letters_that_are_typed_are_no_shortcuts(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.rows = 1;
    show(&page, (UiInput){0});
    press(&page, KEY_TAB);
    press(&page, 'b');
    assert_int_equal(page.pressed, 0);
    const UiFrame *frame = show(&page, (UiInput){.kind = INPUT_TEXT, .text = S("b")});
    assert_true(str_equal(page.typed, S("b")));
    assert_true(frame->types);
    assert_int_not_equal(frame->caret.height, 0);
    end_page(&page);
}

static void a_dialog_takes_all_input_and_gives_the_focus_back(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.rows = 3;
    show(&page, (UiInput){0});
    press(&page, KEY_DOWN);
    page.dialog = true;
    const UiFrame *frame = show(&page, (UiInput){0});
    assert_int_equal(focused(frame)->role, ROLE_BUTTON);
    assert_null(find_role(frame, ROLE_OPTION, 0)); // what lies under it is not there for anybody
    press(&page, 'b');
    assert_int_equal(page.pressed, 0);
    press(&page, KEY_ESCAPE);
    assert_true(page.closed);
    page.dialog = false;
    assert_int_equal(focused(show(&page, (UiInput){0}))->place, 3);
    page.dialog = true;
    show(&page, (UiInput){0});
    page.deeper = true;
    assert_true(str_equal(focused(show(&page, (UiInput){0}))->name, S("Vraiment")));
    page.dialog = page.deeper = false; // both at once
    assert_int_equal(focused(show(&page, (UiInput){0}))->place, 3);
    end_page(&page);
}

static void a_page_that_is_said_again_is_read_once(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.preferences.speaks = true;
    page.rows = 2;
    show(&page, (UiInput){0});
    page.reads = true;
    int32_t count = show(&page, (UiInput){0})->says.count;
    assert_true(count > 2);
    page.reads = false;
    ui_begin_again(page.ui, page.preferences);
    say_page(&page);
    assert_int_equal(ui_end(page.ui)->says.count, count);
    end_page(&page);
}

static void what_has_the_focus_is_scrolled_into_sight(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.rows = 40;
    (void)show(&page, (UiInput){0});
    for (int32_t i = 0; i < 30; i++) {
        Rect rect = focused(press(&page, KEY_TAB))->rect;
        assert_true(rect.height >= 60 && rect.y >= 0 && rect.y + rect.height <= HEIGHT);
    }
    end_page(&page);
}

static void what_is_typed_is_scrolled_into_sight(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.rows = 40;
    show(&page, (UiInput){0});
    while (focused(press(&page, KEY_TAB))->role != ROLE_FIELD) {
    }
    show(&page, (UiInput){.kind = INPUT_MOVE, .x = WIDTH / 2, .y = HEIGHT / 2});
    assert_int_equal(focused(show(&page, (UiInput){.kind = INPUT_WHEEL, .wheel_y = 100}))->rect.height, 0);
    assert_true(focused(show(&page, (UiInput){.kind = INPUT_TEXT, .text = S("a")}))->rect.height > 0);
    end_page(&page);
}

// A card, and below it a bin.
static bool say_bin(Page *page, UiInputKind kind, int32_t y) {
    ui_begin(page->ui, &(UiInput){.kind = kind, .x = 50, .y = y, .clicks = 1}, WIDTH, HEIGHT, page->preferences);
    ui_box_begin(page->ui, (UiBox){.key = S("card"), .height = 100, .draggable = true});
    ui_box_end(page->ui);
    UiId bin = ui_box_begin(page->ui, (UiBox){.key = S("bin"), .height = 100, .takes_drops = true});
    ui_box_end(page->ui);
    bool would = ui_would_take(page->ui, bin);
    (void)ui_end(page->ui);
    return would;
}

static void what_is_dragged_is_wanted_where_it_would_be_taken(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    assert_false(say_bin(&page, INPUT_IDLE, 50));
    assert_false(say_bin(&page, INPUT_MOVE, 150)); // nothing is dragged
    assert_false(say_bin(&page, INPUT_DOWN, 50));
    assert_false(say_bin(&page, INPUT_MOVE, 80));
    assert_true(say_bin(&page, INPUT_MOVE, 150));
    assert_false(say_bin(&page, INPUT_UP, 150));
    end_page(&page);
}

// Tab goes from group to group, arrows within one.
static const UiTreeNode *step_among_pills(Page *page, int32_t key, int32_t checked) {
    ui_begin(page->ui, &(UiInput){.kind = key != 0 ? INPUT_KEY : INPUT_IDLE, .key = key}, WIDTH, HEIGHT,
             page->preferences);
    for (int32_t group = 0; group < 2; group++) {
        ui_box_begin(page->ui, (UiBox){.flow = UI_ROW, .gap = 8});
        for (int32_t i = 0; i < 3; i++) {
            (void)ui_pill(page->ui, (UiToggle){.key = group == 0 ? S("first") : S("second"),
                                               .index = i,
                                               .text = S("niveau"),
                                               .checked = group == 1 && i == checked,
                                               .place = group * 10 + i,
                                               .set_size = 3});
        }
        ui_box_end(page->ui);
    }
    return focused(ui_end(page->ui));
}

static void of_several_one_is_a_tab_stop_and_arrows_go_to_the_others(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    (void)step_among_pills(&page, 0, 2);
    assert_int_equal(step_among_pills(&page, 0, 2)->place, 0);
    assert_int_equal(step_among_pills(&page, KEY_RIGHT, 2)->place, 1);
    assert_int_equal(step_among_pills(&page, KEY_TAB, 2)->place, 12);
    assert_int_equal(step_among_pills(&page, KEY_LEFT, 2)->place, 11);
    assert_int_equal(step_among_pills(&page, KEY_TAB, 2)->place, 0);
    assert_int_equal(step_among_pills(&page, KEY_TAB, -1)->place, 12); // of the frame before
    assert_int_equal(step_among_pills(&page, KEY_TAB, -1)->place, 0);
    assert_int_equal(step_among_pills(&page, KEY_TAB, -1)->place, 10);
    end_page(&page);
}

static void a_toast_leaves_some_of_the_page_at_both_sides(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.preferences.text_scale = 200;
    ui_begin(page.ui, &(UiInput){0}, WIDTH, HEIGHT, page.preferences);
    say_page(&page);
    ui_toast(page.ui,
             S("Ce qui précède est gardé. Vous pouvez continuer ; après une panne, vous reprendriez à partir de là."),
             UI_TINT_NONE);
    Rect rect = find_role(ui_end(page.ui), ROLE_ALERT, 0)->rect;
    assert_true(rect.x >= 32 && rect.x + rect.width <= WIDTH - 32);
    end_page(&page);
}

static const UiFrame *say_toast_beside_buttons(Page *page, int32_t count, UiAlign justify) {
    ui_begin(page->ui, &(UiInput){0}, WIDTH, HEIGHT, page->preferences);
    ui_box_begin(page->ui, (UiBox){.key = S("column"), .height = UI_GROW, .justify = justify, .gap = 4});
    for (int32_t i = 0; i < count; i++) {
        (void)ui_button(page->ui, (UiButton){.key = S("answer"), .index = i, .text = S("Vous attendez.")});
    }
    ui_box_end(page->ui);
    (void)ui_toast(page->ui, S("Copié : Vous attendez."), UI_TINT_NONE);
    return ui_end(page->ui);
}

static void a_toast_stands_where_nothing_can_be_pressed(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    Rect below = find_role(say_toast_beside_buttons(&page, 0, UI_END), ROLE_ALERT, 0)->rect;
    assert_true(below.y > HEIGHT / 2);
    for (int32_t i = 0; i < 2; i++) {
        const UiFrame *frame = say_toast_beside_buttons(&page, 3, i == 0 ? UI_END : UI_BETWEEN);
        Rect above = find_role(frame, ROLE_ALERT, 0)->rect;
        assert_true(above.y < below.y && above.x == below.x);
        for (int32_t button = 0; button < 3; button++) {
            assert_false(rect_meets(above, find_role(frame, ROLE_BUTTON, button)->rect));
        }
    }
    end_page(&page);
}

static void numbers_below_nought_have_a_minus_sign(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    ui_begin(page.ui, &(UiInput){0}, WIDTH, HEIGHT, page.preferences);
    assert_true(str_equal(ui_number(page.ui, -3), S("−3")));
    assert_true(str_equal(ui_number(page.ui, INT64_MIN), S("−9223372036854775808")));
    assert_true(str_equal(ui_number(page.ui, 0), S("0")));
    (void)ui_end(page.ui);
    end_page(&page);
}

static void news_and_the_focus_are_spoken_once(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.rows = 2;
    page.preferences.speaks = true;
    const UiFrame *frame = show(&page, (UiInput){0});
    assert_int_equal(frame->says.count, 2);
    assert_true(str_equal(frame->says.rows[0].text, S("Que faites-vous ?")));
    assert_true(str_equal(frame->says.rows[1].text, S("A. Une réponse, 2 of 2")));
    assert_true(frame->says.rows[0].interrupts && !frame->says.rows[1].interrupts);
    assert_int_equal(show(&page, (UiInput){0})->says.count, 0);
    frame = press(&page, KEY_UP);
    assert_int_equal(frame->says.count, 1);
    assert_true(str_equal(frame->says.rows[0].text, S("A. Une réponse, 1 of 2")));
    end_page(&page);
}

static void a_new_page_is_seen_from_its_beginning(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.rows = 40;
    page.far = true; // what wants the focus stands far below
    const UiFrame *frame = show(&page, (UiInput){0});
    assert_int_equal(find_role(frame, ROLE_HEADING, 0)->rect.y, 20);
    assert_int_equal(focused(frame)->rect.height, 0);
    frame = press(&page, KEY_ENTER); // shows it, and presses nothing yet
    assert_int_equal(page.pressed, 0);
    assert_true(focused(frame)->rect.height >= 60);
    press(&page, KEY_ENTER);
    assert_int_equal(page.pressed, 31);
    end_page(&page);
}

static bool same_frames(const UiFrame *frame, const uint64_t *hashes, int32_t count) {
    for (int32_t i = 0; i < count && i < frame->draws.count; i++) {
        if (draw_hash(&frame->draws.rows[i]) != hashes[i]) {
            return false;
        }
    }
    return frame->draws.count == count;
}

static void the_same_page_is_the_same_frame(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    page.rows = 3;
    const UiFrame *frame = show(&page, (UiInput){0});
    uint64_t hashes[256];
    int32_t count = frame->draws.count;
    assert_in_range(count, 10, 256);
    for (int32_t i = 0; i < count; i++) {
        hashes[i] = draw_hash(&frame->draws.rows[i]);
    }
    assert_true(same_frames(show(&page, (UiInput){0}), hashes, count));
    assert_false(same_frames(press(&page, KEY_TAB), hashes, count));
    end_page(&page);
}

static int32_t pixels_of(Page *page, int32_t width, int32_t height, int32_t units) {
    ui_begin(page->ui, &(UiInput){0}, width, height, page->preferences);
    int32_t pixels = ui_px(page->ui, units);
    (void)ui_end(page->ui);
    return pixels;
}

static void a_desk_and_a_room_have_units_of_their_own(void **state) {
    (void)state;
    Page page;
    begin_page(&page);
    assert_int_equal(pixels_of(&page, 640, 360, 100), 100);
    assert_int_equal(pixels_of(&page, 2560, 1440, 100), 200);
    assert_int_equal(pixels_of(&page, 2560, 720, 100), 100);
    assert_int_equal(pixels_of(&page, 7680, 4320, 100), 300);
    page.preferences.text_scale = 150;
    assert_int_equal(pixels_of(&page, 1280, 720, 100), 150);
    page.preferences.scale = UI_SCALE_ROOM; // where the height alone counts, and no text size
    assert_int_equal(pixels_of(&page, 1920, 1080, 100), 100);
    assert_int_equal(pixels_of(&page, 1024, 1080, 100), 100);
    assert_int_equal(pixels_of(&page, 960, 540, 100), 50);
    assert_int_equal(pixels_of(&page, 7680, 4320, 100), 400);
    assert_int_equal(pixels_of(&page, 1, 1, 42), 0);
    end_page(&page);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_that_wants_it_has_the_focus),
        cmocka_unit_test(a_box_to_tick_has_the_focus_too_where_it_wants_it),
        cmocka_unit_test(tab_goes_through_all_and_round),
        cmocka_unit_test(arrows_go_to_what_lies_that_way),
        cmocka_unit_test(enter_a_letter_and_a_click_do_the_same),
        cmocka_unit_test(a_click_that_ends_elsewhere_presses_nothing),
        cmocka_unit_test(letters_that_are_typed_are_no_shortcuts),
        cmocka_unit_test(a_dialog_takes_all_input_and_gives_the_focus_back),
        cmocka_unit_test(what_has_the_focus_is_scrolled_into_sight),
        cmocka_unit_test(what_is_typed_is_scrolled_into_sight),
        cmocka_unit_test(what_is_dragged_is_wanted_where_it_would_be_taken),
        cmocka_unit_test(of_several_one_is_a_tab_stop_and_arrows_go_to_the_others),
        cmocka_unit_test(a_toast_leaves_some_of_the_page_at_both_sides),
        cmocka_unit_test(a_toast_stands_where_nothing_can_be_pressed),
        cmocka_unit_test(numbers_below_nought_have_a_minus_sign),
        cmocka_unit_test(news_and_the_focus_are_spoken_once),
        cmocka_unit_test(a_page_that_is_said_again_is_read_once),
        cmocka_unit_test(a_new_page_is_seen_from_its_beginning),
        cmocka_unit_test(the_same_page_is_the_same_frame),
        cmocka_unit_test(a_desk_and_a_room_have_units_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
