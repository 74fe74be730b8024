#include "platform/paint_inside.h"

#include <SDL.h>

#include <string.h>

enum { CELL = PAINT_CELL, RUNS_MOST = 64 };

void damage_resize(Painter *painter, int32_t width, int32_t height) {
    painter->width = width;
    painter->height = height;
    painter->columns = (width + CELL - 1) / CELL;
    painter->rows = (height + CELL - 1) / CELL;
    painter->known = false;
    ptrdiff_t count = (ptrdiff_t)painter->columns * painter->rows;
    arena_finish(&painter->grid);
    painter->cells = arena_push(&painter->grid, uint64_t, count);
    painter->before = arena_push(&painter->grid, uint64_t, count);
    painter->shifted = arena_push(&painter->grid, uint64_t, count);
}

uint64_t paint_add_hash(uint64_t hash, uint64_t value) {
    hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 31;
}

static uint64_t pack(int32_t a, int32_t b) {
    return (uint64_t)(uint32_t)a << 32 | (uint32_t)b;
}

// The inside that a box without a fill, such as the ring of the focus, goes around and leaves alone.
static Rect hollow_of(const DrawCommand *command) {
    int32_t edge = SDL_max(SDL_max(command->stroke_width, command->radius), 0);
    bool hollow = command->kind == DRAW_BOX && command->fill.alpha == 0 &&
                  edge < SDL_min(command->rect.width, command->rect.height) / 2;
    return hollow ? rect_inset(command->rect, edge) : (Rect){0};
}

static Rect whole_cells(Rect rect) {
    int32_t x = (rect.x + CELL - 1) / CELL, y = (rect.y + CELL - 1) / CELL;
    return (Rect){x, y, (rect.x + rect.width) / CELL - x, (rect.y + rect.height) / CELL - y};
}

// The part of a command that a clip leaves belongs to how it looks.
void damage_hash(const Painter *painter, uint64_t *cells, const Trace *trace) {
    Rect seen = rect_intersect(trace->extent, trace->view);
    if (rect_is_empty(seen)) {
        return;
    }
    uint64_t hash = paint_add_hash(trace->look, pack(trace->extent.x, trace->extent.y));
    hash = paint_add_hash(hash, pack(seen.x, seen.y));
    hash = paint_add_hash(hash, pack(seen.width, seen.height));
    Rect hollow = whole_cells(trace->hollow);
    for (int32_t row = seen.y / CELL; row <= (seen.y + seen.height - 1) / CELL; row++) {
        uint64_t *line = cells + (ptrdiff_t)row * painter->columns;
        for (int32_t column = seen.x / CELL; column <= (seen.x + seen.width - 1) / CELL; column++) {
            if (!rect_holds(hollow, column, row)) {
                line[column] = paint_add_hash(line[column], hash);
            }
        }
    }
}

// Also the trace of each command, for the next list.
static void hash_list(Painter *painter, const DrawList *list) {
    Rect all = {0, 0, painter->width, painter->height};
    Rect view = all;
    memset(painter->cells, 0, (size_t)painter->columns * (size_t)painter->rows * sizeof *painter->cells);
    arena_rewind(&painter->traces.arena, (ArenaMark){0});
    painter->traces.rows.count = painter->traces.rows.capacity = 0;
    painter->traces.rows.rows = NULL;
    for (int32_t i = 0; i < list->count; i++) {
        const DrawCommand *command = &list->rows[i];
        if (command->kind == DRAW_CLIP) {
            view = rect_intersect(command->rect, all);
            continue;
        }
        Trace *trace = rows_append(&painter->traces.arena, &painter->traces.rows);
        *trace = (Trace){.look = draw_look(command),
                         .extent = paint_extent(command),
                         .view = view,
                         .hollow = hollow_of(command),
                         .covered = paint_covered(command)};
        damage_hash(painter, painter->cells, trace);
    }
}

typedef ROWS_OF(Rect) RectTable; // in cells

static bool has_changed(const Painter *painter, int32_t column, int32_t row) {
    ptrdiff_t cell = (ptrdiff_t)row * painter->columns + column;
    return painter->cells[cell] != painter->before[cell];
}

// Adds a run of changed cells: to the rectangle that ends right above it and is as wide, or as one of its own.
static void add_run(Arena *scratch, RectTable *runs, Rect run) {
    for (int32_t i = runs->count - 1; i >= 0 && runs->rows[i].y + runs->rows[i].height >= run.y; i--) {
        Rect *above = &runs->rows[i];
        if (above->x == run.x && above->width == run.width && above->y + above->height == run.y) {
            above->height++;
            return;
        }
    }
    *rows_append(scratch, runs) = run;
}

int32_t damage_count(const Painter *painter) {
    int32_t count = 0;
    for (int32_t i = 0; i < painter->columns * painter->rows; i++) {
        count += painter->cells[i] != painter->before[i];
    }
    return count;
}

static void collect_row(const Painter *painter, int32_t row, Arena *scratch, RectTable *runs) {
    for (int32_t column = 0; column < painter->columns; column++) {
        int32_t first = column;
        while (column < painter->columns && has_changed(painter, column, row)) {
            column++;
        }
        if (column > first) {
            add_run(scratch, runs, (Rect){first, row, column - first, 1});
        }
    }
}

static int32_t area(Rect rect) {
    return rect.width * rect.height;
}

static void remove_rect(RectTable *rects, int32_t index) {
    rects->rows[index] = rects->rows[--rects->count];
}

// Two rectangles that were joined may meet others: those join in, for nothing is to be painted twice.
static void join(RectTable *rects, int32_t a, int32_t b) {
    Rect joined = rect_join(rects->rows[a], rects->rows[b]);
    remove_rect(rects, SDL_max(a, b));
    remove_rect(rects, SDL_min(a, b));
    for (int32_t i = 0; i < rects->count; i++) {
        if (rect_meets(rects->rows[i], joined)) {
            joined = rect_join(rects->rows[i], joined);
            remove_rect(rects, i);
            i = -1;
        }
    }
    rects->rows[rects->count++] = joined;
}

static void join_cheapest(RectTable *rects) {
    int32_t a = 0, b = 1, least = INT32_MAX;
    for (int32_t i = 0; i < rects->count; i++) {
        for (int32_t k = i + 1; k < rects->count; k++) {
            Rect first = rects->rows[i], second = rects->rows[k];
            int32_t cost = area(rect_join(first, second)) - area(first) - area(second);
            if (cost < least) {
                least = cost;
                a = i;
                b = k;
            }
        }
    }
    join(rects, a, b);
}

static Rect to_pixels(const Painter *painter, Rect cells) {
    Rect rect = {cells.x * CELL, cells.y * CELL, cells.width * CELL, cells.height * CELL};
    return rect_intersect(rect, (Rect){0, 0, painter->width, painter->height});
}

static int32_t find_changed(Painter *painter, Rect *rects, int32_t most) {
    Arena scratch = {0};
    RectTable runs = {0};
    for (int32_t row = 0; row < painter->rows; row++) {
        collect_row(painter, row, &scratch, &runs);
        // Comparing all with all is for few.
        while (runs.count > RUNS_MOST) {
            join(&runs, runs.count - 2, runs.count - 1);
        }
    }
    while (runs.count > most) {
        join_cheapest(&runs);
    }
    for (int32_t i = 0; i < runs.count; i++) {
        rects[i] = to_pixels(painter, runs.rows[i]);
    }
    arena_finish(&scratch);
    return runs.count;
}

int32_t damage_find(Painter *painter, const DrawList *list, Rect *rects, int32_t most, Rect *moved) {
    Rect all = {0, 0, painter->width, painter->height};
    if (rect_is_empty(all) || most <= 0) {
        return 0;
    }
    hash_list(painter, list);
    int32_t count = painter->known && damage_count(painter) == 0 ? 0 : 1;
    rects[0] = all;
    if (painter->known && painter->surface && count > 0) {
        *moved = shift_scrolled(painter);
        count = find_changed(painter, rects, most);
    }
    uint64_t *swapped = painter->before;
    painter->before = painter->cells;
    painter->cells = swapped;
    Traces traces = painter->traces_before;
    painter->traces_before = painter->traces;
    painter->traces = traces;
    painter->known = true;
    return count;
}
