// The settings. Each holds at once; there is nothing to confirm but erasing.
#include "player/screen_parts.h"

enum { PAGE_MOST_WIDTH = 760 };

static void begin_group(Ui *ui, Str key, Str title) {
    ui_card_begin(ui, (UiBox){.key = key, .gap = 16, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
}

static void say_theme(Ui *ui, const Player *player, Action *action) {
    const Str labels[CHOICE_COUNT] = {[CHOICE_PAPER] = ui_words(ui, TR("Light")),
                                      [CHOICE_NIGHT] = ui_words(ui, TR("Dark")),
                                      [CHOICE_CONTRAST] = ui_words(ui, TR("Strong contrast"))};
    int32_t chosen = -1;
    for (int32_t i = 0; i < CHOICE_COUNT; i++) {
        chosen = (int32_t)settings_theme(i) == player_theme(player) ? i : chosen;
    }
    int32_t now = screen_choices(ui, (UiChoices){.key = S("colours"),
                                                 .name = ui_words(ui, TR("Colours")),
                                                 .labels = labels,
                                                 .count = CHOICE_COUNT,
                                                 .chosen = chosen});
    if (now != chosen) {
        screen_want(action, ACTION_SET_THEME, now);
    }
}

static void say_switches(Ui *ui, const ScreenSwitch *switches, size_t count, Action *action) {
    ui_box_begin(ui, (UiBox){.gap = 16});
    for (size_t i = 0; i < count; i++) {
        screen_switch(ui, &switches[i], action);
    }
    ui_box_end(ui);
}

static void say_reading(Ui *ui, const Player *player, Action *action) {
    const Settings *settings = &player->settings;
    const ScreenSwitch switches[] = {
        {S("easy-font"), TR("Letters that are easy to tell apart"), TR("A typeface made for learning to read."),
         settings->easy_font, ACTION_SET_EASY_FONT},
        {S("reduced-motion"), TR("Less movement"), TR("Nothing fades in or slides."), settings->reduced_motion,
         ACTION_SET_REDUCED_MOTION},
        screen_speech(player),
    };
    begin_group(ui, S("reading"), ui_words(ui, TR("Reading")));
    ui_box_begin(ui, (UiBox){.gap = 24});
    screen_choose_language(ui, player, true, action);
    screen_choose_text_scale(ui, player, action);
    say_theme(ui, player, action);
    say_switches(ui, switches, sizeof switches / sizeof *switches, action);
    ui_box_end(ui);
    ui_card_end(ui);
}

static void say_playing(Ui *ui, const Player *player, Action *action) {
    const Settings *settings = &player->settings;
    const ScreenSwitch switches[] = {
        {S("limits-off"), TR("No time limits"), TR("You take the time you need; no clock runs."), settings->limits_off,
         ACTION_SET_LIMITS_OFF},
        {S("numbers"), TR("Numbers instead of words"), TR("Shows “42” where it would say “fragile”."),
         settings->numbers, ACTION_SET_NUMBERS},
    };
    begin_group(ui, S("playing"), ui_words(ui, TR("Playing")));
    say_switches(ui, switches, sizeof switches / sizeof *switches, action);
    ui_card_end(ui);
}

static void say_data(Ui *ui, const Player *player, Action *action) {
    begin_group(ui, S("data"), ui_words(ui, TR("What is kept")));
    screen_unkept(ui, player);
    if (player->folders.data.len > 0) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Settings and what you have begun are kept on this computer, in "
                                                     "this folder. What you have begun goes after seven days."))});
        ui_text(ui, (UiText){.text = player->folders.data, .style = TEXT_SMALL, .color = COLOR_SOFT});
        ui_box_begin(ui, (UiBox){.flow = UI_WRAP});
        if (ui_button(
                ui,
                (UiButton){.key = S("erase"), .text = ui_words(ui, TR("Erase everything…")), .kind = BUTTON_DANGER})) {
            screen_want(action, ACTION_SHOW, OVERLAY_CONFIRM_ERASE_ALL);
        }
        ui_box_end(ui);
    }
    ui_card_end(ui);
}

Action screen_settings_view(Ui *ui, const Player *player) {
    Action action = {0};
    ui_enter_page(ui, S("settings"));
    screen_nav_begin(ui, SCREEN_SETTINGS, &action);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = PAGE_MOST_WIDTH, .gap = 16});
    ui_text(ui,
            (UiText){.text = ui_words(ui, TR("Settings")), .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    say_reading(ui, player, &action);
    say_playing(ui, player, &action);
    say_data(ui, player, &action);
    ui_box_end(ui);
    if (ui_shortcut(ui, KEY_ESCAPE, 0, ui_words(ui, TR("Go back"))) || ui_key(ui, KEY_BACKSPACE, 0)) {
        screen_want(&action, ACTION_BACK, 0);
    }
    screen_nav_end(ui);
    return action;
}
