// The debrief as one HTML page that stands alone and is read elsewhere: nothing is fetched, a telephone shows it in one
// column, and printed its first sheet is what one hands out (ending, curves, competencies, questions, room for notes);
// all else follows on the next.
//
//     Str page = html_debrief(&(HtmlDebrief){.telling = &telling, .debrief = &debrief, .language = S("fr"), …});
#pragma once

#include "told/debrief.h"

typedef struct {
    const Telling *telling; // that told it; its arena keeps the page
    const ToldDebrief *debrief;
    uint32_t drawn;  // bit i: the i-th curve is drawn; none: those that lead
    Str language;    // "fr", "en": of the telling's words
    Str date;        // YYYY-MM-DD; what is no date is written as it is
    Str note;        // the person's own, after the questions
    bool with_words; // the note, and answers in own words, stand on the page; else it says only that there were some
} HtmlDebrief;

Str html_debrief(const HtmlDebrief *page);
