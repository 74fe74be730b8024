// A page that was scrolled is on the surface already, only elsewhere: it is moved there, and the part that comes into
// sight is painted. Nobody tells of scrolling: it is read from the lists, so that whatever moves is moved, and a wrong
// guess costs a little time and no picture, for cells are compared as ever.
#include "platform/paint_inside.h"

#include <SDL.h>

#include <string.h>

enum { PROBES = 24, VOTES = 3, WORTH = 4 }; // worth it: a WORTH-th of all cells differ, and half of them less then

typedef struct {
    Rect area; // the clip in which it happened
    int32_t down;
} Shift;

// How far down a command of the last list went, if it is there just once; 0: nowhere, or nobody knows.
static int32_t find_way(const Painter *painter, const Trace *trace) {
    int32_t found = 0, down = 0;
    for (int32_t i = 0; i < painter->traces_before.rows.count; i++) {
        const Trace *other = &painter->traces_before.rows.rows[i];
        if (other->look == trace->look && other->extent.x == trace->extent.x && rect_equal(other->view, trace->view)) {
            down = trace->extent.y - other->extent.y;
            found++;
        }
    }
    return found == 1 ? down : 0;
}

// A move that several commands, taken here and there, have made alike.
static Shift guess(const Painter *painter) {
    Shift shifts[PROBES];
    int32_t count = 0;
    int32_t traces = painter->traces.rows.count;
    for (int32_t i = 0; i < PROBES && traces > 0; i++) {
        const Trace *trace = &painter->traces.rows.rows[(ptrdiff_t)traces * i / PROBES];
        Shift shift = {trace->view, find_way(painter, trace)};
        int32_t votes = 1;
        for (int32_t k = 0; k < count; k++) {
            votes += shifts[k].down == shift.down && rect_equal(shifts[k].area, shift.area);
        }
        if (shift.down != 0 && votes >= VOTES) {
            return shift;
        }
        shifts[count] = shift;
        count += shift.down != 0;
    }
    return (Shift){0};
}

static Rect moved_rect(Rect rect, int32_t down) {
    rect.y += down;
    return rect;
}

// Makes cells differ from whatever they are to show.
static void spoil(const Painter *painter, Rect rect) {
    Trace trace = {
        .look = UINT64_C(0x5bd1e9955bd1e995), .extent = rect, .view = {0, 0, painter->width, painter->height}};
    damage_hash(painter, painter->shifted, &trace);
}

static bool is_alike_all_over(const Trace *trace, Rect area) {
    return rect_equal(rect_intersect(trace->covered, area), area);
}

// The last list as the surface shows it once `area` has moved: what belongs there went along; what lies over it, or
// under it in more than one colour, leaves a false copy behind and is overwritten itself.
static void hash_shifted(const Painter *painter, Shift shift) {
    memset(painter->shifted, 0, (size_t)painter->columns * (size_t)painter->rows * sizeof *painter->shifted);
    for (int32_t i = 0; i < painter->traces_before.rows.count; i++) {
        Trace trace = painter->traces_before.rows.rows[i];
        Rect seen = rect_intersect(rect_intersect(trace.extent, trace.view), shift.area);
        if (is_alike_all_over(&trace, shift.area)) {
            damage_hash(painter, painter->shifted, &trace); // moved or not, it looks the same
            continue;
        }
        if (rect_equal(trace.view, shift.area)) {
            trace.extent = moved_rect(trace.extent, shift.down);
            trace.hollow = moved_rect(trace.hollow, shift.down);
        } else if (!rect_is_empty(seen)) {
            spoil(painter, seen);
            spoil(painter, rect_intersect(moved_rect(seen, shift.down), shift.area));
        }
        damage_hash(painter, painter->shifted, &trace);
    }
    Rect bare = shift.area;
    bare.height = SDL_min(SDL_abs(shift.down), bare.height);
    bare.y += shift.down < 0 ? shift.area.height - bare.height : 0;
    spoil(painter, bare);
}

static void move_pixels(const Painter *painter, Shift shift) {
    const SDL_Surface *surface = painter->surface;
    int32_t bytes = surface->format->BytesPerPixel, rows = shift.area.height - SDL_abs(shift.down);
    char *top = (char *)surface->pixels + (ptrdiff_t)shift.area.y * surface->pitch + (ptrdiff_t)shift.area.x * bytes;
    for (int32_t i = 0; i < rows; i++) {
        int32_t to = shift.down > 0 ? shift.area.height - 1 - i : i; // none is overwritten before it was moved
        char *row = top + (ptrdiff_t)to * surface->pitch;
        memcpy(row, row - (ptrdiff_t)shift.down * surface->pitch, (size_t)shift.area.width * (size_t)bytes);
    }
}

Rect shift_scrolled(Painter *painter) {
    int32_t differ = damage_count(painter);
    Shift shift = differ * WORTH > painter->columns * painter->rows ? guess(painter) : (Shift){0};
    if (shift.down == 0 || SDL_abs(shift.down) >= shift.area.height) {
        return (Rect){0};
    }
    hash_shifted(painter, shift);
    uint64_t *before = painter->before;
    painter->before = painter->shifted;
    if (damage_count(painter) * 2 > differ) {
        painter->before = before;
        return (Rect){0};
    }
    painter->shifted = before;
    move_pixels(painter, shift);
    return shift.area;
}
