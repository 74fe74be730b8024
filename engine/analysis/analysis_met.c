// Traps, attitudes, detectors and steps: which of them the sessions met.
#include "analysis/analysis_inside.h"
#include "session/response.h"

static int32_t find_met(const Analysis *told, AnalysisMetKind kind, int32_t of) {
    for (int32_t row = 0; row < told->met.count; row++) {
        if (told->met.rows[row].kind == kind && told->met.rows[row].of == of) {
            return row;
        }
    }
    return -1;
}

static void begin_row(AnalysisWork *work, AnalysisMetKind kind, int32_t of) {
    if (find_met(&work->told, kind, of) < 0) {
        *rows_append(work->arena, &work->told.met) = (AnalysisMet){.kind = kind, .of = of};
    }
}

static void begin_traps(AnalysisWork *work, const Consequence *gives) {
    const Scenario *scenario = work->told.scenario;
    for (int32_t i = 0; i < gives->traps.count; i++) {
        begin_row(work, ANALYSIS_TRAP, scenario->refs.rows[gives->traps.first + i].name);
    }
}

static void begin_steps(AnalysisWork *work, Step step, AnalysisMetKind kind) {
    const Scenario *scenario = work->told.scenario;
    for (SceneId scene = 1; scene < scenario->scenes.count; scene++) {
        if (scenario->scenes.rows[scene].step == step) {
            begin_row(work, kind, scene);
        }
    }
}

void analysis_begin_met(AnalysisWork *work) {
    const Scenario *scenario = work->told.scenario;
    for (OptionId option = 1; option < scenario->options.count; option++) {
        begin_traps(work, &scenario->options.rows[option].gives);
    }
    for (int32_t rule = 1; rule < scenario->rules.count; rule++) {
        begin_traps(work, &scenario->rules.rows[rule].gives);
    }
    for (int32_t band = 1; band < scenario->share_bands.count; band++) {
        begin_traps(work, &scenario->share_bands.rows[band].gives);
    }
    for (int32_t attitude = ATTITUDE_NONE + 1; attitude < ATTITUDE_COUNT; attitude++) {
        for (OptionId option = 1; option < scenario->options.count; option++) {
            if (scenario->options.rows[option].attitude == (Attitude)attitude) {
                begin_row(work, ANALYSIS_ATTITUDE, attitude);
            }
        }
    }
    for (int32_t use = 1; use < scenario->detector_uses.count; use++) {
        begin_row(work, ANALYSIS_DETECTOR, scenario->detector_uses.rows[use].detector.id);
    }
    begin_steps(work, STEP_MUST, ANALYSIS_MUST);
    begin_steps(work, STEP_AVOID, ANALYSIS_AVOID);
    work->met_times = arena_push(work->arena, int32_t, work->told.met.count);
}

static void meet(AnalysisWork *work, AnalysisMetKind kind, int32_t of, int32_t times) {
    int32_t row = times > 0 ? find_met(&work->told, kind, of) : -1;
    if (row >= 0) {
        work->met_times[row] += times;
    }
}

static void meet_answer(AnalysisWork *work, const Event *event) {
    const Scenario *scenario = work->told.scenario;
    const Ask *ask = analysis_ask(scenario, event->scene);
    Name traps[RESPONSE_TRAPS];
    int32_t count = ask->private_answer ? 0 : response_traps(scenario, event, traps);
    for (int32_t i = 0; i < count; i++) {
        meet(work, ANALYSIS_TRAP, traps[i], 1);
    }
    for (int32_t i = 0; i < ask->options.count && !ask->private_answer; i++) {
        OptionId option = ask->options.first + i;
        bool chosen = ask->kind == ASK_MULTIPLE ? (event->answer.set >> i & 1) != 0 : event->answer.option == option;
        meet(work, ANALYSIS_ATTITUDE, (int32_t)scenario->options.rows[option].attitude, chosen);
    }
    Span uses = ask_detectors(scenario, ask);
    for (int32_t i = 0; i < uses.count && !ask->private_answer; i++) {
        DetectorId detector = scenario->detector_uses.rows[uses.first + i].detector.id;
        meet(work, ANALYSIS_DETECTOR, detector, (event->answer.found >> i & 1) != 0);
    }
}

void analysis_add_met(AnalysisWork *work, const Group *group) {
    const Session *session = &group->solo.session;
    for (int32_t row = 0; row < work->told.met.count; row++) {
        const AnalysisMet *met = &work->told.met.rows[row];
        bool step = met->kind == ANALYSIS_MUST || met->kind == ANALYSIS_AVOID;
        work->met_times[row] = step && story_led_to(&group->solo.story, met->of);
    }
    for (int32_t i = 0; i < session->way.count; i++) {
        meet_answer(work, &session->events.rows[session->way.rows[i]]);
    }
    for (int32_t row = 0; row < work->told.met.count; row++) {
        work->told.met.rows[row].sessions += work->met_times[row] > 0;
        work->told.met.rows[row].times += work->met_times[row];
    }
}
