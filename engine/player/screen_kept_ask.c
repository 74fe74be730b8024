// The questions before something is kept, and before what was is erased or set aside.
#include "player/player_parts.h"
#include "player/screen_kept.h"

enum { KEEP_WIDTH = 520 };

void screen_keep_walk(Ui *ui, const Player *player, Action *action) {
    Str title = ui_words(ui, TR("Keep this walk?"));
    bool close = ui_dialog_begin(ui, (UiDialog){.key = S("keep"), .title = title, .width = KEEP_WIDTH});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Your answers stay on this computer for a year, for you alone: to be "
                                                 "read again, and to see what you practised. They are erased when you "
                                                 "want. What you typed stays only if you say so."))});
    ui_dialog_foot(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .justify = UI_END});
    close =
        ui_button(ui, (UiButton){.key = S("cancel"), .text = ui_words(ui, TR("Cancel")), .wants_focus = true}) || close;
    bool with = player->debrief.typed &&
                ui_button(ui, (UiButton){.key = S("with"), .text = ui_words(ui, TR("Keep, with my words"))});
    bool without =
        ui_button(ui, (UiButton){.key = S("without"), .text = ui_words(ui, TR("Keep")), .kind = BUTTON_PRIMARY});
    ui_box_end(ui);
    ui_dialog_end(ui);
    if (with || without) {
        screen_want(action, ACTION_KEEP_WALK, with);
    } else if (close) {
        screen_want(action, ACTION_SHOW, OVERLAY_NONE);
    }
}

static void answer_notes(Ui *ui, const ScreenQuestion *question, NotesActionKind kind, Action *action) {
    ScreenReply said = screen_question(ui, question);
    if (said == SCREEN_REPLY_YES && action->kind == ACTION_NONE) {
        *action = (Action){.kind = ACTION_NOTES, .notes = {.kind = kind}};
    } else if (said == SCREEN_REPLY_NO) {
        screen_want(action, ACTION_SHOW, OVERLAY_NONE);
    }
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

static void answer(Ui *ui, const ScreenQuestion *question, KeptActionKind kind, Action *action) {
    ScreenReply said = screen_question(ui, question);
    if (said == SCREEN_REPLY_YES) {
        screen_want_kept(action, kind, 0);
    } else if (said == SCREEN_REPLY_NO) {
        screen_want(action, ACTION_SHOW, OVERLAY_NONE);
    }
}

void screen_kept_erase(Ui *ui, const Player *player, Action *action) {
    int32_t chosen = player_kept_chosen(player);
    int32_t all = player->kept.shown ? player->kept.shown->list.count : 0;
    int32_t count = player->kept.session ? 1 : chosen > 0 ? chosen : all;
    Str title = catalog_plural(&player->app.catalog, TRP("Erase {0} session?", "Erase {0} sessions?"), count);
    answer(ui,
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
    answer(ui,
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
    answer(ui,
           &(ScreenQuestion){.title = TR("Erase the whole file?"),
                             .text = TR("All that was kept in it goes for good, and what was set aside before."),
                             .yes = TR("Erase all"),
                             .no = TR("Cancel"),
                             .erases = true},
           KEPT_ERASE_STORE, action);
}
