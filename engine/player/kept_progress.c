#include "player/kept_progress.h"

#include "scenario/scenario_parse.h"
#include "session/replay.h"

static int32_t find_row(const Framework *framework, Str id) {
    for (int32_t i = 0; i < framework->competency_count && i < KEPT_PROGRESS_COMPETENCIES; i++) {
        if (str_equal(framework->competencies[i].id, id)) {
            return i;
        }
    }
    return -1;
}

static void add_session(Arena *arena, const Framework *framework, const Scenario *scenario, Str lines,
                        KeptProgress *progress) {
    Arena scratch = {0};
    Session session;
    int32_t bad_line = 0;
    session_init(&session, arena, scenario);
    (void)replay_lines(&session, &scratch, replay_first_walk(&scratch, lines), &bad_line);
    for (CompetencyId id = 1; id < scenario->competencies.count; id++) {
        int32_t row = find_row(framework, scenario_name(scenario, scenario->competencies.rows[id].id));
        if (row >= 0) {
            progress->occasions[row] += session.profiles[id].occasions;
        }
    }
    arena_finish(&scratch);
}

static void add_walk(Store *store, const Framework *framework, const StoreHeader *header, KeptProgress *progress) {
    Arena arena = {0}, scratch = {0};
    StoreSession session;
    Findings findings = {.arena = &scratch};
    if (store_read(store, &arena, header, &session, NULL)) {
        const Scenario *scenario = scenario_parse(&arena, &scratch, framework, session.case_bytes, &findings);
        if (scenario->playable) {
            add_session(&arena, framework, scenario, session.lines, progress);
            progress->walks++;
        }
    }
    arena_finish(&arena);
    arena_finish(&scratch);
}

void kept_progress_find(Store *store, const Framework *framework, const StoreHeaderList *list, KeptProgress *progress) {
    *progress = (KeptProgress){0};
    for (int32_t i = 0; i < list->count && progress->walks < KEPT_PROGRESS_WALKS; i++) {
        if (list->rows[i].kind == STORE_SOLO && !list->rows[i].damaged) {
            add_walk(store, framework, &list->rows[i], progress);
        }
    }
}
