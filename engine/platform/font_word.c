#include "platform/font_word.h"

#include "base/utf8.h"
#include "platform/font_set.h"
#include "platform/picture_pixels.h"

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

// A stretch as it is drawn.
typedef struct {
    TTF_Font *font;
    const char *text;
    Direction direction;
    int32_t size;
    bool colored;
} Run;

// A line of a coloured font is made as high as one of our faces: 7/6 of the size.
enum { FIT_NUM = 7, FIT_DEN = 6 };

static int32_t fit(const Run *run, int32_t pixels) {
    return run->colored ? pixels * run->size * FIT_NUM / (FIT_DEN * TTF_FontHeight(run->font)) : pixels;
}

// How far the pen stands from the left edge of SDL_ttf's picture, to the left.
static int32_t find_pen(const Run *run) {
    return run->direction == DIRECTION_LEFTWARD ? -measure_with_lean(run->font, " ")
                                                : left_overhang(run->font, run->text);
}

static int32_t measure_run(const Run *run) {
    int32_t width = measure_with_lean(run->font, run->text);
    return width == 0 ? 0 : SDL_max(fit(run, width + find_pen(run)), 0);
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

// Only the ink: a third of the line's height is empty, and blending costs by the pixel.
static SDL_Surface *cut_ink(const Run *run, SDL_Surface *picture, SDL_Rect ink) {
    SDL_Surface *cut = picture_create(ink.w, ink.h);
    SDL_SetSurfaceBlendMode(picture, SDL_BLENDMODE_NONE);
    SDL_BlitSurface(picture, &ink, cut, NULL);
    if (!run->colored) {
        return cut;
    }
    SDL_Surface *scaled = picture_scale(cut, run->size * FIT_NUM, FIT_DEN * TTF_FontHeight(run->font));
    SDL_FreeSurface(cut);
    return scaled;
}

static WordInk draw_run(const Run *run) {
    SDL_Surface *picture = run->text[0] == '\0' ? NULL : TTF_RenderUTF8_Blended(run->font, run->text, WHITE);
    if (!picture) {
        return (WordInk){0};
    }
    SDL_Rect ink = find_ink(picture);
    WordInk word = {.left = fit(run, find_pen(run) + ink.x),
                    .top = fit(run, ink.y - baseline_of(run->font, run->text, picture))};
    if (ink.w > 0 && ink.h > 0) {
        word.picture = cut_ink(run, picture, ink);
    }
    SDL_FreeSurface(picture);
    return word;
}

// Both in one picture. SDL's blits would mix what overlaps, and in each of its versions to another shade.
static WordInk join(WordInk a, WordInk b) {
    if (!a.picture || !b.picture) {
        return a.picture ? a : b;
    }
    int32_t left = SDL_min(a.left, b.left), top = SDL_min(a.top, b.top);
    int32_t right = SDL_max(a.left + a.picture->w, b.left + b.picture->w);
    int32_t bottom = SDL_max(a.top + a.picture->h, b.top + b.picture->h);
    WordInk both = {.picture = picture_create(right - left, bottom - top), .left = left, .top = top};
    const WordInk *parts[] = {&a, &b};
    for (int32_t i = 0; i < 2; i++) {
        picture_lay(parts[i]->picture, both.picture, parts[i]->left - left, parts[i]->top - top);
        SDL_FreeSurface(parts[i]->picture);
    }
    return both;
}

Str font_take_word(Str *rest) {
    ptrdiff_t end = 0;
    int32_t count = 0;
    bool spaces = false;
    for (; end < rest->len && count < WORD_CHARS; count++) {
        bool space = rest->text[end] == ' ';
        if (spaces && !space) {
            break;
        }
        spaces = space;
        utf8_decode(*rest, &end);
    }
    if (count == WORD_CHARS) {
        ptrdiff_t edge = utf8_snap_grapheme(*rest, end);
        end = edge > 0 ? edge : end;
    }
    Str word = str_slice(*rest, 0, end);
    *rest = str_slice(*rest, end, rest->len);
    return word;
}

// False: its font cannot be opened.
static bool open_run(Fonts *fonts, const WordLook *look, const SetWord *set, int32_t stretch, Run *run) {
    const Stretch *at = &set->stretches[stretch];
    FontCut cut = {at->file, look->size, at->script, look->direction};
    *run = (Run){.font = (TTF_Font *)font_shelf_open(&fonts->shelf, cut),
                 .text = set->text + at->from,
                 .direction = look->direction,
                 .size = look->size,
                 .colored = font_shelf_is_colored(&fonts->shelf, at->file)};
    return run->font != NULL;
}

int32_t fonts_set_width(Fonts *fonts, WordLook look, Str word) {
    SetWord set;
    Run run;
    fonts_set_word(fonts, look, word, &set);
    int32_t width = 0;
    for (int32_t i = 0; i < set.count; i++) {
        width += open_run(fonts, &look, &set, i, &run) ? measure_run(&run) : 0;
    }
    return width;
}

static bool has_colors(const Fonts *fonts, const SetWord *set) {
    bool has = false;
    for (int32_t i = 0; i < set->count; i++) {
        has = has || font_shelf_is_colored(&fonts->shelf, set->stretches[i].file);
    }
    return has;
}

static void color_ink(const WordInk *ink, bool colored, Color color) {
    if (ink->picture && colored) {
        picture_fade(ink->picture, color.alpha);
    } else if (ink->picture) {
        picture_tint(ink->picture, color);
    }
}

WordInk fonts_draw_word(Fonts *fonts, WordLook look, Str word, Color color) {
    SetWord set;
    Run run;
    fonts_set_word(fonts, look, word, &set);
    bool colored = has_colors(fonts, &set);
    WordInk ink = {0};
    int32_t x = 0;
    for (int32_t i = 0; i < set.count; i++) {
        if (open_run(fonts, &look, &set, look.direction == DIRECTION_LEFTWARD ? set.count - 1 - i : i, &run)) {
            WordInk next = draw_run(&run);
            next.left += x;
            if (colored) {
                color_ink(&next, run.colored, color);
            }
            ink = join(ink, next);
            x += measure_run(&run);
        }
    }
    ink.colored = colored && ink.picture;
    return ink;
}
