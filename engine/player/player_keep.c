// Sessions of groups that are kept: given to the store on the writer's thread, and erased when their time is over.
#include "base/date.h"
#include "base/error_text.h"
#include "base/path.h"
#include "group/group_kept.h"
#include "player/player_parts.h"
#include "records/store.h"
#include "session/unworded.h"

// Everything that a task of the store needs lives in its own arena, which goes when its report was taken.
struct StoreJob {
    Arena arena;
    Str folder, today;
    OpenSource source; // of the bytes that it was played from, or it could never be replayed
    bool read;         // … they were
    StoreSession session;
    int32_t ahead; // sessions dated after today
    bool left;     // by who kept it, for another one
};

static StoreJob *create_job(const Player *player) {
    Arena arena = {0};
    StoreJob *job = arena_push(&arena, StoreJob, 1);
    job->folder = str_copy(&arena, player->app.folders.data);
    job->today = str_copy(&arena, player->today);
    job->arena = arena;
    return job;
}

static void destroy_job(StoreJob *job) {
    Arena arena = job->arena;
    arena_finish(&arena);
}

static bool keep_session(void *context, Error *error) {
    StoreJob *job = context;
    job->read = open_source_load(&job->arena, &job->source, error);
    if (!job->read) {
        return false;
    }
    job->session.case_bytes = job->source.bytes;
    job->session.known_hash = job->source.hash;
    Store *store = store_open(job->folder, STORE_WRITES, error);
    bool kept = store != NULL && store_keep(store, &job->session, 1, NULL, error);
    store_close(store);
    return kept;
}

// The same day of the next year; a leap day has none.
static Str year_later(Arena *arena, Str date) {
    int32_t year = 0;
    (void)str_to_int(str_slice(date, 0, 4), &year);
    Str day = str_slice(date, 4, date.len);
    return str_format(arena, "%04d%.*s", year + 1, S_ARG(str_equal(day, S("-02-29")) ? S("-02-28") : day));
}

Str player_room_begun(const Player *player) {
    Str begun = player->room.begun;
    return date_is_valid(begun) && str_compare(begun, player->today) <= 0 ? begun : player->today;
}

static void fill_header(StoreJob *job, const Player *player) {
    const Scenario *scenario = player->open.scenario;
    Arena *arena = &job->arena;
    job->session.header = (StoreHeader){.id = store_new_id(arena),
                                        .kind = STORE_GROUP,
                                        .case_id = str_copy(arena, scenario_name(scenario, scenario->id)),
                                        .title = str_copy(arena, scenario->title),
                                        .begun = str_copy(arena, player_room_begun(player)),
                                        .kept = job->today,
                                        .erase_after = year_later(arena, player->today),
                                        .consent = true,
                                        .present = player->room.group->present};
}

static StoreJob *create_keeping(const Player *player) {
    StoreJob *job = create_job(player);
    OpenSource source = open_open_source(&player->open);
    job->source = open_source_copy(&job->arena, &source);
    return job;
}

void player_keep_session(Player *player, bool with_words) {
    PlayerRoom *room = &player->room;
    player->overlay = OVERLAY_NONE;
    if (!room->group || room->keeping || !app_can_write(&player->app)) {
        return;
    }
    StoreJob *job = create_keeping(player);
    fill_header(job, player);
    job->session.lines = group_kept_lines(&job->arena, room->group, with_words);
    room->keeping = job;
    room->keeping_ticket = writer_run(player->app.writer, keep_session, job);
}

static void give_walk(Player *player, bool with_words) {
    StoreJob *job = create_keeping(player);
    const Solo *walk = player_walk(player);
    const Scenario *scenario = player->open.scenario;
    const Log *log = &walk->session.log;
    StrBuilder lines = {.arena = &job->arena};
    for (int32_t i = 0; with_words && i < log->lines.count; i++) {
        str_addf(&lines, "%.*s\n", S_ARG(log->lines.rows[i].text));
    }
    job->session.lines = with_words ? str_built(&lines) : unworded_log(&job->arena, &walk->session);
    job->session.header = (StoreHeader){.id = store_new_id(&job->arena),
                                        .kind = STORE_SOLO,
                                        .case_id = str_copy(&job->arena, scenario_name(scenario, scenario->id)),
                                        .title = str_copy(&job->arena, scenario->title),
                                        .begun = job->today,
                                        .kept = job->today,
                                        .erase_after = year_later(&job->arena, player->today)};
    player->keeping = job;
    player->walk_kept = player->walk;
    player->keeping_ticket = writer_run(player->app.writer, keep_session, job);
}

void player_keep_walk(Player *player, bool with_words) {
    player->overlay = OVERLAY_NONE;
    if (player->screen == SCREEN_DEBRIEF && player_can_keep_walk(player)) {
        give_walk(player, with_words);
    }
}

bool player_can_keep_walk(const Player *player) {
    return app_can_write(&player->app) && !player->keeping && (player->walks_kept >> player->walk & 1) == 0;
}

static bool purge_sessions(void *context, Error *error) {
    StoreJob *job = context;
    StorePurge purge = {0};
    Store *store = store_open(job->folder, STORE_WRITES, error);
    bool purged = store != NULL && store_purge(store, &job->arena, job->today, false, &purge, error);
    job->ahead = purge.ahead.count;
    store_close(store);
    return purged;
}

bool player_has_kept(Player *player) {
    ArenaMark mark = arena_mark(&player->scratch);
    Str data = player->app.folders.data;
    FileList aside = {0};
    if (data.len > 0) {
        store_list_aside(&player->scratch, data, &aside);
    }
    bool has = aside.count > 0 || (data.len > 0 && file_exists(path_join(&player->scratch, data, S("sessions.db"))));
    arena_rewind(&player->scratch, mark);
    return has;
}

// Where nothing was ever kept no store is opened.
void player_purge_sessions(Player *player) {
    player->has_kept = player_has_kept(player);
    if (app_can_write(&player->app) && player->has_kept) {
        player->purging = create_job(player);
        player->purging_ticket = writer_run(player->app.writer, purge_sessions, player->purging);
    }
}

static void tell_purged(Player *player, int64_t now_ms) {
    if (player->purging->ahead > 0) {
        app_say(&player->app, TOAST_INFO,
                TR("A session that was kept is dated after today: is the date of this computer right? Nothing was "
                   "erased of it."),
                (Str){0}, now_ms);
    }
    destroy_job(player->purging);
    player->purging = NULL;
}

static void tell_kept(Player *player, const WriterReport *report, int64_t now_ms) {
    StoreJob *job = player->room.keeping;
    if (report->done) {
        Str until = date_told(&player->scratch, &player->app.catalog, job->session.header.erase_after);
        app_say(&player->app, TOAST_DONE, TR("The session is kept on this computer until {0}."), until, now_ms);
        player->room.was_kept = !job->left;
        player->has_kept = true;
    } else if (!job->read) {
        app_say(&player->app, TOAST_TROUBLE, TR("The session was not kept: the file of the situation has changed."),
                (Str){0}, now_ms);
    } else {
        app_say(&player->app, TOAST_TROUBLE,
                job->left ? TR("The session could not be kept: {0}.")
                          : TR("The session could not be kept: {0}. It is still here."),
                error_text(&player->scratch, &player->app.catalog, &report->error), now_ms);
    }
    destroy_job(job);
    player->room.keeping = NULL;
}

static void tell_kept_walk(Player *player, const WriterReport *report, int64_t now_ms) {
    if (report->done) {
        Str until = date_told(&player->scratch, &player->app.catalog, player->keeping->session.header.erase_after);
        app_say(&player->app, TOAST_DONE, TR("This walk is kept on this computer until {0}, among the sessions."),
                until, now_ms);
        player->walks_kept |= player->keeping->left ? 0 : UINT32_C(1) << player->walk_kept;
        player->has_kept = true;
    } else if (!player->keeping->read) {
        app_say(&player->app, TOAST_TROUBLE, TR("The walk was not kept: the file of the situation has changed."),
                (Str){0}, now_ms);
    } else {
        app_say(&player->app, TOAST_TROUBLE,
                player->keeping->left ? TR("The walk could not be kept: {0}.")
                                      : TR("The walk could not be kept: {0}. It is still here."),
                error_text(&player->scratch, &player->app.catalog, &report->error), now_ms);
    }
    destroy_job(player->keeping);
    player->keeping = NULL;
}

bool player_take_store_report(Player *player, const WriterReport *report, int64_t now_ms) {
    if (report->kind != WRITER_RUN) {
        return false;
    }
    if (player->purging && report->ticket == player->purging_ticket) {
        tell_purged(player, now_ms);
    } else if (player->room.keeping && report->ticket == player->room.keeping_ticket) {
        tell_kept(player, report, now_ms);
    } else if (player->keeping && report->ticket == player->keeping_ticket) {
        tell_kept_walk(player, report, now_ms);
    } else {
        (void)player_kept_takes(player, report, now_ms);
    }
    return true;
}

void player_leave_kept(Player *player) {
    StoreJob *jobs[] = {player->room.keeping, player->keeping};
    for (int32_t i = 0; i < COUNT(jobs); i++) {
        if (jobs[i]) {
            jobs[i]->left = true;
        }
    }
    player->walks_kept = 0;
}

void player_finish_store(Player *player) {
    StoreJob *jobs[] = {player->room.keeping, player->keeping, player->purging};
    for (int32_t i = 0; i < COUNT(jobs); i++) {
        if (jobs[i]) {
            destroy_job(jobs[i]);
        }
    }
    player->room.keeping = player->keeping = player->purging = NULL;
    player->walks_kept = 0;
    player_kept_finish(player);
}
