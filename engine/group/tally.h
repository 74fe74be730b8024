// Hands that are counted for one decision, and what the counts say. Pure: no text, no clock.
//
// A tally has rows and places. A `choice` and a `multiple` have one row, a place for each answer that is shown; a
// `rate` has a row for each item and a place for each level, a `classify` a row for each item and a place for each bin.
// Rows are in the order in which the items are shown.
//
//     Tally tally = {.rows = 1, .places = 4};
//     tally_add(&tally, 0, 2);                    // one hand for the third answer
//     tally_abstain(&tally, 0);
//     tally_take_last(&tally);                    // … taken back
//     Share dispersion = tally_dispersion(&tally);
//
// Formulas (docs/FORMAT.md, "Votes"): p is the share of a place among the hands of its row, abstentions left out, and k
// the number of places. Of several rows, the mean, to a millionth; of one row the share is exact. `of` 0: there is no
// such figure, for nobody raised a hand, or hands are not shares of a whole (`several`).
#pragma once

#include "base/limits.h"
#include "session/answer.h"

enum {
    TALLY_PLACES = 8, // LIMIT_OPTIONS of a multiple; a choice has 6, own words among them
    TALLY_MOST = 999, // people in a room, and hands at one place
    TALLY_FEW = 5,    // voters; of fewer the counts would tell who raised which hand
    TALLY_STEPS = 64  // counted last, that can be taken back one by one
};

typedef struct {
    int32_t rows, places;
    bool several; // each person may raise a hand for several places
    int32_t hands[LIMIT_ITEMS][TALLY_PLACES];
    int32_t abstained[LIMIT_ITEMS];
    struct {
        uint8_t row, place; // place TALLY_PLACES: an abstention
    } last[TALLY_STEPS];    // a ring
    int32_t steps;          // that were taken since it began
    int32_t undone_to;      // … below which none can be taken back
} Tally;

// What is out of range, or would fall below 0 or rise above TALLY_MOST, changes nothing and gives false.
bool tally_add(Tally *tally, int32_t row, int32_t place);
bool tally_take(Tally *tally, int32_t row, int32_t place);
bool tally_abstain(Tally *tally, int32_t row);
bool tally_unabstain(Tally *tally, int32_t row);
bool tally_take_last(Tally *tally); // the last hand or abstention that was added

int32_t tally_hands(const Tally *tally, int32_t row);    // of all its places
int32_t tally_most(const Tally *tally, int32_t row);     // … at one place, also where several have as many
int32_t tally_answered(const Tally *tally, int32_t row); // … and who abstained; of `several`, the most at one place
// The place with the most hands in this row; -1 when there are none, or several have as many.
int32_t tally_leading(const Tally *tally, int32_t row);
// Fewer than TALLY_FEW voted, if only on one of its items; an item that nobody voted on has no counts that tell.
bool tally_is_of_few(const Tally *tally);

void tally_join(Tally *whole, const Tally *part); // adds its hands and abstentions, not as steps that can be taken back

Share tally_dispersion(const Tally *tally); // D = (1 − Σp²) ÷ (1 − 1/k): 0 all agree, 1 all differ
Share tally_shift(const Tally *before, const Tally *after);      // T = ½ Σ|p − q|: how much the talk moved
Share tally_concordance(const Tally *tally, const Tally *panel); // Σ p·n ÷ max(n), n what the panel counts
