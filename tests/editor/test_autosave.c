// Drafts: what is written comes back after a crash, up to what was torn.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "base/system.h"
#include "base/temporary.h"
#include "editor/autosave.h"
#include "editor_desk.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { USUAL_KILLS = 60, LETTER_MS = 50, LOST_MS = 2000, FEW_PARTS = 8, MOST_LETTERS = 2000 };

static const char LINE[] = "/scenes/0/lines/0/text";
static const char TODAY[] = "2026-11-30";

static Str empty_folder(Writing *writing) {
    Str folder = temporary_folder(&writing->desk->lasting);
    assert_true(folder.len > 0);
    return folder;
}

static int32_t count_drafts(Writing *writing, Str folder) {
    FileList names = {0};
    assert_true(file_list(&writing->desk->arena, folder, S(".draft"), &names, NULL));
    return names.count;
}

static void take_away(Writing *writing, Str folder) {
    FileList names = {0};
    assert_true(file_list(&writing->desk->arena, folder, S(""), &names, NULL));
    for (int32_t i = 0; i < names.count; i++) {
        (void)remove(str_to_c(&writing->desk->arena, path_join(&writing->desk->arena, folder, names.rows[i])));
    }
    assert_int_equal(rmdir(str_to_c(&writing->desk->arena, folder)), 0);
}

// A tick of the window. How many tasks there were.
static int32_t tick(Writing *writing, Autosave *autosave) {
    AutosaveTask task;
    int32_t count = 0;
    while (
        autosave_step(autosave, &writing->document, &writing->desk->arena, writing->now_ms, str_from_c(TODAY), &task)) {
        assert_true(autosave_run(&task, NULL));
        count++;
    }
    return count;
}

static Str letters(Arena *arena, int32_t count) {
    char *text = arena_push_text(arena, count);
    memset(text, 'x', (size_t)count);
    return (Str){text, count};
}

static Str recover(Writing *writing, Str folder) {
    Draft draft;
    return autosave_find(&writing->desk->arena, folder, writing->document.file.path, &draft) ? draft.bytes : S("none");
}

static void a_second_of_work_is_written_at_a_time(void **state) {
    Writing *writing = *state;
    Autosave autosave = {.folder = empty_folder(writing)};
    open_file(writing, S(S01));
    assert_int_equal(tick(writing, &autosave), 0);
    assert_int_equal(autosave_wait_ms(&autosave, &writing->document, writing->now_ms), -1);
    type_text(writing, LINE, S("a"), 0);
    assert_int_equal(tick(writing, &autosave), 0);
    writing->now_ms += AUTOSAVE_MS - 1;
    assert_int_equal(tick(writing, &autosave), 0);
    assert_int_equal(autosave_wait_ms(&autosave, &writing->document, writing->now_ms), 1);
    type_text(writing, LINE, S("ab"), 1);
    assert_int_equal(tick(writing, &autosave), 1);
    assert_str(recover(writing, autosave.folder), bytes_of(writing));
    assert_int_equal(autosave_wait_ms(&autosave, &writing->document, writing->now_ms), -1);
    undo(writing);
    set_json(writing, "/title", "\"Un titre d’été\"");
    assert_int_equal(tick(writing, &autosave), 0);
    writing->now_ms += AUTOSAVE_MS;
    assert_int_equal(tick(writing, &autosave), 1);
    assert_str(recover(writing, autosave.folder), bytes_of(writing));
    undo(writing); // back to what is saved
    assert_int_equal(tick(writing, &autosave), 1);
    assert_int_equal(count_drafts(writing, autosave.folder), 0);
    take_away(writing, autosave.folder);
    autosave_finish(&autosave);
}

// Under the next number, before the old one goes; also when the disk had refused.
static void a_long_draft_is_begun_anew(void **state) {
    Writing *writing = *state;
    Autosave autosave = {.folder = empty_folder(writing), .parts_most = 3};
    begin_with(writing, load_case(writing->desk, S01));
    for (int32_t i = 1; i <= 10; i++) {
        type_text(writing, LINE, letters(&writing->desk->arena, i), 5000);
        tick(writing, &autosave);
        writing->now_ms += AUTOSAVE_MS;
        int32_t tasks = tick(writing, &autosave);
        assert_int_equal(tasks, i % 3 == 1 && i > 1 ? 2 : 1);
        assert_str(recover(writing, autosave.folder), bytes_of(writing));
        assert_int_equal(count_drafts(writing, autosave.folder), 1);
    }
    autosave_restart(&autosave);
    tick(writing, &autosave);
    writing->now_ms += AUTOSAVE_MS;
    assert_int_equal(tick(writing, &autosave), 2);
    assert_str(recover(writing, autosave.folder), bytes_of(writing));
    assert_int_equal(count_drafts(writing, autosave.folder), 1);
    take_away(writing, autosave.folder);
    autosave_finish(&autosave);
}

// Cut anywhere, or with a byte changed anywhere, a draft gives a state that it had, and never an earlier one for what
// stands later.
static void a_damaged_draft_gives_what_stands_before(void **state) {
    enum { STATES = 12, STEP = 7 };
    Writing *writing = *state;
    Arena kept = {0};
    Str states[STATES + 1] = {{0}};
    Autosave autosave = {.folder = empty_folder(writing)};
    begin_with(writing, S("{\"format\": 1, \"title\": \"x\"}"));
    for (int32_t i = 0; i <= STATES; i++) {
        type_text(writing, "/title", str_format(&kept, "état %d", i * i * i), 3000);
        states[i] = str_copy(&kept, writing->document.reading.bytes);
        tick(writing, &autosave);
        writing->now_ms += AUTOSAVE_MS;
        tick(writing, &autosave);
    }
    Str path = str_copy(&kept, autosave.path);
    Str whole = {0};
    assert_true(file_load(&kept, path, AUTOSAVE_MOST_BYTES, &whole, NULL));
    char *bytes = arena_push_text(&kept, whole.len);
    memcpy(bytes, whole.text, (size_t)whole.len);
    int32_t least = 0;
    for (ptrdiff_t at = 0; at < whole.len; at += STEP) {
        Draft cut, flipped;
        assert_true(file_write(path, str_slice(whole, 0, at), NULL));
        bool known = autosave_read(&writing->desk->arena, path, &cut, NULL);
        int32_t state_now = least;
        while (known && state_now <= STATES && !str_equal(states[state_now], cut.bytes)) {
            state_now++;
        }
        assert_true(state_now <= STATES);
        least = state_now;
        bytes[at] ^= 1;
        assert_true(file_write(path, (Str){bytes, whole.len}, NULL));
        bytes[at] ^= 1;
        if (autosave_read(&writing->desk->arena, path, &flipped, NULL)) {
            assert_true(known && flipped.damaged);
            assert_str(flipped.bytes, cut.bytes);
        }
        arena_finish(&writing->desk->arena);
    }
    assert_int_equal(least, STATES - 1);
    take_away(writing, autosave.folder);
    autosave_finish(&autosave);
    arena_finish(&kept);
}

static void what_is_no_draft_is_left_alone(void **state) {
    Writing *writing = *state;
    Str folder = empty_folder(writing);
    Str path = path_join(&writing->desk->lasting, folder, S("new.1.draft"));
    static const Str BYTES[] = {
        S_INIT(""),
        S_INIT("\n"),
        S_INIT("{}\n"),
        S_INIT("{\"palabre\": \"draft\"}\n"),
        S_INIT("{\"palabre\": \"draft\", \"version\": 2, \"len\": 1, \"sum\": \"\"}\na\n"),
        S_INIT("{\"palabre\": \"draft\", \"version\": 1, \"len\": 9999999999, \"sum\": 3}\na\n")};
    for (int32_t i = 0; i < COUNT(BYTES); i++) {
        Draft draft;
        assert_true(file_write(path, BYTES[i], NULL));
        assert_false(autosave_find(&writing->desk->arena, folder, (Str){0}, &draft));
    }
    take_away(writing, folder);
}

// Small, so that most of the time is spent in writing.
static const Str SMALL = S_INIT("{\"format\": 1, \"title\": \"\"}");

// Types letters for ever, one each LETTER_MS of its own clock, and tells of each.
static void type_for_ever(Writing *writing, Str folder, int told) {
    Autosave autosave = {.folder = folder, .parts_most = FEW_PARTS};
    begin_with(writing, SMALL);
    for (int32_t count = 1; count <= MOST_LETTERS; count++) {
        type_text(writing, "/title", letters(&writing->desk->arena, count), LETTER_MS);
        if (write(told, &count, sizeof count) != (ssize_t)sizeof count) {
            break;
        }
        tick(writing, &autosave);
        arena_finish(&writing->desk->arena);
    }
    _exit(0);
}

// How many letters were typed when it was killed.
static int32_t kill_once(Writing *writing, Str folder, int32_t round) {
    int ends[2];
    int32_t typed = 0;
    int32_t number = 0;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        type_for_ever(writing, folder, ends[1]);
    }
    close(ends[1]);
    int32_t wanted = 20 + round * 7919 % 150;
    while (typed < wanted && read(ends[0], &number, sizeof number) == (ssize_t)sizeof number) {
        typed = number;
    }
    nanosleep(&(struct timespec){.tv_nsec = round * 7919L % 97 * 20000L}, NULL);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    while (read(ends[0], &number, sizeof number) == (ssize_t)sizeof number) {
        typed = number;
    }
    close(ends[0]);
    return typed;
}

static void being_killed_loses_two_seconds_at_most(void **state) {
    Writing *writing = *state;
    int32_t kills = 0;
    if (!str_to_int(system_environment(&writing->desk->lasting, S("PALABRE_KILLS")), &kills) || kills <= 0) {
        kills = USUAL_KILLS;
    }
    int32_t most_lost = 0;
    int32_t recovered = 0;
    for (int32_t i = 0; i < kills; i++) {
        Str folder = empty_folder(writing);
        int32_t typed = kill_once(writing, folder, i);
        begin_with(writing, SMALL);
        Str bytes = recover(writing, folder);
        int32_t place = json_find_pointer(bytes, S("/title"));
        int32_t back = place >= 0 ? (int32_t)json_value_at(bytes, place).len - 2 : 0;
        if (back > 0) { // else it was killed before there was a draft
            type_text(writing, "/title", letters(&writing->desk->arena, back), 0);
            assert_str(bytes, writing->document.reading.bytes);
            recovered++;
        }
        most_lost = typed - back > most_lost ? typed - back : most_lost;
        take_away(writing, folder);
        arena_finish(&writing->desk->arena);
    }
    print_message("%d kills, at most %d ms lost\n", kills, most_lost * LETTER_MS);
    assert_true(most_lost * LETTER_MS <= LOST_MS);
    assert_true(recovered > kills / 2); // or it proved nothing
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin_writing, end_writing)
    const struct CMUnitTest tests[] = {
        TEST(a_second_of_work_is_written_at_a_time),    TEST(a_long_draft_is_begun_anew),
        TEST(a_damaged_draft_gives_what_stands_before), TEST(what_is_no_draft_is_left_alone),
        TEST(being_killed_loses_two_seconds_at_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
