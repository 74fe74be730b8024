// The look back at the end of a session, worked out once: sections of sentences in the order in which they are to be
// read, and, row for row beside them, what a picture is drawn from.
//
//     ToldDebrief debrief = debrief_create(&telling);   // of a finished session
//     for (int32_t i = 0; i < debrief.sections.count; i++) {
//         const ToldSection *section = &debrief.sections.rows[i];
//         … section->heading, section->lead, each of section->rows, each of section->notes …
//     }
#pragma once

#include "told/feedback.h"

typedef enum {
    DEBRIEF_CURVES,       // rows: a sentence for each of `curves`, then the turning point
    DEBRIEF_COMPETENCIES, // rows: those of `competencies`
    DEBRIEF_PORTRAIT,     // of one person; there is a section for each
    DEBRIEF_STEPS,
    DEBRIEF_DECISIONS, // rows: all decisions of the present way, from the first
    DEBRIEF_PANELS,
    DEBRIEF_ATTITUDES,
    DEBRIEF_MIRROR,
    DEBRIEF_QUESTIONS, // always there, for notes belong to it; the others only with rows
    DEBRIEF_POINTS,
    DEBRIEF_RESOURCES,
    DEBRIEF_SOURCES,
    DEBRIEF_CARE, // after a case with hard matter (told/care.h)
    DEBRIEF_PART_COUNT
} DebriefPart;

typedef enum { TOLD_PLAIN, TOLD_WELL, TOLD_NOT_YET } ToldTone;

// An empty text is not said.
typedef struct {
    Str label;           // "Listening": `text` is said of it
    Str text;            // may have several lines
    Str mark;            // "met", "Mastered", "3 times": a word or two beside it
    ToldTone tone;       // of the mark
    TOLD_LIST(Str) more; // sentences below
    bool own;            // `text` holds the person's own words: its stars are stars, and whoever reads may not need it
    bool withheld;       // `text` says why there is nothing else
} ToldRow;

typedef struct {
    DebriefPart part;
    Str heading, lead;
    TOLD_LIST(ToldRow) rows;
    TOLD_LIST(Str) notes; // small print
} ToldSection;

typedef enum { CURVE_ROUND, CURVE_SQUARE, CURVE_DIAMOND, CURVE_UP, CURVE_DOWN, CURVE_SHAPE_COUNT } CurveShape;

// How a curve is drawn, on every surface. No two of a debrief are alike in all of it, and of those with one tint none
// has the same shape: it may be printed in black.
typedef struct {
    Tint tint;
    CurveShape shape; // of the mark at each point
    bool hollow;
    int32_t again; // so many curves before it have this shape, hollow or full as it is
} CurveLook;

// The look of the `before`-th, from 0, of the curves that had better be low, or of the others. One that had better be
// low looks as tension does in all cases.
CurveLook debrief_curve_look(bool low, int32_t before);

// Values of a gauge: on arrival, then after each decision; the last is the one at departure.
typedef struct {
    GaugeId gauge;
    Str name;
    int32_t min, max;
    Better better;
    const int32_t *values;
    CurveLook look;
    bool leads; // is drawn at first; the others may be asked for
} ToldCurve;

typedef struct {
    ProfileWord word;
    Profile profile; // the exact fraction is (sum - low) / (high - low)
} ToldCompetency;

typedef struct {
    Str title, text; // of the ending
    TOLD_LIST(ToldSection) sections;
    bool typed; // own words were said
    TOLD_LIST(ToldCurve) curves;
    int32_t point_count;         // values of each curve
    int32_t turning;             // decision, from 1, after which the curves turned; 0: none
    Str turning_words;           // "Turning point: …"
    Str first_point, last_point; // "Arrival", "Departure"
    TOLD_LIST(ToldCompetency) competencies;
} ToldDebrief;

// The turning point is the decision whose answer moved the relation most: the changes of all shown gauges that have a
// better side are added, each in hundredths of its range, those toward the better side counted up and the others down;
// the largest sum either way wins, the earlier of equals.
//
// Two curves lead: the first that had better be high and the first that had better be low, of the person with whom the
// relation turned; else the first two.
ToldDebrief debrief_create(const Telling *telling);
const ToldSection *debrief_find(const ToldDebrief *debrief, DebriefPart part); // the first of them, or NULL
