// Events of a session, and how the log (session/log.h) has them: one event as one line of JSON.
//
// The number of an answer is that of its decision for good. A rewind names the answer that it takes back, with all
// after it, jumps among it. A typed answer records what was found, undecided or corrected, so that replaying never runs
// a detector. Times are the caller's, in milliseconds since the session began.
#pragma once

#include "session/log.h"
#include "session/walk.h"

enum { RULES_VERSION = 1 }; // of walk.h; later versions keep the old rules playable, so that old sessions replay

typedef enum { EVENT_NONE, EVENT_START, EVENT_ANSWER, EVENT_REWIND, EVENT_JUMP, EVENT_FINISH } EventKind;

typedef struct {
    int32_t seq; // of its line in the log
    EventKind kind;
    int64_t at_ms;
    // start
    int32_t rules_version, detectors_version;
    Str case_hash; // of the case's bytes (event_hash); empty when not known
    int64_t case_len;
    uint64_t seed; // below 2^53
    Str parent;    // of a what-if: what names the session it leaves; else empty
    Str from;      // id of the scene it starts at; empty: the case's own start
    Str presets;   // "gauge=40,fact=1": set before the first scene, for previews
    // answer, jump
    SceneId scene; // where the walk stood
    SceneId to;    // … and where it stands afterwards: the decision or ending
    // answer
    Answer answer;
    Consequences given;
    Span replies; // rows of Session.replies
    bool shuffled;
    uint8_t order[LIMIT_ITEMS]; // when shuffled: options or items as they were shown, by place in the ask
    // rewind
    int32_t target; // seq of the answer taken back
    // jump
    SceneId enters; // the scene it goes on at; where that asks nothing, the walk goes on from there
    bool unseen;    // those that the start, or the answer, just before it led to were not told: as if never entered
} Event;

Str event_hash(Arena *arena, Str bytes);                                     // FNV-1a, 64 bits, hexadecimal
Str event_write(Arena *arena, const Scenario *scenario, const Event *event); // one line, without its end
Str event_word(EventKind kind);                                              // "answer"
EventKind event_kind(Str word);                                              // EVENT_NONE: it is another fold's

// Reads what event_write wrote. What an answer gave is not read back: replaying works it out again. False: not such a
// line.
bool event_parse(Arena *arena, Arena *scratch, const Scenario *scenario, const LogReading *reading, Event *event);
