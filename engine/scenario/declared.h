// Declared around the scenes of a case: gauges, facts, people, competencies, detectors, sources, the debrief. How
// rows, spans, names and refs work together is told in scenario/scenario.h.
#pragma once

#include "scenario/framework.h"
#include "scenario/parts.h"

// A word for a stretch of a gauge: from above the band before up to `to`.
typedef struct {
    int32_t to; // inclusive
    Str word;
    int32_t place;
} GaugeBand;

typedef enum { SHOWN_NOT_SAID, SHOWN_ALL, SHOWN_NOT_ROOM, SHOWN_NEVER } Shown; // not said: to all

typedef enum { BETTER_NOT_SAID, BETTER_HIGH, BETTER_LOW } Better; // which way a gauge had better go

// How the fictional visitor is (trust, tension…), or the professional's time and energy. Values lie between min and
// max.
typedef struct {
    Name id;
    Str name;
    Ref of; // character: shown, and drifting, only in scenes held with them
    int32_t min, max, start;
    Better better;
    Span bands;          // gauge_bands
    int32_t rise_cap;    // most that one answer adds; 0: no cap
    int32_t drift;       // added after every answer
    int32_t drift_floor; // NOT_SAID: none but the gauge's own ends
    ConditionId halve_when;
    Shown shown;
    int32_t place;
} Gauge;

// Something that is true or false. A latch is moved by its two conditions, with hysteresis, and by nothing else.
typedef struct {
    Name id;
    Str about;
    ConditionId on, off; // both 0: a plain fact; else a latch
    int32_t place;
} Fact;

typedef struct {
    Name id;
    Str name, initials, role, about;
    int32_t age; // NOT_SAID when it is not
    Tint tint;
    int32_t place;
} Character;

typedef struct {
    Name id;
    Str name, about;
    bool alone; // written as a bare id of the shared framework
    int32_t place;
} Competency;

// A trace of a way of speaking, looked for in typed answers (scenario/detector.h).
typedef struct {
    Name id;
    Str name, about;
    Span match, unless; // texts
    int32_t examples;   // row of examples
    bool shared;        // from the framework, not from this file
    int32_t learned;    // row of what is learned of it (scenario/learned.h), 0: its patterns alone tell
    int32_t place;
} Detector;

// Examples that a detector must find, and that it must not.
typedef struct {
    Span yes, no; // texts
    int32_t place;
} Examples;

// Where a fact comes from. `check` warns once `review_by` (YYYY-MM-DD) has passed.
typedef struct {
    Name id;
    Str title, where;
    int32_t year; // 0: not said
    Str review_by;
    int32_t place;
} Source;

// How a name or initials are said by a voice.
typedef struct {
    Str text, said;
    int32_t place;
} Pronunciation;

// Something worth keeping, and the scenes where it was played out.
typedef struct {
    Str text;
    Span scenes; // refs → scenes
    int32_t place;
} KeyPoint;

typedef enum { SCORE_NOT_SAID, SCORE_WORDS, SCORE_NUMBERS, SCORE_NONE } ScoreView; // not said: in words

typedef struct {
    Span questions; // texts
    Span points;
    Span mirror; // refs → detectors
    ScoreView score;
    int32_t place;
} Debrief;

// How long the case takes, in minutes.
typedef struct {
    int32_t alone, group;
    int32_t place;
} Minutes;
