// Cases that hold detectors and nothing else, built by hand.
#pragma once

#include "scenario/detector.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
    Arena arena, scratch;
    Scenario scenario;
    Findings findings;
    DetectorBank *bank;
} Case;

// Row 0 of a table means "none".
static inline void begin_case(Case *c) {
    *c = (Case){0};
    c->findings.arena = &c->arena;
    (void)rows_append(&c->arena, &c->scenario.texts);
    (void)rows_append(&c->arena, &c->scenario.examples);
    (void)rows_append(&c->arena, &c->scenario.detectors);
    (void)rows_append(&c->arena, &c->scenario.detector_uses);
    c->scenario.detector_rows.first = 1;
}

static inline void end_case(Case *c) {
    detector_bank_destroy(c->bank);
    arena_finish(&c->scratch);
    arena_finish(&c->arena);
}

static inline void add_text(Case *c, Span *span, Str text) {
    if (span->count++ == 0) {
        span->first = c->scenario.texts.count;
    }
    *rows_append(&c->arena, &c->scenario.texts) = text;
}

// The texts of one list must be added one after the other.
static inline Detector *add_detector(Case *c) {
    (void)rows_append(&c->arena, &c->scenario.examples);
    Detector *detector = rows_append(&c->arena, &c->scenario.detectors);
    detector->examples = c->scenario.examples.count - 1;
    c->scenario.detector_rows.count++;
    DetectorUse *use = rows_append(&c->arena, &c->scenario.detector_uses);
    use->detector.id = c->scenario.detectors.count - 1;
    return detector;
}

static inline Examples *examples_of(Case *c, const Detector *detector) {
    return &c->scenario.examples.rows[detector->examples];
}

static inline Detector *add_pattern(Case *c, Str match) {
    Detector *detector = add_detector(c);
    add_text(c, &detector->match, match);
    return detector;
}

static inline DetectorBank *bank_of(Case *c) {
    if (!c->bank) {
        c->bank = detector_bank_create(&c->scenario);
    }
    return c->bank;
}

// `unit` again and again up to `count` code points of ASCII, then `tail`.
static inline Str repeat_text(Arena *arena, Str unit, int32_t count, Str tail) {
    StrBuilder text = {.arena = arena};
    for (int32_t i = 0; i < count; i++) {
        str_add_char(&text, unit.text[i % unit.len]);
    }
    str_add(&text, tail);
    return str_built(&text);
}
