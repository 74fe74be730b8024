// What something depends on, as a sentence: "if the gauge “Trust” is at least 65 and if …".
//
//     Clauses clauses = clauses_read(&arena, scenario, S("trust >= 65 and not told"));
//     ClausesTelling telling = {.arena = &arena, .catalog = &catalog, .name = name, .context = page};
//     Str sentence = telling_clauses(&telling, &clauses);                  // of clauses that are known
#pragma once

#include "base/catalog.h"
#include "scenario/clauses.h"

// What the author calls what a clause is about. Of an option, `clause->a` is the scene of the decision.
typedef Str ClauseName(const void *context, const Clause *clause, Target target, Str id);

typedef struct {
    Arena *arena; // keeps what is told
    const Catalog *catalog;
    ClauseName *name;
    const void *context;
} ClausesTelling;

Str telling_clauses(const ClausesTelling *telling, const Clauses *clauses);
Str telling_clause(const ClausesTelling *telling, const Clause *clause); // without its "if"
Str telling_relation(ClauseRelation relation);                           // "is at least", a source of the catalogue
