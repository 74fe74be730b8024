#include "exchange/h5p_value.h"

#include "base/limits.h"

#include <string.h>

const JsonValue *h5p_member(const JsonValue *object, Str key) {
    return h5p_is_object(object) ? json_member(object, key) : NULL;
}

const JsonValue *h5p_at(const JsonValue *object, Str path) {
    while (path.len > 0 && object) {
        object = h5p_member(object, str_cut(&path, '/'));
    }
    return object;
}

const JsonValue *h5p_items(const JsonValue *list) {
    return list && json_type(list) == JSON_LIST ? json_first(list) : NULL;
}

Str h5p_text(const JsonValue *object, Str path) {
    const JsonValue *value = h5p_at(object, path);
    return value && json_type(value) == JSON_TEXT ? json_text(value) : (Str){0};
}

bool h5p_flag(const JsonValue *object, Str path, bool otherwise) {
    const JsonValue *value = h5p_at(object, path);
    JsonType type = value ? json_type(value) : JSON_NULL;
    return type == JSON_TRUE || (type != JSON_FALSE && otherwise);
}

bool h5p_is_object(const JsonValue *value) {
    return value && json_type(value) == JSON_OBJECT;
}

static int32_t clamp(int64_t number) {
    return (int32_t)(number < -LIMIT_INTEGER ? -LIMIT_INTEGER : number > LIMIT_INTEGER ? LIMIT_INTEGER : number);
}

static bool is_digit(Str text, ptrdiff_t at) {
    return at < text.len && text.text[at] >= '0' && text.text[at] <= '9';
}

// "12", "-1", "2.50"; an exponent is no number that anybody wrote.
static H5pNumber read_number(Str text, int32_t *number) {
    text = str_trim(text);
    bool negative = str_begins(text, S("-"));
    ptrdiff_t at = negative;
    int64_t whole = 0;
    if (!is_digit(text, at)) {
        return H5P_NO_NUMBER;
    }
    for (; is_digit(text, at); at++) {
        whole = whole > LIMIT_INTEGER ? whole : whole * 10 + (text.text[at] - '0');
    }
    bool fraction = false;
    if (at < text.len && text.text[at] == '.') {
        whole += is_digit(text, at + 1) && text.text[at + 1] >= '5';
        for (at++; is_digit(text, at); at++) {
            fraction = fraction || text.text[at] != '0';
        }
    }
    *number = clamp(negative ? -whole : whole);
    return at < text.len ? H5P_NO_NUMBER : fraction ? H5P_FRACTION : H5P_WHOLE;
}

H5pNumber h5p_number(const JsonValue *value, int32_t *number) {
    JsonType type = value ? json_type(value) : JSON_NULL;
    if (type == JSON_INTEGER) {
        *number = clamp(json_integer(value));
        return H5P_WHOLE;
    }
    int32_t read = 0;
    H5pNumber kind = type == JSON_TEXT ? read_number(json_text(value), &read) : H5P_NO_NUMBER;
    *number = kind == H5P_NO_NUMBER ? *number : read;
    return kind;
}

Str h5p_machine_name(Str library) {
    return str_cut(&library, ' ');
}

static ptrdiff_t text_len(Str json, ptrdiff_t from) {
    ptrdiff_t at = from + 1;
    while (at < json.len && json.text[at] != '"') {
        at += 1 + (json.text[at] == '\\');
    }
    at += at < json.len;
    return (at < json.len ? at : json.len) - from;
}

static ptrdiff_t number_len(Str json, ptrdiff_t from, bool *fraction) {
    ptrdiff_t at = from;
    *fraction = false;
    while (at < json.len && json.text[at] != '\0' && strchr("+-.0123456789eE", json.text[at])) {
        *fraction = *fraction || strchr(".eE", json.text[at]);
        at++;
    }
    return at - from;
}

Str h5p_without_fractions(Arena *arena, Str json, int32_t *values) {
    StrBuilder out = {.arena = arena};
    ptrdiff_t from = 0;
    *values = 0;
    for (ptrdiff_t at = 0; at < json.len;) {
        char c = json.text[at];
        bool fraction = false;
        ptrdiff_t len = 1;
        if (c == '"') {
            len = text_len(json, at);
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            len = number_len(json, at, &fraction);
        }
        *values += c == ',' || c == '[' || c == '{';
        if (fraction) {
            str_add(&out, str_slice(json, from, at));
            str_addf(&out, "\"%.*s\"", (int)len, json.text + at);
            from = at + len;
        }
        at += len;
    }
    if (from == 0) {
        return json;
    }
    str_add(&out, str_slice(json, from, json.len));
    return str_built(&out);
}
