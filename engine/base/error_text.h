// The words for an Error: why the world refused, as half a sentence that stands behind a colon. What could not be done
// is said by whoever wanted it:
//
//     catalog_format(arena, catalog, TR("“{0}” could not be read: {1}."),
//                    (Str[]){path, error_text(arena, catalog, &error)}, 2)
#pragma once

#include "base/catalog.h"
#include "base/error.h"

Str error_text(Arena *arena, const Catalog *catalog, const Error *error); // "the disk is full"; empty for ERROR_NONE
