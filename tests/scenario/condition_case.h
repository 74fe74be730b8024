// A small case that has one of everything a condition can name, and conditions compiled in it one at a time.
#pragma once

#include "base/error.h"
#include "scenario/condition.h"
#include "scenario/scenario_parse.h"

// Its asks, by AskId.
enum { NO_ANSWER, CHOICE_ANSWER, WRITE_ANSWER, RANK_ANSWER, RATE_ANSWER, CLASSIFY_ANSWER, MULTIPLE_ANSWER, ASKS };

typedef struct {
    Arena arena, scratch, told;
    Scenario *scenario;
    Findings findings;
} ConditionCase;

// JSON with ' for ".
static const char CONDITION_CASE[] =
    "{'format': 1, 'id': 'essai', 'kind': 'scenario', 'language': 'fr', 'title': 'Essai', 'summary': 'Essai',"
    " 'theme': 'ecoute', 'minutes': {'alone': 1, 'group': 1},"
    " 'competencies': [{'id': 'eco', 'name': 'E', 'about': 'E'}, {'id': 'cad', 'name': 'C', 'about': 'C'}],"
    " 'gauges': [{'id': 'confiance', 'name': 'C', 'start': 50}, {'id': 'orage', 'name': 'O', 'start': 1},"
    "  {'id': 'tension', 'name': 'T', 'min': -20, 'max': 20, 'start': 0}],"
    " 'facts': [{'id': 'rdv'}, {'id': 'jamais'}, {'id': 'chaud', 'on': 'tension > 5', 'off': 'tension < 1'}],"
    " 'detectors': [{'id': 'reform', 'name': 'R', 'match': ['si je comprends']},"
    "  {'id': 'promesse', 'name': 'P', 'match': ['promis']}],"
    " 'start': '04-depart', 'scenes': ["
    "  {'id': '04-depart', 'ask': {'kind': 'choice', 'next': 'ecrit', 'own_words': {'detectors': [{'id': 'reform'}]},"
    "   'options': [{'id': 'a', 'text': 'A', 'set': ['rdv']}, {'id': 'b-2', 'text': 'B'}]}},"
    "  {'id': 'ecrit', 'ask': {'kind': 'write', 'next': 'rang', 'detectors': [{'id': 'reform'}, {'id': 'promesse'}]}},"
    "  {'id': 'rang', 'ask': {'kind': 'rank', 'next': 'note', 'key': ['x', 'y', 'z'],"
    "   'items': [{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}, {'id': 'z', 'text': 'Z'}]}},"
    "  {'id': 'note', 'ask': {'kind': 'rate', 'next': 'tri', 'scale': {'labels': ['0', '1', '2', '3']},"
    "   'items': [{'id': 'p', 'text': 'P'}, {'id': 'q', 'text': 'Q'}]}},"
    "  {'id': 'tri', 'ask': {'kind': 'classify', 'next': 'lot',"
    "   'bins': [{'id': '1er', 'text': '1'}, {'id': '2nd', 'text': '2'}],"
    "   'items': [{'id': 'm', 'text': 'M'}, {'id': 'n', 'text': 'N'}]}},"
    "  {'id': 'lot', 'ask': {'kind': 'multiple', 'next': 'fin',"
    "   'options': [{'id': 'u', 'text': 'U'}, {'id': 'v', 'text': 'V'}]}},"
    "  {'id': 'fin', 'ending': {'title': 'Fin', 'text': 'Fin.'}}]}";

static inline void condition_case_open(ConditionCase *one) {
    static const Theme THEME = {.id = S_INIT("ecoute"), .tint = TINT_TEAL};
    Framework framework = {.themes = &THEME, .theme_count = 1};
    *one = (ConditionCase){0};
    one->findings.arena = &one->told;
    char *bytes = str_to_c(&one->arena, str_from_c(CONDITION_CASE));
    for (char *at = bytes; *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    one->scenario = scenario_parse(&one->arena, &one->scratch, &framework, str_from_c(bytes), &one->findings);
    ASSERT(one->findings.error_count == 0);
}

static inline void condition_case_close(ConditionCase *one) {
    arena_finish(&one->arena);
    arena_finish(&one->scratch);
    arena_finish(&one->told);
}

// Takes all conditions out of the case.
static inline void condition_case_clear(ConditionCase *one) {
    one->scenario->conditions.count = 1;
    one->scenario->code.count = 1;
    one->scenario->watches.count = 1;
    one->findings.count = 0;
    one->findings.error_count = 0;
}

// Adds a condition that is not compiled yet.
static inline ConditionId condition_case_add(ConditionCase *one, Str text, AskId answered) {
    Condition *condition = rows_append(&one->arena, &one->scenario->conditions);
    condition->text = text;
    condition->answered = answered;
    return one->scenario->conditions.count - 1;
}

// Makes `text` the only condition of the case; what is wrong with it is then all that `findings` has.
static inline ConditionId condition_case_compile(ConditionCase *one, Str text, AskId answered) {
    condition_case_clear(one);
    ConditionId id = condition_case_add(one, text, answered);
    condition_compile_all(&one->arena, &one->scratch, one->scenario, &one->findings);
    return id;
}
