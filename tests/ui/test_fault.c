#include "ui/fault.h"

#include "fake/face.h"
#include "ui/widgets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { WIDTH = 1280, HEIGHT = 720 };

typedef void Page(Ui *ui);

static int begin(void **state) {
    *state = ui_create(fake_typesetter(), fake_clipboard());
    return *state == NULL;
}

static int end(void **state) {
    ui_destroy(*state);
    return 0;
}

static UiFaults find(Ui *ui, Page *page) {
    ui_begin(ui, &(UiInput){0}, WIDTH, HEIGHT, (UiPreferences){.text_scale = 100});
    page(ui);
    (void)ui_end(ui);
    return ui_find_faults(ui);
}

static void assert_one(void **state, Page *page, UiFaultKind kind, Str text) {
    UiFaults faults = find(*state, page);
    assert_int_equal(faults.count, 1);
    assert_int_equal(faults.rows[0].kind, kind);
    assert_true(str_equal(faults.rows[0].text, text));
}

static void assert_none(void **state, Page *page) {
    assert_int_equal(find(*state, page).count, 0);
}

static void say_long(Ui *ui, UiText text) {
    text.text = S("Une phrase qui prend plus de deux lignes");
    ui_box_begin(ui, (UiBox){.width = 150});
    ui_text(ui, text);
    ui_box_end(ui);
}

static void say_cut(Ui *ui) {
    say_long(ui, (UiText){.most_lines = 2});
}

static void say_preview(Ui *ui) {
    say_long(ui, (UiText){.most_lines = 2, .preview = true});
}

static void what_is_cut_is_a_fault_unless_it_is_a_preview(void **state) {
    assert_one(state, say_cut, FAULT_CUT, S("Une phrase qui prend plus de deux lignes"));
    assert_none(state, say_preview);
}

static void say_broken(Ui *ui) {
    ui_box_begin(ui, (UiBox){.most_width = 40});
    ui_text(ui, (UiText){.text = S("Anticonstitutionnellement")});
    ui_box_end(ui);
}

static void say_path(Ui *ui) {
    ui_box_begin(ui, (UiBox){.most_width = 40});
    ui_text(ui, (UiText){.text = S("/home/quelquun/Documents")});
    ui_box_end(ui);
}

static void a_word_wider_than_its_line_is_a_fault(void **state) {
    assert_one(state, say_broken, FAULT_BROKEN, S("Anticonstitutionnellement"));
    assert_none(state, say_path);
}

static void say_row(Ui *ui) {
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .most_width = 100});
    ui_space(ui, 95); // what has a width of its own does not shrink
    ui_box_begin(ui, (UiBox){.width = 95});
    ui_text(ui, (UiText){.text = S("Recommencer")});
    ui_box_end(ui);
    ui_box_end(ui);
}

static void what_leaves_its_box_across_is_a_fault(void **state) {
    assert_one(state, say_row, FAULT_OUTSIDE, S("Recommencer"));
}

static void say_high(Ui *ui, bool scrolls, int32_t height) {
    ui_box_begin(ui, (UiBox){.key = S("high"), .height = height, .scrolls = scrolls});
    ui_text(ui, (UiText){.text = S("Haut"), .style = TEXT_TITLE});
    ui_text(ui, (UiText){.text = S("Bas"), .style = TEXT_TITLE});
    ui_box_end(ui);
}

static void say_too_high(Ui *ui) {
    say_high(ui, false, 50);
}

static void say_scrolled(Ui *ui) {
    say_high(ui, true, 50);
}

static void say_slit(Ui *ui) {
    ui_box_begin(ui, (UiBox){.key = S("slit"), .height = 8, .scrolls = true});
    ui_text(ui, (UiText){.text = S("Bas")});
    ui_box_end(ui);
}

static void what_leaves_its_box_down_is_a_fault_unless_it_can_be_scrolled_to(void **state) {
    assert_one(state, say_too_high, FAULT_OUTSIDE, S("Bas"));
    assert_none(state, say_scrolled);
    assert_one(state, say_slit, FAULT_SLIT, S("Bas"));
}

static void say_beyond(Ui *ui) {
    for (int32_t i = 0; i < HEIGHT; i += 40) {
        ui_box_begin(ui, (UiBox){.height = 40, .justify = UI_CENTER});
        ui_text(ui, (UiText){.text = i + 40 < HEIGHT ? S("Dedans") : S("Au bord")});
        ui_box_end(ui);
    }
    ui_text(ui, (UiText){.text = S("Dehors")});
}

static void what_leaves_the_window_is_a_fault(void **state) {
    assert_one(state, say_beyond, FAULT_OUTSIDE, S("Dehors"));
}

static void say_layers(Ui *ui) {
    ui_box_begin(ui, (UiBox){.flow = UI_LAYERS, .width = 300, .height = 60, .align = UI_START});
    ui_text(ui, (UiText){.text = S("Dessous")});
    ui_text(ui, (UiText){.text = S("Dessus")});
    ui_box_end(ui);
}

static void say_toast(Ui *ui) {
    ui_text(ui, (UiText){.text = S("Une page")});
    ui_overlay_begin(ui, (UiOverlay){.key = S("above"), .justify = UI_START, .align = UI_START});
    ui_text(ui, (UiText){.text = S("Ce qui se tient devant elle")});
    ui_overlay_end(ui);
}

static void a_text_on_another_of_its_layer_is_a_fault(void **state) {
    assert_one(state, say_layers, FAULT_OVERLAP, S("Dessus"));
    assert_true(str_equal(find(*state, say_layers).rows[0].other, S("Dessous")));
    assert_none(state, say_toast);
}

static void draw_label(void *context, UiCanvas *canvas) {
    const int32_t *x = context;
    canvas_text(canvas, (CanvasText){.text = S("Tournant"), .x = *x, .y = 2});
}

static void say_picture_at(Ui *ui, int32_t x) {
    int32_t *kept = arena_push(ui_arena(ui), int32_t, 1);
    *kept = x;
    ui_box_begin(ui, (UiBox){.width = 200});
    ui_picture(ui, (UiPicture){.width = 100, .height = 40, .draw = draw_label, .context = kept});
    ui_box_end(ui);
}

static void say_picture(Ui *ui) {
    say_picture_at(ui, 10);
}

static void say_clipped_picture(Ui *ui) {
    say_picture_at(ui, 60);
}

static void what_a_picture_cuts_off_is_a_fault(void **state) {
    assert_none(state, say_picture);
    assert_one(state, say_clipped_picture, FAULT_OUTSIDE, S("Tournant"));
}

static void say_field(Ui *ui, Str text) {
    Str edited;
    ui_box_begin(ui, (UiBox){.width = 100});
    (void)ui_field(ui, (UiField){.key = S("f"), .name = S("Nom"), .text = text, .placeholder = S("Chercher ici")},
                   &edited);
    ui_box_end(ui);
}

static void say_typed(Ui *ui) {
    say_field(ui, S("Un texte plus long que son champ"));
}

static void say_placeholder(Ui *ui) {
    say_field(ui, (Str){0});
}

static void a_field_shows_what_is_typed_by_its_caret_but_its_placeholder_whole(void **state) {
    assert_none(state, say_typed);
    assert_one(state, say_placeholder, FAULT_OUTSIDE, S("Chercher ici"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_is_cut_is_a_fault_unless_it_is_a_preview),
        TEST(a_word_wider_than_its_line_is_a_fault),
        TEST(what_leaves_its_box_across_is_a_fault),
        TEST(what_leaves_its_box_down_is_a_fault_unless_it_can_be_scrolled_to),
        TEST(what_leaves_the_window_is_a_fault),
        TEST(a_text_on_another_of_its_layer_is_a_fault),
        TEST(what_a_picture_cuts_off_is_a_fault),
        TEST(a_field_shows_what_is_typed_by_its_caret_but_its_placeholder_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
