#include "told/debrief.h"

#include "session/explore.h"

// So few states that the debrief comes up at once; beyond them no bounds are shown.
enum { BOUNDS_STATES = 20000, HUNDRED = 100 };

typedef struct {
    const Telling *telling;
    const Session *session;
    const Scenario *scenario;
    Arena *arena;
    ToldDebrief *debrief;
} Making;

static Str words(const Making *making, Str source) {
    return catalog_text(making->telling->catalog, source);
}

static Str format(const Making *making, Str source, const Str *parts, int32_t count) {
    return catalog_format(making->arena, making->telling->catalog, source, parts, count);
}

static Str routed_text(const Making *making, Span routes) {
    for (int32_t i = 0; i < routes.count; i++) {
        const Route *route = &making->scenario->routes.rows[routes.first + i];
        if (walk_holds(&making->session->walk, route->when)) {
            return route->text;
        }
    }
    return (Str){0};
}

static void show_ending(const Making *making) {
    const Scenario *scenario = making->scenario;
    ToldDebrief *debrief = making->debrief;
    debrief->ending = making->session->walk.scene;
    const Ending *ending = &scenario->endings.rows[scenario->scenes.rows[debrief->ending].ending];
    debrief->title = ending->title;
    debrief->text = ending->text;
    debrief->tone = (Tone)ending->tone;
    ToldPortrait *portraits = arena_push(making->arena, ToldPortrait, ending->portraits.count);
    for (int32_t i = 0; i < ending->portraits.count; i++) {
        const Portrait *portrait = &scenario->portraits.rows[ending->portraits.first + i];
        portraits[i] = (ToldPortrait){portrait->of.id, scenario->characters.rows[portrait->of.id].name,
                                      routed_text(making, portrait->arrival), routed_text(making, portrait->departure)};
    }
    debrief->portraits.rows = portraits;
    debrief->portraits.count = ending->portraits.count;
}

static const Walk *walk_at(const Making *making, int32_t point) {
    return point == 0 && making->session->way.count > 0 ? &making->session->before.rows[0]
                                                        : telling_walk_after(making->telling, point);
}

// Of somebody who never was there nothing is shown.
static bool was_shown(const Making *making, const Gauge *gauge) {
    if (gauge->shown == SHOWN_NEVER) {
        return false;
    }
    bool met = gauge->of.id == 0;
    const Story *story = making->telling->story;
    for (int32_t i = 0; i < story->told.count && !met; i++) {
        const Scene *scene = &making->scenario->scenes.rows[story->told.rows[i].scene];
        met = scene->with.id == gauge->of.id && story_is_present(story, i);
    }
    return met;
}

static void show_curves(const Making *making) {
    const Scenario *scenario = making->scenario;
    ToldDebrief *debrief = making->debrief;
    ToldCurve *curves = arena_push(making->arena, ToldCurve, scenario->gauges.count);
    debrief->point_count = making->session->way.count + 1;
    debrief->curves.rows = curves;
    for (GaugeId g = 1; g < scenario->gauges.count; g++) {
        const Gauge *gauge = &scenario->gauges.rows[g];
        if (!was_shown(making, gauge)) {
            continue;
        }
        int32_t *values = arena_push(making->arena, int32_t, debrief->point_count);
        for (int32_t i = 0; i < debrief->point_count; i++) {
            values[i] = walk_at(making, i)->gauges[g];
        }
        curves[debrief->curves.count++] =
            (ToldCurve){.gauge = g,
                        .name = telling_gauge_name(making->telling, g),
                        .min = gauge->min,
                        .max = gauge->max,
                        .better = (Better)gauge->better,
                        .values = values,
                        .first_words = telling_gauge_words(making->telling, g, values[0]),
                        .last_words = telling_gauge_words(making->telling, g, values[debrief->point_count - 1])};
    }
}

static int32_t sum_changes(const ToldDebrief *debrief, int32_t point) {
    int32_t sum = 0;
    for (int32_t i = 0; i < debrief->curves.count; i++) {
        const ToldCurve *curve = &debrief->curves.rows[i];
        int32_t change = (int32_t)((int64_t)(curve->values[point] - curve->values[point - 1]) * HUNDRED /
                                   ((int64_t)curve->max - curve->min));
        sum += curve->better == BETTER_HIGH ? change : curve->better == BETTER_LOW ? -change : 0;
    }
    return sum;
}

static void find_turning(const Making *making) {
    ToldDebrief *debrief = making->debrief;
    int32_t most = 0;
    for (int32_t i = 1; i < debrief->point_count; i++) {
        int32_t sum = sum_changes(debrief, i);
        int32_t size = sum < 0 ? -sum : sum;
        if (size > most) {
            most = size;
            debrief->turning = i;
            debrief->turning_for_better = sum > 0;
        }
    }
    if (debrief->turning > 0) {
        const Event *event = telling_event(making->telling, debrief->turning);
        const Option *option = &making->scenario->options.rows[event->answer.option > 0 ? event->answer.option : 0];
        Str label = option->label.len > 0 ? option->label : telling_scene_title(making->telling, event->scene);
        debrief->turning_words = label.len > 0                 ? format(making, TR("Turning point: {0}"), &label, 1)
                                 : debrief->turning_for_better ? words(making, TR("Turning point, for the better"))
                                                               : words(making, TR("Turning point, for the worse"));
    }
}

static Str tell_curve(Arena *arena, const Catalog *catalog, const ToldDebrief *debrief, const ToldCurve *curve) {
    if (debrief->turning == 0) {
        Str ends[] = {curve->name, curve->first_words, curve->last_words};
        return catalog_format(arena, catalog, TR("{0}: {1} on arrival, {2} at departure."), ends, 3);
    }
    Str parts[] = {curve->name, curve->first_words, str_format(arena, "%d", debrief->turning), curve->last_words};
    int32_t before = curve->values[debrief->turning - 1], after = curve->values[debrief->turning];
    Str source = after > before   ? TR("{0}: {1} on arrival, rises at decision {2}, {3} at departure.")
                 : after < before ? TR("{0}: {1} on arrival, falls at decision {2}, {3} at departure.")
                                  : TR("{0}: {1} on arrival, unchanged at decision {2}, {3} at departure.");
    return catalog_format(arena, catalog, source, parts, 4);
}

Str debrief_tell_curves(Arena *arena, const Catalog *catalog, const ToldDebrief *debrief) {
    StrBuilder told = {.arena = arena};
    for (int32_t i = 0; i < debrief->curves.count; i++) {
        str_add(&told, i > 0 ? S(" ") : S(""));
        str_add(&told, tell_curve(arena, catalog, debrief, &debrief->curves.rows[i]));
    }
    if (debrief->curves.count > 0 && debrief->turning > 0) {
        str_addf(&told, " %.*s.", S_ARG(debrief->turning_words));
    }
    return str_built(&told);
}

static void show_competencies(const Making *making) {
    const Scenario *scenario = making->scenario;
    const Session *session = making->session;
    ToldDebrief *debrief = making->debrief;
    ToldCompetency *rows = arena_push(making->arena, ToldCompetency, LIMIT_COMPETENCIES);
    Exploration exploration = {0};
    if (debrief->score == SCORE_NUMBERS && !session->stepped_back) {
        Arena scratch = {0};
        exploration = explore(making->arena, &scratch, scenario, BOUNDS_STATES);
        arena_finish(&scratch);
    }
    debrief->bounded = exploration.exact;
    debrief->competencies.rows = rows;
    for (CompetencyId c = 1; c < scenario->competencies.count && debrief->score != SCORE_NONE; c++) {
        rows[debrief->competencies.count++] =
            (ToldCompetency){.id = c,
                             .name = scenario->competencies.rows[c].name,
                             .word = profile_word(session->profiles[c]),
                             .words = telling_profile(making->telling, session->profiles[c]),
                             .profile = session->profiles[c],
                             .total = session->walk.totals[c],
                             .low = exploration.all.low[c],
                             .high = exploration.all.high[c]};
    }
}

static void show_steps(const Making *making) {
    static const Str WORDS[2][2] = {{TR_INIT("missed"), TR_INIT("met")}, {TR_INIT("avoided"), TR_INIT("not avoided")}};
    struct {
        ToldRequirement *rows;
        int32_t count, capacity;
    } steps = {0};
    for (SceneId i = 1; i < making->scenario->scenes.count; i++) {
        bool must = making->scenario->scenes.rows[i].step == STEP_MUST;
        if (making->scenario->scenes.rows[i].step != STEP_NONE) {
            bool passed = story_passed(making->telling->story, i);
            *table_append(making->arena, &steps) = (ToldRequirement){
                i, telling_scene_title(making->telling, i), words(making, WORDS[!must][passed]), must == passed};
        }
    }
    making->debrief->steps.rows = steps.rows;
    making->debrief->steps.count = steps.count;
}

static void show_whys(const Making *making, const Event *event, ToldDecision *decision) {
    Response response = response_to(making->arena, telling_walk_after(making->telling, decision->number), event);
    if (response_waits(making->scenario)) {
        decision->whys = response.whys;
        decision->why_count = response.why_count;
    } else if (response.why_count > 0) {
        decision->why = response.whys[0]->text;
    }
}

static void show_decisions(const Making *making) {
    const Session *session = making->session;
    ToldDebrief *debrief = making->debrief;
    ToldDecision *rows = arena_push(making->arena, ToldDecision, session->way.count);
    bool suspended = response_waits(making->scenario);
    for (int32_t i = 0; i < session->way.count; i++) {
        const Event *event = telling_event(making->telling, i + 1);
        const Ask *ask = telling_ask(making->telling, event);
        rows[i] = (ToldDecision){.number = i + 1,
                                 .scene = event->scene,
                                 .seq = event->seq,
                                 .title = telling_scene_title(making->telling, event->scene),
                                 .is_private = ask->private_answer};
        if (ask->private_answer) {
            continue;
        }
        rows[i].words = telling_answer_lines(making->telling, ask, &event->answer);
        rows[i].typed = answer_is_typed(ask, &event->answer);
        debrief->typed = debrief->typed || rows[i].typed;
        show_whys(making, event, &rows[i]);
        if (debrief->quiz && !suspended) {
            rows[i].mastery = answer_mastery(making->scenario, ask, &event->answer);
            debrief->judged += rows[i].mastery != MASTERY_NOT_JUDGED;
            debrief->mastered += rows[i].mastery == MASTERY_REACHED;
        }
    }
    debrief->decisions.rows = rows;
    debrief->decisions.count = session->way.count;
}

static int32_t find_played(const Making *making, Span scenes) {
    for (int32_t i = 1; i <= making->session->way.count; i++) {
        for (int32_t j = 0; j < scenes.count; j++) {
            if (making->scenario->refs.rows[scenes.first + j].id == telling_event(making->telling, i)->scene) {
                return i;
            }
        }
    }
    return 0;
}

static void show_points(const Making *making, const Debrief *declared) {
    ToldPoint *rows = arena_push(making->arena, ToldPoint, declared->points.count);
    for (int32_t i = 0; i < declared->points.count; i++) {
        const KeyPoint *point = &making->scenario->points.rows[declared->points.first + i];
        rows[i] = (ToldPoint){point->text, find_played(making, point->scenes)};
    }
    making->debrief->points.rows = rows;
    making->debrief->points.count = declared->points.count;
}

static void show_mirror(const Making *making, const Debrief *declared) {
    ToldMirror *rows = arena_push(making->arena, ToldMirror, declared->mirror.count);
    making->debrief->mirror.rows = rows;
    making->debrief->mirrored = declared->mirror.count > 0;
    for (int32_t i = 0; i < declared->mirror.count; i++) {
        DetectorId id = making->scenario->refs.rows[declared->mirror.first + i].id;
        const Detector *detector = &making->scenario->detectors.rows[id];
        int32_t count = session_count_found(making->session, id);
        if (count > 0) {
            rows[making->debrief->mirror.count++] = (ToldMirror){detector->name, detector->about, count};
        }
    }
}

// How the answer stands to the panel: what most colleagues answered, and how many answered as the person did. Where
// there are items, that is their mean over the items.
static ToldCompared compare(const Making *making, int32_t decision) {
    const Event *event = telling_event(making->telling, decision);
    const Ask *ask = telling_ask(making->telling, event);
    const Panel *panel = &making->scenario->panels.rows[ask->panel];
    ToldFeedback feedback = feedback_create(making->telling, decision, true);
    StrBuilder most = {.arena = making->arena};
    int32_t agreed = 0;
    int32_t mine = 0;
    for (int32_t i = 0; i < feedback.panel.row_count; i++) {
        const PanelRow *row = &feedback.panel.rows[i];
        if (row->most) {
            str_add(&most, most.count > 0 ? S(" · ") : S(""));
            str_add(&most, row->text);
        }
        agreed += row->mine ? row->count : 0;
        mine += row->mine;
    }
    int32_t parts = ask->items.count > 0 ? ask->items.count : mine > 0 ? mine : 1;
    agreed = (agreed + parts / 2) / parts;
    return (ToldCompared){.decision = decision,
                          .title = telling_scene_title(making->telling, event->scene),
                          .mine = feedback.answered,
                          .most = str_built(&most),
                          .agreed = agreed,
                          .n = panel->n,
                          .far = agreed * 4 < panel->n};
}

static void show_comparisons(const Making *making) {
    int32_t way = making->session->way.count;
    ToldCompared *rows = arena_push(making->arena, ToldCompared, way);
    making->debrief->comparisons.rows = rows;
    for (int32_t i = 1; i <= way; i++) {
        const Ask *ask = telling_ask(making->telling, telling_event(making->telling, i));
        if (ask->panel != 0 && !ask->private_answer) {
            rows[making->debrief->comparisons.count++] = compare(making, i);
        }
    }
}

static Str source_words(const Making *making, const Source *source) {
    Str year = source->year != 0 ? str_format(making->arena, "%d", source->year) : (Str){0};
    Str parts[] = {source->title, source->where.len > 0 ? source->where : year, year};
    if (source->where.len > 0 && year.len > 0) {
        return format(making, TR("{0} ({1}, {2})"), parts, 3);
    }
    return parts[1].len > 0 ? format(making, TR("{0} ({1})"), parts, 2) : source->title;
}

static void show_texts(const Making *making, const Debrief *declared) {
    const Scenario *scenario = making->scenario;
    Str *sources = arena_push(making->arena, Str, scenario->source_rows.count);
    for (int32_t i = 0; i < scenario->source_rows.count; i++) {
        sources[i] = source_words(making, &scenario->sources.rows[scenario->source_rows.first + i]);
    }
    making->debrief->questions.rows = &scenario->texts.rows[declared->questions.first];
    making->debrief->questions.count = declared->questions.count;
    making->debrief->resources.rows = &scenario->texts.rows[scenario->resources.first];
    making->debrief->resources.count = scenario->resources.count;
    making->debrief->sources.rows = sources;
    making->debrief->sources.count = scenario->source_rows.count;
}

// The case may suspend judgement; else the person may want numbers where it gives words.
static ScoreView score_view(const Telling *telling) {
    return response_waits(telling_scenario(telling)) ? SCORE_NONE
           : telling_has_numbers(telling)            ? SCORE_NUMBERS
                                                     : SCORE_WORDS;
}

ToldDebrief debrief_create(const Telling *telling) {
    const Scenario *scenario = telling_scenario(telling);
    const Debrief *declared = &scenario->debriefs.rows[scenario->debrief];
    ToldDebrief debrief = {.score = score_view(telling),
                           .stepped_back = telling->session->stepped_back,
                           .quiz = scenario->kind == KIND_QUIZ};
    Making making = {.telling = telling,
                     .session = telling->session,
                     .scenario = scenario,
                     .arena = telling->arena,
                     .debrief = &debrief};
    show_ending(&making);
    show_curves(&making);
    find_turning(&making);
    debrief.curves_told = debrief_tell_curves(telling->arena, telling->catalog, &debrief);
    show_competencies(&making);
    show_steps(&making);
    show_decisions(&making);
    show_points(&making, declared);
    show_mirror(&making, declared);
    show_comparisons(&making);
    show_texts(&making, declared);
    return debrief;
}
