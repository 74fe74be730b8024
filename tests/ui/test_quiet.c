#include "ui/widgets.h"

#include "fake/face.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { WIDTH = 800, HEIGHT = 600, EDGE = 40, CARD_EDGE = EDGE + 18 };

static bool quiet(Ui *ui, const char *text) {
    return ui_button(ui, (UiButton){.key = str_from_c(text), .text = str_from_c(text), .kind = BUTTON_QUIET});
}

static void say_page(Ui *ui) {
    ui_box_begin(ui, (UiBox){.height = UI_GROW, .width = UI_GROW, .gap = 8, .padding = UI_PAD(EDGE)});
    ui_text(ui, (UiText){.text = S("Le bilan"), .style = TEXT_TITLE});
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 10});
    quiet(ui, "back");
    quiet(ui, "second");
    ui_space(ui, UI_GROW);
    quiet(ui, "fold");
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .justify = UI_END});
    quiet(ui, "last");
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .justify = UI_BETWEEN});
    ui_text(ui, (UiText){.text = S("titre")});
    quiet(ui, "unfold");
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.align = UI_START, .padding = {18, 9, 18, 9}, .fill = COLOR_CARD});
    ui_text(ui, (UiText){.text = S("carte")});
    quiet(ui, "card");
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .width = 120});
    (void)ui_button(ui, (UiButton){.key = S("wrap"), .text = S("wrap")});
    quiet(ui, "wrapped");
    quiet(ui, "again");
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 10});
    (void)ui_button(ui, (UiButton){.key = S("go"), .text = S("go")});
    quiet(ui, "beside");
    ui_box_end(ui);
    quiet(ui, "stretched");
    ui_box_end(ui);
}

typedef struct {
    int32_t left, right;
} Ink;

static Ink ink_of(const UiFrame *frame, const char *text) {
    for (int32_t i = 0; i < frame->draws.count; i++) {
        const DrawCommand *draw = &frame->draws.rows[i];
        if (draw->kind == DRAW_TEXT && str_equal(draw->text, str_from_c(text))) {
            return (Ink){draw->rect.x, draw->rect.x + fake_width(draw->face, draw->size, draw->text)};
        }
    }
    fail_msg("%s is not drawn", text);
    return (Ink){0};
}

static void the_text_of_a_quiet_button_stands_at_the_edge_of_its_column(void **state) {
    (void)state;
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    UiInput input = {.kind = INPUT_IDLE};
    ui_begin(ui, &input, WIDTH, HEIGHT, (UiPreferences){.text_scale = 100});
    ui_enter_page(ui, S("page"));
    say_page(ui);
    const UiFrame *frame = ui_end(ui);
    assert_int_equal(ink_of(frame, "back").left, EDGE);
    assert_int_equal(ink_of(frame, "fold").right, WIDTH - EDGE);
    assert_int_equal(ink_of(frame, "last").right, WIDTH - EDGE);
    assert_int_equal(ink_of(frame, "unfold").right, WIDTH - EDGE);
    assert_int_equal(ink_of(frame, "card").left, CARD_EDGE);
    assert_int_equal(ink_of(frame, "wrapped").left, EDGE);
    assert_int_equal(ink_of(frame, "again").left, EDGE);
    assert_int_equal(ink_of(frame, "second").left - ink_of(frame, "back").right,
                     10 + 10 + 10); // two paddings and the gap
    assert_int_equal(ink_of(frame, "beside").left - ink_of(frame, "go").right, 18 + 10 + 10);
    assert_in_range(ink_of(frame, "stretched").left + ink_of(frame, "stretched").right, WIDTH - 1, WIDTH + 1);
    ui_destroy(ui);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_text_of_a_quiet_button_stands_at_the_edge_of_its_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
