#include "editor/branch.h"

#include "base/json.h"
#include "editor/document_file.h"
#include "scenario/scenario_edges.h"

// Follows all ways from what is marked, but into no scene `except`. Edges of a scene stand side by side.
static void spread(Arena *arena, const Scenario *scenario, bool *marked, SceneId from, SceneId except) {
    EdgeTable edges = {0};
    scenario_list_edges(arena, scenario, &edges);
    int32_t *first = arena_push(arena, int32_t, scenario->scenes.count + 1);
    SceneId *todo = arena_push(arena, SceneId, scenario->scenes.count + 1);
    int32_t count = 0;
    for (int32_t i = edges.count - 1; i >= 0; i--) {
        first[edges.rows[i].from] = i + 1;
    }
    if (from != 0 && from != except) {
        marked[from] = true;
        todo[count++] = from;
    }
    while (count > 0) {
        SceneId scene = todo[--count];
        for (int32_t i = first[scene] - 1; i >= 0 && i < edges.count && edges.rows[i].from == scene; i++) {
            SceneId to = edges.rows[i].to;
            if (to != except && !marked[to]) {
                marked[to] = true;
                todo[count++] = to;
            }
        }
    }
}

bool *branch_of(Arena *arena, const Scenario *scenario, SceneId scene) {
    bool *within = arena_push(arena, bool, scenario->scenes.count + 1);
    bool *without = arena_push(arena, bool, scenario->scenes.count + 1);
    spread(arena, scenario, within, scene, 0);
    spread(arena, scenario, without, scenario->start.id, scene);
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        within[i] = within[i] && !without[i];
    }
    within[scene] = true;
    return within;
}

// In the bytes that the case was read from.
static Str scene_at(const Scenario *scenario, Str bytes, int32_t index) {
    return json_value_at(bytes, scenario->scenes.rows[scenario->scene_rows.first + index].place);
}

bool branch_is(Arena *scratch, Str text) {
    bool can = text.len > 0 && text.len <= LIMIT_FILE_BYTES && text.text[0] == '{' && json_check(scratch, text);
    int32_t place = can ? json_find_pointer(text, S("/x-palabre")) : -1;
    return place >= 0 && str_equal(json_value_at(text, place), S("\"branch\""));
}

Str branch_copy(Arena *arena, const Scenario *scenario, Str bytes, const bool *chosen) {
    StrBuilder out = {.arena = arena};
    Str between = S("");
    str_add(&out, S("{\"format\": 1, \"x-palabre\": \"branch\", \"scenes\": ["));
    for (int32_t i = 0; i < scenario->scene_rows.count; i++) {
        if (chosen[scenario->scene_rows.first + i]) {
            str_add(&out, between);
            str_add(&out, scene_at(scenario, bytes, i));
            between = S(", ");
        }
    }
    str_add(&out, S("]}"));
    return str_built(&out);
}

typedef ROWS_OF(Str) Ids;

static void add_ids(Arena *arena, const Scenario *scenario, Ids *ids) {
    for (int32_t i = 0; i < scenario->scene_rows.count; i++) {
        Name id = scenario->scenes.rows[scenario->scene_rows.first + i].id;
        *rows_append(arena, ids) = str_copy(arena, scenario_name(scenario, id));
    }
}

// What is named the same in both is named anew in the branch, with all ways to it that stay within.
static void name_anew(Arena *arena, Document *branch, const Scenario *into) {
    const DocumentReading *reading = &branch->reading;
    Ids taken = {0};
    Operations steps = {0};
    Arena scratch = {0};
    add_ids(arena, into, &taken);
    int32_t there = taken.count, count = reading->scenario->scene_rows.count;
    add_ids(arena, reading->scenario, &taken);
    for (int32_t i = 0; i < count; i++) {
        Str id = taken.rows[there + i], at = pointer_element(arena, S("/scenes"), i);
        bool same = false;
        for (int32_t k = 0; k < there && !same && id.len > 0; k++) {
            same = str_equal(taken.rows[k], id);
        }
        if (json_find_pointer(scene_at(reading->scenario, reading->bytes, i), S("/at")) >= 0) {
            *rows_append(arena, &steps) = (Operation){.kind = OPERATION_REMOVE, .at = pointer_join(arena, at, S("at"))};
        }
        if (same) {
            Str wanted = document_new_id(arena, id, taken.rows, taken.count);
            *rows_append(arena, &steps) =
                (Operation){.kind = OPERATION_RENAME, .at = pointer_join(arena, at, S("id")), .json = wanted};
            *rows_append(arena, &taken) = wanted;
        }
    }
    (void)document_edit(branch, &scratch, steps.rows, steps.count, &(Moment){0});
    arena_finish(&scratch);
}

Operations branch_paste(Arena *arena, const Framework *framework, const Scenario *into, Str branch) {
    Arena scratch = {0};
    Document document;
    Operations steps = {0};
    document_init(&document, framework);
    document_begin(&document, &scratch, branch);
    if (document.reading.scenario->read) {
        name_anew(arena, &document, into);
        for (int32_t i = 0; i < document.reading.scenario->scene_rows.count; i++) {
            Str json = str_copy(arena, scene_at(document.reading.scenario, document.reading.bytes, i));
            *rows_append(arena, &steps) = (Operation){.kind = OPERATION_INSERT, .at = S("/scenes/-"), .json = json};
        }
    }
    document_finish(&document);
    arena_finish(&scratch);
    return steps;
}
