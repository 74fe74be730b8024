#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)
#define _DEFAULT_SOURCE 1 // NOLINT(readability-identifier-naming): TIOCGWINSZ

#include "base/path.h"
#include "base/system.h"
#include "base/utf8.h"

#include <limits.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

// localtime_r alone need not look whether the zone has changed.
static Str tell_now(Arena *arena, const char *format, Str otherwise) {
    char text[16];
    struct tm local;
    time_t now = time(NULL);
    tzset();
    bool told = localtime_r(&now, &local) != NULL && strftime(text, sizeof text, format, &local) > 0;
    return str_copy(arena, told ? str_from_c(text) : otherwise);
}

Str system_today(Arena *arena) {
    return tell_now(arena, "%Y-%m-%d", S("1970-01-01"));
}

Str system_time(Arena *arena) {
    return tell_now(arena, "%H:%M", S("00:00"));
}

int32_t system_process(void) {
    return (int32_t)getpid();
}

Str system_host(Arena *arena) {
    char name[HOST_NAME_MAX + 1] = {0};
    bool told = gethostname(name, sizeof name - 1) == 0 && utf8_find_invalid(str_from_c(name)) < 0;
    return str_copy(arena, told ? str_from_c(name) : (Str){0});
}

Str system_environment(Arena *arena, Str name) {
    Str value = str_from_c(getenv(str_to_c(arena, name)));
    return utf8_find_invalid(value) < 0 ? str_copy(arena, value) : (Str){0};
}

void system_begin_utf8(void) {
    (void)setlocale(LC_CTYPE, "C.UTF-8");
}

uint64_t system_seed(void) {
    return (uint64_t)time(NULL);
}

void system_ignore_broken_pipes(void) {
    (void)signal(SIGPIPE, SIG_IGN);
}

int32_t system_columns(void) {
    struct winsize size = {0};
    return isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static int64_t clock_us(clockid_t clock) {
    struct timespec time = {0};
    (void)clock_gettime(clock, &time);
    return (int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

int64_t system_cpu_us(void) {
    return clock_us(CLOCK_PROCESS_CPUTIME_ID);
}

int64_t system_clock_us(void) {
    return clock_us(CLOCK_MONOTONIC);
}

int64_t system_slept_ms(void) {
#ifdef CLOCK_BOOTTIME
    return (clock_us(CLOCK_BOOTTIME) - clock_us(CLOCK_MONOTONIC)) / 1000;
#else
    return 0;
#endif
}

Str system_program(Arena *arena, Str called) {
    char path[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path);
    bool told = len > 0 && len < (ssize_t)sizeof path;
    return told ? str_copy(arena, (Str){path, len})
                : system_find_command(arena, called, system_environment(arena, S("PATH")));
}

Str system_find_command(Arena *arena, Str called, Str folders) {
    if (str_find(called, S("/")) < 0) {
        while (folders.len > 0) {
            Str path = path_join(arena, str_cut(&folders, ':'), called);
            if (access(str_to_c(arena, path), X_OK) == 0) {
                return path;
            }
        }
    }
    return str_copy(arena, called);
}

// A thread's memory stays in a heap of its own.
void system_give_back_memory(void) {
#ifdef __GLIBC__
    (void)malloc_trim(0);
#endif
}

Str system_data_folder(Arena *arena) {
    Str xdg = system_environment(arena, S("XDG_DATA_HOME"));
    if (path_is_absolute(xdg)) {
        return path_join(arena, xdg, S("palabre"));
    }
    Str home = system_environment(arena, S("HOME"));
    return path_is_absolute(home) ? path_join(arena, home, S(".local/share/palabre")) : (Str){0};
}

Str system_documents_folder(Arena *arena) {
    (void)arena;
    return (Str){0};
}
