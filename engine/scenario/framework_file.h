// Reading what is compiled into the program and shared by all cases (framework.h, needs.h). These files are ours: each
// function asserts that they are well formed. Texts live in the arena.
#pragma once

#include "base/json.h"
#include "scenario/framework.h"

bool framework_file_open(Arena *scratch, Str name, JsonDoc *doc); // of format 1; false when it is not compiled in
Str framework_file_text(Arena *arena, const JsonValue *object, Str key);
Words framework_file_words(Arena *arena, const JsonValue *object, Str key);           // {"fr", "en"}
const Str *framework_file_texts(Arena *arena, const JsonValue *list, int32_t *count); // NULL: an empty list
