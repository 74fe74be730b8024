// A small seeded generator (PCG XSH-RR 64/32, O'Neill 2014): same seed, same numbers, on every machine, for ever. Seeds
// come in from outside; nothing in the core looks at a clock or at the system's entropy.
#pragma once

#include <stdint.h>

typedef struct {
    uint64_t state;
} Random;

Random random_from_seed(uint64_t seed);
uint32_t random_next(Random *random);
int32_t random_below(Random *random, int32_t limit); // 0 … limit-1, without bias; limit > 0
