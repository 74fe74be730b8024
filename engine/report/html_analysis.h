// The report of an analysis as one HTML page that stands alone, to be printed on A4: first a sheet that starts the next
// meeting (what happened, what to talk about, one picture with its table), then all figures in tables.
//
//     Str page = html_analysis(&(FiguresOf){.arena = &arena, .catalog = &catalog, .analysis = &analysis, …});
//
// Of two texts of a case side by side: what was changed, and what was answered to each.
//
// Each figure on it is one of figures_list: it stands in a <data> (a day in a <time>), whose value is that of the CSV.
// Texts of the case carry its language. There is no script; the page numbers are the style's.
#pragma once

#include "report/figures.h"

Str html_analysis(const FiguresOf *of);
