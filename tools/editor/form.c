#include "editor/form.h"

#include "base/error.h"
#include "editor/form_words.h"

// Something that is still to become rows: an object, or, with a field, a member of it.
typedef struct {
    const Shape *shape;
    int32_t row;
    Str at;
    int32_t depth;
    const Field *field;
    const Shape *holder; // of an object that is a group: the shape and the field that it stands in
    const Field *held_in;
    int32_t number, siblings;
    bool adds; // what can be added to it
} Task;

typedef ROWS_OF(Task) Tasks;

typedef struct {
    Arena *arena;
    const Scenario *scenario;
    const FormShown *shown; // NULL: nothing but what is written
    Tasks tasks;            // the next one last
    Form form;
} Making;

static const void *value_of(const Making *making, const Task *task) {
    return (const char *)shape_row(making->scenario, task->shape, task->row) + task->field->offset;
}

static Span span_of(const Making *making, const Task *task) {
    return *(const Span *)value_of(making, task);
}

static int32_t int_of(const Making *making, const Task *task) {
    return *(const int32_t *)value_of(making, task);
}

static FormObject object_of(const Task *task) {
    Str parent = task->at, token;
    if (task->field) {
        (void)pointer_split(task->at, &parent, &token);
    }
    return (FormObject){task->shape, task->row, parent};
}

static bool is_wanted(const Making *making, const Task *task) {
    FormObject object = object_of(task);
    return making->shown && form_is_wanted(making->scenario, &object, task->field, making->shown);
}

static FormRow *add(Making *making, const Task *task, FormKind kind) {
    FormRow *row = rows_append(making->arena, &making->form);
    bool leads = task->field && task->field->kind == FIELD_ROUTES; // what its routes lead to stands with these
    *row = (FormRow){.kind = kind,
                     .target = leads         ? TARGET_SCENE
                               : task->field ? task->field->target
                                             : TARGET_NOTHING,
                     .depth = task->depth,
                     .at = task->at,
                     .shape = task->shape,
                     .field = task->field,
                     .number = task->number,
                     .siblings = task->siblings};
    return row;
}

static void add_text(Making *making, const Task *task, FormKind kind, Str text) {
    if (text.len > 0 || is_wanted(making, task)) {
        add(making, task, kind)->text = text;
    }
}

static void add_ref(Making *making, const Task *task, Name name) {
    add_text(making, task, FORM_REF, scenario_name(making->scenario, name));
}

static void add_value(Making *making, const Task *task, FormKind kind) {
    const void *row = shape_row(making->scenario, task->shape, task->row);
    if (shape_is_said(task->field, row) || is_wanted(making, task)) {
        add(making, task, kind)->value = int_of(making, task);
    }
}

static void add_flag(Making *making, const Task *task) {
    bool on = *(const bool *)value_of(making, task);
    if (on || is_wanted(making, task)) {
        add(making, task, FORM_FLAG)->value = on;
    }
}

// Values without rows of their own, one below the other.
static Task element_of(const Making *making, const Task *task, int32_t index) {
    Task element = *task;
    element.at = pointer_element(making->arena, task->at, index);
    element.number = index + 1;
    element.siblings = span_of(making, task).count;
    return element;
}

static void add_texts(Making *making, const Task *task) {
    Span span = span_of(making, task);
    for (int32_t i = 0; i < span.count; i++) {
        Task element = element_of(making, task, i);
        add(making, &element, FORM_TEXT)->text = making->scenario->texts.rows[span.first + i];
    }
}

static void add_refs(Making *making, const Task *task) {
    Span span = span_of(making, task);
    for (int32_t i = 0; i < span.count; i++) {
        Task element = element_of(making, task, i);
        Name name = making->scenario->refs.rows[span.first + i].name;
        add(making, &element, FORM_REF)->text = scenario_name(making->scenario, name);
    }
}

static void add_amounts(Making *making, const Task *task) {
    Span span = span_of(making, task);
    for (int32_t i = 0; i < span.count; i++) {
        const Amount *amount = &making->scenario->amounts.rows[span.first + i];
        Str name = scenario_name(making->scenario, amount->of.name);
        Task element = *task;
        element.at = pointer_join(making->arena, task->at, name);
        FormRow *row = add(making, &element, FORM_AMOUNT);
        row->text = name;
        row->value = amount->value;
    }
}

static Task *later(Making *making, const Task *task, Str at) {
    Task *next = rows_append(making->arena, &making->tasks);
    *next = (Task){.at = at, .depth = task->depth, .holder = task->shape, .held_in = task->field};
    return next;
}

static void open_object(Making *making, const Task *task, const Shape *shape, int32_t row) {
    if (row != 0 || is_wanted(making, task) || making->tasks.count + making->form.count == 0) {
        Task *next = later(making, task, task->at);
        next->shape = shape;
        next->row = row;
    }
}

static void open_list(Making *making, const Task *task, const Shape *shape) {
    Span span = span_of(making, task);
    for (int32_t i = span.count - 1; i >= 0; i--) {
        Task *next = later(making, task, pointer_element(making->arena, task->at, i));
        next->shape = shape;
        next->row = span.first + i;
        next->number = i + 1;
        next->siblings = span.count;
    }
}

// One way for all cases is an id alone.
static void open_routes(Making *making, const Task *task) {
    Span span = span_of(making, task);
    const Route *first = &making->scenario->routes.rows[span.first];
    if (span.count == 0 || (span.count == 1 && first->when == 0)) {
        add_ref(making, task, span.count == 1 ? first->to.name : 0);
    } else {
        open_list(making, task, &SHAPE_ROUTE);
    }
}

static void open_text_routes(Making *making, const Task *task) {
    Span span = span_of(making, task);
    const Route *first = &making->scenario->routes.rows[span.first];
    if (span.count == 0 || (span.count == 1 && first->when == 0)) {
        add_text(making, task, FORM_TEXT, span.count == 1 ? first->text : (Str){0});
    } else {
        open_list(making, task, &SHAPE_TEXT_ROUTE);
    }
}

static void open_why(Making *making, const Task *task) {
    WhyId id = int_of(making, task);
    const Why *why = &making->scenario->whys.rows[id];
    Str parts = pointer_join(making->arena, task->at, (Str){0});
    bool begun = false;
    for (int32_t i = 0; id == 0 && making->shown && i < making->shown->count; i++) {
        begun = begun || str_begins(making->shown->rows[i], parts);
    }
    if (begun || (id != 0 && why->text.len == 0)) {
        open_object(making, task, &SHAPE_WHY, id);
    } else {
        add_text(making, task, FORM_TEXT, why->text);
    }
}

// Of a colleague of a panel: in the notation of answers.
static bool is_voice(const Task *task) {
    return task->shape->table == offsetof(Scenario, voices) && str_equal(task->field->key, S("answer"));
}

static void add_plain(Making *making, const Task *task) {
    add_text(making, task, is_voice(task) ? FORM_VALUE : FORM_TEXT, *(const Str *)value_of(making, task));
}

static void add_whole(Making *making, const Task *task) {
    if (span_of(making, task).count > 0 || is_wanted(making, task)) {
        (void)add(making, task, FORM_VALUE);
    }
}

static void add_condition(Making *making, const Task *task) {
    add_text(making, task, FORM_CONDITION, making->scenario->conditions.rows[int_of(making, task)].text);
}

static void add_int(Making *making, const Task *task) {
    add_value(making, task, FORM_INT);
}

static void add_word(Making *making, const Task *task) {
    add_value(making, task, FORM_WORD);
}

static void add_single_ref(Making *making, const Task *task) {
    add_ref(making, task, ((const Ref *)value_of(making, task))->name);
}

static void add_slug(Making *making, const Task *task) {
    add_ref(making, task, *(const Name *)value_of(making, task));
}

// Those of all cases are ids alone, the case's own are objects.
static void open_competencies(Making *making, const Task *task) {
    Span span = span_of(making, task);
    for (int32_t i = span.count - 1; i >= 0; i--) {
        Task *next = later(making, task, pointer_element(making->arena, task->at, i));
        next->number = i + 1;
        next->siblings = span.count;
        next->shape = &SHAPE_COMPETENCY;
        next->row = span.first + i;
    }
}

static void open_inner(Making *making, const Task *task) {
    open_object(making, task, task->field->shape, int_of(making, task));
}

static void open_ask(Making *making, const Task *task) {
    AskId id = int_of(making, task);
    open_object(making, task, SHAPE_ASKS[making->scenario->asks.rows[id].kind], id);
}

static void open_inner_list(Making *making, const Task *task) {
    open_list(making, task, task->field->shape);
}

typedef void Make(Making *making, const Task *task);

static Make *const MAKES[FIELD_KIND_COUNT] = {[FIELD_TEXT] = add_plain,
                                              [FIELD_LANGUAGE] = add_plain,
                                              [FIELD_DATE] = add_plain,
                                              [FIELD_INT] = add_int,
                                              [FIELD_FLAG] = add_flag,
                                              [FIELD_WORD] = add_word,
                                              [FIELD_TEXTS] = add_texts,
                                              [FIELD_REF] = add_single_ref,
                                              [FIELD_SLUG] = add_slug,
                                              [FIELD_COMPETENCIES] = open_competencies,
                                              [FIELD_REFS] = add_refs,
                                              [FIELD_AMOUNTS] = add_amounts,
                                              [FIELD_CONDITION] = add_condition,
                                              [FIELD_OBJECT] = open_inner,
                                              [FIELD_LIST] = open_inner_list,
                                              [FIELD_ASK] = open_ask,
                                              [FIELD_ROUTES] = open_routes,
                                              [FIELD_TEXT_ROUTES] = open_text_routes,
                                              [FIELD_WHY] = open_why,
                                              [FIELD_RANK_KEY] = add_whole,
                                              [FIELD_NEAR] = add_whole,
                                              [FIELD_PANEL_ANSWERS] = add_whole};

// A scene that asks, or ends, goes on no other way.
static bool is_other_way(const Making *making, const Task *task) {
    bool leads = task->field->way && task->field->kind == FIELD_ROUTES;
    const Scene *scene = leads ? shape_row(making->scenario, task->shape, task->row) : NULL;
    return scene && (scene->ask != 0 || scene->ending != 0);
}

static void add_adds(Making *making, const Task *task, FormKind kind, FormAdds adds) {
    if (adds.count > 0) {
        add(making, task, kind)->adds = adds;
    }
}

// An object is called by where it stands.
static Task held(const Task *task) {
    Task group = *task;
    group.shape = task->holder;
    group.field = task->held_in;
    return group;
}

static void add_object_adds(Making *making, const Task *task) {
    FormObject object = object_of(task);
    Task group = held(task);
    add_adds(making, &group, FORM_ADD_IN, form_adds_in(making->arena, making->scenario, &object, making->shown));
}

static void add_list_adds(Making *making, const Task *task) {
    FormObject object = object_of(task);
    add_adds(making, task, FORM_ADD, form_adds_of(making->arena, making->scenario, &object, task->field));
}

// They stand behind all else of it.
static void add_later(Making *making, const Task *task, int32_t depth) {
    if (making->shown) {
        Task *adds = rows_append(making->arena, &making->tasks);
        *adds = *task;
        adds->depth = depth;
        adds->adds = true;
    }
}

static bool is_alone(const Making *making, const Task *task) {
    return task->shape == &SHAPE_COMPETENCY && making->scenario->competencies.rows[task->row].alone;
}

static void take_alone(Making *making, const Task *task) {
    Task element = held(task);
    add(making, &element, FORM_REF)->text =
        scenario_name(making->scenario, making->scenario->competencies.rows[task->row].id);
}

static void take_object(Making *making, const Task *task) {
    if (task->held_in) {
        Task group = held(task);
        FormRow *row = add(making, &group, FORM_GROUP);
        row->row = task->row;
        row->id = form_row_id(making->scenario, task->shape, task->row);
    }
    add_later(making, task, task->depth + (task->held_in != NULL));
    for (int32_t i = task->shape->field_count - 1; i >= 0; i--) {
        const Field *field = &task->shape->fields[i];
        if (form_words_find(task->shape, field)) {
            Task *member = rows_append(making->arena, &making->tasks);
            *member = (Task){.shape = task->shape,
                             .row = task->row,
                             .at = pointer_join(making->arena, task->at, field->key),
                             .depth = task->depth + (task->held_in != NULL),
                             .field = field};
        }
    }
}

static Task start_at(const Making *making, Str at) {
    Pointed place;
    bool found = pointer_find(making->scenario, at, &place);
    ASSERT(found);
    return (Task){.shape = place.shape, .row = place.row, .at = at, .field = place.field};
}

static void take_member(Making *making, const Task *task) {
    FormObject object = object_of(task);
    if (form_is_open(making->scenario, &object, task->field)) {
        add_later(making, task, task->depth);
    }
    ASSERT(MAKES[task->field->kind]); // there are no words for what no form shows
    MAKES[task->field->kind](making, task);
}

Form form_of(Arena *arena, const Scenario *scenario, Str at, const FormShown *shown) {
    Making making = {.arena = arena, .scenario = scenario, .shown = shown};
    *rows_append(arena, &making.tasks) = start_at(&making, at);
    while (making.tasks.count > 0) {
        Task task = making.tasks.rows[--making.tasks.count];
        if (task.adds) {
            (task.field ? add_list_adds : add_object_adds)(&making, &task);
        } else if (!task.field && is_alone(&making, &task)) {
            take_alone(&making, &task);
        } else if (!task.field) {
            take_object(&making, &task);
        } else if (str_equal(task.at, at) ||
                   (!form_words_is_part(task.shape, task.field) && !is_other_way(&making, &task))) {
            take_member(&making, &task);
        }
    }
    return making.form;
}

const FormRow *form_find(const Form *form, Str at) {
    const FormRow *found = NULL;
    for (int32_t i = 0; i < form->count && !found; i++) {
        found = str_equal(form->rows[i].at, at) ? &form->rows[i] : NULL;
    }
    return found;
}

static bool is_usual(const FormRow *row) {
    return row->kind == FORM_VALUE && form_words_find(row->shape, row->field)->usual;
}

bool form_can_remove(const FormRow *row) {
    bool element = row->number > 0 && row->field->kind != FIELD_AMOUNTS;
    bool whole = row->kind == FORM_GROUP || row->kind == FORM_VALUE;
    return element || (whole && !row->field->required && !is_usual(row));
}
