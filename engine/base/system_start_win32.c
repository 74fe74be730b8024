#include "base/system.h"

#include <windows.h>

static wchar_t *widen(Arena *arena, Str text) {
    int size = MultiByteToWideChar(CP_UTF8, 0, text.text, (int)text.len, NULL, 0);
    wchar_t *wide = arena_push(arena, wchar_t, (ptrdiff_t)size + 1);
    (void)MultiByteToWideChar(CP_UTF8, 0, text.text, (int)text.len, wide, size);
    wide[size] = 0;
    return wide;
}

// As programs take their line apart: in quotes, a backslash before the last one doubled.
static void add_word(StrBuilder *line, Str word) {
    str_addf(line, "%s\"%.*s%s\"", line->count > 0 ? " " : "", S_ARG(word), str_ends(word, S("\\")) ? "\\" : "");
}

bool system_start(const SystemCommand *command) {
    Arena scratch = {0};
    StrBuilder line = {.arena = &scratch};
    add_word(&line, command->program);
    for (int32_t i = 0; i < command->count; i++) {
        add_word(&line, command->arguments[i]);
    }
    const wchar_t *program = widen(&scratch, command->program);
    wchar_t *words = widen(&scratch, str_built(&line)); // which is written to
    STARTUPINFOW how = {.cb = sizeof how};
    PROCESS_INFORMATION started = {0};
    bool done = CreateProcessW(program, words, NULL, NULL, FALSE, DETACHED_PROCESS, NULL, NULL, &how, &started);
    if (done) {
        CloseHandle(started.hThread);
        CloseHandle(started.hProcess);
    }
    arena_finish(&scratch);
    return done;
}
