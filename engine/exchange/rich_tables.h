// What HTML's elements and entities become in a text of a case. Internal to exchange/rich.
#pragma once

#include "base/str.h"

typedef enum {
    RICH_UNKNOWN, // no element: <votre nom> is text
    RICH_SPAN,    // its content stands for it
    RICH_BREAK,
    RICH_EMPHASIS,
    RICH_PARAGRAPH,
    RICH_HEADING,
    RICH_BLOCK,
    RICH_ITEM,
    RICH_ROW,
    RICH_CELL,
    RICH_LINK,
    RICH_PICTURE,
    RICH_HIDDEN // with its content
} RichElement;

Str rich_tag(Str text);                // the whole tag that `text` begins with, "<a href='>'>"; empty when it is none
RichElement rich_element(Str tag);     // of an opening or a closing one
Str rich_attribute(Str tag, Str name); // its value as written; empty when there is none
void rich_attributes(Str tag, const Str *names, Str *values, int32_t count); // the same of several at once
bool rich_has_block(Str text);                                               // whether anything in it breaks a line
// Bytes up to the end of the closing tag of a hidden element, in what follows its opening tag; 0 of one that has none.
ptrdiff_t rich_hidden_len(Str tag, Str rest);
// The bytes of the entity that `text` begins with, 0 when it is none; what it stands for, in UTF-8.
ptrdiff_t rich_take_entity(Str text, char decoded[4], ptrdiff_t *len);
