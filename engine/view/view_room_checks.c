// Before it begins: how many take part, how the room is divided, what is to be ready, what is to be printed.
#include "view/room_page.h"

enum { STEP_MINUTES = 5, MINUTES_CHARS = 3, MINUTES_WIDTH = 130 };

static const Str CHECKS[] = {TR_INIT("A card for each answer in every hand, chairs in a horseshoe."),
                             TR_INIT("The sound of this computer is off."),
                             TR_INIT("The room’s screen is open, on the projector, and shows the title."),
                             TR_INIT("At the end the session is erased, unless the group keeps it.")};

typedef struct {
    Str key, label, less, more;
    Str aloud; // said when the value has changed
    int32_t index, value, step, least, most;
    GroupActionKind kind;
} Stepper;

static void say_stepper(RoomPage *page, const Stepper *stepper) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.key = stepper->key,
                             .index = stepper->index,
                             .flow = UI_ROW,
                             .gap = 10,
                             .align = UI_CENTER,
                             .role = ROLE_GROUP,
                             .name = stepper->label});
    if (stepper->label.len > 0) {
        ui_text(ui, (UiText){.text = stepper->label, .style = TEXT_READING});
    }
    int32_t step = ui_button(ui, (UiButton){.key = S("fewer"),
                                            .index = stepper->index,
                                            .text = S("−"),
                                            .name = stepper->less,
                                            .compact = true,
                                            .disabled = stepper->value - stepper->step < stepper->least})
                       ? -1
                       : 0;
    ui_box_begin(
        ui, (UiBox){.key = S("value"), .index = stepper->index, .name = stepper->aloud, .live = true, .quiet = true});
    ui_text(ui, (UiText){.text = ui_number(ui, stepper->value), .style = TEXT_FIGURE});
    ui_box_end(ui);
    if (ui_button(
            ui,
            (UiButton){
                .key = S("more"), .index = stepper->index, .text = S("+"), .name = stepper->more, .compact = true})) {
        step = 1;
    }
    ui_box_end(ui);
    if (step != 0) {
        room_want(page, stepper->kind, stepper->index);
        page->action.value = stepper->value + step * stepper->step;
    }
}

static void say_present(RoomPage *page) {
    const Group *group = page->group;
    Ui *ui = page->ui;
    Str people = catalog_plural(page->telling->catalog, TRP("{0} person", "{0} people"), group->present);
    if (group->part_count == 0) {
        say_stepper(page, &(Stepper){.key = S("present"),
                                     .label = room_text(page, TR("How many take part?")),
                                     .less = room_text(page, TR("One person less")),
                                     .more = room_text(page, TR("One person more")),
                                     .aloud = UI_FORMAT(ui, people, ui_number(ui, group->present)),
                                     .value = group->present,
                                     .step = 1,
                                     .most = TALLY_MOST,
                                     .kind = GROUP_PRESENT});
    }
    for (int32_t i = 0; i < group->part_count; i++) {
        Str name = room_text(page, group->parts[i].name);
        say_stepper(page,
                    &(Stepper){.key = S("size"),
                               .label = name,
                               .less = UI_FORMAT(ui, TR("{0}: one person less"), name),
                               .more = UI_FORMAT(ui, TR("{0}: one person more"), name),
                               .aloud = telling_labelled(page->telling, name, ui_number(ui, group->parts[i].size)),
                               .index = i,
                               .value = group->parts[i].size,
                               .step = 1,
                               .least = GROUP_LEAST_PART,
                               .most = TALLY_MOST,
                               .kind = GROUP_SIZE});
    }
}

static void say_few_present(RoomPage *page) {
    if (page->group->present > 0 && page->group->present < TALLY_FEW) {
        room_told(page, room_text(page, TR("Of fewer than five people the room sees no counts of a vote, and none is "
                                           "kept: they would tell who gave which answer.")));
    }
}

static void say_division(RoomPage *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.key = S("divide"),
                             .flow = UI_WRAP,
                             .gap = 8,
                             .row_gap = 6,
                             .align = UI_CENTER,
                             .role = ROLE_GROUP,
                             .name = room_text(page, TR("Count by sub-group"))});
    room_small(page, room_text(page, TR("Count by sub-group")));
    for (int32_t i = 0; i < GROUP_DIVISION_COUNT; i++) {
        GroupDivision division = (GroupDivision)i;
        bool now = division == group_division(page->group);
        if (ui_pill(ui, (UiToggle){.key = S("division"),
                                   .index = i,
                                   .text = room_text(page, group_division_name(division)),
                                   .checked = now,
                                   .disabled = !now && !group_can_divide(page->group, division)}) &&
            !now) {
            room_want(page, GROUP_DIVIDE, i);
        }
    }
    ui_box_end(ui);
    if (page->group->part_count > 0) {
        room_small(page, room_text(page, TR("A sub-group is shown and kept apart only where each has five voters or "
                                            "more.")));
    }
}

// A number that is none of the pills': Enter takes it.
static void say_minutes(RoomPage *page) {
    Ui *ui = page->ui;
    Str text, typed = page->view->sentence, name = room_text(page, TR("Minutes planned"));
    UiId id = ui_id(ui, S("minutes"), 0);
    int32_t minutes = 0;
    if (page->noting != VIEW_ROOM_NOTE_MINUTES) {
        if (ui_button(ui, (UiButton){.key = S("type-minutes"),
                                     .text = room_text(page, TR("Another number")),
                                     .kind = BUTTON_QUIET,
                                     .compact = true})) {
            room_wish(page, VIEW_ROOM_NOTE, VIEW_ROOM_NOTE_MINUTES);
        }
        return;
    }
    ui_box_begin(ui, (UiBox){.width = MINUTES_WIDTH});
    if (ui_field(ui,
                 (UiField){.key = S("minutes"),
                           .name = name,
                           .text = typed,
                           .hint = ui_key_name(ui, KEY_ENTER, 0),
                           .most_chars = MINUTES_CHARS,
                           .wants_focus = true},
                 &text)) {
        room_wish(page, VIEW_ROOM_TYPE, 0);
        page->view->text = text;
    } else if (ui_pressed(ui, id) && ui_input(ui)->kind == INPUT_KEY && str_to_int(str_trim(typed), &minutes)) {
        room_want(page, GROUP_PLAN, minutes);
    }
    ui_box_end(ui);
    bool fits =
        str_to_int(str_trim(typed), &minutes) && minutes >= GROUP_LEAST_MINUTES && minutes <= GROUP_MOST_MINUTES;
    if (typed.len > 0 && !fits) {
        room_told(page, UI_FORMAT(ui, TR("From {0} to {1}"), ui_number(ui, GROUP_LEAST_MINUTES),
                                  ui_number(ui, GROUP_MOST_MINUTES)));
    }
}

static void say_plan(RoomPage *page) {
    static const int32_t MINUTES[] = {15, 45, 90, 180};
    static const Str FORMATS[GROUP_FORMAT_COUNT] = {
        [GROUP_SHORT] = TR_INIT("One decision: a vote, talk in pairs, a second vote, and a sentence that is kept."),
        [GROUP_ONE_TEAM] = TR_INIT("Five decisions, then reactions, one question to talk about, and the page."),
        [GROUP_EVENING] = TR_INIT("The whole story, then the whole debrief.")};
    Ui *ui = page->ui;
    Str planned = room_text(page, TR("Minutes planned"));
    ui_box_begin(ui, (UiBox){.key = S("plan"),
                             .flow = UI_WRAP,
                             .gap = 8,
                             .row_gap = 6,
                             .align = UI_CENTER,
                             .role = ROLE_GROUP,
                             .name = planned});
    room_small(page, planned);
    for (int32_t i = 0; i < COUNT(MINUTES); i++) {
        bool now = MINUTES[i] == page->group->planned;
        if (ui_pill(ui, (UiToggle){.key = S("plan"), .index = i, .text = ui_number(ui, MINUTES[i]), .checked = now}) &&
            !now) {
            room_want(page, GROUP_PLAN, MINUTES[i]);
        }
    }
    say_stepper(page, &(Stepper){.key = S("length"),
                                 .less = room_text(page, TR("Five minutes less")),
                                 .more = room_text(page, TR("Five minutes more")),
                                 .aloud = telling_labelled(page->telling, planned, ui_number(ui, page->group->planned)),
                                 .value = page->group->planned,
                                 .step = STEP_MINUTES,
                                 .least = STEP_MINUTES,
                                 .most = GROUP_MOST_MINUTES,
                                 .kind = GROUP_PLAN});
    say_minutes(page);
    ui_box_end(ui);
    room_small(page, room_text(page, FORMATS[group_format(page->group)]));
}

void room_say_checklist(RoomPage *page) {
    Ui *ui = page->ui;
    ui_card_begin(ui, (UiBox){.key = S("checks"), .gap = 8});
    ui_heading(ui, page->scenario->title);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 24, .row_gap = 6, .align = UI_CENTER});
    say_present(page);
    ui_box_end(ui);
    say_few_present(page);
    say_plan(page);
    say_division(page);
    for (int32_t i = 0; i < COUNT(CHECKS); i++) {
        ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 10});
        ui_text(ui, (UiText){.text = S("•"), .color = COLOR_TEAL_INK, .role = UI_SILENT});
        ui_text(ui, (UiText){.text = room_text(page, CHECKS[i]), .grow = UI_GROW});
        ui_box_end(ui);
    }
    ui_card_end(ui);
}

// They are pressed, not typed: a key that lies beside another one must not open the author's marks on a shared screen.
void room_say_papers(RoomPage *page) {
    static const Str PAPERS[VIEW_ROOM_PAPER_COUNT] = {[VIEW_ROOM_CARDS] = TR_INIT("Print the voting cards"),
                                                      [VIEW_ROOM_SHEET] = TR_INIT("Print your sheet"),
                                                      [VIEW_ROOM_GRID] = TR_INIT("Print the observer’s grid")};
    Ui *ui = page->ui;
    ui_card_begin(ui, (UiBox){.key = S("papers"), .gap = 8});
    ui_heading(ui, room_text(page, TR("To print, on A4")));
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .row_gap = 8});
    for (int32_t i = 0; i < VIEW_ROOM_PAPER_COUNT; i++) {
        if (room_button(page, S("print"), i, room_text(page, PAPERS[i]), (Str){0})) {
            room_wish(page, VIEW_ROOM_PRINT, i);
        }
    }
    ui_box_end(ui);
    ui_card_end(ui);
}
