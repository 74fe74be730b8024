// Where the C library of Windows enters a program (-municode): its words come in UTF-16, and main takes UTF-8.
#include "base/arena.h"
#include "base/str.h"

#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

int main(int argc, char **argv);
int wmain(int argc, wchar_t **argv);

// Half a character becomes U+FFFD: a path that holds one is then not found.
static char *narrow(Arena *arena, const wchar_t *wide) {
    int size = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
    char *text = arena_push(arena, char, (ptrdiff_t)size + 1);
    (void)WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, size, NULL, NULL);
    return text;
}

// A program with a window has no console; started in one, what it prints is to be seen there.
static void join_console(void) {
    bool printed_to = GetStdHandle(STD_OUTPUT_HANDLE) != NULL || GetStdHandle(STD_ERROR_HANDLE) != NULL;
    if (!printed_to && AttachConsole(ATTACH_PARENT_PROCESS)) {
        (void)freopen("CONOUT$", "wb", stdout);
        (void)freopen("CONOUT$", "wb", stderr);
    }
}

// Bytes stay what they are, and what a console shows is UTF-8.
static void begin_streams(void) {
    join_console();
    (void)_setmode(_fileno(stdin), _O_BINARY);
    (void)_setmode(_fileno(stdout), _O_BINARY);
    (void)_setmode(_fileno(stderr), _O_BINARY);
    (void)SetConsoleOutputCP(CP_UTF8);
}

int wmain(int argc, wchar_t **argv) {
    Arena arena = {0};
    UINT code_page = GetConsoleOutputCP();
    begin_streams();
    char **words = arena_push(&arena, char *, (ptrdiff_t)argc + 1);
    for (int i = 0; i < argc; i++) {
        words[i] = narrow(&arena, argv[i]);
    }
    int status = main(argc, words);
    arena_finish(&arena);
    (void)fflush(NULL);
    (void)SetConsoleOutputCP(code_page); // the console outlives the program
    return status;
}
