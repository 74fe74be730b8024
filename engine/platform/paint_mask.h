// Shapes as coverage: 0 … 255 for each pixel. Whole numbers or exact roots only, so that every machine draws the same.
// For platform/paint*.c only.
#pragma once

#include "ui/draw.h"

struct SDL_Surface;

typedef struct {
    uint8_t *rows;
    int32_t width, height;
} Mask;

typedef enum { MASK_OUTER, MASK_INNER, MASK_RING } MaskPart; // a box; what its stroke leaves; its stroke

Mask mask_create(Arena *arena, int32_t width, int32_t height);
bool mask_is_all(const Mask *mask, uint8_t coverage);
Mask mask_of_picture(Arena *arena, const struct SDL_Surface *picture); // its alpha

// A square mask becomes the four round corners of a box, put together.
void mask_draw_corners(Mask *mask, int32_t radius, int32_t stroke_width, MaskPart part);
void mask_cut_dashes(Mask *ring, int32_t radius, int32_t dash); // leaves every second piece of about that length
// The corners of a shadow that grows to full strength within `reach` pixels.
void mask_draw_shadow(Mask *mask, int32_t reach);
int32_t mask_shadow_at(float depth, int32_t reach); // coverage, so many pixels from where it begins
// `origin` is where the mask's top left corner lies among the path's points.
void mask_draw_stroke(Mask *mask, const DrawCommand *path, DrawPoint origin);
void mask_draw_fill(Mask *mask, const DrawCommand *path, DrawPoint origin);
