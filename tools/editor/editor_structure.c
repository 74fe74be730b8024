// What is added to the case, moved in it, copied and taken away; each is one step, after which the focus is there.
#include "base/json.h"
#include "editor/editor_parts.h"
#include "editor/fresh.h"
#include "editor/references.h"

enum { PARTS_NAMED = 6 };

static const Scenario *scenario_of(const Editor *editor) {
    return editor->document.reading.scenario;
}

// Where an element that was put at the end of its list stands.
static Str at_end(Editor *editor, Str at) {
    Str list, token;
    int32_t last = -1;
    if (!pointer_split(at, &list, &token) || !str_equal(token, S("-"))) {
        return at;
    }
    Str bytes = editor->document.reading.bytes;
    while (json_find_pointer(bytes, pointer_element(&editor->scratch, list, last + 1)) >= 0) {
        last++;
    }
    return pointer_element(&editor->scratch, list, last);
}

void editor_add(Editor *editor, Str at, Str which, int64_t now_ms) {
    Operation operation;
    FreshWish wish = {str_copy(&editor->scratch, at), which};
    if (fresh_operation(&editor->scratch, scenario_of(editor), &wish, &operation) &&
        editor_edit(editor, &operation, 1, &(Moment){.now_ms = now_ms})) {
        editor_lead_to(editor, at_end(editor, operation.at));
    }
}

void editor_offer(Editor *editor, Str at) {
    editor_keep_shown(editor, at);
    editor_lead_to(editor, at);
}

// The scene that is looked at stays: what it leads to is written next, or later.
void editor_put_scene(Editor *editor, Str at, int64_t now_ms) {
    Operation steps[2];
    FreshWish wish = {S("/scenes/-"), S("ask")};
    if (!fresh_operation(&editor->scratch, scenario_of(editor), &wish, &steps[0])) {
        return;
    }
    Str id = json_value_at(steps[0].json, json_find_pointer(steps[0].json, S("/id")));
    steps[1] = (Operation){.kind = OPERATION_SET, .at = at, .json = id};
    if (editor_edit(editor, steps, COUNT(steps), &(Moment){.now_ms = now_ms})) {
        editor_lead_to(editor, at_end(editor, wish.at));
    }
}

bool editor_recast(Editor *editor, Str at, Str kind, int64_t now_ms) {
    Str ask, token;
    Operation operation;
    const DocumentReading *reading = &editor->document.reading;
    int32_t let_go = 0;
    at = str_copy(&editor->scratch, at);
    FreshWish wish = {.which = kind};
    bool of_kind = pointer_split(at, &ask, &token) && str_equal(token, S("kind"));
    wish.at = of_kind ? ask : at;
    of_kind = of_kind && fresh_recast(&editor->scratch, reading->scenario, reading->bytes, &wish, &operation, &let_go);
    if (of_kind && editor_edit(editor, &operation, 1, &(Moment){.now_ms = now_ms})) {
        editor_lead_to(editor, at);
        if (let_go > 0) {
            app_say(&editor->app, TOAST_INFO,
                    TR("What only the former way of answering had is taken out. Undoing gives it back."), (Str){0},
                    now_ms);
        }
    }
    return of_kind;
}

static void add_part(Editor *editor, Str part) {
    FormShown *parts = &editor->named_in;
    for (int32_t i = 0; i < parts->count; i++) {
        if (str_equal(parts->rows[i], part)) {
            return;
        }
    }
    *rows_append(&editor->overlay_arena, parts) = str_copy(&editor->overlay_arena, part);
}

// Whether something elsewhere names what stands there; then the parts that do are kept, for they are told.
static bool is_named(Editor *editor, Str at) {
    const DocumentReading *reading = &editor->document.reading;
    ReferencePlaces places = references_find_into(&editor->scratch, reading->scenario, reading->bytes, at);
    arena_finish(&editor->overlay_arena);
    editor->asked_at = str_copy(&editor->overlay_arena, at);
    editor->named_in = (FormShown){0};
    for (int32_t i = 0; i < places.count; i++) {
        Str there = pointer_at(&editor->scratch, reading->bytes, places.rows[i]);
        add_part(editor, editor_part_of(reading->scenario, there));
    }
    return places.count > 0;
}

// The focus goes to what then stands in its place, or before it.
static void take_out(Editor *editor, Str at, int64_t now_ms) {
    Str list, token, there = str_copy(&editor->scratch, at);
    Operation operation = {.kind = OPERATION_REMOVE, .at = there};
    int32_t index = 0;
    if (!editor_edit(editor, &operation, 1, &(Moment){.now_ms = now_ms})) {
        return;
    }
    bool element = pointer_split(there, &list, &token) && str_to_int(token, &index);
    if (element && index > 0 && json_find_pointer(editor->document.reading.bytes, there) < 0) {
        there = pointer_element(&editor->scratch, list, index - 1);
    }
    editor_lead_to(editor, there);
    app_say(&editor->app, TOAST_INFO, TR("Removed. Undoing gives it back."), (Str){0}, now_ms);
}

void editor_delete(Editor *editor, Str at, int64_t now_ms) {
    if (is_named(editor, at)) {
        editor->overlay = EDITOR_ASK_DELETE;
    } else {
        take_out(editor, at, now_ms);
    }
}

void editor_delete_asked(Editor *editor, int64_t now_ms) {
    take_out(editor, editor->asked_at, now_ms);
}

void editor_duplicate(Editor *editor, Str at, int64_t now_ms) {
    Operation operation;
    const DocumentReading *reading = &editor->document.reading;
    if (fresh_copy(&editor->scratch, reading->scenario, reading->bytes, at, &operation) &&
        editor_edit(editor, &operation, 1, &(Moment){.now_ms = now_ms})) {
        editor_lead_to(editor, operation.at);
    }
}

void editor_move(Editor *editor, Str at, int32_t to, int64_t now_ms) {
    Str list, token;
    Operation operation = {.kind = OPERATION_MOVE, .at = str_copy(&editor->scratch, at), .to = to};
    if (pointer_split(operation.at, &list, &token) && editor_edit(editor, &operation, 1, &(Moment){.now_ms = now_ms})) {
        editor_lead_to(editor, pointer_element(&editor->scratch, list, to));
    }
}

// What is typed in the question; `at` is what that is about.
static void take_id(Editor *editor, Str at, Str id) {
    Arena arena = {0};
    editor->asked_at = str_copy(&arena, at);
    editor->path = str_copy(&arena, id);
    editor->trouble = (Str){0};
    arena_finish(&editor->overlay_arena);
    editor->overlay_arena = arena;
}

void editor_ask_rename(Editor *editor, Str at) {
    Pointed place;
    if (pointer_find(scenario_of(editor), at, &place) && !place.field) {
        take_id(editor, at, form_row_id(scenario_of(editor), place.shape, place.row));
        editor->overlay = EDITOR_ASK_ID;
    }
}

void editor_set_id(Editor *editor, Str id) {
    take_id(editor, editor->asked_at, id);
}

void editor_rename(Editor *editor, int64_t now_ms) {
    Operation operation = {.kind = OPERATION_RENAME, .json = str_trim(editor->path)};
    operation.at = pointer_join(&editor->scratch, editor->asked_at, S("id"));
    Moment moment = {.now_ms = now_ms};
    OperationResult result = document_edit(&editor->document, &editor->scratch, &operation, 1, &moment);
    if (result != OPERATION_DONE && result != OPERATION_NOTHING) {
        editor->trouble = catalog_text(&editor->app.catalog, editor_why_refused(result));
        return;
    }
    editor->overlay = EDITOR_PLAIN;
    editor_follow(editor);
    editor_lead_to(editor, editor->asked_at);
}
