// All that the room may see of a group's session, worked out from its state by one function. The window of the audience
// is painted from an Audience and from nothing else: notes, marks, effects, the panel, traps and counts are not in it
// until the trainer has shown them, so no view can give them away.
//
//     Audience audience = audience_create(group, &telling);   // telling of group->solo
//     …
//     if (audience.kind == AUDIENCE_BLACK) { … }
//
// One idea a page, and nothing scrolls: what is too long goes on to the next page, which GROUP_NEXT turns. A page holds
// at most AUDIENCE_WORDS words of what somebody says. Measures below are units of the room's screen, which is 1,080 of
// them high (ui/ui.h, UI_SCALE_ROOM) and Group.width wide: the core measures with them what fits, in the wider of the
// two families of type (scenario/advance.h), and the view keeps to them.
#pragma once

#include "group/group.h"
#include "told/feedback.h"

enum {
    AUDIENCE_WORDS = 40,
    AUDIENCE_WIDEST = 1920, // 16 : 9; a wider screen leaves its sides empty
    AUDIENCE_NARROWEST = 1080,
    AUDIENCE_MARGIN = 84, // at each side
    // An em, and a line; how wide letters are taken to be, percent of the upright ones of the shipped font: the easy
    // family's are wider, and an em may be half a pixel more.
    AUDIENCE_WIDE = 110,
    AUDIENCE_BOLD_WIDE = 117,
    AUDIENCE_LARGE = 84,
    AUDIENCE_LARGE_LINE = 98,
    AUDIENCE_SPEECH = 54, // of what is said, and of what is asked: 5 % of the height
    AUDIENCE_SPEECH_LINE = 66,
    AUDIENCE_TEXT = 42, // of options and all that is read: 3.9 %
    AUDIENCE_TEXT_LINE = 49,
    AUDIENCE_SMALL = 36, // of what stands at the edges
    AUDIENCE_SMALL_LINE = 44,
    // From top to bottom: who speaks, the body, the foot.
    AUDIENCE_TOP = 109,
    AUDIENCE_BODY = 879,
    AUDIENCE_GAP = 34, // between what is asked and the rows
    // A row: a badge with its letter, the text, and where there are results a bar and its count.
    AUDIENCE_ROW_GAP = 22,
    AUDIENCE_ROW_PAD = 20,
    AUDIENCE_BADGE = 80,
    AUDIENCE_LETTER = 153, // from the row's edge to a text with a letter before it
    AUDIENCE_EDGE = 30,    // … and to any other, and at its end
    AUDIENCE_BARS = 43,    // what a bar and its count take, percent of the page's width
    AUDIENCE_BAR_GAP = 35,
    AUDIENCE_MARK = 52,      // how tall the mark of the first vote is
    AUDIENCE_QUOTE_PAD = 36, // around words that were agreed on
    // The same where a page is set close.
    AUDIENCE_CLOSE_GAP = 16,
    AUDIENCE_CLOSE_PAD = 14,
    AUDIENCE_CLOSE_BADGE = 55,
    // A side of a pair: its number, and the text.
    AUDIENCE_WAY_GAP = 34,  // between the sides
    AUDIENCE_WAY_EDGE = 30, // around what stands in one
    AUDIENCE_WAY_TEXT = 75, // … from its edge to a text with a number before it
    AUDIENCE_LARGE_MOST = 4 // a question of so many lines or fewer is set as a title
};

typedef enum {
    AUDIENCE_BLACK,
    AUDIENCE_TITLE,      // heading: the case
    AUDIENCE_POINTS,     // heading; rows: a sentence each
    AUDIENCE_TEXT_PAGE,  // heading; text
    AUDIENCE_QUESTION,   // heading: one question, large; text: a few words below it
    AUDIENCE_LINES,      // lines: what is said and told
    AUDIENCE_ANSWERS,    // heading; rows: options with a letter, or items
    AUDIENCE_RESULTS,    // the same, with what was voted
    AUDIENCE_WORDS_PAGE, // text: words agreed on; rows: what was noticed in them
    AUDIENCE_GAUGES,     // rows: a gauge each
    AUDIENCE_REASONS,    // rows: label and sentence
    AUDIENCE_PORTRAIT,   // heading: who; rows: on arrival, on departure
    AUDIENCE_WAYS,       // heading; pairs: what two ways have, side by side
    AUDIENCE_KEPT        // rows: the page of the group
} AudienceKind;

// How a page is set, so that what belongs together stands on it.
typedef enum {
    AUDIENCE_SET_WIDE,
    AUDIENCE_SET_CLOSE,  // its rows
    AUDIENCE_SET_CLOSEST // … and what is asked is as small as they are
} AudienceSet;

enum { AUDIENCE_HIDDEN = -1 }; // of a share, a number

typedef struct {
    char letter; // 'A' …; 0: none
    Str label;   // stands before or above the text; may be empty
    Str text;
    Str number;       // "8"; empty: none
    int32_t permille; // of a bar; AUDIENCE_HIDDEN
    int32_t before;   // mark of the first vote on it; AUDIENCE_HIDDEN
    bool followed;
    bool typed;    // in the room: its stars are stars
    Better better; // of a gauge: how to tell better from worse
    int32_t moved; // … -1, 0, 1
} AudienceRow;

// One place of two ways; a text may be empty.
typedef struct {
    Str label; // of both
    struct {
        Str number; // of the decision; "⚑": the ending
        Str text;
        int32_t permille; // of a bar; AUDIENCE_HIDDEN
        bool typed;       // as of a row
    } sides[2];
} AudiencePair;

typedef struct {
    AudienceKind kind;
    Str who, mood; // top left: who speaks
    Str status;    // top right: "Second vote · 14 votes"
    Str heading, text;
    Str note;        // below the rows
    bool has_before; // rows have marks of the first vote, which is explained below them
    bool of_few;     // fewer than TALLY_FEW voted: rows have no counts, and the note says so
    AudienceSet set;
    TOLD_LIST(ToldLine) lines;
    TOLD_LIST(AudienceRow) rows;
    Str ways[2]; // what stands above each side of the pairs
    TOLD_LIST(AudiencePair) pairs;
    int32_t page, page_count;
    struct {
        bool shown;
        int32_t left_s, whole_s;
    } timer;
    Str pause; // the word that is always in sight: one may stop; empty on a black screen
} Audience;

Audience audience_create(const Group *group, const Telling *telling);
int32_t audience_count_pages(const Group *group); // of the phase it is in, 1 or more; black counts for nothing
