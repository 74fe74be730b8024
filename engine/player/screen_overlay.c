// Overlays of the screens: help, the conversation so far, and the questions before something is erased or written.
#include "group/group_kept.h"
#include "player/player_parts.h"
#include "player/screen_parts.h"
#include "view/view_solo.h"

enum { QUESTION_WIDTH = 520, HISTORY_WIDTH = 760 };

static const ScreenQuestion LEAVE = {.title = TR_INIT("Leave this situation?"),
                                     .text = TR_INIT("What you have done so far is kept: you can take it up again."),
                                     .yes = TR_INIT("Leave"),
                                     .no = TR_INIT("Stay")};

static void begin_buttons(Ui *ui) {
    ui_dialog_foot(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .justify = UI_END});
}

static void answer(const Action *wanted, bool closes, Action *action) {
    if (wanted && action->kind == ACTION_NONE) {
        *action = *wanted;
    } else if (closes) {
        screen_want(action, ACTION_SHOW, OVERLAY_NONE);
    }
}

void screen_question(Ui *ui, const ScreenQuestion *question, Action if_yes, Action *action) {
    Str title = ui_words(ui, question->title);
    bool no = ui_dialog_begin(ui, (UiDialog){.key = S("question"), .title = title, .width = QUESTION_WIDTH});
    ui_text(ui, (UiText){.text = ui_words(ui, question->text)});
    begin_buttons(ui);
    no = ui_button(ui,
                   (UiButton){.key = S("no"), .text = ui_words(ui, question->no), .wants_focus = question->erases}) ||
         no;
    bool yes = ui_button(ui, (UiButton){.key = S("yes"),
                                        .text = ui_words(ui, question->yes),
                                        .kind = question->erases ? BUTTON_DANGER : BUTTON_PRIMARY,
                                        .wants_focus = !question->erases});
    ui_box_end(ui);
    ui_dialog_end(ui);
    answer(yes ? &if_yes : NULL, no, action);
}

void screen_keep(Ui *ui, const ScreenKeep *keep, Action *action) {
    Str title = ui_words(ui, keep->title);
    bool cancel = ui_dialog_begin(ui, (UiDialog){.key = S("keep"), .title = title, .width = QUESTION_WIDTH});
    ui_text(ui, (UiText){.text = ui_words(ui, keep->text)});
    begin_buttons(ui);
    cancel = ui_button(ui, (UiButton){.key = S("cancel"), .text = ui_words(ui, TR("Cancel")), .wants_focus = true}) ||
             cancel;
    bool with = keep->with.len > 0 && ui_button(ui, (UiButton){.key = S("with"), .text = ui_words(ui, keep->with)});
    bool without =
        ui_button(ui, (UiButton){.key = S("without"), .text = ui_words(ui, keep->without), .kind = BUTTON_PRIMARY});
    ui_box_end(ui);
    ui_dialog_end(ui);
    answer(with ? &keep->if_with : without ? &keep->if_without : NULL, cancel, action);
}

static void say_question(Ui *ui, const ScreenQuestion *question, Action *action) {
    screen_question(ui, question, (Action){.kind = ACTION_CONFIRM}, action);
}

static void say_export(Ui *ui, const Player *player, Action *action) {
    (void)player;
    Str title = ui_words(ui, TR("Save the debrief as a file"));
    bool close = ui_dialog_begin(ui, (UiDialog){.key = S("export"), .title = title, .width = QUESTION_WIDTH});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Should your written answers and your notes stand in the file? "
                                                 "Whoever opens it can read them."))});
    begin_buttons(ui);
    close = ui_button(ui, (UiButton){.key = S("cancel"), .text = ui_words(ui, TR("Cancel")), .kind = BUTTON_QUIET}) ||
            close;
    if (ui_button(ui, (UiButton){.key = S("with"), .text = ui_words(ui, TR("With my words"))})) {
        screen_want(action, ACTION_EXPORT, 1);
    }
    if (ui_button(ui, (UiButton){.key = S("without"),
                                 .text = ui_words(ui, TR("Without my words")),
                                 .kind = BUTTON_PRIMARY,
                                 .wants_focus = true})) {
        screen_want(action, ACTION_EXPORT, 0);
    }
    ui_box_end(ui);
    ui_dialog_end(ui);
    if (close) {
        screen_want(action, ACTION_SHOW, OVERLAY_NONE);
    }
}

static void say_history(Ui *ui, const Player *player, Action *action) {
    Str title = ui_words(ui, TR("The conversation so far"));
    bool close =
        ui_dialog_begin(ui, (UiDialog){.key = S("history"), .title = title, .width = HISTORY_WIDTH, .from_end = true});
    Telling telling = player_telling(player, player->walk, ui_arena(ui));
    view_transcript(ui, &telling, solo_place(player_walk(player)));
    begin_buttons(ui);
    close = ui_button(ui, (UiButton){.key = S("close"),
                                     .text = ui_words(ui, TR("Close")),
                                     .hint = ui_key_name(ui, KEY_ESCAPE, 0),
                                     .kind = BUTTON_PRIMARY,
                                     .wants_focus = true}) ||
            close;
    ui_box_end(ui);
    ui_dialog_end(ui);
    if (close) {
        screen_want(action, ACTION_SHOW, OVERLAY_NONE);
    }
}

static void say_help(Ui *ui, const Player *player, Action *action) {
    (void)player;
    if (ui_help(ui, ui_words(ui, TR("Keys")),
                ui_words(ui, TR("Everything here can be done with the keyboard alone, or with the mouse alone.")))) {
        screen_want(action, ACTION_SHOW, OVERLAY_NONE);
    }
}

// An answer that was begun; a text is noted while it is typed, unless nobody is ever to read it.
static bool loses_answer(const Player *player) {
    const Solo *walk = player_walk(player);
    const Ask *ask = walk ? solo_ask(walk) : NULL;
    bool making = ask && walk->phase <= SOLO_PHASE_CONFIDENCE && walk->draft.touched;
    return making && (walk->draft.text.len == 0 || ask->private_answer);
}

static void say_leave(Ui *ui, const Player *player, Action *action) {
    ScreenQuestion question = LEAVE;
    if (!player_keeps(player)) {
        question.text = player->journal_failed
                            ? TR("Your last answers could not be noted: they are gone once you begin something else or "
                                 "Palabre closes.")
                            : TR("Nothing can be kept here: what you have done so far is gone once you begin something "
                                 "else or Palabre closes.");
        question.erases = true;
    } else if (loses_answer(player)) {
        question.text = TR("What you have done so far is kept: you can take it up again. The answer that you have not "
                           "given yet is not.");
    }
    const Solo *walk = player_walk(player);
    if (walk && walk->parent_decision > 0 && !player->closing) {
        question.title = TR("Go back to the debrief?");
        question.text = TR("The text that you are writing is not kept.");
        question.yes = TR("Back to the debrief");
    }
    say_question(ui, &question, action);
}

static void say_keep_room(Ui *ui, const Player *player, Action *action) {
    const Group *group = player->room.group;
    bool votes = group && group_keeps_votes(group);
    Str all =
        TR("Votes and ways stay on this computer for a year, to be looked at again; then they are erased. No name is "
           "in them. Sentences and written answers stay only if you say so.");
    Str way =
        TR("The way stays on this computer for a year, to be looked at again; then it is erased. No name is in it, "
           "and no vote, for none had five voters. Sentences and written answers stay only if you say so.");
    screen_keep(ui,
                &(ScreenKeep){.title = TR("Does the whole group agree?"),
                              .text = votes ? all : way,
                              .with = TR("Keep, with what was written"),
                              .without = votes ? TR("Keep the votes") : TR("Keep the way"),
                              .if_with = {.kind = ACTION_ROOM, .room = {.kind = ROOM_KEEP, .index = true}},
                              .if_without = {.kind = ACTION_ROOM, .room = {.kind = ROOM_KEEP}}},
                action);
}

static void say_leave_room(Ui *ui, const Player *player, Action *action) {
    bool kept = player_room_keeps(player);
    ScreenQuestion question = {.title = TR("Leave the session?"),
                               .text = TR("What was done so far is kept for seven days: the session can be taken up "
                                          "again. To erase it, go to “What we keep”."),
                               .yes = TR("Leave"),
                               .no = TR("Stay"),
                               .erases = !kept};
    if (!kept) {
        question.text = player->journal_failed
                            ? TR("What was done last could not be noted: it is gone once you leave.")
                            : TR("Nothing can be kept here: votes and sentences are gone once you leave.");
    }
    say_question(ui, &question, action);
}

static void say_erasing(Ui *ui, const Player *player, Action *action) {
    (void)player;
    (void)action;
    (void)ui_dialog_begin(ui, (UiDialog){.key = S("erasing"),
                                         .title = ui_words(ui, TR("Everything is being erased…")),
                                         .width = QUESTION_WIDTH});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("On a slow disk this takes a moment."))});
    ui_dialog_end(ui);
}

// Either says itself or is a plain question.
typedef struct {
    void (*say)(Ui *ui, const Player *player, Action *action);
    ScreenQuestion question;
} OverlayRow;

static const OverlayRow OVERLAYS[OVERLAY_COUNT] = {
    [OVERLAY_HELP] = {.say = say_help},
    [OVERLAY_ERASING] = {.say = say_erasing},
    [OVERLAY_HISTORY] = {.say = say_history},
    [OVERLAY_EXPORT] = {.say = say_export},
    [OVERLAY_OPEN] = {.say = screen_open_say},
    [OVERLAY_IMPORT] = {.say = screen_open_say},
    [OVERLAY_KEPT_ERASE] = {.say = screen_kept_erase},
    [OVERLAY_KEPT_ASIDE] = {.say = screen_kept_aside},
    [OVERLAY_KEPT_ERASE_STORE] = {.say = screen_kept_erase_store},
    [OVERLAY_KEEP_WALK] = {.say = screen_keep_walk},
    [OVERLAY_NOTES_ERASE] = {.say = screen_notes_erase},
    [OVERLAY_NOTES_ERASE_ALL] = {.say = screen_notes_erase_all},
    [OVERLAY_CONFIRM_LEAVE] = {.say = say_leave},
    [OVERLAY_CONFIRM_BACK] = {.question = {.title = TR_INIT("Step back?"),
                                           .text = TR_INIT("What you began here is not kept: you come back to the "
                                                           "decision before."),
                                           .yes = TR_INIT("Step back"),
                                           .no = TR_INIT("Stay"),
                                           .erases = true}},
    [OVERLAY_CONFIRM_RESTART] = {.question = {.title = TR_INIT("Start over?"),
                                              .text = TR_INIT("What you began is erased for good."),
                                              .yes = TR_INIT("Erase and start over"),
                                              .no = TR_INIT("Cancel"),
                                              .erases = true}},
    [OVERLAY_CONFIRM_ERASE] = {.question = {.title = TR_INIT("Erase what you began?"),
                                            .text = TR_INIT("It is erased for good."),
                                            .yes = TR_INIT("Erase"),
                                            .no = TR_INIT("Cancel"),
                                            .erases = true}},
    [OVERLAY_CONFIRM_LET_GO] = {.question = {.title = TR_INIT("Leave this debrief?"),
                                             .text = TR_INIT("The debrief and your notes are erased for good. What you "
                                                             "have exported stays."),
                                             .yes = TR_INIT("Erase and leave"),
                                             .no = TR_INIT("Stay"),
                                             .erases = true}},
    [OVERLAY_CONFIRM_ROOM_LEAVE] = {.say = say_leave_room},
    [OVERLAY_CONFIRM_ROOM_ANEW] = {.question = {.title = TR_INIT("Begin another session?"),
                                                .text = TR_INIT("The session of a group that was begun with this "
                                                                "situation is erased for good."),
                                                .yes = TR_INIT("Erase and begin"),
                                                .no = TR_INIT("Cancel"),
                                                .erases = true}},
    [OVERLAY_ROOM_KEEP] = {.say = say_keep_room},
    [OVERLAY_CONFIRM_ROOM_ERASE] = {.question = {.title = TR_INIT("Erase the session?"),
                                                 .text = TR_INIT("Votes, sentences and ways are erased for good. The "
                                                                 "page that you saved stays."),
                                                 .yes = TR_INIT("Erase the session"),
                                                 .no = TR_INIT("Cancel"),
                                                 .erases = true}},
    [OVERLAY_CONFIRM_ERASE_ALL] = {.question = {.title = TR_INIT("Erase everything?"),
                                                .text =
                                                    TR_INIT("Your settings, what you have begun, the sessions you kept "
                                                            "and the notebook are erased for good. Situations and "
                                                            "exported files stay."),
                                                .yes = TR_INIT("Erase everything"),
                                                .no = TR_INIT("Cancel"),
                                                .erases = true}},
};

Action screen_overlay_view(Ui *ui, const Player *player) {
    Action action = {0};
    const OverlayRow *row = &OVERLAYS[player->overlay];
    ASSERT(row->say || row->question.title.len > 0); // a value of the enum without its row
    if (row->say) {
        row->say(ui, player, &action);
    } else {
        say_question(ui, &row->question, &action);
    }
    return action;
}
