// The questions before something is kept, and before what was is erased or set aside.
#include "player/player_parts.h"
#include "player/screen_kept.h"

void screen_keep_walk(Ui *ui, const Player *player, Action *action) {
    screen_keep(ui,
                &(ScreenKeep){.title = TR("Keep this walk?"),
                              .text = TR("Your answers stay on this computer for a year, for you alone: to be read "
                                         "again, and to see what you practised. They are erased when you want. What "
                                         "you typed stays only if you say so."),
                              .with = player->debrief.typed ? TR("Keep, with my words") : (Str){0},
                              .without = TR("Keep"),
                              .if_with = {.kind = ACTION_KEEP_WALK, .index = true},
                              .if_without = {.kind = ACTION_KEEP_WALK}},
                action);
}

static void answer_notes(Ui *ui, const ScreenQuestion *question, NotesActionKind kind, Action *action) {
    screen_question(ui, question, (Action){.kind = ACTION_NOTES, .notes = {.kind = kind}}, action);
}

void screen_notes_erase(Ui *ui, const Player *player, Action *action) {
    (void)player;
    answer_notes(ui,
                 &(ScreenQuestion){.title = TR("Erase this page?"),
                                   .text = TR("What you wrote on it is gone for good. Files that you have exported "
                                              "stay."),
                                   .yes = TR("Erase"),
                                   .no = TR("Cancel"),
                                   .erases = true},
                 NOTES_ERASE, action);
}

void screen_notes_erase_all(Ui *ui, const Player *player, Action *action) {
    (void)player;
    answer_notes(
        ui,
        &(ScreenQuestion){.title = TR("Erase your notebook?"),
                          .text = TR("All that you wrote, your marks and the walks that you kept are erased for "
                                     "good. Files that you have exported stay."),
                          .yes = TR("Erase all"),
                          .no = TR("Cancel"),
                          .erases = true},
        NOTES_ERASE_ALL, action);
}

static void answer_kept(Ui *ui, const ScreenQuestion *question, KeptActionKind kind, Action *action) {
    screen_question(ui, question, (Action){.kind = ACTION_KEPT, .kept = {.kind = kind}}, action);
}

void screen_kept_erase(Ui *ui, const Player *player, Action *action) {
    int32_t chosen = player_kept_chosen(player);
    int32_t all = player->kept.shown ? player->kept.shown->list.count : 0;
    int32_t count = player->kept.session ? 1 : chosen > 0 ? chosen : all;
    Str title = catalog_plural(&player->app.catalog, TRP("Erase {0} session?", "Erase {0} sessions?"), count);
    answer_kept(ui,
                &(ScreenQuestion){.title = UI_FORMAT(ui, title, ui_number(ui, count)),
                                  .text = TR("What is erased is gone for good from this computer. Files that you have "
                                             "exported, and copies elsewhere, stay."),
                                  .yes = TR("Erase"),
                                  .no = TR("Cancel"),
                                  .erases = true},
                KEPT_ERASE, action);
}

void screen_kept_aside(Ui *ui, const Player *player, Action *action) {
    (void)player;
    answer_kept(
        ui,
        &(ScreenQuestion){.title = TR("Set the file aside?"),
                          .text = TR("The file keeps all its bytes under another name for thirty days. What can be "
                                     "kept from now on begins with nothing."),
                          .yes = TR("Set aside"),
                          .no = TR("Cancel"),
                          .erases = true},
        KEPT_ASIDE, action);
}

void screen_kept_erase_store(Ui *ui, const Player *player, Action *action) {
    (void)player;
    answer_kept(ui,
                &(ScreenQuestion){.title = TR("Erase the whole file?"),
                                  .text = TR("All that was kept in it goes for good, and what was set aside before."),
                                  .yes = TR("Erase all"),
                                  .no = TR("Cancel"),
                                  .erases = true},
                KEPT_ERASE_STORE, action);
}
