// What is learned of detectors: clues of a text, bytes that are none, and what is found and shown by words alone.
#include "scenario/learned.h"

#include "base/embedded.h"
#include "base/random.h"

#include "detector_shared.h"

static int32_t count_sign(const Clues *clues, const Clue *clue) {
    int32_t count = 0;
    for (int32_t i = 0; i < clues->count; i++) {
        count += clues->rows[i].sign == clue->sign;
    }
    return count;
}

// How many clues of the first text stand in the second too, in percent.
static int32_t share_of(Arena *arena, const char *text, const char *other) {
    Clues clues = clues_read(arena, str_from_c(text)), others = clues_read(arena, str_from_c(other));
    int32_t count = 0;
    for (int32_t i = 0; i < clues.count; i++) {
        count += count_sign(&others, &clues.rows[i]) > 0;
    }
    return count * 100 / clues.count;
}

static void clues_are_words_letters_and_sentences(void **state) {
    (void)state;
    Arena arena = {0};
    Clues clues = clues_read(&arena, S("Je vois. Et l'an 2026 ?"));
    assert_int_equal(clues.word_count, 10); // with both ends
    assert_int_equal(clues.words[7].from, 17);
    assert_int_equal(clues.words[7].to, 21);
    assert_int_equal(share_of(&arena, "Je vois, en 2026", "JE VOIS,  en 7"), 100);
    assert_true(share_of(&arena, "vous avez votre carte", "vous avez votre carte ?") < 100);
    assert_true(share_of(&arena, "vous appelez", "vous appelleriez") > 40);
    assert_true(share_of(&arena, "", "") == 100);
    arena_finish(&arena);
}

static void bytes_that_are_not_whole_are_none(void **state) {
    (void)state;
    Arena arena = {0};
    Learned learned = learned_of(S("fr-CA"));
    assert_true(learned.detector_count > 0);
    assert_int_equal(learned_of(S("en")).detector_count, 0);
    Str bytes = embedded_find(S("learned.fr.bin"));
    assert_false(learned_open(S(""), &learned));
    assert_false(learned_open(str_slice(bytes, 0, 19), &learned));
    assert_false(learned_open(str_slice(bytes, 0, bytes.len - 1), &learned));
    Random random = random_from_seed(1);
    for (int32_t i = 0; i < 60; i++) {
        char *bad = str_to_c(&arena, bytes);
        memcpy(bad, bytes.text, (size_t)bytes.len);
        bad[random_below(&random, 20)] = (char)random_next(&random); // of the head
        if (learned_open((Str){bad, bytes.len}, &learned)) {
            LearnedText text = learned_read(&learned, &arena, S("Est-ce que vous avez bien compris ?"));
            (void)learned_finds(&learned, &text, 1, true);
            (void)learned_show(&learned, &arena, &text, 1);
        }
    }
    assert_int_equal(learned_row(&learned, S("")), 0);
    arena_finish(&arena);
}

static Str seen(Case *c, Str id, const char *text) {
    DetectorResult result = detector_run(bank_of(c), &c->arena, find_by_name(c, id), str_from_c(text));
    return result.hit_count > 0 ? str_slice(str_from_c(text), result.hits[0].from, result.hits[0].to) : (Str){0};
}

// Said in words that no pattern has: they are found and shown. One that only sounds like it is not.
static void words_tell_where_patterns_end(void **state) {
    (void)state;
    Case c = {0};
    load_shared(&c);
    static const struct {
        const char *id, *text, *within;
    } ROWS[] = {
        {"vous_accusateur", "Fallait garder un double de cette lettre, franchement.", "Fallait garder"},
        {"faire_a_la_place", "Poussez-vous, je vais taper le code moi-même.", "Poussez"},
        {"menace", "Encore un mot et je raccroche, je vous préviens.", "raccroche"},
    };
    for (int32_t i = 0; i < COUNT(ROWS); i++) {
        Str stretch = seen(&c, str_from_c(ROWS[i].id), ROWS[i].text);
        if (str_find(stretch, str_from_c(ROWS[i].within)) < 0) {
            fail_msg("%s: “%.*s” of “%s”", ROWS[i].id, S_ARG(stretch), ROWS[i].text);
        }
    }
    assert_int_equal(seen(&c, S("menace"), "Si le site continue de planter, j'appelle le dépannage.").len, 0);
    end_case(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clues_are_words_letters_and_sentences),
        cmocka_unit_test(bytes_that_are_not_whole_are_none),
        cmocka_unit_test(words_tell_where_patterns_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
