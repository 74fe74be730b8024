// French typography while one types: what was just typed, mended by the rules of scenario/typography.h. What stood
// there before is left as it is, so that whoever undoes a mend keeps what was typed.
//
//     Str mended = typing_mend(&arena, before, after);   // `after` itself where nothing is to be mended
//
// A fault that the next letter may undo is mended by the letter after it: 14:30 and https://… come out whole. Nothing
// is mended where letters only went.
#pragma once

#include "base/str.h"

Str typing_mend(Arena *arena, Str before, Str after);
