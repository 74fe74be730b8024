#include "platform/font_word.h"
#include "platform/paint_inside.h"

#include <SDL.h>

#include <string.h>

static WordLook look_of(const DrawCommand *command) {
    return (WordLook){command->face, command->size, command->direction};
}

// Of a coloured word, which looks other in each colour, all that is kept without a colour is that it is one.
static const CacheEntry *add_word(Painter *painter, const DrawCommand *command, Str word, uint64_t key) {
    WordInk ink = fonts_draw_word(painter->fonts, look_of(command), word, command->fill);
    CacheEntry *entry = cache_add(&painter->cache, key);
    entry->left = ink.left;
    entry->top = ink.top;
    if (ink.colored) {
        entry->kind = CACHED_BY_COLOR;
    } else if (ink.picture) {
        Arena scratch = {0};
        Mask mask = mask_of_picture(&scratch, ink.picture);
        cache_keep_mask(&painter->cache, entry, &mask);
        arena_finish(&scratch);
    }
    SDL_FreeSurface(ink.picture);
    return entry;
}

static const CacheEntry *add_colored(Painter *painter, const DrawCommand *command, Str word, uint64_t key) {
    WordInk ink = fonts_draw_word(painter->fonts, look_of(command), word, command->fill);
    CacheEntry *entry = cache_add(&painter->cache, key);
    entry->left = ink.left;
    entry->top = ink.top;
    cache_keep_picture(&painter->cache, entry, ink.picture);
    return entry;
}

static const CacheEntry *find_word(Painter *painter, const DrawCommand *command, Str word) {
    uint64_t numbers[2] = {fonts_hash_word(painter->fonts, look_of(command), word)};
    uint64_t key = cache_key(numbers, (ptrdiff_t)sizeof numbers[0]);
    const CacheEntry *entry = cache_find(&painter->cache, key);
    entry = entry ? entry : add_word(painter, command, word, key);
    if (entry->kind == CACHED_BY_COLOR) {
        memcpy(&numbers[1], &command->fill, sizeof command->fill);
        key = cache_key(numbers, (ptrdiff_t)sizeof numbers);
        entry = cache_find(&painter->cache, key);
        entry = entry ? entry : add_colored(painter, command, word, key);
    }
    return entry;
}

static void paint_word(Painter *painter, const DrawCommand *command, Str word, int32_t x) {
    const CacheEntry *ink = find_word(painter, command, word);
    int32_t left = x + ink->left, top = command->rect.y + command->baseline + ink->top;
    if (ink->kind == CACHED_PICTURE) {
        paint_picture(painter, ink->picture, left, top);
    } else if (ink->kind == CACHED_MASK) {
        Rect whole = {0, 0, ink->mask.width, ink->mask.height};
        paint_mask(painter, &ink->mask, whole, left, top, command->fill);
    }
}

void paint_text(Painter *painter, const DrawCommand *command) {
    bool leftward = command->direction == DIRECTION_LEFTWARD;
    int32_t x = leftward ? command->rect.x + command->rect.width : command->rect.x;
    Rect clip = painter->clip;
    int32_t least = clip.x - command->size, most = clip.x + clip.width + command->size;
    Str rest = command->text;
    WordLook look = look_of(command);
    while (rest.len > 0 && (leftward ? x > least : x < most)) {
        Str word = font_take_word(&rest);
        int32_t width = fonts_measure_word(painter->fonts, look, word);
        x -= leftward ? width : 0;
        if (x + width > least && x < most) {
            paint_word(painter, command, word, x);
        }
        x += leftward ? 0 : width;
    }
}

// Ink leans out of the line box: the feet of an italic f, the accent of a capital.
static Rect text_extent(const DrawCommand *command) {
    int32_t size = command->size;
    int32_t baseline = command->rect.y + command->baseline;
    return (Rect){command->rect.x - size / 2, baseline - size * 5 / 4, command->rect.width + size, size * 2};
}

Rect paint_extent(const DrawCommand *command) {
    if (command->kind == DRAW_TEXT) {
        return text_extent(command);
    }
    return command->kind == DRAW_PATH ? paint_path_extent(command) : draw_extent(command);
}
