// The top of a trainer's page: the session, the room's screen, the phases.
#include "view/room_page.h"

static const Str NAMES[GROUP_PHASE_COUNT] = {[GROUP_TITLE] = TR_INIT("Title"),
                                             [GROUP_FRAME] = TR_INIT("Frame"),
                                             [GROUP_CONTRACT] = TR_INIT("Fiction"),
                                             [GROUP_OPENING] = TR_INIT("Opening question"),
                                             [GROUP_READ] = TR_INIT("Read"),
                                             [GROUP_VOTE] = TR_INIT("First vote"),
                                             [GROUP_TALK] = TR_INIT("Talk"),
                                             [GROUP_VOTE_AGAIN] = TR_INIT("Second vote"),
                                             [GROUP_REVEAL] = TR_INIT("Reveal"),
                                             [GROUP_AGREE] = TR_INIT("Agree"),
                                             [GROUP_FOLLOWED] = TR_INIT("Follow a way"),
                                             [GROUP_ENDING] = TR_INIT("Ending"),
                                             [GROUP_REACTIONS] = TR_INIT("Reactions"),
                                             [GROUP_DESCRIPTION] = TR_INIT("Description"),
                                             [GROUP_ANALYSIS] = TR_INIT("Analysis"),
                                             [GROUP_TO_WORK] = TR_INIT("Back to work"),
                                             [GROUP_PAGE] = TR_INIT("What we keep")};

Str view_room_phase(const Telling *telling, GroupPhase phase) {
    return telling_words(telling, NAMES[phase]);
}

static Str on_screen(const RoomPage *page) {
    if (!page->view->shows_room) {
        return room_text(page, TR("The room’s screen is closed"));
    }
    return page->group->black
               ? room_text(page, TR("Room’s screen: black"))
               : UI_FORMAT(page->ui, TR("Room’s screen: {0}"), view_room_phase(page->telling, page->group->phase));
}

// Of the page of a sub-group, for the trainer's own shows what all came to.
static Str rows_aloud(const RoomPage *page) {
    const Audience *audience = page->view->audience;
    StrBuilder rows = {.arena = ui_arena(page->ui)};
    for (int32_t i = 0; i < audience->rows.count; i++) {
        const AudienceRow *row = &audience->rows.rows[i];
        if (row->number.len > 0) {
            str_addf(&rows, "%s%.*s %.*s", rows.count > 0 ? ", " : "", row->letter ? 1 : (int)row->text.len,
                     row->letter ? &row->letter : row->text.text, S_ARG(row->number));
        }
    }
    return str_built(&rows);
}

// Said when another phase begins, when the screen is black or is not any more, and when it shows another vote.
static Str on_screen_aloud(const RoomPage *page) {
    bool names_phase = page->view->shows_room && !page->group->black;
    Str screen = on_screen(page), phase = view_room_phase(page->telling, page->group->phase);
    const Audience *audience = page->view->audience;
    Str told = names_phase ? screen : UI_FORMAT(page->ui, TR("{0}, {1}"), phase, screen);
    if (page->group->phase == GROUP_REVEAL && audience->status.len > 0) {
        told = UI_FORMAT(page->ui, TR("{0}, {1}"), told, audience->status);
        Str rows = page->group->shows_parts ? rows_aloud(page) : (Str){0};
        told = rows.len > 0 ? UI_FORMAT(page->ui, TR("{0}, {1}"), told, rows) : told;
    }
    return audience->has_before ? UI_FORMAT(page->ui, TR("{0}, {1}"), told, room_text(page, TR("with the first vote")))
                                : told;
}

// Where there is one screen for both it changes hands.
static void say_window_button(RoomPage *page) {
    bool shares = page->view->shares;
    Str does = shares                   ? TR("Show the room its page")
               : page->view->shows_room ? TR("Close the room’s screen")
                                        : TR("Open the room’s screen");
    if (room_button(page, S("window"), 0, room_text(page, does), S("F8"))) {
        room_wish(page, shares ? VIEW_ROOM_HAND : VIEW_ROOM_WINDOW, 0);
    }
}

void room_say_leave(RoomPage *page) {
    if (ui_button(page->ui, (UiButton){.key = S("leave"),
                                       .text = S("‹"),
                                       .name = room_text(page, TR("Leave the session")),
                                       .kind = BUTTON_QUIET})) {
        room_wish(page, VIEW_ROOM_LEAVE, 0);
    }
}

void room_say_title(RoomPage *page) {
    Ui *ui = page->ui;
    Str present = catalog_plural(page->telling->catalog, TRP("{0} person", "{0} people"), page->group->present);
    Str people = UI_FORMAT(ui, present, ui_number(ui, page->group->present));
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("{0} · {1}"), people, page->scenario->title),
                         .style = TEXT_HEADING,
                         .role = ROLE_HEADING,
                         .most_lines = page->narrow ? 0 : 1,
                         .preview = true,
                         .grow = UI_GROW});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .name = on_screen_aloud(page), .live = page->tells});
    ui_tag(ui, on_screen(page), UI_TINT_PLUM);
    ui_box_end(ui);
}

void room_say_switches(RoomPage *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .row_gap = 6, .align = UI_CENTER});
    say_window_button(page);
    if (room_button(page, S("black"), 0, room_text(page, page->group->black ? TR("Show again") : TR("Black screen")),
                    ui_key_name(ui, 'n', 0))) {
        room_want(page, GROUP_BLACK, !page->group->black);
    }
    if (room_button(page, S("help"), 0, room_text(page, TR("Help")), ui_key_name(ui, KEY_F1, 0))) {
        room_wish(page, VIEW_ROOM_HELP, 0);
    }
    ui_box_end(ui);
}

// The phases that stand in a row with the present one.
static Span phases_beside(GroupPhase phase) {
    return phase < GROUP_READ     ? (Span){GROUP_TITLE, GROUP_READ - GROUP_TITLE}
           : phase < GROUP_ENDING ? (Span){GROUP_READ, GROUP_ENDING - GROUP_READ}
                                  : (Span){GROUP_ENDING, GROUP_PHASE_COUNT - GROUP_ENDING};
}

// One that this decision does not have is left out: votes where an answer is written or put in order.
static bool stands_in_row(const RoomPage *page, GroupPhase phase) {
    bool voted = phase == GROUP_VOTE || phase == GROUP_VOTE_AGAIN || phase == GROUP_REVEAL;
    bool decides = phase >= GROUP_READ && phase < GROUP_ENDING && page->ask != NULL;
    if (!decides || phase == page->group->phase) {
        return true;
    }
    return voted ? group_votes_on(page->ask) : phase != GROUP_AGREE || page->ask->kind != ASK_CHOICE;
}

void room_say_phases(RoomPage *page) {
    Ui *ui = page->ui;
    Span span = phases_beside(page->group->phase);
    int32_t number = 0;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8, .align = UI_CENTER});
    ui_box_begin(ui, (UiBox){.key = S("phases"),
                             .width = UI_GROW,
                             .flow = UI_WRAP,
                             .gap = 8,
                             .row_gap = 6,
                             .role = ROLE_GROUP,
                             .name = room_text(page, TR("Phases"))});
    for (int32_t i = span.first; i < span.first + span.count; i++) {
        GroupPhase phase = (GroupPhase)i;
        if (!stands_in_row(page, phase)) {
            continue;
        }
        bool now = phase == page->group->phase, done = phase < page->group->phase;
        Str text = str_format(ui_arena(ui), "%d %.*s%s", ++number, S_ARG(view_room_phase(page->telling, phase)),
                              done ? " ✓" : "");
        UiToggle pill = {.key = S("phase"),
                         .index = i,
                         .text = text,
                         .checked = now,
                         .disabled = !now && !group_can_go(page->group, phase)};
        if (ui_pill(ui, pill) && !now) {
            room_want(page, GROUP_GO, i);
        }
    }
    ui_box_end(ui);
    room_say_another_scene(page);
    ui_box_end(ui);
}
