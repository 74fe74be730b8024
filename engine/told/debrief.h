// The look back at the end of a session, worked out once.
//
//     ToldDebrief debrief = debrief_create(&telling);   // of a finished session
#pragma once

#include "told/feedback.h"

typedef struct {
    CharacterId of;
    Str name, arrival, departure;
} ToldPortrait;

// Values of a gauge: on arrival, then after each decision; the last is the one at departure.
typedef struct {
    GaugeId gauge;
    Str name;
    int32_t min, max;
    Better better;
    const int32_t *values;
    Str first_words, last_words;
} ToldCurve;

typedef struct {
    CompetencyId id;
    Str name;
    ProfileWord word;
    Str words;
    Profile profile;   // the exact fraction is (sum - low) / (high - low)
    int32_t total;     // marks of record
    int32_t low, high; // attainable totals, when `bounded`
} ToldCompetency;

typedef struct {
    SceneId scene;
    Str title, words;
    bool well; // one to be passed was, or one to be avoided was not
} ToldRequirement;

typedef struct {
    Str text;
    int32_t decision; // the first decision of this walk in which it was played; 0: none
} ToldPoint;

typedef struct {
    Str name, about;
    int32_t count;
} ToldMirror;

// A decision with a panel.
typedef struct {
    int32_t decision;
    Str title, mine, most; // what was answered, and what colleagues answered most
    int32_t agreed, n;     // colleagues who answered as the person did; of a rate or classify: on average, rounded
    bool far;              // fewer than a quarter of them did
} ToldCompared;

typedef struct {
    int32_t number;
    SceneId scene;
    int32_t seq;      // of its event
    Str title, words; // words: a line for each part of the answer
    const Why **whys; // with suspended judgement: all of them, for the first time
    int32_t why_count;
    Str why; // else the first once more, in a line
    Mastery mastery;
    bool is_private, typed; // typed: the words are the person’s own
} ToldDecision;

typedef struct {
    SceneId ending;
    Str title, text;
    Tone tone;
    ScoreView score;          // as it is to be shown
    bool stepped_back, typed; // typed: own words were said
    TOLD_LIST(ToldPortrait) portraits;
    TOLD_LIST(ToldCurve) curves;
    int32_t point_count; // values of each curve
    int32_t turning;     // decision, from 1, after which the curves turned; 0: none
    bool turning_for_better;
    Str turning_words; // "Turning point: …"
    Str curves_told;   // the curves in sentences
    TOLD_LIST(ToldCompetency) competencies;
    bool bounded; // exact attainable totals are there
    TOLD_LIST(ToldRequirement) steps;
    TOLD_LIST(ToldDecision) decisions;
    TOLD_LIST(ToldPoint) points;
    TOLD_LIST(ToldMirror) mirror; // what was found
    bool mirrored;                // something was looked for
    TOLD_LIST(ToldCompared) comparisons;
    TOLD_LIST(Str) questions, resources, sources;
    bool quiz;
    int32_t mastered, judged; // of a quiz
} ToldDebrief;

// The turning point is the decision whose answer moved the relation most: the changes of all shown gauges that have a
// better side are added, each in hundredths of its range, those toward the better side counted up and the others down;
// the largest sum either way wins, the earlier of equals.
ToldDebrief debrief_create(const Telling *telling);
// For who does not see their picture: where each gauge began, turned and ended.
Str debrief_tell_curves(Arena *arena, const Catalog *catalog, const ToldDebrief *debrief);
