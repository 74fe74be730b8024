// An evening of a group, page by page, with one step: hands go up as a seed has it, what is to be agreed on is agreed
// on.
//
//     tour_begin(&tour, &start, seed);
//     do { … audience_create(&tour.group, …) … } while (tour_step(&tour));
//     group_finish(&tour.group);
#pragma once

#include "base/random.h"
#include "group/agenda.h"
#include "group/audience.h"

typedef struct {
    Group group;
    Random random;
    Str words; // that the room agrees on, and keeps
    bool replayed;
} Tour;

void tour_begin(Tour *tour, const GroupStart *start, uint64_t seed);
bool tour_step(Tour *tour); // false: the evening is over
