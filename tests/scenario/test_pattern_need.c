// A pattern that is not tried on a text for want of what it needs would not have fitted: each is held against itself
// with something before it that is not understood, and so needs nothing.
#include "scenario/detector_bank.h"
#include "scenario/pattern_need.h"

#include "base/random.h"

#include "detector_shared.h"

#include <stdlib.h>

static int32_t property_factor(void) {
    int32_t factor;
    Str given = str_from_c(getenv("PALABRE_PROPERTY_FACTOR")); // NOLINT(concurrency-mt-unsafe)
    return str_to_int(given, &factor) && factor > 0 ? factor : 1;
}

static bool may_fit(Arena *arena, const char *pattern, const char *text) {
    return pattern_may_fit(pattern_need(arena, str_from_c(pattern)), signs_held(arena, str_from_c(text)));
}

static void a_text_must_hold_what_a_pattern_needs(void **state) {
    (void)state;
    static const struct {
        const char *pattern, *fits, *lacks;
    } ROWS[] = {
        {"je\\s+vous", "Et je\n vous dis", "je dis vous"},
        {"\\bje\\b|\\bon\\b", "moi, on", "jeton"},
        {"\\bon y", "on y va", "bon y va"},
        {"(?:je|tu)\\s+(?:propose|montre)", "tu montres", "tu proposais de mont"},
        {"(?:tres )?calme", "calme", "tres cal"},
        {"x{2,}yz(?:s|d)", "xxyzd", "xyz."},
        {"xab+cd", "xabbcd", "xabd"},
        {"ab\\s+\\sc", "ab\nc", "abc"},
        {"d'accord(?! avec)", "D'ACCORD", "accord"},
        {"(?<!pas )possible", "possible", "pas poss"},
        {"rendez-vous\\.", "rendez-vous.", "rendez vous."},
    };
    Arena arena = {0};
    for (int32_t i = 0; i < COUNT(ROWS); i++) {
        assert_true(may_fit(&arena, ROWS[i].pattern, ROWS[i].fits));
        assert_false(may_fit(&arena, ROWS[i].pattern, ROWS[i].lacks));
    }
    arena_finish(&arena);
}

static void what_is_not_understood_needs_nothing(void **state) {
    (void)state;
    static const char *const PATTERNS[] = {
        "(?i)abc",   "\\x61bc",        "(a)\\1bc",   "abc|",   "(?:abc)*", "(?:abc|.)", "\\Qabc\\E",
        "a{+1}abcd", "[[:alpha:]]abc", "abc{1,2,3}", "abc{,3", "(?|abc)",  "^*abc",     "",
    };
    Arena arena = {0};
    for (int32_t i = 0; i < COUNT(PATTERNS); i++) {
        assert_int_equal(pattern_need(&arena, str_from_c(PATTERNS[i])).count, 0);
    }
    assert_true(may_fit(&arena, "skis",
                        "\xC5\xBF\xE2\x84\xAA"
                        "i\xC5\xBF"));
    arena_finish(&arena);
}

static void add_deaf(Case *c, Span *span, Str pattern) {
    add_text(c, span, str_format(&c->arena, "(?i)%.*s", S_ARG(pattern)));
}

// Each detector of `from`, and after it the same of patterns that need nothing.
static void add_twins(Case *c, const Case *from) {
    for (DetectorId id = 1; id < from->scenario.detectors.count; id++) {
        const Detector *detector = &from->scenario.detectors.rows[id];
        const Str *match = &from->scenario.texts.rows[detector->match.first];
        const Str *unless = &from->scenario.texts.rows[detector->unless.first];
        for (int32_t deaf = 0; deaf < 2; deaf++) {
            Detector *twin = add_detector(c);
            for (int32_t i = 0; i < detector->match.count; i++) {
                (deaf ? add_deaf : add_text)(c, &twin->match, match[i]);
            }
            for (int32_t i = 0; i < detector->unless.count; i++) {
                (deaf ? add_deaf : add_text)(c, &twin->unless, unless[i]);
            }
        }
    }
}

// Returns how many were found. A budget may end a search that the other never began.
static int32_t assert_twins_agree(Case *c, Str text) {
    int32_t found = 0;
    for (DetectorId id = 1; id < c->scenario.detectors.count; id += 2) {
        ArenaMark mark = arena_mark(&c->scratch);
        DetectorResult one = detector_run(bank_of(c), &c->scratch, id, text);
        DetectorResult other = detector_run(bank_of(c), &c->scratch, id + 1, text);
        bool same = one.verdict == other.verdict && one.hit_count == other.hit_count &&
                    memcmp(one.hits, other.hits, sizeof *one.hits * (size_t)one.hit_count) == 0;
        if (!same && other.verdict != DETECTOR_UNDECIDED) {
            fail_msg("%.*s on %.*s", S_ARG(c->scenario.texts.rows[c->scenario.detectors.rows[id].match.first]),
                     S_ARG(text));
        }
        found += one.verdict == DETECTOR_FOUND;
        arena_rewind(&c->scratch, mark);
    }
    return found;
}

static int32_t compare_on(Case *c, const char *path, int32_t every) {
    int32_t found = 0, line = 0;
    for (Str lines = load_file(&c->arena, path); lines.len > 0; line++) {
        Str text = str_cut(&lines, '\n');
        JsonDoc answer;
        if (line % every == 0) {
            assert_true(json_parse(&c->scratch, text, &answer, NULL, NULL));
            const JsonValue *said = json_member(answer.root, S("answer"));
            found += said ? assert_twins_agree(c, json_text(said)) : 0;
            json_finish(&answer);
        }
    }
    return found;
}

static void the_shared_detectors_find_the_same(void **state) {
    (void)state;
    static const char *const PATHS[] = {"data/answers/development.jsonl",        "data/answers/held-out.jsonl",
                                        "data/answers/fresh-development.jsonl",  "data/answers/fresh-held-out.jsonl",
                                        "data/answers/others-development.jsonl", "data/answers/others-held-out.jsonl"};
    enum { EVERY = 60 };
    int32_t every = EVERY / property_factor();
    Case shared, twins;
    load_shared(&shared);
    begin_case(&twins);
    twins.scenario.language = S("fr");
    add_twins(&twins, &shared);
    for (int32_t i = 0; i < COUNT(PATHS); i++) {
        assert_true(compare_on(&twins, PATHS[i], every > 0 ? every : 1) > 0);
    }
    end_case(&twins);
    end_case(&shared);
}

static Str draw(Arena *arena, Random *random, const char *const *parts, int32_t count, int32_t most) {
    StrBuilder text = {.arena = arena};
    for (int32_t i = random_below(random, most); i >= 0; i--) {
        str_add(&text, str_from_c(parts[random_below(random, count)]));
    }
    return str_built(&text);
}

static void patterns_of_any_parts_find_the_same(void **state) {
    (void)state;
    static const char *const PARTS[] = {"a",       "b",       "s",
                                        "k",       "ab",      "as k",
                                        "-",       "'",       " ",
                                        "\\b",     "\\s",     "\\w",
                                        "1",       "(?:a|b)", "(?:ab|)",
                                        "[ab]",    ".",       "é",
                                        "(?!a)",   "(?<=b)",  "|",
                                        "|b",      "a?",      "b+",
                                        "s*",      "a{2}",    "b{0,2}",
                                        "(?:as)?", "\\.",     "_",
                                        "(a b)",   "\\n",     "\\B",
                                        "^",       "$",       "\\ba",
                                        "\\d{1}",  "(?-i:a)", "(?:\\b|a)(?:b|s)",
                                        "œ"};
    static const char *const TEXTS[] = {"a",  "b", "s", "k",    "A", "B",  "ab",       " ",
                                        "  ", "-", "'", "\n\n", "1", ".",  "\xC5\xBF", "\xE2\x84\xAA",
                                        "é",  "_", "€", "α",    "œ", "ba", "as k"};
    enum { PATTERNS = 400, TRIES = 12 };
    Random random = random_from_seed(7);
    int32_t found = 0;
    for (int32_t i = PATTERNS * property_factor(); i > 0; i--) {
        Case one, twins;
        begin_case(&one);
        begin_case(&twins);
        add_pattern(&one, draw(&one.arena, &random, PARTS, COUNT(PARTS), 6));
        add_twins(&twins, &one);
        for (int32_t j = 0; j < TRIES && !detector_find_problem(bank_of(&twins), 1, 0).found; j++) {
            found += assert_twins_agree(&twins, draw(&one.arena, &random, TEXTS, COUNT(TEXTS), 12));
        }
        end_case(&twins);
        end_case(&one);
    }
    assert_true(found > PATTERNS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_must_hold_what_a_pattern_needs),
        cmocka_unit_test(what_is_not_understood_needs_nothing),
        cmocka_unit_test(the_shared_detectors_find_the_same),
        cmocka_unit_test(patterns_of_any_parts_find_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
