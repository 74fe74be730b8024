#include "base/random.h"

#include "base/error.h"

// The stream of the reference implementation's demonstration, so that its published numbers check this one.
static const uint64_t MULTIPLIER = 6364136223846793005u;
static const uint64_t INCREMENT = 54u << 1 | 1;

Random random_from_seed(uint64_t seed) {
    Random random = {INCREMENT + seed};
    random_next(&random);
    return random;
}

uint32_t random_next(Random *random) {
    uint64_t state = random->state;
    random->state = state * MULTIPLIER + INCREMENT;
    uint32_t shifted = (uint32_t)((state >> 18 ^ state) >> 27);
    uint32_t turn = (uint32_t)(state >> 59);
    return shifted >> turn | shifted << (-turn & 31);
}

// The lowest 2^32 mod limit values are drawn again: what remains is a multiple of the limit.
int32_t random_below(Random *random, int32_t limit) {
    ASSERT(limit > 0);
    uint32_t range = (uint32_t)limit;
    uint32_t drawn = random_next(random);
    while (drawn < -range % range) {
        drawn = random_next(random);
    }
    return (int32_t)(drawn % range);
}
