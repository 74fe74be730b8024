// Finds what looks like somebody's real data in the texts of a case: a French telephone number, an e-mail address, an
// IBAN or a social-security number. A scan by hand, not a detector: it reads megabytes while an author types.
//
// Left alone: numbers that begin with 08, which are never a person's, and those that the French regulator keeps for
// fiction (Arcep: 01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36 49 and 06 39 98).
#pragma once

#include "base/str.h"

typedef struct {
    int32_t from, to; // bytes; both 0 when there is none
} PersonalPart;

PersonalPart personal_find(Str text, int32_t from); // the first that begins at or after byte `from`
