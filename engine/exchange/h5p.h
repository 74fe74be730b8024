// H5P packages: an archive with h5p.json and content/content.json, or the JSON alone that REST services hand out.
//
//     H5pPackage package;
//     if (h5p_open(&arena, &scratch, bytes, &package, &report)) {
//         if (h5p_is_story(&package)) { …h5p_write_case… } else { …h5p_read_quiz, then bank_write_case… }
//         h5p_close(&package);
//     }
//
// Texts that come out of a package borrow from it.
#pragma once

#include "base/json.h"
#include "exchange/bank.h"

typedef struct {
    Str title;         // empty: none was given
    Str language;      // "fr" or "en"; empty: another one, or not said
    Str library;       // "H5P.BranchingScenario 1.7"; empty: not said
    HeadRights rights; // its texts live in the arena
    Str content;       // content.json, as it is parsed
    JsonDoc doc;       // of that
    const JsonValue *params;
} H5pPackage;

bool h5p_is(Str bytes); // an archive, or JSON that names a library of H5P
// False when it cannot be read: then the report says why, and where.
bool h5p_open(Arena *arena, Arena *scratch, Str bytes, H5pPackage *package, LossReport *report);
void h5p_close(H5pPackage *package);

bool h5p_is_story(const H5pPackage *package); // a Branching Scenario
// A scenario. False when the package is none, or has no screen: the report says so.
bool h5p_write_case(Arena *arena, Arena *scratch, const H5pPackage *package, const HeadWish *wish, LossReport *report,
                    Str *bytes);
// Any other package, as questions and texts.
void h5p_read_quiz(Bank *bank, Arena *scratch, const H5pPackage *package, const HeadWish *wish, LossReport *report);

// A case as the package of a Branching Scenario; `bytes` are those it was parsed from.
Str h5p_write(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, LossReport *report);
