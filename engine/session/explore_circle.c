// Depth first, so that the states of a circle can be put in an order in which few lead back.
#include "session/explorer.h"

// Gives every answer that can be given in a state.
static void take_answers(Explorer *explorer, SceneId scene, int32_t row) {
    Walk *walk = &explorer->walk;
    const AnswerSpace *space = explorer_space(explorer, scene);
    for (int32_t i = 0; i < space->count; i++) {
        explorer_stand(explorer, scene, row);
        if (i == 0) {
            explorer_note_offers(explorer);
        }
        if (space_accepts(walk, &space->answers[i])) {
            Consequences given;
            walk_answer(walk, &space->answers[i], &given);
            explorer_go_on(explorer, &given, scene, row);
        }
    }
    explorer_check_limits(explorer);
}

static void open_state(Explorer *explorer, SceneId scene, int32_t row) {
    int32_t first = explorer->outcomes.count;
    *explorer_place(explorer, scene, row) = -1;
    take_answers(explorer, scene, row);
    *rows_append(&explorer->arena, &explorer->nodes) = (Node){scene, row, first, explorer->outcomes.count - first};
    *rows_append(&explorer->arena, &explorer->frames) = (Frame){explorer->nodes.count - 1, first};
}

static void close_state(Explorer *explorer, int32_t node) {
    const Node *closed = &explorer->nodes.rows[node];
    *rows_append(&explorer->arena, &explorer->closed) = node;
    *explorer_place(explorer, closed->scene, closed->row) = explorer->closed.count;
    explorer->frames.count--;
}

static void search_from(Explorer *explorer, SceneId scene, int32_t row) {
    open_state(explorer, scene, row);
    while (explorer->frames.count > 0 && !explorer->exceeded) {
        Frame *frame = &explorer->frames.rows[explorer->frames.count - 1];
        const Node *node = &explorer->nodes.rows[frame->node];
        if (frame->next == node->first + node->count) {
            close_state(explorer, frame->node);
            continue;
        }
        const Outcome *outcome = &explorer->outcomes.rows[frame->next++];
        bool here = explorer->graph.component[outcome->scene] == explorer->component;
        if (here && *explorer_place(explorer, outcome->scene, outcome->row) == 0) {
            open_state(explorer, outcome->scene, outcome->row);
        }
    }
}

// True when that brings something new to a state that came before this one.
static bool spread_from(const Explorer *explorer, const Node *node, int32_t place) {
    const int32_t *from = explorer_bounds(explorer, node->scene, node->row);
    bool again = false;
    for (int32_t i = node->first; i < node->first + node->count; i++) {
        const Outcome *outcome = &explorer->outcomes.rows[i];
        const uint32_t *marks = &explorer->marks.rows[(ptrdiff_t)outcome->marks * explorer->competency_count];
        int32_t *to = explorer_place(explorer, outcome->scene, outcome->row);
        again = (explorer_carry(explorer, from, (const int32_t *)marks, to + 1) && *to >= place) || again;
    }
    return again;
}

// Each state comes before those it leads to, but for ways back; while these bring something new, all is done again.
// That ends: marks count only once, so that going round adds nothing.
static void spread_bounds(Explorer *explorer) {
    bool again = true;
    while (again) {
        again = false;
        for (int32_t place = explorer->closed.count; place > 0; place--) {
            again = spread_from(explorer, &explorer->nodes.rows[explorer->closed.rows[place - 1]], place) || again;
        }
    }
}

void explore_circle(Explorer *explorer) {
    const SceneGraph *graph = &explorer->graph;
    int32_t end = graph->first[explorer->component + 1];
    explorer->nodes.count = 0;
    explorer->outcomes.count = 0;
    explorer->closed.count = 0;
    for (int32_t i = graph->first[explorer->component]; i < end; i++) {
        SceneId scene = graph->scenes[i];
        for (int32_t row = 0; row < explorer->sets[scene].count && !explorer->exceeded; row++) {
            if (*explorer_place(explorer, scene, row) == 0) {
                search_from(explorer, scene, row);
            }
        }
    }
    if (!explorer->exceeded) {
        spread_bounds(explorer);
    }
}
