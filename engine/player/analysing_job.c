#include "player/analysing_job.h"

#include "scenario/scenario_parse.h"

static void add_wanted(Arena *arena, StoreHeaderList *wanted, const StoreHeaderList *headers) {
    for (int32_t i = 0; i < headers->count; i++) {
        const StoreHeader *header = &headers->rows[i];
        *rows_append(arena, wanted) = (StoreHeader){.id = str_copy(arena, header->id),
                                                    .begun = str_copy(arena, header->begun),
                                                    .label = str_copy(arena, header->label),
                                                    .row = header->row};
    }
}

AnalysingJob *analysing_job_create(Str folder, const Framework *framework, const StoreHeaderList *wanted,
                                   AnalysisAnswer counted) {
    Arena arena = {0};
    AnalysingJob *job = arena_push(&arena, AnalysingJob, 1);
    job->folder = str_copy(&arena, folder);
    job->framework = framework;
    job->counted = counted;
    add_wanted(&arena, &job->wanted, wanted);
    job->arena = arena;
    return job;
}

void analysing_job_destroy(AnalysingJob *job) {
    if (job) {
        Arena arena = job->arena;
        arena_finish(&arena);
    }
}

void analysing_job_compare(AnalysingJob *job, const AnalysingSide *a, const AnalysingSide *b) {
    const AnalysingSide *sides[ANALYSING_SIDES] = {a, b};
    job->compares = true;
    for (int32_t i = 0; i < ANALYSING_SIDES; i++) {
        job->sides[i] = (AnalysingSide){str_copy(&job->arena, sides[i]->label), str_copy(&job->arena, sides[i]->day)};
    }
}

void analysing_job_compare_versions(AnalysingJob *job, const AnalysingSubject *subject, const AnalysingSubject *other) {
    job->place = subject->version < other->version; // the later a text, the smaller its number
    const AnalysingSubject *texts[ANALYSING_SIDES] = {job->place == 0 ? subject : other,
                                                      job->place == 0 ? other : subject};
    add_wanted(&job->arena, &job->others, &other->sessions);
    for (int32_t i = 0; i < ANALYSING_SIDES; i++) {
        job->texts[i].version = texts[i]->version;
        job->texts[i].first_day = str_copy(&job->arena, texts[i]->first_day);
        job->texts[i].last_day = str_copy(&job->arena, texts[i]->last_day);
    }
}

typedef struct {
    AnalysingJob *job;
    Store *store;
    const Scenario *scenario;
    AnalysisWork *whole; // NULL: no session was read yet
    AnalysisWork *sides[ANALYSING_SIDES];
    bool compares;
} Working;

static void begin(Working *working, Arena *scratch, Str case_bytes) {
    AnalysingJob *job = working->job;
    Findings findings = {.arena = scratch};
    Str bytes = str_copy(&job->arena, case_bytes);
    const Scenario *scenario = scenario_parse(&job->arena, scratch, job->framework, bytes, &findings);
    working->scenario = scenario->playable ? scenario : NULL;
    working->whole = working->scenario ? analysis_begin(&job->arena, scenario, job->counted) : NULL;
    for (int32_t i = 0; i < ANALYSING_SIDES && working->whole && working->compares; i++) {
        working->sides[i] = analysis_begin(&job->arena, scenario, job->counted);
    }
}

static void add_lines(Working *working, const StoreHeader *header, Str lines) {
    AnalysingJob *job = working->job;
    job->otherwise += analysis_add_lines(working->whole, lines) != SOLO_RESUMED_ALL;
    figures_note_session(&job->of, header->begun, header->label);
    for (int32_t i = 0; i < ANALYSING_SIDES; i++) {
        if (working->sides[i] && analysing_side_has(&job->sides[i], header)) {
            (void)analysis_add_lines(working->sides[i], lines);
        }
    }
}

// False: the case cannot be played, so that no other session of it can.
static bool add(void *context, const StoreHeader *header, const StoreSession *session, const Error *error) {
    Working *working = context;
    if (session == NULL) {
        working->job->unread++;
        working->job->error = *error;
        return true;
    }
    if (!working->whole) {
        Arena scratch = {0};
        begin(working, &scratch, session->case_bytes);
        arena_finish(&scratch);
    }
    if (working->whole) {
        add_lines(working, header, session->lines);
    }
    return working->whole;
}

static void end(Working *working) {
    AnalysingJob *job = working->job;
    Arena scratch = {0};
    AnalysisEnd ended = analysis_end(working->whole);
    job->scenario = working->scenario;
    job->analysis = ended.own;
    job->out = ended.out;
    job->of.analysis = &job->out;
    job->of.framework = job->framework;
    job->layout = layout_of(&job->arena, &scratch, job->scenario);
    for (int32_t i = 0; i < ANALYSING_SIDES && job->compares; i++) {
        job->compared[i] = analysis_end(working->sides[i]).out;
        job->told[i] =
            (FiguresSide){.label = job->sides[i].label, .day = job->sides[i].day, .analysis = &job->compared[i]};
    }
    job->of.sides = job->compares ? job->told : NULL;
    arena_finish(&scratch);
}

static void lay_beside(Working *beside) {
    AnalysingJob *job = beside->job;
    Arena scratch = {0};
    job->beside = beside->scenario;
    job->compared[job->place] = job->out;
    job->compared[1 - job->place] = analysis_end(beside->whole).out;
    VersionsOf of = {{job->place == 0 ? job->scenario : job->beside, job->place == 0 ? job->beside : job->scenario}};
    job->versions = versions_compare(&job->arena, &scratch, &of);
    for (int32_t i = 0; i < ANALYSING_SIDES; i++) {
        job->told[i] = (FiguresSide){.analysis = &job->compared[i],
                                     .version = job->texts[i].version,
                                     .first_day = job->texts[i].first_day,
                                     .last_day = job->texts[i].last_day};
    }
    job->of.sides = job->told;
    job->of.versions = &job->versions;
    job->of.analysis = &job->compared[1];
    arena_finish(&scratch);
}

bool analysing_job_run(void *context, Error *error) {
    AnalysingJob *job = context;
    Working working = {
        .job = job, .store = store_open(job->folder, STORE_READS, &job->error), .compares = job->compares};
    Working beside = {.job = job, .store = working.store};
    if (working.store) {
        store_read_each(working.store, &job->wanted, add, &working);
    }
    if (working.whole && job->others.count > 0) {
        store_read_each(beside.store, &job->others, add, &beside);
    }
    store_close(working.store);
    if (working.whole) {
        end(&working);
    } else if (error) {
        *error = job->error;
    }
    if (beside.whole) {
        lay_beside(&beside);
    }
    return working.whole;
}
