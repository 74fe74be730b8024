#include "base/file.h"

#include "base/path.h"

int32_t file_free_number(Str path) {
    enum { MOST = 1000 };
    Arena scratch = {0};
    int32_t number = 1;
    while (number < MOST && file_exists(path_numbered(&scratch, path, number))) {
        number++;
    }
    arena_finish(&scratch);
    return number;
}
