// What is to be drawn of a WalkModel, as small structs in an arena that the caller gives (that of the frame). Texts are
// borrowed from the case, the model or the arena. Words of ours are translated already.
#pragma once

#include "base/catalog.h"
#include "solo/solo.h"

typedef struct {
    const WalkModel *model;
    const Catalog *catalog;
    Arena *arena;
    bool numbers; // the person wants numbers instead of words
} Showing;

typedef struct {
    CharacterId by; // 0: narration
    Str who, mood, text;
} ShownLine;

typedef struct {
    SceneId scene;
    Str title;
    CharacterId with;
    const ShownLine *lines;
    int32_t line_count;
} ShownScene;

typedef struct {
    const ShownScene *scenes; // those passed through since the last decision, then the one being decided
    int32_t count;
} ShownScenes;

// In PHASE_FEEDBACK: of the decision just answered.
ShownScenes walk_shown_scenes(const Showing *showing);

typedef struct {
    OptionId option; // or OPTION_OWN_WORDS
    char letter;     // 'A' …
    Str text;
    bool focused, ticked; // ticked: multiple
    bool before;          // was answered before stepping back
} ShownOption;

typedef struct {
    ShownOption rows[LIMIT_OPTIONS + 1];
    int32_t count;
} ShownOptions;

ShownOptions walk_shown_options(const Showing *showing); // of a choice or multiple, as WALK_CHOOSE counts them

typedef struct {
    int32_t item; // place in the ask
    Str text;
    int32_t where; // level or bin, -1: not yet; rank: its place from 0
    bool focused, carried;
} ShownItem;

typedef struct {
    ShownItem rows[LIMIT_ITEMS]; // in shown order; of a rank: as they are ordered now
    int32_t count;
    Str places[LIMIT_LEVELS]; // names of the levels or bins
    int32_t place_count;
} ShownItems;

ShownItems walk_shown_items(const Showing *showing);

// The decision, as a whole.
typedef struct {
    int32_t kind; // an AskKind
    Str prompt;   // the author's, or "It is your turn"
    bool is_private;
    int32_t number;      // of this decision on the present way, from 1
    int32_t least, most; // decisions of a walk that goes on from here, those made included; most -1: no bound
    int32_t usual;       // the most that walks usually have, when there is no bound; 0: not known
    int32_t min, max;    // multiple: how many are expected; of the others 0
    int32_t missing;     // items still to place, options still to tick; of typing, 1 while there is no word
    int32_t over;        // multiple: ticked beyond max
    bool can_submit;
    bool limit_runs;
    int32_t limit_left; // seconds, rounded up
    Str own_prompt;     // of own words, or of ours
} ShownAsk;

ShownAsk walk_shown_ask(const Showing *showing);

typedef struct {
    Str name;
    Str competencies; // that it marks: "Listening", "Listening, Frame"
    bool ticked, noticed, undecided;
    bool is_new, is_gone;    // by the last change of the text
    const DetectorHit *hits; // bytes of draft.text; of what was noticed
    int32_t hit_count;
    Str seen; // the first hit; empty when there is nothing to see
} ShownDetector;

typedef struct {
    ShownDetector rows[LIMIT_ASK_DETECTORS];
    int32_t count;
    int32_t chars; // of draft.text, code points
} ShownWords;

ShownWords walk_shown_words(const Showing *showing);

typedef struct {
    GaugeId gauge;
    Str name;
    Str words; // band word, or numbers
    int32_t value, min, max;
    int32_t moved;    // by the last answer: -1, 0, 1
    Str change_words; // "Trust: slight rise, now …"; empty when it did not move
    int32_t better;   // 0 not said, 1 high, 2 low
} ShownGauge;

typedef struct {
    ShownGauge rows[LIMIT_GAUGES];
    int32_t count;
} ShownGauges;

ShownGauges walk_shown_gauges(const Showing *showing);

typedef struct {
    int32_t number; // of the decision
    SceneId scene;
    Str title, words;
    bool typed; // the words are the person's own, and their stars are stars
} ShownStep;

typedef struct {
    const ShownStep *rows;
    int32_t count;
} ShownWay;

ShownWay walk_shown_way(const Showing *showing); // "so far": the present way; private answers are left out

// The whole conversation, for H: scenes, what was answered, replies.
typedef enum { HEARD_TITLE, HEARD_LINE, HEARD_ANSWER } HeardKind;

typedef struct {
    int32_t kind; // a HeardKind
    ShownLine line;
    bool typed; // as of a ShownStep
} Heard;

typedef struct {
    const Heard *rows;
    int32_t count;
} Transcript;

Transcript walk_shown_transcript(const Showing *showing);
