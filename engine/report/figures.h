// All that an analysis says in figures, a row each, for programs and spreadsheets: whatever stands on the page of a
// report (report/html_analysis.h) stands here too.
//
//     FiguresTable table = figures_list(&(FiguresOf){.arena = &arena, .catalog = &catalog, .analysis = &analysis, …});
//     Str csv = figures_write_csv(&arena, &table, FIGURES_SEMICOLON_COMMA);
//
// Columns, named in English in every language:
//
//     table      what the row belongs to: case, ending, way, profile, step, flow, trap, attitude, detector, passage,
//                decision, vote, answer, move, option, sure, gauge, items, competency; where two groups or days are
//                compared, besides: group, parting, group-decision, group-vote, group-option; where two texts of the
//                case stand side by side: version, changes, change, vote-pair, answer-pair, option-pair
//     counted    first, last: which answer counts where a group went back (analysis/analysis.h)
//     decision   scene-ID
//     title      … its title
//     round      before, after: of the talk
//     item       item-ID, of a rate or a classify; of a move the answer after the talk; of a profile competency-ID; of
//                what one of two that are compared followed group-1, group-2
//     answer     option-ID, own-words, level-N, bin-ID, abstained; ending-ID, unfinished; way-N; gauge-ID; sure-N;
//                competency-ID; trap-ID, attitude-ID, detector-ID; of a flow the scene that comes next, scene-ID,
//                ending-ID; of a passage through a step the scene; of two that are compared group-1, group-2;
//                of a text version-N, the latest is 1
//     text       … in words
//     point      a place in an order, from 1; of a gauge the decisions made, from 0
//     measure    what the value is of; of a way or a step that the trainer jumped to, `jumped` too; of two texts
//                first-…, second-…
//     value      a number, or a day
//     unit       count, percent, minutes, points, yes-no, day
//     missing    why there is no value: nothing, hidden, people, items, variance (analysis/stats.h)
//
// Where judgement is suspended (docs/FORMAT.md, `debrief`) there are no rows of marks.
//
// Spreadsheets guess. What they would take for a number, a date or a formula is none here: an id begins with a word,
// and texts of the case, whatever an author wrote, stand in quotation marks, as do labels of groups.
#pragma once

#include "analysis/analysis.h"
#include "analysis/versions.h"
#include "base/catalog.h"
#include "report/spreadsheet.h"
#include "scenario/framework.h"

// One of two groups, days, or texts of the case, that stand side by side.
typedef struct {
    Str label, day; // an empty label: of the day
    const AnalysisOut *analysis;
    int32_t version;         // of a text: its number, the latest is 1; else 0
    Str first_day, last_day; // … of its sessions
} FiguresSide;

enum { FIGURES_SIDES = 2 };

typedef struct {
    Arena *arena; // keeps what is made
    const Catalog *catalog;
    const AnalysisOut *analysis;
    const Framework *framework; // names of traps and attitudes; NULL: their ids stand for them
    Str language;               // of the catalogue's words: "fr", "en"
    Str first_day, last_day;    // of its sessions, YYYY-MM-DD
    Str group;                  // the label that they share; may be empty
    const FiguresSide *sides;   // two of them, of which is told where they part first; NULL: none are compared
    // Of the texts that the sides played, the older first: nothing else is told then, and `analysis` is that of the
    // second. NULL: all is of one text.
    const Versions *versions;
} FiguresOf;

// Where the ways that most sessions of each side took part first. Both are NULL where one side has no way to be told.
typedef struct {
    const AnalysisWay *ways[FIGURES_SIDES];
    int32_t at; // the decision at which both answered otherwise, from 1; 0: they part nowhere, or by no answer
} FiguresParting;

FiguresParting figures_parting(const FiguresSide *sides);
Str figures_side_name(const FiguresOf *of, const FiguresSide *side); // of `of`: "the older text", the label or the day

// Of two texts: what is asked of one alone; the counts of an answer and what became of it there, NULL: there are none.
const AnalysisDecision *figures_decision_of(const FiguresOf *of, const VersionsDecision *decision, int32_t side);
Str figures_change_text(const FiguresOf *of, const VersionsDecision *decision); // "the answers were changed"
FiguresOf figures_of_side(const FiguresOf *of, int32_t side);
const DisclosedCell *figures_cell(const FiguresOf *of, const VersionsDecision *decision, const VersionsAnswer *answer,
                                  int32_t side, int32_t round);
const AnalysisOption *figures_option(const FiguresOf *of, const VersionsDecision *decision,
                                     const VersionsAnswer *answer, int32_t side);

typedef enum {
    FIGURES_COUNT,
    FIGURES_PERCENT,
    FIGURES_MINUTES,
    FIGURES_POINTS, // of a gauge, or marks
    FIGURES_YES_NO, // 1, 0
    FIGURES_DAY,
    FIGURES_UNIT_COUNT
} FiguresUnit;

enum { FIGURES_NO_POINT = -1 };

typedef struct {
    Str table, decision, title, round, item, answer, text;
    int32_t point; // FIGURES_NO_POINT
    Str measure;
    FiguresUnit unit;
    Figure figure;
    Str day; // of FIGURES_DAY
} FiguresRow;

typedef struct {
    AnalysisAnswer counted;
    ROWS_OF(FiguresRow);
} FiguresTable;

// One of its sessions: the days and the label that all of them share. Each is told before anything is made.
void figures_note_session(FiguresOf *of, Str begun, Str label);

FiguresTable figures_list(const FiguresOf *of);

// A decimal number: no exponent, no grouping, ASCII signs, no more decimals than it takes.
Str figures_number(Arena *arena, double value, int32_t decimals, char point);
// The same for who reads that language: with its decimal comma or point, and a true minus.
Str figures_told_number(Arena *arena, Str language, double value, int32_t decimals);

// UTF-8, lines end with CR LF.
typedef enum {
    FIGURES_SEMICOLON_COMMA, // ";" and a decimal comma, with a byte order mark: what a French spreadsheet opens
    FIGURES_SEMICOLON_POINT, // ";" and a point, with a byte order mark: an English one
    FIGURES_PLAIN            // "," and a point, no mark
} FiguresCsv;

FiguresCsv figures_csv_kind(Str language); // that a spreadsheet in that language opens
Str figures_write_csv(Arena *arena, const FiguresTable *table, FiguresCsv kind);

// The same as JSON: a row is an object with the columns that it has; a value that is missing is null. Its schema is
// data/report.schema.json.
Str figures_write_json(const FiguresOf *of, const FiguresTable *table);

// The same as a workbook (report/spreadsheet.h), a sheet for each table: its measures are columns, with their names in
// the catalogue's language and, in a note, what they mean and how the CSV calls them. Shares are of one, not of a
// hundred.
Spreadsheet figures_book(const FiguresOf *of, const FiguresTable *figures);

Str figures_report_title(const FiguresOf *of); // names the case, the group and the day
Str figures_who(const FiguresOf *of);          // the group, two that are compared, or how many sessions

// Names, as they stand in a table: of a decision its number in the case and its title, of an answer its words.
int32_t figures_decision_number(const Scenario *scenario, SceneId scene);   // from 1, in the order of the case
Str figures_answer_text(const FiguresOf *of, const Ask *ask, int32_t cell); // of a Disclosed; abstentions too
Str figures_step_text(const FiguresOf *of, const AnalysisStep *step);       // empty of a private answer
Str figures_title(const FiguresOf *of, SceneId scene);
Str figures_sure_text(const FiguresOf *of, int32_t level);                            // 1 … 3
Str figures_attitude_id(Attitude attitude);                                           // "soutien"
Str figures_tag_name(const FiguresOf *of, Str id);                                    // of a trap or an attitude
Str figures_move_text(const FiguresOf *of, const Ask *ask, const AnalysisMove *move); // "A → B"
Figure figures_profile(const Profile *profile); // share of the marks; lacking below two occasions
Str figures_gauge_name(const FiguresOf *of, GaugeId gauge);
