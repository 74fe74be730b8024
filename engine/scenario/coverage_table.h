// Internal to drawable.c: the characters past Latin Extended-A that the shipped fonts draw in every face.
#pragma once

#include <stdint.h>

typedef struct {
    int32_t first, last;
} CoverageRange;

extern const CoverageRange COVERAGE[]; // ascending
extern const int32_t COVERAGE_COUNT;
