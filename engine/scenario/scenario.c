#include "scenario/scenario.h"

Str scenario_name(const Scenario *scenario, Name name) {
    return scenario->names.rows[name];
}

Name scenario_find_name(const Scenario *scenario, Str text) {
    return table_find(&scenario->name_table, text);
}

static int32_t find_symbol(const Scenario *scenario, Str id, SymbolKind kind) {
    Symbol symbol = scenario->symbols[scenario_find_name(scenario, id)];
    return symbol.kind == kind ? symbol.id : 0;
}

SceneId scenario_find_scene(const Scenario *scenario, Str id) {
    return scenario->scene_by_name[scenario_find_name(scenario, id)];
}

GaugeId scenario_find_gauge(const Scenario *scenario, Str id) {
    return find_symbol(scenario, id, SYMBOL_GAUGE);
}

FactId scenario_find_fact(const Scenario *scenario, Str id) {
    return find_symbol(scenario, id, SYMBOL_FACT);
}

CompetencyId scenario_find_competency(const Scenario *scenario, Str id) {
    return find_symbol(scenario, id, SYMBOL_COMPETENCY);
}

DetectorId scenario_find_detector(const Scenario *scenario, Str id) {
    return find_symbol(scenario, id, SYMBOL_DETECTOR);
}

OptionId scenario_find_option(const Scenario *scenario, const Ask *ask, Str id) {
    Name name = scenario_find_name(scenario, id);
    for (int32_t i = 0; name != 0 && i < ask->options.count; i++) {
        if (scenario->options.rows[ask->options.first + i].id == name) {
            return ask->options.first + i;
        }
    }
    return 0;
}

OptionId scenario_find_choice(const Scenario *scenario, const Ask *ask, Str id) {
    bool own_words = ask->own_words != 0 && str_equal(id, S("own-words"));
    return own_words ? OPTION_OWN_WORDS : scenario_find_option(scenario, ask, id);
}

int32_t scenario_find_item(const Scenario *scenario, const Ask *ask, Str id) {
    Name name = scenario_find_name(scenario, id);
    for (int32_t i = 0; name != 0 && i < ask->items.count; i++) {
        if (scenario->items.rows[ask->items.first + i].id == name) {
            return ask->items.first + i;
        }
    }
    return 0;
}

int32_t scenario_find_bin(const Scenario *scenario, const Ask *ask, Str id) {
    Name name = scenario_find_name(scenario, id);
    for (int32_t i = 0; name != 0 && i < ask->bins.count; i++) {
        if (scenario->bins.rows[ask->bins.first + i].id == name) {
            return ask->bins.first + i;
        }
    }
    return 0;
}

bool ask_has_share(const Scenario *scenario, const Ask *ask) {
    if (ask->kind == ASK_RANK) {
        return ask->key.count > 0;
    }
    if (ask->kind == ASK_RATE && ask->panel != 0) {
        return true;
    }
    for (int32_t i = 0; i < ask->items.count; i++) {
        const Item *item = &scenario->items.rows[ask->items.first + i];
        if (ask->kind == ASK_RATE ? item->key != NOT_SAID : item->bin.id != 0) {
            return true;
        }
    }
    return false;
}

Span ask_shown(const Ask *ask) {
    return ask->items.count > 0 ? ask->items : ask->options;
}

Span ask_detectors(const Scenario *scenario, const Ask *ask) {
    return ask->kind == ASK_WRITE ? ask->detectors : scenario->own_words.rows[ask->own_words].detectors;
}

bool fact_is_latch(const Fact *fact) {
    return fact->on != 0 || fact->off != 0;
}

bool scenario_is_slug(Str text) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        char c = text.text[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
            return false;
        }
    }
    return text.len > 0 && text.len <= LIMIT_SLUG;
}

bool scenario_is_name(Str text) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        char c = text.text[i];
        bool letter = c >= 'a' && c <= 'z';
        if (!(letter || (i > 0 && ((c >= '0' && c <= '9') || c == '_')))) {
            return false;
        }
    }
    return text.len > 0 && text.len <= LIMIT_NAME;
}

bool scenario_is_reserved(Str text) {
    return str_equal(text, S("and")) || str_equal(text, S("or")) || str_equal(text, S("not"));
}

int32_t scenario_find_extra(const Scenario *scenario, int32_t place) {
    int32_t low = 1;
    int32_t high = scenario->extras.count;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (scenario->extras.rows[middle].owner < place) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

ScenarioBlank scenario_find_blank(Str text, ptrdiff_t from) {
    static const Str BEGINS[] = {S_INIT("[à remplir"), S_INIT("[to fill in")};
    ScenarioBlank blank = {0};
    for (ptrdiff_t at = from; at < text.len && blank.to == 0; at++) {
        Str rest = str_slice(text, at, text.len);
        bool begins = str_begins(rest, BEGINS[0]) || str_begins(rest, BEGINS[1]);
        ptrdiff_t end = begins ? str_find(rest, S("]")) : -1;
        blank = end >= 0 ? (ScenarioBlank){at, at + end + 1} : blank;
    }
    return blank;
}

bool scenario_is_to_complete(Str text) {
    return str_equal(text, S("À compléter")) || str_equal(text, S("To be completed"));
}
