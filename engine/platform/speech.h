// Speech, through speech-dispatcher, whose library is loaded when speech is first wanted. Where it is absent nothing is
// spoken and nothing fails. The log backend keeps what would be spoken, for tests and for `speech:` in scripts.
//
// No call waits for the dispatcher, which may have to be started first: a thread of its own talks to it. Only
// speech_is_there gives it a fifth of a second to answer when it is first asked, and then takes what is still
// connecting for there.
#pragma once

#include "base/str.h"

typedef struct Speech Speech;

typedef enum { SPEECH_SYSTEM, SPEECH_LOG } SpeechBackend;

Speech *speech_create(SpeechBackend backend);
void speech_destroy(Speech *speech);                    // NULL is fine; what is being said stops
bool speech_is_there(Speech *speech);                   // connects when first asked
void speech_set_language(Speech *speech, Str language); // of what is said in no other
void speech_say(Speech *speech, Str text, Str language, bool interrupts);
void speech_stop(Speech *speech);
Str speech_log(const Speech *speech); // LOG: everything said so far, one utterance a line
