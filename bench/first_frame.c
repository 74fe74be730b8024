#define _GNU_SOURCE // RTLD_NEXT

// Loaded before a program of SDL2's (LD_PRELOAD): when its first picture is in the window, prints the milliseconds
// since FIRST_FRAME_FROM (seconds, as bash's EPOCHREALTIME), and those of them on a core, and ends the program there.
// SDL waits for the display to have taken the picture before it comes back. With FIRST_FRAME_SETTLED the last picture
// counts: that after which none came for so many milliseconds.
#include <SDL.h>

#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

typedef int UpdateRects(SDL_Window *window, const SDL_Rect *rects, int count);

static double to_ms(const struct timespec *time) {
    return (double)time->tv_sec * 1e3 + (double)time->tv_nsec / 1e6;
}

static char told[64];

// Only what a signal handler may call.
static void end(int signal) {
    (void)signal;
    size_t len = 0;
    while (told[len] != '\0') {
        len++;
    }
    _exit(write(STDOUT_FILENO, told, len) == (ssize_t)len ? EXIT_SUCCESS : EXIT_FAILURE);
}

static void end_once_settled(long ms) {
    signal(SIGALRM, end);
    setitimer(ITIMER_REAL, &(struct itimerval){.it_value = {ms / 1000, ms % 1000 * 1000}}, NULL);
}

int SDL_UpdateWindowSurfaceRects(SDL_Window *window, const SDL_Rect *rects, int count) {
    UpdateRects *real;
    *(void **)&real = dlsym(RTLD_NEXT, "SDL_UpdateWindowSurfaceRects");
    int status = real(window, rects, count);
    struct timespec now, spent;
    clock_gettime(CLOCK_REALTIME, &now);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    const char *from = getenv("FIRST_FRAME_FROM"), *settled = getenv("FIRST_FRAME_SETTLED");
    if (from) {
        (void)snprintf(told, sizeof told, "%.2f %.2f\n", to_ms(&now) - strtod(from, NULL) * 1e3, to_ms(&spent));
    }
    if (from && settled) {
        end_once_settled(strtol(settled, NULL, 10));
    } else if (from) {
        end(0);
    }
    return status;
}

int SDL_UpdateWindowSurface(SDL_Window *window) {
    SDL_Rect all = {0, 0, 0, 0};
    SDL_GetWindowSize(window, &all.w, &all.h);
    return SDL_UpdateWindowSurfaceRects(window, &all, 1);
}
