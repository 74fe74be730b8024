// Says each line of its input through the real service, as French, and prints what became of the voice:
//     speaker < LINES        for tests/speaker.sh
#include "platform/speech.h"

#include "spoken/spoken.h"

#include <SDL.h>

#include <stdio.h>
#include <string.h>

static void print_voice(VoiceState voice) {
    static const char *const NAMES[] = {
        [VOICE_UNKNOWN] = "unknown", [VOICE_THERE] = "there", [VOICE_MISSING] = "missing", [VOICE_SILENT] = "silent"};
    (void)printf("%s\n", NAMES[voice]);
    (void)fflush(stdout);
}

static void wake(void *context) {
    SDL_SemPost(context);
}

typedef struct {
    Speech *speech;
    SDL_sem *woken;
    _Atomic bool ended;
} Watch;

// As the loop of a machine does: looks at the voice whenever it may be another.
static int watch(void *context) {
    Watch *watch = context;
    VoiceState before = VOICE_UNKNOWN;
    while (!watch->ended) {
        int32_t ms = speech_news_ms(watch->speech);
        (void)SDL_SemWaitTimeout(watch->woken, ms >= 0 ? (Uint32)ms : 1000);
        VoiceState voice = speech_voice(watch->speech);
        if (voice != before) {
            print_voice(voice);
            before = voice;
        }
    }
    return 0;
}

int main(void) {
    char line[4096];
    Watch watched = {.woken = SDL_CreateSemaphore(0)};
    watched.speech = speech_create(SPEECH_SYSTEM, wake, watched.woken);
    speech_want(watched.speech, true);
    SDL_Thread *thread = SDL_CreateThread(watch, "watch", &watched);
    while (fgets(line, (int)sizeof line, stdin)) {
        Arena arena = {0};
        Str text = {line, (ptrdiff_t)strcspn(line, "\n")};
        speech_say(watched.speech, spoken_text(&arena, S("fr"), (SpokenTable){0}, text), S("fr"), false);
        arena_finish(&arena);
    }
    watched.ended = true;
    SDL_SemPost(watched.woken);
    SDL_WaitThread(thread, NULL);
    speech_destroy(watched.speech);
    SDL_DestroySemaphore(watched.woken);
    return 0;
}
