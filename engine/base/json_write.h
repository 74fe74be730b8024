// Writing JSON, canonically: two spaces of indent, `"key": value`, one member a line, small lists and objects of
// numbers and short texts on one line, texts escaped only where JSON demands it, a line end at the end. Writing what
// was read and reading it again gives the same values; writing twice gives the same bytes. What is written can be read:
// a NUL, and each byte that is no UTF-8, becomes U+FFFD; a number beyond ±2^53 or a nesting over LIMIT_JSON_DEPTH is
// our bug.
//
//     JsonWriter writer = json_writer(&arena);
//     json_begin_object(&writer);
//     json_write_member_int(&writer, S("format"), 1);
//     json_end(&writer);
//     Str bytes = json_written(&writer);
#pragma once

#include "base/limits.h"
#include "base/str.h"

typedef struct {
    StrBuilder out;
    bool compact; // one line, no spaces but after : and , — for events and other lines
    int32_t depth;
    struct {
        char close;   // ']' or '}'
        bool inlined; // on one line with its parent
        bool any;     // something stands in it already
    } levels[LIMIT_JSON_DEPTH + 1];
    bool after_key;
    bool one_line; // the list or object that begins next is to stand on one line
} JsonWriter;

// A value that may stand on one line is first written so, and anew over several lines when that was too long.
//
//     JsonAttempt attempt = {0};
//     while (json_try_line(&writer, &attempt, columns)) { …write it… }
typedef struct {
    JsonWriter before;
    int32_t count;
} JsonAttempt;

JsonWriter json_writer(Arena *arena);
JsonWriter json_line_writer(Arena *arena); // compact
void json_begin_object(JsonWriter *writer);
void json_begin_list(JsonWriter *writer);
void json_begin_inline_object(JsonWriter *writer); // this one and all inside it on one line
void json_begin_inline_list(JsonWriter *writer);
bool json_try_line(JsonWriter *writer, JsonAttempt *attempt, int32_t columns); // none: several lines at once
void json_end(JsonWriter *writer);
void json_write_key(JsonWriter *writer, Str key);
void json_write_text(JsonWriter *writer, Str text);
void json_write_int(JsonWriter *writer, int64_t value);
void json_write_bool(JsonWriter *writer, bool value);
void json_write_null(JsonWriter *writer);
void json_write_member_text(JsonWriter *writer, Str key, Str text); // a key and its value
void json_write_member_int(JsonWriter *writer, Str key, int64_t value);
void json_write_member_bool(JsonWriter *writer, Str key, bool value);
// A value as it stands elsewhere (json_raw), re-indented to its new place and escaped as ours; lists and objects that
// hold neither and have at most 60 bytes go on one line.
void json_write_raw(JsonWriter *writer, Str json);
// Members that many objects have, all as deep in the document, are written once and then copied: not as the first ones,
// and with nothing taken in between.
//
//     ptrdiff_t from = json_here(&writer);
//     …members…
//     Str members = json_since(&writer, &arena, from);
//     …in another object…
//     json_write_again(&writer, members);
ptrdiff_t json_here(const JsonWriter *writer);
Str json_since(const JsonWriter *writer, Arena *arena, ptrdiff_t from);
void json_write_again(JsonWriter *writer, Str members);

Str json_written(const JsonWriter *writer); // ends with a line end unless compact
// Gives what was written since it was last asked, for who takes it in parts: only where a line of its own comes next.
// Borrowed until more is written; json_written then gives the last part.
Str json_take(JsonWriter *writer);
