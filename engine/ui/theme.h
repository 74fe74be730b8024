// Colours by what they are for, in four themes; and the sizes of type. Screens name roles, never colours.
#pragma once

#include "ui/draw.h"

typedef enum { THEME_PAPER, THEME_NIGHT, THEME_PROJECTOR, THEME_CONTRAST, THEME_COUNT } ThemeId;

typedef enum {
    COLOR_NONE,  // paints nothing
    COLOR_PAPER, // behind everything
    COLOR_CARD,
    COLOR_RAISED, // a card under the pointer
    COLOR_INK,    // text on paper and cards
    COLOR_SOFT,   // text that stands back
    COLOR_LINE,   // borders that only divide
    COLOR_EDGE,   // borders of what can be used: 3 : 1 against paper and card
    COLOR_FOCUS,
    COLOR_SAND,     // tracks of meters, quiet pills
    COLOR_SAND_INK, // text on it
    COLOR_TEAL,     // what is done, chosen, primary
    COLOR_TEAL_INK, // text in that colour, on paper, card and its light
    COLOR_TEAL_LIGHT,
    COLOR_ON_TEAL, // text on teal
    COLOR_TERRACOTTA,
    COLOR_TERRACOTTA_INK,
    COLOR_TERRACOTTA_LIGHT,
    COLOR_OCHRE,
    COLOR_OCHRE_INK,
    COLOR_OCHRE_LIGHT,
    COLOR_PLUM,
    COLOR_PLUM_INK,
    COLOR_PLUM_LIGHT,
    COLOR_NIGHT, // the navigation's ground, tooltips, toasts
    COLOR_NIGHT_RAISED,
    COLOR_ON_NIGHT,
    COLOR_ON_NIGHT_SOFT,
    COLOR_ACCENT, // on night: where one is
    COLOR_SELECTION,
    COLOR_SHADOW,
    COLOR_VEIL, // over the page, under a dialog
    COLOR_BLACK,
    COLOR_COUNT
} ColorRole;

Color theme_color(ThemeId theme, ColorRole role);

// Text and the ground it is used on, for whoever checks contrast.
typedef struct {
    ColorRole text, ground;
} ThemePair;

extern const ThemePair THEME_PAIRS[];
extern const int32_t THEME_PAIR_COUNT;

double color_contrast(Color a, Color b); // 1 … 21, as WCAG 2.1 defines it (relative luminance)

typedef enum {
    TEXT_BODY,    // 16
    TEXT_SMALL,   // 14
    TEXT_STRONG,  // 16, bold
    TEXT_LABEL,   // 14, bold: pills, keys, what stands above a group
    TEXT_HEADING, // 19, bold
    TEXT_TITLE,   // 30, bold
    TEXT_READING, // 19: options, questions
    TEXT_SPEECH,  // 25: what somebody says
    TEXT_NOTE,    // 17, italic: what is told between
    TEXT_FIGURE,  // 34, bold: a clock, a count
    // On a room's screen, read from its back.
    TEXT_ROOM_LARGE,  // 84, bold: a question alone
    TEXT_ROOM_SPEECH, // 54: what somebody says
    TEXT_ROOM_TOLD,   // 54, italic: what is told between
    TEXT_ROOM_ASKED,  // 54, bold
    TEXT_ROOM_TEXT,   // 42: options, and all that is read
    TEXT_ROOM_STRONG, // 42, bold
    TEXT_ROOM_SMALL,  // 36: what stands at the edges
    TEXT_ROOM_LABEL,  // 36, bold
    TEXT_STYLE_COUNT
} TextStyleId;

typedef struct {
    Face face;
    int32_t size;        // units an em
    int32_t line_height; // units
} TextType;

extern const TextType TEXT_TYPES[TEXT_STYLE_COUNT];
