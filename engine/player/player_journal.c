#include "base/error_text.h"
#include "base/path.h"
#include "player/player_parts.h"

static bool keeps(const Player *player) {
    return app_can_write(&player->app) && player->open.scenario && !player->open.review && player->open.was_listed;
}

static void append(Player *player, Str line) {
    (void)writer_append(player->app.writer, player->open.journal_path, line);
}

// Erases the runs of this file but for the latest, and those of its case that were set aside.
static void erase_others(Player *player) {
    OpenCase *open = &player->open;
    for (int32_t i = 0; i < open->aside.count; i++) {
        (void)writer_erase(player->app.writer, open->aside.rows[i]);
    }
    for (int32_t i = 1; i < open->begun.count; i++) {
        (void)writer_erase(player->app.writer, open->begun.rows[i].path);
    }
    open->aside = (FileList){0};
    open->begun = (JournalList){0};
}

// Reads of the player what never changes while it runs.
static bool expire(void *context, Error *error) {
    (void)error;
    const Player *player = context;
    Arena scratch = {0};
    (void)journal_expire(&scratch, player->app.folders.journal, player->today);
    arena_finish(&scratch);
    return true;
}

void player_journal_expire(Player *player) {
    if (player->app.folders.journal.len > 0 && app_can_write(&player->app)) {
        (void)writer_run(player->app.writer, expire, player);
    }
}

Str player_next_journal(Player *player, Arena *arena) {
    OpenCase *open = &player->open;
    return journal_path(arena, player->app.folders.journal, scenario_name(open->scenario, open->scenario->id),
                        ++open->last_number);
}

void player_journal_begin(Player *player) {
    if (!keeps(player)) {
        return;
    }
    ArenaMark mark = arena_mark(&player->scratch);
    OpenCase *open = &player->open;
    JournalHeader header = {.case_id = scenario_name(open->scenario, open->scenario->id),
                            .title = open->scenario->title,
                            .path = open->path,
                            .hash = open->bytes_hash,
                            .len = open->len,
                            .date = player->today};
    player->journal_failed = false;
    erase_others(player);
    if (open->journal_path.len == 0) {
        open->journal_path = player_next_journal(player, &open->arena);
    }
    (void)writer_begin(player->app.writer, open->journal_path, journal_header_line(&player->scratch, &header));
    library_mark_begun(&player->library, &header);
    arena_rewind(&player->scratch, mark);
}

// Until something is answered in it a what-if leaves no trace.
static bool is_begun(const Player *player, int32_t row) {
    const Solo *walk = &player->walks[row];
    return walk->parent_decision == 0 || player->walk_lines[row] > 0 ||
           walk->session.way.count >= walk->parent_decision;
}

void player_journal_walk(Player *player, int32_t row) {
    const Log *log = &player->walks[row].session.log;
    int32_t first = player->walk_lines[row];
    if (!is_begun(player, row)) {
        return;
    }
    player->walk_lines[row] = log->lines.count;
    for (int32_t i = first; i < log->lines.count && keeps(player); i++) {
        append(player, log->lines.rows[i].text);
    }
}

void player_journal_begin_anew(Player *player, int64_t now_ms) {
    OpenCase *open = &player->open;
    if (!keeps(player)) {
        return;
    }
    Str damaged = open->journal_path;
    Str aside = journal_aside_name(&player->scratch, damaged, player->today);
    const JournalHeader *header = &open->begun.rows[0].header;
    open->journal_path = player_next_journal(player, &open->arena);
    (void)writer_begin(player->app.writer, open->journal_path, journal_header_line(&player->scratch, header));
    for (int32_t i = 0; i < player->walk_count; i++) {
        player->walk_lines[i] = 0;
        player_journal_walk(player, i);
    }
    player->note_unsaved = player->note.len > 0;
    player_journal_note(player);
    (void)writer_rename(player->app.writer, damaged, aside);
    *rows_append(&open->arena, &open->aside) = path_join(&open->arena, path_folder(damaged), aside);
    app_say(&player->app, TOAST_INFO,
            TR("A part of what had been noted could not be taken up: you go on from what could be read. The damaged "
               "file is kept as “{0}” for seven days."),
            aside, now_ms);
}

// A walk that is never to be kept is not; the log does not go on while an answer waits to be given.
void player_journal_draft(Player *player) {
    const Solo *walk = player_walk(player);
    const Ask *ask = walk ? solo_ask(walk) : NULL;
    ArenaMark mark = arena_mark(&player->scratch);
    bool typed = walk && walk->phase <= SOLO_PHASE_WORDS && ask && !ask->private_answer;
    if (player->draft_unsaved && typed && player->walk_lines[player->walk] > 0 && keeps(player)) {
        append(player, journal_draft_line(&player->scratch, walk->draft.text));
    }
    player->draft_unsaved = false;
    arena_rewind(&player->scratch, mark);
}

bool player_keeps(const Player *player) {
    return keeps(player) && !player->journal_failed;
}

void player_journal_note(Player *player) {
    ArenaMark mark = arena_mark(&player->scratch);
    if (player->note_unsaved && keeps(player)) {
        append(player, journal_note_line(&player->scratch, player->note));
    }
    player->note_unsaved = false;
    arena_rewind(&player->scratch, mark);
}

void player_journal_erase(Player *player) {
    OpenCase *open = &player->open;
    if (!keeps(player)) {
        return;
    }
    erase_others(player);
    if (open->journal_path.len > 0) {
        (void)writer_erase(player->app.writer, open->journal_path);
    }
    open->journal_path = (Str){0};
    library_mark_erased(&player->library, scenario_name(open->scenario, open->scenario->id));
}

// Told once a journal: the person can go on, and should know what a breakdown would now cost.
static void tell_journal_failure(Player *player, const WriterReport *report, int64_t now_ms) {
    Str why = error_text(&player->scratch, &player->app.catalog, &report->error);
    if (report->kind == WRITER_ERASE) {
        app_say(&player->app, TOAST_TROUBLE,
                TR("What was to be erased is still on the disk: {0}. Erase all, in the settings, tries again."), why,
                now_ms);
    } else if (!player->journal_failed) {
        player->journal_failed = true;
        app_say(&player->app, TOAST_TROUBLE,
                TR("Your answers can no longer be noted: {0}. What came before is kept. You can go on; after a "
                   "breakdown you would take up from there."),
                why, now_ms);
    }
}

// Once there is room again, what waited was written first (records/writer.h).
static void tell_journal_mended(Player *player, int64_t now_ms) {
    player->journal_failed = false;
    app_say(&player->app, TOAST_DONE, TR("Your answers are noted again, with those that could not be noted meanwhile."),
            (Str){0}, now_ms);
}

static bool take_report(void *context, const WriterReport *report, int64_t now_ms) {
    Player *player = context;
    if (player_open_takes(player, report, now_ms) || player_import_takes(player, report, now_ms) ||
        player_browse_takes(player, report, now_ms) || player_add_takes(player, report, now_ms) ||
        player_erase_takes(player, report, now_ms) || player_export_takes(player, report, now_ms) ||
        player_analysis_takes(player, report, now_ms) || player_returns_open(player, report->ticket, now_ms) ||
        player_returns_take(player, report->ticket, report->done, &report->error, now_ms) ||
        player_take_store_report(player, report, now_ms)) {
        return true;
    }
    if (player_room_tells(player, report->ticket, report->done, report->number, now_ms)) {
        return true;
    }
    if (report->kind == WRITER_SAVE_NEW) {
        player_tell_export(player, report, now_ms);
    } else if (!report->done && report->kind != WRITER_SAVE) {
        tell_journal_failure(player, report, now_ms);
    } else if (report->done && report->kind == WRITER_APPEND && player->journal_failed) {
        tell_journal_mended(player, now_ms);
    }
    return report->kind != WRITER_SAVE;
}

void player_take_reports(Player *player, int64_t now_ms) {
    app_take_reports(&player->app, take_report, player, now_ms);
}
