#include "editor/pointer.h"

#include "base/json.h"

static int32_t int_of(const Scenario *scenario, const Pointed *place) {
    const char *row = shape_row(scenario, place->shape, place->row);
    return *(const int32_t *)(const void *)(row + place->field->offset);
}

static Span span_of(const Scenario *scenario, const Pointed *place) {
    const char *row = shape_row(scenario, place->shape, place->row);
    return *(const Span *)(const void *)(row + place->field->offset);
}

const Shape *pointer_inner_shape(const Scenario *scenario, const Pointed *place) {
    switch (place->field->kind) {
    case FIELD_OBJECT:
    case FIELD_LIST:
        return place->field->shape;
    case FIELD_ASK:
        return SHAPE_ASKS[scenario->asks.rows[int_of(scenario, place)].kind];
    case FIELD_COMPETENCIES:
        return &SHAPE_COMPETENCY;
    case FIELD_ROUTES:
        return &SHAPE_ROUTE;
    case FIELD_TEXT_ROUTES:
        return &SHAPE_TEXT_ROUTE;
    case FIELD_WHY:
        return &SHAPE_WHY;
    case FIELD_TEXT:
    case FIELD_SLUG:
    case FIELD_NAME:
    case FIELD_LANGUAGE:
    case FIELD_DATE:
    case FIELD_INT:
    case FIELD_FLAG:
    case FIELD_WORD:
    case FIELD_TEXTS:
    case FIELD_REF:
    case FIELD_REFS:
    case FIELD_AMOUNTS:
    case FIELD_CONDITION:
    case FIELD_AT:
    case FIELD_RANK_KEY:
    case FIELD_NEAR:
    case FIELD_PANEL_ANSWERS:
    case FIELD_KIND_COUNT:
        break;
    }
    return NULL;
}

static bool is_object(FieldKind kind) {
    return kind == FIELD_OBJECT || kind == FIELD_ASK || kind == FIELD_WHY;
}

// Values without rows of their own stand in it.
static bool holds_values(FieldKind kind) {
    return kind == FIELD_TEXTS || kind == FIELD_REFS || kind == FIELD_AT || kind == FIELD_RANK_KEY ||
           kind == FIELD_NEAR || kind == FIELD_AMOUNTS || kind == FIELD_PANEL_ANSWERS;
}

// From an object to its member.
static bool step_to_member(Str token, Pointed *place) {
    place->field = shape_find_field(place->shape, token); // no key of the format holds what a pointer escapes
    return place->field != NULL;
}

// From a member into what stands in it: an element of its list, or a member of its object.
static bool step_inside(const Scenario *scenario, Str token, Pointed *place) {
    const Shape *shape = pointer_inner_shape(scenario, place);
    if (is_object(place->field->kind) && shape) {
        *place = (Pointed){.shape = shape, .row = int_of(scenario, place), .index = -1};
        return step_to_member(token, place);
    }
    int32_t index = 0;
    bool numbered = str_to_int(token, &index) && index >= 0;
    if (holds_values(place->field->kind)) {
        place->index = numbered && place->index < 0 ? index : place->index;
        return true;
    }
    Span rows = shape ? span_of(scenario, place) : (Span){0};
    if (!numbered || index >= rows.count) {
        return false;
    }
    *place = (Pointed){.shape = shape, .row = rows.first + index, .index = -1};
    return true;
}

bool pointer_find(const Scenario *scenario, Str pointer, Pointed *place) {
    *place = (Pointed){.shape = &SHAPE_CASE, .index = -1};
    bool found = pointer.len == 0 || *pointer.text == '/';
    Str rest = str_slice(pointer, 1, pointer.len);
    while (found && rest.len > 0) {
        Str token = str_cut(&rest, '/');
        found = place->field ? step_inside(scenario, token, place) : step_to_member(token, place);
    }
    return found;
}

Str pointer_at(Arena *arena, Str bytes, int32_t offset) {
    JsonPlace place = {.offset = offset};
    json_locate(arena, bytes, &place, 1);
    return place.pointer;
}

bool pointer_split(Str pointer, Str *parent, Str *token) {
    ptrdiff_t last = pointer.len - 1;
    while (last >= 0 && pointer.text[last] != '/') {
        last--;
    }
    *parent = str_slice(pointer, 0, last);
    *token = str_slice(pointer, last + 1, pointer.len);
    return last >= 0;
}

Str pointer_key(Arena *arena, Str token) {
    return json_pointer_key(token, arena_push_text(arena, token.len));
}

Str pointer_join(Arena *arena, Str pointer, Str key) {
    StrBuilder joined = {.arena = arena};
    str_add(&joined, pointer);
    str_add_char(&joined, '/');
    for (ptrdiff_t i = 0; i < key.len; i++) {
        bool special = key.text[i] == '~' || key.text[i] == '/';
        str_add(&joined, special ? (key.text[i] == '~' ? S("~0") : S("~1")) : str_slice(key, i, i + 1));
    }
    return str_built(&joined);
}

Str pointer_element(Arena *arena, Str pointer, int32_t index) {
    return str_format(arena, "%.*s/%d", S_ARG(pointer), index);
}
