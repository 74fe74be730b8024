// The encoding of old Windows texts.
#pragma once

#include "base/str.h"

// As UTF-8. False when a byte stands for a sign that no text has: then it is something else.
bool windows1252_decode(Arena *arena, Str bytes, Str *text);
