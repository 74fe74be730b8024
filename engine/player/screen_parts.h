// Parts that several screens have in common. Internal to the screens.
#pragma once

#include "app/settings_view.h"
#include "player/player.h"
#include "player/screen.h"
#include "ui/widgets.h"

// Takes note of a wish; the first of a frame counts.
void screen_want(Action *action, ActionKind kind, int32_t index);
void screen_want_text(Action *action, ActionKind kind, Str text);
void screen_want_analysis(Action *action, AnalyseActionKind kind, int32_t index);
void screen_want_setting(Action *action, const SettingWish *wish);

Str screen_theme_name(const Player *player, Str theme); // the id itself when the theme is not a shared one
void screen_theme_tag(Ui *ui, const Player *player, const Card *card);
Str screen_begun(Ui *ui, const Player *player, Str date); // "Begun 3 days ago"; empty when it is no date

bool screen_goes_back(Ui *ui, Str what); // by the keys for it; `what` it does stands in the help
// The same by a button that begins the page; `text` stands on it, `name` is spoken.
bool screen_say_back(Ui *ui, Str what, Str text, Str name);
void screen_open_say(Ui *ui, const Player *player, Action *action); // screen_open.c: OVERLAY_OPEN
Str screen_full(Ui *ui);                                            // why no other way can be begun

// A question that is answered with yes or no; no is what Enter chooses where yes erases. Texts are sources of the
// catalogue.
typedef struct {
    Str title, text, yes, no;
    bool erases;
} ScreenQuestion;

void screen_question(Ui *ui, const ScreenQuestion *question, Action if_yes, Action *action);

// Whether something is kept, and with what was typed. Texts are sources of the catalogue.
typedef struct {
    Str title, text, without;
    Str with; // empty: nothing was typed
    Action if_with, if_without;
} ScreenKeep;

void screen_keep(Ui *ui, const ScreenKeep *keep, Action *action);

// screen_kept_ask.c: overlays of what was kept.
void screen_kept_erase(Ui *ui, const Player *player, Action *action);
void screen_kept_aside(Ui *ui, const Player *player, Action *action);
void screen_kept_erase_store(Ui *ui, const Player *player, Action *action);
void screen_keep_walk(Ui *ui, const Player *player, Action *action);
void screen_notes_erase(Ui *ui, const Player *player, Action *action);
void screen_notes_erase_all(Ui *ui, const Player *player, Action *action);

// A search above a list.
typedef struct {
    Str name, text;  // what it is for; as it is now
    ActionKind kind; // that sets it
    int32_t width;
    bool wants_focus;
} ScreenSearch;

// True: the key that was pressed leads on to the first result.
bool screen_search(Ui *ui, const ScreenSearch *search, Action *action);
Str screen_empty_search(Ui *ui); // what a button that does so is called

void screen_back(Ui *ui, Action *action); // to the situations, first on a page, by its keys too
// A page of one column, which scrolls above a foot that is in sight whatever was read: in a box that fills the screen,
// first the one, then the other. A page of another `key` is read from its top.
void screen_column_begin(Ui *ui, Str key, bool foot);
void screen_column_end(Ui *ui);
void screen_foot_begin(Ui *ui, UiFlow flow, int32_t gap);
void screen_foot_end(Ui *ui);

void screen_other(Ui *ui, Action *action); // the same by a button, where all else that can be done is to read
// A few words, and what is said of them; `live`: also read aloud when the page is new.
void screen_pair(Ui *ui, Str label, Str text, bool live);
void screen_case_button(Ui *ui, const Player *player, int32_t card, Action *action); // opens it

// screen_loss.c: what became of everything in another format, each a card of its own.
enum { SCREEN_MOST_ROWS = 200 };                      // of one card: whoever wants all of them has the terminal
void screen_loss_begin(Ui *ui, Str key, Str heading); // of such a card; ends with ui_card_end
void screen_loss_more(Ui *ui, int32_t count);         // … of so many rows
void screen_loss_classes(Ui *ui, const Player *player, const LossReport *report);
// A file that was read is told by its lines, a case that is written by what becomes of it (sorted).
void screen_loss_rows(Ui *ui, const Player *player, const LossGroups *groups, Str heading);
void screen_loss_fates(Ui *ui, const Player *player, const LossGroups *groups);

// A part of a page that is told first or stands back: a card in ochre with these words in it.
void screen_warning(Ui *ui, Str key, Str text);
void screen_unkept(Ui *ui, const Player *player); // says so when nothing can be kept
