#include "base/module.h"

#include <string.h>
#include <windows.h>

Module *module_open(Str name) {
    Arena arena = {0};
    HMODULE module = LoadLibraryA(str_to_c(&arena, name));
    arena_finish(&arena);
    return (Module *)module;
}

bool module_find(Module *module, const char *name, void *to) {
    FARPROC function = GetProcAddress((HMODULE)module, name);
    memcpy(to, &function, sizeof function);
    return function != NULL;
}

void module_close(Module *module) {
    if (module) {
        (void)FreeLibrary((HMODULE)module);
    }
}
