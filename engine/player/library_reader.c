#include "player/library_reader.h"

#include "base/path.h"
#include "base/system.h"
#include "base/thread.h"
#include "player/library_index.h"

enum { PARCEL_CARDS = 32, MUCH_BYTES = 1024 * 1024 };

struct LibraryReader {
    Arena arena; // of the one who starts it
    LibraryWish wish;
    Thread *thread; // NULL: all was read at once
    ThreadMutex *mutex;
    // Both threads', under the mutex:
    Arena shared;
    ROWS_OF(CardParcel) ready;
    LibraryProgress progress;
    bool done, stopped;
    ThreadMutex *index; // held while `keeps` of the wish is looked at, and what it lets be written is
};

// The reading thread's own.
typedef struct {
    LibraryReader *reader;
    Arena arena, parse, scratch;
    ROWS_OF(Str) paths;
    JournalList journals;
    LibraryIndex index;
    JsonWriter kept; // the index to come
    int32_t found;   // cards that the old one knew, and knew right
    int32_t written; // cards of the one to come
    CardParcel parcel;
} Reading;

static void list_paths(Reading *reading, Str folder) {
    FileList names = {0};
    if (folder.len == 0 || !file_list(&reading->arena, folder, S(".json"), &names, NULL)) {
        return;
    }
    for (int32_t i = 0; i < names.count; i++) {
        if (!path_ends(names.rows[i], S(".test.json"))) {
            *rows_append(&reading->arena, &reading->paths) = path_join(&reading->arena, folder, names.rows[i]);
        }
    }
}

static void add_besides(Reading *reading) {
    Str besides = reading->reader->wish.besides;
    bool listed = besides.len == 0;
    for (int32_t i = 0; i < reading->paths.count; i++) {
        listed = listed || str_equal(reading->paths.rows[i], besides);
    }
    if (!listed) {
        *rows_append(&reading->arena, &reading->paths) = besides;
    }
}

static void open_index(Reading *reading) {
    Str bytes = {0};
    Str path = reading->reader->wish.index;
    if (path.len > 0 && file_load(&reading->arena, path, INT32_MAX, &bytes, NULL)) {
        reading->index = library_index_open(&reading->arena, &reading->scratch, bytes);
    }
    reading->kept = library_index_begin(&reading->arena);
}

// False: it could not be kept. It is made again whenever it is missing: that costs time alone.
static bool write_index(Reading *reading) {
    const LibraryWish *wish = &reading->reader->wish;
    bool is_true = reading->found == reading->written && reading->found == reading->index.rows.count;
    thread_mutex_lock(reading->reader->index);
    bool kept = is_true || !wish->keeps || file_save(wish->index, library_index_end(&reading->kept), NULL);
    thread_mutex_unlock(reading->reader->index);
    return kept;
}

// False: somebody wants the reader to stop.
static bool hand_over(Reading *reading, bool last) {
    LibraryReader *reader = reading->reader;
    thread_mutex_lock(reader->mutex);
    reader->progress.count = reading->paths.count;
    reader->progress.read += reading->parcel.cards.count;
    *rows_append(&reader->shared, &reader->ready) = reading->parcel;
    reader->done = last;
    bool goes_on = !reader->stopped;
    thread_mutex_unlock(reader->mutex);
    reading->parcel = (CardParcel){0};
    if (reader->wish.wake && goes_on) {
        reader->wish.wake(reader->wish.context);
    }
    return goes_on;
}

// Memory for parsing is taken again and again.
static void read_file(Reading *reading, Str path) {
    ArenaMark parse = arena_mark(&reading->parse);
    ArenaMark scratch = arena_mark(&reading->scratch);
    CardParcel *parcel = &reading->parcel;
    CardMaker maker = {reading->reader->wish.framework, &parcel->arena, &reading->parse, &reading->scratch};
    FileLook look;
    Card card;
    bool there = file_look(path, &look); // before it is read: a version written meanwhile is another one
    bool found = there && library_index_find(&reading->index, &parcel->arena, path, look, &card);
    if (!found) {
        card = library_read_card(&maker, path);
    }
    if (there) {
        card.look = look;
    }
    reading->found += found;
    if (!card.broken) {
        library_index_add(&reading->kept, &card);
        reading->written++;
    }
    library_mark_card(&card, &reading->journals);
    card.started_on = str_copy(&parcel->arena, card.started_on);
    *rows_append(&parcel->arena, &parcel->cards) = card;
    arena_rewind(&reading->scratch, scratch);
    arena_rewind(&reading->parse, parse);
}

static void wait_for_others(const LibraryWish *wish) {
    library_reader_stop(wish->before);
    if (wish->writer) {
        writer_wait(wish->writer);
    }
}

static void read_all(void *context) {
    LibraryReader *reader = context;
    Reading reading = {.reader = reader};
    bool goes_on = true;
    wait_for_others(&reader->wish);
    for (int32_t i = 0; i < reader->wish.folder_count; i++) {
        list_paths(&reading, reader->wish.folders[i]);
    }
    add_besides(&reading);
    open_index(&reading);
    if (reader->wish.journal.len > 0) {
        journal_list(&reading.arena, &reading.scratch, reader->wish.journal, &reading.journals);
    }
    for (int32_t i = 0; i < reading.paths.count && goes_on; i++) {
        read_file(&reading, reading.paths.rows[i]);
        if (reading.parcel.cards.count == PARCEL_CARDS) {
            goes_on = hand_over(&reading, false);
        }
    }
    if (goes_on) {
        (void)write_index(&reading);
    }
    library_index_close(&reading.index);
    bool took_much =
        arena_size(&reading.scratch) + arena_size(&reading.parse) + arena_size(&reading.arena) > MUCH_BYTES;
    arena_finish(&reading.scratch);
    arena_finish(&reading.parse);
    arena_finish(&reading.arena);
    (void)hand_over(&reading, true);
    if (took_much) {
        system_give_back_memory();
    }
}

static LibraryWish copy_wish(Arena *arena, const LibraryWish *wish) {
    LibraryWish copy = *wish;
    Str *folders = arena_push(arena, Str, wish->folder_count);
    for (int32_t i = 0; i < wish->folder_count; i++) {
        folders[i] = str_copy(arena, wish->folders[i]);
    }
    copy.folders = folders;
    copy.besides = str_copy(arena, wish->besides);
    copy.journal = str_copy(arena, wish->journal);
    copy.index = str_copy(arena, wish->index);
    return copy;
}

static void tell_to_stop(LibraryReader *reader) {
    thread_mutex_lock(reader->mutex);
    reader->stopped = true;
    thread_mutex_unlock(reader->mutex);
}

LibraryReader *library_reader_start(const LibraryWish *wish) {
    Arena arena = {0};
    LibraryReader *reader = arena_push(&arena, LibraryReader, 1);
    reader->wish = copy_wish(&arena, wish);
    reader->mutex = thread_mutex_create(&arena);
    reader->index = thread_mutex_create(&arena);
    reader->arena = arena;
    if (wish->before) {
        tell_to_stop(wish->before);
    }
    reader->thread = wish->waits ? NULL : thread_start(&reader->arena, read_all, reader);
    if (!reader->thread) {
        read_all(reader);
    }
    return reader;
}

bool library_reader_take(LibraryReader *reader, Library *library) {
    thread_mutex_lock(reader->mutex);
    for (int32_t i = 0; i < reader->ready.count; i++) {
        library_take(library, &reader->ready.rows[i]);
    }
    reader->ready.count = 0;
    bool more = !reader->done;
    thread_mutex_unlock(reader->mutex);
    return more;
}

LibraryProgress library_reader_progress(LibraryReader *reader) {
    thread_mutex_lock(reader->mutex);
    LibraryProgress progress = reader->progress;
    thread_mutex_unlock(reader->mutex);
    return progress;
}

void library_reader_forget(LibraryReader *reader) {
    if (reader) {
        thread_mutex_lock(reader->index);
        reader->wish.keeps = false;
        thread_mutex_unlock(reader->index);
    }
}

void library_reader_stop(LibraryReader *reader) {
    if (!reader) {
        return;
    }
    tell_to_stop(reader);
    if (reader->thread) {
        thread_join(reader->thread);
    }
    thread_mutex_destroy(reader->mutex);
    thread_mutex_destroy(reader->index);
    for (int32_t i = 0; i < reader->ready.count; i++) {
        arena_finish(&reader->ready.rows[i].arena);
    }
    arena_finish(&reader->shared);
    Arena arena = reader->arena;
    arena_finish(&arena);
}
