#include "platform/font_file.h"

#include "base/path.h"

#include <SDL.h>

#define ZLIB_CONST // it promises not to change what it reads
#include <zlib.h>

static SDL_RWops *open_either(Arena *scratch, Str folder, Str name, bool *packed) {
    Str path = path_join(scratch, folder, name);
    SDL_RWops *stream = SDL_RWFromFile(str_to_c(scratch, path), "rb");
    *packed = !stream;
    if (*packed) {
        path = str_format(scratch, "%.*s.gz", S_ARG(path));
        stream = SDL_RWFromFile(str_to_c(scratch, path), "rb");
    }
    return stream;
}

bool font_file_is_there(Arena *scratch, Str folder, Str name, Error *error) {
    bool packed;
    SDL_RWops *stream = open_either(scratch, folder, name, &packed);
    if (!stream) {
        return error_set(error, ERROR_NOT_FOUND, 0, path_join(scratch, folder, name));
    }
    SDL_RWclose(stream);
    return true;
}

// gzip says at the end how much it packed, lowest byte first; a font that is longer or shorter than that is damaged.
static void *unpack(const unsigned char *packed, size_t *len) {
    enum { LONGEST = 16 * 1024 * 1024, SIZE_LEN = 4, AS_GZIP = 16 };
    uint32_t size = 0;
    for (size_t i = *len; *len > SIZE_LEN && i-- > *len - SIZE_LEN;) {
        size = size << 8 | packed[i];
    }
    void *bytes = size > 0 && size <= LONGEST ? SDL_malloc(size) : NULL;
    if (!bytes) {
        return NULL;
    }
    z_stream stream = {.next_in = packed, .avail_in = (uInt)*len, .next_out = bytes, .avail_out = size};
    bool begun = inflateInit2(&stream, MAX_WBITS + AS_GZIP) == Z_OK;
    bool whole = begun && inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0;
    if (begun) {
        (void)inflateEnd(&stream);
    }
    *len = size;
    if (!whole) {
        SDL_free(bytes);
    }
    return whole ? bytes : NULL;
}

void *font_file_load(Arena *scratch, Str folder, Str name, size_t *len) {
    bool packed;
    SDL_RWops *stream = open_either(scratch, folder, name, &packed);
    void *bytes = stream ? SDL_LoadFile_RW(stream, len, 1) : NULL;
    if (!bytes || !packed) {
        return bytes;
    }
    void *unpacked = unpack(bytes, len);
    SDL_free(bytes);
    return unpacked;
}
