// A story becoming a case: what tale_case.c (which passages, what is set where) and tale_scene.c (the scenes) share.
// Internal to exchange/tale.
#pragma once

#include "base/json_write.h"
#include "base/limits.h"
#include "exchange/tale_parts.h"

// One case being written.
typedef struct {
    TaleMaker *maker;
    JsonWriter json;
    FileDraft *body;           // takes what is written; NULL: it stays where it is
    ROWS_OF(Passage) settings; // passages that only set what the story begins with
    Table scene_ids;
    ROWS_OF(Str) absent;    // names that links lead to and no passage has, and ids
    Table absents;          // name → place + 1
    int32_t start;          // passage
    TaleChanges beginnings; // of the first passage, that became what the story begins with
    bool returns;           // something leads back there
    LossReason crowded;     // why the passage that is being written does not come in whole
} Making;

// tale_case.c
void tale_tell(Making *making, Construct construct, Became became, LossReason reason, int32_t line, Str about);
bool tale_is_full(const Making *making);                   // the case is larger than one may be
Str tale_own_id(Making *making, Str name, int32_t number); // of a scene

// tale_place.c
void tale_put_place(Making *making, const Passage *passage);

// tale_scene.c
void tale_put_head(Making *making);
void tale_put_passage(Making *making, int32_t place, TalePieces *pieces); // marks what is cut of its changes
void tale_put_absent(Making *making);
