// Archives of tests, and what can be wrong with one.
#pragma once

#include "exchange/archive.h"

#define MANIFEST(library) "{\"title\": \"Paquet\", \"mainLibrary\": \"" library "\"}"

Str zip_package(Arena *arena, Str manifest, Str content);
// The same archive with `size` bytes changed in the headers of a file, the local and the central one: `at` counts from
// the flags (0), as do the method (2), the size (16) and the mode (32), which the central one has alone.
Str zip_change(Arena *arena, Str archive, Str name, int32_t at, int32_t value, int32_t size);
Str zip_zeros(Arena *arena, int32_t runs); // deflated: 258 zeros a run, in 13 bits
