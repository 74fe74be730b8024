#include "ui/theme.h"

#include <math.h>

#define RGB(red, green, blue) \
    { (red), (green), (blue), 255 }

// clang-format off
static const Color COLORS[THEME_COUNT][COLOR_COUNT] = {
    [THEME_PAPER] = {
        [COLOR_PAPER] = RGB(0xfb, 0xf8, 0xf3),
        [COLOR_CARD] = RGB(0xff, 0xff, 0xff),
        [COLOR_RAISED] = RGB(0xf6, 0xfa, 0xf9),
        [COLOR_INK] = RGB(0x1d, 0x2b, 0x2f),
        [COLOR_SOFT] = RGB(0x5a, 0x6b, 0x70),
        [COLOR_LINE] = RGB(0xe2, 0xdc, 0xd2),
        [COLOR_EDGE] = RGB(0x8b, 0x8a, 0x7f),
        [COLOR_FOCUS] = RGB(0x1f, 0x6f, 0x6b),
        [COLOR_SAND] = RGB(0xea, 0xe5, 0xdb),
        [COLOR_SAND_INK] = RGB(0x53, 0x5a, 0x58),
        [COLOR_TEAL] = RGB(0x1f, 0x6f, 0x6b),
        [COLOR_TEAL_INK] = RGB(0x15, 0x4e, 0x4b),
        [COLOR_TEAL_LIGHT] = RGB(0xdd, 0xee, 0xeb),
        [COLOR_ON_TEAL] = RGB(0xff, 0xff, 0xff),
        [COLOR_TERRACOTTA] = RGB(0xb8, 0x49, 0x2f),
        [COLOR_TERRACOTTA_INK] = RGB(0x8a, 0x31, 0x1d),
        [COLOR_TERRACOTTA_LIGHT] = RGB(0xf8, 0xe4, 0xdc),
        [COLOR_OCHRE] = RGB(0xc9, 0x8a, 0x1b),
        [COLOR_OCHRE_INK] = RGB(0x70, 0x4a, 0x06),
        [COLOR_OCHRE_LIGHT] = RGB(0xfb, 0xf0, 0xd9),
        [COLOR_PLUM] = RGB(0x6b, 0x4c, 0x86),
        [COLOR_PLUM_INK] = RGB(0x4e, 0x33, 0x66),
        [COLOR_PLUM_LIGHT] = RGB(0xec, 0xe4, 0xf3),
        [COLOR_NIGHT] = RGB(0x13, 0x26, 0x2a),
        [COLOR_NIGHT_RAISED] = RGB(0x23, 0x40, 0x48),
        [COLOR_ON_NIGHT] = RGB(0xf3, 0xf5, 0xf4),
        [COLOR_ON_NIGHT_SOFT] = RGB(0xa3, 0xb5, 0xb6),
        [COLOR_ACCENT] = RGB(0xe8, 0xa7, 0x90),
        [COLOR_SELECTION] = RGB(0xbf, 0xdf, 0xda),
        [COLOR_SHADOW] = {0x2a, 0x24, 0x18, 22},
        [COLOR_VEIL] = {0x13, 0x26, 0x2a, 120},
        [COLOR_BLACK] = RGB(0x00, 0x00, 0x00),
    },
    [THEME_NIGHT] = {
        [COLOR_PAPER] = RGB(0x13, 0x26, 0x2a),
        [COLOR_CARD] = RGB(0x1b, 0x33, 0x39),
        [COLOR_RAISED] = RGB(0x21, 0x3c, 0x43),
        [COLOR_INK] = RGB(0xec, 0xf1, 0xf0),
        [COLOR_SOFT] = RGB(0xa9, 0xbb, 0xbd),
        [COLOR_LINE] = RGB(0x2f, 0x4a, 0x51),
        [COLOR_EDGE] = RGB(0x76, 0x8f, 0x95),
        [COLOR_FOCUS] = RGB(0x8f, 0xd6, 0xcf),
        [COLOR_SAND] = RGB(0x2c, 0x47, 0x4e),
        [COLOR_SAND_INK] = RGB(0xd6, 0xde, 0xdd),
        [COLOR_TEAL] = RGB(0x6f, 0xc2, 0xba),
        [COLOR_TEAL_INK] = RGB(0xa6, 0xe0, 0xda),
        [COLOR_TEAL_LIGHT] = RGB(0x1e, 0x4a, 0x4a),
        [COLOR_ON_TEAL] = RGB(0x0c, 0x22, 0x24),
        [COLOR_TERRACOTTA] = RGB(0xec, 0x8f, 0x74),
        [COLOR_TERRACOTTA_INK] = RGB(0xf6, 0xb5, 0xa1),
        [COLOR_TERRACOTTA_LIGHT] = RGB(0x4a, 0x2e, 0x29),
        [COLOR_OCHRE] = RGB(0xe6, 0xb4, 0x54),
        [COLOR_OCHRE_INK] = RGB(0xf2, 0xcd, 0x86),
        [COLOR_OCHRE_LIGHT] = RGB(0x41, 0x38, 0x22),
        [COLOR_PLUM] = RGB(0xb9, 0x9a, 0xd4),
        [COLOR_PLUM_INK] = RGB(0xd3, 0xbe, 0xe6),
        [COLOR_PLUM_LIGHT] = RGB(0x39, 0x30, 0x4a),
        [COLOR_NIGHT] = RGB(0x0b, 0x18, 0x1b),
        [COLOR_NIGHT_RAISED] = RGB(0x1d, 0x37, 0x3e),
        [COLOR_ON_NIGHT] = RGB(0xf3, 0xf5, 0xf4),
        [COLOR_ON_NIGHT_SOFT] = RGB(0xa3, 0xb5, 0xb6),
        [COLOR_ACCENT] = RGB(0xe8, 0xa7, 0x90),
        [COLOR_SELECTION] = RGB(0x2b, 0x5f, 0x5f),
        [COLOR_SHADOW] = {0x00, 0x00, 0x00, 70},
        [COLOR_VEIL] = {0x00, 0x00, 0x00, 150},
        [COLOR_BLACK] = RGB(0x00, 0x00, 0x00),
    },
    [THEME_PROJECTOR] = {
        [COLOR_PAPER] = RGB(0x13, 0x26, 0x2a),
        [COLOR_CARD] = RGB(0x1d, 0x38, 0x3e),
        [COLOR_RAISED] = RGB(0x22, 0x40, 0x47),
        [COLOR_INK] = RGB(0xff, 0xff, 0xff),
        [COLOR_SOFT] = RGB(0xc4, 0xd2, 0xd3),
        [COLOR_LINE] = RGB(0x36, 0x55, 0x5c),
        [COLOR_EDGE] = RGB(0x86, 0x9f, 0xa4),
        [COLOR_FOCUS] = RGB(0xff, 0xff, 0xff),
        [COLOR_SAND] = RGB(0x2f, 0x4c, 0x53),
        [COLOR_SAND_INK] = RGB(0xe6, 0xec, 0xeb),
        [COLOR_TEAL] = RGB(0x80, 0xd2, 0xca),
        [COLOR_TEAL_INK] = RGB(0xb4, 0xe8, 0xe3),
        [COLOR_TEAL_LIGHT] = RGB(0x1f, 0x4d, 0x4d),
        [COLOR_ON_TEAL] = RGB(0x0a, 0x1d, 0x1f),
        [COLOR_TERRACOTTA] = RGB(0xf0, 0x9c, 0x83),
        [COLOR_TERRACOTTA_INK] = RGB(0xfa, 0xc4, 0xb4),
        [COLOR_TERRACOTTA_LIGHT] = RGB(0x4c, 0x2f, 0x29),
        [COLOR_OCHRE] = RGB(0xee, 0xc0, 0x66),
        [COLOR_OCHRE_INK] = RGB(0xf6, 0xd8, 0x9c),
        [COLOR_OCHRE_LIGHT] = RGB(0x43, 0x39, 0x22),
        [COLOR_PLUM] = RGB(0xc6, 0xab, 0xde),
        [COLOR_PLUM_INK] = RGB(0xdd, 0xcb, 0xec),
        [COLOR_PLUM_LIGHT] = RGB(0x3b, 0x32, 0x4c),
        [COLOR_NIGHT] = RGB(0x0b, 0x18, 0x1b),
        [COLOR_NIGHT_RAISED] = RGB(0x1d, 0x37, 0x3e),
        [COLOR_ON_NIGHT] = RGB(0xff, 0xff, 0xff),
        [COLOR_ON_NIGHT_SOFT] = RGB(0xb4, 0xc4, 0xc5),
        [COLOR_ACCENT] = RGB(0xe8, 0xa7, 0x90),
        [COLOR_SELECTION] = RGB(0x2b, 0x5f, 0x5f),
        [COLOR_SHADOW] = {0x00, 0x00, 0x00, 0},
        [COLOR_VEIL] = {0x00, 0x00, 0x00, 150},
        [COLOR_BLACK] = RGB(0x00, 0x00, 0x00),
    },
    [THEME_CONTRAST] = {
        [COLOR_PAPER] = RGB(0x00, 0x00, 0x00),
        [COLOR_CARD] = RGB(0x00, 0x00, 0x00),
        [COLOR_RAISED] = RGB(0x26, 0x26, 0x26),
        [COLOR_INK] = RGB(0xff, 0xff, 0xff),
        [COLOR_SOFT] = RGB(0xff, 0xff, 0xff),
        [COLOR_LINE] = RGB(0xff, 0xff, 0xff),
        [COLOR_EDGE] = RGB(0xff, 0xff, 0xff),
        [COLOR_FOCUS] = RGB(0xff, 0xdd, 0x00),
        [COLOR_SAND] = RGB(0x3a, 0x3a, 0x3a),
        [COLOR_SAND_INK] = RGB(0xff, 0xff, 0xff),
        [COLOR_TEAL] = RGB(0xff, 0xdd, 0x00),
        [COLOR_TEAL_INK] = RGB(0xff, 0xff, 0xff),
        [COLOR_TEAL_LIGHT] = RGB(0x26, 0x26, 0x26),
        [COLOR_ON_TEAL] = RGB(0x00, 0x00, 0x00),
        [COLOR_TERRACOTTA] = RGB(0xff, 0xff, 0xff),
        [COLOR_TERRACOTTA_INK] = RGB(0xff, 0xff, 0xff),
        [COLOR_TERRACOTTA_LIGHT] = RGB(0x26, 0x26, 0x26),
        [COLOR_OCHRE] = RGB(0xff, 0xff, 0xff),
        [COLOR_OCHRE_INK] = RGB(0xff, 0xff, 0xff),
        [COLOR_OCHRE_LIGHT] = RGB(0x26, 0x26, 0x26),
        [COLOR_PLUM] = RGB(0xff, 0xff, 0xff),
        [COLOR_PLUM_INK] = RGB(0xff, 0xff, 0xff),
        [COLOR_PLUM_LIGHT] = RGB(0x26, 0x26, 0x26),
        [COLOR_NIGHT] = RGB(0x00, 0x00, 0x00),
        [COLOR_NIGHT_RAISED] = RGB(0x33, 0x33, 0x33),
        [COLOR_ON_NIGHT] = RGB(0xff, 0xff, 0xff),
        [COLOR_ON_NIGHT_SOFT] = RGB(0xff, 0xff, 0xff),
        [COLOR_ACCENT] = RGB(0xff, 0xdd, 0x00),
        [COLOR_SELECTION] = RGB(0x55, 0x4a, 0x00),
        [COLOR_SHADOW] = {0x00, 0x00, 0x00, 0},
        [COLOR_VEIL] = {0x00, 0x00, 0x00, 200},
        [COLOR_BLACK] = RGB(0x00, 0x00, 0x00),
    },
};

const ThemePair THEME_PAIRS[] = {
    {COLOR_INK, COLOR_PAPER}, {COLOR_INK, COLOR_CARD}, {COLOR_INK, COLOR_RAISED},
    {COLOR_INK, COLOR_TEAL_LIGHT}, {COLOR_INK, COLOR_TERRACOTTA_LIGHT}, {COLOR_INK, COLOR_OCHRE_LIGHT},
    {COLOR_INK, COLOR_PLUM_LIGHT}, {COLOR_INK, COLOR_SELECTION},
    {COLOR_SOFT, COLOR_PAPER}, {COLOR_SOFT, COLOR_CARD}, {COLOR_SOFT, COLOR_RAISED},
    {COLOR_SAND_INK, COLOR_SAND},
    {COLOR_TEAL_INK, COLOR_PAPER}, {COLOR_TEAL_INK, COLOR_CARD}, {COLOR_TEAL_INK, COLOR_RAISED},
    {COLOR_TEAL_INK, COLOR_TEAL_LIGHT}, {COLOR_ON_TEAL, COLOR_TEAL}, {COLOR_ON_TEAL, COLOR_PLUM},
    {COLOR_TERRACOTTA_INK, COLOR_CARD}, {COLOR_TERRACOTTA_INK, COLOR_PAPER},
    {COLOR_TERRACOTTA_INK, COLOR_TERRACOTTA_LIGHT},
    {COLOR_OCHRE_INK, COLOR_CARD}, {COLOR_OCHRE_INK, COLOR_PAPER}, {COLOR_OCHRE_INK, COLOR_OCHRE_LIGHT},
    {COLOR_PLUM_INK, COLOR_CARD}, {COLOR_PLUM_INK, COLOR_PAPER}, {COLOR_PLUM_INK, COLOR_PLUM_LIGHT},
    {COLOR_ON_NIGHT, COLOR_NIGHT}, {COLOR_ON_NIGHT, COLOR_NIGHT_RAISED}, {COLOR_ON_NIGHT_SOFT, COLOR_NIGHT},
};

const int32_t THEME_PAIR_COUNT = COUNT(THEME_PAIRS);

const TextType TEXT_TYPES[TEXT_STYLE_COUNT] = {
    [TEXT_BODY] = {FACE_REGULAR, 16, 23},
    [TEXT_SMALL] = {FACE_REGULAR, 14, 20},
    [TEXT_STRONG] = {FACE_BOLD, 16, 23},
    [TEXT_LABEL] = {FACE_BOLD, 14, 20},
    [TEXT_HEADING] = {FACE_BOLD, 19, 25},
    [TEXT_TITLE] = {FACE_BOLD, 30, 37},
    [TEXT_READING] = {FACE_REGULAR, 19, 27},
    [TEXT_SPEECH] = {FACE_REGULAR, 25, 35},
    [TEXT_NOTE] = {FACE_ITALIC, 17, 25},
    [TEXT_FIGURE] = {FACE_BOLD, 34, 40},
    [TEXT_ROOM_LARGE] = {FACE_BOLD, 84, 98},
    [TEXT_ROOM_SPEECH] = {FACE_REGULAR, 54, 66},
    [TEXT_ROOM_TOLD] = {FACE_ITALIC, 54, 66},
    [TEXT_ROOM_ASKED] = {FACE_BOLD, 54, 66},
    [TEXT_ROOM_TEXT] = {FACE_REGULAR, 42, 49},
    [TEXT_ROOM_STRONG] = {FACE_BOLD, 42, 49},
    [TEXT_ROOM_SMALL] = {FACE_REGULAR, 36, 44},
    [TEXT_ROOM_LABEL] = {FACE_BOLD, 36, 44},
};
// clang-format on

Color theme_color(ThemeId theme, ColorRole role) {
    return COLORS[theme][role];
}

static double linear(uint8_t channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(Color color) {
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double color_contrast(Color a, Color b) {
    double high = luminance(a), low = luminance(b);
    if (high < low) {
        double swap = high;
        high = low;
        low = swap;
    }
    return (high + 0.05) / (low + 0.05);
}
