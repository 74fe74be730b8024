#include "platform/speech_dispatcher.h"

#include <SDL.h>

// As in libspeechd.h.
enum { SPD_MODE_SINGLE = 0, SPD_MESSAGE = 2 };

// A pointer to data is not one to a function in C; on every system with shared libraries they look the same.
static bool find_function(const Dispatcher *dispatcher, const char *name, void *to) {
    void *function = SDL_LoadFunction(dispatcher->library, name);
    SDL_memcpy(to, &function, sizeof function);
    return function != NULL;
}

static bool find_functions(Dispatcher *dispatcher) {
    return find_function(dispatcher, "spd_open2", &dispatcher->open) &&
           find_function(dispatcher, "spd_say", &dispatcher->say) &&
           find_function(dispatcher, "spd_set_language", &dispatcher->set_language) &&
           find_function(dispatcher, "spd_cancel", &dispatcher->cancel) &&
           find_function(dispatcher, "spd_close", &dispatcher->close);
}

// Looked for again each time: it may be installed while the program runs.
static bool load(Dispatcher *dispatcher) {
    if (dispatcher->library) {
        return true;
    }
    dispatcher->library = SDL_LoadObject("libspeechd.so.2");
    if (dispatcher->library && !find_functions(dispatcher)) {
        dispatcher->library = NULL;
    }
    return dispatcher->library != NULL;
}

bool dispatcher_open(Dispatcher *dispatcher) {
    if (!load(dispatcher)) {
        return false;
    }
    // The library ends the program rather than fail when it is given no place for its words.
    char *error = NULL;
    dispatcher->connection = dispatcher->open("palabre", "main", NULL, SPD_MODE_SINGLE, NULL, 1, &error);
    if (error && find_function(dispatcher, "g_free", &dispatcher->free_text)) {
        dispatcher->free_text(error);
    }
    return dispatcher->connection != NULL;
}

static bool use_language(Dispatcher *dispatcher, const char *language) {
    bool same = !language || (dispatcher->language && SDL_strcmp(language, dispatcher->language) == 0);
    if (same) {
        return true;
    }
    size_t size = SDL_strlen(language) + 1;
    dispatcher->language = SDL_realloc(dispatcher->language, size);
    if (!dispatcher->language) {
        return false;
    }
    SDL_memcpy(dispatcher->language, language, size);
    return dispatcher->set_language(dispatcher->connection, language) == 0;
}

bool dispatcher_say(Dispatcher *dispatcher, const char *text, const char *language) {
    return use_language(dispatcher, language) && dispatcher->say(dispatcher->connection, SPD_MESSAGE, text) >= 0;
}

bool dispatcher_cancel(Dispatcher *dispatcher) {
    return dispatcher->cancel(dispatcher->connection) == 0;
}

void dispatcher_close(Dispatcher *dispatcher) {
    if (dispatcher->connection) {
        dispatcher->close(dispatcher->connection);
    }
    dispatcher->connection = NULL;
    SDL_free(dispatcher->language);
    dispatcher->language = NULL;
}
