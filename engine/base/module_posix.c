#include "base/module.h"

#include <dlfcn.h>
#include <string.h>

Module *module_open(Str name) {
    Arena arena = {0};
    Module *module = dlopen(str_to_c(&arena, name), RTLD_NOW | RTLD_LOCAL);
    arena_finish(&arena);
    return module;
}

// A pointer to data is not one to a function in C; on every system with shared libraries they look the same.
bool module_find(Module *module, const char *name, void *to) {
    void *function = dlsym(module, name);
    memcpy(to, &function, sizeof function);
    return function != NULL;
}

void module_close(Module *module) {
    if (module) {
        (void)dlclose(module);
    }
}
