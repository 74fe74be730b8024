// The counts of a vote as far as they may be told: the rule of five, held where counts are joined.
//
// Five counts voters. Of fewer nothing is told to anybody. Of five or more whoever kept the session sees all counts;
// what leaves the room, and what sets groups side by side, hides the cells of few, so that no file and no difference
// of two of them can tell how fewer than five people answered:
//
//     Disclosed one, out = {0}, own = {0};
//     if (disclosed_open(&vote, &one)) {          // false: fewer than five people voted
//         disclosed_join(&own, &one);             // … as one looks at them; of several votes disclosed_hide(&own)
//         disclosed_hide(&one);
//         disclosed_join(&out, &one);             // … as they may leave
//     }
//
// A row is a choice, a multiple, or one item of a rate or a classify; its cells are the places in the order of the
// case, then the abstentions. `of` is how many could raise a hand there: who voted, abstentions among them, where the
// answer was offered; at a `multiple`, where each place is a yes or no of its own, all who were present.
//
// One vote:
//     A cell of 1 to 4 is hidden, and with it each smaller than five, none at all among them, and as many of the
//     smallest others as it takes until those that are hidden hold at least five people (complementary suppression:
//     Hundepool et al., "Statistical Disclosure Control", Wiley 2012, 4.3). So no hidden cell follows from the others.
//     At a `multiple` all are hidden when one, or what one leaves of those present, is 1 to 4: how many hands each has
//     to raise may be known.
// Several votes that leave together:
//     A cell is hidden when it is in any of them. So what is told of several is a sum of what is told of each, and
//     subtracting one report from another gives nothing that was not told anyway.
// Several votes that one looks at oneself:
//     All counts are added first, and cells of the sum hidden as those of one vote. Subtracting would give the rest,
//     but whoever can do that can look at each session by itself.
//
// How many voted is told. Who raised no hand at all stands in no cell.
#pragma once

#include "group/tally.h"

enum { DISCLOSED_LEAST = 5, DISCLOSED_ABSTAINED = TALLY_PLACES, DISCLOSED_CELLS };

typedef struct {
    int64_t hands; // 0 when it is hidden
    int64_t of;    // 0: this answer was never offered
    bool hidden;
} DisclosedCell;

typedef struct {
    int32_t rows, places; // as of a Tally
    bool several;
    int64_t voters[LIMIT_ITEMS]; // of each row
    DisclosedCell cells[LIMIT_ITEMS][DISCLOSED_CELLS];
} Disclosed;

typedef struct {
    Tally tally;      // places in the order of the case
    uint32_t offered; // bit i: the i-th place could be chosen
    int32_t present;  // looked at for `several` alone
} DisclosedVote;

bool disclosed_open(const DisclosedVote *vote, Disclosed *disclosed); // all counts, for one's own eyes
void disclosed_hide(Disclosed *disclosed);                            // those of few people
void disclosed_join(Disclosed *whole, const Disclosed *part);         // a zeroed whole is fine

// The counts, without places that were never offered in `a` (nor in `b`, NULL: it alone counts), for the figures of
// group/tally.h. False: a cell is hidden, so that a figure of all of them must be too.
bool disclosed_tally(const Disclosed *a, const Disclosed *b, Tally *tally);
