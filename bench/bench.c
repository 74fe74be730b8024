// Measures the core, one thing a call, and prints one line of JSON:
//     bench load CASE.json              load with all findings, beside a bare cJSON_Parse + cJSON_Delete
//     bench memory CASE.json            what loading holds at its peak, and after
//     bench walk CASE.json CASE.graph   random walks, beside the same walks in bare C
//     bench bounds CASE.json CASE.graph all states, beside a bare exploration
//     bench import FILE                 a case made of a file of another tool, and what that holds at its peak
//     bench map CASE.json               the case laid out as a map, and how many ways lead through a scene
//     bench detect CASE.json ANSWERS    a pass of all detectors of the case over each answer, one a line
// Times are medians, in microseconds; rates are medians of several windows. What is said "on a core" is the time that
// the process had one, which other work on the machine lengthens far less than the time by the wall.
#define _POSIX_C_SOURCE 200809L // clock_gettime, fork

#include "bare.h"
#include "samples.h"

#include "base/error.h"
#include "base/file.h"
#include "base/path.h"
#include "check/case_check.h"
#include "exchange/exchange.h"
#include "map/map_ways.h"
#include "scenario/detector.h"
#include "scenario/scenario_parse.h"
#include "session/explore.h"
#include "session/simulate.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TODAY = 20000 };

// Nanoseconds by the wall, and on a core.
typedef struct {
    int64_t wall, core;
} Spent;

typedef struct {
    Samples wall, core;
} SpentSamples;

typedef struct {
    Arena arena, scratch;
    Framework framework;
    Findings findings;
    Scenario *scenario;
} Bench;

static int64_t now_ns(void) {
    return read_clock_ns(CLOCK_MONOTONIC);
}

static Spent now(void) {
    return (Spent){.wall = now_ns(), .core = read_clock_ns(CLOCK_PROCESS_CPUTIME_ID)};
}

static Spent since(Spent start) {
    Spent end = now();
    return (Spent){.wall = end.wall - start.wall, .core = end.core - start.core};
}

static void add_spent(SpentSamples *samples, Spent spent) {
    add_sample(&samples->wall, spent.wall);
    add_sample(&samples->core, spent.core);
}

static int64_t per_second(int64_t count, int64_t spent_ns) {
    return (int64_t)((double)count * 1e9 / (double)spent_ns);
}

static Str load_file(Arena *arena, const char *path) {
    Str bytes = {0};
    Error error = {0};
    if (!file_load(arena, str_from_c(path), INT32_MAX, &bytes, &error)) {
        (void)fprintf(stderr, "bench: %s cannot be read\n", path);
        exit(1);
    }
    return bytes;
}

static void init_bench(Bench *bench) {
    framework_read(&bench->arena, &bench->scratch, &bench->framework);
    bench->findings.arena = &bench->arena;
}

// Reads a case that is to be walked.
static void load_case(Bench *bench, const char *path) {
    Str bytes = load_file(&bench->arena, path);
    bench->scenario = scenario_parse(&bench->arena, &bench->scratch, &bench->framework, bytes, &bench->findings);
    if (!bench->scenario->playable) {
        (void)fprintf(stderr, "bench: %s has errors\n", path);
        exit(1);
    }
}

static void finish_bench(Bench *bench) {
    arena_finish(&bench->arena);
    arena_finish(&bench->scratch);
}

typedef enum { STAGE_PARSE, STAGE_CHECK, STAGE_FREE, STAGE_COUNT } Stage;

typedef struct {
    Arena arena, scratch;
    Findings findings;
} Load;

// Loads a case as palabre-cli does: `lap` is called after each stage.
static void load_with_findings(Load *load, const Framework *framework, Str bytes, void (*lap)(void *), void *context) {
    load->findings.arena = &load->arena;
    Scenario *scenario = scenario_parse(&load->arena, &load->scratch, framework, bytes, &load->findings);
    lap(context);
    case_check(scenario, bytes, TODAY, &load->scratch, &load->findings);
    lap(context);
}

typedef struct {
    int64_t spent_ns[STAGE_COUNT];
    int64_t last_ns;
    Spent all;
    int32_t stage;
    int32_t finding_count, error_count;
} Laps;

static void take_lap(void *context) {
    Laps *laps = context;
    int64_t now = now_ns();
    laps->spent_ns[laps->stage++] = now - laps->last_ns;
    laps->last_ns = now;
}

static void measure_load(Laps *laps, const Framework *framework, Str bytes) {
    Load load = {0};
    Spent start = now();
    laps->last_ns = start.wall;
    load_with_findings(&load, framework, bytes, take_lap, laps);
    laps->finding_count = load.findings.count;
    laps->error_count = load.findings.error_count;
    arena_finish(&load.arena);
    arena_finish(&load.scratch);
    take_lap(laps);
    laps->all = since(start);
}

static void measure_cjson(Laps *laps, const Framework *framework, Str bytes) {
    (void)framework;
    cJSON_InitHooks(NULL); // reading the framework set the core's
    Spent start = now();
    cJSON *root = cJSON_ParseWithLength(bytes.text, (size_t)bytes.len);
    ASSERT(root != NULL);
    cJSON_Delete(root);
    laps->all = since(start);
}

// In a process of its own, so that nobody pays for the heap that another left behind.
static Laps measure_apart(void (*measure)(Laps *, const Framework *, Str), const Framework *framework, Str bytes) {
    Laps laps = {0};
    int ends[2];
    ASSERT(pipe(ends) == 0);
    pid_t child = fork();
    ASSERT(child >= 0);
    if (child == 0) {
        measure(&laps, framework, bytes);
        _exit(write(ends[1], &laps, sizeof laps) == (ssize_t)sizeof laps ? 0 : 1);
    }
    ASSERT(read(ends[0], &laps, sizeof laps) == (ssize_t)sizeof laps);
    ASSERT(waitpid(child, NULL, 0) == child);
    (void)close(ends[0]);
    (void)close(ends[1]);
    return laps;
}

static void run_load(Bench *bench, char **paths) {
    enum { ROUNDS = 11 };
    Str bytes = load_file(&bench->arena, paths[0]);
    Samples stages[STAGE_COUNT] = {0};
    SpentSamples load = {0};
    SpentSamples cjson = {0};
    Laps laps = {0};
    for (int32_t i = 0; i < ROUNDS; i++) { // in turn, so that whatever else the machine does falls on both
        add_spent(&cjson, measure_apart(measure_cjson, &bench->framework, bytes).all);
        laps = measure_apart(measure_load, &bench->framework, bytes);
        add_spent(&load, laps.all);
        for (int32_t j = 0; j < STAGE_COUNT; j++) {
            add_sample(&stages[j], laps.spent_ns[j]);
        }
    }
    printf("\"bytes\": %td, \"findings\": %d, \"errors\": %d, \"cjson_us\": %.1f, \"load_us\": %.1f, ", bytes.len,
           laps.finding_count, laps.error_count, median_us(&cjson.wall), median_us(&load.wall));
    printf("\"cjson_core_us\": %.1f, \"load_core_us\": %.1f, ", median_us(&cjson.core), median_us(&load.core));
    printf("\"parse_us\": %.1f, \"check_us\": %.1f, \"free_us\": %.1f", median_us(&stages[STAGE_PARSE]),
           median_us(&stages[STAGE_CHECK]), median_us(&stages[STAGE_FREE]));
}

// A figure of /proc/self/status, in bytes.
static int64_t read_status(const char *name) {
    char line[256];
    int64_t value = 0;
    FILE *status = fopen("/proc/self/status", "r");
    ASSERT(status != NULL);
    while (fgets(line, sizeof line, status)) {
        if (strncmp(line, name, strlen(name)) == 0) {
            value = strtoll(line + strlen(name) + 1, NULL, 10) * 1024;
        }
    }
    (void)fclose(status);
    return value;
}

static void note_peak(void *context) {
    int64_t *peaks = context;
    while (*peaks != 0) {
        peaks++;
    }
    *peaks = read_status("VmHWM");
}

// The file's own bytes count at the peak; after loading nobody needs them.
static void run_memory(Bench *bench, char **paths) {
    int64_t peaks[STAGE_COUNT + 1] = {0};
    int64_t before = read_status("VmRSS");
    Arena file = {0};
    Str bytes = load_file(&file, paths[0]);
    Load load = {0};
    load_with_findings(&load, &bench->framework, bytes, note_peak, peaks);
    ptrdiff_t scratch = arena_size(&load.scratch);
    arena_finish(&load.scratch);
    ptrdiff_t len = bytes.len;
    arena_finish(&file);
    printf("\"bytes\": %td, \"parse_peak\": %" PRId64 ", \"peak\": %" PRId64
           ", \"kept\": %td, \"scratch\": %td, \"resident\": %" PRId64,
           len, peaks[STAGE_PARSE] - before, peaks[STAGE_CHECK] - before, arena_size(&load.arena), scratch,
           read_status("VmRSS") - before);
    arena_finish(&load.arena);
}

// As palabre-cli does it, but for the file that is loaded and saved.
static void measure_import(Laps *laps, const Framework *framework, Str path) {
    Arena arena = {0}, scratch = {0};
    FileDraft *source = file_draft_load(&arena, path, LIMIT_FILE_BYTES, NULL);
    FileDraft *body = file_draft_begin(&arena);
    ASSERT(source && body);
    Exchange exchange = {
        .name = S("bench"), .language = S("fr"), .framework = framework, .source = source, .body = body};
    Str bytes = file_draft_text(source);
    Spent start = now();
    ASSERT(exchange_import(&arena, &scratch, bytes, &exchange) == EXCHANGE_FINE);
    laps->all = since(start);
    laps->finding_count = exchange.report.counts[CONSTRUCT_PASSAGE].found;
    file_draft_close(source);
    file_draft_close(body);
    arena_finish(&arena);
    arena_finish(&scratch);
}

static void run_import(Bench *bench, char **paths) {
    enum { ROUNDS = 11 };
    SpentSamples spent = {0};
    Laps laps = {0};
    int64_t before = read_status("VmRSS");
    Str path = str_from_c(paths[0]);
    FileLook look;
    ASSERT(file_look(path, &look));
    for (int32_t i = 0; i < ROUNDS; i++) {
        laps = measure_apart(measure_import, &bench->framework, path);
        add_spent(&spent, laps.all);
    }
    measure_import(&laps, &bench->framework, path);
    printf("\"bytes\": %" PRId64 ", \"passages\": %d, \"import_us\": %.1f, \"import_core_us\": %.1f, \"peak\": %" PRId64
           ", \"resident\": %" PRId64,
           look.len, laps.finding_count, median_us(&spent.wall), median_us(&spent.core), read_status("VmHWM") - before,
           read_status("VmHWM"));
}

typedef struct {
    int64_t decisions;
    int64_t spent_ns;
} Rate;

static Rate measure_simulate(Bench *bench, int32_t runs, uint64_t seed) {
    ArenaMark mark = arena_mark(&bench->arena);
    int64_t start = now_ns();
    Simulation simulation = simulate(&bench->arena, &bench->scratch, bench->scenario, runs, seed);
    Rate rate = {simulation.decisions, now_ns() - start};
    ASSERT(simulation.stuck == 0);
    arena_rewind(&bench->arena, mark);
    return rate;
}

static void run_walk(Bench *bench, char **paths) {
    enum { ROUNDS = 9, COMPARED = 200, A_ROUND_NS = 400000000 };
    load_case(bench, paths[0]);
    BareGraph graph = bare_read(&bench->arena, load_file(&bench->arena, paths[1]));
    Rate first = measure_simulate(bench, COMPARED, 1);
    int64_t runs = A_ROUND_NS / (first.spent_ns / COMPARED + 1) + 1;
    Samples rates = {0};
    Samples bare_rates = {0};
    for (int32_t i = 0; i < ROUNDS; i++) {
        Rate rate = measure_simulate(bench, (int32_t)runs, (uint64_t)i);
        int64_t start = now_ns();
        int64_t decisions = bare_walk(&bench->scratch, &graph, (int32_t)runs, (uint64_t)i);
        add_sample(&rates, per_second(rate.decisions, rate.spent_ns));
        add_sample(&bare_rates, per_second(decisions, now_ns() - start));
        if (decisions != rate.decisions) {
            (void)fprintf(stderr, "bench: bare walks of %s make %" PRId64 " decisions, not %" PRId64 "\n", paths[0],
                          decisions, rate.decisions);
            exit(1);
        }
    }
    printf("\"scenes\": %d, \"decisions\": %" PRId64 ", \"decisions_per_second\": %" PRId64
           ", \"bare_per_second\": %" PRId64,
           graph.scene_count, first.decisions, median_ns(&rates), median_ns(&bare_rates));
}

static void run_bounds(Bench *bench, char **paths) {
    enum { ROUNDS = 5 };
    load_case(bench, paths[0]);
    BareGraph graph = bare_read(&bench->arena, load_file(&bench->arena, paths[1]));
    SpentSamples spent = {0};
    SpentSamples bare_spent = {0};
    Exploration exploration = {0};
    int64_t bare_states = 0;
    for (int32_t i = 0; i < ROUNDS; i++) {
        ArenaMark mark = arena_mark(&bench->arena);
        Spent start = now();
        exploration = explore(&bench->arena, &bench->scratch, bench->scenario, LIMIT_BOUNDS_STATES);
        add_spent(&spent, since(start));
        Spent middle = now();
        bare_states = bare_explore(&bench->scratch, &graph);
        add_spent(&bare_spent, since(middle));
        arena_rewind(&bench->arena, mark);
    }
    printf("\"exact\": %s, \"states\": %" PRId64 ", \"bare_states\": %" PRId64, exploration.exact ? "true" : "false",
           exploration.states, bare_states);
    printf(", \"states_per_second\": %" PRId64 ", \"bare_per_second\": %" PRId64,
           per_second(exploration.states, median_ns(&spent.wall)),
           per_second(bare_states, median_ns(&bare_spent.wall)));
    printf(", \"states_per_core_second\": %" PRId64 ", \"bare_per_core_second\": %" PRId64,
           per_second(exploration.states, median_ns(&spent.core)),
           per_second(bare_states, median_ns(&bare_spent.core)));
}

// Of all memory that a map takes, too.
static Spent measure_layout(const Scenario *scenario) {
    Arena arena = {0}, scratch = {0};
    Spent start = now();
    (void)layout_of(&arena, &scratch, scenario);
    arena_finish(&arena);
    arena_finish(&scratch);
    return since(start);
}

static void run_map(Bench *bench, char **paths) {
    enum { ROUNDS = 21 };
    load_case(bench, paths[0]);
    SpentSamples spent = {0};
    for (int32_t i = 0; i < ROUNDS; i++) {
        add_spent(&spent, measure_layout(bench->scenario));
    }
    Layout layout = layout_of(&bench->arena, &bench->scratch, bench->scenario);
    printf("\"scenes\": %d, \"ways\": %d, \"through\": %d, \"layout_us\": %.1f, \"layout_core_us\": %.1f",
           layout.node_count, layout.edge_count, map_count_ways_through(&layout), median_us(&spent.wall),
           median_us(&spent.core));
}

// All detectors of the case, by the decisions that use them, as a typed answer runs them.
static int64_t pass_ns(Bench *bench, DetectorBank *bank, Str answer, int32_t *detectors) {
    ArenaMark mark = arena_mark(&bench->scratch);
    int64_t start = now_ns();
    *detectors = 0;
    for (AskId i = 1; i < bench->scenario->asks.count; i++) {
        Span uses = bench->scenario->asks.rows[i].detectors;
        uint32_t found = 0;
        uint32_t undecided = 0;
        detector_run_answer(bank, &bench->scratch, uses, answer, &found, &undecided);
        ASSERT(undecided == 0);
        *detectors += uses.count;
    }
    int64_t spent = now_ns() - start;
    arena_rewind(&bench->scratch, mark);
    return spent;
}

static void run_detect(Bench *bench, char **paths) {
    enum { ROUNDS = 51 };
    load_case(bench, paths[0]);
    Str answers = load_file(&bench->arena, paths[1]);
    DetectorBank *bank = detector_bank_create(bench->scenario);
    int32_t detectors = 0;
    Str rest = answers;
    double first_us = (double)pass_ns(bench, bank, str_cut(&rest, '\n'), &detectors) / 1000;
    double slowest_us = 0;
    while (answers.len > 0) {
        Str answer = str_cut(&answers, '\n');
        Samples samples = {0};
        for (int32_t i = 0; i < ROUNDS && answer.len > 0; i++) {
            add_sample(&samples, pass_ns(bench, bank, answer, &detectors));
        }
        double pass_us = answer.len > 0 ? median_us(&samples) : 0;
        slowest_us = pass_us > slowest_us ? pass_us : slowest_us;
    }
    detector_bank_destroy(bank);
    printf("\"detectors\": %d, \"first_us\": %.1f, \"slowest_us\": %.1f", detectors, first_us, slowest_us);
}

int main(int argc, char **argv) {
    static const struct {
        const char *name;
        int paths;
        void (*run)(Bench *bench, char **paths);
    } VERBS[] = {{"load", 1, run_load},     {"memory", 1, run_memory}, {"walk", 2, run_walk},
                 {"bounds", 2, run_bounds}, {"import", 1, run_import}, {"map", 1, run_map},
                 {"detect", 2, run_detect}};
    for (int32_t i = 0; argc > 1 && i < COUNT(VERBS); i++) {
        if (strcmp(argv[1], VERBS[i].name) == 0 && argc == VERBS[i].paths + 2) {
            Bench bench = {0};
            init_bench(&bench);
            Str name = path_name(str_from_c(argv[2]));
            printf("{\"what\": \"%s\", \"case\": \"%.*s\", ", argv[1],
                   S_ARG(str_slice(name, 0, str_find(name, S(".")))));
            VERBS[i].run(&bench, argv + 2);
            printf("}\n");
            finish_bench(&bench);
            return 0;
        }
    }
    (void)fprintf(stderr, "usage: bench load|memory|walk|bounds|import|map|detect FILE [FILE]\n");
    return 2;
}
