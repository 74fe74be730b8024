// The best option must not be told by its look. It is the one whose marks sum up highest; where two share that, a
// choice has none and does not count. All is counted over the whole case, and the finding stands on its scenes.
#include "base/utf8.h"
#include "check/check_parts.h"

// The best option of a choice, as an index in it; -1 when there is none.
static int32_t find_best(const Scenario *scenario, const Ask *ask) {
    int32_t best = -1;
    int32_t best_sum = INT32_MIN;
    for (int32_t i = 0; ask->kind == ASK_CHOICE && i < ask->options.count; i++) {
        Span scores = scenario->options.rows[ask->options.first + i].gives.scores;
        int32_t sum = 0;
        for (int32_t j = 0; j < scores.count; j++) {
            sum += scenario->amounts.rows[scores.first + j].value;
        }
        if (sum >= best_sum) {
            best = sum > best_sum ? i : -1;
            best_sum = sum;
        }
    }
    return best;
}

// Longer than each other option by a tenth or more, which is what shows at a glance.
static bool is_longest(const Scenario *scenario, const Ask *ask, int32_t index) {
    int32_t len = utf8_count(scenario->options.rows[ask->options.first + index].text);
    for (int32_t i = 0; i < ask->options.count; i++) {
        if (i != index && 10 * len < 11 * utf8_count(scenario->options.rows[ask->options.first + i].text)) {
            return false;
        }
    }
    return true;
}

// More than 60 % of `all`.
static bool is_most(int32_t count, int32_t all) {
    return 10 * (int64_t)count > 6 * (int64_t)all;
}

static Finding *tell_of_case(const Check *check, FindingCode code, Str about) {
    Finding *finding = findings_add(check->findings, code, check->scenario->place, about);
    finding->member = S("scenes");
    return finding;
}

void check_longest_is_best(const Check *check) {
    enum { LEAST = 4 };
    const Scenario *scenario = check->scenario;
    int32_t choices = 0;
    int32_t longest = 0;
    for (AskId i = 1; i < scenario->asks.count; i++) {
        const Ask *ask = &scenario->asks.rows[i];
        int32_t best = find_best(scenario, ask);
        choices += best >= 0;
        longest += best >= 0 && is_longest(scenario, ask, best);
    }
    if (choices >= LEAST && is_most(longest, choices)) {
        tell_of_case(check, FINDING_LONGEST_IS_BEST, check_number(check, longest))->arguments[1] =
            check_number(check, choices);
    }
}

// In how many choices the best option stands in each place, and what chance would give: in a choice of n options 1/n,
// as sixtieths, and n's variance in their squares.
enum { PLACES = LIMIT_OPTIONS, SHARES = 60 };

typedef struct {
    int32_t choices;
    int32_t best[PLACES];
    int64_t expected[PLACES], variance[PLACES];
} PlaceTally;

static PlaceTally tally_places(const Scenario *scenario) {
    PlaceTally tally = {0};
    for (AskId i = 1; i < scenario->asks.count; i++) {
        int32_t best = find_best(scenario, &scenario->asks.rows[i]);
        if (best < 0) {
            continue;
        }
        tally.choices++;
        tally.best[best]++;
        int64_t chance = SHARES / scenario->asks.rows[i].options.count;
        for (int32_t place = 0; place < scenario->asks.rows[i].options.count; place++) {
            tally.expected[place] += chance;
            tally.variance[place] += chance * (SHARES - chance);
        }
    }
    return tally;
}

static bool is_always_same(const PlaceTally *tally, int32_t place) {
    enum { LEAST = 4 };
    return tally->choices >= LEAST && tally->best[place] == tally->choices;
}

// In most choices, and two standard deviations or more beyond chance: of five choices between two options, four are
// nothing to speak of.
static bool is_biased(const PlaceTally *tally, int32_t place) {
    enum { LEAST = 5 };
    int64_t excess = SHARES * (int64_t)tally->best[place] - tally->expected[place];
    return tally->choices >= LEAST && is_most(tally->best[place], tally->choices) && excess > 0 &&
           excess * excess >= 4 * tally->variance[place];
}

static Str letter_of(const Check *check, int32_t place) {
    return str_format(check->findings->arena, "%c", (char)('A' + place));
}

void check_position_bias(const Check *check) {
    PlaceTally tally = tally_places(check->scenario);
    for (int32_t place = 0; place < PLACES; place++) {
        if (is_biased(&tally, place) && !is_always_same(&tally, place)) {
            Str count = check_number(check, tally.best[place]);
            Finding *finding = tell_of_case(check, FINDING_POSITION_BIAS, count);
            finding->arguments[1] = check_number(check, tally.choices);
            finding->arguments[2] = letter_of(check, place);
        }
    }
}

void check_same_letter(const Check *check) {
    PlaceTally tally = tally_places(check->scenario);
    for (int32_t place = 0; place < PLACES; place++) {
        if (is_always_same(&tally, place)) {
            tell_of_case(check, FINDING_ALWAYS_SAME_LETTER, letter_of(check, place));
        }
    }
}
