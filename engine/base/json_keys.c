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

// Puts the key of a row, the last of the set that is in no tree yet, into that of the set.
static bool link_key(JsonKeys *keys, int32_t *tree, int32_t row) {
    JsonKey *key = &keys->rows[row];
    uint8_t bits = 1;
    if (*tree != 0) {
        Str nearest = find_nearest(keys, *tree, key->text);
        ptrdiff_t byte = find_difference(nearest, key->text);
        bits = byte_at(nearest, byte) ^ byte_at(key->text, byte);
        key->byte = (int32_t)byte;
    }
    if (bits == 0) {
        return false;
    }
    key->bit = highest_bit(bits);
    while (*tree > 0 && stands_above(&keys->rows[*tree - 1], key)) {
        tree = &keys->rows[*tree - 1].sides[find_side(&keys->rows[*tree - 1], key->text)];
    }
    int32_t side = find_side(key, key->text);
    key->sides[side] = -(row + 1);
    key->sides[!side] = *tree;
    *tree = *tree == 0 ? -(row + 1) : row + 1;
    return true;
}

static bool is_among(const JsonKeys *keys, int32_t first, Str text) {
    for (int32_t i = first; i < keys->count; i++) {
        if (str_equal(keys->rows[i].text, text)) {
            return true;
        }
    }
    return false;
}

bool json_keys_add(Arena *arena, JsonKeys *keys, JsonKeySet *set, Str text) {
    enum { FEW = 8 };
    if (keys->count - set->first < FEW) {
        if (is_among(keys, set->first, text)) {
            return false;
        }
        rows_push(arena, keys, (JsonKey){.text = text});
        return true;
    }
    if (set->tree == 0) {
        for (int32_t row = set->first; row < keys->count; row++) {
            link_key(keys, &set->tree, row);
        }
    }
    rows_push(arena, keys, (JsonKey){.text = text});
    bool added = link_key(keys, &set->tree, keys->count - 1);
    keys->count -= !added;
    return added;
}
