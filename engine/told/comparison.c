#include "told/comparison.h"

#include "session/response.h"

// A session of two, with its place among them.
typedef struct {
    Telling telling;
    const ComparedSession *session;
    ToldComparison *comparison;
    int32_t place;
} Making;

static bool is_same_answer(const Telling *telling, const Event *a, const Event *b) {
    const Scenario *scenario = telling_scenario(telling);
    if (a->scene != b->scene) {
        return false;
    }
    const Ask *ask = telling_ask(telling, a);
    return str_equal(answer_write(telling->arena, scenario, ask, &a->answer),
                     answer_write(telling->arena, scenario, ask, &b->answer));
}

static int32_t count_common(const Telling *a, const Telling *b) {
    int32_t count = 0;
    while (count < a->session->way.count && count < b->session->way.count &&
           is_same_answer(a, telling_event(a, count + 1), telling_event(b, count + 1))) {
        count++;
    }
    return count;
}

// The letter under which the option stood on the page: in shown order, among those that were offered. Silence has none
// while a limit runs.
static char letter_of(const Making *making, int32_t decision) {
    const Telling *telling = &making->telling;
    const Event *event = telling_event(telling, decision);
    const Ask *ask = telling_ask(telling, event);
    const Walk *before = &telling->session->before.rows[decision - 1];
    const Limit *limit = &telling_scenario(telling)->limits.rows[ask->limit];
    OptionId silence = making->session->limits_off ? 0 : limit->option.id;
    char letter = 'A';
    for (int32_t i = 0; i < ask->options.count; i++) {
        OptionId option = ask->options.first + (event->shuffled ? event->order[i] : i);
        if (option == event->answer.option) {
            break;
        }
        letter = (char)(letter + (option != silence && walk_offers(before, option)));
    }
    return ask->kind == ASK_CHOICE && !ask->private_answer && !event->answer.time_up ? letter : '\0';
}

static void add_way(const Making *making) {
    const Session *session = making->telling.session;
    ComparedWay *compared = &making->comparison->ways[making->place];
    ToldWay way = telling_way(&making->telling);
    int32_t first = 0;
    while (first < way.count && way.rows[first].number < making->comparison->decision) {
        first++;
    }
    ToldStep *steps = arena_push(making->telling.arena, ToldStep, way.count - first);
    for (int32_t i = first; i < way.count; i++) {
        const Event *event = telling_event(&making->telling, way.rows[i].number);
        steps[i - first] = way.rows[i];
        steps[i - first].words =
            telling_answer_lines(&making->telling, telling_ask(&making->telling, event), &event->answer);
    }
    compared->steps.rows = steps;
    compared->steps.count = way.count - first;
    compared->finished = session->walk.status == WALK_ENDED;
    if (compared->finished) {
        const Scenario *scenario = session->scenario;
        const Ending *ending = &scenario->endings.rows[scenario->scenes.rows[session->walk.scene].ending];
        compared->ending_title = ending->title;
        compared->ending_text = telling_ending_text(ending);
    }
    if (session->way.count >= making->comparison->decision) {
        compared->letter = letter_of(making, making->comparison->decision);
    }
}

typedef ROWS_OF(ComparedRow) RowTable;

// How many steps of `way`, from row `at` on, come before one of that scene; -1: none has it.
static int32_t count_before(const ComparedWay *way, int32_t at, SceneId scene) {
    for (int32_t i = at; i < way->steps.count; i++) {
        if (way->steps.rows[i].scene == scene) {
            return i - at;
        }
    }
    return -1;
}

// One beside the other while they are of the same scene. What one way alone has stands alone, up to where both meet
// again by the shorter detour; where they never do, they go on side by side.
static ComparedRow pair_next(const ComparedWay *ways, const int32_t *at) {
    const ToldStep *next[2] = {NULL, NULL};
    for (int32_t i = 0; i < 2; i++) {
        next[i] = at[i] < ways[i].steps.count ? &ways[i].steps.rows[at[i]] : NULL;
    }
    if (next[0] != NULL && next[1] != NULL && next[0]->scene != next[1]->scene) {
        int32_t detour = count_before(&ways[0], at[0], next[1]->scene);
        int32_t other = count_before(&ways[1], at[1], next[0]->scene);
        if (detour > 0 && (other < 0 || detour <= other)) {
            next[1] = NULL;
        } else if (other > 0) {
            next[0] = NULL;
        }
    }
    return (ComparedRow){.steps = {next[0], next[1]}};
}

static void add_rows(const Telling *tellings, ToldComparison *comparison) {
    RowTable rows = {0};
    int32_t at[2] = {0, 0};
    const ComparedWay *ways = comparison->ways;
    while (at[0] < ways[0].steps.count || at[1] < ways[1].steps.count) {
        ComparedRow row = pair_next(ways, at);
        row.same = row.steps[0] != NULL && row.steps[1] != NULL &&
                   is_same_answer(&tellings[0], telling_event(&tellings[0], row.steps[0]->number),
                                  telling_event(&tellings[1], row.steps[1]->number));
        at[0] += row.steps[0] != NULL;
        at[1] += row.steps[1] != NULL;
        *rows_append(tellings[0].arena, &rows) = row;
    }
    comparison->rows.rows = rows.rows;
    comparison->rows.count = rows.count;
}

static void add_gauges(const Telling *telling, const Session *const *sessions, ToldComparison *comparison) {
    const Scenario *scenario = telling_scenario(telling);
    ComparedGauge *rows = arena_push(telling->arena, ComparedGauge, scenario->gauges.count);
    comparison->gauges.rows = rows;
    for (GaugeId g = 1; g < scenario->gauges.count; g++) {
        const Gauge *gauge = &scenario->gauges.rows[g];
        if (gauge->shown == SHOWN_NEVER) {
            continue;
        }
        comparison->measured = true;
        if (sessions[0]->walk.gauges[g] == sessions[1]->walk.gauges[g]) {
            continue;
        }
        ComparedGauge *row = &rows[comparison->gauges.count++];
        *row = (ComparedGauge){.gauge = g,
                               .name = telling_gauge_name(telling, g),
                               .min = gauge->min,
                               .max = gauge->max,
                               .better = gauge->better};
        for (int i = 0; i < 2; i++) {
            row->values[i] = sessions[i]->walk.gauges[g];
            row->words[i] = telling_gauge_words(telling, g, row->values[i]);
        }
    }
}

static void add_competencies(const Telling *telling, const Session *const *sessions, ToldComparison *comparison) {
    const Scenario *scenario = telling_scenario(telling);
    if (response_waits(scenario)) {
        return;
    }
    ComparedCompetency *rows = arena_push(telling->arena, ComparedCompetency, scenario->competencies.count);
    comparison->competencies.rows = rows;
    for (CompetencyId c = 1; c < scenario->competencies.count; c++) {
        comparison->measured = true;
        if (profile_word(sessions[0]->profiles[c]) == profile_word(sessions[1]->profiles[c])) {
            continue;
        }
        ComparedCompetency *row = &rows[comparison->competencies.count++];
        row->name = scenario->competencies.rows[c].name;
        for (int i = 0; i < 2; i++) {
            row->words[i] = telling_profile(telling, sessions[i]->profiles[c]);
        }
    }
}

static void add_parting(const Telling *telling, ToldComparison *comparison) {
    const Session *session = telling->session;
    const Scenario *scenario = session->scenario;
    int32_t before = comparison->decision - 1;
    SceneId scene = before < session->way.count ? telling_event(telling, before + 1)->scene : session->walk.scene;
    comparison->title = telling_scene_title(telling, scene);
    comparison->prompt = scenario->asks.rows[scenario->scenes.rows[scene].ask].prompt;
    comparison->last_line = telling_last_line(telling, before);
}

ToldComparison comparison_create(const ComparedSession *first, const ComparedSession *other) {
    Telling tellings[] = {*first->telling, *first->telling};
    tellings[1].session = other->telling->session;
    tellings[1].story = other->telling->story;
    const Session *sessions[] = {tellings[0].session, tellings[1].session};
    int32_t common = count_common(&tellings[0], &tellings[1]);
    bool same = common == sessions[0]->way.count && common == sessions[1]->way.count;
    ToldComparison comparison = {.decision = same ? other->left_at : common + 1, .same = same};
    add_parting(&tellings[0], &comparison);
    for (int32_t i = 0; i < 2; i++) {
        add_way(&(Making){
            .telling = tellings[i], .session = i == 0 ? first : other, .comparison = &comparison, .place = i});
    }
    add_rows(tellings, &comparison);
    add_gauges(&tellings[0], sessions, &comparison);
    add_competencies(&tellings[0], sessions, &comparison);
    return comparison;
}
