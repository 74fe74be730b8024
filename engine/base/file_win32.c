#include "base/file_win32.h"

#include "base/file.h"
#include "base/path.h"

#include <stdlib.h>

enum { CHUNK_BYTES = 64 * 1024, FOLDERS_MOST = 256 };

// From 1601, in tenths of a microsecond, to 1970, in microseconds.
static const int64_t EPOCH_US = INT64_C(11644473600000000);

// A file to be loaded.
typedef struct {
    Str path;
    ptrdiff_t most;   // bytes
    bool start_alone; // of a larger one the first bytes, else it is refused
} Wanted;

static bool load_standard_input(Arena *arena, Str path, ptrdiff_t most, Str *bytes, Error *error) {
    StrBuilder all = {.arena = arena};
    FileHandle input = GetStdHandle(STD_INPUT_HANDLE);
    char chunk[CHUNK_BYTES];
    ptrdiff_t len;
    while ((len = file_win32_read(input, chunk, CHUNK_BYTES)) > 0) {
        if (len > most - all.count) {
            return error_set(error, ERROR_TOO_LARGE, 0, path);
        }
        str_add(&all, (Str){chunk, len});
    }
    *bytes = str_built(&all);
    return len == 0 || file_win32_refuse_read(error, path);
}

// The first `size` bytes of a file, or as many as it has.
static bool read_start(Arena *arena, FileHandle file, ptrdiff_t size, Str *bytes) {
    char *text = arena_push(arena, char, size);
    ptrdiff_t len = 0;
    ptrdiff_t more = 1;
    while (len < size && more > 0) {
        more = file_win32_read(file, text + len, size - len);
        len += more > 0 ? more : 0;
    }
    *bytes = (Str){text, len};
    return more >= 0;
}

static bool load_opened(Arena *arena, FileHandle file, ptrdiff_t len, const Wanted *wanted, Str *bytes, Error *error) {
    if (len > wanted->most && !wanted->start_alone) {
        return error_set(error, ERROR_TOO_LARGE, 0, wanted->path);
    }
    return read_start(arena, file, len < wanted->most ? len : wanted->most, bytes) ||
           file_win32_refuse_read(error, wanted->path);
}

static bool load_path(Arena *arena, const Wanted *wanted, Str *bytes, Error *error) {
    ArenaMark mark = arena_mark(arena);
    ptrdiff_t len;
    FileHandle file = file_win32_open_regular(arena, wanted->path, &len, error);
    bool loaded = file && load_opened(arena, file, len, wanted, bytes, error);
    (void)file_win32_close(file, true);
    if (!loaded) {
        arena_rewind(arena, mark);
        *bytes = (Str){0};
    }
    return loaded;
}

bool file_load(Arena *arena, Str path, ptrdiff_t most, Str *bytes, Error *error) {
    ArenaMark mark = arena_mark(arena);
    if (!str_equal(path, S("-"))) {
        return load_path(arena, &(Wanted){.path = path, .most = most}, bytes, error);
    }
    bool loaded = load_standard_input(arena, path, most, bytes, error);
    if (!loaded) {
        arena_rewind(arena, mark);
        *bytes = (Str){0};
    }
    return loaded;
}

bool file_load_start(Arena *arena, Str path, ptrdiff_t most, Str *bytes, Error *error) {
    return load_path(arena, &(Wanted){.path = path, .most = most, .start_alone = true}, bytes, error);
}

static bool move_to(FileHandle file, int64_t place) {
    return SetFilePointerEx(file, (LARGE_INTEGER){.QuadPart = place}, NULL, FILE_BEGIN);
}

static bool cut(FileHandle file, int64_t len) {
    return move_to(file, len) && SetEndOfFile(file);
}

// Where the last whole line ends, -1: it cannot be read. A program that died within a line left it torn. Lines are
// short beside a chunk, but not always.
static int64_t find_whole(FileHandle file, int64_t size) {
    char chunk[4096];
    while (size > 0) {
        int64_t from = size > (int64_t)sizeof chunk ? size - (int64_t)sizeof chunk : 0;
        ptrdiff_t len = move_to(file, from) ? file_win32_read(file, chunk, (ptrdiff_t)(size - from)) : -1;
        if (len != size - from) {
            return -1;
        }
        while (len > 0 && chunk[len - 1] != '\n') {
            len--;
        }
        if (len > 0) {
            return from + len;
        }
        size = from;
    }
    return 0;
}

// Only what is said to be on the disk is: a failure to flush is final.
static bool append_open(FileHandle file, Str line) {
    LARGE_INTEGER size;
    if (!GetFileSizeEx(file, &size)) {
        return false;
    }
    int64_t whole = find_whole(file, size.QuadPart);
    if (whole < 0 || !(whole < size.QuadPart ? cut(file, whole) : move_to(file, whole))) {
        return false;
    }
    if (file_win32_write(file, line) && FlushFileBuffers(file)) {
        return true;
    }
    DWORD system = GetLastError();
    (void)cut(file, whole); // no torn line stays where that can be helped
    SetLastError(system);
    return false;
}

static bool has_attribute(const wchar_t *path, DWORD attribute) {
    DWORD attributes = GetFileAttributesW(path);
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & attribute) != 0;
}

static bool is_link(const wchar_t *path) {
    return has_attribute(path, FILE_ATTRIBUTE_REPARSE_POINT);
}

static FileHandle open_to_append(const wchar_t *path) {
    if (is_link(path)) {
        SetLastError(ERROR_ACCESS_DENIED);
        return NULL;
    }
    FileHandle file = file_win32_open(path, FILE_WIN32_EDIT);
    bool is_new = !file && GetLastError() == ERROR_FILE_NOT_FOUND;
    return is_new ? file_win32_open(path, FILE_WIN32_CREATE) : file;
}

bool file_append(Str path, Str line, Error *error) {
    Arena scratch = {0};
    const wchar_t *name = file_win32_path(&scratch, path);
    FileHandle file = name ? open_to_append(name) : NULL;
    bool appended = file && file_win32_close(file, append_open(file, line));
    arena_finish(&scratch);
    return appended || file_win32_refuse_write(error, path);
}

bool file_create(Str path, Error *error) {
    Arena scratch = {0};
    const wchar_t *name = file_win32_path(&scratch, path);
    FileHandle file = name ? file_win32_open(name, FILE_WIN32_CREATE) : NULL;
    bool made = file && file_win32_close(file, FlushFileBuffers(file));
    arena_finish(&scratch);
    return made || file_win32_refuse_write(error, path);
}

bool file_write(Str path, Str bytes, Error *error) {
    Arena scratch = {0};
    const wchar_t *name = file_win32_path(&scratch, path);
    FileHandle file = name ? file_win32_open(name, FILE_WIN32_REPLACE) : NULL;
    bool written = file && file_win32_close(file, file_win32_write(file, bytes));
    arena_finish(&scratch);
    return written || file_win32_refuse_write(error, path);
}

static int compare_names(const void *a, const void *b) {
    return str_compare(*(const Str *)a, *(const Str *)b);
}

// Half a character, which a name may hold here, cannot be said in UTF-8: such a name is passed over.
static Str narrow(Arena *arena, const wchar_t *wide) {
    int size = WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, wide, -1, NULL, 0, NULL, NULL);
    char *text = size > 0 ? arena_push(arena, char, size) : NULL;
    (void)WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, wide, -1, text, size, NULL, NULL);
    return (Str){text, size > 0 ? size - 1 : 0};
}

static bool list_open(Arena *arena, HANDLE entries, WIN32_FIND_DATAW *entry, Str suffix, FileList *names) {
    do {
        Str name = narrow(arena, entry->cFileName);
        bool itself = str_equal(name, S(".")) || str_equal(name, S(".."));
        if (name.len > 0 && !itself && path_ends(name, suffix)) {
            *rows_append(arena, names) = name;
        }
    } while (FindNextFileW(entries, entry));
    return GetLastError() == ERROR_NO_MORE_FILES;
}

bool file_list(Arena *arena, Str folder, Str suffix, FileList *names, Error *error) {
    *names = (FileList){0};
    Arena scratch = {0};
    WIN32_FIND_DATAW entry;
    const wchar_t *pattern = file_win32_path(&scratch, path_join(&scratch, folder, S("*")));
    HANDLE entries = pattern ? FindFirstFileW(pattern, &entry) : INVALID_HANDLE_VALUE;
    bool there = entries != INVALID_HANDLE_VALUE;
    DWORD system = GetLastError();
    arena_finish(&scratch);
    if (!there) {
        SetLastError(system);
        return system == ERROR_FILE_NOT_FOUND || (system == ERROR_PATH_NOT_FOUND && !file_exists(folder)) ||
               file_win32_refuse_read(error, folder);
    }
    bool listed = list_open(arena, entries, &entry, suffix, names);
    system = GetLastError();
    (void)FindClose(entries);
    if (names->count > 0) {
        qsort(names->rows, (size_t)names->count, sizeof *names->rows, compare_names);
    }
    SetLastError(system);
    return listed || file_win32_refuse_read(error, folder);
}

// What a path leads to, links followed.
static bool look_behind(Str path, BY_HANDLE_FILE_INFORMATION *about) {
    Arena scratch = {0};
    const wchar_t *name = file_win32_path(&scratch, path);
    DWORD shared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    HANDLE file =
        name ? CreateFileW(name, FILE_READ_ATTRIBUTES, shared, NULL, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL)
             : INVALID_HANDLE_VALUE;
    bool there = file != INVALID_HANDLE_VALUE && GetFileInformationByHandle(file, about);
    if (file != INVALID_HANDLE_VALUE) {
        (void)CloseHandle(file);
    }
    arena_finish(&scratch);
    return there;
}

bool file_is_folder(Str path) {
    BY_HANDLE_FILE_INFORMATION about;
    return look_behind(path, &about) && (about.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

bool file_look(Str path, FileLook *look) {
    BY_HANDLE_FILE_INFORMATION about;
    bool regular = look_behind(path, &about) && (about.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) == 0;
    if (regular) {
        int64_t changed = (int64_t)about.ftLastWriteTime.dwHighDateTime << 32 | about.ftLastWriteTime.dwLowDateTime;
        look->len = (int64_t)about.nFileSizeHigh << 32 | about.nFileSizeLow;
        look->changed_us = changed / 10 - EPOCH_US;
    }
    return regular;
}

bool file_set_changed(Str path, int64_t changed_us, Error *error) {
    Arena scratch = {0};
    int64_t changed = (changed_us + EPOCH_US) * 10;
    FILETIME time = {.dwLowDateTime = (DWORD)changed, .dwHighDateTime = (DWORD)(changed >> 32)};
    const wchar_t *name = file_win32_path(&scratch, path);
    FileHandle file = name ? file_win32_open(name, FILE_WIN32_EDIT) : NULL;
    bool done = file && file_win32_close(file, SetFileTime(file, NULL, NULL, &time));
    arena_finish(&scratch);
    return done || file_win32_refuse_write(error, path);
}

bool file_exists(Str path) {
    Arena scratch = {0};
    const wchar_t *name = file_win32_path(&scratch, path);
    bool there = name && GetFileAttributesW(name) != INVALID_FILE_ATTRIBUTES;
    arena_finish(&scratch);
    return there;
}

bool file_is_link(Str path) {
    Arena scratch = {0};
    const wchar_t *name = file_win32_path(&scratch, path);
    bool is = name && is_link(name);
    arena_finish(&scratch);
    return is;
}

bool file_is_same(Str a, Str b) {
    BY_HANDLE_FILE_INFORMATION one, other;
    return look_behind(a, &one) && look_behind(b, &other) && one.dwVolumeSerialNumber == other.dwVolumeSerialNumber &&
           one.nFileIndexHigh == other.nFileIndexHigh && one.nFileIndexLow == other.nFileIndexLow;
}

// The innermost first, until one stands; then those that were missing.
static bool make_folders(Arena *scratch, Str path) {
    Str missing[FOLDERS_MOST];
    int32_t count = 0;
    for (Str folder = path; !file_exists(folder) && count < FOLDERS_MOST; folder = path_folder(folder)) {
        missing[count++] = folder;
    }
    while (count > 0) {
        const wchar_t *name = file_win32_path(scratch, missing[--count]);
        if (!name || (!CreateDirectoryW(name, NULL) && GetLastError() != ERROR_ALREADY_EXISTS)) {
            return false;
        }
    }
    return true;
}

// Whether something that is no folder stands there, or where a folder above it is to be.
static bool is_taken(Str path) {
    for (int32_t i = 0; i < FOLDERS_MOST && !file_exists(path); i++) {
        path = path_folder(path);
    }
    return file_exists(path) && !file_is_folder(path);
}

bool file_make_folder(Str path, Error *error) {
    Arena scratch = {0};
    bool made = make_folders(&scratch, path) || file_win32_refuse_write(error, path);
    arena_finish(&scratch);
    return is_taken(path) ? error_set(error, ERROR_NOT_A_FOLDER, 0, path) : made;
}

bool file_is_shared(Str path) {
    (void)path;
    return false;
}

// A folder of a person's own profile is shut to the others by the system.
bool file_make_private(Str path, Error *error) {
    return file_make_folder(path, error);
}

static bool overwrite(FileHandle file) {
    static const char ZEROS[4096];
    LARGE_INTEGER size;
    if (!GetFileSizeEx(file, &size)) {
        return false;
    }
    for (int64_t left = size.QuadPart; left > 0; left -= (int64_t)sizeof ZEROS) {
        ptrdiff_t len = left < (int64_t)sizeof ZEROS ? (ptrdiff_t)left : (ptrdiff_t)sizeof ZEROS;
        if (!file_win32_write(file, (Str){ZEROS, len})) {
            return false;
        }
    }
    return FlushFileBuffers(file);
}

// The name goes even when the bytes could not be overwritten: what is said to be erased is not to be found again.
static bool erase(const wchar_t *path) {
    DWORD attributes = GetFileAttributesW(path);
    if (attributes == INVALID_FILE_ATTRIBUTES) {
        return file_win32_is_absent(GetLastError());
    }
    bool link_itself = (attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
    FileHandle file = link_itself ? NULL : file_win32_open(path, FILE_WIN32_OVERWRITE);
    bool overwritten = link_itself || (file && file_win32_close(file, overwrite(file)));
    DWORD system = GetLastError();
    if (!file_win32_delete(path)) {
        return false;
    }
    SetLastError(system);
    return overwritten;
}

bool file_erase(Str path, Error *error) {
    Arena scratch = {0};
    const wchar_t *name = file_win32_path(&scratch, path);
    bool erased = name && erase(name);
    arena_finish(&scratch);
    return erased || file_win32_refuse_write(error, path);
}

bool file_rename(Str path, Str name, Error *error) {
    Arena scratch = {0};
    Str target = path_join(&scratch, path_folder(path), name);
    const wchar_t *from = file_win32_path(&scratch, path);
    const wchar_t *to = file_win32_path(&scratch, target);
    bool renamed = from && to && erase(to) && file_win32_move(from, to);
    arena_finish(&scratch);
    return renamed || file_win32_refuse_write(error, path);
}
