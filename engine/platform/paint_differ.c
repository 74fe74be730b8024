// Two lists of which nearly all commands are the same, in the same order, as after a key that moves the focus: at every
// pixel that none of the other commands touches the same is painted in the same order. So what these touch, as it was
// and as it is, is all the damage there is, however the commands are paired.
#include "platform/paint_inside.h"

#include <SDL.h>

enum {
    REACH = 24,          // commands that may be passed over until both lists agree again
    PIECES_MOST = 32,    // more are not worth comparing all with all
    JOINED_FREELY = 4096 // pixels that are painted more quickly than one more rectangle
};

static int32_t area(Rect rect) {
    return rect.width * rect.height;
}

static void remove_rect(RectTable *rects, int32_t index) {
    rects->rows[index] = rects->rows[--rects->count];
}

// Two rectangles that were joined may meet others: those join in, for nothing is to be painted twice.
void rects_join(RectTable *rects, int32_t a, int32_t b) {
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

bool rects_join_cheapest(RectTable *rects, int32_t most_added) {
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
    if (rects->count < 2 || least > most_added) {
        return false;
    }
    rects_join(rects, a, b);
    return true;
}

static void add_piece(Arena *scratch, RectTable *pieces, Rect piece) {
    if (!rect_is_empty(piece)) {
        *rows_append(scratch, pieces) = piece;
    }
}

// Of what goes around and leaves alone, corners and sides; only the corners, where it is round, are as wide as the way
// to the hollow. None meets another, or joining two would join all.
static void add_trace(Arena *scratch, RectTable *pieces, const Trace *trace) {
    Rect seen = paint_seen(trace), all = trace->extent, hole = trace->hollow;
    if (rect_is_empty(hole)) {
        add_piece(scratch, pieces, seen);
        return;
    }
    int32_t edge = hole.x - all.x, rim = trace->rim;
    for (int32_t i = 0; i < 2; i++) {
        int32_t x = i == 0 ? all.x : hole.x + hole.width;
        int32_t left = i == 0 ? all.x : all.x + all.width - rim, top = i == 0 ? all.y : all.y + all.height - rim;
        add_piece(scratch, pieces, rect_intersect((Rect){x, all.y, edge, edge}, seen));
        add_piece(scratch, pieces, rect_intersect((Rect){x, hole.y + hole.height, edge, edge}, seen));
        add_piece(scratch, pieces, rect_intersect((Rect){left, hole.y, rim, hole.height}, seen));
        add_piece(scratch, pieces, rect_intersect((Rect){hole.x, top, hole.width, rim}, seen));
    }
}

// A list on the way through both.
typedef struct {
    const Traces *traces;
    int32_t at;
} Reader;

static const Trace *look_ahead(const Reader *reader, int32_t by) {
    int32_t at = reader->at + by;
    return at < reader->traces->rows.count ? &reader->traces->rows.rows[at] : NULL;
}

static bool agree(const Trace *before, const Trace *now) {
    return before && now ? before->all == now->all : !before && !now;
}

// How many of the first list are to be passed over until both agree, and of both in all, which is the fewest; -1: none
// that are few.
static int32_t find_agreement(const Reader *before, const Reader *now, int32_t *all) {
    for (*all = 0; *all <= REACH; (*all)++) {
        for (int32_t passed = 0; passed <= *all; passed++) {
            if (agree(look_ahead(before, passed), look_ahead(now, *all - passed))) {
                return passed;
            }
        }
    }
    return -1;
}

static void pass_over(Reader *reader, int32_t count, Arena *scratch, RectTable *pieces) {
    for (int32_t i = 0; i < count; i++) {
        add_trace(scratch, pieces, look_ahead(reader, i));
    }
    reader->at += count;
}

// What the commands touch that are in one of the lists alone. False: they are too many.
static bool find_pieces(const Painter *painter, Arena *scratch, RectTable *pieces) {
    Reader before = {.traces = &painter->traces_before}, now = {.traces = &painter->traces};
    while (look_ahead(&before, 0) || look_ahead(&now, 0)) {
        int32_t all, passed = find_agreement(&before, &now, &all);
        if (passed < 0) {
            return false;
        }
        pass_over(&before, passed, scratch, pieces);
        pass_over(&now, all - passed, scratch, pieces);
        if (pieces->count > PIECES_MOST) {
            return false;
        }
        before.at++; // in which both agree
        now.at++;
    }
    return true;
}

int32_t differ_find(const Painter *painter, Rect *rects, int32_t most) {
    enum { WORTH_CELLS = 4 }; // of the picture, the part that is much
    Arena scratch = {0};
    RectTable pieces = {0};
    bool few = find_pieces(painter, &scratch, &pieces);
    while (few && pieces.count > most) {
        rects_join_cheapest(&pieces, INT32_MAX);
    }
    for (bool joined = few; joined;) {
        joined = rects_join_cheapest(&pieces, JOINED_FREELY);
    }
    int64_t sum = 0;
    for (int32_t i = 0; few && i < pieces.count; i++) {
        rects[i] = pieces.rows[i];
        sum += area(pieces.rows[i]);
    }
    int32_t count = few && sum * WORTH_CELLS <= (int64_t)painter->width * painter->height ? pieces.count : -1;
    arena_finish(&scratch);
    return count;
}
