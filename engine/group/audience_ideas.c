#include "base/number.h"
#include "group/audience_inside.h"
#include "group/group_inside.h"

// The most hands first, of equals the first that was called out.
static void sort_ideas(const Group *group, int32_t *places, const int32_t *rows, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        int32_t at = i;
        while (at > 0 && group->ideas.rows[rows[places[at - 1]]].hands < group->ideas.rows[rows[i]].hands) {
            places[at] = places[at - 1];
            at--;
        }
        places[at] = i;
    }
}

// As the last ranking of them was.
static bool is_of_few(const Group *group, const int32_t *rows, int32_t count) {
    int32_t last = 0;
    for (int32_t i = 0; i < count; i++) {
        last = max(last, group->ideas.rows[rows[i]].ranked);
    }
    return group_is_ranked_by_few(group, last);
}

void audience_say_ideas(Room *room) {
    const Group *group = room->group;
    int32_t ideas[GROUP_IDEAS], places[GROUP_IDEAS], count = group_list_ideas(group, ideas);
    bool ranked = group->ideas_shown == GROUP_IDEAS_RANKED, few = ranked && is_of_few(group, ideas, count);
    AudienceRows rows = {0};
    for (int32_t i = 0; i < count; i++) {
        places[i] = i;
    }
    if (ranked) {
        sort_ideas(group, places, ideas, count);
    }
    for (int32_t i = 0; i < count; i++) {
        const GroupIdea *idea = &group->ideas.rows[ideas[places[i]]];
        AudienceRow *row = audience_add_row(room, &rows, idea->text);
        row->letter = (char)('A' + places[i]);
        row->typed = true;
        if (ranked && !few && idea->ranked > 0) {
            row->number = telling_number(room->telling, idea->hands);
            row->permille = audience_permille(min(idea->hands, group->present), group->present);
        }
    }
    audience_add_rows(
        room, &rows,
        (Audience){.kind = ranked && !few ? AUDIENCE_RESULTS : AUDIENCE_ANSWERS,
                   .heading = audience_words(room, TR("Our ideas")),
                   .note = few ? audience_words(room, TR("In the order of the hands, which were too few to be shown."))
                               : (Str){0},
                   .of_few = few,
                   .status = group->ranks ? audience_words(room, TR("As many hands as you like")) : (Str){0}});
}
