#include "records/leitner.h"

static const int32_t WAITS[LEITNER_BOXES] = {1, 3, 7, 16, 35};

int32_t leitner_wait(int32_t box) {
    return box >= 1 && box <= LEITNER_BOXES ? WAITS[box - 1] : 0;
}

static int32_t at_most(int32_t days) {
    int32_t most = WAITS[LEITNER_BOXES - 1];
    return days < most ? days : most;
}

LeitnerClock leitner_clock_start(LeitnerClock clock, int32_t date) {
    if (date <= 0 || date == clock.seen) { // no date at all tells as little as the same again
        clock.starts++;
        if (clock.starts == LEITNER_STARTS) {
            clock.day++;
            clock.starts = 0;
        }
        return clock;
    }
    int32_t gone = clock.seen == 0 ? 0 : date < clock.seen ? 1 : at_most(date - clock.seen);
    return (LeitnerClock){.day = clock.day + gone, .seen = date};
}

bool leitner_is_due(LeitnerCard card, int32_t day) {
    return card.box >= 1 && card.box <= LEITNER_BOXES && card.due <= day;
}

LeitnerCard leitner_answer(LeitnerCard card, int32_t day, bool mastered) {
    if (mastered && card.box > 0 && !leitner_is_due(card, day)) {
        return card;
    }
    int32_t box = mastered && card.box > 0 ? card.box + 1 : 1;
    return (LeitnerCard){.box = box, .due = day + leitner_wait(box)};
}

LeitnerCard leitner_mend(LeitnerCard card, int32_t day) {
    int32_t latest = day + leitner_wait(card.box);
    return (LeitnerCard){.box = card.box, .due = card.due > latest ? latest : card.due};
}
