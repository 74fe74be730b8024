// A passage being taken apart: what tale_parse.c (texts, links, values), tale_sugar.c and tale_harlowe.c (macros)
// share. Internal to exchange/tale.
#pragma once

#include "exchange/tale_parts.h"

// What is open: a condition's text, or brackets that stay in the text.
typedef struct {
    Str outer; // the condition around it
    Str any;   // what held in the branches so far, or-ed
    Str closing;
    bool kept;   // its opening stands in the text: its closing does too
    bool branch; // an if, which an else may follow
} Frame;

enum { TALE_FRAMES = 16 };

typedef struct {
    TaleMaker *maker;
    TalePieces *pieces;
    Str text; // of the passage
    ptrdiff_t at;
    StrBuilder out; // text that is not in a piece yet
    bool styled;    // it has signs that may mean more than themselves
    Str when;       // holds for what comes
    Frame frames[TALE_FRAMES];
    int32_t depth;
    Frame ended;          // the hook that was closed last, for the else that follows it
    ptrdiff_t blind;      // up to here no macro is looked for: one that began before is never closed
    ptrdiff_t last_brace; // the last } of the passage, once a { was met; -1: there is none
    int32_t braces;       // that are open
    int32_t gathers;      // place in `out` where the first of them opened
    int32_t line;
    bool open_style; // @@ of SugarCube
} Parser;

Str tale_rest(const Parser *parser); // what is not read yet
void tale_judge(Parser *parser, Construct construct, Became became, LossReason reason, Str about);
void tale_settle(Parser *parser, Construct construct, Became became);
void tale_keep_text(Parser *parser, Str source);
// A macro that is not converted stands in the text as it was, and is told.
void tale_keep_macro(Parser *parser, Construct construct, LossReason reason, Str source);
void tale_set_when(Parser *parser, Str when); // for the text that comes
void tale_push(Parser *parser, Frame frame);
void tale_end_frame(Parser *parser);
// Begins a branch of `frame`: an if, an else-if, or (without source) an else. False when it cannot be said.
bool tale_begin_branch(Parser *parser, Frame *frame, Str source, bool negated);
void tale_add_change(Parser *parser, TaleChanges *changes, Str source);
void tale_add_changes(Parser *parser, TaleChanges *changes, Str source); // several, parted by , or ;
TaleLink *tale_add_link(Parser *parser, Str text, Str target);
void tale_add_jump(Parser *parser, Str source);          // goes on by itself
bool tale_read_pair(Str source, Str *text, Str *target); // "text", "target"
void tale_show_value(Parser *parser, Str source);

// What the text goes on with, if that is a macro of the format.
bool tale_take_sugar(Parser *parser);
bool tale_take_comment(Parser *parser);                     // of SugarCube
Str tale_drop_styles(Parser *parser, Str text, bool *open); // @@…@@ of SugarCube; open: one is, from text to text
bool tale_take_harlowe(Parser *parser);
bool tale_take_brace(Parser *parser); // of Harlowe
