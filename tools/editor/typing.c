#include "editor/typing.h"

#include "editor/difference.h"
#include "scenario/typography.h"

// Where the mark ends that a fault is about.
static int32_t end_of(const TypographyNote *note) {
    bool before_mark = note->fault == TYPOGRAPHY_SPACE_BEFORE;
    return note->to + (before_mark ? (int32_t)note->about.len : 0);
}

static bool is_same(const TypographyNote *note, const TypographyNote *other) {
    return note->fault == other->fault && note->offset == other->offset;
}

// Whether it stays one whatever follows: the 3 of 14:3 makes the colon one of a time.
static bool is_settled(Arena *arena, Str text, const TypographyNote *note) {
    static const Str NEXT[] = {S_INIT("a"), S_INIT("0"), S_INIT("/")};
    bool settled = true;
    for (int32_t i = 0; i < COUNT(NEXT) && settled; i++) {
        Str longer = difference_put(arena, text, end_of(note), end_of(note), NEXT[i]);
        TypographyNote then = typography_find(longer, note->offset);
        settled = is_same(&then, note);
    }
    return settled;
}

// Whether a fault of the text stood there before `typed`.
static bool was_there(Arena *arena, Str before, const Difference *typed, const TypographyNote *note) {
    if (note->offset >= typed->from && note->offset < typed->to) {
        return false;
    }
    TypographyNote same = *note;
    same.offset -= note->offset < typed->from ? 0 : typed->to - typed->had_to;
    TypographyNote had = typography_find(before, same.offset);
    return is_same(&had, &same) && (end_of(&had) != typed->from || is_settled(arena, before, &had));
}

Str typing_mend(Arena *arena, Str before, Str after) {
    Difference typed = difference_find(before, after);
    Str text = after;
    if (typed.to == typed.from) {
        return after;
    }
    int32_t grown = 0; // by what was mended so far
    for (TypographyNote note = typography_find(text, 0); note.fault;) {
        int32_t next = note.offset + 1;
        TypographyNote place = note;
        place.offset -= grown;
        place.to -= grown;
        bool waits = end_of(&place) == typed.to && !is_settled(arena, text, &note);
        if (note.fault == TYPOGRAPHY_STRAIGHT_QUOTES) {
            note = typography_find_quote(text, note.offset);
        }
        if (note.fault && !waits && !was_there(arena, before, &typed, &place)) {
            int32_t more = (int32_t)note.mended.len - (note.to - note.offset);
            next = note.offset + (int32_t)note.mended.len;
            text = difference_put(arena, text, note.offset, note.to, note.mended);
            grown += more;
        }
        note = typography_find(text, next);
    }
    return text;
}
