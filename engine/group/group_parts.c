#include "group/audience.h"
#include "group/group_inside.h"

static const struct {
    Str name, parts[GROUP_PARTS];
    int32_t count;
} DIVISIONS[GROUP_DIVISION_COUNT] = {
    [GROUP_WHOLE] = {.name = TR_INIT("Not divided")},
    [GROUP_HALVES] = {.name = TR_INIT("Left and right"),
                      .parts = {TR_INIT("Left half"), TR_INIT("Right half")},
                      .count = 2},
    [GROUP_JOBS] = {.name = TR_INIT("By job"), .parts = {TR_INIT("Counsellors"), TR_INIT("Mediators")}, .count = 2},
    [GROUP_TABLES] = {.name = TR_INIT("Three tables"),
                      .parts = {TR_INIT("Table 1"), TR_INIT("Table 2"), TR_INIT("Table 3")},
                      .count = 3}};

Str group_division_name(GroupDivision division) {
    return DIVISIONS[division].name;
}

GroupDivision group_division(const Group *group) {
    for (int32_t i = GROUP_WHOLE + 1; i < GROUP_DIVISION_COUNT && group->part_count > 0; i++) {
        if (DIVISIONS[i].count == group->part_count && str_equal(DIVISIONS[i].parts[0], group->parts[0].name)) {
            return (GroupDivision)i;
        }
    }
    return GROUP_WHOLE;
}

bool group_can_divide(const Group *group, GroupDivision division) {
    bool asks = group_asks(group);
    bool voting = asks && group->phase >= GROUP_VOTE && group->phase <= GROUP_AGREE;
    bool voted = asks && group_last_vote(group, group_decision(group)) != NULL;
    return !voting && !voted && group->present >= DIVISIONS[division].count * GROUP_LEAST_PART;
}

// As many in each as can be; the first ones have those that are left.
bool group_act_divide(Group *group, const GroupAction *action) {
    if (action->index < 0 || action->index >= GROUP_DIVISION_COUNT) {
        return false;
    }
    GroupDivision division = (GroupDivision)action->index;
    if (division == group_division(group) || !group_can_divide(group, division)) {
        return false;
    }
    int32_t count = DIVISIONS[division].count;
    GroupEvent room = {.kind = GROUP_EVENT_ROOM, .present = group->present, .part_count = count};
    for (int32_t i = 0; i < count; i++) {
        room.parts[i] = (GroupPart){.name = DIVISIONS[division].parts[i],
                                    .size = group->present / count + (i < group->present % count)};
    }
    group_record(group, &room);
    return true;
}

bool group_act_size(Group *group, const GroupAction *action) {
    int32_t part = action->index;
    if (part < 0 || part >= group->part_count || action->value < GROUP_LEAST_PART ||
        action->value == group->parts[part].size) {
        return false;
    }
    GroupEvent room = {.kind = GROUP_EVENT_ROOM,
                       .present = group->present + action->value - group->parts[part].size,
                       .part_count = group->part_count};
    for (int32_t i = 0; i < group->part_count; i++) {
        room.parts[i] = group->parts[i];
    }
    room.parts[part].size = action->value;
    if (room.present > TALLY_MOST) {
        return false;
    }
    group_record(group, &room);
    group->doubts = false;
    return true;
}

// Where one sub-group has too few voters the others would give it away, by what is left of the whole.
bool group_keeps_parts(const Group *group) {
    bool keeps = group->part_count > 0;
    for (int32_t part = 0; part < group->part_count; part++) {
        for (int32_t row = 0; row < group->hands[part].rows; row++) {
            keeps = keeps && tally_answered(&group->hands[part], row) >= GROUP_LEAST_PART;
        }
    }
    return keeps;
}

bool group_waits_for_part(const Group *group) {
    int32_t next = group->part + 1;
    return group->open && next < group->part_count && tally_answered(&group->hands[next], group->row) == 0;
}

GroupVote group_vote_of(const GroupVote *vote, int32_t part) {
    GroupVote apart = *vote;
    apart.tally = vote->parts[part];
    apart.present = vote->part_of[part].size;
    apart.part_count = 0;
    return apart;
}

bool group_act_show_parts(Group *group, const GroupAction *action) {
    bool wanted = action->value != 0;
    if (wanted == group->shows_parts) {
        return false;
    }
    int32_t whole = wanted && group->phase == GROUP_REVEAL ? audience_count_pages(group) : INT32_MAX;
    group->shows_parts = wanted;
    group_turn_to(group, whole);
    return true;
}
