#include "learn/learn.h"

// A lift is tried in steps, from the least, at which little is found, to the most.
enum { STEPS = 151, STEPS_OF_ONE = 100, STEP_OF_NONE = 50 };
// In percent, of what is found, what is right: at the least, of all detectors and of one.
enum { RIGHT_OF_ALL = 85, RIGHT_AT_DECISIONS = 92, RIGHT_OF_ONE = 80, ANSWERS_OF_ONE = 10 };
// How many answers outweigh a whole lift away from the common one: a detector alone has few, which must not tempt it
// far.
static const double HOLD = 300;

static Found *found_at(const Across *across, DetectorId id, int32_t source, int32_t step) {
    return &across->rows[((ptrdiff_t)id * across->set->source_count + source) * STEPS + step];
}

static void count(Tally *tally, bool yes, bool found) {
    tally->right += yes && found;
    tally->missed += yes && !found;
    tally->wrong += !yes && found;
}

static void add_tally(Tally *to, Tally tally) {
    to->right += tally.right;
    to->missed += tally.missed;
    to->wrong += tally.wrong;
}

void learn_add_found(Found *to, Found found) {
    add_tally(&to->at_decisions, found.at_decisions);
    add_tally(&to->all, found.all);
}

double learn_lift(int32_t step) {
    return (double)(step - STEP_OF_NONE) / (double)STEPS_OF_ONE;
}

static void judge_hand(const Across *across, DetectorId id, int32_t source) {
    const LearnSet *set = across->set;
    Arena scratch = {0};
    Balance balance = learn_balance(&scratch, set, id, source);
    learn_round(&scratch, set, &balance);
    for (int32_t i = 0; i < set->samples.count; i++) {
        const Sample *sample = &set->samples.rows[i];
        if (sample->source != source || sample->labels[id] == LABEL_OPEN) {
            continue;
        }
        bool yes = sample->labels[id] == LABEL_YES;
        double distance = learn_measure(&balance, id, sample) * balance.unit;
        for (int32_t step = 0; step < STEPS; step++) {
            Found *found = found_at(across, id, source, step);
            count(&found->all, yes, distance + learn_lift(step) > 0);
            if (sample->asked[id]) {
                count(&found->at_decisions, yes, distance + learn_lift(step) > 0);
            }
        }
    }
    arena_finish(&scratch);
}

Across learn_across(Arena *arena, const LearnSet *set) {
    Across across = {.set = set};
    across.rows = arena_push(arena, Found, (ptrdiff_t)set->library->detectors.count * set->source_count * STEPS);
    for (DetectorId id = 1; id < set->library->detectors.count; id++) {
        for (int32_t source = 0; source < set->source_count; source++) {
            if (set->sources[source].left_out) {
                judge_hand(&across, id, source);
            }
        }
    }
    return across;
}

Found learn_found(const Across *across, DetectorId detector, int32_t source, int32_t step) {
    return *found_at(across, detector, source, step);
}

static Found found_by_others(const Across *across, DetectorId id, int32_t unseen, int32_t step) {
    Found found = {0};
    for (int32_t source = 0; source < across->set->source_count; source++) {
        if (source != unseen) {
            learn_add_found(&found, *found_at(across, id, source, step));
        }
    }
    return found;
}

static bool is_right(Tally tally, int32_t least) {
    return tally.right * 100 >= least * (tally.right + tally.wrong);
}

// The largest that leaves enough of what is found right, were it that of all detectors.
static int32_t choose_common(const Across *across, int32_t unseen) {
    for (int32_t step = STEPS - 1; step > 0; step--) {
        Found found = {0};
        for (DetectorId id = 1; id < across->set->library->detectors.count; id++) {
            learn_add_found(&found, found_by_others(across, id, unseen, step));
        }
        if (is_right(found.all, RIGHT_OF_ALL) && is_right(found.at_decisions, RIGHT_AT_DECISIONS)) {
            return step;
        }
    }
    return 0;
}

// What is right speaks for a lift, what is wrong against it, and twice what stands at a decision.
static int32_t choose_own(const Across *across, DetectorId id, int32_t unseen, int32_t common) {
    int32_t chosen = 0;
    double most = -HOLD * (double)STEPS;
    for (int32_t step = 0; step < STEPS; step++) {
        Found found = found_by_others(across, id, unseen, step);
        Tally asked = found.at_decisions;
        double away = learn_lift(step) - learn_lift(common);
        double gain = found.all.right - found.all.wrong + asked.right - asked.wrong - HOLD * away * away;
        bool few = asked.right + asked.missed < ANSWERS_OF_ONE;
        if (gain > most && (few || is_right(asked, RIGHT_OF_ONE))) {
            most = gain;
            chosen = step;
        }
    }
    return chosen;
}

Lifts learn_lifts(const Across *across, int32_t unseen) {
    Lifts lifts = {0};
    int32_t common = choose_common(across, unseen);
    for (DetectorId id = 1; id < across->set->library->detectors.count; id++) {
        lifts.steps[id] = choose_own(across, id, unseen, common);
    }
    return lifts;
}
