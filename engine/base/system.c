#include "base/system.h"

#include "base/file.h"
#include "base/path.h"

Str system_find_shipped(Arena *arena, Str program, Str name) {
    Str base = path_folder(program);
    Str places[] = {str_format(arena, "%.*s/../share/palabre/%.*s", S_ARG(base), S_ARG(name)),
                    str_format(arena, "%.*s/%.*s", S_ARG(base), S_ARG(name))};
    for (int32_t i = 0; i < COUNT(places); i++) {
        if (file_exists(places[i])) {
            return places[i];
        }
    }
    return places[0];
}

Str system_find_beside(Arena *arena, Str program, Str name) {
    Str path = str_format(arena, "%.*s/%.*s%s", S_ARG(path_folder(program)), S_ARG(name),
                          path_ends(program, S(".exe")) ? ".exe" : "");
    return file_exists(path) ? path : (Str){0};
}

bool system_is_portable(Arena *arena, Str program) {
    return file_exists(path_join(arena, path_folder(program), S("portable.txt")));
}
