// One session: a fold over its events. Play, stepping back, what-if, preview, replay, test and analysis are all this
// fold.
//
//     Session session;
//     session_init(&session, &arena, scenario);
//     session_step(&session, &(Event){.kind = EVENT_START, .seed = seed});
//     session_step(&session, &(Event){.kind = EVENT_ANSWER, .at_ms = now, .answer = answer});
//     session_step(&session, &(Event){.kind = EVENT_REWIND, .target = seq});
//
// The caller says what happens and when; the session numbers it, works out what it brings about, and keeps it. Nothing
// else changes a session. Stepping back restores gauges, facts, visits, choices and findings as they were before the
// decision; the marks of record remain: what was first answered stays, also on a way that was left.
#pragma once

#include "session/event.h"
#include "session/score.h"

typedef ROWS_OF(Event) EventTable;
typedef ROWS_OF(Walk) WalkTable;
typedef ROWS_OF(int32_t) IndexTable;

typedef struct {
    const Scenario *scenario;
    Arena *arena;
    EventTable events;                        // all of them, in order
    IndexTable way;                           // rows of events: the answers on the present way
    WalkTable before;                         // by place on the way: where the walk stood before that answer
    IndexTable records;                       // rows of events: the answers of record
    Walk walk;                                // where it stands
    Profile profiles[LIMIT_COMPETENCIES + 1]; // by CompetencyId, over the answers of record
    bool stepped_back;                        // attainable bounds do not apply to it then
    WalkVisit *visit;                         // may be set by the caller: told of each scene entered
    void *visit_context;
} Session;

typedef enum {
    SESSION_FINE,
    SESSION_OUT_OF_ORDER, // a start that is not first, or anything before it or after the finish
    SESSION_NO_DECISION,  // an answer where nothing is asked
    SESSION_NOT_OFFERED,  // an answer that is not available here
    SESSION_BAD_TARGET,   // a rewind to what is not an answer of the present way
    SESSION_BAD_START     // from a scene, or with presets, that the case does not have
} SessionFault;

void session_init(Session *session, Arena *arena, const Scenario *scenario);
SessionFault session_step(Session *session,
                          const Event *input);            // texts of `input` are copied; on a fault nothing changed
const Event *session_last_answer(const Session *session); // on the present way; NULL when there is none

// The order in which the options, or the items, of the decision it stands before are shown: as in the file, or, with
// `shuffle`, drawn from the session's seed and the scene. Fills `order` with places in the ask; true when shuffled.
bool session_shown_order(const Session *session, uint8_t *order);

int32_t session_count_found(const Session *session,
                            DetectorId detector); // answers of the present way in which it was found
