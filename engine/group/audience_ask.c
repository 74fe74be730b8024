#include "group/audience_inside.h"
#include "solo/solo_shown.h"

enum { SHORT_LINES = 2, HEADING_LINES = 3 };

static void add_line(Room *room, LineTable *lines, ToldLine line) {
    if (line.text.len > 0) {
        *rows_append(room->arena, lines) = line;
    }
}

static void add_paragraphs(Room *room, LineTable *lines, Str text) {
    for (Str rest = text; rest.len > 0;) {
        add_line(room, lines, (ToldLine){.text = str_trim(str_cut(&rest, '\n'))});
    }
}

void audience_say_read(Room *room) {
    LineTable lines = {0};
    int32_t place = room->group->solo.session.way.count;
    ToldScenes scenes = telling_scenes(room->telling, place);
    if (place == 0) {
        add_paragraphs(room, &lines, room->scenario->intro);
        add_paragraphs(room, &lines, room->scenario->role);
    }
    for (int32_t i = 0; i < scenes.count; i++) {
        for (int32_t j = 0; j < scenes.rows[i].lines.count; j++) {
            add_line(room, &lines, scenes.rows[i].lines.rows[j]);
        }
    }
    audience_add_lines(room, &lines, (Audience){.kind = AUDIENCE_LINES});
    if (room->ask != NULL && room->ask->private_answer) {
        audience_add_question(room, (Audience){.kind = AUDIENCE_QUESTION,
                                               .heading = telling_prompt(room->telling, room->ask),
                                               .text = audience_words(room, TR("Each for oneself, on paper."))});
    } else if (room->ask != NULL && room->pages.count == 0) {
        audience_add_question(
            room, (Audience){.kind = AUDIENCE_QUESTION, .heading = telling_prompt(room->telling, room->ask)});
    }
}

// What is told between, and what has its quotation marks, stays as it is.
Str audience_quoted(const Room *room, Str text) {
    bool plain = str_find(text, S("*")) < 0 && str_find(text, S("«")) < 0 && str_find(text, S("“")) < 0;
    return plain ? TELLING_FORMAT(room->telling, TR("“{0}”"), text) : text;
}

// What was said last, if it is short enough to stand above the answers; and what the author asks.
static Audience head_of(const Room *room, AudienceKind kind) {
    Audience head = {.kind = kind};
    ToldLine said = telling_last_line(room->telling, room->group->solo.session.way.count);
    Str prompt = telling_prompt(room->telling, room->ask);
    Str heading = audience_quoted(room, said.text);
    if (said.by == 0 || audience_count_lines(heading, ROOM_ASKED, audience_width(room)) > HEADING_LINES) {
        head.heading = prompt;
        return head;
    }
    head.who = said.who;
    head.mood = said.mood;
    head.heading = heading;
    head.text = room->ask->prompt;
    return head;
}

static bool is_followed(const Room *room, int32_t place) {
    return room->group->phase == GROUP_REVEAL && room->ask->kind == ASK_CHOICE && place == room->group->picked;
}

static void list_options(Room *room, AudienceRows *rows) {
    OptionId options[LIMIT_OPTIONS + 1];
    int32_t count = group_list_options(room->group, options);
    for (int32_t i = 0; i < count; i++) {
        AudienceRow *row = audience_add_row(room, rows, telling_option(room->telling, room->ask, options[i]));
        row->letter = (char)('A' + i);
        row->followed = is_followed(room, i);
    }
}

static const Item *item_of(const Room *room, int32_t place) { // in the ask
    return &room->scenario->items.rows[room->ask->items.first + place];
}

static Str item_text(const Room *room, int32_t shown) {
    uint8_t order[LIMIT_ITEMS];
    (void)session_shown_order(&room->group->solo.session, order);
    return item_of(room, order[shown])->text;
}

static void list_items(Room *room, AudienceRows *rows) {
    for (int32_t i = 0; i < room->ask->items.count; i++) {
        (void)audience_add_row(room, rows, item_text(room, i));
    }
}

static void list_places(Room *room, AudienceRows *rows) {
    int32_t count = solo_count_places(room->scenario, room->ask);
    for (int32_t i = 0; i < count; i++) {
        audience_add_row(room, rows, telling_place(room->telling, room->ask, i))->letter = (char)('1' + i);
    }
}

// What was said was read on the page before: it gives way where the answers would not be seen all at once.
static void forget_said(const Room *room, const AudienceRows *rows, Audience *head) {
    Audience asked = {.kind = head->kind, .heading = telling_prompt(room->telling, room->ask)};
    bool helps = !audience_fits(room, rows, head, AUDIENCE_SET_CLOSEST);
    if (helps && audience_fits(room, rows, &asked, AUDIENCE_SET_CLOSEST)) {
        *head = asked;
    }
}

// Another answer than that with most hands is the trainer's decision, and so is any where there was no vote.
static Str tell_follow(const Room *room, const GroupVote *vote) {
    const Group *group = room->group;
    int32_t leading = vote != NULL ? tally_leading(&vote->tally, 0) : -1;
    bool other = room->ask->kind == ASK_CHOICE && group->picked >= 0 && group->picked != leading;
    Str letter = str_format(room->arena, "%c", 'A' + group->picked);
    return other ? TELLING_FORMAT(room->telling, TR("The trainer proposes to follow {0}."), letter) : (Str){0};
}

// Of a vote of few the room sees which answer is followed, and of no answer how often it was given.
static Str tell_why_bare(const Room *room, const GroupVote *vote) {
    Str follow = tell_follow(room, vote);
    Str few = audience_words(room, TR("Fewer than five people voted: their votes are not shown."));
    return vote == NULL ? follow : follow.len == 0 ? few : TELLING_FORMAT(room->telling, TR("{0} {1}"), few, follow);
}

void audience_say_ask(Room *room) {
    AudienceRows rows = {0};
    bool revealed = room->group->phase == GROUP_REVEAL;
    const GroupVote *vote = revealed ? group_last_vote(room->group, group_decision(room->group)) : NULL;
    Audience head = head_of(room, AUDIENCE_ANSWERS);
    if (room->ask->items.count == 0) {
        list_options(room, &rows);
        forget_said(room, &rows, &head);
    } else if (group_is_voting(room->group)) {
        head.who = head.mood = (Str){0};
        head.text = telling_prompt(room->telling, room->ask);
        head.heading = item_text(room, room->group->row);
        list_places(room, &rows);
    } else {
        list_items(room, &rows);
    }
    head.note = revealed ? tell_why_bare(room, vote) : (Str){0};
    head.of_few = vote != NULL;
    audience_add_rows(room, &rows, head);
}

// Beside a bar there is little room: where that makes a page dense, a longer text gives way to its label.
static void shorten(const Room *room, AudienceRows *rows, const GroupVote *vote, const Audience *head) {
    bool whole = room->ask->items.count > 0 || audience_fits(room, rows, head, AUDIENCE_SET_WIDE);
    for (int32_t i = 0; i < rows->count && !whole; i++) {
        AudienceRow *row = &rows->rows[i];
        int32_t lines = audience_count_lines(row->text, ROOM_TEXT, audience_row_text_width(room, row, head->kind));
        if (lines > SHORT_LINES && vote->shown[i] != OPTION_OWN_WORDS) {
            row->text = telling_option_label(room->telling, vote->shown[i]);
        }
    }
}

static void list_voted(Room *room, AudienceRows *rows, const GroupVote *vote, const GroupVote *first) {
    int32_t whole = vote->tally.several ? vote->present : tally_hands(&vote->tally, 0);
    for (int32_t i = 0; i < vote->tally.places; i++) {
        int32_t hands = vote->tally.hands[0][i];
        AudienceRow *row = audience_add_row(room, rows, telling_option(room->telling, room->ask, vote->shown[i]));
        row->letter = (char)('A' + i);
        row->number = telling_number(room->telling, hands);
        row->permille = audience_permille(hands, whole);
        row->followed = is_followed(room, i);
        if (first != NULL) {
            int32_t of = first->tally.several ? first->present : tally_hands(&first->tally, 0);
            row->before = audience_permille(first->tally.hands[0][i], of);
        }
    }
}

static void list_voted_items(Room *room, AudienceRows *rows, const GroupVote *vote) {
    for (int32_t i = 0; i < vote->tally.rows; i++) {
        int32_t place = tally_leading(&vote->tally, i), hands = tally_hands(&vote->tally, i);
        int32_t most = tally_most(&vote->tally, i);
        AudienceRow *row = audience_add_row(room, rows, room->scenario->items.rows[vote->shown[i]].text);
        row->label = place >= 0 ? telling_place(room->telling, room->ask, place)
                                : audience_words(room, TR("no answer has more hands than all others"));
        row->number = TELLING_FORMAT(room->telling, TR("{0} of {1}"), telling_number(room->telling, most),
                                     telling_number(room->telling, hands));
        row->permille = audience_permille(most, hands);
    }
}

static void list_result(Room *room, AudienceRows *rows, const GroupVote *vote, const GroupVote *first) {
    if (room->ask->items.count > 0) {
        list_voted_items(room, rows, vote);
    } else {
        list_voted(room, rows, vote, first);
    }
}

// Only votes of which each sub-group had enough voters have any (group.h).
static void say_parts(Room *room, const GroupVote *vote, const Audience *head) {
    for (int32_t i = 0; i < vote->part_count; i++) {
        GroupVote apart = group_vote_of(vote, i);
        AudienceRows rows = {0};
        Audience page = {.kind = AUDIENCE_RESULTS, .heading = head->heading, .who = head->who, .mood = head->mood};
        page.status = audience_words(room, vote->part_of[i].name);
        if (!apart.tally.several) {
            Str votes = telling_plural(room->telling, TRP("{0} vote", "{0} votes"), tally_answered(&apart.tally, 0));
            page.status = TELLING_FORMAT(room->telling, TR("{0} · {1}"), page.status, votes);
        }
        list_result(room, &rows, &apart, NULL);
        shorten(room, &rows, &apart, &page);
        audience_add_rows(room, &rows, page);
    }
}

void audience_say_reveal(Room *room) {
    int32_t decision = group_decision(room->group);
    const GroupVote *vote = group_last_vote(room->group, decision);
    const GroupVote *first = group_find_vote(room->group, decision, 1);
    AudienceRows rows = {0};
    if (vote == NULL || tally_is_of_few(&vote->tally)) {
        audience_say_ask(room);
        return;
    }
    Audience head = head_of(room, AUDIENCE_RESULTS);
    head.note = tell_follow(room, vote);
    head.has_before = room->group->shows_both && group_can_show_both(room->group) && vote->tally.rows == 1;
    list_result(room, &rows, vote, head.has_before ? first : NULL);
    shorten(room, &rows, vote, &head);
    audience_add_rows(room, &rows, head);
    if (room->group->shows_parts) {
        say_parts(room, vote, &head);
    }
}

static void list_agreed(Room *room, AudienceRows *rows) {
    SoloItems items = solo_items(&room->group->solo);
    bool ranks = room->ask->kind == ASK_RANK;
    for (int32_t i = 0; i < items.count; i++) {
        const SoloItem *item = &items.rows[i];
        AudienceRow *row = audience_add_row(room, rows, item_of(room, item->item)->text);
        row->letter = ranks ? (char)('1' + i) : 0;
        row->label = ranks || item->where < 0 ? (Str){0} : telling_place(room->telling, room->ask, item->where);
    }
}

static void list_ticked(Room *room, AudienceRows *rows) {
    SoloOptions options = solo_options(&room->group->solo);
    for (int32_t i = 0; i < options.count; i++) {
        AudienceRow *row =
            audience_add_row(room, rows, telling_option(room->telling, room->ask, options.rows[i].option));
        row->letter = options.rows[i].letter;
        row->followed = options.rows[i].ticked;
    }
}

static void list_noticed(Room *room, AudienceRows *rows) {
    SoloTyped typed = solo_typed(&room->group->solo);
    for (int32_t i = 0; i < typed.count && room->group->shows_found; i++) {
        if (typed.rows[i].ticked) {
            (void)audience_add_row(room, rows, room->scenario->detectors.rows[typed.rows[i].use->detector.id].name);
        }
    }
}

void audience_say_agree(Room *room) {
    AudienceRows rows = {0};
    bool written = room->group->solo.phase == SOLO_PHASE_WORDS;
    Audience head = {.kind = written ? AUDIENCE_WORDS_PAGE : AUDIENCE_ANSWERS,
                     .heading = telling_prompt(room->telling, room->ask)};
    if (room->group->solo.phase == SOLO_PHASE_CONFIDENCE) {
        head = (Audience){.kind = AUDIENCE_QUESTION, .heading = audience_words(room, TR("How sure are we?"))};
        audience_add_question(room, head);
        return;
    }
    if (written) {
        head.text = room->group->solo.draft.text;
        list_noticed(room, &rows);
        head.note = rows.count > 0 ? audience_words(room, TR("Noticed by the program, to be discussed.")) : (Str){0};
    } else if (room->ask->kind == ASK_MULTIPLE) {
        list_ticked(room, &rows);
    } else {
        list_agreed(room, &rows);
    }
    audience_add_rows(room, &rows, head);
}
