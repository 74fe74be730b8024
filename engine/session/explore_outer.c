#include "session/explore_outer.h"

typedef struct {
    const Scenario *scenario;
    int32_t low[LIMIT_COMPETENCIES + 1], high[LIMIT_COMPETENCIES + 1]; // low ≤ 0 ≤ high
} Extremes;

static int32_t lesser(int32_t a, int32_t b) {
    return a < b ? a : b;
}

static int32_t greater(int32_t a, int32_t b) {
    return a > b ? a : b;
}

// Scores that are given instead of others.
static void join_scores(Extremes *extremes, Span scores) {
    for (int32_t i = 0; i < scores.count; i++) {
        const Amount *score = &extremes->scenario->amounts.rows[scores.first + i];
        extremes->low[score->of.id] = lesser(extremes->low[score->of.id], score->value);
        extremes->high[score->of.id] = greater(extremes->high[score->of.id], score->value);
    }
}

// Scores that may be given beside others.
static void add_scores(Extremes *extremes, Span scores) {
    for (int32_t i = 0; i < scores.count; i++) {
        const Amount *score = &extremes->scenario->amounts.rows[scores.first + i];
        extremes->low[score->of.id] += lesser(score->value, 0);
        extremes->high[score->of.id] += greater(score->value, 0);
    }
}

static void clamp(Extremes *extremes) {
    for (CompetencyId c = 1; c <= LIMIT_COMPETENCIES; c++) {
        extremes->low[c] = greater(extremes->low[c], -LIMIT_MARK);
        extremes->high[c] = lesser(extremes->high[c], LIMIT_MARK);
    }
}

static void add_rules(Extremes *extremes, Span rules) {
    for (int32_t i = 0; i < rules.count; i++) {
        add_scores(extremes, extremes->scenario->rules.rows[rules.first + i].gives.scores);
    }
}

static void add_options(Extremes *extremes, const Ask *ask) {
    for (int32_t i = 0; i < ask->options.count; i++) {
        Span scores = extremes->scenario->options.rows[ask->options.first + i].gives.scores;
        if (ask->kind == ASK_MULTIPLE) {
            add_scores(extremes, scores);
        } else {
            join_scores(extremes, scores);
        }
    }
}

// Marks of an answer of one's own come instead of those of an option.
static void join_typed(Extremes *extremes, Span uses) {
    Extremes typed = {.scenario = extremes->scenario};
    for (int32_t i = 0; i < uses.count; i++) {
        add_scores(&typed, extremes->scenario->detector_uses.rows[uses.first + i].scores);
    }
    clamp(&typed);
    for (CompetencyId c = 1; c <= LIMIT_COMPETENCIES; c++) {
        extremes->low[c] = lesser(extremes->low[c], typed.low[c]);
        extremes->high[c] = greater(extremes->high[c], typed.high[c]);
    }
}

static Extremes find_extremes(const Scenario *scenario, const Ask *ask) {
    Extremes extremes = {.scenario = scenario};
    add_options(&extremes, ask);
    for (int32_t i = 0; i < ask->bands.count; i++) {
        join_scores(&extremes, scenario->share_bands.rows[ask->bands.first + i].gives.scores);
    }
    join_typed(&extremes, ask_detectors(scenario, ask));
    add_rules(&extremes, ask->rules);
    add_rules(&extremes, scenario->own_words.rows[ask->own_words].rules);
    clamp(&extremes);
    return extremes;
}

EndingBounds explore_outer_bounds(const Scenario *scenario, const int32_t *component) {
    EndingBounds bounds = {.reachable = true};
    for (AskId i = 1; i < scenario->asks.count; i++) {
        const Ask *ask = &scenario->asks.rows[i];
        if (component[ask->scene] == 0) {
            continue;
        }
        Extremes extremes = find_extremes(scenario, ask);
        for (CompetencyId c = 1; c < scenario->competencies.count; c++) {
            bounds.low[c] += extremes.low[c];
            bounds.high[c] += extremes.high[c];
        }
    }
    return bounds;
}
