// Shared by the parts of the report. Internal to report/html_analysis*.c.
#pragma once

#include "analysis/debate.h"
#include "report/html_analysis.h"
#include "report/html_text.h"

typedef struct {
    const FiguresOf *of;
    StrBuilder out;
} Sheet;

// A part of a sentence, which stands in a slot of it.
typedef enum { PART_WORDS, PART_CASE, PART_COUNT_OF, PART_PERCENT, PART_DAY } PartKind;

typedef struct {
    PartKind kind;
    Str text;     // words of ours, of the case, or a day
    double value; // a count; a share, 0 … 1
} Part;

#define WORDS_PART(words) ((Part){.text = (words)})
#define CASE_PART(words) ((Part){.kind = PART_CASE, .text = (words)})
#define COUNT_PART(number) ((Part){.kind = PART_COUNT_OF, .value = (double)(number)})
#define SHARE_PART(share) ((Part){.kind = PART_PERCENT, .value = (share)})

const Scenario *sheet_scenario(const Sheet *sheet);
const Ask *sheet_ask(const Sheet *sheet, SceneId scene);
Str sheet_words(const Sheet *sheet, Str source);
void sheet_add(Sheet *sheet, const char *markup); // as it is
void sheet_add_words(Sheet *sheet, const char *tag, const char *name, Str source);
void sheet_add_part(Sheet *sheet, Part part);
// A source of the catalogue, or what catalog_plural gave of one, with its slots filled.
void sheet_add_sentence(Sheet *sheet, Str source, const Part *parts);
void sheet_add_case(Sheet *sheet, Str text); // words of the case, which say their language
void sheet_add_figure(Sheet *sheet, double value, int32_t decimals, Str unit); // unit: a source with {0}, or empty
void sheet_add_share(Sheet *sheet, Figure share);                              // 0 … 1, told in percent
void sheet_add_lack(Sheet *sheet, Lack lack);
void sheet_add_decision(Sheet *sheet, SceneId scene); // "3 · Title"

// A table: its columns are added, then its head ends; or they are all ours, the last one empty.
void sheet_begin_table(Sheet *sheet, const char *name, Str caption);
void sheet_add_column(Sheet *sheet, Part part);
void sheet_end_head(Sheet *sheet);
void sheet_begin_columns(Sheet *sheet, const char *name, Str caption, const Str *columns);
void sheet_add_cell(Sheet *sheet, Part part);
void sheet_add_share_cell(Sheet *sheet, Figure share);
void sheet_end_row(Sheet *sheet);
void sheet_end_table(Sheet *sheet);

void sheet_add_debate(Sheet *sheet, const Debate *debate); // html_analysis_debate.c

// html_analysis_chart.c: one decision, before and after the talk. NULL: none has anything that may be shown.
const AnalysisDecision *chart_find(const Sheet *sheet, const Debate *debate);
void chart_add(Sheet *sheet, const AnalysisDecision *decision);
Str chart_letter(const Sheet *sheet, const Ask *ask, int32_t cell); // "A"; empty of what has none

// html_analysis_answers.c, html_analysis_annex.c
void answers_add(Sheet *sheet, const AnalysisDecision *decision);
void annex_add(Sheet *sheet, const AnalysisDecision *charted);

// html_analysis_met.c
void sheet_add_met(Sheet *sheet);
void sheet_add_profiles(Sheet *sheet);

// html_analysis.c
void sheet_add_days(Sheet *sheet, Str first, Str last);
void sheet_add_plural(Sheet *sheet, Str one, Str many, int32_t count);
void sheet_add_counted(Sheet *sheet); // which answer counts

void sheet_add_versions(Sheet *sheet); // html_versions.c: of two texts of a case
