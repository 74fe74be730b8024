// One decision before and after the talk: where two votes were taken, a line for each answer from its share in the
// first to that in the second; where one was, a bar for each.
//
//     view_votes(ui, &(ViewVotes){.count = 4, .shares = shares, .rounds = {true, true}, .heads = heads, .name = name});
//
// Answers are told apart by their letters, and as on the room's screen by their colours (group/ballot.h). Who does not
// see the picture is told the shares.
#pragma once

#include "ui/widgets.h"

enum { VIEW_VOTES_MOST = 8, VIEW_VOTES_HIDDEN = -1, VIEW_VOTES_NONE = -2 }; // none: it was not offered

typedef struct {
    Str name; // of the picture
    int32_t count;
    int32_t shares[2][VIEW_VOTES_MOST]; // permille, of the answers A, B, C … in the two rounds
    bool rounds[2];                     // that were voted in, one at least
    Str heads[2];                       // "before the talk"
} ViewVotes;

void view_votes(Ui *ui, const ViewVotes *votes); // takes the width that is left
