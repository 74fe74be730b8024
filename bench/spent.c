// What a command takes:  spent COMMAND…
// Runs it, its standard output thrown away, and prints one line of JSON: seconds by the wall and on a core, and the
// most memory that it had.
#define _DEFAULT_SOURCE // wait4

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double read_clock(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double seconds(struct timeval time) {
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv) {
    double begun = read_clock();
    pid_t child = argc > 1 ? fork() : -1;
    if (child == 0) {
        (void)freopen("/dev/null", "w", stdout);
        (void)execvp(argv[1], argv + 1);
        _exit(127);
    }
    int status = 1;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
        (void)fprintf(stderr, "spent: the command failed\n");
        return 1;
    }
    printf("{\"wall_s\": %.3f, \"core_s\": %.3f, \"resident\": %ld}\n", read_clock() - begun,
           seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss * 1024);
    return 0;
}
