// The decision that is being made, as it is to be drawn: which answers there are, and what of them is done already.
// Their words stand in told/telling.h; a text that stands here is the person's own.
#pragma once

#include "solo/solo.h"

typedef struct {
    OptionId option;      // or OPTION_OWN_WORDS
    char letter;          // 'A' …
    bool focused, ticked; // ticked: multiple
    bool before, first;   // was answered before stepping back; in the walk that a what-if left
} SoloOption;

typedef struct {
    SoloOption rows[LIMIT_OPTIONS + 1];
    int32_t count;
} SoloOptions;

SoloOptions solo_options(const Solo *solo); // of a choice or multiple, as SOLO_CHOOSE counts them

typedef struct {
    int32_t item;  // place in the ask
    int32_t where; // level or bin, -1: not yet; rank: its place from 0
    bool focused, carried;
} SoloItem;

typedef struct {
    SoloItem rows[LIMIT_ITEMS]; // in shown order; of a rank: as they are ordered now
    int32_t count;
    int32_t place_count; // levels or bins
} SoloItems;

SoloItems solo_items(const Solo *solo);

// The decision, as a whole.
typedef struct {
    AskKind kind;
    bool is_private;
    int32_t number; // on the present way, from 1
    WalkLength length;
    int32_t min, max; // multiple: how many are expected; of the others 0
    int32_t missing;  // items still to place, options still to tick; of typing, 1 while there is no word
    int32_t over;     // multiple: ticked beyond max
    bool can_submit;
    bool limit_runs;
    int32_t limit_left; // seconds, rounded up
} SoloDecision;

SoloDecision solo_decision(const Solo *solo);

typedef struct {
    const DetectorUse *use;
    bool ticked, noticed, undecided;
    bool is_new, is_gone;    // by the last change of the text
    const DetectorHit *hits; // bytes of draft.text; of what was noticed
    int32_t hit_count;
    Str seen; // the first hit; empty when there is nothing to see
} SoloDetector;

typedef struct {
    SoloDetector rows[LIMIT_ASK_DETECTORS];
    int32_t count;
    int32_t chars; // of draft.text, code points
} SoloTyped;

SoloTyped solo_typed(const Solo *solo); // what is noticed in the text that is being typed
