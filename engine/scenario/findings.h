// Findings about a case: a stable code, a place, and arguments. Words come at the edge, from the catalogue.
//
//     Findings findings = {.arena = &arena};
//     findings_add(&findings, FINDING_BROKEN_LINK, place, name);
//     …
//     findings_locate(&findings, scenario, &scratch, bytes); // line, column, pointer of all, sorted by place
//     for (i…) printf("%.*s", S_ARG(finding_message(&arena, &catalog, &findings.rows[i])));
//
// Errors stop a case from playing, warnings do not.
#pragma once

#include "base/catalog.h"
#include "base/json.h"

typedef enum {
    FINDING_NONE,
    // Bytes
    FINDING_NOT_UTF8,
    FINDING_BOM,
    FINDING_TOO_LARGE,
    FINDING_BAD_JSON,
    FINDING_TRAILING_TEXT,
    FINDING_TOO_DEEP,
    FINDING_DUPLICATE_KEY,
    FINDING_BAD_NUMBER,
    FINDING_NUL_IN_TEXT,
    FINDING_LONE_SURROGATE,
    // Shape
    FINDING_MISSING_KEY,
    FINDING_UNKNOWN_KEY,
    FINDING_WRONG_TYPE,
    FINDING_BAD_VALUE,
    FINDING_TOO_MANY,
    FINDING_TOO_LONG,
    FINDING_TEST_FILE,
    FINDING_NEWER_FORMAT,
    // Links
    FINDING_DUPLICATE_ID,
    FINDING_BROKEN_LINK,
    FINDING_UNKNOWN_NAME,
    FINDING_BAD_CONDITION,
    FINDING_BAD_PATTERN,
    FINDING_EXAMPLE_FAILS,
    // Walks, errors
    FINDING_DEAD_END,
    FINDING_NO_ENDING,
    FINDING_NO_OPTION,
    FINDING_AUTO_LOOP,
    // Walks, warnings
    FINDING_UNREACHABLE_SCENE,
    FINDING_UNREACHABLE_OPTION,
    FINDING_NEVER_TRUE,
    FINDING_ALWAYS_TRUE,
    FINDING_UNUSED_FACT,
    FINDING_UNUSED_CHARACTER,
    FINDING_GAUGE_NEVER_MOVES,
    FINDING_COMPETENCY_UNMEASURED,
    FINDING_NOT_WEIGHED,
    // Craft, warnings
    FINDING_MISSING_WHY,
    FINDING_ONE_WAY_CHOICE,
    FINDING_DOMINANT_OPTION,
    FINDING_LONGEST_IS_BEST,
    FINDING_POSITION_BIAS,
    FINDING_ALWAYS_SAME_LETTER,
    FINDING_HARD_TO_READ,
    FINDING_OVERFLOW,
    FINDING_SLOW_PATTERN,
    FINDING_PAST_REVIEW,
    FINDING_LOOKS_PERSONAL,
    FINDING_HTML_IN_TEXT,
    FINDING_NOT_DRAWN,
    FINDING_TYPOGRAPHY,
    FINDING_TO_COMPLETE,
    FINDING_COUNT
} FindingCode;

typedef enum { SEVERITY_ERROR, SEVERITY_WARNING } Severity;

enum { FINDING_ARGUMENTS = 4 };

// Which sentence, for codes that have several. Variant 0 of each is the plain one. Those of bad-json are the kinds of
// base/json_explain.h.
enum { UNKNOWN_KEY_PLAIN, UNKNOWN_KEY_NEAR }; // near: argument 1 is the nearest known key
enum {
    BAD_VALUE_RANGE, // {0} … {1}
    BAD_VALUE_SLUG,
    BAD_VALUE_NAME,
    BAD_VALUE_WORD, // one of {0}
    BAD_VALUE_EMPTY,
    BAD_VALUE_DATE,
    BAD_VALUE_LANGUAGE,
    BAD_VALUE_TOO_FEW,                // at least {0}
    BAD_VALUE_ZERO_MARK,              // a mark of 0
    BAD_VALUE_RESERVED,               // {0} is reserved
    BAD_VALUE_SCENE_SHAPE,            // not exactly one of next, ask, ending
    BAD_VALUE_LAST_ROUTE,             // the last route has a condition
    BAD_VALUE_DEAD_ROUTE,             // a route before the last has none
    BAD_VALUE_GAUGE_ORDER,            // min < max, start between them
    BAD_VALUE_BAND_ORDER,             // bands do not rise
    BAD_VALUE_SHARE_BANDS,            // bands of a share: none from 0, or not falling, or nothing keyed
    BAD_VALUE_LATCH,                  // one of on, off alone
    BAD_VALUE_SET_LATCH,              // set or unset on a latch
    BAD_VALUE_RANK_KEY,               // not every item exactly once
    BAD_VALUE_LEVEL,                  // a level that the scale has not
    BAD_VALUE_KEY_AND_PANEL,          // rate: both
    BAD_VALUE_MIN_MAX,                // multiple: min over max, or max over the options
    BAD_VALUE_OPTIONS_WITH_OWN_WORDS, // six options and own words
    BAD_VALUE_LIMIT_OPTION,           // the option of silence has an `if`
    BAD_VALUE_PRIVATE,                // a private answer with consequences
    BAD_VALUE_PANEL_SUM,              // counts do not add up to n
    BAD_VALUE_EMPTY_WHY,
    BAD_VALUE_QUIZ_END, // the last scene of a quiz is no ending
    BAD_VALUE_THEME
};
enum { BAD_PATTERN_ENGINE, BAD_PATTERN_CLASS_LIGATURE, BAD_PATTERN_FORBIDDEN, BAD_PATTERN_UNLIKE, BAD_PATTERN_LONG };
enum { EXAMPLE_NOT_FOUND, EXAMPLE_FOUND };
enum { DEAD_END_OPTION, DEAD_END_ASK, DEAD_END_OWN_WORDS, DEAD_END_BAND, DEAD_END_LOWEST_BAND };
enum { UNUSED_FACT_UNREAD, UNUSED_FACT_UNSET };
enum { MISSING_WHY_OPTION, MISSING_WHY_ASK, MISSING_WHY_OWN_WORDS };
enum { HARD_TO_READ_LINE, HARD_TO_READ_FEEDBACK }; // {0} of them, {1} at most
enum { OVERFLOW_ASK, OVERFLOW_TEXT, OVERFLOW_RUN };
enum { TO_COMPLETE_KEY, TO_COMPLETE_BLANK };
enum { UNDRAWN_MISSING, UNDRAWN_RIGHT_TO_LEFT };

typedef struct {
    FindingCode code;
    int32_t variant; // which sentence, where a code has several (wrong-type says what was expected); see findings.c
    int32_t place;   // byte offset of a value of the file (json_place)
    Str member;      // the finding is about this member of it; empty: about the value itself
    int32_t index;   // … about this element of that list; -1: the whole
    int32_t inside;  // … about this byte of that (decoded) text; -1: the whole
    Str arguments[FINDING_ARGUMENTS];
    int32_t words;        // bit i: argument i is a text of ours, to be translated
    int32_t offset;       // set by findings_locate, as the three below
    int32_t line, column; // from 1; column in code points
    Str pointer;          // RFC 6901
} Finding;

typedef struct {
    Arena *arena;
    ROWS_OF(Finding);
    int32_t error_count; // also of those beyond LIMIT_FINDINGS, which are counted but not kept
    Finding spare;
} Findings;

// Adds a finding about the value at `place`; its members may then be filled in. Valid until the next add.
Finding *findings_add(Findings *findings, FindingCode code, int32_t place, Str about);
bool findings_is_full(const Findings *findings); // what is added is counted, and not kept

struct Scenario;

// Line, column and pointer of all. `scenario` is what was read from the bytes, which makes it quick; NULL: nothing was.
void findings_locate(Findings *findings, const struct Scenario *scenario, Arena *scratch, Str bytes);

Str finding_code(FindingCode code); // "broken-link"
Severity finding_severity(FindingCode code);
Str finding_message(Arena *arena, const Catalog *catalog, const Finding *finding); // one sentence: what is wrong
Str finding_advice(Arena *arena, const Catalog *catalog, const Finding *finding);  // one sentence: what to do
