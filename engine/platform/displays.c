#include "platform/displays.h"

void displays_add(DisplayList *list, Display display) {
    bool counts = !rect_is_empty(display.place) && list->count < DISPLAYS_MOST;
    for (int32_t i = 0; i < list->count && counts; i++) {
        counts = !rect_meets(list->rows[i].place, display.place);
    }
    if (counts) {
        list->rows[list->count++] = display;
    }
}

bool displays_equal(const DisplayList *a, const DisplayList *b) {
    bool same = a->count == b->count;
    for (int32_t i = 0; i < a->count && same; i++) {
        same = a->rows[i].id == b->rows[i].id && rect_equal(a->rows[i].place, b->rows[i].place);
    }
    return same;
}

const Display *displays_find(const DisplayList *list, Rect window) {
    int32_t x = window.x + window.width / 2, y = window.y + window.height / 2;
    for (int32_t i = 0; i < list->count; i++) {
        if (rect_holds(list->rows[i].place, x, y)) {
            return &list->rows[i];
        }
    }
    return NULL;
}

const Display *displays_find_free(const DisplayList *list, uint64_t known, const Display *taken) {
    const Display *first = NULL;
    for (int32_t i = 0; i < list->count && list->count > 1; i++) {
        const Display *display = &list->rows[i];
        if (display->id == known) {
            return display;
        }
        first = !first && display != taken ? display : first;
    }
    return first;
}
