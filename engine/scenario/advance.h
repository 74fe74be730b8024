// How wide text is in the shipped font (Atkinson Hyperlegible Next, Regular), so that the core can tell what fits a
// page without drawing it. Widths are in 1/1000 em, without kerning.
#pragma once

#include "base/str.h"

int32_t advance_of(int32_t code); // a character that the font lacks counts as a whole em

// How many lines `text` takes in a column, broken greedily at spaces as French wants it: never at a no-break space, nor
// before » ; : ! ?, nor after «. A word that is wider than the column is cut. Marks of emphasis take no room; an empty
// line between paragraphs counts.
int32_t advance_count_lines(Str text, int32_t width);

// Never less than that, and told without looking for words: enough to see that most texts fit.
int32_t advance_most_lines(Str text, int32_t width);
