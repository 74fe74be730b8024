// Tells what the groups that played a case chose: the figures of one kept session, or of several of the same case.
// Pure: no file, no clock, no text.
//
//     AnalysisWork *work = analysis_begin(&arena, scenario, ANALYSIS_LAST);
//     analysis_add_lines(work, lines);       // each session, as it was kept; or as a group, which may be finished then
//     AnalysisEnd end = analysis_end(work);
//     … end.own …                            // for whoever kept them, on the screen
//     … html_analysis(… &end.out …) …        // for a file, or beside another group
//
// The same sessions give the same analysis, in whatever order they are added. All of it lives in the arena.
//
// Which answer counts. A group may go back and answer, or vote, again: ANALYSIS_FIRST takes the first answer and the
// first vote of each decision, ANALYSIS_LAST those that stood at the end. Votes are told before and after the talk,
// each apart. The ways are always those that stood at the end.
//
// The rule of five (analysis/disclosed.h) holds in what stands here: there are no other counts of people. Who looks is
// told by the type: an Analysis is for one's own eyes, with all counts of one session, or, of several, those of their
// sum that are not few; an AnalysisOut may leave the room, and what writes a file or sets groups side by side takes
// nothing else. What a group followed is no count of people but one answer of all; a session of fewer than five people
// is left out of both whole, for its way would be that of single ones, and so is a vote of fewer than five.
//
// Those who vote in one room hear each other, and several rooms are no random sample: intervals tell how far a share of
// so few people may be off, not more.
#pragma once

#include "analysis/disclosed.h"
#include "analysis/stats.h"
#include "group/group.h"
#include "session/score.h"

typedef enum { ANALYSIS_FIRST, ANALYSIS_LAST } AnalysisAnswer;
typedef enum { ANALYSIS_BEFORE, ANALYSIS_AFTER, ANALYSIS_ROUNDS } AnalysisRound; // of the talk

enum {
    ANALYSIS_SURE = 3,  // how sure: 1 … 3
    ANALYSIS_WAYS = 200 // that are told
};

// The sessions that voted on a decision in one round.
typedef struct {
    int32_t sessions; // whose counts these are
    int32_t left_out; // of fewer than five voters
    Disclosed counts;
    Figure dispersion;  // D of group/tally.h, over all their hands
    Figure concordance; // with the panel
} AnalysisVote;

// One answer of a `choice` or a `multiple`, for who writes the case; each over what the analysis counts.
typedef struct {
    OptionId option;  // OPTION_OWN_WORDS among them
    int32_t offered;  // sessions that could follow it
    int32_t followed; // … and did
    bool never;       // it was offered; no session followed it, nobody raised a hand for it
    bool always;      // all sessions followed it, all hands were raised for it
    bool open;        // both are left open by a hidden cell
    int32_t panel;    // colleagues of the panel who gave it
    bool recommended; // by the author
} AnalysisOption;

// How many went from one answer to another between the two votes: bounds that hold whoever they were (Duncan and Davis,
// "An alternative to ecological correlation", American Sociological Review 18 (1953)). Of a answers before, b after and
// n people at least a + b − n and at most the smaller of a and b are the same people; sub-groups that were counted
// apart narrow it, each having bounds of its own. Bounds of one to four people are widened, to none and to five, and
// stand on what may leave the room, whoever looks.
typedef struct {
    int32_t from, to; // cells of a Disclosed: places in the order of the case, or abstentions
    int64_t low, high;
} AnalysisMove;

typedef struct {
    SceneId scene;
    int32_t sessions; // that answered it
    AnalysisVote votes[ANALYSIS_ROUNDS];
    int32_t paired;              // sessions that voted on it in both rounds
    Figure shift;                // T of group/tally.h, over their hands
    ROWS_OF(AnalysisMove) moves; // that may have been made; none of several items, nor where several hands are raised
    int32_t moved, moved_apart;  // sessions behind them, whose counts are all told; of which sub-groups were used
    // How the key of the author stands to the panel: contested when more colleagues gave an answer that is not
    // recommended, or not keyed, than any that is; of several items, at one of them.
    bool contested;
    int32_t panel_size; // 0: there is no panel
    bool flips; // whether most sessions followed a keyed option turns when what most of the panel gave is the key
    ROWS_OF(AnalysisOption) options;
    Spread spent_ms; // between the answer before, the jump or the start, and this one
    struct {
        int32_t sessions;
        Spread distance; // from the panel, of the answer that was followed: 1 − its share of the panel's most given one
    } sure[ANALYSIS_SURE]; // by how sure the group was, from "not very"
    int32_t most;     // marks: Σ(smax − smin) over its competencies (docs/FORMAT.md, "Profile"); 0: it gives none
    ItemFigures item; // … of the answers followed; a session that did not come here has 0 of them
} AnalysisDecision;

// A step of a way: what one session, or several, answered there.
typedef struct {
    SceneId scene;
    Answer answer; // without words
    Str notation;  // that of the command line, without words
    bool jumped;   // the trainer went on to it: no answer led there
} AnalysisStep;

typedef struct {
    const AnalysisStep *steps;
    int32_t count;
    SceneId ending;    // 0: not finished
    bool jumped;       // the trainer went on to where it stands now
    int32_t sessions;  // that took it
    Profile *profiles; // by CompetencyId, added up over them
} AnalysisWay;

typedef struct {
    SceneId scene; // 0: not finished
    int32_t sessions;
} AnalysisEnding;

// What the answers of the ways that stood at the end carry, and which steps they went through. All that the case has
// are there, met or not.
typedef enum { ANALYSIS_TRAP, ANALYSIS_ATTITUDE, ANALYSIS_DETECTOR, ANALYSIS_MUST, ANALYSIS_AVOID } AnalysisMetKind;

typedef struct {
    AnalysisMetKind kind;
    int32_t of;       // a Name, an Attitude, a DetectorId; of a step its SceneId
    int32_t sessions; // that met it, once or more often
    int32_t times;    // in all of them
} AnalysisMet;

// From one scene on to the next, on the ways that stood at the end: what a map of the case is weighted by.
typedef struct {
    SceneId from, to;
    int32_t sessions; // that went on so, once or more often
} AnalysisFlow;

// A gauge over the walk: on arrival, then after each decision, each over the sessions that came so far.
typedef struct {
    GaugeId gauge;
    ROWS_OF(Spread);
} AnalysisGauge;

// The profiles of all sessions on one competency (session/score.h), which are always of first answers.
typedef struct {
    CompetencyId competency;
    int32_t sessions[PROFILE_WORD_COUNT]; // by the word for it
    Figure median;                        // of the shares, 0 … 1, of those with two occasions or more
    // The group's mirror: what each hand of the first votes would have been given, on average, as a share of what could
    // be given; by what the options of a `choice` give, before rules, where all counts are told.
    Figure mirror;
    int32_t mirrored; // decisions behind it
} AnalysisCompetency;

typedef struct {
    const Scenario *scenario;
    AnalysisAnswer counted;
    int32_t sessions;                    // analysed
    int32_t left_out;                    // … and not, for fewer than five people were there
    int32_t fewest, largest;             // people in one of them
    int64_t people;                      // in all of them, who came twice counted twice
    ROWS_OF(AnalysisDecision) decisions; // that were met, in the order of the case
    ROWS_OF(AnalysisWay) ways;           // the most taken first
    int32_t way_count;                   // that were taken, told or not
    ROWS_OF(AnalysisEnding) endings;     // the same
    ROWS_OF(AnalysisFlow) flows;         // in the order of the case
    ROWS_OF(AnalysisMet) met;            // the same, one kind after the other
    ROWS_OF(AnalysisGauge) gauges;
    ROWS_OF(int32_t) reached; // sessions behind each point of the gauges
    ROWS_OF(AnalysisCompetency) competencies;
    Figure alpha; // over the decisions that give marks
} Analysis;

// What may leave the room.
typedef struct {
    Analysis told;
} AnalysisOut;

// Of the same sessions; they differ in what follows from the votes.
typedef struct {
    Analysis own;
    AnalysisOut out;
} AnalysisEnd;

typedef struct AnalysisWork AnalysisWork; // opaque

AnalysisWork *analysis_begin(Arena *arena, const Scenario *scenario, AnalysisAnswer counted);
void analysis_add(AnalysisWork *work, const Group *group); // of the same scenario
// The same from the lines of its log. What this version plays otherwise is left out, as the answer tells.
SoloResumed analysis_add_lines(AnalysisWork *work, Str lines);
AnalysisEnd analysis_end(AnalysisWork *work); // once, and the last that is asked of it

// The decision, from 1, at which two ways part; 0: they do not.
int32_t analysis_divergence(const AnalysisWay *a, const AnalysisWay *b);
// The same, where it is by what both answered there: not by an end, nor by where the trainer went on to.
int32_t analysis_parting(const AnalysisWay *a, const AnalysisWay *b);
Figure analysis_agreement(const AnalysisVote *vote);     // 1 − its dispersion: 1 all agree
bool analysis_hides(const Analysis *analysis);           // a count of it is hidden, or a vote was left out
int32_t analysis_count_hidden(const Analysis *analysis); // cells
const AnalysisDecision *analysis_find(const Analysis *analysis, SceneId scene); // NULL: it was not met
