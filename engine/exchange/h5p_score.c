#include "exchange/h5p_story.h"

#include "base/limits.h"

#include <stdlib.h>

// One counting. Where a node decides nothing, what follows is known before it is met.
typedef struct {
    Arena *arena, *scratch;
    const H5pStory *story;
    H5pScores *scores;
    bool *circles;    // by node: it may be left more than once
    int32_t *leads;   // by node: the decision that comes next, itself included; -1: an end
    H5pPoints *tails; // by node: what is added up to an end without a decision; nothing before a decision
} Counting;

bool h5p_decides(const H5pNode *node) {
    return node->ways.count > 1;
}

static int32_t question_maximum(const H5pStory *story, const H5pNode *node) {
    int32_t most = 0;
    for (int32_t i = 0; i < node->ways.count; i++) {
        const H5pWay *way = &story->ways.rows[node->ways.first + i];
        bool counts = way->written != -1 && way->feedback.scored;
        most = counts && way->feedback.score > most ? way->feedback.score : most;
    }
    return most;
}

// As the player has it: of a screen whose target is the first one nothing counts.
H5pPoints h5p_points(const H5pStory *story, const H5pNode *node, const H5pWay *way) {
    int32_t score = way->feedback.scored ? way->feedback.score : 0;
    if (story->scoring != H5P_DYNAMIC_SCORE) {
        return (H5pPoints){0};
    }
    if (node->asks) {
        return (H5pPoints){way->written >= 0 ? score : 0, question_maximum(story, node)};
    }
    return way->written > 0 ? (H5pPoints){score, score} : (H5pPoints){0};
}

static const H5pWay *way_of(const H5pStory *story, const H5pNode *node, int32_t index) {
    return &story->ways.rows[node->ways.first + index];
}

static bool is_nothing(H5pPoints points) {
    return points.score == 0 && points.maximum == 0;
}

static H5pPoints both(H5pPoints a, H5pPoints b) {
    return (H5pPoints){a.score + b.score, a.maximum + b.maximum};
}

// Nodes that nothing leads to any more are on no circle; what is left leads round, or lies behind.
static void find_circles(Counting *counting) {
    const H5pStory *story = counting->story;
    int32_t count = story->nodes.count;
    int32_t *met = arena_push(counting->scratch, int32_t, count);
    int32_t *free = arena_push(counting->scratch, int32_t, count);
    int32_t free_count = 0;
    for (int32_t i = 0; i < story->ways.count; i++) {
        if (story->ways.rows[i].node >= 0) {
            met[story->ways.rows[i].node]++;
        }
    }
    for (int32_t i = 0; i < count; i++) {
        counting->circles[i] = true;
        if (met[i] == 0) {
            free[free_count++] = i;
        }
    }
    while (free_count > 0) {
        int32_t id = free[--free_count];
        const H5pNode *node = &story->nodes.rows[id];
        counting->circles[id] = false;
        for (int32_t i = 0; i < node->ways.count; i++) {
            int32_t to = way_of(story, node, i)->node;
            if (to >= 0 && --met[to] == 0) {
                free[free_count++] = to;
            }
        }
    }
}

enum { NOT_YET = -2 };

// Runs of nodes that decide nothing, each looked at once.
static void follow(Counting *counting, int32_t from, int32_t *run) {
    const H5pStory *story = counting->story;
    int32_t len = 0, at = from;
    while (at >= 0 && counting->leads[at] == NOT_YET && !h5p_decides(&story->nodes.rows[at])) {
        run[len++] = at;
        at = way_of(story, &story->nodes.rows[at], 0)->node;
    }
    if (at >= 0 && counting->leads[at] == NOT_YET) {
        counting->leads[at] = at;
    }
    int32_t leads = at >= 0 ? counting->leads[at] : -1;
    H5pPoints tail = at >= 0 ? counting->tails[at] : (H5pPoints){0};
    while (len-- > 0) {
        const H5pNode *node = &story->nodes.rows[run[len]];
        tail = leads < 0 ? both(tail, h5p_points(story, node, way_of(story, node, 0))) : tail;
        counting->leads[run[len]] = leads;
        counting->tails[run[len]] = tail;
    }
}

static void follow_all(Counting *counting) {
    int32_t count = counting->story->nodes.count;
    int32_t *run = arena_push(counting->scratch, int32_t, count);
    for (int32_t i = 0; i < count; i++) {
        counting->leads[i] = NOT_YET;
    }
    for (int32_t i = 0; i < count; i++) {
        follow(counting, i, run);
    }
}

static int32_t add_fact(Counting *counting, int32_t node, int32_t way) {
    *rows_append(counting->arena, &counting->scores->facts) = (H5pFact){node, way};
    return counting->scores->facts.count;
}

static void add_rule(Counting *counting, H5pRule rule) {
    *rows_append(counting->arena, &counting->scores->rules) = rule;
}

// A question that may come again: its maximum counts once, its latest answer in the place of the one before.
static void add_question_rules(Counting *counting, int32_t id) {
    const H5pStory *story = counting->story;
    const H5pNode *node = &story->nodes.rows[id];
    int32_t maximum = question_maximum(story, node);
    if (maximum > 0) {
        add_rule(counting, (H5pRule){H5P_RULE_FIRST, id, add_fact(counting, id, -1) - 1, {0, maximum}});
    }
    for (int32_t i = 0; i < node->ways.count; i++) {
        int32_t row = node->ways.first + i;
        int32_t score = h5p_points(story, node, &story->ways.rows[row]).score;
        if (score != 0) {
            counting->scores->fact_of[row] = add_fact(counting, id, row);
            add_rule(counting, (H5pRule){H5P_RULE_AGAIN, id, counting->scores->fact_of[row] - 1, {-score, 0}});
        }
    }
}

static void count_question(Counting *counting, int32_t id) {
    const H5pStory *story = counting->story;
    const H5pNode *node = &story->nodes.rows[id];
    for (int32_t i = 0; i < node->ways.count; i++) {
        const H5pWay *way = way_of(story, node, i);
        H5pPoints points = h5p_points(story, node, way);
        points.maximum = counting->circles[id] ? 0 : points.maximum;
        points = way->node >= 0 ? both(points, counting->tails[way->node]) : points;
        counting->scores->added[node->ways.first + i] = points;
    }
    if (counting->circles[id]) {
        add_question_rules(counting, id);
    }
}

// Screens that count and come before a decision are counted there. `next` chains those of one decision, from `first`.
static void count_nodes(Counting *counting) {
    const H5pStory *story = counting->story;
    H5pScores *scores = counting->scores;
    int32_t count = story->nodes.count;
    int32_t *first = arena_push(counting->scratch, int32_t, count);
    int32_t *next = arena_push(counting->scratch, int32_t, count);
    for (int32_t i = count; i-- > 0;) {
        const H5pNode *node = &story->nodes.rows[i];
        bool waits = !h5p_decides(node) && counting->leads[i] >= 0;
        if (waits && !is_nothing(h5p_points(story, node, way_of(story, node, 0)))) {
            next[i] = first[counting->leads[i]];
            first[counting->leads[i]] = i + 1;
        }
    }
    for (int32_t i = 0; i < count; i++) {
        if (!h5p_decides(&story->nodes.rows[i])) {
            continue;
        }
        scores->rules_of[i].first = scores->rules.count;
        for (int32_t seen = first[i]; seen > 0; seen = next[seen - 1]) {
            const H5pNode *node = &story->nodes.rows[seen - 1];
            H5pPoints points = h5p_points(story, node, way_of(story, node, 0));
            add_rule(counting, (H5pRule){H5P_RULE_SEEN, seen - 1, add_fact(counting, seen - 1, -1) - 1, points});
        }
        count_question(counting, i);
        scores->rules_of[i].count = scores->rules.count - scores->rules_of[i].first;
    }
}

static int32_t common_divisor(int32_t a, int32_t b) {
    a = abs(a);
    b = abs(b);
    while (b != 0) {
        int32_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

typedef struct {
    int32_t divisor, most;
} Steps;

static void add_step(Steps *steps, H5pPoints points) {
    const int32_t values[] = {points.score, points.maximum};
    for (int32_t i = 0; i < COUNT(values); i++) {
        steps->divisor = common_divisor(steps->divisor, values[i]);
        steps->most = abs(values[i]) > steps->most ? abs(values[i]) : steps->most;
    }
}

// An answer moves a gauge by so much at most: larger scores are counted in larger steps, where all are multiples of
// one. False when that is not so.
static bool find_unit(Counting *counting) {
    H5pScores *scores = counting->scores;
    Steps steps = {0};
    add_step(&steps, scores->start);
    for (int32_t i = 0; i < counting->story->ways.count; i++) {
        add_step(&steps, scores->added[i]);
    }
    for (int32_t i = 0; i < scores->rules.count; i++) {
        add_step(&steps, scores->rules.rows[i].points);
    }
    scores->unit = steps.most > LIMIT_EFFECT ? steps.divisor : 1;
    return steps.most / scores->unit <= LIMIT_EFFECT;
}

static bool fits(Counting *counting) {
    const H5pScores *scores = counting->scores;
    bool fits = scores->facts.count <= LIMIT_FACTS;
    for (int32_t i = 0; i < counting->story->nodes.count; i++) {
        fits = fits && scores->rules_of[i].count <= LIMIT_TEXTS;
    }
    return fits && find_unit(counting);
}

static int32_t static_maximum(const H5pStory *story) {
    int32_t most = 0;
    for (int32_t i = 0; i < story->ways.count; i++) {
        const H5pWay *way = &story->ways.rows[i];
        int32_t score = way->feedback.scored ? way->feedback.score : story->default_score;
        most = way->written == -1 && score > most ? score : most;
    }
    return most;
}

void h5p_count_scores(Arena *arena, Arena *scratch, const H5pStory *story, H5pScores *scores) {
    int32_t count = story->nodes.count;
    scores->unit = 1;
    scores->maximum = story->scoring == H5P_STATIC_SCORE ? static_maximum(story) : 0;
    scores->added = arena_push(arena, H5pPoints, story->ways.count);
    scores->fact_of = arena_push(arena, int32_t, story->ways.count);
    scores->rules_of = arena_push(arena, Span, count);
    if (story->scoring != H5P_DYNAMIC_SCORE) {
        return;
    }
    Counting counting = {.arena = arena, .scratch = scratch, .story = story, .scores = scores};
    counting.circles = arena_push(scratch, bool, count);
    counting.leads = arena_push(scratch, int32_t, count);
    counting.tails = arena_push(scratch, H5pPoints, count);
    find_circles(&counting);
    follow_all(&counting);
    scores->start = h5p_decides(&story->nodes.rows[0]) ? (H5pPoints){0} : counting.tails[0];
    count_nodes(&counting);
    scores->counts = fits(&counting);
    if (scores->counts) {
        h5p_find_reached(arena, scratch, story, scores);
    }
}
