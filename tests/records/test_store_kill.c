// Killed at any moment: what was promised is there, whole.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/store_place.h"

#include "base/system.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

enum { USUAL_KILLS = 60, NOTE_EVERY = 7 };

// Keeps sessions of rising numbers, writes a note now and then, and erases every fifth again; tells each number once it
// is promised.
static void write_for_ever(Str folder, int told, int32_t number) {
    Arena arena = {0};
    Error error = {0};
    Store *store = store_open(folder, STORE_WRITES, &error);
    for (; store; number++) {
        StoreHeaderList list = {0};
        StoreSession session = make_session(&arena, number, number % 3 ? "Deux" : "Un");
        StoreNote note = make_note(&arena, number);
        bool done = number % NOTE_EVERY != 0 || store_write_note(store, &note, &error);
        done = done && store_keep(store, &session, 1, NULL, &error);
        if (done && number % 5 == 0) {
            done = store_list(store, &arena, &list, &error) && list.count > 0 &&
                   store_erase(store, &list.rows[0], 1, &error);
        }
        if (!done || write(told, &number, sizeof number) != (ssize_t)sizeof number) {
            break;
        }
        arena_finish(&arena);
    }
    _exit(1);
}

// All that are left are whole, and none is missing between the last that was erased and the last that was promised.
static int32_t assert_whole(Place *place, int32_t promised) {
    Store *store = open_store(place, STORE_WRITES);
    StoreHeaderList list = list_of(place, store);
    int32_t last = 0;
    assert_int_equal(list.missing, 0);
    for (int32_t i = 0; i < list.count; i++) {
        int32_t number = (int32_t)strtol(str_to_c(&place->arena, list.rows[i].id), NULL, 16);
        StoreSession kept = make_session(&place->arena, number, number % 3 ? "Deux" : "Un");
        assert_read_back(place, store, &list.rows[i], &kept);
        last = number > last ? number : last;
    }
    assert_true(last == promised || last == promised + 1);
    StoreNoteList notes = notes_of(place, store);
    assert_int_equal(notes.missing, 0);
    assert_true(notes.count == last / NOTE_EVERY || notes.count == (last + 1) / NOTE_EVERY);
    assert_true(notes.count == 0 || !notes.rows[0].damaged);
    store_close(store);
    return last;
}

static int32_t kill_once(Place *place, int32_t first, int32_t round) {
    int ends[2];
    int32_t promised = first - 1;
    int32_t number = 0;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        write_for_ever(place->folder, ends[1], first);
    }
    close(ends[1]);
    // Every third time while it opens, else within what it does next.
    if (round % 3 && read(ends[0], &number, sizeof number) == (ssize_t)sizeof number) {
        promised = number;
    }
    nanosleep(&(struct timespec){.tv_nsec = 1000000 + round * 7919L % 97 * 500000L}, NULL);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    while (read(ends[0], &number, sizeof number) == (ssize_t)sizeof number) {
        promised = number;
    }
    close(ends[0]);
    return promised;
}

static void what_was_promised_survives_being_killed(void **state) {
    Place *place = *state;
    int32_t kills = 0;
    if (!str_to_int(system_environment(&place->arena, S("PALABRE_KILLS")), &kills) || kills <= 0) {
        kills = USUAL_KILLS;
    }
    int32_t last = 0;
    for (int32_t i = 0; i < kills; i++) {
        int32_t promised = kill_once(place, last + 1, i);
        ArenaMark mark = arena_mark(&place->arena);
        last = assert_whole(place, promised);
        arena_rewind(&place->arena, mark);
    }
    print_message("%d kills, %d sessions kept\n", kills, last);
    assert_true(last >= kills / 2); // or it proved nothing
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_promised_survives_being_killed, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
