// What can be analysed of kept sessions: those of groups that played the same text of a case. Figures of two texts are
// no figures of one, for an answer may have changed its meaning with a word; so two versions are two subjects.
//
//     AnalysingSubjects subjects = analysing_subjects(&arena, &list, chosen);   // those that are ticked, or all when
//     none is
#pragma once

#include "records/store.h"

typedef struct {
    Str title;
    StoreHeaderList sessions; // the latest kept first
    int64_t people;
    Str first_day, last_day; // on which they were begun
    int32_t version; // from 1, what came into use last first, where the case was changed between its sessions; else 0
} AnalysingSubject;

// The one with the most sessions first. Texts are copied.
typedef ROWS_OF(AnalysingSubject) AnalysingSubjects;

// One of two that are compared: the sessions of a group by its label, or those of a day.
typedef struct {
    Str label; // empty: of the day
    Str day;   // on which they were begun
} AnalysingSide;

typedef ROWS_OF(AnalysingSide) AnalysingSides;

AnalysingSubjects analysing_subjects(Arena *arena, const StoreHeaderList *list, const bool *chosen);
// How many texts of their case lie between two subjects, and one; 0: they are of two cases, or the same.
int32_t analysing_versions_apart(const AnalysingSubjects *subjects, int32_t a, int32_t b);
// All that a subject can be divided into: groups first, then days, each the earliest first; none of sessions of one
// group on one day. Texts are borrowed from it.
AnalysingSides analysing_sides(Arena *arena, const AnalysingSubject *subject);
bool analysing_side_has(const AnalysingSide *side, const StoreHeader *header);
