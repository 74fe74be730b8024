// The curves of a debrief as pictures in a page of HTML: colours, marks and numbers are those of the screen.
#pragma once

#include "told/debrief.h"

typedef struct {
    const ToldDebrief *debrief;
    uint32_t drawn; // bit i: its i-th curve; none of them: those that lead
} HtmlCurve;

Str html_tint(Tint tint); // "#1F6F6B": as in the window's theme of paper
void html_add_legend(StrBuilder *page, const HtmlCurve *curve);
// Twice: one as wide as a sheet of paper, one for a telephone, where its letters would be too small; the classes "wide"
// and "narrow" let the page's style show one.
void html_add_curves(StrBuilder *page, const HtmlCurve *curve);
