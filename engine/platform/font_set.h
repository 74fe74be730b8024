// A word cut into stretches of one font each. For platform/font*.c only.
#pragma once

#include "platform/font_shelf.h"
#include "platform/font_word.h"

enum {
    WORD_CHARS = 100, // longer words are cut, so that no picture becomes too wide
    WORD_BYTES = WORD_CHARS * 4 + 1,
    FONT_LOANS = 1024
};

// What the machine said of a character, kept by its number.
typedef struct {
    int32_t code; // 0: nothing was asked yet
    bool bold;
    int32_t file; // -1: nobody has it
} FontLoan;

struct Fonts {
    Arena arena;
    FontShelf shelf;
    FontFinder finder;
    FontLoan loans[FONT_LOANS];
    FontFamily family;
    struct FontWidth *widths; // WIDTHS_MOST places, found by hash
    int32_t width_count;
};

// In the order of the source. One that runs leftwards ends with a space of its own, which is no part of the word: ink
// that leans out to the left then has room, so that the pen is known.
typedef struct {
    int32_t file;
    int32_t from; // in the word's text, which has a zero after each stretch
    int32_t script;
} Stretch;

typedef struct {
    char text[2 * WORD_BYTES];
    Stretch stretches[WORD_CHARS];
    int32_t count;
    int32_t len;
} SetWord;

// The character drawn in place of one that has no width, is a line end or would be a box; 0: nothing.
int32_t font_stand_in(int32_t code);
bool font_suits_any(int32_t code);                                  // a space, or nothing: every font has it
int32_t fonts_find_file(Fonts *fonts, WordLook look, int32_t code); // -1: no font draws it
void fonts_set_word(Fonts *fonts, WordLook look, Str word, SetWord *set);
int32_t fonts_set_width(Fonts *fonts, WordLook look, Str word); // measured anew
