#include "base/path.h"
#include "player/player_parts.h"

#define INDEX "cards.json" // of the library, beside the settings

static void finish_walks(Player *player) {
    for (int32_t i = 0; i < player->walk_count; i++) {
        solo_finish(&player->walks[i]);
    }
    player->walk_count = 0;
    player->walk = 0;
    player->compared = 0;
    player->exported_walk = 0;
    player->note = (Str){0};
    player->note_unsaved = false;
    arena_finish(&player->note_arena);
    arena_finish(&player->view_arena);
    player->debrief = (ToldDebrief){0};
    player->comparison = (ToldComparison){0};
}

void player_close_case(Player *player) {
    if (player->open.review) {
        player_returns_learn(player);
    }
    player_journal_note(player);
    player_room_finish(player);
    finish_walks(player);
    open_case_finish(&player->open);
}

// The card of the open case is another one once the library was read anew.
static void find_open_card(Player *player) {
    OpenCase *open = &player->open;
    open->card = open->path.len > 0 ? library_find(&player->library, open->path) : NO_CARD;
}

void player_take_cards(Player *player) {
    bool reads = player->reader != NULL;
    if (player->reader && !player->erasing && !library_reader_take(player->reader, &player->library)) {
        library_reader_stop(player->reader);
        player->reader = NULL;
    }
    if (reads) {
        find_open_card(player);
    }
}

// A second window reads the index and leaves it as it is: one program writes in a data folder. So does this one after
// all was erased.
static void read_cards(Player *player, bool keeps) {
    const Folders *kept = &player->app.folders;
    enum { OWN = 3 };
    const KeptList *added = &player->case_folders;
    Str *folders = arena_push(&player->scratch, Str, OWN + added->rows.count);
    folders[0] = path_join(&player->scratch, kept->shipped, S("fr"));
    folders[1] = path_join(&player->scratch, kept->shipped, S("en"));
    folders[2] = kept->cases;
    for (int32_t i = 0; i < added->rows.count; i++) {
        folders[OWN + i] = added->rows.rows[i];
    }
    bool writes = player_takes_folder(player);
    library_finish(&player->library);
    player->reader = library_reader_start(
        &(LibraryWish){.framework = &player->framework,
                       .folders = folders,
                       .folder_count = OWN + added->rows.count,
                       .besides = path_ends(player->case_path, S(".json")) ? player->case_path : (Str){0},
                       .journal = writes ? kept->journal : (Str){0},
                       .index = kept->data.len > 0 ? path_join(&player->scratch, kept->data, S(INDEX)) : (Str){0},
                       .writer = player->app.writer,
                       .before = player->reader,
                       .keeps = keeps && writes && kept->data.len > 0,
                       .wake = player->wake,
                       .context = player->wake_context,
                       .waits = player->app.waits_for_disk || !player->wake});
    player_take_cards(player);
}

void player_read_library(Player *player) {
    read_cards(player, true);
}

void player_list_index(const Player *player, Arena *arena, FileList *files) {
    static const Str KEPT[] = {S_INIT(INDEX), S_INIT(INDEX "~")};
    Str data = player->app.folders.data;
    for (int32_t i = 0; i < COUNT(KEPT) && data.len > 0; i++) {
        *rows_append(arena, files) = path_join(arena, data, KEPT[i]);
    }
}

void player_forget_cards(Player *player) {
    for (int32_t i = 0; i < player->library.cards.count; i++) {
        player->library.cards.rows[i].started = false;
    }
    if (player->reader) {
        read_cards(player, false);
    }
}

bool player_has_begun(const Player *player) {
    return player->walk_count > 0 || player->open.can_resume || player->open.was_changed;
}

SoloStart player_solo_start(Player *player, int64_t now_ms) {
    enum { SEED_BITS = 53 };
    player->seed = player->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (SoloStart){.scenario = player->open.scenario,
                       .seed = player->seed >> (64 - SEED_BITS),
                       .now_ms = now_ms,
                       .limits_off = player_time_percent(player) == 0,
                       .time_percent = player_time_percent(player),
                       .case_hash = player->open.bytes_hash,
                       .case_len = player->open.len,
                       .detectors_version = player->framework.detectors_version};
}

bool player_start_walk(Player *player, int64_t now_ms) {
    finish_walks(player);
    SoloStart start = player_solo_start(player, now_ms);
    if (!solo_begin(&player->walks[0], &start)) {
        return false;
    }
    player->walk_count = 1;
    player->walk_lines[0] = 0;
    player->open.can_resume = true;
    player->open.was_mended = player->open.was_damaged = player->open.was_changed = false;
    player->open.begun_on = player->today;
    player_journal_begin(player);
    player_journal_walk(player, 0);
    return true;
}

// One walk of a journal, as far as it fits; whether it does as a whole.
static bool resume_walk(Player *player, const JournalWalk *kept, int64_t now_ms) {
    int32_t row = player->walk_count;
    SoloStart start = player_solo_start(player, now_ms);
    bool known = kept->parent_walk >= 1 && kept->parent_walk <= row;
    start.parent_decision = kept->parent_decision;
    start.left = known && kept->parent_decision > 0 ? &player->walks[kept->parent_walk - 1] : NULL;
    SoloResumed resumed = solo_resume(&player->walks[row], &start, kept->lines);
    bool whole = resumed == SOLO_RESUMED_ALL;
    if (resumed == SOLO_RESUMED_PART && player->open.was_mended) {
        solo_finish(&player->walks[row]);
    } else if (resumed != SOLO_RESUMED_NOTHING) {
        player->walk_parents[row] = known ? kept->parent_walk - 1 : 0;
        player->walk_lines[row] = player->walks[row].session.log.lines.count;
        player->walk_count++;
    }
    return whole;
}

// A walk that cannot be taken up any more is left out, with those begun after it: then the rest is written
// anew.
bool player_resume_walks(Player *player, int64_t now_ms) {
    if (player->walk_count > 0) {
        return true;
    }
    if (player->open.begun.count == 0) {
        return false;
    }
    const Journal *journal = &player->open.begun.rows[0];
    bool whole = player->open.can_resume;
    for (int32_t i = 0; i < journal->walks.count && i < MOST_WALKS && whole; i++) {
        whole = resume_walk(player, &journal->walks.rows[i], now_ms);
    }
    player->walk = player->walk_count > 0 ? player->walk_count - 1 : 0;
    player->note = str_copy(&player->note_arena, journal->note);
    if (player->walk_count == journal->walks.count && journal->draft.len > 0) {
        solo_retype(&player->walks[player->walk], journal->draft);
    }
    if (player->walk_count > 0 && (!whole || journal->damaged)) {
        player_journal_begin_anew(player, now_ms);
        player->open.was_damaged = false;
    }
    return player->walk_count > 0;
}

bool player_fork_walk(Player *player, int32_t decision, int64_t now_ms) {
    if (player->walk_count == MOST_WALKS) {
        return false;
    }
    ArenaMark mark = arena_mark(&player->scratch);
    int32_t from = player->walk;
    int32_t row = player->walk_count;
    Str parent = journal_parent(&player->scratch, from + 1, decision);
    bool forked = solo_fork(&player->walks[row], &player->walks[from], decision, parent, now_ms);
    arena_rewind(&player->scratch, mark);
    if (forked) {
        player_journal_note(player);
        player->walks[row].limits_off = player_time_percent(player) == 0;
        player->walk_parents[row] = from;
        player->walk_lines[row] = 0;
        player->walk_count++;
        player->walk = row;
        player_journal_walk(player, row);
    }
    return forked;
}

void player_drop_unanswered(Player *player) {
    int32_t row = player->walk;
    bool last = row == player->walk_count - 1; // others are numbered after it
    if (last && player->walk_lines[row] == 0 && player->walks[row].parent_decision > 0) {
        solo_finish(&player->walks[row]);
        player->walk_count--;
        player->walk = player->walk_parents[row];
    }
}

void player_let_go(Player *player) {
    player_journal_erase(player);
    finish_walks(player);
    player->open.can_resume = player->open.was_changed = false;
    player->open.was_mended = player->open.was_damaged = false;
    player->open.begun_on = (Str){0};
}
