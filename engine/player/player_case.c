#include "player/player_parts.h"
#include "scenario/scenario_parse.h"

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
    player_journal_note(player);
    finish_walks(player);
    arena_finish(&player->open.arena);
    player->open = (OpenCase){0};
}

// Nearly always done long since: what is read is then what was asked for.
static void wait_for_writer(const Player *player) {
    if (player->app.writer) {
        writer_wait(player->app.writer);
    }
}

void player_refresh_journals(Player *player) {
    Arena arena = {0};
    JournalList journals = {0};
    wait_for_writer(player);
    journal_list(&arena, &player->scratch, player->app.folders.journal, &journals);
    library_mark_started(&player->library, &journals);
    arena_finish(&arena);
}

static void find_begun(Player *player) {
    OpenCase *open = &player->open;
    open->can_resume = open->was_changed = false;
    open->begun_on = (Str){0};
    wait_for_writer(player);
    journal_list_solo(&open->arena, &player->scratch, player->app.folders.journal,
                      scenario_name(open->scenario, open->scenario->id), &open->begun);
    if (open->begun.count == 0) {
        return;
    }
    const Journal *latest = &open->begun.rows[0];
    const JournalHeader *header = &latest->header;
    bool same = str_equal(header->hash, open->bytes_hash) && header->len == open->len;
    open->journal_path = latest->path;
    open->begun_on = header->date;
    open->can_resume = same && latest->walks.count > 0;
    open->was_changed = !same;
    open->notice_read = open->can_resume; // or it would not have been begun
}

void player_open_case(Player *player, int32_t card) {
    OpenCase *open = &player->open;
    Str path = player->library.cards.rows[card].path;
    if (open->scenario && str_equal(open->path, path)) {
        open->card = card;
        return;
    }
    player_close_case(player);
    Str bytes = {0};
    Error error = {0};
    Findings findings = {.arena = &player->scratch};
    ArenaMark mark = arena_mark(&player->scratch);
    if (file_load(&player->scratch, path, LIMIT_FILE_BYTES, &bytes, &error)) {
        Arena deeper = {0};
        Scenario *scenario = scenario_parse(&open->arena, &deeper, &player->framework, bytes, &findings);
        arena_finish(&deeper);
        open->scenario = scenario->playable ? scenario : NULL;
        open->bytes_hash = event_hash(&open->arena, bytes);
        open->len = bytes.len;
        open->path = str_copy(&open->arena, path);
        open->card = card;
    }
    arena_rewind(&player->scratch, mark);
    if (open->scenario) {
        find_begun(player);
    } else {
        player_close_case(player);
        open->card = card;
    }
}

bool player_has_begun(const Player *player) {
    return player->walk_count > 0 || player->open.can_resume || player->open.was_changed;
}

static SoloStart start_of(Player *player, int64_t now_ms) {
    enum { SEED_BITS = 53 };
    player->seed = player->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (SoloStart){.scenario = player->open.scenario,
                       .seed = player->seed >> (64 - SEED_BITS),
                       .now_ms = now_ms,
                       .limits_off = !player_limits_time(player),
                       .case_hash = player->open.bytes_hash,
                       .case_len = player->open.len,
                       .detectors_version = player->framework.detectors_version};
}

bool player_start_walk(Player *player, int64_t now_ms) {
    finish_walks(player);
    SoloStart start = start_of(player, now_ms);
    if (!solo_begin(&player->walks[0], &start)) {
        return false;
    }
    player->walk_count = 1;
    player->open.can_resume = true;
    player->open.was_changed = false;
    player->open.begun_on = player->today;
    player_journal_begin(player);
    player_journal_lines(player, &player->walks[0].session.log, 0);
    return true;
}

// What-ifs that do not fit any more are left out; the first walk must.
bool player_resume_walks(Player *player, int64_t now_ms) {
    if (player->walk_count > 0) {
        return true;
    }
    if (player->open.begun.count == 0) {
        return false;
    }
    const Journal *journal = &player->open.begun.rows[0];
    for (int32_t i = 0; i < journal->walks.count && i < MOST_WALKS && player->open.can_resume; i++) {
        const JournalWalk *kept = &journal->walks.rows[i];
        SoloStart start = start_of(player, now_ms);
        start.parent_decision = kept->parent_decision;
        if (!solo_resume(&player->walks[i], &start, kept->lines)) {
            break;
        }
        bool known = kept->parent_walk >= 1 && kept->parent_walk <= i;
        player->walk_parents[i] = known ? kept->parent_walk - 1 : 0;
        player->walk_count = i + 1;
    }
    player->walk = player->walk_count > 0 ? player->walk_count - 1 : 0;
    player->note = str_copy(&player->note_arena, journal->note);
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
        player->walks[row].limits_off = !player_limits_time(player);
        player->walk_parents[row] = from;
        player->walk_count++;
        player->walk = row;
        player_journal_lines(player, &player->walks[row].session.log, 0);
    }
    return forked;
}

void player_let_go(Player *player) {
    player_journal_erase(player);
    finish_walks(player);
    player->open.can_resume = player->open.was_changed = false;
    player->open.begun_on = (Str){0};
}
