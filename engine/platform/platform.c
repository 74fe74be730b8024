#include "platform/platform.h"

#include "platform/machine.h"

#include <SDL.h>

static bool open_machine(Platform *platform, const PlatformOptions *options, Error *error) {
    platform->fonts = fonts_create(options->fonts, error);
    if (!platform->fonts) {
        return false;
    }
    bool headless = options->script.len > 0;
    platform->speech = speech_create(headless ? SPEECH_LOG : SPEECH_SYSTEM);
    return headless ? headless_open(platform, options, error) : window_open(platform, options, error);
}

Platform *platform_create(const PlatformOptions *options, Error *error) {
    Arena arena = {0};
    Platform *platform = arena_push(&arena, Platform, 1);
    platform->arena = arena;
    platform->started_ms = SDL_GetTicks64();
    if (!open_machine(platform, options, error)) {
        platform_destroy(platform);
        return NULL;
    }
    return platform;
}

void platform_end_painting(Platform *platform) {
    painter_destroy(platform->painter);
    platform->painter = NULL;
    if (platform->renderer) {
        SDL_DestroyRenderer(platform->renderer);
        platform->renderer = NULL;
    }
}

void platform_destroy(Platform *platform) {
    if (!platform) {
        return;
    }
    speech_destroy(platform->speech);
    platform_end_painting(platform);
    if (platform->window) {
        window_close(platform);
    } else {
        SDL_FreeSurface(platform->surface);
    }
    fonts_destroy(platform->fonts);
    arena_finish(&platform->clipped);
    Arena arena = platform->arena;
    arena_finish(&arena);
    if (SDL_WasInit(0) == 0) {
        SDL_Quit(); // hints and what else is nobody's
    }
}

void platform_ask(Platform *platform, const UiInput *input) {
    UiInput asked = *input;
    asked.now_ms = platform_now_ms(platform);
    platform->frame = platform->app->answer(platform->app->context, &asked, platform->width, platform->height);
    for (int32_t i = 0; i < platform->frame->says.count; i++) {
        const UiUtterance *says = &platform->frame->says.rows[i];
        speech_say(platform->speech, says->text, says->language, says->interrupts);
    }
}

bool platform_run(Platform *platform, const App *app, Error *error) {
    platform->app = app;
    platform_ask(platform, &(UiInput){.kind = INPUT_IDLE});
    if (!platform->window) {
        return headless_run(platform, error);
    }
    window_run(platform);
    return true;
}

Typesetter platform_typesetter(Platform *platform) {
    return fonts_typesetter(platform->fonts);
}

static Str get_system_text(Arena *arena) {
    char *text = SDL_GetClipboardText();
    Str copy = str_copy(arena, str_from_c(text));
    SDL_free(text);
    return copy;
}

static Str get_text(void *context, Arena *arena) {
    const Platform *platform = context;
    return platform->window ? get_system_text(arena) : str_copy(arena, platform->clipboard);
}

static void set_text(void *context, Str text) {
    Platform *platform = context;
    Arena fresh = {0};
    char *copy = str_to_c(&fresh, text); // before the old one goes, for it may be part of it
    arena_finish(&platform->clipped);
    platform->clipped = fresh;
    platform->clipboard = (Str){copy, text.len};
    if (platform->window) {
        SDL_SetClipboardText(copy);
    }
}

Clipboard platform_clipboard(Platform *platform) {
    return (Clipboard){platform, get_text, set_text};
}

void platform_use_family(Platform *platform, FontFamily family) {
    fonts_use_family(platform->fonts, family);
    if (platform->painter) {
        painter_forget(platform->painter);
    }
}

void platform_set_language(Platform *platform, Str language) {
    speech_set_language(platform->speech, language);
}

bool platform_can_speak(Platform *platform) {
    return speech_is_there(platform->speech);
}

void platform_wake(Platform *platform) {
    platform->woken = true;
    if (platform->window) {
        SDL_PushEvent(&(SDL_Event){.type = platform->wake_event});
    }
}

int64_t platform_now_ms(Platform *platform) {
    return platform->window ? (int64_t)(SDL_GetTicks64() - platform->started_ms) : platform->clock_ms;
}
