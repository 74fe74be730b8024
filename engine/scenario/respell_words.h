// What French words scenario/respell.h knows: all folded, without capitals.
#pragma once

#include "base/str.h"

Str respell_shortened(Str word); // in full, empty when `word` is none that is shortened: « qd » gives « quand »
bool respell_matters(Str word);  // it is put right, and found behind an apostrophe that was left out
bool respell_is_real(Str word);  // a word of French that looks like one that matters, to be left alone

// The word that matters and that `word` is a slip of; empty when there is none, or none that is nearer than another.
Str respell_nearest(Str word);

// Whether `word` stands in one of `count` lines of words, all of them in order.
bool respell_is_among(const Str *lines, int32_t count, Str word);
