// A small app with two windows. The presenter counts: `a` or its button adds one, and there is a field. The audience
// sees the count. In either window `n` makes the audience black and back, `c` closes it, `o` opens it again, and `w`
// lets the window that is asked ask for itself every 10 ms until `w` is pressed there again.
#pragma once

#include "platform/window.h"

enum { PAIR_INPUTS = 64 };

typedef enum { PAIR_PRESENTER, PAIR_AUDIENCE, PAIR_WINDOWS } PairWindow;

typedef struct {
    Machine *machine;
    Error error;
    int32_t votes;
    bool black;
    bool ticks[PAIR_WINDOWS];
    int32_t asked[PAIR_WINDOWS]; // how often each window was asked for a frame
    UiInput given[PAIR_WINDOWS][PAIR_INPUTS];
    void (*after)(void *context, PairWindow window); // each answer, for tests that push events
} Pair;

extern const Str PAIR_NAMES[PAIR_WINDOWS];

void pair_begin(Pair *pair, const char *script); // opens both windows; an empty script: on a display
void pair_open(Pair *pair, PairWindow window);
bool pair_run(Pair *pair);
void pair_end(Pair *pair);
