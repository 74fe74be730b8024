#include "editor/fresh.h"

#include "base/error.h"
#include "base/json.h"
#include "base/json_write.h"
#include "base/number.h"
#include "editor/form_targets.h"
#include "editor/values.h"

#include <stdio.h>

// Something that is still to be written.
typedef struct {
    const Shape *shape; // NULL: the end of a list or an object
    const Field *field; // a member of it; NULL: the object itself
    int32_t number;     // of an object in its list, from 1
    Str old;            // what stood there; empty: nothing did
    const Shape *was;   // … the shape that it, or each element of its list, had; NULL: it stays as it is
} Task;

typedef struct {
    Arena *arena;
    const Scenario *scenario;
    const FreshWish *wish;
    const Shape *outer; // of an element: what it is
    const Shape *rows;  // … and what the rows are that stand in its list already
    Span siblings;      // … these
    int32_t let_go;     // members of old objects
    JsonWriter writer;
    ROWS_OF(Task) tasks; // the next one last
} Making;

// What stands in it from the beginning though it need not, or is no empty text and not the least of numbers.
static const struct {
    Str shape, key, json;
} BEGINS[] = {
    {S_INIT("scene"), S_INIT("lines"), S_INIT("[{\"text\": \"\"}]")},
    {S_INIT("gauge"), S_INIT("start"), S_INIT("50")},
    {S_INIT("limit"), S_INIT("seconds"), S_INIT("30")},
    {S_INIT("minutes"), S_INIT("alone"), S_INIT("10")},
    {S_INIT("minutes"), S_INIT("group"), S_INIT("30")},
    {S_INIT("panel"), S_INIT("n"), S_INIT("10")},
};

static Str begin_of(const Shape *shape, const Field *field) {
    for (int32_t i = 0; i < COUNT(BEGINS); i++) {
        if (str_equal(BEGINS[i].shape, shape->name) && str_equal(BEGINS[i].key, field->key)) {
            return BEGINS[i].json;
        }
    }
    return (Str){0};
}

static Task *later(Making *making, const Shape *shape) {
    Task *task = rows_append(making->arena, &making->tasks);
    *task = (Task){.shape = shape};
    return task;
}

// "c" of the third option, "scene-3" of the third scene, "gauge_3" where an id has no hyphens.
static Str spell_id(Arena *arena, const Shape *shape, const Field *field, int32_t number) {
    bool letter = shape->table == offsetof(Scenario, options) && number <= 'z' - 'a' + 1;
    char between = field->kind == FIELD_NAME ? '_' : '-';
    return letter ? str_format(arena, "%c", (char)('a' + number - 1))
                  : str_format(arena, "%.*s%c%d", S_ARG(shape->name), between, number);
}

static bool is_taken(const Scenario *scenario, const Shape *shape, Span rows, Str id) {
    Name name = scenario_find_name(scenario, id);
    bool taken = name != 0 && scenario->symbols[name].kind != SYMBOL_NONE;
    for (int32_t i = 0; i < rows.count && !taken; i++) {
        taken = str_equal(form_row_id(scenario, shape, rows.first + i), id);
    }
    return taken;
}

// `of`: the shape of the rows.
static Str free_id(Arena *arena, const Scenario *scenario, const Shape *shape, const Shape *of, Span rows,
                   int32_t number) {
    const Field *field = shape_find_field(shape, S("id"));
    Str id;
    do {
        id = spell_id(arena, shape, field, number++);
    } while (is_taken(scenario, of, rows, id));
    return id;
}

// The first that it could name and does not yet; empty: there is none.
static Str first_target(Arena *arena, const Scenario *scenario, Target target, Str at, Span named) {
    FormTargets targets = form_targets(arena, scenario, target, at);
    for (int32_t i = 0; i < targets.count; i++) {
        bool free = true;
        for (int32_t k = 0; k < named.count && free; k++) {
            Name name = scenario->refs.rows[named.first + k].name;
            free = !str_equal(scenario_name(scenario, name), targets.rows[i].id);
        }
        if (free) {
            return targets.rows[i].id;
        }
    }
    return (Str){0};
}

static void write_ref(Making *making, const Task *task) {
    Str at = making->wish->at;
    json_write_text(&making->writer, first_target(making->arena, making->scenario, task->field->target, at, (Span){0}));
}

static void write_id(Making *making, const Task *task) {
    Span siblings = task->shape == making->outer ? making->siblings : (Span){0};
    Str id = free_id(making->arena, making->scenario, task->shape, making->rows, siblings, task->number);
    json_write_text(&making->writer, id);
}

static void write_empty(Making *making, const Task *task) {
    (void)task;
    json_write_text(&making->writer, (Str){0});
}

static void write_least(Making *making, const Task *task) {
    json_write_int(&making->writer, task->field->least > 0 ? task->field->least : 0);
}

static void write_true(Making *making, const Task *task) {
    (void)task;
    json_write_bool(&making->writer, true);
}

static void write_word(Making *making, const Task *task) {
    int32_t kind = 1;
    for (int32_t i = ASK_CHOICE; i <= ASK_WRITE; i++) {
        kind = task->shape == SHAPE_ASKS[i] ? i : kind;
    }
    json_write_text(&making->writer, task->field->words->words[kind - 1]);
}

static void write_texts(Making *making, const Task *task) {
    json_begin_list(&making->writer);
    for (int32_t i = 0; i < task->field->least; i++) {
        json_write_text(&making->writer, (Str){0});
    }
    json_end(&making->writer);
}

static void write_list(Making *making, const Task *task) {
    json_begin_list(&making->writer);
    (void)later(making, NULL);
    for (int32_t i = task->field->least; i > 0; i--) {
        later(making, task->field->shape)->number = i;
    }
}

// The items as they stand.
static void write_rank(Making *making, const Task *task) {
    (void)task;
    RankPlaces places = values_rank(making->arena, making->scenario, form_ask_at(making->scenario, making->wish->at));
    json_write_raw(&making->writer, values_write_rank(making->arena, &places));
}

static void write_inner(Making *making, const Task *task) {
    (void)later(making, task->field->shape);
}

static const Shape *shape_of_kind(Str word) {
    AskKind kind = ASK_CHOICE;
    for (int32_t i = 0; i < WORDS_ASK_KIND.count; i++) {
        kind = str_equal(WORDS_ASK_KIND.words[i], word) ? (AskKind)(i + 1) : kind;
    }
    return SHAPE_ASKS[kind];
}

static void write_ask(Making *making, const Task *task) {
    (void)task;
    (void)later(making, shape_of_kind(making->wish->which));
}

typedef void Write(Making *making, const Task *task);

static Write *const WRITES[FIELD_KIND_COUNT] = {
    [FIELD_TEXT] = write_empty,      [FIELD_LANGUAGE] = write_empty, [FIELD_DATE] = write_empty,
    [FIELD_CONDITION] = write_empty, [FIELD_SLUG] = write_id,        [FIELD_NAME] = write_id,
    [FIELD_INT] = write_least,       [FIELD_FLAG] = write_true,      [FIELD_WORD] = write_word,
    [FIELD_REF] = write_ref,         [FIELD_TEXTS] = write_texts,    [FIELD_LIST] = write_list,
    [FIELD_OBJECT] = write_inner,    [FIELD_ASK] = write_ask,        [FIELD_RANK_KEY] = write_rank};

static Str member_of(Str object, Str key) {
    char pointer[64];
    int32_t len = snprintf(pointer, sizeof pointer, "/%.*s", S_ARG(key));
    int32_t place = json_find_pointer(object, (Str){pointer, len});
    return place >= 0 ? json_value_at(object, place) : (Str){0};
}

// Elements of the old list, and fresh ones up to the least that there must be.
static void write_old_list(Making *making, const Task *task) {
    int32_t count = 0;
    for (char at[16]; json_find_pointer(task->old, (Str){at, snprintf(at, sizeof at, "/%d", count)}) >= 0;) {
        count++;
    }
    json_begin_list(&making->writer);
    (void)later(making, NULL);
    for (int32_t i = max(count, task->field->least) - 1; i >= 0; i--) {
        char at[16];
        Task *element = later(making, task->field->shape);
        element->number = i + 1;
        if (i < count) {
            element->was = task->was;
            element->old = member_of(task->old, (Str){at, snprintf(at, sizeof at, "%d", i)});
        }
    }
}

static void write_member(Making *making, const Task *task) {
    Str begin = begin_of(task->shape, task->field);
    if (task->was) {
        write_old_list(making, task);
    } else if (task->old.len > 0) {
        json_write_raw(&making->writer, task->old);
    } else if (begin.len > 0) {
        json_write_raw(&making->writer, begin);
    } else {
        ASSERT(WRITES[task->field->kind]); // whatever must be there is of one of these kinds
        WRITES[task->field->kind](making, task);
    }
}

// What is asked about, whatever it is called.
static bool is_asked_about(const Field *field) {
    return str_equal(field->key, S("options")) || str_equal(field->key, S("items"));
}

static const Field *find_old_field(const Shape *was, const Field *field) {
    const Field *old = shape_find_field(was, field->key);
    for (int32_t i = 0; i < was->field_count && !old && is_asked_about(field); i++) {
        old = is_asked_about(&was->fields[i]) ? &was->fields[i] : NULL;
    }
    return old;
}

// Answers of a panel are to a decision of one kind.
static bool is_of_one_kind(const Field *field) {
    return str_equal(field->key, S("kind")) || str_equal(field->key, S("panel"));
}

// Whether something of the old object is kept in this member: then it is told what.
static bool find_old(const Task *object, const Field *field, Task *member) {
    const Field *old = find_old_field(object->was, field);
    bool alike = old && old->kind == field->kind && old->shape == field->shape;
    bool parts = old && is_asked_about(old) && is_asked_about(field);
    if (is_of_one_kind(field) || (!alike && !parts)) {
        return false;
    }
    member->old = member_of(object->old, old->key);
    member->was = alike || member->old.len == 0 ? NULL : old->shape;
    return member->old.len > 0;
}

static int32_t count_old(const Task *object) {
    int32_t count = 0;
    for (int32_t i = 0; i < object->was->field_count; i++) {
        Str key = object->was->fields[i].key;
        count += !str_equal(key, S("kind")) && member_of(object->old, key).len > 0;
    }
    return count;
}

// Keys that others have put there.
static void write_foreign(Making *making, Str old) {
    JsonDoc doc;
    bool read = json_parse(making->arena, old, &doc, NULL, NULL);
    for (const JsonValue *value = read ? json_first(doc.root) : NULL; value; value = json_next(value)) {
        if (str_begins(json_key(value), S("x-"))) {
            json_write_key(&making->writer, json_key(value));
            json_write_raw(&making->writer, json_value_at(old, json_place(value)));
        }
    }
    json_finish(&doc);
}

static void write_object(Making *making, const Task *object) {
    const Task copy = *object, *task = &copy; // tasks move
    bool scene = task->shape->table == offsetof(Scenario, scenes);
    json_begin_object(&making->writer);
    (void)later(making, NULL);
    if (task->was) {
        making->let_go += count_old(task);
        write_foreign(making, task->old);
    }
    for (int32_t i = task->shape->field_count - 1; i >= 0; i--) {
        const Field *field = &task->shape->fields[i];
        Task member = {.shape = task->shape, .field = field, .number = task->number};
        bool way = scene && str_equal(field->key, making->wish->which);
        bool kept = task->was && find_old(task, field, &member);
        making->let_go -= kept;
        if (kept || field->required || way || begin_of(task->shape, field).len > 0) {
            *later(making, NULL) = member;
        }
    }
}

static Str write_all(Making *making, Task first) {
    making->writer = json_line_writer(making->arena);
    *rows_append(making->arena, &making->tasks) = first;
    bool bare = first.field != NULL; // the value of a member, not a member
    while (making->tasks.count > 0) {
        Task task = making->tasks.rows[--making->tasks.count];
        if (!task.shape) {
            json_end(&making->writer);
        } else if (!task.field) {
            write_object(making, &task);
        } else {
            if (!bare) {
                json_write_key(&making->writer, task.field->key);
            }
            bare = false;
            write_member(making, &task);
        }
    }
    return json_written(&making->writer);
}

static Span span_at(const Scenario *scenario, const Pointed *list) {
    const char *row = shape_row(scenario, list->shape, list->row);
    return *(const Span *)(const void *)(row + list->field->offset);
}

// An object that names something needs something to name.
static bool can_name(const Making *making, const Shape *shape) {
    bool can = true;
    for (int32_t i = 0; i < shape->field_count && can; i++) {
        const Field *field = &shape->fields[i];
        can = field->kind != FIELD_REF || !field->required ||
              first_target(making->arena, making->scenario, field->target, making->wish->at, (Span){0}).len > 0;
    }
    return can;
}

static bool make_row(Making *making, const Pointed *list, Operation *operation) {
    making->outer = making->rows = pointer_inner_shape(making->scenario, list);
    making->siblings = span_at(making->scenario, list);
    bool can = can_name(making, making->outer);
    if (can) {
        operation->json = write_all(making, (Task){.shape = making->outer, .number = making->siblings.count + 1});
    }
    return can;
}

static bool make_ref(Making *making, const Pointed *list, Operation *operation) {
    const FreshWish *wish = making->wish;
    Span named = span_at(making->scenario, list);
    Str id = wish->which.len > 0 ? wish->which
                                 : first_target(making->arena, making->scenario, list->field->target, wish->at, named);
    operation->json = operation_text(making->arena, (Str){0}, id).json;
    return id.len > 0;
}

static bool is_list(FieldKind kind) {
    return kind == FIELD_LIST || kind == FIELD_COMPETENCIES || kind == FIELD_REFS || kind == FIELD_TEXTS;
}

static bool make_element(Making *making, const Pointed *list, Operation *operation) {
    operation->kind = OPERATION_INSERT;
    operation->json = S("\"\"");
    bool shared = list->field->kind == FIELD_COMPETENCIES && making->wish->which.len > 0;
    return list->field->kind == FIELD_TEXTS            ? true
           : list->field->kind == FIELD_REFS || shared ? make_ref(making, list, operation)
                                                       : make_row(making, list, operation);
}

// One way, or text, for all cases becomes two, of which the second still is for all others; of several a further one
// stands before that.
static bool make_case(const Making *making, const Pointed *place, Operation *operation) {
    const Scenario *scenario = making->scenario;
    Span span = span_at(scenario, place);
    if (span.count == 0) {
        return false;
    }
    const Route *last = &scenario->routes.rows[span.first + span.count - 1];
    bool leads = place->field->kind == FIELD_ROUTES;
    Str key = leads ? S("to") : S("text"), value = leads ? scenario_name(scenario, last->to.name) : last->text;
    Str text = operation_text(making->arena, (Str){0}, value).json;
    Str added = str_format(making->arena, "{\"if\": \"\", \"%.*s\": %.*s}", S_ARG(key), S_ARG(text));
    if (span.count == 1 && last->when == 0) {
        operation->json = str_format(making->arena, "[%.*s, {\"%.*s\": %.*s}]", S_ARG(added), S_ARG(key), S_ARG(text));
    } else {
        operation->kind = OPERATION_INSERT;
        operation->at = pointer_element(making->arena, operation->at, span.count - 1);
        operation->json = added;
    }
    return true;
}

// A mark for the better, or a small rise.
static bool make_amount(const Pointed *place, Operation *operation) {
    operation->json = place->field->target == TARGET_COMPETENCY ? S("1") : S("5");
    return true;
}

static bool make_member(Making *making, const Pointed *place, Operation *operation) {
    bool object = place->field->kind == FIELD_OBJECT;
    bool can = !object || can_name(making, place->field->shape);
    if (can) {
        operation->json = write_all(making, (Task){.shape = place->shape, .field = place->field, .number = 1});
    }
    return can;
}

bool fresh_operation(Arena *arena, const Scenario *scenario, const FreshWish *wish, Operation *operation) {
    Pointed place;
    Str parent, token;
    Making making = {.arena = arena, .scenario = scenario, .wish = wish};
    *operation = (Operation){.kind = OPERATION_SET, .at = wish->at};
    if (pointer_split(wish->at, &parent, &token) && pointer_find(scenario, parent, &place) && place.field &&
        is_list(place.field->kind)) {
        return make_element(&making, &place, operation);
    }
    if (!pointer_find(scenario, wish->at, &place) || !place.field) {
        return false;
    }
    bool depends = place.field->kind == FIELD_ROUTES || place.field->kind == FIELD_TEXT_ROUTES;
    return depends                              ? make_case(&making, &place, operation)
           : place.field->kind == FIELD_AMOUNTS ? make_amount(&place, operation)
                                                : make_member(&making, &place, operation);
}

// The list of what is asked about, of a kind of decision; NULL: it has none.
static const Field *find_parts(const Shape *shape) {
    const Field *options = shape_find_field(shape, S("options"));
    return options ? options : shape_find_field(shape, S("items"));
}

bool fresh_recast(Arena *arena, const Scenario *scenario, Str bytes, const FreshWish *wish, Operation *operation,
                  int32_t *let_go) {
    Pointed place;
    const Shape *shape = shape_of_kind(wish->which);
    int32_t at = json_find_pointer(bytes, wish->at);
    bool decision = at >= 0 && pointer_find(scenario, pointer_join(arena, wish->at, S("kind")), &place) &&
                    place.row > 0 && place.shape->table == offsetof(Scenario, asks);
    if (!decision) {
        return false;
    }
    const Field *parts = find_parts(place.shape), *others = find_parts(shape);
    FreshWish fresh = {.at = wish->at}; // of a scene within nothing is wished
    Making making = {.arena = arena, .scenario = scenario, .wish = &fresh};
    if (parts && others) {
        making.outer = others->shape;
        making.rows = parts->shape;
        making.siblings = span_at(scenario, &(Pointed){.shape = place.shape, .row = place.row, .field = parts});
    }
    Str json = write_all(&making, (Task){.shape = shape, .old = json_value_at(bytes, at), .was = place.shape});
    *operation = (Operation){.kind = OPERATION_SET, .at = wish->at, .json = json};
    *let_go = making.let_go;
    return true;
}

bool fresh_copy(Arena *arena, const Scenario *scenario, Str bytes, Str at, Operation *operation) {
    Pointed list, row;
    Str parent, token;
    int32_t index = 0, place = json_find_pointer(bytes, at);
    bool found = pointer_split(at, &parent, &token) && str_to_int(token, &index) && place >= 0 &&
                 pointer_find(scenario, parent, &list) && list.field && pointer_find(scenario, at, &row);
    if (!found) {
        return false;
    }
    *operation = (Operation){.kind = OPERATION_INSERT, .at = pointer_element(arena, parent, index + 1)};
    operation->json = json_value_at(bytes, place);
    if (row.field || form_row_id(scenario, row.shape, row.row).len == 0) {
        return true;
    }
    Span rows = span_at(scenario, &list);
    Str free = free_id(arena, scenario, row.shape, row.shape, rows, rows.count + 1);
    Operation id = operation_text(arena, S("/id"), free);
    return operation_apply(arena, scenario, operation->json, &id, &operation->json) == OPERATION_DONE;
}
