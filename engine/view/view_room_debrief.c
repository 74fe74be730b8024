#include "view/room_page.h"

void room_say_cards(RoomPage *page) {
    Ui *ui = page->ui;
    room_say_preview(page);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t i = 0; i < GROUP_CARDS; i++) {
        if (ui_pill(ui, (UiToggle){.key = S("card"),
                                   .index = i,
                                   .text = ui_number(ui, i + 1),
                                   .checked = i == page->group->card}) &&
            i != page->group->card) {
            room_want(page, GROUP_CARD, i);
        }
    }
    ui_box_end(ui);
}

static void say_row(RoomPage *page, const AgendaRow *row, int32_t index) {
    static const int32_t TINTS[AGENDA_REASON_COUNT] = {[AGENDA_SURE_BUT_FAR] = UI_TINT_PLUM,
                                                       [AGENDA_CHANGED] = UI_TINT_TERRACOTTA,
                                                       [AGENDA_SPLIT] = UI_TINT_OCHRE,
                                                       [AGENDA_FAR] = UI_TINT_PLUM,
                                                       [AGENDA_MINORITY] = UI_TINT_SAND};
    Ui *ui = page->ui;
    bool now = index == page->group->talk_of;
    int32_t question = now ? page->group->question % row->question_count : 0;
    UiId id = ui_card_begin(ui, (UiBox){.key = S("agenda"),
                                        .index = index,
                                        .gap = 4,
                                        .stroke = now ? COLOR_PLUM : COLOR_NONE,
                                        .stroke_width = now ? 3 : 0,
                                        .focusable = true,
                                        .role = ROLE_BUTTON,
                                        .name = row->title,
                                        .checked = now});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8, .row_gap = 4, .align = UI_CENTER});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("{0} · {1}"), ui_number(ui, row->decision), row->title),
                         .style = TEXT_HEADING,
                         .live = page->tells});
    for (int32_t i = 0; i < AGENDA_REASON_COUNT; i++) {
        if (row->tags[i].len > 0) {
            ui_tag(ui, row->tags[i], TINTS[i]);
        }
    }
    ui_box_end(ui);
    if (now) {
        ui_text(ui, (UiText){.text = row->sentence, .color = COLOR_SOFT, .live = page->tells});
    } else { // its tags tell the eye as much
        ui_aloud(ui, row->sentence, page->tells);
    }
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("“{0}”"), row->questions[question]),
                         .style = now ? TEXT_READING : TEXT_BODY,
                         .marked = true,
                         .most_lines = now ? 0 : 1,
                         .preview = true,
                         .live = now && page->tells});
    ui_card_end(ui);
    if (ui_pressed(ui, id)) {
        room_want(page, GROUP_TALK_OF, index);
    }
}

// Below the decisions, the questions of the case's author.
static void say_own_questions(RoomPage *page, int32_t first) {
    Ui *ui = page->ui;
    Span asked = page->scenario->debriefs.rows[page->scenario->debrief].questions;
    for (int32_t i = 0; i < asked.count; i++) {
        if (ui_pill(ui, (UiToggle){.key = S("question"),
                                   .index = i,
                                   .text = ui_plain_text(ui, page->scenario->texts.rows[asked.first + i]),
                                   .checked = page->group->talk_of == first + i}) &&
            page->group->talk_of != first + i) {
            room_want(page, GROUP_TALK_OF, first + i);
        }
    }
}

void room_say_agenda(RoomPage *page) {
    Ui *ui = page->ui;
    Agenda agenda = agenda_create(page->group, page->telling);
    ui_box_begin(ui, (UiBox){.gap = 6, .role = ROLE_LIST, .name = room_text(page, TR("Worth talking about"))});
    for (int32_t i = 0; i < agenda.count; i++) {
        say_row(page, &agenda.rows[i], i);
    }
    say_own_questions(page, agenda.count);
    ui_box_end(ui);
}

void room_say_other_question(RoomPage *page) {
    Ui *ui = page->ui;
    bool analyses = page->group->phase == GROUP_ANALYSIS && page->view->audience->pairs.count == 0;
    if (analyses && page->group->talk_of < agenda_create(page->group, page->telling).count &&
        room_button(page, S("other"), 0, room_text(page, TR("Another question")), ui_key_name(ui, KEY_RIGHT, 0))) {
        room_want(page, GROUP_QUESTION, page->group->question + 1);
    }
}

static void say_line(RoomPage *page, Str name, GroupActionKind kind, int32_t index, Str now) {
    Str text;
    if (ui_field(page->ui,
                 (UiField){.key = S("line"),
                           .index = kind == GROUP_RAISE ? GROUP_KEPT : index,
                           .name = name,
                           .text = now,
                           .placeholder = name,
                           .most_chars = GROUP_SENTENCE_CHARS,
                           .wants_focus = kind == GROUP_KEEP && index == 0},
                 &text)) {
        room_want_text(page, kind, index, text);
    }
    room_warn_personal(page, now);
}

void room_say_end(RoomPage *page) {
    Ui *ui = page->ui;
    ui_card_begin(ui, (UiBox){.key = S("end"), .gap = 8, .fill = COLOR_TERRACOTTA_LIGHT, .stroke = COLOR_TERRACOTTA});
    ui_heading(ui, room_text(page, TR("At the end")));
    ui_text(ui,
            (UiText){.text = room_text(page, TR("Save the page, then erase the session: votes, sentences and ways go. "
                                                "The saved page stays.")),
                     .color = COLOR_TERRACOTTA_INK});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10});
    if (room_button(page, S("save"), 0, room_text(page, TR("Save the page")), (Str){0})) {
        room_wish(page, VIEW_ROOM_SAVE, 0);
    }
    if (room_button(page, S("keep"), 0, room_text(page, TR("Keep the session…")), (Str){0})) {
        room_wish(page, VIEW_ROOM_KEEP, 0);
    }
    if (ui_button(
            ui,
            (UiButton){.key = S("erase"), .text = room_text(page, TR("Erase the session")), .kind = BUTTON_DANGER})) {
        room_wish(page, VIEW_ROOM_ERASE, 0);
    }
    ui_box_end(ui);
    ui_card_end(ui);
}

void room_say_kept(RoomPage *page) {
    Ui *ui = page->ui;
    ui_card_begin(ui, (UiBox){.key = S("kept"), .gap = 8});
    ui_heading(ui, room_text(page, TR("What the group keeps")));
    for (int32_t i = 0; i < GROUP_KEPT; i++) {
        Str name = UI_FORMAT(ui, TR("Sentence {0}"), ui_number(ui, i + 1));
        say_line(page, name, GROUP_KEEP, i, page->group->kept[i]);
    }
    say_line(page, room_text(page, TR("To be passed on")), GROUP_RAISE, 0, page->group->raised);
    room_small(page, room_text(page, TR("Five sentences at most, without a name.")));
    ui_card_end(ui);
}
