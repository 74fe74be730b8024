// Files of other tools: the writer's thread makes cases of them, and what became of each is shown before it is played.
#include "player/player_parts.h"

#include "base/path.h"

static void show(Player *player, ImportJob *job) {
    import_job_destroy(player->import.shown);
    player->import.shown = job;
    player_close_case(player);
    player->open = job->open;
    job->open = (OpenCase){0};
    player_show_screen(player, SCREEN_IMPORT);
}

// A case under another name, or a file that could not be read: the page of a case tells why, when it cannot be played.
static void open_as_case(Player *player, ImportJob *job, int64_t now_ms) {
    player_open_case(player, OPEN_AS_CASE, job->path, now_ms);
    import_job_destroy(job);
}

// The page of a case that cannot be played: H5P's content alone is JSON too.
static bool is_no_case(const Player *player, const ImportJob *job) {
    const OpenCase *open = &player->open;
    bool here = player->screen == SCREEN_CASE && !open->scenario && open->card != NO_CARD &&
                open->card < player->library.cards.count;
    return here && str_equal(player->library.cards.rows[open->card].path, job->path) && job->fault == EXCHANGE_FINE &&
           job->exchange.kind == EXCHANGE_H5P;
}

static void start(Player *player, Str path, int32_t story) {
    ImportJob *job = import_job_create(&player->framework, path, player->app.language, player_begun_folder(player));
    job->exchange.story = story;
    player->import.job = job;
    if (player->app.writer) {
        player->import.ticket = writer_run(player->app.writer, import_job_run, job);
    }
}

static void give_next(Player *player) {
    Arena arena = player->import.next_arena;
    Str path = player->import.next;
    player->import.next_arena = (Arena){0};
    player->import.next = (Str){0};
    start(player, path, 0);
    arena_finish(&arena);
}

// Whoever went elsewhere meanwhile is left there.
static void settle(Player *player, int64_t now_ms) {
    ImportJob *job = player->import.job;
    player->import.job = NULL;
    if (player->import.next.len > 0) {
        import_job_destroy(job);
        give_next(player);
        return;
    }
    bool waited_for = player->screen == SCREEN_IMPORT;
    if (waited_for && (!job->read || job->fault == EXCHANGE_IS_A_CASE)) {
        open_as_case(player, job, now_ms);
    } else if (waited_for || (job->read && is_no_case(player, job))) {
        show(player, job);
    } else {
        import_job_destroy(job);
    }
}

// Where the system gave no thread it is done here.
static void give(Player *player, Str path, int32_t story, int64_t now_ms) {
    start(player, path, story);
    if (!player->app.writer) {
        (void)import_job_run(player->import.job, NULL);
        settle(player, now_ms);
    }
}

static void begin(Player *player, Str path, int64_t now_ms) {
    import_job_destroy(player->import.shown);
    player->import.shown = NULL;
    player_show_screen(player, SCREEN_IMPORT);
    if (player->import.job) {
        arena_finish(&player->import.next_arena);
        player->import.next = str_copy(&player->import.next_arena, path);
    } else {
        give(player, path, 0, now_ms);
    }
}

void player_import_try(Player *player, Str path, int64_t now_ms) {
    if (!player->import.job) {
        give(player, path, 0, now_ms);
    }
}

void player_open_file(Player *player, Str path, int64_t now_ms) {
    if (path_ends(path, S(".json"))) {
        player_open_case(player, OPEN_FILE, path, now_ms);
    } else {
        begin(player, path, now_ms);
    }
}

static void take_story(Player *player, int32_t story, int64_t now_ms) {
    ImportJob *shown = player->import.shown;
    bool asked = shown && shown->fault == EXCHANGE_SEVERAL && story >= 1 && story <= shown->exchange.count;
    if (asked && !player->import.job) {
        player->import.shown = NULL;
        give(player, shown->path, story, now_ms);
        import_job_destroy(shown);
    }
}

void player_import(Player *player, const Action *action, int64_t now_ms) {
    if (player->screen != SCREEN_IMPORT) {
        return;
    }
    if (action->kind == ACTION_TAKE_STORY) {
        take_story(player, action->index, now_ms);
    } else if (player->open.scenario) {
        player->opened_on = SCREEN_LIBRARY;
        player_show_screen(player, SCREEN_CASE);
    }
}

bool player_import_takes(Player *player, const WriterReport *report, int64_t now_ms) {
    bool mine = player->import.job && report->ticket == player->import.ticket;
    if (mine) {
        settle(player, now_ms);
    }
    return mine;
}

void player_import_finish(Player *player) {
    import_job_destroy(player->import.job);
    import_job_destroy(player->import.shown);
    arena_finish(&player->import.next_arena);
}
