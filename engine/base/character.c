#include "base/character.h"

#include "base/catalog.h"

// From `first` to `last`; a range inside a wider one comes before it.
static const struct {
    int32_t first, last;
    Str name;
} UNSEEN[] = {
    {0x0000, 0x0000, TR_INIT("the character NUL")},
    {0x0009, 0x0009, TR_INIT("tab")},
    {0x000A, 0x000D, TR_INIT("line end")},
    {0x0085, 0x0085, TR_INIT("line end")},
    {0x0000, 0x001F, TR_INIT("control character")},
    {0x007F, 0x009F, TR_INIT("control character")},
    {0x00A0, 0x00A0, TR_INIT("no-break space")},
    {0x00AD, 0x00AD, TR_INIT("soft hyphen")},
    {0x034F, 0x034F, TR_INIT("joiner without width")},
    {0x061C, 0x061C, TR_INIT("direction mark")},
    {0x115F, 0x1160, TR_INIT("filler without a sign")},
    {0x1680, 0x1680, TR_INIT("space of another width")},
    {0x180B, 0x180F, TR_INIT("variation sign")},
    {0x2000, 0x200A, TR_INIT("space of another width")},
    {0x200B, 0x200B, TR_INIT("space without width")},
    {0x200C, 0x200D, TR_INIT("joiner without width")},
    {0x200E, 0x200F, TR_INIT("direction mark")},
    {0x2028, 0x2029, TR_INIT("line end")},
    {0x202A, 0x202E, TR_INIT("direction mark")},
    {0x202F, 0x202F, TR_INIT("narrow no-break space")},
    {0x205F, 0x205F, TR_INIT("space of another width")},
    {0x2060, 0x2064, TR_INIT("joiner without width")},
    {0x2066, 0x206F, TR_INIT("direction mark")},
    {0x2800, 0x2800, TR_INIT("filler without a sign")},
    {0x3000, 0x3000, TR_INIT("space of another width")},
    {0x3164, 0x3164, TR_INIT("filler without a sign")},
    {0xE000, 0xF8FF, TR_INIT("private sign of one font")},
    {0xFE00, 0xFE0F, TR_INIT("variation sign")},
    {0xFEFF, 0xFEFF, TR_INIT("byte order mark")},
    {0xFFA0, 0xFFA0, TR_INIT("filler without a sign")},
    {0xFFF0, 0xFFFB, TR_INIT("control character")},
    {0xE0000, 0xE01EF, TR_INIT("variation sign")},
};

Str character_name(int32_t code) {
    for (int32_t i = 0; i < COUNT(UNSEEN); i++) {
        if (code >= UNSEEN[i].first && code <= UNSEEN[i].last) {
            return UNSEEN[i].name;
        }
    }
    return (Str){0};
}

Str character_code(Arena *arena, int32_t code) {
    return str_format(arena, "U+%04X", (unsigned)code);
}
