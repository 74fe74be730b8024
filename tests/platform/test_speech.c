#include "platform/speech.h"

#include "speechd/fake_speechd.h"

#include <SDL.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { SOON_MS = 500, RETRY_MS = 5000 }; // a little more than the voice takes

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
    Speech *speech = speech_create(SPEECH_LOG, NULL, NULL);
    assert_int_equal(speech_voice(speech), VOICE_THERE);
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
    Speech *speech = speech_create(SPEECH_SYSTEM, NULL, NULL);
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

// As the loop of a machine does: after each wake, and when it is time.
static void wait_for_voice(Speech *speech, VoiceState voice, int32_t most_ms) {
    for (int i = 0; i < most_ms && speech_voice(speech) != voice; i++) {
        SDL_Delay(1);
    }
    assert_int_equal(speech_voice(speech), voice);
    assert_int_not_equal(speech_news_ms(speech), 0);
}

static void count_wake(void *context) {
    _Atomic int *wakes = context;
    ++*wakes;
}

static void a_dispatcher_that_refuses_is_told_of_and_tried_again(void **state) {
    (void)state;
    _Atomic int wakes = 0;
    FakeSpeechd *dispatcher = fake(SPEECHD_ABSENT);
    Speech *speech = speech_create(SPEECH_SYSTEM, count_wake, &wakes);
    assert_int_equal(speech_voice(speech), VOICE_UNKNOWN);
    speech_want(speech, true);
    wait_for_voice(speech, VOICE_SILENT, SOON_MS);
    speech_stop(speech);
    for (int i = 0; i < 50; i++) {
        speech_say(speech, S("Rien de cela."), (Str){0}, true);
    }
    speech_say(speech, S("Bonjour."), (Str){0}, true);
    SDL_Delay(SOON_MS);
    assert_int_equal(dispatcher->opened, 1); // however much is to be said
    assert_int_equal(wakes, 1);
    dispatcher->mode = SPEECHD_THERE;
    wait_for_voice(speech, VOICE_THERE, RETRY_MS);
    wait_for(dispatcher, "stop\nBonjour.\n");
    assert_int_equal(dispatcher->opened, 2);
    assert_int_equal(wakes, 2);
    speech_destroy(speech);
}

static void a_dispatcher_that_was_restarted_hears_the_sentence_that_was_lost(void **state) {
    (void)state;
    FakeSpeechd *dispatcher = fake(SPEECHD_THERE);
    Speech *speech = speech_create(SPEECH_SYSTEM, NULL, NULL);
    speech_want(speech, true);
    speech_say(speech, S("Un."), S("fr"), false);
    wait_for(dispatcher, "language fr\nUn.\n");
    dispatcher->broken = 1;
    speech_say(speech, S("Deux."), S("fr"), false);
    speech_say(speech, S("Trois."), S("fr"), false);
    for (int i = 0; i < RETRY_MS && dispatcher->opened < 2; i++) {
        SDL_Delay(1);
    }
    wait_for(dispatcher, "language fr\nUn.\nlanguage fr\nDeux.\nTrois.\n");
    assert_int_equal(speech_voice(speech), VOICE_THERE);
    speech_destroy(speech);
}

static void speech_that_interrupts_is_heard_in_the_place_of_what_was_lost(void **state) {
    (void)state;
    FakeSpeechd *dispatcher = fake(SPEECHD_HANGS_UP);
    Speech *speech = speech_create(SPEECH_SYSTEM, NULL, NULL);
    speech_say(speech, S("Une page qui n’est plus là."), (Str){0}, false);
    SDL_Delay(SOON_MS);
    dispatcher->mode = SPEECHD_THERE;
    speech_say(speech, S("La page."), (Str){0}, true);
    for (int i = 0; i < RETRY_MS && dispatcher->opened < 2; i++) {
        SDL_Delay(1);
    }
    wait_for(dispatcher, "stop\nLa page.\n");
    speech_destroy(speech);
}

static void a_dispatcher_that_hangs_does_not_keep_the_program(void **state) {
    (void)state;
    enum { TEXTS = 200, MOST_MS = 2000 };
    FakeSpeechd *dispatcher = fake(SPEECHD_HANGS);
    Uint64 since = SDL_GetTicks64();
    Speech *speech = speech_create(SPEECH_SYSTEM, NULL, NULL);
    for (int i = 0; i < TEXTS; i++) {
        speech_say(speech, S("Encore un mot."), (Str){0}, i % 2 == 0);
    }
    speech_destroy(speech);
    assert_true(SDL_GetTicks64() - since < MOST_MS);
    assert_string_equal(dispatcher->heard, "");
}

static void a_dispatcher_that_hangs_is_told_of_after_some_seconds(void **state) {
    (void)state;
    (void)fake(SPEECHD_HANGS);
    Speech *speech = speech_create(SPEECH_SYSTEM, NULL, NULL);
    speech_want(speech, true);
    wait_for_voice(speech, VOICE_THERE, SOON_MS);
    assert_int_equal(speech_news_ms(speech), -1);
    speech_say(speech, S("Encore un mot."), (Str){0}, false);
    SDL_Delay(100);
    assert_in_range(speech_news_ms(speech), 1, RETRY_MS); // the loop looks again then
    wait_for_voice(speech, VOICE_SILENT, RETRY_MS);
    assert_int_equal(speech_news_ms(speech), -1);
    speech_destroy(speech);
}

// A page that is read from beginning to end, faster than any service takes it.
static void all_of_a_long_page_is_said(void **state) {
    (void)state;
    enum { TEXTS = 300 };
    const FakeSpeechd *dispatcher = fake(SPEECHD_THERE);
    Speech *speech = speech_create(SPEECH_SYSTEM, NULL, NULL);
    for (int i = 0; i < TEXTS; i++) {
        speech_say(speech, i == 0 ? S("A") : S("b"), (Str){0}, false);
    }
    for (int i = 0; i < 2000 && SDL_strlen(dispatcher->heard) < (size_t)2 * TEXTS; i++) {
        SDL_Delay(1);
    }
    assert_int_equal(SDL_strlen(dispatcher->heard), 2 * TEXTS);
    assert_memory_equal(dispatcher->heard, "A\nb\n", 4);
    speech_destroy(speech);
}

static void speech_that_was_never_wanted_starts_nothing(void **state) {
    (void)state;
    speech_destroy(speech_create(SPEECH_SYSTEM, NULL, NULL));
    speech_destroy(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_log_keeps_one_utterance_a_line),
        cmocka_unit_test(the_dispatcher_hears_words_in_their_order),
        cmocka_unit_test(a_dispatcher_that_refuses_is_told_of_and_tried_again),
        cmocka_unit_test(a_dispatcher_that_was_restarted_hears_the_sentence_that_was_lost),
        cmocka_unit_test(speech_that_interrupts_is_heard_in_the_place_of_what_was_lost),
        cmocka_unit_test(all_of_a_long_page_is_said),
        cmocka_unit_test(speech_that_was_never_wanted_starts_nothing),
        cmocka_unit_test(a_dispatcher_that_hangs_does_not_keep_the_program),
        cmocka_unit_test(a_dispatcher_that_hangs_is_told_of_after_some_seconds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
