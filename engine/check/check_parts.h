// Internal to the checks: what they share, and their names. case_check.c says in which order they run; each adds
// findings of one code, so that what an author may wonder about has one place to be read.
//
// A case that is checked may be broken. What hangs on a name that nothing has, or on a key that was misspelt, is not
// told as well: one mistake, one finding.
#pragma once

#include "scenario/findings.h"
#include "scenario/scenario.h"
#include "scenario/scenario_edges.h"

// A text of the case, and where it stands: see Finding.
typedef struct {
    Str text;
    Str key;
    int32_t place;
    Str member;
    int32_t index;
} TextAt;

// What a text may have, as its single bytes tell.
typedef enum {
    SIGN_PERSONAL = 1,
    SIGN_MARKUP = 2,
    SIGN_DRAWABLE = 4,
    SIGN_LONG_RUN = 8,
    SIGN_TYPOGRAPHY = 16,
    SIGN_BLANK = 32
} TextSign;

typedef struct {
    TextAt at;
    uint32_t signs; // of TextSign
} SignedText;

typedef ROWS_OF(SignedText) SignedTexts;

typedef struct {
    const Scenario *scenario;
    int32_t today;  // as in case_check
    Arena *scratch; // what a check pushes here is gone after it
    Findings *findings;
    EdgeTable edges;           // in the order of the file
    const bool *misread;       // by SceneId: what leads on from it could not be read, and that was told
    const bool *broken;        // by SceneId: it has a way to a scene that is not there, and that was told
    SignedTexts *signed_texts; // those that have a sign
    const uint32_t *bytes;     // what each tells of a text that it stands in, see check_text.c
} Check;

// Measures of the page that the room sees, in pixels at 1920 × 1080.
enum {
    CHECK_PAGE_WIDTH = 1920 - 2 * 84,
    CHECK_PAGE_EM = 42 // the smallest that it reads
};

typedef void CheckFunction(const Check *check);

// check_walks.c: how scenes hang together, whatever conditions say
CheckFunction check_dead_ends, check_no_endings, check_auto_loops, check_unreachable_scenes;
// check_uses.c: what is declared and what becomes of it
CheckFunction check_conditions, check_unused_facts, check_unused_characters, check_still_gauges;
CheckFunction check_unmeasured_competencies, check_unweighed, check_to_complete;
// check_craft.c: what a decision teaches
CheckFunction check_missing_whys, check_one_way_choices, check_dominant_options;
// check_bias.c: what tells the best option without reading it
CheckFunction check_longest_is_best, check_position_bias, check_same_letter;
// check_page.c: what fits the projected page
CheckFunction check_overflow;
// check_text.c: the words themselves
CheckFunction check_hard_to_read, check_past_review, check_personal, check_typography;
CheckFunction check_html, check_drawable, check_long_runs, check_blanks;
const uint32_t *check_list_bytes(Arena *arena, const Scenario *scenario);
CheckFunction check_note_signs; // before them

// check_detectors.c: bad-pattern, example-fails, slow-pattern (tried on hostile text)
CheckFunction check_detectors;
// check_explored.c: no-option and auto-loop, both certain; unreachable-scene and unreachable-option, when all states
// were met. Comes last: it says nothing of a case that has errors, and leaves out what is never met whatever conditions
// say or because of one condition that never holds. Stays within so many states that it is quick.
CheckFunction check_explored;

// An option as findings name it, for an id such as "b" says little: its label, or how its text begins.
Str check_option_name(Arena *arena, const Option *option);
Str check_number(const Check *check, int32_t number); // as an argument of a finding
