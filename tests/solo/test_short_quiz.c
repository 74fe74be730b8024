#include "solo/short_quiz.h"

#include "base/file.h"
#include "base/path.h"
#include "scenario/scenario_parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct {
    Arena arena, scratch;
    Framework framework;
} Desk;

static const ShortQuizWords WORDS = {.title = S_INIT("À revoir"),
                                     .summary = S_INIT("Des questions déjà vues."),
                                     .end = S_INIT("C’est tout"),
                                     .end_text = S_INIT("Le reste attend."),
                                     .prompt = S_INIT("Dans quelle phrase ?"),
                                     .why = S_INIT("Les autres y ressemblent.")};

static int set_up(void **state) {
    Desk *desk = calloc(1, sizeof *desk);
    framework_read(&desk->arena, &desk->scratch, &desk->framework);
    *state = desk;
    return 0;
}

static int tear_down(void **state) {
    Desk *desk = *state;
    arena_finish(&desk->arena);
    arena_finish(&desk->scratch);
    free(desk);
    return 0;
}

static Scenario *parse(Desk *desk, Str bytes) {
    Findings findings = {.arena = &desk->arena};
    Scenario *scenario = scenario_parse(&desk->arena, &desk->scratch, &desk->framework, bytes, &findings);
    assert_non_null(scenario);
    return scenario;
}

#define QUIZ(rest)                                                                                                      \
    S("{\"format\": 1, \"id\": \"q\", \"kind\": \"quiz\", \"language\": \"fr\", \"title\": \"T\", \"summary\": \"S\", " \
      "\"theme\": \"ecoute\", \"minutes\": {\"alone\": 5, \"group\": 5}, \"competencies\": [\"eco\"], \"debrief\": "    \
      "{\"points\": [{\"text\": \"P\", \"scenes\": [\"two\"]}]}, \"start\": \"one\", \"scenes\": [" rest                \
      "{\"id\": \"end\", \"ending\": {\"title\": \"E\", \"tone\": \"good\", \"text\": \"T\"}}]}")
#define OPTIONS \
    "\"options\": [{\"id\": \"a\", \"text\": \"A\", \"stance\": \"recommended\", \"next\": \"end\"}, {\"id\": \"b\", \"text\": \"B\"}]"
#define ONE "{\"id\": \"one\", \"ask\": {\"kind\": \"choice\", \"next\": \"two\", " OPTIONS "}}, "
#define TWO                                                                                                           \
    "{\"id\": \"two\", \"lines\": [{\"text\": \"L\"}], \"ask\": {\"kind\": \"choice\", \"prompt\": \"P ?\", " OPTIONS \
    "}}, "
#define STORY "{\"id\": \"three\", \"lines\": [{\"text\": \"L\"}], \"next\": \"end\"}, "

static void questions_are_taken_out_and_lead_nowhere_else(void **state) {
    Desk *desk = *state;
    static const Str WANTED[] = {S_INIT("two"), S_INIT("gone"), S_INIT("three"), S_INIT("one")};
    Str bytes =
        short_quiz_of_questions(&desk->arena, &desk->scratch, QUIZ(ONE TWO STORY), WANTED, COUNT(WANTED), &WORDS);
    Scenario *scenario = parse(desk, bytes);
    assert_true(scenario->playable);
    assert_int_equal(scenario->scenes.count, 4); // with the empty row and the ending
    assert_true(str_find(bytes, S("next")) < 0);
    assert_true(str_equal(scenario->title, S("À revoir")));
    assert_int_equal(short_quiz_of_questions(&desk->arena, &desk->scratch, QUIZ(ONE), WANTED, 3, &WORDS).len, 0);
    assert_int_equal(short_quiz_of_questions(&desk->arena, &desk->scratch, S("{"), WANTED, 3, &WORDS).len, 0);
    assert_int_equal(short_quiz_of_questions(&desk->arena, &desk->scratch, S("[3]"), WANTED, 3, &WORDS).len, 0);
}

static void a_hash_tells_mended_words_and_no_other_change(void **state) {
    Desk *desk = *state;
    static const Str WANTED[] = {S_INIT("two"), S_INIT("gone")};
    Str hashes[2], others[2];
    short_quiz_hash(&desk->arena, &desk->scratch, QUIZ(ONE TWO), WANTED, 2, hashes);
    assert_true(hashes[0].len > 0 && hashes[1].len == 0);
    short_quiz_hash(&desk->arena, &desk->scratch, QUIZ(TWO), WANTED, 2, others);
    assert_true(str_equal(hashes[0], others[0]));
    short_quiz_hash(&desk->arena, &desk->scratch,
                    QUIZ("{\"id\": \"two\", \"ask\": {\"kind\":\"choice\",\n\n\"prompt\":\"P ?\", " OPTIONS "}}, "),
                    WANTED, 2, others);
    assert_true(str_equal(hashes[0], others[0]));
    short_quiz_hash(&desk->arena, &desk->scratch,
                    QUIZ("{\"id\": \"two\", \"ask\": {\"kind\": \"choice\", \"prompt\": \"Q ?\", " OPTIONS "}}, "),
                    WANTED, 2, others);
    assert_false(str_equal(hashes[0], others[0]));
}

// Every question of every quiz that comes with Palabre plays by itself.
static void each_shipped_question_can_come_back(void **state) {
    Desk *desk = *state;
    FileList names;
    int32_t questions = 0;
    assert_true(file_list(&desk->arena, S("../scenarios/fr"), S(".json"), &names, NULL));
    for (int32_t i = 0; i < names.count; i++) {
        Str bytes;
        if (names.rows[i].text[0] != 'q' || path_ends(names.rows[i], S(".test.json"))) {
            continue;
        }
        Arena arena = {0};
        assert_true(file_load(&arena, path_join(&arena, S("../scenarios/fr"), names.rows[i]), 1 << 24, &bytes, NULL));
        Findings findings = {.arena = &arena};
        Scenario *whole = scenario_parse(&arena, &desk->scratch, &desk->framework, bytes, &findings);
        for (SceneId scene = 1; scene < whole->scenes.count; scene++) {
            if (whole->scenes.rows[scene].ask != 0) {
                Str id = scenario_name(whole, whole->scenes.rows[scene].id);
                Str quiz = short_quiz_of_questions(&arena, &desk->scratch, bytes, &id, 1, &WORDS);
                Scenario *one = scenario_parse(&arena, &desk->scratch, &desk->framework, quiz, &findings);
                assert_true(one->playable);
                questions++;
            }
        }
        arena_finish(&arena);
    }
    assert_true(questions > 80);
}

static void detectors_ask_for_the_sentence_that_they_notice(void **state) {
    Desk *desk = *state;
    int32_t count = 0;
    ShortQuizDetector *rows = arena_push(&desk->arena, ShortQuizDetector, desk->framework.detector_count);
    for (int32_t i = 0; i < desk->framework.detector_count; i++) {
        const SharedDetector *detector = &desk->framework.detectors[i];
        assert_true(short_quiz_can_ask(detector));
        if (str_equal(detector->language, S("fr"))) {
            rows[count++] = (ShortQuizDetector){detector, i};
        }
    }
    Scenario *scenario = parse(desk, short_quiz_of_detectors(&desk->arena, rows, count, &WORDS));
    assert_true(scenario->playable);
    assert_int_equal(scenario->scenes.count, count + 2);
    assert_true(count > 20);
    assert_int_equal(short_quiz_of_detectors(&desk->arena, rows, 0, &WORDS).len, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(questions_are_taken_out_and_lead_nowhere_else),
        TEST(a_hash_tells_mended_words_and_no_other_change),
        TEST(each_shipped_question_can_come_back),
        TEST(detectors_ask_for_the_sentence_that_they_notice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
