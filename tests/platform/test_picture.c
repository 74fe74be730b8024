#include "platform/picture.h"

#include <SDL.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

// The sum of two pixels is that of the bytes 01 02 03 ff fe fd, as any other program counts CRC-32.
static void a_picture_tells_the_sum_of_its_pixels(void **state) {
    (void)state;
    Arena arena = {0};
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, 2, 1, 32, SDL_PIXELFORMAT_XRGB8888);
    assert_non_null(surface);
    Uint32 *pixels = surface->pixels;
    pixels[0] = 0x010203;
    pixels[1] = 0xfffefd;
    Str png = picture_to_png(&arena, surface);
    assert_true(str_find(png, S("pixels e540f8f7")) > 0);
    pixels[1] = 0xfffefc;
    assert_int_equal(str_find(picture_to_png(&arena, surface), S("pixels e540f8f7")), -1);
    SDL_FreeSurface(surface);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_picture_tells_the_sum_of_its_pixels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
