#include "base/json_keys.h"

static uint8_t byte_at(Str text, ptrdiff_t at) {
    return at < text.len ? (uint8_t)text.text[at] : 0; // no key holds a NUL, so that 0 is its end
}

static int32_t find_side(const JsonKey *node, Str text) {
    return (byte_at(text, node->byte) & node->bit) != 0;
}

// A key that has the longest beginning in common with `text`.
static Str find_nearest(const JsonKeys *keys, int32_t tree, Str text) {
    while (tree > 0 && keys->rows[tree - 1].byte <= text.len) {
        tree = keys->rows[tree - 1].sides[find_side(&keys->rows[tree - 1], text)];
    }
    return keys->rows[(tree > 0 ? tree : -tree) - 1].text;
}

static ptrdiff_t find_difference(Str a, Str b) {
    ptrdiff_t at = 0;
    while (at < a.len && at < b.len && a.text[at] == b.text[at]) {
        at++;
    }
    return at;
}

static uint8_t highest_bit(uint8_t bits) {
    while ((bits & (bits - 1)) != 0) {
        bits &= (uint8_t)(bits - 1);
    }
    return bits;
}

static bool stands_above(const JsonKey *node, const JsonKey *key) {
    return node->byte < key->byte || (node->byte == key->byte && node->bit > key->bit);
}

bool json_keys_add(Arena *arena, JsonKeys *keys, int32_t *tree, Str text) {
    ptrdiff_t byte = 0;
    uint8_t bits = 1;
    if (*tree != 0) {
        Str nearest = find_nearest(keys, *tree, text);
        byte = find_difference(nearest, text);
        bits = byte_at(nearest, byte) ^ byte_at(text, byte);
    }
    if (bits == 0) {
        return false;
    }
    rows_push(arena, keys, (JsonKey){.text = text, .byte = (int32_t)byte, .bit = highest_bit(bits)});
    JsonKey *key = &keys->rows[keys->count - 1];
    while (*tree > 0 && stands_above(&keys->rows[*tree - 1], key)) {
        tree = &keys->rows[*tree - 1].sides[find_side(&keys->rows[*tree - 1], text)];
    }
    int32_t side = find_side(key, text);
    key->sides[side] = -keys->count;
    key->sides[!side] = *tree;
    *tree = *tree == 0 ? -keys->count : keys->count;
    return true;
}
