// How the answers A, B, C … are told apart besides their letters: on the cards that are held up, and on the screen that
// the room sees. Each has a colour and a pattern of its own, so that a black print and an eye that knows no colours do.
#pragma once

#include "scenario/framework.h"

typedef enum {
    BALLOT_PLAIN,
    BALLOT_STRIPES, // slanting
    BALLOT_DOTS,
    BALLOT_BARS, // lying
    BALLOT_CHECKS,
    BALLOT_LINES, // standing
    BALLOT_CHEVRONS,
    BALLOT_FRAME // an outline
} BallotPattern;

typedef struct {
    Tint tint;
    BallotPattern pattern;
} BallotLook;

bool ballot_look(char letter, BallotLook *look); // false: no letter of an answer
