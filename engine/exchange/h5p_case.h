// A Branching Scenario becoming a case: what h5p_case.c (the case, its scenes) and h5p_case_ask.c (decisions and what
// they count) share. Internal to exchange/h5p.
#pragma once

#include "exchange/bank_case.h"
#include "exchange/h5p_story.h"

// Of gauges and x- keys; h5p_write reads them again.
#define H5P_SCORE "score"
#define H5P_MAXIMUM "maximum"
#define H5P_X_SCORING "x-scoring" // of the case: "static" or "dynamic"
#define H5P_X_SCORE "x-score"     // of an option, a scene without a decision, an ending

typedef struct {
    BankMaker texts; // how long texts are cut into lines; its writer is that of the case
    H5pReader *reader;
    const H5pStory *story;
    H5pScores scores;
    Str *node_ids; // of the first scene of each node
    Str *end_ids;  // by row of ends
    Table ids;     // taken
} H5pMaker;

Str h5p_own_id(H5pMaker *maker, Str wanted);
Str h5p_target(const H5pMaker *maker, const H5pWay *way);
void h5p_put_score(H5pMaker *maker, const H5pFeedback *feedback); // kept for the way back
Str h5p_feedback_text(H5pReader *reader, const H5pFeedback *feedback);

void h5p_put_gauges(H5pMaker *maker);
void h5p_put_facts(H5pMaker *maker);
void h5p_put_question(H5pMaker *maker, int32_t id); // the decision, in several scenes when answers are many
