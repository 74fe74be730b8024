#include "scenario/detector.h"

#include "base/utf8.h"
#include "check/check_parts.h"

#include "detector_shared.h"

static DetectorVerdict verdict(Case *c, DetectorId detector, Str text) {
    return detector_run(bank_of(c), &c->arena, detector, text).verdict;
}

static void check_own(Case *c) {
    Check check = {.scenario = &c->scenario, .scratch = &c->scratch, .findings = &c->findings};
    check_detectors(&check);
}

static void every_example_of_the_shared_detectors_is_as_told(void **state) {
    (void)state;
    Case c;
    load_shared(&c);
    int32_t count = 0;
    for (DetectorId id = 1; id < c.scenario.detectors.count; id++) {
        const Examples *examples = examples_of(&c, &c.scenario.detectors.rows[id]);
        for (int32_t i = 0; i < examples->yes.count + examples->no.count; i++) {
            bool yes = i < examples->yes.count;
            int32_t row = yes ? examples->yes.first + i : examples->no.first + i - examples->yes.count;
            Str text = c.scenario.texts.rows[row];
            if (verdict(&c, id, text) != (yes ? DETECTOR_FOUND : DETECTOR_NOT_FOUND)) {
                fail_msg("%.*s: %.*s", S_ARG(c.scenario.detectors.rows[id].name), S_ARG(text));
            }
            count++;
        }
    }
    assert_int_equal(c.scenario.detector_rows.count, 36);
    assert_int_equal(count, 229);
    check_own(&c);
    assert_int_equal(c.findings.count, 0);
    end_case(&c);
}

// `text` with each of the signs of `from` written as `to`.
static Str rewrite(Case *c, Str text, const Str *from, int32_t count, Str to) {
    StrBuilder out = {.arena = &c->arena};
    for (ptrdiff_t i = 0; i < text.len;) {
        ptrdiff_t next = i;
        utf8_decode(text, &next);
        Str sign = str_slice(text, i, next);
        for (int32_t j = 0; j < count; j++) {
            sign = str_equal(sign, from[j]) ? to : sign;
        }
        str_add(&out, sign);
        i = next;
    }
    return str_built(&out);
}

// As word processors, telephones and keyboards have them; and a line may end where there is a space.
static void examples_are_as_told_with_any_hyphen_apostrophe_and_line_end(void **state) {
    (void)state;
    static const Str HYPHENS[] = {S_INIT("-")}, APOSTROPHES[] = {S_INIT("'"), S_INIT("’")}, SPACES[] = {S_INIT(" ")};
    static const struct {
        const Str *from;
        int32_t count;
        Str to;
    } SIGNS[] = {
        {HYPHENS, 1, S_INIT("\u2010")},     {HYPHENS, 1, S_INIT("\u2011")},     {HYPHENS, 1, S_INIT("\u2013")},
        {HYPHENS, 1, S_INIT("\u2212")},     {APOSTROPHES, 2, S_INIT("\u00B4")}, {APOSTROPHES, 2, S_INIT("`")},
        {APOSTROPHES, 2, S_INIT("\u2032")}, {APOSTROPHES, 2, S_INIT("\u201B")}, {APOSTROPHES, 2, S_INIT("\uFF07")},
        {SPACES, 1, S_INIT("\n")},          {SPACES, 1, S_INIT("\r\n")}};
    Case c;
    load_shared(&c);
    for (DetectorId id = 1; id < c.scenario.detectors.count; id++) {
        const Examples *examples = examples_of(&c, &c.scenario.detectors.rows[id]);
        for (int32_t i = 0; i < examples->yes.count + examples->no.count; i++) {
            bool yes = i < examples->yes.count;
            int32_t row = yes ? examples->yes.first + i : examples->no.first + i - examples->yes.count;
            for (int32_t j = 0; j < COUNT(SIGNS); j++) {
                Str text = rewrite(&c, c.scenario.texts.rows[row], SIGNS[j].from, SIGNS[j].count, SIGNS[j].to);
                if (verdict(&c, id, text) != (yes ? DETECTOR_FOUND : DETECTOR_NOT_FOUND)) {
                    fail_msg("%.*s: %.*s", S_ARG(c.scenario.detectors.rows[id].name), S_ARG(text));
                }
            }
        }
    }
    end_case(&c);
}

static void the_model_answers_show_what_they_are_meant_to_show(void **state) {
    (void)state;
    Case c;
    load_shared(&c);
    int32_t count = 0;
    for (Str lines = load_file(&c.arena, "data/detectors/examples.txt"); lines.len > 0;) {
        Str line = str_cut(&lines, '\n');
        if (str_begins(line, S("#"))) {
            continue;
        }
        DetectorId id = find_by_name(&c, str_trim(str_cut(&line, '|')));
        Str sign = str_trim(str_cut(&line, '|'));
        assert_true(id > 0 && sign.len == 1);
        if (verdict(&c, id, str_trim(line)) != (sign.text[0] == '+' ? DETECTOR_FOUND : DETECTOR_NOT_FOUND)) {
            fail_msg("%.*s: %.*s", S_ARG(c.scenario.detectors.rows[id].name), S_ARG(line));
        }
        count++;
    }
    assert_int_equal(count, 106);
    end_case(&c);
}

static void accents_apostrophes_and_spaces_make_no_difference(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"J’ai réexpliqué à l’œil nu", "j'ai reexplique a l'oeil nu",
                                        "J‘AI  RE\u0301EXPLIQUE\u0301 \u202FA\u0300 L’ŒIL\tNU",
                                        "…j'ai\n réexpliqué\u00A0à  l'œil nu ?"};
    Case c;
    begin_case(&c);
    add_pattern(&c, S("\\bj'ai réexpliqué à l’œil\\b"));
    add_pattern(&c, S("\\bj’ai réexpliqué a l'oeil\\b"));
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        assert_int_equal(verdict(&c, 1, str_from_c(TEXTS[i])), DETECTOR_FOUND);
        assert_int_equal(verdict(&c, 2, str_from_c(TEXTS[i])), DETECTOR_FOUND);
    }
    end_case(&c);
}

static void case_can_be_asked_for(void **state) {
    (void)state;
    Case c;
    begin_case(&c);
    add_pattern(&c, S("\\b(?-i:ASS|É)\\b"));
    assert_int_equal(verdict(&c, 1, S("votre ASS")), DETECTOR_FOUND);
    assert_int_equal(verdict(&c, 1, S("votre ass, é")), DETECTOR_NOT_FOUND);
    assert_int_equal(verdict(&c, 1, S("l’É")), DETECTOR_FOUND);
    end_case(&c);
}

static void what_is_found_is_told_by_its_place_in_the_original(void **state) {
    (void)state;
    Case c;
    begin_case(&c);
    Detector *detector = add_pattern(&c, S("l'o"));
    add_text(&c, &detector->match, S("[.]"));
    add_text(&c, &detector->match, S("vous  êtes"));
    add_text(&c, &detector->match, S("êtes là"));
    add_text(&c, &detector->match, S("(?=z)"));
    const char *text = "« Vous\u00A0 e\u0302tes là… », l’œil. Vous êtes";
    static const char *const EXPECTED[] = {"Vous\u00A0 e\u0302tes là", "…", "l’œ", ".", "Vous êtes"};
    DetectorResult result = detector_run(bank_of(&c), &c.arena, 1, str_from_c(text));
    assert_int_equal(result.verdict, DETECTOR_FOUND);
    assert_int_equal(result.hit_count, COUNT(EXPECTED));
    for (int32_t i = 0; i < result.hit_count; i++) {
        Str hit = str_slice(str_from_c(text), result.hits[i].from, result.hits[i].to);
        assert_string_equal(str_to_c(&c.arena, hit), EXPECTED[i]);
    }
    end_case(&c);
}

static void what_is_found_ends_with_its_last_letter(void **state) {
    (void)state;
    Case c;
    begin_case(&c);
    Detector *detector = add_pattern(&c, S("[.!]? ?comprends\\s+"));
    add_text(&c, &detector->match, S("\\s{2,}"));
    Str text = S("Bon. Comprends\u00A0\n donc");
    DetectorResult result = detector_run(bank_of(&c), &c.arena, 1, text);
    assert_int_equal(result.hit_count, 1);
    assert_int_equal(result.hits[0].from, 5);
    assert_int_equal(result.hits[0].to, 14);
    end_case(&c);
}

static void a_pattern_under_unless_takes_the_detector_back(void **state) {
    (void)state;
    Case c;
    begin_case(&c);
    Detector *detector = add_pattern(&c, S("calmez-vous"));
    add_text(&c, &detector->match, S("du calme"));
    add_text(&c, &detector->unless, S("merci"));
    add_text(&c, &detector->unless, S("pardon"));
    assert_int_equal(verdict(&c, 1, S("Du calme !")), DETECTOR_FOUND);
    assert_int_equal(verdict(&c, 1, S("Calmez-vous, merci.")), DETECTOR_NOT_FOUND);
    assert_int_equal(verdict(&c, 1, S("Pardon : du calme !")), DETECTOR_NOT_FOUND);
    assert_int_equal(verdict(&c, 1, S("Merci.")), DETECTOR_NOT_FOUND);
    assert_int_equal(detector_run(bank_of(&c), &c.arena, 1, S("Calmez-vous, merci.")).hit_count, 0);
    end_case(&c);
}

static void the_pattern_that_decides_is_told(void **state) {
    (void)state;
    Case c;
    begin_case(&c);
    Detector *detector = add_pattern(&c, S("calmez-vous"));
    add_text(&c, &detector->match, S("du calme"));
    add_text(&c, &detector->unless, S("merci"));
    add_text(&c, &detector->unless, S("pardon"));
    static const struct {
        Str text;
        int32_t pattern;
    } TEXTS[] = {{S_INIT("Calmez-vous."), 0},
                 {S_INIT("Du calme !"), 1},
                 {S_INIT("Pardon : du calme !"), 3},
                 {S_INIT("Merci."), -1}};
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        assert_int_equal(detector_run(bank_of(&c), &c.arena, 1, TEXTS[i].text).pattern, TEXTS[i].pattern);
    }
    end_case(&c);
}

static void absence_can_be_looked_for_with_nothing_to_show(void **state) {
    (void)state;
    Case c;
    begin_case(&c);
    add_pattern(&c, S("^(?!.*bonjour)"));
    DetectorResult result = detector_run(bank_of(&c), &c.arena, 1, S("Au suivant."));
    assert_int_equal(result.verdict, DETECTOR_FOUND);
    assert_int_equal(result.hit_count, 0);
    assert_int_equal(verdict(&c, 1, S("Ah, bonjour.")), DETECTOR_NOT_FOUND);
    end_case(&c);
}

static void a_text_is_read_up_to_its_limit(void **state) {
    (void)state;
    Case c;
    begin_case(&c);
    add_pattern(&c, S("fin"));
    assert_int_equal(verdict(&c, 1, repeat_text(&c.arena, S("a "), LIMIT_ANSWER_CHARS - 3, S("fin"))), DETECTOR_FOUND);
    assert_int_equal(verdict(&c, 1, repeat_text(&c.arena, S("a "), LIMIT_ANSWER_CHARS - 2, S("fin"))),
                     DETECTOR_NOT_FOUND);
    end_case(&c);
}

static void an_answer_of_a_few_letters_finds_nothing(void **state) {
    (void)state;
    Case c;
    begin_case(&c);
    add_pattern(&c, S("pardon"));
    add_pattern(&c, S("bonjour"));
    add_pattern(&c, S("merci"));
    uint32_t found, undecided;
    detector_run_answer(bank_of(&c), &c.scratch, (Span){1, 3}, S("Pardon, merci"), &found, &undecided);
    assert_int_equal(found, 0);
    detector_run_answer(bank_of(&c), &c.scratch, (Span){1, 3}, S("Pardon, merci !! é"), &found, &undecided);
    assert_int_equal(found, 1 << 0 | 1 << 2);
    detector_run_answer(bank_of(&c), &c.scratch, (Span){1, 3}, S(""), &found, &undecided);
    assert_int_equal(found, 0);
    assert_int_equal(undecided, 0);
    end_case(&c);
}

static void a_detector_of_row_0_or_without_patterns_finds_nothing(void **state) {
    (void)state;
    Case c;
    begin_case(&c);
    add_detector(&c);
    assert_int_equal(verdict(&c, 0, S("Bonjour, madame.")), DETECTOR_NOT_FOUND);
    assert_int_equal(verdict(&c, 1, S("Bonjour, madame.")), DETECTOR_NOT_FOUND);
    assert_int_equal(verdict(&c, 1, (Str){0}), DETECTOR_NOT_FOUND);
    end_case(&c);
}

enum { ANYWHERE = -2 }; // where PCRE2 sees a fault is not the same in every version

static void assert_bad(Str pattern, int32_t variant, int32_t inside, const char *about) {
    Case c;
    begin_case(&c);
    Detector *detector = add_pattern(&c, S("bonjour"));
    detector->place = 100;
    add_text(&c, &detector->unless, S("merci"));
    add_text(&c, &detector->unless, pattern);
    check_own(&c);
    assert_int_equal(c.findings.count, 1);
    const Finding *finding = c.findings.rows;
    assert_int_equal(finding->code, FINDING_BAD_PATTERN);
    assert_int_equal(finding->variant, variant);
    assert_int_equal(finding->place, 100);
    assert_string_equal(str_to_c(&c.arena, finding->member), "unless");
    assert_int_equal(finding->index, 1);
    if (inside == ANYWHERE) {
        assert_in_range(finding->inside, 0, pattern.len);
    } else {
        assert_int_equal(finding->inside, inside);
    }
    assert_non_null(strstr(str_to_c(&c.arena, finding->arguments[0]), about));
    assert_int_equal(verdict(&c, 1, S("Bonjour, madame.")), DETECTOR_FOUND);
    end_case(&c);
}

static void a_bad_pattern_is_told_with_its_place(void **state) {
    (void)state;
    assert_bad(S("é(a"), BAD_PATTERN_ENGINE, ANYWHERE, "a ( has no )");
    assert_bad(S("é a)"), BAD_PATTERN_ENGINE, ANYWHERE, "a ) has no (");
    assert_bad(S("\\C"), BAD_PATTERN_ENGINE, ANYWHERE, "\\C");
    assert_bad(S("(?<!ou )si"), BAD_PATTERN_ENGINE, ANYWHERE, "write \\s for a space");
    assert_bad(S("(?<!oui?)si"), BAD_PATTERN_ENGINE, ANYWHERE, "one length");
    assert_bad(S("(?<=a(?:b|cd))e"), BAD_PATTERN_ENGINE, ANYWHERE, "one length");
    assert_bad(S("bé{,3}"), BAD_PATTERN_UNLIKE, 3, "{,3}");
    assert_bad(S("[\\x{1}-\\x{ffff}]"), BAD_PATTERN_ENGINE, 7, "too many characters");
    assert_bad(S("[aœ]"), BAD_PATTERN_CLASS_LIGATURE, 2, "œ");
    assert_bad(S("é(?R)"), BAD_PATTERN_FORBIDDEN, 2, "(?R");
    Arena arena = {0};
    assert_bad(repeat_text(&arena, S("a"), LIMIT_PATTERN_BYTES + 1, S("")), BAD_PATTERN_LONG, -1, "4000");
    arena_finish(&arena);
}

// PCRE2 10.43 and later take accents that stand alone, and ties, for parts of a word; before, they parted words.
static void what_is_a_word_does_not_depend_on_the_version_of_pcre2(void **state) {
    (void)state;
    static const char *const SPELT[] = {"de\u0301ja\u0300 vu", "d\u00E9j\u00E0 vu", "d\u00E9ja\u0300\u20D7 vu"};
    for (int32_t i = 0; i < 3; i++) {
        Case c;
        begin_case(&c);
        add_pattern(&c, S("\\bde\u0301\\w\\w\\b\\s"));
        add_pattern(&c, S("^\\w{4} \\w\\w$"));
        Str text = str_from_c(SPELT[i]);
        DetectorResult result = detector_run(bank_of(&c), &c.arena, 1, text);
        assert_int_equal(result.verdict, DETECTOR_FOUND);
        assert_int_equal(result.hits[0].from, 0);
        assert_int_equal(result.hits[0].to, text.len - 3);
        assert_int_equal(verdict(&c, 2, text), DETECTOR_FOUND);
        assert_int_equal(verdict(&c, 2, S("a\u203Fb\uFF3F vu")), DETECTOR_FOUND);
        end_case(&c);
    }
}

static void an_example_that_fails_is_told_with_its_place(void **state) {
    (void)state;
    Case c;
    begin_case(&c);
    Examples *examples = examples_of(&c, add_pattern(&c, S("bonjour")));
    examples->place = 50;
    add_text(&c, &examples->yes, S("Bonjour."));
    add_text(&c, &examples->yes, S("Bonsoir."));
    add_text(&c, &examples->no, S("Bonjour !"));
    add_text(&c, &examples->no, S("Bonsoir !"));
    check_own(&c);
    assert_int_equal(c.findings.count, 2);
    const Finding *yes = &c.findings.rows[0], *no = &c.findings.rows[1];
    assert_int_equal(yes->code, FINDING_EXAMPLE_FAILS);
    assert_int_equal(yes->variant, EXAMPLE_NOT_FOUND);
    assert_int_equal(yes->place, 50);
    assert_string_equal(str_to_c(&c.arena, yes->member), "yes");
    assert_int_equal(yes->index, 1);
    assert_string_equal(str_to_c(&c.arena, yes->arguments[0]), "Bonsoir.");
    assert_int_equal(no->variant, EXAMPLE_FOUND);
    assert_string_equal(str_to_c(&c.arena, no->member), "no");
    assert_int_equal(no->index, 0);
    end_case(&c);
}

static void a_slow_pattern_is_told(void **state) {
    (void)state;
    static const char *const SLOW[] = {"\\w{1,44}\\w{1,44}\\w{1,44}!",
                                       "\\w{1,17}\\w{1,17}\\w{1,17}\\w{1,17}!",
                                       "^(\\w+\\s?)*$",
                                       "^(\\w+\\s?)*au revoir", // however few texts hold what it needs
                                       "(?:très |trop |très très )*!",
                                       "\\d*\\d*\\d*é",
                                       "(a|aa)+$"};
    static const char *const QUICK[] = {"bonjour", "\\bpourquoi\\b[^.!?\\n]{0,120}\\?", "\\w+@\\w+",
                                        "(?:très ){0,4}bien"};
    Case c;
    begin_case(&c);
    for (int32_t i = 0; i < COUNT(SLOW); i++) {
        Detector *detector = add_pattern(&c, S("bonjour"));
        add_text(&c, &detector->match, str_from_c(SLOW[i]));
    }
    for (int32_t i = 0; i < COUNT(QUICK); i++) {
        add_text(&c, &examples_of(&c, add_pattern(&c, str_from_c(QUICK[i])))->no, S("C’est non."));
    }
    check_own(&c);
    assert_int_equal(c.findings.count, COUNT(SLOW));
    for (int32_t i = 0; i < c.findings.count; i++) {
        assert_int_equal(c.findings.rows[i].code, FINDING_SLOW_PATTERN);
        assert_int_equal(c.findings.rows[i].index, 1);
        assert_string_equal(str_to_c(&c.arena, c.findings.rows[i].arguments[0]), SLOW[i]);
    }
    end_case(&c);
}

static void a_pattern_is_shown_as_it_is_compiled(void **state) {
    (void)state;
    Arena arena = {0};
    assert_string_equal(str_to_c(&arena, detector_prepare_pattern(&arena, S("l’été …"))), "l'ete\\s+\\.\\.\\.");
    assert_int_equal(detector_prepare_pattern(&arena, S("(?R)")).len, 0);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_of_the_shared_detectors_is_as_told),
        cmocka_unit_test(examples_are_as_told_with_any_hyphen_apostrophe_and_line_end),
        cmocka_unit_test(the_model_answers_show_what_they_are_meant_to_show),
        cmocka_unit_test(accents_apostrophes_and_spaces_make_no_difference),
        cmocka_unit_test(case_can_be_asked_for),
        cmocka_unit_test(what_is_found_is_told_by_its_place_in_the_original),
        cmocka_unit_test(what_is_found_ends_with_its_last_letter),
        cmocka_unit_test(a_pattern_under_unless_takes_the_detector_back),
        cmocka_unit_test(the_pattern_that_decides_is_told),
        cmocka_unit_test(absence_can_be_looked_for_with_nothing_to_show),
        cmocka_unit_test(a_text_is_read_up_to_its_limit),
        cmocka_unit_test(an_answer_of_a_few_letters_finds_nothing),
        cmocka_unit_test(a_detector_of_row_0_or_without_patterns_finds_nothing),
        cmocka_unit_test(a_bad_pattern_is_told_with_its_place),
        cmocka_unit_test(what_is_a_word_does_not_depend_on_the_version_of_pcre2),
        cmocka_unit_test(an_example_that_fails_is_told_with_its_place),
        cmocka_unit_test(a_slow_pattern_is_told),
        cmocka_unit_test(a_pattern_is_shown_as_it_is_compiled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
