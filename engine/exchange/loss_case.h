// What is told of a case while it is written as something else: places in its bytes become lines of its file.
#pragma once

#include "exchange/loss.h"

typedef struct {
    LossReport *report;
    Str bytes;          // of the case
    int32_t seen, line; // bytes whose line ends are counted, and how many there were
} CaseLoss;

int32_t loss_case_line(CaseLoss *loss, int32_t place);
void loss_case_tell(CaseLoss *loss, Construct construct, Became became, LossReason reason, int32_t place, Str about);
// Found and settled; REASON_NONE tells nothing of it.
void loss_case_judge(CaseLoss *loss, Construct construct, Became became, LossReason reason, int32_t place, Str about);
void loss_case_convert(CaseLoss *loss, Construct construct);
