#include "base/file_draft.h"

#include "base/file_win32.h"

enum { STEP_BYTES = 512 * 1024 }; // that are read before memory is given back

struct FileDraft {
    FileHandle file;
    DWORD system; // the first failure
    ptrdiff_t len;
    HANDLE mapping;   // NULL: it is not in memory
    Str text;         // where it is in memory, as long as it is
    ptrdiff_t passed; // bytes of it, by who reads it
};

static bool name_temporary(wchar_t name[MAX_PATH]) {
    wchar_t folder[MAX_PATH + 1];
    DWORD len = GetTempPathW(MAX_PATH + 1, folder);
    return len > 0 && len <= MAX_PATH && GetTempFileNameW(folder, L"pal", 0, name) != 0;
}

// Nobody else may open it, and it goes with its handle, however the program ends.
static FileHandle open_temporary(const wchar_t *name) {
    HANDLE file = CreateFileW(name, GENERIC_READ | GENERIC_WRITE | DELETE, 0, NULL, OPEN_EXISTING,
                              FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, NULL);
    return file == INVALID_HANDLE_VALUE ? NULL : file;
}

FileDraft *file_draft_begin(Arena *arena) {
    wchar_t name[MAX_PATH];
    FileDraft *draft = arena_push(arena, FileDraft, 1);
    draft->file = name_temporary(name) ? open_temporary(name) : NULL;
    return draft->file ? draft : NULL;
}

FileDraft *file_draft_receive(Arena *arena, bool (*write)(const void *context, Str path), const void *context) {
    wchar_t name[MAX_PATH];
    char path[3 * MAX_PATH];
    if (!name_temporary(name) || WideCharToMultiByte(CP_UTF8, 0, name, -1, path, sizeof path, NULL, NULL) == 0) {
        return NULL;
    }
    FileDraft *draft = arena_push(arena, FileDraft, 1);
    LARGE_INTEGER size = {0};
    bool written = write(context, str_from_c(path));
    draft->file = open_temporary(name);
    if (draft->file && written && GetFileSizeEx(draft->file, &size)) {
        draft->len = (ptrdiff_t)size.QuadPart;
        return draft;
    }
    (void)file_win32_close(draft->file, true);
    return NULL;
}

static void forget_text(FileDraft *draft) {
    if (draft->text.len > 0) {
        (void)UnmapViewOfFile(draft->text.text);
    }
    (void)file_win32_close(draft->mapping, true);
    draft->mapping = NULL;
    draft->text = (Str){0};
    draft->passed = 0;
}

void file_draft_add(FileDraft *draft, Str bytes) {
    forget_text(draft);
    if (draft->system == 0 && !file_win32_write(draft->file, bytes)) {
        draft->system = GetLastError();
    }
    draft->len += bytes.len;
}

ptrdiff_t file_draft_len(const FileDraft *draft) {
    return draft ? draft->len : 0;
}

static bool take_file(FileDraft *draft, FileHandle file, ptrdiff_t len) {
    LARGE_INTEGER size = {0};
    bool taken = file_win32_pour(file, draft->file, len) && GetFileSizeEx(draft->file, &size);
    draft->len = taken ? (ptrdiff_t)size.QuadPart : 0;
    return taken;
}

FileDraft *file_draft_load(Arena *arena, Str path, ptrdiff_t most, Error *error) {
    ptrdiff_t len;
    FileHandle file = file_win32_open_regular(arena, path, &len, error);
    if (!file) {
        return NULL;
    }
    FileDraft *draft = NULL;
    if (len > most) {
        (void)error_set(error, ERROR_TOO_LARGE, 0, path);
    } else if ((draft = file_draft_begin(arena)) == NULL || !take_file(draft, file, len)) {
        (void)file_win32_refuse_read(error, path);
        file_draft_close(draft);
        draft = NULL;
    }
    (void)file_win32_close(file, true);
    return draft;
}

Str file_draft_text(FileDraft *draft) {
    if (draft->text.len == 0 && draft->len > 0 && draft->system == 0) {
        draft->mapping = CreateFileMappingW(draft->file, NULL, PAGE_READONLY, 0, 0, NULL);
        const char *text = draft->mapping ? MapViewOfFile(draft->mapping, FILE_MAP_READ, 0, 0, 0) : NULL;
        draft->text = text ? (Str){text, draft->len} : (Str){0};
    }
    return draft->text;
}

void file_draft_pass(FileDraft *draft, Str rest) {
    ptrdiff_t at = draft ? (ptrdiff_t)((uintptr_t)rest.text - (uintptr_t)draft->text.text) : -1;
    if (at < 0 || at > draft->text.len) {
        return;
    }
    if (at < draft->passed) { // by another reader
        draft->passed = at;
    } else if (at - draft->passed >= STEP_BYTES) {
        draft->passed = at;
        (void)VirtualUnlock((void *)(uintptr_t)draft->text.text, (size_t)draft->text.len); // out of the working set
    }
}

bool file_win32_pour_draft(const FileDraft *draft, FileHandle file) {
    if (!draft) {
        return true;
    }
    SetLastError(draft->system);
    return draft->system == 0 && SetFilePointerEx(draft->file, (LARGE_INTEGER){0}, NULL, FILE_BEGIN) &&
           file_win32_pour(draft->file, file, draft->len);
}

void file_draft_close(FileDraft *draft) {
    if (draft) {
        forget_text(draft);
        (void)file_win32_close(draft->file, true);
    }
}
