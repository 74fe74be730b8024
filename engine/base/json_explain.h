// Why JSON breaks off: what people write by hand, or paste, that is no JSON. Looked at once a file, after the strict
// pass refused it (JSON_BAD) at a byte offset.
//
//     JsonExplained why = json_explain(bytes, offset);   // {JSON_BAD_CURLY, “}
#pragma once

#include "base/str.h"

typedef enum {
    JSON_BAD_SIGN,     // a sign that cannot stand here, and nothing more is known
    JSON_BAD_EMPTY,    // nothing but white space in the whole file
    JSON_BAD_CUT,      // the file ends; `about` is what should have closed first
    JSON_BAD_UNSEEN,   // a character that cannot be seen, and is no white space of JSON
    JSON_BAD_CURLY,    // a quotation mark of a word processor
    JSON_BAD_SINGLE,   // an apostrophe in the place of a quotation mark
    JSON_BAD_COMMENT,  // `about` is how it begins
    JSON_BAD_LINE_END, // within a text
    JSON_BAD_CONTROL,  // a control character within a text
    JSON_BAD_ESCAPE,   // a backslash that says nothing; `about` is it and what follows
    JSON_BAD_QUOTES,   // a text ended, and more of it follows
    JSON_BAD_NO_COMMA, // something follows a value
    JSON_BAD_COMMA,    // a comma with nothing before it, or nothing behind it
    JSON_BAD_NO_COLON, // something else follows a key
    JSON_BAD_NO_VALUE, // nothing follows a colon
    JSON_BAD_KEY,      // in the place of a key; `about` is the word or sign
    JSON_BAD_WORD,     // a word without quotation marks in the place of a value
    JSON_BAD_CLOSING,  // closes what is not open; `about` is what should close
    JSON_BAD_FILE      // the file does not begin as JSON does; `about` is how it begins
} JsonBad;

typedef struct {
    JsonBad kind;
    int32_t code; // of the character at the offset; -1 at the end of the bytes
    Str about;    // stands in the bytes, or is a constant
} JsonExplained;

JsonExplained json_explain(Str bytes, int32_t offset);
