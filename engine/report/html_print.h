// What a trainer prints before a group plays a case, each as one HTML page that stands alone and is printed on A4:
// nothing is fetched, nothing of a session or a person stands on it, and a black print tells what a coloured one does.
//
//     Str page = html_print(&(HtmlPrint){.arena = &arena, .catalog = &catalog, .scenario = scenario,
//                                        .language = S("fr")}, PRINT_CARDS);
//
// cards   the voting cards of one person, two A5 on a sheet, to be cut: letter, colour and pattern of group/ballot.h,
//         to be read from eight metres. A to F, or to H where a decision of the case has so many places to vote on.
// sheet   front and back of one A4, of a case as long as those that come with Palabre: the map of the case, what is
//         practised, the hours of an evening, three questions; then notes and prompts, decision by decision, and
//         sources.
// grid    for who observes: in each decision a box for each competency that an answer to it can show, the steps that
//         must or must not be gone through, and room to write.
// reading for who reads it again before others play: all that its author wrote, scene by scene, with a broad margin.
// story   the case without a screen: a card for each scene, one for what its answers bring about, one to keep count on.
#pragma once

#include "base/catalog.h"
#include "scenario/scenario.h"

typedef enum { PRINT_CARDS, PRINT_SHEET, PRINT_GRID, PRINT_READING, PRINT_STORY, PRINT_KIND_COUNT } PrintKind;

typedef struct {
    Arena *arena; // keeps the page
    const Catalog *catalog;
    const Scenario *scenario;
    Str language; // of the catalogue's words: "fr", "en"
} HtmlPrint;

Str html_print(const HtmlPrint *page, PrintKind kind);
Str html_print_title(const Catalog *catalog, PrintKind kind); // "Voting cards"
