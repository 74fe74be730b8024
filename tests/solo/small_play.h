// A case written in a test, played by actions.
#pragma once

#include "solo/solo_shown.h"
#include "told/debrief.h"

#include "session/small_case.h"

typedef struct {
    SmallCase c;
    Solo solo;
    Catalog words;
    Arena frame;
    Telling telling;
    int64_t now_ms;
} SmallPlay;

static inline void begin_play(SmallPlay *p, Str kind, Str rest) {
    *p = (SmallPlay){.now_ms = 1000};
    read_case(&p->c, kind, rest);
    assert_true(solo_begin(&p->solo, &(SoloStart){.scenario = p->c.scenario, .seed = 7, .now_ms = p->now_ms}));
    p->telling =
        (Telling){.session = &p->solo.session, .story = &p->solo.story, .catalog = &p->words, .arena = &p->frame};
}

static inline void end_play(SmallPlay *p) {
    solo_finish(&p->solo);
    arena_finish(&p->frame);
    end_case(&p->c);
}

static inline bool act(SmallPlay *p, SoloActionKind kind, int32_t index, int32_t value) {
    return solo_update(&p->solo, &(SoloAction){.kind = kind, .index = index, .value = value, .now_ms = p->now_ms});
}

static inline bool type(SmallPlay *p, const char *text) {
    return solo_update(&p->solo, &(SoloAction){.kind = SOLO_SET_TEXT, .text = str_from_c(text), .now_ms = p->now_ms});
}

static inline void assert_text(Str actual, const char *expected) {
    char *text = NULL;
    Arena arena = {0};
    text = str_to_c(&arena, actual);
    assert_string_equal(text, expected);
    arena_finish(&arena);
}
