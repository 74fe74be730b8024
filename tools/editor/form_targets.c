#include "editor/form_targets.h"

#include "base/error.h"
#include "editor/pointer.h"
#include "map/map_write.h"

Str form_row_id(const Scenario *scenario, const Shape *shape, int32_t row) {
    const char *bytes = shape_row(scenario, shape, row);
    const Field *id = shape_find_field(shape, S("id"));
    bool own = id && (id->kind == FIELD_SLUG || id->kind == FIELD_NAME); // not of what only names another thing
    return own ? scenario_name(scenario, *(const Name *)(const void *)(bytes + id->offset)) : (Str){0};
}

static Str text_of(const Scenario *scenario, const Shape *shape, int32_t row) {
    static const Str KEYS[] = {S_INIT("name"), S_INIT("about"), S_INIT("title"), S_INIT("text")};
    const char *bytes = shape_row(scenario, shape, row);
    Str label = {0};
    for (int32_t i = 0; i < COUNT(KEYS) && label.len == 0; i++) {
        const Field *field = shape_find_field(shape, KEYS[i]);
        label = field ? *(const Str *)(const void *)(bytes + field->offset) : label;
    }
    return label;
}

Str form_row_label(Arena *arena, const Scenario *scenario, const Shape *shape, int32_t row) {
    if (shape->table == offsetof(Scenario, scenes)) {
        return str_format(arena, "%d · %.*s", row, S_ARG(map_caption(arena, scenario, row)));
    }
    Str label = text_of(scenario, shape, row);
    return label.len > 0 ? label : form_row_id(scenario, shape, row);
}

const Ask *form_ask_at(const Scenario *scenario, Str at) {
    Pointed place;
    Str rest = str_slice(at, 1, at.len), list = str_cut(&rest, '/'), number = str_cut(&rest, '/');
    Str scene = str_slice(at, 0, number.text + number.len - at.text);
    bool found = str_equal(list, S("scenes")) && pointer_find(scenario, scene, &place) && !place.field;
    return &scenario->asks.rows[found ? scenario->scenes.rows[place.row].ask : 0];
}

// The list of the case, or of the decision, in which something may be named.
typedef struct {
    Str list;   // JSON pointer
    Str within; // … or the key of a list of a decision
} Listed;

static const Listed LISTS[] = {
    [TARGET_SCENE] = {S_INIT("/scenes"), {0}},       [TARGET_FACT] = {S_INIT("/facts"), {0}},
    [TARGET_GAUGE] = {S_INIT("/gauges"), {0}},       [TARGET_COMPETENCY] = {S_INIT("/competencies"), {0}},
    [TARGET_DETECTOR] = {S_INIT("/detectors"), {0}}, [TARGET_CHARACTER] = {S_INIT("/characters"), {0}},
    [TARGET_SOURCE] = {S_INIT("/sources"), {0}},     [TARGET_OPTION] = {{0}, S_INIT("options")},
    [TARGET_ITEM] = {{0}, S_INIT("items")},          [TARGET_BIN] = {{0}, S_INIT("bins")}};

static void add_target(Arena *arena, const Scenario *scenario, const Shape *shape, int32_t row, FormTargets *targets) {
    *rows_append(arena, targets) =
        (FormTarget){form_row_id(scenario, shape, row), form_row_label(arena, scenario, shape, row)};
}

// Rows that the case shares with all others are behind its own.
static FormTargets list_case(Arena *arena, const Scenario *scenario, Str list) {
    Pointed place;
    FormTargets targets = {0};
    bool found = pointer_find(scenario, list, &place);
    ASSERT(found);
    const Shape *shape = pointer_inner_shape(scenario, &place);
    for (int32_t row = 1; row < shape_table(scenario, shape)->count; row++) {
        add_target(arena, scenario, shape, row, &targets);
    }
    return targets;
}

static FormTargets list_ask(Arena *arena, const Scenario *scenario, const Ask *ask, Str key) {
    FormTargets targets = {0};
    const Shape *shape = SHAPE_ASKS[ask->kind];
    const Field *field = shape ? shape_find_field(shape, key) : NULL;
    Span rows = field ? *(const Span *)(const void *)((const char *)ask + field->offset) : (Span){0};
    for (int32_t i = 0; i < rows.count; i++) {
        add_target(arena, scenario, field->shape, rows.first + i, &targets);
    }
    return targets;
}

static FormTargets list_themes(Arena *arena, const Scenario *scenario) {
    FormTargets targets = {0};
    for (int32_t i = 0; i < scenario->framework->theme_count; i++) {
        const Theme *theme = &scenario->framework->themes[i];
        *rows_append(arena, &targets) = (FormTarget){theme->id, words_in(theme->name, scenario->language)};
    }
    return targets;
}

static FormTargets list_shared(Arena *arena, const Scenario *scenario) {
    FormTargets targets = {0};
    for (int32_t i = 0; i < scenario->framework->competency_count; i++) {
        const SharedCompetency *shared = &scenario->framework->competencies[i];
        *rows_append(arena, &targets) = (FormTarget){shared->id, words_in(shared->name, scenario->language)};
    }
    return targets;
}

static bool has_target(const FormTargets *targets, Str id) {
    bool has = false;
    for (int32_t i = 0; i < targets->count && !has; i++) {
        has = str_equal(targets->rows[i].id, id);
    }
    return has;
}

// Those of the framework, and behind them what the author called one so far.
static FormTargets list_traps(Arena *arena, const Scenario *scenario) {
    FormTargets targets = {0};
    for (int32_t i = 0; i < scenario->framework->trap_count; i++) {
        const Tag *trap = &scenario->framework->traps[i];
        *rows_append(arena, &targets) = (FormTarget){trap->id, words_in(trap->name, scenario->language)};
    }
    for (int32_t i = 1; i < scenario->options.count + scenario->rules.count - 1; i++) {
        bool option = i < scenario->options.count;
        Span traps = option ? scenario->options.rows[i].gives.traps
                            : scenario->rules.rows[i - scenario->options.count + 1].gives.traps;
        for (int32_t k = traps.first; k < traps.first + traps.count; k++) {
            Str id = scenario_name(scenario, scenario->refs.rows[k].name);
            if (id.len > 0 && !has_target(&targets, id)) {
                *rows_append(arena, &targets) = (FormTarget){id, id};
            }
        }
    }
    return targets;
}

FormTargets form_targets(Arena *arena, const Scenario *scenario, Target target, Str at) {
    const Listed *listed = target < COUNT(LISTS) ? &LISTS[target] : &LISTS[TARGET_NOTHING];
    return target == TARGET_THEME    ? list_themes(arena, scenario)
           : target == TARGET_TRAP   ? list_traps(arena, scenario)
           : target == TARGET_SHARED ? list_shared(arena, scenario)
           : listed->list.len > 0    ? list_case(arena, scenario, listed->list)
           : listed->within.len > 0  ? list_ask(arena, scenario, form_ask_at(scenario, at), listed->within)
                                     : (FormTargets){0};
}
