// What is shown after an answer. As view/walk_shown.h.
#pragma once

#include "session/response.h"
#include "told/telling_scenes.h"

typedef struct {
    Str text;        // of the option, or "item, place"
    int32_t count;   // colleagues
    bool mine, most; // is (part of) the answer given; the most frequent of its item
} PanelRow;

typedef struct {
    Str who, words; // what they answered
    const Why *why;
} PanelVoice;

typedef struct {
    int32_t n; // 0: there is no panel
    bool fictional;
    const PanelRow *rows;
    const PanelVoice *voices;
    int32_t row_count, voice_count;
} ShownPanel;

typedef enum { RESULT_DEBATED, RESULT_OFF, RESULT_NEAR, RESULT_RIGHT } ItemVerdict;

typedef struct {
    Str item, mine, key; // key: empty when it is to be debated
    int32_t result;      // an ItemVerdict
    const Why *why;      // NULL when there is none
} ItemResult;

typedef struct {
    Str name;
    int32_t mark;
    Str words;
} ShownMark;

typedef struct {
    int32_t decision; // from 1
    Str answered;     // what was registered, in words; empty for a private answer
    bool time_up, typed, confirmed;
    Str found; // names of what was found in a typed answer
    Str sure;  // how sure, in words
    const ShownLine *replies;
    const Why **whys; // none while judgement is suspended
    const ShownMark *marks;
    const ItemResult *results;
    int32_t reply_count, why_count, mark_count, result_count;
    ShownGauges gauges; // those that moved
    Str model;          // one possible answer
    ShownPanel panel;
    Share share;     // of 0: none
    int32_t mastery; // a Mastery, in a quiz
} ShownFeedback;

// `decision`: of the present way, from 1. In PHASE_FEEDBACK that is session.way.count.
ShownFeedback walk_shown_feedback(const Showing *showing, int32_t decision, bool judged);
bool walk_has_feedback(const WalkModel *model); // there is something to show of the last answer
