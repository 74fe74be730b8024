// The smaller, the larger, and what lies between.
#pragma once

#include <stdint.h>

static inline int32_t min(int32_t a, int32_t b) {
    return a < b ? a : b;
}

static inline int32_t max(int32_t a, int32_t b) {
    return a > b ? a : b;
}

static inline int32_t clamp(int32_t value, int32_t least, int32_t most) {
    return min(max(value, least), most);
}
