// Everything that is kept here, erased on the writer's thread. Until that has ended nothing else is done, so nothing
// can be kept meanwhile.
#include "player/player_parts.h"
#include "records/store.h"

struct EraseJob {
    Arena arena;
    int64_t ticket;
    Str data, journal;
    FileList files;
    LibraryReader *reader; // NULL: all cards are there
    int32_t left;          // how many files could not be erased
};

static bool erase(void *context, Error *error) {
    EraseJob *job = context;
    Arena scratch = {0};
    (void)error;
    library_reader_forget(job->reader);
    job->left = journal_erase_all(&scratch, job->journal);
    job->left += job->data.len > 0 && !store_erase_all(job->data, NULL);
    for (int32_t i = 0; i < job->files.count; i++) {
        job->left += !file_erase(job->files.rows[i], NULL);
    }
    arena_finish(&scratch);
    return true;
}

static void destroy(EraseJob *job) {
    Arena arena = job->arena;
    arena_finish(&arena);
}

// All that was given to the writer before is done too.
static void settle(Player *player, int64_t now_ms) {
    int32_t left = player->erasing->left;
    destroy(player->erasing);
    player->erasing = NULL;
    player->overlay = OVERLAY_NONE;
    player_finish_store(player);
    player_forget_cards(player);
    player->has_kept = player->has_kept && left > 0;
    if (left == 0) {
        app_say(&player->app, TOAST_DONE, TR("Everything that Palabre kept here is erased."), (Str){0}, now_ms);
    } else {
        app_say(&player->app, TOAST_TROUBLE, TR("Something could not be erased. It stands in the folder “{0}”."),
                folders_tell(&player->scratch, &player->app.folders, player->app.folders.data), now_ms);
    }
}

bool player_erase_takes(Player *player, const WriterReport *report, int64_t now_ms) {
    bool mine = player->erasing && report->ticket == player->erasing->ticket;
    if (mine) {
        settle(player, now_ms);
    }
    return mine;
}

static EraseJob *create(Player *player) {
    Arena arena = {0};
    EraseJob *job = arena_push(&arena, EraseJob, 1);
    job->data = str_copy(&arena, player->app.folders.data);
    job->journal = str_copy(&arena, player->app.folders.journal);
    app_forget_settings(&player->app, &arena, &job->files);
    player_forget_lists(player, &arena, &job->files);
    player_list_index(player, &arena, &job->files);
    job->reader = player->reader;
    job->arena = arena;
    return job;
}

void player_erase_all(Player *player, int64_t now_ms) {
    player_close_case(player);
    if (!app_take_folder(&player->app)) {
        app_say(&player->app, TOAST_TROUBLE,
                TR("Nothing was erased: another Palabre window is open and writes in the folder “{0}”. Close it "
                   "first."),
                folders_tell(&player->scratch, &player->app.folders, player->app.folders.data), now_ms);
        player_show_screen(player, SCREEN_LIBRARY);
        return;
    }
    player_notes_forget(player);
    player_show_screen(player, SCREEN_FIRST_START);
    player->overlay = OVERLAY_ERASING;
    player->erasing = create(player);
    player_returns_forget(player);
    if (!player->app.writer) {
        (void)erase(player->erasing, NULL);
        settle(player, now_ms);
        return;
    }
    player->erasing->ticket = writer_run(player->app.writer, erase, player->erasing);
    if (player->app.waits_for_disk || !player->wake) {
        writer_wait(player->app.writer);
        player_take_reports(player, now_ms);
    }
}

bool player_erase_lets(const Player *player, ActionKind kind) {
    return !player->erasing || kind == ACTION_TICK || kind == ACTION_AWAY || kind == ACTION_QUIT || kind == ACTION_END;
}

void player_erase_finish(Player *player) {
    if (player->erasing) {
        writer_wait(player->app.writer); // what it looks at of the reader goes next
        destroy(player->erasing);
        player->erasing = NULL;
    }
}
