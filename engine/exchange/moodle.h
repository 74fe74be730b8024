// Moodle XML, in which Moodle gives its question banks away whole.
#pragma once

#include "exchange/bank.h"

// Adds the questions of `text`, which is UTF-8. False when it is broken: then the report's last row tells where.
bool moodle_read(Bank *bank, Arena *scratch, Str text, LossReport *report);
Str moodle_write(Arena *arena, Arena *scratch, const Bank *bank, LossReport *report);

bool moodle_is(Str text); // whether its root is <quiz>
