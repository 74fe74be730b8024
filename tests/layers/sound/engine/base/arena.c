#include "base/arena.h"

#include <stdlib.h>

void *give(void) {
    return malloc(1);
}
