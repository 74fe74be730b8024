#include "platform/paint_icon.h"

#include <SDL.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const Uint32 PAPER = 0xFFFBF8F3, TEAL = 0xFF1F6F6B, TERRACOTTA = 0xFFB8492F, OCHRE = 0xFFC98A1B;

// Where data/icons/palabre.svg, which is 64 units across, has that colour.
static void assert_color(SDL_Surface *icon, int32_t x, int32_t y, Uint32 color) {
    const Uint8 *row = (const Uint8 *)icon->pixels + (ptrdiff_t)(y * icon->h / 64) * icon->pitch;
    assert_int_equal(((const Uint32 *)(const void *)row)[x * icon->w / 64], color);
}

static void the_icon_is_the_programs_sign_at_any_size(void **state) {
    (void)state;
    static const int32_t SIZES[] = {64, 128, 256};
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        SDL_Surface *icon = paint_icon(SIZES[i]);
        assert_int_equal(icon->w, SIZES[i]);
        assert_color(icon, 10, 32, TEAL);
        assert_color(icon, 54, 26, TERRACOTTA);
        assert_color(icon, 32, 56, OCHRE);
        assert_color(icon, 22, 22, PAPER);
        assert_color(icon, 62, 2, PAPER & 0x00FFFFFF); // clear
        assert_color(icon, 2, 62, PAPER & 0x00FFFFFF);
        SDL_FreeSurface(icon);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_icon_is_the_programs_sign_at_any_size)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
