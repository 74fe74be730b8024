#include "base/utf8.h"
#include "ui/text_parts.h"

typedef ROWS_OF(ptrdiff_t) Edges;

typedef struct {
    TextCache *cache;
    const TextLayout *layout;
    TextStyle style;
} Place;

static int32_t measure(const Place *place, Face face, ptrdiff_t from, ptrdiff_t to) {
    Typesetter typesetter = text_cache_typesetter(place->cache);
    Arena *scratch = text_cache_scratch(place->cache);
    ArenaMark mark = arena_mark(scratch);
    Str painted = text_paint(scratch, str_slice(place->layout->text, from, to));
    int32_t width = 0;
    if (painted.len > 0) {
        width = typesetter.measure(typesetter.context, face, place->style.size, painted);
    }
    arena_rewind(scratch, mark);
    return width;
}

// The last run of the line that begins at or before `offset`, or NULL.
static const TextRun *find_run(const TextLayout *layout, const TextLine *line, ptrdiff_t offset) {
    int32_t low = line->first_run, high = line->first_run + line->run_count;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (layout->runs[middle].from <= offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > line->first_run ? &layout->runs[low - 1] : NULL;
}

// Past the last run there are spaces that hang, after a mark of emphasis perhaps.
static int32_t find_x_in_spaces(const Place *place, const TextRun *run, ptrdiff_t offset) {
    Str text = place->layout->text;
    if (place->layout->cut && run == &place->layout->runs[place->layout->run_count - 1]) {
        return run->x + run->width;
    }
    if (text.text[run->to] != '*' || !place->style.marked) {
        return run->x + measure(place, run->face, run->from, offset);
    }
    return run->x + run->width + measure(place, place->style.face, run->to + 1, offset);
}

static int32_t find_x(const Place *place, const TextLine *line, ptrdiff_t offset) {
    offset = offset < line->to ? offset : line->to;
    const TextRun *run = find_run(place->layout, line, offset);
    if (!run) {
        return line->run_count > 0 ? 0 : measure(place, place->style.face, line->from, offset);
    }
    if (offset <= run->to) {
        return offset == run->to ? run->x + run->width : run->x + measure(place, run->face, run->from, offset);
    }
    bool is_last = run + 1 == place->layout->runs + line->first_run + line->run_count;
    return is_last ? find_x_in_spaces(place, run, offset) : run->x + run->width;
}

static int32_t find_line(const TextLayout *layout, ptrdiff_t offset) {
    int32_t low = 0, high = layout->line_count - 1;
    while (low < high) {
        int32_t middle = low + (high - low + 1) / 2;
        if (layout->lines[middle].from <= offset) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

void text_layout_find_caret(TextCache *cache, const TextLayout *layout, TextStyle style, ptrdiff_t offset, int32_t *x,
                            int32_t *line) {
    Place place = {cache, layout, style};
    *line = find_line(layout, offset);
    *x = find_x(&place, &layout->lines[*line], offset);
}

// Between two paragraphs the nearer one is meant.
static int32_t find_line_at(const TextLayout *layout, int32_t y) {
    int32_t line = 0;
    while (line + 1 < layout->line_count) {
        int32_t end = layout->lines[line].top + layout->line_height;
        int32_t gap = layout->lines[line + 1].top - end;
        if (y < end + gap / 2) {
            break;
        }
        line++;
    }
    return line;
}

// The last offset that shows on this line: where a word was broken its end is the next line's start.
static ptrdiff_t find_last_offset(const TextLayout *layout, int32_t line) {
    const TextLine *row = &layout->lines[line];
    bool goes_on = line + 1 < layout->line_count && layout->lines[line + 1].from == row->to;
    ptrdiff_t last = goes_on ? utf8_previous_grapheme(layout->text, row->to) : row->to;
    return last > row->from ? last : row->from;
}

static Edges list_edges(Arena *arena, Str text, ptrdiff_t from, ptrdiff_t to) {
    Edges edges = {0};
    for (ptrdiff_t at = from; at <= to; at = utf8_next_grapheme(text, at)) {
        ptrdiff_t *edge = rows_append(arena, &edges);
        *edge = at;
        if (at == to) {
            break;
        }
    }
    return edges;
}

static ptrdiff_t find_nearest(const Place *place, const TextLine *line, const Edges *edges, int32_t x) {
    int32_t low = 0, high = edges->count - 1;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (find_x(place, line, edges->rows[middle]) < x) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low > 0) {
        int32_t after = find_x(place, line, edges->rows[low]) - x;
        int32_t before = x - find_x(place, line, edges->rows[low - 1]);
        low -= before < (after < 0 ? -after : after);
    }
    return edges->rows[low];
}

ptrdiff_t text_layout_find_offset(TextCache *cache, const TextLayout *layout, TextStyle style, int32_t x, int32_t y) {
    Place place = {cache, layout, style};
    Arena *scratch = text_cache_scratch(cache);
    ArenaMark mark = arena_mark(scratch);
    int32_t number = find_line_at(layout, y);
    const TextLine *line = &layout->lines[number];
    Edges edges = list_edges(scratch, layout->text, line->from, find_last_offset(layout, number));
    ptrdiff_t offset = find_nearest(&place, line, &edges, x);
    arena_rewind(scratch, mark);
    return offset;
}
