// What a new case may begin as: a page of one scene, or a skeleton that can be played, in which "[to fill in…]" stands
// where its author's own words go (scenario_find_blank), and of which the check tells nothing else. The skeletons are
// files of data/templates, compiled into the program: NAME.fr.json and NAME.en.json.
#pragma once

#include "base/str.h"

typedef struct {
    Str key;         // NAME; empty: the page of one scene
    Str name, about; // sources of the catalogue
} Template;

extern const Template TEMPLATES[];
extern const int32_t TEMPLATE_COUNT;

const Template *template_find(Str key); // NULL: there is none
// A case in that language, "fr" or "en", with the id that a case has which was never saved.
Str template_begin(Arena *arena, const Template *from, Str language);
