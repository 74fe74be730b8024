// What an Editor holds for each of its tools.
#pragma once

#include "editor/bench.h"
#include "editor/find.h"
#include "editor/spelling.h"
#include "editor/translation.h"
#include "session/explore.h"
#include "session/simulate.h"
#include "solo/solo.h"

typedef struct {
    Str id; // of a gauge or a fact
    int32_t value;
} EditorPreset;

// A play of the case from one of its scenes on. It has a reading of its own, which follows the document's while that
// can be played.
typedef struct {
    bool on;
    bool behind; // the document has errors: what is played is how it was before
    Arena arena; // of the reading, and of the place it begins at
    const Scenario *scenario;
    Str from; // id of the scene; empty: the beginning of the case
    Solo solo;
    Arena preset_arena;
    ROWS_OF(EditorPreset) presets;
} EditorPlay;

// What is looked for in all texts, and what was found. Texts and hits are kept as long as the case is the same.
typedef struct {
    Arena words_arena;
    Str wanted, by;
    FindRules rules;
    bool replaces; // something is to stand in its place
    int32_t at;    // hit that was last led to; -1: none yet
    Arena texts_arena;
    Form texts; // of the case, once they were looked through
    Arena hits_arena;
    FindHits hits;
    bool *left_out; // by hit: it stays as it is
    int32_t left_count;
} EditorFind;

// The figures of a case, once they were asked for and until it is changed.
typedef struct {
    bool on;
    Arena arena;
    Exploration reach;
    Simulation walks;
    int64_t words; // to be read on a walk
} EditorMeasure;

// What became of the texts that went to translators.
typedef struct {
    Arena arena;
    Str told; // empty: nothing was asked yet
    bool trouble;
    Translation read;
} EditorTranslating;

// A dictionary that is looked for on the writer's thread, which takes a while.
typedef struct {
    Arena arena;
    Str language, folders;
    Dictionary *found; // NULL: there is none
} EditorDictionary;

// A text of the form, as it was spelled last.
typedef struct {
    Str text;        // empty: it is not spelled
    ptrdiff_t typed; // as in spelling_find
    bool whole;      // nothing of it waits
    SpellingFaults faults;
} EditorSpelled;

// What is known of the spelling of the form that is shown.
typedef struct {
    Str folders;    // where dictionaries are looked for
    Arena arena;    // of the language
    Str language;   // that the dictionary is for; empty: none was looked for yet
    int64_t ticket; // of the one that is being looked for; 0: none is
    EditorDictionary looked_for;
    Spelling words;
    bool waits; // not all was looked up yet
    Arena texts_arena;
    EditorSpelled *texts; // by row of the form
    int32_t text_count;   // 0: nothing is spelled
    Arena typed_arena;
    Str typed_at; // JSON pointer of the text in which a letter was typed last; empty: something else was done since
    ptrdiff_t typed_to; // … and where the caret stands behind it
    Arena asked_arena;
    Str asked; // the word that something else was asked for
    DictionaryWords suggested;
} EditorSpelling;
