// What is looked for: the filter of the library, a file anywhere, folders of cases and what was played.
#include "player/player_parts.h"

#include "base/error_text.h"
#include "base/path.h"
#include "base/utf8.h"

enum { MOST_ENTRIES = 2000 };

#define FOLDERS "folders.json"
#define PLAYED "played.json"

static void set_filter(Player *player, const Action *action) {
    Arena fresh = {0};
    bool theme = action->kind == ACTION_SET_THEME_FILTER;
    Str themes = str_copy(&fresh, theme ? action->text : player->filter.theme);
    Str search = str_copy(&fresh, theme ? player->filter.search : action->text);
    arena_finish(&player->filter_arena);
    player->filter_arena = fresh;
    player->filter.theme = themes;
    player->filter.search = search;
    player->asked_for_more = 0;
}

static Str kept_path(Player *player, Str name) {
    Str data = player->app.folders.data;
    return data.len > 0 ? path_join(&player->scratch, data, name) : (Str){0};
}

void player_read_lists(Player *player) {
    kept_list_read(&player->case_folders, &player->scratch, kept_path(player, S(FOLDERS)));
    kept_list_read(&player->played, &player->scratch, kept_path(player, S(PLAYED)));
}

static void save_list(Player *player, const KeptList *list, Str name) {
    Str path = kept_path(player, name);
    if (path.len > 0 && app_can_write(&player->app)) {
        (void)writer_save(player->app.writer, path, kept_list_write(&player->scratch, list));
    }
}

// Gives how many files could not be erased.
static int32_t forget(Player *player, KeptList *list, Str name) {
    Str path = kept_path(player, name);
    kept_list_finish(list);
    if (path.len == 0 || player->app.is_second) {
        return 0;
    }
    if (player->app.writer) {
        writer_wait(player->app.writer);
    }
    return !file_erase(path, NULL) + !file_erase(str_format(&player->scratch, "%.*s~", S_ARG(path)), NULL);
}

int32_t player_forget_lists(Player *player) {
    return forget(player, &player->case_folders, S(FOLDERS)) + forget(player, &player->played, S(PLAYED));
}

void player_note_played(Player *player) {
    bool wanted = app_setting(&player->app, SETTING_TRACE) && player->walk == 0 && !player->open.review;
    if (wanted && kept_list_add(&player->played, player->open.path)) {
        save_list(player, &player->played, S(PLAYED));
    }
}

void player_follow_trace(Player *player) {
    if (!app_setting(&player->app, SETTING_TRACE) && player->played.rows.count > 0) {
        (void)forget(player, &player->played, S(PLAYED));
    }
}

// "~/a" is that in the home folder; what is not absolute begins there.
static Str full_path(Player *player, Arena *arena, Str typed) {
    Str home = player->app.folders.home;
    bool at_home = str_equal(typed, S("~")) || str_begins(typed, S("~/"));
    Str rest = at_home ? str_slice(typed, 1, typed.len) : typed;
    if (path_is_absolute(typed) || home.len == 0) {
        return str_copy(arena, typed);
    }
    return str_format(arena, "%.*s%s%.*s", S_ARG(home), at_home ? "" : "/", S_ARG(rest));
}

static Str folder_of(Str path) {
    ptrdiff_t end = path.len;
    while (end > 0 && path.text[end - 1] != '/') {
        end--;
    }
    return str_slice(path, 0, end > 1 ? end - 1 : end);
}

// By name: what a file is, is found out when it is opened.
static bool may_be_opened(Str name) {
    static const Str ENDINGS[] = {S_INIT(".json"), S_INIT(".gift"), S_INIT(".txt"),  S_INIT(".xml"), S_INIT(".twee"),
                                  S_INIT(".tw"),   S_INIT(".tw2"),  S_INIT(".html"), S_INIT(".htm"), S_INIT(".h5p")};
    bool may = false;
    for (int32_t i = 0; i < COUNT(ENDINGS); i++) {
        may = may || path_ends(name, ENDINGS[i]);
    }
    return may && !path_ends(name, S(".test.json"));
}

static bool is_offered(Str name, bool is_folder, bool sessions) {
    return !str_begins(name, S(".")) &&
           (is_folder || (sessions ? path_ends(name, S(KEPT_ENDING)) : may_be_opened(name)));
}

static void list_entries(Player *player, bool folders) {
    Browsing *browsing = &player->browsing;
    FileList names = {0};
    bool listed = file_list(&player->scratch, browsing->folder, S(""), &names, &browsing->error);
    for (int32_t i = 0; listed && i < names.count && browsing->entries.count < MOST_ENTRIES; i++) {
        bool is_folder = file_is_folder(path_join(&player->scratch, browsing->folder, names.rows[i]));
        if (is_folder == folders && is_offered(names.rows[i], is_folder, browsing->sessions)) {
            *rows_append(&browsing->list_arena, &browsing->entries) =
                (BrowseEntry){.name = str_copy(&browsing->list_arena, names.rows[i]), .is_folder = is_folder};
        }
    }
}

static void list_folder(Player *player, Str folder) {
    Browsing *browsing = &player->browsing;
    Arena fresh = {0};
    folder = str_copy(&fresh, folder);
    arena_finish(&browsing->list_arena);
    browsing->list_arena = fresh;
    browsing->folder = folder;
    browsing->entries.rows = NULL;
    browsing->entries.count = browsing->entries.capacity = 0;
    browsing->error = (Error){0};
    list_entries(player, true);
    if (browsing->error.code == ERROR_NONE) {
        list_entries(player, false);
    }
}

// The disk is asked when another folder is named, not at every letter.
static void browse(Player *player, Str typed, bool anew) {
    Browsing *browsing = &player->browsing;
    Arena fresh = {0};
    browsing->typed = str_copy(&fresh, typed);
    browsing->path = full_path(player, &fresh, browsing->typed);
    arena_finish(&browsing->arena);
    browsing->arena = fresh;
    if (anew || !str_equal(folder_of(browsing->path), browsing->folder)) {
        list_folder(player, folder_of(browsing->path));
    }
}

bool player_can_add_folder(const Player *player) {
    const Folders *folders = &player->app.folders;
    Str folder = player->browsing.folder;
    return folders->data.len > 0 && !player->app.is_second && !player->browsing.sessions && file_is_folder(folder) &&
           !str_equal(folder, folders->cases) && !kept_list_has(&player->case_folders, folder);
}

void player_begin_browsing(Player *player, bool sessions) {
    player->browsing.sessions = sessions;
    const Folders *folders = &player->app.folders;
    Str from = folders->documents.len > 0 ? folders_tell(&player->scratch, folders, folders->documents) : S("");
    browse(player, str_format(&player->scratch, "%.*s/", S_ARG(from)), true);
}

static void pick(Player *player, int32_t row, int64_t now_ms) {
    const Browsing *browsing = &player->browsing;
    if (row < 0 || row >= browsing->entries.count) {
        return;
    }
    Str path = path_join(&player->scratch, browsing->folder, browsing->entries.rows[row].name);
    if (browsing->entries.rows[row].is_folder) {
        player->browsing.picked++;
        Str told = folders_tell(&player->scratch, &player->app.folders, path);
        browse(player, str_format(&player->scratch, "%.*s/", S_ARG(told)), true);
    } else if (browsing->sessions) {
        player_kept_update(player, &(KeptAction){.kind = KEPT_IMPORT, .text = path});
    } else {
        player_open_file(player, path, now_ms);
    }
}

static void add_folder(Player *player, int64_t now_ms) {
    if (player_can_add_folder(player) && kept_list_add(&player->case_folders, player->browsing.folder)) {
        save_list(player, &player->case_folders, S(FOLDERS));
        player->overlay = OVERLAY_NONE;
        player_read_library(player);
        app_say(&player->app, TOAST_DONE, TR("The situations of this folder are in the library from now on: {0}"),
                folders_tell(&player->scratch, &player->app.folders, player->browsing.folder), now_ms);
    }
}

static void remove_folder(Player *player, Str folder) {
    if (kept_list_remove(&player->case_folders, folder)) {
        save_list(player, &player->case_folders, S(FOLDERS));
        player_read_library(player);
    }
}

void player_browse(Player *player, const Action *action, int64_t now_ms) {
    bool open = player->overlay == OVERLAY_OPEN || player->overlay == OVERLAY_IMPORT;
    if (action->kind == ACTION_SET_THEME_FILTER || action->kind == ACTION_SET_SEARCH) {
        set_filter(player, action);
    } else if (action->kind == ACTION_SET_QUIZZES) {
        player->filter.quizzes = action->index != 0;
        player->asked_for_more = 0;
    } else if (action->kind == ACTION_SET_BRIEF) {
        player->filter.brief = action->index != 0;
        player->asked_for_more = 0;
    } else if (action->kind == ACTION_SHOW_MORE) {
        player->asked_for_more++;
    } else if (action->kind == ACTION_BROWSE && open) {
        browse(player, action->text, false);
    } else if (action->kind == ACTION_PICK && open) {
        pick(player, action->index, now_ms);
    } else if (action->kind == ACTION_ADD_FOLDER && open) {
        add_folder(player, now_ms);
    } else if (action->kind == ACTION_REMOVE_FOLDER) {
        remove_folder(player, action->text);
    }
}
