// Ideas called out: noted, shown to the room, ranked by hands. Keys and buttons stand on the card itself, for each is
// there only while it does something.
#include "view/room_page.h"

static void say_idea(RoomPage *page, int32_t row, int32_t place) {
    Ui *ui = page->ui;
    const GroupIdea *idea = &page->group->ideas.rows[row];
    int32_t count = page->group->idea_hands.hands[0][place];
    Str letter = str_format(ui_arena(ui), "%c", 'A' + place);
    ui_box_begin(ui, (UiBox){.key = S("idea"), .index = idea->seq, .flow = UI_ROW, .gap = 8, .align = UI_CENTER});
    ui_text(ui, (UiText){.text = letter, .style = TEXT_STRONG});
    ui_text(ui, (UiText){.text = idea->text, .style = TEXT_SMALL, .grow = UI_GROW});
    if (page->group->ranks) {
        room_say_hands(page, &(RoomHands){.name = idea->text,
                                          .aloud = telling_labelled(page->telling, letter, ui_number(ui, count)),
                                          .index = place,
                                          .count = count,
                                          .add = GROUP_COUNT,
                                          .take = GROUP_TAKE});
    } else {
        if (idea->ranked > 0) {
            ui_text(ui, (UiText){.text = ui_number(ui, idea->hands), .style = TEXT_HEADING});
        }
        if (ui_button(ui, (UiButton){.key = S("drop"),
                                     .index = idea->seq,
                                     .text = S("×"),
                                     .name = UI_FORMAT(ui, TR("Erase “{0}”"), idea->text),
                                     .kind = BUTTON_QUIET})) {
            room_want(page, GROUP_DROP, row);
        }
    }
    ui_box_end(ui);
}

// Enter notes it, and the field stays for the next one.
static void say_new_idea(RoomPage *page) {
    Ui *ui = page->ui;
    Str text, name = room_text(page, TR("An idea, without a name"));
    UiId id = ui_id(ui, S("new-idea"), 0);
    if (ui_field(ui,
                 (UiField){.key = S("new-idea"),
                           .name = name,
                           .text = page->view->sentence,
                           .placeholder = name,
                           .hint = ui_key_name(ui, KEY_ENTER, 0),
                           .most_chars = GROUP_SENTENCE_CHARS,
                           .wants_focus = true},
                 &text)) {
        room_wish(page, VIEW_ROOM_TYPE, 0);
        page->view->text = text;
    } else if (ui_pressed(ui, id) && ui_input(ui)->kind == INPUT_KEY) {
        room_want_text(page, GROUP_IDEA, 0, page->view->sentence);
    }
    room_warn_personal(page, page->view->sentence);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ui_button(ui, (UiButton){.key = S("add-idea"),
                                 .text = room_text(page, TR("Note it")),
                                 .compact = true,
                                 .disabled = str_trim(page->view->sentence).len == 0})) {
        room_want_text(page, GROUP_IDEA, 0, page->view->sentence);
    }
    if (ui_button(ui, (UiButton){.key = S("no-idea"),
                                 .text = room_text(page, TR("Cancel")),
                                 .kind = BUTTON_QUIET,
                                 .compact = true})) {
        room_wish(page, VIEW_ROOM_NOTE, VIEW_ROOM_NOTE_NONE);
    }
    ui_box_end(ui);
}

typedef struct {
    Str key, text;
    int32_t letter;
    GroupActionKind kind;
    int32_t value;
    bool there;
} IdeaButton;

enum { IDEA_BUTTONS = 3 };

static void list_buttons(const RoomPage *page, IdeaButton *buttons) {
    const Group *group = page->group;
    int32_t rows[GROUP_IDEAS], count = group_list_ideas(group, rows);
    bool hidden = group->ideas_shown == GROUP_IDEAS_HIDDEN, still = !group->ranks;
    buttons[0] = (IdeaButton){.key = S("show-ideas"),
                              .text = hidden ? TR("Show them") : TR("Hide them"),
                              .letter = 'm',
                              .kind = GROUP_SHOW_IDEAS,
                              .value = hidden ? GROUP_IDEAS_LISTED : GROUP_IDEAS_HIDDEN,
                              .there = still && count > 0};
    buttons[1] = (IdeaButton){.key = S("rank"),
                              .text = group->ranks ? TR("Give the count up") : TR("Rank them"),
                              .letter = 'v',
                              .kind = GROUP_RANK,
                              .value = still,
                              .there = count > 1};
    buttons[2] = (IdeaButton){.key = S("ranked"),
                              .text = TR("Reveal the ranking"),
                              .letter = 'r',
                              .kind = GROUP_SHOW_IDEAS,
                              .value = GROUP_IDEAS_RANKED,
                              .there = still && group_has_ranked(group) && group->ideas_shown != GROUP_IDEAS_RANKED};
}

static void want_button(RoomPage *page, const IdeaButton *button) {
    room_want(page, button->kind, button->value);
}

static void say_buttons(RoomPage *page) {
    Ui *ui = page->ui;
    IdeaButton buttons[IDEA_BUTTONS];
    list_buttons(page, buttons);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8, .row_gap = 4});
    if (group_takes_another_idea(page->group) && page->noting != VIEW_ROOM_NOTE_IDEA &&
        ui_button(ui, (UiButton){.key = S("note-idea"),
                                 .text = room_text(page, TR("Note an idea")),
                                 .hint = ui_key_name(ui, 'i', 0),
                                 .by_pointer = true,
                                 .compact = true})) {
        room_wish(page, VIEW_ROOM_NOTE, VIEW_ROOM_NOTE_IDEA);
    }
    for (int32_t i = 0; i < IDEA_BUTTONS; i++) {
        if (buttons[i].there && ui_button(ui, (UiButton){.key = buttons[i].key,
                                                         .text = room_text(page, buttons[i].text),
                                                         .hint = ui_key_name(ui, buttons[i].letter, 0),
                                                         .by_pointer = true,
                                                         .compact = true})) {
            want_button(page, &buttons[i]);
        }
    }
    ui_box_end(ui);
}

void room_say_ideas(RoomPage *page) {
    Ui *ui = page->ui;
    int32_t rows[GROUP_IDEAS], count = group_list_ideas(page->group, rows);
    if (!group_takes_ideas(page->group)) {
        return;
    }
    ui_card_begin(ui, (UiBox){.key = S("ideas"), .gap = 6});
    if (count > 0 || page->noting == VIEW_ROOM_NOTE_IDEA) {
        ui_heading(ui, room_text(page, TR("Ideas called out")));
    }
    for (int32_t i = 0; i < count; i++) {
        say_idea(page, rows[i], i);
    }
    if (page->noting == VIEW_ROOM_NOTE_IDEA) {
        say_new_idea(page);
    }
    if (page->group->ranks) {
        room_told(page, room_text(page, page->group->doubts
                                            ? TR("One idea has more hands than there are people. Close once more if "
                                                 "that is right.")
                                            : TR("As many hands as each wants to raise: letters count them.")));
    }
    room_say_few(page);
    say_buttons(page);
    ui_card_end(ui);
}

void room_answer_ideas(RoomPage *page) {
    Ui *ui = page->ui;
    IdeaButton buttons[IDEA_BUTTONS];
    if (!group_takes_ideas(page->group)) {
        return;
    }
    list_buttons(page, buttons);
    if (group_takes_another_idea(page->group) && ui_shortcut(ui, 'i', 0, room_text(page, TR("Note an idea")))) {
        room_wish(page, VIEW_ROOM_NOTE, VIEW_ROOM_NOTE_IDEA);
    }
    for (int32_t i = 0; i < IDEA_BUTTONS; i++) {
        if (buttons[i].there && ui_shortcut(ui, buttons[i].letter, 0, room_text(page, buttons[i].text))) {
            want_button(page, &buttons[i]);
        }
    }
}
