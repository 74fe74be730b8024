// A session as it was told on its way: every scene that was entered, with those of its lines whose `if` held then.
//
//     Story story;
//     story_begin(&story, &session);   // before its first event; both then stay where they are
//     session_step(&session, …);       // or replay_lines
//     for (int32_t i = 0; i < story.told.count; i++) {
//         if (story_is_present(&story, i)) { … }
//     }
//
// The list only grows, in the session's arena. What was told on a way that was left stays in it, but is not present.
#pragma once

#include "session/session.h"

typedef struct {
    SceneId scene;
    uint64_t lines; // bit i: the i-th line of the scene was shown
    int32_t by;     // row of session.events: the answer, the jump or the start that led there
} StoryRow;

typedef struct {
    const Session *session;
    ROWS_OF(StoryRow) told; // in the order in which they were entered
} Story;

void story_begin(Story *story, Session *session);
bool story_is_present(const Story *story, int32_t row); // told on the present way
// Ever told, also on a way that was left, because of one of the first `events`.
bool story_passed(const Story *story, SceneId scene, int32_t events);
bool story_led_to(const Story *story, SceneId scene); // … of an answer or the start, not of a jump

// The scenes that an event led to: rows `first` … `first + count - 1` of `told`; none of one whose scenes were unseen.
Span story_told_by(const Story *story, int32_t event);
// Those that the `place`-th answer of the present way led to (from 1; 0: those told from the start on), or the last
// jump that followed it.
Span story_told_after(const Story *story, int32_t place);
