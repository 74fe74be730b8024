#include "platform/picture.h"

#include "base/error.h"
#include "base/json_write.h"

#include <SDL.h>
#include <zlib.h>

// stb's own packer takes eight times as long for a larger picture. Its quality is for that one.
static unsigned char *pack(unsigned char *bytes, int len, int *packed_len, int quality) {
    enum { LEVEL = 3 };
    (void)quality;
    uLongf room = compressBound((uLong)len);
    unsigned char *packed = SDL_malloc(room);
    if (!packed || compress2(packed, &room, bytes, (uLong)len, LEVEL) != Z_OK) {
        error_out_of_memory();
    }
    *packed_len = (int)room;
    return packed;
}

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBIW_ZLIB_COMPRESS pack
#define STBI_WRITE_NO_STDIO
#define STBIW_MALLOC(size) SDL_malloc(size)
#define STBIW_REALLOC(memory, size) SDL_realloc(memory, size)
#define STBIW_FREE(memory) SDL_free(memory)
#include <stb/stb_image_write.h>

enum { CHANNELS = 3, CHUNK_WORD_BYTES = 4, END_BYTES = 12 };

static void add_bytes(void *context, void *bytes, int len) {
    str_add(context, (Str){bytes, len});
}

static void add_word(StrBuilder *png, uint32_t word) {
    char bytes[CHUNK_WORD_BYTES] = {(char)(word >> 24), (char)(word >> 16), (char)(word >> 8), (char)word};
    str_add(png, (Str){bytes, COUNT(bytes)});
}

// A tEXt chunk (PNG 1.2, 4.2.3.1) before the last one, which is always the same.
static Str add_sum(Arena *arena, Str png, uint32_t sum) {
    Str text = str_format(arena, "tEXtComment%cpixels %08x", '\0', sum);
    StrBuilder with = {.arena = arena};
    str_add(&with, str_slice(png, 0, png.len - END_BYTES));
    add_word(&with, (uint32_t)(text.len - CHUNK_WORD_BYTES));
    str_add(&with, text);
    add_word(&with, (uint32_t)crc32(0, (const Bytef *)text.text, (uInt)text.len));
    str_add(&with, str_slice(png, png.len - END_BYTES, png.len));
    return str_built(&with);
}

Str picture_to_png(Arena *arena, const SDL_Surface *surface) {
    ASSERT(surface->w > 0 && surface->h > 0);
    Arena scratch = {0};
    uint8_t *bytes = arena_push(&scratch, uint8_t, (ptrdiff_t)surface->w * surface->h * CHANNELS);
    uint8_t *to = bytes;
    for (int32_t y = 0; y < surface->h; y++) {
        const char *row = (const char *)surface->pixels + (ptrdiff_t)y * surface->pitch;
        for (int32_t x = 0; x < surface->w; x++) {
            uint32_t pixel = ((const uint32_t *)(const void *)row)[x];
            *to++ = (uint8_t)(pixel >> 16);
            *to++ = (uint8_t)(pixel >> 8);
            *to++ = (uint8_t)pixel;
        }
    }
    stbi_write_force_png_filter = 0; // flat colours: the other filters cost five times as much, for larger pictures
    int row_bytes = surface->w * CHANNELS;
    StrBuilder png = {.arena = &scratch};
    if (!stbi_write_png_to_func(add_bytes, &png, surface->w, surface->h, CHANNELS, bytes, row_bytes)) {
        error_out_of_memory();
    }
    uint32_t sum = (uint32_t)crc32(0, bytes, (uInt)(row_bytes * surface->h));
    Str picture = add_sum(arena, str_built(&png), sum);
    arena_finish(&scratch);
    return picture;
}

static void write_member(JsonWriter *writer, const char *key, Str text) {
    if (text.len > 0) {
        json_write_member_text(writer, str_from_c(key), text);
    }
}

static void write_flag(JsonWriter *writer, const char *key, bool flag) {
    if (flag) {
        json_write_member_bool(writer, str_from_c(key), true);
    }
}

static void write_number(JsonWriter *writer, const char *key, int32_t number) {
    if (number != 0) {
        json_write_member_int(writer, str_from_c(key), number);
    }
}

static void write_rect(JsonWriter *writer, Rect rect) {
    json_write_key(writer, S("rect"));
    json_begin_inline_list(writer);
    json_write_int(writer, rect.x);
    json_write_int(writer, rect.y);
    json_write_int(writer, rect.width);
    json_write_int(writer, rect.height);
    json_end(writer);
}

// Members that say nothing are left out, but for those that every node has.
static void write_node(JsonWriter *writer, const UiTreeNode *node) {
    json_begin_inline_object(writer);
    json_write_member_int(writer, S("depth"), node->depth);
    json_write_member_text(writer, S("role"), ui_role_name(node->role));
    json_write_member_text(writer, S("name"), node->name);
    write_member(writer, "value", node->value);
    write_rect(writer, node->rect);
    json_write_member_bool(writer, S("enabled"), node->enabled);
    write_flag(writer, "focusable", node->focusable);
    write_flag(writer, "focused", node->focused);
    write_flag(writer, "checked", node->checked);
    write_number(writer, "place", node->place);
    write_number(writer, "of", node->set_size);
    json_end(writer);
}

Str tree_to_json(Arena *arena, const UiFrame *frame) {
    JsonWriter writer = json_writer(arena);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("version"), 1);
    json_write_member_int(&writer, S("width"), frame->width);
    json_write_member_int(&writer, S("height"), frame->height);
    json_write_key(&writer, S("nodes"));
    json_begin_list(&writer);
    for (int32_t i = 0; i < frame->tree.count; i++) {
        write_node(&writer, &frame->tree.rows[i]);
    }
    json_end(&writer);
    json_end(&writer);
    return json_written(&writer);
}
