// What the parts of view/ that show a walk share. Internal to view/.
#pragma once

#include "told/telling_scenes.h"

ShownLine shown_line(const Scenario *scenario, const Line *line);
ShownGauge shown_gauge(const Showing *showing, GaugeId id, int32_t before, int32_t after);
const Event *shown_event(const WalkModel *model, int32_t decision); // the answer to it, from 1, on the present way
const Walk *shown_walk_after(const WalkModel *model, int32_t decision);
const Ask *shown_ask_of(const WalkModel *model, const Event *event);
bool shown_is_mine(const Ask *ask, const Answer *answer, const PanelCount *count);
int32_t shown_most_of(const Scenario *scenario, const Ask *ask, const PanelCount *of);
