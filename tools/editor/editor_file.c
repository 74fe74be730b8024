// The file of the document: opening, saving, and what is kept aside until it is saved.
#include "base/error.h"
#include "base/error_text.h"
#include "base/file.h"
#include "base/path.h"
#include "editor/editor_parts.h"
#include "editor/template.h"
#include "session/event.h"

static void say(Editor *editor, ToastKind kind, Str source, Str argument, int64_t now_ms) {
    app_say(&editor->app, kind, source, argument, now_ms);
}

static Str id_of(const Editor *editor) {
    const Scenario *scenario = editor->document.reading.scenario;
    return scenario_name(scenario, scenario->id);
}

// One window at a time has a file open; another one is told.
static bool lock(Editor *editor, Str path) {
    if (editor->drafts.len == 0) {
        return true;
    }
    Error error = {0};
    Str name = str_format(&editor->scratch, "%.*s.lock", S_ARG(event_hash(&editor->scratch, path)));
    editor->lock = file_lock(&editor->arena, path_join(&editor->scratch, editor->drafts, name), &error);
    return editor->lock || error.code != ERROR_NONE;
}

static void look_for_previous(Editor *editor) {
    editor->has_previous = document_has_previous(&editor->document);
}

static void begin_drafts(Editor *editor) {
    Str data = editor->app.folders.data;
    Str folder = data.len > 0 ? path_join(&editor->arena, data, S("drafts")) : (Str){0};
    editor->drafts = folder.len > 0 && file_make_folder(folder, NULL) ? folder : (Str){0};
    editor->autosave = (Autosave){.folder = editor->drafts};
}

static void look_for_draft(Editor *editor) {
    bool found = editor->drafts.len > 0 &&
                 autosave_find(&editor->draft_arena, editor->drafts, editor->document.file.path, &editor->draft);
    bool same = found && str_equal(editor->draft.bytes, editor->document.reading.bytes);
    if (same) {
        editor_drop_draft(editor);
    } else if (found) {
        editor->overlay = EDITOR_ASK_DRAFT;
    }
}

void editor_open(Editor *editor, Str path, int64_t now_ms) {
    Error error = {0};
    editor->now_ms = now_ms;
    editor->led_to = -1;
    begin_drafts(editor);
    bool read = path.len > 0 && document_open(&editor->document, &editor->scratch, path, &error);
    if (!read) {
        Str empty = template_begin(&editor->scratch, template_find((Str){0}), editor->app.language);
        document_begin(&editor->document, &editor->scratch, empty);
    }
    if (path.len > 0 && !read) {
        Str why = error_text(&editor->scratch, &editor->app.catalog, &error);
        say(editor, TOAST_TROUBLE, TR("The file could not be read: {0}. A new situation is begun here instead."), why,
            now_ms);
    } else if (read && !editor->document.canonical && editor->document.reading.scenario->read) {
        say(editor, TOAST_INFO,
            TR("This file was laid out in another way. Saving it lays all of it out anew; nothing of it is lost."),
            (Str){0}, now_ms);
    }
    if (read && !lock(editor, path)) {
        editor->overlay = EDITOR_ASK_HELD;
    } else {
        look_for_draft(editor);
    }
    if (path.len == 0 && editor->overlay == EDITOR_PLAIN) {
        editor->overlay = EDITOR_TEMPLATES;
    }
    bool scenes = editor->document.reading.scenario->scene_rows.count > 0;
    look_for_previous(editor);
    editor_follow(editor);
    editor_look(editor, scenes ? S("/scenes/0") : (Str){0});
}

// What was written before goes: whoever wanted it has saved it.
static void begin_case(Editor *editor, Str bytes) {
    editor_drop_aside(editor);
    file_unlock(editor->lock);
    editor->lock = NULL;
    editor_play_stop(editor);
    editor_map_forget(editor);
    editor->opened++;
    document_begin(&editor->document, &editor->scratch, bytes);
    look_for_previous(editor);
    editor->autosave = (Autosave){.folder = editor->drafts};
    editor->led_to = -1;
    editor->overlay = EDITOR_PLAIN;
    editor_follow(editor);
    editor_look(editor, (Str){0});
}

void editor_begin_new(Editor *editor, Str key, Str language, int64_t now_ms) {
    const Template *from = template_find(key);
    ASSERT(from);
    begin_case(editor, template_begin(&editor->scratch, from, language));
    editor_next_finding(editor); // the first of what is to be written
    Str said = key.len > 0
                   ? TR("F7 leads from each thing that is to be written to the next. It can be played at any time: F5.")
                   : TR("A new situation is begun.");
    say(editor, TOAST_INFO, said, (Str){0}, now_ms);
}

void editor_begin_copy(Editor *editor, int64_t now_ms) {
    Str had = str_copy(&editor->scratch, id_of(editor)), id = document_new_id(&editor->scratch, had, NULL, 0);
    Str bytes = str_copy(&editor->scratch, editor->document.reading.bytes);
    begin_case(editor, bytes);
    document_set_identity(&editor->document, &editor->scratch, id);
    editor_follow(editor);
    say(editor, TOAST_INFO, TR("This is a copy, another situation, known as “{0}”. The first one stays as it is."), id,
        now_ms);
}

void editor_close(Editor *editor) {
    arena_finish(&editor->save.save.arena);
    autosave_finish(&editor->autosave);
    file_unlock(editor->lock);
    editor->lock = NULL;
}

static bool run_saving(void *context, Error *error) {
    EditorSaving *saving = context;
    saving->result = document_save_run(&saving->save, &saving->error);
    if (error) {
        *error = saving->error;
    }
    return saving->result == SAVE_DONE;
}

static void take_saving(Editor *editor, int64_t now_ms) {
    Arena arena = {0};
    SaveResult result = editor->save.result;
    Str name = str_copy(&arena, path_name(editor->save.save.path));
    document_save_end(&editor->document, &editor->save.save, result);
    editor->saving = 0;
    look_for_previous(editor);
    switch (result) {
    case SAVE_DONE:
        say(editor, TOAST_DONE, TR("“{0}” is saved."), name, now_ms);
        editor->app.quit = editor->leaving && !document_is_unsaved(&editor->document);
        break;
    case SAVE_CHANGED:
        editor->overlay = EDITOR_ASK_CHANGED;
        break;
    case SAVE_EMPTY:
        editor->overlay = EDITOR_ASK_EMPTY;
        break;
    case SAVE_REFUSED:
        say(editor, TOAST_TROUBLE, TR("Nothing was saved: {0}. What you wrote is still here."),
            error_text(&arena, &editor->app.catalog, &editor->save.error), now_ms);
        editor->leaving = false;
        break;
    }
    arena_finish(&arena);
    editor_keep_aside(editor, now_ms);
}

void editor_save(Editor *editor, SaveOver over, int64_t now_ms) {
    if (editor->saving != 0) {
        return; // what is written meanwhile stays unsaved, and is said to be
    }
    document_save_begin(&editor->document, &editor->save.save, (Str){0}, over);
    if (editor->app.writer) {
        editor->saving = writer_run(editor->app.writer, run_saving, &editor->save);
    } else {
        (void)run_saving(&editor->save, NULL);
        take_saving(editor, now_ms);
    }
}

// Where nothing stands yet, beside the file that is open.
void editor_ask_path(Editor *editor) {
    const DocumentFile *file = &editor->document.file;
    Str folder = file->path.len > 0 ? path_folder(file->path) : editor->app.folders.documents;
    arena_finish(&editor->overlay_arena);
    Str id = id_of(editor), path = {0};
    for (int32_t i = 0; path.len == 0 || file_exists(path); i++) {
        id = i > 0 || file->path.len > 0 ? document_new_id(&editor->scratch, id, NULL, 0) : id;
        path = path_join(&editor->overlay_arena, folder, str_format(&editor->scratch, "%.*s.json", S_ARG(id)));
    }
    editor->path = path_tell(&editor->overlay_arena, path, (Str){0});
    editor->trouble = (Str){0};
    editor->overlay = EDITOR_ASK_PATH;
}

// An id for a file of that name: the name itself where it can be one.
static Str id_for(Editor *editor, Str path) {
    Str stem = path_stem(path), old = id_of(editor);
    return scenario_is_slug(stem) ? stem : document_new_id(&editor->scratch, old, NULL, 0);
}

static void moved(Editor *editor, Str path, Str id, int64_t now_ms) {
    file_unlock(editor->lock);
    editor->lock = NULL;
    (void)lock(editor, path); // whoever has it open looks at its file before saving
    look_for_previous(editor);
    editor->overlay = EDITOR_PLAIN;
    editor->app.quit = editor->leaving;
    say(editor, TOAST_DONE, TR("It is saved as another situation, which is known as “{0}”."), id, now_ms);
    editor_keep_aside(editor, now_ms);
}

void editor_save_as(Editor *editor, int64_t now_ms) {
    Error error = {0};
    Str path = path_read(&editor->scratch, str_trim(editor->path));
    if (path.len == 0 || editor->saving != 0) {
        return;
    }
    Str id = str_copy(&editor->scratch, id_for(editor, path));
    editor_drop_aside(editor); // it goes by the old path
    SaveResult result = document_save_as(&editor->document, &editor->scratch, path, id, &error);
    editor_follow(editor); // one without an id has it also where nothing was saved
    if (result == SAVE_DONE) {
        moved(editor, path, id, now_ms);
        return;
    }
    editor->trouble =
        result == SAVE_CHANGED
            ? catalog_text(&editor->app.catalog, TR("There is a file of this name already. Choose another name."))
            : catalog_format(&editor->overlay_arena, &editor->app.catalog, TR("It cannot be saved there: {0}."),
                             (const Str[]){error_text(&editor->scratch, &editor->app.catalog, &error)}, 1);
}

static void run_task(Editor *editor, const AutosaveTask *task) {
    Writer *writer = editor->app.writer;
    if (!writer && !autosave_run(task, NULL)) {
        autosave_restart(&editor->autosave);
    } else if (writer && task->erases) {
        (void)writer_erase(writer, task->path);
    } else if (writer) {
        (void)writer_append(writer, task->path, task->line);
    }
}

void editor_keep_aside(Editor *editor, int64_t now_ms) {
    AutosaveTask task;
    bool wanted = editor->drafts.len > 0 && editor->overlay != EDITOR_ASK_DRAFT;
    while (wanted && (editor_has_unsaved(editor) || !editor->document.unsaved) &&
           autosave_step(&editor->autosave, &editor->document, &editor->scratch, now_ms, editor->today, &task)) {
        run_task(editor, &task);
    }
}

void editor_keep_aside_now(Editor *editor, int64_t now_ms) {
    editor_keep_aside(editor, now_ms);
    editor_keep_aside(editor, now_ms + AUTOSAVE_MS);
}

void editor_drop_aside(Editor *editor) {
    const Str paths[] = {editor->autosave.path, editor->autosave.former};
    for (int32_t i = 0; i < COUNT(paths); i++) {
        if (paths[i].len > 0) {
            run_task(editor, &(AutosaveTask){.path = paths[i], .erases = true});
        }
    }
    autosave_finish(&editor->autosave);
}

void editor_take_draft(Editor *editor, int64_t now_ms) {
    Operation all = {.kind = OPERATION_ALL, .json = editor->draft.bytes};
    (void)document_edit(&editor->document, &editor->scratch, &all, 1, &(Moment){.now_ms = now_ms});
    editor_follow(editor);
    editor_keep_aside_now(editor, now_ms); // before the old one goes
    editor_drop_draft(editor);
}

void editor_drop_draft(Editor *editor) {
    if (editor->draft.path.len > 0) {
        run_task(editor, &(AutosaveTask){.path = editor->draft.path, .erases = true});
    }
    editor->draft = (Draft){0};
    arena_finish(&editor->draft_arena);
}

static void tell_taken(Editor *editor, bool taken, Str told, const Error *error, int64_t now_ms) {
    if (taken) {
        say(editor, TOAST_DONE, told, (Str){0}, now_ms);
    } else {
        say(editor, TOAST_TROUBLE, TR("The file could not be read: {0}. What you wrote is still here."),
            error_text(&editor->scratch, &editor->app.catalog, error), now_ms);
    }
    editor_follow(editor);
}

void editor_take_file(Editor *editor, int64_t now_ms) {
    Error error = {0};
    bool taken = document_take_file(&editor->document, &editor->scratch, now_ms, &error);
    tell_taken(editor, taken, TR("This is what stands in the file now. Undoing gives your own text back."), &error,
               now_ms);
}

void editor_take_previous(Editor *editor, int64_t now_ms) {
    Error error = {0};
    bool taken = document_take_previous(&editor->document, &editor->scratch, now_ms, &error);
    tell_taken(editor, taken,
               TR("This is the version before the file was last saved. Undoing gives your own text back."), &error,
               now_ms);
    look_for_previous(editor);
}

// Whatever was kept aside is begun anew when the disk takes it again.
static void tell_draft_failed(Editor *editor, const WriterReport *report, int64_t now_ms) {
    autosave_restart(&editor->autosave);
    if (!editor->draft_failed) {
        editor->draft_failed = true;
        say(editor, TOAST_TROUBLE,
            TR("What you write cannot be kept aside: {0}. Until it is saved, a breakdown would lose it."),
            error_text(&editor->scratch, &editor->app.catalog, &report->error), now_ms);
    }
}

static bool take_report(void *context, const WriterReport *report, int64_t now_ms) {
    Editor *editor = context;
    bool saved = report->kind == WRITER_RUN && report->ticket == editor->saving;
    bool kept_aside = report->kind == WRITER_APPEND || report->kind == WRITER_ERASE;
    if (editor_spelling_take(editor, report)) {
        return true;
    }
    if (saved) {
        take_saving(editor, now_ms);
    } else if (report->kind == WRITER_APPEND && report->done) {
        editor->draft_failed = false;
    } else if (report->kind == WRITER_APPEND) {
        tell_draft_failed(editor, report, now_ms);
    }
    return saved || kept_aside;
}

void editor_take_reports(Editor *editor, int64_t now_ms) {
    app_take_reports(&editor->app, take_report, editor, now_ms);
}
