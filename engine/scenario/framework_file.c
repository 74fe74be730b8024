#include "scenario/framework_file.h"

#include "base/embedded.h"
#include "base/error.h"

bool framework_file_open(Arena *scratch, Str name, JsonDoc *doc) {
    Str bytes = embedded_find(name);
    if (bytes.len == 0) {
        return false;
    }
    bool fine = json_parse(scratch, bytes, doc, NULL, NULL);
    ASSERT(fine);
    const JsonValue *format = json_member(doc->root, S("format"));
    ASSERT(format && json_integer(format) == 1);
    return true;
}

Str framework_file_text(Arena *arena, const JsonValue *object, Str key) {
    const JsonValue *text = json_member(object, key);
    ASSERT(text && json_type(text) == JSON_TEXT);
    return str_copy(arena, json_text(text));
}

Words framework_file_words(Arena *arena, const JsonValue *object, Str key) {
    const JsonValue *words = json_member(object, key);
    ASSERT(words);
    return (Words){framework_file_text(arena, words, S("fr")), framework_file_text(arena, words, S("en"))};
}

const Str *framework_file_texts(Arena *arena, const JsonValue *list, int32_t *count) {
    *count = list ? json_count(list) : 0;
    Str *texts = arena_push(arena, Str, *count);
    const JsonValue *text = list ? json_first(list) : NULL;
    for (int32_t i = 0; i < *count; i++, text = json_next(text)) {
        texts[i] = str_copy(arena, json_text(text));
    }
    return texts;
}
