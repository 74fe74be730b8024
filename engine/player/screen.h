// The page of the program:
//
//     ui_begin(ui, input, width, height, preferences);
//     Action action = screen_view(ui, player);
//     frame = ui_end(ui);
#pragma once

#include "player/player.h"

ScreenView screen_view;          // screen.c: the one that is shown, its overlay and its toast
ScreenView screen_audience_view; // screen_room.c: the page of the room's window
ScreenView screen_overlay_view;  // screen_overlay.c: what stands above it

// The navigation at the left of library and settings (screen_nav.c): begins a row whose second box is the page, which
// scrolls; `here` is the Screen that is shown.
void screen_nav_begin(Ui *ui, Screen here, Action *action);
void screen_nav_end(Ui *ui);
ScreenIcon screen_nav_bubble, screen_nav_book, screen_nav_people, screen_nav_sliders;
