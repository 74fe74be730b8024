// The voice: speech-dispatcher, or a log of what would be said. A voice that is not there is a setting that does
// nothing, never a failure; and nobody waits for it: a thread of its own talks to it.
//
//     Speech *speech = speech_create(SPEECH_SYSTEM, wake, context);
//     speech_want(speech, true);                    // connects
//     speech_say(speech, text, language, interrupts);
//     VoiceState voice = speech_voice(speech);           // asked again after `wake`, and after speech_news_ms
//
// A connection that is lost is opened again, at once the first time and then at most once every four seconds, and
// what could not be said is said then; in between the voice is VOICE_SILENT. While nothing new is to be said the
// time between two tries doubles, up to a minute.
#pragma once

#include "base/str.h"

typedef struct Speech Speech;

typedef enum { SPEECH_SYSTEM, SPEECH_LOG } SpeechBackend;

typedef enum {
    VOICE_UNKNOWN, // not asked for, or connecting for the first time
    VOICE_THERE,
    VOICE_MISSING, // its library is not on this machine
    VOICE_SILENT   // it refuses, hung up, or has not answered for some seconds
} VoiceState;

typedef void SpeechWake(void *context); // on the thread of the voice: speech_voice would tell something else now

Speech *speech_create(SpeechBackend backend, SpeechWake *wake, void *context);
void speech_destroy(Speech *speech);                    // NULL is fine; what is being said stops
void speech_want(Speech *speech, bool wanted);          // whether somebody is to be told of it
VoiceState speech_voice(Speech *speech);                // as it is now; never waits
int32_t speech_news_ms(Speech *speech);                 // when speech_voice is to be asked again; -1: after `wake`
void speech_set_language(Speech *speech, Str language); // of what is said in no other
void speech_say(Speech *speech, Str text, Str language, bool interrupts);
void speech_stop(Speech *speech);
Str speech_log(const Speech *speech); // LOG: everything said so far, one utterance a line
