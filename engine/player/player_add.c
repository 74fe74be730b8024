#include "base/error_text.h"
#include "base/path.h"
#include "player/player_parts.h"

// A copy of the open case, made on the writer's thread.
struct AddJob {
    Arena arena;
    OpenSource source;
    Str path;   // as it was named: with a number where something had that name
    bool read;  // the source was, and is what it was
    bool there; // it was added before
};

// By name: the folder of the cases that come with the program, in either language, or one's own.
bool player_can_add(const Player *player) {
    const Folders *folders = &player->app.folders;
    Str folder = path_folder(player->open.path);
    bool shipped = folders->shipped.len > 0 && str_begins(folder, folders->shipped);
    bool listed = shipped || str_equal(folder, folders->cases) || kept_list_has(&player->case_folders, folder);
    return player->open.scenario && folders->cases.len > 0 && app_can_write(&player->app) &&
           (!listed || player->open.made.len > 0);
}

static Str name_of_copy(Player *player) {
    const OpenCase *open = &player->open;
    return open->made.len > 0 ? str_format(&player->scratch, "%.*s.json", S_ARG(path_stem(open->path)))
                              : path_name(open->path);
}

// A file of that name, numbered or not, that holds the same bytes is the copy.
static void find_copy(AddJob *job) {
    int32_t end = file_free_number(job->path);
    Str path = job->path;
    for (int32_t i = 1; i <= end && !job->there; i++) {
        Arena scratch = {0};
        Str held;
        job->path = path_numbered(&job->arena, path, i);
        job->there = i < end && file_load(&scratch, job->path, job->source.bytes.len + 1, &held, NULL) &&
                     str_equal(held, job->source.bytes);
        arena_finish(&scratch);
    }
}

static bool add(void *context, Error *error) {
    AddJob *job = context;
    job->read = open_source_load(&job->arena, &job->source, error);
    if (job->read) {
        find_copy(job);
    }
    return job->read && (job->there || file_save(job->path, job->source.bytes, error));
}

void player_add_case(Player *player) {
    if (player->adding || !player_can_add(player)) {
        return;
    }
    Arena arena = {0};
    AddJob *job = arena_push(&arena, AddJob, 1);
    OpenSource source = open_open_source(&player->open);
    job->source = open_source_copy(&arena, &source);
    job->path = path_join(&arena, player->app.folders.cases, name_of_copy(player));
    job->arena = arena;
    player->adding = job;
    player->adding_ticket = writer_run(player->app.writer, add, job);
}

static void tell(Player *player, const WriterReport *report, int64_t now_ms) {
    const AddJob *job = player->adding;
    if (report->done) {
        player_open_added(player, job->path, now_ms);
        app_say(&player->app, TOAST_DONE,
                job->there ? TR("Among your situations already: {0}") : TR("Among your situations now, as a copy: {0}"),
                folders_tell(&player->scratch, &player->app.folders, job->path), now_ms);
    } else if (job->read) {
        app_say(&player->app, TOAST_TROUBLE, TR("The situation could not be added: {0}. It is still where it was."),
                error_text(&player->scratch, &player->app.catalog, &report->error), now_ms);
    } else {
        app_say(&player->app, TOAST_TROUBLE, TR("Nothing was added: the file has changed since it was opened."),
                (Str){0}, now_ms);
    }
}

bool player_add_takes(Player *player, const WriterReport *report, int64_t now_ms) {
    bool mine = player->adding && report->ticket == player->adding_ticket;
    if (mine) {
        tell(player, report, now_ms);
        player_add_finish(player);
    }
    return mine;
}

void player_add_finish(Player *player) {
    if (player->adding) {
        Arena arena = player->adding->arena;
        arena_finish(&arena);
        player->adding = NULL;
    }
}
