#include "scenario/needs.h"

#include "base/file.h"
#include "base/path.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct {
    Arena arena, scratch;
    Framework framework;
    Needs needs;
} Shared;

static void open_shared(Shared *shared) {
    *shared = (Shared){0};
    framework_read(&shared->arena, &shared->scratch, &shared->framework);
    needs_read(&shared->arena, &shared->scratch, &shared->needs);
}

static void close_shared(Shared *shared) {
    arena_finish(&shared->arena);
    arena_finish(&shared->scratch);
}

static void the_96_needs_have_words_in_both_languages_and_skills_that_exist(void **state) {
    (void)state;
    Shared shared;
    open_shared(&shared);
    assert_int_equal(shared.needs.count, 96);
    assert_int_equal(shared.needs.chapter_count, 7);
    for (int32_t i = 0; i < shared.needs.count; i++) {
        const Need *need = &shared.needs.rows[i];
        assert_int_equal(need->number, i + 1);
        assert_true(need->name.fr.len > 0 && need->name.en.len > 0);
        assert_true(need->chapter < shared.needs.chapter_count);
        for (int32_t j = 0; j < need->competency_count; j++) {
            assert_non_null(framework_find_competency(&shared.framework, need->competencies[j]));
        }
    }
    close_shared(&shared);
}

// How many of the files of a folder are a version of the case.
static int32_t count_led_to(Shared *shared, Str folder, Str code) {
    FileList names = {0};
    assert_true(file_list(&shared->arena, folder, S(".json"), &names, NULL));
    int32_t count = 0;
    for (int32_t i = 0; i < names.count; i++) {
        count += !path_ends(names.rows[i], S(".test.json")) && needs_lead_to(code, names.rows[i]);
    }
    return count;
}

static void each_code_is_that_of_one_french_case(void **state) {
    (void)state;
    Shared shared;
    open_shared(&shared);
    for (int32_t i = 0; i < shared.needs.count; i++) {
        for (int32_t j = 0; j < shared.needs.rows[i].case_count; j++) {
            assert_int_equal(count_led_to(&shared, S("../scenarios/fr"), shared.needs.rows[i].cases[j]), 1);
        }
    }
    close_shared(&shared);
}

static void what_begins_gently_warns_of_nothing(void **state) {
    (void)state;
    Shared shared;
    open_shared(&shared);
    FileList names = {0};
    Str folder = S("../scenarios/fr"), bytes;
    assert_true(file_list(&shared.arena, folder, S(".json"), &names, NULL));
    assert_true(shared.needs.gentle_count > 0);
    for (int32_t i = 0; i < shared.needs.gentle_count; i++) {
        assert_int_equal(count_led_to(&shared, folder, shared.needs.gentle[i]), 1);
        for (int32_t j = 0; j < names.count; j++) {
            if (needs_lead_to(shared.needs.gentle[i], names.rows[j])) {
                assert_true(
                    file_load(&shared.arena, path_join(&shared.arena, folder, names.rows[j]), 1 << 24, &bytes, NULL));
                assert_true(str_find(bytes, S("\n  \"notice\"")) < 0);
            }
        }
    }
    close_shared(&shared);
}

static void a_code_stands_at_the_beginning_of_an_id(void **state) {
    (void)state;
    assert_true(needs_lead_to(S("S03"), S("s03-ten-minutes-left")));
    assert_true(needs_lead_to(S("S03"), S("s03-chez-nous")));
    assert_false(needs_lead_to(S("S03"), S("s03")));
    assert_false(needs_lead_to(S("S03"), S("s030-other")));
    assert_false(needs_lead_to(S("S03"), S("q03-mandat")));
    assert_false(needs_lead_to(S("S03"), S("")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_96_needs_have_words_in_both_languages_and_skills_that_exist),
        cmocka_unit_test(each_code_is_that_of_one_french_case),
        cmocka_unit_test(what_begins_gently_warns_of_nothing),
        cmocka_unit_test(a_code_stands_at_the_beginning_of_an_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
