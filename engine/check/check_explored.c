// Scenes and options that no walk meets, and scenes where walks come to a stop, read off all states that a walk can
// reach.
#include "check/check_parts.h"
#include "session/explore.h"

typedef struct {
    const Scenario *scenario;
    const Exploration *exploration;
    RangeWorld world;
    Findings *findings;
} Report;

static void tell(const Report *report, FindingCode code, int32_t place, Name id) {
    findings_add(report->findings, code, place, scenario_name(report->scenario, id));
}

static void tell_options(const Report *report, const Ask *ask) {
    for (OptionId i = ask->options.first; i < ask->options.first + ask->options.count; i++) {
        const Option *option = &report->scenario->options.rows[i];
        Range range = condition_range(&report->world, option->when);
        bool never = range.low == 0 && range.high == 0;
        if (!report->exploration->option_met[i] && !never) {
            tell(report, FINDING_UNREACHABLE_OPTION, option->place, option->id);
        }
    }
}

static void tell_scene(const Report *report, SceneId id) {
    const Scene *scene = &report->scenario->scenes.rows[id];
    const Ask *ask = &report->scenario->asks.rows[scene->ask];
    uint8_t met = report->exploration->scene_met[id];
    if ((met & SCENE_NO_OPTION) != 0) {
        tell(report, FINDING_NO_OPTION, ask->place, scene->id);
    }
    if ((met & SCENE_LOOPS) != 0) {
        tell(report, FINDING_AUTO_LOOP, scene->place, scene->id);
    }
    if (report->exploration->exact && (met & SCENE_ENTERED) != 0) {
        tell_options(report, ask);
    } else if (report->exploration->exact && (met & SCENE_LED_TO) != 0) {
        tell(report, FINDING_UNREACHABLE_SCENE, scene->place, scene->id);
    }
}

void check_explored(const Check *check) {
    const Scenario *scenario = check->scenario;
    // With more scenes than this, the states that stay within the limit would show next to nothing.
    bool large = scenario->scenes.count > LIMIT_CHECK_STATES / 4;
    if (check->findings->error_count > 0 || large) {
        return;
    }
    Arena arena = {0};
    Exploration exploration = explore_met(&arena, check->scratch, scenario, LIMIT_CHECK_STATES);
    Report report = {.scenario = scenario,
                     .exploration = &exploration,
                     .world = condition_range_world(&arena, scenario),
                     .findings = check->findings};
    for (SceneId id = 1; id < scenario->scenes.count; id++) {
        tell_scene(&report, id);
    }
    arena_finish(&arena);
}
