#include "base/error_text.h"
#include "base/path.h"
#include "player/player_parts.h"

// By name: the folder of the cases that come with the program, in either language, or one's own.
bool player_can_add(const Player *player) {
    const Folders *folders = &player->app.folders;
    Str folder = path_folder(player->open.path);
    bool shipped = folders->shipped.len > 0 && str_begins(folder, folders->shipped);
    bool listed = shipped || str_equal(folder, folders->cases) || kept_list_has(&player->case_folders, folder);
    return player->open.scenario && folders->cases.len > 0 && app_can_write(&player->app) &&
           (!listed || player->open.made.len > 0);
}

bool player_load_open(const Player *player, Arena *arena, Str *bytes) {
    const OpenCase *open = &player->open;
    if (open->made.len > 0) {
        *bytes = str_copy(arena, open->made);
        return true;
    }
    return file_load(arena, open->path, LIMIT_FILE_BYTES, bytes, NULL) &&
           str_equal(event_hash(arena, *bytes), open->bytes_hash);
}

static Str name_of_copy(Player *player) {
    const OpenCase *open = &player->open;
    return open->made.len > 0 ? str_format(&player->scratch, "%.*s.json", S_ARG(path_stem(open->path)))
                              : path_name(open->path);
}

void player_add_case(Player *player, int64_t now_ms) {
    Str bytes = {0};
    ArenaMark mark = arena_mark(&player->scratch);
    if (player->adding == 0 && player_can_add(player)) {
        if (player_load_open(player, &player->scratch, &bytes)) {
            arena_finish(&player->added_arena);
            player->added = path_join(&player->added_arena, player->app.folders.cases, name_of_copy(player));
            player->adding = writer_save_new(player->app.writer, player->added, bytes);
        } else {
            app_say(&player->app, TOAST_TROUBLE, TR("Nothing was added: the file has changed since it was opened."),
                    (Str){0}, now_ms);
        }
    }
    arena_rewind(&player->scratch, mark);
}

void player_tell_added(Player *player, const WriterReport *report, int64_t now_ms) {
    player->adding = 0;
    if (!report->done) {
        app_say(&player->app, TOAST_TROUBLE, TR("The situation could not be added: {0}. It is still where it was."),
                error_text(&player->scratch, &player->app.catalog, &report->error), now_ms);
        return;
    }
    Str path = path_numbered(&player->added_arena, player->added, report->number);
    player_open_added(player, path, now_ms);
    app_say(&player->app, TOAST_DONE, TR("Among your situations now, as a copy: {0}"),
            folders_tell(&player->scratch, &player->app.folders, path), now_ms);
}
