// Linked into a program for Windows in the place of what shows a picture (--wrap): when the first is in the window the
// program ends, so that its wall and core time are those of its start. bench/windows measures with it; on Linux
// first_frame.c is loaded before a program.
#include <SDL.h>
#include <windows.h>

// NOLINTBEGIN(bugprone-reserved-identifier): the linker's names
int __real_SDL_UpdateWindowSurface(SDL_Window *window);
int __wrap_SDL_UpdateWindowSurface(SDL_Window *window);
int __real_SDL_UpdateWindowSurfaceRects(SDL_Window *window, const SDL_Rect *rects, int count);
int __wrap_SDL_UpdateWindowSurfaceRects(SDL_Window *window, const SDL_Rect *rects, int count);

static int end(int status) {
    (void)TerminateProcess(GetCurrentProcess(), status == 0 ? 0 : 1);
    return status;
}

int __wrap_SDL_UpdateWindowSurface(SDL_Window *window) {
    return end(__real_SDL_UpdateWindowSurface(window));
}

int __wrap_SDL_UpdateWindowSurfaceRects(SDL_Window *window, const SDL_Rect *rects, int count) {
    return end(__real_SDL_UpdateWindowSurfaceRects(window, rects, count));
}
// NOLINTEND(bugprone-reserved-identifier)
