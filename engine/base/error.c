#include "base/error.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXIT_SYSTEM_REFUSED = 3 };

// The end of a path tells more than its beginning.
static void copy_path(char *to, ptrdiff_t room, Str path) {
    Str dots = {0};
    if (path.len >= room) {
        dots = S("…");
        path = str_slice(path, path.len - (room - 1 - dots.len), path.len);
        while (path.len > 0 && ((unsigned char)path.text[0] & 0xC0) == 0x80) {
            path = str_slice(path, 1, path.len);
        }
    }
    snprintf(to, (size_t)room, "%.*s%.*s", S_ARG(dots), S_ARG(path));
}

bool error_set(Error *error, ErrorCode code, int system, Str path) {
    if (error) {
        error->code = code;
        error->system = system;
        copy_path(error->path, (ptrdiff_t)sizeof error->path, path);
    }
    return false;
}

void error_abort(const char *file, int line, const char *condition) {
    fprintf(stderr, "%s:%d: %s\n", file, line, condition);
    abort();
}

// In both languages, for no catalogue can be reached from here; and without atexit handlers, which might want memory.
void error_out_of_memory(void) {
    fputs("Palabre : il n’y a plus de mémoire, le programme s’arrête. / Palabre: out of memory, stopping.\n", stderr);
    _Exit(EXIT_SYSTEM_REFUSED);
}
