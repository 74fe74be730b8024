// A case written in a test, played by actions.
#pragma once

#include "told/debrief.h"

#include "session/small_case.h"

typedef struct {
    SmallCase c;
    WalkModel model;
    Catalog words;
    Arena frame;
    Showing showing;
    int64_t now_ms;
} SmallPlay;

static inline void begin_play(SmallPlay *p, Str kind, Str rest) {
    *p = (SmallPlay){.now_ms = 1000};
    read_case(&p->c, kind, rest);
    assert_true(walk_model_begin(&p->model, &(WalkStart){.scenario = p->c.scenario, .seed = 7, .now_ms = p->now_ms}));
    p->showing = (Showing){&p->model, &p->words, &p->frame, false};
}

static inline void end_play(SmallPlay *p) {
    walk_model_finish(&p->model);
    arena_finish(&p->frame);
    end_case(&p->c);
}

static inline bool act(SmallPlay *p, WalkActionKind kind, int32_t index, int32_t value) {
    return walk_update(&p->model,
                       &(WalkAction){.kind = (int32_t)kind, .index = index, .value = value, .now_ms = p->now_ms});
}

static inline bool type(SmallPlay *p, const char *text) {
    return walk_update(&p->model, &(WalkAction){.kind = WALK_SET_TEXT, .text = str_from_c(text), .now_ms = p->now_ms});
}

static inline void assert_text(Str actual, const char *expected) {
    char *text = NULL;
    Arena arena = {0};
    text = str_to_c(&arena, actual);
    assert_string_equal(text, expected);
    arena_finish(&arena);
}
