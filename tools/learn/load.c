#include "base/file.h"
#include "base/json.h"
#include "base/table.h"
#include "base/utf8.h"
#include "learn/learn.h"
#include "scenario/detector_bank.h"
#include "scenario/respell.h"
#include "scenario/scenario_parse.h"

#include <stdio.h>
#include <stdlib.h>

// Held out, and never to be learnt from: held-out, fresh-held-out, unseen-held-out, others-held-out, short-held-out.
static const AnswerFile SOURCES[] = {
    {.name = S_INIT("development"), .at_decisions = true, .patterns_after = true},
    {.name = S_INIT("fresh-development"), .at_decisions = true, .patterns_after = true},
    {.name = S_INIT("others-development"), .patterns_after = true},
    {.name = S_INIT("short-development")},
    {.name = S_INIT("hands-1"), .left_out = true},
    {.name = S_INIT("hands-2"), .left_out = true},
    {.name = S_INIT("hands-3"), .left_out = true},
    {.name = S_INIT("hands-4"), .left_out = true},
    {.name = S_INIT("hands-5"), .left_out = true},
    {.name = S_INIT("hands-6"), .left_out = true},
    {.name = S_INIT("hands-7"), .left_out = true},
    {.name = S_INIT("hands-8"), .left_out = true},
    {.name = S_INIT("hands-9"), .left_out = true},
    {.name = S_INIT("hands-10"), .left_out = true},
    {.name = S_INIT("hands-11"), .left_out = true},
    {.name = S_INIT("hands-12"), .left_out = true},
    {.name = S_INIT("hands-13"), .left_out = true},
    {.name = S_INIT("hands-14"), .left_out = true},
};
enum { EXAMPLE_WEIGHT = 4 };

typedef ROWS_OF(JsonDoc) Docs;

typedef struct {
    LearnSet *set;
    DetectorBank *bank;
    Arena scratch;
    Table sign_rows; // by the four bytes of a sign
    Docs decisions;
} Loading;

static _Noreturn void stop(Str what, Str why) {
    (void)fprintf(stderr, "%.*s: %.*s\n", S_ARG(what), S_ARG(why));
    exit(1);
}

static Str load_bytes(Arena *arena, Str path) {
    Str bytes;
    Error error;
    if (!file_load(arena, path, LIMIT_FILE_BYTES, &bytes, &error)) {
        stop(path, S("cannot be read"));
    }
    return bytes;
}

static JsonDoc parse_line(Loading *loading, Str path, Str line) {
    JsonDoc doc;
    if (!json_parse(&loading->scratch, line, &doc, NULL, NULL)) {
        stop(path, line);
    }
    return doc;
}

static bool is_in(const JsonValue *list, Str text) {
    const JsonValue *value = list ? json_first(list) : NULL;
    while (value && !str_equal(json_text(value), text)) {
        value = json_next(value);
    }
    return value;
}

static bool same_member(const JsonValue *a, const JsonValue *b, Str key) {
    return str_equal(json_text(json_member(a, key)), json_text(json_member(b, key)));
}

// The detectors its decision looks for; NULL: it answers none.
static const JsonValue *find_detectors(const Loading *loading, const JsonValue *answer) {
    for (int32_t i = 0; json_member(answer, S("case")) && i < loading->decisions.count; i++) {
        const JsonValue *decision = loading->decisions.rows[i].root;
        if (same_member(decision, answer, S("case")) && same_member(decision, answer, S("scene"))) {
            return json_member(decision, S("detectors"));
        }
    }
    return NULL;
}

static int32_t find_sign(Loading *loading, const Clue *clue) {
    LearnSet *set = loading->set;
    Str key = {(const char *)&clue->sign, (ptrdiff_t)sizeof clue->sign};
    int32_t known = table_find(&loading->sign_rows, key);
    if (known == 0) {
        *rows_append(&set->arena, &set->signs) = (LearnSign){.sign = clue->sign, .kind = clue->kind};
        known = set->signs.count;
        *table_slot(&set->arena, &loading->sign_rows, str_copy(&set->arena, key)) = known;
    }
    return known - 1;
}

static int compare_signs(const void *a, const void *b) {
    int32_t left = *(const int32_t *)a, right = *(const int32_t *)b;
    return (left > right) - (left < right);
}

// Each sign once.
static void read_signs(Loading *loading, Sample *sample, Str text) {
    Utf8Folded folded = utf8_fold(&loading->scratch, text, LIMIT_ANSWER_CHARS);
    Clues clues = clues_read(&loading->scratch, respell_french(&loading->scratch, folded).text);
    int32_t *signs = arena_push(&loading->set->arena, int32_t, clues.count);
    for (int32_t i = 0; i < clues.count; i++) {
        signs[i] = find_sign(loading, &clues.rows[i]);
    }
    qsort(signs, (size_t)clues.count, sizeof *signs, compare_signs);
    for (int32_t i = 0; i < clues.count; i++) {
        if (i == 0 || signs[i] != signs[i - 1]) {
            signs[sample->sign_count++] = signs[i];
            loading->set->signs.rows[signs[i]].answers++;
        }
    }
    sample->signs = signs;
}

static Sample *add_sample(Loading *loading, int32_t source, int32_t weight, Str text) {
    LearnSet *set = loading->set;
    Sample *sample = rows_append(&set->arena, &set->samples);
    sample->source = source;
    sample->weight = weight;
    bool after = source != LEARN_EXAMPLE && set->sources[source].patterns_after;
    ArenaMark mark = arena_mark(&loading->scratch);
    for (DetectorId id = 1; id < set->library->detectors.count && !after; id++) {
        sample->fits[id] = detector_fit(loading->bank, &loading->scratch, id, text) == DETECTOR_FOUND;
    }
    read_signs(loading, sample, text);
    arena_rewind(&loading->scratch, mark);
    return sample;
}

static void add_answer(Loading *loading, int32_t source, const JsonValue *answer) {
    const Scenario *library = loading->set->library;
    const JsonValue *detectors = find_detectors(loading, answer);
    bool labelled_for_all = !detectors || !loading->set->sources[source].at_decisions;
    Sample *sample = add_sample(loading, source, 1, json_text(json_member(answer, S("answer"))));
    for (DetectorId id = 1; id < library->detectors.count; id++) {
        Str name = scenario_name(library, library->detectors.rows[id].id);
        sample->asked[id] = is_in(detectors, name);
        bool open = is_in(json_member(answer, S("open")), name) || !(labelled_for_all || sample->asked[id]);
        bool yes = is_in(json_member(answer, S("notice")), name);
        sample->labels[id] = open ? LABEL_OPEN : yes ? LABEL_YES : LABEL_NO;
    }
}

static Str path_of(Arena *arena, Str name) {
    return str_format(arena, "tests/data/answers/%.*s.jsonl", S_ARG(name));
}

static void load_answers(Loading *loading, int32_t source) {
    Str path = path_of(&loading->set->arena, loading->set->sources[source].name);
    for (Str lines = load_bytes(&loading->set->arena, path); lines.len > 0;) {
        JsonDoc answer = parse_line(loading, path, str_cut(&lines, '\n'));
        if (!json_member(answer.root, S("about"))) {
            add_answer(loading, source, answer.root);
        }
        json_finish(&answer);
    }
}

static void add_example(Loading *loading, DetectorId id, Str text, Label label) {
    add_sample(loading, LEARN_EXAMPLE, EXAMPLE_WEIGHT, text)->labels[id] = (uint8_t)label;
}

static void add_examples(Loading *loading, DetectorId id, Span texts, Label label) {
    for (int32_t i = texts.first; i < texts.first + texts.count; i++) {
        add_example(loading, id, loading->set->library->texts.rows[i], label);
    }
}

// Answers of the cases themselves: detector | + or - | text.
static void load_model_answers(Loading *loading) {
    const Scenario *library = loading->set->library;
    for (Str lines = load_bytes(&loading->set->arena, S("tests/data/detectors/examples.txt")); lines.len > 0;) {
        Str line = str_cut(&lines, '\n');
        Str name = str_trim(str_cut(&line, '|'));
        Label label = str_equal(str_trim(str_cut(&line, '|')), S("+")) ? LABEL_YES : LABEL_NO;
        for (DetectorId id = 1; id < library->detectors.count; id++) {
            if (str_equal(scenario_name(library, library->detectors.rows[id].id), name)) {
                add_example(loading, id, str_trim(line), label);
            }
        }
    }
}

static void load_library(Loading *loading) {
    LearnSet *set = loading->set;
    Findings findings = {.arena = &set->arena};
    Str bytes = load_bytes(&set->arena, S("scenarios/detectors.fr.json"));
    set->library = scenario_parse_detectors(&set->arena, &loading->scratch, bytes, &findings);
    if (findings.error_count > 0 || set->library->detectors.count > LEARN_DETECTORS) {
        stop(S("scenarios/detectors.fr.json"), S("cannot be learned from"));
    }
    loading->bank = detector_bank_create(set->library);
}

static void load_decisions(Loading *loading) {
    Str path = path_of(&loading->set->arena, S("decisions"));
    for (Str lines = load_bytes(&loading->set->arena, path); lines.len > 0;) {
        *rows_append(&loading->set->arena, &loading->decisions) = parse_line(loading, path, str_cut(&lines, '\n'));
    }
}

void learn_load(LearnSet *set) {
    Loading loading = {.set = set};
    *set = (LearnSet){.sources = SOURCES, .source_count = COUNT(SOURCES)};
    load_library(&loading);
    load_decisions(&loading);
    for (int32_t i = 0; i < set->source_count; i++) {
        load_answers(&loading, i);
    }
    for (DetectorId id = 1; id < set->library->detectors.count; id++) {
        const Examples *examples = &set->library->examples.rows[set->library->detectors.rows[id].examples];
        add_examples(&loading, id, examples->yes, LABEL_YES);
        add_examples(&loading, id, examples->no, LABEL_NO);
    }
    load_model_answers(&loading);
    for (int32_t i = 0; i < loading.decisions.count; i++) {
        json_finish(&loading.decisions.rows[i]);
    }
    detector_bank_destroy(loading.bank);
    arena_finish(&loading.scratch);
}
