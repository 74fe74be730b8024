// For tests that read cases: the shared framework, and a case that uses each key of the format, to be read with
// something changed.
#pragma once

#include "base/catalog.h"
#include "base/embedded.h"
#include "base/error.h"
#include "base/file.h"
#include "scenario/scenario_parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct {
    Arena lasting, arena, scratch; // a test may empty `arena` after each of many readings
    Framework framework;
    Catalog french;
    Str complete; // the bytes of that case
} Desk;

typedef struct {
    const Scenario *scenario;
    Findings findings;
} Reading;

static inline Str load_case(Desk *desk, const char *path) {
    Str bytes = {0};
    Error error;
    if (!file_load(&desk->lasting, str_from_c(path), LIMIT_FILE_BYTES, &bytes, &error)) {
        fail_msg("%s: error %d", error.path, (int)error.code);
    }
    return bytes;
}

static inline int open_desk(void **state) {
    Desk *desk = calloc(1, sizeof(Desk));
    assert_non_null(desk);
    framework_read(&desk->lasting, &desk->scratch, &desk->framework);
    assert_true(catalog_read(&desk->french, embedded_find(S("fr.mo"))));
    desk->complete = load_case(desk, "schema/complete.json");
    *state = desk;
    return 0;
}

static inline int close_desk(void **state) {
    Desk *desk = *state;
    arena_finish(&desk->lasting);
    arena_finish(&desk->arena);
    arena_finish(&desk->scratch);
    free(desk);
    return 0;
}

static inline Reading read_case(Desk *desk, Str bytes) {
    Reading reading = {.findings.arena = &desk->arena};
    reading.scenario = scenario_parse(&desk->arena, &desk->scratch, &desk->framework, bytes, &reading.findings);
    findings_locate(&reading.findings, NULL, &desk->scratch, bytes);
    return reading;
}

// `bytes` with what stands at [from, to) replaced.
static inline Str splice(Desk *desk, Str bytes, ptrdiff_t from, ptrdiff_t to, Str by) {
    StrBuilder out = {.arena = &desk->arena};
    str_add(&out, str_slice(bytes, 0, from));
    str_add(&out, by);
    str_add(&out, str_slice(bytes, to, bytes.len));
    return str_built(&out);
}

// `bytes` with the first `what` replaced.
static inline Str replace(Desk *desk, Str bytes, Str what, Str by) {
    ptrdiff_t at = str_find(bytes, what);
    if (at < 0) {
        fail_msg("%.*s is not there", S_ARG(what));
    }
    return splice(desk, bytes, at, at + what.len, by);
}
