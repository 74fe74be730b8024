#include "base/json.h"
#include "base/json_token.h"

#include <string.h>

static bool is_mark(Str token, char mark) {
    return token.len == 1 && token.text[0] == mark;
}

// Offset of the key of a member of the object that begins at `at`, or -1.
static ptrdiff_t find_member(Str bytes, ptrdiff_t at, Str key) {
    Str token = json_find_token(bytes, at);
    if (!is_mark(token, '{')) {
        return -1;
    }
    at = token.text + 1 - bytes.text;
    for (;;) {
        token = json_find_token(bytes, at);
        if (is_mark(token, ',')) {
            at = token.text + 1 - bytes.text;
            continue;
        }
        if (token.len < 2 || token.text[0] != '"') {
            return -1;
        }
        ptrdiff_t place = token.text - bytes.text;
        if (str_equal(str_slice(token, 1, token.len - 1), key)) {
            return place;
        }
        at = json_skip_value(bytes, json_skip_key(bytes, place));
    }
}

// Offset of an element of the list that begins at `at`, or -1.
static ptrdiff_t find_element(Str bytes, ptrdiff_t at, int32_t index) {
    Str token = json_find_token(bytes, at);
    if (!is_mark(token, '[')) {
        return -1;
    }
    at = token.text + 1 - bytes.text;
    for (int32_t i = 0;; i++) {
        token = json_find_token(bytes, at);
        if (is_mark(token, ',')) {
            token = json_find_token(bytes, token.text + 1 - bytes.text);
        }
        if (token.len == 0 || is_mark(token, ']')) {
            return -1;
        }
        if (i == index) {
            return token.text - bytes.text;
        }
        at = json_skip_value(bytes, token.text - bytes.text);
    }
}

int32_t json_find_part(Str bytes, int32_t place, Str key, int32_t index, int32_t inside) {
    ptrdiff_t found = place;
    if (key.len > 0) {
        ptrdiff_t member = find_member(bytes, json_skip_key(bytes, place), key);
        if (member < 0) {
            return place;
        }
        found = member;
    }
    if (index >= 0) {
        ptrdiff_t element = find_element(bytes, json_skip_key(bytes, found), index);
        if (element < 0) {
            return (int32_t)found;
        }
        found = element;
    }
    return inside < 0 ? (int32_t)found : json_text_place(bytes, (int32_t)json_skip_key(bytes, found), inside);
}
