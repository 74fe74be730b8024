// What comes back today: offered, case by case, and as easily let be.
#include "player/screen_parts.h"

enum { PAGE_MOST_WIDTH = 820 };

static void say_group(Ui *ui, const Player *player, const ReturnsList *list, int32_t row, Action *action) {
    const ReturnsGroup *group = &list->rows[row];
    Str title = group->card >= 0 ? player->library.cards.rows[group->card].told.title
                                 : ui_words(ui, TR("Hearing it in a sentence"));
    Str count = UI_FORMAT(ui, catalog_plural(&player->app.catalog, TRP("{0} question", "{0} questions"), group->due),
                          ui_number(ui, group->due));
    UiId id = ui_card_begin(ui, (UiBox){.key = S("group"),
                                        .index = row,
                                        .gap = 4,
                                        .role = ROLE_BUTTON,
                                        .name = title,
                                        .value = count,
                                        .focusable = true,
                                        .wants_focus = row == 0,
                                        .place = row + 1,
                                        .set_size = list->count});
    ui_text(ui, (UiText){.text = title, .style = TEXT_HEADING, .role = UI_SILENT});
    ui_text(ui, (UiText){.text = count, .color = COLOR_SOFT, .role = UI_SILENT});
    ui_card_end(ui);
    if (ui_pressed(ui, id)) {
        screen_want(action, ACTION_REVIEW, row);
    }
}

static void say_out(Ui *ui, Action *action) {
    ui_text(ui,
            (UiText){.text = ui_words(ui, TR("Palabre knows in which box a question lies, and not how you answered it. "
                                             "Nothing counts how often you come.")),
                     .style = TEXT_SMALL,
                     .color = COLOR_SOFT});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP});
    if (ui_button(ui, (UiButton){.key = S("stop"),
                                 .text = ui_words(ui, TR("No longer bring anything back, and erase this")),
                                 .kind = BUTTON_QUIET})) {
        screen_want_setting(action, &(SettingWish){.wanted = true, .setting = SETTING_RETURNS, .value = 0});
    }
    ui_box_end(ui);
}

Action screen_returns_view(Ui *ui, const Player *player) {
    Action action = {0};
    ReturnsList list = player_returns_list(player, ui_arena(ui));
    ui_enter_page(ui, S("returns"));
    screen_nav_begin(ui, SCREEN_RETURNS, &action);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = PAGE_MOST_WIDTH, .gap = 16});
    screen_back(ui, &action);
    ui_text(ui,
            (UiText){.text = ui_words(ui, TR("To review")), .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    Str lead = list.count > 0 ? TR("Questions come back after 1, 3, 7, 16 and 35 days. Nothing presses: what you leave "
                                   "here waits.")
                              : TR("Nothing comes back today.");
    ui_text(ui, (UiText){.text = ui_words(ui, lead), .style = TEXT_READING, .live = true});
    for (int32_t i = 0; i < list.count; i++) {
        say_group(ui, player, &list, i, &action);
    }
    if (player->returns.slow) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("The file is being read…")), .live = true});
    }
    say_out(ui, &action);
    ui_box_end(ui);
    screen_nav_end(ui);
    return action;
}
