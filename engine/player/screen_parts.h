// What several screens say in the same way. Internal to the screens.
#pragma once

#include "player/screen.h"

// Takes note of a wish; the first of a frame counts.
void screen_want(Action *action, ActionKind kind, int32_t index);
void screen_want_text(Action *action, ActionKind kind, Str text);

Str screen_theme_name(const Player *player, Str theme); // the id itself when the theme is not a shared one
void screen_theme_tag(Ui *ui, const Player *player, const Card *card);
Str screen_length(Ui *ui, const Player *player, const Card *card); // "15 min · 5 to 8 decisions"
Str screen_begun(Ui *ui, const Player *player, Str date);          // "Begun 3 days ago"; empty when it is no date

Str screen_full(Ui *ui); // why no other way can be begun

// A part of a page that is told first or stands back: a card in ochre with these words in it.
void screen_warning(Ui *ui, Str key, Str text);
void screen_unkept(Ui *ui, const Player *player); // says so when nothing can be kept

// A label above what can be chosen; gives what was chosen, which is `choices.chosen` unless it was another.
int32_t screen_choices(Ui *ui, UiChoices choices);
void screen_choose_language(Ui *ui, const Player *player, bool wants_focus, Action *action);
void screen_choose_text_scale(Ui *ui, const Player *player, Action *action);

// What can be on or off.
typedef struct {
    Str key, text, about;
    bool on;
    ActionKind action;
} ScreenSwitch;

void screen_switch(Ui *ui, const ScreenSwitch *what, Action *action);
ScreenSwitch screen_speech(const Player *player); // to be read to
