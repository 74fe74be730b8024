#include "group/ballot.h"

bool ballot_look(char letter, BallotLook *look) {
    static const BallotLook LOOKS[] = {{TINT_TEAL, BALLOT_PLAIN},      {TINT_OCHRE, BALLOT_STRIPES},
                                       {TINT_TERRACOTTA, BALLOT_DOTS}, {TINT_PLUM, BALLOT_BARS},
                                       {TINT_SAND, BALLOT_CHECKS},     {TINT_TEAL, BALLOT_LINES},
                                       {TINT_OCHRE, BALLOT_CHEVRONS},  {TINT_TERRACOTTA, BALLOT_FRAME}};
    bool is_one = letter >= 'A' && letter - 'A' < COUNT(LOOKS);
    *look = is_one ? LOOKS[letter - 'A'] : (BallotLook){0};
    return is_one;
}
