#define _GNU_SOURCE // RTLD_NEXT

// Loaded before a program of SDL2's (LD_PRELOAD): when its first picture is in the window, prints the milliseconds
// since FIRST_FRAME_FROM (seconds, as bash's EPOCHREALTIME) and ends the program there. SDL waits for the display to
// have taken the picture before it comes back.
#include <SDL.h>

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

typedef int UpdateRects(SDL_Window *window, const SDL_Rect *rects, int count);

static double to_ms(const struct timespec *time) {
    return (double)time->tv_sec * 1e3 + (double)time->tv_nsec / 1e6;
}

int SDL_UpdateWindowSurfaceRects(SDL_Window *window, const SDL_Rect *rects, int count) {
    UpdateRects *real;
    *(void **)&real = dlsym(RTLD_NEXT, "SDL_UpdateWindowSurfaceRects");
    int status = real(window, rects, count);
    struct timespec now, spent;
    clock_gettime(CLOCK_REALTIME, &now);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    const char *from = getenv("FIRST_FRAME_FROM");
    if (from) {
        double began_ms = strtod(from, NULL) * 1e3;
        printf("%.2f %.2f\n", to_ms(&now) - began_ms, to_ms(&spent));
        fflush(stdout);
        _exit(status == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    return status;
}

int SDL_UpdateWindowSurface(SDL_Window *window) {
    SDL_Rect all = {0, 0, 0, 0};
    SDL_GetWindowSize(window, &all.w, &all.h);
    return SDL_UpdateWindowSurfaceRects(window, &all, 1);
}
