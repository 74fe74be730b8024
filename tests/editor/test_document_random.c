// Operations of any kind in any order: every state parses and lays out as itself, undoing all of them gives the first
// document, doing them again the last, byte for byte.
#include "editor_desk.h"

#include "base/random.h"
#include "base/system.h"

#include <string.h>
#include <time.h>

enum { USUAL_STEPS = 50, LONGER_STEPS = 100, FACTOR_MOST = 100, THOUSAND = 1000 }; // longer: with a factor

static int32_t property_factor(Arena *arena) {
    int32_t factor = 1;
    (void)str_to_int(system_environment(arena, S("PALABRE_PROPERTY_FACTOR")), &factor);
    return factor > 0 && factor < FACTOR_MOST ? factor : factor > 0 ? FACTOR_MOST : 1;
}

// The pointer of any value of the case.
static Str any_place(Writing *writing, Random *random) {
    Str bytes = writing->document.reading.bytes;
    return pointer_at(&writing->desk->arena, bytes, random_below(random, (int32_t)bytes.len));
}

static Operation any_operation(Writing *writing, Random *random) {
    static const Str VALUES[] = {
        S_INIT("\"a word\""), S_INIT("\"\""), S_INIT("12"),         S_INIT("true"),        S_INIT("null"),
        S_INIT("[]"),         S_INIT("{}"),   S_INIT("[1, \"a\"]"), S_INIT("{\"a\": {}}"), S_INIT("{\"id\": \"a\"}"),
        S_INIT("\"a\"")};
    static const Str KEYS[] = {S_INIT("title"), S_INIT("text"), S_INIT("x-note"), S_INIT("0"),
                               S_INIT("-"),     S_INIT("next"), S_INIT("ending"), S_INIT("odd/key~")};
    static const Str IDS[] = {S_INIT("fresh"), S_INIT("other"), S_INIT("third_one"), S_INIT("Bad Id")};
    Arena *arena = &writing->desk->arena;
    Operation operation = {.kind = (OperationKind)random_below(random, OPERATION_RENAME + 1),
                           .at = any_place(writing, random)};
    operation.json = VALUES[random_below(random, COUNT(VALUES))];
    operation.to = random_below(random, 4);
    if (operation.kind == OPERATION_RENAME) {
        operation.json = IDS[random_below(random, COUNT(IDS))];
        operation.at = random_below(random, 2) ? pointer_join(arena, operation.at, S("id")) : operation.at;
    } else if (operation.kind == OPERATION_INSERT || random_below(random, 3) == 0) {
        operation.at = pointer_join(arena, operation.at, KEYS[random_below(random, COUNT(KEYS))]);
    }
    return operation;
}

// Holds for every state.
static void assert_sound(Writing *writing) {
    Desk *desk = writing->desk;
    Document again;
    document_init(&again, &desk->framework);
    document_begin(&again, &desk->scratch, writing->document.reading.bytes);
    assert_true(again.canonical);
    assert_true(again.reading.scenario->read);
    assert_int_equal(again.reading.findings.error_count, writing->document.reading.findings.error_count);
    document_finish(&again);
}

// One operation, or a step of several; or one goes back and forth before it.
static int32_t change_at_random(Writing *writing, Random *random) {
    Operation operations[3];
    int32_t count = random_below(random, 8) == 0 ? 3 : 1;
    for (int32_t i = 0; i < count; i++) {
        operations[i] = any_operation(writing, random);
    }
    if (random_below(random, 10) == 0 && undo(writing)) {
        redo(writing);
    }
    writing->now_ms += random_below(random, 3000);
    Moment moment = {.now_ms = writing->now_ms, .typed = random_below(random, 2) != 0};
    return document_edit(&writing->document, &writing->desk->scratch, operations, count, &moment) == OPERATION_DONE;
}

static void change_and_go_back(Writing *writing, Str bytes, int32_t wanted, uint64_t seed) {
    Random random = random_from_seed(seed);
    begin_with(writing, bytes);
    Arena kept = {0};
    Str first = str_copy(&kept, writing->document.reading.bytes);
    int32_t done = 0;
    for (int32_t tries = 0; done < wanted && tries < wanted * 10; tries++) {
        int32_t one = change_at_random(writing, &random);
        done += one;
        if (one && done % 4 == 0) {
            assert_sound(writing);
        }
        arena_finish(&writing->desk->arena);
    }
    Str last = str_copy(&kept, writing->document.reading.bytes);
    int32_t steps = writing->document.revisions.undo_count;
    while (undo(writing)) {
    }
    assert_str(writing->document.reading.bytes, first);
    assert_int_equal(writing->document.revisions.redo_count, steps);
    while (redo(writing)) {
    }
    assert_str(writing->document.reading.bytes, last);
    assert_true(done >= wanted / 2);
    arena_finish(&kept);
}

static void any_operations_can_be_undone_and_done_again(void **state) {
    Writing *writing = *state;
    uint64_t seed = (uint64_t)time(NULL);
    int32_t factor = property_factor(&writing->desk->lasting);
    print_message("seed %llu\n", (unsigned long long)seed);
    int32_t steps = factor > 1 ? LONGER_STEPS * factor : USUAL_STEPS;
    change_and_go_back(writing, writing->desk->complete, steps, seed);
    change_and_go_back(writing, S("{\"format\": 1}"), steps, seed + 1);
}

static Str thousand_scenes(Arena *arena) {
    StrBuilder bytes = {.arena = arena};
    str_add(&bytes,
            S("{\"format\": 1, \"id\": \"long\", \"kind\": \"scenario\", \"language\": \"fr\", \"title\": \"T\", "
              "\"summary\": \"S\", \"theme\": \"accueil\", \"minutes\": {\"alone\": 1, \"group\": 1}, "
              "\"competencies\": [\"eco\"], \"start\": \"s0\", \"scenes\": ["));
    for (int32_t i = 0; i < THOUSAND; i++) {
        str_addf(&bytes, "{\"id\": \"s%d\", \"lines\": [", i);
        for (int32_t line = 0; line < 8; line++) {
            str_addf(&bytes, "%s{\"text\": \"Quelqu’un entre et demande pour la %de fois si le courrier est là.\"}",
                     line ? ", " : "", line);
        }
        str_addf(&bytes, "], \"next\": \"s%d\"}, ", i + 1);
    }
    str_addf(&bytes, "{\"id\": \"s%d\", \"ending\": {\"title\": \"T\", \"text\": \"T\"}}]}", THOUSAND);
    return str_built(&bytes);
}

// A letter in one scene after the other, as many as are promised, then all the way back. The states are put into the
// line as they are, for reading each of the longer case would take longer than a test may.
static void take_thousand_steps(Writing *writing, Revisions *line, Str first) {
    Desk *desk = writing->desk;
    char *text = arena_push_text(&desk->lasting, first.len);
    memcpy(text, first.text, (size_t)first.len);
    Str now = {text, first.len};
    revisions_push(line, &desk->scratch, now, &(RevisionStep){0});
    for (int32_t step = 0; step < THOUSAND; step++) {
        ptrdiff_t at = first.len / 3 + step * (first.len / 2) / THOUSAND;
        while (text[at] < 'a' || text[at] > 'y') {
            at++;
        }
        text[at]++;
        revisions_push(line, &desk->scratch, now, &(RevisionStep){.at_ms = step});
    }
    assert_str(revisions_bytes(&desk->arena, line->current), now);
}

static void a_thousand_steps_stay_within_the_memory_for_them(void **state) {
    Writing *writing = *state;
    const Str cases[] = {load_case(writing->desk, S01), thousand_scenes(&writing->desk->lasting)};
    for (int32_t i = 0; i < COUNT(cases); i++) {
        Revisions line = {0};
        begin_with(writing, cases[i]);
        Str first = str_copy(&writing->desk->lasting, writing->document.reading.bytes);
        take_thousand_steps(writing, &line, first);
        print_message("%d steps of %td bytes: %.1f MB\n", line.undo_count, first.len,
                      (double)arena_size(&line.arena) / 1e6);
        assert_int_equal(line.undo_count, THOUSAND);
        assert_true(arena_size(&line.arena) <= REVISIONS_MOST_BYTES / 4);
        while (revisions_undo(&line)) {
        }
        assert_str(revisions_bytes(&writing->desk->arena, line.current), first);
        revisions_finish(&line);
    }
}

// Past it the oldest go, and what is left is as it was.
static void the_oldest_steps_go_when_there_is_no_room(void **state) {
    Writing *writing = *state;
    Revisions line = {0};
    Arena *arena = &writing->desk->arena;
    char *text = arena_push(&writing->desk->lasting, char, 3 * THOUSAND * THOUSAND);
    for (int32_t step = 0; step < 26; step++) {
        int32_t len = 2 * THOUSAND * THOUSAND + step;
        memset(text, 'a' + step % 26, (size_t)len);
        for (int32_t at = 0; at < len; at += 90) {
            text[at] = '\n';
        }
        revisions_push(&line, &writing->desk->scratch, (Str){text, len}, &(RevisionStep){.at_ms = step});
        assert_true(arena_size(&line.arena) <= REVISIONS_MOST_BYTES);
    }
    assert_true(line.undo_count >= 5 && line.undo_count < 20);
    int32_t steps = line.undo_count;
    for (int32_t step = 25; step > 25 - steps; step--) {
        Str bytes = revisions_bytes(arena, line.current);
        assert_int_equal(line.current->step.at_ms, step);
        assert_int_equal(bytes.len, 2 * THOUSAND * THOUSAND + step);
        assert_int_equal(bytes.text[1], 'a' + step % 26);
        assert_true(revisions_undo(&line));
        arena_finish(arena);
    }
    assert_false(revisions_undo(&line));
    revisions_finish(&line);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin_writing, end_writing)
    const struct CMUnitTest tests[] = {
        TEST(any_operations_can_be_undone_and_done_again),
        TEST(a_thousand_steps_stay_within_the_memory_for_them),
        TEST(the_oldest_steps_go_when_there_is_no_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
