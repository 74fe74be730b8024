// A Branching Scenario between its JSON and the case: what h5p_story.c (reading), h5p_score.c (what its scores come to)
// and h5p_case.c (writing the case) share. Internal to exchange/h5p.
#pragma once

#include "exchange/h5p_content.h"

typedef enum { H5P_NO_SCORE, H5P_STATIC_SCORE, H5P_DYNAMIC_SCORE } H5pScoring;

// Texts are those of a case.
typedef struct {
    Str title, subtitle;
    bool shows;  // one of both, or a picture: it is a page of its own
    bool scored; // it has a score, be it 0
    int32_t score;
} H5pFeedback;

// One way on: an answer to a question, or what leads on from a screen.
typedef struct {
    Str text;        // of the answer
    int32_t written; // target as it was written; -1 when it was not
    int32_t node;    // where it leads; -1: to an end
    int32_t end;     // row of ends, when it leads to one
    H5pFeedback feedback;
    const JsonValue *place;
} H5pWay;

typedef struct {
    Str title;
    H5pTexts pages; // a question has one: what is asked, or nothing
    bool asks;
    Span ways; // of a question its answers, else one
    int32_t line;
} H5pNode;

typedef struct {
    Str title, text;
    int32_t score;
} H5pEnd;

typedef struct {
    Str title, intro;
    H5pScoring scoring;
    bool shuffles;         // its answers
    int32_t default_score; // of the first end that is declared
    ROWS_OF(H5pNode) nodes;
    ROWS_OF(H5pWay) ways;
    ROWS_OF(H5pEnd) ends; // those that some way leads to, once each
} H5pStory;

// False when it has no screen, or is no Branching Scenario: told.
bool h5p_read_story(H5pReader *reader, H5pStory *story);

// h5p_score.c. To what scores come, as a case can count them: effects of answers, facts for what counts once or anew,
// and rules that look at these.
typedef struct {
    int32_t score, maximum;
} H5pPoints;

typedef enum {
    H5P_RULE_SEEN,  // a screen that was seen and is not counted yet adds its points
    H5P_RULE_FIRST, // a question that is left for the first time adds its maximum
    H5P_RULE_AGAIN  // an answer that counted before is replaced
} H5pRuleKind;

typedef struct {
    H5pRuleKind kind;
    int32_t node; // that was seen
    int32_t fact; // row of facts
    H5pPoints points;
} H5pRule;

typedef struct {
    int32_t node; // that was left
    int32_t way;  // by this one; -1: by any
} H5pFact;

typedef struct {
    int32_t end;
    H5pPoints points;
} H5pReached;

typedef struct {
    bool counts;     // score and maximum are gauges: the scoring is dynamic, and a case can count it
    int32_t unit;    // that one step of the gauges is worth
    int32_t maximum; // where the scoring is static
    H5pPoints start;
    H5pPoints *added; // by row of ways: effects of the answer
    int32_t *fact_of; // by row of ways: the fact that it was given, + 1; 0: none is needed
    Span *rules_of;   // by node
    ROWS_OF(H5pRule) rules;
    ROWS_OF(H5pFact) facts;
    bool known;                  // the next holds all there are
    ROWS_OF(H5pReached) reached; // ends with the points one can come there with, once each
} H5pScores;

void h5p_count_scores(Arena *arena, Arena *scratch, const H5pStory *story, H5pScores *scores);

// h5p_reach.c: where one can come, and with what.
void h5p_find_reached(Arena *arena, Arena *scratch, const H5pStory *story, H5pScores *scores);
H5pPoints h5p_points(const H5pStory *story, const H5pNode *node, const H5pWay *way); // what leaving it so adds
bool h5p_decides(const H5pNode *node);                                               // several ways lead on
