// The fonts, and the one place that lays glyphs side by side: what is measured is what is painted.
//
// A text is cut into words (spaces go with the word before them) and each word into stretches by the first font of the
// chain that has all its characters: the family's face, the other family, DejaVu Sans, and where none has them, what
// the machine's own fonts lend. Font files are read when they are first needed.
#pragma once

#include "base/error.h"
#include "platform/font_machine.h"
#include "platform/machine.h"
#include "ui/face.h"

typedef struct Fonts Fonts;

Fonts *fonts_create(Str folder, Error *error); // NULL when a font of the standard family is missing
void fonts_destroy(Fonts *fonts);              // NULL is fine
void fonts_use_family(Fonts *fonts, FontFamily family);
void fonts_use_finder(Fonts *fonts, FontFinder finder); // before anything is measured; it outlives the fonts
Typesetter fonts_typesetter(Fonts *fonts);
bool fonts_cover(Fonts *fonts, Face face, int32_t code); // some font of the chain draws it: no box is ever shown
