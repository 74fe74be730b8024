#include "view/room_page.h"

#include "ui/text.h"

enum { WHOLE = 1000, MINUTE = 60, LATEST_SENTENCES = 4, FEW_SENTENCES = 2 };

static int32_t minutes_of(int64_t ms) {
    return (int32_t)(ms / WHOLE / MINUTE);
}

static Str whole_time(const RoomPage *page) {
    const Group *group = page->group;
    return UI_FORMAT(page->ui, TR("{0} min of {1}"),
                     ui_number(page->ui, minutes_of(group->now_ms - group->solo.began_ms)),
                     ui_number(page->ui, group->planned));
}

// Where much stands beside the page the card of the timer tells it.
static bool tells_whole_time(const Group *group) {
    return group->timer.whole_ms > 0 && group->sentences.count > 0;
}

static void say_timer(RoomPage *page) {
    Ui *ui = page->ui;
    const Group *group = page->group;
    if (group->timer.whole_ms == 0) {
        return;
    }
    int32_t left = (int32_t)((group->timer.left_ms + WHOLE - 1) / WHOLE);
    Str time = str_format(ui_arena(ui), "%d:%02d", left / MINUTE, left % MINUTE);
    ui_card_begin(ui, (UiBox){.key = S("timer"), .gap = 4});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8, .align = UI_CENTER, .justify = UI_BETWEEN});
    ui_heading(ui, view_room_phase(page->telling, group->phase));
    if (tells_whole_time(group)) {
        room_small(page, whole_time(page));
    }
    ui_box_end(ui);
    ui_text(ui, (UiText){.text = time, .style = TEXT_FIGURE});
    ui_meter(ui, (UiMeter){.name = room_text(page, TR("Time left")),
                           .word = time,
                           .permille = (int32_t)(group->timer.left_ms * WHOLE / group->timer.whole_ms),
                           .tint = UI_TINT_PLUM,
                           .bar_only = true});
    Str state = group->timer.runs ? TR("The timer runs, {0} min") : TR("The timer is stopped, {0} min");
    Str minutes = ui_number(ui, (int32_t)(group->timer.whole_ms / WHOLE / MINUTE));
    ui_box_begin(ui, (UiBox){.key = S("state"),
                             .flow = UI_WRAP,
                             .gap = 8,
                             .name = UI_FORMAT(ui, state, minutes),
                             .live = true,
                             .quiet = true});
    if (ui_button(ui, (UiButton){.key = S("run"),
                                 .text = room_text(page, group->timer.runs ? TR("Pause") : TR("Start")),
                                 .hint = ui_key_name(ui, 't', 0),
                                 .kind = BUTTON_QUIET,
                                 .by_pointer = true})) {
        room_want(page, GROUP_TIMER, 0);
    }
    if (ui_button(ui, (UiButton){.key = S("minute"),
                                 .text = room_text(page, TR("One minute more")),
                                 .hint = S("+"),
                                 .by_pointer = true,
                                 .kind = BUTTON_QUIET})) {
        room_want(page, GROUP_MINUTE, 0);
    }
    ui_box_end(ui);
    ui_card_end(ui);
}

static void say_new_sentence(RoomPage *page) {
    Ui *ui = page->ui;
    ViewRoom *view = page->view;
    Str text;
    if (page->noting != VIEW_ROOM_NOTE_SENTENCE) {
        return;
    }
    if (ui_field(ui,
                 (UiField){.key = S("sentence"),
                           .name = room_text(page, TR("A sentence of the group, without a name")),
                           .text = view->sentence,
                           .placeholder = room_text(page, TR("A sentence of the group, without a name")),
                           .multiline = true,
                           .most_chars = GROUP_SENTENCE_CHARS,
                           .rows = 2,
                           .wants_focus = true},
                 &text)) {
        room_wish(page, VIEW_ROOM_TYPE, view->minority);
        view->text = text;
    }
    room_warn_personal(page, view->sentence);
    if (ui_checkbox(ui, (UiToggle){.key = S("few"),
                                   .text = room_text(page, TR("An argument of the few")),
                                   .checked = view->minority})) {
        room_wish(page, VIEW_ROOM_TYPE, !view->minority);
        view->text = view->sentence;
    }
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10});
    if (ui_button(ui, (UiButton){.key = S("add"),
                                 .text = room_text(page, TR("Note it")),
                                 .hint = ui_key_name(ui, KEY_ENTER, MOD_CTRL),
                                 .kind = BUTTON_PRIMARY,
                                 .disabled = str_trim(view->sentence).len == 0}) ||
        ui_key(ui, KEY_ENTER, MOD_CTRL)) {
        room_want_text(page, GROUP_SENTENCE, 0, view->sentence);
        page->action.value = view->minority;
    }
    if (ui_button(ui, (UiButton){.key = S("cancel"), .text = room_text(page, TR("Cancel")), .kind = BUTTON_QUIET})) {
        room_wish(page, VIEW_ROOM_NOTE, 0);
    }
    ui_box_end(ui);
}

static void say_sentences(RoomPage *page) {
    Ui *ui = page->ui;
    const Group *group = page->group;
    if (group->sentences.count == 0 && page->noting != VIEW_ROOM_NOTE_SENTENCE) {
        return;
    }
    int32_t most = group_takes_ideas(group) ? FEW_SENTENCES : LATEST_SENTENCES; // which stand above them
    int32_t first = group->sentences.count > most ? group->sentences.count - most : 0;
    ui_card_begin(ui, (UiBox){.key = S("sentences"), .gap = 6});
    ui_heading(ui, room_text(page, TR("Sentences kept")));
    say_new_sentence(page);
    for (int32_t i = first; i < group->sentences.count; i++) {
        const GroupSentence *sentence = &group->sentences.rows[i];
        ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8, .align = UI_CENTER});
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("“{0}”"), sentence->text), .style = TEXT_SMALL, .grow = UI_GROW});
        if (ui_button(ui, (UiButton){.key = S("forget"),
                                     .index = sentence->seq,
                                     .text = S("×"),
                                     .name = UI_FORMAT(ui, TR("Erase “{0}”"), sentence->text),
                                     .kind = BUTTON_QUIET})) {
            room_want(page, GROUP_FORGET, i);
        }
        ui_box_end(ui);
    }
    if (page->noting == VIEW_ROOM_NOTE_SENTENCE) {
        room_small(page, room_text(page, TR("Without a name. Erased unless you keep the session.")));
    }
    ui_card_end(ui);
}

static void say_gauges(RoomPage *page) {
    Ui *ui = page->ui;
    const Group *group = page->group;
    bool told = group->phase == GROUP_READ || group->phase == GROUP_FOLLOWED ||
                group->phase == GROUP_ENDING; // else time, votes and ideas stand in their place
    if (!told || group->solo.session.way.count == 0 || page->noting) {
        return;
    }
    ToldGauges gauges = telling_gauges(page->telling, solo_scene(&group->solo));
    if (gauges.count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.key = S("gauges"), .gap = 4});
    StrBuilder text = {.arena = ui_arena(ui)};
    for (int32_t i = 0; i < gauges.count; i++) {
        const ToldGauge *gauge = &gauges.rows[i];
        str_add(&text, i > 0 ? S(" · ") : (Str){0});
        str_add(&text, UI_FORMAT(ui, TR("{0}: {1} ({2})"), gauge->name, gauge->words, ui_number(ui, gauge->value)));
    }
    room_small(page, str_built(&text));
    if (ui_checkbox(ui, (UiToggle){.key = S("shows"),
                                   .text = room_text(page, TR("The room sees them change")),
                                   .checked = !group->hides_gauges})) {
        room_want(page, GROUP_GAUGES, group->hides_gauges);
    }
    ui_card_end(ui);
}

static void say_spent(const RoomPage *page, Str name, int64_t spent_ms, int32_t planned) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_text(ui, (UiText){.text = name, .style = TEXT_SMALL, .color = COLOR_SOFT, .grow = UI_GROW});
    room_small(page, UI_FORMAT(ui, TR("{0} min of {1}"), ui_number(ui, minutes_of(spent_ms)), ui_number(ui, planned)));
    ui_box_end(ui);
}

// How long the session has lasted, against what was planned for it: in all, and for what stands beside the present
// phase.
static void say_times(const RoomPage *page) {
    Ui *ui = page->ui;
    const Group *group = page->group;
    if (tells_whole_time(group)) {
        return;
    }
    bool begins = group->phase < GROUP_READ;
    ui_card_begin(ui, (UiBox){.key = S("times"), .gap = 2});
    ui_heading(ui, whole_time(page));
    for (int32_t i = begins ? GROUP_FRAME : GROUP_REACTIONS; i < (begins ? GROUP_READ : GROUP_PHASE_COUNT); i++) {
        GroupPhase phase = (GroupPhase)i;
        int32_t planned = group_phase_minutes(group, phase);
        bool wanted = phase == group->phase || (begins && !group_takes_ideas(group));
        if (wanted && planned > 0) {
            say_spent(page, view_room_phase(page->telling, phase), group_spent_ms(group, phase), planned);
        }
    }
    if (!group_takes_ideas(group)) {
        say_spent(page, room_text(page, TR("The story")), group_story_ms(group), group_story_minutes(group));
    }
    ui_card_end(ui);
}

// For whoever is touched by the story, at its beginning and at the end: what its author names, else what holds
// anywhere.
void room_say_help(RoomPage *page) {
    static const Str HELP[] = {TR_INIT("A colleague, or a superior one trusts"),
                               TR_INIT("The occupational physician, confidentially"),
                               TR_INIT("In France, 3114: day and night, free, for anyone in distress")};
    const Scenario *scenario = page->scenario;
    Span own = scenario->resources;
    ui_card_begin(page->ui, (UiBox){.key = S("help"), .gap = 6});
    ui_heading(page->ui, room_text(page, TR("Where to turn")));
    for (int32_t i = 0; i < COUNT(HELP) && own.count == 0; i++) {
        room_small(page, room_text(page, HELP[i]));
    }
    for (int32_t i = 0; i < own.count; i++) {
        room_small(page, scenario->texts.rows[own.first + i]);
    }
    ui_card_end(page->ui);
}

void room_say_side(RoomPage *page) {
    say_timer(page);
    if (page->group->phase == GROUP_PAGE) {
        room_say_end(page);
    }
    room_say_ideas(page);
    say_sentences(page);
    room_say_figures(page);
    say_times(page);
    room_say_way(page);
    say_gauges(page);
}
