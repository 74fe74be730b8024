// Power cuts: whatever moment the current goes, what was promised is there, and what was erased is gone.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/disk.h"
#include "records/store_place.h"

#include "base/system.h"

#include <string.h>

enum { STEPS = 32, MOST_SESSIONS = 56, MOST_NOTES = 8, ROOM = 2 * 1024 * 1024 };

// The sessions that stand after each step, by number, a bit each; notes of the notebook have bits of their own.
typedef struct {
    Place *place;
    StoreSession sessions[MOST_SESSIONS];
    uint64_t after[STEPS + 1];
} Story;

static const StoreHeader *find_header(const StoreHeaderList *list, Str id) {
    for (int32_t i = 0; i < list->count; i++) {
        if (str_equal(list->rows[i].id, id)) {
            return &list->rows[i];
        }
    }
    return NULL;
}

static void erase(Story *story, Store *store, int32_t number) {
    StoreHeaderList list = list_of(story->place, store);
    const StoreHeader *header = find_header(&list, story->sessions[number].header.id);
    assert_non_null(header);
    assert_true(store_erase(store, header, 1, &story->place->error));
}

static uint64_t note_bit(int32_t number) {
    return UINT64_C(1) << (MOST_SESSIONS + number);
}

// Writes a note, or the next one; then rewrites it, and erases it.
static uint64_t do_note(Story *story, Store *store, int32_t step, uint64_t there) {
    int32_t number = step / 12;
    StoreNote note = make_note(&story->place->arena, number);
    if (step / 4 % 3 == 2) {
        assert_true(store_erase_notes(store, &note, 1, &story->place->error));
        return there & ~note_bit(number);
    }
    write_note(story->place, store, &note);
    return there | note_bit(number);
}

// Keeps, one or several at a time, and now and then erases or writes in the notebook.
static uint64_t do_step(Story *story, Store *store, int32_t step, uint64_t there) {
    int32_t first = step / 4 * 6 + step % 4 * 2;
    if (step % 4 == 2) {
        return do_note(story, store, step, there);
    }
    if (step % 4 == 3) {
        erase(story, store, first - 6);
        return there & ~(UINT64_C(1) << (first - 6));
    }
    int32_t count = 1 + step % 2;
    assert_true(store_keep(store, &story->sessions[first], count, NULL, &story->place->error));
    return there | (count == 1 ? UINT64_C(1) : UINT64_C(3)) << first;
}

static void tell_story(Story *story, Disk *disk) {
    Store *store = open_store(story->place, STORE_WRITES);
    for (int32_t i = 0; i < STEPS; i++) {
        story->after[i + 1] = do_step(story, store, i, story->after[i]);
        disk_mark(disk, i + 1);
    }
    store_close(store);
}

static void put_file(Place *place, const char *name, const char *bytes, ptrdiff_t len) {
    if (len >= 0) {
        (void)write_file(place, name, (Str){bytes, len});
    } else {
        (void)remove(path_of(place, name));
    }
}

static uint64_t read_sessions(Story *story, Store *store) {
    StoreHeaderList list = list_of(story->place, store);
    uint64_t found = 0;
    assert_int_equal(list.missing, 0);
    for (int32_t i = 0; i < MOST_SESSIONS; i++) {
        const StoreHeader *header = find_header(&list, story->sessions[i].header.id);
        if (header) {
            assert_read_back(story->place, store, header, &story->sessions[i]);
            found |= UINT64_C(1) << i;
        }
    }
    StoreNoteList notes = notes_of(story->place, store);
    assert_int_equal(notes.missing, 0);
    for (int32_t i = 0; i < notes.count; i++) {
        int32_t number = (int32_t)strtol(str_to_c(&story->place->arena, notes.rows[i].id), NULL, 16);
        assert_false(notes.rows[i].damaged);
        found |= note_bit(number);
    }
    return found;
}

// Opens what is left; it must be as after the last step that was promised, or as after the one that was under way.
static void assert_kept(Story *story, int64_t mark, int32_t number) {
    static const StoreAccess ACCESSES[] = {STORE_WRITES, STORE_READS};
    Store *store = open_store(story->place, ACCESSES[number % 2]);
    uint64_t found = read_sessions(story, store);
    uint64_t promised = story->after[mark], under_way = story->after[mark < STEPS ? mark + 1 : mark];
    if (found != promised && found != under_way) {
        fail_msg("cut %d: %llx is there, not %llx", number, (unsigned long long)found, (unsigned long long)promised);
    }
    store_close(store);
    if (number % 16 == 0) { // and one goes on with it
        store = open_store(story->place, STORE_WRITES);
        keep(story->place, store, &story->sessions[MOST_SESSIONS - 1]);
        assert_int_equal(read_sessions(story, store), found | UINT64_C(1) << (MOST_SESSIONS - 1));
        store_close(store);
    }
}

static int32_t count_from_environment(Arena *arena, const char *name, int32_t usual) {
    int32_t count = 0;
    return str_to_int(system_environment(arena, str_from_c(name)), &count) && count > 0 ? count : usual;
}

static void no_power_cut_loses_what_was_promised(void **state) {
    enum { USUAL = 3000 };
    Place *place = *state;
    Story *story = calloc(1, sizeof *story);
    char *bytes = calloc(1, ROOM);
    Disk disk = {.notes = true, .lazy = true};
    story->place = place;
    for (int32_t i = 0; i < MOST_SESSIONS; i++) {
        story->sessions[i] = make_session(&place->arena, i + 1, i % 5 ? "Deux" : "Un");
    }
    int32_t cuts = count_from_environment(&place->arena, "PALABRE_POWER_CUTS", USUAL), done = 0;
    disk_insert(&disk);
    tell_story(story, &disk);
    disk.notes = false;
    DiskState disk_state;
    disk_state_begin(&disk_state, ROOM);
    Random random = random_from_seed(11);
    for (int32_t row = 0; row < disk.changes.count; row++) {
        disk_state_step(&disk_state, &disk, row);
        int32_t until = (int32_t)((int64_t)cuts * (row + 1) / disk.changes.count);
        for (; done < until; done++) {
            ArenaMark mark = arena_mark(&place->arena);
            put_file(place, "sessions.db", bytes, disk_state_cut(&disk_state, &disk, row, 0, &random, bytes));
            put_file(place, "sessions.db-journal", bytes, disk_state_cut(&disk_state, &disk, row, 1, &random, bytes));
            assert_kept(story, disk_state.mark, done);
            arena_rewind(&place->arena, mark);
        }
    }
    print_message("%d power cuts at %d changes of the disk\n", done, disk.changes.count);
    assert_int_equal(done, cuts);
    disk_state_end(&disk_state);
    disk_remove(&disk);
    free(bytes);
    free(story);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(no_power_cut_loses_what_was_promised, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
