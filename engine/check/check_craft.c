// Decisions that teach nothing, or that everything is right.
#include "check/check_parts.h"

static bool any_rule_says_why(const Scenario *scenario, Span rules) {
    for (int32_t i = 0; i < rules.count; i++) {
        if (scenario->rules.rows[rules.first + i].gives.why != 0) {
            return true;
        }
    }
    return false;
}

static bool any_part_says_why(const Scenario *scenario, const Ask *ask) {
    for (int32_t i = 0; i < ask->bands.count; i++) {
        if (scenario->share_bands.rows[ask->bands.first + i].gives.why != 0) {
            return true;
        }
    }
    for (int32_t i = 0; i < ask->items.count; i++) {
        if (scenario->items.rows[ask->items.first + i].why != 0) {
            return true;
        }
    }
    return false;
}

static void check_answers_why(const Check *check, const Ask *ask) {
    const Scenario *scenario = check->scenario;
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = &scenario->options.rows[ask->options.first + i];
        if (option->gives.why == 0) {
            findings_add(check->findings, FINDING_MISSING_WHY, option->place,
                         check_option_name(check->scratch, option));
        }
    }
    const OwnWords *own_words = &scenario->own_words.rows[ask->own_words];
    if (ask->own_words != 0 && own_words->why == 0 && !any_rule_says_why(scenario, own_words->rules)) {
        Finding *finding = findings_add(check->findings, FINDING_MISSING_WHY, own_words->place, (Str){0});
        finding->variant = MISSING_WHY_OWN_WORDS;
    }
}

// Each option has a `why` unless the decision or a rule of it has one; the answer to another kind gets one from
// anywhere. What is private is for the person alone.
void check_missing_whys(const Check *check) {
    const Scenario *scenario = check->scenario;
    for (AskId i = 1; i < scenario->asks.count; i++) {
        const Ask *ask = &scenario->asks.rows[i];
        if (ask->why != 0 || ask->private_answer || any_rule_says_why(scenario, ask->rules)) {
            continue;
        }
        if (ask->options.count > 0) {
            check_answers_why(check, ask);
        } else if (!any_part_says_why(scenario, ask)) {
            findings_add(check->findings, FINDING_MISSING_WHY, ask->place, (Str){0})->variant = MISSING_WHY_ASK;
        }
    }
}

static bool has_amount(const Scenario *scenario, Span amounts, const Amount *wanted) {
    for (int32_t i = 0; i < amounts.count; i++) {
        const Amount *amount = &scenario->amounts.rows[amounts.first + i];
        if (amount->of.name == wanted->of.name && amount->value == wanted->value) {
            return true;
        }
    }
    return false;
}

// More amounts than there may be gauges are not compared: most of them name nothing.
static bool same_amounts(const Scenario *scenario, Span a, Span b) {
    for (int32_t i = 0; i < a.count && a.count <= LIMIT_GAUGES; i++) {
        if (!has_amount(scenario, b, &scenario->amounts.rows[a.first + i])) {
            return false;
        }
    }
    return a.count == b.count && a.count <= LIMIT_GAUGES;
}

static bool has_ref(const Scenario *scenario, Span refs, Name wanted) {
    for (int32_t i = 0; i < refs.count; i++) {
        if (scenario->refs.rows[refs.first + i].name == wanted) {
            return true;
        }
    }
    return false;
}

static bool same_refs(const Scenario *scenario, Span a, Span b) {
    for (int32_t i = 0; i < a.count; i++) {
        if (!has_ref(scenario, b, scenario->refs.rows[a.first + i].name)) {
            return false;
        }
    }
    return a.count == b.count;
}

static bool same_routes(const Scenario *scenario, Span a, Span b) {
    for (int32_t i = 0; i < a.count && a.count == b.count; i++) {
        const Route *left = &scenario->routes.rows[a.first + i];
        const Route *right = &scenario->routes.rows[b.first + i];
        Str left_when = scenario->conditions.rows[left->when].text;
        if (left->to.name != right->to.name || !str_equal(left_when, scenario->conditions.rows[right->when].text)) {
            return false;
        }
    }
    return a.count == b.count;
}

static bool do_the_same(const Scenario *scenario, const Ask *ask, const Option *a, const Option *b) {
    Span a_next = a->gives.next.count > 0 ? a->gives.next : ask->next;
    Span b_next = b->gives.next.count > 0 ? b->gives.next : ask->next;
    return a->attitude == b->attitude && same_amounts(scenario, a->gives.scores, b->gives.scores) &&
           same_amounts(scenario, a->gives.effects, b->gives.effects) &&
           same_refs(scenario, a->gives.set, b->gives.set) && same_refs(scenario, a->gives.unset, b->gives.unset) &&
           same_refs(scenario, a->gives.traps, b->gives.traps) && same_routes(scenario, a_next, b_next);
}

// By OptionId: some condition asks whether it was chosen.
static const bool *list_remembered(const Check *check) {
    const Scenario *scenario = check->scenario;
    bool *remembered = arena_push(check->scratch, bool, scenario->options.count);
    for (int32_t i = 1; i < scenario->watches.count; i++) {
        const Watch *watch = &scenario->watches.rows[i];
        if (watch->kind == WATCH_CHOSE && watch->of > 0) {
            remembered[watch->of] = true;
        }
    }
    return remembered;
}

// Options do the same when they mark, move, set, lead and count the same, and no condition remembers which it was; what
// is said in answer makes no difference. With a panel one compares oneself to it, own words are another way to answer,
// and what is private must do nothing.
static bool is_one_way(const Scenario *scenario, const Ask *ask, const bool *remembered) {
    if (ask->kind != ASK_CHOICE || ask->panel != 0 || ask->own_words != 0 || ask->private_answer) {
        return false;
    }
    const Option *options = &scenario->options.rows[ask->options.first];
    for (int32_t i = 0; i < ask->options.count; i++) {
        if (remembered[ask->options.first + i] || !do_the_same(scenario, ask, &options[0], &options[i])) {
            return false;
        }
    }
    return ask->options.count > 1;
}

void check_one_way_choices(const Check *check) {
    const bool *remembered = list_remembered(check);
    for (AskId i = 1; i < check->scenario->asks.count; i++) {
        const Ask *ask = &check->scenario->asks.rows[i];
        if (is_one_way(check->scenario, ask, remembered)) {
            findings_add(check->findings, FINDING_ONE_WAY_CHOICE, ask->place, (Str){0});
        }
    }
}

// The marks of a choice's options, by option of the choice and CompetencyId. Absent counts as 0.
typedef struct {
    int32_t marks[LIMIT_OPTIONS][LIMIT_COMPETENCIES + 1];
    int32_t count;  // options; 0 when some mark could not be read
    int32_t marked; // of them that carry a mark
} Marks;

static Marks list_marks(const Scenario *scenario, const Ask *ask) {
    Marks marks = {.count = ask->options.count};
    for (int32_t i = 0; i < ask->options.count; i++) {
        Span scores = scenario->options.rows[ask->options.first + i].gives.scores;
        marks.marked += scores.count > 0;
        for (int32_t j = 0; j < scores.count; j++) {
            const Amount *amount = &scenario->amounts.rows[scores.first + j];
            marks.marks[i][amount->of.id] += amount->value;
            if (amount->of.id == 0 || amount->value == 0) {
                return (Marks){0};
            }
        }
    }
    return marks;
}

static bool is_better(const int32_t *a, const int32_t *b) {
    bool better = false;
    for (int32_t i = 0; i <= LIMIT_COMPETENCIES; i++) {
        if (a[i] < b[i]) {
            return false;
        }
        better = better || a[i] > b[i];
    }
    return better;
}

// The option that is at least as good as every other on each competency, and better on some; -1 when there is none.
static int32_t find_dominant(const Marks *marks) {
    for (int32_t i = 0; i < marks->count && marks->marked > 1; i++) {
        int32_t beaten = 0;
        for (int32_t j = 0; j < marks->count; j++) {
            beaten += is_better(marks->marks[i], marks->marks[j]);
        }
        if (beaten == marks->count - 1) {
            return i;
        }
    }
    return -1;
}

// The questions of a quiz may well have one right answer.
void check_dominant_options(const Check *check) {
    const Scenario *scenario = check->scenario;
    for (AskId i = 1; i < scenario->asks.count && scenario->kind != KIND_QUIZ; i++) {
        const Ask *ask = &scenario->asks.rows[i];
        if (ask->kind != ASK_CHOICE) {
            continue;
        }
        Marks marks = list_marks(scenario, ask);
        int32_t dominant = find_dominant(&marks);
        if (dominant >= 0) {
            const Option *option = &scenario->options.rows[ask->options.first + dominant];
            findings_add(check->findings, FINDING_DOMINANT_OPTION, option->place,
                         check_option_name(check->scratch, option));
        }
    }
}
