// A case told on paper, scene by scene: the parts that a copy to be read again and a story on cards share. Internal to
// report/html_print*.c.
#pragma once

#include "report/html_print_inside.h"
#include "told/telling_scenes.h"

typedef struct {
    const HtmlPrint *page;
    const Scenario *scenario;
    StrBuilder *out;
    Session session; // that never began: what is told of the case alone needs no more
    Telling telling;
    bool author; // what the author alone is to know stands there too
} Paper;

void paper_begin(Paper *paper, const HtmlPrint *page, StrBuilder *out); // which stays where it is

#define PAPER_FORMAT(paper, source, ...)                                                             \
    catalog_format((paper)->page->arena, (paper)->page->catalog, source, (const Str[]){__VA_ARGS__}, \
                   (int32_t)(sizeof((const Str[]){__VA_ARGS__}) / sizeof(Str)))
Str paper_words(const Paper *paper, Str source);
Str paper_number(const Paper *paper, int32_t number);      // "−2"
Str paper_scene(const Paper *paper, SceneId scene);        // "5 · At the counter"
Str paper_condition(const Paper *paper, ConditionId when); // "if …"; empty where there is none
Str paper_letter(const Paper *paper, int32_t place);       // "A", from 0

void paper_add(const Paper *paper, const char *tag, const char *name, Str text); // html_add_element
void paper_add_pair(const Paper *paper, const char *name, Str label, Str text);  // nothing without a text
void paper_add_lines(const Paper *paper, Span lines);                            // what is said
// Where it goes on: each way with its condition.
void paper_add_ways(const Paper *paper, Span routes);
void paper_add_scene(const Paper *paper, SceneId id); // its heading and what is said in it
void paper_add_ending(const Paper *paper, const Ending *ending);

// html_print_state.c: gauges and facts; `counts`: with boxes to write each value in
void paper_add_state(const Paper *paper, bool counts);

// html_print_ask.c
void paper_add_asked(const Paper *paper, const Ask *ask);   // the question, and what can be answered
void paper_add_answers(const Paper *paper, const Ask *ask); // what each of the answers brings about
