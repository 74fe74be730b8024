// Words, as they are measured and painted. For platform/font*.c and platform/paint*.c only.
#pragma once

#include "platform/font.h"
#include "ui/draw.h"

struct SDL_Surface;

typedef struct {
    Face face;
    int32_t size;
    Direction direction;
} WordLook;

// Takes the next word, and the spaces after it, off `rest`. Where one ends depends on nothing but the text.
Str font_take_word(Str *rest);
int32_t fonts_measure_word(Fonts *fonts, WordLook look, Str word); // pixels

// The ink of a word, as opaque as it is covered: white, or, where it is `colored`, signs in their own colours and all
// else in `color`. NULL: nothing is to be seen. The caller frees the picture, whose top left corner lies at (left, top)
// from the pen on the baseline.
typedef struct {
    struct SDL_Surface *picture;
    int32_t left, top;
    bool colored;
} WordInk;

WordInk fonts_draw_word(Fonts *fonts, WordLook look, Str word, Color color);
uint64_t fonts_hash_word(const Fonts *fonts, WordLook look, Str word); // names a word as it looks
