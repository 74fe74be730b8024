// One person playing one case: the state, and the one function that changes it. No window, no clock, no disk.
//
//     Solo *solo = …;                                     // stays where it is until solo_finish
//     solo_begin(solo, &(SoloStart){.scenario = scenario, .seed = seed, .now_ms = now});
//     solo_update(solo, &(SoloAction){.kind = SOLO_CHOOSE, .index = 1, .now_ms = now});
//     SoloOptions options = solo_options(solo);            // solo/solo_shown.h: what is to be drawn of the draft
//     …
//     solo_finish(solo);
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
    SOLO_PHASE_ASK,        // a decision is shown
    SOLO_PHASE_WORDS,      // typing: a write, or own words of a choice. What is noticed is listed beside the text
    SOLO_PHASE_CONFIDENCE, // how sure, one of three
    SOLO_PHASE_FEEDBACK,   // what the last answer brought about
    SOLO_PHASE_ENDED,      // in an ending, all feedback seen
    SOLO_PHASE_STUCK       // the case leads nowhere from here: its author should know
} SoloPhase;

typedef enum {
    SOLO_NONE,
    SOLO_FOCUS,      // index: place among what is shown (options, or items in shown order; of a rank: its place now)
    SOLO_CHOOSE,     // choice: the option at this place is the answer; the one of own words begins them
    SOLO_TOGGLE,     // multiple: the option at this place
    SOLO_CARRY,      // rank: takes up the item at place `index`, or puts down the one that is carried (index -1)
    SOLO_MOVE,       // rank: the item at place `index` goes to place `value`, clamped
    SOLO_SET_LEVEL,  // rate: the item shown at `index` gets level `value`; -1 takes it back
    SOLO_PUT,        // classify: the item shown at `index` goes to bin `value`; -1 takes it out
    SOLO_OWN_WORDS,  // choice: begins them
    SOLO_TO_OPTIONS, // own words: back to the options; the text is kept
    SOLO_SET_TEXT,   // text: what stands in the field now. Detectors run at once (under 2 ms)
    SOLO_TICK,       // index: the detector of this place is corrected
    SOLO_LIST_ALL,   // typing: detectors that noticed nothing are listed too, so that they can be ticked
    SOLO_SAY,        // the text is the answer, confirmed as it is ticked
    SOLO_SKIP,       // write: goes on without a word; confidence: the answer is given without it
    SOLO_PUT_BACK,   // rank: the item that is carried goes to the place where it was taken up
    SOLO_SET_CONFIDENCE, // value: 1 … 3, and the answer is given
    SOLO_SUBMIT,         // multiple, rank, rate, classify: gives the answer; choice: chooses what has the focus
    SOLO_GO_ON,          // feedback has been read
    SOLO_KEEP_OTHERS,    // what-if: on with the answers of the walk that it left, as far as they still fit
    SOLO_JUMP,           // index: a SceneId, on at that scene without an answer; value 1: where it stands was not seen
    SOLO_STEP_BACK,      // out of typing, confidence; else the last answer is taken back
    SOLO_CLOCK,          // time passed: a limit may run out
    SOLO_PAUSE,          // the person stops the clock of this decision
    SOLO_RESUME,
    SOLO_HIDE, // something covers the page: a limit stands still, whatever the person did with it
    SOLO_SHOW,
    SOLO_SET_LIMITS, // value: percent of their time that limits last, 0 without limits
    SOLO_ACTION_COUNT
} SoloActionKind;

typedef struct {
    SoloActionKind kind;
    int32_t index, value;
    Str text; // borrowed for the call
    int64_t now_ms;
} SoloAction;

// The answer while it is being made. Items and options are named by their place in the ask.
typedef struct {
    int32_t focus;              // place among what is shown
    uint32_t set;               // multiple
    uint8_t order[LIMIT_ITEMS]; // rank: the items, first place first
    int32_t carried;            // rank: place of the item that is carried, -1: none
    int32_t carried_from;       // … and where it was taken up
    int32_t where[LIMIT_ITEMS]; // rate: level by item; classify: bin by item; -1: not yet
    bool lists_all;             // of the detectors, not only what they noticed
    Str text;
    uint32_t noticed_before;     // the last change of the text
    uint32_t noticed, undecided; // by the detectors, bit i is the i-th use
    uint32_t corrected;          // by the person: a correction holds until the detector says otherwise than before
    bool first_time;             // what stands here was answered in the walk that a what-if left
    bool touched;                // the person did something to it
    OptionId before;             // choice: what was answered before stepping back; 0: nothing
} SoloDraft;

typedef struct Solo {
    const Scenario *scenario;
    Arena arena;      // session, story, what lasts
    Arena text_arena; // draft.text and what was noticed in it
    Arena scratch;
    Session session;
    Story story;
    DetectorBank *bank;
    Remaining remaining;
    UsualLength usual;
    SoloPhase phase;
    SoloDraft draft;
    DetectorResult seen[LIMIT_ASK_DETECTORS]; // in draft.text, by detector use
    Answer pending;                           // waits for confidence
    SoloPhase asked_from;                     // SOLO_PHASE_CONFIDENCE: the phase it came from
    int32_t time_percent;                     // of their time that limits last
    bool limits_off, limited;                 // limited: this decision has a limit, which runs while options are shown
    bool paused, hidden;                      // by the person; by what covers the page
    int64_t limit_left_ms, counted_to_ms;     // of the limit, at that time
    int64_t began_ms;                         // now_ms when at_ms of the session was 0
    int32_t parent_decision;                  // of a what-if: the decision, from 1, where it leaves the other; else 0
    const struct Solo *left;                  // … and that other one, which outlives it; NULL: not known
} Solo;

typedef struct {
    const Scenario *scenario; // outlives the solo
    uint64_t seed;
    int64_t now_ms;
    bool limits_off;
    int32_t time_percent; // of their time that limits last; 0: 100
    Str case_hash;
    int64_t case_len;
    int32_t detectors_version;
    Str from, presets; // of previews
    Str parent;        // of a what-if, with the decision at which it leaves
    int32_t parent_decision;
    const Solo *left;
    // A walk of the same case: what was kept is read, not played on. It shares with that walk what all walks of a case
    // share, runs no detectors and does not count what remains. NULL: it is played.
    const Walk *reads;
    ProfileExtremes *extremes; // of the case, where many sessions of it are read; NULL: each finds its own
    LogTake *others;           // told of the lines of other folds while it is resumed; may be NULL
    void *others_context;
} SoloStart;

// False when `from` or `presets` do not fit: then there is nothing to finish.
bool solo_begin(Solo *solo, const SoloStart *start);
typedef enum {
    SOLO_RESUMED_NOTHING, // not even the start fits the case: nothing is to be finished
    SOLO_RESUMED_PART,    // what stands before the first line that does not fit
    SOLO_RESUMED_ALL
} SoloResumed;

// Resumes from event lines, from a start on, as far as they fit the case. Of `start` only scenario, now_ms, limits_off,
// time_percent and parent_decision are used.
SoloResumed solo_resume(Solo *solo, const SoloStart *start, Str lines);
// The text that was being typed when it was left: the decision is shown with it again, where it has one.
void solo_retype(Solo *solo, Str text);
void solo_finish(Solo *solo); // a zeroed solo is fine

// An action that does not fit the phase changes nothing. True when something changed.
bool solo_update(Solo *solo, const SoloAction *action);

// What the last answer brought about is there to be read again, in one that was resumed. False: it brought about
// nothing to read, or something else came after it.
bool solo_read_again(Solo *solo);

// A what-if: from decision `decision` (from 1) of the present way of `from`, whatever its phase, `solo` begins as one
// that answered the same until there. `from` stays as it is. False when there is no such decision.
bool solo_fork(Solo *solo, const Solo *from, int32_t decision, Str parent, int64_t now_ms);

SceneId solo_scene(const Solo *solo);   // of the decision; in SOLO_PHASE_FEEDBACK of the one just answered
int32_t solo_place(const Solo *solo);   // the answer, from 1, whose scenes are told before it; 0: those of the start
const Ask *solo_ask(const Solo *solo);  // being decided, or just decided in SOLO_PHASE_FEEDBACK; NULL at the end
bool solo_limit_runs(const Solo *solo); // its option is not offered meanwhile; also while paused
bool solo_clock_runs(const Solo *solo); // … and its time passes now
bool solo_can_keep_others(const Solo *solo);
bool solo_offers_back(const Solo *solo); // stepping back leads somewhere
bool solo_back_loses(const Solo *solo);  // … and what was begun of this answer would be gone
// The options as SOLO_CHOOSE and SOLO_TOGGLE count them, own words last; returns how many. `options`: LIMIT_OPTIONS
// + 1.
int32_t solo_list_options(const Solo *solo, OptionId *options);
int32_t solo_count_places(const Scenario *scenario, const Ask *ask); // levels of a rate, bins of a classify
int32_t solo_count_shown(const Solo *solo);                          // options or items that can have the focus
bool solo_can_submit(const Solo *solo);                              // the draft is an answer
Answer solo_draft_answer(const Solo *solo);                          // what it says so far; texts are borrowed
uint32_t solo_draft_ticked(const Solo *solo);                        // detectors, bit i is the i-th use
