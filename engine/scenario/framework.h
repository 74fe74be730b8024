// Shared by all cases: themes, the eight competencies, trap tags, and the free-text detectors of each language. It is
// compiled into the program (base/embedded.h), versioned, and read once at the start.
//
//     Framework framework;
//     framework_read(&arena, &scratch, &framework);
//     const Theme *theme = framework_find_theme(&framework, id);
//
// All of it, texts included, lives in the arena given to framework_read.
#pragma once

#include "base/str.h"

typedef struct {
    Str fr, en;
} Words; // one text in both languages of the interface

Str words_in(Words words, Str language); // "fr…" gives French, anything else English

typedef enum { TINT_NONE, TINT_TEAL, TINT_TERRACOTTA, TINT_OCHRE, TINT_PLUM, TINT_NIGHT, TINT_SAND } Tint;

typedef struct {
    Str id;
    Words name;
    Tint tint;
} Theme;

typedef struct {
    Str id;
    Words name, about;
} SharedCompetency;

typedef struct {
    Str id;
    Words name;
} Tag; // a trap tag, or one of Porter's attitudes

typedef struct {
    Str id, name, about;
    Str language;
    const Str *match, *unless, *yes, *no;
    int32_t match_count, unless_count, yes_count, no_count;
} SharedDetector;

typedef struct {
    const Theme *themes;
    const SharedCompetency *competencies;
    const Tag *traps, *attitudes;
    const SharedDetector *detectors;
    int32_t theme_count, competency_count, trap_count, attitude_count, detector_count;
    int32_t detectors_version; // the sum of what the files say: it grows when one of them changes
} Framework;

// A file that is not compiled in gives empty lists. The others are ours: asserts that they are well formed.
void framework_read(Arena *arena, Arena *scratch, Framework *framework);

// By id; NULL when there is none. Competencies and detectors of a case that are not shared are its own affair.
const Theme *framework_find_theme(const Framework *framework, Str id);
const SharedCompetency *framework_find_competency(const Framework *framework, Str id);
const SharedDetector *framework_find_detector(const Framework *framework, Str language, Str id);
Str framework_tag_name(const Framework *framework, Str id, Str language); // the id itself when it is not a shared tag
