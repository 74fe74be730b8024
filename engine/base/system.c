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

Str system_data_folder(Arena *arena) {
    Str xdg = system_environment(arena, S("XDG_DATA_HOME"));
    if (path_is_absolute(xdg)) {
        return path_join(arena, xdg, S("palabre"));
    }
    Str home = system_environment(arena, S("HOME"));
    return path_is_absolute(home) ? path_join(arena, home, S(".local/share/palabre")) : (Str){0};
}
