// An empty folder of a test's own, where temporary files go on this machine. Its includer asks for mkdtemp.
#pragma once

#include "base/file.h"
#include "base/path.h"
#include "base/system.h"

#include <stdio.h>
#include <stdlib.h>

// Empty: it could not be made. Lives in `arena`; the test takes it away.
#ifdef _WIN32 // has no mkdtemp
static inline Str temporary_folder(Arena *arena) {
    Str folder = {0};
    for (int32_t i = 0; i == 0 || file_is_folder(folder); i++) {
        Str name = str_format(arena, "palabre-test-%d-%d", system_process(), i);
        folder = path_join(arena, system_environment(arena, S("TEMP")), name);
    }
    return file_make_private(folder, NULL) ? folder : (Str){0};
}
#else
static inline Str temporary_folder(Arena *arena) {
    Str wanted = system_environment(arena, S("TMPDIR"));
    Str name = path_join(arena, wanted.len > 0 ? wanted : str_from_c(P_tmpdir), S("palabre-test-XXXXXX"));
    return str_from_c(mkdtemp(str_to_c(arena, name)));
}
#endif
