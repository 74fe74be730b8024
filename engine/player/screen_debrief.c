// The debrief: how it ended, how the relation went, what the choices worked on, and what there is to talk about.
#include "player/screen_debrief.h"

static Str case_title(const Player *player) {
    return player->open.scenario != NULL ? player->open.scenario->title : (Str){0};
}

static void say_ending(const DebriefPage *page) {
    Ui *ui = page->ui;
    const DebriefModel *debrief = page->debrief;
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 4});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("DEBRIEF · {0}"), case_title(page->player)),
                         .aloud = UI_FORMAT(ui, TR("Debrief: {0}"), case_title(page->player)),
                         .style = TEXT_LABEL,
                         .color = COLOR_SOFT,
                         .live = true});
    ui_text(ui, (UiText){.text = debrief->title, .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    if (debrief->text.len > 0) {
        ui_text(ui, (UiText){.text = debrief->text, .style = TEXT_READING, .marked = true});
    }
    ui_box_end(ui);
}

static void say_buttons(DebriefPage *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .row_gap = 10});
    page->to_decisions =
        page->debrief->decisions.count > 0 &&
        ui_button(ui, (UiButton){.key = S("replay"), .text = ui_words(ui, TR("Replay a turning point"))});
    if (ui_button(
            ui,
            (UiButton){.key = S("export"), .text = ui_words(ui, TR("Export the debrief")), .kind = BUTTON_PRIMARY})) {
        bool own = page->debrief->typed || str_trim(page->player->note).len > 0;
        *page->action = own ? (Action){.kind = ACTION_SHOW, .index = OVERLAY_EXPORT} : (Action){.kind = ACTION_EXPORT};
    }
    ui_box_end(ui);
}

static void say_head(DebriefPage *page, bool wide) {
    ui_box_begin(page->ui, (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .gap = 16, .align = UI_START});
    say_ending(page);
    say_buttons(page);
    ui_box_end(page->ui);
}

// One pill for each walk of this session; with a what-if there is something to compare.
static void say_walks(const DebriefPage *page) {
    Ui *ui = page->ui;
    const Player *player = page->player;
    Str labels[MOST_WALKS] = {0};
    int32_t count = player->walk_count < MOST_WALKS ? player->walk_count : MOST_WALKS;
    labels[0] = ui_words(ui, TR("The first time"));
    for (int32_t i = 1; i < count; i++) {
        Str decision = ui_number(ui, player->walks[i].parent_decision);
        labels[i] = UI_FORMAT(ui, TR("What if… {0} (decision {1})"), ui_number(ui, i), decision);
    }
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 14, .row_gap = 8, .align = UI_CENTER});
    int32_t wanted = ui_choices(ui, (UiChoices){.key = S("walks"),
                                                .name = ui_words(ui, TR("Whose debrief is shown")),
                                                .labels = labels,
                                                .count = count,
                                                .chosen = player->walk});
    if (wanted != player->walk) {
        *page->action = (Action){.kind = ACTION_SHOW_WALK, .index = wanted};
    }
    if (ui_button(ui, (UiButton){.key = S("compare"), .text = ui_words(ui, TR("Compare")), .kind = BUTTON_QUIET})) {
        int32_t latest = count - 1;
        *page->action = (Action){.kind = ACTION_COMPARE, .index = player->walk > 0 ? player->walk : latest};
    }
    ui_box_end(ui);
}

static void say_columns(const DebriefPage *page, bool wide) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .gap = 16, .align = wide ? UI_START : UI_STRETCH});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .share = 2, .gap = 14});
    debrief_say_portraits(page);
    debrief_say_curve(page);
    debrief_say_competencies(page);
    debrief_say_steps(page);
    debrief_say_decisions(page);
    debrief_say_panels(page);
    debrief_say_points(page);
    debrief_say_mirror(page);
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .share = 1, .gap = 14});
    debrief_say_talk(page);
    ui_box_end(ui);
    ui_box_end(ui);
}

Action screen_debrief_view(Ui *ui, const Player *player) {
    Action action = {0};
    DebriefPage page = {.ui = ui, .player = player, .debrief = &player->debrief, .action = &action};
    bool wide = ui_width(ui) >= DEBRIEF_TWO_COLUMNS;
    ui_enter_page(ui, str_format(ui_arena(ui), "debrief %d", player->walk)); // another walk's begins at its top
    ui_box_begin(ui, (UiBox){.key = S("debrief"),
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .gap = 16,
                             .padding = wide ? UI_PAD2(36, 24) : UI_PAD2(16, 16),
                             .scrolls = true});
    say_head(&page, wide);
    if (player->walk_count > 1) {
        say_walks(&page);
    }
    say_columns(&page, wide);
    ui_box_end(ui);
    return action;
}
