#include "records/writer.h"

#include "base/file.h"
#include "base/path.h"
#include "base/thread.h"

typedef struct {
    WriterKind kind;
    int64_t ticket;
    Str path, bytes;
    WriterJob *job;
    void *context;
} Task;

// Tasks and the texts they need: one desk is filled while the thread works off the other.
typedef struct {
    Arena arena;
    ROWS_OF(Task) tasks;
} Desk;

// A file that could not be written, and the lines that wait until it can be again.
typedef struct {
    Str path;
    bool begins; // it was to be made anew: what may still stand there goes first
    StrBuilder lines;
} Broken;

struct Writer {
    Arena arena; // of the writer itself
    Thread *thread;
    ThreadMutex *lock; // of all that follows
    ThreadCondition *given, *done;
    Desk desk; // what waits
    bool ends, idle;
    int64_t last_ticket;
    Arena report_arena;
    ROWS_OF(WriterReport) reports;
    int32_t taken; // of the reports
    WriterWake *wake;
    void *wake_context;
    // The thread's own:
    Desk work;
    Arena broken_arena;
    ROWS_OF(Broken) broken;
};

// NULL: it is whole.
static Broken *find_broken(const Writer *writer, Str path) {
    for (int32_t i = 0; i < writer->broken.count; i++) {
        if (str_equal(writer->broken.rows[i].path, path)) {
            return &writer->broken.rows[i];
        }
    }
    return NULL;
}

// Two programs that write at once may still meet: the later one keeps the earlier's as file_save does.
static bool save_new(Arena *arena, const Task *task, WriterReport *told) {
    told->number = file_free_number(task->path);
    return file_save(path_numbered(arena, task->path, told->number), task->bytes, &told->error);
}

static bool touch_disk(Arena *arena, const Task *task, WriterReport *told) {
    Error *error = &told->error;
    switch (task->kind) {
    case WRITER_BEGIN:
        return file_erase(task->path, error) && file_append(task->path, task->bytes, error);
    case WRITER_APPEND:
        return file_append(task->path, task->bytes, error);
    case WRITER_ERASE:
        return file_erase(task->path, error);
    case WRITER_RENAME:
        return file_rename(task->path, task->bytes, error);
    case WRITER_SAVE:
        return file_save(task->path, task->bytes, error);
    case WRITER_SAVE_NEW:
        return save_new(arena, task, told);
    case WRITER_RUN:
        return task->job(task->context, error);
    }
    return false;
}

static void mend(Writer *writer, Broken *broken) {
    *broken = writer->broken.rows[--writer->broken.count];
    if (writer->broken.count == 0) {
        arena_finish(&writer->broken_arena);
        writer->broken.rows = NULL;
        writer->broken.capacity = 0;
    }
}

static void hold(Writer *writer, Broken *broken, const Task *task) {
    if (broken == NULL) {
        broken = rows_append(&writer->broken_arena, &writer->broken);
        *broken = (Broken){.path = str_copy(&writer->broken_arena, task->path)};
    }
    if (task->kind == WRITER_BEGIN) {
        broken->begins = true;
        broken->lines.count = 0;
    }
    broken->lines.arena = &writer->broken_arena;
    str_add(&broken->lines, task->bytes);
}

static bool do_task(Writer *writer, const Task *task, WriterReport *told) {
    Broken *broken = find_broken(writer, task->path);
    Task tried = *task;
    if (task->kind == WRITER_APPEND && broken != NULL) {
        hold(writer, broken, task);
        tried.kind = broken->begins ? WRITER_BEGIN : WRITER_APPEND;
        tried.bytes = str_built(&broken->lines);
    }
    bool done = touch_disk(&writer->work.arena, &tried, told);
    if (done && broken != NULL) {
        mend(writer, broken);
    } else if (!done && (task->kind == WRITER_BEGIN || (task->kind == WRITER_APPEND && broken == NULL))) {
        hold(writer, broken, task);
    }
    return done;
}

static void report(Writer *writer, const WriterReport *report) {
    thread_mutex_lock(writer->lock);
    *rows_append(&writer->report_arena, &writer->reports) = *report;
    thread_mutex_unlock(writer->lock);
    if (writer->wake) {
        writer->wake(writer->wake_context);
    }
}

// Waits for tasks and takes all of them over; false when there will be no more.
static bool take_tasks(Writer *writer) {
    arena_finish(&writer->work.arena);
    writer->work = (Desk){0};
    thread_mutex_lock(writer->lock);
    while (writer->desk.tasks.count == 0 && !writer->ends) {
        writer->idle = true;
        thread_condition_wake_all(writer->done);
        thread_condition_wait(writer->given, writer->lock);
    }
    writer->idle = writer->desk.tasks.count == 0;
    writer->work = writer->desk;
    writer->desk = (Desk){0};
    thread_mutex_unlock(writer->lock);
    return writer->work.tasks.count > 0;
}

static void run(void *context) {
    Writer *writer = context;
    while (take_tasks(writer)) {
        for (int32_t i = 0; i < writer->work.tasks.count; i++) {
            const Task *task = &writer->work.tasks.rows[i];
            WriterReport told = {.kind = task->kind, .ticket = task->ticket};
            told.done = do_task(writer, task, &told);
            report(writer, &told);
        }
    }
}

static void release(Writer *writer) {
    thread_condition_destroy(writer->given);
    thread_condition_destroy(writer->done);
    thread_mutex_destroy(writer->lock);
    arena_finish(&writer->desk.arena);
    arena_finish(&writer->work.arena);
    arena_finish(&writer->report_arena);
    arena_finish(&writer->broken_arena);
    Arena arena = writer->arena;
    arena_finish(&arena);
}

Writer *writer_create(WriterWake *wake, void *context) {
    Arena arena = {0};
    Writer *writer = arena_push(&arena, Writer, 1);
    writer->wake = wake;
    writer->wake_context = context;
    writer->lock = thread_mutex_create(&arena);
    writer->given = thread_condition_create(&arena);
    writer->done = thread_condition_create(&arena);
    writer->thread = thread_start(&arena, run, writer);
    writer->arena = arena;
    if (!writer->thread) {
        release(writer);
        return NULL;
    }
    return writer;
}

void writer_destroy(Writer *writer) {
    if (!writer) {
        return;
    }
    thread_mutex_lock(writer->lock);
    writer->ends = true;
    thread_condition_wake_one(writer->given);
    thread_mutex_unlock(writer->lock);
    thread_join(writer->thread);
    release(writer);
}

static int64_t add_task(Writer *writer, const Task *wanted, Str end) {
    thread_mutex_lock(writer->lock);
    Desk *desk = &writer->desk;
    Task *task = rows_append(&desk->arena, &desk->tasks);
    *task = *wanted;
    task->ticket = ++writer->last_ticket;
    task->path = str_copy(&desk->arena, wanted->path);
    StrBuilder whole = {.arena = &desk->arena};
    str_add(&whole, wanted->bytes);
    str_add(&whole, end);
    task->bytes = str_built(&whole);
    int64_t ticket = task->ticket;
    thread_condition_wake_one(writer->given);
    thread_mutex_unlock(writer->lock);
    return ticket;
}

static int64_t give(Writer *writer, WriterKind kind, Str path, Str bytes, Str end) {
    return add_task(writer, &(Task){.kind = kind, .path = path, .bytes = bytes}, end);
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

int64_t writer_rename(Writer *writer, Str path, Str name) {
    return give(writer, WRITER_RENAME, path, name, (Str){0});
}

int64_t writer_save(Writer *writer, Str path, Str bytes) {
    return give(writer, WRITER_SAVE, path, bytes, (Str){0});
}

int64_t writer_save_new(Writer *writer, Str path, Str bytes) {
    return give(writer, WRITER_SAVE_NEW, path, bytes, (Str){0});
}

int64_t writer_run(Writer *writer, WriterJob *job, void *context) {
    return add_task(writer, &(Task){.kind = WRITER_RUN, .job = job, .context = context}, (Str){0});
}

void writer_wait(Writer *writer) {
    thread_mutex_lock(writer->lock);
    while (writer->desk.tasks.count > 0 || !writer->idle) {
        thread_condition_wait(writer->done, writer->lock);
    }
    thread_mutex_unlock(writer->lock);
}

bool writer_take_report(Writer *writer, WriterReport *report) {
    thread_mutex_lock(writer->lock);
    bool any = writer->taken < writer->reports.count;
    if (any) {
        *report = writer->reports.rows[writer->taken++];
    }
    if (writer->taken == writer->reports.count && writer->taken > 0) {
        writer->taken = 0;
        writer->reports.count = 0;
    }
    thread_mutex_unlock(writer->lock);
    return any;
}
