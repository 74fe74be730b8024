// The debrief as one HTML page that stands alone: nothing is fetched, it prints on one page where it can.
#pragma once

#include "base/catalog.h"

// What stands on the page, in order; the caller fills it in the language of the page. Texts are plain.
typedef struct {
    Str heading;     // empty: goes on from the section before
    const Str *rows; // *emphasis* is understood
    int32_t count;
    Str note; // small print below
} PageSection;

typedef struct {
    Str name;
    int32_t min, max;
    const int32_t *values;
} PageCurve;

typedef struct {
    Str language;        // "fr", "en"
    Str title, subtitle; // the ending; the case and date
    Str lead;
    const PageCurve *curves;
    int32_t curve_count, point_count;
    int32_t curves_after;                        // sections that stand before the curves
    Str curves_label;                            // what they show, for who does not see it
    Str curves_heading, first_point, last_point; // "On arrival", "On leaving"
    int32_t turning;                             // point of the curves that is marked; 0: none
    Str turning_label;
    const PageSection *sections;
    int32_t section_count;
    Str footer;
} DebriefPage;

Str debrief_html(Arena *arena, const DebriefPage *page);
