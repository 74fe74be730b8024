// What the page of kept sessions says of a file that comes in: several texts of a case, lines that cannot be read, a
// disk that is full on the way.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "player/kept_desk.h"

#include <signal.h>
#include <sys/resource.h>

static bool tells(const Desk *desk, const char *text) {
    return str_find(desk->player.kept.told, str_from_c(text)) >= 0;
}

static StoreSessionList sessions_of(Desk *desk, const char *path) {
    StoreSessionList sessions;
    StoreTextProblemList problems;
    Str bytes = desk_load(desk, str_from_c(path));
    store_text_read(&desk->arena, store_text_bytes(&bytes), &sessions, &problems);
    assert_int_equal(problems.count, 0);
    return sessions;
}

static Str save_text(Desk *desk, const StoreTextWriter *text) {
    Str path = desk_path(desk, "documents/autre.jsonl");
    assert_true(file_write(path, str_built(&text->out), NULL));
    return path;
}

// The same sessions, of another case.
static Str make_others(Desk *desk) {
    static const char *const FILES[] = {"data/sessions/six.jsonl", "data/sessions/changed.jsonl"};
    StoreTextWriter text = {.arena = &desk->arena, .out = {.arena = &desk->arena}};
    for (int32_t i = 0; i < COUNT(FILES); i++) {
        StoreSessionList sessions = sessions_of(desk, FILES[i]);
        for (int32_t j = 0; j < sessions.count; j++) {
            sessions.rows[j].header.case_id = S("autre-dossier");
            sessions.rows[j].header.title = S("L’autre dossier");
            store_text_add(&text, &sessions.rows[j]);
        }
    }
    return save_text(desk, &text);
}

static void several_texts_of_a_situation_are_told(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    go_to_kept(&desk);
    do_kept(&desk, KEPT_IMPORT, 0, S("data/sessions/six.jsonl"));
    do_kept(&desk, KEPT_CHOOSE, 0, S("")); // what is ticked makes no difference
    assert_true(tells(&desk, "6 séances ont été ajoutées."));
    assert_false(tells(&desk, "changé"));
    do_kept(&desk, KEPT_IMPORT, 0, S("data/sessions/changed.jsonl"));
    assert_true(tells(&desk, "« Le dossier vert » a changé entre les séances : chaque version s’analyse à part"));
    assert_false(desk.player.kept.trouble);
    do_kept(&desk, KEPT_IMPORT, 0, make_others(&desk));
    assert_true(tells(&desk, "2 situations ont changé entre les séances, dont « L"));
    do_kept(&desk, KEPT_EXPORT, 0, S(""));
    assert_false(tells(&desk, "changé"));
    desk_close(&desk);
}

// One person's walks are not analysed.
static void walks_of_one_person_are_no_versions(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    StoreSessionList sessions = sessions_of(&desk, "data/sessions/changed.jsonl");
    StoreTextWriter text = {.arena = &desk.arena, .out = {.arena = &desk.arena}};
    for (int32_t i = 0; i < sessions.count; i++) {
        sessions.rows[i].header.kind = STORE_SOLO;
        store_text_add(&text, &sessions.rows[i]);
    }
    go_to_kept(&desk);
    do_kept(&desk, KEPT_IMPORT, 0, S("data/sessions/six.jsonl"));
    do_kept(&desk, KEPT_IMPORT, 0, save_text(&desk, &text));
    assert_int_equal(count_kept(&desk), 6 + sessions.count);
    assert_false(tells(&desk, "changé"));
    desk_close(&desk);
}

static void what_is_whole_comes_in_and_the_bad_lines_are_told(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    go_to_kept(&desk);
    do_kept(&desk, KEPT_IMPORT, 0, S("data/sessions/bad.jsonl"));
    assert_true(desk.player.kept.trouble);
    assert_true(tells(&desk, "1 séance a été ajoutée.\nLigne 1 : cette ligne n’est pas celle d’une sauvegarde"));
    assert_int_equal(count_kept(&desk), 1);
    desk_close(&desk);
}

enum { TOGETHER = 32 * 1024 * 1024, LINES = 2000 }; // bytes that come in at once (records/store_import.c)

// Of some 300 KB, so that they are few.
static Str make_long(Arena *arena, const StoreSession *session, int32_t *count) {
    StrBuilder lines = {.arena = arena};
    str_add(&lines, session->lines);
    for (int32_t i = 0; i < LINES; i++) {
        str_addf(&lines, "{\"seq\": %d, \"at_ms\": 0, \"kind\": \"later\", \"of\": \"%0*d\"}\n", 1000 + i, 99, i);
    }
    *count = session->header.line_count + LINES;
    return str_built(&lines);
}

static Str make_large(Desk *desk, int32_t *count) {
    Arena arena = {0};
    StoreSession session = sessions_of(desk, "data/sessions/six.jsonl").rows[0];
    FileDraft *draft = file_draft_begin(&arena);
    StoreTextWriter text = {.arena = &arena, .out = {.arena = &arena}, .draft = draft};
    session.lines = make_long(&arena, &session, &session.header.line_count);
    for (*count = 0; file_draft_len(draft) < 2 * TOGETHER;) {
        ArenaMark mark = arena_mark(&desk->arena);
        session.header.id = str_format(&desk->arena, "%032x", ++*count);
        store_text_add(&text, &session);
        arena_rewind(&desk->arena, mark);
    }
    store_text_end(&text);
    Str path = desk_path(desk, "documents/grand.jsonl");
    assert_true(file_save_draft(path, (Str){0}, draft, NULL));
    file_draft_close(draft);
    arena_finish(&arena);
    return path;
}

// A limit on the size of files stands for a full disk. What came in before stays, and the same file brings the rest.
static void a_disk_that_is_full_on_the_way_leaves_a_part_and_says_so(void **state) {
    (void)state;
    Desk desk;
    int32_t count;
    struct rlimit before;
    desk_open(&desk);
    go_to_kept(&desk);
    do_kept(&desk, KEPT_IMPORT, 0, S("data/sessions/changed.jsonl"));
    int32_t there = count_kept(&desk);
    Str path = make_large(&desk, &count);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit small = {.rlim_cur = TOGETHER + TOGETHER / 2, .rlim_max = before.rlim_max};
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    do_kept(&desk, KEPT_IMPORT, 0, path);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, handler);
    assert_true(desk.player.kept.trouble);
    assert_true(tells(&desk, "Tout n’a pas pu être ajouté : "));
    assert_true(tells(&desk, "Ce qui manque viendra en important de nouveau le même fichier.\n"));
    assert_true(tells(&desk, "« Le dossier vert » a changé entre les séances"));
    int32_t added = count_kept(&desk) - there;
    assert_true(added > 0 && added < count);
    do_kept(&desk, KEPT_IMPORT, 0, path);
    assert_false(desk.player.kept.trouble);
    assert_int_equal(count_kept(&desk), there + count);
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(several_texts_of_a_situation_are_told),
        cmocka_unit_test(walks_of_one_person_are_no_versions),
        cmocka_unit_test(what_is_whole_comes_in_and_the_bad_lines_are_told),
        cmocka_unit_test(a_disk_that_is_full_on_the_way_leaves_a_part_and_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
