#include "editor/document_file.h"

#include "base/file.h"
#include "base/json.h"

static void set_up(const Document *document, DocumentSave *save, Str path, SaveOver over) {
    const DocumentFile *file = &document->file;
    *save = (DocumentSave){.over = over};
    save->is_new = path.len > 0 && !file_is_same(path, file->path);
    save->path = str_copy(&save->arena, path.len > 0 ? path : file->path);
    save->bytes = str_copy(&save->arena, document->reading.bytes);
    save->expected = save->is_new ? (Str){0} : str_copy(&save->arena, file->bytes);
}

void document_save_begin(Document *document, DocumentSave *save, Str path, SaveOver over) {
    ASSERT(path.len > 0 || document->file.path.len > 0);
    document->revisions.current->sealed = true;
    set_up(document, save, path, over);
}

// A file that is not there holds nothing.
static bool load(Arena *arena, Str path, Str *bytes, bool *there, Error *error) {
    Error why = {0};
    *there = file_load(arena, path, LIMIT_FILE_BYTES, bytes, &why);
    if (!*there && why.code != ERROR_NOT_FOUND && error) {
        *error = why;
    }
    return *there || why.code == ERROR_NOT_FOUND;
}

static SaveResult judge(const DocumentSave *save, Arena *scratch, Error *error) {
    Str there_bytes = {0};
    bool there;
    if (save->over == SAVE_OVER) {
        return SAVE_DONE;
    }
    if (!load(scratch, save->path, &there_bytes, &there, error)) {
        return SAVE_REFUSED;
    }
    if (!there) {
        return SAVE_DONE;
    }
    if (save->is_new || !str_equal(there_bytes, save->expected)) {
        return SAVE_CHANGED;
    }
    return save->bytes.len == 0 && there_bytes.len > 0 ? SAVE_EMPTY : SAVE_DONE;
}

SaveResult document_save_run(const DocumentSave *save, Error *error) {
    Arena scratch = {0};
    SaveResult result = judge(save, &scratch, error);
    arena_finish(&scratch);
    if (result == SAVE_DONE && !file_save(save->path, save->bytes, error)) {
        result = SAVE_REFUSED;
    }
    return result;
}

void document_save_end(Document *document, DocumentSave *save, SaveResult result) {
    if (result == SAVE_DONE) {
        DocumentFile file = {0};
        file.path = str_copy(&file.arena, save->path);
        file.bytes = file.saved = str_copy(&file.arena, save->bytes);
        document_set_file(document, &file);
    }
    arena_finish(&save->arena);
    *save = (DocumentSave){0};
}

SaveResult document_save(Document *document, SaveOver over, Error *error) {
    DocumentSave save;
    document_save_begin(document, &save, (Str){0}, over);
    SaveResult result = document_save_run(&save, error);
    document_save_end(document, &save, result);
    return result;
}

static bool has_identity(const Document *document) {
    return document->reading.scenario->read && json_find_pointer(document->reading.bytes, S("/id")) >= 0;
}

// The bytes of the case with another id, if it has one.
static void give_identity(DocumentSave *save, const Document *document, Str id) {
    if (has_identity(document)) {
        Operation set = operation_text(&save->arena, S("/id"), id);
        OperationResult done =
            operation_apply(&save->arena, document->reading.scenario, document->reading.bytes, &set, &save->bytes);
        ASSERT(done == OPERATION_DONE);
    }
}

SaveResult document_save_copy(const Document *document, Str path, Str id, Error *error) {
    DocumentSave save;
    set_up(document, &save, path, SAVE_MINE_ONLY);
    save.is_new = true;
    give_identity(&save, document, id);
    SaveResult result = document_save_run(&save, error);
    arena_finish(&save.arena);
    return result;
}

SaveResult document_save_as(Document *document, Arena *scratch, Str path, Str id, Error *error) {
    DocumentSave save;
    Operation set = operation_text(scratch, S("/id"), id);
    if (document->reading.scenario->read && !has_identity(document)) {
        (void)document_edit(document, scratch, &set, 1, &(Moment){0});
    }
    document_save_begin(document, &save, path, SAVE_MINE_ONLY);
    save.is_new = true;
    give_identity(&save, document, id);
    SaveResult result = document_save_run(&save, error);
    if (result == SAVE_DONE && has_identity(document)) {
        document_set_identity(document, scratch, id);
    }
    document_save_end(document, &save, result);
    return result;
}

static bool is_taken(Str id, const Str *taken, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        if (str_equal(taken[i], id)) {
            return true;
        }
    }
    return false;
}

// "a-case-2" without its number.
static Str stem_of(Str id) {
    ptrdiff_t len = id.len;
    while (len > 0 && id.text[len - 1] >= '0' && id.text[len - 1] <= '9') {
        len--;
    }
    bool numbered = len < id.len && len > 1 && id.text[len - 1] == '-';
    return numbered ? str_slice(id, 0, len - 1) : id;
}

Str document_new_id(Arena *arena, Str id, const Str *taken, int32_t count) {
    Str stem = scenario_is_slug(id) ? stem_of(id) : S("case");
    Str fresh = id;
    for (int32_t number = 2; str_equal(fresh, id) || is_taken(fresh, taken, count); number++) {
        Str end = str_format(arena, "-%d", number);
        fresh = str_format(arena, "%.*s%.*s", S_ARG(str_slice(stem, 0, LIMIT_SLUG - end.len)), S_ARG(end));
    }
    return fresh;
}

DocumentFileLook document_look_at_file(const Document *document) {
    Arena scratch = {0};
    Str bytes = {0};
    bool there = false;
    bool known = document->file.path.len > 0 && load(&scratch, document->file.path, &bytes, &there, NULL);
    DocumentFileLook look = document->file.path.len == 0             ? DOCUMENT_FILE_NONE
                            : !known                                 ? DOCUMENT_FILE_UNREADABLE
                            : !there                                 ? DOCUMENT_FILE_GONE
                            : str_equal(bytes, document->file.bytes) ? DOCUMENT_FILE_SAME
                                                                     : DOCUMENT_FILE_CHANGED;
    arena_finish(&scratch);
    return look;
}

static void take_bytes(Document *document, Arena *scratch, Str bytes, int64_t now_ms) {
    Operation all = {.kind = OPERATION_ALL, .json = bytes};
    (void)document_edit(document, scratch, &all, 1, &(Moment){.now_ms = now_ms});
    document->revisions.current->sealed = true;
}

bool document_take_file(Document *document, Arena *scratch, int64_t now_ms, Error *error) {
    DocumentFile file = {0};
    if (!file_load(&file.arena, document->file.path, LIMIT_FILE_BYTES, &file.bytes, error)) {
        arena_finish(&file.arena);
        return false;
    }
    take_bytes(document, scratch, file.bytes, now_ms);
    file.path = str_copy(&file.arena, document->file.path);
    file.saved = str_copy(&file.arena, document->reading.bytes);
    document_set_file(document, &file);
    return true;
}

static Str previous_path(Arena *arena, const Document *document) {
    return str_format(arena, "%.*s~", S_ARG(document->file.path));
}

bool document_has_previous(const Document *document) {
    Arena arena = {0};
    bool has = document->file.path.len > 0 && file_exists(previous_path(&arena, document));
    arena_finish(&arena);
    return has;
}

bool document_take_previous(Document *document, Arena *scratch, int64_t now_ms, Error *error) {
    Arena arena = {0};
    Str bytes = {0};
    bool loaded = file_load(&arena, previous_path(&arena, document), LIMIT_FILE_BYTES, &bytes, error);
    if (loaded) {
        take_bytes(document, scratch, bytes, now_ms);
    }
    arena_finish(&arena);
    return loaded;
}
