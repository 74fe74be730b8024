// A short quiz of single questions of another one, as a case of its own that plays in any player; and one of detectors,
// each of which asks for the sentence that it notices.
//
//     ShortQuizWords words = {.title = …, .end = …};
//     Str bytes = short_quiz_of_questions(&arena, &scratch, case_bytes, scenes, count, &words);
//     Scenario *scenario = scenario_parse(&arena, &scratch, &framework, bytes, &findings);
//
// A question is a scene with all that is asked in it; where it led to is left out, for in a quiz one follows the other.
// What a condition in it refers to may be missing here: who plays it looks whether it is playable.
#pragma once

#include "scenario/framework.h"

enum { SHORT_QUIZ_MOST = 10 }; // questions

typedef struct {
    Str title, summary;
    Str end, end_text; // of the ending
    Str prompt, why;   // of a detector's question
} ShortQuizWords;

// In the order of the file; a scene that is not there, or asks nothing, is left out. Empty: none is left.
Str short_quiz_of_questions(Arena *arena, Arena *scratch, Str case_bytes, const Str *scenes, int32_t count,
                            const ShortQuizWords *words);

typedef struct {
    const SharedDetector *detector;
    int32_t turn; // from 0: other sentences the next time
} ShortQuizDetector;

bool short_quiz_can_ask(const SharedDetector *detector); // it has enough examples
Str short_quiz_of_detectors(Arena *arena, const ShortQuizDetector *rows, int32_t count, const ShortQuizWords *words);
Str short_quiz_scene_of(Arena *arena, Str detector); // the id of its scene

// event_hash of what each of the scenes of a case asks, in the order of `scenes`; empty where there is none. It does
// not change with the layout of the file, nor with where the answers lead.
void short_quiz_hash(Arena *arena, Arena *scratch, Str case_bytes, const Str *scenes, int32_t count, Str *hashes);
