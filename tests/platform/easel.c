#include "easel.h"

#include <SDL.h>

#include <string.h>

Easel *easel_create(void) {
    Easel *easel = calloc(1, sizeof *easel);
    Error error = {0};
    easel->fonts = fonts_create(S(FONT_FOLDER), &error);
    assert_non_null(easel->fonts);
    easel->surface = SDL_CreateRGBSurfaceWithFormat(0, EASEL_WIDTH, EASEL_HEIGHT, 32, SDL_PIXELFORMAT_RGB888);
    assert_non_null(easel->surface);
    easel->painter = painter_create(easel->fonts, easel->surface);
    return easel;
}

void easel_destroy(Easel *easel) {
    painter_destroy(easel->painter);
    SDL_FreeSurface(easel->surface);
    fonts_destroy(easel->fonts);
    arena_finish(&easel->arena);
    free(easel);
}

void easel_paint(Easel *easel, const DrawList *list) {
    easel->count = painter_paint(easel->painter, list, EASEL_WIDTH, EASEL_HEIGHT, easel->rects, PAINT_MOST_RECTS);
}

uint32_t easel_pixel(const Easel *easel, int32_t x, int32_t y) {
    const char *row = (const char *)easel->surface->pixels + (ptrdiff_t)y * easel->surface->pitch;
    return ((const uint32_t *)(const void *)row)[x] & 0xFFFFFF;
}

Str easel_pixels(Easel *easel) {
    ptrdiff_t len = (ptrdiff_t)easel->surface->pitch * EASEL_HEIGHT;
    return str_copy(&easel->arena, (Str){easel->surface->pixels, len});
}

static Color color_of(uint32_t rgb) {
    return (Color){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb, 255};
}

DrawCommand *easel_add(Easel *easel, DrawList *list, DrawKind kind, Rect rect, uint32_t color) {
    DrawCommand *command = rows_append(&easel->arena, list);
    command->kind = kind;
    command->rect = rect;
    command->fill = color_of(color);
    command->corners = CORNER_ALL;
    return command;
}

static Rect random_rect(Random *random) {
    return (Rect){random_below(random, EASEL_WIDTH + 40) - 40, random_below(random, EASEL_HEIGHT + 40) - 40,
                  random_below(random, 160), random_below(random, 160)};
}

static const Str TEXTS[] = {S_INIT("Bonjour, Madame Élise !"), S_INIT("j’ai"), S_INIT("AVATAR fjord → ✓"), S_INIT(" "),
                            S_INIT("« Ça\u202Fva\u202F? »")};

enum { TEXT_COUNT = COUNT(TEXTS) };

static const DrawPoint *random_points(Easel *easel, Random *random, Rect rect, int32_t count) {
    DrawPoint *points = arena_push(&easel->arena, DrawPoint, count);
    for (int32_t i = 0; i < count; i++) {
        points[i] = (DrawPoint){(rect.x * DRAW_SUBPIXELS) + random_below(random, (rect.width + 1) * DRAW_SUBPIXELS),
                                (rect.y * DRAW_SUBPIXELS) + random_below(random, (rect.height + 1) * DRAW_SUBPIXELS)};
    }
    return points;
}

static Color random_color(Random *random) {
    Color color = color_of(random_next(random));
    color.alpha = (uint8_t)(random_below(random, 3) == 0 ? random_below(random, 256) : 255);
    return color;
}

static void set_randomly(Easel *easel, Random *random, DrawCommand *command) {
    *command = (DrawCommand){.kind = (DrawKind)random_below(random, DRAW_PATH + 1),
                             .rect = random_rect(random),
                             .fill = random_color(random),
                             .stroke = random_color(random),
                             .stroke_width = random_below(random, 6),
                             .radius = random_below(random, 40),
                             .corners = random_below(random, CORNER_ALL + 1),
                             .dash = random_below(random, 4) == 0 ? 4 : 0,
                             .blur = random_below(random, 30),
                             .face = (Face)random_below(random, FACE_COUNT),
                             .size = 10 + random_below(random, 30)};
    if (command->kind == DRAW_CLIP) { // mostly large, or little would be seen
        command->rect = rect_inset(command->rect, -random_below(random, 300));
    }
    command->baseline = command->size;
    command->text = TEXTS[random_below(random, TEXT_COUNT)];
    command->point_count = random_below(random, 6);
    command->points = random_points(easel, random, command->rect, command->point_count);
    command->closed = random_below(random, 2) == 0;
}

void easel_add_line(Easel *easel, DrawList *list, int32_t x, int32_t y, int32_t peaks) {
    enum { WIDE = 200, HIGH = 12 };
    int32_t count = 2 * peaks + 2;
    DrawPoint *points = arena_push(&easel->arena, DrawPoint, count);
    for (int32_t i = 0; i < count; i++) {
        points[i].x = (x + WIDE * i / count) * DRAW_SUBPIXELS;
        points[i].y = (y + i % 2 * HIGH) * DRAW_SUBPIXELS + 5;
    }
    DrawCommand *path = easel_add(easel, list, DRAW_PATH, (Rect){x, y, WIDE, HIGH}, 0);
    path->fill.alpha = 0;
    path->stroke = (Color){31, 111, 107, 255};
    path->stroke_width = 3;
    path->points = points;
    path->point_count = count;
}

DrawList easel_random_list(Easel *easel, Random *random) {
    DrawList list = {0};
    int32_t count = 1 + random_below(random, 30);
    for (int32_t i = 0; i < count; i++) {
        set_randomly(easel, random, rows_append(&easel->arena, &list));
    }
    return list;
}

void easel_change_list(Easel *easel, Random *random, DrawList *list) {
    for (int32_t i = random_below(random, 3); i >= 0; i--) {
        set_randomly(easel, random, &list->rows[random_below(random, list->count)]);
    }
    DrawCommand *a = &list->rows[random_below(random, list->count)], *last = &list->rows[list->count - 1];
    if (random_below(random, 4) == 0) { // another is on top
        DrawCommand above = *last;
        *last = *a;
        *a = above;
    } else if (random_below(random, 4) == 0 && list->count > 1) {
        memmove(a, a + 1, (size_t)(last - a) * sizeof *a);
        list->count--;
    }
}
