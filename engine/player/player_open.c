// Cases are read on the writer's thread. What was shown stays for a moment; whoever waits longer is told, and can
// leave.
#include "base/path.h"
#include "player/player_parts.h"
#include "player/screen.h"

// Not within a walk that was begun without it: its journal would begin in the middle.
bool player_takes_folder(Player *player) {
    return player->walk_count == 0 ? app_take_folder(&player->app) : !player->app.is_second;
}

Str player_begun_folder(Player *player) {
    return player_takes_folder(player) ? player->app.folders.journal : (Str){0};
}

static void mark_card(Player *player) {
    const OpenCase *open = &player->open;
    if (open->card == NO_CARD) {
        return;
    }
    Card *card = &player->library.cards.rows[open->card];
    card->started = open->can_resume || open->was_changed;
    card->changed = open->was_changed;
    if (card->started && !str_equal(card->started_on, open->begun_on)) {
        card->started_on = str_copy(&player->library.arena, open->begun_on);
    }
}

static void show_case(Player *player, Screen back_to) {
    player->opened_on = back_to;
    player_show_screen(player, SCREEN_CASE);
}

static void take_begun(Player *player, OpenJob *job) {
    OpenCase *open = &player->open;
    if (open->scenario && str_equal(open->path, job->open.path) && str_equal(open->bytes_hash, job->open.bytes_hash)) {
        open->begun = job->open.begun;
        open->begun_rooms = job->open.begun_rooms;
        open->aside = job->open.aside;
        open->was_listed = job->open.was_listed;
        open->last_number = job->open.last_number;
        open->lists = false;
        for (int32_t i = 0; i < job->open.listed.count; i++) {
            *rows_append(&open->arena, &open->listed) = job->open.listed.rows[i];
        }
        job->open.listed.count = 0;
    }
}

static void take_case(Player *player, OpenJob *job) {
    player_close_case(player);
    OpenCase *open = &player->open;
    *open = open_job_take(job);
    open->card = library_find(&player->library, open->path);
    if (open->scenario) {
        mark_card(player);
        return;
    }
    int32_t card = open->card;
    Str path = str_copy(&player->scratch, open->path);
    player_close_case(player);
    open->card = card; // which tells why it cannot be played
    open->path = str_copy(&open->arena, path);
}

static void tell_gone(Player *player, const OpenJob *job, int64_t now_ms) {
    if (player->screen == SCREEN_CASE) {
        player_show_screen(player, player->opened_on);
    }
    app_say(&player->app, TOAST_TROUBLE,
            TR("“{0}” cannot be opened any more: its file was changed or is gone. What you had begun is kept. "
               "F5 looks for situations again."),
            job->known.told.title, now_ms);
}

static void show_file(Player *player, Str path, int64_t now_ms) {
    bool group = player->opening.group;
    player->opening.group = false;
    show_case(player, SCREEN_LIBRARY);
    if (!player->open.scenario) {
        player_import_try(player, path, now_ms);
    } else if (group) {
        player_room_update(player, &(RoomAction){.kind = ROOM_BEGIN}, now_ms);
    }
}

static void take_wanted(Player *player, OpenJob *job, int64_t now_ms) {
    Str path = str_copy(&player->scratch, job->open.path);
    player->opening.wanted = NULL;
    take_case(player, job);
    switch (job->how) {
    case OPEN_LISTED:
        if (player->open.scenario) {
            show_case(player, player->opening.from);
        } else {
            tell_gone(player, job, now_ms);
        }
        break;
    case OPEN_FILE:
        show_file(player, path, now_ms);
        break;
    case OPEN_AS_CASE:
        show_case(player, SCREEN_LIBRARY);
        break;
    case OPEN_ADDED:
    case OPEN_BEGUN:
        break;
    }
}

static void settle(Player *player, OpenJob *job, int64_t now_ms) {
    if (job->written.cards.count > 0) {
        library_replace(&player->library, &job->written);
    }
    if (job->how == OPEN_BEGUN) {
        take_begun(player, job);
    } else if (job == player->opening.wanted) {
        take_wanted(player, job, now_ms);
    }
    open_job_destroy(job);
}

bool player_open_takes(Player *player, const WriterReport *report, int64_t now_ms) {
    OpenJob **place = &player->opening.jobs;
    while (*place && (*place)->ticket != report->ticket) {
        place = &(*place)->older;
    }
    OpenJob *job = *place;
    if (job) {
        *place = job->older;
        settle(player, job, now_ms);
    }
    return job != NULL;
}

// Where the system gave no thread it is done here; where nobody would be woken it is waited for.
static void run(Player *player, OpenJob *job, int64_t now_ms) {
    if (!player->app.writer) {
        (void)open_job_run(job, NULL);
        settle(player, job, now_ms);
        return;
    }
    job->older = player->opening.jobs;
    player->opening.jobs = job;
    job->ticket = writer_run(player->app.writer, open_job_run, job);
    if (player->app.waits_for_disk || !player->wake) {
        writer_wait(player->app.writer);
        player_take_reports(player, now_ms);
    }
}

static OpenJob *make(Player *player, OpenHow how, Str path) {
    int32_t card = library_find(&player->library, path);
    return open_job_create(&(OpenWish){.how = how,
                                       .framework = &player->framework,
                                       .path = path,
                                       .journal = player_begun_folder(player),
                                       .known = card >= 0 ? &player->library.cards.rows[card] : NULL,
                                       .open = &player->open});
}

// What was opened beside another window is read anew once the folder can be taken over.
static bool is_there(Player *player, Str path) {
    const OpenCase *open = &player->open;
    return open->scenario && !open->review && str_equal(open->path, path) &&
           (open->was_listed || player_begun_folder(player).len == 0);
}

void player_open_case(Player *player, OpenHow how, Str path, int64_t now_ms) {
    Screen from = how == OPEN_LISTED ? player->screen : SCREEN_LIBRARY;
    if (player->opening.wanted && str_equal(player->opening.wanted->open.path, path)) {
        return;
    }
    if (is_there(player, path)) {
        player->open.card = library_find(&player->library, path);
        show_case(player, from);
        return;
    }
    OpenJob *job = make(player, how, path);
    job->since_ms = now_ms;
    player->opening.from = from;
    player->opening.wanted = job;
    run(player, job, now_ms);
}

// From now on it is this file that is played, where its page still stands.
void player_open_added(Player *player, Str path, int64_t now_ms) {
    OpenJob *job = make(player, OPEN_ADDED, path);
    player->opening.wanted = player->screen == SCREEN_IMPORT ? job : player->opening.wanted;
    run(player, job, now_ms);
}

void player_list_begun(Player *player, int64_t now_ms) {
    if (player->open.scenario) {
        player->open.lists = true;
        run(player, make(player, OPEN_BEGUN, player->open.path), now_ms);
    }
}

void player_open_show(Player *player) {
    OpenJob *job = player->opening.wanted;
    player_close_case(player);
    player->open.card = NO_CARD;
    show_case(player, player->opening.from);
    player->opening.wanted = job;
    player->opening.shown = true;
}

int64_t player_open_next_tick(const Player *player) {
    const OpenJob *job = player->opening.wanted;
    bool waits = job && !player->opening.shown && (job->how == OPEN_LISTED || job->how == OPEN_FILE);
    return waits ? job->since_ms + PLAYER_MOMENT_MS : -1;
}

void player_open_tick(Player *player, int64_t now_ms) {
    int64_t due = player_open_next_tick(player);
    if (due >= 0 && now_ms >= due) {
        player_open_show(player);
    }
}

void player_open_finish(Player *player) {
    while (player->opening.jobs) {
        OpenJob *job = player->opening.jobs;
        player->opening.jobs = job->older;
        open_job_destroy(job);
    }
}

Str player_opening(const Player *player) {
    const OpenJob *job = player->opening.shown ? player->opening.wanted : NULL;
    if (!job) {
        return (Str){0};
    }
    return job->known.path.len > 0 ? job->known.told.title : path_name(job->open.path);
}

static bool is_busy(const Player *player) {
    return screen_row(player->screen)->back.kind == BACK_ASKS || player->screen == SCREEN_COMPARE;
}

void player_open(Player *player, const Action *action, int64_t now_ms) {
    int32_t card = action->index;
    if (action->kind == ACTION_OPEN_CASE) {
        if (screen_row(player->screen)->lists && card >= 0 && card < player->library.cards.count) {
            player_open_case(player, OPEN_LISTED, player->library.cards.rows[card].path, now_ms);
        }
    } else if (is_busy(
                   player)) { // a walk that is played, or looked back on, is not taken away by what was let go over it
        app_say(&player->app, TOAST_INFO, TR("Leave this situation first: then “{0}” can be opened."),
                path_name(action->text), now_ms);
    } else if (player->screen == SCREEN_FIRST_START || player->overlay != OVERLAY_NONE) {
        return;
    } else if (path_ends(action->text, S(KEPT_ENDING)) && player->app.writer) {
        player_kept_bring(player, action->text);
    } else {
        player_open_file(player, action->text, now_ms);
    }
}
