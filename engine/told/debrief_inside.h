// The debrief that is being put together. Internal to told/debrief*.c.
#pragma once

#include "told/debrief.h"

typedef ROWS_OF(ToldRow) RowTable;

typedef struct {
    const Telling *telling;
    const Session *session;
    const Scenario *scenario;
    const Debrief *declared;
    ToldDebrief *debrief;
    ROWS_OF(ToldSection) sections;
} Making;

void debrief_add_row(const Making *making, RowTable *rows, ToldRow row);
void debrief_add_section(Making *making, ToldSection section, const RowTable *rows); // where it has rows
void debrief_tell_curves(Making *making);                                            // debrief_curve.c
