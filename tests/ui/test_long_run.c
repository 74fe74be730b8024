// A run of letters without a place to break makes nothing wider: not the page than the window, nor a column than it is.
#include "ui/fault.h"
#include "ui/widgets.h"

#include "fake/face.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { WIDTH = 800, HEIGHT = 600, SIDE = 240 };

#define RUN "A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4"

static void say_in_a_row(Ui *ui) {
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 16});
    ui_text(ui, (UiText){.text = S("A."), .style = TEXT_LABEL});
    ui_text(ui, (UiText){.text = S("Le lien : " RUN RUN), .grow = UI_GROW});
    ui_text(ui, (UiText){.text = S("Fin")});
    ui_box_end(ui);
}

static void say_two_in_a_row(Ui *ui) {
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 16});
    ui_text(ui, (UiText){.text = S(RUN)});
    ui_text(ui, (UiText){.text = S(RUN RUN)});
    ui_box_end(ui);
}

static void say_beside_a_column(Ui *ui) {
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 24});
    ui_box_begin(ui, (UiBox){.width = UI_GROW});
    say_in_a_row(ui);
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.width = SIDE});
    ui_text(ui, (UiText){.text = S(RUN)});
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_in_a_grid(Ui *ui) {
    ui_box_begin(ui, (UiBox){.flow = UI_GRID, .columns = 3, .gap = 16});
    for (int32_t i = 0; i < 3; i++) {
        ui_box_begin(ui, (UiBox){.padding = UI_PAD(12)});
        say_in_a_row(ui);
        ui_box_end(ui);
    }
    ui_box_end(ui);
}

static void say_an_answer(Ui *ui) {
    (void)ui_answer(ui, (UiAnswer){.key = S("a"), .letter = S("A"), .text = S(RUN RUN)});
    (void)ui_checkbox(ui, (UiToggle){.key = S("tick"), .text = S(RUN), .about = S(RUN)});
    (void)ui_button(ui, (UiButton){.key = S("go"), .text = S("Reprendre " RUN RUN)});
    (void)ui_toast(ui, S("Rangé dans " RUN RUN), UI_TINT_TEAL);
}

typedef void Say(Ui *ui);

static Say *const PAGES[] = {say_in_a_row, say_two_in_a_row, say_beside_a_column, say_in_a_grid, say_an_answer};

static void nothing_leaves_the_window(void **state) {
    (void)state;
    for (int32_t i = 0; i < COUNT(PAGES); i++) {
        for (int32_t percent = 100; percent <= 200; percent += 100) {
            Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
            ui_begin(ui, &(UiInput){0}, WIDTH, HEIGHT, (UiPreferences){.text_scale = percent});
            ui_box_begin(ui, (UiBox){.key = S("page"), .width = UI_GROW, .height = UI_GROW, .scrolls = true});
            PAGES[i](ui);
            ui_box_end(ui);
            (void)ui_end(ui);
            UiFaults faults = ui_find_faults(ui);
            for (int32_t k = 0; k < faults.count; k++) {
                if (faults.rows[k].kind == FAULT_OUTSIDE) {
                    fail_msg("page %d at %d %%: “%.*s” ends at %d", i, percent, S_ARG(faults.rows[k].text),
                             faults.rows[k].rect.x + faults.rows[k].rect.width);
                }
            }
            ui_destroy(ui);
        }
    }
}

static UiId say_column(Ui *ui, Str key, int32_t width, Str text) {
    UiId id = ui_box_begin(ui, (UiBox){.key = key, .width = width});
    ui_text(ui, (UiText){.text = text, .style = TEXT_SMALL, .most_lines = 2});
    ui_box_end(ui);
    return id;
}

static void columns_stay_as_wide_as_they_are(void **state) {
    (void)state;
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    Rect first = {0}, second = {0}, side = {0};
    for (int32_t frame = 0; frame < 2; frame++) { // a box is told where it stood in the last one
        ui_begin(ui, &(UiInput){0}, WIDTH, HEIGHT, (UiPreferences){.text_scale = 100});
        ui_box_begin(ui, (UiBox){.flow = UI_ROW, .width = UI_GROW});
        first = ui_last_rect(ui, say_column(ui, S("first"), UI_GROW, S("Pour en parler")));
        second = ui_last_rect(ui, say_column(ui, S("second"), UI_GROW, S(RUN)));
        side = ui_last_rect(ui, say_column(ui, S("side"), SIDE, S(RUN)));
        ui_box_end(ui);
        (void)ui_end(ui);
    }
    ui_destroy(ui);
    assert_int_equal(first.width, (WIDTH - SIDE) / 2);
    assert_int_equal(second.width, (WIDTH - SIDE) / 2);
    assert_int_equal(side.width, SIDE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_stay_as_wide_as_they_are),
        cmocka_unit_test(nothing_leaves_the_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
