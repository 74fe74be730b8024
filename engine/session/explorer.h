// An exploration under way: the states met so far, and what an answer does in them. Internal to exploring.
#pragma once

#include "session/explore.h"
#include "session/explore_state.h"
#include "session/key_set.h"

// A state of a circle: a component whose scenes can be met again.
typedef struct {
    SceneId scene;
    int32_t row;
    int32_t first, count; // its outcomes
} Node;

// Where one answer leads from one state, and what it marks.
typedef struct {
    SceneId scene;
    int32_t row;
    int32_t marks; // row of Explorer.marks
} Outcome;

typedef struct {
    int32_t node;
    int32_t next; // the outcome to follow next
} Frame;

typedef struct {
    const Scenario *scenario;
    Arena arena;
    Arena brief; // of the component that is explored
    Arena *scratch;
    KeyPool pool;
    SceneGraph graph;
    StateLayout layout;
    Walk walk;
    uint32_t *key;
    // By SceneId, the states met in it: to its key each adds its place among the states of a circle (0: not yet opened,
    // -1: open), then the low bounds of the competencies, then the high ones.
    KeySet *sets;
    AnswerSpace *spaces; // by SceneId
    int32_t competency_count;
    int32_t component; // the one that is explored
    ROWS_OF(Node) nodes;
    ROWS_OF(Outcome) outcomes;
    ROWS_OF(Frame) frames;
    ROWS_OF(int32_t) closed; // nodes, each after those it leads to unless they lead back
    KeySet marks;            // of the outcomes of all circles
    int64_t most_states, work, room;
    bool exceeded;
    uint8_t *scene_met, *option_met;
    bool *loops; // by component
    Exploration *result;
} Explorer;

void explorer_begin(Explorer *explorer, Arena *arena); // results go to `arena`
void explorer_finish(Explorer *explorer);

uint32_t *explorer_state(const Explorer *explorer, SceneId scene, int32_t row);
int32_t *explorer_place(const Explorer *explorer, SceneId scene, int32_t row);
int32_t *explorer_bounds(const Explorer *explorer, SceneId scene, int32_t row);

const AnswerSpace *explorer_space(Explorer *explorer, SceneId scene);
void explorer_stand(Explorer *explorer, SceneId scene, int32_t row); // puts the walk in a state
void explorer_note_offers(Explorer *explorer);                       // of where it stands

// The walk has answered in the state `row` of `from`: it goes on. In a circle the bounds of a state are only known when
// all of it is, so the outcome is kept; elsewhere what leads to the state has been explored, and they are carried over
// at once.
void explorer_go_on(Explorer *explorer, const Consequences *given, SceneId from, int32_t row);
// Carries bounds over to where an answer with these marks leads; false when that brings nothing new.
bool explorer_carry(const Explorer *explorer, const int32_t *from, const int32_t *marks, int32_t *to);
void explorer_check_limits(Explorer *explorer);

void explore_circle(Explorer *explorer); // explores the component, which is one
