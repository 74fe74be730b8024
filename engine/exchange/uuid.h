// Identifiers that stay the same for the same name.
#pragma once

#include "base/str.h"

// "5D0E8B1E-0000-4000-8000-000000000001", as IFIDs of stories are; with small letters as parts of H5P are.
Str uuid_make(Arena *arena, Str name, bool small);
