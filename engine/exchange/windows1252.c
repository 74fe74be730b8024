#include "exchange/windows1252.h"

// What 0x80 … 0x9F stand for; those without a sign are 0.
static const uint16_t HIGH[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

static bool is_control(uint8_t byte) {
    return byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
}

bool windows1252_decode(Arena *arena, Str bytes, Str *text) {
    enum { ASCII = 0x80, LATIN = 0xA0, TWO_BYTES = 0x800 };
    StrBuilder out = {.arena = arena};
    for (ptrdiff_t i = 0; i < bytes.len; i++) {
        uint8_t byte = (uint8_t)bytes.text[i];
        uint32_t code = byte >= ASCII && byte < LATIN ? HIGH[byte - ASCII] : byte;
        if (code == 0 || is_control(byte)) {
            return false;
        }
        if (code < ASCII) {
            str_add_char(&out, (char)code);
        } else if (code < TWO_BYTES) {
            str_add_char(&out, (char)(0xC0 | code >> 6));
            str_add_char(&out, (char)(0x80 | (code & 0x3F)));
        } else {
            str_add_char(&out, (char)(0xE0 | code >> 12));
            str_add_char(&out, (char)(0x80 | (code >> 6 & 0x3F)));
            str_add_char(&out, (char)(0x80 | (code & 0x3F)));
        }
    }
    *text = str_built(&out);
    return true;
}
