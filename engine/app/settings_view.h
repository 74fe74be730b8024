// The settings as controls, out of their table: whole groups for the page of settings, single ones for a first start.
#pragma once

#include "app/app.h"
#include "ui/ui.h"

// A change made in a frame; the first counts.
typedef struct {
    bool wanted;
    Setting setting;
    int32_t value;
} SettingWish;

// `wants_focus` is for a choice; a switch has none.
void settings_say(Ui *ui, const AppState *app, Setting setting, bool wants_focus, SettingWish *wish);
// As everywhere: Ctrl with + and -, and 0 for the usual size of texts; + may be on the key of =.
SettingWish settings_ask_text_size(Ui *ui, const AppState *app);
void settings_say_group(Ui *ui, const AppState *app, SettingsGroup group, SettingWish *wish); // a card
