#include "ui/theme.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void contrast_is_that_of_wcag(void **state) {
    (void)state;
    Color black = {0, 0, 0, 255}, white = {255, 255, 255, 255}, grey = {119, 119, 119, 255};
    assert_true(fabs(color_contrast(black, white) - 21) < 1e-9);
    assert_true(fabs(color_contrast(white, white) - 1) < 1e-9);
    assert_true(fabs(color_contrast(grey, white) - 4.478) < 1e-3); // #777777 on white, as published tables have it
}

static void every_text_can_be_read_on_its_ground(void **state) {
    (void)state;
    for (int32_t theme = 0; theme < THEME_COUNT; theme++) {
        double least = theme == THEME_CONTRAST || theme == THEME_PROJECTOR ? 7 : 4.5;
        for (int32_t i = 0; i < THEME_PAIR_COUNT; i++) {
            Color text = theme_color((ThemeId)theme, (ColorRole)THEME_PAIRS[i].text);
            Color ground = theme_color((ThemeId)theme, (ColorRole)THEME_PAIRS[i].ground);
            if (color_contrast(text, ground) < least) {
                print_error("theme %d, pair %d: %.2f\n", theme, i, color_contrast(text, ground));
                fail();
            }
        }
    }
}

static void what_can_be_used_stands_out_from_the_page(void **state) {
    (void)state;
    static const ColorRole EDGES[] = {COLOR_EDGE, COLOR_FOCUS, COLOR_TEAL};
    static const ColorRole GROUNDS[] = {COLOR_PAPER, COLOR_CARD};
    for (int32_t theme = 0; theme < THEME_COUNT; theme++) {
        for (int i = 0; i < 6; i++) {
            Color edge = theme_color((ThemeId)theme, EDGES[i % 3]),
                  ground = theme_color((ThemeId)theme, GROUNDS[i / 3]);
            assert_true(color_contrast(edge, ground) >= 3);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(every_text_can_be_read_on_its_ground),
        cmocka_unit_test(what_can_be_used_stands_out_from_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
