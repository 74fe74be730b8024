// Banks of questions drawn at random, of everything that GIFT holds.
#pragma once

#include "base/random.h"
#include "exchange/bank.h"

typedef struct {
    Random random;
    Arena *arena;
} Dice;

Dice dice_begin(Arena *arena, int32_t seed);
Str dice_text(Dice *dice, int32_t most, const char *without); // trimmed, not empty; none of the bytes of `without`
void dice_bank(Dice *dice, Bank *bank, int32_t questions);
