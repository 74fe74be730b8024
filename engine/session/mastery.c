#include "session/mastery.h"

static int32_t sum_marks(const Scenario *scenario, const Option *option) {
    int32_t sum = 0;
    for (int32_t i = 0; i < option->gives.scores.count; i++) {
        sum += scenario->amounts.rows[option->gives.scores.first + i].value;
    }
    return sum;
}

// Of a choice, the `defensible` options that are worth as much as the least of those in `recommended`.
static uint32_t equals_of(const Scenario *scenario, const Ask *ask, uint32_t recommended) {
    uint32_t equals = 0;
    int32_t least = INT32_MAX;
    for (int32_t i = 0; i < ask->options.count; i++) {
        int32_t sum = sum_marks(scenario, &scenario->options.rows[ask->options.first + i]);
        least = (recommended >> i & 1) != 0 && sum < least ? sum : least;
    }
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = &scenario->options.rows[ask->options.first + i];
        equals |= (uint32_t)(option->stance == STANCE_DEFENSIBLE && sum_marks(scenario, option) >= least) << i;
    }
    return equals;
}

// The options that show mastery, as a set; 0: nothing tells.
static uint32_t best_options(const Scenario *scenario, const Ask *ask) {
    uint32_t recommended = 0;
    uint32_t best = 0;
    int32_t most = 0;
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = &scenario->options.rows[ask->options.first + i];
        int32_t sum = sum_marks(scenario, option);
        recommended |= (uint32_t)(option->stance == STANCE_RECOMMENDED) << i;
        if (ask->kind == ASK_CHOICE && sum > most) {
            best = 0;
            most = sum;
        }
        best |= (uint32_t)(sum > 0 && sum >= most) << i;
    }
    if (recommended != 0 && ask->kind == ASK_CHOICE) {
        return recommended | equals_of(scenario, ask, recommended);
    }
    return recommended != 0 ? recommended : best;
}

Mastery mastery_of_answer(const Scenario *scenario, const Ask *ask, const Answer *answer) {
    if (ask->private_answer || answer_is_typed(ask, answer)) {
        return MASTERY_NOT_JUDGED;
    }
    if (ask->kind == ASK_CHOICE || ask->kind == ASK_MULTIPLE) {
        uint32_t best = best_options(scenario, ask);
        uint32_t given = ask->kind == ASK_MULTIPLE ? answer->set : UINT32_C(1) << (answer->option - ask->options.first);
        bool reached = ask->kind == ASK_MULTIPLE ? given == best : (given & best) != 0;
        return best == 0 ? MASTERY_NOT_JUDGED : reached ? MASTERY_REACHED : MASTERY_NOT_YET;
    }
    Share share = answer_share(scenario, ask, answer);
    if (share.of == 0) {
        return MASTERY_NOT_JUDGED;
    }
    return share_reaches(share, MASTERY_SHARE) ? MASTERY_REACHED : MASTERY_NOT_YET;
}
