#include "base/path.h"

Str path_join(Arena *arena, Str folder, Str name) {
    bool apart = folder.len > 0 && !str_ends(folder, S("/"));
    return str_format(arena, "%.*s%s%.*s", S_ARG(folder), apart ? "/" : "", S_ARG(name));
}

static ptrdiff_t name_start(Str path) {
    ptrdiff_t start = path.len;
    while (start > 0 && path.text[start - 1] != '/') {
        start--;
    }
    return start;
}

Str path_folder(Str path) {
    ptrdiff_t start = name_start(path);
    return start == 0 ? S(".") : str_slice(path, 0, start > 1 ? start - 1 : 1);
}

Str path_name(Str path) {
    return str_slice(path, name_start(path), path.len);
}

bool path_is_absolute(Str path) {
    return str_begins(path, S("/"));
}
