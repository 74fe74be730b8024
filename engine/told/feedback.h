// What is told after an answer was given.
#pragma once

#include "session/mastery.h"
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
} ToldPanel;

typedef enum { VERDICT_DEBATED, VERDICT_OFF, VERDICT_NEAR, VERDICT_RIGHT } ItemVerdict;

typedef struct {
    Str item, mine, key; // key: empty when it is to be debated
    ItemVerdict verdict;
    const Why *why; // NULL when there is none
} ItemResult;

typedef struct {
    Str name;
    int32_t mark;
    Str words;
} ToldMark;

typedef struct {
    int32_t decision; // from 1
    Str answered;     // what was registered, in words; empty for a private answer
    bool time_up, typed, confirmed;
    Str found; // names of what was found in a typed answer
    Str sure;  // how sure, in words
    const ToldLine *replies;
    const Why **whys; // none while judgement is suspended
    const ToldMark *marks;
    const ItemResult *results;
    int32_t reply_count, why_count, mark_count, result_count;
    ToldGauges gauges; // those that moved
    Str model;         // one possible answer
    ToldPanel panel;
    Share share;     // of 0: none
    Mastery mastery; // in a quiz
} ToldFeedback;

// Of a decision of the present way, from 1. While judgement is suspended what is said of the answer waits for the
// debrief, which asks for it `judged`.
ToldFeedback feedback_create(const Telling *telling, int32_t decision, bool judged);
bool feedback_panel_has(const Ask *ask, const Answer *answer, const PanelCount *count); // it is (part of) the answer
