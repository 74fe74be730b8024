#include "shipped.h"

#include "base/path.h"

#include "desk.h"

FileList shipped_cases(Arena *arena, int32_t step) {
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
    int32_t every = getenv("PALABRE_PROPERTY_FACTOR") ? 1 : step, kept = 0; // NOLINT(concurrency-mt-unsafe)
    for (int32_t i = 0; i < paths.count; i += every) {
        paths.rows[kept++] = paths.rows[i];
    }
    paths.count = kept;
    return paths;
}
