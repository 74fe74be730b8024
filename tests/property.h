// How many times as long the tests that draw numbers run: PALABRE_PROPERTY_FACTOR, which the longer runs set; else 1.
#pragma once

#include "base/str.h"

#include <stdlib.h>

static inline int32_t property_factor(void) {
    int32_t factor = 0;
    return str_to_int(str_from_c(getenv("PALABRE_PROPERTY_FACTOR")), &factor) && factor > 0 ? factor : 1;
}
