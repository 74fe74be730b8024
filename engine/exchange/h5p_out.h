// A case becoming a Branching Scenario: what h5p_write.c (the package, which scene is which screen) and h5p_out.c (the
// screens) share. Internal to exchange/h5p.
#pragma once

#include "base/json_write.h"
#include "exchange/bank_scene.h"

// What is said after an answer that leads to an end: a screen between them.
typedef struct {
    Str text;
    SceneId end;
} H5pBetween;

typedef struct {
    Arena *arena, *scratch;
    const Scenario *scenario;
    BankReader reader; // lines of scenes, and what is told
    JsonWriter json;
    Str scoring;          // x-scoring of the case
    int32_t *node_of;     // by SceneId, from 1: the screen it becomes; 0: none, for it is an end that shows no line
    bool *reached;        // by SceneId: of ends that are no screen
    int32_t screen_count; // of scenes
    ROWS_OF(H5pBetween) between;
    int32_t number; // of the screen that is written
} H5pOut;

void h5p_out_scene(H5pOut *out, SceneId id);
void h5p_out_between(H5pOut *out, const H5pBetween *between);

bool h5p_out_is_score(const H5pOut *out, const Scene *scene, const Line *line); // what an import says of the score
bool h5p_out_is_counted(const H5pOut *out, Str name);                           // a gauge or fact that an import made
void h5p_out_leave(H5pOut *out, Construct construct, int32_t place, Str about);
// A field without elements, in at most 255 bytes as it is written; `cut`: it was longer.
Str h5p_out_plain(H5pOut *out, Str text, bool *cut);
Str h5p_out_field(H5pOut *out, Str text, Str key); // likewise, of the case; told when it was cut
