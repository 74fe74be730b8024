#include "group/agenda.h"
#include "group/audience_inside.h"
#include "told/debrief.h"

// The nine opening questions of the "Brasero" days of counsellors and digital mediators.
static const Str CARDS[GROUP_CARDS] = {
    TR_INIT("What makes support succeed?"),
    TR_INIT("What helps, or hinders, cooperation between France services and digital mediators?"),
    TR_INIT("What would you like partners to know of your work and its constraints?"),
    TR_INIT("Which skills would you like to develop?"),
    TR_INIT("How do you handle the border between administrative support and digital autonomy?"),
    TR_INIT("Which gestures create trust?"),
    TR_INIT("How can we refer people better?"),
    TR_INIT("Which projects could we share?"),
    TR_INIT("How do you speak of your role?")};

static const Str RULES[] = {
    TR_INIT("Everyone takes part as they wish."),         TR_INIT("What is said here stays here."),
    TR_INIT("We each speak for ourselves, and say “I”."), TR_INIT("We judge no one."),
    TR_INIT("Anyone may pass, or ask for a break."),      TR_INIT("Nothing is kept but what the group chooses.")};

static void say_title(Room *room) {
    audience_add_question(room, (Audience){.kind = AUDIENCE_TITLE, .heading = room->scenario->title});
}

static void say_frame(Room *room) {
    AudienceRows rows = {0};
    for (int32_t i = 0; i < COUNT(RULES); i++) {
        (void)audience_add_row(room, &rows, audience_words(room, RULES[i]));
    }
    audience_add_rows(room, &rows,
                      (Audience){.kind = AUDIENCE_POINTS, .heading = audience_words(room, TR("Our frame"))});
}

static void say_contract(Room *room) {
    audience_add_question(
        room,
        (Audience){.kind = AUDIENCE_QUESTION,
                   .heading = audience_words(room, TR("This is a story.")),
                   .text = audience_words(room, TR("Nobody here is one of its characters. We may stop at any time."))});
    audience_add_text(room,
                      (Audience){.kind = AUDIENCE_TEXT_PAGE, .heading = audience_words(room, TR("Before we begin"))},
                      room->scenario->notice);
}

static void say_card(Room *room) {
    audience_add_question(room, (Audience){.kind = AUDIENCE_QUESTION,
                                           .heading = audience_words(room, CARDS[room->group->card]),
                                           .text = audience_words(room, TR("Two by two, for two minutes."))});
}

static void say_question(Room *room, Str question) {
    audience_add_question(room, (Audience){.kind = AUDIENCE_QUESTION, .heading = question});
}

static void add_portrait(Room *room, const ToldSection *section) {
    AudienceRows rows = {0};
    for (int32_t i = 0; i < section->rows.count; i++) {
        audience_add_row(room, &rows, section->rows.rows[i].text)->label = section->rows.rows[i].label;
    }
    audience_add_rows(room, &rows, (Audience){.kind = AUDIENCE_PORTRAIT, .heading = section->heading});
}

void audience_say_ending(Room *room) {
    if (room->group->solo.phase == SOLO_PHASE_STUCK) {
        audience_add_question(
            room, (Audience){.kind = AUDIENCE_QUESTION, .heading = audience_words(room, TR("The story stops here."))});
        return;
    }
    audience_say_read(room);
    ToldDebrief debrief = debrief_create(room->telling);
    Audience head = {.kind = AUDIENCE_TEXT_PAGE, .heading = debrief.title};
    audience_add_text(room, head, debrief.text);
    if (debrief.text.len == 0) {
        say_question(room, debrief.title);
    }
    for (int32_t i = 0; i < debrief.sections.count; i++) {
        if (debrief.sections.rows[i].part == DEBRIEF_PORTRAIT) {
            add_portrait(room, &debrief.sections.rows[i]);
        }
    }
}

static void say_analysis(Room *room) {
    const Group *group = room->group;
    Agenda agenda = agenda_create(group, room->telling);
    Span asked = room->scenario->debriefs.rows[room->scenario->debrief].questions;
    if (group->talk_of < agenda.count) {
        const AgendaRow *row = &agenda.rows[group->talk_of];
        say_question(room, row->questions[group->question % row->question_count]);
    } else if (asked.count > 0) {
        int32_t question = (group->talk_of - agenda.count) % asked.count;
        say_question(room, room->scenario->texts.rows[asked.first + question]);
    } else {
        say_question(room, audience_words(room, TR("What do we make of it?")));
    }
}

static void say_page(Room *room) {
    AudienceRows rows = {0};
    for (int32_t i = 0; i < GROUP_KEPT; i++) {
        if (str_trim(room->group->kept[i]).len > 0) {
            (void)audience_add_row(room, &rows, str_trim(room->group->kept[i]));
        }
    }
    if (str_trim(room->group->raised).len > 0) {
        audience_add_row(room, &rows, str_trim(room->group->raised))->label =
            audience_words(room, TR("To be passed on"));
    }
    audience_add_rows(room, &rows,
                      (Audience){.kind = AUDIENCE_KEPT, .heading = audience_words(room, TR("What the group keeps"))});
}

static void list_pages(Room *room) {
    switch (room->group->phase) {
    case GROUP_TITLE:
        say_title(room);
        break;
    case GROUP_FRAME:
        say_frame(room);
        break;
    case GROUP_CONTRACT:
        say_contract(room);
        break;
    case GROUP_OPENING:
        say_card(room);
        break;
    case GROUP_READ:
        audience_say_read(room);
        break;
    case GROUP_VOTE:
    case GROUP_TALK:
    case GROUP_VOTE_AGAIN:
        audience_say_ask(room);
        break;
    case GROUP_REVEAL:
        audience_say_reveal(room);
        break;
    case GROUP_AGREE:
        audience_say_agree(room);
        break;
    case GROUP_FOLLOWED:
        audience_say_followed(room);
        break;
    case GROUP_ENDING:
        audience_say_ending(room);
        break;
    case GROUP_REACTIONS:
        say_question(room, audience_words(room, TR("One word.")));
        break;
    case GROUP_DESCRIPTION:
        say_question(room, audience_words(room, TR("What happened?")));
        break;
    case GROUP_ANALYSIS:
        say_analysis(room);
        break;
    case GROUP_TO_WORK:
        say_question(room, audience_words(room, TR("What will I try within a month?")));
        break;
    case GROUP_PAGE:
        say_page(room);
        break;
    case GROUP_PHASE_COUNT:
        break;
    }
}

static Room create_room(const Group *group, const Telling *telling) {
    Room room = {.group = group,
                 .telling = telling,
                 .scenario = group->solo.scenario,
                 .ask = group_ask(group),
                 .arena = telling->arena};
    list_pages(&room);
    if (group->ideas_shown != GROUP_IDEAS_HIDDEN) {
        audience_say_ideas(&room);
    }
    if (group->left.shown) {
        audience_say_ways(&room);
    }
    return room;
}

int32_t audience_count_pages(const Group *group) {
    static const Catalog PLAIN = {0};
    Arena arena = {0};
    Telling telling = {
        .session = &group->solo.session, .story = &group->solo.story, .catalog = &PLAIN, .arena = &arena};
    int32_t count = create_room(group, &telling).pages.count;
    arena_finish(&arena);
    return count > 1 ? count : 1;
}

static Str status_of_vote(const Room *room) {
    const Group *group = room->group;
    const Telling *telling = room->telling;
    bool second = group->phase == GROUP_VOTE_AGAIN;
    Str voted = telling_number(telling, group_count_voted(group)), of = telling_number(telling, group->present);
    if (group->hands[0].several) { // how many people raised a hand nobody knows, only how many one answer has
        return second ? audience_words(room, TR("Second vote")) : audience_words(room, TR("Vote"));
    }
    return second ? TELLING_FORMAT(telling, TR("Second vote · {0} of {1}"), voted, of)
                  : TELLING_FORMAT(telling, TR("Vote · {0} of {1}"), voted, of);
}

static Str status_of_result(const Room *room, const GroupVote *vote) {
    const Telling *telling = room->telling;
    Str votes = telling_plural(telling, TRP("{0} vote", "{0} votes"), tally_answered(&vote->tally, 0));
    if (vote->tally.several || tally_is_of_few(&vote->tally)) {
        return vote->round == 2 ? audience_words(room, TR("Second vote")) : audience_words(room, TR("First vote"));
    }
    return vote->round == 2 ? TELLING_FORMAT(telling, TR("Second vote · {0}"), votes)
                            : TELLING_FORMAT(telling, TR("First vote · {0}"), votes);
}

static Str status_of(const Room *room) {
    const Group *group = room->group;
    const GroupVote *last = group->phase == GROUP_REVEAL ? group_last_vote(group, group_decision(group)) : NULL;
    if (group_is_voting(group)) {
        return status_of_vote(room);
    }
    if (last != NULL) {
        return status_of_result(room, last);
    }
    return group->phase == GROUP_TALK ? audience_words(room, TR("Talk")) : (Str){0};
}

Audience audience_create(const Group *group, const Telling *telling) {
    enum { SECOND_MS = 1000 };
    if (group->black) {
        return (Audience){.kind = AUDIENCE_BLACK};
    }
    Room room = create_room(group, telling);
    int32_t page = group->page < room.pages.count ? group->page : room.pages.count - 1;
    Audience audience = page >= 0 ? room.pages.rows[page] : (Audience){.kind = AUDIENCE_TEXT_PAGE};
    audience.page = page < 0 ? 0 : page;
    audience.page_count = room.pages.count;
    audience.status = audience.status.len > 0 ? audience.status : status_of(&room);
    audience.timer.shown = group->timer.runs || group->timer.left_ms < group->timer.whole_ms;
    audience.timer.left_s = (int32_t)((group->timer.left_ms + SECOND_MS - 1) / SECOND_MS);
    audience.timer.whole_s = (int32_t)(group->timer.whole_ms / SECOND_MS);
    audience.pause = telling_words(telling, TR("We may pause"));
    return audience;
}
