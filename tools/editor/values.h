// Values of a decision that are no text, number or id alone: the order that is expected, places that are nearly right,
// what colleagues of a panel answered. Each is read into what an author sees, changed there, and written again as the
// JSON, or the notation, that the file has.
//
//     RankPlaces places = values_rank(&arena, scenario, ask);
//     places.rows[2].tied = true;
//     Operation operation = {.kind = OPERATION_SET, .at = at, .json = values_write_rank(&arena, &places)};
#pragma once

#include "editor/form_targets.h"

// The items in the order of the key; those that it leaves out are behind the others.
typedef struct {
    Str id, label;
    bool tied; // with the one before
} RankPlace;
typedef ROWS_OF(RankPlace) RankPlaces;

RankPlaces values_rank(Arena *arena, const Scenario *scenario, const Ask *ask);
Str values_write_rank(Arena *arena, const RankPlaces *places);

// Each two places of a classify.
typedef struct {
    FormTarget a, b;
    bool near;
} NearPlaces;
typedef ROWS_OF(NearPlaces) NearTable;

NearTable values_near(Arena *arena, const Scenario *scenario, const Ask *ask);
Str values_write_near(Arena *arena, const NearTable *table);

// What a panel answered, to the decision or to one item of it: one line of the sheets that they filled in.
typedef struct {
    Str key, label; // of an option, a place, a level, a rank
    char sign;      // by which it is called on a sheet: "A" of an option, "1" of all else
    int32_t count;
} CountCell;

typedef struct {
    Str key, label; // of the item; empty: the decision itself
    CountCell *cells;
    int32_t cell_count, sum;
} CountLine;
typedef ROWS_OF(CountLine) CountLines;

CountLines values_counts(Arena *arena, const Scenario *scenario, const Ask *ask);
Str values_tell_sheets(Arena *arena, const CountLine *line); // a sign a sheet: "AAB"
// Counts signs; spaces and commas between them are nothing. False, and nothing is changed: one is no sign of the line,
// or they are more than a panel has.
bool values_read_sheets(CountLine *line, Str signs);
Str values_write_counts(Arena *arena, const CountLine *line);

// What one colleague answered, as so many choices: of a choice one, of a multiple whether each option was, of a rank
// what stands at each place, of a rate and a classify what each item was given.
typedef struct {
    Str key, label;
    const FormTarget *choices;
    int32_t choice_count, chosen; // -1: none yet
} VoiceSlot;
typedef ROWS_OF(VoiceSlot) VoiceSlots;

VoiceSlots values_voice(Arena *arena, const Scenario *scenario, const Ask *ask, Str answer); // none: it was typed
Str values_write_voice(Arena *arena, const Ask *ask, const VoiceSlots *slots);
ptrdiff_t values_quoted_len(Str text);                       // bytes of what was typed; 0: nothing was
Str values_typed(Arena *arena, Str answer);                  // the words of one that was typed
Str values_write_typed(Arena *arena, Str words, Str answer); // … and what was noticed in the answer before stays
