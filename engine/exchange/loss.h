// What became of a file of another tool, or of a case in one: every construct that was found was converted, degraded
// (something of it is lost), kept (it stands somewhere as it was, for a person to read) or dropped.
//
//     LossReport report = {.arena = &arena};
//     loss_find(&report, CONSTRUCT_ESSAY);                        // where it is read
//     loss_settle(&report, CONSTRUCT_ESSAY, BECAME_CONVERTED);    // where its fate is known
//     loss_tell(&report, &(Loss){.construct = …, .became = …, .reason = …, .line = …});
//
// Of each construct found = converted + degraded + kept + dropped. Whatever is not converted has a row that says why;
// so has what was converted and is not what its author may have meant. Rows borrow their texts.
#pragma once

#include "base/catalog.h"
#include "base/rows.h"
#include "exchange/loss_reason.h"
#include "exchange/rich.h"

typedef enum { BECAME_CONVERTED, BECAME_DEGRADED, BECAME_KEPT, BECAME_DROPPED, BECAME_COUNT } Became;

typedef enum {
    CONSTRUCT_FILE,
    // questions
    CONSTRUCT_DESCRIPTION,
    CONSTRUCT_ESSAY,
    CONSTRUCT_MULTICHOICE,
    CONSTRUCT_TRUE_FALSE,
    CONSTRUCT_SHORT_ANSWER,
    CONSTRUCT_NUMERICAL,
    CONSTRUCT_MATCHING,
    CONSTRUCT_CLOZE,
    CONSTRUCT_QUESTION, // one that could not be read
    // what stands in and around them
    CONSTRUCT_CATEGORY,
    CONSTRUCT_COMMENT,
    CONSTRUCT_ID,
    CONSTRUCT_TAG,
    CONSTRUCT_FEEDBACK,
    CONSTRUCT_WEIGHT,
    CONSTRUCT_SETTING,    // of a question: how it is shown, graded, tried again
    CONSTRUCT_ATTACHMENT, // a file within the file
    CONSTRUCT_MARKUP,     // an element of HTML
    CONSTRUCT_STAR,       // a text whose stars would be taken for emphasis
    // stories
    CONSTRUCT_PASSAGE,
    CONSTRUCT_SPECIAL, // a passage that is no part of the story: scripts, styles, settings
    CONSTRUCT_LINK,
    CONSTRUCT_IF,
    CONSTRUCT_SET,
    CONSTRUCT_PRINT,
    CONSTRUCT_MACRO, // any other
    CONSTRUCT_METADATA,
    // packages
    CONSTRUCT_CONTENT, // what a library shows
    CONSTRUCT_MEDIA,
    CONSTRUCT_SCORE,
    // of a case
    CONSTRUCT_DECISION,
    CONSTRUCT_NARRATION, // a scene that asks nothing
    CONSTRUCT_ENDING,
    CONSTRUCT_WAY,
    CONSTRUCT_CONDITION,
    CONSTRUCT_EFFECT,
    CONSTRUCT_RULE,
    CONSTRUCT_GAUGE,
    CONSTRUCT_FACT,
    CONSTRUCT_DETECTOR,
    CONSTRUCT_SPEAKER,
    CONSTRUCT_EMPHASIS,
    CONSTRUCT_CASE_TEXT, // role, objectives and whatever else is said of the case as a whole
    CONSTRUCT_COUNT
} Construct;

typedef struct {
    Construct construct;
    Became became;
    LossReason reason;
    int32_t line; // of the file that was read, from 1; 0: the file as a whole
    Str about;    // {0} of the reason's sentence
} Loss;

typedef struct {
    int32_t found, became[BECAME_COUNT];
} LossCount;

// Of a source made of several files: from that line of it on stand those of `file` from `first` on.
typedef struct {
    Str file;
    int32_t line, first;
} LossPart;

typedef ROWS_OF(LossPart) LossParts;

typedef struct {
    Arena *arena;
    LossParts parts; // in order; none: the source is one file
    LossCount counts[CONSTRUCT_COUNT];
    ROWS_OF(Loss);       // no more than LIMIT_FINDINGS
    int32_t error_count; // also of those beyond
    int32_t kept;        // rows that borrow nothing
} LossReport;

void loss_find(LossReport *report, Construct construct);
void loss_settle(LossReport *report, Construct construct, Became became);
void loss_tell(LossReport *report, const Loss *loss);
Str loss_own(LossReport *report, Str about); // a copy for a row, where there is room for one more
void loss_keep(LossReport *report);          // makes such copies for all rows there are: they borrow nothing more
// All three, for what is judged where it is found.
void loss_judge(LossReport *report, const Loss *loss);
// The elements of HTML and the stars of one text or several: found, settled and told.
void loss_count_markup(LossReport *report, const RichSeen *seen, int32_t line);
// Where a line is: of which file, empty where the source is one, and which of its lines.
Str loss_place(const LossReport *report, int32_t *line);
void loss_sort(LossReport *report); // by line

Str loss_construct(Construct construct); // "short-answer": for programs
Str loss_class(Construct construct);     // "Short answers": for people, a source of the catalogue
Str loss_became(Became became);          // "kept": for programs, and a source of the catalogue
bool loss_is_error(LossReason reason);
// Whole sentences, in the language of the catalogue.
Str loss_message(Arena *arena, const Catalog *catalog, const Loss *loss);
// {"version": 1, "source", "kind", "classes": {…}, "losses": […]}; a loss has "file" where the source has parts
Str loss_write(Arena *arena, const Catalog *catalog, const LossReport *report, Str source, Str kind);
