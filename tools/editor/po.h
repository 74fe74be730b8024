// Files of messages as translators' tools have them (GNU gettext, PO), in UTF-8.
//
//     Str bytes = po_write(&arena, &messages);
//     int32_t line;
//     if (!po_read(&arena, bytes, &messages, &line)) { … line is none of a PO file … }
//
// What is written is read again as it was. Messages that are commented out are left out; of a plural the first form is
// read. The header is the message without context and id, its lines "Key: value".
#pragma once

#include "base/str.h"

typedef struct {
    Str note; // for translators, above the message; a line
    Str context, id, text;
    bool fuzzy; // not sure: a tool guessed it
} PoMessage;

typedef ROWS_OF(PoMessage) PoMessages;

Str po_write(Arena *arena, const PoMessages *messages);
bool po_read(Arena *arena, Str bytes, PoMessages *messages, int32_t *line);
Str po_header(const PoMessages *messages, Str key); // empty: it does not say
