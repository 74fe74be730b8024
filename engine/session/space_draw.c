// Which answers are offered, and drawing one of them: see session/space.h.
#include "session/space.h"
#include "session/walk_index.h"

static int32_t count_bits(uint32_t set) {
    int32_t count = 0;
    for (; set != 0; set &= set - 1) {
        count++;
    }
    return count;
}

static bool accepts_set(const Ask *ask, uint32_t offered, uint32_t set) {
    int32_t least = ask->min == NOT_SAID ? 1 : ask->min;
    int32_t most = ask->max == 0 ? ask->options.count : ask->max;
    int32_t size = count_bits(set);
    bool enough = size >= least || set == offered; // all there is will do
    return enough && size <= most && (set & ~offered) == 0;
}

bool space_accepts(const Walk *walk, const Answer *answer) {
    const Stop *stop = &walk->index->stops[walk->scene];
    if (stop->is_private) {
        return true;
    }
    if (stop->kind == ASK_CHOICE) {
        return answer->option == OPTION_OWN_WORDS ? stop->has_own_words : walk_offers(walk, answer->option);
    }
    return stop->kind != ASK_MULTIPLE || accepts_set(walk_ask(walk), walk->offered, answer->set);
}

static bool draw_choice(const Walk *walk, const Stop *stop, Random *random, Answer *answer) {
    OptionId offered[LIMIT_OPTIONS + 1];
    int32_t count = 0;
    for (OptionId i = stop->first_option; i < stop->first_option + stop->option_count; i++) {
        if (walk_offers(walk, i)) {
            offered[count++] = i;
        }
    }
    if (stop->has_own_words) {
        offered[count++] = OPTION_OWN_WORDS;
    }
    answer->option = count > 0 ? offered[random_below(random, count)] : 0;
    return count > 0;
}

// Every allowed set is equally likely.
static bool draw_set(const Walk *walk, const Stop *stop, Random *random, Answer *answer) {
    uint32_t allowed[1 << LIMIT_OPTIONS];
    int32_t count = 0;
    for (uint32_t set = 0; set < UINT32_C(1) << stop->option_count; set++) {
        if (accepts_set(walk_ask(walk), walk->offered, set)) {
            allowed[count++] = set;
        }
    }
    answer->set = count > 0 ? allowed[random_below(random, count)] : 0;
    return count > 0;
}

static void draw_order(Random *random, const Ask *ask, Answer *answer) {
    for (int32_t i = 0; i < ask->items.count; i++) {
        int32_t other = random_below(random, i + 1);
        answer->items[i] = answer->items[other];
        answer->items[other] = (uint8_t)(i + 1);
    }
}

static void draw_values(Random *random, const Ask *ask, int32_t count, Answer *answer) {
    for (int32_t i = 0; i < ask->items.count; i++) {
        answer->items[i] = (uint8_t)random_below(random, count);
    }
}

bool space_draw_answer(const Walk *walk, Random *random, Answer *answer) {
    const Scenario *scenario = walk->scenario;
    const Stop *stop = &walk->index->stops[walk->scene];
    const Ask *ask = walk_ask(walk);
    bool drawn = true;
    *answer = (Answer){0};
    if (stop->kind == ASK_CHOICE) {
        drawn = draw_choice(walk, stop, random, answer);
    } else if (stop->kind == ASK_MULTIPLE) {
        drawn = draw_set(walk, stop, random, answer);
    } else if (stop->kind == ASK_RANK) {
        draw_order(random, ask, answer);
    } else if (stop->kind == ASK_RATE) {
        draw_values(random, ask, scenario->scales.rows[ask->scale].labels.count, answer);
    } else if (stop->kind == ASK_CLASSIFY) {
        draw_values(random, ask, ask->bins.count, answer);
    }
    if (stop->kind == ASK_WRITE || answer->option == OPTION_OWN_WORDS) {
        answer->found = (uint32_t)random_below(random, 1 << ask_detectors(scenario, ask).count);
        answer->confirmed = true;
    }
    return drawn;
}
