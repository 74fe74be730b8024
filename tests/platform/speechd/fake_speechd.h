// A library that stands in for libspeechd.so.2 and is told by the test how to behave.
#pragma once

typedef enum { SPEECHD_THERE, SPEECHD_ABSENT, SPEECHD_HANGS } SpeechdMode; // HANGS: from the next word on

typedef struct {
    SpeechdMode mode;
    char heard[1024]; // calls, one a line
} FakeSpeechd;
