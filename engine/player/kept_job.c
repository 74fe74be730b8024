#include "player/kept_job.h"

#include "base/path.h"

KeptJob *kept_job_create(KeptJobKind kind, Str folder, Str today) {
    Arena arena = {0};
    KeptJob *job = arena_push(&arena, KeptJob, 1);
    job->kind = kind;
    job->folder = str_copy(&arena, folder);
    job->today = str_copy(&arena, today);
    job->arena = arena;
    return job;
}

void kept_job_destroy(KeptJob *job) {
    if (job) {
        Arena arena = job->arena;
        arena_finish(&arena);
    }
}

void kept_job_add(KeptJob *job, const StoreHeader *header) {
    *rows_append(&job->arena, &job->wanted) =
        (StoreHeader){.id = str_copy(&job->arena, header->id), .row = header->row, .damaged = header->damaged};
}

// Where nothing stands in its place.
static bool save_new(KeptJob *job, Str head, const FileDraft *rest) {
    job->path = path_numbered(&job->arena, job->path, file_free_number(job->path));
    return file_save_draft(job->path, head, rest, &job->error);
}

static bool export_sessions(KeptJob *job, Store *store) {
    StoreExport export = {0};
    FileDraft *draft = store_export(store, &job->arena, &job->wanted, &export);
    job->count = export.written;
    job->left_out = export.left_out;
    job->error = draft ? export.error : (Error){.code = ERROR_SYSTEM};
    bool done = job->count > 0 && save_new(job, (Str){0}, draft);
    file_draft_close(draft);
    return done;
}

static bool export_notes(KeptJob *job, Store *store) {
    StoreNoteList notes;
    bool listed = store_list_notes(store, &job->arena, &notes, &job->error);
    job->count = notes.count;
    return listed && save_new(job, notebook_tell(&job->arena, &job->catalog, notes.rows, notes.count), NULL);
}

static bool erase_own(KeptJob *job, Store *store) {
    return store_erase(store, job->wanted.rows, job->wanted.count, &job->error) &&
           store_erase_all_notes(store, &job->error);
}

// What came in until it failed stays.
static bool import_sessions(KeptJob *job, Store *store) {
    StoreImport import = {0};
    FileSource *source = file_source_open(&job->arena, job->path, STORE_IMPORT_MOST_BYTES, &job->error);
    if (!source) {
        return false;
    }
    bool done = store_import(store, &job->arena, source, &import, &job->error);
    done = file_source_close(source, done ? &job->error : NULL) && done;
    job->count = import.added;
    job->left_out = import.there;
    job->problems = import.problems;
    return done;
}

static bool purge(KeptJob *job, Store *store) {
    StorePurge purged = {0};
    bool done = store_purge(store, &job->arena, job->today, true, &purged, &job->error);
    job->count = purged.erased;
    return done;
}

static bool erase(KeptJob *job, Store *store) {
    bool done = store_erase(store, job->wanted.rows, job->wanted.count, &job->error);
    job->count = done ? job->wanted.count : 0;
    return done;
}

static bool read_session(KeptJob *job, Store *store) {
    return job->wanted.count > 0 && store_read(store, &job->arena, &job->wanted.rows[0], &job->session, &job->error);
}

static bool work(KeptJob *job, Store *store) {
    switch (job->kind) {
    case KEPT_JOB_READ:
        return read_session(job, store);
    case KEPT_JOB_EXPORT:
        return export_sessions(job, store);
    case KEPT_JOB_IMPORT:
        return import_sessions(job, store);
    case KEPT_JOB_ERASE:
        return erase(job, store);
    case KEPT_JOB_PURGE:
        return purge(job, store);
    case KEPT_JOB_WRITE_NOTE:
        return store_write_note(store, &job->note, &job->error);
    case KEPT_JOB_ERASE_NOTE:
        return store_erase_notes(store, &job->note, 1, &job->error);
    case KEPT_JOB_ERASE_OWN:
        return erase_own(job, store);
    case KEPT_JOB_EXPORT_NOTES:
        return export_notes(job, store);
    case KEPT_JOB_EXPORT_MARK:
        return save_new(job, job->picture, NULL);
    case KEPT_JOB_LIST:
    case KEPT_JOB_ASIDE:
    case KEPT_JOB_ERASE_STORE:
    case KEPT_JOB_KIND_COUNT:
        break;
    }
    return true;
}

static bool writes(const KeptJob *job) {
    return job->kind == KEPT_JOB_IMPORT || job->kind == KEPT_JOB_ERASE || job->kind == KEPT_JOB_PURGE ||
           job->kind == KEPT_JOB_WRITE_NOTE || job->kind == KEPT_JOB_ERASE_NOTE || job->kind == KEPT_JOB_ERASE_OWN;
}

static bool needs_store(const KeptJob *job) {
    return writes(job) || job->kind == KEPT_JOB_READ || job->kind == KEPT_JOB_EXPORT ||
           job->kind == KEPT_JOB_EXPORT_NOTES || job->kind == KEPT_JOB_EXPORT_MARK;
}

// For a folder whose store is not open.
static bool work_whole(KeptJob *job) {
    if (job->kind == KEPT_JOB_ASIDE) {
        return store_set_aside(&job->arena, job->folder, job->today, &job->name, &job->error);
    }
    return job->kind != KEPT_JOB_ERASE_STORE || store_erase_all(job->folder, &job->error);
}

static void note_holder(KeptJob *job, const Store *store) {
    const Holder *holder = store_holder(store);
    if (holder) {
        job->holder =
            (Holder){holder->process, str_copy(&job->arena, holder->host), str_copy(&job->arena, holder->since)};
    }
}

static void read_notes(KeptJob *job) {
    job->pages = arena_push(&job->arena, KeptNote, job->notes.count);
    for (int32_t i = 0; i < job->notes.count; i++) {
        const StoreNote *note = &job->notes.rows[i];
        job->pages[i].read = !note->damaged && notebook_read(&job->arena, note->line, &job->pages[i].page);
    }
}

// There are few such stores, and the others are not looked through for it.
static void find_changed(KeptJob *job, Store *store) {
    bool several = false;
    if (!store_has_texts(store, &several, &job->refused) || !several) {
        return;
    }
    Arena scratch = {0};
    bool *none = arena_push(&scratch, bool, job->list.count);
    AnalysingSubjects subjects = analysing_subjects(&scratch, &job->list, none);
    for (int32_t i = 0; i < subjects.count; i++) {
        if (subjects.rows[i].version == 1) {
            job->changed++;
            job->changed_title = str_copy(&job->arena, subjects.rows[i].title);
        }
    }
    arena_finish(&scratch);
}

bool kept_job_run(void *context, Error *error) {
    KeptJob *job = context;
    job->done = work_whole(job);
    Store *store = store_open(job->folder, writes(job) ? STORE_WRITES : STORE_READS, &job->refused);
    if (store) {
        note_holder(job, store);
        job->done = job->done && work(job, store);
        job->listed = store_list(store, &job->arena, &job->list, &job->refused) &&
                      store_list_notes(store, &job->arena, &job->notes, &job->refused);
        if (job->listed && job->framework) {
            kept_progress_find(store, job->framework, &job->list, &job->progress);
        }
        if (job->listed && job->kind == KEPT_JOB_IMPORT) {
            find_changed(job, store);
        }
        job->chosen = arena_push(&job->arena, bool, job->list.count);
        read_notes(job);
    } else if (job->done && needs_store(job)) {
        job->error = job->refused;
        job->done = false;
    }
    store_close(store);
    store_list_aside(&job->arena, job->folder, &job->aside);
    if (!job->done && error) {
        *error = job->error;
    }
    return job->done;
}
