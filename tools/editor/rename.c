#include "editor/rename.h"

#include "base/error.h"
#include "base/json.h"
#include "editor/pointer.h"
#include "scenario/condition.h"

#include <stdlib.h>

typedef struct {
    const Shape *shape;
    int32_t row;
} Todo;

typedef struct {
    Arena *scratch;
    const Scenario *scenario;
    Str bytes;
    Target target; // of what is renamed
    int32_t id;    // its row
    Str had;
    ROWS_OF(Todo) todo;      // rows that are still to be looked into
    ROWS_OF(int32_t) places; // of the first letter of each name that is to change
    int32_t condition_place; // of the condition that is looked into
} Renaming;

// The tables in which ids stand, and what they are called by those that name them.
static const struct {
    int32_t table;
    Target target;
} NAMED[] = {
    {offsetof(Scenario, scenes), TARGET_SCENE},
    {offsetof(Scenario, facts), TARGET_FACT},
    {offsetof(Scenario, gauges), TARGET_GAUGE},
    {offsetof(Scenario, competencies), TARGET_COMPETENCY},
    {offsetof(Scenario, detectors), TARGET_DETECTOR},
    {offsetof(Scenario, characters), TARGET_CHARACTER},
    {offsetof(Scenario, sources), TARGET_SOURCE},
    {offsetof(Scenario, options), TARGET_OPTION},
    {offsetof(Scenario, items), TARGET_ITEM},
    {offsetof(Scenario, bins), TARGET_BIN},
    {SHAPE_ROOT, TARGET_NOTHING}, // the case itself
};

static bool find_target(const Shape *shape, Target *target) {
    for (int32_t i = 0; i < COUNT(NAMED); i++) {
        if (NAMED[i].table == shape->table) {
            *target = NAMED[i].target;
            return true;
        }
    }
    return false;
}

static const void *slot_of(const Renaming *renaming, const Todo *todo, const Field *field) {
    return (const char *)shape_row(renaming->scenario, todo->shape, todo->row) + field->offset;
}

// A name begins at this byte.
static void add_place(Renaming *renaming, ptrdiff_t place) {
    Str there = str_slice(renaming->bytes, place, place + renaming->had.len);
    if (str_equal(there, renaming->had)) {
        *rows_append(renaming->scratch, &renaming->places) = (int32_t)place;
    }
}

static bool is_meant(const Renaming *renaming, Target target, const Ref *ref) {
    return target == renaming->target && ref->id == renaming->id && ref->name != 0;
}

static void look_at_value(Renaming *renaming, Target target, const Ref *ref) {
    if (is_meant(renaming, target, ref)) {
        Str value = json_value_at(renaming->bytes, ref->place);
        add_place(renaming, value.text + 1 - renaming->bytes.text);
    }
}

static void look_at_key(Renaming *renaming, Target target, const Ref *ref) {
    if (is_meant(renaming, target, ref)) {
        add_place(renaming, ref->place + 1);
    }
}

static void look_at_rows(Renaming *renaming, const Shape *shape, Span span) {
    for (int32_t i = 0; i < span.count; i++) {
        *rows_append(renaming->scratch, &renaming->todo) = (Todo){shape, span.first + i};
    }
}

static void look_at_row(Renaming *renaming, const Shape *shape, int32_t row) {
    look_at_rows(renaming, shape, (Span){row, row != 0});
}

static void look_at_name(void *context, const ConditionName *name) {
    Renaming *renaming = context;
    if (name->target == renaming->target && name->id == renaming->id) {
        add_place(renaming, json_text_place(renaming->bytes, renaming->condition_place, name->from));
    }
}

static void look_at_condition(Renaming *renaming, ConditionId condition) {
    renaming->condition_place = renaming->scenario->conditions.rows[condition].place;
    if (condition != 0) {
        condition_names(renaming->scenario, condition, look_at_name, renaming);
    }
}

// An item of which several things were counted is named once.
static void look_at_counts(Renaming *renaming, Target of, Span span) {
    const PanelCount *counts = renaming->scenario->panel_counts.rows + span.first;
    for (int32_t i = 0; i < span.count; i++) {
        if (i == 0 || counts[i].of.place != counts[i - 1].of.place) {
            look_at_key(renaming, of, &counts[i].of);
        }
        look_at_key(renaming, TARGET_BIN, &counts[i].bin);
    }
}

static void look_at_near(Renaming *renaming, Span span) {
    for (int32_t i = span.first; i < span.first + span.count; i++) {
        look_at_value(renaming, TARGET_BIN, &renaming->scenario->near_pairs.rows[i].a);
        look_at_value(renaming, TARGET_BIN, &renaming->scenario->near_pairs.rows[i].b);
    }
}

static void look_at_span(Renaming *renaming, const Field *field, Span span) {
    const Scenario *scenario = renaming->scenario;
    for (int32_t i = span.first; i < span.first + span.count; i++) {
        if (field->kind == FIELD_REFS) {
            look_at_value(renaming, field->target, &scenario->refs.rows[i]);
        } else if (field->kind == FIELD_AMOUNTS) {
            look_at_key(renaming, field->target, &scenario->amounts.rows[i].of);
        } else {
            look_at_value(renaming, TARGET_ITEM, &scenario->key_entries.rows[i].item);
        }
    }
}

static void look_at_field(Renaming *renaming, const Todo *todo, const Field *field) {
    const void *slot = slot_of(renaming, todo, field);
    Pointed place = {.shape = todo->shape, .row = todo->row, .field = field, .index = -1};
    const Shape *inner = pointer_inner_shape(renaming->scenario, &place);
    switch (field->kind) {
    case FIELD_REF:
        look_at_value(renaming, field->target, slot);
        break;
    case FIELD_REFS:
    case FIELD_AMOUNTS:
    case FIELD_RANK_KEY:
        look_at_span(renaming, field, *(const Span *)slot);
        break;
    case FIELD_NEAR:
        look_at_near(renaming, *(const Span *)slot);
        break;
    case FIELD_CONDITION:
        look_at_condition(renaming, *(const ConditionId *)slot);
        break;
    case FIELD_OBJECT:
    case FIELD_ASK:
        look_at_row(renaming, inner, *(const int32_t *)slot);
        break;
    case FIELD_LIST:
    case FIELD_ROUTES:
    case FIELD_TEXT_ROUTES:
        look_at_rows(renaming, inner, *(const Span *)slot);
        break;
    case FIELD_TEXT:
    case FIELD_SLUG:
    case FIELD_NAME:
    case FIELD_LANGUAGE:
    case FIELD_DATE:
    case FIELD_INT:
    case FIELD_FLAG:
    case FIELD_WORD:
    case FIELD_TEXTS:
    case FIELD_COMPETENCIES:
    case FIELD_WHY:
    case FIELD_AT:
    case FIELD_PANEL_ANSWERS: // what they count depends on the decision: look_at_panels
    case FIELD_KIND_COUNT:
        break;
    }
}

static void look_at_all(Renaming *renaming) {
    *rows_append(renaming->scratch, &renaming->todo) = (Todo){&SHAPE_CASE, 0};
    while (renaming->todo.count > 0) {
        Todo todo = renaming->todo.rows[--renaming->todo.count];
        for (int32_t i = 0; i < todo.shape->field_count; i++) {
            look_at_field(renaming, &todo, &todo.shape->fields[i]);
        }
    }
}

static bool is_id(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// Where the JSON string ends that `text` begins with; 0 when it begins with none.
static ptrdiff_t skip_quoted(Str text) {
    ptrdiff_t at = text.len > 0 && text.text[0] == '"';
    while (at > 0 && at < text.len && text.text[at] != '"') {
        at += text.text[at] == '\\' ? 2 : 1;
    }
    return at > 0 ? at + 1 : 0;
}

// An id in the notation of answers, which `assigned` follows a "=".
static int32_t find_answered(const Renaming *renaming, const Ask *ask, bool assigned, Str id) {
    const Scenario *scenario = renaming->scenario;
    switch (renaming->target) {
    case TARGET_OPTION:
        return scenario_find_option(scenario, ask, id);
    case TARGET_ITEM:
        return assigned ? 0 : scenario_find_item(scenario, ask, id);
    case TARGET_BIN:
        return assigned ? scenario_find_bin(scenario, ask, id) : 0;
    case TARGET_DETECTOR:
        return scenario_find_detector(scenario, id);
    case TARGET_NOTHING:
    case TARGET_SCENE:
    case TARGET_FACT:
    case TARGET_GAUGE:
    case TARGET_COMPETENCY:
    case TARGET_CHARACTER:
    case TARGET_SOURCE:
        break;
    }
    return 0;
}

// A colleague of a panel answered: ids between signs, or typed words and the detectors ticked behind them, each of
// which begins with a sign. A sign that begins an id is that of a tick: no slug is taken for one.
static void look_at_answer(Renaming *renaming, const Ask *ask, const Voice *voice) {
    Str text = voice->answer;
    int32_t place = json_find_part(renaming->bytes, voice->place, S("answer"), -1, -1);
    ptrdiff_t at = skip_quoted(text);
    bool typed = at > 0;
    while (at < text.len) {
        bool sign = !is_id(text.text[at]) || (typed && text.text[at] == '-');
        ptrdiff_t end = at + sign;
        while (!sign && end < text.len && is_id(text.text[end])) {
            end++;
        }
        bool assigned = at > 0 && text.text[at - 1] == '=';
        Str id = str_slice(text, at, end);
        if (!sign && typed == (renaming->target == TARGET_DETECTOR) &&
            find_answered(renaming, ask, assigned, id) == renaming->id) {
            add_place(renaming, json_text_place(renaming->bytes, place, at));
        }
        at = end;
    }
}

static void look_at_panels(Renaming *renaming) {
    const Scenario *scenario = renaming->scenario;
    for (AskId i = 1; i < scenario->asks.count; i++) {
        const Ask *ask = &scenario->asks.rows[i];
        const Panel *panel = &scenario->panels.rows[ask->panel];
        bool of_options = ask->kind == ASK_CHOICE || ask->kind == ASK_MULTIPLE;
        look_at_counts(renaming, of_options ? TARGET_OPTION : TARGET_ITEM, panel->answers);
        for (int32_t k = panel->voices.first; k < panel->voices.first + panel->voices.count; k++) {
            look_at_answer(renaming, ask, &scenario->voices.rows[k]);
        }
    }
}

static bool holds(Span span, int32_t row) {
    return row >= span.first && row < span.first + span.count;
}

static const Ask *find_ask(const Renaming *renaming) {
    const Scenario *scenario = renaming->scenario;
    AskId ask = scenario->asks.count - 1;
    while (ask > 0) {
        const Ask *here = &scenario->asks.rows[ask];
        Span rows = renaming->target == TARGET_OPTION ? here->options
                    : renaming->target == TARGET_ITEM ? here->items
                                                      : here->bins;
        if (holds(rows, renaming->id)) {
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
    switch (renaming->target) {
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
        break;
    }
    return false;
}

static OperationResult judge(const Renaming *renaming, const Field *field, Str id) {
    bool formed = field->kind == FIELD_SLUG ? scenario_is_slug(id) : scenario_is_name(id) && !scenario_is_reserved(id);
    if (!formed) {
        return OPERATION_BAD_ID;
    }
    if (str_equal(id, renaming->had)) {
        return OPERATION_NOTHING;
    }
    if (renaming->target == TARGET_OPTION && str_equal(id, S("own-words"))) {
        return OPERATION_SHARED;
    }
    return is_taken(renaming, id) ? OPERATION_TAKEN : OPERATION_DONE;
}

static int compare_places(const void *a, const void *b) {
    return (*(const int32_t *)a > *(const int32_t *)b) - (*(const int32_t *)a < *(const int32_t *)b);
}

static Str put_names(Arena *arena, Renaming *renaming, Str id) {
    StrBuilder out = {.arena = arena};
    ptrdiff_t from = 0;
    qsort(renaming->places.rows, (size_t)renaming->places.count, sizeof(int32_t), compare_places);
    for (int32_t i = 0; i < renaming->places.count; i++) {
        ASSERT(renaming->places.rows[i] >= from);
        str_add(&out, str_slice(renaming->bytes, from, renaming->places.rows[i]));
        str_add(&out, id);
        from = renaming->places.rows[i] + renaming->had.len;
    }
    str_add(&out, str_slice(renaming->bytes, from, renaming->bytes.len));
    return str_built(&out);
}

OperationResult rename_id(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, const Operation *operation,
                          Str *after) {
    Pointed place;
    Renaming renaming = {.scratch = scratch, .scenario = scenario, .bytes = bytes};
    int32_t at = json_find_pointer(bytes, operation->at);
    *after = bytes;
    if (at < 0 || !pointer_find(scenario, operation->at, &place) || !place.field || place.index >= 0 ||
        !str_equal(place.field->key, S("id")) || !find_target(place.shape, &renaming.target)) {
        return OPERATION_NO_PLACE;
    }
    Name name = *(const Name *)slot_of(&renaming, &(Todo){place.shape, place.row}, place.field);
    renaming.id = place.row;
    renaming.had = scenario_name(scenario, name);
    if (name == 0) {
        return OPERATION_NO_PLACE; // what stands there is no id, and nothing can name it
    }
    OperationResult result = judge(&renaming, place.field, operation->json);
    if (result == OPERATION_DONE) {
        add_place(&renaming, json_value_at(bytes, at).text + 1 - bytes.text);
        if (renaming.target != TARGET_NOTHING) {
            look_at_all(&renaming);
            look_at_panels(&renaming);
        }
        *after = put_names(arena, &renaming, operation->json);
    }
    return result;
}
