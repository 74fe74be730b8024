#include "base/catalog.h"

#include <string.h>

enum { HEADER_BYTES = 28, PAIR_BYTES = 8 };

static const uint32_t MAGIC = 0x950412deu;

static uint32_t read_number(const Catalog *catalog, uint32_t offset) {
    uint32_t order = catalog->swapped ? 3 : 0;
    uint32_t number = 0;
    for (uint32_t i = 0; i < 4; i++) {
        number |= (uint32_t)(unsigned char)catalog->bytes.text[offset + i] << 8 * (i ^ order);
    }
    return number;
}

// The text that the pair of row `index` points to, without the zero that ends it.
static Str text_of(const Catalog *catalog, uint32_t table, int32_t index) {
    uint32_t pair = table + (uint32_t)index * PAIR_BYTES;
    uint32_t len = read_number(catalog, pair);
    uint32_t offset = read_number(catalog, pair + 4);
    return (Str){catalog->bytes.text + offset, (ptrdiff_t)len};
}

static bool table_is_inside(const Catalog *catalog, uint32_t table) {
    return table <= (uint64_t)catalog->bytes.len &&
           (uint64_t)catalog->count * PAIR_BYTES <= (uint64_t)catalog->bytes.len - table;
}

static bool text_is_inside(const Catalog *catalog, uint32_t table, int32_t index) {
    uint32_t pair = table + (uint32_t)index * PAIR_BYTES;
    uint64_t end = (uint64_t)read_number(catalog, pair) + read_number(catalog, pair + 4);
    return end < (uint64_t)catalog->bytes.len && catalog->bytes.text[end] == '\0';
}

// A message with a plural keeps both its forms, with a zero between them: the first one is its name.
static Str first_form(Str text) {
    return str_cut(&text, '\0');
}

// Sources must ascend, for they are searched by halves.
static bool rows_are_sound(const Catalog *catalog) {
    for (int32_t i = 0; i < catalog->count; i++) {
        if (!text_is_inside(catalog, catalog->source_offset, i) ||
            !text_is_inside(catalog, catalog->target_offset, i)) {
            return false;
        }
        Str source = first_form(text_of(catalog, catalog->source_offset, i));
        if (i > 0 && str_compare(first_form(text_of(catalog, catalog->source_offset, i - 1)), source) >= 0) {
            return false;
        }
    }
    return true;
}

static bool find_target(const Catalog *catalog, Str source, Str *target) {
    int32_t low = 0;
    int32_t high = catalog->count;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        int order = str_compare(first_form(text_of(catalog, catalog->source_offset, middle)), source);
        if (order == 0) {
            *target = text_of(catalog, catalog->target_offset, middle);
            return target->len > 0;
        }
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return false;
}

// The header is the translation of the empty text: lines such as "Plural-Forms: nplurals=2; plural=(n > 1);".
static bool read_plural_rule(Catalog *catalog) {
    Str header = {0};
    find_target(catalog, (Str){0}, &header);
    ptrdiff_t at = str_find(header, S("plural="));
    if (at < 0) {
        return true;
    }
    Str rest = str_slice(header, at + S("plural=").len, header.len);
    Str rule = str_cut(&rest, ';');
    char plain[8] = {0};
    for (ptrdiff_t i = 0, len = 0; i < rule.len && len < (ptrdiff_t)sizeof plain - 1; i++) {
        if (!strchr(" ()", rule.text[i])) {
            plain[len++] = rule.text[i];
        }
    }
    catalog->zero_is_one = strcmp(plain, "n>1") == 0;
    return catalog->zero_is_one || strcmp(plain, "n!=1") == 0;
}

bool catalog_read(Catalog *catalog, Str bytes) {
    Catalog read = {.bytes = bytes};
    *catalog = (Catalog){0};
    if (bytes.len < HEADER_BYTES || bytes.len > INT32_MAX) {
        return false;
    }
    read.swapped = read_number(&read, 0) != MAGIC;
    // The minor revision adds tables that older readers need not know.
    uint32_t count = read_number(&read, 8);
    if (read_number(&read, 0) != MAGIC || read_number(&read, 4) >> 16 != 0 ||
        count > (uint32_t)bytes.len / PAIR_BYTES) {
        return false;
    }
    read.count = (int32_t)count;
    read.source_offset = read_number(&read, 12);
    read.target_offset = read_number(&read, 16);
    if (!table_is_inside(&read, read.source_offset) || !table_is_inside(&read, read.target_offset) ||
        !rows_are_sound(&read) || !read_plural_rule(&read)) {
        return false;
    }
    *catalog = read;
    return true;
}

Str catalog_text(const Catalog *catalog, Str source) {
    Str target;
    return source.len > 0 && find_target(catalog, source, &target) ? first_form(target) : source;
}

Str catalog_plural(const Catalog *catalog, Str one, Str many, int32_t count) {
    bool is_one = catalog->zero_is_one ? count <= 1 : count == 1;
    Str target;
    if (!find_target(catalog, one, &target)) {
        return is_one ? one : many;
    }
    Str first = str_cut(&target, '\0');
    return is_one || target.len == 0 ? first : target;
}

Str catalog_format(Arena *arena, const Catalog *catalog, Str source, const Str *arguments, int32_t count) {
    Str text = catalog_text(catalog, source);
    StrBuilder out = {.arena = arena};
    for (ptrdiff_t i = 0; i < text.len; i++) {
        bool is_slot = text.len - i >= 3 && text.text[i] == '{' && text.text[i + 2] == '}';
        int32_t index = is_slot ? text.text[i + 1] - '0' : -1;
        if (index >= 0 && index < count && index <= 9) {
            str_add(&out, arguments[index]);
            i += 2;
        } else {
            str_add_char(&out, text.text[i]);
        }
    }
    return str_built(&out);
}
