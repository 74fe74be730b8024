#include "ui/widgets.h"

#include "fake/face.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct {
    Ui *ui;
    bool dialog, turned, copies; // turned: the page is another
    Str copied, clipped;         // clipped: on the clipboard
    Arena arena;
    const UiFrame *frame;
} Page;

static void show(Page *page, UiInput input) {
    Ui *ui = page->ui;
    Str edited;
    ui_begin(ui, &input, 800, 600, (UiPreferences){.text_scale = 100, .still = true});
    ui_enter_page(ui, S("page"));
    ui_box_begin(ui, (UiBox){.key = S("all"), .height = UI_GROW, .gap = 20, .align = UI_START});
    ui_text(ui, (UiText){.text = S("Elle *pose* un dossier."), .marked = true});
    (void)ui_answer(ui, (UiAnswer){.key = S("a"), .letter = S("A"), .text = S("Vous l’ouvrez."), .wants_focus = true});
    (void)ui_field(ui, (UiField){.key = S("field"), .name = S("Vos mots"), .text = S("Écrit")}, &edited);
    if (!page->turned) {
        ui_text(ui, (UiText){.text = S("Il attend.")});
    }
    ui_box_end(ui);
    if (page->dialog) {
        (void)ui_dialog_begin(ui, (UiDialog){.key = S("said"), .title = S("Jusqu’ici"), .width = 400});
        ui_text(ui, (UiText){.text = S("Ce qui fut dit.")});
        ui_dialog_end(ui);
    }
    Str copied = {0};
    page->copies = ui_copy(ui, &copied);
    page->copied = str_copy(&page->arena, copied);
    page->frame = ui_end(ui);
}

static Str get_text(void *context, Arena *arena) {
    const Page *page = context;
    return str_copy(arena, page->clipped);
}

static void set_text(void *context, Str text) {
    Page *page = context;
    page->clipped = str_copy(&page->arena, text);
}

static int begin(void **state) {
    static Page page;
    page = (Page){.ui = ui_create(fake_typesetter(), (Clipboard){&page, get_text, set_text})};
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

static void point_at(Page *page, Str name) {
    for (int32_t i = 0; i < page->frame->tree.count; i++) {
        Rect rect = page->frame->tree.rows[i].rect;
        if (str_equal(page->frame->tree.rows[i].name, name)) {
            show(page, (UiInput){.kind = INPUT_MOVE, .x = rect.x + 2, .y = rect.y + rect.height / 2});
            return;
        }
    }
    fail_msg("nothing has that name");
}

static void copy(Page *page, int32_t modifiers) {
    show(page, (UiInput){.kind = INPUT_KEY, .key = 'c', .modifiers = modifiers});
}

static void what_is_pointed_at_is_copied_as_it_is_read(void **state) {
    Page *page = *state;
    point_at(page, S("Elle pose un dossier."));
    copy(page, 0);
    assert_false(page->copies);
    copy(page, MOD_CTRL);
    assert_true(page->copies && str_equal(page->copied, S("Elle pose un dossier.")));
    assert_true(str_equal(page->clipped, S("Elle pose un dossier.")));
}

static void where_nothing_is_pointed_at_the_focus_is_copied(void **state) {
    Page *page = *state;
    show(page, (UiInput){.kind = INPUT_MOVE, .x = 700, .y = 590});
    copy(page, MOD_CTRL);
    assert_true(page->copies && str_equal(page->copied, S("A\nVous l’ouvrez.")));
}

static void a_field_copies_its_own(void **state) {
    Page *page = *state;
    show(page, (UiInput){.kind = INPUT_KEY, .key = KEY_TAB});
    show(page, (UiInput){.kind = INPUT_KEY, .key = 'a', .modifiers = MOD_CTRL});
    copy(page, MOD_CTRL);
    assert_false(page->copies);
    assert_true(str_equal(page->clipped, S("Écrit")));
}

static void above_a_dialog_only_that_is_copied(void **state) {
    Page *page = *state;
    page->dialog = true;
    show(page, (UiInput){0});
    point_at(page, S("Ce qui fut dit."));
    copy(page, MOD_CTRL);
    assert_true(page->copies && str_equal(page->copied, S("Ce qui fut dit.")));
    show(page, (UiInput){.kind = INPUT_MOVE, .x = 20, .y = 8}); // on the page below it
    copy(page, MOD_CTRL);
    assert_false(page->copies);
}

static Rect find(const Page *page, Str name) {
    for (int32_t i = 0; i < page->frame->tree.count; i++) {
        if (str_equal(page->frame->tree.rows[i].name, name)) {
            return page->frame->tree.rows[i].rect;
        }
    }
    fail_msg("nothing has that name");
    return (Rect){0};
}

static void drag(Page *page, int32_t from_x, int32_t from_y, int32_t to_x, int32_t to_y) {
    show(page, (UiInput){.kind = INPUT_DOWN, .x = from_x, .y = from_y, .clicks = 1});
    show(page, (UiInput){.kind = INPUT_MOVE, .x = (from_x + to_x) / 2, .y = (from_y + to_y) / 2});
    show(page, (UiInput){.kind = INPUT_UP, .x = to_x, .y = to_y});
}

static int32_t count_grounds(const Page *page) {
    int32_t count = 0;
    Color selection = theme_color(THEME_PAPER, COLOR_SELECTION);
    for (int32_t i = 0; i < page->frame->draws.count; i++) {
        Color fill = page->frame->draws.rows[i].fill;
        count += page->frame->draws.rows[i].kind == DRAW_BOX && fill.red == selection.red &&
                 fill.green == selection.green && fill.blue == selection.blue;
    }
    return count;
}

static void assert_copied(Page *page, Str text) {
    page->copied = (Str){0};
    copy(page, MOD_CTRL);
    if (!str_equal(page->copied, text)) {
        fail_msg("copied: %s", str_to_c(&page->arena, page->copied));
    }
}

static void what_is_dragged_over_is_selected_and_copied(void **state) {
    Page *page = *state;
    Rect first = find(page, S("Elle pose un dossier."));
    Rect last = find(page, S("Il attend."));
    int32_t y = first.y + first.height / 2;
    drag(page, first.x, y, first.x + first.width, y);
    assert_copied(page, S("Elle pose un dossier."));
    assert_int_equal(count_grounds(page), 1);
    assert_copied(page, S("Elle pose un dossier.")); // it stays
    drag(page, last.x + last.width, last.y + last.height / 2, first.x, y);
    assert_copied(page, S("Elle pose un dossier.\nA Vous l’ouvrez.\nIl attend."));
    drag(page, 700, 590, first.x + first.width / 2, y); // from beside the text
    copy(page, MOD_CTRL);
    assert_true(str_ends(page->copied, S("dossier.\nA Vous l’ouvrez.\nIl attend.")));
    assert_false(str_begins(page->copied, S("Elle")));
}

static void all_that_is_read_is_selected_by_a_key(void **state) {
    Page *page = *state;
    show(page, (UiInput){.kind = INPUT_KEY, .key = 'a', .modifiers = MOD_CTRL});
    assert_copied(page, S("Elle pose un dossier.\nA Vous l’ouvrez.\nIl attend."));
}

static void a_click_or_another_page_ends_it(void **state) {
    Page *page = *state;
    for (int32_t i = 0; i < 2; i++) {
        page->turned = false;
        show(page, (UiInput){.kind = INPUT_KEY, .key = 'a', .modifiers = MOD_CTRL});
        show(page, (UiInput){0});
        assert_true(count_grounds(page) > 0);
        page->turned = i == 1;
        drag(page, 790, 590, 790, 590);
        assert_int_equal(count_grounds(page), 0);
    }
    page->turned = false;
    show(page, (UiInput){0});
    assert_int_equal(count_grounds(page), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_pointed_at_is_copied_as_it_is_read, begin, end),
        cmocka_unit_test_setup_teardown(where_nothing_is_pointed_at_the_focus_is_copied, begin, end),
        cmocka_unit_test_setup_teardown(a_field_copies_its_own, begin, end),
        cmocka_unit_test_setup_teardown(above_a_dialog_only_that_is_copied, begin, end),
        cmocka_unit_test_setup_teardown(what_is_dragged_over_is_selected_and_copied, begin, end),
        cmocka_unit_test_setup_teardown(all_that_is_read_is_selected_by_a_key, begin, end),
        cmocka_unit_test_setup_teardown(a_click_or_another_page_ends_it, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
