// A case being written as ink: what ink_write.c (scenes), ink_answer.c (what an answer brings about), ink_rules.c
// (gauges and latches) and ink_text.c (texts, names, conditions) share. Internal to exchange/ink.
//
// Names of a case have no capitals, so what is made here begins with one: Move_trust(), Score_eco, Visits_counter.
#pragma once

#include "exchange/loss_case.h"
#include "scenario/scenario.h"

typedef struct {
    Arena *arena, *scratch;
    const Scenario *scenario;
    CaseLoss loss;
    StrBuilder out;
    int32_t depth; // of what is written, in steps of four spaces
    bool halves;   // some gauge rises by half at times
    bool latches;  // some fact moves by itself
} Ink;

void ink_drop(Ink *ink, Construct construct, int32_t place, Str about); // it has no place in ink

// ink_text.c
Str ink_knot(const Ink *ink, SceneId scene);
Str ink_choice(const Ink *ink, SceneId scene, OptionId option); // the variable that tells it was chosen
Str ink_variable(const Ink *ink, Name name);                    // of a gauge or a fact
void ink_add_indent(Ink *ink);
void ink_add_text(Ink *ink, Str text, int32_t place);                  // lines of their own
void ink_add_answer(Ink *ink, Str text, int32_t place);                // on one line, of a choice
void ink_add_tag(Ink *ink, Str key, Str value);                        // a line of its own
Str ink_condition(Ink *ink, ConditionId when, const Option *answered); // 1 where it always holds

// ink_rules.c
void ink_add_variables(Ink *ink);
void ink_add_functions(Ink *ink);

// ink_answer.c
void ink_add_options(Ink *ink, const Scene *scene, const Ask *ask);
void ink_add_consequence_of_none(Ink *ink, const Scene *scene, const Ask *ask); // what every answer brings about
void ink_add_routes(Ink *ink, Span routes, const Scene *scene, const Option *answered);
void ink_add_lines(Ink *ink, Span lines, const Option *answered);
