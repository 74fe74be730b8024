// What a person's kept walks come to: which situations, and how often each competency had an occasion. No rank, no
// marks, no comparison. Worked out on the writer's thread (player/kept_job.h).
#pragma once

#include "records/store.h"
#include "scenario/framework.h"

enum { KEPT_PROGRESS_WALKS = 200, KEPT_PROGRESS_COMPETENCIES = 64 };

typedef struct {
    int32_t walks;                                 // that were looked through, the latest first
    int32_t occasions[KEPT_PROGRESS_COMPETENCIES]; // by the framework's rows
} KeptProgress;

// The framework is only read.
void kept_progress_find(Store *store, const Framework *framework, const StoreHeaderList *list, KeptProgress *progress);
