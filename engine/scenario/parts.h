// The parts of scenes, except their decisions (scenario/ask.h). How rows, spans, names and refs work together is
// told in scenario/scenario.h.
#pragma once

#include "base/limits.h"
#include "base/rows.h"
#include "base/str.h"

typedef int32_t Name; // an interned id; 0 is the empty one

typedef struct {
    int32_t first, count;
} Span;

enum { NOT_SAID = INT32_MIN }; // a number that the author left out, where 0 would mean something

typedef struct {
    Name name;
    int32_t id; // row in the table the comment names; 0 when unresolved
    int32_t place;
} Ref;

// The kind of thing that the name in a Ref or an Amount must name.
typedef enum {
    TARGET_NOTHING,
    TARGET_SCENE,
    TARGET_FACT, // a plain one
    TARGET_GAUGE,
    TARGET_COMPETENCY,
    TARGET_DETECTOR,
    TARGET_CHARACTER,
    TARGET_SOURCE,
    TARGET_OPTION, // of the same ask, as the next two
    TARGET_ITEM,
    TARGET_BIN,
    TARGET_TRAP,  // of the framework, or a tag of the author's own: any name
    TARGET_THEME, // of the framework, as the next
    TARGET_SHARED // a competency of all cases
} Target;

// Row numbers, by table. They are plain integers so that tables can be indexed by them; the names tell them apart.
typedef int32_t SceneId, AskId, OptionId, GaugeId, FactId, CompetencyId, CharacterId, DetectorId, ConditionId, WhyId;

typedef struct {
    Ref of;        // a gauge or a competency
    int32_t value; // never 0 for a mark
} Amount;

// Where to go on: the first route whose condition holds. In portraits a route leads to a text instead of a scene.
typedef struct {
    ConditionId when; // 0: always
    Ref to;           // scene
    Str text;
    int32_t place;
} Route;

// Feedback: a text alone, or the three short sentences.
typedef struct {
    Str text, gives, costs, instead;
    int32_t place;
} Why;

typedef struct {
    Ref by;   // character; none: narration
    Str mood; // "plus bas"
    Str text;
    ConditionId when;
    int32_t place;
} Line;

// Consequences of an answer, or of a part of it.
typedef struct {
    Span scores, effects; // amounts
    Span set, unset;      // refs → facts
    Span traps;           // refs, never resolved: tags
    Span reply;           // lines
    WhyId why;
    Span next; // routes
} Consequence;

typedef struct {
    Ref of;                  // character
    Span arrival, departure; // routes to texts; a plain text is one route without condition
    int32_t place;
} Portrait;

typedef enum { TONE_NONE, TONE_GOOD, TONE_MIXED, TONE_HARD } Tone;

typedef struct {
    Str title, text;
    Tone tone;
    Span portraits;
    int32_t place;
} Ending;

typedef struct {
    Str notes;
    Span prompts; // texts
    int32_t place;
} TrainerNotes;

typedef enum { STEP_NONE, STEP_MUST, STEP_AVOID } Step;

typedef struct {
    Name id;
    Str title;
    int32_t at[2];
    bool placed; // `at` was written
    Ref with;    // character
    Span lines;
    int32_t trainer; // row of trainer_notes
    Span sources;
    Step step;
    Span next; // routes
    AskId ask;
    int32_t ending; // row of endings
    int32_t place;
} Scene;

// A condition as written and as compiled (see scenario/condition.h).
typedef struct {
    Str text;
    int32_t place;  // byte offset of its text's value in the file
    AskId answered; // the decision whose answer it may read; 0: none stands when it is judged
    Span code;
} Condition;

// Something of the walk that conditions read besides gauges and facts. Each different one is watched once.
typedef enum { WATCH_NONE, WATCH_VISITS, WATCH_CHOSE, WATCH_FOUND, WATCH_SCORE } WatchKind;

typedef struct {
    WatchKind kind;
    SceneId scene;
    int32_t of;   // chose: OptionId, or OPTION_OWN_WORDS; found: DetectorId; score: CompetencyId
    int32_t most; // higher values make no difference to any condition; INT32_MAX when not known
} Watch;

enum { OPTION_OWN_WORDS = -1 };

// Kept as it stands, for no row holds it, so that writing loses nothing: a key that begins with `x-`, for whoever put
// it there; a key that the format does not have; a value that could not be read, in the place of its field; or in the
// place of a whole object a value that is none.
typedef struct {
    int32_t owner; // place of the object it stands in
    Str key, raw;
    bool whole; // it stands for the object itself, and has no key
} Extra;
