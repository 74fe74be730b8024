// Where displays stand, in the units of the system. Two that share a place show the same picture there, as a projector
// does that mirrors a laptop: they count as one, the first.
#pragma once

#include "ui/draw.h"

enum { DISPLAYS_MOST = 16 };

typedef struct {
    Rect place;
    uint64_t id; // the same as long as it is that display; never 0
} Display;

typedef struct {
    Display rows[DISPLAYS_MOST]; // the main one first
    int32_t count;
} DisplayList;

void displays_add(DisplayList *list, Display display); // unless one that is in it shares its place, or it has none
bool displays_equal(const DisplayList *a, const DisplayList *b);
const Display *displays_find(const DisplayList *list, Rect window); // its middle stands there; NULL: on none
// A display for a window that is to lie over no other: the one that is `known`, else the first that is not `taken`.
// NULL: there is but one display.
const Display *displays_find_free(const DisplayList *list, uint64_t known, const Display *taken);
