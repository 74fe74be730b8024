// Faces and measuring: all that the toolkit knows of fonts. The platform gives a Typesetter that answers from real
// fonts; tests give one where every character is half an em wide.
#pragma once

#include "base/str.h"

typedef enum { FACE_REGULAR, FACE_BOLD, FACE_ITALIC, FACE_BOLD_ITALIC, FACE_COUNT } Face;

typedef enum { DIRECTION_RIGHTWARD, DIRECTION_LEFTWARD } Direction; // of writing: Arabic and Hebrew run leftwards

typedef struct {
    int32_t ascent, descent; // pixels above and below the baseline, both positive
} FaceMetrics;

// Widths are those of the text set as one run in that face at `size` pixels an em, kerning included, whatever fonts
// lend their glyphs to it. The width of a text that ends with spaces counts them.
typedef struct {
    void *context;
    int32_t (*measure)(void *context, Face face, int32_t size, Direction direction, Str text); // pixels
    FaceMetrics (*metrics)(void *context, Face face, int32_t size);
} Typesetter;
