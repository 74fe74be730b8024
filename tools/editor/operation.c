#include "editor/operation.h"

#include "base/error.h"
#include "base/json.h"
#include "base/json_write.h"

Operation operation_text(Arena *arena, Str at, Str text) {
    JsonWriter writer = json_line_writer(arena);
    json_write_text(&writer, text);
    return (Operation){.kind = OPERATION_SET, .at = at, .json = json_written(&writer)};
}

Operation operation_int(Arena *arena, Str at, int32_t number) {
    return (Operation){.kind = OPERATION_SET, .at = at, .json = str_format(arena, "%d", number)};
}

static bool is_value(Arena *arena, Str json) {
    JsonDoc doc;
    bool valid = json_parse(arena, json, &doc, NULL, NULL);
    json_finish(&doc);
    return valid;
}

// `bytes` with what stands at [from, to) replaced.
static Str splice(Arena *arena, Str bytes, ptrdiff_t from, ptrdiff_t to, Str by) {
    StrBuilder out = {.arena = arena};
    str_add(&out, str_slice(bytes, 0, from));
    str_add(&out, by);
    str_add(&out, str_slice(bytes, to, bytes.len));
    return str_built(&out);
}

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// The element or member at `place` without its comma.
static Str cut_out(Arena *arena, Str bytes, ptrdiff_t place) {
    Str value = json_value_at(bytes, (int32_t)place);
    ptrdiff_t from = place;
    ptrdiff_t to = value.text + value.len - bytes.text;
    while (to < bytes.len && is_space(bytes.text[to])) {
        to++;
    }
    if (to < bytes.len && bytes.text[to] == ',') {
        return splice(arena, bytes, from, to + 1, (Str){0});
    }
    while (from > 0 && is_space(bytes.text[from - 1])) {
        from--;
    }
    return splice(arena, bytes, from - (from > 0 && bytes.text[from - 1] == ','), to, (Str){0});
}

// A list or an object that holds nothing.
static bool is_empty(Str value) {
    return str_trim(str_slice(value, 1, value.len - 1)).len == 0;
}

// Puts an item behind the bracket that opens a list or an object.
static Str put_first(Arena *arena, Str bytes, Str holder, Str item) {
    ptrdiff_t at = holder.text + 1 - bytes.text;
    Str text = str_format(arena, "%.*s%s", S_ARG(item), is_empty(holder) ? "" : ", ");
    return splice(arena, bytes, at, at, text);
}

static Str put_last(Arena *arena, Str bytes, Str holder, Str item) {
    ptrdiff_t at = holder.text + holder.len - 1 - bytes.text;
    Str text = str_format(arena, "%s%.*s", is_empty(holder) ? "" : ", ", S_ARG(item));
    return splice(arena, bytes, at, at, text);
}

static Str member_text(Arena *arena, Str token, Str json) {
    JsonWriter key = json_line_writer(arena);
    json_write_text(&key, pointer_key(arena, token));
    return str_format(arena, "%.*s: %.*s", S_ARG(json_written(&key)), S_ARG(json));
}

static bool is_end(Str token) {
    return str_equal(token, S("-"));
}

// The value that stands for what is missing around `json`: {"notes": json} of "/trainer/notes".
static Str wrap(Arena *arena, Str token, Str json) {
    bool element = is_end(token) || str_equal(token, S("0"));
    return element ? str_format(arena, "[%.*s]", S_ARG(json))
                   : str_format(arena, "{%.*s}", S_ARG(member_text(arena, token, json)));
}

static OperationResult put_member(Arena *arena, Str bytes, Str at, Str json, Str *after) {
    Str parent, token;
    while (pointer_split(at, &parent, &token)) {
        int32_t place = json_find_pointer(bytes, parent);
        Str holder = place >= 0 ? json_value_at(bytes, place) : (Str){0};
        if (place < 0) {
            json = wrap(arena, token, json);
            at = parent;
        } else if (*holder.text == '{') {
            *after = put_first(arena, bytes, holder, member_text(arena, token, json));
            return OPERATION_DONE;
        } else {
            break;
        }
    }
    return OPERATION_NO_PLACE;
}

static OperationResult set(Arena *arena, Str bytes, const Operation *operation, Str *after) {
    int32_t place = json_find_pointer(bytes, operation->at);
    if (operation->at.len == 0) {
        return OPERATION_NO_PLACE;
    }
    if (place < 0) {
        return put_member(arena, bytes, operation->at, operation->json, after);
    }
    Str value = json_value_at(bytes, place);
    ptrdiff_t from = value.text - bytes.text;
    *after = splice(arena, bytes, from, from + value.len, operation->json);
    return OPERATION_DONE;
}

// Whether it may go when nothing is left in it.
static bool may_be_absent(const Scenario *scenario, Str at) {
    Pointed place;
    bool member = pointer_find(scenario, at, &place) && place.field && place.index < 0;
    bool object = member && (place.field->kind == FIELD_OBJECT || place.field->kind == FIELD_WHY);
    return object && !place.field->required && !place.field->way;
}

static OperationResult take_away(Arena *arena, const Scenario *scenario, Str bytes, Str at, Str *after) {
    Str token;
    int32_t place = json_find_pointer(bytes, at);
    if (place < 0 || at.len == 0) {
        return OPERATION_NO_PLACE;
    }
    for (bool goes = true; goes;) {
        bytes = cut_out(arena, bytes, place);
        goes = pointer_split(at, &at, &token) && may_be_absent(scenario, at);
        place = goes ? json_find_pointer(bytes, at) : -1;
        goes = place >= 0 && is_empty(json_value_at(bytes, place));
    }
    *after = bytes;
    return OPERATION_DONE;
}

static OperationResult insert(Arena *arena, Str bytes, const Operation *operation, Str *after) {
    Str list, token;
    if (!pointer_split(operation->at, &list, &token)) {
        return OPERATION_NO_PLACE;
    }
    int32_t place = json_find_pointer(bytes, list);
    Str holder = place >= 0 ? json_value_at(bytes, place) : (Str){0};
    int32_t before = json_find_pointer(bytes, operation->at);
    if (place < 0 && (is_end(token) || str_equal(token, S("0")))) {
        return put_member(arena, bytes, operation->at, operation->json, after);
    }
    if (place < 0 || *holder.text != '[') {
        return OPERATION_NO_PLACE;
    }
    if (before >= 0) {
        *after = splice(arena, bytes, before, before, str_format(arena, "%.*s, ", S_ARG(operation->json)));
        return OPERATION_DONE;
    }
    int32_t index;
    bool follows = str_to_int(token, &index) && index > 0 &&
                   json_find_pointer(bytes, pointer_element(arena, list, index - 1)) >= 0;
    bool ends = is_end(token) || follows || (str_equal(token, S("0")) && is_empty(holder));
    *after = ends ? put_last(arena, bytes, holder, operation->json) : bytes;
    return ends ? OPERATION_DONE : OPERATION_NO_PLACE;
}

static OperationResult move(Arena *arena, Str bytes, const Operation *operation, Str *after) {
    Str list, token;
    int32_t index = -1;
    int32_t place = json_find_pointer(bytes, operation->at);
    bool element =
        pointer_split(operation->at, &list, &token) && str_to_int(token, &index) && place >= 0 && operation->to >= 0;
    if (!element || *json_value_at(bytes, json_find_pointer(bytes, list)).text != '[') {
        return OPERATION_NO_PLACE;
    }
    if (index == operation->to) {
        return OPERATION_NOTHING;
    }
    Operation again = {.kind = OPERATION_INSERT, .at = pointer_element(arena, list, operation->to)};
    again.json = json_value_at(bytes, place);
    return insert(arena, cut_out(arena, bytes, place), &again, after);
}

OperationResult operation_apply(Arena *arena, const Scenario *scenario, Str bytes, const Operation *operation,
                                Str *after) {
    *after = bytes;
    if ((operation->kind == OPERATION_SET || operation->kind == OPERATION_INSERT) &&
        !is_value(arena, operation->json)) {
        return OPERATION_BAD_JSON;
    }
    switch (operation->kind) {
    case OPERATION_SET:
        return set(arena, bytes, operation, after);
    case OPERATION_REMOVE:
        return take_away(arena, scenario, bytes, operation->at, after);
    case OPERATION_INSERT:
        return insert(arena, bytes, operation, after);
    case OPERATION_MOVE:
        return move(arena, bytes, operation, after);
    case OPERATION_ALL:
        *after = operation->json;
        return OPERATION_DONE;
    case OPERATION_RENAME:
        break;
    }
    ASSERT(false);
    return OPERATION_NO_PLACE;
}
