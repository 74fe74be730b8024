#include "session/answer.h"

#include "base/error.h"

#include <stdlib.h>

bool answer_is_typed(const Ask *ask, const Answer *answer) {
    return ask->kind == ASK_WRITE || (ask->kind == ASK_CHOICE && answer->option == OPTION_OWN_WORDS);
}

// Normalised footrule: 1 − Σ|place − key rank| ÷ ⌊n²/2⌋ (Diaconis and Graham 1977), everything doubled for the half
// ranks of ties.
static Share rank_share(const Scenario *scenario, const Ask *ask, const Answer *answer) {
    int32_t n = ask->items.count;
    int64_t most = 2 * (int64_t)(n * n / 2);
    int64_t distance = 0;
    for (int32_t i = 0; i < n; i++) {
        distance += abs(2 * answer->items[i] - scenario->items.rows[ask->items.first + i].key_rank);
    }
    return (Share){most - distance, most};
}

// Mean over items of n(level) ÷ n(modal level), on the product of the modal counts as common denominator.
static Share panel_share(const Scenario *scenario, const Ask *ask, const Answer *answer) {
    Span counts = scenario->panels.rows[ask->panel].answers;
    Share share = {0, 1};
    int32_t compared = 0;
    for (int32_t i = 0; i < ask->items.count; i++) {
        int32_t mine = 0;
        int32_t modal = 0;
        for (int32_t j = 0; j < counts.count; j++) {
            const PanelCount *count = &scenario->panel_counts.rows[counts.first + j];
            if (count->of.id == ask->items.first + i) {
                modal = count->count > modal ? count->count : modal;
                mine = count->level == answer->items[i] ? count->count : mine;
            }
        }
        if (modal > 0) {
            share = (Share){share.part * modal + mine * share.of, share.of * modal};
            compared++;
        }
    }
    return compared > 0 ? (Share){share.part, share.of * compared} : (Share){0};
}

// 1 − mean distance ÷ (levels − 1) over the keyed items.
static Share rate_share(const Scenario *scenario, const Ask *ask, const Answer *answer) {
    int64_t farthest = scenario->scales.rows[ask->scale].labels.count - 1;
    Share share = {0};
    for (int32_t i = 0; i < ask->items.count; i++) {
        int32_t key = scenario->items.rows[ask->items.first + i].key;
        if (key != NOT_SAID) {
            share.part += farthest - abs(answer->items[i] - key);
            share.of += farthest;
        }
    }
    return share;
}

bool answer_bins_near(const Scenario *scenario, const Ask *ask, int32_t a, int32_t b) {
    for (int32_t i = 0; i < ask->near.count; i++) {
        const NearPair *pair = &scenario->near_pairs.rows[ask->near.first + i];
        if ((pair->a.id == a && pair->b.id == b) || (pair->a.id == b && pair->b.id == a)) {
            return true;
        }
    }
    return false;
}

static Share classify_share(const Scenario *scenario, const Ask *ask, const Answer *answer) {
    Share share = {0};
    for (int32_t i = 0; i < ask->items.count; i++) {
        int32_t key = scenario->items.rows[ask->items.first + i].bin.id;
        int32_t bin = ask->bins.first + answer->items[i];
        if (key != 0) {
            share.part += key == bin ? 2 : answer_bins_near(scenario, ask, key, bin) ? 1 : 0;
            share.of += 2;
        }
    }
    return share;
}

Share answer_share(const Scenario *scenario, const Ask *ask, const Answer *answer) {
    switch (ask->kind) {
    case ASK_RANK:
        return ask->key.count > 0 ? rank_share(scenario, ask, answer) : (Share){0};
    case ASK_RATE:
        return ask->panel != 0 ? panel_share(scenario, ask, answer) : rate_share(scenario, ask, answer);
    case ASK_CLASSIFY:
        return classify_share(scenario, ask, answer);
    case ASK_NONE:
    case ASK_CHOICE:
    case ASK_MULTIPLE:
    case ASK_WRITE:
        break;
    }
    return (Share){0};
}

bool share_reaches(Share share, int32_t percent) {
    return share.of != 0 && share.part * 100 >= share.of * percent;
}

int32_t share_percent(Share share) {
    return share.of == 0 ? 0 : (int32_t)(share.part * 100 / share.of);
}

static int32_t found_value(const Scenario *scenario, const Ask *ask, const Answer *answer, DetectorId detector) {
    Span uses = ask_detectors(scenario, ask);
    for (int32_t i = 0; i < uses.count; i++) {
        if (scenario->detector_uses.rows[uses.first + i].detector.id == detector) {
            return (int32_t)(answer->found >> i & 1);
        }
    }
    return 0;
}

int32_t answer_value(const Scenario *scenario, const Ask *ask, const Answer *answer, AnswerCall call, int32_t a,
                     int32_t b) {
    switch (call) {
    case CALL_PLACE:
    case CALL_LEVEL:
        return answer->items[a - ask->items.first];
    case CALL_IN:
        return ask->bins.first + answer->items[a - ask->items.first] == b;
    case CALL_SHARE:
        return share_percent(answer_share(scenario, ask, answer));
    case CALL_FOUND:
        return answer_is_typed(ask, answer) ? found_value(scenario, ask, answer, a) : 0;
    case CALL_CONFIRMED:
        return answer_is_typed(ask, answer) && answer->confirmed;
    case CALL_MARK: // read from the consequences
    case CALL_COUNT:
        break;
    }
    ASSERT(false);
    return 0;
}
