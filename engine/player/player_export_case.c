// The open case as a file of another tool: the writer's thread works it out, what becomes of everything is shown, and
// it is written when that is wanted.
#include "player/player_parts.h"

#include "base/error_text.h"
#include "base/path.h"

static void forget_saved(Player *player) {
    arena_finish(&player->handed.saved_arena);
    player->handed.saved = (Str){0};
    player->handed.failed = (Str){0};
}

static void forget_shown(Player *player) {
    export_job_destroy(player->handed.shown);
    player->handed.shown = NULL;
    if (player->handed.saving == 0) {
        forget_saved(player);
    }
}

static void enter(Player *player) {
    const Scenario *scenario = player->open.scenario;
    bool read = scenario && (scenario->notice.len == 0 || player->open.notice_read);
    if (player->screen == SCREEN_CASE && read) {
        forget_shown(player);
        player->handed.dropped = true;
        player->handed.next = EXCHANGE_UNKNOWN;
        player_show_screen(player, SCREEN_EXPORT);
    }
}

static void start(Player *player, ExchangeKind kind) {
    OpenSource source = open_open_source(&player->open);
    ExportJob *job = export_job_create(&player->framework, &source, kind);
    if (player->app.folders.documents.len > 0) {
        job->path = player_document_path(player, &job->arena, NULL, 0, exchange_kind_ending(kind));
    }
    player->handed.job = job;
    player->handed.dropped = false;
    if (player->app.writer) {
        player->handed.ticket = writer_run(player->app.writer, export_job_run, job);
    }
}

// Whoever went elsewhere meanwhile is left there.
static void settle(Player *player) {
    ExportJob *job = player->handed.job;
    ExchangeKind next = player->handed.next;
    player->handed.job = NULL;
    player->handed.next = EXCHANGE_UNKNOWN;
    if (player->screen != SCREEN_EXPORT || player->handed.dropped) {
        export_job_destroy(job);
    } else {
        player->handed.shown = job;
    }
    if (player->screen == SCREEN_EXPORT && next != EXCHANGE_UNKNOWN) {
        start(player, next);
    }
}

// Where the system gave no thread it is done here.
static void give(Player *player, ExchangeKind kind) {
    start(player, kind);
    if (!player->app.writer) {
        (void)export_job_run(player->handed.job, NULL);
        settle(player);
    }
}

static void choose(Player *player, int32_t kind) {
    bool written =
        kind > EXCHANGE_UNKNOWN && kind < EXCHANGE_KIND_COUNT && exchange_kind_ending((ExchangeKind)kind).len > 0;
    if (player->screen != SCREEN_EXPORT || !written || player->handed.saving != 0) {
        return;
    }
    forget_shown(player);
    if (player->handed.job) {
        player->handed.dropped = true;
        player->handed.next = (ExchangeKind)kind;
    } else {
        give(player, (ExchangeKind)kind);
    }
}

ExchangeKind player_export_kind(const Player *player) {
    const ExportJob *shown = player->handed.shown, *job = player->handed.job;
    return shown                                     ? shown->exchange.kind
           : player->handed.next != EXCHANGE_UNKNOWN ? player->handed.next
           : job && !player->handed.dropped          ? job->exchange.kind
                                                     : EXCHANGE_UNKNOWN;
}

bool player_export_can_write(const Player *player) {
    const ExportJob *shown = player->handed.shown;
    return shown && shown->read && shown->fault == EXCHANGE_FINE && shown->path.len > 0 && player->handed.saving == 0 &&
           player->handed.saved.len == 0;
}

// On the page it stays until it is tried again.
static void tell_failure(Player *player, const Error *error, int64_t now_ms) {
    Str why = error_text(&player->scratch, &player->app.catalog, error);
    forget_saved(player);
    if (player->screen == SCREEN_EXPORT) {
        player->handed.failed = str_copy(&player->handed.saved_arena, why);
    } else {
        app_say(&player->app, TOAST_TROUBLE, TR("Nothing was written: {0}. The situation is as it was."), why, now_ms);
    }
}

static void tell(Player *player, const WriterReport *report, int64_t now_ms) {
    player->handed.saving = 0;
    if (!report->done) {
        tell_failure(player, &report->error, now_ms);
        return;
    }
    if (report->kind == WRITER_SAVE_NEW) {
        player->handed.saved = path_numbered(&player->handed.saved_arena, player->handed.saved, report->number);
    }
    if (player->screen != SCREEN_EXPORT) {
        app_say(&player->app, TOAST_DONE, TR("The file is written: {0}"),
                folders_tell(&player->scratch, &player->app.folders, player->handed.saved), now_ms);
    }
    if (!player->handed.shown) { // another case is there meanwhile
        forget_saved(player);
    }
}

static void save(Player *player, bool over, int64_t now_ms) {
    const ExportJob *shown = player->handed.shown;
    if (player->screen != SCREEN_EXPORT || !player_export_can_write(player)) {
        return;
    }
    forget_saved(player);
    player->handed.saved = str_copy(&player->handed.saved_arena, shown->path);
    if (!player->app.writer) {
        tell(player, &(WriterReport){.error = {.code = ERROR_SYSTEM}}, now_ms);
    } else if (over && shown->is_there) {
        player->handed.saving = writer_save(player->app.writer, shown->path, shown->exchange.bytes);
    } else {
        player->handed.saving = writer_save_new(player->app.writer, shown->path, shown->exchange.bytes);
    }
}

void player_export_case(Player *player, const Action *action, int64_t now_ms) {
    if (action->kind == ACTION_EXPORT_CASE) {
        enter(player);
    } else if (action->kind == ACTION_EXPORT_AS) {
        choose(player, action->index);
    } else if (action->kind == ACTION_WRITE_CASE) {
        save(player, action->index != 0, now_ms);
    } else if (player->handed.saving == 0 && player->handed.saved.len > 0) {
        player->app.opens = path_folder(player->handed.saved);
    }
}

bool player_export_takes(Player *player, const WriterReport *report, int64_t now_ms) {
    if (player->handed.job && report->ticket == player->handed.ticket) {
        settle(player);
        return true;
    }
    bool saved = player->handed.saving != 0 && report->ticket == player->handed.saving;
    if (saved) {
        tell(player, report, now_ms);
    }
    return saved;
}

void player_export_finish(Player *player) {
    player->handed.saving = 0;
    forget_shown(player);
    export_job_destroy(player->handed.job);
}
