#include "exchange/h5p_story.h"

#include "base/limits.h"

#include <string.h>

// Where a walk stands before a decision. Compared as bytes: zeroed before it is filled.
typedef struct {
    int32_t node;
    H5pPoints points;
    bool facts[LIMIT_FACTS]; // by row of facts
    bool seen[LIMIT_FACTS];  // likewise: of facts about a screen, it was seen
} State;

enum { MOST_STATES = 2000, MOST_REACHED = 2000 };

typedef struct {
    Arena *arena, *scratch;
    const H5pStory *story;
    H5pScores *scores;
    int32_t *fact_of_node; // by node: the fact that its visit counted, + 1
    Table met, reached;
    ROWS_OF(State) states;
} Reaching;

static Str bytes_of(const void *value, ptrdiff_t len) {
    return (Str){value, len};
}

static void reach_end(Reaching *reaching, int32_t end, H5pPoints points) {
    H5pReached reached = {end, points};
    Str key = str_copy(reaching->scratch, bytes_of(&reached, (ptrdiff_t)sizeof reached));
    int32_t *slot = table_slot(reaching->scratch, &reaching->reached, key);
    if (*slot == 0) {
        *slot = 1;
        *rows_append(reaching->arena, &reaching->scores->reached) = reached;
    }
}

// On to the next decision, or to an end: from node `at`, or from none to `end`.
static void enter(Reaching *reaching, State *state, int32_t at, int32_t end) {
    while (at >= 0 && !h5p_decides(&reaching->story->nodes.rows[at])) {
        int32_t fact = reaching->fact_of_node[at];
        if (fact > 0) {
            state->seen[fact - 1] = true;
        }
        const H5pWay *way = &reaching->story->ways.rows[reaching->story->nodes.rows[at].ways.first];
        at = way->node;
        end = way->end;
    }
    if (at < 0) {
        reach_end(reaching, end, state->points);
        return;
    }
    state->node = at;
    Str key = str_copy(reaching->scratch, bytes_of(state, (ptrdiff_t)sizeof *state));
    int32_t *slot = table_slot(reaching->scratch, &reaching->met, key);
    if (*slot == 0) {
        *slot = 1;
        *rows_append(reaching->scratch, &reaching->states) = *state;
    }
}

static bool holds(const State *state, const H5pRule *rule) {
    bool counted = state->facts[rule->fact];
    return rule->kind == H5P_RULE_AGAIN ? counted
                                        : !counted && (rule->kind == H5P_RULE_FIRST || state->seen[rule->fact]);
}

static void add(State *state, H5pPoints points) {
    state->points.score += points.score;
    state->points.maximum += points.maximum;
}

static void answer(Reaching *reaching, const State *from, int32_t row) {
    const H5pScores *scores = reaching->scores;
    const H5pNode *node = &reaching->story->nodes.rows[from->node];
    Span rules = scores->rules_of[from->node];
    State state;
    memcpy(&state, from, sizeof state);
    for (int32_t i = 0; i < rules.count; i++) {
        const H5pRule *rule = &scores->rules.rows[rules.first + i];
        if (holds(from, rule)) {
            add(&state, rule->points);
            state.facts[rule->fact] = rule->kind != H5P_RULE_AGAIN;
        }
    }
    for (int32_t i = 0; i < node->ways.count; i++) {
        int32_t fact = scores->fact_of[node->ways.first + i];
        if (fact > 0) {
            state.facts[fact - 1] = node->ways.first + i == row;
        }
    }
    add(&state, scores->added[row]);
    enter(reaching, &state, reaching->story->ways.rows[row].node, reaching->story->ways.rows[row].end);
}

void h5p_find_reached(Arena *arena, Arena *scratch, const H5pStory *story, H5pScores *scores) {
    ArenaMark mark = arena_mark(scratch);
    Reaching reaching = {.arena = arena, .scratch = scratch, .story = story, .scores = scores};
    reaching.fact_of_node = arena_push(scratch, int32_t, story->nodes.count);
    for (int32_t i = 0; i < scores->rules.count; i++) {
        const H5pRule *rule = &scores->rules.rows[i];
        if (rule->kind == H5P_RULE_SEEN) {
            reaching.fact_of_node[rule->node] = rule->fact + 1;
        }
    }
    State start;
    memset(&start, 0, sizeof start);
    start.points = scores->start;
    enter(&reaching, &start, 0, 0);
    for (int32_t i = 0; i < reaching.states.count && i < MOST_STATES; i++) {
        State state;
        memcpy(&state, &reaching.states.rows[i], sizeof state);
        const H5pNode *node = &story->nodes.rows[state.node];
        for (int32_t j = 0; j < node->ways.count; j++) {
            answer(&reaching, &state, node->ways.first + j);
        }
    }
    scores->known = reaching.states.count < MOST_STATES && scores->reached.count < MOST_REACHED;
    arena_rewind(scratch, mark);
}
