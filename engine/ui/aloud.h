// A line that is spoken, out of its parts.
#pragma once

#include "base/str.h"

void aloud_add(StrBuilder *line, Str part); // after what the line says already, with a comma unless that was closed
