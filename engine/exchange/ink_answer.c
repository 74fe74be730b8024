#include "exchange/ink_parts.h"

// One answer of a choice: what its option and the rules of its decision bring about together.
typedef struct {
    Ink *ink;
    const Scene *scene;
    const Ask *ask;
    const Option *option; // NULL: an answer that is none of those the case offers
} Answered;

static const Amount *amounts(const Answered *answered, Span span) {
    return &answered->ink->scenario->amounts.rows[span.first];
}

static const Rule *rule_at(const Answered *answered, int32_t index) {
    return &answered->ink->scenario->rules.rows[answered->ask->rules.first + index];
}

static int32_t rule_count(const Answered *answered) {
    return answered->option ? answered->ask->rules.count : 0;
}

static int32_t amount_of(const Answered *answered, Span span, int32_t id) {
    int32_t sum = 0;
    for (int32_t i = 0; i < span.count; i++) {
        sum += amounts(answered, span)[i].of.id == id ? amounts(answered, span)[i].value : 0;
    }
    return sum;
}

// "5 + Rule_1 * 3"; empty when nothing moves it.
static Str sum_of(const Answered *answered, int32_t id, bool scores) {
    const Consequence *own = answered->option ? &answered->option->gives : NULL;
    StrBuilder out = {.arena = answered->ink->scratch};
    int32_t first = own ? amount_of(answered, scores ? own->scores : own->effects, id) : 0;
    bool any = first != 0;
    if (any) {
        str_addf(&out, "%d", first);
    }
    for (int32_t i = 0; i < rule_count(answered); i++) {
        const Consequence *gives = &rule_at(answered, i)->gives;
        int32_t amount = amount_of(answered, scores ? gives->scores : gives->effects, id);
        if (amount != 0) {
            str_addf(&out, any ? " + Rule_%d * (%d)" : "Rule_%d * (%d)", i + 1, amount);
            any = true;
        }
    }
    return str_built(&out);
}

static void move_gauges(const Answered *answered) {
    Ink *ink = answered->ink;
    const Scenario *scenario = ink->scenario;
    for (int32_t i = 0; i < scenario->gauge_rows.count; i++) {
        GaugeId id = scenario->gauge_rows.first + i;
        const Gauge *gauge = &scenario->gauges.rows[id];
        Str name = ink_variable(ink, gauge->id), sum = sum_of(answered, id, false);
        Str drives = sum.len > 0 ? sum : S("0"); // what was written, not what became of it
        bool here = gauge->of.id == 0 || gauge->of.id == answered->scene->with.id;
        if (sum.len > 0) {
            ink_add_indent(ink);
            str_addf(&ink->out, "~ Move_%.*s(%.*s)\n", S_ARG(name), S_ARG(sum));
        }
        if (gauge->drift != 0 && here) {
            ink_add_indent(ink);
            str_addf(&ink->out, "~ Drift_%.*s(%.*s)\n", S_ARG(name), S_ARG(drives));
        }
    }
}

static void put_refs(Ink *ink, Span facts, const char *value) {
    for (int32_t i = 0; i < facts.count; i++) {
        const Fact *fact = &ink->scenario->facts.rows[ink->scenario->refs.rows[facts.first + i].id];
        Str name = ink_variable(ink, fact->id);
        ink_add_indent(ink);
        str_addf(&ink->out, "~ %.*s = %s\n", S_ARG(name), value);
    }
}

static void begin_when(Ink *ink, Str when) {
    ink_add_indent(ink);
    str_addf(&ink->out, "{ %.*s:\n", S_ARG(when));
    ink->depth++;
}

static void end_when(Ink *ink) {
    ink->depth--;
    ink_add_indent(ink);
    str_add(&ink->out, S("}\n"));
}

static Str rule_name(const Answered *answered, int32_t index) {
    return str_format(answered->ink->scratch, "Rule_%d", index + 1);
}

// All that is set comes before all that is unset.
static void move_facts(const Answered *answered, bool set) {
    Ink *ink = answered->ink;
    const char *value = set ? "true" : "false";
    const Consequence *own = &answered->option->gives;
    put_refs(ink, set ? own->set : own->unset, value);
    for (int32_t i = 0; i < rule_count(answered); i++) {
        const Consequence *gives = &rule_at(answered, i)->gives;
        Span facts = set ? gives->set : gives->unset;
        if (facts.count > 0) {
            begin_when(ink, rule_name(answered, i));
            put_refs(ink, facts, value);
            end_when(ink);
        }
    }
}

// Marks count the first time that a decision is answered.
static void add_marks(const Answered *answered) {
    Ink *ink = answered->ink;
    const Scenario *scenario = ink->scenario;
    Str knot = ink_knot(ink, answered->ask->scene);
    begin_when(ink, str_format(ink->scratch, "not Marked_%.*s", S_ARG(knot)));
    for (int32_t i = 0; i < scenario->competency_rows.count; i++) {
        CompetencyId id = scenario->competency_rows.first + i;
        Str name = scenario_name(scenario, scenario->competencies.rows[id].id), sum = sum_of(answered, id, true);
        if (sum.len > 0) {
            ink_add_indent(ink);
            bool plain = rule_count(answered) == 0; // which no rule takes beyond a mark
            str_addf(&ink->out,
                     plain ? "~ Score_%.*s = Score_%.*s + %.*s\n" : "~ Score_%.*s = Score_%.*s + Mark(%.*s)\n",
                     S_ARG(name), S_ARG(name), S_ARG(sum));
        }
    }
    ink_add_indent(ink);
    str_addf(&ink->out, "~ Marked_%.*s = true\n", S_ARG(knot));
    end_when(ink);
}

static bool is_asked_for(const Answered *answered, OptionId option) {
    const Scenario *scenario = answered->ink->scenario;
    for (int32_t i = 1; i < scenario->watches.count; i++) {
        const Watch *watch = &scenario->watches.rows[i];
        if (watch->kind == WATCH_CHOSE && watch->of == option) {
            return true;
        }
    }
    return false;
}

// 1 for each rule that holds: a condition may well have another value.
static void judge_rules(const Answered *answered) {
    Ink *ink = answered->ink;
    for (int32_t i = 0; i < rule_count(answered); i++) {
        Str name = rule_name(answered, i);
        ink_add_indent(ink);
        str_addf(&ink->out, "~ %.*s = 0\n", S_ARG(name));
        begin_when(ink, ink_condition(ink, rule_at(answered, i)->when, answered->option));
        ink_add_indent(ink);
        str_addf(&ink->out, "~ %.*s = 1\n", S_ARG(name));
        end_when(ink);
    }
}

// In the order of docs/FORMAT.md, "What an answer does".
static void add_state(const Answered *answered) {
    Ink *ink = answered->ink;
    if (answered->ask->private_answer) {
        return;
    }
    if (ink->halves) {
        ink_add_indent(ink);
        str_add(&ink->out, S("~ Before()\n"));
    }
    judge_rules(answered);
    move_gauges(answered);
    if (answered->option) {
        OptionId option = (OptionId)(answered->option - ink->scenario->options.rows);
        move_facts(answered, true);
        move_facts(answered, false);
        if (is_asked_for(answered, option)) {
            Str choice = ink_choice(ink, answered->ask->scene, option);
            ink_add_indent(ink);
            str_addf(&ink->out, "~ %.*s = true\n", S_ARG(choice));
        }
        add_marks(answered);
    }
    if (ink->latches) {
        ink_add_indent(ink);
        str_add(&ink->out, S("~ After()\n"));
    }
}

static void count_consequence(Ink *ink, const Consequence *gives) {
    int32_t effects = gives->effects.count + gives->set.count + gives->unset.count + gives->scores.count;
    for (int32_t i = 0; i < effects; i++) {
        loss_case_convert(&ink->loss, CONSTRUCT_EFFECT);
    }
}

void ink_add_lines(Ink *ink, Span lines, const Option *answered) {
    const Scenario *scenario = ink->scenario;
    for (int32_t i = 0; i < lines.count; i++) {
        const Line *line = &scenario->lines.rows[lines.first + i];
        Str text = line->text;
        if (line->when != 0) {
            loss_case_convert(&ink->loss, CONSTRUCT_CONDITION);
            begin_when(ink, ink_condition(ink, line->when, answered));
        }
        if (line->by.id != 0) {
            Str colon = str_begins(scenario->language, S("fr")) ? S("\u00A0: ") : S(": ");
            Str name = scenario->characters.rows[line->by.id].name;
            text = str_format(ink->scratch, "%.*s%.*s%.*s", S_ARG(name), S_ARG(colon), S_ARG(text));
            loss_case_convert(&ink->loss, CONSTRUCT_SPEAKER);
        }
        ink_add_text(ink, text, line->place);
        if (line->when != 0) {
            end_when(ink);
        }
    }
}

static void add_why(const Answered *answered, WhyId id, int32_t place) {
    Ink *ink = answered->ink;
    const Scenario *scenario = ink->scenario;
    const Why *why = &scenario->whys.rows[id];
    const Str parts[] = {why->text, why->gives, why->costs, why->instead};
    if (id == 0) {
        return;
    }
    for (int32_t i = 0; i < COUNT(parts); i++) {
        ink_add_text(ink, parts[i], place);
    }
    bool waits = scenario->debriefs.rows[scenario->debrief].score == SCORE_NONE;
    loss_case_judge(&ink->loss, CONSTRUCT_FEEDBACK, waits ? BECAME_DEGRADED : BECAME_CONVERTED,
                    waits ? REASON_FEEDBACK_AT_ONCE : REASON_NONE, place, why->text);
}

static void add_feedback(const Answered *answered) {
    Ink *ink = answered->ink;
    const Ask *ask = answered->ask;
    const Consequence *own = &answered->option->gives;
    ink_add_lines(ink, own->reply.count > 0 ? own->reply : ask->reply, answered->option);
    add_why(answered, own->why != 0 ? own->why : ask->why, answered->option->place);
    for (int32_t i = 0; i < rule_count(answered); i++) {
        const Rule *rule = rule_at(answered, i);
        if (rule->gives.reply.count > 0 || rule->gives.why != 0) {
            begin_when(ink, rule_name(answered, i));
            ink_add_lines(ink, rule->gives.reply, answered->option);
            add_why(answered, rule->gives.why, rule->place);
            end_when(ink);
        }
    }
}

void ink_add_routes(Ink *ink, Span routes, const Scene *scene, const Option *answered) {
    const Scenario *scenario = ink->scenario;
    SceneId following = (SceneId)(scene - scenario->scenes.rows) + 1;
    for (int32_t i = 0; i < routes.count; i++) {
        const Route *route = &scenario->routes.rows[routes.first + i];
        Str knot = ink_knot(ink, route->to.id), when = ink_condition(ink, route->when, answered);
        ink_add_indent(ink);
        if (route->when == 0) {
            str_addf(&ink->out, "-> %.*s\n", S_ARG(knot));
        } else {
            str_addf(&ink->out, "{ %.*s: -> %.*s }\n", S_ARG(when), S_ARG(knot));
            loss_case_convert(&ink->loss, CONSTRUCT_CONDITION);
        }
    }
    if (routes.count == 0) {
        Str knot = ink_knot(ink, following);
        ink_add_indent(ink);
        str_addf(&ink->out, "-> %.*s\n", S_ARG(knot));
    }
    loss_case_convert(&ink->loss, CONSTRUCT_WAY);
}

static void add_option(const Answered *answered) {
    Ink *ink = answered->ink;
    const Option *option = answered->option;
    str_add(&ink->out, S("+ "));
    if (option->when != 0) {
        Str when = ink_condition(ink, option->when, NULL);
        str_addf(&ink->out, "{ %.*s } ", S_ARG(when));
        loss_case_convert(&ink->loss, CONSTRUCT_CONDITION);
    }
    str_add(&ink->out, S("["));
    ink_add_answer(ink, option->text, option->place);
    str_add(&ink->out, S("]\n"));
    ink->depth = 1;
    add_state(answered);
    add_feedback(answered);
    ink_add_routes(ink, option->gives.next.count > 0 ? option->gives.next : answered->ask->next, answered->scene,
                   option);
    ink->depth = 0;
    count_consequence(ink, &option->gives);
}

void ink_add_options(Ink *ink, const Scene *scene, const Ask *ask) {
    for (int32_t i = 0; i < ask->rules.count; i++) {
        const Rule *rule = &ink->scenario->rules.rows[ask->rules.first + i];
        loss_case_convert(&ink->loss, CONSTRUCT_RULE);
        count_consequence(ink, &rule->gives);
    }
    for (int32_t i = 0; i < ask->options.count; i++) {
        ArenaMark mark = arena_mark(ink->scratch);
        const Option *option = &ink->scenario->options.rows[ask->options.first + i];
        add_option(&(Answered){.ink = ink, .scene = scene, .ask = ask, .option = option});
        arena_rewind(ink->scratch, mark);
    }
}

void ink_add_consequence_of_none(Ink *ink, const Scene *scene, const Ask *ask) {
    Answered answered = {.ink = ink, .scene = scene, .ask = ask};
    add_state(&answered);
    add_why(&answered, ask->why, ask->place);
}
