#include "platform/font.h"

#include "base/utf8.h"
#include "platform/font_set.h"

#include <SDL_ttf.h>

#include <string.h>

enum { WIDTHS_MOST = 8192, WIDTHS_FULL = WIDTHS_MOST / 4 * 3 };

struct FontWidth {
    uint64_t hash; // 0 marks a free place
    int32_t width;
};

static bool check_files(FontShelf *shelf, Error *error) {
    for (int32_t face = 0; face < FACE_COUNT; face++) {
        if (!font_shelf_has(shelf, font_file_of(FAMILY_STANDARD, (Face)face, 0), error)) {
            return false;
        }
    }
    return true;
}

Fonts *fonts_create(Str folder, Error *error) {
    if (TTF_Init() != 0) {
        error_set(error, ERROR_SYSTEM, 0, str_from_c(TTF_GetError()));
        return NULL;
    }
    Arena arena = {0};
    Fonts *fonts = arena_push(&arena, Fonts, 1);
    fonts->widths = arena_push(&arena, struct FontWidth, WIDTHS_MOST);
    fonts->arena = arena;
    font_shelf_init(&fonts->shelf, folder);
    if (!check_files(&fonts->shelf, error)) {
        fonts_destroy(fonts);
        return NULL;
    }
    return fonts;
}

void fonts_destroy(Fonts *fonts) {
    if (fonts) {
        font_shelf_finish(&fonts->shelf);
        TTF_Quit();
        Arena arena = fonts->arena;
        arena_finish(&arena);
    }
}

// The family is part of a word's hash, so what was measured in the other one does no harm.
void fonts_use_family(Fonts *fonts, FontFamily family) {
    fonts->family = family;
}

static uint64_t stir(uint64_t hash, uint64_t value) {
    hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 29;
}

uint64_t fonts_hash_word(const Fonts *fonts, WordLook look, Str word) {
    uint64_t hash = stir((uint64_t)fonts->family << 8 | (uint64_t)look.face,
                         (uint64_t)(uint32_t)look.size << 32 | (uint64_t)word.len);
    hash = look.direction == DIRECTION_LEFTWARD ? ~hash : hash;
    while (word.len >= 8) {
        uint64_t eight;
        memcpy(&eight, word.text, sizeof eight);
        hash = stir(hash, eight);
        word = str_slice(word, 8, word.len);
    }
    uint64_t last = 0;
    if (word.len > 0) {
        memcpy(&last, word.text, (size_t)word.len);
    }
    hash = stir(hash, last);
    return hash != 0 ? hash : 1;
}

static struct FontWidth *find_width(Fonts *fonts, uint64_t hash) {
    for (uint64_t i = hash;; i++) {
        struct FontWidth *width = &fonts->widths[i % WIDTHS_MOST];
        if (width->hash == hash || width->hash == 0) {
            return width;
        }
    }
}

int32_t fonts_measure_word(Fonts *fonts, WordLook look, Str word) {
    uint64_t hash = fonts_hash_word(fonts, look, word);
    struct FontWidth *width = find_width(fonts, hash);
    if (width->hash == hash) {
        return width->width;
    }
    int32_t measured = fonts_set_width(fonts, look, word);
    if (fonts->width_count == WIDTHS_FULL) {
        memset(fonts->widths, 0, WIDTHS_MOST * sizeof *fonts->widths);
        fonts->width_count = 0;
        width = find_width(fonts, hash);
    }
    *width = (struct FontWidth){hash, measured};
    fonts->width_count++;
    return measured;
}

static int32_t measure(void *context, Face face, int32_t size, Direction direction, Str text) {
    WordLook look = {face, size, direction};
    int32_t width = 0;
    while (text.len > 0) {
        width += fonts_measure_word(context, look, font_take_word(&text));
    }
    return width;
}

static FaceMetrics metrics(void *context, Face face, int32_t size) {
    Fonts *fonts = context;
    for (int32_t link = 0; link < FONT_LINKS; link++) {
        int32_t file = font_file_of(fonts->family, face, link);
        TTF_Font *font =
            file < 0 ? NULL : (TTF_Font *)font_shelf_open(&fonts->shelf, (FontCut){.file = file, .size = size});
        if (font) {
            return (FaceMetrics){TTF_FontAscent(font), -TTF_FontDescent(font)};
        }
    }
    return (FaceMetrics){size, 0};
}

void fonts_use_finder(Fonts *fonts, FontFinder finder) {
    fonts->finder = finder;
}

Typesetter fonts_typesetter(Fonts *fonts) {
    return (Typesetter){fonts, measure, metrics};
}

bool fonts_cover(Fonts *fonts, Face face, int32_t code) {
    enum { ANY_SIZE = 16 };
    return font_stand_in(code) != code ||
           fonts_find_file(fonts, (WordLook){.face = face, .size = ANY_SIZE}, code) >= 0 || font_suits_any(code);
}
