#include "platform/font_set.h"

#include "base/utf8.h"

#include <SDL_ttf.h>

// clang-format off
// Characters that no font need have: what has no width is left out; HarfBuzz makes the spaces (U+2000 … U+200A, U+202F
// and their like) from the font's own where it lacks them.
static const struct {
    int32_t first, last, stand_in; // -1: itself, and any font will do
} STAND_INS[] = {
    {'\t', '\r', ' '}, // one line: what would end it is a space
    {0x00, 0x1F, 0},
    {' ', ' ', -1},
    {0x7F, 0x9F, 0},
    {0xA0, 0xA0, -1},
    {0xAD, 0xAD, 0},
    {0x2000, 0x200A, -1},
    {0x200B, 0x200F, 0},
    {0x2011, 0x2011, '-'},
    {0x2028, 0x2029, ' '},
    {0x202A, 0x202E, 0},
    {0x202F, 0x202F, -1},
    {0x205F, 0x205F, -1},
    {0x2060, 0x2064, 0},
    {0x2066, 0x206F, 0},
    {0x3000, 0x3000, -1},
    {0xFE00, 0xFE0F, 0},
    {0xFEFF, 0xFEFF, 0},
    {0xE0000, 0xE0FFF, 0},
};
// clang-format on

enum { STAND_IN_COUNT = COUNT(STAND_INS), CODE_UNKNOWN = 0xFFFD };

static int32_t find_rule(int32_t code) {
    for (int32_t i = 0; i < STAND_IN_COUNT; i++) {
        if (code >= STAND_INS[i].first && code <= STAND_INS[i].last) {
            return i;
        }
    }
    return -1;
}

int32_t font_stand_in(int32_t code) {
    int32_t rule = code > ' ' && code < 0x7F ? -1 : find_rule(code);
    return rule < 0 || STAND_INS[rule].stand_in < 0 ? code : STAND_INS[rule].stand_in;
}

bool font_suits_any(int32_t code) {
    return code <= ' ' || (code >= 0x7F && find_rule(code) >= 0);
}

static bool is_mark(int32_t code) {
    return code >= 0x300 && code <= 0x36F;
}

static bool provides(Fonts *fonts, int32_t file, int32_t size, int32_t code) {
    TTF_Font *font = file < 0 ? NULL : (TTF_Font *)font_shelf_open(&fonts->shelf, file, size);
    return font && TTF_GlyphIsProvided32(font, (Uint32)code) != 0;
}

int32_t fonts_find_file(Fonts *fonts, Face face, int32_t size, int32_t code) {
    for (int32_t link = 0; link < FONT_LINKS; link++) {
        int32_t file = font_file_of(fonts->family, face, link);
        if (provides(fonts, file, size, code)) {
            return file;
        }
    }
    return -1;
}

static void add_code(SetWord *set, int32_t code) {
    char *to = set->text + set->len;
    if (code < 0x80) {
        to[0] = (char)code;
        set->len += 1;
    } else if (code < 0x800) {
        to[0] = (char)(0xC0 | code >> 6);
        to[1] = (char)(0x80 | (code & 0x3F));
        set->len += 2;
    } else if (code < 0x10000) {
        to[0] = (char)(0xE0 | code >> 12);
        to[1] = (char)(0x80 | (code >> 6 & 0x3F));
        to[2] = (char)(0x80 | (code & 0x3F));
        set->len += 3;
    } else {
        to[0] = (char)(0xF0 | code >> 18);
        to[1] = (char)(0x80 | (code >> 12 & 0x3F));
        to[2] = (char)(0x80 | (code >> 6 & 0x3F));
        to[3] = (char)(0x80 | (code & 0x3F));
        set->len += 4;
    }
}

static void begin_stretch(SetWord *set, int32_t file) {
    if (set->count > 0) {
        set->text[set->len++] = '\0';
    }
    set->stretches[set->count++] = (Stretch){file, set->len};
}

// A mark stays with the letter below it where that font has it; a space with what it follows.
static void set_code(Fonts *fonts, Face face, int32_t size, int32_t code, SetWord *set) {
    int32_t current = set->count > 0 ? set->stretches[set->count - 1].file : -1;
    if (current >= 0 && (font_suits_any(code) || (is_mark(code) && provides(fonts, current, size, code)))) {
        add_code(set, code);
        return;
    }
    int32_t file =
        font_suits_any(code) ? font_file_of(fonts->family, face, 0) : fonts_find_file(fonts, face, size, code);
    if (file < 0) {
        code = CODE_UNKNOWN;
        file = fonts_find_file(fonts, face, size, code);
    }
    if (file < 0) {
        return;
    }
    if (file != current) {
        begin_stretch(set, file);
    }
    add_code(set, code);
}

void fonts_set_word(Fonts *fonts, Face face, int32_t size, Str word, SetWord *set) {
    set->count = 0;
    set->len = 0;
    for (ptrdiff_t offset = 0; offset < word.len;) {
        int32_t code = utf8_decode(word, &offset);
        code = font_stand_in(code == UTF8_INVALID ? CODE_UNKNOWN : code);
        if (code != 0) {
            set_code(fonts, face, size, code, set);
        }
    }
    set->text[set->len] = '\0';
}
