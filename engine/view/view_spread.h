// Something that several sessions have at each point of their walks: a line through the medians, and between the first
// and the third quartile a band.
//
//     view_spread(ui, &(ViewSpread){.name = name, .told = told, .points = gauge->rows, .count = gauge->count,
//                                   .whole = 17, .labels = labels, .least = 0, .most = 100, .ends = {S("0"),
//                                   S("100")}});
//
// It takes the width that is left. Who does not see it is told `told`.
#pragma once

#include "analysis/stats.h"
#include "ui/widgets.h"

typedef struct {
    Str name, told;
    const Spread *points;
    const Str *labels; // below them
    int32_t count;     // from 1
    int32_t whole;     // of them, the first: those that all sessions came to; the others are hollow
    int32_t least, most;
    Str ends[2]; // the same in words, the least first
} ViewSpread;

void view_spread(Ui *ui, const ViewSpread *spread);
