#include "editor/form_add.h"

#include "editor/form_words.h"
#include "editor/fresh.h"

typedef struct {
    Arena *arena;
    const Scenario *scenario;
    const FormObject *object;
    FormAdds adds;
} Adding;

static const void *value_of(const Scenario *scenario, const FormObject *object, const Field *field) {
    return (const char *)shape_row(scenario, object->shape, object->row) + field->offset;
}

static int32_t count_of(const Scenario *scenario, const FormObject *object, const Field *field) {
    return ((const Span *)value_of(scenario, object, field))->count;
}

static bool is_written(const Scenario *scenario, const FormObject *object, const Field *field) {
    return shape_is_said(field, shape_row(scenario, object->shape, object->row));
}

static bool is_scene(const FormObject *object) {
    return object->shape->table == offsetof(Scenario, scenes);
}

// A scene goes on in one way: while it has none, that is looked for.
static bool has_way(const Scenario *scenario, const FormObject *object) {
    bool has = false;
    for (int32_t i = 0; i < object->shape->field_count && !has; i++) {
        const Field *field = &object->shape->fields[i];
        has = field->way && is_written(scenario, object, field);
    }
    return has;
}

// It, or something inside of it, is shown.
static bool is_shown(const FormShown *shown, Str object, Str key) {
    bool found = false;
    for (int32_t i = 0; i < shown->count && !found; i++) {
        Str at = shown->rows[i], rest = str_slice(at, object.len, at.len);
        found = str_begins(at, object) && str_cut(&rest, '/').len == 0 && str_equal(str_cut(&rest, '/'), key);
    }
    return found;
}

bool form_is_wanted(const Scenario *scenario, const FormObject *object, const Field *field, const FormShown *shown) {
    bool leads = field->way && field->kind == FIELD_ROUTES && is_scene(object) && !has_way(scenario, object);
    return field->required || leads || form_words_find(object->shape, field)->usual ||
           is_shown(shown, object->at, field->key);
}

static bool is_list(FieldKind kind) {
    return kind == FIELD_LIST || kind == FIELD_TEXTS || kind == FIELD_REFS || kind == FIELD_COMPETENCIES;
}

static bool is_routes(FieldKind kind) {
    return kind == FIELD_ROUTES || kind == FIELD_TEXT_ROUTES;
}

// Ways that depend on something; else it is one, for all cases.
static bool depends(const Scenario *scenario, const FormObject *object, const Field *field) {
    Span routes = *(const Span *)value_of(scenario, object, field);
    return routes.count > 1 || (routes.count == 1 && scenario->routes.rows[routes.first].when != 0);
}

bool form_is_open(const Scenario *scenario, const FormObject *object, const Field *field) {
    bool begun = field->required || form_words_find(object->shape, field)->usual;
    return field->kind == FIELD_AMOUNTS || (is_routes(field->kind) && depends(scenario, object, field)) ||
           (is_list(field->kind) && (begun || is_written(scenario, object, field)));
}

static FormAdd *add(Adding *adding, const Field *field, Str at) {
    FormAdd *added = rows_append(adding->arena, &adding->adds);
    *added = (FormAdd){.at = at, .shape = adding->object->shape, .field = field};
    return added;
}

static Str member_at(const Adding *adding, const Field *field) {
    return pointer_join(adding->arena, adding->object->at, field->key);
}

static void add_fresh(Adding *adding, const Field *field, Str at, Str which) {
    Operation operation;
    if (fresh_operation(adding->arena, adding->scenario, &(FreshWish){at, which}, &operation)) {
        add(adding, field, at)->which = which;
    }
}

static Str named(const Scenario *scenario, const Field *field, int32_t row) {
    return scenario_name(scenario, field->kind == FIELD_COMPETENCIES ? scenario->competencies.rows[row].id
                                                                     : scenario->refs.rows[row].name);
}

static bool has_named(const Adding *adding, const Field *field, Str id) {
    Span span = *(const Span *)value_of(adding->scenario, adding->object, field);
    bool has = false;
    for (int32_t i = span.first; i < span.first + span.count && !has; i++) {
        has = str_equal(named(adding->scenario, field, i), id);
    }
    return has;
}

static void add_element(Adding *adding, const Field *field) {
    if (count_of(adding->scenario, adding->object, field) < field->most) {
        add_fresh(adding, field, pointer_join(adding->arena, member_at(adding, field), S("-")), (Str){0});
    }
}

// What it can name and does not yet.
static void add_each(Adding *adding, const Field *field) {
    Str at = pointer_join(adding->arena, member_at(adding, field), S("-"));
    FormTargets targets = form_targets(adding->arena, adding->scenario, field->target, at);
    int32_t count = count_of(adding->scenario, adding->object, field);
    for (int32_t i = 0; i < targets.count && count < field->most; i++) {
        if (!has_named(adding, field, targets.rows[i].id)) {
            add_fresh(adding, field, at, targets.rows[i].id);
        }
    }
}

static void add_competencies(Adding *adding, const Field *field) {
    add_each(adding, field);
    add_element(adding, field); // one of the case's own
}

static void add_case(Adding *adding, const Field *field) {
    add(adding, field, member_at(adding, field))->depends = true;
}

static bool has_amount(const Adding *adding, const Field *field, Str id) {
    const Scenario *scenario = adding->scenario;
    Span span = *(const Span *)value_of(scenario, adding->object, field);
    bool has = false;
    for (int32_t i = 0; i < span.count && !has; i++) {
        has = str_equal(scenario_name(scenario, scenario->amounts.rows[span.first + i].of.name), id);
    }
    return has;
}

static void add_amounts(Adding *adding, const Field *field) {
    Str at = member_at(adding, field);
    FormTargets targets = form_targets(adding->arena, adding->scenario, field->target, at);
    for (int32_t i = 0; i < targets.count; i++) {
        Str id = targets.rows[i].id;
        if (!has_amount(adding, field, id)) {
            add(adding, field, pointer_join(adding->arena, at, id))->which = id;
        }
    }
}

static void add_shown(Adding *adding, const Field *field) {
    add(adding, field, member_at(adding, field))->shows = true;
}

// What may be empty is shown; what may not is written with what it must have.
static void add_object(Adding *adding, const Field *field) {
    bool must = false;
    for (int32_t i = 0; i < field->shape->field_count; i++) {
        must = must || field->shape->fields[i].required;
    }
    bool means = str_equal(field->key, S("own_words")); // something even when it is empty
    if (must || means) {
        add_fresh(adding, field, member_at(adding, field), (Str){0});
    } else {
        add_shown(adding, field);
    }
}

static void add_kinds(Adding *adding, const Field *field) {
    for (int32_t i = 0; i < WORDS_ASK_KIND.count; i++) {
        add_fresh(adding, field, member_at(adding, field), WORDS_ASK_KIND.words[i]);
    }
}

static void add_why(Adding *adding, const Field *field) {
    Str at = member_at(adding, field);
    add_shown(adding, field);
    add(adding, field, pointer_join(adding->arena, at, S("gives")))->shows = true;
}

static void add_fresh_member(Adding *adding, const Field *field) {
    add_fresh(adding, field, member_at(adding, field), (Str){0});
}

typedef void Add(Adding *adding, const Field *field);

static Add *const ADDS[FIELD_KIND_COUNT] = {[FIELD_TEXT] = add_shown,
                                            [FIELD_LANGUAGE] = add_shown,
                                            [FIELD_DATE] = add_shown,
                                            [FIELD_INT] = add_shown,
                                            [FIELD_WORD] = add_shown,
                                            [FIELD_CONDITION] = add_shown,
                                            [FIELD_REF] = add_shown,
                                            [FIELD_ROUTES] = add_shown,
                                            [FIELD_TEXT_ROUTES] = add_shown,
                                            [FIELD_FLAG] = add_fresh_member,
                                            [FIELD_LIST] = add_element,
                                            [FIELD_TEXTS] = add_element,
                                            [FIELD_REFS] = add_element,
                                            [FIELD_OBJECT] = add_object,
                                            [FIELD_ASK] = add_kinds,
                                            [FIELD_WHY] = add_why,
                                            [FIELD_RANK_KEY] = add_fresh_member,
                                            [FIELD_NEAR] = add_shown};

static void add_member(Adding *adding, const Field *field, const FormShown *shown) {
    const Scenario *scenario = adding->scenario;
    const FormObject *object = adding->object;
    bool written = is_written(scenario, object, field);
    bool stands = written || (form_is_wanted(scenario, object, field, shown) && !is_list(field->kind));
    bool other_way = field->way && is_scene(object) && has_way(scenario, object);
    if (form_is_open(scenario, object, field) || other_way) {
        return;
    }
    if (written && is_routes(field->kind)) {
        add_case(adding, field);
    } else if (!stands && ADDS[field->kind]) {
        ADDS[field->kind](adding, field);
    }
}

FormAdds form_adds_in(Arena *arena, const Scenario *scenario, const FormObject *object, const FormShown *shown) {
    Adding adding = {.arena = arena, .scenario = scenario, .object = object};
    for (int32_t i = 0; i < object->shape->field_count; i++) {
        const Field *field = &object->shape->fields[i];
        if (form_words_find(object->shape, field) && !form_words_is_part(object->shape, field)) {
            add_member(&adding, field, shown);
        }
    }
    return adding.adds;
}

FormAdds form_adds_of(Arena *arena, const Scenario *scenario, const FormObject *object, const Field *field) {
    Adding adding = {.arena = arena, .scenario = scenario, .object = object};
    if (field->kind == FIELD_AMOUNTS) {
        add_amounts(&adding, field);
    } else if (is_routes(field->kind)) {
        add_case(&adding, field);
    } else if (field->kind == FIELD_COMPETENCIES) {
        add_competencies(&adding, field);
    } else if (field->target == TARGET_TRAP) {
        add_each(&adding, field);
    } else {
        add_element(&adding, field);
    }
    return adding.adds;
}
