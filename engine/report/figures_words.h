// Words of the columns: those that are the same in every language, and those that people read. Internal to
// report/figures*.c and report/html_analysis*.c.
#pragma once

#include "report/figures.h"

enum { FIGURES_DECIMALS = 6 };

Str figures_unit_word(FiguresUnit unit);          // "percent"
Str figures_lack_word(Lack lack);                 // "hidden"; empty of what lacks nothing
Str figures_counted_word(AnalysisAnswer counted); // "last"

// figures_titles.c
Str figures_table_word(int32_t which);                      // of the tables, from 0: "decision"; empty after the last
Str figures_table_text(const FiguresOf *of, int32_t which); // "Decisions"
SpreadsheetColumn figures_column(const FiguresOf *of, Str table, Str column); // a measure, or a column before them
Str figures_lack_text(const FiguresOf *of, Lack lack);                        // "hidden"
Str figures_round_text(const FiguresOf *of, Str round);                       // "before the talk"
Str figures_counted_text(const FiguresOf *of, AnalysisAnswer counted);
