// The ways that sessions took, as bands on the map of their case (map/layout.h): the more sessions went on from one
// scene to the next, the wider. Scenes that nobody came to are left out.
//
//     view_flow(ui, &(ViewFlow){.layout = &layout, .scenario = scenario, .flows = analysis.flows.rows,
//                               .flow_count = analysis.flows.count, .sessions = analysis.sessions,
//                               .labels = labels, .name = name});
//
// It takes the width that is left and the height that the case needs. Who does not see it is told where ways part.
#pragma once

#include "analysis/analysis.h"
#include "map/layout.h"
#include "ui/widgets.h"

typedef struct {
    Str name; // of the picture
    const Scenario *scenario;
    const Layout *layout; // of the scenario
    const AnalysisFlow *flows;
    int32_t flow_count;
    int32_t sessions;  // all of them
    const Str *labels; // by SceneId, of the scenes in `flows`
} ViewFlow;

void view_flow(Ui *ui, const ViewFlow *flow);
