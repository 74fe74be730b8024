#include "group/group_inside.h"

enum { MINUTE_MS = 60 * 1000, ALL = INT32_MAX };

// `minutes` of a phase: how long it takes of a session as long as `whole`; the story has what is left. `timer`: how
// long the room is given for it, where that is said.
typedef struct {
    int32_t whole, most; // minutes; the longest that is still one of these
    int32_t decisions;
    bool always_twice; // every vote is followed by talk and a second one
    uint32_t left_out; // bit i: GroupPhase i
    int32_t minutes[GROUP_PHASE_COUNT], timer[GROUP_PHASE_COUNT];
} Format;

#define BIT(phase) (UINT32_C(1) << (phase))

static const Format FORMATS[GROUP_FORMAT_COUNT] =
    {[GROUP_SHORT] = {.whole = 15,
                      .most = 20,
                      .decisions = 1,
                      .always_twice = true,
                      .left_out = BIT(GROUP_FRAME) | BIT(GROUP_CONTRACT) | BIT(GROUP_OPENING) | BIT(GROUP_REACTIONS) |
                                  BIT(GROUP_DESCRIPTION) | BIT(GROUP_ANALYSIS) | BIT(GROUP_TO_WORK),
                      .minutes = {[GROUP_PAGE] = 3},
                      .timer = {[GROUP_VOTE] = 1, [GROUP_TALK] = 1, [GROUP_VOTE_AGAIN] = 1, [GROUP_AGREE] = 3}},
     [GROUP_ONE_TEAM] =
         {.whole = 45,
          .most = 60,
          .decisions = 5,
          .left_out = BIT(GROUP_OPENING) | BIT(GROUP_DESCRIPTION) | BIT(GROUP_TO_WORK),
          .minutes =
              {[GROUP_FRAME] = 2, [GROUP_CONTRACT] = 2, [GROUP_REACTIONS] = 2, [GROUP_ANALYSIS] = 8, [GROUP_PAGE] = 3},
          .timer = {[GROUP_VOTE] = 1,
                    [GROUP_TALK] = 4,
                    [GROUP_VOTE_AGAIN] = 1,
                    [GROUP_AGREE] = 5,
                    [GROUP_REACTIONS] = 2,
                    [GROUP_ANALYSIS] = 8,
                    [GROUP_PAGE] = 3}},
     [GROUP_EVENING] = {
         .whole = GROUP_PLANNED_MINUTES,
         .most = ALL,
         .decisions = ALL,
         .minutes = {[GROUP_FRAME] = 5,
                     [GROUP_CONTRACT] = 3,
                     [GROUP_OPENING] = 4,
                     [GROUP_REACTIONS] = 3,
                     [GROUP_DESCRIPTION] = 3,
                     [GROUP_ANALYSIS] = 14,
                     [GROUP_TO_WORK] = 4,
                     [GROUP_PAGE] = 6},
         .timer = {[GROUP_OPENING] = 2,
                   [GROUP_VOTE] = 1,
                   [GROUP_TALK] = 6,
                   [GROUP_VOTE_AGAIN] = 1,
                   [GROUP_AGREE] = 5,
                   [GROUP_REACTIONS] = 3,
                   [GROUP_DESCRIPTION] = 3,
                   [GROUP_ANALYSIS] = 14,
                   [GROUP_TO_WORK] = 4,
                   [GROUP_PAGE] = 4}}};

GroupFormat group_format(const Group *group) {
    GroupFormat format = GROUP_SHORT;
    while (FORMATS[format].most < group->planned) {
        format = (GroupFormat)(format + 1);
    }
    return format;
}

static const Format *format_of(const Group *group) {
    return &FORMATS[group_format(group)];
}

bool group_act_plan(Group *group, const GroupAction *action) {
    if (action->value < GROUP_LEAST_MINUTES || action->value > GROUP_MOST_MINUTES || action->value == group->planned) {
        return false;
    }
    group_record(group, &(GroupEvent){.kind = GROUP_EVENT_PLAN, .index = action->value});
    return true;
}

bool group_has_phase(const Group *group, GroupPhase phase) {
    bool warns = phase == GROUP_CONTRACT && group->solo.scenario->notice.len > 0;
    return warns || (format_of(group)->left_out & BIT(phase)) == 0;
}

bool group_votes_twice(const Group *group) {
    return format_of(group)->always_twice;
}

bool group_has_played_enough(const Group *group) {
    return group->solo.session.way.count >= format_of(group)->decisions;
}

int32_t group_phase_minutes(const Group *group, GroupPhase phase) {
    const Format *format = format_of(group);
    return group_has_phase(group, phase) ? format->minutes[phase] * group->planned / format->whole : 0;
}

int32_t group_story_minutes(const Group *group) {
    int32_t left = group->planned;
    for (int32_t phase = 0; phase < GROUP_PHASE_COUNT; phase++) {
        left -= group_phase_minutes(group, (GroupPhase)phase);
    }
    return left;
}

static bool is_story(GroupPhase phase) {
    return phase >= GROUP_READ && phase <= GROUP_ENDING;
}

int64_t group_spent_ms(const Group *group, GroupPhase phase) {
    int64_t running = group->now_ms - group->solo.began_ms - group->since_ms;
    return group->spent_ms[phase] + (phase == group->phase && running > 0 ? running : 0);
}

int64_t group_story_ms(const Group *group) {
    int64_t sum = 0;
    for (int32_t phase = 0; phase < GROUP_PHASE_COUNT; phase++) {
        sum += is_story((GroupPhase)phase) ? group_spent_ms(group, (GroupPhase)phase) : 0;
    }
    return sum;
}

void group_take_phase(Group *group, GroupPhase phase, int64_t at_ms) {
    group->spent_ms[group->phase] += at_ms > group->since_ms ? at_ms - group->since_ms : 0;
    group->since_ms = at_ms;
    group->phase = phase;
}

void group_set_timer(Group *group) {
    group->timer.whole_ms = (int64_t)format_of(group)->timer[group->phase] * MINUTE_MS;
    group->timer.left_ms = group->timer.whole_ms;
    group->timer.runs = group->phase == GROUP_TALK;
}
