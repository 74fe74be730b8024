#include "app/app.h"

#include "base/error_text.h"
#include "base/locale.h"
#include "base/path.h"
#include "base/utf8.h"

// The language that is chosen, or, when it is left to the system, the system's.
static void follow_language(AppState *app) {
    static const Str LANGUAGES[LANGUAGE_COUNT] = {[LANGUAGE_FR] = S_INIT("fr"), [LANGUAGE_EN] = S_INIT("en")};
    Str chosen = LANGUAGES[app_setting(app, SETTING_LANGUAGE)];
    Str system = str_begins(app->system_language, S("en")) ? S("en") : S("fr");
    app->language = chosen.len > 0 ? chosen : system;
    locale_read_catalog(&app->catalog, app->language);
}

bool app_can_write(const AppState *app) {
    return app->writer && !app->is_second && app->folders.data.len > 0;
}

static void save_settings(AppState *app) {
    ArenaMark mark = arena_mark(&app->scratch);
    if (app->writer && app->folders.settings.len > 0 && !app->is_second) {
        (void)writer_save(app->writer, app->folders.settings, settings_write(&app->scratch, &app->settings));
    }
    arena_rewind(&app->scratch, mark);
}

// What cannot be read is told, and out of the way of what is kept from now on.
static void read_settings(AppState *app, SettingsForRun for_run) {
    static const Str TOLD[] = {
        [SETTINGS_READ] = S_INIT(""),
        [SETTINGS_FROM_BEFORE] = TR_INIT("Your settings could not be read: those from before the last change hold. The "
                                         "file that held them is still in the folder “{0}”."),
        [SETTINGS_LOST] = TR_INIT("Your settings could not be read: they are as at the first start. The file that held "
                                  "them is still in the folder “{0}”.")};
    SettingsLoaded loaded = settings_load(&app->scratch, app->folders.settings, &app->settings);
    app->settings.for_run = for_run;
    follow_language(app);
    if (loaded == SETTINGS_READ) {
        return;
    }
    app_say(app, TOAST_TROUBLE, TOLD[loaded],
            folders_tell(&app->scratch, &app->folders, path_folder(app->folders.settings)), 0);
    if (app_can_write(app)) {
        settings_set_aside(&app->scratch, app->folders.settings);
    }
    if (loaded == SETTINGS_FROM_BEFORE) {
        save_settings(app);
    }
}

// A folder in which no lock can be made is written in all the same: what becomes of that is told then.
bool app_take_folder(AppState *app) {
    bool was_second = app->is_second;
    if (app->lock || app->folders.data.len == 0) {
        return true;
    }
    ArenaMark mark = arena_mark(&app->scratch);
    Error error = {0};
    Str path = path_join(&app->scratch, app->folders.data, S("lock"));
    app->lock = file_lock(&app->arena, path, &error);
    app->is_second = !app->lock && error.code == ERROR_NONE;
    if (app->lock) {
        holder_tell(path);
    } else if (app->is_second) {
        holder_read(&app->arena, path, &app->holder);
    }
    if (was_second && !app->is_second) {
        read_settings(app, app->settings.for_run);
    }
    arena_rewind(&app->scratch, mark);
    return !app->is_second;
}

void app_begin(AppState *app, const AppStart *start) {
    *app = (AppState){.folders = start->folders, .waits_for_disk = start->waits_for_disk, .displays = start->displays};
    app->system_language = str_copy(&app->arena, start->system_language);
    app->writer = writer_create(start->wake, start->wake_context);
    app->is_second = start->beside;
    if (!start->beside) {
        (void)app_take_folder(app);
    }
    read_settings(app, start->for_run);
}

void app_finish(AppState *app) {
    writer_destroy(app->writer);
    file_unlock(app->lock);
    arena_finish(&app->toast_arena);
    arena_finish(&app->scratch);
    arena_finish(&app->arena);
    *app = (AppState){0};
}

void app_say(AppState *app, ToastKind kind, Str source, Str argument, int64_t now_ms) {
    arena_finish(&app->toast_arena);
    app->toast = (Toast){.kind = kind,
                         .text = catalog_format(&app->toast_arena, &app->catalog, source, &argument, 1),
                         .since_ms = now_ms};
}

void app_say_copied(AppState *app, Str text, int64_t now_ms) {
    enum { MOST_GRAPHEMES = 60 };
    StrBuilder begins = {.arena = &app->scratch};
    ptrdiff_t at = 0;
    for (int32_t i = 0; i < MOST_GRAPHEMES && at < text.len; i++) {
        ptrdiff_t next = utf8_next_grapheme(text, at);
        str_add(&begins, text.text[at] == '\r' || text.text[at] == '\n' ? S(" ") : str_slice(text, at, next));
        at = next;
    }
    str_add(&begins, at < text.len ? S("…") : S(""));
    app_say(app, TOAST_INFO, TR("Copied: {0}"), str_built(&begins), now_ms);
}

void app_dismiss_toast(AppState *app) {
    app->toast = (Toast){0};
}

Str app_voice_trouble(const AppState *app) {
    switch (app->voice) {
    case VOICE_MISSING:
        return TR("Nothing can be read aloud: speech-dispatcher is not installed on this computer. Once that package "
                  "is there, Palabre speaks by itself.");
    case VOICE_SILENT:
        return TR("Nothing is read aloud: the service speech-dispatcher does not answer. Palabre goes on trying. If it "
                  "stays silent, log out of this computer and in again.");
    case VOICE_UNKNOWN:
    case VOICE_THERE:
        break;
    }
    return (Str){0};
}

void app_hear_of_voice(AppState *app, VoiceState voice, int64_t now_ms) {
    bool changed = voice != app->voice, was_missed = app_voice_trouble(app).len > 0;
    app->voice = voice;
    Str trouble = app_voice_trouble(app);
    if (changed && trouble.len > 0) {
        app_say(app, TOAST_TROUBLE, trouble, (Str){0}, now_ms);
    } else if (changed && was_missed && voice == VOICE_THERE) {
        app_say(app, TOAST_DONE, TR("Palabre reads aloud again."), (Str){0}, now_ms);
    }
}

int32_t app_setting(const AppState *app, Setting setting) {
    return settings_value(&app->settings, setting);
}

void app_change_setting(AppState *app, Setting setting, int32_t value) {
    if (settings_choose(&app->settings, setting, value)) {
        app->forgotten = false;
        follow_language(app);
        save_settings(app);
    }
}

void app_keep_window(AppState *app, WindowPlace place) {
    WindowPlace before = settings_window(&app->settings);
    bool same = before.x == place.x && before.y == place.y && before.width == place.width &&
                before.height == place.height && before.restored == place.restored;
    if (!app->forgotten && !same) {
        settings_keep_window(&app->settings, place);
        save_settings(app);
    }
}

AppPreferences app_preferences(const AppState *app) {
    AppPreferences preferences = settings_preferences(&app->settings);
    preferences.ui.words = &app->catalog;
    preferences.ui.language = app->language;
    return preferences;
}

void app_forget_settings(AppState *app, Arena *arena, FileList *files) {
    static const Str KEPT[] = {S_INIT(""), S_INIT("~"), S_INIT(".broken"), S_INIT(".broken~")};
    for (int32_t i = 0; i < COUNT(KEPT) && app->folders.settings.len > 0; i++) {
        *rows_append(arena, files) = str_format(arena, "%.*s%.*s", S_ARG(app->folders.settings), S_ARG(KEPT[i]));
    }
    settings_forget(&app->settings);
    app->forgotten = true;
    follow_language(app);
}

static void take_report(AppState *app, const WriterReport *report, int64_t now_ms) {
    if (!report->done && report->kind == WRITER_SAVE) {
        app_say(app, TOAST_TROUBLE, TR("Your settings could not be kept: {0}. They hold until you leave."),
                error_text(&app->scratch, &app->catalog, &report->error), now_ms);
    }
}

void app_take_reports(AppState *app, AppTakeReport *take, void *context, int64_t now_ms) {
    WriterReport report;
    if (app->writer && app->waits_for_disk) {
        writer_wait(app->writer);
    }
    while (app->writer && writer_take_report(app->writer, &report)) {
        if (!take(context, &report, now_ms)) {
            take_report(app, &report, now_ms);
        }
    }
}
