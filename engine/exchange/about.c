#include "exchange/about.h"

int32_t about_list(const Scenario *scenario, Str *keys) {
    const struct {
        bool said;
        Str key;
    } KEYS[ABOUT_KEYS] = {{scenario->summary.len > 0 && !scenario_is_to_complete(scenario->summary), S("summary")},
                          {scenario->role.len > 0, S("role")},
                          {scenario->intro.len > 0, S("intro")},
                          {scenario->notice.len > 0, S("notice")},
                          {scenario->objectives.count > 0, S("objectives")},
                          {scenario->resources.count > 0, S("resources")},
                          {scenario->source_rows.count > 0, S("sources")},
                          {scenario->debrief != 0, S("debrief")},
                          {scenario->trainer.len > 0, S("trainer")}};
    int32_t count = 0;
    for (int32_t i = 0; i < ABOUT_KEYS; i++) {
        keys[count] = KEYS[i].key;
        count += KEYS[i].said;
    }
    return count;
}
