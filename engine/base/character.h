// Characters that cannot be seen, by name: what no message can show, it has to name.
#pragma once

#include "base/str.h"

// A text of the catalogue: "no-break space". Empty for a character that shows, and for the space.
Str character_name(int32_t code);
Str character_code(Arena *arena, int32_t code); // "U+00A0"
