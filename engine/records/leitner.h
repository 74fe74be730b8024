// When a question comes back, after S. Leitner (“So lernt man lernen”, 1972): five boxes, whose waiting times are
// 1, 3, 7, 16 and 35 days. What is mastered goes on to the next box, out of the last one it is known
// and does not come back; what is not goes to the first.
//
//     LeitnerClock clock = leitner_clock_start(kept, date_days(today));   // once a start of the program
//     if (leitner_is_due(card, clock.day)) { … card = leitner_answer(card, clock.day, mastered); }
//
// The days are the program's own, for the clock of a computer may lie: its battery is empty and each start is the same
// day, or it stood in the year 2040 for an evening. Own days never go back; a start moves them on
//   - by the days that have gone by, but never by more than the last box waits, so that a date far ahead brings things
//     back early and cannot put them off;
//   - by one when the date went back, for nobody knows how long it has been;
//   - by one at each LEITNER_STARTS-th start on one and the same date, so that a clock that stands still puts nothing
//     off for ever.
// So nothing waits for more starts than LEITNER_STARTS × 35, whatever the clock says.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum { LEITNER_BOXES = 5, LEITNER_KNOWN = LEITNER_BOXES + 1, LEITNER_STARTS = 10 };

typedef struct {
    int32_t day;    // of the program's own
    int32_t seen;   // date_days of the last start; 0: there was none
    int32_t starts; // on that date, after the first
} LeitnerClock;

typedef struct {
    int32_t box; // from 1; LEITNER_KNOWN: out of the last; 0: new
    int32_t due; // an own day
} LeitnerCard;

LeitnerClock leitner_clock_start(LeitnerClock clock, int32_t date);
int32_t leitner_wait(int32_t box); // days
bool leitner_is_due(LeitnerCard card, int32_t day);
// What is mastered before it is due stays where it is: seeing it twice an evening teaches nothing more.
LeitnerCard leitner_answer(LeitnerCard card, int32_t day, bool mastered);
// As it was read: what waits longer than its box does comes back after that, also where the own days began anew.
LeitnerCard leitner_mend(LeitnerCard card, int32_t day);
