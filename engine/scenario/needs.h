// The needs of the field, each with the cases that work on it: scenarios/needs.json, compiled into the program. The
// trainers' guide tells the same ones in its table; a test holds the two together (tests/cli/needs.sh).
//
//     Needs needs;
//     needs_read(&arena, &scratch, &needs);
//     if (needs_lead_to(needs.rows[0].cases[0], card->told.id)) { … }
//
// A case is named by its code, which its id begins with: "S03" is s03-il-nous-reste-dix-minutes, its English version
// s03-ten-minutes-left, and whatever somebody made of it under an id that begins so.
#pragma once

#include "scenario/framework.h"

typedef struct {
    int32_t number; // from 1, as in the guide
    int32_t chapter;
    Words name;
    const Str *competencies, *cases; // ids of shared competencies; codes
    int32_t competency_count, case_count;
} Need;

typedef struct {
    const Words *chapters;
    const Need *rows;  // chapter by chapter
    const Str *gentle; // codes of cases that begin quietly and have no hard matter
    int32_t chapter_count, count, gentle_count;
} Needs;

void needs_read(Arena *arena, Arena *scratch, Needs *needs); // all empty where it is not compiled in
bool needs_lead_to(Str code, Str case_id);
