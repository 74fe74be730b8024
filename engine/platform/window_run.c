#include "platform/machine.h"

#include <SDL.h>

enum { EVENTS_MOST = 64 }; // answered before there is a picture again

static void ask(Platform *platform, const UiInput *input) {
    platform_ask(platform, input);
    window_follow(platform);
}

// Of a pointer's way only the last place matters, as long as nothing else happened meanwhile.
static bool is_overtaken(const SDL_Event *event) {
    SDL_Event next;
    return event->type == SDL_MOUSEMOTION && SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, 0, SDL_LASTEVENT) == 1 &&
           next.type == SDL_MOUSEMOTION;
}

// The key that is held for others and does nothing alone: it silences what is being said, as screen readers do.
static bool silences(const SDL_Event *event) {
    return event->type == SDL_KEYDOWN && (event->key.keysym.sym == SDLK_LCTRL || event->key.keysym.sym == SDLK_RCTRL);
}

void window_handle(Platform *platform, const SDL_Event *event) {
    UiInput input;
    if (silences(event)) {
        speech_stop(platform->speech);
    }
    if (event->type == SDL_WINDOWEVENT && event->window.event == SDL_WINDOWEVENT_EXPOSED) {
        window_expose(platform);
    }
    if (event->type == SDL_RENDER_TARGETS_RESET || event->type == SDL_RENDER_DEVICE_RESET) {
        window_resize(platform);
    }
    if (is_overtaken(event) || !window_translate(platform, event, &input)) {
        return;
    }
    if (input.kind == INPUT_KEY && input.key == KEY_F11) {
        window_toggle_full_screen(platform);
        return;
    }
    if (input.kind == INPUT_RESIZE) {
        window_resize(platform);
    }
    ask(platform, &input);
}

static int32_t wait_ms(Platform *platform) {
    int64_t wake_at_ms = platform->frame->wake_at_ms;
    if (wake_at_ms == 0) {
        return -1;
    }
    return (int32_t)SDL_clamp(wake_at_ms - platform_now_ms(platform), 1, 60 * 60 * 1000);
}

void window_run(Platform *platform) {
    window_follow(platform);
    window_paint(platform);
    while (!platform->frame->done) {
        SDL_Event event;
        bool any = SDL_WaitEventTimeout(&event, wait_ms(platform)) != 0;
        for (int32_t i = 0; any && !platform->frame->done; i++) {
            window_handle(platform, &event);
            any = i < EVENTS_MOST && SDL_PollEvent(&event) != 0;
        }
        int64_t wake_at_ms = platform->frame->wake_at_ms;
        if (wake_at_ms != 0 && wake_at_ms <= platform_now_ms(platform) && !platform->frame->done) {
            ask(platform, &(UiInput){.kind = INPUT_IDLE});
        }
        window_paint(platform);
    }
}
