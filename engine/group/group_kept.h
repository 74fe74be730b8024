// What is kept of a session once the group agrees: the lines of its log that replay it, with its votes, without what
// was typed unless that is wanted too.
//
//     Str lines = group_kept_lines(&arena, group, false);   // to a store (records/store.h)
//
// Left out without words: the sentences and ideas that were noted, the page, and the text of answers in own words, of
// which what was noticed stays. A vote of fewer than TALLY_FEW people, if only on one of its items, is left out
// in any case, for its counts would tell who gave them; and so are one that was counted again and the hands while they
// were counted: what is between two counts may be one person.
#pragma once

#include "group/group.h"

Str group_kept_lines(Arena *arena, const Group *group, bool with_words); // each with its end
bool group_keeps_votes(const Group *group);                              // one of them at least is not left out
