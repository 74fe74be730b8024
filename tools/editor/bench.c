#include "editor/bench.h"

#include "base/system.h"
#include "editor/pointer.h"
#include "scenario/detector_bank.h"

#include <string.h>

bool bench_is_otherwise(const BenchTrial *trial) {
    bool found = trial->result.verdict == DETECTOR_FOUND;
    return trial->state == BENCH_DONE && trial->kind != BENCH_TRIED && found != (trial->kind == BENCH_TO_FIND);
}

static void count_trial(BenchSum *sum, const BenchTrial *trial) {
    if (trial->kind != BENCH_TRIED) {
        sum->count++;
        sum->otherwise += bench_is_otherwise(trial);
        sum->undecided += trial->state == BENCH_DONE && trial->result.verdict == DETECTOR_UNDECIDED;
        sum->refused += trial->state == BENCH_REFUSED;
        sum->waiting += trial->state == BENCH_WAITS;
    }
}

static void sum_up(Bench *bench) {
    bench->sum = (BenchSum){0};
    bench->waiting = 0;
    for (int32_t i = 0; i < bench->trials.count; i++) {
        count_trial(&bench->sum, &bench->trials.rows[i]);
        bench->waiting += bench->trials.rows[i].state == BENCH_WAITS;
    }
}

// Where an element was put in or taken out, the others stand one further.
static const BenchTrial *find_same(const BenchTrials *before, int32_t index, const BenchTrial *trial) {
    for (int32_t i = index - 1; i <= index + 1; i++) {
        const BenchTrial *old = i >= 0 && i < before->count ? &before->rows[i] : NULL;
        if (old && old->state == BENCH_DONE && old->kind == trial->kind && str_equal(old->text, trial->text) &&
            str_equal(old->patterns, trial->patterns) && str_equal(old->language, trial->language)) {
            return old;
        }
    }
    return NULL;
}

static void take_over(Bench *bench, const BenchTrials *before, BenchTrial *trial) {
    const BenchTrial *old = find_same(before, bench->trials.count - 1, trial);
    if (old) {
        DetectorHit *hits = arena_push(&bench->arena, DetectorHit, old->result.hit_count);
        memcpy(hits, old->result.hits, sizeof *hits * (size_t)old->result.hit_count);
        trial->state = BENCH_DONE;
        trial->result = old->result;
        trial->result.hits = hits;
        trial->took_us = old->took_us;
    }
}

typedef struct {
    Bench *bench;
    const BenchTrials *before;
    const Scenario *scenario;
    BenchTrial model; // what the trials of one detector have in common
} Listing;

static void add_trial(Listing *listing, BenchKind kind, Str at, Str text) {
    if (str_trim(text).len > 0) {
        Bench *bench = listing->bench;
        BenchTrial *trial = rows_append(&bench->arena, &bench->trials);
        *trial = listing->model;
        trial->kind = kind;
        trial->at = at;
        trial->text = str_copy(&bench->arena, text);
        take_over(bench, listing->before, trial);
    }
}

static void add_phrases(Listing *listing, BenchKind kind, Str list, Span texts) {
    for (int32_t i = 0; i < texts.count; i++) {
        Str text = listing->scenario->texts.rows[texts.first + i];
        add_trial(listing, kind, pointer_element(&listing->bench->arena, list, i), text);
    }
}

static Str join_patterns(Arena *arena, const Scenario *scenario, const Detector *detector) {
    StrBuilder all = {.arena = arena};
    for (int32_t i = 0; i < detector_count_patterns(detector); i++) {
        str_add(&all, i < detector->match.count ? S("\n+") : S("\n-"));
        str_add(&all, detector_pattern_text(scenario, detector, i));
    }
    return str_built(&all);
}

static Str examples_at(Arena *arena, int32_t index) {
    return str_format(arena, "/detectors/%d/examples", index);
}

static void list_detector(Listing *listing, int32_t index, bool tried) {
    Arena *arena = &listing->bench->arena;
    const Scenario *scenario = listing->scenario;
    DetectorId id = scenario->detector_rows.first + index;
    const Detector *detector = &scenario->detectors.rows[id];
    const Examples *examples = &scenario->examples.rows[detector->examples];
    Str at = examples_at(arena, index);
    listing->model = (BenchTrial){.detector = id,
                                  .language = str_copy(arena, scenario->language),
                                  .patterns = join_patterns(arena, scenario, detector),
                                  .pattern_count = detector_count_patterns(detector)};
    if (tried) {
        add_trial(listing, BENCH_TRIED, at, listing->bench->phrase);
    } else {
        add_phrases(listing, BENCH_TO_FIND, pointer_join(arena, at, S("yes")), examples->yes);
        add_phrases(listing, BENCH_NOT_TO_FIND, pointer_join(arena, at, S("no")), examples->no);
    }
}

void bench_follow(Bench *bench, const Scenario *scenario) {
    Arena arena = bench->arena;
    BenchTrials before = bench->trials;
    int32_t count = scenario->detector_rows.count;
    Listing listing = {.bench = bench, .before = &before, .scenario = scenario};
    detector_bank_destroy(bench->bank);
    bench->arena = (Arena){0};
    bench->trials = (BenchTrials){0};
    bench->bank = detector_bank_create(scenario);
    int32_t *firsts = arena_push(&bench->arena, int32_t, count + 1);
    for (int32_t i = 0; i < count; i++) {
        firsts[i] = bench->trials.count;
        list_detector(&listing, i, false);
    }
    firsts[count] = bench->trials.count;
    bench->firsts = firsts;
    bench->detector_count = count;
    for (int32_t i = 0; i < count; i++) {
        list_detector(&listing, i, true);
    }
    arena_finish(&arena);
    sum_up(bench);
}

void bench_forget(Bench *bench) {
    detector_bank_destroy(bench->bank);
    arena_finish(&bench->arena);
    bench->bank = NULL;
    bench->trials = (BenchTrials){0};
    bench->detector_count = 0;
    sum_up(bench);
}

void bench_set_phrase(Bench *bench, Str phrase) {
    Arena arena = {0};
    phrase = str_copy(&arena, phrase);
    arena_finish(&bench->phrase_arena);
    bench->phrase_arena = arena;
    bench->phrase = phrase;
}

// Patterns are compiled here, so that this is no part of what a phrase takes.
static bool is_refused(Bench *bench, const BenchTrial *trial) {
    bool refused = false;
    for (int32_t i = 0; i < trial->pattern_count && !refused; i++) {
        refused = detector_find_problem(bench->bank, trial->detector, i).found;
    }
    return refused;
}

static void try_phrase(Bench *bench, BenchTrial *trial) {
    trial->state = BENCH_REFUSED;
    if (!is_refused(bench, trial)) {
        int64_t begun_us = bench->measures ? system_clock_us() : 0;
        trial->result = detector_run(bench->bank, &bench->arena, trial->detector, trial->text);
        trial->took_us = bench->measures ? system_clock_us() - begun_us : 0;
        trial->state = BENCH_DONE;
    }
}

// The phrase that is being typed comes first.
bool bench_work(Bench *bench) {
    int32_t tried = 0;
    int64_t most = bench->bank ? detector_spent(bench->bank) + BENCH_UNITS : 0;
    for (int32_t i = bench->trials.count - 1; i >= 0; i--) {
        BenchTrial *trial = &bench->trials.rows[i];
        bool can = tried < BENCH_TRIALS && detector_spent(bench->bank) < most;
        if (trial->state == BENCH_WAITS && can) {
            try_phrase(bench, trial);
            tried++;
        }
    }
    sum_up(bench);
    return bench->waiting > 0;
}

static const BenchTrial *find_among(const Bench *bench, int32_t first, int32_t end, Str at) {
    const BenchTrial *found = NULL;
    for (int32_t i = first; i < end && !found; i++) {
        found = str_equal(bench->trials.rows[i].at, at) ? &bench->trials.rows[i] : NULL;
    }
    return found;
}

const BenchTrial *bench_find(const Bench *bench, Str at) {
    Str list = S("/detectors/"), rest = str_slice(at, list.len, at.len);
    int32_t index = -1;
    bool there =
        str_begins(at, list) && str_to_int(str_cut(&rest, '/'), &index) && index >= 0 && index < bench->detector_count;
    if (!there) {
        return NULL;
    }
    bool phrase = rest.len > S("examples").len;
    int32_t end = bench->firsts[bench->detector_count];
    return phrase ? find_among(bench, bench->firsts[index], bench->firsts[index + 1], at)
                  : find_among(bench, end, bench->trials.count, at);
}
