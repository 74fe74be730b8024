// The only door for JSON. Cases, events, tests, detectors, themes and imports are all read through it.
//
// A strict pass of our own looks at every byte first, without recursion: UTF-8, duplicate keys, depth, numbers, NUL,
// lone surrogates, trailing text. Only what it accepts reaches cJSON, which by itself accepts much that it should not.
// The pass also keeps the place of every value, so that each later complaint can name its line and column.
//
//     JsonDoc doc;
//     if (json_parse(&scratch, bytes, &doc, report, context)) {
//         for (const JsonValue *scene = json_first(scenes); scene; scene = json_next(scene)) { … }
//         json_finish(&doc);
//     }
//
// Values live in the JsonDoc until json_finish; texts they give are borrowed from it.
#pragma once

#include "base/str.h"

typedef struct cJSON JsonValue; // opaque, as the next: only json.c knows what they are
typedef struct JsonOpened JsonOpened;

typedef enum { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_INTEGER, JSON_TEXT, JSON_LIST, JSON_OBJECT } JsonType;

typedef enum {
    JSON_NOT_UTF8,
    JSON_BOM, // a single leading byte order mark: accepted, only reported
    JSON_TOO_LARGE,
    JSON_BAD,
    JSON_TRAILING_TEXT,
    JSON_TOO_DEEP,
    JSON_DUPLICATE_KEY, // also after decoding escapes: "a" and "\u0061"
    JSON_BAD_NUMBER,    // not an integer, or beyond ±2^53
    JSON_NUL_IN_TEXT,
    JSON_LONE_SURROGATE
} JsonFault;

typedef struct {
    Arena arena;        // the values, but for
    JsonOpened *opened; // those of objects in long lists, made when they are asked for; NULL: there are none
    JsonValue *root;
    Str bytes; // as given to json_parse: every place is an offset into them
} JsonDoc;

// Told of each fault, in the order of their byte offsets in the bytes given to json_parse. `about` is what stands
// there, valid during the call: the key, number or escape at fault; of JSON_BAD and JSON_TRAILING_TEXT the one
// character that cannot stand there, empty when the bytes end too early; of the others nothing.
typedef void JsonReport(void *context, JsonFault fault, int32_t offset, Str about);

// Checks all of `bytes`, then parses. Duplicate keys, numbers, NULs and lone surrogates are all reported in one pass; a
// fault that makes the rest meaningless (not UTF-8, bad JSON, too deep…) ends it, as does the thousandth. False when
// any fault but JSON_BOM was found: then `doc` is empty. `bytes` must outlive the doc. `report` may be NULL; it must
// not push onto `scratch` what should last.
bool json_parse(Arena *scratch, Str bytes, JsonDoc *doc, JsonReport *report, void *context);
bool json_check(Arena *scratch, Str bytes); // whether json_parse would take them, and no more
void json_finish(JsonDoc *doc);

JsonType json_type(const JsonValue *value);
int64_t json_integer(const JsonValue *value);        // JSON_INTEGER only
Str json_text(const JsonValue *value);               // JSON_TEXT only
Str json_key(const JsonValue *value);                // of a member of an object; empty elsewhere
const JsonValue *json_first(const JsonValue *value); // of a list or an object; NULL when empty
const JsonValue *json_next(const JsonValue *value);  // its next sibling, or NULL
// Drops the first element of a list, or member of an object, and gives the next one, now the first: what is read once
// need not be in memory twice, as values and as what is made of them. Of a list that is read so from its beginning no
// more than one element is ever in memory.
const JsonValue *json_drop_first(const JsonValue *value);
int32_t json_count(const JsonValue *value);
const JsonValue *json_member(const JsonValue *object, Str key); // linear: for small objects

// Byte offset of a value: of its key when it is a member of an object, of its first byte otherwise.
int32_t json_place(const JsonValue *value);
// Byte offset of the value itself, past its key.
int32_t json_value_place(const JsonDoc *doc, const JsonValue *value);
// The bytes of the value as they stand in the document.
Str json_raw(const JsonDoc *doc, const JsonValue *value);
// Byte offset of byte `index` of the decoded text at `place` (json_place or json_value_place): of the whole escape when
// it comes from one, of the closing quote when it is past the end.
int32_t json_text_place(Str bytes, int32_t place, ptrdiff_t index);

// Byte offset of a part of the value at `place` (as json_place gives it): of its member `key` when `key` is not empty,
// of element `index` of that when index ≥ 0, of byte `inside` of that text when inside ≥ 0. A part that is not there
// gives the whole it should be in.
int32_t json_find_part(Str bytes, int32_t place, Str key, int32_t index, int32_t inside);

// The bytes of the value at `place` (as json_place gives it), past its key.
Str json_value_at(Str bytes, int32_t place);

// The place that a JSON pointer (RFC 6901) leads to, as json_place would give it; -1 when nothing is there.
int32_t json_find_pointer(Str bytes, Str pointer);
Str json_pointer_key(Str token, char *key); // what a token of one says: "a/b" of "a~1b"; `key` has room for token.len

// Where a byte offset lies, for people: line and column from 1, the column in code points, and the JSON pointer (RFC
// 6901) of the innermost value there, of a member also on its key. LF, CRLF and CR each end a line. One forward pass
// serves any number of offsets, which must be ascending. In bytes that are no JSON the pointer is that of what was open
// there; one of over 1,024 bytes stops at the innermost value that it can name in as many.
typedef struct {
    int32_t offset;
    int32_t line, column;
    Str pointer;
} JsonPlace;

void json_locate(Arena *arena, Str bytes, JsonPlace *places, int32_t count);

// Where all elements of a list in the outermost object begin, or those up to one of them: to whom it is known those
// between two places asked for need not be read.
typedef struct {
    const int32_t *places;
    int32_t count;
} JsonElements;

void json_locate_among(Arena *arena, Str bytes, JsonElements elements, JsonPlace *places, int32_t count);
