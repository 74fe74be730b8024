// A condition as an author sees it: a few clauses side by side, of which all must hold, or one. It is read from the
// text that stands in the file (docs/FORMAT.md, "Conditions") and written as such; a comparison that must not hold is
// read as the one that must.
//
//     Clauses clauses = clauses_read(&arena, scenario, S("trust >= 65 and not told"));
//     clauses.rows[0].number = 70;
//     Str text = clauses_write(&arena, &clauses);
#pragma once

#include "scenario/scenario.h"

typedef enum {
    CLAUSE_GAUGE,
    CLAUSE_FACT,
    CLAUSE_SEEN,
    CLAUSE_VISITS,
    CLAUSE_CHOSE,
    CLAUSE_FOUND_THERE, // in an earlier scene
    CLAUSE_SCORE,
    // Of the answer just given
    CLAUSE_PLACE,
    CLAUSE_LEVEL,
    CLAUSE_IN,
    CLAUSE_SHARE,
    CLAUSE_FOUND,
    CLAUSE_CONFIRMED,
    CLAUSE_MARK,
    CLAUSE_KIND_COUNT
} ClauseKind;

typedef enum {
    RELATION_NONE, // it holds, or with `negated` it does not
    RELATION_AT_LEAST,
    RELATION_MORE,
    RELATION_IS,
    RELATION_IS_NOT,
    RELATION_LESS,
    RELATION_AT_MOST,
    RELATION_COUNT
} ClauseRelation;

typedef struct {
    ClauseKind kind;
    bool negated;
    Str a, b; // the names that it is about; borrowed from the text
    ClauseRelation relation;
    int32_t number;
    bool or_before;        // one of both is enough: it, or what stands before it
    int32_t opens, closes; // brackets before and behind it
} Clause;

typedef struct {
    Arena *arena;
    ROWS_OF(Clause) list;
    bool known; // false: the text says more than clauses do, or is no condition
    bool plain; // no brackets, and all that stands between clauses is alike: menus can change it
} Clauses;

Clauses clauses_read(Arena *arena, const Scenario *scenario, Str text); // an empty text: none, known and plain
Str clauses_write(Arena *arena, const Clauses *clauses);

// What a kind is about: at most two names, of which TARGET_NOTHING is none; and whether it is compared with a number.
typedef struct {
    Target a, b;
    bool compared;
    bool answer; // of the answer just given
} ClauseForm;

ClauseForm clause_form(ClauseKind kind);
// Whether a condition there may read that of an answer to `ask`; ASK_NONE: where none was given yet.
bool clause_fits(ClauseKind kind, const Ask *ask);
