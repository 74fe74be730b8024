#include "platform/speech.h"

#include "base/error.h"

#include <SDL.h>

// speech-dispatcher may have to be started first, which takes a second, and its answers come over a socket: all that
// talks to it stands on a thread of its own, which takes orders from a queue and sleeps while that is empty.
enum { ORDERS_MOST = 64, FIRST_ANSWER_MS = 200, LAST_ANSWER_MS = 300, TEXT_MOST = 16 * 1024 };

// Of libspeechd.h, which is not needed for building.
enum { SPD_MODE_SINGLE = 0, SPD_MESSAGE = 2 };

typedef struct {
    void *library;
    void *connection;
    void *(*open)(const char *client, const char *connection, const char *user, int mode, const void *address,
                  int autospawn, char **error);
    int (*say)(void *connection, int priority, const char *text);
    int (*set_language)(void *connection, const char *language);
    int (*cancel)(void *connection);
    void (*close)(void *connection);
    void (*free_text)(void *text); // GLib's, on which the library stands
    char *language;                // SDL's; what was set last
} Dispatcher;

typedef enum { ORDER_SAY, ORDER_STOP, ORDER_END } OrderKind;

typedef struct {
    OrderKind kind;
    char *text, *language; // SDL's; NULL: none
} Order;

typedef enum { STATE_CONNECTING, STATE_THERE, STATE_ABSENT } SpeechState;

struct Speech {
    Arena arena;
    SpeechBackend backend;
    StrBuilder log;
    bool begun; // connecting, or more
    SDL_Thread *thread;
    SDL_mutex *lock; // over what follows
    SDL_cond *changed;
    SpeechState state;
    bool ended; // the thread
    Order orders[ORDERS_MOST];
    int32_t order_count;
    char *language; // SDL's; of what is said in no other
};

Speech *speech_create(SpeechBackend backend) {
    Arena arena = {0};
    Speech *speech = arena_push(&arena, Speech, 1);
    speech->arena = arena;
    speech->backend = backend;
    speech->log.arena = &speech->arena;
    speech->lock = SDL_CreateMutex();
    speech->changed = SDL_CreateCond();
    if (!speech->lock || !speech->changed) {
        error_out_of_memory();
    }
    return speech;
}

// A pointer to data is not one to a function in C; on every system with shared libraries they look the same.
static bool find_function(const Dispatcher *dispatcher, const char *name, void *to) {
    void *function = SDL_LoadFunction(dispatcher->library, name);
    SDL_memcpy(to, &function, sizeof function);
    return function != NULL;
}

static bool connect(Dispatcher *dispatcher) {
    dispatcher->library = SDL_LoadObject("libspeechd.so.2");
    if (!dispatcher->library || !find_function(dispatcher, "spd_open2", &dispatcher->open) ||
        !find_function(dispatcher, "spd_say", &dispatcher->say) ||
        !find_function(dispatcher, "spd_set_language", &dispatcher->set_language) ||
        !find_function(dispatcher, "spd_cancel", &dispatcher->cancel) ||
        !find_function(dispatcher, "spd_close", &dispatcher->close)) {
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

// The library stays loaded: GLib, which comes with it, cannot be unloaded.
static void disconnect(Dispatcher *dispatcher) {
    if (dispatcher->connection) {
        dispatcher->cancel(dispatcher->connection);
        dispatcher->close(dispatcher->connection);
    }
    SDL_free(dispatcher->language);
}

static void set_state(Speech *speech, SpeechState state) {
    SDL_LockMutex(speech->lock);
    speech->state = state;
    SDL_CondBroadcast(speech->changed);
    SDL_UnlockMutex(speech->lock);
}

static Order take_order(Speech *speech) {
    SDL_LockMutex(speech->lock);
    while (speech->order_count == 0) {
        SDL_CondWait(speech->changed, speech->lock);
    }
    Order order = speech->orders[0];
    speech->order_count--;
    SDL_memmove(speech->orders, speech->orders + 1, (size_t)speech->order_count * sizeof order);
    SDL_UnlockMutex(speech->lock);
    return order;
}

static void use_language(Dispatcher *dispatcher, const char *language) {
    bool same = !language || (dispatcher->language && SDL_strcmp(language, dispatcher->language) == 0);
    if (!same) {
        SDL_free(dispatcher->language);
        dispatcher->language = SDL_strdup(language);
        dispatcher->set_language(dispatcher->connection, language);
    }
}

static void carry_out(Dispatcher *dispatcher, Order order) {
    if (order.kind == ORDER_SAY) {
        use_language(dispatcher, order.language);
        dispatcher->say(dispatcher->connection, SPD_MESSAGE, order.text);
    } else if (order.kind == ORDER_STOP) {
        dispatcher->cancel(dispatcher->connection);
    }
}

static void free_order(Order *order) {
    SDL_free(order->text);
    SDL_free(order->language);
}

static int speak(void *context) {
    Speech *speech = context;
    Dispatcher dispatcher = {0};
    bool there = connect(&dispatcher);
    set_state(speech, there ? STATE_THERE : STATE_ABSENT);
    Order order = {.kind = ORDER_STOP};
    while (there && order.kind != ORDER_END) {
        order = take_order(speech);
        carry_out(&dispatcher, order);
        free_order(&order);
    }
    disconnect(&dispatcher);
    SDL_LockMutex(speech->lock);
    speech->ended = true;
    SDL_CondBroadcast(speech->changed);
    SDL_UnlockMutex(speech->lock);
    return 0;
}

static char *copy_text(Str text) {
    if (text.len == 0) {
        return NULL;
    }
    size_t len = (size_t)SDL_min(text.len, TEXT_MOST);
    char *copy = SDL_malloc(len + 1);
    if (!copy) {
        error_out_of_memory();
    }
    SDL_memcpy(copy, text.text, len);
    copy[len] = '\0';
    return copy;
}

// When too much waits, what is oldest is not said any more: whoever listens wants to know where they are now.
static void add_order(Speech *speech, OrderKind kind, Str text, Str language) {
    SDL_LockMutex(speech->lock);
    if (speech->order_count == ORDERS_MOST) {
        free_order(&speech->orders[0]);
        speech->order_count--;
        SDL_memmove(speech->orders, speech->orders + 1, (size_t)speech->order_count * sizeof *speech->orders);
    }
    speech->orders[speech->order_count++] = (Order){kind, copy_text(text), copy_text(language)};
    SDL_CondBroadcast(speech->changed);
    SDL_UnlockMutex(speech->lock);
}

static void drop_orders(Speech *speech) {
    SDL_LockMutex(speech->lock);
    for (int32_t i = 0; i < speech->order_count; i++) {
        free_order(&speech->orders[i]);
    }
    speech->order_count = 0;
    SDL_UnlockMutex(speech->lock);
}

static void begin(Speech *speech) {
    if (speech->begun) {
        return;
    }
    speech->begun = true;
    speech->thread = SDL_CreateThread(speak, "speech", speech);
    if (!speech->thread) {
        speech->state = STATE_ABSENT;
    }
}

// The clock is read once: what is left of the time never wraps round. False: it is over.
static bool wait_for_change(Speech *speech, Uint64 until) {
    Uint64 now = SDL_GetTicks64();
    return now < until && SDL_CondWaitTimeout(speech->changed, speech->lock, (Uint32)(until - now)) >= 0;
}

static SpeechState state_after(Speech *speech, Uint32 most_ms) {
    Uint64 until = SDL_GetTicks64() + most_ms;
    SDL_LockMutex(speech->lock);
    while (speech->state == STATE_CONNECTING && wait_for_change(speech, until)) {
    }
    SpeechState state = speech->state;
    SDL_UnlockMutex(speech->lock);
    return state;
}

bool speech_is_there(Speech *speech) {
    if (speech->backend == SPEECH_LOG) {
        return true;
    }
    bool first = !speech->begun;
    begin(speech);
    return state_after(speech, first ? FIRST_ANSWER_MS : 0) != STATE_ABSENT;
}

void speech_set_language(Speech *speech, Str language) {
    if (speech->backend == SPEECH_LOG) {
        return;
    }
    SDL_free(speech->language);
    speech->language = copy_text(language);
}

static void log_utterance(Speech *speech, Str text) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        str_add_char(&speech->log, text.text[i] == '\n' || text.text[i] == '\r' ? ' ' : text.text[i]);
    }
    str_add_char(&speech->log, '\n');
}

void speech_say(Speech *speech, Str text, Str language, bool interrupts) {
    if (str_trim(text).len == 0) {
        return;
    }
    if (speech->backend == SPEECH_LOG) {
        log_utterance(speech, text);
        return;
    }
    begin(speech);
    if (state_after(speech, 0) == STATE_ABSENT) {
        return;
    }
    if (interrupts) {
        speech_stop(speech);
    }
    add_order(speech, ORDER_SAY, text, language.len > 0 || !speech->language ? language : str_from_c(speech->language));
}

void speech_stop(Speech *speech) {
    if (speech->thread && state_after(speech, 0) != STATE_ABSENT) {
        drop_orders(speech);
        add_order(speech, ORDER_STOP, (Str){0}, (Str){0});
    }
}

Str speech_log(const Speech *speech) {
    return str_built(&speech->log);
}

static bool end_thread(Speech *speech) {
    drop_orders(speech);
    add_order(speech, ORDER_END, (Str){0}, (Str){0});
    Uint64 until = SDL_GetTicks64() + LAST_ANSWER_MS;
    SDL_LockMutex(speech->lock);
    while (!speech->ended && wait_for_change(speech, until)) {
    }
    bool ended = speech->ended;
    SDL_UnlockMutex(speech->lock);
    if (ended) {
        SDL_WaitThread(speech->thread, NULL);
    } else {
        SDL_DetachThread(speech->thread);
    }
    return ended;
}

// A dispatcher that hangs keeps its thread, and with it what the thread works on; it must not keep the window.
void speech_destroy(Speech *speech) {
    if (!speech || (speech->thread && !end_thread(speech))) {
        return;
    }
    for (int32_t i = 0; i < speech->order_count; i++) {
        free_order(&speech->orders[i]);
    }
    SDL_free(speech->language);
    SDL_DestroyCond(speech->changed);
    SDL_DestroyMutex(speech->lock);
    Arena arena = speech->arena;
    arena_finish(&arena);
}
