#include "scenario/condition_lex.h"

#include "base/utf8.h"

typedef struct {
    Str text;
    ConditionCode code;
} Operator;

// A longer sign stands before the one that it begins with.
static const Operator SIGNS[] = {{S_INIT("<="), CODE_AT_MOST},   {S_INIT(">="), CODE_AT_LEAST},
                                 {S_INIT("!="), CODE_NOT_EQUAL}, {S_INIT("<"), CODE_LESS},
                                 {S_INIT(">"), CODE_MORE},       {S_INIT("="), CODE_EQUAL},
                                 {S_INIT("+"), CODE_ADD},        {S_INIT("-"), CODE_SUBTRACT}};
static const Operator WORDS[] = {{S_INIT("and"), CODE_AND}, {S_INIT("or"), CODE_OR}, {S_INIT("not"), CODE_NOT}};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Names have neither capitals nor accents, but a word that has some is told whole: the bytes of Latin letters count
// too. Those after the first never begin a token.
static bool is_word(char c) {
    unsigned char byte = (unsigned char)c;
    bool accent = (byte >= 0x80 && byte <= 0xBF) || (byte >= 0xC3 && byte <= 0xC9);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c) || accent;
}

static bool is_argument(char c) {
    return is_word(c) || c == '-';
}

static int32_t skip_blanks(Str text, int32_t at) {
    while (at < text.len &&
           (text.text[at] == ' ' || text.text[at] == '\t' || text.text[at] == '\n' || text.text[at] == '\r')) {
        at++;
    }
    return at;
}

// As long as `belongs` says so, from byte `at` on.
static Str take_run(Str text, int32_t at, bool (*belongs)(char c)) {
    int32_t end = at;
    while (end < text.len && belongs(text.text[end])) {
        end++;
    }
    return str_slice(text, at, end);
}

static Token read_word(Str text, int32_t at) {
    Str word = take_run(text, at, is_word);
    for (int32_t i = 0; i < COUNT(WORDS); i++) {
        if (str_equal(word, WORDS[i].text)) {
            return (Token){TOKEN_OPERATOR, word, at, WORDS[i].code};
        }
    }
    return (Token){.kind = TOKEN_WORD, .text = word, .at = at};
}

static Token read_sign(Str text, int32_t at) {
    Str rest = str_slice(text, at, text.len);
    for (int32_t i = 0; i < COUNT(SIGNS); i++) {
        if (str_begins(rest, SIGNS[i].text)) {
            return (Token){TOKEN_OPERATOR, SIGNS[i].text, at, SIGNS[i].code};
        }
    }
    TokenKind kind = rest.text[0] == '('   ? TOKEN_OPEN
                     : rest.text[0] == ')' ? TOKEN_CLOSE
                     : rest.text[0] == ',' ? TOKEN_COMMA
                                           : TOKEN_OTHER;
    ptrdiff_t end = 0;
    utf8_decode(rest, &end);
    return (Token){.kind = kind, .text = str_slice(rest, 0, end), .at = at};
}

Token token_read(Str text, int32_t at) {
    at = skip_blanks(text, at);
    if (at == text.len) {
        return (Token){.kind = TOKEN_END, .at = at};
    }
    if (is_digit(text.text[at])) {
        return (Token){.kind = TOKEN_NUMBER, .text = take_run(text, at, is_digit), .at = at};
    }
    return is_word(text.text[at]) ? read_word(text, at) : read_sign(text, at);
}

Token token_read_argument(Str text, int32_t at) {
    at = skip_blanks(text, at);
    Str word = take_run(text, at, is_argument);
    return word.len > 0 ? (Token){.kind = TOKEN_WORD, .text = word, .at = at} : token_read(text, at);
}

int32_t token_end(const Token *token) {
    return token->at + (int32_t)token->text.len;
}
