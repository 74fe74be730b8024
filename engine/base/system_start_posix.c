#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "base/system.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

// Between fork and exec, where another thread may hold any lock: only what a signal handler may call.
static _Noreturn void become(char *const *words, int report) {
    pid_t child = setsid() < 0 ? -1 : fork(); // the one between ends, so that nobody has to wait for this one
    if (child == 0) {
        int nowhere = open("/dev/null", O_RDWR);
        for (int file = STDIN_FILENO; nowhere >= 0 && file <= STDERR_FILENO; file++) {
            (void)dup2(nowhere, file);
        }
        (void)execv(words[0], words);
    }
    if (child <= 0) {
        (void)!write(report, &errno, sizeof errno);
    }
    _exit(0);
}

// A pipe that closes by itself where the program begins, and else brings why it did not.
static bool start(char *const *words) {
    int pipes[2], system = 0;
    if (pipe(pipes) != 0) {
        return false;
    }
    (void)fcntl(pipes[0], F_SETFD, FD_CLOEXEC);
    (void)fcntl(pipes[1], F_SETFD, FD_CLOEXEC);
    pid_t child = fork();
    if (child == 0) {
        become(words, pipes[1]);
    }
    close(pipes[1]);
    while (child > 0 && waitpid(child, NULL, 0) < 0 && errno == EINTR) {
    }
    bool started = child > 0 && read(pipes[0], &system, sizeof system) == 0;
    close(pipes[0]);
    return started;
}

bool system_start(const SystemCommand *command) {
    Arena scratch = {0};
    char *words[COUNT(command->arguments) + 2] = {str_to_c(&scratch, command->program)};
    for (int32_t i = 0; i < command->count; i++) {
        words[i + 1] = str_to_c(&scratch, command->arguments[i]);
    }
    bool started = start(words);
    arena_finish(&scratch);
    return started;
}
