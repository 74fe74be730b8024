#include "base/file_win32.h"

#include "base/file.h"

struct FileLock {
    FileHandle file;
};

// A range far behind all bytes is held: what stands in the file can be read and written all the same.
static bool hold(FileHandle file) {
    OVERLAPPED range = {.OffsetHigh = 1u << 30};
    return LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &range) != 0;
}

static FileHandle open_to_lock(const wchar_t *path) {
    FileHandle file = file_win32_open(path, FILE_WIN32_EDIT);
    bool is_new = !file && GetLastError() == ERROR_FILE_NOT_FOUND;
    file = is_new ? file_win32_open(path, FILE_WIN32_CREATE) : file;
    bool meanwhile = is_new && !file && GetLastError() == ERROR_FILE_EXISTS;
    return meanwhile ? file_win32_open(path, FILE_WIN32_EDIT) : file;
}

FileLock *file_lock(Arena *arena, Str path, Error *error) {
    Arena scratch = {0};
    const wchar_t *name = file_win32_path(&scratch, path);
    FileHandle file = name ? open_to_lock(name) : NULL;
    arena_finish(&scratch);
    if (!file) {
        (void)file_win32_refuse_write(error, path);
        return NULL;
    }
    if (!hold(file)) {
        bool held = GetLastError() == ERROR_LOCK_VIOLATION || GetLastError() == ERROR_IO_PENDING;
        (void)(held || file_win32_refuse_write(error, path));
        (void)file_win32_close(file, true);
        return NULL;
    }
    FileLock *lock = arena_push(arena, FileLock, 1);
    lock->file = file;
    return lock;
}

void file_unlock(FileLock *lock) {
    if (lock) {
        (void)file_win32_close(lock->file, true);
    }
}
