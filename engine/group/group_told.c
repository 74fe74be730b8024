#include "group/group_told.h"

#include "group/group_inside.h"

typedef ROWS_OF(ToldRow) Rows;

typedef struct {
    const Telling *telling;
    ROWS_OF(GroupSection) sections;
} Making;

static void add_section(Making *making, Str heading, const Rows *rows) {
    if (rows->count > 0) {
        *rows_append(making->telling->arena, &making->sections) =
            (GroupSection){.heading = telling_words(making->telling, heading), .rows = {rows->rows, rows->count}};
    }
}

static void add_text(const Making *making, Rows *rows, Str text) {
    if (text.len > 0) {
        *rows_append(making->telling->arena, rows) = (ToldRow){.text = text, .own = true};
    }
}

static Str tell_place(const Making *making, const GroupVote *vote, const Ask *ask, int32_t place) {
    int32_t shown = vote->shown[place];
    if (ask->items.count > 0) {
        return telling_place(making->telling, ask, place);
    }
    return shown == OPTION_OWN_WORDS ? telling_words(making->telling, TR("in your own words"))
                                     : telling_option_label(making->telling, shown);
}

static Str tell_counts(const Making *making, const GroupVote *vote, const Ask *ask, int32_t row) {
    const Telling *telling = making->telling;
    StrBuilder counts = {.arena = telling->arena};
    for (int32_t i = 0; i < vote->tally.places; i++) {
        Str place = tell_place(making, vote, ask, i);
        Str count = telling_labelled(telling, place, telling_number(telling, vote->tally.hands[row][i]));
        str_addf(&counts, "%s%.*s", i > 0 ? " · " : "", S_ARG(count));
    }
    if (vote->tally.abstained[row] > 0) {
        Str abstained = telling_plural(telling, TRP("{0} abstention", "{0} abstentions"), vote->tally.abstained[row]);
        str_addf(&counts, " · %.*s", S_ARG(abstained));
    }
    return str_built(&counts);
}

static Str tell_item(const Making *making, const GroupVote *vote, const Ask *ask, int32_t row) {
    const Telling *telling = making->telling;
    if (tally_answered(&vote->tally, row) < TALLY_FEW) {
        return telling_words(telling, TR("Fewer than five people voted: their votes are not shown."));
    }
    Str counts = tell_counts(making, vote, ask, row);
    Str item = telling_scenario(telling)->items.rows[ask->items.count > 0 ? vote->shown[row] : 0].text;
    return item.len > 0 ? telling_labelled(telling, item, counts) : counts;
}

static void add_vote(const Making *making, Rows *rows, const GroupVote *vote) {
    const Telling *telling = making->telling;
    const Scenario *scenario = telling_scenario(telling);
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[vote->scene].ask];
    Str scene = telling_scene_title(telling, vote->scene);
    int32_t rows_each = vote->tally.rows, count = rows_each * (1 + vote->part_count);
    Str *items = arena_push(telling->arena, Str, count);
    for (int32_t i = 0; i < rows_each; i++) {
        items[i] = tell_item(making, vote, ask, i);
    }
    for (int32_t i = rows_each; i < count; i++) {
        int32_t part = i / rows_each - 1;
        GroupVote apart = group_vote_of(vote, part);
        Str name = telling_words(telling, vote->part_of[part].name);
        items[i] = telling_labelled(telling, name, tell_item(making, &apart, ask, i % rows_each));
    }
    *rows_append(telling->arena, rows) =
        (ToldRow){.label = vote->round == 2 ? TELLING_FORMAT(telling, TR("{0}, after the talk"), scene) : scene,
                  .more = {items, count}};
}

// A later vote of the same decision and round takes the place of the earlier one, also where the group went back.
static bool is_replaced(const Group *group, int32_t at) {
    for (int32_t i = at + 1; i < group->votes.count; i++) {
        if (group->votes.rows[i].scene == group->votes.rows[at].scene &&
            group->votes.rows[i].round == group->votes.rows[at].round) {
            return true;
        }
    }
    return false;
}

static void add_ideas(const Making *making, Rows *rows, const Group *group) {
    const Telling *telling = making->telling;
    for (int32_t i = 0; i < group->ideas.count; i++) {
        const GroupIdea *idea = &group->ideas.rows[i];
        Str hands = telling_plural(telling, TRP("{0} hand", "{0} hands"), idea->hands);
        bool ranked = idea->ranked > 0 && !group_is_ranked_by_few(group, idea->ranked);
        add_text(making, rows, ranked ? TELLING_FORMAT(telling, TR("{0} · {1}"), idea->text, hands) : idea->text);
    }
}

GroupTold group_tell(const Telling *telling, const Group *group) {
    Making making = {.telling = telling};
    Rows votes = {0}, ideas = {0}, sentences = {0}, page = {0}, raised = {0};
    for (int32_t i = 0; i < group->votes.count; i++) {
        if (!is_replaced(group, i)) {
            add_vote(&making, &votes, &group->votes.rows[i]);
        }
    }
    add_ideas(&making, &ideas, group);
    for (int32_t i = 0; i < group->sentences.count; i++) {
        add_text(&making, &sentences, group->sentences.rows[i].text);
    }
    for (int32_t i = 0; i < GROUP_KEPT; i++) {
        add_text(&making, &page, group->kept[i]);
    }
    add_text(&making, &raised, group->raised);
    add_section(&making, TR("What the room voted"), &votes);
    add_section(&making, TR("Ideas called out"), &ideas);
    add_section(&making, TR("Sentences that were kept"), &sentences);
    add_section(&making, TR("What the group keeps"), &page);
    add_section(&making, TR("To be passed on"), &raised);
    return (GroupTold){making.sections.rows, making.sections.count};
}
