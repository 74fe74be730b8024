// A decision: what is asked, the answers it offers, and what each of them brings about.
#pragma once

#include "scenario/parts.h"

typedef enum { STANCE_NONE, STANCE_RECOMMENDED, STANCE_DEFENSIBLE, STANCE_RISKY } Stance;

// Porter's six attitudes.
typedef enum {
    ATTITUDE_NONE,
    ATTITUDE_EVALUATION,
    ATTITUDE_INTERPRETATION,
    ATTITUDE_SUPPORT,
    ATTITUDE_ENQUIRY,
    ATTITUDE_SOLUTION,
    ATTITUDE_UNDERSTANDING,
    ATTITUDE_COUNT
} Attitude;

typedef struct {
    Name id;
    Str text, label, past;
    ConditionId when; // offered only while it holds
    Stance stance;
    Attitude attitude;
    Consequence gives;
    Span sources; // refs → sources
    int32_t place;
} Option;

typedef struct {
    Name id;
    Str text;
    int32_t key;      // rate: level from 0; NOT_SAID when it is not keyed
    int32_t key_rank; // rank: twice its mean rank in the key (ties share a mean), 0 when there is no key
    Ref bin;          // classify: none when it is to be debated
    WhyId why;
    Span sources;
    int32_t place;
} Item;

typedef struct {
    Name id;
    Str text;
    Span effects; // amounts, applied once per item put here
    int32_t place;
} Bin;

typedef struct {
    Ref item;      // item of the same ask
    int32_t group; // items of one group are tied
} KeyEntry;

typedef struct {
    Ref a, b; // bins
} NearPair;

// The levels of a rate, lowest first.
typedef struct {
    Span labels; // texts
    int32_t place;
} Scale;

typedef struct {
    int32_t from; // percent
    Consequence gives;
    int32_t place;
} ShareBand;

typedef struct {
    ConditionId when;
    Consequence gives; // without `next`
    int32_t place;
} Rule;

typedef struct {
    Ref detector;
    Span scores; // amounts
    int32_t place;
} DetectorUse;

typedef struct {
    Ref of;        // option (choice, multiple) or item
    Ref bin;       // classify
    int32_t level; // rate: level; rank: place from 1
    int32_t count; // colleagues
} PanelCount;

typedef struct {
    Str who;
    Str answer; // in the command line's notation: an option id, "b>a>c", "x=2,y=0"…
    WhyId why;
    int32_t place;
} Voice;

typedef struct {
    int32_t n;
    Span answers; // panel_counts
    Span voices;
    bool fictional;
    int32_t place;
} Panel;

// An answer in one's own words beside the options of a choice.
typedef struct {
    Str prompt, model;
    Span detectors; // detector_uses
    Span rules;
    Span reply;
    WhyId why;
    Span next;
    int32_t place;
} OwnWords;

typedef struct {
    int32_t seconds; // 0: no limit
    Ref option;
    int32_t place;
} Limit;

typedef enum { ASK_NONE, ASK_CHOICE, ASK_MULTIPLE, ASK_RANK, ASK_RATE, ASK_CLASSIFY, ASK_WRITE } AskKind;

typedef struct {
    AskKind kind;
    Str prompt;
    Span next;  // routes
    Span reply; // lines
    WhyId why;
    Span rules;
    bool confidence, shuffle, private_answer;
    int32_t panel; // row of panels
    Str model;
    Span options;      // choice, multiple
    int32_t min, max;  // multiple: how many; min NOT_SAID means 1, max 0 means all
    int32_t own_words; // choice: row of own_words
    int32_t limit;     // choice: row of limits
    Span items;        // rank, rate, classify
    Span key;          // rank: key_entries
    int32_t scale;     // rate: row of scales
    Span bins, near;   // classify: bins, near_pairs
    Span bands;        // share_bands
    Span detectors;    // write: detector_uses
    SceneId scene;     // where it is asked
    int32_t place;
} Ask;
