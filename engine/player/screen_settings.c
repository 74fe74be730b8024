// The settings. Each holds at once; there is nothing to confirm but erasing.
#include "player/screen_parts.h"

enum { PAGE_MOST_WIDTH = 760 };

static void say_data(Ui *ui, const Player *player, Action *action) {
    Str title = ui_words(ui, TR("What is kept"));
    ui_card_begin(ui, (UiBox){.key = S("data"), .gap = 16, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    screen_unkept(ui, player);
    if (player->app.folders.data.len > 0) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Settings and what you have begun are kept on this computer, in "
                                                     "this folder. What you have begun goes after seven days."))});
        Str folder = folders_tell(ui_arena(ui), &player->app.folders, player->app.folders.data);
        ui_text(ui, (UiText){.text = folder, .style = TEXT_SMALL, .color = COLOR_SOFT});
        if (player->app.folders.shared) {
            screen_warning(ui, S("shared"),
                           ui_words(ui, TR("Others on this computer can look into this folder. They see the names of "
                                           "the files, not what is in them. “chmod 700”, or another folder, shuts "
                                           "them out.")));
        }
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

// Folders that the person added; the library's own stands below, with what is kept.
static void say_folders(Ui *ui, const Player *player, Action *action) {
    const KeptList *folders = &player->case_folders;
    Str title = ui_words(ui, TR("Folders of situations"));
    if (folders->rows.count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.key = S("folders"), .gap = 10, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    for (int32_t i = 0; i < folders->rows.count; i++) {
        Str folder = folders->rows.rows[i];
        Str told = folders_tell(ui_arena(ui), &player->app.folders, folder);
        ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .align = UI_CENTER});
        ui_text(ui, (UiText){.text = told, .grow = UI_GROW});
        if (ui_button(ui, (UiButton){.key = S("remove"),
                                     .index = i,
                                     .text = ui_words(ui, TR("No longer show")),
                                     .name = UI_FORMAT(ui, TR("No longer show {0}"), told),
                                     .kind = BUTTON_QUIET})) {
            screen_want_text(action, ACTION_REMOVE_FOLDER, folder);
        }
        ui_box_end(ui);
    }
    ui_card_end(ui);
}

Action screen_settings_view(Ui *ui, const Player *player) {
    Action action = {0};
    SettingWish wish = {0};
    ui_enter_page(ui, S("settings"));
    screen_nav_begin(ui, SCREEN_SETTINGS, &action);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = PAGE_MOST_WIDTH, .gap = 16});
    ui_text(ui,
            (UiText){.text = ui_words(ui, TR("Settings")), .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    settings_say_group(ui, &player->app, SETTINGS_READING, &wish);
    settings_say_group(ui, &player->app, SETTINGS_PLAYING, &wish);
    screen_want_setting(&action, &wish);
    say_folders(ui, player, &action);
    say_data(ui, player, &action);
    ui_box_end(ui);
    if (screen_goes_back(ui, ui_words(ui, TR("Go back")))) {
        screen_want(&action, ACTION_BACK, 0);
    }
    screen_nav_end(ui);
    return action;
}
