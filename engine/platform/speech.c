#include "platform/speech.h"

#include "base/system.h"
#include "platform/speech_dispatcher.h"
#include "platform/speech_piece.h"

#include <SDL.h>

// speech-dispatcher may have to be started first, which takes a second, its answers come over a socket, and it may be
// restarted under us: all that talks to it stands on a thread of its own, which takes orders from a queue and sleeps
// while that is empty.
enum {
    ORDERS_MOST = 1024, // a long debrief, read from beginning to end
    PIECE_MOST = 4 * 1024,
    LAST_ANSWER_MS = 300,
    PATIENCE_MS = 4000, // after which the service counts as silent
    RETRY_MS = 4000,
    RETRY_MOST_MS = 64000
};

typedef struct {
    bool says;             // else silence
    char *text, *language; // SDL's; language NULL: as before
} Order;

struct Speech {
    Arena arena;
    SpeechBackend backend;
    SpeechWake *wake;
    void *context;
    StrBuilder log;
    char *language; // SDL's; of what is said in no other
    SDL_Thread *thread;
    SDL_mutex *lock; // over what follows
    SDL_cond *changed;
    bool wanted, ending, ended; // ended: the thread
    VoiceState voice, told;     // told: what speech_voice returned last
    Uint64 asked_at;            // since when the thread waits for the service; 0: it does not
    Order *orders;              // ORDERS_MOST of them
    int32_t order_count;
    int32_t stops; // how often the queue was emptied
    bool hurries;  // something is to be said that was not when the service was tried last

    // The thread's own.
    Uint64 tried_at;
    Uint32 pause_ms; // to the next try, while nothing new is to be said
};

Speech *speech_create(SpeechBackend backend, SpeechWake *wake, void *context) {
    Arena arena = {0};
    Speech *speech = arena_push(&arena, Speech, 1);
    *speech = (Speech){.arena = arena, .backend = backend, .wake = wake, .context = context};
    speech->log.arena = &speech->arena;
    speech->orders = arena_push(&speech->arena, Order, ORDERS_MOST);
    speech->lock = SDL_CreateMutex();
    speech->changed = SDL_CreateCond();
    if (!speech->lock || !speech->changed) {
        error_out_of_memory();
    }
    return speech;
}

static void free_order(Order *order) {
    SDL_free(order->text);
    SDL_free(order->language);
}

static VoiceState voice_now(const Speech *speech) {
    bool overdue = speech->asked_at != 0 && SDL_GetTicks64() - speech->asked_at >= PATIENCE_MS;
    return overdue ? VOICE_SILENT : speech->voice;
}

// Under the lock, so that nobody is woken any more once the program ends.
static void tell_news(const Speech *speech, VoiceState before) {
    if (voice_now(speech) != before && !speech->ending && speech->wake) {
        speech->wake(speech->context);
    }
}

// The service is asked, or has answered.
static void set_asked(Speech *speech, bool asked) {
    SDL_LockMutex(speech->lock);
    VoiceState before = voice_now(speech);
    speech->asked_at = asked ? SDL_max(SDL_GetTicks64(), 1) : 0;
    tell_news(speech, before);
    SDL_UnlockMutex(speech->lock);
}

static void set_voice(Speech *speech, VoiceState voice) {
    SDL_LockMutex(speech->lock);
    VoiceState before = voice_now(speech);
    speech->voice = voice;
    tell_news(speech, before);
    SDL_UnlockMutex(speech->lock);
}

// False: the program ends. `stops`: how often the queue had been emptied by then.
static bool take_order(Speech *speech, Order *order, int32_t *stops) {
    SDL_LockMutex(speech->lock);
    while (speech->order_count == 0 && !speech->ending) {
        SDL_CondWait(speech->changed, speech->lock);
    }
    bool taken = !speech->ending;
    if (taken) {
        *order = speech->orders[0];
        *stops = speech->stops;
        speech->order_count--;
        SDL_memmove(speech->orders, speech->orders + 1, (size_t)speech->order_count * sizeof *order);
    }
    SDL_UnlockMutex(speech->lock);
    return taken;
}

// A text that could not be said is said first when the service is back, unless something else counts by then.
static void give_back(Speech *speech, Order *order, int32_t stops) {
    SDL_LockMutex(speech->lock);
    bool counts = order->says && stops == speech->stops && speech->order_count < ORDERS_MOST;
    if (counts) {
        SDL_memmove(speech->orders + 1, speech->orders, (size_t)speech->order_count * sizeof *order);
        speech->orders[0] = *order;
        speech->order_count++;
    } else {
        free_order(order);
    }
    SDL_UnlockMutex(speech->lock);
}

static bool carry_out(Speech *speech, Dispatcher *dispatcher, const Order *order) {
    set_asked(speech, true);
    bool fine = order->says ? dispatcher_say(dispatcher, order->text, order->language) : dispatcher_cancel(dispatcher);
    set_asked(speech, false);
    return fine;
}

// Until the connection is lost, true, or the program ends.
static bool serve(Speech *speech, Dispatcher *dispatcher) {
    Order order;
    int32_t stops;
    while (take_order(speech, &order, &stops)) {
        if (!carry_out(speech, dispatcher, &order)) {
            give_back(speech, &order, stops);
            return true;
        }
        free_order(&order);
    }
    return false;
}

static bool try_to_open(Speech *speech, Dispatcher *dispatcher) {
    SDL_LockMutex(speech->lock);
    speech->tried_at = SDL_GetTicks64();
    speech->hurries = false;
    SDL_UnlockMutex(speech->lock);
    set_asked(speech, true);
    bool there = dispatcher_open(dispatcher);
    set_asked(speech, false);
    set_voice(speech, there ? VOICE_THERE : dispatcher->library ? VOICE_SILENT : VOICE_MISSING);
    speech->pause_ms = there ? RETRY_MS : SDL_min(speech->pause_ms * 2, (Uint32)RETRY_MOST_MS);
    return there;
}

// Under the lock: how long until the service is to be tried again; what is to be said hurries that.
static Uint32 time_to_rest(const Speech *speech) {
    Uint64 now = SDL_GetTicks64();
    Uint64 due = speech->tried_at + (speech->hurries ? RETRY_MS : speech->pause_ms);
    bool needed = speech->wanted || speech->order_count > 0;
    return !needed ? SDL_MUTEX_MAXWAIT : now < due ? (Uint32)(due - now) : 0;
}

// False: the program ends.
static bool rest(Speech *speech) {
    SDL_LockMutex(speech->lock);
    for (Uint32 ms = time_to_rest(speech); ms > 0 && !speech->ending; ms = time_to_rest(speech)) {
        (void)SDL_CondWaitTimeout(speech->changed, speech->lock, ms);
    }
    bool goes_on = !speech->ending;
    SDL_UnlockMutex(speech->lock);
    return goes_on;
}

static int speak(void *context) {
    Speech *speech = context;
    Dispatcher dispatcher = {0};
    bool goes_on = true;
    while (goes_on) {
        goes_on = try_to_open(speech, &dispatcher) ? serve(speech, &dispatcher) : true;
        if (dispatcher.connection && !goes_on) {
            (void)!dispatcher_cancel(&dispatcher);
        }
        dispatcher_close(&dispatcher);
        bool at_once = SDL_GetTicks64() - speech->tried_at >= RETRY_MS; // it had answered for a while
        goes_on = goes_on && (at_once || rest(speech));
    }
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
    char *copy = SDL_malloc((size_t)text.len + 1);
    if (!copy) {
        error_out_of_memory();
    }
    SDL_memcpy(copy, text.text, (size_t)text.len);
    copy[text.len] = '\0';
    return copy;
}

// When too much waits, what is oldest is not said any more: whoever listens wants to know where they are now.
static void add_order(Speech *speech, Order order) {
    SDL_LockMutex(speech->lock);
    if (speech->order_count == ORDERS_MOST) {
        free_order(&speech->orders[0]);
        speech->order_count--;
        SDL_memmove(speech->orders, speech->orders + 1, (size_t)speech->order_count * sizeof *speech->orders);
    }
    speech->orders[speech->order_count++] = order;
    speech->hurries = true;
    SDL_CondBroadcast(speech->changed);
    SDL_UnlockMutex(speech->lock);
}

static void drop_orders(Speech *speech) {
    SDL_LockMutex(speech->lock);
    for (int32_t i = 0; i < speech->order_count; i++) {
        free_order(&speech->orders[i]);
    }
    speech->order_count = 0;
    speech->stops++;
    SDL_UnlockMutex(speech->lock);
}

// The library writes to a socket whose other end may be gone.
static void begin(Speech *speech) {
    if (speech->thread || speech->backend == SPEECH_LOG) {
        return;
    }
    system_ignore_broken_pipes();
    speech->pause_ms = RETRY_MS;
    speech->thread = SDL_CreateThread(speak, "speech", speech);
    if (!speech->thread) {
        set_voice(speech, VOICE_SILENT);
    }
}

void speech_want(Speech *speech, bool wanted) {
    SDL_LockMutex(speech->lock);
    speech->wanted = wanted;
    SDL_CondBroadcast(speech->changed);
    SDL_UnlockMutex(speech->lock);
    if (wanted) {
        begin(speech);
    }
}

VoiceState speech_voice(Speech *speech) {
    SDL_LockMutex(speech->lock);
    speech->told = speech->backend == SPEECH_LOG ? VOICE_THERE : voice_now(speech);
    VoiceState voice = speech->told;
    SDL_UnlockMutex(speech->lock);
    return voice;
}

int32_t speech_news_ms(Speech *speech) {
    SDL_LockMutex(speech->lock);
    int32_t ms = -1;
    bool follows = speech->wanted && speech->backend == SPEECH_SYSTEM;
    if (follows && voice_now(speech) != speech->told) {
        ms = 0;
    } else if (follows && speech->asked_at != 0 && speech->told != VOICE_SILENT) {
        ms = (int32_t)(PATIENCE_MS - SDL_min(SDL_GetTicks64() - speech->asked_at, PATIENCE_MS));
    }
    SDL_UnlockMutex(speech->lock);
    return ms;
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
    text = str_trim(text);
    if (text.len == 0) {
        return;
    }
    if (speech->backend == SPEECH_LOG) {
        log_utterance(speech, text);
        return;
    }
    begin(speech);
    if (interrupts) {
        speech_stop(speech);
    }
    if (language.len == 0 && speech->language) {
        language = str_from_c(speech->language);
    }
    while (speech->thread && text.len > 0) {
        ptrdiff_t len = speech_piece(text, PIECE_MOST);
        add_order(speech, (Order){true, copy_text(str_slice(text, 0, len)), copy_text(language)});
        text = str_trim(str_slice(text, len, text.len));
    }
}

void speech_stop(Speech *speech) {
    if (speech->thread) {
        drop_orders(speech);
        add_order(speech, (Order){0});
    }
}

Str speech_log(const Speech *speech) {
    return str_built(&speech->log);
}

// The clock is read once: what is left of the time never wraps round. False: it is over.
static bool wait_for_change(Speech *speech, Uint64 until) {
    Uint64 now = SDL_GetTicks64();
    return now < until && SDL_CondWaitTimeout(speech->changed, speech->lock, (Uint32)(until - now)) >= 0;
}

static bool end_thread(Speech *speech) {
    Uint64 until = SDL_GetTicks64() + LAST_ANSWER_MS;
    SDL_LockMutex(speech->lock);
    speech->ending = true;
    SDL_CondBroadcast(speech->changed);
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
    drop_orders(speech);
    SDL_free(speech->language);
    SDL_DestroyCond(speech->changed);
    SDL_DestroyMutex(speech->lock);
    Arena arena = speech->arena;
    arena_finish(&arena);
}
