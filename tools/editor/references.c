#include "editor/references.h"

#include "base/json.h"
#include "editor/values.h"
#include "scenario/condition.h"

typedef struct {
    const Shape *shape;
    int32_t row;
} Todo;

typedef struct {
    Arena *arena;
    const Scenario *scenario;
    Str bytes;
    Referred to;
    ROWS_OF(Todo) todo; // rows that are still to be looked into
    ReferencePlaces places;
    int32_t condition_place; // of the condition that is looked into
    int32_t from, end;       // rows that were read from these bytes …
    ROWS_OF(Todo) inside;    // … are kept
} Search;

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

static const void *slot_of(const Search *search, const Todo *todo, const Field *field) {
    return (const char *)shape_row(search->scenario, todo->shape, todo->row) + field->offset;
}

// A name begins at this byte.
static void add_place(Search *search, ptrdiff_t place) {
    Str there = str_slice(search->bytes, place, place + search->to.id.len);
    if (str_equal(there, search->to.id)) {
        *rows_append(search->arena, &search->places) = (int32_t)place;
    }
}

static bool is_meant(const Search *search, Target target, const Ref *ref) {
    return target == search->to.target && ref->id == search->to.row && ref->name != 0;
}

static void look_at_value(Search *search, Target target, const Ref *ref) {
    if (is_meant(search, target, ref)) {
        Str value = json_value_at(search->bytes, ref->place);
        add_place(search, value.text + 1 - search->bytes.text);
    }
}

static void look_at_key(Search *search, Target target, const Ref *ref) {
    if (is_meant(search, target, ref)) {
        add_place(search, ref->place + 1);
    }
}

static void look_at_rows(Search *search, const Shape *shape, Span span) {
    for (int32_t i = 0; i < span.count; i++) {
        *rows_append(search->arena, &search->todo) = (Todo){shape, span.first + i};
    }
}

static void look_at_row(Search *search, const Shape *shape, int32_t row) {
    look_at_rows(search, shape, (Span){row, row != 0});
}

static void look_at_name(void *context, const ConditionName *name) {
    Search *search = context;
    if (name->target == search->to.target && name->id == search->to.row) {
        add_place(search, json_text_place(search->bytes, search->condition_place, name->from));
    }
}

static void look_at_condition(Search *search, ConditionId condition) {
    search->condition_place = search->scenario->conditions.rows[condition].place;
    if (condition != 0) {
        condition_names(search->scenario, condition, look_at_name, search);
    }
}

// An item of which several things were counted is named once.
static void look_at_counts(Search *search, Target of, Span span) {
    const PanelCount *counts = search->scenario->panel_counts.rows + span.first;
    for (int32_t i = 0; i < span.count; i++) {
        if (i == 0 || counts[i].of.place != counts[i - 1].of.place) {
            look_at_key(search, of, &counts[i].of);
        }
        look_at_key(search, TARGET_BIN, &counts[i].bin);
    }
}

static void look_at_near(Search *search, Span span) {
    for (int32_t i = span.first; i < span.first + span.count; i++) {
        look_at_value(search, TARGET_BIN, &search->scenario->near_pairs.rows[i].a);
        look_at_value(search, TARGET_BIN, &search->scenario->near_pairs.rows[i].b);
    }
}

static void look_at_span(Search *search, const Field *field, Span span) {
    const Scenario *scenario = search->scenario;
    for (int32_t i = span.first; i < span.first + span.count; i++) {
        if (field->kind == FIELD_REFS) {
            look_at_value(search, field->target, &scenario->refs.rows[i]);
        } else if (field->kind == FIELD_AMOUNTS) {
            look_at_key(search, field->target, &scenario->amounts.rows[i].of);
        } else {
            look_at_value(search, TARGET_ITEM, &scenario->key_entries.rows[i].item);
        }
    }
}

static void look_at_field(Search *search, const Todo *todo, const Field *field) {
    const void *slot = slot_of(search, todo, field);
    Pointed place = {.shape = todo->shape, .row = todo->row, .field = field, .index = -1};
    const Shape *inner = pointer_inner_shape(search->scenario, &place);
    switch (field->kind) {
    case FIELD_REF:
        look_at_value(search, field->target, slot);
        break;
    case FIELD_REFS:
    case FIELD_AMOUNTS:
    case FIELD_RANK_KEY:
        look_at_span(search, field, *(const Span *)slot);
        break;
    case FIELD_NEAR:
        look_at_near(search, *(const Span *)slot);
        break;
    case FIELD_CONDITION:
        look_at_condition(search, *(const ConditionId *)slot);
        break;
    case FIELD_OBJECT:
    case FIELD_ASK:
        look_at_row(search, inner, *(const int32_t *)slot);
        break;
    case FIELD_LIST:
    case FIELD_ROUTES:
    case FIELD_TEXT_ROUTES:
        look_at_rows(search, inner, *(const Span *)slot);
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

static void keep_if_inside(Search *search, const Todo *todo) {
    const char *row = shape_row(search->scenario, todo->shape, todo->row);
    int32_t place = *(const int32_t *)(const void *)(row + todo->shape->place);
    if (place >= search->from && place < search->end) {
        *rows_append(search->arena, &search->inside) = *todo;
    }
}

static void look_at_all(Search *search) {
    *rows_append(search->arena, &search->todo) = (Todo){&SHAPE_CASE, 0};
    while (search->todo.count > 0) {
        Todo todo = search->todo.rows[--search->todo.count];
        keep_if_inside(search, &todo);
        for (int32_t i = 0; i < todo.shape->field_count; i++) {
            look_at_field(search, &todo, &todo.shape->fields[i]);
        }
    }
}

static bool is_id(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// An id in the notation of answers, which `assigned` follows a "=".
static int32_t find_answered(const Search *search, const Ask *ask, bool assigned, Str id) {
    const Scenario *scenario = search->scenario;
    switch (search->to.target) {
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
    case TARGET_TRAP:
    case TARGET_THEME:
    case TARGET_SHARED:
        break;
    }
    return 0;
}

// A colleague of a panel answered: ids between signs, or typed words and the detectors ticked behind them, each of
// which begins with a sign. A sign that begins an id is that of a tick: no slug is taken for one.
static void look_at_answer(Search *search, const Ask *ask, const Voice *voice) {
    Str text = voice->answer;
    int32_t place = json_find_part(search->bytes, voice->place, S("answer"), -1, -1);
    ptrdiff_t at = values_quoted_len(text);
    bool typed = at > 0;
    while (at < text.len) {
        bool sign = !is_id(text.text[at]) || (typed && text.text[at] == '-');
        ptrdiff_t end = at + sign;
        while (!sign && end < text.len && is_id(text.text[end])) {
            end++;
        }
        bool assigned = at > 0 && text.text[at - 1] == '=';
        Str id = str_slice(text, at, end);
        if (!sign && typed == (search->to.target == TARGET_DETECTOR) &&
            find_answered(search, ask, assigned, id) == search->to.row) {
            add_place(search, json_text_place(search->bytes, place, at));
        }
        at = end;
    }
}

static void look_at_panels(Search *search) {
    const Scenario *scenario = search->scenario;
    for (AskId i = 1; i < scenario->asks.count; i++) {
        const Ask *ask = &scenario->asks.rows[i];
        const Panel *panel = &scenario->panels.rows[ask->panel];
        bool of_options = ask->kind == ASK_CHOICE || ask->kind == ASK_MULTIPLE;
        look_at_counts(search, of_options ? TARGET_OPTION : TARGET_ITEM, panel->answers);
        for (int32_t k = panel->voices.first; k < panel->voices.first + panel->voices.count; k++) {
            look_at_answer(search, ask, &scenario->voices.rows[k]);
        }
    }
}

ReferencePlaces references_find(Arena *arena, const Scenario *scenario, Str bytes, const Referred *to) {
    Search search = {.arena = arena, .scenario = scenario, .bytes = bytes, .to = *to};
    if (to->target != TARGET_NOTHING) {
        look_at_all(&search);
        look_at_panels(&search);
    }
    return search.places;
}

static bool find_target(const Shape *shape, Target *target) {
    for (int32_t i = 0; i < COUNT(NAMED); i++) {
        if (NAMED[i].table == shape->table) {
            *target = NAMED[i].target;
            return true;
        }
    }
    return false;
}

bool references_begin(const Scenario *scenario, Str at, Referred *to) {
    Pointed place;
    bool found = pointer_find(scenario, at, &place) && place.field && place.index < 0 &&
                 str_equal(place.field->key, S("id")) && find_target(place.shape, &to->target);
    if (found) {
        const char *row = shape_row(scenario, place.shape, place.row);
        Name name = *(const Name *)(const void *)(row + place.field->offset);
        to->field = place.field;
        to->row = place.row;
        to->id = scenario_name(scenario, name);
        found = name != 0;
    }
    return found;
}

static void add_outside(Search *search, const ReferencePlaces *found) {
    for (int32_t i = 0; i < found->count; i++) {
        if (found->rows[i] < search->from || found->rows[i] >= search->end) {
            *rows_append(search->arena, &search->places) = found->rows[i];
        }
    }
}

ReferencePlaces references_find_into(Arena *arena, const Scenario *scenario, Str bytes, Str at) {
    int32_t place = json_find_pointer(bytes, at);
    if (place < 0) {
        return (ReferencePlaces){0};
    }
    Str value = json_value_at(bytes, place);
    Search search = {.arena = arena, .scenario = scenario, .bytes = bytes, .from = place};
    search.end = (int32_t)(value.text + value.len - bytes.text);
    search.to.row = -1; // at first nothing is looked for but what stands there
    look_at_all(&search);
    for (int32_t i = 0; i < search.inside.count; i++) {
        const Todo *todo = &search.inside.rows[i];
        const Field *field = shape_find_field(todo->shape, S("id"));
        Referred to = {.row = todo->row, .field = field};
        if (field && field->kind != FIELD_REF && find_target(todo->shape, &to.target)) {
            to.id = scenario_name(scenario, *(const Name *)slot_of(&search, todo, field));
            ReferencePlaces found = references_find(arena, scenario, bytes, &to);
            add_outside(&search, &found);
        }
    }
    return search.places;
}
