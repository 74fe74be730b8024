// A session on its way: scenes, where the relation stands, what was answered.
#pragma once

#include "told/telling.h"

typedef struct {
    CharacterId by; // 0: narration
    Str who, mood, text;
} ToldLine;

typedef struct {
    SceneId scene;
    Str title;
    CharacterId with;
    TOLD_LIST(ToldLine) lines; // whose `if` held
} ToldScene;

typedef TOLD_LIST(ToldScene) ToldScenes;

ToldLine telling_line(const Telling *telling, const Line *line);
ToldScene telling_scene(const Telling *telling, int32_t row); // of story.told
// Scenes to which the `place`-th answer of the present way led (from 1; 0: those told from the start on): the ones that
// were passed through, then that of the next decision or the ending. After a jump those that it led to.
ToldScenes telling_scenes(const Telling *telling, int32_t place);

// The last of their lines that somebody says, else the last; zero: there is none.
ToldLine telling_last_line(const Telling *telling, int32_t place);

typedef struct {
    GaugeId gauge;
    Str name;
    Str words; // the author's, or numbers
    int32_t value, min, max;
    int32_t moved; // -1, 0, 1
    ToldChange change;
    Better better;
} ToldGauge;

typedef struct {
    ToldGauge rows[LIMIT_GAUGES];
    int32_t count;
} ToldGauges;

// Those that are shown in a scene, as they stand now, and how the last answer moved them.
ToldGauges telling_gauges(const Telling *telling, SceneId scene);
// Those that an answer moved so far that it can be told.
ToldGauges telling_gauges_moved(const Telling *telling, int32_t decision);

typedef struct {
    int32_t number; // of the decision, from 1
    SceneId scene;
    Str title, words;
    bool typed;    // the words are the person's own, and their stars are stars
    bool branches; // another option of a choice goes on to another scene
    bool jumped;   // a jump led to the decision, not the answer before it
} ToldStep;

typedef TOLD_LIST(ToldStep) ToldWay;

ToldWay telling_way(const Telling *telling); // "so far": the present way; private answers are left out

typedef enum { HEARD_TITLE, HEARD_LINE, HEARD_ANSWER } HeardKind;

typedef struct {
    HeardKind kind;
    ToldLine line;
    bool typed; // as of a ToldStep
} Heard;

typedef TOLD_LIST(Heard) Transcript;

// The whole conversation: scenes up to what the `place`-th answer led to, what was answered, replies, and jumps.
Transcript telling_transcript(const Telling *telling, int32_t place);
