// Cases for tests of ways and maps, written short: "a: b c; b; c" is three scenes, of which `a` leads to the others. A
// scene that leads to one other goes on to it, one that leads to more is a choice, and one that leads nowhere is an
// ending.
#pragma once

#include "base/error.h"
#include "scenario/scenario_parse.h"

typedef struct {
    Arena arena, scratch, told;
    Scenario *scenario;
} MapCase;

static inline void map_case_read(MapCase *one, Str bytes) {
    static const Theme THEME = {.id = S_INIT("ecoute"), .tint = TINT_TEAL};
    static const Framework FRAMEWORK = {.themes = &THEME, .theme_count = 1}; // it outlives the case
    Findings findings = {.arena = &one->told};
    one->scenario = scenario_parse(&one->arena, &one->scratch, &FRAMEWORK, bytes, &findings);
    ASSERT(findings.error_count == 0);
}

// Adds `text` with ' turned to ".
static inline void map_case_add(StrBuilder *json, Str text) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        str_add_char(json, text.text[i] == '\'' ? '"' : text.text[i]);
    }
}

// `scenes` is the list of scenes, with ' for ".
static inline void map_case_open(MapCase *one, Str kind, Str start, Str scenes) {
    *one = (MapCase){0};
    StrBuilder json = {.arena = &one->arena};
    map_case_add(&json, S("{'format': 1, 'id': 'carte', 'language': 'fr', 'title': 'Une carte', 'summary': 'Essai',"
                          " 'theme': 'ecoute', 'minutes': {'alone': 1, 'group': 1},"
                          " 'competencies': [{'id': 'eco', 'name': 'E', 'about': 'E'}], 'kind': '"));
    map_case_add(&json, kind);
    map_case_add(&json, S("', 'start': '"));
    map_case_add(&json, start);
    map_case_add(&json, S("', 'scenes': ["));
    map_case_add(&json, scenes);
    map_case_add(&json, S("]}"));
    map_case_read(one, str_built(&json));
}

static inline void map_case_close(MapCase *one) {
    arena_finish(&one->arena);
    arena_finish(&one->scratch);
    arena_finish(&one->told);
}

static inline void map_case_add_scene(StrBuilder *scenes, Str id, Str ways) {
    Str rest = str_trim(ways);
    str_addf(scenes, "%s{'id': '%.*s', ", scenes->count > 0 ? ", " : "", S_ARG(id));
    if (rest.len == 0) {
        str_add(scenes, S("'ending': {'title': 'Fin', 'text': 'Fin.'}}"));
        return;
    }
    Str first = str_cut(&rest, ' ');
    if (rest.len == 0) {
        str_addf(scenes, "'next': '%.*s'}", S_ARG(first));
        return;
    }
    str_addf(scenes, "'ask': {'kind': 'choice', 'options': [{'id': 'o1', 'text': 'O', 'next': '%.*s'}", S_ARG(first));
    for (int32_t i = 2; rest.len > 0; i++) {
        Str to = str_cut(&rest, ' ');
        str_addf(scenes, ", {'id': 'o%d', 'text': 'O', 'next': '%.*s'}", i, S_ARG(to));
    }
    str_add(scenes, S("]}}"));
}

static inline void map_case_draw(MapCase *one, const char *graph) {
    Arena arena = {0};
    StrBuilder scenes = {.arena = &arena};
    Str rest = str_from_c(graph);
    Str start = {0};
    while (rest.len > 0) {
        Str ways = str_cut(&rest, ';');
        Str id = str_trim(str_cut(&ways, ':'));
        start = start.len == 0 ? id : start;
        map_case_add_scene(&scenes, id, ways);
    }
    map_case_open(one, S("scenario"), start, str_built(&scenes));
    arena_finish(&arena);
}
