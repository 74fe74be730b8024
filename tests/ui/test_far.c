// Boxes larger than their place: lists of which only the part in sight is said, boards that are moved and zoomed.
#include "ui/widgets.h"

#include "fake/face.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { WIDTH = 1280, HEIGHT = 720, ROWS = 10000, ROW_HEIGHT = 30, IN_SIGHT = HEIGHT / ROW_HEIGHT + 4 };

static const UiPreferences PREFERENCES = {.text_scale = 100};

static UiList show_list(Ui *ui, UiInput input) {
    UiList list = {.key = S("rows"), .name = S("Rows"), .count = ROWS, .row_height = ROW_HEIGHT};
    ui_begin(ui, &input, WIDTH, HEIGHT, PREFERENCES);
    ui_list_begin(ui, &list);
    for (int32_t i = list.first; i < list.end; i++) {
        ui_box_begin(ui, (UiBox){.height = ROW_HEIGHT});
        ui_box_end(ui);
    }
    ui_list_end(ui, &list);
    (void)ui_end(ui);
    return list;
}

static void only_rows_in_sight_are_said_and_all_can_be_reached(void **state) {
    (void)state;
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    (void)show_list(ui, (UiInput){0});
    UiList list = show_list(ui, (UiInput){.kind = INPUT_MOVE, .x = 100, .y = 100});
    assert_int_equal(list.first, 0);
    assert_true(list.end > 0 && list.end <= IN_SIGHT);
    for (int32_t i = 0; i < ROWS && list.end < ROWS; i++) {
        (void)show_list(ui, (UiInput){.kind = INPUT_WHEEL, .x = 100, .y = 100, .wheel_y = -20});
        list = show_list(ui, (UiInput){0});
        assert_true(list.first >= 0 && list.end - list.first <= IN_SIGHT);
    }
    assert_int_equal(list.end, ROWS);
    ui_destroy(ui);
}

static void draw_nothing(void *context, UiCanvas *canvas) {
    (void)context;
    (void)canvas;
}

// A board of 1000 × 500 in a place of 400 × 400 beside other things.
static UiView show_board(Ui *ui, UiInput input) {
    UiView view = {0};
    ui_begin(ui, &input, WIDTH, HEIGHT, PREFERENCES);
    ui_box_begin(ui, (UiBox){.width = 400, .height = 400});
    UiId id = ui_board(
        ui, (UiBoard){.key = S("map"), .name = S("Map"), .content = {0, 0, 1000, 500}, .draw = draw_nothing}, &view);
    if (!ui_has_focus(ui, id)) {
        ui_focus(ui, id);
    }
    ui_box_end(ui);
    (void)ui_end(ui);
    return view;
}

static UiView press_on_board(Ui *ui, int32_t key) {
    return show_board(ui, (UiInput){.kind = INPUT_KEY, .key = key});
}

static void a_board_shows_all_of_itself_in_its_place_and_comes_back_to_it(void **state) {
    (void)state;
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    (void)show_board(ui, (UiInput){0});
    UiView whole = show_board(ui, (UiInput){0});
    assert_true(whole.zoom > 0 && (int64_t)whole.zoom * 1000 / 1024 <= 400);
    assert_true(whole.x >= 0);
    UiView nearer = press_on_board(ui, KEY_PLUS);
    assert_true(nearer.zoom > whole.zoom);
    UiView aside = press_on_board(ui, KEY_RIGHT);
    assert_true(aside.x < nearer.x && aside.y == nearer.y);
    (void)show_board(ui, (UiInput){.kind = INPUT_DOWN, .x = 100, .y = 100, .clicks = 1});
    UiView dragged = show_board(ui, (UiInput){.kind = INPUT_MOVE, .x = 150, .y = 130});
    assert_int_equal(dragged.x - aside.x, 50);
    assert_int_equal(dragged.y - aside.y, 30);
    (void)show_board(ui, (UiInput){.kind = INPUT_UP, .x = 150, .y = 130, .clicks = 1});
    UiView again = press_on_board(ui, '0');
    assert_int_equal(again.zoom, whole.zoom);
    assert_int_equal(again.x, whole.x);
    assert_int_equal(again.y, whole.y);
    ui_destroy(ui);
}

// A board of which all would be too small to read, and the part of it that matters.
static UiView show_large(Ui *ui, UiInput input, Rect here, BoardWish wish) {
    UiView view = {0};
    ui_begin(ui, &input, WIDTH, HEIGHT, PREFERENCES);
    ui_box_begin(ui, (UiBox){.width = 400, .height = 400});
    UiId id = ui_board(ui,
                       (UiBoard){.key = S("map"),
                                 .name = S("Map"),
                                 .content = {0, 0, 4000, 4000},
                                 .here = here,
                                 .wish = wish,
                                 .draw = draw_nothing},
                       &view);
    if (input.kind == INPUT_MOVE) {
        int32_t x, y;
        ui_board_point(ui, id, &view, &x, &y);
        assert_in_range(x, here.x, here.x + here.width);
        assert_in_range(y, here.y, here.y + here.height);
    }
    ui_box_end(ui);
    (void)ui_end(ui);
    return view;
}

static int32_t on_screen(int32_t origin, int32_t zoom, int32_t at) {
    return origin + (int32_t)((int64_t)at * zoom / 1024);
}

static void the_part_of_a_board_that_matters_is_read_first_and_stays_in_sight(void **state) {
    (void)state;
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    const Rect first = {1000, 2000, 100, 60}, other = {3000, 100, 100, 60};
    (void)show_large(ui, (UiInput){0}, first, BOARD_STAYS);
    UiView view = show_large(ui, (UiInput){0}, first, BOARD_STAYS);
    assert_true(view.zoom >= 512);
    assert_int_equal(on_screen(view.x, view.zoom, 1050), 200);
    assert_int_equal(on_screen(view.y, view.zoom, 2030), 200);
    UiView there = show_large(ui, (UiInput){0}, other, BOARD_STAYS);
    assert_int_equal(there.zoom, view.zoom);
    assert_in_range(on_screen(there.x, there.zoom, 3000), 0, 400);
    assert_in_range(on_screen(there.x, there.zoom, 3100), 0, 400);
    assert_in_range(on_screen(there.y, there.zoom, 100), 0, 400);
    int32_t x = on_screen(there.x, there.zoom, 3050), y = on_screen(there.y, there.zoom, 130);
    (void)show_large(ui, (UiInput){.kind = INPUT_MOVE, .x = x, .y = y}, other, BOARD_STAYS);
    UiView whole = show_large(ui, (UiInput){0}, other, BOARD_FITS);
    assert_true((int64_t)whole.zoom * 4000 / 1024 <= 400);
    UiView nearer = show_large(ui, (UiInput){0}, other, BOARD_CLOSER);
    assert_int_equal(nearer.zoom, whole.zoom * 5 / 4);
    assert_int_equal(show_large(ui, (UiInput){0}, other, BOARD_STAYS).zoom, nearer.zoom);
    ui_destroy(ui);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_rows_in_sight_are_said_and_all_can_be_reached),
        cmocka_unit_test(a_board_shows_all_of_itself_in_its_place_and_comes_back_to_it),
        cmocka_unit_test(the_part_of_a_board_that_matters_is_read_first_and_stays_in_sight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
