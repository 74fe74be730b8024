#include "group/audience.h"
#include "group/group_inside.h"

bool group_takes_ideas(const Group *group) {
    bool alone = group->phase == GROUP_OPENING || group->phase == GROUP_ANALYSIS || group->phase == GROUP_TO_WORK;
    bool writes = (group->phase == GROUP_TALK || group->phase == GROUP_AGREE) &&
                  (group->solo.phase == SOLO_PHASE_WORDS || group_ask(group)->kind == ASK_WRITE);
    return alone || writes;
}

static bool is_asked(const Group *group, const GroupIdea *idea) {
    return group_is_deciding(group) ? idea->decision == group_decision(group)
                                    : idea->decision == 0 && idea->phase == group->phase;
}

int32_t group_list_ideas(const Group *group, int32_t *rows) {
    int32_t count = 0;
    for (int32_t i = 0; i < group->ideas.count && count < GROUP_IDEAS && group_takes_ideas(group); i++) {
        if (is_asked(group, &group->ideas.rows[i])) {
            rows[count++] = i;
        }
    }
    return count;
}

bool group_takes_another_idea(const Group *group) {
    int32_t rows[GROUP_IDEAS];
    return group_takes_ideas(group) && !group->ranks && group_list_ideas(group, rows) < GROUP_IDEAS;
}

bool group_has_ranked(const Group *group) {
    int32_t rows[GROUP_IDEAS], count = group_list_ideas(group, rows), ranked = 0;
    for (int32_t i = 0; i < count; i++) {
        ranked += group->ideas.rows[rows[i]].ranked > 0;
    }
    return ranked > 0;
}

void group_take_idea(Group *group, const GroupEvent *event) {
    *rows_append(&group->arena, &group->ideas) =
        (GroupIdea){.seq = event->seq,
                    .phase = group->phase,
                    .decision = group_is_deciding(group) ? group->way.count + 1 : 0,
                    .text = event->text};
}

void group_take_drop(Group *group, int32_t seq) {
    int32_t kept = 0;
    for (int32_t i = 0; i < group->ideas.count; i++) {
        if (group->ideas.rows[i].seq != seq) {
            group->ideas.rows[kept++] = group->ideas.rows[i];
        }
    }
    group->ideas.count = kept;
}

void group_take_ranking(Group *group, const GroupEvent *event) {
    for (int32_t i = 0; i < group->ideas.count; i++) {
        GroupIdea *idea = &group->ideas.rows[i];
        for (int32_t place = 0; place < event->tally.places; place++) {
            if (idea->seq == event->shown[place]) {
                idea->ranked = event->seq;
                idea->hands = event->tally.hands[0][place];
            }
        }
    }
}

bool group_act_idea(Group *group, const GroupAction *action) {
    Str text = str_trim(action->text);
    if (!group_takes_another_idea(group) || text.len == 0 || !group_is_sentence(text)) {
        return false;
    }
    group_record(group, &(GroupEvent){.kind = GROUP_EVENT_IDEA, .text = text});
    return true;
}

bool group_act_drop(Group *group, const GroupAction *action) {
    if (group->ranks || action->index < 0 || action->index >= group->ideas.count) {
        return false;
    }
    group_record(group, &(GroupEvent){.kind = GROUP_EVENT_DROP, .index = group->ideas.rows[action->index].seq});
    return true;
}

// What the room is to see is turned to at once.
static void show(Group *group, GroupIdeasShown shown) {
    group->left.shown = false;
    group->ideas_shown = GROUP_IDEAS_HIDDEN;
    int32_t before = audience_count_pages(group);
    group->ideas_shown = shown;
    group_turn_to(group, before);
}

bool group_act_show_ideas(Group *group, const GroupAction *action) {
    int32_t rows[GROUP_IDEAS];
    bool fits = action->value == GROUP_IDEAS_HIDDEN ||
                (action->value == GROUP_IDEAS_LISTED && group_list_ideas(group, rows) > 0) ||
                (action->value == GROUP_IDEAS_RANKED && group_has_ranked(group));
    if (!fits || group->ranks || action->value == (int32_t)group->ideas_shown) {
        return false;
    }
    show(group, (GroupIdeasShown)action->value);
    return true;
}

bool group_act_rank(Group *group, const GroupAction *action) {
    int32_t rows[GROUP_IDEAS], count = group_list_ideas(group, rows);
    bool wanted = action->value != 0;
    if (wanted == group->ranks || (wanted && count < 2)) {
        return false;
    }
    group->ranks = wanted;
    group->doubts = false;
    group->idea_hands = (Tally){.rows = 1, .places = count, .several = true};
    if (wanted) {
        show(group, GROUP_IDEAS_LISTED);
    }
    return true;
}

// More hands for one idea than there are people are wrong; any other number may be right.
bool group_close_ranking(Group *group) {
    int32_t rows[GROUP_IDEAS];
    if (tally_answered(&group->idea_hands, 0) > group->present && !group->doubts) {
        group->doubts = true;
        return true;
    }
    GroupEvent ranking = {.kind = GROUP_EVENT_RANKING, .present = group->present, .tally = group->idea_hands};
    group->ranks = group->doubts = false;
    for (int32_t i = group_list_ideas(group, rows) - 1; i >= 0; i--) {
        ranking.shown[i] = group->ideas.rows[rows[i]].seq;
    }
    if (tally_hands(&group->idea_hands, 0) > 0) {
        group_record(group, &ranking);
    }
    return true;
}

bool group_is_ranked_by_few(const Group *group, int32_t ranking) {
    int32_t most = 0;
    for (int32_t i = 0; i < group->ideas.count; i++) {
        const GroupIdea *idea = &group->ideas.rows[i];
        most = idea->ranked == ranking && idea->hands > most ? idea->hands : most;
    }
    return most < TALLY_FEW;
}
