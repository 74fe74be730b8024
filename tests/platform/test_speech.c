#include "platform/speech.h"

#include "speechd/fake_speechd.h"

#include <SDL.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static FakeSpeechd *fake(SpeechdMode mode) {
    void *library = SDL_LoadObject("libspeechd.so.2");
    assert_non_null(library);
    FakeSpeechd *fake = SDL_LoadFunction(library, "fake_speechd");
    assert_non_null(fake); // else the system's own was found first
    *fake = (FakeSpeechd){.mode = mode};
    return fake;
}

static void the_log_keeps_one_utterance_a_line(void **state) {
    (void)state;
    Speech *speech = speech_create(SPEECH_LOG);
    assert_true(speech_is_there(speech));
    speech_set_language(speech, S("fr"));
    speech_say(speech, S("Bonjour."), (Str){0}, false);
    speech_say(speech, S("Une ligne,\nune autre."), (Str){0}, true);
    speech_say(speech, S(" "), (Str){0}, true);
    speech_stop(speech);
    assert_true(str_equal(speech_log(speech), S("Bonjour.\nUne ligne, une autre.\n")));
    speech_destroy(speech);
}

static void wait_for(const FakeSpeechd *fake, const char *heard) {
    for (int i = 0; i < 2000 && SDL_strcmp(fake->heard, heard) != 0; i++) {
        SDL_Delay(1);
    }
    assert_string_equal(fake->heard, heard);
}

static void the_dispatcher_hears_words_in_their_order(void **state) {
    (void)state;
    const FakeSpeechd *dispatcher = fake(SPEECHD_THERE);
    Speech *speech = speech_create(SPEECH_SYSTEM);
    speech_set_language(speech, S("fr"));
    speech_say(speech, S("Bonjour."), (Str){0}, false);
    speech_say(speech, S(" "), (Str){0}, false);
    wait_for(dispatcher, "language fr\nBonjour.\n");
    speech_say(speech, S("Une autre page."), (Str){0}, true);
    speech_set_language(speech, S("en"));
    speech_say(speech, S("Ceci est un cas."), S("fr"), false);
    speech_say(speech, S("Go on"), (Str){0}, false);
    wait_for(dispatcher, "language fr\nBonjour.\nstop\nUne autre page.\nCeci est un cas.\nlanguage en\nGo on\n");
    speech_destroy(speech);
    assert_non_null(SDL_strstr(dispatcher->heard, "Go on\nstop\nclose\n"));
}

static void without_a_dispatcher_nothing_fails(void **state) {
    (void)state;
    const FakeSpeechd *dispatcher = fake(SPEECHD_ABSENT);
    Speech *speech = speech_create(SPEECH_SYSTEM);
    speech_set_language(speech, S("fr"));
    speech_stop(speech);
    assert_false(speech_is_there(speech));
    speech_say(speech, S("Bonjour."), (Str){0}, true);
    speech_stop(speech);
    assert_int_equal(speech_log(speech).len, 0);
    speech_destroy(speech);
    assert_string_equal(dispatcher->heard, "");
}

static void a_dispatcher_that_hangs_does_not_keep_the_program(void **state) {
    (void)state;
    enum { TEXTS = 200, MOST_MS = 2000 };
    FakeSpeechd *dispatcher = fake(SPEECHD_HANGS);
    Uint64 since = SDL_GetTicks64();
    Speech *speech = speech_create(SPEECH_SYSTEM);
    assert_true(speech_is_there(speech));
    for (int i = 0; i < TEXTS; i++) {
        speech_say(speech, S("Encore un mot."), (Str){0}, i % 2 == 0);
    }
    speech_destroy(speech);
    assert_true(SDL_GetTicks64() - since < MOST_MS);
    assert_string_equal(dispatcher->heard, "");
}

static void speech_that_was_never_wanted_starts_nothing(void **state) {
    (void)state;
    speech_destroy(speech_create(SPEECH_SYSTEM));
    speech_destroy(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_log_keeps_one_utterance_a_line),
        cmocka_unit_test(the_dispatcher_hears_words_in_their_order),
        cmocka_unit_test(without_a_dispatcher_nothing_fails),
        cmocka_unit_test(speech_that_was_never_wanted_starts_nothing),
        cmocka_unit_test(a_dispatcher_that_hangs_does_not_keep_the_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
