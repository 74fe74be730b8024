#include "session/score.h"

#include "session/space.h"

enum { PERCENT_PRESENT = 35, PERCENT_STRENGTH = 70, LEAST_OCCASIONS = 2 };

ProfileWord profile_word(Profile profile) {
    int32_t part = 100 * (profile.sum - profile.low);
    int32_t of = profile.high - profile.low;
    if (profile.occasions < LEAST_OCCASIONS) {
        return PROFILE_TOO_FEW;
    }
    if (part < PERCENT_PRESENT * of) {
        return PROFILE_TO_EXPLORE;
    }
    return part > PERCENT_STRENGTH * of ? PROFILE_STRENGTH : PROFILE_PRESENT;
}

static int64_t size_of_rules(const Scenario *scenario, Span rules) {
    int64_t size = 0;
    for (int32_t i = 0; i < rules.count; i++) {
        size += scenario->conditions.rows[scenario->rules.rows[rules.first + i].when].code.count;
    }
    return size;
}

// Weighing all the answers takes milliseconds, whatever the author wrote.
static bool can_weigh(const Scenario *scenario, const Ask *ask, const AnswerSpace *space) {
    enum { PLAIN_SIZE = 64, MOST_SIZE = 10000000 };
    int64_t size = PLAIN_SIZE + size_of_rules(scenario, ask->rules) +
                   size_of_rules(scenario, scenario->own_words.rows[ask->own_words].rules);
    return space->complete && space->count * size <= MOST_SIZE;
}

static void widen(Profile *extremes, const Consequences *given) {
    for (CompetencyId c = 1; c <= LIMIT_COMPETENCIES; c++) {
        bool present = (given->competencies >> c & 1) != 0;
        extremes[c].low = present && given->marks[c] < extremes[c].low ? given->marks[c] : extremes[c].low;
        extremes[c].high = present && given->marks[c] > extremes[c].high ? given->marks[c] : extremes[c].high;
    }
}

static void add_occasions(Profile *profiles, const Consequences *given, const Profile *extremes) {
    for (CompetencyId c = 1; c <= LIMIT_COMPETENCIES; c++) {
        if ((given->competencies >> c & 1) != 0 && extremes[c].low < extremes[c].high) {
            profiles[c].sum += given->marks[c];
            profiles[c].low += extremes[c].low;
            profiles[c].high += extremes[c].high;
            profiles[c].occasions++;
        }
    }
}

bool profile_weighs(Arena *scratch, const Scenario *scenario, const Ask *ask) {
    ArenaMark mark = arena_mark(scratch);
    Arena room = {0};
    AnswerSpace space = space_of_marks(scratch, &room, scenario, ask);
    bool weighs = can_weigh(scenario, ask, &space);
    arena_finish(&room);
    arena_rewind(scratch, mark);
    return weighs;
}

static void leave_out(Profile *profiles, const Consequences *given) {
    for (CompetencyId c = 1; c <= LIMIT_COMPETENCIES; c++) {
        profiles[c].left_out += (int32_t)(given->competencies >> c & 1);
    }
    profiles[0].left_out += given->competencies != 0;
}

void profile_add(Profile *profiles, Arena *scratch, const Walk *walk, const Answer *answer) {
    ArenaMark mark = arena_mark(scratch);
    Arena room = {0};
    const Ask *ask = walk_ask(walk);
    Consequences given;
    walk_weigh(walk, answer, &given);
    AnswerSpace space = {0};
    if (given.competencies != 0) {
        space = space_of_marks(scratch, &room, walk->scenario, ask);
    }
    if (can_weigh(walk->scenario, ask, &space)) {
        Profile extremes[LIMIT_COMPETENCIES + 1];
        for (CompetencyId c = 1; c <= LIMIT_COMPETENCIES; c++) {
            extremes[c] = (Profile){.low = given.marks[c], .high = given.marks[c]};
        }
        for (int32_t i = 0; i < space.count; i++) {
            Consequences other;
            if (space_accepts(walk, &space.answers[i])) {
                walk_weigh(walk, &space.answers[i], &other);
                widen(extremes, &other);
            }
        }
        add_occasions(profiles, &given, extremes);
    } else {
        leave_out(profiles, &given);
    }
    arena_finish(&room);
    arena_rewind(scratch, mark);
}

static int32_t sum(const int32_t *counts, int32_t k) {
    int32_t total = 0;
    for (int32_t i = 0; i < k; i++) {
        total += counts[i];
    }
    return total;
}

double votes_dispersion(const int32_t *votes, int32_t k) {
    double total = sum(votes, k);
    if (k < 2 || total == 0) {
        return 0;
    }
    double squares = 0;
    for (int32_t i = 0; i < k; i++) {
        squares += (votes[i] / total) * (votes[i] / total);
    }
    return (1 - squares) / (1 - 1.0 / k);
}

double votes_shift(const int32_t *before, const int32_t *after, int32_t k) {
    double first = sum(before, k);
    double second = sum(after, k);
    if (first == 0 || second == 0) {
        return 0;
    }
    double moved = 0;
    for (int32_t i = 0; i < k; i++) {
        double change = before[i] / first - after[i] / second;
        moved += change < 0 ? -change : change;
    }
    return moved / 2;
}

double votes_concordance(const int32_t *votes, const int32_t *panel, int32_t k) {
    double total = sum(votes, k);
    int32_t modal = 0;
    for (int32_t i = 0; i < k; i++) {
        modal = panel[i] > modal ? panel[i] : modal;
    }
    if (total == 0 || modal == 0) {
        return 0;
    }
    double weight = 0;
    for (int32_t i = 0; i < k; i++) {
        weight += votes[i] / total * panel[i] / modal;
    }
    return weight;
}
