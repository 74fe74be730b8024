// Whatever a writer of another format leaves unsaid of a case is found in the file itself, so that no key of a case, of
// this version or a later one, can go without a row of the report.
#pragma once

#include "exchange/loss_case.h"

// The keys that a writer writes, or tells of itself, of the objects of one kind, with a space between them. The kind is
// the key under which they stand ("" for the case), but for these: lines of a "reply" are "lines"; an "ask" is called
// by its own kind, and options are "options" in a choice, "boxes" elsewhere. Kinds that a writer has no row for are
// taken as stories have them: speakers by their names, a choice with what follows each answer, any other decision as a
// text. Objects of other kinds are the writer's own business, as are what names things for a program ("id", "kind",
// "format") and the case's language.
typedef struct {
    Str kind, keys;
} SaidKeys;

// A row for each other key, but for flags that are false, and values that an import left to be completed. loss->bytes
// is the case, which was parsed before.
void unsaid_tell(CaseLoss *loss, Arena *scratch, const SaidKeys *said, int32_t count, LossReason reason);
