// What is dragged to an edge of what scrolls: it scrolls on, by the clock, as long as it is held there.
#include "ui/widgets.h"

#include "fake/face.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { WIDTH = 400, HEIGHT = 400, BOXES = 40, BOX_HEIGHT = 30, X = 100 };

typedef struct {
    Ui *ui;
    int64_t now_ms;
    const UiFrame *frame;
    int32_t pressed;
} Page;

static void show(Page *page, UiInput input) {
    Ui *ui = page->ui;
    input.now_ms = page->now_ms;
    ui_begin(ui, &input, WIDTH, HEIGHT, (UiPreferences){.text_scale = 100, .still = true});
    ui_enter_page(ui, S("page"));
    ui_box_begin(ui, (UiBox){.key = S("all"), .height = UI_GROW, .scrolls = true});
    for (int32_t i = 0; i < BOXES; i++) {
        UiId id = ui_box_begin(ui, (UiBox){.key = S("box"),
                                           .index = i,
                                           .height = BOX_HEIGHT,
                                           .role = ROLE_ITEM,
                                           .name = ui_number(ui, i),
                                           .draggable = true,
                                           .takes_drops = true});
        ui_box_end(ui);
        page->pressed = ui_pressed(ui, id) ? i : page->pressed;
    }
    ui_box_end(ui);
    page->frame = ui_end(ui);
}

static int begin(void **state) {
    static Page page;
    page = (Page){.ui = ui_create(fake_typesetter(), fake_clipboard()), .now_ms = 1000, .pressed = -1};
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

static void point(Page *page, UiInputKind kind, int32_t y) {
    show(page, (UiInput){.kind = kind, .x = X, .y = y, .clicks = kind == INPUT_DOWN});
}

// How far the list has gone: the place of the second box, for the first one is in the hand.
static int32_t scrolled(Page *page) {
    const UiTreeNode *node = NULL;
    for (int32_t i = 0; i < page->frame->tree.count; i++) {
        bool last_one = str_equal(page->frame->tree.rows[i].name, S("30"));
        node = last_one ? &page->frame->tree.rows[i] : node;
    }
    assert_non_null(node);
    return rect_is_empty(node->rect) ? -1 : 30 * BOX_HEIGHT - node->rect.y;
}

// As often as the page wants to be asked; gives how often that was.
static int32_t wait(Page *page, int64_t ms) {
    int64_t until = page->now_ms + ms;
    int32_t asked = 0;
    while (page->frame->wake_at_ms != 0 && page->frame->wake_at_ms <= until) {
        assert_true(page->frame->wake_at_ms > page->now_ms);
        page->now_ms = page->frame->wake_at_ms;
        show(page, (UiInput){.kind = INPUT_IDLE});
        asked++;
    }
    page->now_ms = until;
    return asked;
}

static void what_is_held_at_an_edge_scrolls_on_and_ends_at_the_end(void **state) {
    Page *page = *state;
    point(page, INPUT_DOWN, 15);
    point(page, INPUT_MOVE, HEIGHT / 2);
    assert_int_equal(wait(page, 1000), 0); // not at an edge
    point(page, INPUT_MOVE, HEIGHT - 5);
    assert_true(wait(page, 400) > 10);
    int32_t some = scrolled(page);
    (void)wait(page, 20000);
    int32_t all = scrolled(page);
    assert_int_equal(all, BOXES * BOX_HEIGHT - HEIGHT);
    assert_true(some < all);
    assert_int_equal(wait(page, 1000), 0); // and asks for nothing more
    point(page, INPUT_MOVE, 5);
    (void)wait(page, 20000);
    assert_int_equal(scrolled(page), -1); // back at the beginning, where that box is out of sight
    point(page, INPUT_UP, 15);
    assert_int_equal(page->pressed, -1);
    assert_int_equal(wait(page, 1000), 0);
}

static void it_scrolls_by_the_clock_whatever_the_frames(void **state) {
    Page *page = *state;
    point(page, INPUT_DOWN, 15);
    point(page, INPUT_MOVE, HEIGHT - 5);
    (void)wait(page, 1600);
    int32_t often = scrolled(page);
    point(page, INPUT_UP, HEIGHT - 5);
    show(page, (UiInput){.kind = INPUT_KEY, .key = KEY_HOME});
    page->now_ms += 1000;
    point(page, INPUT_DOWN, 15);
    point(page, INPUT_MOVE, HEIGHT - 5);
    for (int32_t i = 0; i < 20; i++) { // every fifth of a frame that is wished for
        page->now_ms += 80;
        show(page, (UiInput){.kind = INPUT_IDLE});
    }
    assert_in_range(scrolled(page), often - 40, often + 40);
}

static void escape_ends_the_scrolling_with_the_drag(void **state) {
    Page *page = *state;
    point(page, INPUT_DOWN, 15);
    point(page, INPUT_MOVE, HEIGHT - 5);
    (void)wait(page, 400);
    show(page, (UiInput){.kind = INPUT_KEY, .key = KEY_ESCAPE});
    assert_int_equal(wait(page, 1000), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_held_at_an_edge_scrolls_on_and_ends_at_the_end, begin, end),
        cmocka_unit_test_setup_teardown(it_scrolls_by_the_clock_whatever_the_frames, begin, end),
        cmocka_unit_test_setup_teardown(escape_ends_the_scrolling_with_the_drag, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
