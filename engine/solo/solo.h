// One person playing one case: the state, and the one function that changes it. No window, no clock, no disk.
//
//     WalkModel *model = …;                                     // stays where it is until walk_model_finish
//     walk_model_begin(model, &(WalkStart){.scenario = scenario, .seed = seed, .now_ms = now});
//     walk_update(model, &(WalkAction){.kind = WALK_CHOOSE, .index = 1, .now_ms = now});
//     ShownOptions options = walk_shown_options(&showing);   // view/walk_shown.h: what is to be drawn
//     …
//     walk_model_finish(model);
//
// Views read the model and return actions. Everything that was decided is in `session`: who keeps a journal compares
// session.log.lines.count before and after an update and writes the new ones down. `now_ms` is any clock that does not
// go back, the same in all actions.
#pragma once

#include "scenario/detector.h"
#include "session/remaining.h"
#include "session/session.h"
#include "session/story.h"

typedef enum {
    PHASE_ASK,        // a decision is shown
    PHASE_WORDS,      // typing: a write, or own words of a choice. What is noticed is listed beside the text
    PHASE_CONFIDENCE, // how sure, one of three
    PHASE_FEEDBACK,   // what the last answer brought about
    PHASE_ENDED,      // in an ending, all feedback seen
    PHASE_STUCK       // the case leads nowhere from here: its author should know
} WalkPhase;

typedef enum {
    WALK_NONE,
    WALK_FOCUS,      // index: place among what is shown (options, or items in shown order; of a rank: its place now)
    WALK_CHOOSE,     // choice: the option at this place is the answer; the one of own words begins them
    WALK_TOGGLE,     // multiple: the option at this place
    WALK_CARRY,      // rank: takes up the item at place `index`, or puts down the one that is carried (index -1)
    WALK_MOVE,       // rank: the item at place `index` goes to place `value`, clamped
    WALK_SET_LEVEL,  // rate: the item shown at `index` gets level `value`; -1 takes it back
    WALK_PUT,        // classify: the item shown at `index` goes to bin `value`; -1 takes it out
    WALK_OWN_WORDS,  // choice: begins them
    WALK_TO_OPTIONS, // own words: back to the options; the text is kept
    WALK_SET_TEXT,   // text: what stands in the field now. Detectors run at once (under 2 ms)
    WALK_TICK,       // index: the detector of this place is corrected
    WALK_LIST_ALL,   // typing: detectors that noticed nothing are listed too, so that they can be ticked
    WALK_SAY,        // the text is the answer, confirmed as it is ticked
    WALK_SET_CONFIDENCE, // value: 1 … 3, and the answer is given
    WALK_SUBMIT,         // multiple, rank, rate, classify: gives the answer; choice: chooses what has the focus
    WALK_GO_ON,          // feedback has been read
    WALK_STEP_BACK,      // out of typing, confidence; else the last answer is taken back
    WALK_CLOCK,          // time passed: a limit may run out
    WALK_PAUSE,          // the person stops the clock of this decision
    WALK_RESUME,
    WALK_HIDE, // something covers the page: a limit stands still, whatever the person did with it
    WALK_SHOW,
    WALK_SET_LIMITS, // value: 1 with time limits, 0 without
    WALK_ACTION_COUNT
} WalkActionKind;

typedef struct {
    int32_t kind; // a WalkActionKind
    int32_t index, value;
    Str text; // borrowed for the call
    int64_t now_ms;
} WalkAction;

// The answer while it is being made. Items and options are named by their place in the ask.
typedef struct {
    int32_t focus;              // place among what is shown
    uint32_t set;               // multiple
    uint8_t order[LIMIT_ITEMS]; // rank: the items, first place first
    int32_t carried;            // rank: place of the item that is carried, -1: none
    int32_t where[LIMIT_ITEMS]; // rate: level by item; classify: bin by item; -1: not yet
    bool lists_all;             // of the detectors, not only what they noticed
    Str text;
    uint32_t noticed_before;     // the last change of the text
    uint32_t noticed, undecided; // by the detectors, bit i is the i-th use
    uint32_t corrected;          // by the person: a correction holds until the detector says otherwise than before
    OptionId before;             // choice: what was answered before stepping back; 0: nothing
} WalkDraft;

typedef struct {
    const Scenario *scenario;
    Arena arena;      // session, story, what lasts
    Arena text_arena; // draft.text and what was noticed in it
    Arena scratch;
    Session session;
    Story story;
    DetectorBank *bank;
    Remaining remaining;
    UsualLength usual;
    int32_t phase; // a WalkPhase
    WalkDraft draft;
    DetectorResult seen[LIMIT_ASK_DETECTORS]; // in draft.text, by detector use
    Answer pending;                           // waits for confidence
    int32_t asked_from;                       // PHASE_CONFIDENCE: the phase it came from
    bool limits_off, limited;                 // limited: this decision has a limit, which runs while options are shown
    bool paused, hidden;                      // by the person; by what covers the page
    int64_t limit_left_ms, counted_to_ms;     // of the limit, at that time
    int64_t began_ms;                         // now_ms when at_ms of the session was 0
    int32_t parent_decision;                  // of a what-if: the decision, from 1, where it leaves the other; else 0
} WalkModel;

typedef struct {
    const Scenario *scenario; // outlives the model
    uint64_t seed;
    int64_t now_ms;
    bool limits_off;
    Str case_hash;
    int64_t case_len;
    int32_t detectors_version;
    Str from, presets; // of previews
    Str parent;        // of a what-if, with the decision at which it leaves
    int32_t parent_decision;
} WalkStart;

// False when `from` or `presets` do not fit: then there is nothing to finish.
bool walk_model_begin(WalkModel *model, const WalkStart *start);
// Resumes from event lines, from a start on. False, as above, when they do not fit the case. Of `start` only scenario,
// now_ms and limits_off are used.
bool walk_model_resume(WalkModel *model, const WalkStart *start, Str lines);
void walk_model_finish(WalkModel *model); // a zeroed model is fine

// What does not fit the phase changes nothing. True when something changed.
bool walk_update(WalkModel *model, const WalkAction *action);

// What if: from decision `decision` (from 1) of the present way of `from`, whatever its phase, `model` begins as one
// that answered the same until there. `from` stays as it is. False when there is no such decision.
bool walk_model_fork(WalkModel *model, const WalkModel *from, int32_t decision, Str parent, int64_t now_ms);

const Ask *walk_model_ask(const WalkModel *model); // being decided, or just decided in PHASE_FEEDBACK; NULL at the end
bool walk_limit_runs(const WalkModel *model);      // its option is not offered meanwhile; also while paused
bool walk_clock_runs(const WalkModel *model);      // … and its time passes now
bool walk_offers_back(const WalkModel *model);     // stepping back leads somewhere
// The options as WALK_CHOOSE and WALK_TOGGLE count them, own words last; returns how many. `options`: LIMIT_OPTIONS
// + 1.
int32_t walk_list_options(const WalkModel *model, OptionId *options);
int32_t walk_count_shown(const WalkModel *model);   // options or items that can have the focus
bool walk_can_submit(const WalkModel *model);       // the draft is an answer
Answer walk_draft_answer(const WalkModel *model);   // what it says so far; texts are borrowed
uint32_t walk_draft_ticked(const WalkModel *model); // detectors, bit i is the i-th use
