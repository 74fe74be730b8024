#include "records/disk.h"

#include "base/error.h"

#include <sqlite3.h>
#include <string.h>

enum { PIECE = 512 };

// SQLite's file of this disk; the real one follows it in memory.
typedef struct {
    sqlite3_file base;
    Disk *disk;
    int32_t file; // -1: none that is noted
    sqlite3_file *real;
} File;

static bool is_refused(Disk *disk) {
    disk->count++;
    return disk->refuse_at > 0 &&
           (disk->count == disk->refuse_at || (disk->refuse_all && disk->count > disk->refuse_at));
}

void disk_note(Disk *disk, DiskKind kind, int32_t file, int64_t at, Str bytes) {
    if (disk->notes) {
        *rows_append(&disk->arena, &disk->changes) =
            (DiskChange){.kind = kind, .file = file, .at = at, .bytes = str_copy(&disk->arena, bytes)};
    }
}

static void note(const File *file, DiskKind kind, int64_t at, Str bytes) {
    if (file->file >= 0) {
        disk_note(file->disk, kind, file->file, at, bytes);
    }
}

static int close_file(sqlite3_file *base) {
    File *file = (File *)base;
    int code = file->real->pMethods ? file->real->pMethods->xClose(file->real) : SQLITE_OK;
    return code;
}

static int read_file(sqlite3_file *base, void *bytes, int len, sqlite3_int64 at) {
    File *file = (File *)base;
    return file->real->pMethods->xRead(file->real, bytes, len, at);
}

static int write_file_at(sqlite3_file *base, const void *bytes, int len, sqlite3_int64 at) {
    File *file = (File *)base;
    if (is_refused(file->disk)) {
        return file->disk->refusal;
    }
    note(file, DISK_WRITE, at, (Str){bytes, len});
    return file->real->pMethods->xWrite(file->real, bytes, len, at);
}

static int truncate_file(sqlite3_file *base, sqlite3_int64 size) {
    File *file = (File *)base;
    if (is_refused(file->disk)) {
        return file->disk->refusal == SQLITE_FULL ? SQLITE_IOERR_TRUNCATE : file->disk->refusal;
    }
    note(file, DISK_TRUNCATE, size, (Str){0});
    return file->real->pMethods->xTruncate(file->real, size);
}

static int sync_file(sqlite3_file *base, int flags) {
    File *file = (File *)base;
    if (is_refused(file->disk)) {
        return file->disk->refusal == SQLITE_FULL ? SQLITE_IOERR_FSYNC : file->disk->refusal;
    }
    note(file, DISK_SYNC, 0, (Str){0});
    note(file, DISK_NAMES, 0, (Str){0}); // with a new journal SQLite syncs its folder
    return file->disk->lazy ? SQLITE_OK : file->real->pMethods->xSync(file->real, flags);
}

static int size_file(sqlite3_file *base, sqlite3_int64 *size) {
    File *file = (File *)base;
    return file->real->pMethods->xFileSize(file->real, size);
}

static int lock_file(sqlite3_file *base, int level) {
    File *file = (File *)base;
    return file->real->pMethods->xLock(file->real, level);
}

static int unlock_file(sqlite3_file *base, int level) {
    File *file = (File *)base;
    return file->real->pMethods->xUnlock(file->real, level);
}

static int is_reserved(sqlite3_file *base, int *reserved) {
    File *file = (File *)base;
    return file->real->pMethods->xCheckReservedLock(file->real, reserved);
}

static int control_file(sqlite3_file *base, int operation, void *argument) {
    File *file = (File *)base;
    return file->real->pMethods->xFileControl(file->real, operation, argument);
}

static int sector_of(sqlite3_file *base) {
    File *file = (File *)base;
    return file->real->pMethods->xSectorSize(file->real);
}

static int traits_of(sqlite3_file *base) {
    File *file = (File *)base;
    return file->real->pMethods->xDeviceCharacteristics(file->real);
}

static const sqlite3_io_methods METHODS = {.iVersion = 1,
                                           .xClose = close_file,
                                           .xRead = read_file,
                                           .xWrite = write_file_at,
                                           .xTruncate = truncate_file,
                                           .xSync = sync_file,
                                           .xFileSize = size_file,
                                           .xLock = lock_file,
                                           .xUnlock = unlock_file,
                                           .xCheckReservedLock = is_reserved,
                                           .xFileControl = control_file,
                                           .xSectorSize = sector_of,
                                           .xDeviceCharacteristics = traits_of};

static sqlite3_vfs *real_vfs(void) {
    sqlite3_vfs *vfs = sqlite3_vfs_find("unix");
    return vfs ? vfs : sqlite3_vfs_find("win32");
}

static int32_t number_of(const char *path) {
    Str name = str_from_c(path);
    return str_ends(name, S(".db-journal")) ? 1 : str_ends(name, S(".db")) ? 0 : -1;
}

static int open_file(sqlite3_vfs *vfs, sqlite3_filename path, sqlite3_file *base, int flags, int *given) {
    File *file = (File *)base;
    memset(file, 0, sizeof *file);
    file->disk = vfs->pAppData;
    file->file = number_of(path);
    file->real = (sqlite3_file *)(void *)(file + 1);
    int code = real_vfs()->xOpen(real_vfs(), path, file->real, flags, given);
    file->base.pMethods = file->real->pMethods ? &METHODS : NULL;
    return code;
}

static int delete_file(sqlite3_vfs *vfs, const char *path, int synced) {
    Disk *disk = vfs->pAppData;
    File file = {.disk = disk, .file = number_of(path)};
    if (is_refused(disk)) {
        return SQLITE_IOERR_DELETE;
    }
    note(&file, DISK_DELETE, 0, (Str){0});
    return real_vfs()->xDelete(real_vfs(), path, disk->lazy ? 0 : synced);
}

void disk_insert(Disk *disk) {
    sqlite3_vfs *vfs = arena_push(&disk->arena, sqlite3_vfs, 1);
    ASSERT(sqlite3_initialize() == SQLITE_OK);
    *vfs = *real_vfs();
    vfs->zName = "disk";
    vfs->szOsFile += (int)sizeof(File);
    vfs->pAppData = disk;
    vfs->xOpen = open_file;
    vfs->xDelete = delete_file;
    ASSERT(sqlite3_vfs_register(vfs, 1) == SQLITE_OK);
}

void disk_remove(Disk *disk) {
    ASSERT(sqlite3_vfs_unregister(sqlite3_vfs_find("disk")) == SQLITE_OK);
    ASSERT(sqlite3_vfs_register(real_vfs(), 1) == SQLITE_OK);
    arena_finish(&disk->arena);
    *disk = (Disk){0};
}

void disk_mark(Disk *disk, int64_t number) {
    disk_note(disk, DISK_MARK, 0, number, (Str){0});
}

void disk_state_begin(DiskState *state, ptrdiff_t room) {
    *state = (DiskState){0};
    for (int32_t i = 0; i < DISK_FILES; i++) {
        DiskFile *file = &state->files[i];
        file->now = arena_push(&file->arena, char, room);
        file->durable = arena_push(&file->arena, char, room);
        file->room = room;
    }
    state->files[0].named = state->files[0].name_durable = true;
}

void disk_state_end(DiskState *state) {
    for (int32_t i = 0; i < DISK_FILES; i++) {
        arena_finish(&state->files[i].arena);
    }
}

// Of the bytes of a change from `from` on, at most `len`.
static void put(char *bytes, ptrdiff_t *file_len, ptrdiff_t at, Str piece) {
    if (at > *file_len) {
        memset(bytes + *file_len, 0, (size_t)(at - *file_len));
    }
    memcpy(bytes + at, piece.text, (size_t)piece.len);
    *file_len = at + piece.len > *file_len ? at + piece.len : *file_len;
}

static void set_size(char *bytes, ptrdiff_t *file_len, ptrdiff_t size) {
    if (size > *file_len) {
        memset(bytes + *file_len, 0, (size_t)(size - *file_len));
    }
    *file_len = size;
}

static void apply(char *bytes, ptrdiff_t *len, const DiskChange *change) {
    if (change->kind == DISK_TRUNCATE) {
        set_size(bytes, len, change->at);
    } else {
        put(bytes, len, change->at, change->bytes);
    }
}

void disk_state_step(DiskState *state, const Disk *disk, int32_t row) {
    const DiskChange *change = &disk->changes.rows[row];
    DiskFile *file = &state->files[change->file];
    switch (change->kind) {
    case DISK_WRITE:
    case DISK_TRUNCATE:
        ASSERT(change->at + change->bytes.len <= file->room);
        apply(file->now, &file->now_len, change);
        file->named = true;
        return;
    case DISK_SYNC:
        memcpy(file->durable, file->now, (size_t)file->now_len);
        file->durable_len = file->now_len;
        file->first_pending = row + 1;
        return;
    case DISK_NAMES:
        for (int32_t i = 0; i < DISK_FILES; i++) {
            state->files[i].name_durable = state->files[i].named;
        }
        return;
    case DISK_DELETE:
        file->named = file->name_durable = false;
        file->now_len = file->durable_len = 0;
        file->first_pending = row + 1;
        return;
    case DISK_MARK:
        state->mark = change->at;
        return;
    }
}

typedef enum { CUT_NONE, CUT_ALL, CUT_PREFIX, CUT_PIECES, CUT_ZEROS, CUT_COUNT } Cut;

static void apply_pieces(Random *random, Cut cut, char *bytes, ptrdiff_t *len, const DiskChange *change) {
    if (change->kind == DISK_TRUNCATE) {
        if (random_below(random, 2)) {
            set_size(bytes, len, change->at);
        }
        return;
    }
    for (ptrdiff_t from = 0; from < change->bytes.len; from += PIECE) {
        Str piece = str_slice(change->bytes, from, from + PIECE);
        if (cut == CUT_PIECES && random_below(random, 2)) {
            put(bytes, len, change->at + from, piece);
        } else if (cut == CUT_ZEROS && change->at + from + piece.len > *len) {
            set_size(bytes, len, change->at + from + piece.len); // it grew, and what was written did not come
        }
    }
}

ptrdiff_t disk_state_cut(const DiskState *state, const Disk *disk, int32_t row, int32_t number, Random *random,
                         char *bytes) {
    const DiskFile *file = &state->files[number];
    Cut cut = (Cut)random_below(random, CUT_COUNT);
    int32_t pending = row + 1 - file->first_pending;
    int32_t last = cut == CUT_NONE ? 0 : cut == CUT_PREFIX ? random_below(random, pending + 1) : pending;
    ptrdiff_t len = file->durable_len;
    if (!file->named || (!file->name_durable && random_below(random, 2))) {
        return -1;
    }
    memcpy(bytes, file->durable, (size_t)len);
    for (int32_t i = 0; i < last; i++) {
        const DiskChange *change = &disk->changes.rows[file->first_pending + i];
        if (change->file != number || change->kind >= DISK_NAMES) {
            continue;
        }
        if (cut == CUT_PIECES || cut == CUT_ZEROS) {
            apply_pieces(random, cut, bytes, &len, change);
        } else {
            apply(bytes, &len, change);
        }
    }
    return len;
}
