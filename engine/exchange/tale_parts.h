// One writing of a story as a case: what tale_parse.c (a passage taken apart), tale_expression.c (what macros say),
// tale_link.c and tale_case.c (the case) share. Internal to exchange/tale.
#pragma once

#include "base/table.h"
#include "exchange/tale.h"
#include "scenario/framework.h"

typedef enum { VARIABLE_UNKNOWN, VARIABLE_FACT, VARIABLE_NUMBER, VARIABLE_OTHER } TaleKind;

typedef struct {
    Str name; // "$argent"
    Str id;   // "argent"
    TaleKind kind;
    int32_t start; // of a number
    bool used;     // by a condition or a change that was converted
} TaleVariable;

typedef enum { CHANGE_NONE, CHANGE_SET, CHANGE_UNSET, CHANGE_ADD, CHANGE_ASSIGN } TaleChangeKind;

typedef struct {
    TaleChangeKind kind;
    int32_t variable; // row of variables
    int32_t amount;
    Str when;   // condition; empty: always
    Str source; // as written
    int32_t line;
    bool cut;  // with it an answer would change more than it may
    bool once; // done before the story begins, whatever leads back
} TaleChange;
typedef ROWS_OF(TaleChange) TaleChanges;

typedef struct {
    Str text, target, when;
    bool jump; // goes on by itself
    int32_t line;
    TaleChanges changes;
} TaleLink;
typedef ROWS_OF(TaleLink) TaleLinks;

typedef struct {
    Str text, when;
} TaleText;
typedef ROWS_OF(TaleText) TaleTexts;

// A passage taken apart.
typedef struct {
    TaleTexts texts;
    TaleLinks links;
    TaleChanges changes;
    bool huge; // it was cut before
} TalePieces;

typedef struct {
    Arena *arena;   // what outlives the passage that is being written
    Arena *passing; // what does not
    const Tale *story;
    const HeadWish *wish;
    LossReport *report;
    TaleFormat format;
    ROWS_OF(TaleVariable);
    Table variables; // name → row + 1
    Table passages;  // name → place + 1
    Str *ids;        // of the passages
    Str here;        // of the one that is being written; empty while none is
    bool surveys;    // a first pass, which only learns what variables are
} TaleMaker;

// tale_link.c: what stands between [[ and ]], by the rules of the format. False for an address out of the story.
bool tale_read_link(TaleMaker *maker, Str inside, TaleLink *link, Str *setter);

// tale_expression.c. A condition in the words of a case; false when it cannot be said.
bool tale_read_condition(TaleMaker *maker, Str source, Str *condition);
// "$x to 3" or "$x += 1"; the kind of the variable is learnt. False when it cannot be said.
bool tale_read_change(TaleMaker *maker, Str source, TaleChange *change);
int32_t tale_find_variable(TaleMaker *maker, Str name); // makes one that is new

// tale_parse.c
void tale_take_apart(TaleMaker *maker, const Passage *passage, TalePieces *pieces);
Str tale_both(TaleMaker *maker, Str a, Str b); // conditions; an empty one always holds
