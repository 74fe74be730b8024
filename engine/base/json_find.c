#include "base/json.h"
#include "base/json_token.h"

#include <string.h>

static bool is_mark(Str token, char mark) {
    return token.len == 1 && token.text[0] == mark;
}

// Whether a text token says `key`, however it is escaped.
static bool says_key(Str token, Str key) {
    ptrdiff_t at = 1;
    ptrdiff_t met = 0;
    while (at < token.len - 1) {
        char decoded[4];
        int32_t len = json_decode_step(token, &at, decoded);
        if (!str_equal(str_slice(key, met, met + len), (Str){decoded, len})) {
            return false;
        }
        met += len;
    }
    return met == key.len;
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
        if (says_key(token, key)) {
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

Str json_value_at(Str bytes, int32_t place) {
    ptrdiff_t from = json_skip_key(bytes, place);
    return str_slice(bytes, from, json_skip_value(bytes, from));
}

Str json_pointer_key(Str token, char *key) {
    ptrdiff_t len = 0;
    for (ptrdiff_t i = 0; i < token.len; i++) {
        bool escaped = token.text[i] == '~' && i + 1 < token.len;
        i += escaped;
        key[len++] = !escaped ? token.text[i] : token.text[i] == '1' ? '/' : '~';
    }
    return (Str){key, len};
}

static ptrdiff_t find_token_part(Str bytes, ptrdiff_t at, Str token) {
    enum { KEY_BYTES = 1024 }; // a longer one is nobody's
    char key[KEY_BYTES];
    int32_t index;
    if (!is_mark(json_find_token(bytes, at), '[')) {
        return token.len <= KEY_BYTES ? find_member(bytes, at, json_pointer_key(token, key)) : -1;
    }
    return str_to_int(token, &index) && index >= 0 ? find_element(bytes, at, index) : -1;
}

int32_t json_find_pointer(Str bytes, Str pointer) {
    Str root = json_find_token(bytes, 0);
    ptrdiff_t place = root.text - bytes.text;
    if (root.len == 0) {
        return -1;
    }
    for (ptrdiff_t from = 0; from < pointer.len && place >= 0;) {
        Str rest = str_slice(pointer, from + 1, pointer.len);
        Str token = str_cut(&rest, '/');
        if (pointer.text[from] != '/') {
            return -1;
        }
        place = find_token_part(bytes, json_skip_key(bytes, place), token);
        from += 1 + token.len;
    }
    return (int32_t)place;
}
