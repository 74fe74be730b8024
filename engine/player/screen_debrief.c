// The debrief: how it ended, how the relation went, what the choices worked on, and what there is to talk about.
#include "player/screen_debrief.h"
#include "player/player_parts.h"

static Str case_title(const Player *player) {
    return player->open.scenario != NULL ? player->open.scenario->title : (Str){0};
}

static void say_ending(const DebriefScreen *page) {
    Ui *ui = page->ui;
    const ToldDebrief *debrief = page->debrief;
    const Scenario *scenario = page->player->open.scenario;
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 4, .language = scenario != NULL ? scenario->language : (Str){0}});
    ui_text(ui, (UiText){.text = debrief->title, .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    if (debrief->text.len > 0) {
        ui_text(ui, (UiText){.text = debrief->text, .style = TEXT_READING, .marked = true});
    }
    ui_box_end(ui);
}

// Where the walk turned, that decision is asked once more; where it did not, the person chooses one.
static void say_replay(DebriefScreen *page) {
    Ui *ui = page->ui;
    int32_t turning = page->debrief->turning;
    bool replays = ui_button(ui, (UiButton){.key = S("replay"),
                                            .text = ui_words(ui, turning > 0 ? TR("Replay the turning point")
                                                                             : TR("Choose a decision to replay")),
                                            .disabled = page->player->walk_count >= MOST_WALKS});
    if (replays && turning == 0) {
        screen_debrief_unfold(page, 1);
    }
    if (replays && turning > 0) {
        *page->action = (Action){.kind = ACTION_WHAT_IF, .index = turning};
    }
}

static void say_buttons(DebriefScreen *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .row_gap = 10});
    if (page->debrief->point_count > 1) {
        say_replay(page);
    }
    if (ui_button(
            ui,
            (UiButton){.key = S("export"), .text = ui_words(ui, TR("Export the debrief")), .kind = BUTTON_PRIMARY})) {
        bool own = page->debrief->typed || str_trim(page->player->note).len > 0;
        *page->action = own ? (Action){.kind = ACTION_SHOW, .index = OVERLAY_EXPORT} : (Action){.kind = ACTION_EXPORT};
    }
    if (player_can_keep_walk(page->player) &&
        ui_button(ui, (UiButton){.key = S("keep"), .text = ui_words(ui, TR("Keep this walk…"))})) {
        *page->action = (Action){.kind = ACTION_SHOW, .index = OVERLAY_KEEP_WALK};
    }
    ui_box_end(ui);
}

static void say_head(DebriefScreen *page) {
    ui_box_begin(page->ui, (UiBox){.flow = page->wide ? UI_ROW : UI_COLUMN, .gap = 16, .align = UI_START});
    say_ending(page);
    say_buttons(page);
    ui_box_end(page->ui);
}

static void say_opener(const DebriefScreen *page, Str key, Str text, int32_t folder) {
    Ui *ui = page->ui;
    if (ui_button(ui, (UiButton){.key = key, .text = ui_words(ui, text), .kind = BUTTON_QUIET})) {
        *page->action = (Action){.kind = ACTION_OPEN_EXPORTED, .index = folder};
    }
}

static void say_exported(const DebriefScreen *page) {
    Ui *ui = page->ui;
    const Player *player = page->player;
    if (player->exporting != 0 || player->exported_walk != player->walk + 1) {
        return;
    }
    Str path = folders_tell(ui_arena(ui), &player->app.folders, player->exported);
    ui_box_begin(
        ui,
        (UiBox){
            .flow = UI_WRAP, .gap = 10, .row_gap = 4, .align = UI_CENTER, .justify = page->wide ? UI_END : UI_START});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("Saved: {0}"), path), .style = TEXT_SMALL, .color = COLOR_SOFT});
    say_opener(page, S("open"), TR("Open the debrief"), 0);
    say_opener(page, S("folder"), TR("Open the folder"), 1);
    ui_box_end(ui);
}

// The same way out stands first and last on the page.
static void say_way_out(const DebriefScreen *page, UiButton button) {
    button.name = ui_words(page->ui, TR("Back to the situations"));
    if (ui_button(page->ui, button)) {
        *page->action = (Action){.kind = ACTION_BACK};
    }
}

static void say_top(const DebriefScreen *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 14, .row_gap = 2, .align = UI_CENTER});
    say_way_out(page, (UiButton){.key = S("back"), .text = ui_words(ui, TR("‹ Situations")), .kind = BUTTON_QUIET});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("DEBRIEF · {0}"), case_title(page->player)),
                         .aloud = page->name,
                         .style = TEXT_LABEL,
                         .color = COLOR_SOFT,
                         .live = true});
    ui_box_end(ui);
}

// At the end of a first quiz, and never again.
static void say_offer(const DebriefScreen *page) {
    Ui *ui = page->ui;
    Str title = ui_words(ui, TR("Shall these questions come back?"));
    if (!player_returns_may_ask(page->player)) {
        return;
    }
    ui_card_begin(ui, (UiBox){.key = S("offer"), .gap = 10, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    ui_text(ui,
            (UiText){.text = ui_words(ui, TR("After 1, 3, 7, 16 and 35 days the library would offer them, and nothing "
                                             "would announce it. The settings stop this, and erase it."))});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10});
    if (ui_button(ui, (UiButton){.key = S("yes"), .text = ui_words(ui, TR("Yes, bring them back"))})) {
        screen_want_setting(page->action, &(SettingWish){.wanted = true, .setting = SETTING_RETURNS, .value = 1});
    }
    if (ui_button(ui, (UiButton){.key = S("no"), .text = ui_words(ui, TR("No, thank you")), .kind = BUTTON_QUIET})) {
        screen_want_setting(page->action, &(SettingWish){.wanted = true, .setting = SETTING_RETURNS_ASKED, .value = 1});
    }
    ui_box_end(ui);
    ui_card_end(ui);
}

// One pill for each walk of this session; with a what-if there is something to compare.
static void say_walks(const DebriefScreen *page) {
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

static void say_sections(DebriefScreen *page, DebriefPart first, DebriefPart last) {
    ui_box_begin(page->ui, (UiBox){.width = UI_GROW, .share = first == DEBRIEF_CURVES ? 2 : 1, .gap = 14});
    for (int32_t i = 0; i < page->debrief->sections.count; i++) {
        const ToldSection *section = &page->debrief->sections.rows[i];
        if (section->part >= first && section->part <= last) {
            screen_debrief_section(page, section);
        }
    }
    ui_box_end(page->ui);
}

static void say_columns(DebriefScreen *page) {
    bool wide = page->wide;
    ui_box_begin(page->ui,
                 (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .gap = 16, .align = wide ? UI_START : UI_STRETCH});
    say_sections(page, DEBRIEF_CURVES, DEBRIEF_MIRROR);
    say_sections(page, DEBRIEF_QUESTIONS, DEBRIEF_SOURCES);
    ui_box_end(page->ui);
}

Action screen_debrief_view(Ui *ui, const Player *player) {
    Action action = {0};
    bool wide = ui_width(ui) >= SCREEN_TWO_COLUMNS;
    Str name = UI_FORMAT(ui, TR("Debrief: {0}"), case_title(player));
    DebriefScreen page = {
        .name = name, .ui = ui, .player = player, .debrief = &player->debrief, .action = &action, .wide = wide};
    ui_enter_page(ui, str_format(ui_arena(ui), "debrief %d", player->walk)); // another walk's begins at its top
    ui_box_begin(ui, (UiBox){.key = S("debrief"), // has the focus itself: one Enter too many begins nothing
                             .role = ROLE_GROUP,
                             .name = name,
                             .focusable = true,
                             .waits = true,
                             .wants_focus = true,
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .gap = 16,
                             .padding = wide ? UI_PAD2(36, 24) : UI_PAD2(16, 16),
                             .scrolls = true});
    if (screen_goes_back(ui, ui_words(ui, TR("Leave this debrief")))) {
        action = (Action){.kind = ACTION_BACK};
    }
    say_top(&page);
    say_head(&page);
    say_exported(&page);
    say_offer(&page);
    if (player->walk_count > 1) {
        say_walks(&page);
    }
    say_columns(&page);
    if (debrief_find(&player->debrief, DEBRIEF_CARE)) {
        say_sections(&page, DEBRIEF_CARE, DEBRIEF_CARE);
    }
    say_way_out(&page,
                (UiButton){.key = S("leave"), .text = ui_words(ui, TR("Back to the situations")), .width = UI_GROW});
    ui_box_end(ui);
    return action;
}
