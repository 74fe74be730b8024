// What hurried fingers type in French, put right before the detectors look at it, so that « jvous dit pas que cest
// réglé » is seen as « je vous dit pas que c'est réglé ». Nothing else is changed, and a word of French is never taken
// for another one.
//
//     Utf8Folded folded = utf8_fold(&arena, text, LIMIT_ANSWER_CHARS);
//     folded = respell_french(&arena, folded);
//
// Put right are: what is written as it is heard or shortened (« qd », « vs », « jpeux »); apostrophes left out or
// written as spaces, before the words that matter (« cest », « d accord »); hyphens of questions and orders (« pouvez
// vous »); letters swapped, doubled, left out or added in the words that matter, when what is written is no word
// (« comprneds », « rapelle »). Which words matter is told in scenario/respell_words.c.
#pragma once

#include "base/utf8.h"

// `places` leads to the original, as utf8_fold's: what a word became stands where that word stood, so that a range of
// it shows the whole word. Pushes the result onto the arena.
Utf8Folded respell_french(Arena *arena, Utf8Folded folded);
