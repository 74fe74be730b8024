// Everything that the debrief shows, worked out once. Texts are borrowed from the case, the model or the arena.
//
//     DebriefModel debrief = debrief_create(&showing);   // of a finished walk
#pragma once

#include "told/feedback.h"

typedef struct {
    CharacterId of;
    Str name, arrival, departure;
} ShownPortrait;

// Values of a gauge: on arrival, then after each decision; the last is the one at departure.
typedef struct {
    GaugeId gauge;
    Str name;
    int32_t min, max, better;
    const int32_t *values;
    Str first_words, last_words;
} Curve;

typedef struct {
    CompetencyId id;
    Str name;
    int32_t word; // a ProfileWord
    Str words;
    Profile profile;   // the exact fraction is (sum - low) / (high - low)
    int32_t total;     // marks of record
    int32_t low, high; // attainable totals, when `bounded`
} ShownCompetency;

typedef struct {
    SceneId scene;
    Str title, words;
    bool well; // one to be passed was, or one to be avoided was not
} ShownRequirement;

typedef struct {
    Str text;
    int32_t decision; // the first decision of this walk in which it was played; 0: none
} ShownPoint;

typedef struct {
    Str name, about;
    int32_t count;
} ShownMirror;

// A decision with a panel.
typedef struct {
    int32_t decision;
    Str title, mine, most; // what was answered, and what colleagues answered most
    int32_t agreed, n;     // colleagues who answered as the person did; of a rate or classify: on average, rounded
    bool far;              // fewer than a quarter of them did
} ShownComparison;

typedef struct {
    int32_t number;
    SceneId scene;
    int32_t seq;      // of its event
    Str title, words; // words: a line for each part of the answer
    const Why **whys; // with suspended judgement: all of them, for the first time
    int32_t why_count;
    Str why;                // else the first once more, in a line
    int32_t mastery;        // a Mastery
    bool is_private, typed; // typed: the words are the person’s own
} ShownDecision;

#define LIST_OF(Type)     \
    struct {              \
        const Type *rows; \
        int32_t count;    \
    }

typedef struct {
    SceneId ending;
    Str title, text;
    int32_t tone;             // a Tone
    int32_t score;            // a ScoreView as it is to be shown
    bool stepped_back, typed; // typed: own words were said
    LIST_OF(ShownPortrait) portraits;
    LIST_OF(Curve) curves;
    int32_t point_count; // values of each curve
    int32_t turning;     // decision, from 1, after which the curves turned; 0: none
    bool turning_for_better;
    Str turning_words; // "Turning point: …"
    Str curves_told;   // the curves in sentences
    LIST_OF(ShownCompetency) competencies;
    bool bounded; // exact attainable totals are there
    LIST_OF(ShownRequirement) steps;
    LIST_OF(ShownDecision) decisions;
    LIST_OF(ShownPoint) points;
    LIST_OF(ShownMirror) mirror; // what was found
    bool mirrored;               // something was looked for
    LIST_OF(ShownComparison) comparisons;
    LIST_OF(Str) questions, resources, sources;
    bool quiz;
    int32_t mastered, judged; // of a quiz
} DebriefModel;

// The turning point is the decision whose answer moved the relation most: the changes of all shown gauges that have a
// better side are added, each in hundredths of its range, those toward the better side counted up and the others down;
// the largest sum either way wins, the earlier of equals.
DebriefModel debrief_create(const Showing *showing);
// For who does not see their picture: where each gauge began, turned and ended.
Str debrief_tell_curves(Arena *arena, const Catalog *catalog, const DebriefModel *debrief);
