#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/writer.h"

#include "base/file.h"
#include "base/path.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PRIVATE_MODE = 0600 };

typedef struct {
    int32_t kind; // a WriterKind
    int64_t ticket;
    Str path, bytes;
} Task;

// Tasks and the texts they need: one desk is filled while the thread works off the other.
typedef struct {
    Arena arena;
    struct {
        Task *rows;
        int32_t count, capacity;
    } tasks;
} Desk;

// A file behind whose end nothing may be written any more, and why.
typedef struct {
    Str path;
    Error error;
} Broken;

struct Writer {
    Arena arena; // of the writer itself
    pthread_t thread;
    pthread_mutex_t lock; // of all that follows
    pthread_cond_t given, done;
    Desk desk; // what waits
    bool ends, idle;
    int64_t last_ticket;
    Arena report_arena;
    struct {
        WriterReport *rows;
        int32_t count, capacity;
    } reports;
    int32_t taken; // of the reports
    WriterWake *wake;
    void *wake_context;
    // Of the thread alone:
    Desk work;
    Arena broken_arena;
    struct {
        Broken *rows;
        int32_t count, capacity;
    } broken;
};

static bool refuse(Error *error, int system, Str path) {
    ErrorCode code = error_code_of_errno(system);
    return error_set(error, code == ERROR_NOT_READABLE ? ERROR_NOT_WRITABLE : code, system, path);
}

static bool write_all(int file, Str bytes) {
    while (bytes.len > 0) {
        ssize_t len = write(file, bytes.text, (size_t)bytes.len);
        if (len < 0 && errno != EINTR) {
            return false;
        }
        bytes = str_slice(bytes, len < 0 ? 0 : len, bytes.len);
    }
    return true;
}

// A new name is on the disk once its folder is.
static bool sync_folder(Arena *scratch, Str path) {
    int folder = open(str_to_c(scratch, path_folder(path)), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
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
    if (write_all(file, line) && fsync(file) == 0) {
        return true;
    }
    int system = errno;
    (void)!ftruncate(file, whole); // no torn line stays where that can be helped
    errno = system;
    return false;
}

static bool append_line(Arena *scratch, const Task *task, Error *error) {
    const char *name = str_to_c(scratch, task->path);
    int flags = O_RDWR | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    int file = open(name, flags);
    bool is_new = file < 0 && errno == ENOENT;
    if (is_new) {
        file = open(name, flags | O_CREAT | O_EXCL, PRIVATE_MODE);
    }
    if (file < 0) {
        return refuse(error, errno, task->path);
    }
    bool written = append_open(file, task->bytes);
    int system = errno;
    bool closed = close(file) == 0;
    system = written && !closed ? errno : system;
    if (!written || !closed) {
        return refuse(error, system, task->path);
    }
    return !is_new || sync_folder(scratch, task->path) || refuse(error, errno, task->path);
}

// NULL: it is whole.
static Broken *find_broken(const Writer *writer, Str path) {
    for (int32_t i = 0; i < writer->broken.count; i++) {
        if (str_equal(writer->broken.rows[i].path, path)) {
            return &writer->broken.rows[i];
        }
    }
    return NULL;
}

static bool touch_disk(Arena *scratch, const Task *task, Error *error) {
    switch (task->kind) {
    case WRITER_BEGIN:
        return file_erase(task->path, error) && append_line(scratch, task, error);
    case WRITER_APPEND:
        return append_line(scratch, task, error);
    case WRITER_ERASE:
        return file_erase(task->path, error);
    default:
        return file_save(task->path, task->bytes, error);
    }
}

static bool do_task(Writer *writer, const Task *task, Error *error) {
    Broken *broken = find_broken(writer, task->path);
    if (task->kind == WRITER_APPEND && broken != NULL) {
        *error = broken->error;
        return false;
    }
    bool done = touch_disk(&writer->work.arena, task, error);
    if (done && broken != NULL) {
        *broken = writer->broken.rows[--writer->broken.count];
    }
    if (!done && (task->kind == WRITER_BEGIN || task->kind == WRITER_APPEND) && broken == NULL) {
        *table_append(&writer->broken_arena, &writer->broken) =
            (Broken){str_copy(&writer->broken_arena, task->path), *error};
    }
    return done;
}

static void report(Writer *writer, const WriterReport *report) {
    pthread_mutex_lock(&writer->lock);
    *table_append(&writer->report_arena, &writer->reports) = *report;
    pthread_mutex_unlock(&writer->lock);
    if (writer->wake) {
        writer->wake(writer->wake_context);
    }
}

// Waits for tasks and takes all of them over; false when there will be no more.
static bool take_tasks(Writer *writer) {
    arena_finish(&writer->work.arena);
    writer->work = (Desk){0};
    pthread_mutex_lock(&writer->lock);
    while (writer->desk.tasks.count == 0 && !writer->ends) {
        writer->idle = true;
        pthread_cond_broadcast(&writer->done);
        pthread_cond_wait(&writer->given, &writer->lock);
    }
    writer->idle = writer->desk.tasks.count == 0;
    writer->work = writer->desk;
    writer->desk = (Desk){0};
    pthread_mutex_unlock(&writer->lock);
    return writer->work.tasks.count > 0;
}

static void *run(void *context) {
    Writer *writer = context;
    while (take_tasks(writer)) {
        for (int32_t i = 0; i < writer->work.tasks.count; i++) {
            const Task *task = &writer->work.tasks.rows[i];
            WriterReport told = {.kind = task->kind, .ticket = task->ticket};
            told.done = do_task(writer, task, &told.error);
            report(writer, &told);
        }
    }
    return NULL;
}

static void release(Writer *writer) {
    pthread_cond_destroy(&writer->given);
    pthread_cond_destroy(&writer->done);
    pthread_mutex_destroy(&writer->lock);
    arena_finish(&writer->desk.arena);
    arena_finish(&writer->work.arena);
    arena_finish(&writer->report_arena);
    arena_finish(&writer->broken_arena);
    Arena arena = writer->arena;
    arena_finish(&arena);
}

// Signals are for the thread that draws.
static bool start_thread(Writer *writer) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(&writer->thread, NULL, run, writer) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

Writer *writer_create(WriterWake *wake, void *context) {
    Arena arena = {0};
    Writer *writer = arena_push(&arena, Writer, 1);
    writer->arena = arena;
    writer->wake = wake;
    writer->wake_context = context;
    pthread_mutex_init(&writer->lock, NULL);
    pthread_cond_init(&writer->given, NULL);
    pthread_cond_init(&writer->done, NULL);
    if (!start_thread(writer)) {
        release(writer);
        return NULL;
    }
    return writer;
}

void writer_destroy(Writer *writer) {
    if (!writer) {
        return;
    }
    pthread_mutex_lock(&writer->lock);
    writer->ends = true;
    pthread_cond_signal(&writer->given);
    pthread_mutex_unlock(&writer->lock);
    pthread_join(writer->thread, NULL);
    release(writer);
}

static int64_t give(Writer *writer, WriterKind kind, Str path, Str bytes, Str end) {
    pthread_mutex_lock(&writer->lock);
    Desk *desk = &writer->desk;
    Task *task = table_append(&desk->arena, &desk->tasks);
    task->kind = (int32_t)kind;
    task->ticket = ++writer->last_ticket;
    task->path = str_copy(&desk->arena, path);
    StrBuilder whole = {.arena = &desk->arena};
    str_add(&whole, bytes);
    str_add(&whole, end);
    task->bytes = str_built(&whole);
    int64_t ticket = task->ticket;
    pthread_cond_signal(&writer->given);
    pthread_mutex_unlock(&writer->lock);
    return ticket;
}

int64_t writer_begin(Writer *writer, Str path, Str line) {
    return give(writer, WRITER_BEGIN, path, line, S("\n"));
}

int64_t writer_append(Writer *writer, Str path, Str line) {
    return give(writer, WRITER_APPEND, path, line, S("\n"));
}

int64_t writer_erase(Writer *writer, Str path) {
    return give(writer, WRITER_ERASE, path, (Str){0}, (Str){0});
}

int64_t writer_save(Writer *writer, Str path, Str bytes) {
    return give(writer, WRITER_SAVE, path, bytes, (Str){0});
}

void writer_wait(Writer *writer) {
    pthread_mutex_lock(&writer->lock);
    while (writer->desk.tasks.count > 0 || !writer->idle) {
        pthread_cond_wait(&writer->done, &writer->lock);
    }
    pthread_mutex_unlock(&writer->lock);
}

bool writer_take_report(Writer *writer, WriterReport *report) {
    pthread_mutex_lock(&writer->lock);
    bool any = writer->taken < writer->reports.count;
    if (any) {
        *report = writer->reports.rows[writer->taken++];
    }
    if (writer->taken == writer->reports.count && writer->taken > 0) {
        writer->taken = 0;
        writer->reports.count = 0;
    }
    pthread_mutex_unlock(&writer->lock);
    return any;
}
