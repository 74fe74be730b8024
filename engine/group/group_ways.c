#include "group/group_ways.h"
#include "group/audience.h"
#include "group/group_inside.h"

void group_keep_left(Group *group) {
    const Log *log = &group->solo.session.log;
    Arena *scratch = &group->solo.scratch;
    ArenaMark mark = arena_mark(scratch);
    StrBuilder lines = {.arena = scratch};
    SoloStart start = {.scenario = group->solo.scenario, .now_ms = group->now_ms, .limits_off = true};
    for (int32_t i = 0; i < group->left.lines; i++) {
        str_add(&lines, log->lines.rows[i].text);
        str_add_char(&lines, '\n');
    }
    solo_finish(&group->left.solo);
    if (lines.count > 0 && solo_resume(&group->left.solo, &start, str_built(&lines)) == SOLO_RESUMED_NOTHING) {
        group->left.solo = (Solo){0};
    }
    arena_rewind(scratch, mark);
}

ToldComparison group_compare_ways(const Group *group, const Telling *telling) {
    Telling left = *telling;
    left.session = &group->left.solo.session;
    left.story = &group->left.solo.story;
    ComparedSession first = {.telling = &left, .limits_off = true},
                    now = {.telling = telling, .left_at = 1, .limits_off = true};
    return comparison_create(&first, &now);
}

bool group_has_two_ways(const Group *group) {
    static const Catalog PLAIN = {0};
    const Session *session = &group->solo.session, *left = &group->left.solo.session;
    if (group->left.solo.scenario == NULL || group->phase < GROUP_FOLLOWED || group->phase >= GROUP_TO_WORK) {
        return false;
    }
    Arena arena = {0};
    Telling telling = {.session = session, .story = &group->solo.story, .catalog = &PLAIN, .arena = &arena};
    ToldComparison both = group_compare_ways(group, &telling);
    bool part = !both.same && both.decision <= session->way.count && both.decision <= left->way.count;
    arena_finish(&arena);
    return part;
}

bool group_act_show_ways(Group *group, const GroupAction *action) {
    bool wanted = action->value != 0;
    if (wanted == group->left.shown || (wanted && !group_has_two_ways(group))) {
        return false;
    }
    group->ideas_shown = GROUP_IDEAS_HIDDEN; // one or the other stands behind what the phase shows
    int32_t before = wanted ? audience_count_pages(group) : INT32_MAX;
    group->left.shown = wanted;
    group_turn_to(group, before);
    return true;
}
