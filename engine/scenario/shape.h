// The format, as data: which keys each object of a case file has, of which type, within which bounds, and where in the
// tables its values go. Reading, linking, writing and the published schema's test all walk these same tables, so that
// they cannot disagree, and so does the editor, whose forms are made from them. Nobody else needs them. The keys stand
// in the order in which they are written.
#pragma once

#include "scenario/scenario.h"

typedef enum {
    FIELD_TEXT,          // Str
    FIELD_SLUG,          // Name, [a-z0-9-]{1,64}
    FIELD_NAME,          // Name, [a-z][a-z0-9_]{0,31}
    FIELD_LANGUAGE,      // Str, BCP 47
    FIELD_DATE,          // Str, YYYY-MM-DD
    FIELD_INT,           // int32_t, least … most, `fallback` when absent
    FIELD_FLAG,          // bool
    FIELD_WORD,          // an enum of 4 bytes, 1 + place in a WordList; `fallback` is the value of absence
    FIELD_TEXTS,         // Span of texts
    FIELD_REF,           // Ref
    FIELD_REFS,          // Span of refs
    FIELD_AMOUNTS,       // Span of amounts
    FIELD_CONDITION,     // ConditionId
    FIELD_OBJECT,        // row of a shape's table
    FIELD_LIST,          // Span of rows of a shape's table
    FIELD_ASK,           // row of asks; the key `kind` chooses the shape
    FIELD_COMPETENCIES,  // Span of competencies, bare ids among objects
    FIELD_ROUTES,        // Span of routes to scenes; one scene id stands for one route
    FIELD_TEXT_ROUTES,   // Span of routes to texts; one text stands for one route
    FIELD_WHY,           // WhyId: a text or an object
    FIELD_AT,            // int32_t[2], followed in the row by `placed`
    FIELD_RANK_KEY,      // Span of key_entries
    FIELD_NEAR,          // Span of near_pairs
    FIELD_PANEL_ANSWERS, // Span of panel_counts
    FIELD_KIND_COUNT
} FieldKind;

typedef struct {
    const Str *words;
    int32_t count;
} WordList;

typedef struct Shape Shape;

typedef struct {
    Str key;
    FieldKind kind;
    bool required;
    int32_t offset;      // in the row
    int32_t least, most; // of an integer; how many elements of a list
    int32_t fallback;
    Target target;
    const Shape *shape;
    const WordList *words;
    bool answered; // conditions inside may read the answer of the ask they stand in
    bool way;      // exactly one of the fields that are one stands in the object; in a quiz, at most one
    bool verbatim; // no prose: typography is not for it
    bool label;    // a word or two
} Field;

struct Shape {
    Str name;
    const Field *fields;
    int32_t field_count;
    int32_t table; // offset of its table in Scenario; SHAPE_ROOT for the case itself
    int32_t row_size;
    int32_t place; // offset of `place` in the row
};

enum { SHAPE_ROOT = -1 };

// Rows of any table, seen without their type.
typedef ROWS_OF(void) RowTable;

extern const Shape SHAPE_CASE;
extern const Shape SHAPE_DETECTORS; // a file of detectors alone
extern const Shape SHAPE_COMPETENCY, SHAPE_ROUTE, SHAPE_TEXT_ROUTE, SHAPE_WHY;
extern const Shape *const SHAPE_ASKS[];               // by AskKind
extern const WordList WORDS_ASK_KIND, WORDS_ATTITUDE; // from 1 on: 0 is none

const Field *shape_find_field(const Shape *shape, Str key);
// The same, for keys one after another: they mostly come in the order of the shape, and `last` is the one before.
const Field *shape_find_next_field(const Shape *shape, const Field *last, Str key);
RowTable *shape_table(const Scenario *scenario, const Shape *shape);        // as constant as the scenario is
void *shape_row(const Scenario *scenario, const Shape *shape, int32_t row); // likewise
// Whether a row has it: it is written then, and else it is absent from the file.
bool shape_is_said(const Field *field, const void *row);
