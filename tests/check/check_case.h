// Small cases in JSON with ' for ", and what the checks find in them.
#pragma once

#include "check/case_check.h"
#include "scenario/scenario_parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { CASE_TODAY = 20780 }; // 2026-11-23

typedef struct {
    Arena arena, scratch;
    Findings findings;
} CheckCase;

#define CASE_HEAD(kind, language)                                                                                      \
    "{'format':1,'id':'case','kind':'" kind "','language':'" language "','title':'T','summary':'S','theme':'accueil'," \
    "'minutes':{'alone':1,'group':1},'competencies':['eco','cla'],'start':'a',"
#define CASE(extra, scenes) CASE_HEAD("scenario", "en") extra "'scenes':[" scenes "]}"
#define QUIZ(scenes) CASE_HEAD("quiz", "en") "'scenes':[" scenes "]}"
#define FRENCH(scenes) CASE_HEAD("scenario", "fr") "'scenes':[" scenes "]}"

#define END "{'id':'end','ending':{'title':'T','text':'T'}}"
#define PLAIN(id, next) "{'id':'" id "','lines':[{'text':'L'}],'next':'" next "'}"
#define CHOICE(id, keys, options) "{'id':'" id "','ask':{'kind':'choice'," keys "'options':[" options "]}}"
#define OPTION(id, keys) "{'id':'" id "','text':'" id "'," keys "'why':'W'}"

static inline void check_case_open(CheckCase *one, const char *json) {
    *one = (CheckCase){.findings = {.arena = &one->arena}};
    char *bytes = str_to_c(&one->arena, str_from_c(json));
    for (char *at = strchr(bytes, '\''); at; at = strchr(at, '\'')) {
        *at = '"';
    }
    Framework framework;
    framework_read(&one->arena, &one->scratch, &framework);
    Str text = str_from_c(bytes);
    const Scenario *scenario = scenario_parse(&one->arena, &one->scratch, &framework, text, &one->findings);
    case_check(scenario, text, CASE_TODAY, &one->scratch, &one->findings);
}

static inline void check_case_close(CheckCase *one) {
    arena_finish(&one->scratch);
    arena_finish(&one->arena);
}

static inline int32_t count_of(const char *json, FindingCode code) {
    CheckCase one;
    check_case_open(&one, json);
    int32_t count = 0;
    for (int32_t i = 0; i < one.findings.count; i++) {
        count += one.findings.rows[i].code == code;
    }
    check_case_close(&one);
    return count;
}

// Where findings of a code stand, as JSON pointers with a space after each.
static inline void expect_pointers(const char *json, FindingCode code, const char *expected, int line) {
    CheckCase one;
    check_case_open(&one, json);
    StrBuilder found = {.arena = &one.arena};
    for (int32_t i = 0; i < one.findings.count; i++) {
        if (one.findings.rows[i].code == code) {
            str_addf(&found, "%.*s ", S_ARG(one.findings.rows[i].pointer));
        }
    }
    _assert_string_equal(str_to_c(&one.arena, str_built(&found)), expected, __FILE__, line);
    check_case_close(&one);
}

#define FINDS(json, code, pointers) expect_pointers((json), (code), (pointers), __LINE__)
#define FINDS_NONE(json, code) expect_pointers((json), (code), "", __LINE__)
