// The case's own detectors: patterns that cannot be used, examples that come out otherwise than they say, and patterns
// that hostile text makes slow.
#include "base/error.h"
#include "base/utf8.h"
#include "check/check_parts.h"
#include "scenario/detector_bank.h"

#include <string.h>

enum {
    CHECK_BUDGET = 30000000, // units for a whole case, about a second; after that nothing more is tried
    HOSTILE_LETTERS = 3,     // runs of so many of a pattern's letters are tried one by one
    HOSTILE_EXAMPLES = 4,
    HOSTILE_WORDS = 4,
    MANY_PATTERNS = 8, // of a detector: a quarter of the words and examples is tried on each
    WORD_LETTERS = 3
};

typedef struct {
    DetectorBank *bank;
    const Scenario *scenario;
    Arena *scratch;
    Findings *findings;
    int64_t most; // the bank may have spent
} Trial;

static bool is_exhausted(const Trial *trial) {
    return detector_spent(trial->bank) > trial->most;
}

static Finding *add_pattern_finding(const Trial *trial, FindingCode code, const Detector *detector, int32_t index,
                                    Str about) {
    bool in_match = index < detector->match.count;
    Finding *finding = findings_add(trial->findings, code, detector->place, about);
    finding->member = in_match ? S("match") : S("unless");
    finding->index = in_match ? index : index - detector->match.count;
    return finding;
}

static bool try_patterns(const Trial *trial, DetectorId id) {
    const Detector *detector = &trial->scenario->detectors.rows[id];
    bool fine = true;
    for (int32_t i = 0; i < detector_count_patterns(detector); i++) {
        PatternProblem problem = detector_find_problem(trial->bank, id, i);
        if (problem.found) {
            Finding *finding = add_pattern_finding(trial, FINDING_BAD_PATTERN, detector, i, problem.about);
            finding->variant = problem.variant;
            finding->inside = problem.inside;
            finding->words = problem.words;
            fine = false;
        }
    }
    return fine;
}

static void try_examples(const Trial *trial, DetectorId id, bool yes) {
    const Examples *examples = &trial->scenario->examples.rows[trial->scenario->detectors.rows[id].examples];
    Span texts = yes ? examples->yes : examples->no;
    for (int32_t i = 0; i < texts.count && !is_exhausted(trial); i++) {
        Str text = trial->scenario->texts.rows[texts.first + i];
        ArenaMark mark = arena_mark(trial->scratch);
        DetectorResult result = detector_run(trial->bank, trial->scratch, id, text);
        arena_rewind(trial->scratch, mark);
        if ((result.verdict == DETECTOR_FOUND) != yes) {
            Finding *finding = findings_add(trial->findings, FINDING_EXAMPLE_FAILS, examples->place, text);
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
    ASSERT(units->count < COUNT(units->rows));
    units->rows[units->count++] = unit;
}

static int32_t share_of_many(const Detector *detector, int32_t most) {
    return detector_count_patterns(detector) > MANY_PATTERNS ? most / 4 : most;
}

// Words of the pattern, `most` at most, each again and again.
static void add_words(const Trial *trial, Units *units, Str prepared, int32_t most) {
    ptrdiff_t start = 0;
    for (ptrdiff_t at = 0, words = 0; at <= prepared.len && words < most; at++) {
        if (at < prepared.len && is_ascii_letter(prepared.text[at])) {
            continue;
        }
        if (at - start >= WORD_LETTERS) {
            add_unit(units, str_format(trial->scratch, "%.*s ", S_ARG(str_slice(prepared, start, at))));
            words++;
        }
        start = at + 1;
    }
}

static Units list_units(const Trial *trial, const Detector *detector, Str prepared, const Alphabet *alphabet) {
    Units units = {0};
    Str letters = {alphabet->letters, alphabet->letter_count};
    add_unit(&units, S("a"));
    add_unit(&units, S("1"));
    add_unit(&units, S("a "));
    add_unit(&units, letters);
    add_unit(&units, str_format(trial->scratch, "%.*s ", S_ARG(letters)));
    for (int32_t i = 0; i < alphabet->letter_count && i < HOSTILE_LETTERS; i++) {
        add_unit(&units, str_slice(letters, i, i + 1));
    }
    add_words(trial, &units, prepared, share_of_many(detector, HOSTILE_WORDS));
    Span yes = trial->scenario->examples.rows[detector->examples].yes;
    for (int32_t i = 0; i < yes.count && i < share_of_many(detector, HOSTILE_EXAMPLES); i++) {
        Str example = trial->scenario->texts.rows[yes.first + i];
        Str rest = example;
        Str word = str_cut(&rest, ' ');
        add_unit(&units, str_slice(example, 0, utf8_offset(example, LIMIT_ANSWER_CHARS / 4)));
        add_unit(&units, str_slice(example, 0, word.len + 1));
    }
    return units;
}

static bool is_slow(const Trial *trial, DetectorId id, int32_t index) {
    const Detector *detector = &trial->scenario->detectors.rows[id];
    // Its share is twice what is just, for no text is the dearest one for each of several patterns. One that takes more
    // is slow where its detector cannot decide the text.
    int32_t budget = 2 * DETECTOR_BUDGET / (detector_count_patterns(detector) + 1);
    bool slow = false;
    ArenaMark mark = arena_mark(trial->scratch);
    Alphabet alphabet;
    Str pattern = detector_pattern_text(trial->scenario, detector, index);
    Str prepared = detector_prepare_pattern(trial->scratch, pattern);
    read_alphabet(&alphabet, prepared);
    Units units = list_units(trial, detector, prepared, &alphabet);
    for (int32_t i = 0; i < units.count && !slow && !is_exhausted(trial); i++) {
        Str text = repeat(trial->scratch, units.rows[i], &alphabet);
        slow = detector_try_pattern(trial->bank, trial->scratch, id, index, text, budget) == DETECTOR_UNDECIDED &&
               detector_try(trial->bank, trial->scratch, id, text) == DETECTOR_UNDECIDED;
    }
    arena_rewind(trial->scratch, mark);
    return slow;
}

// By * or +, or {3,}: outside of classes, and not escaped.
static bool repeats_without_end(Str pattern) {
    bool in_class = false;
    for (ptrdiff_t at = 0; at < pattern.len; at++) {
        char sign = pattern.text[at];
        if (sign == '\\') {
            at++;
        } else if (sign == '[' || sign == ']') {
            in_class = sign == '[';
        } else if (!in_class && (sign == '*' || sign == '+' || (sign == '}' && pattern.text[at - 1] == ','))) {
            return true;
        }
    }
    return false;
}

static void try_speed(const Trial *trial, DetectorId id) {
    const Detector *detector = &trial->scenario->detectors.rows[id];
    for (int32_t i = 0; i < detector_count_patterns(detector) && !is_exhausted(trial); i++) {
        if (is_slow(trial, id, i)) {
            Str pattern = detector_pattern_text(trial->scenario, detector, i);
            Finding *finding = add_pattern_finding(trial, FINDING_SLOW_PATTERN, detector, i, pattern);
            finding->arguments[1] = S("{0,80}");
            finding->arguments[2] = S("{0,30}");
            finding->variant = repeats_without_end(pattern) ? 0 : 1;
        }
    }
}

void check_detectors(const Check *check) {
    const Scenario *scenario = check->scenario;
    Trial trial = {.bank = detector_bank_create(scenario),
                   .scenario = scenario,
                   .scratch = check->scratch,
                   .findings = check->findings,
                   .most = CHECK_BUDGET};
    for (int32_t i = 0; i < scenario->detector_rows.count; i++) {
        DetectorId id = scenario->detector_rows.first + i;
        if (try_patterns(&trial, id)) {
            try_examples(&trial, id, true);
            try_examples(&trial, id, false);
            try_speed(&trial, id);
        }
    }
    detector_bank_destroy(trial.bank);
}
