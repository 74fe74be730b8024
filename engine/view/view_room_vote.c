#include "view/room_page.h"

#include "base/emphasis.h"

enum { COUNT_WIDTH = 34, BEFORE_WIDTH = 74 };

static void say_badge(const RoomPage *page, char letter) {
    ui_box_begin(page->ui, (UiBox){.width = 30,
                                   .height = 30,
                                   .align = UI_CENTER,
                                   .justify = UI_CENTER,
                                   .fill = COLOR_TEAL_LIGHT,
                                   .radius = 7});
    ui_text(page->ui, (UiText){.text = str_format(ui_arena(page->ui), "%c", letter),
                               .style = TEXT_STRONG,
                               .color = COLOR_TEAL_INK,
                               .align = UI_CENTER});
    ui_box_end(page->ui);
}

static bool uses_letters(const RoomPage *page) {
    return page->ask->items.count == 0;
}

static Str place_text(const RoomPage *page, int32_t place) {
    OptionId options[LIMIT_OPTIONS + 1];
    if (!uses_letters(page)) {
        return telling_place(page->telling, page->ask, place);
    }
    (void)group_list_options(page->group, options);
    return options[place] == OPTION_OWN_WORDS ? telling_option(page->telling, page->ask, OPTION_OWN_WORDS)
                                              : telling_option_label(page->telling, options[place]);
}

// "it was 5": what the first round had.
static Str before_text(const RoomPage *page, int32_t row, int32_t place) {
    const GroupVote *first = group_find_vote(page->group, group_decision(page->group), 1);
    const Group *group = page->group;
    bool apart = group->part_count > 0;
    if (first == NULL || group->phase == GROUP_VOTE || (apart && first->part_count != group->part_count)) {
        return (Str){0};
    }
    const Tally *tally = apart ? &first->parts[group->part] : &first->tally;
    return UI_FORMAT(page->ui, TR("it was {0}"), ui_number(page->ui, tally->hands[row][place]));
}

void room_say_hands(RoomPage *page, const RoomHands *hands) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8, .align = UI_CENTER});
    if (ui_button(ui, (UiButton){.key = S("minus"),
                                 .index = hands->index,
                                 .text = S("−"),
                                 .name = UI_FORMAT(ui, TR("One less for {0}"), hands->name),
                                 .by_pointer = true,
                                 .compact = true,
                                 .disabled = hands->closed || hands->count == 0})) {
        room_want(page, hands->take, hands->index);
    }
    ui_box_begin(ui, (UiBox){.key = S("count"),
                             .index = hands->of,
                             .width = COUNT_WIDTH,
                             .align = UI_CENTER,
                             .name = hands->aloud,
                             .live = true,
                             .quiet = true});
    ui_text(ui, (UiText){.text = ui_number(ui, hands->count), .style = TEXT_HEADING, .align = UI_CENTER});
    ui_box_end(ui);
    if (ui_button(ui, (UiButton){.key = S("plus"),
                                 .index = hands->index,
                                 .text = S("+"),
                                 .name = UI_FORMAT(ui, TR("One more for {0}"), hands->name),
                                 .by_pointer = true,
                                 .compact = true,
                                 .disabled = hands->closed})) {
        room_want(page, hands->add, hands->index);
    }
    ui_box_end(ui);
}

// "B: 2": the answer by its letter, for it is pressed by that.
static Str place_aloud(const RoomPage *page, int32_t place, int32_t count) {
    Ui *ui = page->ui;
    Str letter = str_format(ui_arena(ui), "%c", 'A' + place);
    return telling_labelled(page->telling, uses_letters(page) ? letter : place_text(page, place), ui_number(ui, count));
}

static int32_t counted_of(const Group *group) {
    return group->row * GROUP_PARTS + group->part;
}

static void say_place(RoomPage *page, const Tally *tally, int32_t place) {
    Ui *ui = page->ui;
    int32_t row = page->group->row;
    int32_t count = tally->hands[row][place];
    Str text = place_text(page, place), before = before_text(page, row, place);
    ui_divider(ui);
    ui_box_begin(ui, (UiBox){.key = S("place"),
                             .index = place,
                             .flow = UI_ROW,
                             .gap = 12,
                             .align = UI_CENTER,
                             .role = ROLE_GROUP,
                             .name = text});
    Str sign = str_format(ui_arena(ui), "%c", (uses_letters(page) ? 'A' : '1') + place);
    say_badge(page, sign.text[0]);
    ui_text(ui, (UiText){.text = text,
                         .aloud = telling_labelled(page->telling, sign, ui_plain_text(ui, text)),
                         .marked = true,
                         .most_lines = 2,
                         .preview = true,
                         .live = page->group->open,
                         .grow = UI_GROW});
    room_say_hands(page, &(RoomHands){.name = text,
                                      .aloud = place_aloud(page, place, count),
                                      .index = place,
                                      .of = counted_of(page->group),
                                      .count = count,
                                      .add = GROUP_COUNT,
                                      .take = GROUP_TAKE,
                                      .closed = !page->group->open});
    ui_box_begin(ui, (UiBox){.width = BEFORE_WIDTH});
    room_small(page, before);
    ui_box_end(ui);
    ui_box_end(ui);
}

// After the count that has changed comes what that makes.
static void say_total_aloud(RoomPage *page) {
    Ui *ui = page->ui;
    const Group *group = page->group;
    ui_box_begin(ui, (UiBox){.key = S("total"),
                             .index = counted_of(group),
                             .width = BEFORE_WIDTH,
                             .name = UI_FORMAT(ui, TR("{0} of {1}"), ui_number(ui, group_count_voted(group)),
                                               ui_number(ui, group->present)),
                             .live = true,
                             .quiet = true});
    ui_box_end(ui);
}

static void say_abstained(RoomPage *page, const Tally *tally) {
    Ui *ui = page->ui;
    Str text = room_text(page, TR("Abstain"));
    int32_t count = tally->abstained[page->group->row];
    ui_divider(ui);
    ui_box_begin(ui, (UiBox){.key = S("abstain"), .flow = UI_ROW, .gap = 12, .align = UI_CENTER});
    say_badge(page, '0');
    ui_text(ui, (UiText){.text = text, .color = COLOR_SOFT, .grow = UI_GROW});
    room_say_hands(page, &(RoomHands){.name = text,
                                      .aloud = telling_labelled(page->telling, text, ui_number(ui, count)),
                                      .of = counted_of(page->group),
                                      .count = count,
                                      .add = GROUP_ABSTAIN,
                                      .take = GROUP_UNABSTAIN,
                                      .closed = !page->group->open});
    say_total_aloud(page);
    ui_box_end(ui);
}

// Who came late, or left, is counted from now on.
static void say_recount(RoomPage *page) {
    const Group *group = page->group;
    int32_t voted = group_count_voted(group);
    Str people = catalog_plural(page->telling->catalog, TRP("{0} person is here", "{0} people are here"), voted);
    if (group->part_count == 0 && !group->hands[0].several && voted > 0 &&
        ui_button(page->ui, (UiButton){.key = S("recount"),
                                       .text = UI_FORMAT(page->ui, people, ui_number(page->ui, voted)),
                                       .kind = BUTTON_QUIET,
                                       .compact = true})) {
        room_want(page, GROUP_PRESENT, voted);
    }
}

// In words, for a sum is read wrongly when one is in a hurry.
static Str difference(const RoomPage *page) {
    int32_t missing = group_missing(page->group);
    const Catalog *words = page->telling->catalog;
    Str source =
        missing > 0
            ? catalog_plural(words, TRP("{0} hand is missing.", "{0} hands are missing."), missing)
            : catalog_plural(words, TRP("There is {0} hand too many.", "There are {0} hands too many."), -missing);
    return UI_FORMAT(page->ui, source, ui_number(page->ui, missing > 0 ? missing : -missing));
}

static void say_total(RoomPage *page) {
    Ui *ui = page->ui;
    const Group *group = page->group;
    Str of = group->open ? TR("Count the hands: {0} of {1}") : TR("Closed: {0} of {1}");
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .row_gap = 4, .align = UI_CENTER, .justify = UI_BETWEEN});
    ui_text(ui,
            (UiText){.text = UI_FORMAT(ui, of, ui_number(ui, group_count_voted(group)), ui_number(ui, group->present)),
                     .style = TEXT_HEADING,
                     .role = ROLE_HEADING,
                     .live = !group->open}); // each hand says it of an open one
    if (group->open) {
        room_small(page, room_text(page, uses_letters(page) ? TR("Its letter: one more. Ctrl with it: one less")
                                                            : TR("Its number: one more. Ctrl with it: one less")));
    }
    ui_box_end(ui);
    if (group->doubts) {
        ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .align = UI_CENTER});
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("{0} Close once more if that is right."), difference(page)),
                             .color = COLOR_TERRACOTTA_INK,
                             .live = true});
        say_recount(page);
        ui_box_end(ui);
    }
}

static void say_rows(RoomPage *page) {
    Ui *ui = page->ui;
    const Group *group = page->group;
    if (group->hands[0].rows < 2) {
        return;
    }
    uint8_t order[LIMIT_ITEMS];
    (void)session_shown_order(&group->solo.session, order);
    const Item *item = &page->scenario->items.rows[page->ask->items.first + order[group->row]];
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .align = UI_CENTER});
    ui_text(ui, (UiText){.text = item->text, .style = TEXT_READING, .marked = true, .live = true, .grow = UI_GROW});
    if (group->row > 0 && room_button(page, S("up"), 0, room_text(page, TR("Before")), (Str){0})) {
        room_want(page, GROUP_ROW, group->row - 1);
    }
    room_small(page,
               UI_FORMAT(ui, TR("{0} of {1}"), ui_number(ui, group->row + 1), ui_number(ui, group->hands[0].rows)));
    ui_box_end(ui);
}

static void say_parts(RoomPage *page) {
    Ui *ui = page->ui;
    const Group *group = page->group;
    ui_box_begin(ui, (UiBox){.key = S("parts"),
                             .flow = UI_WRAP,
                             .gap = 8,
                             .align = UI_CENTER,
                             .role = ROLE_GROUP,
                             .name = room_text(page, TR("Whose hands are counted"))});
    ui_aloud(ui, room_text(page, group->parts[group->part].name), true);
    for (int32_t i = 0; i < group->part_count; i++) {
        const GroupPart *part = &group->parts[i];
        Str text = str_format(ui_arena(ui), "%.*s · %d / %d", S_ARG(room_text(page, part->name)),
                              tally_answered(&group->hands[i], group->row), part->size);
        if (ui_pill(ui, (UiToggle){.key = S("part"), .index = i, .text = text, .checked = i == group->part})) {
            room_want(page, GROUP_PART, i);
        }
    }
    if (group->open) {
        ui_keycap(ui, ui_key_name(ui, 'g', 0));
    }
    ui_box_end(ui);
}

void room_say_tally(RoomPage *page) {
    Ui *ui = page->ui;
    Tally tally = page->group->part_count > 0 ? page->group->hands[page->group->part] : group_tally(page->group);
    ui_card_begin(ui, (UiBox){.key = S("tally"), .gap = 2});
    say_total(page);
    if (page->group->part_count > 0) {
        say_parts(page);
    }
    say_rows(page);
    for (int32_t place = 0; place < tally.places; place++) {
        say_place(page, &tally, place);
    }
    say_abstained(page, &tally);
    ui_card_end(ui);
}

// The hands of a sub-group, each with its letter; who abstained stays in the whole.
static void say_part(RoomPage *page, const GroupVote *vote, int32_t part) {
    StrBuilder counts = {.arena = ui_arena(page->ui)};
    for (int32_t place = 0; place < vote->tally.places; place++) {
        str_addf(&counts, "%s%c %d", place > 0 ? " · " : "", 'A' + place, vote->parts[part].hands[0][place]);
    }
    room_told(page, telling_labelled(page->telling, room_text(page, vote->part_of[part].name), str_built(&counts)));
}

static void say_parts_counted(RoomPage *page, const GroupVote *vote) {
    for (int32_t i = 0; i < vote->part_count; i++) {
        say_part(page, vote, i);
    }
    if (vote->part_count == 0 && page->group->part_count > 0) {
        room_small(page, room_text(page, TR("A sub-group had fewer than five voters: none is shown apart.")));
    }
}

static Str percent(const RoomPage *page, Share share) {
    return UI_FORMAT(page->ui, TR("{0} %"), ui_number(page->ui, share_percent(share)));
}

static void say_figures(RoomPage *page, const GroupVote *last) {
    const GroupVote *first = group_find_vote(page->group, group_decision(page->group), 1);
    Tally panel;
    Share split = tally_dispersion(&last->tally);
    if (split.of > 0) {
        room_told(page, UI_FORMAT(page->ui, TR("Dispersion: {0}"), percent(page, split)));
    }
    Share shift = first != NULL && first != last ? tally_shift(&first->tally, &last->tally) : (Share){0};
    if (shift.of > 0) {
        room_told(page, UI_FORMAT(page->ui, TR("Changed between the votes: {0}"), percent(page, shift)));
    }
    Share alike = group_panel(page->group, last, &panel) ? tally_concordance(&last->tally, &panel) : (Share){0};
    if (alike.of > 0) {
        room_told(page, UI_FORMAT(page->ui, TR("In agreement with the panel: {0}"), percent(page, alike)));
    }
}

// Beside the answers: how far the votes agree, and those of each sub-group.
void room_say_figures(RoomPage *page) {
    const GroupVote *vote = group_last_vote(page->group, group_decision(page->group));
    bool told = page->group->phase == GROUP_TALK || page->group->phase == GROUP_REVEAL;
    if (!told || vote == NULL || page->ask == NULL || page->ask->kind != ASK_CHOICE) {
        return;
    }
    ui_card_begin(page->ui, (UiBox){.key = S("figures"), .gap = 4});
    ui_heading(page->ui, room_text(page, TR("What the votes say")));
    say_figures(page, vote);
    say_parts_counted(page, vote);
    ui_card_end(page->ui);
}

static Str stance_words(const RoomPage *page, OptionId option) {
    static const Str WORDS[] = {[STANCE_NONE] = S_INIT(""),
                                [STANCE_RECOMMENDED] = TR_INIT("recommended"),
                                [STANCE_DEFENSIBLE] = TR_INIT("defensible"),
                                [STANCE_RISKY] = TR_INIT("risky")};
    Stance stance = option == OPTION_OWN_WORDS ? STANCE_NONE : page->scenario->options.rows[option].stance;
    return WORDS[stance].len > 0 ? room_text(page, WORDS[stance]) : (Str){0};
}

static int32_t hands_of(const GroupVote *vote, int32_t place) {
    return vote != NULL && place < vote->tally.places ? vote->tally.hands[0][place] : 0;
}

// "B: 8, recommended, followed".
static Str choice_aloud(const RoomPage *page, const GroupVote *vote, int32_t place, Str stance) {
    Ui *ui = page->ui;
    Str letter = str_format(ui_arena(ui), "%c", 'A' + place);
    Str count = vote != NULL ? ui_number(ui, hands_of(vote, place)) : place_text(page, place);
    Str told = telling_labelled(page->telling, letter, count);
    told = stance.len > 0 ? UI_FORMAT(ui, TR("{0}, {1}"), told, stance) : told;
    bool picked = page->group->phase == GROUP_REVEAL && place == page->group->picked;
    return picked ? UI_FORMAT(ui, TR("{0}, {1}"), told, room_text(page, TR("followed"))) : told;
}

static void say_choice(RoomPage *page, const GroupVote *vote, const Tally *panel, int32_t place, OptionId option) {
    Ui *ui = page->ui;
    bool picked = page->group->phase == GROUP_REVEAL && place == page->group->picked;
    Str stance = stance_words(page, option), text = place_text(page, place);
    ui_divider(ui);
    ui_box_begin(ui, (UiBox){.key = S("choice"),
                             .index = place,
                             .flow = UI_ROW,
                             .gap = 12,
                             .align = UI_CENTER,
                             .name = choice_aloud(page, vote, place, stance),
                             .live = page->tells});
    say_badge(page, (char)('A' + place));
    ui_text(ui, (UiText){.text = text, .marked = true, .most_lines = 2, .preview = true, .grow = UI_GROW});
    if (stance.len > 0) {
        ui_tag(ui, stance, UI_TINT_SAND);
    }
    if (panel->places > 0) {
        room_small(page, UI_FORMAT(ui, TR("panel: {0}"), ui_number(ui, panel->hands[0][place])));
    }
    if (vote != NULL) {
        ui_text(ui, (UiText){.text = ui_number(ui, hands_of(vote, place)), .style = TEXT_HEADING});
    }
    if (page->group->phase == GROUP_REVEAL &&
        ui_pill(ui, (UiToggle){.key = S("pick"),
                               .index = place,
                               .text = room_text(page, picked ? TR("followed") : TR("Follow")),
                               .checked = picked})) {
        room_want(page, GROUP_PICK, place);
    }
    ui_box_end(ui);
}

void room_say_few(RoomPage *page) {
    if (page->view->audience->of_few) {
        room_told(page,
                  room_text(page, TR("The room sees no counts: of fewer than five people they would tell who gave "
                                     "which answer.")));
    }
}

static void say_switch(RoomPage *page, Str key, Str text, int32_t letter, GroupActionKind kind, bool on) {
    if (ui_button(page->ui, (UiButton){.key = key,
                                       .text = room_text(page, text),
                                       .hint = ui_key_name(page->ui, letter, 0),
                                       .by_pointer = true,
                                       .compact = true})) {
        room_want(page, kind, !on);
    }
}

// What else the room sees of a vote that is revealed.
static void say_switches(RoomPage *page, const GroupVote *vote) {
    const Group *group = page->group;
    if (group->phase != GROUP_REVEAL) {
        return;
    }
    if (group_can_show_both(group)) {
        say_switch(page, S("both"), group->shows_both ? TR("Hide the first vote") : TR("Show the first vote too"), 'm',
                   GROUP_SHOW_BOTH, group->shows_both);
    }
    if (vote != NULL && vote->part_count > 0) {
        say_switch(page, S("apart"), group->shows_parts ? TR("All together") : TR("By sub-group"), 'g',
                   GROUP_SHOW_PARTS, group->shows_parts);
    }
}

// Between the votes, and before a way is followed: what was counted, and what the case says of each answer, which is
// for the trainer alone.
void room_say_result(RoomPage *page) {
    Ui *ui = page->ui;
    const GroupVote *vote = group_last_vote(page->group, group_decision(page->group));
    OptionId options[LIMIT_OPTIONS + 1];
    Tally panel = {0};
    if (page->ask == NULL || page->ask->kind != ASK_CHOICE) {
        room_say_preview(page);
        ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8, .row_gap = 4});
        say_switches(page, vote);
        ui_box_end(ui);
        room_say_few(page);
        return;
    }
    int32_t count = group_list_options(page->group, options);
    bool asked = vote != NULL && group_panel(page->group, vote, &panel);
    panel.places = asked ? panel.places : 0;
    ui_card_begin(ui, (UiBox){.key = S("result"), .gap = 5});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8, .row_gap = 4, .align = UI_CENTER, .justify = UI_BETWEEN});
    ui_heading(ui, room_text(page, vote != NULL ? TR("What was counted") : TR("No vote yet")));
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    say_switches(page, vote);
    ui_box_end(ui);
    ui_box_end(ui);
    for (int32_t place = 0; place < count; place++) {
        say_choice(page, vote, &panel, place, options[place]);
    }
    room_say_few(page);
    ui_card_end(ui);
}
