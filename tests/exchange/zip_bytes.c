#include "exchange/zip_bytes.h"

#include <string.h>

Str zip_package(Arena *arena, Str manifest, Str content) {
    ArchiveFile files[] = {{.name = S("h5p.json"), .bytes = manifest},
                           {.name = S("content/content.json"), .bytes = content}};
    return archive_write(arena, files, COUNT(files));
}

Str zip_change(Arena *arena, Str archive, Str name, int32_t at, int32_t value, int32_t size) {
    enum { LOCAL_NAME = 30, LOCAL_FLAGS = 6, CENTRAL_NAME = 46, CENTRAL_FLAGS = 8 };
    char *text = arena_push_text(arena, archive.len);
    memcpy(text, archive.text, (size_t)archive.len);
    Str bytes = {text, archive.len};
    for (ptrdiff_t i = 0; i + CENTRAL_NAME < bytes.len; i++) {
        bool local = memcmp(text + i, "PK\x03\x04", 4) == 0, central = memcmp(text + i, "PK\x01\x02", 4) == 0;
        ptrdiff_t named = i + (local ? LOCAL_NAME : CENTRAL_NAME);
        bool has = central || (local && at + LOCAL_FLAGS + size <= LOCAL_NAME);
        if (has && str_begins(str_slice(bytes, named, bytes.len), name)) {
            char *place = text + i + (local ? LOCAL_FLAGS : CENTRAL_FLAGS) + at;
            for (int32_t j = 0; j < size; j++) {
                place[j] = (char)(value >> (8 * j));
            }
        }
    }
    return bytes;
}

typedef struct {
    StrBuilder out;
    uint32_t bits;
    int32_t count;
} Bits;

static void add_bits(Bits *bits, uint32_t value, int32_t count) {
    bits->bits |= value << bits->count;
    for (bits->count += count; bits->count >= 8; bits->count -= 8) {
        str_add_char(&bits->out, (char)(bits->bits & 0xFF));
        bits->bits >>= 8;
    }
}

// RFC 1951: one block with the fixed codes, the literal 0, then copies of 258 bytes from one byte before.
Str zip_zeros(Arena *arena, int32_t runs) {
    enum { FINAL_FIXED = 3, LITERAL_0 = 0x0C, LENGTH_258 = 0xA3 }; // codes begin with their highest bit
    Bits bits = {.out = {.arena = arena}};
    add_bits(&bits, FINAL_FIXED, 3);
    add_bits(&bits, LITERAL_0, 8);
    for (int32_t i = 0; i < runs; i++) {
        add_bits(&bits, LENGTH_258, 8);
        add_bits(&bits, 0, 5);
    }
    add_bits(&bits, 0, 7 + 8);
    return str_built(&bits.out);
}
