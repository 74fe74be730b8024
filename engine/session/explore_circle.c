// Depth first (Tarjan 1972), so that one pass in the order found carries the bounds of all states of a circle.
//
// States that lead to each other and back form a ring. Going round one adds nothing, for marks count only once: they
// are given on the way into it, and all its states have the same bounds. A ring is found after those it leads to.
#include "session/explorer.h"

#include "base/error.h"

typedef struct {
    SceneId scene;
    int32_t row;
    int32_t first, count; // its outcomes
} Node;

typedef struct {
    int32_t node;
    int32_t next;  // the outcome to follow next
    int32_t end;   // after the last of them
    int32_t least; // the least number of a node on the way that was found to be reached again from here
} Frame;

// The circle that is explored. Its tables serve the next one too.
typedef struct Circle {
    ROWS_OF(Node) nodes;
    // By node: 0 before it is opened, then its number in the order of opening, and once its ring is known that of the
    // ring, negative. This is what is looked up at random, so it stands close together.
    ROWS_OF(int32_t) standing;
    ROWS_OF(Outcome) outcomes; // of an outcome in the circle `scene` is 0 and `row` the node
    ROWS_OF(Frame) frames;
    ROWS_OF(int32_t) open;   // nodes that are in no ring yet
    ROWS_OF(int32_t) closed; // nodes, ring after ring
    int32_t opened_count, ring_count;
    int32_t entered_count;   // the first nodes are those entered from outside
    int32_t *entered_bounds; // theirs
    Choices *choices;        // by SceneId, once they are needed
} Circle;

static int32_t find_node(Explorer *explorer, SceneId scene, int32_t row) {
    Circle *circle = explorer->circle;
    int32_t *number = explorer_number(explorer, scene, row);
    if (*number == 0) {
        rows_push(&explorer->arena, &circle->nodes, (Node){.scene = scene, .row = row});
        rows_push(&explorer->arena, &circle->standing, 0);
        *number = circle->nodes.count;
    }
    return *number - 1;
}

// Each answer is settled here: as in explorer_take, what it calls is made part of it.
__attribute__((flatten)) static void settle_pending(Explorer *explorer) {
    Circle *circle = explorer->circle;
    explorer_fetch_pending(explorer);
    for (int32_t i = 0; i < explorer->pending_count; i++) {
        Outcome outcome = explorer_settle(explorer, i);
        if (explorer->graph.component[outcome.scene] == explorer->component) {
            outcome.row = find_node(explorer, outcome.scene, outcome.row);
            outcome.scene = 0;
            __builtin_prefetch(&circle->standing.rows[outcome.row]);
        }
        rows_push(&explorer->arena, &circle->outcomes, outcome);
    }
    explorer->pending_count = 0;
    explorer_check_limits(explorer);
}

// Gives every answer that can be given in a state.
static void take_answers(Explorer *explorer, SceneId scene, int32_t row) {
    Choices *choices = &explorer->circle->choices[scene];
    if (!choices->answers) {
        *choices = explorer_choices(explorer, scene);
        choices->weighed = choices->count <= WEIGHED_MOST ? choices->weighed : NULL;
    }
    explorer_take(explorer, scene, row, choices);
    settle_pending(explorer);
}

static void open_node(Explorer *explorer, int32_t node) {
    Circle *circle = explorer->circle;
    int32_t first = circle->outcomes.count;
    int32_t number = ++circle->opened_count;
    circle->standing.rows[node] = number;
    rows_push(&explorer->arena, &circle->open, node);
    take_answers(explorer, circle->nodes.rows[node].scene, circle->nodes.rows[node].row);
    circle->nodes.rows[node].first = first;
    circle->nodes.rows[node].count = circle->outcomes.count - first;
    rows_push(&explorer->arena, &circle->frames, (Frame){node, first, circle->outcomes.count, number});
}

static void close_ring(Explorer *explorer, int32_t node) {
    Circle *circle = explorer->circle;
    int32_t last = -1;
    circle->ring_count++;
    while (last != node) {
        last = circle->open.rows[--circle->open.count];
        circle->standing.rows[last] = -circle->ring_count;
        rows_push(&explorer->arena, &circle->closed, last);
    }
}

static void reach_again(Frame *frame, int32_t number) {
    frame->least = number < frame->least ? number : frame->least;
}

static void leave_node(Explorer *explorer) {
    Circle *circle = explorer->circle;
    Frame left = circle->frames.rows[--circle->frames.count];
    if (left.least == circle->standing.rows[left.node]) {
        close_ring(explorer, left.node);
    } else {
        ASSERT(circle->frames.count > 0);
        reach_again(&circle->frames.rows[circle->frames.count - 1], left.least);
    }
}

static void search_from(Explorer *explorer, int32_t node) {
    Circle *circle = explorer->circle;
    open_node(explorer, node);
    while (circle->frames.count > 0 && !explorer->exceeded) {
        Frame *frame = &circle->frames.rows[circle->frames.count - 1];
        if (frame->next == frame->end) {
            leave_node(explorer);
            continue;
        }
        const Outcome *outcome = &circle->outcomes.rows[frame->next++];
        int32_t standing = outcome->scene == 0 ? circle->standing.rows[outcome->row] : -1;
        if (standing == 0) {
            open_node(explorer, outcome->row);
        } else if (standing > 0) {
            reach_again(frame, standing);
        }
    }
}

// `rings`: the bounds of each.
static void spread_from(const Explorer *explorer, int32_t node, int32_t *rings) {
    const Circle *circle = explorer->circle;
    const Node *from = &circle->nodes.rows[node];
    ptrdiff_t ring = -circle->standing.rows[node];
    for (int32_t i = from->first; i < from->first + from->count; i++) {
        const Outcome *outcome = &circle->outcomes.rows[i];
        ptrdiff_t other = outcome->scene == 0 ? -circle->standing.rows[outcome->row] : 0;
        ASSERT(other != ring || outcome->marks == 0);
        if (other != ring) {
            explorer_carry(explorer, rings + ring * explorer->sides, outcome->marks,
                           other != 0 ? rings + other * explorer->sides
                                      : explorer_bounds(explorer, outcome->scene, outcome->row));
        }
    }
}

// The ring found last leads to the others, and nothing leads back to it.
static void spread_bounds(Explorer *explorer) {
    const Circle *circle = explorer->circle;
    int32_t *rings = explorer_push_bounds(explorer, circle->ring_count + 1);
    for (int32_t node = 0; node < circle->entered_count; node++) {
        ptrdiff_t ring = -circle->standing.rows[node];
        const int32_t *entered = circle->entered_bounds + (ptrdiff_t)node * explorer->sides;
        explorer_carry(explorer, entered, 0, rings + ring * explorer->sides);
    }
    for (int32_t i = circle->closed.count - 1; i >= 0; i--) {
        spread_from(explorer, circle->closed.rows[i], rings);
    }
}

static void begin_circle(Explorer *explorer) {
    if (!explorer->circle) {
        explorer->circle = arena_push(&explorer->arena, Circle, 1);
        explorer->circle->choices = arena_push(&explorer->arena, Choices, explorer->scenario->scenes.count);
    }
    Circle *circle = explorer->circle;
    circle->nodes.count = circle->standing.count = circle->outcomes.count = circle->closed.count = 0;
    circle->opened_count = circle->ring_count = 0;
    explorer->settle = settle_pending;
}

// The states that are known so far were entered from outside. From here on their scenes keep no bounds: those of a ring
// are known only when all of it is.
static void enter_circle(Explorer *explorer) {
    const SceneGraph *graph = &explorer->graph;
    Circle *circle = explorer->circle;
    for (int32_t i = graph->first[explorer->component]; i < graph->first[explorer->component + 1]; i++) {
        for (int32_t row = 0; row < explorer->sets[graph->scenes[i]].count; row++) {
            find_node(explorer, graph->scenes[i], row);
        }
    }
    circle->entered_count = circle->nodes.count;
    circle->entered_bounds = explorer_push_bounds(explorer, circle->entered_count);
    for (int32_t node = 0; node < circle->entered_count; node++) {
        const Node *entered = &circle->nodes.rows[node];
        explorer_carry(explorer, explorer_bounds(explorer, entered->scene, entered->row), 0,
                       circle->entered_bounds + (ptrdiff_t)node * explorer->sides);
    }
    for (int32_t i = graph->first[explorer->component]; i < graph->first[explorer->component + 1]; i++) {
        explorer_keep_no_bounds(explorer, graph->scenes[i]);
    }
}

void explore_circle(Explorer *explorer) {
    begin_circle(explorer);
    enter_circle(explorer);
    const Circle *circle = explorer->circle;
    for (int32_t node = 0; node < circle->entered_count && !explorer->exceeded; node++) {
        if (circle->standing.rows[node] == 0) {
            search_from(explorer, node);
        }
    }
    if (!explorer->exceeded && explorer->sides > 0) {
        spread_bounds(explorer);
    }
}
