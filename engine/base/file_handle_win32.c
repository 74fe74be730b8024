#include "base/file_win32.h"

#include <string.h>
#include <wchar.h>

enum { CHUNK_BYTES = 64 * 1024, ONCE_BYTES = 1 << 30 };
enum { DISK_QUOTA_EXCEEDED = 1295 }; // which the headers of mingw-w64 10 do not name

// clang-format off
static const struct {
    DWORD system;
    ErrorCode code;
} CODES[] = {
    {ERROR_FILE_NOT_FOUND, ERROR_NOT_FOUND},
    {ERROR_PATH_NOT_FOUND, ERROR_NOT_FOUND},
    {ERROR_INVALID_NAME, ERROR_NOT_FOUND},
    {ERROR_BAD_NETPATH, ERROR_NOT_FOUND},
    {ERROR_BAD_NET_NAME, ERROR_NOT_FOUND},
    {ERROR_INVALID_DRIVE, ERROR_NOT_FOUND},
    {ERROR_NOT_READY, ERROR_NOT_FOUND},      // a drive without its stick
    {ERROR_DIRECTORY, ERROR_NOT_FOUND},      // a file where a folder is meant
    {ERROR_ACCESS_DENIED, ERROR_NOT_READABLE},
    {ERROR_SHARING_VIOLATION, ERROR_HELD},
    {ERROR_LOCK_VIOLATION, ERROR_HELD},
    {ERROR_WRITE_PROTECT, ERROR_NOT_WRITABLE},
    {SYSTEM_DISK_FULL, ERROR_DISK_FULL},
    {ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL},
    {DISK_QUOTA_EXCEEDED, ERROR_DISK_FULL},
};
// clang-format on

// A lack of permission is told as one to read: who writes says the other.
static ErrorCode code_of(DWORD system) {
    for (int32_t i = 0; i < COUNT(CODES); i++) {
        if (CODES[i].system == system) {
            return CODES[i].code;
        }
    }
    return ERROR_SYSTEM;
}

bool file_win32_refuse_read(Error *error, Str path) {
    DWORD system = GetLastError();
    return error_set(error, code_of(system), (int)system, path);
}

bool file_win32_refuse_write(Error *error, Str path) {
    DWORD system = GetLastError();
    ErrorCode code = code_of(system);
    return error_set(error, code == ERROR_NOT_READABLE ? ERROR_NOT_WRITABLE : code, (int)system, path);
}

bool file_win32_is_absent(DWORD system) {
    return code_of(system) == ERROR_NOT_FOUND;
}

static wchar_t *widen(Arena *arena, Str path) {
    bool fits = path.len > 0 && path.len < INT16_MAX && !memchr(path.text, '\0', (size_t)path.len);
    int count = fits ? MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path.text, (int)path.len, NULL, 0) : 0;
    if (count == 0) {
        SetLastError(ERROR_INVALID_NAME);
        return NULL;
    }
    wchar_t *wide = arena_push(arena, wchar_t, count + 1);
    (void)MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path.text, (int)path.len, wide, count);
    return wide;
}

// Names with this prefix are taken as they stand, so it comes before a path that is whole: without dots, with
// backslashes. A share has its own; a device has one already.
static const wchar_t *prefix_of(const wchar_t **full) {
    if (wcsncmp(*full, L"\\\\.\\", 4) == 0 || wcsncmp(*full, L"\\\\?\\", 4) == 0) {
        return L"";
    }
    if (wcsncmp(*full, L"\\\\", 2) == 0) {
        *full += 2;
        return L"\\\\?\\UNC\\";
    }
    return L"\\\\?\\";
}

wchar_t *file_win32_path(Arena *arena, Str path) {
    wchar_t *wide = widen(arena, path);
    DWORD room = wide ? GetFullPathNameW(wide, 0, NULL, NULL) : 0;
    if (room == 0) {
        return NULL;
    }
    wchar_t *full = arena_push(arena, wchar_t, room);
    if (GetFullPathNameW(wide, room, full, NULL) >= room) { // the working folder is another by now
        SetLastError(ERROR_PATH_NOT_FOUND);
        return NULL;
    }
    const wchar_t *rest = full;
    const wchar_t *prefix = prefix_of(&rest);
    size_t before = wcslen(prefix);
    wchar_t *whole = arena_push(arena, wchar_t, (ptrdiff_t)(before + wcslen(rest) + 1));
    wmemcpy(whole, prefix, before);
    wmemcpy(whole + before, rest, wcslen(rest) + 1);
    return whole;
}

// Whether what the system has just refused is to be tried once more. `tries` begins at 0.
static bool wait_for_others(int32_t *tries) {
    enum { TRIES = 10, STEP_MS = 25 }; // as long as SQLite does for its files
    DWORD system = GetLastError();
    bool held = system == ERROR_SHARING_VIOLATION || system == ERROR_LOCK_VIOLATION || system == ERROR_ACCESS_DENIED;
    if (!held || *tries == TRIES) {
        return false;
    }
    Sleep((DWORD)(STEP_MS * ++*tries));
    return true;
}

bool file_win32_delete(const wchar_t *path) {
    int32_t tries = 0;
    bool deleted;
    do {
        deleted = DeleteFileW(path);
    } while (!deleted && wait_for_others(&tries));
    return deleted;
}

bool file_win32_move(const wchar_t *from, const wchar_t *to) {
    int32_t tries = 0;
    bool moved;
    do {
        moved = MoveFileExW(from, to, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
    } while (!moved && wait_for_others(&tries));
    return moved;
}

FileHandle file_win32_open(const wchar_t *path, FileWin32Way way) {
    // clang-format off
    static const struct {
        DWORD access, creation, flags;
    } WAYS[] = {
        [FILE_WIN32_READ] = {GENERIC_READ, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS},
        [FILE_WIN32_READ_ITSELF] = {GENERIC_READ, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT},
        [FILE_WIN32_OVERWRITE] = {GENERIC_WRITE | DELETE, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT},
        [FILE_WIN32_EDIT] = {GENERIC_READ | GENERIC_WRITE, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT},
        [FILE_WIN32_CREATE] = {GENERIC_READ | GENERIC_WRITE, CREATE_NEW, FILE_ATTRIBUTE_NORMAL},
        [FILE_WIN32_REPLACE] = {GENERIC_WRITE, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL},
    };
    // clang-format on
    // Whoever else has it may read it, write it and take it away, as on other systems.
    DWORD shared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    int32_t tries = 0;
    HANDLE file;
    do {
        file = CreateFileW(path, WAYS[way].access, shared, NULL, WAYS[way].creation, WAYS[way].flags, NULL);
    } while (file == INVALID_HANDLE_VALUE && GetLastError() != ERROR_ACCESS_DENIED && wait_for_others(&tries));
    return file == INVALID_HANDLE_VALUE ? NULL : file;
}

// The length of a regular file, -1 for anything else that was opened.
static ptrdiff_t regular_len(FileHandle file) {
    BY_HANDLE_FILE_INFORMATION about;
    bool regular = GetFileType(file) == FILE_TYPE_DISK && GetFileInformationByHandle(file, &about) &&
                   (about.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) == 0;
    return regular ? (ptrdiff_t)about.nFileSizeHigh << 32 | (ptrdiff_t)about.nFileSizeLow : -1;
}

FileHandle file_win32_open_regular(Arena *scratch, Str path, ptrdiff_t *len, Error *error) {
    ArenaMark mark = arena_mark(scratch);
    const wchar_t *name = file_win32_path(scratch, path);
    FileHandle file = name ? file_win32_open(name, FILE_WIN32_READ) : NULL;
    arena_rewind(scratch, mark);
    if (!file) {
        (void)file_win32_refuse_read(error, path);
        return NULL;
    }
    *len = regular_len(file);
    if (*len >= 0) {
        return file;
    }
    (void)file_win32_close(file, true);
    (void)error_set(error, ERROR_NOT_A_FILE, 0, path);
    return NULL;
}

ptrdiff_t file_win32_read(FileHandle file, char *bytes, ptrdiff_t room) {
    DWORD len = 0;
    DWORD most = room < ONCE_BYTES ? (DWORD)room : ONCE_BYTES;
    bool read = ReadFile(file, bytes, most, &len, NULL) || GetLastError() == ERROR_BROKEN_PIPE; // its end
    return read ? (ptrdiff_t)len : -1;
}

bool file_win32_write(FileHandle file, Str bytes) {
    while (bytes.len > 0) {
        DWORD len = 0;
        DWORD most = bytes.len < ONCE_BYTES ? (DWORD)bytes.len : ONCE_BYTES;
        if (!WriteFile(file, bytes.text, most, &len, NULL)) {
            return false;
        }
        bytes = str_slice(bytes, (ptrdiff_t)len, bytes.len);
    }
    return true;
}

bool file_win32_pour(FileHandle from, FileHandle to, ptrdiff_t most) {
    char chunk[CHUNK_BYTES];
    ptrdiff_t len;
    while ((len = file_win32_read(from, chunk, most < CHUNK_BYTES ? most : CHUNK_BYTES)) > 0) {
        if (!file_win32_write(to, (Str){chunk, len})) {
            return false;
        }
        most -= len;
    }
    return len == 0;
}

bool file_win32_close(FileHandle file, bool written) {
    DWORD system = GetLastError();
    bool closed = file == NULL || CloseHandle(file);
    SetLastError(written ? GetLastError() : system);
    return written && closed;
}
