// What the tests of this room do with a file.
#pragma once

#include "exchange/bank.h"
#include "exchange/exchange.h"
#include "exchange/random_bank.h"
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
ExchangeFault desk_fault(Str bytes);                                           // of an import
Str desk_write_bank(Desk *desk, const Bank *bank, Str language);               // named as desk_import names it
void desk_assert_settled(const LossReport *report); // found = converted + degraded + kept + dropped
bool desk_tells(const LossReport *report, LossReason reason, int32_t line);
int32_t desk_count(Str text, Str sign); // how often it stands there
void desk_assert_str(Str str, const char *wanted);
void desk_assert_same(Str wanted, Str got, int32_t seed); // tells the first lines that differ; seed 0: none was drawn
// Two cases that say the same, but for the id of the case and for their layout.
void desk_assert_same_but_id(Str wanted, Str got, Desk *desk);

// So many random cases, in a longer run as many times more: each is drawn by its own seed, which is `seed` and those
// that follow it, and what it pushes is gone after it.
typedef void DeskTrial(Desk *desk, Dice *dice, int32_t seed);
void desk_try(int32_t count, int32_t seed, DeskTrial *trial);
int32_t desk_factor(void); // how many times more

// A file that was taken, and the case that came of it:
//
//     Read *read = desk_read("Une question ?{T}");
//     desk_assert_str(desk_option(read, 1, 0)->text, "Vrai");
//     desk_end_read(read);
//
// Where the file has to be made first, or a story chosen (exchange.story), desk_begin_read and desk_take do as much.
typedef struct {
    Desk desk;
    Exchange exchange;
    const Scenario *scenario;
} Read;

Read *desk_read(const char *text);
Read *desk_begin_read(void); // its arenas and framework are there
void desk_take(Read *read, Str bytes);
void desk_end_read(Read *read);
const Ask *desk_ask(const Read *read, int32_t scene);
const Option *desk_option(const Read *read, int32_t scene, int32_t index);
