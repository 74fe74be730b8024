#include "platform/speech.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

// libspeechd 0.11 loses the words in which it says that no dispatcher can be started.
const char *__lsan_default_suppressions(void);  // NOLINT(readability-identifier-naming)
const char *__lsan_default_suppressions(void) { // NOLINT(readability-identifier-naming)
    return "leak:__vasprintf_internal";
}

static void the_log_keeps_one_utterance_a_line(void **state) {
    (void)state;
    Speech *speech = speech_create(SPEECH_LOG);
    assert_true(speech_is_there(speech));
    speech_set_language(speech, S("fr"));
    speech_say(speech, S("Bonjour."), false);
    speech_say(speech, S("Une ligne,\nune autre."), true);
    speech_say(speech, S(" "), true);
    speech_stop(speech);
    assert_true(str_equal(speech_log(speech), S("Bonjour.\nUne ligne, une autre.\n")));
    speech_destroy(speech);
}

// There is a dispatcher or there is none: neither may fail or last.
static void without_a_dispatcher_nothing_fails(void **state) {
    (void)state;
    Speech *speech = speech_create(SPEECH_SYSTEM);
    speech_set_language(speech, S("fr"));
    speech_stop(speech);
    speech_is_there(speech);
    speech_set_language(speech, S("en"));
    speech_say(speech, S(""), true);
    speech_stop(speech);
    assert_int_equal(speech_log(speech).len, 0);
    speech_destroy(speech);
}

static void speech_that_was_never_wanted_starts_nothing(void **state) {
    (void)state;
    speech_destroy(speech_create(SPEECH_SYSTEM));
    speech_destroy(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_log_keeps_one_utterance_a_line),
        cmocka_unit_test(without_a_dispatcher_nothing_fails),
        cmocka_unit_test(speech_that_was_never_wanted_starts_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
