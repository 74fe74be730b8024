// The screens, one a file (screen_<name>.c): each says its page from the Player, which it only reads, and gives back
// the Action that was wanted, of kind ACTION_NONE when there was none.
//
//     ui_begin(ui, input, width, height, preferences);
//     Action action = screen_view(ui, player);
//     frame = ui_end(ui);
#pragma once

#include "player/player.h"
#include "ui/widgets.h"

Action screen_view(Ui *ui, const Player *player); // screen.c: the one that is shown, its overlay and its toast

Action screen_first_view(Ui *ui, const Player *player);
Action screen_library_view(Ui *ui, const Player *player);
Action screen_case_view(Ui *ui, const Player *player);
Action screen_play_view(Ui *ui, const Player *player);
Action screen_debrief_view(Ui *ui, const Player *player);
Action screen_compare_view(Ui *ui, const Player *player);
Action screen_settings_view(Ui *ui, const Player *player);
Action screen_overlay_view(Ui *ui, const Player *player); // screen_overlay.c

// The navigation at the left of library and settings (screen_nav.c): begins a row whose second box is the page, which
// scrolls; `here` is the Screen that is shown.
void screen_nav_begin(Ui *ui, Screen here, Action *action);
void screen_nav_end(Ui *ui);
