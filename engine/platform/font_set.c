#include "platform/font_set.h"
#include "platform/font_script.h"

#include "base/utf8.h"

#include <SDL_ttf.h>

#include <string.h>

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

enum { STAND_IN_COUNT = COUNT(STAND_INS), CODE_UNKNOWN = 0xFFFD, FONTS_TRIED = 4 };

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

// HarfBuzz draws nothing for it, whatever the font; in scripts whose letters do not change it means nothing.
static bool is_joiner(int32_t code) {
    return code == 0x200C || code == 0x200D;
}

static bool provides(Fonts *fonts, int32_t file, int32_t size, int32_t code) {
    TTF_Font *font =
        file < 0 ? NULL : (TTF_Font *)font_shelf_open(&fonts->shelf, (FontCut){.file = file, .size = size});
    return font && TTF_GlyphIsProvided32(font, (Uint32)code) != 0;
}

// A font that cannot be read after all, or has not what was said of it, is passed over.
static int32_t ask_machine(Fonts *fonts, WordLook look, int32_t code, bool bold) {
    MachineFont found;
    for (int32_t skip = 0; skip < FONTS_TRIED; skip++) {
        if (!fonts->finder.find(fonts->finder.context, &code, 1, bold, skip, &found)) {
            break;
        }
        int32_t file = font_shelf_lend(&fonts->shelf, found);
        if (provides(fonts, file, look.size, code)) {
            return file;
        }
    }
    return -1;
}

// A private sign means something in one font alone.
static bool is_private(int32_t code) {
    return (code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000;
}

static bool is_bold(Face face) {
    return face == FACE_BOLD || face == FACE_BOLD_ITALIC;
}

static int32_t borrow(Fonts *fonts, WordLook look, int32_t code) {
    bool bold = is_bold(look.face);
    FontLoan *loan = &fonts->loans[(code * 2 + bold) % FONT_LOANS];
    if (!fonts->finder.find || is_private(code)) {
        return -1;
    }
    if (loan->code != code || loan->bold != bold) {
        *loan = (FontLoan){code, bold, ask_machine(fonts, look, code, bold)};
    }
    return loan->file;
}

int32_t fonts_find_file(Fonts *fonts, WordLook look, int32_t code) {
    for (int32_t link = 0; link < FONT_LINKS; link++) {
        int32_t file = font_file_of(fonts->family, look.face, link);
        if (provides(fonts, file, look.size, code)) {
            return file;
        }
    }
    return borrow(fonts, look, code);
}

enum {
    FLAG_FIRST = 0x1F1E6, // letters that make a flag by two
    FLAG_LAST = 0x1F1FF,
    SKIN_FIRST = 0x1F3FB,
    SKIN_LAST = 0x1F3FF,
    KEY = 0x20E3,
    TAG_FIRST = 0xE0020,
    TAG_LAST = 0xE007F
};

static bool is_of_flag(int32_t code) {
    return code >= FLAG_FIRST && code <= FLAG_LAST;
}

static bool is_tag(int32_t code) {
    return code >= TAG_FIRST && code <= TAG_LAST;
}

// What says how the sign before it looks and is nothing to see by itself, but for the square of a skin's colour.
static bool only_changes(int32_t code) {
    return (code >= SKIN_FIRST && code <= SKIN_LAST) || code == KEY || font_stand_in(code) == 0;
}

// Where a sign ends that several characters make together: a flag, a key, what has a skin's colour or is joined.
// `offset` where none begins.
static ptrdiff_t end_of_sign(Str word, ptrdiff_t offset) {
    ptrdiff_t at = offset;
    int32_t code = utf8_decode(word, &at);
    if (at == word.len || (unsigned char)word.text[at] < 0x80 || font_script_of(code) != FONT_SCRIPT_NONE) {
        return offset;
    }
    ptrdiff_t end = utf8_next_grapheme(word, offset);
    while (at < end) {
        code = utf8_decode(word, &at);
        bool skin = code >= SKIN_FIRST && code <= SKIN_LAST;
        if (skin || is_tag(code) || code == KEY || is_of_flag(code) || is_joiner(code)) {
            return end;
        }
    }
    return offset;
}

// Where the last joiner of a sign stands; 0: it has none.
static ptrdiff_t last_joiner(Str sign) {
    ptrdiff_t last = 0;
    for (ptrdiff_t at = 0; at < sign.len;) {
        ptrdiff_t start = at;
        last = is_joiner(utf8_decode(sign, &at)) ? start : last;
    }
    return last;
}

static int32_t width_in(Fonts *fonts, FontCut cut, Str text) {
    char bytes[WORD_BYTES];
    int width = 0;
    TTF_Font *font = (TTF_Font *)font_shelf_open(&fonts->shelf, cut);
    memcpy(bytes, text.text, (size_t)text.len);
    bytes[text.len] = '\0';
    return font && TTF_SizeUTF8(font, bytes, &width, NULL) == 0 ? width : 0;
}

// A font that has all characters of a sign but no picture for them together sets them side by side. Those of a flag
// are letters then, which say as much.
static bool draws_as_one(Fonts *fonts, const WordLook *look, int32_t file, Str sign) {
    ptrdiff_t first_end = 0;
    int32_t first = utf8_decode(sign, &first_end);
    FontCut cut = {.file = file, .size = look->size};
    int32_t width = width_in(fonts, cut, sign);
    return width > 0 && (is_of_flag(first) || width * 4 <= width_in(fonts, cut, str_slice(sign, 0, first_end)) * 5);
}

// -1: no font of the machine has one for it, or it is a single character. A flag of tags asks for nothing but itself.
static int32_t find_picture(Fonts *fonts, const WordLook *look, Str sign) {
    int32_t codes[WORD_CHARS], count = 0, tags = 0;
    for (ptrdiff_t at = 0; at < sign.len;) {
        int32_t code = utf8_decode(sign, &at);
        tags += is_tag(code);
        if (font_stand_in(code) != 0) {
            codes[count++] = code;
        }
    }
    MachineFont found;
    for (int32_t skip = 0; count + tags > 1 && skip < FONTS_TRIED && fonts->finder.find; skip++) {
        if (!fonts->finder.find(fonts->finder.context, codes, count, is_bold(look->face), skip, &found)) {
            break;
        }
        int32_t file = font_shelf_lend(&fonts->shelf, found);
        if (file >= 0 && draws_as_one(fonts, look, file, sign)) {
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

static void end_stretch(const WordLook *look, SetWord *set) {
    if (set->count > 0 && look->direction == DIRECTION_LEFTWARD) {
        set->text[set->len++] = ' ';
    }
    set->text[set->len++] = '\0';
}

static void begin_stretch(const WordLook *look, SetWord *set, int32_t file, int32_t script) {
    if (set->count > 0) {
        end_stretch(look, set);
    }
    set->stretches[set->count++] = (Stretch){file, set->len, script};
}

// A mark stays with the letter below it where that font has it, a letter with its neighbours of the same script; a
// space with what it follows, unless that is as wide as a picture.
static bool stays(Fonts *fonts, const WordLook *look, const SetWord *set, int32_t code, int32_t script) {
    const Stretch *current = &set->stretches[set->count - 1];
    if (font_shelf_is_colored(&fonts->shelf, current->file)) {
        return false;
    }
    bool together = is_mark(code) || (script != FONT_SCRIPT_NONE && script == current->script);
    return font_suits_any(code) || (together && provides(fonts, current->file, look->size, code));
}

static void set_code(Fonts *fonts, const WordLook *look, int32_t code, SetWord *set) {
    Stretch *current = set->count > 0 ? &set->stretches[set->count - 1] : NULL;
    int32_t script = font_script_of(code);
    if (current && stays(fonts, look, set, code, script)) {
        add_code(set, code);
        return;
    }
    int32_t file =
        font_suits_any(code) ? font_file_of(fonts->family, look->face, 0) : fonts_find_file(fonts, *look, code);
    if (file < 0) {
        code = is_of_flag(code) ? 'A' + code - FLAG_FIRST : CODE_UNKNOWN;
        file = fonts_find_file(fonts, *look, code);
    }
    if (file < 0) {
        return;
    }
    if (!current || file != current->file || (script != current->script && current->script != FONT_SCRIPT_NONE)) {
        begin_stretch(look, set, file, script);
    } else {
        current->script = script;
    }
    add_code(set, code);
}

// Of a sign of several characters the prefix that some font draws as one picture: all of it, else as many of the
// parts between its joiners as there is one for. Else its first part in plain characters. Returns what was set.
static ptrdiff_t set_sign(Fonts *fonts, const WordLook *look, Str sign, SetWord *set) {
    ptrdiff_t end = sign.len;
    for (ptrdiff_t next = end; next > 0; next = last_joiner(str_slice(sign, 0, end))) {
        end = next;
        int32_t file = find_picture(fonts, look, str_slice(sign, 0, end));
        if (file >= 0) {
            if (set->count == 0 || set->stretches[set->count - 1].file != file) {
                begin_stretch(look, set, file, FONT_SCRIPT_NONE);
            }
            memcpy(set->text + set->len, sign.text, (size_t)end);
            set->len += (int32_t)end;
            return end;
        }
    }
    for (ptrdiff_t at = 0; at < end;) {
        bool first = at == 0;
        int32_t code = utf8_decode(sign, &at);
        if (first || !only_changes(code)) {
            set_code(fonts, look, code, set);
        }
    }
    return end;
}

void fonts_set_word(Fonts *fonts, WordLook look, Str word, SetWord *set) {
    set->count = 0;
    set->len = 0;
    for (ptrdiff_t offset = 0; offset < word.len;) {
        ptrdiff_t end = end_of_sign(word, offset);
        if (end > offset) {
            offset += set_sign(fonts, &look, str_slice(word, offset, end), set);
            continue;
        }
        int32_t code = utf8_decode(word, &offset);
        if (is_joiner(code) && set->count > 0 && set->stretches[set->count - 1].script != FONT_SCRIPT_NONE) {
            add_code(set, code);
            continue;
        }
        code = font_stand_in(code == UTF8_INVALID ? CODE_UNKNOWN : code);
        if (code != 0) {
            set_code(fonts, &look, code, set);
        }
    }
    end_stretch(&look, set);
}
