// The look back at one answer, right after it was given. An empty text is not said.
#pragma once

#include "session/mastery.h"
#include "session/response.h"
#include "told/telling_scenes.h"

typedef struct {
    Str text;        // of the option, or "item, place"
    Str words;       // "7 colleagues, as you"
    int32_t count;   // colleagues
    bool mine, most; // is (part of) the answer given; the most frequent of its item
} PanelRow;

typedef struct {
    Str head; // "who: what they answered"
    const Why *why;
} PanelVoice;

typedef struct {
    int32_t n; // 0: there is no panel
    Str heading, invented;
    TOLD_LIST(PanelRow) rows; // each answer that was counted
    TOLD_LIST(PanelRow)
    items; // where the decision has items: each with all its answers, to be told in the place of rows
    TOLD_LIST(PanelVoice) voices;
} ToldPanel;

typedef enum { VERDICT_DEBATED, VERDICT_OFF, VERDICT_NEAR, VERDICT_RIGHT } ItemVerdict;

typedef struct {
    Str item;
    Str words; // "You: 2nd place. Often: 1st"
    ItemVerdict verdict;
    const Why *why; // NULL when there is none
} ItemResult;

typedef struct {
    Str name, words;
    int32_t mark;
} ToldMark;

typedef struct {
    Str time_up;        // silence answered
    ToldPair answered;  // what was registered; no text: a private answer
    Str answered_lines; // … with a line for each of its parts
    bool typed;         // in the person's own words, whose stars are stars
    Str found;          // what was noticed in them
    Str sure;
    TOLD_LIST(ToldLine) replies;
    TOLD_LIST(Why *) whys; // none while judgement is suspended
    TOLD_LIST(ToldMark) marks;
    ToldGauges gauges; // those that moved
    Str mastery_words; // of a quiz
    Mastery mastery;
    Str share; // for who wants numbers
    Str points_heading;
    TOLD_LIST(ItemResult) points;
    ToldPair model; // one possible answer
    ToldPanel panel;
} ToldFeedback;

// `decision`: of the present way, from 1. While judgement is suspended, whys and verdicts wait for the debrief, which
// asks for them with `judged`.
ToldFeedback feedback_create(const Telling *telling, int32_t decision, bool judged);
