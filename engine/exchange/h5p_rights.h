// Who wrote a package and how others may use it: its authors and licence, and those of a case. Internal to
// exchange/h5p.
#pragma once

#include "base/json.h"
#include "exchange/h5p_out.h"

// Of h5p.json, or of the metadata that a service wraps. What has no place in a case is told.
HeadRights h5p_read_rights(Arena *arena, const JsonValue *metadata, LossReport *report);
void h5p_write_rights(H5pOut *out, JsonWriter *json); // as members of h5p.json
