#include "base/error.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXIT_SYSTEM_REFUSED = 3 };

// clang-format off
static const struct {
    int system;
    ErrorCode code;
} CODES[] = {
    {ENOENT, ERROR_NOT_FOUND},
    {ENOTDIR, ERROR_NOT_FOUND},
    {EISDIR, ERROR_NOT_A_FILE},
    {EACCES, ERROR_NOT_READABLE},
    {EPERM, ERROR_NOT_READABLE},
    {EROFS, ERROR_NOT_WRITABLE},
    {ENOSPC, ERROR_DISK_FULL},
#ifdef EDQUOT
    {EDQUOT, ERROR_DISK_FULL},
#endif
};
// clang-format on

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

ErrorCode error_code_of_errno(int system) {
    for (size_t i = 0; i < sizeof CODES / sizeof CODES[0]; i++) {
        if (CODES[i].system == system) {
            return CODES[i].code;
        }
    }
    return ERROR_SYSTEM;
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
