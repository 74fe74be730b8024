// A library that stands in for libspeechd.so.2 and is told by the test how to behave.
#pragma once

typedef enum {
    SPEECHD_THERE,
    SPEECHD_ABSENT,
    SPEECHD_HANGS,   // from the next word on
    SPEECHD_HANGS_UP // at the next word: what comes after it on this connection fails, as after a restart
} SpeechdMode;

typedef struct {
    _Atomic SpeechdMode mode;
    _Atomic int opened; // how often a connection was asked for
    _Atomic int broken; // the connection is
    char heard[1024];   // calls, one a line
} FakeSpeechd;
