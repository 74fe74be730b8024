// GIFT, the text format of Moodle's question banks, as Moodle's own reader takes it, and Cloze written inside.
#pragma once

#include "exchange/bank.h"

// One reading of a text, which is UTF-8 without a byte order mark, a part at a time, so that of a large bank only some
// questions are in memory. What the rows of the report borrow is the bank's, too: see loss_keep.
//
//     Gift *gift = gift_begin(&arena, &scratch, &bank, text, &report);
//     for (bool more = true; more;) {
//         more = gift_read(gift);
//         …bank has the next questions…
//         if (more) { loss_keep(&report); bank_empty(&bank); …and its arena may be rewound… }
//     }
typedef struct Gift Gift;

Gift *gift_begin(Arena *arena, Arena *scratch, Bank *bank, Str text, LossReport *report);
bool gift_read(Gift *gift); // false: those were the last
Str gift_write(Arena *arena, Arena *scratch, const Bank *bank, LossReport *report);

bool gift_is(Str text); // whether it looks like one
