// A word cut into stretches of one font each. For platform/font*.c only.
#pragma once

#include "platform/font_shelf.h"
#include "platform/font_word.h"

enum {
    WORD_CHARS = 100, // longer words are cut, so that no picture becomes too wide
    WORD_BYTES = WORD_CHARS * 4 + 1
};

struct Fonts {
    Arena arena;
    FontShelf shelf;
    FontFamily family;
    struct FontWidth *widths; // WIDTHS_MOST places, found by hash
    int32_t width_count;
};

typedef struct {
    int32_t file;
    int32_t from; // in the word's text, which has a zero after each stretch
} Stretch;

typedef struct {
    char text[2 * WORD_BYTES];
    Stretch stretches[WORD_CHARS];
    int32_t count;
    int32_t len;
} SetWord;

// The character drawn in place of one that has no width, is a line end or would be a box; 0: nothing.
int32_t font_stand_in(int32_t code);
bool font_suits_any(int32_t code);                                            // a space, or nothing: every font has it
int32_t fonts_find_file(Fonts *fonts, Face face, int32_t size, int32_t code); // -1: no font draws it
void fonts_set_word(Fonts *fonts, Face face, int32_t size, Str word, SetWord *set);
int32_t fonts_set_width(Fonts *fonts, Face face, int32_t size, Str word); // measured anew
