#include "scenario/rules.h"

typedef struct {
    Scenario *scenario;
    const Framework *framework;
    Findings *findings;
} Rules;

static void complain_about(Rules *rules, int32_t variant, int32_t place, Str member, Str about) {
    Finding *finding = findings_add(rules->findings, FINDING_BAD_VALUE, place, about);
    finding->variant = variant;
    finding->member = member;
}

static void complain(Rules *rules, int32_t variant, int32_t place, Str member) {
    complain_about(rules, variant, place, member, (Str){0});
}

// Ids of rows that stand side by side; every row type begins with its Name, and `place` lies at `place_offset`.
static void check_ids(Rules *rules, const void *rows, size_t row_size, size_t place_offset, Span span) {
    for (int32_t i = 1; i < span.count; i++) {
        const char *row = (const char *)rows + (size_t)(span.first + i) * row_size;
        Name name = *(const Name *)(const void *)row;
        for (int32_t j = 0; name != 0 && j < i; j++) {
            if (*(const Name *)(const void *)((const char *)rows + (size_t)(span.first + j) * row_size) == name) {
                int32_t place = *(const int32_t *)(const void *)(row + place_offset);
                findings_add(rules->findings, FINDING_DUPLICATE_ID, place, scenario_name(rules->scenario, name))
                    ->member = S("id");
                break;
            }
        }
    }
}

#define CHECK_IDS(rules, table, Type, span) \
    check_ids(rules, (rules)->scenario->table.rows, sizeof(Type), offsetof(Type, place), span)

static void check_case(Rules *rules) {
    Scenario *scenario = rules->scenario;
    if (scenario->theme != 0 &&
        framework_find_theme(rules->framework, scenario_name(scenario, scenario->theme)) == NULL) {
        complain(rules, BAD_VALUE_THEME, scenario->place, S("theme"));
    }
    CHECK_IDS(rules, characters, Character, scenario->character_rows);
    CHECK_IDS(rules, sources, Source, scenario->source_rows);
}

static void check_gauge(Rules *rules, const Gauge *gauge) {
    if (gauge->start != NOT_SAID &&
        (gauge->min >= gauge->max || gauge->start < gauge->min || gauge->start > gauge->max)) {
        complain(rules, BAD_VALUE_GAUGE_ORDER, gauge->place, S("start"));
    }
    for (int32_t i = 1; i < gauge->bands.count; i++) {
        const GaugeBand *band = &rules->scenario->gauge_bands.rows[gauge->bands.first + i];
        if (band->to <= band[-1].to) {
            complain(rules, BAD_VALUE_BAND_ORDER, band->place, S("to"));
        }
    }
}

static void check_facts(Rules *rules) {
    const Scenario *scenario = rules->scenario;
    for (int32_t i = 1; i < scenario->facts.count; i++) {
        const Fact *fact = &scenario->facts.rows[i];
        if ((fact->on == 0) != (fact->off == 0)) {
            complain(rules, BAD_VALUE_LATCH, fact->place, fact->on == 0 ? S("off") : S("on"));
        }
    }
}

static void check_moves(Rules *rules, const Consequence *gives) {
    const Scenario *scenario = rules->scenario;
    const Span spans[] = {gives->set, gives->unset};
    for (int32_t s = 0; s < 2; s++) {
        for (int32_t i = 0; i < spans[s].count; i++) {
            const Ref *ref = &scenario->refs.rows[spans[s].first + i];
            if (fact_is_latch(&scenario->facts.rows[ref->id])) {
                Finding *finding =
                    findings_add(rules->findings, FINDING_BAD_VALUE, ref->place, scenario_name(scenario, ref->name));
                finding->variant = BAD_VALUE_SET_LATCH;
            }
        }
    }
}

static void check_consequences(Rules *rules) {
    const Scenario *scenario = rules->scenario;
    for (int32_t i = 1; i < scenario->options.count; i++) {
        check_moves(rules, &scenario->options.rows[i].gives);
    }
    for (int32_t i = 1; i < scenario->share_bands.count; i++) {
        check_moves(rules, &scenario->share_bands.rows[i].gives);
    }
    for (int32_t i = 1; i < scenario->rules.count; i++) {
        check_moves(rules, &scenario->rules.rows[i].gives);
    }
}

static void check_quiz_end(Rules *rules) {
    const Scenario *scenario = rules->scenario;
    const Scene *last = &scenario->scenes.rows[scenario->scenes.count - 1];
    if (scenario->kind == KIND_QUIZ && scenario->scenes.count > 1 && last->ending == 0) {
        complain(rules, BAD_VALUE_QUIZ_END, last->place, (Str){0});
    }
}

static void check_options(Rules *rules, const Ask *ask) {
    const Scenario *scenario = rules->scenario;
    CHECK_IDS(rules, options, Option, ask->options);
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = &scenario->options.rows[ask->options.first + i];
        if (str_equal(scenario_name(scenario, option->id), S("own-words"))) {
            complain_about(rules, BAD_VALUE_RESERVED, option->place, S("id"), S("own-words"));
        }
    }
}

static void check_choice(Rules *rules, const Ask *ask) {
    enum { MOST_WITH_OWN_WORDS = 5 };
    const Scenario *scenario = rules->scenario;
    if (ask->own_words != 0 && ask->options.count > MOST_WITH_OWN_WORDS) {
        complain(rules, BAD_VALUE_OPTIONS_WITH_OWN_WORDS, ask->place, S("options"));
    }
    const Limit *limit = &scenario->limits.rows[ask->limit];
    if (limit->option.id == OPTION_OWN_WORDS) {
        complain_about(rules, BAD_VALUE_RESERVED, limit->place, S("option"), S("own-words"));
    } else if (scenario->options.rows[limit->option.id].when != 0) {
        complain(rules, BAD_VALUE_LIMIT_OPTION, limit->place, S("option"));
    }
}

static void check_multiple(Rules *rules, const Ask *ask) {
    if (ask->kind != ASK_MULTIPLE) {
        return;
    }
    if (ask->min > ask->options.count) {
        complain(rules, BAD_VALUE_MIN_MAX, ask->place, S("min"));
    } else if (ask->max > ask->options.count || (ask->max != 0 && ask->min > ask->max)) {
        complain(rules, BAD_VALUE_MIN_MAX, ask->place, S("max"));
    }
}

// Twice the mean rank of each item: a group of t tied items that begins after b others has mean rank b + (t + 1) / 2.
static void set_key_ranks(Scenario *scenario, const Ask *ask) {
    const KeyEntry *entries = scenario->key_entries.rows + ask->key.first;
    for (int32_t first = 0; first < ask->key.count;) {
        int32_t tied = 1;
        while (first + tied < ask->key.count && entries[first + tied].group == entries[first].group) {
            tied++;
        }
        for (int32_t i = first; i < first + tied; i++) {
            if (entries[i].item.id != 0) {
                scenario->items.rows[entries[i].item.id].key_rank = 2 * first + tied + 1;
            }
        }
        first += tied;
    }
}

static void check_rank(Rules *rules, const Ask *ask) {
    Scenario *scenario = rules->scenario;
    if (ask->key.count == 0) {
        return;
    }
    set_key_ranks(scenario, ask);
    bool complete = ask->key.count == ask->items.count;
    for (int32_t i = 0; i < ask->items.count; i++) {
        complete = complete && scenario->items.rows[ask->items.first + i].key_rank != 0;
    }
    if (!complete) {
        complain(rules, BAD_VALUE_RANK_KEY, ask->place, S("key"));
    }
}

static Str number_text(Rules *rules, int32_t number) {
    return str_format(rules->findings->arena, "%d", number);
}

static void check_rate(Rules *rules, const Ask *ask) {
    const Scenario *scenario = rules->scenario;
    int32_t levels = scenario->scales.rows[ask->scale].labels.count;
    for (int32_t i = 0; ask->kind == ASK_RATE && i < ask->items.count; i++) {
        const Item *item = &scenario->items.rows[ask->items.first + i];
        if (item->key != NOT_SAID && item->key >= levels && levels > 0) {
            complain_about(rules, BAD_VALUE_LEVEL, item->place, S("key"), number_text(rules, item->key));
        }
        if (item->key != NOT_SAID && ask->panel != 0) {
            complain(rules, BAD_VALUE_KEY_AND_PANEL, item->place, S("key"));
        }
    }
}

// Bands of a share fall, the last is from 0, so that one always holds.
static void check_bands(Rules *rules, const Ask *ask) {
    const Scenario *scenario = rules->scenario;
    if (ask->bands.count == 0) {
        return;
    }
    for (int32_t i = 0; i < ask->bands.count; i++) {
        const ShareBand *band = &scenario->share_bands.rows[ask->bands.first + i];
        bool last = i == ask->bands.count - 1;
        if ((last && band->from != 0) || (i > 0 && band->from >= band[-1].from)) {
            complain(rules, BAD_VALUE_SHARE_BANDS, band->place, S("from"));
        }
    }
    if (!ask_has_share(scenario, ask)) {
        complain(rules, BAD_VALUE_SHARE_BANDS, ask->place, S("bands"));
    }
}

// A level must be one of the scale, a place one of the order.
static void check_panel_level(Rules *rules, const Ask *ask, const PanelCount *count) {
    int32_t levels = rules->scenario->scales.rows[ask->scale].labels.count;
    bool no_level = ask->kind == ASK_RATE && levels > 0 && count->level >= levels;
    bool no_place = ask->kind == ASK_RANK && (count->level < 1 || count->level > ask->items.count);
    if (!no_level && !no_place) {
        return;
    }
    Str level = number_text(rules, count->level);
    Finding *finding = findings_add(rules->findings, FINDING_BAD_VALUE, count->of.place, no_level ? level : S("1"));
    finding->variant = no_level ? BAD_VALUE_LEVEL : BAD_VALUE_RANGE;
    finding->arguments[1] = no_level ? (Str){0} : number_text(rules, ask->items.count);
    finding->member = level;
}

// The counts of each item, or those of all options of a choice, add up to the panel's n colleagues. Those of a set need
// not, nor those of the places of an item.
static void check_panel(Rules *rules, const Ask *ask) {
    const Scenario *scenario = rules->scenario;
    const Panel *panel = &scenario->panels.rows[ask->panel];
    bool sums = ask->kind != ASK_MULTIPLE && ask->kind != ASK_RANK;
    int32_t sum = 0;
    for (int32_t i = 0; i < panel->answers.count; i++) {
        const PanelCount *count = &scenario->panel_counts.rows[panel->answers.first + i];
        check_panel_level(rules, ask, count);
        sum += count->count;
        bool last = i == panel->answers.count - 1 || (ask->kind != ASK_CHOICE && count[1].of.name != count->of.name);
        if (last && sums && sum != panel->n) {
            complain(rules, BAD_VALUE_PANEL_SUM, count->of.place, (Str){0});
        }
        sum = last ? 0 : sum;
    }
}

static bool gives_something(const Consequence *gives) {
    return gives->scores.count + gives->effects.count + gives->set.count + gives->unset.count + gives->next.count > 0;
}

// A private answer leaves no trace, so nothing of the walk may depend on it.
static void check_private(Rules *rules, const Ask *ask) {
    const Scenario *scenario = rules->scenario;
    bool gives = ask->bands.count > 0 || ask->rules.count > 0 || ask->limit != 0;
    for (int32_t i = 0; i < ask->options.count; i++) {
        gives = gives || gives_something(&scenario->options.rows[ask->options.first + i].gives);
    }
    for (int32_t i = 0; i < ask->bins.count; i++) {
        gives = gives || scenario->bins.rows[ask->bins.first + i].effects.count > 0;
    }
    Span uses = ask_detectors(scenario, ask);
    for (int32_t i = 0; i < uses.count; i++) {
        gives = gives || scenario->detector_uses.rows[uses.first + i].scores.count > 0;
    }
    const OwnWords *own = &scenario->own_words.rows[ask->own_words];
    if (ask->private_answer && (gives || own->next.count > 0 || own->rules.count > 0)) {
        complain(rules, BAD_VALUE_PRIVATE, ask->place, S("private"));
    }
}

static void check_ask(Rules *rules, const Ask *ask) {
    check_options(rules, ask);
    check_choice(rules, ask);
    check_multiple(rules, ask);
    CHECK_IDS(rules, items, Item, ask->items);
    CHECK_IDS(rules, bins, Bin, ask->bins);
    check_rank(rules, ask);
    check_rate(rules, ask);
    check_bands(rules, ask);
    check_panel(rules, ask);
    check_private(rules, ask);
}

void rules_check(Scenario *scenario, const Framework *framework, bool cut, Findings *findings) {
    Rules rules = {scenario, framework, findings};
    check_case(&rules);
    for (int32_t i = 1; i < scenario->gauges.count; i++) {
        check_gauge(&rules, &scenario->gauges.rows[i]);
    }
    check_facts(&rules);
    check_consequences(&rules);
    if (!cut) {
        check_quiz_end(&rules);
    }
    for (AskId i = 1; i < scenario->asks.count; i++) {
        check_ask(&rules, &scenario->asks.rows[i]);
    }
}
