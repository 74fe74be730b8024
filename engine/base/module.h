// A library that a program looks for on the machine while it runs, and does without where it is not.
//
//     Module *module = module_open(S("libhunspell-1.7.so.0"));      // NULL: it is not there
//     int (*spell)(void *, const char *);
//     fine = module_find(module, "Hunspell_spell", &spell);          // false: it has nothing of that name
//     module_close(module);                                          // its functions go with it
#pragma once

#include "base/str.h"

typedef struct Module Module;

Module *module_open(Str name); // as the system's loader finds it
// `to`: a pointer to a function, of the type that stands in the header of the library.
bool module_find(Module *module, const char *name, void *to);
void module_close(Module *module); // NULL is fine

// The same of the library of our own that links what only some of what is done needs (cmake/shared.cmake). It stays
// open.
bool module_find_door(const char *name, void *to);
