// How gauges, options and answers are put before a person who plays alone, in a window or in a terminal. Functions that
// give a source of the catalogue say so; the others give the words themselves.
#pragma once

#include "base/catalog.h"
#include "session/event.h"

bool gauge_is_shown(const Gauge *gauge, const Scene *scene); // not of somebody else than the scene is held with
// Two characters may have gauges of one name: then it takes theirs besides.
Str gauge_shown_name(Arena *arena, const Catalog *catalog, const Scenario *scenario, GaugeId id);
Str gauge_band_word(const Scenario *scenario, const Gauge *gauge, int32_t value); // the author's; empty: none fits

typedef struct {
    Arena *arena;
    const Catalog *catalog;
    const Scenario *scenario;
    bool numbers; // wanted by the person; a case may want them too
    bool quoted;  // an author's word stands in a sentence of ours
} GaugeShowing;

// Where a gauge stands: in its author's word, or in numbers when they are wanted or there is no word.
Str gauge_value_words(const GaugeShowing *showing, GaugeId id, int32_t value);
// "Trust: slight rise, now …"; empty when it did not move.
Str gauge_change_words(const GaugeShowing *showing, GaugeId id, int32_t before, int32_t after);

bool case_shows_numbers(const Scenario *scenario);
bool case_suspends_judgement(const Scenario *scenario); // feedback waits for the debrief, no marks are shown

Str scene_shown_title(const Scenario *scenario, SceneId id); // its title, else its prompt, else its id
Str option_shown_label(const Option *option);
Str place_shown_label(const Scenario *scenario, const Ask *ask, int32_t place); // of a level or a bin
Str confidence_words(int32_t confidence);                                       // a source; empty for 0
Str mark_words(int32_t mark);                                                   // a source; empty for 0
Str profile_words(int32_t word);                                                // of a ProfileWord: a source

// An answer in one line: what it became in the story (`past`), else its label or text; a typed one in quotation marks;
// sets, orders and places one after the other.
Str answer_words(Arena *arena, const Catalog *catalog, const Scenario *scenario, const Ask *ask, const Answer *answer);
// The same, but that what has several parts takes a line for each.
Str answer_lines(Arena *arena, const Catalog *catalog, const Scenario *scenario, const Ask *ask, const Answer *answer);
