// What the pages of what is kept have in common. Internal to screen_kept*.c.
#pragma once

#include "player/screen_parts.h"

enum { SCREEN_KEPT_NARROW = 760 }; // width of the window, units, below which a row takes two lines

typedef struct {
    Str title, about; // sources of the catalogue
    int32_t most_width;
} KeptPage;

// A page of the navigation, with its head; what is said between is its own. False: nothing can be kept, and that is
// said.
bool screen_kept_begin(Ui *ui, const Player *player, const KeptPage *page, Action *action);
void screen_kept_end(Ui *ui, Action *action);
bool screen_kept_is_read(Ui *ui, const Player *player); // false: what is kept is being read, and that is said

void screen_want_kept(Action *action, KeptActionKind kind, int32_t index);
Str screen_kept_who(Ui *ui, const StoreHeader *header); // "a group of 14, “Lundi matin”"
void screen_kept_holder(Ui *ui, const Player *player);  // of another Palabre that has it
void screen_kept_told(Ui *ui, const Player *player);    // what became of the last thing that was done
