// A case, as tables. This is the data on which everything else stands: the parser fills it, the writer prints it,
// checks and sessions only read it.
//
//     Scenario *scenario = scenario_parse(&arena, &scratch, framework, bytes, &findings);
//     const Scene *scene = &scenario->scenes.rows[scenario->start.id];
//
// Shapes. Each kind of thing has one table of rows; row 0 of every table is a zeroed row that means "none", so an id of
// 0 is no scene, no gauge, no condition. A Span names rows that stand side by side in one table; which table, the
// comment says. Names (ids that authors give) are interned: equal names, equal numbers; `scenario_name` gives the text
// back. A Ref is a name that points somewhere: `id` is the row it was resolved to, or 0 when nothing has that name
// (then there is a finding).
//
// Ownership. Everything lives in the arena given to scenario_parse, texts included; rows of shared detectors and
// competencies borrow their texts from the Framework. A Scenario is not changed after it was parsed.
//
// Places. `place` is the byte offset in the file of the JSON value a row was read from, for findings.
#pragma once

#include "base/table.h"
#include "scenario/ask.h"
#include "scenario/declared.h"

typedef enum { KIND_NONE, KIND_SCENARIO, KIND_QUIZ } Kind;

typedef enum { SYMBOL_NONE, SYMBOL_GAUGE, SYMBOL_FACT, SYMBOL_COMPETENCY, SYMBOL_DETECTOR } SymbolKind;

// Gauges, facts, competencies and detectors share one namespace.
typedef struct {
    SymbolKind kind;
    int32_t id;
} Symbol;

typedef struct Scenario {
    int32_t format;
    int32_t version; // of a file of detectors
    Kind kind;
    Name id;
    Str schema, language, title, summary, role, intro, notice, license, revision, trainer;
    Name theme;
    int32_t minutes; // row of minutes_table
    bool not_first;
    Span objectives, resources, authors, readers; // texts
    Span source_rows, pronunciation_rows, competency_rows, gauge_rows, fact_rows, character_rows, detector_rows,
        scene_rows; // own rows, in file order
    Ref start;
    int32_t debrief; // row of debriefs
    int32_t place;

    const Framework *framework; // that it was read with

    ROWS_OF(Str) names; // by Name
    ROWS_OF(Str) texts;
    ROWS_OF(Ref) refs;
    ROWS_OF(Amount) amounts;
    ROWS_OF(Route) routes;
    ROWS_OF(Why) whys;
    ROWS_OF(Line) lines;
    ROWS_OF(Option) options;
    ROWS_OF(Item) items;
    ROWS_OF(Bin) bins;
    ROWS_OF(Scale) scales;
    ROWS_OF(KeyEntry) key_entries;
    ROWS_OF(NearPair) near_pairs;
    ROWS_OF(ShareBand) share_bands;
    ROWS_OF(Rule) rules;
    ROWS_OF(DetectorUse) detector_uses;
    ROWS_OF(PanelCount) panel_counts;
    ROWS_OF(Voice) voices;
    ROWS_OF(Panel) panels;
    ROWS_OF(OwnWords) own_words;
    ROWS_OF(Limit) limits;
    ROWS_OF(Ask) asks;
    ROWS_OF(Portrait) portraits;
    ROWS_OF(Ending) endings;
    ROWS_OF(TrainerNotes) trainer_notes;
    ROWS_OF(Scene) scenes;
    ROWS_OF(GaugeBand) gauge_bands;
    ROWS_OF(Gauge) gauges;
    ROWS_OF(Fact) facts;
    ROWS_OF(Character) characters;
    ROWS_OF(Competency) competencies;
    ROWS_OF(Detector) detectors;
    ROWS_OF(Examples) examples;
    ROWS_OF(Source) sources;
    ROWS_OF(Pronunciation) pronunciations;
    ROWS_OF(KeyPoint) points;
    ROWS_OF(Debrief) debriefs;
    ROWS_OF(Minutes) minutes_table;
    ROWS_OF(Condition) conditions;
    ROWS_OF(int32_t) code;
    ROWS_OF(Watch) watches;
    ROWS_OF(Extra) extras; // by owner

    Table name_table;             // text → Name
    const Symbol *symbols;        // by Name: the gauge, fact, competency or detector of that name
    const SceneId *scene_by_name; // by Name
    bool read;                    // the file is an object of format 1; of any other nothing is known, nor kept
    bool playable;                // no finding that is an error was met so far
} Scenario;

Str scenario_name(const Scenario *scenario, Name name);
Name scenario_find_name(const Scenario *scenario, Str text); // 0 when the case has no such name
SceneId scenario_find_scene(const Scenario *scenario, Str id);
GaugeId scenario_find_gauge(const Scenario *scenario, Str id);
FactId scenario_find_fact(const Scenario *scenario, Str id);
CompetencyId scenario_find_competency(const Scenario *scenario, Str id);
DetectorId scenario_find_detector(const Scenario *scenario, Str id);
OptionId scenario_find_option(const Scenario *scenario, const Ask *ask, Str id);
OptionId scenario_find_choice(const Scenario *scenario, const Ask *ask, Str id); // … or OPTION_OWN_WORDS
int32_t scenario_find_item(const Scenario *scenario, const Ask *ask, Str id);    // row of items, or 0
int32_t scenario_find_bin(const Scenario *scenario, const Ask *ask, Str id);     // row of bins, or 0

int32_t scenario_find_extra(const Scenario *scenario, int32_t place); // the first of that object or after it
bool scenario_is_slug(Str text);
bool scenario_is_name(Str text);
bool scenario_is_reserved(Str text);    // a word of conditions, which no name may be
bool scenario_is_to_complete(Str text); // what an import leaves to be written

// What a template leaves to be written: "[à remplir…]" or "[to fill in…]".
typedef struct {
    ptrdiff_t from, to; // bytes, the brackets included; `to` 0: there is none
} ScenarioBlank;
ScenarioBlank scenario_find_blank(Str text, ptrdiff_t from); // the first that begins there or behind

bool ask_has_share(const Scenario *scenario, const Ask *ask); // a rank, rate or classify in which something is keyed
Span ask_shown(const Ask *ask); // what is put in an order on the page: its items, else its options
Span ask_detectors(const Scenario *scenario, const Ask *ask); // detector_uses of a write or of a choice's own words
bool fact_is_latch(const Fact *fact);
