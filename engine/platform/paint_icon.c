#include "platform/paint_icon.h"

#include "base/error.h"
#include "platform/paint_mask.h"

#include <SDL.h>

enum { GRID = 256, EDGE = 16, DOT = 22, FULL = 255, MOST_POINTS = 36 }; // of the drawing, in quarters of its units

static const int16_t TRUNK[][2] = {{112, 160}, {144, 160}, {145, 180}, {147, 197}, {151, 210}, {157, 222},
                                   {165, 232}, {176, 240}, {176, 248}, {80, 248},  {80, 240},  {91, 232},
                                   {99, 222},  {105, 210}, {109, 197}, {111, 180}};
static const int16_t ANSWER[][2] = {
    {180, 48},  {194, 50},  {208, 55},  {220, 62},  {231, 73},  {238, 85},  {243, 99},  {244, 114}, {242, 128},
    {241, 138}, {241, 146}, {241, 154}, {242, 162}, {245, 170}, {248, 178}, {239, 178}, {231, 177}, {224, 176},
    {218, 175}, {213, 172}, {208, 170}, {194, 174}, {180, 176}, {166, 174}, {152, 170}, {140, 162}, {130, 152},
    {122, 140}, {118, 126}, {116, 112}, {118, 98},  {122, 84},  {130, 72},  {140, 62},  {152, 54},  {166, 50}};
static const int16_t SPEECH[][2] = {{88, 8},   {107, 10},  {124, 16},  {140, 27},  {153, 40},  {162, 56},  {167, 74},
                                    {168, 93}, {165, 111}, {157, 128}, {146, 143}, {132, 155}, {115, 163}, {97, 168},
                                    {78, 167}, {60, 163},  {53, 168},  {46, 172},  {38, 175},  {29, 177},  {19, 178},
                                    {8, 178},  {12, 169},  {15, 160},  {16, 151},  {16, 141},  {16, 130},  {14, 118},
                                    {9, 99},   {9, 80},    {13, 61},   {22, 43},   {35, 29},   {50, 17},   {69, 10}};
static const int16_t DOTS[][2] = {{56, 88}, {88, 88}, {120, 88}};

static const Color PAPER = {0xFB, 0xF8, 0xF3, FULL};

// A polygon with its edge in the colour of paper; one point alone is a dot in that colour.
typedef struct {
    const int16_t (*points)[2];
    int32_t count;
    Color fill;
} Shape;

static const Shape SHAPES[] = {
    {TRUNK, COUNT(TRUNK), {0xC9, 0x8A, 0x1B, FULL}},
    {ANSWER, COUNT(ANSWER), {0xB8, 0x49, 0x2F, FULL}},
    {SPEECH, COUNT(SPEECH), {0x1F, 0x6F, 0x6B, FULL}},
    {&DOTS[0], 1, {0}},
    {&DOTS[1], 1, {0}},
    {&DOTS[2], 1, {0}},
};

static uint8_t mix(uint32_t under, uint8_t over, uint8_t coverage) {
    return (uint8_t)(((uint32_t)over * coverage + under * (FULL - coverage) + FULL / 2) / FULL);
}

static void lay_on(SDL_Surface *picture, const Mask *mask, Color color) {
    for (int32_t y = 0; y < mask->height; y++) {
        Uint32 *row = (Uint32 *)(void *)((Uint8 *)picture->pixels + (ptrdiff_t)y * picture->pitch);
        for (int32_t x = 0; x < mask->width; x++) {
            uint8_t coverage = mask->rows[(ptrdiff_t)y * mask->width + x];
            Uint32 under = row[x];
            row[x] = (Uint32)mix(under >> 24, FULL, coverage) << 24 |
                     (Uint32)mix(under >> 16 & 0xFF, color.red, coverage) << 16 |
                     (Uint32)mix(under >> 8 & 0xFF, color.green, coverage) << 8 |
                     mix(under & 0xFF, color.blue, coverage);
        }
    }
}

static void draw_shape(SDL_Surface *picture, const Shape *shape) {
    Arena scratch = {0};
    DrawPoint points[MOST_POINTS];
    int32_t size = picture->w;
    bool dot = shape->count == 1;
    for (int32_t i = 0; i < shape->count; i++) {
        points[i] = (DrawPoint){shape->points[i][0] * size * DRAW_SUBPIXELS / GRID,
                                shape->points[i][1] * size * DRAW_SUBPIXELS / GRID};
    }
    DrawCommand path = {.kind = DRAW_PATH,
                        .points = points,
                        .point_count = shape->count,
                        .closed = !dot,
                        .stroke_width = (dot ? DOT : EDGE) * size / GRID};
    Mask mask = mask_create(&scratch, size, size);
    mask_draw_stroke(&mask, &path, (DrawPoint){0});
    lay_on(picture, &mask, PAPER);
    if (!dot) {
        mask_draw_fill(&mask, &path, (DrawPoint){0});
        lay_on(picture, &mask, shape->fill);
    }
    arena_finish(&scratch);
}

// What is clear has the colour of the edge, which so has no dark rim.
SDL_Surface *paint_icon(int32_t size) {
    SDL_Surface *picture = SDL_CreateRGBSurfaceWithFormat(0, size, size, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!picture) {
        error_out_of_memory();
    }
    SDL_FillRect(picture, NULL, (Uint32)PAPER.red << 16 | (Uint32)PAPER.green << 8 | PAPER.blue);
    for (int32_t i = 0; i < COUNT(SHAPES); i++) {
        draw_shape(picture, &SHAPES[i]);
    }
    return picture;
}
