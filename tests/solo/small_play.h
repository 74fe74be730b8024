// A case written in a test, played by actions.
#pragma once

#include "solo/solo_shown.h"
#include "told/debrief.h"

#include "session/small_case.h"

#define END "{'id': 'end', 'ending': {'title': 'E', 'text': 'T', 'tone': 'good'}}"
#define PLAY(rest) begin_play(&p, S("scenario"), S(rest))

#define THREE                                                                                                         \
    "'gauges': [{'id': 'trust', 'name': 'Trust', 'start': 50, 'better': 'high'}], 'start': 's', 'scenes': ["          \
    "{'id': 's', 'title': 'First', 'lines': [{'text': 'Hello.'}], 'ask': {'kind': 'choice', 'next': 'm', "            \
    "'options': [{'id': 'a', 'text': 'A', 'scores': {'a': 2}, 'effects': {'trust': 3}, 'reply': [{'text': 'Yes.'}]}," \
    "{'id': 'b', 'text': 'B', 'scores': {'a': -1}, 'effects': {'trust': -3}}]}}, "                                    \
    "{'id': 'm', 'lines': [{'text': 'She sits down.'}], 'next': 't'}, "                                               \
    "{'id': 't', 'title': 'Second', 'step': 'must', 'ask': {'kind': 'choice', 'next': 'end', 'options': ["            \
    "{'id': 'a', 'text': 'A', 'scores': {'a': 2}, 'effects': {'trust': 10}}, "                                        \
    "{'id': 'b', 'text': 'B', 'label': 'wait', 'scores': {'a': -1}, 'effects': {'trust': -15}}]}}," END "]"

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

// Both decisions of THREE; `first` -1: only the second.
static inline void play_out(SmallPlay *p, Solo *model, int32_t first, int32_t second) {
    SoloAction actions[] = {{.kind = SOLO_CHOOSE, .index = first},
                            {.kind = SOLO_GO_ON},
                            {.kind = SOLO_CHOOSE, .index = second},
                            {.kind = SOLO_GO_ON}};
    for (int i = first < 0 ? 2 : 0; i < 4; i++) {
        actions[i].now_ms = p->now_ms;
        assert_true(solo_update(model, &actions[i]));
    }
    assert_int_equal(model->phase, SOLO_PHASE_ENDED);
}
