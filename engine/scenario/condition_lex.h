// The words and signs of a condition's text. Internal to the conditions.
#pragma once

#include "scenario/condition_code.h"

typedef enum {
    TOKEN_END,
    TOKEN_NUMBER,   // digits, without a sign
    TOKEN_WORD,     // a name; inside the brackets of a call also a slug
    TOKEN_OPERATOR, // `code` says which
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_COMMA,
    TOKEN_OTHER // one character that means nothing here
} TokenKind;

typedef struct {
    TokenKind kind;
    Str text;
    int32_t at; // its first byte
    ConditionCode code;
} Token;

Token token_read(Str text, int32_t at);          // the first token at or after byte `at`
Token token_read_argument(Str text, int32_t at); // … between the brackets of a call, where names and slugs stand
int32_t token_end(const Token *token);
