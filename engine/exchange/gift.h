// GIFT, the text format of Moodle's question banks, as Moodle's own reader takes it, and Cloze written inside.
#pragma once

#include "exchange/bank.h"

// Adds the questions of `text`, which is UTF-8 without a byte order mark.
void gift_read(Bank *bank, Arena *scratch, Str text, LossReport *report);
Str gift_write(Arena *arena, Arena *scratch, const Bank *bank, LossReport *report);

bool gift_is(Str text); // whether it looks like one
