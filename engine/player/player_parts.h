// Shared by the parts of the player. Internal to player/player.c and its parts.
#pragma once

#include "player/player.h"

#define PLAYER_FORMAT(player, arena, source, ...)                                       \
    catalog_format((arena), &(player)->app.catalog, source, (const Str[]){__VA_ARGS__}, \
                   (int32_t)(sizeof((const Str[]){__VA_ARGS__}) / sizeof(Str)))

enum {
    PLAYER_PAUSE_MS = 1000, // without a key, before what is typed is noted
    PLAYER_MOMENT_MS = 200  // of reading, before it is said that there is something to wait for
};

void player_show_screen(Player *player, Screen screen);
void player_update_walk(Player *player, int32_t row, const SoloAction *action); // and journals what it brought
void player_rebuild_views(Player *player); // debrief and comparison, after what they show of changed

// player_case.c: the open case and its walks.
void player_close_case(Player *player);
bool player_start_walk(Player *player, int64_t now_ms);
bool player_resume_walks(Player *player, int64_t now_ms);
bool player_fork_walk(Player *player, int32_t decision, int64_t now_ms);
void player_drop_unanswered(Player *player); // the what-if that is played, if nothing was answered in it yet
void player_let_go(Player *player);          // of walks and journal
SoloStart player_solo_start(Player *player, int64_t now_ms);                 // of the open case
void player_read_library(Player *player);                                    // anew
void player_take_cards(Player *player);                                      // that were read since
void player_list_index(const Player *player, Arena *arena, FileList *files); // adds what keeps cards on the disk
void player_forget_cards(Player *player); // what they say of things begun; none is kept of those still to be read
void player_add_case(Player *player);     // copies the open one among those of the library
bool player_add_takes(Player *player, const WriterReport *report, int64_t now_ms); // false: none of its tasks
void player_add_finish(Player *player);                                            // the writer is idle
bool player_has_begun(const Player *player); // something can be lost by starting anew

// player_open.c: a case is read; its card says why when it cannot be played.
void player_open(Player *player, const Action *action, int64_t now_ms);
void player_open_case(Player *player, OpenHow how, Str path, int64_t now_ms);
void player_open_added(Player *player, Str path, int64_t now_ms); // a copy of what stands on SCREEN_IMPORT, or another
void player_open_show(Player *player);                            // that it is being read
void player_list_begun(Player *player, int64_t now_ms);           // with the open case, anew
bool player_open_takes(Player *player, const WriterReport *report, int64_t now_ms); // false: none of its tasks
int64_t player_open_next_tick(const Player *player);                                // -1: none
void player_open_tick(Player *player, int64_t now_ms);
void player_open_finish(Player *player);  // the writer is idle
bool player_takes_folder(Player *player); // of what is kept: no other window has it
Str player_begun_folder(Player *player);  // then that of what was begun; else empty

// player_journal.c: what goes to the disk, by the writer.
void player_journal_expire(Player *player);            // those whose time is over
Str player_next_journal(Player *player, Arena *arena); // a path that nothing has yet, for a run of the open case
void player_journal_begin(Player *player);
void player_journal_begin_anew(Player *player, int64_t now_ms); // with what could be resumed; the old one is set aside
void player_journal_walk(Player *player, int32_t row); // what is new of it; of a what-if from its first answer on
void player_journal_note(Player *player);              // if it changed
void player_journal_draft(Player *player);             // if it changed
bool player_keeps(const Player *player);               // what is done now is there after the next start
void player_journal_erase(Player *player);
void player_take_reports(Player *player, int64_t now_ms);

// player_erase.c
void player_erase_all(Player *player, int64_t now_ms);                               // settings too
bool player_erase_takes(Player *player, const WriterReport *report, int64_t now_ms); // false: none of its tasks
bool player_erase_lets(const Player *player, ActionKind kind); // else it is erased first, and this is not done
void player_erase_finish(Player *player);                      // before the reader of the library is stopped

// player_keep.c: sessions that are kept.
Str player_room_begun(const Player *player); // the day on which it began, unless the clock was set back since
void player_keep_session(Player *player, bool with_words);
bool player_can_keep_walk(const Player *player);        // … and it was not yet
void player_keep_walk(Player *player, bool with_words); // the one whose debrief is shown
bool player_has_kept(Player *player);                   // a session, or what is left of a store
void player_purge_sessions(Player *player);             // whose time is over
bool player_take_store_report(Player *player, const WriterReport *report, int64_t now_ms); // false: none of the store's
void player_leave_kept(
    Player *player); // the session and the walk: of what is being kept of them it is told all the same
void player_finish_store(Player *player); // the writer is idle

// player_kept.c: what was kept, looked at.
void player_kept_look(Player *player); // anew
void player_kept_update(Player *player, const KeptAction *action);
bool player_kept_takes(Player *player, const WriterReport *report, int64_t now_ms); // false: none of its tasks
int32_t player_kept_chosen(const Player *player);                                   // how many are ticked
bool player_kept_can_change(const Player *player);
void player_kept_act(Player *player, const Action *action, int64_t now_ms); // … or in the notebook, or kept now
void player_kept_bring(Player *player, Str path); // sessions to be added, from whatever page that can be left
void player_kept_finish(Player *player);
KeptJob *player_kept_job(const Player *player, KeptJobKind kind);
void player_kept_give(Player *player, KeptJob *job); // while no other is done

// player_analysis.c: what groups chose, over kept sessions.
void player_analyse(Player *player, const AnalyseAction *action);
bool player_analysis_tells(const AnalysingJob *job); // … of all that stands on its page
bool player_analysis_can_save(const Player *player);
bool player_analysis_takes(Player *player, const WriterReport *report, int64_t now_ms); // false: none of its tasks
void player_analysis_finish(Player *player);                                            // the writer is idle

// player_notes.c: the notebook.
void player_notes_update(Player *player, const NotesAction *action, int64_t now_ms);
void player_notes_pause(Player *player, int64_t now_ms);    // what was typed is saved when it is time
int64_t player_notes_next_tick(const Player *player);       // -1: none
void player_notes_end(Player *player);                      // of the program, which nobody sees any more: the same
void player_notes_forget(Player *player);                   // what is being written, not what is in the store
void player_notes_leave(Player *player);                    // its page: what was typed is kept
void player_notes_kept(Player *player, const KeptJob *job); // or not: that is done
int32_t player_notes_waiting(const Player *player);         // row of a position without its after; -1: none

// player_leave.c
void player_end(Player *player);        // of the program: what was done so far is there the next time
void player_ask_to_end(Player *player); // the same, but first what is asked where the screen is left

// player_export.c
void player_tell_export(Player *player, const WriterReport *report, int64_t now_ms);
// For a file on the open case; `parts` tell it from others on the same: who, what it is, the day.
enum { PLAYER_DOCUMENT_PARTS = 3 }; // with the case itself
Str player_document_path(const Player *player, Arena *arena, const Str *parts, int32_t count, Str ending);
void player_export(Player *player, const Action *action, int64_t now_ms); // the debrief, or the case

// player_export_case.c: the open case as a file of another tool.
void player_export_case(Player *player, const Action *action, int64_t now_ms);
bool player_export_takes(Player *player, const WriterReport *report, int64_t now_ms); // false: none of its tasks
void player_export_finish(Player *player);                                            // the writer is idle

// player_browse.c: what is looked for, and the lists that are kept of it.
void player_browse(Player *player, const Action *action, int64_t now_ms);
void player_begin_browsing(Player *player, bool sessions, int64_t now_ms);            // in the folder of documents
bool player_browse_takes(Player *player, const WriterReport *report, int64_t now_ms); // false: none of its tasks
int64_t player_browse_next_tick(const Player *player);                                // -1: none
void player_browse_tick(Player *player, int64_t now_ms);
void player_browse_finish(Player *player); // the writer is idle
void player_read_lists(Player *player);
void player_forget_lists(Player *player, Arena *arena, FileList *files); // adds those that held them
void player_note_played(Player *player);                                 // the open case, where the settings want that
void player_follow_trace(Player *player);                                // … and erase what they no longer want

// player_import.c: files of other tools.
void player_open_file(Player *player, Str path, int64_t now_ms);  // a case, or what the writer's thread makes one of
void player_import_try(Player *player, Str path, int64_t now_ms); // what was no case
void player_import(Player *player, const Action *action, int64_t now_ms);
bool player_import_takes(Player *player, const WriterReport *report, int64_t now_ms); // false: none of its tasks
void player_import_finish(Player *player);                                            // the writer is idle

void player_set_limits(Player *player, int64_t now_ms); // player_tick.c: as the settings want them in all walks

// player_seek.c: the ways in of somebody who comes with a need, or out of a hard moment.
void player_seek(Player *player, const Action *action, int64_t now_ms);

// player_look.c: what is looked at of a debrief and a comparison, and what other programs are to open.
void player_look(Player *player, const Action *action, int64_t now_ms);
void player_look_anew(Player *player); // another debrief is shown
