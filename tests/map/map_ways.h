// Whether a way leads through a scene, from what a layout says of it alone: for tests of the map, and to be measured.
#pragma once

#include "map/layout.h"

typedef struct {
    int64_t x, y;
} MapPoint;

// On which side of the line from `a` to `b` a point stands: 0 on it.
static inline int map_side_of(MapPoint a, MapPoint b, int64_t x, int64_t y) {
    int64_t side = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
    return (side > 0) - (side < 0);
}

// By separating axes; to touch a side is not to meet.
static inline bool map_piece_meets(MapPoint a, MapPoint b, const LayoutNode *node) {
    int64_t right = node->x + LAYOUT_NODE_WIDTH;
    int64_t foot = node->y + LAYOUT_NODE_HEIGHT;
    if ((a.x <= node->x && b.x <= node->x) || (a.x >= right && b.x >= right) || (a.y <= node->y && b.y <= node->y) ||
        (a.y >= foot && b.y >= foot)) {
        return false;
    }
    int sum = map_side_of(a, b, node->x, node->y) + map_side_of(a, b, right, node->y) +
              map_side_of(a, b, node->x, foot) + map_side_of(a, b, right, foot);
    return sum > -3 && sum < 3;
}

static inline bool map_piece_meets_any(const Layout *layout, const LayoutEdge *edge, MapPoint a, MapPoint b) {
    for (int32_t i = 0; i < layout->node_count; i++) {
        const LayoutNode *node = &layout->nodes[i];
        bool is_end = node->scene == edge->way.from || node->scene == edge->way.to;
        if (!is_end && map_piece_meets(a, b, node)) {
            return true;
        }
    }
    return false;
}

// Where a way leaves a scene, or ends at it: at its foot or its top, or beside it when it goes back.
static inline MapPoint map_end_of(const LayoutNode *node, const LayoutEdge *edge, bool at_foot, int64_t towards) {
    int64_t middle = node->x + LAYOUT_NODE_WIDTH / 2;
    int64_t beside = LAYOUT_NODE_WIDTH / 2 + LAYOUT_GAP_BESIDE;
    int64_t x = !edge->back ? middle : towards < middle ? middle - beside : middle + beside;
    return (MapPoint){x, at_foot ? node->y + LAYOUT_NODE_HEIGHT : node->y};
}

static inline bool map_leads_through(const Layout *layout, const LayoutEdge *edge) {
    const LayoutNode *from = &layout->nodes[edge->way.from - 1];
    const LayoutNode *to = &layout->nodes[edge->way.to - 1];
    const LayoutRun *runs = layout->runs + edge->runs.first;
    int32_t count = edge->runs.count;
    MapPoint at = map_end_of(from, edge, !edge->back, count > 0 ? runs[0].x : to->x);
    MapPoint end = map_end_of(to, edge, edge->back, count > 0 ? runs[count - 1].x : from->x);
    for (int32_t i = 0; i < count; i++) {
        MapPoint begin = {runs[i].x, edge->back ? runs[i].foot : runs[i].top};
        MapPoint next = {runs[i].x, edge->back ? runs[i].top : runs[i].foot};
        if (map_piece_meets_any(layout, edge, at, begin) || map_piece_meets_any(layout, edge, begin, next)) {
            return true;
        }
        at = next;
    }
    return from != to && map_piece_meets_any(layout, edge, at, end);
}

static inline int32_t map_count_ways_through(const Layout *layout) {
    int32_t through = 0;
    for (int32_t i = 0; i < layout->edge_count; i++) {
        through += map_leads_through(layout, &layout->edges[i]);
    }
    return through;
}
