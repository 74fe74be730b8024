#include "base/error.h"
#include "base/number.h"
#include "base/utf8.h"
#include "ui/text_parts.h"

typedef ROWS_OF(ptrdiff_t) Edges;

typedef struct {
    TextCache *cache;
    const TextLayout *layout;
} Place;

static int32_t measure(const Place *place, const TextRun *run, ptrdiff_t from, ptrdiff_t to) {
    Typesetter typesetter = text_cache_typesetter(place->cache);
    Arena *scratch = text_cache_scratch(place->cache);
    ArenaMark mark = arena_mark(scratch);
    Str painted = text_paint(scratch, str_slice(place->layout->text, from, to));
    int32_t width = 0;
    if (painted.len > 0) {
        width = typesetter.measure(typesetter.context, run->face, place->layout->style.size, text_run_direction(run),
                                   painted);
    }
    arena_rewind(scratch, mark);
    return width;
}

int32_t text_line_left(const TextLine *line, int32_t room) {
    return line->direction == DIRECTION_LEFTWARD ? max(room - line->width, 0) : 0;
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

// Letters that join are wider alone than together: what precedes one may seem wider than all of the run.
static int32_t find_x_in_run(const Place *place, const TextRun *run, ptrdiff_t offset) {
    int32_t before = offset >= run->to ? run->width : measure(place, run, run->from, offset);
    return run->level % 2 != 0 ? run->x + max(run->width - before, 0) : run->x + before;
}

// The spaces that hang from the last run, or make up the line; they run in the direction of the paragraph.
static int32_t find_x_in_spaces(const Place *place, const TextLine *line, ptrdiff_t from, ptrdiff_t offset) {
    TextRun spaces = {.face = place->layout->style.face, .level = line->direction == DIRECTION_LEFTWARD};
    int32_t width = measure(place, &spaces, from, offset);
    return line->direction == DIRECTION_LEFTWARD ? -width : line->width + width;
}

// Past the last run there are spaces that hang, after a mark of emphasis perhaps.
static int32_t find_x_past(const Place *place, const TextLine *line, const TextRun *run, ptrdiff_t offset) {
    const TextLayout *layout = place->layout;
    if (layout->cut && run == &layout->runs[layout->run_count - 1]) {
        return find_x_in_run(place, run, run->to);
    }
    bool marked = layout->style.marked && layout->text.text[run->to] == '*';
    if (marked || line->turns) {
        return find_x_in_spaces(place, line, run->to + marked, offset);
    }
    return run->x + measure(place, run, run->from, offset);
}

// From the line's left edge.
static int32_t find_x(const Place *place, const TextLine *line, ptrdiff_t offset) {
    offset = offset < line->to ? offset : line->to;
    if (line->run_count == 0) {
        return find_x_in_spaces(place, line, line->from, offset);
    }
    const TextRun *first = &place->layout->runs[line->first_run], *end = first + line->run_count;
    const TextRun *run = find_run(place->layout, line, offset);
    if (!run) {
        ASSERT(first); // for it has rows
        return find_x_in_run(place, first, first->from);
    }
    if (offset <= run->to) {
        return find_x_in_run(place, run, offset);
    }
    return run + 1 == end ? find_x_past(place, line, run, offset) : find_x_in_run(place, run, run->to);
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

void text_layout_find_caret(TextCache *cache, const TextLayout *layout, int32_t room, ptrdiff_t offset, int32_t *x,
                            int32_t *line) {
    Place place = {cache, layout};
    *line = find_line(layout, offset);
    const TextLine *row = &layout->lines[*line];
    *x = text_line_left(row, room) + find_x(&place, row, offset);
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

// Where a word was broken the line's end is the next line's start.
ptrdiff_t text_layout_line_end(const TextLayout *layout, int32_t line) {
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

// Edges of a line whose places follow each other in one direction.
typedef struct {
    int32_t first, end; // rows of the edges
    bool falls;         // the later, the further left
} Stretch;

static int32_t distance(int32_t a, int32_t b) {
    return a < b ? b - a : a - b;
}

static int32_t find_nearest_in(const Place *place, const TextLine *line, const Edges *edges, Stretch stretch,
                               int32_t x) {
    int32_t low = stretch.first, high = stretch.end - 1;
    while (low < high) {
        int32_t middle = low + (high - low) / 2, at = find_x(place, line, edges->rows[middle]);
        if (stretch.falls ? at > x : at < x) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low > stretch.first) {
        int32_t after = distance(find_x(place, line, edges->rows[low]), x);
        low -= distance(find_x(place, line, edges->rows[low - 1]), x) < after;
    }
    return low;
}

static int32_t find_edge(const Edges *edges, int32_t first, ptrdiff_t offset) {
    while (first < edges->count && edges->rows[first] < offset) {
        first++;
    }
    return first;
}

// Run by run, and the spaces at the end.
static ptrdiff_t find_nearest(const Place *place, const TextLine *line, const Edges *edges, int32_t x) {
    if (!line->turns && line->direction == DIRECTION_RIGHTWARD) {
        return edges->rows[find_nearest_in(place, line, edges, (Stretch){0, edges->count, false}, x)];
    }
    int32_t nearest = 0, least = INT32_MAX, first = 0;
    for (int32_t i = 0; i <= line->run_count; i++) {
        const TextRun *run = &place->layout->runs[line->first_run + i];
        bool is_run = i < line->run_count, is_last = i + 1 >= line->run_count;
        Stretch stretch = {.first = first, .end = edges->count, .falls = line->direction == DIRECTION_LEFTWARD};
        if (is_run) {
            stretch.end = find_edge(edges, first, is_last ? run->to : run[1].from);
            stretch.falls = run->level % 2 != 0;
        }
        if (stretch.end == stretch.first) {
            continue;
        }
        first = stretch.end;
        int32_t edge = find_nearest_in(place, line, edges, stretch, x);
        int32_t far = distance(find_x(place, line, edges->rows[edge]), x);
        if (far < least) {
            least = far;
            nearest = edge;
        }
    }
    return edges->rows[nearest];
}

ptrdiff_t text_layout_find_offset(TextCache *cache, const TextLayout *layout, int32_t room, int32_t x, int32_t y) {
    Place place = {cache, layout};
    Arena *scratch = text_cache_scratch(cache);
    ArenaMark mark = arena_mark(scratch);
    int32_t number = find_line_at(layout, y);
    const TextLine *line = &layout->lines[number];
    Edges edges = list_edges(scratch, layout->text, line->from, text_layout_line_end(layout, number));
    ptrdiff_t offset = find_nearest(&place, line, &edges, x - text_line_left(line, room));
    arena_rewind(scratch, mark);
    return offset;
}

// The first run of a line that holds a byte at or after `offset`, or NULL.
static const TextRun *find_run_from(const TextLayout *layout, const TextLine *line, ptrdiff_t offset) {
    const TextRun *run = find_run(layout, line, offset), *first = &layout->runs[line->first_run];
    run = !run ? first : offset < run->to ? run : run + 1;
    return run < first + line->run_count ? run : NULL;
}

TextSpan text_layout_take_span(TextCache *cache, const TextLayout *layout, const TextLine *line, ptrdiff_t *from,
                               ptrdiff_t to) {
    Place place = {cache, layout};
    const TextRun *run = line->turns ? find_run_from(layout, line, *from) : NULL;
    int32_t a, b;
    if (run) {
        ptrdiff_t start = *from > run->from ? *from : run->from, end = run->to < to ? run->to : to;
        a = find_x_in_run(&place, run, start);
        b = start < end ? find_x_in_run(&place, run, end) : a;
        *from = end;
    } else {
        a = find_x(&place, line, *from);
        b = find_x(&place, line, to);
        *from = to;
    }
    return (TextSpan){min(a, b), max(a, b)};
}
