// What is looked for: the filter of the library, a file anywhere, folders of cases and what was played.
#include "player/player_parts.h"

#include "base/path.h"

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

void player_forget_lists(Player *player, Arena *arena, FileList *files) {
    static const Str KEPT[] = {S_INIT(FOLDERS), S_INIT(FOLDERS "~"), S_INIT(PLAYED), S_INIT(PLAYED "~")};
    Str data = player->app.folders.data;
    kept_list_finish(&player->case_folders);
    kept_list_finish(&player->played);
    for (int32_t i = 0; i < COUNT(KEPT) && data.len > 0; i++) {
        *rows_append(arena, files) = path_join(arena, data, KEPT[i]);
    }
}

void player_note_played(Player *player) {
    bool wanted = app_setting(&player->app, SETTING_TRACE) && player->walk == 0 && !player->open.review;
    if (wanted && kept_list_add(&player->played, player->open.path)) {
        save_list(player, &player->played, S(PLAYED));
    }
}

void player_follow_trace(Player *player) {
    Str path = kept_path(player, S(PLAYED));
    if (app_setting(&player->app, SETTING_TRACE) || player->played.rows.count == 0) {
        return;
    }
    kept_list_finish(&player->played);
    if (app_can_write(&player->app)) {
        (void)writer_erase(player->app.writer, path);
        (void)writer_erase(player->app.writer, str_format(&player->scratch, "%.*s~", S_ARG(path)));
    }
}

// What is pasted behind the folder that stands there already begins anew: "~//media/key", "~/file:///media/key",
// "C:/Users/D:/key".
static Str begun_anew(Str typed) {
    Str rest = typed;
    for (ptrdiff_t i = 1; i < typed.len; i++) {
        Str after = str_slice(typed, i + 1, typed.len);
        bool begins = typed.text[i] == '/' && (path_is_absolute(after) || str_begins(after, S("~/")));
        rest = begins ? after : rest;
    }
    return rest;
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

static bool is_wanted(const Browsing *browsing, const BrowseJob *job) {
    return job && job->sessions == browsing->sessions && str_equal(job->folder, path_folder(browsing->path));
}

const BrowseJob *player_listed(const Player *player) {
    return is_wanted(&player->browsing, player->browsing.listed) ? player->browsing.listed : NULL;
}

static void start(Player *player, int64_t now_ms) {
    Browsing *browsing = &player->browsing;
    browsing->job = browse_job_create(path_folder(browsing->path), browsing->sessions);
    browsing->since_ms = now_ms;
    if (player->app.writer) {
        browsing->ticket = writer_run(player->app.writer, browse_job_run, browsing->job);
    }
}

// Another folder may have been named meanwhile.
static void settle(Player *player, int64_t now_ms) {
    Browsing *browsing = &player->browsing;
    BrowseJob *job = browsing->job;
    browsing->job = NULL;
    browsing->slow = false;
    if (is_wanted(browsing, job)) {
        browse_job_destroy(browsing->listed);
        browsing->listed = job;
    } else {
        browse_job_destroy(job);
        start(player, now_ms);
    }
}

// Where the system gave no thread it is done here; where nobody would be woken it is waited for.
static void list_wanted(Player *player, int64_t now_ms) {
    if (player->browsing.job || player_listed(player)) {
        return;
    }
    start(player, now_ms);
    if (!player->app.writer) {
        (void)browse_job_run(player->browsing.job, &(Error){0});
        settle(player, now_ms);
    } else if (player->app.waits_for_disk || !player->wake) {
        writer_wait(player->app.writer);
        player_take_reports(player, now_ms);
    }
}

bool player_browse_takes(Player *player, const WriterReport *report, int64_t now_ms) {
    bool mine = player->browsing.job && report->ticket == player->browsing.ticket;
    if (mine) {
        settle(player, now_ms);
    }
    return mine;
}

int64_t player_browse_next_tick(const Player *player) {
    const Browsing *browsing = &player->browsing;
    return browsing->job && !browsing->slow ? browsing->since_ms + PLAYER_MOMENT_MS : -1;
}

void player_browse_tick(Player *player, int64_t now_ms) {
    int64_t due = player_browse_next_tick(player);
    player->browsing.slow = player->browsing.slow || (due >= 0 && now_ms >= due);
}

void player_browse_finish(Player *player) {
    browse_job_destroy(player->browsing.job);
    browse_job_destroy(player->browsing.listed);
    arena_finish(&player->browsing.arena);
}

// The disk is asked when another folder is named, not at every letter.
static void browse(Player *player, Str typed, int64_t now_ms) {
    Browsing *browsing = &player->browsing;
    Arena fresh = {0};
    browsing->typed = str_copy(&fresh, typed);
    browsing->path = full_path(player, &fresh, begun_anew(path_read(&fresh, typed)));
    arena_finish(&browsing->arena);
    browsing->arena = fresh;
    list_wanted(player, now_ms);
}

static void browse_folder(Player *player, Str folder, int64_t now_ms) {
    Str inside = str_format(&player->scratch, "%.*s/", S_ARG(folder));
    browse(player, folders_tell(&player->scratch, &player->app.folders, inside), now_ms);
}

bool player_can_add_folder(const Player *player) {
    const Folders *folders = &player->app.folders;
    const BrowseJob *listed = player_listed(player);
    return folders->data.len > 0 && !player->app.is_second && listed && !listed->sessions && listed->is_there &&
           !str_equal(listed->folder, folders->cases) && !kept_list_has(&player->case_folders, listed->folder);
}

void player_begin_browsing(Player *player, bool sessions, int64_t now_ms) {
    Browsing *browsing = &player->browsing;
    browsing->sessions = sessions;
    browse_job_destroy(browsing->listed); // it may have changed since
    browsing->listed = NULL;
    browse_folder(player, player->app.folders.documents, now_ms);
}

static void pick(Player *player, int32_t row, int64_t now_ms) {
    const BrowseJob *listed = player_listed(player);
    if (!listed || row < 0 || row >= listed->entries.count) {
        return;
    }
    Str path = path_join(&player->scratch, listed->folder, listed->entries.rows[row].name);
    if (listed->entries.rows[row].is_folder) {
        player->browsing.picked++;
        browse_folder(player, path, now_ms);
    } else if (listed->sessions) {
        player_kept_update(player, &(KeptAction){.kind = KEPT_IMPORT, .text = path});
    } else {
        player_open_file(player, path, now_ms);
    }
}

static void add_folder(Player *player, int64_t now_ms) {
    if (player_can_add_folder(player) && kept_list_add(&player->case_folders, player_listed(player)->folder)) {
        save_list(player, &player->case_folders, S(FOLDERS));
        player->overlay = OVERLAY_NONE;
        player_read_library(player);
        app_say(&player->app, TOAST_DONE, TR("The situations of this folder are in the library from now on: {0}"),
                folders_tell(&player->scratch, &player->app.folders, player_listed(player)->folder), now_ms);
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
        browse(player, action->text, now_ms);
    } else if (action->kind == ACTION_PICK && open) {
        pick(player, action->index, now_ms);
    } else if (action->kind == ACTION_ADD_FOLDER && open) {
        add_folder(player, now_ms);
    } else if (action->kind == ACTION_REMOVE_FOLDER) {
        remove_folder(player, action->text);
    }
}
