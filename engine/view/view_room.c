#include "scenario/advance.h"
#include "scenario/personal.h"
#include "view/room_page.h"

enum {
    NARROW_WIDTH = 900,
    LOW_HEIGHT = 500,
    SIDE_PADDING = 24,
    RING = 6
}; // RING: what the focus needs around a control

void room_want(RoomPage *page, GroupActionKind kind, int32_t index) {
    if (page->action.kind == GROUP_NONE) {
        page->action = (GroupAction){.kind = kind, .index = index, .value = index, .now_ms = ui_now_ms(page->ui)};
    }
}

void room_want_text(RoomPage *page, GroupActionKind kind, int32_t index, Str text) {
    room_want(page, kind, index);
    page->action.text = text;
}

void room_want_draft(RoomPage *page, SoloActionKind kind, int32_t index, int32_t value, Str text) {
    room_want(page, GROUP_DRAFT, 0);
    page->action.draft = (SoloAction){.kind = kind, .index = index, .value = value, .text = text};
}

void room_wish(RoomPage *page, ViewRoomWish wish, int32_t number) {
    page->view->wish = wish;
    page->view->number = number;
}

Str room_text(const RoomPage *page, Str source) {
    return ui_words(page->ui, source);
}

bool room_button(RoomPage *page, Str key, int32_t index, Str text, Str hint) {
    return ui_button(page->ui,
                     (UiButton){.key = key, .index = index, .text = text, .hint = hint, .by_pointer = hint.len > 0});
}

void room_small(const RoomPage *page, Str text) {
    ui_text(page->ui, (UiText){.text = text, .style = TEXT_SMALL, .color = COLOR_SOFT, .marked = true});
}

void room_told(const RoomPage *page, Str text) {
    ui_text(page->ui, (UiText){.text = text, .style = TEXT_SMALL, .color = COLOR_SOFT, .live = page->tells});
}

void room_warn_personal(const RoomPage *page, Str typed) {
    if (personal_find(typed, 0).to > 0) {
        ui_text(page->ui, (UiText){.text = room_text(page, TR("This looks like somebody’s address or number. Leave it "
                                                              "out.")),
                                   .style = TEXT_SMALL,
                                   .color = COLOR_TERRACOTTA_INK,
                                   .live = true});
    }
}

void room_say_preview(RoomPage *page) {
    Ui *ui = page->ui;
    const Audience *audience = page->view->audience;
    ui_card_begin(ui, (UiBox){.gap = 8});
    ui_heading(ui, room_text(page, TR("The room sees")));
    if (audience->heading.len > 0) {
        ui_text(ui, (UiText){.text = audience->heading, .style = TEXT_READING, .marked = true, .live = page->tells});
    }
    if (audience->text.len > 0) {
        ui_text(ui, (UiText){.text = audience->text, .marked = true, .live = page->tells});
    }
    for (int32_t i = 0; i < audience->lines.count; i++) {
        const ToldLine *line = &audience->lines.rows[i];
        ui_text(ui, (UiText){.text = telling_labelled(page->telling, line->who, line->text),
                             .style = TEXT_READING,
                             .marked = true,
                             .live = page->tells});
    }
    for (int32_t i = 0; i < audience->rows.count; i++) {
        const AudienceRow *row = &audience->rows.rows[i];
        Str text = telling_labelled(page->telling, row->label, row->text);
        ui_text(ui, (UiText){.text = row->number.len > 0 ? UI_FORMAT(ui, TR("{0} · {1}"), text, row->number) : text,
                             .marked = !row->typed,
                             .live = page->tells});
    }
    if (audience->pairs.count > 0) {
        room_say_pairs(page);
    }
    if (audience->page_count > 1) {
        room_small(page, UI_FORMAT(ui, TR("Page {0} of {1}"), ui_number(ui, audience->page + 1),
                                   ui_number(ui, audience->page_count)));
    }
    ui_card_end(ui);
}

typedef void Say(RoomPage *page);

static void say_preview_and_help(RoomPage *page) {
    room_say_preview(page);
    room_say_help(page);
}

static void say_phase(RoomPage *page) {
    static Say *const SAYS[GROUP_PHASE_COUNT] = {[GROUP_TITLE] = room_say_checklist,
                                                 [GROUP_FRAME] = room_say_preview,
                                                 [GROUP_CONTRACT] = say_preview_and_help,
                                                 [GROUP_OPENING] = room_say_cards,
                                                 [GROUP_READ] = room_say_preview,
                                                 [GROUP_VOTE] = room_say_tally,
                                                 [GROUP_TALK] = room_say_result,
                                                 [GROUP_VOTE_AGAIN] = room_say_tally,
                                                 [GROUP_REVEAL] = room_say_result,
                                                 [GROUP_AGREE] = room_say_agreeing,
                                                 [GROUP_FOLLOWED] = room_say_preview,
                                                 [GROUP_ENDING] = room_say_preview,
                                                 [GROUP_REACTIONS] = room_say_preview,
                                                 [GROUP_DESCRIPTION] = room_say_preview,
                                                 [GROUP_ANALYSIS] = room_say_agenda,
                                                 [GROUP_TO_WORK] = say_preview_and_help,
                                                 [GROUP_PAGE] = room_say_kept};
    if (page->group->solo.phase == SOLO_PHASE_CONFIDENCE) {
        room_say_sure(page);
    } else if (page->view->audience->pairs.count > 0) {
        room_say_preview(page);
    } else {
        SAYS[page->group->phase](page);
    }
}

static SceneId scene_of(const RoomPage *page) {
    return page->group->phase == GROUP_ENDING ? page->group->solo.session.walk.scene : solo_scene(&page->group->solo);
}

// For the trainer alone: on the case before it begins, then on the scene.
static const TrainerNotes *notes_of(const RoomPage *page) {
    return &page->scenario->trainer_notes.rows[page->scenario->scenes.rows[scene_of(page)].trainer];
}

static bool has_notes(const RoomPage *page) {
    bool before = page->group->phase < GROUP_READ;
    bool any =
        before ? page->scenario->trainer.len > 0 : notes_of(page)->notes.len > 0 || notes_of(page)->prompts.count > 0;
    return any && page->group->phase <= GROUP_ENDING;
}

static int32_t count_note_lines(const RoomPage *page) {
    enum { EM = 18, THOUSAND = 1000 }; // an em, a little wider than it is
    const TrainerNotes *notes = notes_of(page);
    int32_t wide = (ui_width(page->ui) - BESIDE_MAIN) * THOUSAND / EM;
    int32_t lines = notes->notes.len > 0 ? advance_count_lines(notes->notes, wide) : 0;
    for (int32_t i = 0; i < notes->prompts.count; i++) {
        lines += advance_count_lines(page->scenario->texts.rows[notes->prompts.first + i], wide);
    }
    return lines;
}

// Below answers that are counted, or were: what both take, about.
static bool fits_below_answers(const RoomPage *page) {
    enum { ROW = 45, LINE = 23, BARS = 190, CARDS = 250 }; // BARS: above and below; CARDS: what stands in them besides
    return page->group->hands[0].places * ROW + count_note_lines(page) * LINE + CARDS + BARS <= ui_height(page->ui);
}

// Notes that are as long as their author likes, or stand below a list that is, are a page of their own.
static bool folds_notes(const RoomPage *page) {
    GroupPhase phase = page->group->phase;
    bool counts = phase >= GROUP_VOTE && phase <= GROUP_REVEAL;
    bool long_page = phase < GROUP_READ || phase == GROUP_AGREE || (counts && !fits_below_answers(page));
    return long_page && !page->narrow && has_notes(page);
}

static void say_notes(RoomPage *page) {
    Ui *ui = page->ui;
    const Scenario *scenario = page->scenario;
    const TrainerNotes *notes = notes_of(page);
    bool before = page->group->phase < GROUP_READ, alone = page->noting == VIEW_ROOM_NOTE_OWN;
    Str text = before ? scenario->trainer : notes->notes;
    if (!has_notes(page)) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 6, .fill = COLOR_PLUM_LIGHT, .stroke = COLOR_PLUM});
    ui_text(ui, (UiText){.text = room_text(page, before ? TR("Your notes for this situation")
                                                        : TR("Your notes for this decision")),
                         .style = TEXT_STRONG,
                         .color = COLOR_PLUM_INK,
                         .role = ROLE_HEADING});
    if (text.len > 0) {
        ui_text(ui, (UiText){.text = text, .color = COLOR_PLUM_INK, .marked = true, .live = alone});
    }
    StrBuilder prompts = {.arena = ui_arena(ui)};
    for (int32_t i = 0; i < notes->prompts.count && !before; i++) {
        str_add(&prompts, i > 0 ? S(" ") : (Str){0});
        str_add(&prompts, UI_FORMAT(ui, TR("“{0}”"), scenario->texts.rows[notes->prompts.first + i]));
    }
    if (prompts.count > 0) {
        ui_text(ui, (UiText){.text = str_built(&prompts), .color = COLOR_PLUM_INK, .marked = true, .live = alone});
    }
    ui_card_end(ui);
}

static Str next_words(const RoomPage *page) {
    const Group *group = page->group;
    if (group->page + 1 < page->view->audience->page_count) {
        return room_text(page, TR("Next page"));
    }
    if (group->solo.phase == SOLO_PHASE_CONFIDENCE) {
        return room_text(page, TR("Leave it out"));
    }
    if (group_waits_for_part(group)) {
        return UI_FORMAT(page->ui, TR("Next: {0}"), room_text(page, group->parts[group->part + 1].name));
    }
    if (group->open || group->ranks) {
        return room_text(page, group->doubts ? TR("Close all the same") : TR("Close the vote"));
    }
    GroupPhase next = group_next_phase(group);
    if (next == group->phase && group->phase != GROUP_READ) {
        return (Str){0};
    }
    return group->phase == GROUP_FOLLOWED && next == GROUP_READ
               ? room_text(page, TR("Go on"))
               : UI_FORMAT(page->ui, TR("Next: {0}"), view_room_phase(page->telling, next));
}

static void say_reveal_buttons(RoomPage *page) {
    const Group *group = page->group;
    if (group->phase != GROUP_REVEAL && group_can_go(group, GROUP_REVEAL) && !group->open &&
        group_next_phase(group) != GROUP_REVEAL &&
        room_button(page, S("reveal"), 0, room_text(page, TR("Reveal")), ui_key_name(page->ui, 'r', 0))) {
        room_want(page, GROUP_GO, GROUP_REVEAL);
    }
    if (group_is_voting(group) && !group->open &&
        room_button(page, S("reopen"), 0, room_text(page, TR("Count again")),
                    ui_key_name(page->ui, KEY_BACKSPACE, 0))) {
        room_want(page, GROUP_REOPEN, 0);
    }
    if (group->phase == GROUP_REVEAL && room_button(page, S("again"), 0, room_text(page, TR("Vote again")), (Str){0})) {
        room_want(page, GROUP_GO, GROUP_VOTE_AGAIN);
    }
}

static void say_undecided(RoomPage *page) {
    if (page->group->undecided) {
        Str text = page->group->phase == GROUP_REVEAL
                       ? TR("No answer leads: pick the one to follow, with its letter. Going on once more picks "
                            "the first of those that lead.")
                   : page->ask->kind == ASK_WRITE
                       ? TR("Nothing is written yet. Going on once more leaves it out.")
                       : TR("The answer is not complete yet. Going on once more completes it with what stands first.");
        ui_text(page->ui, (UiText){.text = room_text(page, text), .color = COLOR_TERRACOTTA_INK, .live = true});
    }
}

static void say_buttons(RoomPage *page) {
    Ui *ui = page->ui;
    Str next = next_words(page);
    ui_box_begin(ui, (UiBox){.gap = 8, .padding = UI_PAD2(RING, 0)});
    say_undecided(page);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .row_gap = 8});
    if (page->group->page > 0 && ui_button(ui, (UiButton){.key = S("before"),
                                                          .text = S("‹"),
                                                          .name = room_text(page, TR("The page before")),
                                                          .by_pointer = true})) {
        room_want(page, GROUP_PREVIOUS, 0);
    }
    if (next.len > 0 && ui_button(ui, (UiButton){.key = S("next"),
                                                 .text = next,
                                                 .hint = ui_key_name(ui, KEY_SPACE, 0),
                                                 .kind = BUTTON_PRIMARY,
                                                 .wants_focus = page->noting == VIEW_ROOM_NOTE_NONE ||
                                                                page->noting == VIEW_ROOM_NOTE_OWN})) {
        room_want(page, GROUP_NEXT, 0);
    }
    say_reveal_buttons(page);
    room_say_other_question(page);
    bool reads = page->noting == VIEW_ROOM_NOTE_OWN;
    if (folds_notes(page) && (reads || page->noting == VIEW_ROOM_NOTE_NONE) &&
        room_button(page, S("notes"), 0, room_text(page, reads ? TR("Back to the page") : TR("Your notes")),
                    (Str){0})) {
        room_wish(page, VIEW_ROOM_NOTE, reads ? VIEW_ROOM_NOTE_NONE : VIEW_ROOM_NOTE_OWN);
    }
    if (page->group->phase >= GROUP_READ && page->noting == VIEW_ROOM_NOTE_NONE &&
        room_button(page, S("note"), 0, room_text(page, TR("Note a sentence")), ui_key_name(ui, 'p', 0))) {
        room_wish(page, VIEW_ROOM_NOTE, VIEW_ROOM_NOTE_SENTENCE);
    }
    if (page->group->phase >= GROUP_READ && page->group->phase < GROUP_REACTIONS &&
        group_can_go(page->group, GROUP_REACTIONS) &&
        ui_button(
            ui, (UiButton){.key = S("debrief"), .text = room_text(page, TR("To the debrief")), .kind = BUTTON_QUIET})) {
        room_want(page, GROUP_GO, GROUP_REACTIONS);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

// Buttons stand below what they are about, and in sight however long that is.
static void say_main(RoomPage *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .height = UI_GROW, .gap = 12});
    ui_box_begin(
        ui,
        (UiBox){
            .key = S("main"), .height = UI_GROW, .gap = 12, .padding = UI_PAD(RING), .scrolls = true, .hugs = true});
    if (page->noting != VIEW_ROOM_NOTE_OWN) {
        say_phase(page);
    }
    if (page->noting == VIEW_ROOM_NOTE_OWN || !folds_notes(page)) {
        say_notes(page);
    }
    ui_box_end(ui);
    say_buttons(page);
    ui_box_end(ui);
}

static void say_side(RoomPage *page) {
    room_say_side(page);
    if (page->group->phase == GROUP_TITLE) {
        room_say_papers(page);
    }
}

static void say_two_columns(RoomPage *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 10, .align = UI_CENTER});
    room_say_leave(page);
    room_say_title(page);
    room_say_switches(page);
    ui_box_end(ui);
    room_say_phases(page);
    ui_box_begin(ui, (UiBox){.key = S("columns"), .flow = UI_ROW, .height = UI_GROW, .gap = 16});
    say_main(page);
    ui_box_begin(ui, (UiBox){.key = S("side"),
                             .width = SIDE_WIDTH,
                             .height = UI_GROW,
                             .gap = 12,
                             .padding = UI_PAD(RING),
                             .scrolls = true});
    say_side(page);
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_place(RoomPage *page) {
    room_say_title(page);
    room_say_phases(page);
}

// Keys wanted in a hurry stay in sight at both ends of it; the rest is scrolled to.
static void say_one_column(RoomPage *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 6, .align = UI_CENTER});
    room_say_leave(page);
    room_say_switches(page);
    ui_box_end(ui);
    ui_box_begin(
        ui,
        (UiBox){
            .key = S("columns"), .height = UI_GROW, .gap = 12, .padding = UI_PAD(RING), .scrolls = true, .hugs = true});
    bool low = ui_height(ui) < LOW_HEIGHT;
    if (!low) {
        say_place(page);
    }
    say_phase(page);
    say_notes(page);
    say_side(page);
    if (low) {
        say_place(page);
    }
    ui_box_end(ui);
    say_buttons(page);
}

// Round and round.
static void answer_parts(RoomPage *page) {
    const Group *group = page->group;
    if (group->part_count > 0 && ui_shortcut(page->ui, 'g', 0, room_text(page, TR("The next sub-group")))) {
        room_want(page, GROUP_PART, (group->part + 1) % group->part_count);
    }
}

static void answer_hands(RoomPage *page, int32_t places) {
    Ui *ui = page->ui;
    for (int32_t i = 0; i < places; i++) {
        Str count = i == 0 ? room_text(page, TR("Count a hand: the letter or the number of the answer")) : (Str){0};
        Str take = i == 0 ? room_text(page, TR("Take a hand back")) : (Str){0};
        if (ui_shortcut(ui, 'a' + i, MOD_CTRL, take) || ui_key(ui, '1' + i, MOD_CTRL)) {
            room_want(page, GROUP_TAKE, i);
        } else if (ui_shortcut(ui, 'a' + i, 0, count) || ui_key(ui, '1' + i, 0)) {
            room_want(page, GROUP_COUNT, i);
        }
    }
    if (page->group->open && ui_shortcut(ui, '0', MOD_CTRL, (Str){0})) {
        room_want(page, GROUP_UNABSTAIN, 0);
    } else if (page->group->open && ui_shortcut(ui, '0', 0, room_text(page, TR("Count somebody who abstains")))) {
        room_want(page, GROUP_ABSTAIN, 0);
    }
    answer_parts(page);
    if (ui_shortcut(ui, KEY_BACKSPACE, 0, room_text(page, TR("Take the last one back")))) {
        room_want(page, GROUP_TAKE_LAST, 0);
    }
    if (ui_shortcut(ui, KEY_ENTER, 0, room_text(page, TR("Close the vote")))) {
        room_want(page, GROUP_CLOSE, 0);
    }
}

static void answer_picks(RoomPage *page) {
    OptionId options[LIMIT_OPTIONS + 1];
    int32_t count = page->ask && page->ask->kind == ASK_CHOICE ? group_list_options(page->group, options) : 0;
    for (int32_t i = 0; i < count; i++) {
        Str what = i == 0 ? room_text(page, TR("Pick the answer to follow: its letter")) : (Str){0};
        if (ui_shortcut(page->ui, 'a' + i, 0, what) || ui_key(page->ui, '1' + i, 0)) {
            room_want(page, GROUP_PICK, i);
        }
    }
    if (group_can_show_both(page->group) &&
        ui_shortcut(page->ui, 'm', 0, room_text(page, TR("Show the first vote beside the second, or not")))) {
        room_want(page, GROUP_SHOW_BOTH, !page->group->shows_both);
    }
    const GroupVote *vote = group_last_vote(page->group, group_decision(page->group));
    if (vote != NULL && vote->part_count > 0 &&
        ui_shortcut(page->ui, 'g', 0, room_text(page, TR("Show the vote of each sub-group, or not")))) {
        room_want(page, GROUP_SHOW_PARTS, !page->group->shows_parts);
    }
}

static void answer_sure(RoomPage *page) {
    for (int32_t i = 1; i <= 3; i++) {
        Str what = i == 1 ? room_text(page, TR("How sure the room is: 1, 2 or 3")) : (Str){0};
        if (ui_shortcut(page->ui, '0' + i, 0, what)) {
            room_want(page, GROUP_SURE, i);
        }
    }
}

static void answer_phase(RoomPage *page) {
    Ui *ui = page->ui;
    const Group *group = page->group;
    if (group->solo.phase == SOLO_PHASE_CONFIDENCE) {
        answer_sure(page);
    } else if (group->open) {
        answer_hands(page, group->hands[0].places);
    } else if (group_is_voting(group) && ui_shortcut(ui, KEY_BACKSPACE, 0, room_text(page, TR("Count again")))) {
        room_want(page, GROUP_REOPEN, 0);
    } else if (group->phase == GROUP_REVEAL) {
        answer_picks(page);
    } else if (group->ranks) {
        answer_hands(page, group->idea_hands.places);
    } else if (group->phase == GROUP_ANALYSIS) {
        int32_t step = ui_shortcut(ui, KEY_RIGHT, 0, room_text(page, TR("Another question"))) ? 1 : 0;
        step = ui_key(ui, KEY_LEFT, 0) && group->question > 0 ? -1 : step;
        if (step != 0) {
            room_want(page, GROUP_QUESTION, group->question + step);
        }
    }
    room_answer_ideas(page);
    bool reveals = !group->open && group->phase != GROUP_REVEAL && group_can_go(group, GROUP_REVEAL);
    if (reveals && ui_shortcut(ui, 'r', 0, room_text(page, TR("Reveal the vote")))) {
        room_want(page, GROUP_GO, GROUP_REVEAL);
    }
}

static void answer_ways(RoomPage *page) {
    if (group_has_two_ways(page->group) && !page->group->ranks &&
        ui_shortcut(page->ui, 'd', 0, room_text(page, TR("Show both ways side by side, or not")))) {
        room_want(page, GROUP_SHOW_WAYS, !page->group->left.shown);
    }
}

static void answer_time(RoomPage *page) {
    Ui *ui = page->ui;
    if (ui_shortcut(ui, 't', 0, room_text(page, TR("Start or pause the timer")))) {
        room_want(page, GROUP_TIMER, 0);
    }
    if (ui_shortcut(ui, KEY_PLUS, 0, room_text(page, TR("One minute more"))) || ui_key(ui, '=', 0)) {
        room_want(page, GROUP_MINUTE, 0);
    }
}

// A remote sends Page Down and Page Up, and a full stop for a black screen.
static void answer_keys(RoomPage *page) {
    Ui *ui = page->ui;
    ui_present(ui);
    answer_phase(page);
    if (ui_shortcut(ui, KEY_SPACE, 0, room_text(page, TR("Go on"))) || ui_key(ui, KEY_PAGE_DOWN, 0)) {
        room_want(page, GROUP_NEXT, 0);
    }
    if (ui_shortcut(ui, KEY_PAGE_UP, 0, room_text(page, TR("One page or phase back")))) {
        room_want(page, GROUP_PREVIOUS, 0);
    }
    if (ui_shortcut(ui, 'n', 0, room_text(page, TR("Black screen, or not any more"))) || ui_key(ui, KEY_FULL_STOP, 0)) {
        room_want(page, GROUP_BLACK, !page->group->black);
    }
    answer_ways(page);
    room_answer_another_scene(page);
    answer_time(page);
    if (page->group->phase >= GROUP_READ && ui_shortcut(ui, 'p', 0, room_text(page, TR("Note a sentence")))) {
        room_wish(page, VIEW_ROOM_NOTE, VIEW_ROOM_NOTE_SENTENCE);
    }
    if (ui_shortcut(ui, KEY_F8, 0, room_text(page, TR("Open or close the room’s screen, or take the hand back")))) {
        room_wish(page, page->view->shares ? VIEW_ROOM_HAND : VIEW_ROOM_WINDOW, 0);
    }
    if (ui_shortcut(ui, KEY_ESCAPE, 0, room_text(page, TR("Leave the session")))) {
        room_wish(page, page->noting != VIEW_ROOM_NOTE_NONE ? VIEW_ROOM_NOTE : VIEW_ROOM_LEAVE, 0);
    }
}

// An idea waits where none can be noted, until one can be again; so do minutes after the title, and notes where they
// stand on the page.
static ViewRoomNote noting_of(const RoomPage *page) {
    ViewRoomNote noting = page->view->noting;
    bool waits = (noting == VIEW_ROOM_NOTE_IDEA && !group_takes_another_idea(page->group)) ||
                 (noting == VIEW_ROOM_NOTE_MINUTES && page->group->phase != GROUP_TITLE) ||
                 (noting == VIEW_ROOM_NOTE_OWN && !folds_notes(page));
    return waits ? VIEW_ROOM_NOTE_NONE : noting;
}

static RoomPage begin(Ui *ui, ViewRoom *view, bool keys_only) {
    view->wish = VIEW_ROOM_NONE;
    RoomPage page = {.ui = ui,
                     .group = view->group,
                     .telling = view->telling,
                     .scenario = view->group->solo.scenario,
                     .ask = group_ask(view->group),
                     .view = view,
                     .narrow = ui_width(ui) < NARROW_WIDTH,
                     .keys_only = keys_only};
    page.noting = noting_of(&page);
    page.tells = page.noting == VIEW_ROOM_NOTE_NONE;
    return page;
}

GroupAction view_room(Ui *ui, ViewRoom *view) {
    RoomPage page = begin(ui, view, false);
    ui_enter_page(ui, str_format(ui_arena(ui), "room %d %d %d", (int)view->group->phase, group_decision(view->group),
                                 (int)page.noting));
    ui_box_begin(ui, (UiBox){.height = UI_GROW, .gap = 12, .padding = {SIDE_PADDING, 12, SIDE_PADDING, 8}});
    if (page.narrow) {
        say_one_column(&page);
    } else {
        say_two_columns(&page);
    }
    ui_box_end(ui);
    answer_keys(&page);
    if (page.noting == VIEW_ROOM_NOTE_SCENE) {
        room_say_scenes(&page);
    }
    return page.action;
}

GroupAction view_room_keys(Ui *ui, ViewRoom *view) {
    RoomPage page = begin(ui, view, true);
    answer_keys(&page);
    return page.action;
}
