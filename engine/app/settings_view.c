#include "app/settings_view.h"

#include "ui/widgets.h"

enum { MOST_CHOICES = 16, GAP = 24, SWITCH_GAP = 16, TROUBLE_INDENT = 34 };

static void want(SettingWish *wish, Setting setting, int32_t value) {
    if (!wish->wanted) {
        *wish = (SettingWish){.wanted = true, .setting = setting, .value = value};
    }
}

// Values that a row offers side by side. One that is none of them, which the command line asked for, is not chosen.
typedef struct {
    Str labels[MOST_CHOICES];
    int32_t values[MOST_CHOICES];
    int32_t count, chosen;
} Offer;

static void offer(Offer *offered, Str label, int32_t value, int32_t now) {
    ASSERT(offered->count < MOST_CHOICES);
    offered->chosen = value == now ? offered->count : offered->chosen;
    offered->labels[offered->count] = label;
    offered->values[offered->count++] = value;
}

static void offer_all(Ui *ui, const SettingRow *row, int32_t now, Offer *offered) {
    offered->chosen = -1;
    for (int32_t i = 0; i < row->choice_count; i++) {
        if (row->choices[i].label.len > 0) {
            offer(offered, ui_words(ui, row->choices[i].label), i, now);
        }
    }
    for (int32_t percent = row->least; row->type == SETTING_PERCENT && percent <= row->most; percent += row->step) {
        offer(offered, UI_FORMAT(ui, TR("{0}%"), ui_number(ui, percent)), percent, now);
    }
}

static void say_offer(Ui *ui, Setting setting, int32_t now, bool wants_focus, SettingWish *wish) {
    const SettingRow *row = settings_row(setting);
    Str name = ui_words(ui, row->label);
    Offer *offered = arena_push(ui_arena(ui), Offer, 1);
    offer_all(ui, row, now, offered);
    ui_box_begin(ui, (UiBox){.gap = 8});
    ui_text(ui, (UiText){.text = name, .style = TEXT_LABEL, .role = UI_SILENT});
    int32_t chosen = ui_choices(ui, (UiChoices){.key = row->key,
                                                .name = name,
                                                .labels = offered->labels,
                                                .count = offered->count,
                                                .chosen = offered->chosen,
                                                .wants_focus = wants_focus});
    ui_box_end(ui);
    if (chosen != offered->chosen) {
        want(wish, setting, offered->values[chosen]);
    }
}

// Beside what does nothing for now.
static void say_trouble(Ui *ui, Str source) {
    if (source.len > 0) {
        ui_box_begin(ui, (UiBox){.padding = {.left = TROUBLE_INDENT}});
        ui_text(ui, (UiText){.text = ui_words(ui, source), .style = TEXT_SMALL, .color = COLOR_TERRACOTTA_INK});
        ui_box_end(ui);
    }
}

static void say_switch(Ui *ui, const AppState *app, Setting setting, SettingWish *wish) {
    int32_t now = app_setting(app, setting);
    const SettingRow *row = settings_row(setting);
    if (ui_checkbox(ui, (UiToggle){.key = row->key,
                                   .text = ui_words(ui, row->label),
                                   .about = ui_words(ui, row->hint),
                                   .checked = now != 0})) {
        want(wish, setting, now == 0);
    }
    if (setting == SETTING_SPEECH) {
        say_trouble(ui, app_voice_trouble(app));
    }
}

void settings_say(Ui *ui, const AppState *app, Setting setting, bool wants_focus, SettingWish *wish) {
    switch (settings_row(setting)->type) {
    case SETTING_SWITCH:
        say_switch(ui, app, setting, wish);
        break;
    case SETTING_CHOICE:
    case SETTING_PERCENT:
        say_offer(ui, setting, app_setting(app, setting), wants_focus, wish);
        break;
    case SETTING_NUMBER: // nobody is asked for one
        break;
    }
}

// Those of one kind stand together: the first of the offers has the focus, and switches are closer to each other.
static void say_rows(Ui *ui, const AppState *app, SettingsGroup group, bool switches, SettingWish *wish) {
    bool first = true;
    for (Setting i = 0; i < SETTING_COUNT; i++) {
        const SettingRow *row = settings_row(i);
        if (row->group == group && (row->type == SETTING_SWITCH) == switches) {
            settings_say(ui, app, i, first, wish);
            first = false;
        }
    }
}

void settings_say_group(Ui *ui, const AppState *app, SettingsGroup group, SettingWish *wish) {
    static const Str KEYS[SETTINGS_GROUP_COUNT] =
        {[SETTINGS_READING] = S_INIT("reading"), [SETTINGS_PLAYING] = S_INIT("playing")},
                     TITLES[SETTINGS_GROUP_COUNT] = {
                         [SETTINGS_READING] = TR_INIT("Reading"), [SETTINGS_PLAYING] = TR_INIT("Playing")};
    Str title = ui_words(ui, TITLES[group]);
    ui_card_begin(ui, (UiBox){.key = KEYS[group], .gap = 16, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    ui_box_begin(ui, (UiBox){.gap = GAP});
    say_rows(ui, app, group, false, wish);
    ui_box_begin(ui, (UiBox){.gap = SWITCH_GAP});
    say_rows(ui, app, group, true, wish);
    ui_box_end(ui);
    ui_box_end(ui);
    ui_card_end(ui);
}

SettingWish settings_ask_text_size(Ui *ui, const AppState *app) {
    const SettingRow *row = settings_row(SETTING_TEXT_SCALE);
    int32_t now = app_setting(app, SETTING_TEXT_SCALE), wanted = now;
    if (ui_key(ui, KEY_PLUS, MOD_CTRL) || ui_key(ui, '=', MOD_CTRL)) {
        wanted = now - now % row->step + row->step;
    }
    if (ui_key(ui, KEY_MINUS, MOD_CTRL)) {
        wanted = now - 1 - (now - 1) % row->step;
    }
    if (ui_key(ui, '0', MOD_CTRL)) {
        wanted = row->least;
    }
    bool other = wanted != now && wanted >= row->least && wanted <= row->most;
    return (SettingWish){.wanted = other, .setting = SETTING_TEXT_SCALE, .value = wanted};
}
