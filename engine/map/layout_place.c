// Scenes that carry `at` stand there; those of each row that stood there before move to the right of them.
#include "map/layout_graph.h"

#include <stdlib.h>

enum {
    NEED_X = LAYOUT_NODE_WIDTH + LAYOUT_GAP_X,     // from one left side to the next
    NEED_Y = LAYOUT_NODE_HEIGHT + LAYOUT_GAP_Y / 2 // scenes nearer than that are in each other's way
};

typedef struct {
    LayoutNode *rows;
    int32_t count;
} NodeList;

static int compare_numbers(int32_t a, int32_t b) {
    return (a > b) - (a < b);
}

static int compare_x(const void *a, const void *b) {
    const LayoutNode *left = a;
    const LayoutNode *right = b;
    int order = compare_numbers(left->x, right->x);
    return order != 0 ? order : compare_numbers(left->scene, right->scene);
}

static int compare_y(const void *a, const void *b) {
    const LayoutNode *left = a;
    const LayoutNode *right = b;
    int order = compare_numbers(left->y, right->y);
    return order != 0 ? order : compare_x(a, b);
}

static NodeList create_list(Arena *arena, int32_t room) {
    return (NodeList){arena_push(arena, LayoutNode, room), 0};
}

static void sort_list(NodeList *list, int (*compare)(const void *a, const void *b)) {
    if (list->count > 1) {
        qsort(list->rows, (size_t)list->count, sizeof(LayoutNode), compare);
    }
}

// Both lists run from left to right.
static void clear_row(const NodeList *row, const NodeList *in_the_way) {
    int32_t least = INT32_MIN;
    int32_t next = 0;
    for (int32_t i = 0; i < row->count; i++) {
        int32_t x = row->rows[i].x < least ? least : row->rows[i].x;
        while (next < in_the_way->count && in_the_way->rows[next].x < x + NEED_X) {
            int32_t past = in_the_way->rows[next++].x + NEED_X;
            x = past > x ? past : x;
        }
        row->rows[i].x = x;
        least = x + NEED_X;
    }
}

// Those of `placed` that a row at height `y` could meet. `first` is the first that a row further down may still meet.
static void find_in_the_way(const NodeList *placed, int32_t *first, int32_t y, NodeList *in_the_way) {
    in_the_way->count = 0;
    while (*first < placed->count && placed->rows[*first].y <= y - NEED_Y) {
        (*first)++;
    }
    for (int32_t i = *first; i < placed->count && placed->rows[i].y < y + NEED_Y; i++) {
        in_the_way->rows[in_the_way->count++] = placed->rows[i];
    }
    sort_list(in_the_way, compare_x);
}

// Rows lie one after the other in `others`.
static void clear_rows(Arena *arena, NodeList *others, NodeList *placed) {
    NodeList in_the_way = create_list(arena, placed->count);
    sort_list(placed, compare_y);
    sort_list(others, compare_y);
    int32_t first = 0;
    NodeList row = {others->rows, 0};
    for (int32_t i = 0; i < others->count; i += row.count, row.rows += row.count) {
        row.count = 1;
        while (i + row.count < others->count && row.rows[row.count].y == row.rows[0].y) {
            row.count++;
        }
        find_in_the_way(placed, &first, row.rows[0].y, &in_the_way);
        clear_row(&row, &in_the_way);
    }
}

bool *layout_place_scenes(Arena *arena, const Scenario *scenario, LayoutNode *nodes) {
    int32_t count = scenario->scenes.count - 1;
    bool *moved = arena_push(arena, bool, count + 1);
    NodeList placed = create_list(arena, count);
    NodeList others = create_list(arena, count);
    for (int32_t i = 0; i < count; i++) {
        const Scene *scene = &scenario->scenes.rows[i + 1];
        moved[i + 1] = scene->placed;
        if (scene->placed) {
            nodes[i].x = scene->at[0];
            nodes[i].y = scene->at[1];
            placed.rows[placed.count++] = nodes[i];
        } else {
            others.rows[others.count++] = nodes[i];
        }
    }
    if (placed.count > 0) {
        clear_rows(arena, &others, &placed);
    }
    for (int32_t i = 0; i < others.count; i++) {
        LayoutNode *node = &nodes[others.rows[i].scene - 1];
        moved[node->scene] = node->x != others.rows[i].x;
        node->x = others.rows[i].x;
    }
    return moved;
}
