// Times that were measured, of which medians are told.
#pragma once

#include <stdint.h>
#include <time.h>

enum { SAMPLES_MOST = 400 };

typedef struct {
    int64_t rows[SAMPLES_MOST]; // nanoseconds
    int32_t count;
} Samples;

int64_t read_clock_ns(clockid_t clock);
void add_sample(Samples *samples, int64_t spent_ns);
int64_t median_ns(Samples *samples); // at least one; sorts them
double median_us(Samples *samples);
