// Rows of a report that say the same, told once: for people. A report as JSON has each of them.
#pragma once

#include "exchange/loss.h"

typedef struct {
    const Loss *first; // of the report, which lives as long
    int32_t count;
} LossGroup;

typedef ROWS_OF(LossGroup) LossGroups;

// In the order of their first rows. Two rows say the same when one construct became the same for the same reason, and
// is about the same words; in different lines, as a rule.
LossGroups loss_group(Arena *arena, const LossReport *report);

// By what became of a thing, what it is and why, so that those that are alike but for what they are about stand
// together.
void loss_group_sort(LossGroups *groups);
bool loss_group_alike(const LossGroup *a, const LossGroup *b);

// The sentence of its rows, in which a key of a case is called as a person calls it; of several, with how many there
// are: "… (36 times)".
Str loss_group_message(Arena *arena, const Catalog *catalog, const LossGroup *group);
