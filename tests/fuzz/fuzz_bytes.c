// Any bytes through the door for JSON: refused with places inside them, or read, written, and read again as the same;
// then as a case through every check.
#include "base/error.h"
#include "base/json.h"
#include "base/json_write.h"
#include "case_checked.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct {
    Arena *arena;
    ROWS_OF(JsonPlace);
} Places;

static void keep_place(void *context, JsonFault fault, int32_t offset, Str about) {
    Places *places = context;
    ASSERT(fault >= JSON_NOT_UTF8 && fault <= JSON_LONE_SURROGATE && about.len >= 0);
    ASSERT(places->count == 0 || places->rows[places->count - 1].offset <= offset);
    JsonPlace *place = rows_append(places->arena, places);
    place->offset = offset;
}

static void locate(Arena *arena, Str bytes, Places *places) {
    for (int32_t i = 0; i < places->count; i++) {
        ASSERT(places->rows[i].offset >= 0 && places->rows[i].offset <= bytes.len);
    }
    json_locate(arena, bytes, places->rows, places->count);
    for (int32_t i = 0; i < places->count; i++) {
        ASSERT(places->rows[i].line > 0 && places->rows[i].column > 0);
        ASSERT(places->rows[i].pointer.len == 0 || places->rows[i].pointer.text[0] == '/');
    }
}

static void write_value(JsonWriter *writer, const JsonValue *value, bool is_member) {
    if (is_member) {
        json_write_key(writer, json_key(value));
    }
    switch (json_type(value)) {
    case JSON_NULL:
        json_write_null(writer);
        break;
    case JSON_FALSE:
    case JSON_TRUE:
        json_write_bool(writer, json_type(value) == JSON_TRUE);
        break;
    case JSON_INTEGER:
        json_write_int(writer, json_integer(value));
        break;
    case JSON_TEXT:
        json_write_text(writer, json_text(value));
        break;
    case JSON_LIST:
        json_begin_list(writer);
        break;
    case JSON_OBJECT:
        json_begin_object(writer);
        break;
    }
}

static bool holds_others(const JsonValue *value) {
    return json_type(value) == JSON_LIST || json_type(value) == JSON_OBJECT;
}

static Str write_tree(Arena *arena, const JsonValue *root) {
    const JsonValue *parents[LIMIT_JSON_DEPTH];
    int32_t depth = 0;
    JsonWriter writer = json_writer(arena);
    const JsonValue *value = root;
    for (;;) {
        write_value(&writer, value, depth > 0 && json_type(parents[depth - 1]) == JSON_OBJECT);
        const JsonValue *next = json_next(value);
        if (holds_others(value)) {
            parents[depth++] = value;
            next = json_first(value);
        }
        while (!next && depth > 0) {
            json_end(&writer);
            next = json_next(parents[--depth]);
        }
        if (!next) {
            return json_written(&writer);
        }
        value = next;
    }
}

static void check_value(const JsonDoc *doc, const JsonValue *value) {
    Str raw = json_raw(doc, value);
    int32_t place = json_value_place(doc, value);
    ASSERT(raw.len > 0 && raw.text == doc->bytes.text + place && json_place(value) <= place);
    if (json_type(value) == JSON_TEXT) {
        Str text = json_text(value);
        ASSERT(json_text_place(doc->bytes, json_place(value), text.len) == place + raw.len - 1);
        ASSERT(json_text_place(doc->bytes, place, 0) == place + 1);
    }
}

// Both documents, value by value.
static void check_same(const JsonDoc *a_doc, const JsonDoc *b_doc) {
    const JsonValue *a_parents[LIMIT_JSON_DEPTH + 1], *b_parents[LIMIT_JSON_DEPTH + 1];
    int32_t depth = 0;
    const JsonValue *a = a_doc->root, *b = b_doc->root;
    while (a && b) {
        check_value(a_doc, a);
        check_value(b_doc, b);
        ASSERT(json_type(a) == json_type(b) && str_equal(json_key(a), json_key(b)));
        ASSERT(json_type(a) != JSON_INTEGER || json_integer(a) == json_integer(b));
        ASSERT(json_type(a) != JSON_TEXT || str_equal(json_text(a), json_text(b)));
        ASSERT(json_count(a) == json_count(b));
        a_parents[depth] = a;
        b_parents[depth++] = b;
        a = json_first(a);
        b = json_first(b);
        while (!a && !b && depth > 0) {
            a = json_next(a_parents[--depth]);
            b = json_next(b_parents[depth]);
        }
    }
    ASSERT(!a && !b);
}

static Str rewrite_raw(Arena *arena, Str json) {
    JsonWriter writer = json_writer(arena);
    json_write_raw(&writer, json);
    return json_written(&writer);
}

static void check_written(Arena *arena, Arena *scratch, const JsonDoc *doc) {
    Str tree = write_tree(arena, doc->root);
    Str raw = rewrite_raw(arena, json_raw(doc, doc->root));
    const Str written[] = {tree, raw};
    for (int32_t i = 0; i < 2; i++) {
        JsonDoc again;
        bool readable = json_parse(scratch, written[i], &again, NULL, NULL);
        ASSERT(readable);
        check_same(doc, &again);
        ASSERT(str_equal(write_tree(arena, again.root), tree));
        ASSERT(str_equal(rewrite_raw(arena, written[i]), raw));
        json_finish(&again);
    }
}

// NOLINTNEXTLINE(readability-identifier-naming)
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena arena = {0}, scratch = {0};
    Places places = {.arena = &arena};
    Str bytes = {(const char *)data, (ptrdiff_t)size};
    JsonDoc doc;
    bool accepted = json_parse(&scratch, bytes, &doc, keep_place, &places);
    ASSERT(accepted == (doc.root != NULL) && (accepted || places.count > 0));
    locate(&arena, bytes, &places);
    if (accepted) {
        check_written(&arena, &scratch, &doc);
    }
    json_finish(&doc);
    arena_finish(&scratch);
    arena_finish(&arena);
    fuzz_check_case(bytes);
    return 0;
}
