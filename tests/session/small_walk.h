// A session on a case written in a test, played from a list of answers.
#pragma once

#include "session/replay.h"

#include "small_case.h"

static inline void begin_session(SmallCase *c, Session *session) {
    session_init(session, &c->arena, c->scenario);
    assert_int_equal(session_step(session, &(Event){.kind = EVENT_START, .seed = 7}), SESSION_FINE);
}

// Gives the answers of `list`, separated by `;`. Quotation marks are written '.
static inline void give(SmallCase *c, Session *session, const char *list) {
    Str rest = str_copy(&c->arena, str_from_c(list));
    for (ptrdiff_t i = 0; i < rest.len; i++) {
        ((char *)rest.text)[i] = (char)(rest.text[i] == '\'' ? '"' : rest.text[i]);
    }
    AnswerReader reader = {&c->arena, &c->scratch, c->scenario, NULL};
    while (rest.len > 0) {
        Event event = {.kind = EVENT_ANSWER};
        Str about;
        const Ask *ask = walk_ask(&session->walk);
        assert_non_null(ask);
        assert_int_equal(answer_parse(&reader, ask, answer_cut(&rest), &event.answer, &about), ANSWER_FINE);
        assert_int_equal(session_step(session, &event), SESSION_FINE);
    }
}

static inline int32_t gauge_of(const Session *session, Str id) {
    return session->walk.gauges[scenario_find_gauge(session->scenario, id)];
}

static inline bool fact_of(const Session *session, Str id) {
    return session->walk.facts[scenario_find_fact(session->scenario, id)] != 0;
}

static inline int32_t total_of(const Session *session, Str id) {
    return session->walk.totals[scenario_find_competency(session->scenario, id)];
}

static inline bool stands_in(const Session *session, Str scene) {
    return session->walk.scene == scenario_find_scene(session->scenario, scene);
}
