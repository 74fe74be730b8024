// The sentences of findings, in English, as the catalogue's source texts. Internal to findings.c.
#pragma once

#include "scenario/findings.h"

typedef struct {
    Str message; // what is wrong; {0} … {3} are the finding's arguments
    Str advice;  // what to do
} FindingWords;

typedef struct {
    Str code;
    Severity severity;
    const FindingWords *variants;
    int32_t variant_count;
} FindingKind;

extern const FindingKind FINDING_KINDS[FINDING_COUNT];
