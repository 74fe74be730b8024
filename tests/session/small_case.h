// A case written in a test. Quotation marks are written ' so that the text stays readable in C.
#pragma once

#include "scenario/scenario_parse.h"
#include "session/space.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct {
    Arena arena, scratch;
    Framework framework;
    Findings findings;
    Scenario *scenario;
} SmallCase;

static inline void read_bytes(SmallCase *c, Str bytes) {
    *c = (SmallCase){0};
    c->findings.arena = &c->arena;
    framework_read(&c->arena, &c->scratch, &c->framework);
    c->scenario = scenario_parse(&c->arena, &c->scratch, &c->framework, bytes, &c->findings);
    if (c->findings.error_count > 0) {
        Catalog none = {0};
        Str message = finding_message(&c->arena, &none, &c->findings.rows[0]);
        fail_msg("%.*s\n%.*s", S_ARG(message), S_ARG(bytes));
    }
}

// `kind`: "scenario" or "quiz". `rest`: all members after "minutes"; competencies a and b are declared.
static inline void read_case(SmallCase *c, Str kind, Str rest) {
    Arena arena = {0};
    StrBuilder text = {.arena = &arena};
    str_addf(&text,
             "{'format': 1, 'id': 'small', 'kind': '%.*s', 'language': 'en', 'title': 'T', 'summary': 'S', "
             "'theme': 'accueil', 'minutes': {'alone': 1, 'group': 1}, "
             "'competencies': [{'id': 'a', 'name': 'A'}, {'id': 'b', 'name': 'B'}], %.*s}",
             S_ARG(kind), S_ARG(rest));
    for (int32_t i = 0; i < text.count; i++) {
        text.rows[i] = (char)(text.rows[i] == '\'' ? '"' : text.rows[i]);
    }
    read_bytes(c, str_built(&text));
    arena_finish(&arena);
}

static inline void end_case(SmallCase *c) {
    arena_finish(&c->scratch);
    arena_finish(&c->arena);
}

static inline const Ask *ask_in(const SmallCase *c, Str scene) {
    return &c->scenario->asks.rows[c->scenario->scenes.rows[scenario_find_scene(c->scenario, scene)].ask];
}

// How many cases a property is tried on; a longer run asks for more of them.
static inline int32_t count_properties(int32_t count) {
    int32_t factor = 1;
    (void)str_to_int(str_from_c(getenv("PALABRE_PROPERTY_FACTOR")), &factor);
    return count * factor;
}
