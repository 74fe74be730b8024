// The case as it is played from a scene on, and what gauges and facts are when that begins.
#include "editor/panel.h"
#include "view/view_solo.h"

enum { PRESETS_WIDTH = 620, STEP = 5 };

static Str tell_from(const Page *page) {
    const EditorPlay *play = &page->editor->play;
    SceneId scene = scenario_find_scene(page->scenario, play->from);
    return scene != 0 ? page->editor->targets[TARGET_SCENE].rows[scene - 1].label
                      : panel_words(page, TR("From the beginning"));
}

static void say_head(const Page *page) {
    static const struct {
        Str key, text;
        EditorActionKind action;
        int32_t index;
    } BUTTONS[] = {{S_INIT("presets"), TR_INIT("Gauges and facts…"), EDITOR_SHOW, EDITOR_PRESETS},
                   {S_INIT("record"), TR_INIT("Record as a test…"), EDITOR_ASK_TEST, 0},
                   {S_INIT("again"), TR_INIT("Play again"), EDITOR_PLAY_AGAIN, 0},
                   {S_INIT("stop"), TR_INIT("Close"), EDITOR_STOP_PLAY, 0}};
    Ui *ui = page->ui;
    const EditorPlay *play = &page->editor->play;
    bool records = !play->behind && play->solo.session.way.count > 0;
    ui_box_begin(ui, (UiBox){.key = S("play-head"),
                             .flow = UI_WRAP,
                             .gap = 6,
                             .align = UI_CENTER,
                             .justify = UI_BETWEEN,
                             .padding = UI_PAD2(10, 4),
                             .fill = COLOR_TEAL_LIGHT});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("Played from here: {0}"), tell_from(page)),
                         .style = TEXT_STRONG,
                         .color = COLOR_TEAL_INK});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 4});
    for (int32_t i = 0; i < COUNT(BUTTONS); i++) {
        if (ui_button(ui, (UiButton){.key = BUTTONS[i].key,
                                     .text = panel_words(page, BUTTONS[i].text),
                                     .kind = BUTTON_QUIET,
                                     .disabled = BUTTONS[i].action == EDITOR_ASK_TEST && !records,
                                     .compact = true})) {
            panel_want(page, (EditorAction){.kind = BUTTONS[i].action, .index = BUTTONS[i].index});
        }
    }
    ui_box_end(ui);
    ui_box_end(ui);
    if (play->behind) {
        ui_text(ui, (UiText){.text = panel_words(page, TR("The situation has errors now: this is how it was before.")),
                             .style = TEXT_SMALL,
                             .color = COLOR_TERRACOTTA_INK,
                             .live = true});
    }
}

static void answer_wish(const Page *page, ViewWish wish) {
    switch (wish) {
    case VIEW_WISH_LEAVE:
        panel_want(page, (EditorAction){.kind = EDITOR_STOP_PLAY});
        break;
    case VIEW_WISH_BACK:
        panel_want(page, (EditorAction){.kind = EDITOR_WALK, .walk = {.kind = SOLO_STEP_BACK}});
        break;
    case VIEW_WISH_HISTORY:
        panel_want(page, (EditorAction){.kind = EDITOR_SHOW, .index = EDITOR_TRANSCRIPT});
        break;
    case VIEW_WISH_HELP:
        panel_want(page, (EditorAction){.kind = EDITOR_SHOW, .index = EDITOR_HELP});
        break;
    case VIEW_WISH_AGAIN:
        panel_want(page, (EditorAction){.kind = EDITOR_PLAY_AGAIN});
        break;
    case VIEW_WISH_DEBRIEF: // of plays that are no previews
    case VIEW_WISH_NONE:
        break;
    }
}

static Telling telling_of(const Page *page) {
    const EditorPlay *play = &page->editor->play;
    return (Telling){.session = &play->solo.session,
                     .story = &play->solo.story,
                     .catalog = &page->editor->app.catalog,
                     .arena = ui_arena(page->ui),
                     .numbers = app_setting(&page->editor->app, SETTING_NUMBERS) != 0};
}

void panel_say_play(const Page *page) {
    Ui *ui = page->ui;
    const EditorPlay *play = &page->editor->play;
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .height = UI_GROW});
    say_head(page);
    UiId id = ui_panel_begin(ui, (UiPanel){.key = S("play"),
                                           .name = panel_words(page, TR("Play")),
                                           .box = {.width = UI_GROW, .height = UI_GROW, .fill = COLOR_PAPER}});
    if (panel_puts_focus(page, S("play"))) {
        ui_enter_panel(ui, id);
    }
    Telling *telling = arena_push(ui_arena(ui), Telling, 1);
    *telling = telling_of(page);
    ViewSolo view = {.solo = &play->solo, .telling = telling, .title = play->scenario->title, .previews = true};
    SoloAction walked = view_solo(ui, &view);
    ui_panel_end(ui);
    ui_box_end(ui);
    answer_wish(page, view.wish);
    if (walked.kind != SOLO_NONE) {
        panel_want(page, (EditorAction){.kind = EDITOR_WALK, .walk = walked});
    }
}

static void say_step(const Page *page, const Gauge *gauge, Str name, int32_t value, int32_t step) {
    Ui *ui = page->ui;
    Str id = scenario_name(page->scenario, gauge->id);
    int32_t then = value + step;
    then = then < gauge->min ? gauge->min : then > gauge->max ? gauge->max : then;
    if (ui_button(ui, (UiButton){.key = id,
                                 .index = step,
                                 .text = step < 0 ? S("−") : S("+"),
                                 .name = UI_FORMAT(ui, step < 0 ? TR("{0}: less") : TR("{0}: more"), name),
                                 .compact = true,
                                 .disabled = then == value})) {
        panel_want(page, (EditorAction){.kind = EDITOR_PRESET, .text = id, .index = then});
    }
}

static void say_gauge(const Page *page, int32_t row) {
    Ui *ui = page->ui;
    const Gauge *gauge = &page->scenario->gauges.rows[row];
    const Character *of = &page->scenario->characters.rows[gauge->of.id];
    int32_t value = editor_preset(page->editor, scenario_name(page->scenario, gauge->id), gauge->start);
    Str name = of->name.len > 0 ? UI_FORMAT(ui, TR("{0}, {1}"), gauge->name, of->name) : gauge->name;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 10, .align = UI_CENTER});
    ui_text(ui, (UiText){.text = name, .grow = UI_GROW});
    say_step(page, gauge, name, value, -STEP);
    ui_text(ui, (UiText){.text = ui_number(ui, value), .style = TEXT_STRONG, .live = true});
    say_step(page, gauge, name, value, STEP);
    ui_box_end(ui);
}

static void say_fact(const Page *page, int32_t row) {
    const Fact *fact = &page->scenario->facts.rows[row];
    Str id = scenario_name(page->scenario, fact->id);
    bool on = editor_preset(page->editor, id, 0) != 0;
    if (ui_checkbox(page->ui, (UiToggle){.key = id, .text = fact->about.len > 0 ? fact->about : id, .checked = on})) {
        panel_want(page, (EditorAction){.kind = EDITOR_PRESET, .text = id, .index = !on});
    }
}

void panel_say_presets(const Page *page) {
    Ui *ui = page->ui;
    const Scenario *scenario = page->scenario;
    Str title = panel_words(page, TR("Gauges and facts at the beginning of the play"));
    bool close = ui_dialog_begin(ui, (UiDialog){.key = S("presets"), .title = title, .width = PRESETS_WIDTH});
    for (int32_t i = 0; i < scenario->gauge_rows.count; i++) {
        say_gauge(page, scenario->gauge_rows.first + i);
    }
    for (int32_t i = 0; i < scenario->fact_rows.count; i++) {
        if (!fact_is_latch(&scenario->facts.rows[scenario->fact_rows.first + i])) {
            say_fact(page, scenario->fact_rows.first + i);
        }
    }
    ui_dialog_foot(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .justify = UI_END});
    close = ui_button(ui, (UiButton){.key = S("close"), .text = panel_words(page, TR("Close"))}) || close;
    if (ui_button(ui, (UiButton){.key = S("again"),
                                 .text = panel_words(page, TR("Begin")),
                                 .kind = BUTTON_PRIMARY,
                                 .wants_focus = true})) {
        panel_want(page, (EditorAction){.kind = EDITOR_PLAY_AGAIN});
    }
    ui_box_end(ui);
    ui_dialog_end(ui);
    if (close) {
        panel_want(page, (EditorAction){.kind = EDITOR_SHOW, .index = EDITOR_PLAIN});
    }
}

void panel_say_transcript(const Page *page) {
    Ui *ui = page->ui;
    Str title = panel_words(page, TR("The conversation so far"));
    bool close =
        ui_dialog_begin(ui, (UiDialog){.key = S("history"), .title = title, .width = PRESETS_WIDTH, .from_end = true});
    Telling *telling = arena_push(ui_arena(ui), Telling, 1);
    *telling = telling_of(page);
    view_transcript(ui, telling, solo_place(&page->editor->play.solo));
    ui_dialog_foot(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .justify = UI_END});
    close = ui_button(ui, (UiButton){.key = S("close"),
                                     .text = panel_words(page, TR("Close")),
                                     .hint = ui_key_name(ui, KEY_ESCAPE, 0),
                                     .kind = BUTTON_PRIMARY,
                                     .wants_focus = true}) ||
            close;
    ui_box_end(ui);
    ui_dialog_end(ui);
    if (close) {
        panel_want(page, (EditorAction){.kind = EDITOR_SHOW, .index = EDITOR_PLAIN});
    }
}
