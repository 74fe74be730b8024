#include "exchange/ink.h"

#include "exchange/ink_parts.h"
#include "exchange/unsaid.h"

void ink_drop(Ink *ink, Construct construct, int32_t place, Str about) {
    loss_case_judge(&ink->loss, construct, BECAME_DROPPED, REASON_NO_PLACE_IN_INK, place, about);
}

static void add_head(Ink *ink) {
    const Scenario *scenario = ink->scenario;
    ink_add_tag(ink, S("title"), scenario->title);
    for (int32_t i = 0; i < scenario->authors.count; i++) {
        ink_add_tag(ink, S("author"), scenario->texts.rows[scenario->authors.first + i]);
    }
    ink_add_variables(ink);
    Str start = ink_knot(ink, scenario->start.id);
    str_addf(&ink->out, "\n%s-> %.*s\n", ink->latches ? "~ After()\n" : "", S_ARG(start));
    ink_add_functions(ink);
}

static void drop_detectors(Ink *ink) {
    const Scenario *scenario = ink->scenario;
    for (int32_t i = 0; i < scenario->detector_rows.count; i++) {
        const Detector *detector = &scenario->detectors.rows[scenario->detector_rows.first + i];
        if (!detector->shared) {
            ink_drop(ink, CONSTRUCT_DETECTOR, detector->place, detector->name);
        }
    }
}

// The text of what stands at `index` among the options, items and bins of a decision.
static Str part_at(const Scenario *scenario, const Ask *ask, int32_t index) {
    int32_t item = index - ask->options.count, bin = item - ask->items.count;
    return item < 0  ? scenario->options.rows[ask->options.first + index].text
           : bin < 0 ? scenario->items.rows[ask->items.first + item].text
                     : scenario->bins.rows[ask->bins.first + bin].text;
}

// Where the best of shares leads, when the decision itself leads nowhere.
static Span ways_of(const Scenario *scenario, const Ask *ask) {
    Span ways = ask->next;
    for (int32_t i = 0; ways.count == 0 && i < ask->bands.count; i++) {
        ways = scenario->share_bands.rows[ask->bands.first + i].gives.next;
    }
    return ways;
}

// A decision that is no choice is told, and leads on.
static void add_flat_ask(Ink *ink, const Scene *scene, const Ask *ask) {
    const Scenario *scenario = ink->scenario;
    int32_t count = ask->options.count + ask->items.count + ask->bins.count;
    for (int32_t i = 0; i < count; i++) {
        Str part = part_at(scenario, ask, i);
        ink_add_text(ink, str_format(ink->scratch, "– %.*s", S_ARG(part)), ask->place);
    }
    bool french = str_begins(scenario->language, S("fr"));
    str_addf(&ink->out, "+ [%s]\n", french ? "Continuer" : "Continue");
    ink->depth = 1;
    ink_add_consequence_of_none(ink, scene, ask);
    ink_add_routes(ink, ways_of(scenario, ask), scene, NULL);
    ink->depth = 0;
    loss_case_judge(&ink->loss, CONSTRUCT_DECISION, BECAME_DEGRADED, REASON_ASK_AS_TEXT, ask->place,
                    scene->title.len > 0 ? scene->title : ask->prompt);
}

static void add_ask(Ink *ink, const Scene *scene) {
    const Ask *ask = &ink->scenario->asks.rows[scene->ask];
    ink_add_text(ink, ask->prompt, ask->place);
    if (ask->kind == ASK_CHOICE) {
        loss_case_convert(&ink->loss, CONSTRUCT_DECISION);
        ink_add_options(ink, scene, ask);
    } else {
        add_flat_ask(ink, scene, ask);
    }
}

static void add_ending(Ink *ink, const Scene *scene) {
    const Ending *ending = &ink->scenario->endings.rows[scene->ending];
    loss_case_convert(&ink->loss, CONSTRUCT_ENDING);
    ink_add_text(ink, ending->title, ending->place);
    ink_add_text(ink, ending->text, ending->place);
    str_add(&ink->out, S("-> END\n"));
}

static bool is_counted(const Scenario *scenario, SceneId scene) {
    for (int32_t i = 1; i < scenario->watches.count; i++) {
        const Watch *watch = &scenario->watches.rows[i];
        if (watch->kind == WATCH_VISITS && watch->scene == scene) {
            return true;
        }
    }
    return false;
}

static void add_scene(Ink *ink, SceneId id) {
    const Scene *scene = &ink->scenario->scenes.rows[id];
    Str knot = ink_knot(ink, id);
    str_addf(&ink->out, "\n=== %.*s\n", S_ARG(knot));
    if (scene->title.len > 0) {
        ink_add_tag(ink, S("title"), scene->title);
    }
    if (is_counted(ink->scenario, id)) {
        str_addf(&ink->out, "~ Visits_%.*s = Visits_%.*s + 1\n", S_ARG(knot), S_ARG(knot));
    }
    ink_add_lines(ink, scene->lines, NULL);
    if (scene->ask != 0) {
        add_ask(ink, scene);
    } else if (scene->ending != 0) {
        add_ending(ink, scene);
    } else {
        loss_case_convert(&ink->loss, CONSTRUCT_NARRATION);
        ink_add_routes(ink, scene->next, scene, NULL);
    }
}

#define TOLD "prompt next why " // but no rules
static const SaidKeys SAID[] = {
    {S_INIT(""), S_INIT("title authors competencies gauges facts characters detectors scenes")},
    {S_INIT("competencies"), S_INIT("")},
    {S_INIT("gauges"), S_INIT("of min max start rise_cap drift drift_floor halve_when")},
    {S_INIT("facts"), S_INIT("on off")},
    {S_INIT("scenes"), S_INIT("title lines next ask ending")},
    {S_INIT("multiple"), S_INIT(TOLD "options")},
    {S_INIT("rank"), S_INIT(TOLD "items")},
    {S_INIT("rate"), S_INIT(TOLD "items")},
    {S_INIT("classify"), S_INIT(TOLD "items bins")},
    {S_INIT("write"), S_INIT(TOLD)},
    {S_INIT("rules"), S_INIT("if scores effects set unset reply why")},
};
#undef TOLD

Str ink_write(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, LossReport *report) {
    Ink ink = {.arena = arena,
               .scratch = scratch,
               .scenario = scenario,
               .loss = {.report = report, .bytes = bytes},
               .out = {.arena = arena}};
    drop_detectors(&ink);
    add_head(&ink);
    for (SceneId id = 1; id < scenario->scenes.count; id++) {
        ArenaMark mark = arena_mark(scratch);
        add_scene(&ink, id);
        arena_rewind(scratch, mark);
    }
    unsaid_tell(&ink.loss, scratch, SAID, COUNT(SAID), REASON_NO_PLACE_IN_INK);
    return str_built(&ink.out);
}
