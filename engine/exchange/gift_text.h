// The signs of GIFT: what a backslash protects, texts with their format. Internal to exchange/gift.
#pragma once

#include "exchange/bank.h"
#include "exchange/gift.h"
#include "exchange/rich.h"

// Line of the file of each line of a block, for comment lines are gone from it.
typedef struct {
    ptrdiff_t offset;
    int32_t line;
} GiftLine;
typedef ROWS_OF(GiftLine) GiftLines;

// What is left of the file.
typedef struct {
    Str text;
    const char *feed; // the first line feed in it, or its end: a file may have none
    int32_t line;
} GiftFile;

struct Gift {
    Bank *bank;
    Arena *scratch;
    LossReport *report;
    GiftFile source;
    char *room;  // as large as the file, for the blocks of a part
    char *place; // where the next line goes
    bool waits;  // the block is to be read once the bank was emptied
    Str category;
    Str block; // lines of one question, trimmed, without comments
    GiftLines lines;
    bool opened, closed; // braces stand in it, as far as
    ptrdiff_t looked;    // it was looked for them
    Str notes, id, tags; // of the block
    bool bare;           // no sign in it protects another, or means more than itself in any format
    RichFormat format;   // of the question's text
    bool literal;        // the text protects nothing outside of its gaps, and its format is known
    RichSeen seen;       // in it
    int32_t line;        // where the block begins
};

// Signs that parts of a list begin with.
enum { GIFT_EQUALS = 1, GIFT_TILDE = 2, GIFT_HASH = 4 };

ptrdiff_t gift_find(Str text, Str sign);          // the first that no backslash protects, or -1
ptrdiff_t gift_find_any(Str text, uint8_t signs); // the first of several
ptrdiff_t gift_find_last(Str text, Str sign);     // the last
Str gift_unescape(Arena *arena, Str text);
int32_t gift_line(const Gift *gift, Str part); // where a part of the block stands in the file

bool gift_take_format(Str *text, RichFormat *format); // "[html]" at its beginning goes; false when there is none
// A text that may begin with [html] and the like; `format` is its own when it does not, and becomes what it has.
Str gift_text(Gift *gift, Str text, RichFormat *format);
// "%50%" at the beginning of `answer` goes; false when there is none. A decimal comma is told as an error: then
// `*weight` is INT32_MIN.
bool gift_take_weight(Gift *gift, Str *answer, int32_t *weight);
// "3", "3:0.5", "1..5", "*"; one that is none is told.
bool gift_check_number(Gift *gift, Str text, Construct construct);
// Adds a question that was read, with what stands before it.
void gift_add_question(Gift *gift, BankQuestion *question);

// gift_comment.c: a line of comment, of the question that follows; those at the end of the file are of the last one.
void gift_add_comment(Gift *gift, Str line, int32_t number);
void gift_end_comments(Gift *gift);

// gift_cloze.c: whether gaps like {1:MC:~a~=b} stand in the text of a block, and a question for each; what else is
// known of the question stands in `like`.
bool gift_has_gap(Str text);
void gift_read_gaps(Gift *gift, const BankQuestion *like, Str text);
