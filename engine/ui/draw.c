#include "ui/draw.h"

#include "base/number.h"

bool rect_is_empty(Rect rect) {
    return rect.width <= 0 || rect.height <= 0;
}

Rect rect_intersect(Rect a, Rect b) {
    int32_t left = max(a.x, b.x), top = max(a.y, b.y);
    int32_t right = min(a.x + a.width, b.x + b.width), bottom = min(a.y + a.height, b.y + b.height);
    return (Rect){left, top, max(right - left, 0), max(bottom - top, 0)};
}

Rect rect_join(Rect a, Rect b) {
    if (rect_is_empty(a)) {
        return b;
    }
    if (rect_is_empty(b)) {
        return a;
    }
    int32_t left = min(a.x, b.x), top = min(a.y, b.y);
    int32_t right = max(a.x + a.width, b.x + b.width), bottom = max(a.y + a.height, b.y + b.height);
    return (Rect){left, top, right - left, bottom - top};
}

Rect rect_inset(Rect rect, int32_t by) {
    return (Rect){rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by};
}

bool rect_holds(Rect rect, int32_t x, int32_t y) {
    return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

bool rect_equal(Rect a, Rect b) {
    return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

bool rect_meets(Rect a, Rect b) {
    return !rect_is_empty(rect_intersect(a, b));
}

Rect draw_extent(const DrawCommand *command) {
    return command->kind == DRAW_SHADOW ? rect_inset(command->rect, -command->blur) : command->rect;
}

static uint64_t mix(uint64_t hash, const void *bytes, ptrdiff_t len) {
    const unsigned char *at = bytes;
    for (ptrdiff_t i = 0; i < len; i++) {
        // NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult): numbers are known whole
        hash = (hash ^ at[i]) * UINT64_C(0x100000001b3); // FNV-1a
    }
    return hash;
}

static uint64_t mix_points(uint64_t hash, const DrawCommand *command) {
    DrawPoint origin = {command->rect.x * DRAW_SUBPIXELS, command->rect.y * DRAW_SUBPIXELS};
    for (int32_t i = 0; i < command->point_count; i++) {
        DrawPoint point = {command->points[i].x - origin.x, command->points[i].y - origin.y};
        hash = mix(hash, &point, (ptrdiff_t)sizeof point);
    }
    return hash;
}

uint64_t draw_look(const DrawCommand *command) {
    int32_t numbers[] = {(int32_t)command->kind,     command->rect.width,   command->rect.height, command->radius,
                         command->corners,           command->stroke_width, command->dash,        command->blur,
                         (int32_t)command->face,     command->size,         command->baseline,    command->closed,
                         (int32_t)command->direction};
    uint64_t hash = mix(UINT64_C(0xcbf29ce484222325), numbers, (ptrdiff_t)sizeof numbers);
    hash = mix(hash, &command->fill, (ptrdiff_t)sizeof command->fill);
    hash = mix(hash, &command->stroke, (ptrdiff_t)sizeof command->stroke);
    hash = mix(hash, command->text.text, command->text.len);
    return mix_points(hash, command);
}

uint64_t draw_hash(const DrawCommand *command) {
    int32_t place[] = {command->rect.x, command->rect.y};
    return mix(draw_look(command), place, (ptrdiff_t)sizeof place);
}
