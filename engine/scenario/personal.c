#include "scenario/personal.h"

#include <string.h>

// A form that a number may have: 9 stands for a digit, 0 for itself, _ for at most one separator; other letters for a
// few characters each (see fits).
static const char *const PHONE_FORMS[] = {"0P_99_99_99_99",        "+33_P_99_99_99_99",  "+33_(0)P_99_99_99_99",
                                          "+33_(0)_P_99_99_99_99", "+33)_P_99_99_99_99", "00_33_P_99_99_99_99",
                                          "00_33_(0)P_99_99_99_99"};
static const char *const SECURITY_FORMS[] = {"S_99_99_9C_999_999_99", "S_99_99_9C_999_999"};

enum { DIGITS = 24 }; // more than any form has

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

static bool is_word(char c) {
    return is_digit(c) || is_capital(c) || (c >= 'a' && c <= 'z');
}

static char byte_at(Str text, ptrdiff_t at) {
    return at >= 0 && at < text.len ? text.text[at] : ' ';
}

static bool fits(char form, char c) {
    switch (form) {
    case '9':
        return is_digit(c);
    case 'P': // 08 is never a person's
        return is_digit(c) && c != '0' && c != '8';
    case 'S': // 3, 4, 7, 8: numbers given for a time
        return is_digit(c) && c != '0' && c != '5' && c != '6' && c != '9';
    case 'C': // 2A and 2B are departments
        return is_digit(c) || c == 'A' || c == 'B';
    default:
        return form == c;
    }
}

static ptrdiff_t skip_separator(Str text, ptrdiff_t at) {
    char c = byte_at(text, at);
    if (c == ' ' || c == '.' || c == '-') {
        return at + 1;
    }
    Str rest = str_slice(text, at, at + 3);
    if (str_begins(rest, S("\u00A0"))) {
        return at + 2;
    }
    return str_begins(rest, S("\u202F")) || str_begins(rest, S("\u2009")) ? at + 3 : at;
}

// Where a number of that form at `at` ends, or -1. Its digits and letters are left in `digits`.
static ptrdiff_t match_form(Str text, ptrdiff_t at, const char *form, char digits[DIGITS]) {
    int32_t count = 0;
    for (; *form != 0; form++) {
        if (*form == '_') {
            at = skip_separator(text, at);
            continue;
        }
        char c = byte_at(text, at);
        if (!fits(*form, c)) {
            return -1;
        }
        if (is_word(c)) {
            digits[count++] = c;
        }
        at++;
    }
    digits[count] = 0;
    return is_word(byte_at(text, at)) ? -1 : at;
}

static bool is_kept_for_fiction(Str digits) {
    static const Str KEPT[] = {S_INIT("19900"), S_INIT("26191"), S_INIT("35301"),
                               S_INIT("46571"), S_INIT("53649"), S_INIT("63998")};
    Str from_area = str_slice(digits, digits.len - 9, digits.len);
    for (int32_t i = 0; i < COUNT(KEPT); i++) {
        if (str_begins(from_area, KEPT[i])) {
            return true;
        }
    }
    return false;
}

static ptrdiff_t match_phone(Str text, ptrdiff_t at) {
    for (int32_t i = 0; i < COUNT(PHONE_FORMS); i++) {
        char digits[DIGITS];
        ptrdiff_t end = match_form(text, at, PHONE_FORMS[i], digits);
        if (end >= 0 && !is_kept_for_fiction(str_from_c(digits))) {
            return end;
        }
    }
    return -1;
}

// The month of birth is 01 to 12, or from 20 on where it is not known.
static ptrdiff_t match_security(Str text, ptrdiff_t at) {
    enum { MONTH = 3 };
    for (int32_t i = 0; i < COUNT(SECURITY_FORMS); i++) {
        char digits[DIGITS];
        ptrdiff_t end = match_form(text, at, SECURITY_FORMS[i], digits);
        int32_t month = 0;
        if (end >= 0 && str_to_int((Str){digits + MONTH, 2}, &month) && ((month >= 1 && month <= 12) || month >= 20)) {
            return end;
        }
    }
    return -1;
}

// An IBAN: its country says how long it is.
static ptrdiff_t match_iban(Str text, ptrdiff_t at) {
    static const struct {
        char country[3];
        int32_t len;
    } IBANS[] = {{"BE", 16}, {"CH", 21}, {"DE", 22}, {"ES", 24}, {"FR", 27}, {"GB", 22},
                 {"IE", 22}, {"IT", 27}, {"LU", 20}, {"MC", 27}, {"NL", 18}, {"PT", 25}};
    int32_t len = 0;
    for (int32_t i = 0; i < COUNT(IBANS); i++) {
        len = str_begins(str_slice(text, at, text.len), (Str){IBANS[i].country, 2}) ? IBANS[i].len : len;
    }
    for (int32_t i = 0; i < len; i++) {
        at = i > 3 ? skip_separator(text, at) : at;
        char c = byte_at(text, at);
        if (!is_digit(c) && !(is_capital(c) && (i < 2 || i > 3))) {
            return -1;
        }
        at++;
    }
    return len > 0 && !is_word(byte_at(text, at)) ? at : -1;
}

static bool is_mail(char c) {
    return is_word(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

static PersonalPart find_mail(Str text, ptrdiff_t sign) {
    ptrdiff_t from = sign;
    while (is_mail(byte_at(text, from - 1))) {
        from--;
    }
    ptrdiff_t to = sign + 1;
    ptrdiff_t dot = 0;
    for (; is_word(byte_at(text, to)) || byte_at(text, to) == '-' || byte_at(text, to) == '.'; to++) {
        dot = byte_at(text, to) == '.' && is_word(byte_at(text, to + 1)) && to > sign + 1 ? to : dot;
    }
    while (to > sign + 1 && !is_word(byte_at(text, to - 1))) { // the full stop of a sentence
        to--;
    }
    bool whole = from < sign && dot > 0 && to - dot > 2;
    return whole ? (PersonalPart){(int32_t)from, (int32_t)to} : (PersonalPart){0};
}

// Finds a number that begins with the digit at `at`, with the plus sign before it, or with the two capitals of an IBAN.
static PersonalPart find_number(Str text, ptrdiff_t at) {
    bool capitals = is_capital(byte_at(text, at - 2)) && is_capital(byte_at(text, at - 1));
    ptrdiff_t from = capitals ? at - 2 : byte_at(text, at - 1) == '+' ? at - 1 : at;
    if (is_word(byte_at(text, from - 1))) {
        return (PersonalPart){0};
    }
    ptrdiff_t end = capitals ? match_iban(text, from) : match_phone(text, from);
    if (end < 0) {
        end = match_security(text, from);
    }
    return end >= 0 ? (PersonalPart){(int32_t)from, (int32_t)end} : (PersonalPart){0};
}

static uint64_t has_zero(uint64_t eight) {
    return (eight - UINT64_C(0x0101010101010101)) & ~eight & UINT64_C(0x8080808080808080);
}

// Past the bytes from `at` on, eight by eight, among which is no 0x30 … 0x3F (the digits, and little else) and no @.
static ptrdiff_t skip_others(Str text, ptrdiff_t at) {
    uint64_t eight = 0;
    for (; at + (ptrdiff_t)sizeof eight <= text.len; at += (ptrdiff_t)sizeof eight) {
        memcpy(&eight, text.text + at, sizeof eight);
        uint64_t halves = (eight & UINT64_C(0xF0F0F0F0F0F0F0F0)) ^ UINT64_C(0x3030303030303030);
        if ((has_zero(halves) | has_zero(eight ^ UINT64_C(0x4040404040404040))) != 0) {
            break;
        }
    }
    return at;
}

PersonalPart personal_find(Str text, int32_t from) {
    enum { STEP = 8 };
    for (ptrdiff_t at = from; at < text.len; at++) {
        if ((at - from) % STEP == 0) {
            at = skip_others(text, at);
        }
        char c = byte_at(text, at);
        if (c != '@' && !is_digit(c)) {
            continue;
        }
        PersonalPart part = c == '@' ? find_mail(text, at) : find_number(text, at);
        if (part.to > 0) {
            return part;
        }
    }
    return (PersonalPart){0};
}
