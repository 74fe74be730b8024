#include "quiet.h"

#include <SDL.h>

static int comes_through(void *context, SDL_Event *event) {
    (void)context;
    if (event->type != SDL_WINDOWEVENT || event->window.data1 == QUIET_PUSHED) {
        return 1;
    }
    Uint8 kind = event->window.event;
    return kind != SDL_WINDOWEVENT_ENTER && kind != SDL_WINDOWEVENT_LEAVE && kind != SDL_WINDOWEVENT_FOCUS_GAINED &&
           kind != SDL_WINDOWEVENT_FOCUS_LOST;
}

void quiet_driver(void) {
    SDL_SetEventFilter(comes_through, NULL);
}
