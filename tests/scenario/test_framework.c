#include "scenario/framework.h"

#include "base/embedded.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct {
    Arena arena, scratch;
    Framework framework;
} Shared;

static void open_shared(Shared *shared) {
    *shared = (Shared){0};
    framework_read(&shared->arena, &shared->scratch, &shared->framework);
}

static void close_shared(Shared *shared) {
    arena_finish(&shared->arena);
    arena_finish(&shared->scratch);
}

#define assert_text(str, expected) assert_true(str_equal(str, S(expected)))

static void themes_have_a_name_in_both_languages_and_a_tint(void **state) {
    (void)state;
    Shared shared;
    open_shared(&shared);
    assert_int_equal(shared.framework.theme_count, 15);
    for (int32_t i = 0; i < shared.framework.theme_count; i++) {
        const Theme *theme = &shared.framework.themes[i];
        assert_true(theme->name.fr.len > 0 && theme->name.en.len > 0);
        assert_true(theme->tint >= TINT_TEAL && theme->tint <= TINT_SAND);
        assert_ptr_equal(framework_find_theme(&shared.framework, theme->id), theme);
    }
    const Theme *theme = framework_find_theme(&shared.framework, S("prejuges"));
    assert_text(theme->name.fr, "Préjugés");
    assert_int_equal(theme->tint, TINT_PLUM);
    assert_null(framework_find_theme(&shared.framework, S("Prejuges")));
    close_shared(&shared);
}

static void the_eight_competencies_say_what_they_are_about(void **state) {
    (void)state;
    Shared shared;
    open_shared(&shared);
    assert_int_equal(shared.framework.competency_count, 8);
    for (int32_t i = 0; i < shared.framework.competency_count; i++) {
        const SharedCompetency *competency = &shared.framework.competencies[i];
        assert_true(competency->about.fr.len > 0 && competency->about.en.len > 0);
        assert_ptr_equal(framework_find_competency(&shared.framework, competency->id), competency);
    }
    assert_text(framework_find_competency(&shared.framework, S("eco"))->name.fr, "Accueillir et écouter");
    assert_null(framework_find_competency(&shared.framework, S("")));
    close_shared(&shared);
}

static void detectors_are_found_in_the_language_of_the_case(void **state) {
    (void)state;
    Shared shared;
    open_shared(&shared);
    for (int32_t i = 0; i < shared.framework.detector_count; i++) {
        const SharedDetector *detector = &shared.framework.detectors[i];
        assert_true(detector->match_count > 0 && detector->yes_count > 0 && detector->no_count > 0);
        assert_true(detector->match[detector->match_count - 1].len > 0);
    }
    const SharedDetector *detector = framework_find_detector(&shared.framework, S("fr"), S("reformulation"));
    assert_text(detector->language, "fr");
    assert_ptr_equal(framework_find_detector(&shared.framework, S("fr-CA"), S("reformulation")), detector);
    assert_null(framework_find_detector(&shared.framework, S("de"), S("reformulation")));
    assert_null(framework_find_detector(&shared.framework, S("fr"), S("reform")));
    assert_true(shared.framework.detectors_version >= 1);
    close_shared(&shared);
}

// The mark to give is told to authors, in `x-advice`.
static void what_a_detector_is_about_is_for_whoever_plays(void **state) {
    (void)state;
    Shared shared;
    open_shared(&shared);
    for (int32_t i = 0; i < shared.framework.detector_count; i++) {
        const SharedDetector *detector = &shared.framework.detectors[i];
        assert_true(detector->about.len > 0);
        assert_true(str_find(detector->about, S("epère")) < 0);
    }
    close_shared(&shared);
}

static void a_tag_has_a_name_and_one_that_is_not_shared_is_its_own(void **state) {
    (void)state;
    Shared shared;
    open_shared(&shared);
    assert_text(framework_tag_name(&shared.framework, S("sauveur"), S("fr-FR")), "Sauveur");
    assert_text(framework_tag_name(&shared.framework, S("sauveur"), S("en")), "Rescuer");
    assert_text(framework_tag_name(&shared.framework, S("evaluation"), S("fr")), "Évaluation");
    assert_text(framework_tag_name(&shared.framework, S("a_nous"), S("fr")), "a_nous");
    close_shared(&shared);
}

static void words_are_french_for_french_and_english_for_all_others(void **state) {
    (void)state;
    Words words = {S("oui"), S("yes")};
    assert_text(words_in(words, S("fr")), "oui");
    assert_text(words_in(words, S("fr-CA")), "oui");
    assert_text(words_in(words, S("en")), "yes");
    assert_text(words_in(words, S("fry")), "yes"); // Frisian
    assert_text(words_in(words, S("")), "yes");
}

static void what_is_read_outlives_the_scratch_memory(void **state) {
    (void)state;
    Shared shared;
    open_shared(&shared);
    assert_int_equal(shared.scratch.used, 0);
    arena_finish(&shared.scratch);
    assert_text(shared.framework.themes[0].id, "conclure");
    assert_text(shared.framework.attitudes[0].id, "evaluation");
    close_shared(&shared);
}

static void a_file_that_is_not_compiled_in_is_empty(void **state) {
    (void)state;
    assert_int_equal(embedded_find(S("nothing.json")).len, 0);
    assert_true(embedded_find(S("themes.json")).len > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(themes_have_a_name_in_both_languages_and_a_tint),
                                       cmocka_unit_test(the_eight_competencies_say_what_they_are_about),
                                       cmocka_unit_test(what_a_detector_is_about_is_for_whoever_plays),
                                       cmocka_unit_test(detectors_are_found_in_the_language_of_the_case),
                                       cmocka_unit_test(a_tag_has_a_name_and_one_that_is_not_shared_is_its_own),
                                       cmocka_unit_test(words_are_french_for_french_and_english_for_all_others),
                                       cmocka_unit_test(what_is_read_outlives_the_scratch_memory),
                                       cmocka_unit_test(a_file_that_is_not_compiled_in_is_empty)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
