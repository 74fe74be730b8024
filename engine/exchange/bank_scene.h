// One reading of a case as a bank: what bank_scene.c (scenes, the case around them) and bank_scene_ask.c (decisions)
// share. Internal to exchange/bank.
#pragma once

#include "exchange/bank.h"
#include "exchange/loss_case.h"

typedef struct {
    Bank *bank;
    Arena *scratch;
    const Scenario *scenario;
    CaseLoss loss;
} BankReader;

// bank_scene.c
Str bank_join_lines(BankReader *reader, Span lines, Str last); // paragraphs; speakers stand before their words
Str bank_join(BankReader *reader, Str above, Str between, Str below);
void bank_leave_out(BankReader *reader, Construct construct, LossReason reason, int32_t place, Str about);

// bank_scene_ask.c
void bank_read_ask(BankReader *reader, const Ask *ask, BankQuestion *question);
