// Tells what a text must hold for a pattern to fit somewhere in it, so that most patterns need not be tried on most
// texts: a counted match of a hundred alternatives at every word costs a hundred times what this does.
//
//     PatternNeed need = pattern_need(&arena, prepared.text);    // once; prepared: see scenario/pattern.h
//     const HeldSigns *held = signs_held(&scratch, folded.text); // once for all patterns
//     if (pattern_may_fit(need, held)) { …match… }
//
// It is told by runs of three signs: letters without case, a run of space, an apostrophe, a hyphen, anything else, and
// the edge of a word. Of a pattern only its literal characters count, and of its alternatives one is enough. What is
// not understood of a pattern needs nothing: a text that may not fit surely does not, and one that may need not.
#pragma once

#include "base/str.h"

typedef struct {
    const uint16_t *items; // a run of three, or how many of the items after it are a group's or one of its branches'
    int32_t count;         // 0: needs nothing
} PatternNeed;

typedef struct HeldSigns HeldSigns;

PatternNeed pattern_need(Arena *arena, Str prepared); // of a pattern that PCRE2 has compiled
const HeldSigns *signs_held(Arena *arena, Str text);
bool pattern_may_fit(PatternNeed need, const HeldSigns *held);
