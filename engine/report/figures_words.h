// Words of the columns, the same in every language. Internal to report/figures*.c.
#pragma once

#include "report/figures.h"

enum { FIGURES_DECIMALS = 6 };

Str figures_unit_word(FiguresUnit unit);          // "percent"
Str figures_lack_word(Lack lack);                 // "hidden"; empty of what lacks nothing
Str figures_counted_word(AnalysisAnswer counted); // "last"
