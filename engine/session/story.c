#include "session/story.h"

#include "base/error.h"

static void note_scene(void *context, SceneId id) {
    Story *story = context;
    const Session *session = story->session;
    const Scenario *scenario = session->scenario;
    Span lines = scenario->scenes.rows[id].lines;
    StoryRow told = {.scene = id, .by = session->events.count - 1};
    for (int32_t i = 0; i < lines.count; i++) {
        if (walk_holds(&session->walk, scenario->lines.rows[lines.first + i].when)) {
            told.lines |= UINT64_C(1) << i;
        }
    }
    *rows_append(session->arena, &story->told) = told;
}

void story_begin(Story *story, Session *session) {
    *story = (Story){.session = session};
    session->visit = note_scene;
    session->visit_context = story;
}

bool story_is_present(const Story *story, int32_t row) {
    int32_t by = story->told.rows[row].by;
    return by == 0 || session_find_place(story->session, by) >= 0;
}

bool story_passed(const Story *story, SceneId scene) {
    for (int32_t i = 0; i < story->told.count; i++) {
        if (story->told.rows[i].scene == scene) {
            return true;
        }
    }
    return false;
}

Span story_told_after(const Story *story, int32_t place) {
    ASSERT(place >= 0 && place <= story->session->way.count);
    int32_t by = place == 0 ? 0 : story->session->way.rows[place - 1];
    Span span = {0};
    while (span.first < story->told.count && story->told.rows[span.first].by < by) {
        span.first++;
    }
    while (span.first + span.count < story->told.count && story->told.rows[span.first + span.count].by == by) {
        span.count++;
    }
    return span;
}
