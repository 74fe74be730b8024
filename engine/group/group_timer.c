#include "group/group_inside.h"

enum { MINUTE_MS = 60 * 1000 };

// Its end is silent: it stops at zero, and nothing else happens.
void group_pass_time(Group *group, int64_t now_ms) {
    int64_t passed = now_ms - group->now_ms;
    group->now_ms = now_ms > group->now_ms ? now_ms : group->now_ms;
    if (!group->timer.runs || passed <= 0) {
        return;
    }
    group->timer.left_ms -= passed < group->timer.left_ms ? passed : group->timer.left_ms;
    group->timer.runs = group->timer.left_ms > 0;
}

bool group_act_timer(Group *group, const GroupAction *action) {
    (void)action;
    if (!group->timer.runs && group->timer.left_ms == 0) {
        group->timer.left_ms = group->timer.whole_ms;
    }
    bool can = group->timer.left_ms > 0;
    group->timer.runs = can && !group->timer.runs;
    return can;
}

bool group_act_minute(Group *group, const GroupAction *action) {
    enum { MOST_MINUTES = 99 };
    (void)action;
    if (group->timer.left_ms + MINUTE_MS > (int64_t)MOST_MINUTES * MINUTE_MS) {
        return false;
    }
    group->timer.left_ms += MINUTE_MS;
    group->timer.whole_ms = group->timer.left_ms > group->timer.whole_ms ? group->timer.left_ms : group->timer.whole_ms;
    return true;
}
