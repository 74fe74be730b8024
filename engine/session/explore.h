// Every state that a walk can reach without stepping back, and what follows from that: attainable bounds of each
// competency and ending, decisions met without an option, scenes and options that no walk meets.
//
// A state is a decision, the gauges, facts and watches on which something ahead still depends, and which of the
// decisions that can be met again are marked (session/explore_state.h). Bounds are exact while no more than
// `most_states` are met, and a few hundred answers and scenes for each; beyond that they are outer bounds (the sum of
// each reachable decision's extremes), sound but not attained, and nothing is said about what is never met. The case
// must be playable.
#pragma once

#include "session/space.h"

typedef struct {
    bool reachable;
    int32_t low[LIMIT_COMPETENCIES + 1], high[LIMIT_COMPETENCIES + 1]; // by CompetencyId; meaningful when reachable
} EndingBounds;

// Facts about a scene, one bit each.
enum {
    SCENE_LED_TO = 1,    // ways lead to it from the start, whatever conditions say
    SCENE_ENTERED = 2,   // some walk enters it
    SCENE_NO_OPTION = 4, // some walk meets its decision with no available option
    SCENE_LOOPS = 8      // some walk is in it while scenes follow each other for ever; of these only one is marked
};

typedef struct {
    bool exact;
    int64_t states;
    EndingBounds all;            // over all endings
    const EndingBounds *endings; // by SceneId; only those of ending scenes are filled
    const uint8_t *scene_met;    // by SceneId, bits of the above
    const uint8_t *option_met;   // by OptionId, 1 when some walk is offered it
    SceneId stuck;               // a scene where a walk met no available option or no way on; 0: none
    SceneId loop;                // a scene from which scenes follow each other for ever; 0: none
} Exploration;

Exploration explore(Arena *arena, Arena *scratch, const Scenario *scenario, int64_t most_states);

// The same but for the bounds: `endings` is NULL and `all` empty. States that differ only by which decisions are marked
// are then one, unless a condition reads a score, so that many a case of circles is met whole by far fewer of them.
Exploration explore_met(Arena *arena, Arena *scratch, const Scenario *scenario, int64_t most_states);
