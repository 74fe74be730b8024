// Files compiled into the program, so that a mailed case plays the same everywhere: schema, themes, competencies,
// shared detectors, catalogues. The build makes embedded.c from the list in CMakeLists.txt.
#pragma once

#include "base/str.h"

Str embedded_find(Str name); // bytes of the file of that name ("themes.json", "fr.mo"…); empty when there is none
