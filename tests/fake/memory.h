// How much memory the program holds from the system's allocator, so that a test can see that it does not grow. It sees
// a block of an arena (64 KiB and more), not what is taken of it: what may grow must come about often.
#pragma once

#include <stdint.h>

int64_t memory_in_use(void); // bytes
