#include "scenario/detector.h"

#include "base/error.h"
#include "base/utf8.h"
#include "scenario/detector_bank.h"

#include <string.h>

enum {
    CHECK_BUDGET = 30000000, // units for a whole case, about a second; after that nothing more is tried
    HOSTILE_LETTERS = 3,     // runs of so many of a pattern's letters are tried one by one
    HOSTILE_EXAMPLES = 4,
    HOSTILE_WORDS = 4,
    WORD_LETTERS = 3
};

typedef struct {
    DetectorBank *bank;
    const Scenario *scenario;
    Arena *scratch;
    Findings *findings;
    int64_t most; // the bank may have spent
} Check;

static bool is_exhausted(const Check *check) {
    return detector_spent(check->bank) > check->most;
}

static Finding *add_pattern_finding(const Check *check, FindingCode code, const Detector *detector, int32_t index,
                                    Str about) {
    bool in_match = index < detector->match.count;
    Finding *finding = findings_add(check->findings, code, detector->place, about);
    finding->member = in_match ? S("match") : S("unless");
    finding->index = in_match ? index : index - detector->match.count;
    return finding;
}

static bool check_patterns(const Check *check, DetectorId id) {
    const Detector *detector = &check->scenario->detectors.rows[id];
    bool fine = true;
    for (int32_t i = 0; i < detector_count_patterns(detector); i++) {
        PatternProblem problem = detector_find_problem(check->bank, id, i);
        if (problem.found) {
            Finding *finding = add_pattern_finding(check, FINDING_BAD_PATTERN, detector, i, problem.about);
            finding->variant = problem.variant;
            finding->inside = problem.inside;
            finding->words = problem.words;
            fine = false;
        }
    }
    return fine;
}

static void check_examples(const Check *check, DetectorId id, bool yes) {
    const Examples *examples = &check->scenario->examples.rows[check->scenario->detectors.rows[id].examples];
    Span texts = yes ? examples->yes : examples->no;
    for (int32_t i = 0; i < texts.count && !is_exhausted(check); i++) {
        Str text = check->scenario->texts.rows[texts.first + i];
        ArenaMark mark = arena_mark(check->scratch);
        DetectorResult result = detector_run(check->bank, check->scratch, id, text);
        arena_rewind(check->scratch, mark);
        if ((result.verdict == DETECTOR_FOUND) != yes) {
            Finding *finding = findings_add(check->findings, FINDING_EXAMPLE_FAILS, examples->place, text);
            finding->variant = yes ? EXAMPLE_NOT_FOUND : EXAMPLE_FOUND;
            finding->member = yes ? S("yes") : S("no");
            finding->index = i;
        }
    }
}

// Texts that make a pattern work hard are made of its own characters: long runs of what its repetitions read, then each
// character that might have ended them, apart from the run.
typedef struct {
    char letters[128]; // the letters of the pattern, each once
    char all[256];     // a space before each of its characters
    int32_t letter_count, all_len;
} Alphabet;

static bool is_ascii_letter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static void read_alphabet(Alphabet *alphabet, Str prepared) {
    bool seen[128] = {0};
    *alphabet = (Alphabet){0};
    for (ptrdiff_t i = 0; i < prepared.len; i++) {
        unsigned char c = (unsigned char)prepared.text[i];
        if (c <= ' ' || c >= 127 || seen[c]) {
            continue;
        }
        seen[c] = true;
        alphabet->all[alphabet->all_len++] = ' ';
        alphabet->all[alphabet->all_len++] = (char)c;
        if (is_ascii_letter((char)c)) {
            alphabet->letters[alphabet->letter_count++] = (char)c;
        }
    }
}

// `unit` again and again, then the pattern's characters: as long as an answer can be.
static Str repeat(Arena *arena, Str unit, const Alphabet *alphabet) {
    StrBuilder text = {.arena = arena};
    int32_t most = LIMIT_ANSWER_CHARS - alphabet->all_len;
    int32_t count = utf8_count(unit);
    int32_t times = count > 0 ? most / count : 0;
    for (int32_t i = 0; i < times; i++) {
        str_add(&text, unit);
    }
    str_add(&text, (Str){alphabet->all, alphabet->all_len});
    return str_built(&text);
}

typedef struct {
    Str rows[5 + HOSTILE_LETTERS + HOSTILE_WORDS + 2 * HOSTILE_EXAMPLES];
    int32_t count;
} Units;

static void add_unit(Units *units, Str unit) {
    ASSERT(units->count < (int32_t)(sizeof units->rows / sizeof *units->rows));
    units->rows[units->count++] = unit;
}

// Words of the pattern, each again and again.
static void add_words(const Check *check, Units *units, Str prepared) {
    ptrdiff_t start = 0;
    for (ptrdiff_t at = 0, words = 0; at <= prepared.len && words < HOSTILE_WORDS; at++) {
        if (at < prepared.len && is_ascii_letter(prepared.text[at])) {
            continue;
        }
        if (at - start >= WORD_LETTERS) {
            add_unit(units, str_format(check->scratch, "%.*s ", S_ARG(str_slice(prepared, start, at))));
            words++;
        }
        start = at + 1;
    }
}

static Units list_units(const Check *check, const Detector *detector, Str prepared, const Alphabet *alphabet) {
    Units units = {0};
    Str letters = {alphabet->letters, alphabet->letter_count};
    add_unit(&units, S("a"));
    add_unit(&units, S("1"));
    add_unit(&units, S("a "));
    add_unit(&units, letters);
    add_unit(&units, str_format(check->scratch, "%.*s ", S_ARG(letters)));
    for (int32_t i = 0; i < alphabet->letter_count && i < HOSTILE_LETTERS; i++) {
        add_unit(&units, str_slice(letters, i, i + 1));
    }
    add_words(check, &units, prepared);
    Span yes = check->scenario->examples.rows[detector->examples].yes;
    for (int32_t i = 0; i < yes.count && i < HOSTILE_EXAMPLES; i++) {
        Str example = check->scenario->texts.rows[yes.first + i];
        Str rest = example;
        Str word = str_cut(&rest, ' ');
        add_unit(&units, str_slice(example, 0, utf8_offset(example, LIMIT_ANSWER_CHARS / 4)));
        add_unit(&units, str_slice(example, 0, word.len + 1));
    }
    return units;
}

static bool is_slow(const Check *check, DetectorId id, int32_t index) {
    const Detector *detector = &check->scenario->detectors.rows[id];
    int32_t budget = DETECTOR_BUDGET / detector_count_patterns(detector);
    bool slow = false;
    ArenaMark mark = arena_mark(check->scratch);
    Alphabet alphabet;
    Str pattern = detector_pattern_text(check->scenario, detector, index);
    Str prepared = detector_prepare_pattern(check->scratch, pattern);
    read_alphabet(&alphabet, prepared);
    Units units = list_units(check, detector, prepared, &alphabet);
    for (int32_t i = 0; i < units.count && !slow && !is_exhausted(check); i++) {
        Str text = repeat(check->scratch, units.rows[i], &alphabet);
        slow = detector_try_pattern(check->bank, check->scratch, id, index, text, budget) == DETECTOR_UNDECIDED;
    }
    arena_rewind(check->scratch, mark);
    return slow;
}

static void check_speed(const Check *check, DetectorId id) {
    const Detector *detector = &check->scenario->detectors.rows[id];
    for (int32_t i = 0; i < detector_count_patterns(detector) && !is_exhausted(check); i++) {
        if (is_slow(check, id, i)) {
            Str pattern = detector_pattern_text(check->scenario, detector, i);
            Finding *finding = add_pattern_finding(check, FINDING_SLOW_PATTERN, detector, i, pattern);
            finding->arguments[1] = S("{0,80}");
        }
    }
}

void detector_check(DetectorBank *bank, const Scenario *scenario, Arena *scratch, Findings *findings) {
    Check check = {bank, scenario, scratch, findings, detector_spent(bank) + CHECK_BUDGET};
    for (int32_t i = 0; i < scenario->detector_rows.count; i++) {
        DetectorId id = scenario->detector_rows.first + i;
        if (check_patterns(&check, id)) {
            check_examples(&check, id, true);
            check_examples(&check, id, false);
            check_speed(&check, id);
        }
    }
}
