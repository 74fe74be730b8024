// What a room did besides playing, for `sessions show`: votes, sentences, the page that it keeps.
#include "cli/sessions.h"
#include "group/group_event.h"

enum { LEAST_VOTERS = 5 }; // below, the counts of a vote could tell who gave them

typedef ROWS_OF(GroupEvent) GroupEventList;

typedef struct {
    Cli *cli;
    const Telling *telling;
    GroupEventList votes, sentences;
    Str kept[GROUP_KEPT], raised;
} Room;

// A later vote of the same decision and round takes the place of the earlier one.
static void take_vote(Room *room, const GroupEvent *event) {
    for (int32_t i = 0; i < room->votes.count; i++) {
        if (room->votes.rows[i].scene == event->scene && room->votes.rows[i].round == event->round) {
            room->votes.rows[i] = *event;
            return;
        }
    }
    *rows_append(&room->cli->arena, &room->votes) = *event;
}

static void forget(Room *room, int32_t seq) {
    int32_t count = 0;
    for (int32_t i = 0; i < room->sentences.count; i++) {
        if (room->sentences.rows[i].seq != seq) {
            room->sentences.rows[count++] = room->sentences.rows[i];
        }
    }
    room->sentences.count = count;
}

static void take_event(Room *room, const GroupEvent *event) {
    switch (event->kind) {
    case GROUP_EVENT_VOTE:
        take_vote(room, event);
        break;
    case GROUP_EVENT_SENTENCE:
        *rows_append(&room->cli->arena, &room->sentences) = *event;
        break;
    case GROUP_EVENT_FORGET:
        forget(room, event->index);
        break;
    case GROUP_EVENT_KEEP:
        room->kept[event->index] = event->text;
        break;
    case GROUP_EVENT_RAISE:
        room->raised = event->text;
        break;
    case GROUP_EVENT_NONE:
    case GROUP_EVENT_ROOM:
    case GROUP_EVENT_PHASE:
    case GROUP_EVENT_CARD:
    case GROUP_EVENT_FOLLOW:
        break;
    }
}

static void read_lines(Room *room, Str lines) {
    const Scenario *scenario = telling_scenario(room->telling);
    while (lines.len > 0) {
        GroupEvent event = {0};
        LogReading reading;
        if (log_open_line(&room->cli->scratch, str_cut(&lines, '\n'), &reading)) {
            if (group_event_parse(&room->cli->arena, scenario, &reading, &event)) {
                take_event(room, &event);
            }
            log_close_line(&reading);
        }
    }
}

static void print_item(const Room *room, Str text) {
    cli_print_line(str_format(&room->cli->scratch, "- %.*s", S_ARG(text)));
}

static Str tell_place(const Room *room, const GroupEvent *vote, const Ask *ask, int32_t place) {
    int32_t shown = vote->shown[place];
    if (ask->items.count > 0) {
        return telling_place(room->telling, ask, place);
    }
    return shown == OPTION_OWN_WORDS ? cli_text(room->cli, TR("in your own words"))
                                     : telling_option_label(room->telling, shown);
}

static Str tell_row(const Room *room, const GroupEvent *vote, const Ask *ask, int32_t row) {
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

static void tell_vote(const Room *room, const GroupEvent *vote) {
    Cli *cli = room->cli;
    const Scenario *scenario = telling_scenario(room->telling);
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[vote->scene].ask];
    Str scene = telling_scene_title(room->telling, vote->scene);
    print_item(room, vote->round == 2 ? CLI_FORMAT(cli, TR("{0}, after the talk"), scene) : scene);
    for (int32_t row = 0; row < vote->tally.rows; row++) {
        Str told = tally_answered(&vote->tally, row) < LEAST_VOTERS
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
        if (room->kept[i].len > 0 && !begun) {
            begin_section(room, TR("What the group keeps"));
            begun = true;
        }
        if (room->kept[i].len > 0) {
            print_item(room, room->kept[i]);
        }
    }
    if (room->raised.len > 0) {
        begin_section(room, TR("To be passed on"));
        print_item(room, room->raised);
    }
}

void sessions_tell_room(Cli *cli, const Telling *telling, Str lines) {
    Room room = {.cli = cli, .telling = telling};
    read_lines(&room, lines);
    if (room.votes.count > 0) {
        begin_section(&room, TR("What the room voted"));
    }
    for (int32_t i = 0; i < room.votes.count; i++) {
        tell_vote(&room, &room.votes.rows[i]);
    }
    if (room.sentences.count > 0) {
        begin_section(&room, TR("Sentences that were kept"));
    }
    for (int32_t i = 0; i < room.sentences.count; i++) {
        print_item(&room, room.sentences.rows[i].text);
    }
    tell_page(&room);
}
