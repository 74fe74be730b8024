// What the case's own detectors say of phrases, as it is shown while one types.
#include "editor_desk.h"

#include "editor/bench.h"
#include "scenario/detector_bank.h"

#define BEGIN                                                                                                     \
    "{\"format\": 1, \"id\": \"x\", \"kind\": \"scenario\", \"language\": \"fr\", \"start\": \"s\", \"scenes\": " \
    "[{\"id\": \"s\"}], \"detectors\": ["

#define TWO                                                                                                          \
    BEGIN "{\"id\": \"calm\", \"name\": \"Calme\", \"match\": [\"calmez-vous\", \"du calme\"], \"unless\": "         \
          "[\"merci\"], \"examples\": {\"yes\": [\"Calmez-vous.\", \"Doucement.\"], \"no\": [\"Du calme, merci.\", " \
          "\"Du calme !\", \"\"]}}, {\"id\": \"why\", \"name\": \"Pourquoi\", \"match\": [\"pourquoi\"]}]}"

// Takes a long while on a text of many words, so that it cannot be decided.
#define SLOW                                                                                                    \
    BEGIN "{\"id\": \"slow\", \"name\": \"Lent\", \"match\": [\"^(\\\\w+\\\\s?)*$\"], \"examples\": {\"yes\": " \
          "[\"un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize !\"]}}]}"

static void follow(Writing *writing, Bench *bench) {
    bench_follow(bench, writing->document.reading.scenario);
}

static void work(Bench *bench) {
    int32_t most = 1000;
    while (bench_work(bench) && most-- > 0) {
    }
    assert_true(most > 0);
}

static const BenchTrial *at(const Bench *bench, const char *pointer) {
    const BenchTrial *trial = bench_find(bench, str_from_c(pointer));
    assert_non_null(trial);
    return trial;
}

static void finish(Bench *bench) {
    bench_forget(bench);
    bench_set_phrase(bench, (Str){0});
    arena_finish(&bench->phrase_arena);
}

static void each_phrase_comes_out_with_what_decides_it(void **state) {
    Writing *writing = *state;
    Bench bench = {0};
    begin_with(writing, S(TWO));
    follow(writing, &bench);
    assert_int_equal(bench.sum.count, 4); // an empty one is none
    assert_int_equal(bench.sum.waiting, 4);
    assert_int_equal(bench.waiting, 4);
    work(&bench);
    assert_int_equal(bench.sum.waiting, 0);
    assert_int_equal(bench.sum.otherwise, 2);
    const BenchTrial *trial = at(&bench, "/detectors/0/examples/yes/0");
    assert_int_equal(trial->result.verdict, DETECTOR_FOUND);
    assert_int_equal(trial->result.pattern, 0);
    assert_int_equal(trial->result.hit_count, 1);
    assert_int_equal(trial->result.hits[0].to, 11);
    assert_false(bench_is_otherwise(trial));
    assert_true(bench_is_otherwise(at(&bench, "/detectors/0/examples/yes/1")));
    trial = at(&bench, "/detectors/0/examples/no/0");
    assert_int_equal(trial->result.pattern, 2); // it is ruled out
    assert_false(bench_is_otherwise(trial));
    assert_true(bench_is_otherwise(at(&bench, "/detectors/0/examples/no/1")));
    assert_null(bench_find(&bench, S("/detectors/0/examples/no/2")));
    assert_null(bench_find(&bench, S("/detectors/2/examples/no/0")));
    assert_null(bench_find(&bench, S("/scenes/0")));
    finish(&bench);
}

static void a_phrase_is_tried_on_each_detector_and_kept_by_none(void **state) {
    Writing *writing = *state;
    Bench bench = {0};
    begin_with(writing, S(TWO));
    bench_set_phrase(&bench, S("Pourquoi ? Du calme…"));
    follow(writing, &bench);
    work(&bench);
    assert_int_equal(bench.sum.count, 4);
    assert_int_equal(at(&bench, "/detectors/0/examples")->result.pattern, 1);
    assert_int_equal(at(&bench, "/detectors/1/examples")->result.verdict, DETECTOR_FOUND);
    assert_false(bench_is_otherwise(at(&bench, "/detectors/1/examples")));
    bench_set_phrase(&bench, (Str){0});
    follow(writing, &bench);
    assert_null(bench_find(&bench, S("/detectors/1/examples")));
    finish(&bench);
}

static void a_letter_has_tried_again_only_what_it_may_change(void **state) {
    Writing *writing = *state;
    Bench bench = {0};
    begin_with(writing, S(TWO));
    follow(writing, &bench);
    work(&bench);
    type_text(writing, "/detectors/0/examples/yes/1", S("Doucement, du calme."), 0);
    follow(writing, &bench);
    assert_int_equal(bench.sum.waiting, 1);
    work(&bench);
    assert_int_equal(bench.sum.otherwise, 1);
    assert_int_equal(at(&bench, "/detectors/0/examples/yes/0")->result.hits[0].to, 11); // kept as it came out
    take_out(writing, "/detectors/0/examples/yes/0");
    follow(writing, &bench);
    assert_int_equal(bench.sum.waiting, 0);
    assert_int_equal(at(&bench, "/detectors/0/examples/yes/0")->result.pattern, 1);
    type_text(writing, "/detectors/0/unless/0", S("pardon"), 0);
    follow(writing, &bench);
    assert_int_equal(bench.sum.waiting, 3); // another pattern is another detector
    work(&bench);
    assert_int_equal(bench.sum.otherwise, 2);
    set_json(writing, "/language", "\"en\"");
    follow(writing, &bench);
    assert_int_equal(bench.sum.waiting, 3);
    finish(&bench);
}

static void what_is_no_pattern_tries_nothing(void **state) {
    Writing *writing = *state;
    Bench bench = {0};
    begin_with(writing, S(TWO));
    type_text(writing, "/detectors/0/match/1", S("du (calme"), 0);
    follow(writing, &bench);
    work(&bench);
    assert_int_equal(bench.sum.refused, 4);
    assert_int_equal(bench.sum.otherwise, 0);
    assert_int_equal(at(&bench, "/detectors/0/examples/no/1")->state, BENCH_REFUSED);
    type_text(writing, "/detectors/0/match/1", S("du (calme)"), 0);
    follow(writing, &bench);
    work(&bench);
    assert_int_equal(bench.sum.refused, 0);
    assert_int_equal(bench.sum.otherwise, 2);
    finish(&bench);
}

static void what_cannot_be_decided_is_told_and_its_time_is_measured(void **state) {
    Writing *writing = *state;
    Bench bench = {.measures = true};
    begin_with(writing, S(SLOW));
    follow(writing, &bench);
    work(&bench);
    const BenchTrial *trial = at(&bench, "/detectors/0/examples/yes/0");
    assert_int_equal(trial->result.verdict, DETECTOR_UNDECIDED);
    assert_true(bench_is_otherwise(trial));
    assert_int_equal(bench.sum.undecided, 1);
    assert_true(trial->took_us > 0);
    finish(&bench);
}

// Each of them takes all that it may: a page that waits for all would stand still for seconds.
static void dear_phrases_are_tried_a_few_at_a_time(void **state) {
    enum { PHRASES = 40 };
    Writing *writing = *state;
    Bench bench = {0};
    begin_with(writing, S(SLOW));
    for (int32_t i = 1; i < PHRASES; i++) {
        Operation operation = operation_text(&writing->desk->arena, S("/detectors/0/examples/yes/-"),
                                             str_format(&writing->desk->arena,
                                                        "un deux trois quatre cinq six sept huit neuf dix "
                                                        "onze douze treize quatorze quinze seize ! %d",
                                                        i));
        operation.kind = OPERATION_INSERT;
        assert_int_equal(do_operation(writing, operation), OPERATION_DONE);
    }
    follow(writing, &bench);
    int32_t calls = 1;
    for (int64_t before = 0; bench_work(&bench); calls++) {
        assert_true(detector_spent(bench.bank) - before <= BENCH_UNITS + 2 * DETECTOR_BUDGET);
        before = detector_spent(bench.bank);
    }
    assert_true(calls > PHRASES / 4);
    assert_int_equal(bench.sum.undecided, PHRASES);
    finish(&bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_phrase_comes_out_with_what_decides_it, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(a_phrase_is_tried_on_each_detector_and_kept_by_none, begin_writing,
                                        end_writing),
        cmocka_unit_test_setup_teardown(a_letter_has_tried_again_only_what_it_may_change, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(what_is_no_pattern_tries_nothing, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(what_cannot_be_decided_is_told_and_its_time_is_measured, begin_writing,
                                        end_writing),
        cmocka_unit_test_setup_teardown(dear_phrases_are_tried_a_few_at_a_time, begin_writing, end_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
