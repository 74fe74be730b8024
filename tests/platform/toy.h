// A small app: a box that Right moves, a field that takes what is typed, and a count of what it was given.
#pragma once

#include "platform/window.h"

enum { TOY_INPUTS = 64 };

typedef struct {
    Arena arena;
    Machine *machine;
    UiFrame frame;
    int32_t x;
    bool types;
    StrBuilder typed;
    UiInputKind kinds[TOY_INPUTS];
    int64_t times[TOY_INPUTS];
    UiInput last[TOY_INPUTS];
    int32_t count;
    int64_t every_ms;                            // wakes itself so often; 0: never
    bool stays;                                  // does not end when it is told to leave
    void (*after)(void *context, int32_t count); // each answer, for tests that push events
} Toy;

void toy_init(Toy *toy);
void toy_finish(Toy *toy);
App toy_app(Toy *toy);
