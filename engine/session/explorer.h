// An exploration under way: the states met so far, and what an answer does in them. Internal to exploring.
#pragma once

#include "session/explore.h"
#include "session/explore_state.h"
#include "session/key_set.h"

enum { SIDES_AT_ONCE = 4 };

// Consequences of an answer: the same in every state of its scene, unless that has rules.
typedef struct {
    Consequences given;
    Gifts gifts;
    int32_t marks; // row of Explorer.marks
} Weighed;

// Answers that are to be given in states of one scene.
typedef struct {
    const Answer *answers;
    int32_t count;
    Weighed *weighed; // each of them, WEIGHED_MOST at most; NULL: they are to be weighed anew in each state
    bool are_weighed;
    bool all_met; // every option of the scene was offered in some state
} Choices;

// Where an answer led, and what it marked.
typedef struct {
    SceneId scene;
    int32_t row;
    int32_t marks; // row of Explorer.marks
} Outcome;

// One that is not settled yet: its state is known, not its row.
typedef struct {
    Outcome outcome;
    int32_t from; // row of the state in which the answer was given
    uint32_t hash;
} Pending;

enum {
    PENDING_MOST = 16,
    WEIGHED_MOST = 64 // answers of a scene that are weighed once
};

typedef struct Explorer Explorer;

struct Explorer {
    const Scenario *scenario;
    Arena arena;
    Arena brief; // of the component that is explored
    Arena *scratch;
    KeyPool pool;
    SceneGraph graph;
    StateLayout layout;
    Walk walk;
    Pending pending[PENDING_MOST];
    int32_t pending_count, pending_most; // fewer near the limits, beyond which what is pending may go
    uint32_t *keys;                      // of those pending, each layout.most_numbers
    // By SceneId, the states met in it: to its key each adds a number for the one who explores its component, 0 at
    // first, and its bounds. These are of each competency the least total that a walk brings there, as its negative,
    // then of each the greatest, then zeros up to a multiple of SIDES_AT_ONCE: what is carried over is always a sum,
    // and of it and what is there the larger.
    KeySet *sets;
    int32_t competency_count; // whose bounds are kept; 0: those of none
    int32_t sides;            // of bounds, with the zeros
    KeySet marks;             // that answers give, as bounds; row 0: none
    int32_t component;        // the one that is explored
    int32_t stood_in;         // that in which the walk last stood, and what no answer there moved
    uint32_t *still;
    struct Circle *circle; // of explore_circle.c
    int64_t most_states, work, room;
    bool exceeded;
    uint8_t *scene_met, *option_met;
    bool *loops; // by component
    Exploration *result;
    void (*settle)(Explorer *explorer); // all that are pending
};

void explorer_begin(Explorer *explorer, Arena *arena); // results go to `arena`
void explorer_finish(Explorer *explorer);

uint32_t *explorer_state(const Explorer *explorer, SceneId scene, int32_t row);
int32_t *explorer_number(const Explorer *explorer, SceneId scene, int32_t row);
int32_t explorer_room_a_state(const Explorer *explorer, SceneId scene);
int32_t *explorer_bounds(const Explorer *explorer, SceneId scene, int32_t row);

Choices explorer_choices(Explorer *explorer, SceneId scene); // all answers
// Gives those that can be given in a state, and notes what is offered there. What states they lead to is settled later,
// for all that are pending in their order: looking up one waits for memory, and several wait together.
void explorer_take(Explorer *explorer, SceneId scene, int32_t row, Choices *choices);
void explorer_fetch_pending(const Explorer *explorer); // then settle each, and set pending_count to 0
Outcome explorer_settle(Explorer *explorer, int32_t pending);
void explorer_carry(const Explorer *explorer, const int32_t *from, int32_t marks, int32_t *to); // bounds
void explorer_keep_no_bounds(Explorer *explorer, SceneId scene);  // from now on, for its states
int32_t *explorer_push_bounds(Explorer *explorer, int32_t count); // as of states that no walk was brought to yet
void explorer_check_limits(Explorer *explorer);                   // after states were settled

void explore_circle(Explorer *explorer); // explores the component, which is one
