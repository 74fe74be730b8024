// Parts that several screens have in common. Internal to the screens.
#pragma once

#include "app/settings_view.h"
#include "player/screen.h"
#include "ui/widgets.h"

// Takes note of a wish; the first of a frame counts.
void screen_want(Action *action, ActionKind kind, int32_t index);
void screen_want_text(Action *action, ActionKind kind, Str text);
void screen_want_setting(Action *action, const SettingWish *wish);

Str screen_theme_name(const Player *player, Str theme); // the id itself when the theme is not a shared one
void screen_theme_tag(Ui *ui, const Player *player, const Card *card);
Str screen_begun(Ui *ui, const Player *player, Str date); // "Begun 3 days ago"; empty when it is no date

bool screen_goes_back(Ui *ui, Str what); // by the keys for it; `what` it does stands in the help
void screen_open_say(Ui *ui, const Player *player, Action *action); // screen_open.c: OVERLAY_OPEN
Str screen_full(Ui *ui);                                            // why no other way can be begun

// A part of a page that is told first or stands back: a card in ochre with these words in it.
void screen_warning(Ui *ui, Str key, Str text);
void screen_unkept(Ui *ui, const Player *player); // says so when nothing can be kept
