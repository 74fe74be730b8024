// Values of H5P's JSON as they are met: numbers as texts, lists for empty objects, members that are not there. None of
// these calls minds a NULL. Internal to exchange/h5p.
#pragma once

#include "base/json.h"

typedef enum { H5P_NO_NUMBER, H5P_WHOLE, H5P_FRACTION } H5pNumber;

const JsonValue *h5p_member(const JsonValue *object, Str key);
const JsonValue *h5p_at(const JsonValue *object, Str path); // "startScreen/startScreenTitle"
const JsonValue *h5p_items(const JsonValue *list);          // its first; NULL when it is no list, or empty
Str h5p_text(const JsonValue *object, Str path);            // empty when it is no text
bool h5p_flag(const JsonValue *object, Str path, bool otherwise);
bool h5p_is_object(const JsonValue *value);
// Rounded where it is a fraction, and clamped to what a case can hold.
H5pNumber h5p_number(const JsonValue *value, int32_t *number);
Str h5p_machine_name(Str library); // "H5P.Image 1.1" → "H5P.Image"

// Numbers that are no whole ones become texts, for base/json takes none; `values` counts what stands in it.
Str h5p_without_fractions(Arena *arena, Str json, int32_t *values);
