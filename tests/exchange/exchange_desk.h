// What the tests of this room do with a file.
#pragma once

#include "exchange/exchange.h"
#include "scenario/framework.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct {
    Arena arena, scratch;
    Framework framework;
} Desk;

void desk_open(Desk *desk);
void desk_close(Desk *desk);
Scenario *desk_parse(Desk *desk, Str bytes);                                   // asserts that it can be played
void desk_assert_canonical(Desk *desk, Str bytes);                             // laid out as everything that is written
void desk_import(Desk *desk, Str text, Exchange *exchange);                    // asserts that it is taken
Str desk_export(Desk *desk, Str bytes, ExchangeKind kind, LossReport *report); // likewise
void desk_assert_settled(const LossReport *report); // found = converted + degraded + kept + dropped
bool desk_tells(const LossReport *report, LossReason reason, int32_t line);
void desk_print_difference(Str wanted, Str got); // the first lines that are not the same
// Two cases that say the same, but for the id of the case and for their layout.
void desk_assert_same_but_id(Str wanted, Str got, Desk *desk);
