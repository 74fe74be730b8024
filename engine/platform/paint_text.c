#include "platform/font_word.h"
#include "platform/paint_inside.h"

#include <SDL.h>

static WordLook look_of(const DrawCommand *command) {
    return (WordLook){command->face, command->size, command->direction};
}

static const CacheEntry *find_word(Painter *painter, const DrawCommand *command, Str word) {
    WordLook look = look_of(command);
    uint64_t word_key = fonts_hash_word(painter->fonts, look, word);
    uint64_t key = cache_key(&word_key, (ptrdiff_t)sizeof word_key, command->fill);
    CacheEntry *entry = cache_find(&painter->cache, key);
    if (!entry) {
        WordInk ink = fonts_draw_word(painter->fonts, look, word, command->fill);
        entry = cache_add(&painter->cache, key);
        entry->left = ink.left;
        entry->top = ink.top;
        if (ink.picture) {
            cache_keep(&painter->cache, entry, painter->renderer, ink.picture);
        }
    }
    return entry;
}

void paint_text(Painter *painter, const DrawCommand *command) {
    bool leftward = command->direction == DIRECTION_LEFTWARD;
    int32_t x = leftward ? command->rect.x + command->rect.width : command->rect.x;
    int32_t baseline = command->rect.y + command->baseline;
    Rect clip = painter->clip;
    int32_t least = clip.x - command->size, most = clip.x + clip.width + command->size;
    Str rest = command->text;
    WordLook look = look_of(command);
    while (rest.len > 0 && (leftward ? x > least : x < most)) {
        Str word = font_take_word(&rest);
        int32_t width = fonts_measure_word(painter->fonts, look, word);
        x -= leftward ? width : 0;
        if (x + width > least && x < most) {
            const CacheEntry *ink = find_word(painter, command, word);
            Rect whole = {0, 0, ink->width, ink->height};
            paint_texture(painter, ink, whole, x + ink->left, baseline + ink->top);
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
