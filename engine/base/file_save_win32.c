#include "base/file_win32.h"

#include "base/file.h"

#include <wchar.h>

enum { LOCK_MS = 2000 }; // of waiting for another program to finish saving

typedef struct {
    Str path;
    Str head;              // of what is to stand there
    const FileDraft *rest; // of it, NULL: nothing
} Wanted;

// Where a file is saved.
typedef struct {
    const wchar_t *file; // the file itself, behind all links
    const wchar_t
        *fresh; // its new version while that is written: one fixed name, so that a crash leaves one copy at most
    const wchar_t *kept; // the version before
} Place;

static const wchar_t *join(Arena *arena, const wchar_t *a, ptrdiff_t a_len, const wchar_t *b, const wchar_t *c) {
    ptrdiff_t b_len = (ptrdiff_t)wcslen(b), c_len = (ptrdiff_t)wcslen(c);
    wchar_t *joined = arena_push(arena, wchar_t, a_len + b_len + c_len + 1);
    wmemcpy(joined, a, (size_t)a_len);
    wmemcpy(joined + a_len, b, (size_t)b_len);
    wmemcpy(joined + a_len + b_len, c, (size_t)c_len + 1);
    return joined;
}

// A file that is there is told by its final name; one that is not stands where the path says.
static const wchar_t *follow_links(Arena *arena, const wchar_t *path) {
    FileHandle file = file_win32_open(path, FILE_WIN32_READ);
    DWORD room = file ? GetFinalPathNameByHandleW(file, NULL, 0, FILE_NAME_NORMALIZED) : 0;
    wchar_t *final = arena_push(arena, wchar_t, (ptrdiff_t)room + 1);
    DWORD len = room > 0 ? GetFinalPathNameByHandleW(file, final, room + 1, FILE_NAME_NORMALIZED) : 0;
    (void)file_win32_close(file, true);
    return len > 0 && len <= room ? final : path;
}

static bool find_place(Arena *arena, Str path, Place *place) {
    const wchar_t *name = file_win32_path(arena, path);
    if (!name) {
        return false;
    }
    place->file = follow_links(arena, name);
    const wchar_t *last = wcsrchr(place->file, L'\\') + 1;
    if (*last == L'\0') {
        SetLastError(ERROR_INVALID_NAME);
        return false;
    }
    const wchar_t *fresh = join(arena, L".", 1, last, L".palabre-new");
    place->fresh = join(arena, place->file, last - place->file, fresh, L"");
    place->kept = join(arena, place->file, (ptrdiff_t)wcslen(place->file), L"~", L"");
    return true;
}

// Two programs of this account that save in one place take turns, or one would rename what the other has not finished
// writing. The name of the lock is made of the path's, for it may be longer than names of locks are.
static HANDLE take_turn(const Place *place) {
    uint64_t hash = UINT64_C(0xCBF29CE484222325);
    for (const wchar_t *c = place->fresh; *c != L'\0'; c++) {
        hash = (hash ^ (uint64_t)towlower(*c)) * UINT64_C(0x100000001B3);
    }
    wchar_t name[48];
    (void)swprintf(name, sizeof name / sizeof *name, L"Local\\palabre-save-%016llx", (unsigned long long)hash);
    HANDLE turn = CreateMutexW(NULL, FALSE, name);
    DWORD outcome = turn ? WaitForSingleObject(turn, LOCK_MS) : WAIT_FAILED;
    if (outcome == WAIT_OBJECT_0 || outcome == WAIT_ABANDONED) {
        return turn;
    }
    (void)file_win32_close(turn, true);
    SetLastError(ERROR_SHARING_VIOLATION);
    return NULL;
}

// A second name for the old version; a copy where files have one name only, as on a USB stick.
static bool keep_old(const Place *place) {
    if (!file_win32_delete(place->kept) && !file_win32_is_absent(GetLastError())) {
        return false;
    }
    return CreateHardLinkW(place->kept, place->file, NULL) || CopyFileW(place->file, place->kept, TRUE);
}

static bool write_fresh(const Place *place, const Wanted *wanted) {
    (void)file_win32_delete(place->fresh);
    FileHandle file = file_win32_open(place->fresh, FILE_WIN32_CREATE);
    bool written = file && file_win32_write(file, wanted->head) && file_win32_pour_draft(wanted->rest, file);
    return file_win32_close(file, written && FlushFileBuffers(file));
}

// ReplaceFile keeps who may read the old version, and when it was made; a disk that knows neither refuses it.
static bool put_in_place(const Place *place, bool is_new) {
    DWORD flags = REPLACEFILE_IGNORE_MERGE_ERRORS | REPLACEFILE_IGNORE_ACL_ERRORS;
    return (!is_new && ReplaceFileW(place->file, place->fresh, NULL, flags, NULL, NULL)) ||
           file_win32_move(place->fresh, place->file);
}

// Flushing the file flushes the log of names with it.
static bool flush(const Place *place) {
    FileHandle file = file_win32_open(place->file, FILE_WIN32_EDIT);
    return file && file_win32_close(file, FlushFileBuffers(file));
}

static bool replace(const Place *place, const Wanted *wanted, Error *error) {
    DWORD attributes = GetFileAttributesW(place->file);
    bool is_new = attributes == INVALID_FILE_ATTRIBUTES;
    if (!is_new && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0) {
        return error_set(error, ERROR_NOT_A_FILE, 0, wanted->path);
    }
    if (!is_new && (attributes & FILE_ATTRIBUTE_READONLY) != 0) {
        SetLastError(ERROR_ACCESS_DENIED);
        return file_win32_refuse_write(error, wanted->path);
    }
    if (!write_fresh(place, wanted) || !(is_new || keep_old(place)) || !put_in_place(place, is_new)) {
        DWORD system = GetLastError();
        (void)DeleteFileW(place->fresh);
        SetLastError(system);
        return file_win32_refuse_write(error, wanted->path);
    }
    return flush(place) || file_win32_refuse_write(error, wanted->path);
}

bool file_save_draft(Str path, Str head, const FileDraft *rest, Error *error) {
    Arena scratch = {0};
    Place place = {0};
    HANDLE turn = find_place(&scratch, path, &place) ? take_turn(&place) : NULL;
    bool saved = turn ? replace(&place, &(Wanted){path, head, rest}, error) : file_win32_refuse_write(error, path);
    if (turn) {
        (void)ReleaseMutex(turn);
        (void)CloseHandle(turn);
    }
    arena_finish(&scratch);
    return saved;
}

bool file_save(Str path, Str bytes, Error *error) {
    return file_save_draft(path, bytes, NULL, error);
}
