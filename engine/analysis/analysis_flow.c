// Flows: from which scene sessions went on to which.
#include "analysis/analysis_inside.h"

#include <stdlib.h>

static AnalysisPassed *find_passed(AnalysisWork *work, SceneId from, SceneId to) {
    for (int32_t row = work->passed_of[from]; row > 0; row = work->passed.rows[row - 1].next) {
        if (work->passed.rows[row - 1].told.to == to) {
            return &work->passed.rows[row - 1];
        }
    }
    AnalysisPassed *fresh = rows_append(work->arena, &work->passed);
    *fresh = (AnalysisPassed){.told = {.from = from, .to = to}, .next = work->passed_of[from]};
    work->passed_of[from] = work->passed.count;
    return fresh;
}

// The trainer led there, not what was answered before.
static bool is_jumped_to(const Story *story, int32_t row) {
    int32_t by = story->told.rows[row].by;
    return story->session->events.rows[by].kind == EVENT_JUMP && story_told_by(story, by).first == row;
}

void analysis_add_flows(AnalysisWork *work, const Group *group) {
    const Story *story = &group->solo.story;
    int32_t session = work->told.sessions + 1;
    SceneId from = 0;
    for (int32_t i = 0; i < story->told.count; i++) {
        if (!story_is_present(story, i)) {
            continue;
        }
        SceneId to = story->told.rows[i].scene;
        AnalysisPassed *passed = from > 0 && !is_jumped_to(story, i) ? find_passed(work, from, to) : NULL;
        if (passed && passed->session != session) {
            passed->session = session;
            passed->told.sessions += 1;
        }
        from = to;
    }
}

static int compare_flows(const void *first, const void *second) {
    const AnalysisFlow *a = first, *b = second;
    return a->from != b->from ? a->from - b->from : a->to - b->to;
}

void analysis_tell_flows(AnalysisWork *work) {
    for (int32_t i = 0; i < work->passed.count; i++) {
        *rows_append(work->arena, &work->told.flows) = work->passed.rows[i].told;
    }
    if (work->told.flows.count > 0) {
        qsort(work->told.flows.rows, (size_t)work->told.flows.count, sizeof *work->told.flows.rows, compare_flows);
    }
}
