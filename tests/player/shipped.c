#include "shipped.h"

#include "base/path.h"

#include "desk.h"

FileList shipped_cases(Arena *arena) {
    enum { LEAST = 29 };
    Str folder = S("../scenarios/fr");
    FileList names;
    assert_true(file_list(arena, folder, S(".json"), &names, NULL));
    FileList paths = {.rows = arena_push(arena, Str, names.count)};
    for (int32_t i = 0; i < names.count; i++) {
        if (!str_ends(names.rows[i], S(".test.json"))) {
            paths.rows[paths.count++] = path_join(arena, folder, names.rows[i]);
        }
    }
    assert_true(paths.count >= LEAST);
    return paths;
}
