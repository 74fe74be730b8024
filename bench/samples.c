#define _XOPEN_SOURCE 700 // clock_gettime

#include "samples.h"

#include "base/error.h"

#include <stdlib.h>

int64_t read_clock_ns(clockid_t clock) {
    struct timespec now;
    ASSERT(clock_gettime(clock, &now) == 0);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void add_sample(Samples *samples, int64_t spent_ns) {
    ASSERT(samples->count < SAMPLES_MOST);
    samples->rows[samples->count++] = spent_ns;
}

static int compare_samples(const void *a, const void *b) {
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

int64_t median_ns(Samples *samples) {
    ASSERT(samples->count > 0);
    qsort(samples->rows, (size_t)samples->count, sizeof samples->rows[0], compare_samples);
    return samples->rows[samples->count / 2];
}

double median_us(Samples *samples) {
    return (double)median_ns(samples) / 1000;
}
