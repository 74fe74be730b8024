// Internal to the JSON door: the strict pass. It looks at every byte once, without recursion, tells of every fault, and
// keeps the place of every value in the order of their first bytes (each list or object before what stands in it).
#pragma once

#include "base/json.h"

typedef struct {
    int32_t *rows;
    int32_t count, capacity;
} JsonPlaces;

// An object in a list that is a member of the outermost object: a scene of a case.
typedef struct {
    int32_t from, len;    // bytes
    int32_t place, count; // its values, among the places
} JsonFold;

typedef struct {
    JsonFold *rows;
    int32_t count, capacity;
} JsonFolds;

typedef struct {
    JsonPlaces places;
    JsonFolds folds;
} JsonIndex;

// False when any fault but JSON_BOM was found. The index is pushed on `scratch`, as is all that the pass needs to
// think; NULL: nobody asks for places.
bool json_scan(Arena *scratch, Str bytes, JsonIndex *index, JsonReport *report, void *context);
