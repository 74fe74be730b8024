#include "player/review_job.h"

#include "scenario/scenario_parse.h"

static bool is_there(const ReviewRow *row) {
    return row->item.card.box != LEITNER_KNOWN;
}

static void change(ReviewRow *row, LeitnerCard card) {
    row->item.card = card;
    row->changed = true;
}

static void drop(ReviewRow *row) {
    change(row, (LeitnerCard){.box = LEITNER_KNOWN, .due = row->item.card.due});
}

// One that was mended is a new one; one that was removed does not come back.
static void follow_changes(ReviewJob *job, Str bytes) {
    Str scenes[SHORT_QUIZ_MOST] = {0}, hashes[SHORT_QUIZ_MOST] = {0};
    Arena deeper = {0};
    for (int32_t i = 0; i < job->count; i++) {
        scenes[i] = job->rows[i].item.item;
    }
    short_quiz_hash(&job->arena, &deeper, bytes, scenes, job->count, hashes);
    arena_finish(&deeper);
    for (int32_t i = 0; i < job->count; i++) {
        ReviewRow *row = &job->rows[i];
        if (hashes[i].len == 0) {
            drop(row);
        } else if (!str_equal(hashes[i], row->item.text)) {
            row->item.text = hashes[i];
            change(row, (LeitnerCard){.box = 1, .due = job->day});
        }
    }
}

static bool parse(ReviewJob *job, Str quiz) {
    OpenCase *open = &job->open;
    Arena deeper = {0}, scratch = {0};
    Findings findings = {.arena = &deeper};
    Scenario *scenario = quiz.len > 0 ? scenario_parse(&open->arena, &scratch, job->framework, quiz, &findings) : NULL;
    open->scenario = scenario && scenario->playable ? scenario : NULL;
    open->bytes_hash = event_hash(&open->arena, quiz);
    open->len = quiz.len;
    arena_finish(&scratch);
    arena_finish(&deeper);
    return open->scenario != NULL;
}

// Those rows of `count` from `first` on that are there.
static bool parse_questions(ReviewJob *job, Str bytes, int32_t first, int32_t count) {
    Str scenes[SHORT_QUIZ_MOST] = {0};
    Arena deeper = {0};
    int32_t asked = 0;
    for (int32_t i = first; i < first + count; i++) {
        if (is_there(&job->rows[i])) {
            scenes[asked++] = job->rows[i].item.item;
        }
    }
    Str quiz = short_quiz_of_questions(&job->open.arena, &deeper, bytes, scenes, asked, &job->words);
    bool parsed = asked > 0 && parse(job, quiz);
    arena_finish(&deeper);
    return parsed;
}

// A question may lean on what is not in the short quiz: a scene that was met, another answer. Then it stays where it is
// from now on, and the others are played.
static void open_questions(ReviewJob *job, Str bytes) {
    follow_changes(job, bytes);
    if (parse_questions(job, bytes, 0, job->count)) {
        return;
    }
    for (int32_t i = 0; i < job->count; i++) {
        if (!parse_questions(job, bytes, i, 1)) {
            drop(&job->rows[i]);
        }
    }
    (void)parse_questions(job, bytes, 0, job->count);
}

static void open_detectors(ReviewJob *job) {
    ShortQuizDetector rows[SHORT_QUIZ_MOST];
    for (int32_t i = 0; i < job->count; i++) {
        rows[i] = (ShortQuizDetector){.detector = job->rows[i].detector, .turn = job->rows[i].item.card.box};
    }
    (void)(job->count > 0 && parse(job, short_quiz_of_detectors(&job->open.arena, rows, job->count, &job->words)));
}

bool review_job_run(void *context, Error *error) {
    ReviewJob *job = context;
    Arena reading = {0};
    Str bytes = {0};
    (void)error;
    if (job->kind == STORE_RETURNS_DETECTOR) {
        open_detectors(job);
    } else if (file_load(&reading, job->path, LIMIT_FILE_BYTES, &bytes, NULL)) {
        open_questions(job, bytes);
    }
    arena_finish(&reading);
    return true;
}

ReviewJob *review_job_create(const Framework *framework) {
    Arena arena = {0};
    ReviewJob *job = arena_push(&arena, ReviewJob, 1);
    job->framework = framework;
    job->arena = arena;
    return job;
}

OpenCase review_job_take(ReviewJob *job) {
    OpenCase open = job->open;
    job->open = (OpenCase){0};
    return open;
}

void review_job_destroy(ReviewJob *job) {
    if (job) {
        open_case_finish(&job->open);
        Arena arena = job->arena;
        arena_finish(&arena);
    }
}
