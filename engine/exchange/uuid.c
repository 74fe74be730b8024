#include "exchange/uuid.h"

Str uuid_make(Arena *arena, Str name, bool small) {
    uint64_t halves[2] = {0xCBF29CE484222325U, 0x84222325CBF29CE4U};
    for (int32_t half = 0; half < 2; half++) {
        for (ptrdiff_t at = 0; at < name.len; at++) {
            halves[half] = (halves[half] ^ (uint8_t)name.text[at]) * 0x100000001B3U;
        }
    }
    const char *format = small ? "%08x-%04x-4%03x-%04x-%08x%04x" : "%08X-%04X-4%03X-%04X-%08X%04X";
    return str_format(arena, format, (unsigned)(halves[0] >> 32), (unsigned)(halves[0] >> 16 & 0xFFFF),
                      (unsigned)(halves[0] & 0xFFF), (unsigned)(0x8000 | (halves[1] >> 48 & 0x3FFF)),
                      (unsigned)(halves[1] & 0xFFFFFFFF), (unsigned)(halves[1] >> 32 & 0xFFFF));
}
