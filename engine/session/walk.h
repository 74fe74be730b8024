// Where one walk through a case stands, and what an answer does to it. This is the rules of the game, all of them, in
// the order that docs/FORMAT.md gives ("What an answer does"); sessions, simulation, bounds, tests and replay all step
// with it.
//
//     Walk walk = walk_create(&arena, scenario);
//     walk_start(&walk, 0, NULL, NULL);              // now before the first decision, or in an ending
//     while (walk.status == WALK_ASKS) {
//         Consequences given;
//         walk_answer(&walk, &answer, &given);
//         walk_enter(&walk, given.to, NULL, NULL);
//     }
//
// A walk is plain data: copying it with walk_copy keeps a place to come back to. It reads no clock, draws no numbers,
// and allocates nothing after walk_create.
#pragma once

#include "scenario/condition.h"
#include "session/answer.h"

typedef enum {
    WALK_ASKS,  // stands before a decision
    WALK_ENDED, // in an ending
    WALK_STUCK  // nowhere to go: no way on, no option available, or scenes that follow each other for ever
} WalkStatus;

// Kinds of what an answer may move, a bit each.
enum { MOVED_GAUGES = 1, MOVED_FACTS = 2, MOVED_WATCHES = 4, MOVED_SCORES = 8, MOVED_MARKS = 16, MOVED_ANYTHING = 31 };

typedef struct WalkIndex WalkIndex;

typedef struct {
    const Scenario *scenario;
    const WalkIndex *index; // what the rules read, shared by all walks through the case
    SceneId scene;
    WalkStatus status;
    uint32_t offered; // of its decision, bit i: the `if` of the i-th option held when the decision was met
    bool judges_late; // options are judged when they are asked for: nothing changes between, as in an exploration
    uint32_t moved;   // bits of the above, set by an answer and by what it leads to; who needs to know clears them
    int32_t gauges[LIMIT_GAUGES + 1];       // by GaugeId
    uint8_t facts[LIMIT_FACTS + 1];         // by FactId: 0 or 1
    int32_t totals[LIMIT_COMPETENCIES + 1]; // by CompetencyId: marks of record
    int32_t *watched;                       // by row of scenario->watches
    uint32_t *marked;                       // bit per AskId: its answer of record was given
} Walk;

// Everything one answer brought about.
typedef struct {
    bool of_record;                             // the first answer to this decision: its marks count
    uint32_t competencies;                      // bit per CompetencyId: the answer carries it, even if its mark is 0
    int32_t marks[LIMIT_COMPETENCIES + 1];      // clamped to -2 … 2
    int32_t base_marks[LIMIT_COMPETENCIES + 1]; // before rules: what mark(…) reads
    Share share;
    int32_t band;   // row of share_bands that held; 0: none
    uint64_t rules; // bit i: the i-th rule (of the ask, or of its own words when these answered) held
    SceneId to;     // where the answer leads; 0: nowhere
    int32_t effects[LIMIT_GAUGES + 1]; // by GaugeId, as far as the case has gauges: their change by effects, after
                                       // caps; drift not counted
} Consequences;

// Called for each scene that is entered, the first included, so that a player can show those that follow by themselves.
typedef void WalkVisit(void *context, SceneId scene);

Walk walk_create(Arena *arena, const Scenario *scenario);
Walk walk_clone(Arena *arena, const Walk *walk); // shares what does not change: cheaper than another walk_create
void walk_copy(Walk *to, const Walk *from);      // both from walk_create on the same case
void walk_reset(Walk *walk);                     // as at the very start, in no scene yet
void walk_return(Walk *walk, const Walk *to);    // steps back: everything but the marks of record; offers as then
void walk_start(Walk *walk, SceneId from, WalkVisit *visit, void *context); // from 0: at the case's own start
void walk_answer(Walk *walk, const Answer *answer, Consequences *given); // the answer must be offered (session/space.h)
void walk_enter(Walk *walk, SceneId scene, WalkVisit *visit, void *context); // on to the next decision or ending
const Ask *walk_ask(const Walk *walk);                                       // the decision it stands before, or NULL
bool walk_offers(const Walk *walk, OptionId option); // of the decision it stands before: it can be chosen
void walk_meet(Walk *walk); // judges again what its decision offers, after gauges or facts were set from outside
void walk_judge_latches(Walk *walk); // after gauges or facts were set from outside

// Tells the marks an answer would give here, without changing anything; `effects` and `to` are left at zero.
void walk_weigh(const Walk *walk, const Answer *answer, Consequences *given);

bool walk_holds(const Walk *walk, ConditionId condition); // where no answer stands in sight: lines, portraits
// Where one does: a line of `reply`, judged after the answer took effect.
bool walk_holds_after(const Walk *walk, const Ask *ask, const Answer *answer, const Consequences *given,
                      ConditionId condition);
