// What is due, made a short quiz of on the writer's thread: its case is read there, what was changed in it since is
// found, and what is left is parsed. Knows no Player.
//
//     ReviewJob *job = review_job_create(&framework);
//     job->… = …;                                            // what is asked for; texts in job->arena
//     job->ticket = writer_run(writer, review_job_run, job);
//     …                                                      // its report was taken
//     OpenCase open = review_job_take(job);                  // the taker's from now on
//     review_job_destroy(job);
#pragma once

#include "player/open_case.h"
#include "solo/short_quiz.h"

typedef struct ReviewJob ReviewJob;

typedef struct {
    StoreReturn item; // one that is not there any more is LEITNER_KNOWN afterwards: no box that it lies in
    bool changed;     // … and so is one that was mended, which is new
    const SharedDetector *detector;
} ReviewRow;

struct ReviewJob {
    Arena arena;
    const Framework *framework; // there until the job is destroyed
    StoreReturnsKind kind;      // of all rows
    Str home;                   // … too
    Str path;                   // of their case
    ShortQuizWords words;
    int32_t day;                     // on which the mended ones come back: this one
    ReviewRow rows[SHORT_QUIZ_MOST]; // in the order in which they are due
    int32_t count;
    OpenCase open; // without a scenario when nothing of them can be played
    // The asker's:
    int64_t ticket, since_ms;
    ReviewJob *older;
};

ReviewJob *review_job_create(const Framework *framework);
WriterJob review_job_run; // done also where nothing can be played
OpenCase review_job_take(ReviewJob *job);
void review_job_destroy(ReviewJob *job);
