#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "base/file.h"
#include "base/file_draft.h"
#include "base/file_inside.h"
#include "base/path.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    LINK_BYTES = 4096,
    LINKS_MOST = 40,  // followed before they are called a circle, as Linux does
    LOCK_TRIES = 200, // two seconds of waiting for another program to finish saving
    LOCK_PAUSE_NS = 10 * 1000 * 1000,
    PERMISSION_BITS = 0777
};

typedef struct {
    Str path;
    Str head;              // of what is to stand there
    const FileDraft *rest; // of it, NULL: nothing
} Wanted;

// Where a file is saved.
typedef struct {
    int folder;        // opened
    const char *file;  // the file itself, behind all links
    const char *fresh; // its new version while that is written: one fixed name, so that a crash leaves one copy at most
    const char *kept;  // the version before
} Place;

// False, with errno, when the file at the end of the links cannot be known.
static bool follow_links(Arena *scratch, Str *path) {
    char target[LINK_BYTES];
    for (int i = 0; i < LINKS_MOST; i++) {
        const char *name = file_inside_path(scratch, *path);
        ssize_t len = name ? readlink(name, target, sizeof target) : -1;
        if (len < 0) {
            return name && (errno == EINVAL || errno == ENOENT); // no link; nothing there yet
        }
        if (len == LINK_BYTES) {
            errno = ENAMETOOLONG;
            return false;
        }
        Str next = str_copy(scratch, (Str){target, len});
        *path = path_is_absolute(next) ? next : path_join(scratch, path_folder(*path), next);
    }
    errno = ELOOP;
    return false;
}

// Two programs that save in one folder take turns, or one would rename what the other has not finished writing. A file
// system without locks is used without them.
static bool lock_folder(int folder) {
    const struct timespec pause = {.tv_nsec = LOCK_PAUSE_NS};
    for (int i = 0; flock(folder, LOCK_EX | LOCK_NB) != 0; i++) {
        if (errno != EWOULDBLOCK || i == LOCK_TRIES) {
            return errno != EWOULDBLOCK;
        }
        nanosleep(&pause, NULL);
    }
    return true;
}

static bool open_place(Arena *scratch, Str path, Place *place) {
    if (!follow_links(scratch, &path)) {
        return false;
    }
    Str name = path_name(path);
    if (name.len == 0) {
        errno = EISDIR;
        return false;
    }
    Str folder = path_folder(path);
    Str fresh = str_format(scratch, ".%.*s.palabre-new", S_ARG(name));
    place->file = str_to_c(scratch, path);
    place->fresh = str_to_c(scratch, path_join(scratch, folder, fresh));
    place->kept = str_to_c(scratch, str_format(scratch, "%.*s~", S_ARG(path)));
    place->folder = file_inside_open(scratch, folder, O_DIRECTORY);
    return place->folder >= 0;
}

static bool copy_open(int from, int to) {
    return file_inside_pour(from, to, PTRDIFF_MAX) && fsync(to) == 0;
}

static bool copy_old(const Place *place) {
    int from = open(place->file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (from < 0) {
        return false;
    }
    int to = file_inside_create(place->kept);
    bool copied = to >= 0 && file_inside_close(to, copy_open(from, to));
    int system = errno;
    close(from);
    errno = system;
    return copied;
}

// A second name for the old version; a copy where files have one name only, as on many a USB stick.
static bool keep_old(const Place *place) {
    if (unlink(place->kept) != 0 && errno != ENOENT) {
        return false;
    }
    return link(place->file, place->kept) == 0 || copy_old(place);
}

// The mode of `old`, NULL for none, is kept where the file system knows modes; it is no reason to lose a document.
static bool write_fresh(const Place *place, const Wanted *wanted, const struct stat *old) {
    unlink(place->fresh);
    int file = file_inside_create(place->fresh);
    if (file < 0) {
        return false;
    }
    if (old) {
        fchmod(file, old->st_mode & PERMISSION_BITS);
    }
    bool written = file_inside_write(file, wanted->head) && file_inside_pour_draft(wanted->rest, file);
    return file_inside_close(file, written && fsync(file) == 0);
}

// An error of fsync is final: what is on the disk is unknown, and a second fsync would not tell.
static bool replace(const Place *place, const Wanted *wanted, Error *error) {
    Str path = wanted->path;
    struct stat about;
    bool is_new = lstat(place->file, &about) != 0;
    if (is_new && errno != ENOENT) {
        return file_inside_refuse_write(error, errno, path);
    }
    if (!is_new && !S_ISREG(about.st_mode)) {
        return error_set(error, ERROR_NOT_A_FILE, 0, path);
    }
    if (!is_new && access(place->file, W_OK) != 0) {
        return file_inside_refuse_write(error, errno, path);
    }
    if (!write_fresh(place, wanted, is_new ? NULL : &about) || !(is_new || keep_old(place)) ||
        rename(place->fresh, place->file) != 0) {
        int system = errno;
        unlink(place->fresh);
        return file_inside_refuse_write(error, system, path);
    }
    // EINVAL: the file system does not sync folders.
    return fsync(place->folder) == 0 || errno == EINVAL || file_inside_refuse_write(error, errno, path);
}

bool file_save_draft(Str path, Str head, const FileDraft *rest, Error *error) {
    Arena scratch = {0};
    Place place = {.folder = -1};
    bool saved = open_place(&scratch, path, &place) && lock_folder(place.folder)
                     ? replace(&place, &(Wanted){path, head, rest}, error)
                     : file_inside_refuse_write(error, errno, path);
    if (place.folder >= 0) {
        close(place.folder);
    }
    arena_finish(&scratch);
    return saved;
}

bool file_save(Str path, Str bytes, Error *error) {
    return file_save_draft(path, bytes, NULL, error);
}
