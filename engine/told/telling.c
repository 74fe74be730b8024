#include "told/telling.h"

#include "session/score.h"

bool gauge_is_shown(const Gauge *gauge, const Scene *scene) {
    return gauge->shown != SHOWN_NEVER && (gauge->of.id == 0 || gauge->of.id == scene->with.id);
}

Str gauge_shown_name(Arena *arena, const Catalog *catalog, const Scenario *scenario, GaugeId id) {
    const Gauge *gauge = &scenario->gauges.rows[id];
    for (GaugeId g = 1; gauge->of.id != 0 && g < scenario->gauges.count; g++) {
        if (g != id && str_equal(scenario->gauges.rows[g].name, gauge->name)) {
            Str parts[] = {gauge->name, scenario->characters.rows[gauge->of.id].name};
            return catalog_format(arena, catalog, TR("{0} ({1})"), parts, 2);
        }
    }
    return gauge->name;
}

Str gauge_band_word(const Scenario *scenario, const Gauge *gauge, int32_t value) {
    for (int32_t i = 0; i < gauge->bands.count; i++) {
        const GaugeBand *band = &scenario->gauge_bands.rows[gauge->bands.first + i];
        if (value <= band->to) {
            return band->word;
        }
    }
    return (Str){0};
}

Str gauge_value_words(const GaugeShowing *showing, GaugeId id, int32_t value) {
    const Scenario *scenario = showing->scenario;
    const Gauge *gauge = &scenario->gauges.rows[id];
    Str word = gauge_band_word(scenario, gauge, value);
    if (!showing->numbers && !case_shows_numbers(scenario) && word.len > 0) {
        return showing->quoted ? catalog_format(showing->arena, showing->catalog, TR("“{0}”"), &word, 1) : word;
    }
    Str parts[] = {str_format(showing->arena, "%d", value), str_format(showing->arena, "%d", gauge->min),
                   str_format(showing->arena, "%d", gauge->max)};
    Str source = gauge->min == 0 ? TR("{0} of {2}") : TR("{0} (from {1} to {2})");
    return catalog_format(showing->arena, showing->catalog, source, parts, 3);
}

static Str change_size(int32_t change) {
    enum { NUANCE = 4, CLEAR = 8 };
    int32_t size = change < 0 ? -change : change;
    if (size <= NUANCE) {
        return change > 0 ? TR("slight rise") : TR("slight fall");
    }
    if (size <= CLEAR) {
        return change > 0 ? TR("marked rise") : TR("marked fall");
    }
    return change > 0 ? TR("sharp rise") : TR("sharp fall");
}

// A word that stays where the gauge moved far would read as a contradiction; at its end there is nothing beyond.
static Str change_source(const Gauge *gauge, int32_t after, bool same) {
    if (after == gauge->min || after == gauge->max) {
        return after == gauge->min ? TR("{0}: {1}, now at its lowest ({2})") : TR("{0}: {1}, now at its highest ({2})");
    }
    return same ? TR("{0}: {1}, but still {2}") : TR("{0}: {1}, now {2}");
}

Str gauge_change_words(const GaugeShowing *showing, GaugeId id, int32_t before, int32_t after) {
    if (before == after) {
        return (Str){0};
    }
    Str where = gauge_value_words(showing, id, after);
    bool same = str_equal(where, gauge_value_words(showing, id, before));
    Str parts[] = {gauge_shown_name(showing->arena, showing->catalog, showing->scenario, id),
                   catalog_text(showing->catalog, change_size(after - before)), where};
    return catalog_format(showing->arena, showing->catalog,
                          change_source(&showing->scenario->gauges.rows[id], after, same), parts, 3);
}

bool case_shows_numbers(const Scenario *scenario) {
    return scenario->debriefs.rows[scenario->debrief].score == SCORE_NUMBERS;
}

bool case_suspends_judgement(const Scenario *scenario) {
    return scenario->debriefs.rows[scenario->debrief].score == SCORE_NONE;
}

Str scene_shown_title(const Scenario *scenario, SceneId id) {
    const Scene *scene = &scenario->scenes.rows[id];
    Str prompt = scenario->asks.rows[scene->ask].prompt;
    return scene->title.len > 0 ? scene->title : prompt.len > 0 ? prompt : scenario_name(scenario, scene->id);
}

Str option_shown_label(const Option *option) {
    return option->label.len > 0 ? option->label : option->text;
}

Str place_shown_label(const Scenario *scenario, const Ask *ask, int32_t place) {
    if (ask->kind == ASK_CLASSIFY) {
        return place < ask->bins.count ? scenario->bins.rows[ask->bins.first + place].text : (Str){0};
    }
    Span labels = scenario->scales.rows[ask->scale].labels;
    return place < labels.count ? scenario->texts.rows[labels.first + place] : (Str){0};
}

Str confidence_words(int32_t confidence) {
    static const Str WORDS[] = {S_INIT(""), TR_INIT("not sure"), TR_INIT("fairly sure"), TR_INIT("sure")};
    return WORDS[confidence];
}

Str mark_words(int32_t mark) {
    static const Str WORDS[] = {TR_INIT("this answer closes"), TR_INIT("this answer misses"), S_INIT(""),
                                TR_INIT("this answer supports"), TR_INIT("this answer opens")};
    return WORDS[mark + LIMIT_MARK];
}

Str profile_words(int32_t word) {
    static const Str WORDS[] = {[PROFILE_TOO_FEW] = TR_INIT("too few occasions in this walk to speak of it"),
                                [PROFILE_TO_EXPLORE] = TR_INIT("to explore"),
                                [PROFILE_PRESENT] = TR_INIT("present"),
                                [PROFILE_STRENGTH] = TR_INIT("a strength of this walk")};
    return WORDS[word];
}

typedef struct {
    StrBuilder text;
    Str between;
} Parts;

static void add_part(Parts *parts, Str part) {
    str_add(&parts->text, parts->text.count > 0 ? parts->between : S(""));
    str_add(&parts->text, part);
}

static void add_placed(Parts *line, const Catalog *catalog, const Scenario *scenario, const Ask *ask,
                       const Answer *answer) {
    for (int32_t i = 0; i < ask->items.count; i++) {
        Str parts[] = {scenario->items.rows[ask->items.first + i].text,
                       place_shown_label(scenario, ask, answer->items[i])};
        add_part(line, catalog_format(line->text.arena, catalog, TR("{0}: {1}"), parts, 2));
    }
}

static void add_order(Parts *line, const Scenario *scenario, const Ask *ask, const Answer *answer) {
    for (int32_t place = 1; place <= ask->items.count; place++) {
        for (int32_t i = 0; i < ask->items.count; i++) {
            if (answer->items[i] == place) {
                Str text = scenario->items.rows[ask->items.first + i].text;
                add_part(line, str_format(line->text.arena, "%d. %.*s", place, S_ARG(text)));
            }
        }
    }
}

static void add_set(Parts *line, const Catalog *catalog, const Scenario *scenario, const Ask *ask,
                    const Answer *answer) {
    for (int32_t i = 0; i < ask->options.count; i++) {
        if ((answer->set >> i & 1) != 0) {
            add_part(line, option_shown_label(&scenario->options.rows[ask->options.first + i]));
        }
    }
    if (answer->set == 0) {
        add_part(line, catalog_text(catalog, TR("none")));
    }
}

static Str write_answer(Parts line, const Catalog *catalog, const Scenario *scenario, const Ask *ask,
                        const Answer *answer) {
    if (answer_is_typed(ask, answer)) {
        return catalog_format(line.text.arena, catalog, TR("“{0}”"), &answer->text, 1);
    }
    switch (ask->kind) {
    case ASK_CHOICE: {
        const Option *option = &scenario->options.rows[answer->option];
        return option->past.len > 0 ? option->past : option_shown_label(option);
    }
    case ASK_MULTIPLE:
        add_set(&line, catalog, scenario, ask, answer);
        break;
    case ASK_RANK:
        add_order(&line, scenario, ask, answer);
        break;
    default:
        add_placed(&line, catalog, scenario, ask, answer);
        break;
    }
    return str_built(&line.text);
}

Str answer_words(Arena *arena, const Catalog *catalog, const Scenario *scenario, const Ask *ask, const Answer *answer) {
    return write_answer((Parts){{.arena = arena}, S(" · ")}, catalog, scenario, ask, answer);
}

Str answer_lines(Arena *arena, const Catalog *catalog, const Scenario *scenario, const Ask *ask, const Answer *answer) {
    return write_answer((Parts){{.arena = arena}, S("\n")}, catalog, scenario, ask, answer);
}
