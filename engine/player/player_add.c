#include "base/error_text.h"
#include "base/path.h"
#include "player/player_parts.h"

// By name: the folder of the cases that come with the program, in either language, or one's own.
bool player_can_add(const Player *player) {
    const Folders *folders = &player->app.folders;
    Str folder = path_folder(player->open.path);
    bool shipped = folders->shipped.len > 0 && str_begins(folder, folders->shipped);
    return player->open.scenario && folders->cases.len > 0 && player->app.writer && !player->app.is_second &&
           !shipped && !str_equal(folder, folders->cases) && !kept_list_has(&player->case_folders, folder);
}

// The bytes are those that the page was made from, or else the file has changed and its page should be seen first.
void player_add_case(Player *player, int64_t now_ms) {
    Str bytes = {0};
    Error error = {0};
    ArenaMark mark = arena_mark(&player->scratch);
    if (player->adding == 0 && player_can_add(player)) {
        bool same = file_load(&player->scratch, player->open.path, LIMIT_FILE_BYTES, &bytes, &error) &&
                    str_equal(event_hash(&player->scratch, bytes), player->open.bytes_hash);
        if (same) {
            arena_finish(&player->added_arena);
            player->added = path_join(&player->added_arena, player->app.folders.cases, path_name(player->open.path));
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
    (void)library_add(&player->library, path);
    app_say(&player->app, TOAST_DONE, TR("Among your situations now, as a copy: {0}"),
            folders_tell(&player->scratch, &player->app.folders, path), now_ms);
}
