// What a room did besides playing, for `sessions show`: votes, sentences, the page that it keeps.
#include "cli/sessions.h"
#include "group/group.h"

typedef struct {
    Cli *cli;
    const Telling *telling;
    const Group *group;
} Room;

static void print_item(const Room *room, Str text) {
    cli_print_line(str_format(&room->cli->scratch, "- %.*s", S_ARG(text)));
}

static Str tell_place(const Room *room, const GroupVote *vote, const Ask *ask, int32_t place) {
    int32_t shown = vote->shown[place];
    if (ask->items.count > 0) {
        return telling_place(room->telling, ask, place);
    }
    return shown == OPTION_OWN_WORDS ? cli_text(room->cli, TR("in your own words"))
                                     : telling_option_label(room->telling, shown);
}

static Str tell_row(const Room *room, const GroupVote *vote, const Ask *ask, int32_t row) {
    Cli *cli = room->cli;
    StrBuilder counts = {.arena = &cli->scratch};
    for (int32_t i = 0; i < vote->tally.places; i++) {
        Str place = tell_place(room, vote, ask, i);
        Str count = telling_labelled(room->telling, place, cli_number(cli, vote->tally.hands[row][i]));
        str_addf(&counts, "%s%.*s", i > 0 ? " · " : "", S_ARG(count));
    }
    if (vote->tally.abstained[row] > 0) {
        Str abstained = cli_plural(cli, TRP("{0} abstention", "{0} abstentions"), vote->tally.abstained[row]);
        str_addf(&counts, " · %.*s", S_ARG(abstained));
    }
    Str item = telling_scenario(room->telling)->items.rows[ask->items.count > 0 ? vote->shown[row] : 0].text;
    return item.len > 0 ? telling_labelled(room->telling, item, str_built(&counts)) : str_built(&counts);
}

static void tell_vote(const Room *room, const GroupVote *vote) {
    Cli *cli = room->cli;
    const Scenario *scenario = telling_scenario(room->telling);
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[vote->scene].ask];
    Str scene = telling_scene_title(room->telling, vote->scene);
    print_item(room, vote->round == 2 ? CLI_FORMAT(cli, TR("{0}, after the talk"), scene) : scene);
    for (int32_t row = 0; row < vote->tally.rows; row++) {
        Str told = tally_answered(&vote->tally, row) < GROUP_LEAST_PART
                       ? cli_text(cli, TR("Fewer than five people voted: their votes are not shown."))
                       : tell_row(room, vote, ask, row);
        cli_print_line(str_format(&cli->scratch, "  %.*s", S_ARG(told)));
    }
}

static void begin_section(const Room *room, Str source) {
    cli_print(S("\n"));
    cli_print_line(telling_labelled(room->telling, cli_text(room->cli, source), (Str){0}));
}

static void tell_page(const Room *room) {
    bool begun = false;
    for (int32_t i = 0; i < GROUP_KEPT; i++) {
        if (room->group->kept[i].len > 0 && !begun) {
            begin_section(room, TR("What the group keeps"));
            begun = true;
        }
        if (room->group->kept[i].len > 0) {
            print_item(room, room->group->kept[i]);
        }
    }
    if (room->group->raised.len > 0) {
        begin_section(room, TR("To be passed on"));
        print_item(room, room->group->raised);
    }
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

static void tell_votes(const Room *room) {
    const Group *group = room->group;
    if (group->votes.count > 0) {
        begin_section(room, TR("What the room voted"));
    }
    for (int32_t i = 0; i < group->votes.count; i++) {
        if (!is_replaced(group, i)) {
            tell_vote(room, &group->votes.rows[i]);
        }
    }
}

static void tell_sentences(const Room *room) {
    const Group *group = room->group;
    if (group->sentences.count > 0) {
        begin_section(room, TR("Sentences that were kept"));
    }
    for (int32_t i = 0; i < group->sentences.count; i++) {
        print_item(room, group->sentences.rows[i].text);
    }
}

void sessions_tell_room(Cli *cli, const Telling *telling, Str lines) {
    Group group = {0};
    Room room = {.cli = cli, .telling = telling, .group = &group};
    GroupStart start = {.solo = {.scenario = telling_scenario(telling)}};
    if (group_resume(&group, &start, lines) != SOLO_RESUMED_NOTHING) {
        tell_votes(&room);
        tell_sentences(&room);
        tell_page(&room);
        group_finish(&group);
    }
}
