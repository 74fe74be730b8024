// One session: a fold over its events. Play, stepping back, what-if, preview, replay, test and analysis are all this
// fold.
//
//     Session session;
//     session_init(&session, &arena, scenario);
//     session_step(&session, &(Event){.kind = EVENT_START, .seed = seed});
//     session_step(&session, &(Event){.kind = EVENT_ANSWER, .at_ms = now, .answer = answer});
//     session_step(&session, &(Event){.kind = EVENT_REWIND, .target = seq});
//     session_step(&session, &(Event){.kind = EVENT_JUMP, .enters = scene});
//
// The caller says what happens and when; the session works out what it brings about, and keeps it, in its log under the
// number that this gives. Other folds of the same run write into that log too. Nothing else changes a session. Stepping
// back restores gauges, facts, visits, choices and findings as they were before the decision; the marks of record
// remain: what was first answered stays, also on a way that was left.
//
// A jump goes on at another scene without an answer, for whoever leads the session says so. It takes nothing back and
// gives nothing: gauges, facts, choices, findings and marks stand as they stood, the decision that was asked stays
// without an answer, and the scene is entered as any other, with its visit counted. It belongs to the present way until
// an answer before it is taken back.
#pragma once

#include "session/event.h"
#include "session/score.h"

typedef ROWS_OF(Event) EventTable;
typedef ROWS_OF(Walk) WalkTable;
typedef ROWS_OF(int32_t) IndexTable;

typedef struct {
    const Scenario *scenario;
    Arena *arena;
    Log log;                                  // of the run
    EventTable events;                        // its own, in order
    IndexTable way;                           // rows of events: the answers on the present way
    WalkTable before;                         // by place on the way: where the walk stood before that answer
    IndexTable jumps;                         // rows of events: the jumps of the present way
    IndexTable records;                       // rows of events: the answers of record
    IndexTable replies;                       // rows of lines: what replied to each answer, side by side
    Walk walk;                                // where it stands
    Walk led;                                 // as the last start or answer left it, before a scene was entered
    Profile profiles[LIMIT_COMPETENCIES + 1]; // by CompetencyId, over the answers of record
    bool stepped_back, jumped;                // ever: attainable bounds do not apply to it then
    bool unwritten;                           // may be set by a caller who keeps no lines: those of the log are empty
    ProfileExtremes *extremes;                // … by one who folds many sessions of a case; else NULL
    WalkVisit *visit;                         // may be set by the caller: told of each scene entered
    void *visit_context;
    LogTake *others; // may be set by the caller: told of each line that replay_lines reads for another fold
    void *others_context;
} Session;

typedef enum {
    SESSION_FINE,
    SESSION_OUT_OF_ORDER, // a start that is not first, or anything before it or after the finish
    SESSION_NO_DECISION,  // an answer where nothing is asked
    SESSION_NOT_OFFERED,  // an answer that is not available here
    SESSION_BAD_TARGET,   // a rewind to what is not an answer of the present way
    SESSION_BAD_START,    // from a scene, or with presets, that the case does not have
    SESSION_BAD_JUMP      // to where nothing could be answered and nothing ends; or `unseen` where it cannot be
} SessionFault;

void session_init(Session *session, Arena *arena, const Scenario *scenario);
// The same, sharing with another walk through that case what does not change; it outlives the session.
void session_init_like(Session *session, Arena *arena, const Walk *like);
// Texts of `input` are copied, its number is not looked at. On a fault nothing changed.
SessionFault session_step(Session *session, const Event *input);
// The same for an event that was read from a line, which goes into the log as it is. Its number is above all there.
SessionFault session_replay(Session *session, const Event *event, const LogLine *line);
const Event *session_last_answer(const Session *session);        // on the present way; NULL when there is none
int32_t session_find_place(const Session *session, int32_t row); // of an answer on the present way, else -1
bool session_is_present(const Session *session, int32_t row);    // the event, which leads on, is of the present way
// Rows of `jumps` between the `place`-th answer, from 1, and the next one; 0: before the first.
Span session_jumps_after(const Session *session, int32_t place);
bool session_can_jump(const Session *session, const Event *jump); // of `jump`, `enters` and `unseen` are looked at

// The order in which the options, or the items, of the decision it stands before are shown: as in the file, or, with
// `shuffle`, drawn from the session's seed and the scene. Fills `order` with places in the ask; true when shuffled.
bool session_shown_order(const Session *session, uint8_t *order);

int32_t session_count_found(const Session *session,
                            DetectorId detector); // answers of the present way in which it was found
