#include "base/error_text.h"
#include "base/path.h"
#include "player/player_parts.h"
#include "report/html_debrief.h"

Str player_document_path(const Player *player, Arena *arena, const Str *parts, int32_t count, Str ending) {
    Str names[PLAYER_DOCUMENT_PARTS] = {player->open.scenario->title};
    for (int32_t i = 0; i < count; i++) {
        names[i + 1] = parts[i];
    }
    return path_join(arena, player->app.folders.documents, path_document(arena, names, count + 1, ending));
}

// The folder itself is told, for what a desktop calls documents may lie anywhere.
void player_tell_export(Player *player, const WriterReport *report, int64_t now_ms) {
    const Folders *folders = &player->app.folders;
    player->exporting = 0;
    player->exported_walk = report->done ? player->exported_walk : 0;
    if (!report->done) {
        app_say(&player->app, TOAST_TROUBLE, TR("The debrief could not be written: {0}. It is still here."),
                error_text(&player->scratch, &player->app.catalog, &report->error), now_ms);
        return;
    }
    player->exported = path_numbered(&player->export_arena, player->exported, report->number);
    bool homeless = str_equal(folders->documents, folders->home);
    app_say(&player->app, TOAST_DONE,
            homeless ? TR("The debrief is in your home folder, for there is none for documents: {0}")
                     : TR("The debrief is saved: {0}"),
            folders_tell(&player->scratch, folders, player->exported), now_ms);
}

static Str make_page(Player *player, bool with_words) {
    Telling telling = player_telling(player, player->walk, &player->scratch);
    return html_debrief(&(HtmlDebrief){.telling = &telling,
                                       .debrief = &player->debrief,
                                       .drawn = player->looked_at.curves,
                                       .language = player->app.language,
                                       .date = player->today,
                                       .note = player->note,
                                       .with_words = with_words});
}

static void export_debrief(Player *player, bool with_words, int64_t now_ms) {
    if (player->screen != SCREEN_DEBRIEF) {
        return;
    }
    player->overlay = OVERLAY_NONE;
    if (player->exporting != 0) {
        return;
    }
    if (player->app.folders.documents.len == 0) {
        app_say(&player->app, TOAST_TROUBLE, TR("There is no folder for documents here: nothing was written."),
                (Str){0}, now_ms);
        return;
    }
    arena_finish(&player->export_arena);
    player->exported = player_document_path(player, &player->export_arena, &player->today, 1, S(".html"));
    player->exported_walk = player->walk + 1;
    if (!player->app.writer) {
        player_tell_export(player, &(WriterReport){.error = {.code = ERROR_SYSTEM}}, now_ms);
        return;
    }
    player->exporting = writer_save_new(player->app.writer, player->exported, make_page(player, with_words));
}

void player_export(Player *player, const Action *action, int64_t now_ms) {
    if (action->kind == ACTION_EXPORT) {
        export_debrief(player, action->index != 0, now_ms);
    } else {
        player_export_case(player, action, now_ms);
    }
}
