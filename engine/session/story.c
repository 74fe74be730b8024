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

// A jump right behind it may have taken them back before anybody was told of them.
static bool is_told(const Story *story, int32_t by) {
    const EventTable *events = &story->session->events;
    const Event *next = by + 1 < events->count ? &events->rows[by + 1] : NULL;
    return next == NULL || next->kind != EVENT_JUMP || !next->unseen;
}

bool story_is_present(const Story *story, int32_t row) {
    int32_t by = story->told.rows[row].by;
    return is_told(story, by) && session_is_present(story->session, by);
}

bool story_passed(const Story *story, SceneId scene, int32_t events) {
    for (int32_t i = 0; i < story->told.count; i++) {
        const StoryRow *row = &story->told.rows[i];
        if (row->scene == scene && row->by < events && is_told(story, row->by)) {
            return true;
        }
    }
    return false;
}

bool story_led_to(const Story *story, SceneId scene) {
    const Event *events = story->session->events.rows;
    for (int32_t i = 0; i < story->told.count; i++) {
        const StoryRow *row = &story->told.rows[i];
        if (row->scene == scene && events[row->by].kind != EVENT_JUMP && is_told(story, row->by)) {
            return true;
        }
    }
    return false;
}

Span story_told_by(const Story *story, int32_t event) {
    Span span = {0};
    while (span.first < story->told.count && story->told.rows[span.first].by < event) {
        span.first++;
    }
    while (is_told(story, event) && span.first + span.count < story->told.count &&
           story->told.rows[span.first + span.count].by == event) {
        span.count++;
    }
    return span;
}

Span story_told_after(const Story *story, int32_t place) {
    const Session *session = story->session;
    ASSERT(place >= 0 && place <= session->way.count);
    Span jumps = session_jumps_after(session, place);
    int32_t by = jumps.count > 0 ? session->jumps.rows[jumps.first + jumps.count - 1]
                 : place > 0     ? session->way.rows[place - 1]
                                 : 0;
    return story_told_by(story, by);
}
