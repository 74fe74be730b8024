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

Rect paint_seen(const Trace *trace) {
    return rect_intersect(trace->extent, trace->view);
}

// The part of a command that a clip leaves belongs to how it looks.
static uint64_t hash_trace(const Trace *trace) {
    Rect seen = paint_seen(trace);
    uint64_t hash = paint_add_hash(trace->look, pack(trace->extent.x, trace->extent.y));
    hash = paint_add_hash(hash, pack(seen.x, seen.y));
    return paint_add_hash(hash, pack(seen.width, seen.height));
}

void damage_hash(const Painter *painter, uint64_t *cells, const Trace *trace) {
    Rect seen = paint_seen(trace);
    if (rect_is_empty(seen)) {
        return;
    }
    uint64_t hash = hash_trace(trace);
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

static void note_traces(Painter *painter, const DrawList *list) {
    Rect all = {0, 0, painter->width, painter->height};
    Rect view = all;
    painter->traces.rows.count = 0;
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
                         .rim = SDL_max(command->stroke_width, 0),
                         .covered = paint_covered(command)};
        trace->all = hash_trace(trace);
    }
}

static void hash_cells(const Painter *painter, uint64_t *cells, const Traces *traces) {
    memset(cells, 0, (size_t)painter->columns * (size_t)painter->rows * sizeof *cells);
    for (int32_t i = 0; i < traces->rows.count; i++) {
        damage_hash(painter, cells, &traces->rows.rows[i]);
    }
}

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
            rects_join(&runs, runs.count - 2, runs.count - 1);
        }
    }
    while (runs.count > most) {
        rects_join_cheapest(&runs, INT32_MAX);
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
    note_traces(painter, list);
    rects[0] = all;
    int32_t count = painter->known ? differ_find(painter, rects, most) : 1;
    if (count < 0) {
        hash_cells(painter, painter->before, &painter->traces_before);
        hash_cells(painter, painter->cells, &painter->traces);
        *moved = shift_scrolled(painter);
        count = find_changed(painter, rects, most);
    }
    Traces traces = painter->traces_before;
    painter->traces_before = painter->traces;
    painter->traces = traces;
    painter->known = true;
    return count;
}
