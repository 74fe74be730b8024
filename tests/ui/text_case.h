// Texts laid out in the fake face, of one size, by a cache that each test gets.
#pragma once

#include "fake/face.h"
#include "ui/text.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { EM = 20, HALF = EM / 2, LINE = 30, KEPT = 4 * 1024 * 1024 };

static const TextStyle PLAIN = {.face = FACE_REGULAR, .size = EM, .line_height = LINE};
static const TextStyle MARKED = {.face = FACE_REGULAR, .size = EM, .line_height = LINE, .marked = true};

static inline int set_up(void **state) {
    *state = text_cache_create(fake_typesetter(), KEPT);
    return 0;
}

static inline int tear_down(void **state) {
    text_cache_destroy(*state);
    return 0;
}
