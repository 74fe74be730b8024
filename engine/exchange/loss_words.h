// The names and sentences of a loss report, in English, as the catalogue's source texts. Internal to exchange/loss and
// exchange/loss_group.
#pragma once

#include "exchange/loss.h"

typedef struct {
    Str message; // {0} is what it is about
    bool is_error;
} LossWords;

extern const LossWords LOSS_REASONS[REASON_COUNT];
extern const Str LOSS_CONSTRUCTS[CONSTRUCT_COUNT];
extern const Str LOSS_CLASSES[CONSTRUCT_COUNT];
// A key of a case by what a person calls that which it holds; empty: it has no such words.
Str loss_key_words(Str key);
