#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "base/file.h"
#include "base/file_inside.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PRIVATE_MODE = 0600 };

struct FileLock {
    int file;
};

FileLock *file_lock(Arena *arena, Str path, Error *error) {
    Arena scratch = {0};
    const char *name = file_inside_path(&scratch, path);
    int flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    int file = name ? open(name, flags, PRIVATE_MODE) : -1;
    bool locked = file >= 0 && flock(file, LOCK_EX | LOCK_NB) == 0;
    int system = errno;
    arena_finish(&scratch);
    if (!locked) {
        if (file < 0 || system != EWOULDBLOCK) {
            file_inside_refuse_write(error, system, path);
        }
        if (file >= 0) {
            close(file);
        }
        return NULL;
    }
    FileLock *lock = arena_push(arena, FileLock, 1);
    lock->file = file;
    return lock;
}

void file_unlock(FileLock *lock) {
    if (lock) {
        close(lock->file);
    }
}
