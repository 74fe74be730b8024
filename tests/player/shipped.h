// The cases that come with Palabre.
#pragma once

#include "base/file.h"

// Their paths, from the folder in which tests run: every `step`-th, or in a longer run (PALABRE_PROPERTY_FACTOR) all.
FileList shipped_cases(Arena *arena, int32_t step);
