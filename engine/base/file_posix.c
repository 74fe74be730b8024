#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "base/file.h"

#include "base/file_inside.h"
#include "base/path.h"
#include "base/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    CHUNK_BYTES = 64 * 1024,
    PRIVATE_MODE = 0600,
    PRIVATE_FOLDER_MODE = 0700,
    SHARED_MODE = 0666 // less what the account's mask takes away
};

// clang-format off
static const struct {
    int system;
    ErrorCode code;
} CODES[] = {
    {ENOENT, ERROR_NOT_FOUND},
    {ENOTDIR, ERROR_NOT_FOUND},
    {EISDIR, ERROR_NOT_A_FILE},
    {EACCES, ERROR_NOT_READABLE},
    {EPERM, ERROR_NOT_READABLE},
    {EROFS, ERROR_NOT_WRITABLE},
    {ENOSPC, ERROR_DISK_FULL},
#ifdef EDQUOT
    {EDQUOT, ERROR_DISK_FULL},
#endif
};
// clang-format on

// A lack of permission is told as one to read: who writes says the other.
static ErrorCode code_of(int system) {
    for (int32_t i = 0; i < COUNT(CODES); i++) {
        if (CODES[i].system == system) {
            return CODES[i].code;
        }
    }
    return ERROR_SYSTEM;
}

bool file_inside_refuse_read(Error *error, int system, Str path) {
    return error_set(error, code_of(system), system, path);
}

bool file_inside_refuse_write(Error *error, int system, Str path) {
    ErrorCode code = code_of(system);
    return error_set(error, code == ERROR_NOT_READABLE ? ERROR_NOT_WRITABLE : code, system, path);
}

const char *file_inside_path(Arena *arena, Str path) {
    if (path.len <= 0 || memchr(path.text, '\0', (size_t)path.len)) { // less than 0: never, but gcc 12 fears it
        errno = ENOENT;
        return NULL;
    }
    return str_to_c(arena, path);
}

// A file to be loaded.
typedef struct {
    Str path;
    ptrdiff_t most;   // bytes
    bool start_alone; // of a larger one the first bytes, else it is refused
} Wanted;

int file_inside_open(Arena *scratch, Str path, int flags) {
    ArenaMark mark = arena_mark(scratch);
    const char *name = file_inside_path(scratch, path);
    int file = name ? open(name, flags | O_RDONLY | O_CLOEXEC | O_NOCTTY) : -1;
    int system = errno;
    arena_rewind(scratch, mark);
    errno = system;
    return file;
}

ptrdiff_t file_inside_read(int file, char *bytes, ptrdiff_t room) {
    ssize_t len;
    do {
        len = read(file, bytes, (size_t)room);
    } while (len < 0 && errno == EINTR);
    return len;
}

bool file_inside_write(int file, Str bytes) {
    while (bytes.len > 0) {
        ssize_t len = write(file, bytes.text, (size_t)bytes.len);
        if (len < 0 && errno != EINTR) {
            return false;
        }
        bytes = str_slice(bytes, len, bytes.len);
    }
    return true;
}

bool file_inside_pour(int from, int to, ptrdiff_t most) {
    char chunk[CHUNK_BYTES];
    ptrdiff_t len;
    while ((len = file_inside_read(from, chunk, most < CHUNK_BYTES ? most : CHUNK_BYTES)) > 0) {
        if (!file_inside_write(to, (Str){chunk, len})) {
            return false;
        }
        most -= len;
    }
    return len == 0;
}

bool file_inside_close(int file, bool written) {
    int system = errno;
    bool closed = close(file) == 0;
    errno = written ? errno : system;
    return written && closed;
}

int file_inside_create(const char *path) {
    return open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, PRIVATE_MODE);
}

static bool load_standard_input(Arena *arena, Str path, ptrdiff_t most, Str *bytes, Error *error) {
    StrBuilder all = {.arena = arena};
    char chunk[CHUNK_BYTES];
    ptrdiff_t len;
    while ((len = file_inside_read(STDIN_FILENO, chunk, CHUNK_BYTES)) > 0) {
        if (len > most - all.count) {
            return error_set(error, ERROR_TOO_LARGE, 0, path);
        }
        str_add(&all, (Str){chunk, len});
    }
    *bytes = str_built(&all);
    return len == 0 || file_inside_refuse_read(error, errno, path);
}

// The first `size` bytes of a file, or as many as it has.
static bool read_start(Arena *arena, int file, ptrdiff_t size, Str *bytes) {
    char *text = arena_push(arena, char, size);
    ptrdiff_t len = 0;
    ssize_t more = 1;
    while (len < size && more > 0) {
        more = file_inside_read(file, text + len, size - len);
        len += more > 0 ? more : 0;
    }
    *bytes = (Str){text, len};
    return more >= 0;
}

// O_NONBLOCK, for opening a pipe would wait until somebody writes to it.
int file_inside_open_regular(Arena *scratch, Str path, ptrdiff_t *len, Error *error) {
    struct stat about;
    int file = file_inside_open(scratch, path, O_NONBLOCK);
    bool known = file >= 0 && fstat(file, &about) == 0;
    if (known && S_ISREG(about.st_mode)) {
        *len = about.st_size;
        return file;
    }
    (void)(known ? error_set(error, ERROR_NOT_A_FILE, 0, path) : file_inside_refuse_read(error, errno, path));
    if (file >= 0) {
        close(file);
    }
    return -1;
}

static bool load_opened(Arena *arena, int file, ptrdiff_t len, const Wanted *wanted, Str *bytes, Error *error) {
    if (len > wanted->most && !wanted->start_alone) {
        return error_set(error, ERROR_TOO_LARGE, 0, wanted->path);
    }
    return read_start(arena, file, len < wanted->most ? len : wanted->most, bytes) ||
           file_inside_refuse_read(error, errno, wanted->path);
}

static bool load_path(Arena *arena, const Wanted *wanted, Str *bytes, Error *error) {
    ArenaMark mark = arena_mark(arena);
    ptrdiff_t len;
    int file = file_inside_open_regular(arena, wanted->path, &len, error);
    bool loaded = file >= 0 && load_opened(arena, file, len, wanted, bytes, error);
    if (file >= 0) {
        close(file);
    }
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

// A new name is on the disk once its folder is.
static bool sync_folder(Arena *scratch, Str path) {
    int folder = file_inside_open(scratch, path_folder(path), O_DIRECTORY);
    bool synced = folder >= 0 && (fsync(folder) == 0 || errno == EINVAL);
    int system = errno;
    if (folder >= 0) {
        close(folder);
    }
    errno = system;
    return synced;
}

// Where the last whole line ends: a program that died within one left it torn. Lines are short beside a chunk, but not
// always.
static off_t find_whole(int file, off_t size) {
    char chunk[4096];
    while (size > 0) {
        off_t from = size > (off_t)sizeof chunk ? size - (off_t)sizeof chunk : 0;
        ssize_t len = pread(file, chunk, (size_t)(size - from), from);
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

static bool append_open(int file, Str line) {
    struct stat about;
    if (fstat(file, &about) != 0) {
        return false;
    }
    if (!S_ISREG(about.st_mode)) {
        errno = EISDIR;
        return false;
    }
    off_t whole = find_whole(file, about.st_size);
    if (whole < 0 || (whole < about.st_size && ftruncate(file, whole) != 0)) {
        return false;
    }
    if (file_inside_write(file, line) && fsync(file) == 0) {
        return true;
    }
    int system = errno;
    (void)!ftruncate(file, whole); // no torn line stays where that can be helped
    errno = system;
    return false;
}

static bool append(Arena *scratch, Str path, Str line) {
    const char *name = file_inside_path(scratch, path);
    int flags = O_RDWR | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    int file = name ? open(name, flags) : -1;
    bool is_new = name && file < 0 && errno == ENOENT;
    if (is_new) {
        file = open(name, flags | O_CREAT | O_EXCL, PRIVATE_MODE);
    }
    bool written = file >= 0 && file_inside_close(file, append_open(file, line));
    return written && (!is_new || sync_folder(scratch, path));
}

bool file_append(Str path, Str line, Error *error) {
    Arena scratch = {0};
    bool appended = append(&scratch, path, line);
    int system = errno;
    arena_finish(&scratch);
    return appended || file_inside_refuse_write(error, system, path);
}

bool file_create(Str path, Error *error) {
    Arena scratch = {0};
    const char *name = file_inside_path(&scratch, path);
    int file = name ? file_inside_create(name) : -1;
    bool made = file >= 0 && file_inside_close(file, fsync(file) == 0) && sync_folder(&scratch, path);
    int system = errno;
    arena_finish(&scratch);
    return made || file_inside_refuse_write(error, system, path);
}

// Only closing tells whether a file was written.
bool file_write(Str path, Str bytes, Error *error) {
    Arena scratch = {0};
    const char *name = file_inside_path(&scratch, path);
    int file = name ? open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, SHARED_MODE) : -1;
    bool written = file >= 0 && file_inside_close(file, file_inside_write(file, bytes));
    int system = errno;
    arena_finish(&scratch);
    return written || file_inside_refuse_write(error, system, path);
}

static int compare_names(const void *a, const void *b) {
    return str_compare(*(const Str *)a, *(const Str *)b);
}

bool file_list(Arena *arena, Str folder, Str suffix, FileList *names, Error *error) {
    *names = (FileList){0};
    const char *path = file_inside_path(arena, folder);
    DIR *entries = path ? opendir(path) : NULL;
    if (!entries) {
        return errno == ENOENT || file_inside_refuse_read(error, errno, folder);
    }
    const struct dirent *entry;
    while (errno = 0, entry = readdir(entries)) {
        Str name = str_from_c(entry->d_name);
        if (path_ends(name, suffix) && !str_equal(name, S(".")) && !str_equal(name, S(".."))) {
            *rows_append(arena, names) = str_copy(arena, name);
        }
    }
    int system = errno;
    closedir(entries);
    if (names->count > 0) {
        qsort(names->rows, (size_t)names->count, sizeof *names->rows, compare_names);
    }
    return system == 0 || file_inside_refuse_read(error, system, folder);
}

static bool look_at(Str path, struct stat *about) {
    Arena scratch = {0};
    const char *name = file_inside_path(&scratch, path);
    bool exists = name && lstat(name, about) == 0;
    arena_finish(&scratch);
    return exists;
}

bool file_is_folder(Str path) {
    Arena scratch = {0};
    struct stat about;
    const char *name = file_inside_path(&scratch, path);
    bool folder = name && stat(name, &about) == 0 && S_ISDIR(about.st_mode);
    arena_finish(&scratch);
    return folder;
}

bool file_look(Str path, FileLook *look) {
    Arena scratch = {0};
    struct stat about;
    const char *name = file_inside_path(&scratch, path);
    bool regular = name && stat(name, &about) == 0 && S_ISREG(about.st_mode);
    if (regular) {
        look->len = about.st_size;
        look->changed_us = about.st_mtim.tv_sec * INT64_C(1000000) + about.st_mtim.tv_nsec / 1000;
    }
    arena_finish(&scratch);
    return regular;
}

bool file_set_changed(Str path, int64_t changed_us, Error *error) {
    Arena scratch = {0};
    const char *name = file_inside_path(&scratch, path);
    struct timespec at = {.tv_sec = changed_us / 1000000, .tv_nsec = changed_us % 1000000 * 1000};
    const struct timespec times[] = {{.tv_nsec = UTIME_OMIT}, at};
    bool done = name && utimensat(AT_FDCWD, name, times, AT_SYMLINK_NOFOLLOW) == 0;
    int system = name ? errno : EINVAL;
    arena_finish(&scratch);
    return done || file_inside_refuse_write(error, system, path);
}

bool file_exists(Str path) {
    struct stat about;
    return look_at(path, &about);
}

bool file_is_link(Str path) {
    struct stat about;
    return look_at(path, &about) && S_ISLNK(about.st_mode);
}

bool file_is_same(Str a, Str b) {
    Arena scratch = {0};
    struct stat one, other;
    const char *first = file_inside_path(&scratch, a);
    const char *second = file_inside_path(&scratch, b);
    bool there = first && second && stat(first, &one) == 0 && stat(second, &other) == 0;
    arena_finish(&scratch);
    return there && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

static bool is_folder(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

// Makes every folder on the way, the outermost first.
static bool make_folders(char *path) {
    for (char *end = path + 1;; end++) {
        if (*end != '/' && *end != '\0') {
            continue;
        }
        char separator = *end;
        *end = '\0';
        bool made = mkdir(path, PRIVATE_FOLDER_MODE) == 0 || errno == EEXIST || is_folder(path);
        *end = separator;
        if (!made || separator == '\0') {
            return made;
        }
    }
}

bool file_make_folder(Str path, Error *error) {
    Arena scratch = {0};
    bool named = file_inside_path(&scratch, path) != NULL;
    char *name = str_to_c(&scratch, path);
    bool made = named && make_folders(name);
    int system = errno;
    bool taken = made ? !is_folder(name) : system == ENOTDIR; // by something that is no folder
    arena_finish(&scratch);
    return taken ? error_set(error, ERROR_NOT_A_FOLDER, 0, path)
                 : made || file_inside_refuse_write(error, system, path);
}

bool file_is_shared(Str path) {
    Arena scratch = {0};
    struct stat about;
    bool is_folder = stat(str_to_c(&scratch, path), &about) == 0 && S_ISDIR(about.st_mode);
    arena_finish(&scratch);
    return is_folder && (about.st_mode & 077) != 0;
}

// A folder of somebody else, or on a disk that knows no modes, stays as it is.
bool file_make_private(Str path, Error *error) {
    if (!file_make_folder(path, error)) {
        return false;
    }
    Arena scratch = {0};
    int folder = open(str_to_c(&scratch, path), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    struct stat about;
    if (folder >= 0 && fstat(folder, &about) == 0 && (about.st_mode & 077) != 0) {
        (void)fchmod(folder, about.st_mode & 0700);
    }
    if (folder >= 0) {
        (void)close(folder);
    }
    arena_finish(&scratch);
    return true;
}

static bool overwrite(int file) {
    static const char ZEROS[4096];
    struct stat about;
    if (fstat(file, &about) != 0) {
        return false;
    }
    for (off_t left = S_ISREG(about.st_mode) ? about.st_size : 0; left > 0; left -= (off_t)sizeof ZEROS) {
        ptrdiff_t len = left < (off_t)sizeof ZEROS ? (ptrdiff_t)left : (ptrdiff_t)sizeof ZEROS;
        if (!file_inside_write(file, (Str){ZEROS, len})) {
            return false;
        }
    }
    return fsync(file) == 0 || errno == EINVAL;
}

// The name goes even when the bytes could not be overwritten: what is said to be erased is not to be found again.
static bool erase(const char *path) {
    int file = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0 && errno == ENOENT) {
        return true;
    }
    bool link_itself = file < 0 && errno == ELOOP;
    bool overwritten = link_itself || (file >= 0 && file_inside_close(file, overwrite(file)));
    int system = errno;
    if (unlink(path) != 0) {
        return false;
    }
    errno = system;
    return overwritten;
}

bool file_erase(Str path, Error *error) {
    Arena scratch = {0};
    const char *name = file_inside_path(&scratch, path);
    bool erased = name && erase(name);
    int system = errno;
    arena_finish(&scratch);
    return erased || file_inside_refuse_write(error, system, path);
}

bool file_rename(Str path, Str name, Error *error) {
    Arena scratch = {0};
    Str target = path_join(&scratch, path_folder(path), name);
    const char *from = file_inside_path(&scratch, path);
    const char *to = file_inside_path(&scratch, target);
    bool renamed = from && to && erase(to) && rename(from, to) == 0 && sync_folder(&scratch, path);
    int system = errno;
    arena_finish(&scratch);
    return renamed || file_inside_refuse_write(error, system, path);
}
