#include "exchange/loss_case.h"

int32_t loss_case_line(CaseLoss *loss, int32_t place) {
    for (; loss->seen < place; loss->seen++) {
        loss->line += loss->bytes.text[loss->seen] == '\n';
    }
    for (; loss->seen > place; loss->seen--) {
        loss->line -= loss->bytes.text[loss->seen - 1] == '\n';
    }
    return loss->line + 1;
}

void loss_case_tell(CaseLoss *loss, Construct construct, Became became, LossReason reason, int32_t place, Str about) {
    loss_tell(loss->report, &(Loss){.construct = construct,
                                    .became = became,
                                    .reason = reason,
                                    .line = loss_case_line(loss, place),
                                    .about = about});
}

void loss_case_judge(CaseLoss *loss, Construct construct, Became became, LossReason reason, int32_t place, Str about) {
    loss_find(loss->report, construct);
    loss_settle(loss->report, construct, became);
    if (reason != REASON_NONE) {
        loss_case_tell(loss, construct, became, reason, place, about);
    }
}

void loss_case_convert(CaseLoss *loss, Construct construct) {
    loss_case_judge(loss, construct, BECAME_CONVERTED, REASON_NONE, 0, (Str){0});
}
