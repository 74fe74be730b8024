// A case uses all that it declares. Row 0 of what is counted here stands for names that name nothing: while
// there is one, nothing is said to be unused, for it may be the one that was meant.
#include "check/check_parts.h"
#include "scenario/condition.h"
#include "session/score.h"

// The option whose `if` a condition is, by ConditionId; 0 for the others.
static const OptionId *list_option_conditions(const Check *check) {
    const Scenario *scenario = check->scenario;
    OptionId *options = arena_push(check->scratch, OptionId, scenario->conditions.count);
    for (OptionId i = 1; i < scenario->options.count; i++) {
        options[scenario->options.rows[i].when] = i;
    }
    return options;
}

static void tell_condition(const Check *check, const Condition *condition, Range range, OptionId option) {
    bool never = range.low == 0 && range.high == 0;
    bool always = range.low > 0 || range.high < 0;
    if (never && option != 0) {
        Str name = check_option_name(check->scratch, &check->scenario->options.rows[option]);
        findings_add(check->findings, FINDING_UNREACHABLE_OPTION, condition->place, name);
    } else if (never || always) {
        FindingCode code = never ? FINDING_NEVER_TRUE : FINDING_ALWAYS_TRUE;
        findings_add(check->findings, code, condition->place, condition->text);
    }
}

// The ranges of gauges and facts alone decide: never-true and always-true, and unreachable-option for the `if` of
// one.
void check_conditions(const Check *check) {
    const Scenario *scenario = check->scenario;
    const OptionId *options = list_option_conditions(check);
    RangeWorld world = condition_range_world(check->scratch, scenario);
    for (ConditionId i = 1; i < scenario->conditions.count; i++) {
        const Condition *condition = &scenario->conditions.rows[i];
        if (condition->code.count > 0) { // else it could not be compiled
            tell_condition(check, condition, condition_range(&world, i), options[i]);
        }
    }
}

// Calls `use` for all that some answer brings about.
typedef void Use(const Check *check, const Consequence *gives, bool *used);

static void use_all(const Check *check, Use *use, bool *used) {
    const Scenario *scenario = check->scenario;
    for (OptionId i = 1; i < scenario->options.count; i++) {
        use(check, &scenario->options.rows[i].gives, used);
    }
    for (int32_t i = 1; i < scenario->share_bands.count; i++) {
        use(check, &scenario->share_bands.rows[i].gives, used);
    }
    for (int32_t i = 1; i < scenario->rules.count; i++) {
        use(check, &scenario->rules.rows[i].gives, used);
    }
}

static void use_amounts(const Check *check, Span amounts, bool *used) {
    for (int32_t i = 0; i < amounts.count; i++) {
        used[check->scenario->amounts.rows[amounts.first + i].of.id] = true;
    }
}

static void use_set(const Check *check, const Consequence *gives, bool *used) {
    for (int32_t i = 0; i < gives->set.count; i++) {
        used[check->scenario->refs.rows[gives->set.first + i].id] = true;
    }
}

static void use_effects(const Check *check, const Consequence *gives, bool *used) {
    use_amounts(check, gives->effects, used);
}

static void use_scores(const Check *check, const Consequence *gives, bool *used) {
    use_amounts(check, gives->scores, used);
}

static void mark_read(void *context, ReadsKind kind, int32_t id) {
    bool *read = context;
    if (kind == READS_FACT) {
        read[id] = true;
    }
}

// A fact that is neither set nor read gives one finding, not two.
void check_unused_facts(const Check *check) {
    const Scenario *scenario = check->scenario;
    bool *set = arena_push(check->scratch, bool, scenario->facts.count);
    bool *read = arena_push(check->scratch, bool, scenario->facts.count);
    use_all(check, use_set, set);
    for (ConditionId i = 1; i < scenario->conditions.count; i++) {
        read[0] = read[0] || scenario->conditions.rows[i].code.count == 0;
        condition_reads(scenario, i, mark_read, read);
    }
    for (FactId i = 1; i < scenario->facts.count; i++) {
        const Fact *fact = &scenario->facts.rows[i];
        bool unread = !read[i] && !read[0];
        bool unset = !set[i] && !set[0] && !fact_is_latch(fact);
        if (fact->id != 0 && (unread || unset)) {
            Str name = scenario_name(scenario, fact->id);
            Finding *finding = findings_add(check->findings, FINDING_UNUSED_FACT, fact->place, name);
            finding->variant = unread ? UNUSED_FACT_UNREAD : UNUSED_FACT_UNSET;
        }
    }
}

static void use_character(const Ref *ref, bool *used) {
    if (ref->name != 0) {
        used[ref->id] = true;
    }
}

// Who has a gauge but never comes on stage does not appear: the gauge is then never shown.
void check_unused_characters(const Check *check) {
    const Scenario *scenario = check->scenario;
    bool *used = arena_push(check->scratch, bool, scenario->characters.count);
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        use_character(&scenario->scenes.rows[i].with, used);
    }
    for (int32_t i = 1; i < scenario->lines.count; i++) {
        use_character(&scenario->lines.rows[i].by, used);
    }
    for (int32_t i = 1; i < scenario->portraits.count; i++) {
        use_character(&scenario->portraits.rows[i].of, used);
    }
    for (CharacterId i = 1; i < scenario->characters.count && !used[0]; i++) {
        const Character *character = &scenario->characters.rows[i];
        if (!used[i] && character->id != 0) {
            Str id = scenario_name(scenario, character->id);
            findings_add(check->findings, FINDING_UNUSED_CHARACTER, character->place, id);
        }
    }
}

void check_still_gauges(const Check *check) {
    const Scenario *scenario = check->scenario;
    bool *moved = arena_push(check->scratch, bool, scenario->gauges.count);
    use_all(check, use_effects, moved);
    for (int32_t i = 1; i < scenario->bins.count; i++) {
        use_amounts(check, scenario->bins.rows[i].effects, moved);
    }
    for (GaugeId i = 1; i < scenario->gauges.count && !moved[0]; i++) {
        const Gauge *gauge = &scenario->gauges.rows[i];
        if (!moved[i] && gauge->drift == 0 && gauge->id != 0) {
            findings_add(check->findings, FINDING_GAUGE_NEVER_MOVES, gauge->place, scenario_name(scenario, gauge->id));
        }
    }
}

void check_unmeasured_competencies(const Check *check) {
    const Scenario *scenario = check->scenario;
    bool *marked = arena_push(check->scratch, bool, scenario->competencies.count);
    use_all(check, use_scores, marked);
    for (int32_t i = 1; i < scenario->detector_uses.count; i++) {
        use_amounts(check, scenario->detector_uses.rows[i].scores, marked);
    }
    for (CompetencyId i = 1; i < scenario->competencies.count && !marked[0]; i++) {
        const Competency *competency = &scenario->competencies.rows[i];
        if (!marked[i] && competency->id != 0) {
            Str id = scenario_name(scenario, competency->id);
            findings_add(check->findings, FINDING_COMPETENCY_UNMEASURED, competency->place, id);
        }
    }
}

// An option has its marks by itself; what has parts, as items or what is noticed, has as many answers as these
// together.
static bool has_parts(const Ask *ask) {
    return ask->kind != ASK_CHOICE || ask->own_words != 0;
}

void check_unweighed(const Check *check) {
    const Scenario *scenario = check->scenario;
    for (SceneId i = 1; i < scenario->scenes.count && scenario->competencies.count > 1; i++) {
        const Scene *scene = &scenario->scenes.rows[i];
        const Ask *ask = &scenario->asks.rows[scene->ask];
        if (scene->ask != 0 && has_parts(ask) && !profile_weighs(check->scratch, scenario, ask)) {
            findings_add(check->findings, FINDING_NOT_WEIGHED, ask->place, (Str){0});
        }
    }
}

static void tell_to_complete(const Check *check, int32_t place, Str member) {
    Finding *finding = findings_add(check->findings, FINDING_TO_COMPLETE, place, member);
    finding->member = place == check->scenario->place ? member : (Str){0};
}

// What an import could not know stands under these names.
void check_to_complete(const Check *check) {
    const Scenario *scenario = check->scenario;
    if (scenario_is_to_complete(scenario->summary)) {
        tell_to_complete(check, scenario->place, S("summary"));
    }
    if (str_equal(scenario_name(scenario, scenario->theme), S("a-completer"))) {
        tell_to_complete(check, scenario->place, S("theme"));
    }
    for (int32_t i = 0; i < scenario->competency_rows.count; i++) {
        const Competency *competency = &scenario->competencies.rows[scenario->competency_rows.first + i];
        Str id = scenario_name(scenario, competency->id);
        if (str_equal(id, S("a_completer")) || str_equal(id, S("to_complete"))) {
            tell_to_complete(check, competency->place, S("competencies"));
        }
    }
}
