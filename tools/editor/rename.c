#include "editor/rename.h"

#include "base/error.h"
#include "base/json.h"
#include "editor/references.h"

#include <stdlib.h>

typedef struct {
    const Scenario *scenario;
    Referred of; // what is renamed
    ReferencePlaces places;
} Renaming;

static bool holds(Span span, int32_t row) {
    return row >= span.first && row < span.first + span.count;
}

static const Ask *find_ask(const Renaming *renaming) {
    const Scenario *scenario = renaming->scenario;
    AskId ask = scenario->asks.count - 1;
    while (ask > 0) {
        const Ask *here = &scenario->asks.rows[ask];
        Span rows = renaming->of.target == TARGET_OPTION ? here->options
                    : renaming->of.target == TARGET_ITEM ? here->items
                                                         : here->bins;
        if (holds(rows, renaming->of.row)) {
            break;
        }
        ask--;
    }
    return &scenario->asks.rows[ask];
}

static bool has_id(const void *rows, size_t row_size, Span span, Name name) {
    for (int32_t i = 0; i < span.count; i++) {
        const Name *id = (const void *)((const char *)rows + (size_t)(span.first + i) * row_size);
        if (*id == name) {
            return true;
        }
    }
    return false;
}

// Ids of one kind differ; gauges, facts, competencies and detectors share a namespace.
static bool is_taken(const Renaming *renaming, Str id) {
    const Scenario *scenario = renaming->scenario;
    Name name = scenario_find_name(scenario, id);
    switch (renaming->of.target) {
    case TARGET_SCENE:
        return scenario->scene_by_name[name] != 0;
    case TARGET_FACT:
    case TARGET_GAUGE:
    case TARGET_COMPETENCY:
    case TARGET_DETECTOR:
        return scenario->symbols[name].kind != SYMBOL_NONE;
    case TARGET_CHARACTER:
        return name != 0 && has_id(scenario->characters.rows, sizeof(Character), scenario->character_rows, name);
    case TARGET_SOURCE:
        return name != 0 && has_id(scenario->sources.rows, sizeof(Source), scenario->source_rows, name);
    case TARGET_OPTION:
        return scenario_find_option(scenario, find_ask(renaming), id) != 0;
    case TARGET_ITEM:
        return scenario_find_item(scenario, find_ask(renaming), id) != 0;
    case TARGET_BIN:
        return scenario_find_bin(scenario, find_ask(renaming), id) != 0;
    case TARGET_NOTHING:
    case TARGET_TRAP:
    case TARGET_THEME:
    case TARGET_SHARED:
        break;
    }
    return false;
}

static OperationResult judge(const Renaming *renaming, Str id) {
    bool formed = renaming->of.field->kind == FIELD_SLUG ? scenario_is_slug(id)
                                                         : scenario_is_name(id) && !scenario_is_reserved(id);
    if (!formed) {
        return OPERATION_BAD_ID;
    }
    if (str_equal(id, renaming->of.id)) {
        return OPERATION_NOTHING;
    }
    if (renaming->of.target == TARGET_OPTION && str_equal(id, S("own-words"))) {
        return OPERATION_SHARED;
    }
    return is_taken(renaming, id) ? OPERATION_TAKEN : OPERATION_DONE;
}

static int compare_places(const void *a, const void *b) {
    return (*(const int32_t *)a > *(const int32_t *)b) - (*(const int32_t *)a < *(const int32_t *)b);
}

static Str put_names(Arena *arena, Renaming *renaming, Str bytes, Str id) {
    StrBuilder out = {.arena = arena};
    ptrdiff_t from = 0;
    qsort(renaming->places.rows, (size_t)renaming->places.count, sizeof(int32_t), compare_places);
    for (int32_t i = 0; i < renaming->places.count; i++) {
        ASSERT(renaming->places.rows[i] >= from);
        str_add(&out, str_slice(bytes, from, renaming->places.rows[i]));
        str_add(&out, id);
        from = renaming->places.rows[i] + renaming->of.id.len;
    }
    str_add(&out, str_slice(bytes, from, bytes.len));
    return str_built(&out);
}

OperationResult rename_id(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, const Operation *operation,
                          Str *after) {
    Renaming renaming = {.scenario = scenario};
    int32_t at = json_find_pointer(bytes, operation->at);
    *after = bytes;
    if (at < 0 || !references_begin(scenario, operation->at, &renaming.of)) {
        return OPERATION_NO_PLACE;
    }
    OperationResult result = judge(&renaming, operation->json);
    if (result == OPERATION_DONE) {
        renaming.places = references_find(scratch, scenario, bytes, &renaming.of);
        *rows_append(scratch, &renaming.places) = (int32_t)(json_value_at(bytes, at).text + 1 - bytes.text);
        *after = put_names(arena, &renaming, bytes, operation->json);
    }
    return result;
}
