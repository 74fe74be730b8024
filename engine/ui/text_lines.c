#include "base/error.h"
#include "base/number.h"
#include "base/utf8.h"
#include "ui/text_parts.h"

static const Str ELLIPSIS = S_INIT("…");

typedef ROWS_OF(ptrdiff_t) Edges;

typedef ROWS_OF(TextRun) Runs;

typedef ROWS_OF(TextLine) Lines;

// Lines being built. Each word is measured once, with the spaces after it; what stands at a line's end once more,
// without them.
typedef struct {
    Arena *arena;
    const TextSource *source;
    EmphasisMarks marks;
    const uint8_t *levels; // NULL: all runs rightwards
    Runs runs;
    Lines lines;
    Edges edges; // of the graphemes looked at, in a word that breaks
    int32_t top;
    int32_t widest_word;
    int32_t space; // width of one
    bool cut;      // there is no room for further lines
    // The current line.
    ptrdiff_t from;
    int32_t first_run;
    int32_t x;
    TextPiece last; // its last piece
    int32_t last_x; // where that begins
    bool has_piece;
    bool joined; // words were broken without a space, so that kerning makes a run other than the sum of its parts
} Builder;

static Face emphasise(Face face) {
    static const Face EMPHASISED[FACE_COUNT] = {
        [FACE_REGULAR] = FACE_ITALIC,
        [FACE_BOLD] = FACE_BOLD_ITALIC,
        [FACE_ITALIC] = FACE_REGULAR,
        [FACE_BOLD_ITALIC] = FACE_BOLD,
    };
    return EMPHASISED[face];
}

static int32_t measure_text(const Builder *builder, const TextRun *run, Str text) {
    const Typesetter *setter = &builder->source->typesetter;
    int32_t size = builder->source->style.size;
    return text.len > 0 ? setter->measure(setter->context, run->face, size, text_run_direction(run), text) : 0;
}

static int32_t measure_run(const Builder *builder, const TextRun *run) {
    ArenaMark mark = arena_mark(builder->arena);
    Str painted = text_paint(builder->arena, str_slice(builder->source->text, run->from, run->to));
    int32_t width = measure_text(builder, run, painted);
    arena_rewind(builder->arena, mark);
    return width;
}

static int32_t level_at(const Builder *builder, ptrdiff_t at) {
    return builder->levels ? builder->levels[at] & ~BIDI_PARAGRAPH : 0;
}

static ptrdiff_t find_turn(const Builder *builder, ptrdiff_t from, ptrdiff_t to) {
    ptrdiff_t at = builder->levels ? from : to;
    while (at < to && builder->levels[at] == builder->levels[from]) {
        at++;
    }
    return at;
}

// Takes the first stretch of one face and one direction off what lies between `*from` and `to`.
static bool take_stretch(const Builder *builder, ptrdiff_t *from, ptrdiff_t to, TextRun *stretch) {
    int32_t mark = text_mark_count(&builder->marks, *from);
    Face face = builder->source->style.face;
    while (*from < to) {
        ptrdiff_t start = *from, end = text_mark_place(&builder->marks, mark);
        end = end < to ? end : to;
        ptrdiff_t turn = find_turn(builder, start, end);
        *from = turn < end ? turn : end < to ? end + 1 : to;
        if (turn > start) {
            *stretch = (TextRun){.face = mark % 2 ? emphasise(face) : face,
                                 .from = start,
                                 .to = turn,
                                 .level = level_at(builder, start)};
            return true;
        }
        mark++;
    }
    return false;
}

static int32_t measure(const Builder *builder, ptrdiff_t from, ptrdiff_t to) {
    int32_t width = 0;
    TextRun stretch;
    while (take_stretch(builder, &from, to, &stretch)) {
        width += measure_run(builder, &stretch);
    }
    return width;
}

static void add_stretch(Builder *builder, const TextRun *stretch) {
    TextRun *last = builder->runs.count > builder->first_run ? &builder->runs.rows[builder->runs.count - 1] : NULL;
    if (last && last->face == stretch->face && last->level == stretch->level && last->to == stretch->from) {
        last->to = stretch->to;
        last->width += stretch->width;
    } else {
        TextRun *run = rows_append(builder->arena, &builder->runs);
        *run = *stretch;
    }
    builder->x += stretch->width;
}

static void add_piece(Builder *builder, const TextPiece *piece) {
    builder->joined = builder->joined || (builder->has_piece && builder->last.end == builder->last.to);
    builder->last = *piece;
    builder->last_x = builder->x;
    builder->has_piece = true;
    ptrdiff_t from = piece->from;
    TextRun stretch;
    while (take_stretch(builder, &from, piece->to, &stretch)) {
        stretch.x = builder->x;
        stretch.width = measure_run(builder, &stretch);
        add_stretch(builder, &stretch);
    }
}

static void begin_line(Builder *builder, ptrdiff_t from) {
    int32_t most = builder->source->style.most_lines;
    builder->cut = most > 0 && builder->lines.count >= most;
    builder->from = from;
    builder->first_run = builder->runs.count;
    builder->x = 0;
    builder->has_piece = builder->joined = false;
}

// Spaces at the end of a line hang: they are not in its runs.
static void drop_spaces(Builder *builder) {
    ptrdiff_t end = builder->last.end;
    int32_t content = builder->last_x + measure(builder, builder->last.from, end);
    Runs *runs = &builder->runs;
    while (runs->count > builder->first_run && runs->rows[runs->count - 1].from >= end) {
        runs->count--;
    }
    if (runs->count > builder->first_run && runs->rows[runs->count - 1].to > end) {
        runs->rows[runs->count - 1].to = end;
        runs->rows[runs->count - 1].width = content - runs->rows[runs->count - 1].x;
    }
}

// Sets the runs of a line side by side; returns how wide they are together.
static int32_t set_runs(const Builder *builder, TextLine *line) {
    if (line->run_count == 0) {
        return 0;
    }
    ArenaMark mark = arena_mark(builder->arena);
    TextRun *runs = &builder->runs.rows[line->first_run];
    int32_t *order = NULL, x = 0;
    if (builder->levels) {
        order = arena_push(builder->arena, int32_t, line->run_count);
        text_bidi_order(runs, line->run_count, order);
    }
    line->turns = false;
    for (int32_t i = 0; i < line->run_count; i++) {
        TextRun *run = &runs[order ? order[i] : i];
        run->x = x;
        x += run->width;
        line->turns = line->turns || run->level > 0;
    }
    arena_rewind(builder->arena, mark);
    return x;
}

static void end_line(Builder *builder, ptrdiff_t to) {
    if (builder->has_piece && builder->last.end < builder->last.to) {
        drop_spaces(builder);
    }
    for (int32_t i = builder->first_run; builder->joined && i < builder->runs.count; i++) {
        builder->runs.rows[i].width = measure_run(builder, &builder->runs.rows[i]);
    }
    bool leftward = builder->levels && (builder->levels[builder->from] & BIDI_PARAGRAPH) != 0;
    TextLine *line = rows_append(builder->arena, &builder->lines);
    *line = (TextLine){.first_run = builder->first_run,
                       .run_count = builder->runs.count - builder->first_run,
                       .top = builder->top,
                       .from = builder->from,
                       .to = to,
                       .direction = leftward ? DIRECTION_LEFTWARD : DIRECTION_RIGHTWARD};
    line->width = set_runs(builder, line);
    builder->top += builder->source->style.line_height;
}

// Adds the edge after the last one. A mark goes with the character before it, or else with the one after it.
static ptrdiff_t add_edge(Builder *builder, Str text) {
    ptrdiff_t last = builder->edges.rows[builder->edges.count - 1];
    ptrdiff_t next = utf8_next_grapheme(text, text_mark_skip(&builder->marks, last));
    next = text_mark_skip(&builder->marks, next);
    ptrdiff_t *edge = rows_append(builder->arena, &builder->edges);
    *edge = next < text.len ? next : text.len;
    return *edge;
}

static bool fits(const Builder *builder, ptrdiff_t from, int32_t edge) {
    return measure(builder, from, builder->edges.rows[edge]) <= builder->source->width;
}

// The last of the edges known where a line may end; a single character may be wider than the line.
static int32_t find_last_fit(const Builder *builder, ptrdiff_t from, int32_t fit, int32_t too_far) {
    while (too_far - fit > 1) {
        int32_t middle = fit + (too_far - fit) / 2;
        if (fits(builder, from, middle)) {
            fit = middle;
        } else {
            too_far = middle;
        }
    }
    return max(fit, 1);
}

// Where a line ends that begins at `from`, in a word that is wider. Looks at about as many characters as fit.
static ptrdiff_t find_split(Builder *builder, ptrdiff_t from, ptrdiff_t end) {
    Str text = str_slice(builder->source->text, 0, end);
    builder->edges.count = 0;
    ptrdiff_t *first = rows_append(builder->arena, &builder->edges);
    *first = from;
    int32_t fit = 0, wanted = 1 + builder->source->width / max(1, builder->source->style.size / 2);
    for (;;) {
        while (builder->edges.count <= wanted && builder->edges.rows[builder->edges.count - 1] < end) {
            add_edge(builder, text);
        }
        int32_t last = builder->edges.count - 1;
        if (!fits(builder, from, last)) {
            fit = find_last_fit(builder, from, fit, last);
            break;
        }
        if (builder->edges.rows[last] == end) {
            return end;
        }
        fit = last;
        wanted *= 2;
    }
    const ptrdiff_t *edges = builder->edges.rows;
    for (int32_t i = fit; i > 0 && edges[i] < end; i--) {
        if (!text_break_forbids(text, edges[i - 1], edges[i])) {
            return edges[i];
        }
    }
    return edges[fit];
}

// Fills lines with the head of a piece that is wider than a line, until the rest of it fits.
static void split_piece(Builder *builder, TextPiece *piece) {
    while (!builder->cut) {
        ptrdiff_t at = find_split(builder, piece->from, piece->end);
        if (at >= piece->end) {
            return;
        }
        TextPiece head = {.from = piece->from, .end = at, .to = at};
        add_piece(builder, &head);
        end_line(builder, at);
        begin_line(builder, at);
        piece->from = at;
    }
}

// Takes back the last piece added.
static void remove_piece(Builder *builder, const Builder *before, const TextRun *last_run) {
    Runs runs = builder->runs;
    runs.count = before->runs.count;
    if (runs.count > before->first_run) {
        runs.rows[runs.count - 1] = *last_run;
    }
    Edges edges = builder->edges;
    *builder = *before;
    builder->runs = runs;
    builder->edges = edges;
}

static int32_t measure_seen(const Builder *builder, const TextPiece *piece) {
    return piece->end == piece->to ? builder->x - builder->last_x : measure(builder, piece->from, piece->end);
}

// Kerning moves what was broken without a space closer to its neighbour, or further from it, than its parts are wide.
static bool fits_line(const Builder *builder, const TextPiece *piece, int32_t seen) {
    int32_t line = builder->joined ? measure(builder, builder->from, piece->end) : builder->last_x + seen;
    return line <= builder->source->width;
}

static void place_piece(Builder *builder, TextPiece piece) {
    Builder before = *builder;
    TextRun last_run = builder->runs.count > 0 ? builder->runs.rows[builder->runs.count - 1] : (TextRun){0};
    add_piece(builder, &piece);
    int32_t width = builder->source->width;
    int32_t most_kerned = builder->joined ? builder->source->style.size : 0;
    bool may_be_over = width >= 0 && builder->x + most_kerned > width;
    int32_t least_space = piece.end < piece.to ? builder->space : 0;
    if (!may_be_over && builder->x - builder->last_x - least_space <= builder->widest_word) {
        return;
    }
    int32_t seen = measure_seen(builder, &piece);
    before.widest_word = max(builder->widest_word, seen);
    builder->widest_word = before.widest_word;
    if (!may_be_over || fits_line(builder, &piece, seen)) {
        return;
    }
    remove_piece(builder, &before, &last_run);
    if (builder->has_piece) {
        end_line(builder, piece.from);
        begin_line(builder, piece.from);
    }
    if (seen > width) {
        split_piece(builder, &piece);
    }
    if (!builder->cut) {
        add_piece(builder, &piece);
    }
}

// Ends the line, and the paragraph where a blank line follows. Returns where the next line begins.
static ptrdiff_t end_hard_line(Builder *builder, const TextPiece *piece) {
    end_line(builder, piece->to);
    ptrdiff_t next = piece->next;
    if (builder->source->style.marked) {
        next = text_mark_skip_blank(builder->source->text, next);
        if (next > piece->next && next < builder->source->text.len) {
            builder->top += builder->source->style.line_height / 2;
        }
    }
    return next;
}

static void build_lines(Builder *builder) {
    Str text = builder->source->text;
    bool marked = builder->source->style.marked;
    ptrdiff_t at = marked ? text_mark_skip_blank(text, 0) : 0;
    begin_line(builder, at);
    while (at < text.len) {
        TextPiece piece = text_break_next(text, &builder->marks, at);
        place_piece(builder, piece);
        if (builder->cut) {
            return;
        }
        at = piece.next;
        if (!piece.ends_line) {
            continue;
        }
        at = end_hard_line(builder, &piece);
        if (marked && at >= text.len) {
            return;
        }
        begin_line(builder, at);
        if (builder->cut) {
            return;
        }
    }
    end_line(builder, text.len);
}

// What would stand before the ellipsis and is told by it: spaces, and the end of a sentence or of a part of one.
static Str end_before_cut(Str source) {
    static const Str ENDS[] = {S_INIT(" "), S_INIT("\t"), S_INIT("."), S_INIT(","),      S_INIT(";"),
                               S_INIT(":"), S_INIT("…"),  S_INIT("·"), S_INIT("\u00A0"), S_INIT("\u202F")};
    for (int32_t i = 0; i < COUNT(ENDS);) {
        bool ends = str_ends(source, ENDS[i]);
        source.len -= ends ? ENDS[i].len : 0;
        i = ends ? 0 : i + 1;
    }
    return source;
}

static Str paint_cut(Arena *arena, Str source) {
    source = end_before_cut(source);
    StrBuilder painted = {.arena = arena};
    str_add(&painted, text_paint(arena, source));
    str_add(&painted, ELLIPSIS);
    return str_built(&painted);
}

static int32_t measure_cut(const Builder *builder, const TextRun *run, ptrdiff_t to) {
    ArenaMark mark = arena_mark(builder->arena);
    Str painted = paint_cut(builder->arena, str_slice(builder->source->text, run->from, to));
    int32_t width = measure_text(builder, run, painted);
    arena_rewind(builder->arena, mark);
    return width;
}

// Shortens a run until it has room for the ellipsis after what is `before` wide; false when nothing of it is left.
static bool cut_run(Builder *builder, TextRun *run, int32_t before) {
    Str text = str_slice(builder->source->text, 0, run->to);
    builder->edges.count = 0;
    ptrdiff_t *first = rows_append(builder->arena, &builder->edges);
    *first = run->from;
    for (ptrdiff_t edge = run->from; edge < run->to;) {
        edge = add_edge(builder, text);
    }
    int32_t low = 0, high = builder->edges.count;
    while (high - low > 1) {
        int32_t middle = builder->source->width < 0 ? high - 1 : low + (high - low) / 2;
        if (builder->source->width < 0 ||
            before + measure_cut(builder, run, builder->edges.rows[middle]) <= builder->source->width) {
            low = middle;
        } else {
            high = middle;
        }
    }
    run->to = builder->edges.rows[low];
    return low > 0;
}

// The last line ends with an ellipsis for all that does not follow.
static void cut_line(Builder *builder) {
    TextLine *line = &builder->lines.rows[builder->lines.count - 1];
    Runs *runs = &builder->runs;
    int32_t before = line->width;
    while (line->run_count > 0) {
        TextRun *run = &runs->rows[runs->count - 1];
        before -= run->width;
        if (cut_run(builder, run, before)) {
            break;
        }
        runs->count--;
        line->run_count--;
    }
    if (line->run_count == 0) {
        TextRun *run = rows_append(builder->arena, runs);
        *run = (TextRun){.face = builder->source->style.face,
                         .from = line->from,
                         .to = line->from,
                         .level = line->direction == DIRECTION_LEFTWARD};
        line->run_count = 1;
    }
    TextRun *last = &runs->rows[runs->count - 1];
    last->text = paint_cut(builder->arena, str_slice(builder->source->text, last->from, last->to));
    last->width = measure_text(builder, last, last->text);
    line->width = set_runs(builder, line);
    line->to = last->to;
}

static void paint_runs(Builder *builder) {
    for (int32_t i = 0; i < builder->runs.count; i++) {
        TextRun *run = &builder->runs.rows[i];
        if (run->text.len == 0) {
            run->text = text_paint(builder->arena, str_slice(builder->source->text, run->from, run->to));
        }
    }
}

TextLayout text_lines_build(Arena *arena, const TextSource *source) {
    ASSERT(source->text.len < INT32_MAX / 4);
    const TextStyle *style = &source->style;
    Builder builder = {.arena = arena, .source = source};
    builder.marks = style->marked ? emphasis_find(arena, source->text) : (EmphasisMarks){0};
    builder.levels = text_bidi_levels(arena, source->text, &builder.marks);
    builder.space = measure_text(&builder, &(TextRun){.face = style->face}, S(" "));
    build_lines(&builder);
    if (builder.cut) {
        cut_line(&builder);
    }
    paint_runs(&builder);
    FaceMetrics metrics = source->typesetter.metrics(source->typesetter.context, style->face, style->size);
    TextLayout layout = {
        .text = source->text,
        .style = *style,
        .runs = builder.runs.rows,
        .lines = builder.lines.rows,
        .run_count = builder.runs.count,
        .line_count = builder.lines.count,
        .height = builder.lines.rows[builder.lines.count - 1].top + style->line_height,
        .line_height = style->line_height,
        .baseline = (style->line_height - metrics.ascent - metrics.descent) / 2 + metrics.ascent,
        .cut = builder.cut,
        .widest_word = builder.widest_word,
    };
    for (int32_t i = 0; i < layout.line_count; i++) {
        layout.width = max(layout.width, layout.lines[i].width);
    }
    return layout;
}
