#include "analysis/analysis.h"

#include "analysis/analysis_inside.h"
#include "base/error.h"
#include "base/number.h"
#include "session/replay.h"

#include <stdlib.h>

AnalysisWork *analysis_begin(Arena *arena, const Scenario *scenario, AnalysisAnswer counted) {
    AnalysisWork *work = arena_push(arena, AnalysisWork, 1);
    work->arena = arena;
    work->told = (Analysis){.scenario = scenario, .counted = counted};
    work->like = walk_create(arena, scenario);
    work->extremes = profile_extremes_create(arena, scenario);
    work->row_of = arena_push(arena, int32_t, scenario->scenes.count);
    work->passed_of = arena_push(arena, int32_t, scenario->scenes.count);
    for (CompetencyId c = 1; c < scenario->competencies.count; c++) {
        *rows_append(arena, &work->told.competencies) = (AnalysisCompetency){.competency = c};
    }
    analysis_begin_met(work);
    return work;
}

const Ask *analysis_ask(const Scenario *scenario, SceneId scene) {
    return &scenario->asks.rows[scenario->scenes.rows[scene].ask];
}

// The last time that a decision was answered on the way that stands, where it leads through it twice.
static bool is_answered_later(const Session *session, int32_t place) {
    SceneId scene = session->events.rows[session->way.rows[place]].scene;
    for (int32_t i = place + 1; i < session->way.count; i++) {
        if (session->events.rows[session->way.rows[i]].scene == scene) {
            return true;
        }
    }
    return false;
}

static AnalysisChosen choose(const Session *session, int32_t row, const Walk *before) {
    const Event *event = &session->events.rows[row];
    return (AnalysisChosen){event, before, event->at_ms - session->events.rows[row - 1].at_ms};
}

static void add_last_answers(AnalysisWork *work, const Group *group) {
    const Session *session = &group->solo.session;
    for (int32_t place = 0; place < session->way.count; place++) {
        if (!is_answered_later(session, place)) {
            AnalysisChosen chosen = choose(session, session->way.rows[place], &session->before.rows[place]);
            analysis_add_answer(work, group, &chosen);
        }
    }
}

// Walks that the group left are not kept: the session is folded once more, and looked at before each answer.
static void add_first_answers(AnalysisWork *work, const Group *group) {
    const Session *session = &group->solo.session;
    Arena arena = {0};
    Session again;
    session_init_like(&again, &arena, &work->like);
    again.unwritten = true;
    again.extremes = work->extremes;
    for (int32_t row = 0; row < session->events.count; row++) {
        const Event *event = &session->events.rows[row];
        if (event->kind == EVENT_ANSWER && event->given.of_record) {
            AnalysisChosen chosen = choose(session, row, &again.walk);
            analysis_add_answer(work, group, &chosen);
        }
        LogLine line = {.seq = event->seq, .at_ms = event->at_ms, .kind = event_word(event->kind)};
        SessionFault fault = session_replay(&again, event, &line);
        ASSERT(fault == SESSION_FINE);
    }
    arena_finish(&arena);
}

static void add_ending(AnalysisWork *work, SceneId scene) {
    int32_t row = 0;
    while (row < work->told.endings.count && work->told.endings.rows[row].scene != scene) {
        row++;
    }
    if (row == work->told.endings.count) {
        *rows_append(work->arena, &work->told.endings) = (AnalysisEnding){.scene = scene};
    }
    work->told.endings.rows[row].sessions += 1;
}

static void add_point(AnalysisWork *work, int32_t point, const Walk *walk) {
    int32_t count = work->told.scenario->gauges.count;
    if (point == work->points.count) {
        CountedValues *fresh = arena_push(work->arena, CountedValues, count);
        *rows_append(work->arena, &work->points) = (AnalysisPoint){fresh};
        *rows_append(work->arena, &work->told.reached) = 0;
    }
    work->told.reached.rows[point] += 1;
    for (GaugeId gauge = 1; gauge < count; gauge++) {
        stats_count(work->arena, &work->points.rows[point].by_gauge[gauge], walk->gauges[gauge]);
    }
}

static void add_gauges(AnalysisWork *work, const Session *session) {
    for (int32_t i = 0; i < session->before.count; i++) {
        add_point(work, i, &session->before.rows[i]);
    }
    add_point(work, session->before.count, &session->walk);
}

static void add_profiles(AnalysisWork *work, const Session *session) {
    for (int32_t i = 0; i < work->told.competencies.count; i++) {
        AnalysisCompetency *told = &work->told.competencies.rows[i];
        Profile profile = session->profiles[told->competency];
        ProfileWord word = profile_word(profile);
        told->sessions[word] += 1;
        if (word != PROFILE_TOO_FEW) {
            stats_count(work->arena, &work->shares[told->competency],
                        (double)(profile.sum - profile.low) / (double)(profile.high - profile.low));
        }
    }
}

static void tell_competencies(AnalysisWork *work) {
    for (int32_t i = 0; i < work->told.competencies.count; i++) {
        AnalysisCompetency *told = &work->told.competencies.rows[i];
        const CountedValues *shares = &work->shares[told->competency];
        told->median =
            shares->count > 0 ? (Figure){.value = stats_spread_counted(shares).median} : (Figure){.lack = LACK_NOTHING};
    }
}

void analysis_add(AnalysisWork *work, const Group *group) {
    const Session *session = &group->solo.session;
    Analysis *told = &work->told;
    ASSERT(session->scenario == told->scenario);
    if (group->present < DISCLOSED_LEAST) {
        told->left_out += 1;
        return;
    }
    if (told->counted == ANALYSIS_FIRST) {
        add_first_answers(work, group);
    } else {
        add_last_answers(work, group);
    }
    analysis_add_votes(work, group);
    analysis_add_way(work, session);
    analysis_add_flows(work, group);
    add_ending(work, analysis_ending(session));
    analysis_add_met(work, group);
    add_gauges(work, session);
    add_profiles(work, session);
    told->fewest = told->sessions == 0 ? group->present : min(told->fewest, group->present);
    told->largest = max(told->largest, group->present);
    told->people += group->present;
    told->sessions += 1;
}

SoloResumed analysis_add_lines(AnalysisWork *work, Str lines) {
    Arena scratch = {0};
    Group group = {0};
    GroupStart start = {.solo = {.scenario = work->told.scenario, .reads = &work->like, .extremes = work->extremes}};
    SoloResumed resumed = group_resume(&group, &start, replay_first_walk(&scratch, lines));
    if (resumed != SOLO_RESUMED_NOTHING) {
        analysis_add(work, &group);
        group_finish(&group);
    }
    arena_finish(&scratch);
    return resumed;
}

static int compare_endings(const void *first, const void *second) {
    const AnalysisEnding *a = first, *b = second;
    bool unfinished = a->scene == 0 || b->scene == 0;
    return a->sessions != b->sessions ? b->sessions - a->sessions
           : unfinished               ? b->scene - a->scene
                                      : a->scene - b->scene;
}

static int compare_decisions(const void *first, const void *second) {
    const AnalysisDecision *a = first, *b = second;
    return a->scene - b->scene;
}

static void tell_gauges(AnalysisWork *work) {
    for (GaugeId gauge = 1; gauge < work->told.scenario->gauges.count; gauge++) {
        AnalysisGauge *told = rows_append(work->arena, &work->told.gauges);
        told->gauge = gauge;
        for (int32_t point = 0; point < work->points.count; point++) {
            *rows_append(work->arena, told) = stats_spread_counted(&work->points.rows[point].by_gauge[gauge]);
        }
    }
}

// Decisions that give marks are the items, sessions the people.
static void tell_items(AnalysisWork *work) {
    int32_t count = work->decisions.count, items = 0, people = work->told.sessions;
    int32_t *most = arena_push(&work->scratch, int32_t, count);
    int32_t *scores = arena_push(&work->scratch, int32_t, (ptrdiff_t)count * people);
    ItemFigures *figures = arena_push(&work->scratch, ItemFigures, count);
    for (int32_t i = 0; i < count; i++) {
        items += work->decisions.rows[i].told.most > 0;
    }
    ScoreTable table = {.people = people, .scores = scores, .most = most};
    for (int32_t i = 0; i < count; i++) {
        const AnalysisGathered *gathered = &work->decisions.rows[i];
        if (gathered->told.most > 0) {
            for (int32_t j = 0; j < gathered->scores.count; j++) {
                const AnalysisScore *score = &gathered->scores.rows[j];
                scores[(ptrdiff_t)score->session * items + table.items] = score->score;
            }
            most[table.items++] = gathered->told.most;
        }
    }
    Arena room = {0};
    stats_items(&room, &table, figures);
    arena_finish(&room);
    for (int32_t i = 0, item = 0; i < count; i++) {
        const Figure nothing = {.lack = LACK_NOTHING};
        bool gives = work->decisions.rows[i].told.most > 0;
        work->decisions.rows[i].told.item = gives ? figures[item++] : (ItemFigures){nothing, nothing, nothing};
    }
    work->told.alpha = stats_alpha(&table);
}

#define SORT(table, compare) \
    ((table).count > 0 ? qsort((table).rows, (size_t)(table).count, sizeof *(table).rows, compare) : (void)0)

// What follows from the votes stands on all counts or on those that may leave; the rest is shared.
static Analysis tell_on(AnalysisWork *work, bool own) {
    Analysis told = work->told;
    told.competencies.rows = arena_push(work->arena, AnalysisCompetency, told.competencies.capacity);
    for (int32_t i = 0; i < told.competencies.count; i++) {
        told.competencies.rows[i] = work->told.competencies.rows[i];
    }
    for (int32_t i = 0; i < work->decisions.count; i++) {
        const AnalysisGathered *gathered = &work->decisions.rows[i];
        *rows_append(work->arena, &told.decisions) =
            analysis_decision_on(work, gathered, own ? &gathered->own : &gathered->out);
    }
    SORT(told.decisions, compare_decisions);
    analysis_tell_mirror(&told);
    return told;
}

AnalysisEnd analysis_end(AnalysisWork *work) {
    Analysis *told = &work->told;
    tell_items(work);
    tell_gauges(work);
    analysis_tell_flows(work);
    tell_competencies(work);
    for (int32_t i = 0; i < work->decisions.count; i++) {
        analysis_tell_decision(work, &work->decisions.rows[i]);
    }
    analysis_tell_ways(work);
    SORT(told->endings, compare_endings);
    AnalysisEnd end = {.own = tell_on(work, true), .out = {tell_on(work, false)}};
    arena_finish(&work->scratch);
    return end;
}

const AnalysisDecision *analysis_find(const Analysis *analysis, SceneId scene) {
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        if (analysis->decisions.rows[i].scene == scene) {
            return &analysis->decisions.rows[i];
        }
    }
    return NULL;
}
