// Second pass over a case that was read: names find what they name, conditions are compiled.
#include "scenario/condition.h"
#include "scenario/learned.h"
#include "scenario/reader.h"
#include "scenario/rules.h"

static void complain_duplicate(Reader *reader, int32_t place, Name name) {
    findings_add(reader->findings, FINDING_DUPLICATE_ID, place, scenario_name(reader->scenario, name))->member =
        S("id");
}

// Gives `name` to a gauge, fact, competency or detector, unless something of the namespace has it already.
static void claim_symbol(Reader *reader, Name name, SymbolKind kind, int32_t id, int32_t place) {
    Symbol *symbol = &reader->symbols[name];
    if (name == 0) {
        return;
    }
    if (symbol->kind != SYMBOL_NONE) {
        complain_duplicate(reader, place, name);
        return;
    }
    *symbol = (Symbol){kind, id};
}

static void index_symbols(Reader *reader) {
    Scenario *scenario = reader->scenario;
    // Shared detectors that the case uses are named by its refs, so all names are interned by now.
    reader->symbols = arena_push(reader->arena, Symbol, scenario->names.count);
    scenario->symbols = reader->symbols;
    for (int32_t i = 1; i < scenario->gauges.count; i++) {
        claim_symbol(reader, scenario->gauges.rows[i].id, SYMBOL_GAUGE, i, scenario->gauges.rows[i].place);
    }
    for (int32_t i = 1; i < scenario->facts.count; i++) {
        claim_symbol(reader, scenario->facts.rows[i].id, SYMBOL_FACT, i, scenario->facts.rows[i].place);
    }
    for (int32_t i = 1; i < scenario->competencies.count; i++) {
        claim_symbol(reader, scenario->competencies.rows[i].id, SYMBOL_COMPETENCY, i,
                     scenario->competencies.rows[i].place);
    }
    for (int32_t i = 1; i < scenario->detectors.count; i++) {
        claim_symbol(reader, scenario->detectors.rows[i].id, SYMBOL_DETECTOR, i, scenario->detectors.rows[i].place);
    }
}

static void index_scenes(Reader *reader) {
    Scenario *scenario = reader->scenario;
    SceneId *by_name = arena_push(reader->arena, SceneId, scenario->names.count);
    scenario->scene_by_name = by_name;
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        const Scene *scene = &scenario->scenes.rows[i];
        if (scene->ask != 0) {
            scenario->asks.rows[scene->ask].scene = i;
        }
        if (scene->id == 0) {
            continue;
        }
        if (by_name[scene->id] != 0) {
            complain_duplicate(reader, scene->place, scene->id);
        } else {
            by_name[scene->id] = i;
        }
    }
}

static void fill_shared_competencies(Reader *reader) {
    Scenario *scenario = reader->scenario;
    for (int32_t i = 1; i < scenario->competencies.count; i++) {
        Competency *competency = &scenario->competencies.rows[i];
        Str id = scenario_name(scenario, competency->id);
        if (!competency->alone || competency->id == 0) {
            continue;
        }
        const SharedCompetency *shared = framework_find_competency(reader->framework, id);
        if (shared == NULL) {
            findings_add(reader->findings, FINDING_UNKNOWN_NAME, competency->place, id);
            continue;
        }
        competency->name = words_in(shared->name, scenario->language);
        competency->about = words_in(shared->about, scenario->language);
    }
}

static Span borrow_texts(Reader *reader, const Str *texts, int32_t count) {
    Span span = {reader->scenario->texts.count, count};
    for (int32_t i = 0; i < count; i++) {
        *rows_append(reader->arena, &reader->scenario->texts) = texts[i];
    }
    return span;
}

// A detector that the case does not define may be one of the shared ones of its language: it is then added, once.
static DetectorId find_detector(Reader *reader, Name name) {
    Scenario *scenario = reader->scenario;
    Symbol *symbol = &reader->symbols[name];
    if (symbol->kind != SYMBOL_NONE) {
        return symbol->kind == SYMBOL_DETECTOR ? symbol->id : 0;
    }
    const SharedDetector *shared =
        framework_find_detector(reader->framework, scenario->language, scenario_name(scenario, name));
    if (shared == NULL) {
        return 0;
    }
    Learned learned = learned_of(shared->language);
    Detector detector = {.id = name, .name = shared->name, .about = shared->about, .shared = true};
    detector.learned = learned_row(&learned, shared->id);
    detector.match = borrow_texts(reader, shared->match, shared->match_count);
    detector.unless = borrow_texts(reader, shared->unless, shared->unless_count);
    *rows_append(reader->arena, &scenario->detectors) = detector;
    *symbol = (Symbol){SYMBOL_DETECTOR, scenario->detectors.count - 1};
    return symbol->id;
}

static int32_t find_symbol(const Scenario *scenario, Name name, SymbolKind kind) {
    return scenario->symbols[name].kind == kind ? scenario->symbols[name].id : 0;
}

// Finds the row whose id is `name` in a span of rows of any type that begins with its Name.
static int32_t find_row(const void *rows, size_t row_size, Span span, Name name) {
    for (int32_t i = 0; i < span.count; i++) {
        const Name *id = (const void *)((const char *)rows + (size_t)(span.first + i) * row_size);
        if (*id == name) {
            return span.first + i;
        }
    }
    return 0;
}

static int32_t find_option(const Scenario *scenario, const Ask *ask, Name name) {
    if (ask->own_words != 0 && str_equal(scenario_name(scenario, name), S("own-words"))) {
        return OPTION_OWN_WORDS;
    }
    return find_row(scenario->options.rows, sizeof(Option), ask->options, name);
}

// Options, items and bins are those of one ask.
static int32_t find_target(Reader *reader, const Ask *ask, Target target, Name name) {
    const Scenario *scenario = reader->scenario;
    switch (target) {
    case TARGET_SCENE:
        return scenario->scene_by_name[name];
    case TARGET_FACT:
        return find_symbol(scenario, name, SYMBOL_FACT);
    case TARGET_GAUGE:
        return find_symbol(scenario, name, SYMBOL_GAUGE);
    case TARGET_COMPETENCY:
        return find_symbol(scenario, name, SYMBOL_COMPETENCY);
    case TARGET_DETECTOR:
        return find_detector(reader, name);
    case TARGET_CHARACTER:
        return find_row(scenario->characters.rows, sizeof(Character), scenario->character_rows, name);
    case TARGET_SOURCE:
        return find_row(scenario->sources.rows, sizeof(Source), scenario->source_rows, name);
    case TARGET_OPTION:
        return find_option(scenario, ask, name);
    case TARGET_ITEM:
        return find_row(scenario->items.rows, sizeof(Item), ask->items, name);
    case TARGET_BIN:
        return find_row(scenario->bins.rows, sizeof(Bin), ask->bins, name);
    case TARGET_NOTHING:
    case TARGET_TRAP:
    case TARGET_THEME:
    case TARGET_SHARED:
        break;
    }
    return 0;
}

static void link_ref(Reader *reader, const Ask *ask, Ref *ref) {
    static const struct {
        FindingCode code;
        Str what;
    } MISSING[] = {
        [TARGET_SCENE] = {FINDING_BROKEN_LINK, TR_INIT("scene")},
        [TARGET_FACT] = {FINDING_UNKNOWN_NAME, TR_INIT("fact")},
        [TARGET_GAUGE] = {FINDING_UNKNOWN_NAME, TR_INIT("gauge")},
        [TARGET_COMPETENCY] = {FINDING_UNKNOWN_NAME, TR_INIT("competency")},
        [TARGET_DETECTOR] = {FINDING_UNKNOWN_NAME, TR_INIT("detector")},
        [TARGET_CHARACTER] = {FINDING_BROKEN_LINK, TR_INIT("character")},
        [TARGET_SOURCE] = {FINDING_BROKEN_LINK, TR_INIT("source")},
        [TARGET_OPTION] = {FINDING_BROKEN_LINK, TR_INIT("option")},
        [TARGET_ITEM] = {FINDING_BROKEN_LINK, TR_INIT("item")},
        [TARGET_BIN] = {FINDING_BROKEN_LINK, TR_INIT("bin")},
    };
    Target target = (Target)-ref->id;
    ref->id = ref->name != 0 ? find_target(reader, ask, target, ref->name) : 0;
    if (ref->id == 0 && ref->name != 0 && target != TARGET_TRAP && !reader->cut) {
        Str name = scenario_name(reader->scenario, ref->name);
        Finding *finding = findings_add(reader->findings, MISSING[target].code, ref->place, name);
        finding->arguments[1] = MISSING[target].what;
        finding->words = 2;
    }
}

// The Ref that lies at `offset` in each row of a span.
static void link_rows(Reader *reader, const Ask *ask, void *rows, ptrdiff_t row_size, ptrdiff_t offset, Span span) {
    char *at = (char *)rows + span.first * row_size + offset;
    for (int32_t i = 0; i < span.count; i++, at += row_size) {
        link_ref(reader, ask, (Ref *)(void *)at);
    }
}

#define LINK_SPAN(ask, table, Row, member, span) \
    link_rows(reader, ask, reader->scenario->table.rows, (ptrdiff_t)sizeof(Row), offsetof(Row, member), span)

// Links of rows that are no part of an ask, or need not know of which.
static void link_case(Reader *reader) {
    Scenario *scenario = reader->scenario;
    const Ask *none = &scenario->asks.rows[0];
#define LINK(table, Row, member) LINK_SPAN(none, table, Row, member, ((Span){1, scenario->table.count - 1}))
    LINK(gauges, Gauge, of);
    LINK(scenes, Scene, with);
    LINK(lines, Line, by);
    LINK(routes, Route, to);
    LINK(amounts, Amount, of);
    LINK(refs, Ref, name);
    LINK(detector_uses, DetectorUse, detector);
    LINK(portraits, Portrait, of);
#undef LINK
    link_ref(reader, none, &scenario->start);
}

static void link_ask(Reader *reader, const Ask *ask) {
    Span answers = reader->scenario->panels.rows[ask->panel].answers;
    LINK_SPAN(ask, items, Item, bin, ask->items);
    LINK_SPAN(ask, key_entries, KeyEntry, item, ask->key);
    LINK_SPAN(ask, near_pairs, NearPair, a, ask->near);
    LINK_SPAN(ask, near_pairs, NearPair, b, ask->near);
    LINK_SPAN(ask, panel_counts, PanelCount, of, answers);
    LINK_SPAN(ask, panel_counts, PanelCount, bin, answers);
    LINK_SPAN(ask, limits, Limit, option, ((Span){ask->limit, ask->limit != 0}));
}

void reader_link(Reader *reader) {
    Scenario *scenario = reader->scenario;
    index_symbols(reader);
    index_scenes(reader);
    fill_shared_competencies(reader);
    link_case(reader);
    for (AskId i = 1; i < scenario->asks.count; i++) {
        link_ask(reader, &scenario->asks.rows[i]);
    }
    condition_compile_all(reader->arena, reader->scratch, scenario, reader->findings);
    rules_check(scenario, reader->framework, reader->cut, reader->findings);
}
