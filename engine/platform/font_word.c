#include "platform/font_word.h"

#include "base/utf8.h"
#include "platform/font_set.h"

#include <SDL_ttf.h>

static const SDL_Color WHITE = {255, 255, 255, 255};

// The size of a text, as SDL_ttf has it, counts ink on both sides of the pen's way: to the left of its first letter, as
// below a j, is no width.
static int32_t left_overhang(TTF_Font *font, const char *text) {
    ptrdiff_t offset = 0;
    int32_t code = utf8_decode(str_from_c(text), &offset);
    int least = 0;
    if (code <= 0 || TTF_GlyphMetrics32(font, (Uint32)code, &least, NULL, NULL, NULL, NULL) != 0) {
        return 0;
    }
    return SDL_min(least, 0);
}

static int32_t measure_with_lean(TTF_Font *font, const char *text) {
    int width = 0;
    return text[0] == '\0' || TTF_SizeUTF8(font, text, &width, NULL) != 0 ? 0 : width;
}

// How far the pen stands from the left edge of SDL_ttf's picture, to the left.
static int32_t find_pen(const WordLook *look, TTF_Font *font, const char *text) {
    return look->direction == DIRECTION_LEFTWARD ? -measure_with_lean(font, " ") : left_overhang(font, text);
}

static int32_t measure_stretch(const WordLook *look, TTF_Font *font, const char *text) {
    int32_t width = measure_with_lean(font, text);
    return width == 0 ? 0 : SDL_max(width + find_pen(look, font, text), 0);
}

// Marks above the font's ascent move everything down in SDL_ttf's picture.
static int32_t baseline_of(TTF_Font *font, const char *text, const SDL_Surface *picture) {
    int32_t ascent = TTF_FontAscent(font);
    if (picture->h <= TTF_FontHeight(font)) {
        return ascent;
    }
    Str rest = str_from_c(text);
    int32_t highest = ascent;
    for (ptrdiff_t offset = 0; offset < rest.len;) {
        int top = 0;
        int32_t code = utf8_decode(rest, &offset);
        if (code > 0 && TTF_GlyphMetrics32(font, (Uint32)code, NULL, NULL, NULL, &top, NULL) == 0) {
            highest = SDL_max(highest, top);
        }
    }
    return highest;
}

static bool column_has_ink(const SDL_Surface *picture, int32_t x) {
    const Uint8 *at = (const Uint8 *)picture->pixels + x * 4;
    for (int32_t y = 0; y < picture->h; y++, at += picture->pitch) {
        if ((*(const Uint32 *)(const void *)at & 0xFF000000u) != 0) {
            return true;
        }
    }
    return false;
}

static bool row_has_ink(const SDL_Surface *picture, int32_t y) {
    const Uint32 *at = (const Uint32 *)(const void *)((const Uint8 *)picture->pixels + (ptrdiff_t)y * picture->pitch);
    for (int32_t x = 0; x < picture->w; x++) {
        if ((at[x] & 0xFF000000u) != 0) {
            return true;
        }
    }
    return false;
}

static SDL_Rect find_ink(const SDL_Surface *picture) {
    SDL_Rect ink = {0, 0, picture->w, picture->h};
    while (ink.h > 0 && !row_has_ink(picture, ink.y)) {
        ink.y++;
        ink.h--;
    }
    while (ink.h > 0 && !row_has_ink(picture, ink.y + ink.h - 1)) {
        ink.h--;
    }
    while (ink.h > 0 && ink.w > 0 && !column_has_ink(picture, ink.x)) {
        ink.x++;
        ink.w--;
    }
    while (ink.h > 0 && ink.w > 0 && !column_has_ink(picture, ink.x + ink.w - 1)) {
        ink.w--;
    }
    return ink;
}

static SDL_Surface *create_picture(int32_t width, int32_t height) {
    SDL_Surface *picture = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!picture) {
        error_out_of_memory();
    }
    SDL_FillRect(picture, NULL, 0x00FFFFFF);
    return picture;
}

// Only the ink: a third of the line's height is empty, and blending costs by the pixel.
static WordInk draw_stretch(const WordLook *look, TTF_Font *font, const char *text) {
    SDL_Surface *picture = text[0] == '\0' ? NULL : TTF_RenderUTF8_Blended(font, text, WHITE);
    if (!picture) {
        return (WordInk){0};
    }
    SDL_Rect ink = find_ink(picture);
    WordInk word = {NULL, find_pen(look, font, text) + ink.x, ink.y - baseline_of(font, text, picture)};
    if (ink.w > 0 && ink.h > 0) {
        word.picture = create_picture(ink.w, ink.h);
        SDL_SetSurfaceBlendMode(picture, SDL_BLENDMODE_NONE);
        SDL_BlitSurface(picture, &ink, word.picture, NULL);
    }
    SDL_FreeSurface(picture);
    return word;
}

// Both in one picture.
static WordInk join(WordInk a, WordInk b) {
    if (!a.picture || !b.picture) {
        return a.picture ? a : b;
    }
    int32_t left = SDL_min(a.left, b.left), top = SDL_min(a.top, b.top);
    int32_t right = SDL_max(a.left + a.picture->w, b.left + b.picture->w);
    int32_t bottom = SDL_max(a.top + a.picture->h, b.top + b.picture->h);
    WordInk both = {create_picture(right - left, bottom - top), left, top};
    SDL_BlitSurface(a.picture, NULL, both.picture, &(SDL_Rect){a.left - left, a.top - top, 0, 0});
    SDL_BlitSurface(b.picture, NULL, both.picture, &(SDL_Rect){b.left - left, b.top - top, 0, 0});
    SDL_FreeSurface(a.picture);
    SDL_FreeSurface(b.picture);
    return both;
}

Str font_take_word(Str *rest) {
    ptrdiff_t end = 0;
    bool spaces = false;
    for (int32_t count = 0; end < rest->len && count < WORD_CHARS; count++) {
        bool space = rest->text[end] == ' ';
        if (spaces && !space) {
            break;
        }
        spaces = space;
        utf8_decode(*rest, &end);
    }
    Str word = str_slice(*rest, 0, end);
    *rest = str_slice(*rest, end, rest->len);
    return word;
}

static TTF_Font *open_stretch(Fonts *fonts, const WordLook *look, const Stretch *stretch) {
    FontCut cut = {stretch->file, look->size, stretch->script, look->direction};
    return (TTF_Font *)font_shelf_open(&fonts->shelf, cut);
}

int32_t fonts_set_width(Fonts *fonts, WordLook look, Str word) {
    SetWord set;
    fonts_set_word(fonts, look, word, &set);
    int32_t width = 0;
    for (int32_t i = 0; i < set.count; i++) {
        TTF_Font *font = open_stretch(fonts, &look, &set.stretches[i]);
        width += font ? measure_stretch(&look, font, set.text + set.stretches[i].from) : 0;
    }
    return width;
}

WordInk fonts_draw_word(Fonts *fonts, WordLook look, Str word) {
    SetWord set;
    fonts_set_word(fonts, look, word, &set);
    WordInk ink = {0};
    int32_t x = 0;
    for (int32_t i = 0; i < set.count; i++) {
        const Stretch *stretch = &set.stretches[look.direction == DIRECTION_LEFTWARD ? set.count - 1 - i : i];
        const char *text = set.text + stretch->from;
        TTF_Font *font = open_stretch(fonts, &look, stretch);
        if (font) {
            WordInk next = draw_stretch(&look, font, text);
            next.left += x;
            ink = join(ink, next);
            x += measure_stretch(&look, font, text);
        }
    }
    return ink;
}
