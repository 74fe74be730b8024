// A session of a group gone through once more, step by step, from the lines of its log: for each step the group as it
// stood then, so that what its room saw is worked out by the one function that did so in the room (group/audience.h),
// with all that it holds back.
//
//     GroupSteps steps = group_steps_list(&arena, scenario, lines);
//     Group group = {0};
//     if (group_steps_stand(&group, &start, lines, &steps.rows[i])) {
//         … audience_create(&group, &telling), its pages turned by GROUP_NEXT's way: group.page …
//     }
//     group_finish(&group);
//
// A step is a phase that the room went through, with all that was noted in it. What no line tells is not known: when a
// page was turned, whether gauges were hidden, the screen was black, both votes or ideas were shown. Of a session
// without lines of phases (a simulation's, or one written by hand) they are those that its votes and answers go
// through.
#pragma once

#include "group/group.h"

typedef struct {
    GroupPhase phase;
    SceneId scene;   // of the decision; 0: none
    int64_t at_ms;   // since the run began
    ptrdiff_t end;   // of the lines before, and in, it
    int32_t seq;     // of its first line: what was noted in it has this number or a later one
    OptionId picked; // at the reveal: what was followed then, OPTION_OWN_WORDS among them; 0: not one option
} GroupStep;

typedef struct {
    ROWS_OF(GroupStep);
    bool made_up; // no line tells a phase
} GroupSteps;

GroupSteps group_steps_list(Arena *arena, const Scenario *scenario, Str lines);
// False: nothing of the lines can be played; the group is zeroed then.
bool group_steps_stand(Group *group, const GroupStart *start, Str lines, const GroupStep *step);
