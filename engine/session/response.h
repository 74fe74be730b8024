// The response to an answer: the lines that reply to it and the feedback on it. The answer's own come first (of the
// option, of each option of a set, of the band, of own words); when there are none, and of the feedback on a set
// always, those of the decision; then those of each rule that held.
#pragma once

#include "session/session.h"

enum { RESPONSE_TRAPS = 128 };

typedef struct {
    int32_t *rows; // of the case's lines
    int32_t count;
} ReplyLines;

typedef struct {
    const Line **lines; // whose `if` held
    const Why **whys;
    int32_t line_count, why_count;
    const Name *traps; // of the answer and of its rules
    int32_t trap_count;
} Response;

// The lines whose `if` holds. The walk stands where the answer took effect and nothing was entered yet: a session asks
// then, and keeps them.
ReplyLines response_replies(Arena *arena, const Walk *walk, const Event *answer);
int32_t response_traps(const Scenario *scenario, const Event *answer, Name *traps); // at most RESPONSE_TRAPS
Response response_to(Arena *arena, const Session *session, const Event *answer);    // an event of the session
Str response_model(const Scenario *scenario, const Ask *ask, const Answer *answer); // one possible answer; may be empty
bool response_waits(const Scenario *scenario); // feedback waits for the debrief, and no marks are shown
bool response_has_points(const Scenario *scenario, const Ask *ask); // an item is keyed or explained
// Whether there is anything to say of the last answer of the present way before one goes on.
bool response_is_any(const Session *session);
