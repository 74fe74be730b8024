#include "records/store_row.h"

#include "base/limits.h"

typedef enum { FIELD_TEXT, FIELD_KIND, FIELD_COUNT, FIELD_LEN, FIELD_FLAG } FieldType;

static const struct {
    Str key;
    FieldType type;
    size_t at;
} FIELDS[STORE_FIELDS] = {
    {S_INIT("id"), FIELD_TEXT, offsetof(StoreHeader, id)},
    {S_INIT("kind"), FIELD_KIND, offsetof(StoreHeader, kind)},
    {S_INIT("case"), FIELD_TEXT, offsetof(StoreHeader, case_id)},
    {S_INIT("title"), FIELD_TEXT, offsetof(StoreHeader, title)},
    {S_INIT("hash"), FIELD_TEXT, offsetof(StoreHeader, hash)},
    {S_INIT("len"), FIELD_LEN, offsetof(StoreHeader, len)},
    {S_INIT("begun"), FIELD_TEXT, offsetof(StoreHeader, begun)},
    {S_INIT("kept"), FIELD_TEXT, offsetof(StoreHeader, kept)},
    {S_INIT("erase_after"), FIELD_TEXT, offsetof(StoreHeader, erase_after)},
    {S_INIT("consent"), FIELD_FLAG, offsetof(StoreHeader, consent)},
    {S_INIT("label"), FIELD_TEXT, offsetof(StoreHeader, label)},
    {S_INIT("present"), FIELD_COUNT, offsetof(StoreHeader, present)},
    {S_INIT("lines"), FIELD_COUNT, offsetof(StoreHeader, line_count)},
};

static const Str KINDS[] = {[STORE_SOLO] = S_INIT("solo"), [STORE_GROUP] = S_INIT("group")};

Str store_field_key(int32_t field) {
    return FIELDS[field].key;
}

bool store_field_is_text(int32_t field) {
    return FIELDS[field].type == FIELD_TEXT || FIELDS[field].type == FIELD_KIND;
}

bool store_field_is_flag(int32_t field) {
    return FIELDS[field].type == FIELD_FLAG;
}

StoreValue store_field_read(const StoreHeader *header, int32_t field) {
    const void *place = (const char *)header + FIELDS[field].at;
    switch (FIELDS[field].type) {
    case FIELD_TEXT:
        return (StoreValue){.is_text = true, .text = *(const Str *)place};
    case FIELD_KIND:
        return (StoreValue){.is_text = true, .text = KINDS[*(const StoreKind *)place]};
    case FIELD_COUNT:
        return (StoreValue){.number = *(const int32_t *)place};
    case FIELD_LEN:
        return (StoreValue){.number = *(const int64_t *)place};
    case FIELD_FLAG:
        return (StoreValue){.number = *(const bool *)place};
    }
    return (StoreValue){0};
}

static bool find_kind(Str word, StoreKind *kind) {
    for (int32_t i = 0; i < COUNT(KINDS); i++) {
        if (str_equal(word, KINDS[i])) {
            *kind = (StoreKind)i;
            return true;
        }
    }
    return false;
}

bool store_field_write(StoreHeader *header, int32_t field, const StoreValue *value) {
    void *place = (char *)header + FIELDS[field].at;
    bool fits = value->is_text == store_field_is_text(field);
    switch (FIELDS[field].type) {
    case FIELD_TEXT:
        *(Str *)place = value->text;
        return fits;
    case FIELD_KIND:
        return fits && find_kind(value->text, place);
    case FIELD_COUNT:
        fits = fits && value->number >= 0 && value->number <= LIMIT_SESSION_LINES;
        *(int32_t *)place = fits ? (int32_t)value->number : 0;
        return fits;
    case FIELD_LEN:
        *(int64_t *)place = value->number;
        return fits && value->number >= 0;
    case FIELD_FLAG:
        *(bool *)place = value->number == 1;
        return fits && (value->number == 0 || value->number == 1);
    }
    return false;
}

bool store_header_equal(const StoreHeader *a, const StoreHeader *b) {
    for (int32_t i = 0; i < STORE_FIELDS; i++) {
        StoreValue left = store_field_read(a, i);
        StoreValue right = store_field_read(b, i);
        if (left.number != right.number || !str_equal(left.text, right.text)) {
            return false;
        }
    }
    return true;
}

// Half a byte at a time: a table of sixteen, and no more time than a session has.
static uint32_t add_bytes(uint32_t sum, const unsigned char *bytes, ptrdiff_t len) {
    static const uint32_t NIBBLES[16] = {0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4,
                                         0x4DB26158, 0x5005713C, 0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C,
                                         0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C};
    uint32_t crc = ~sum;
    for (ptrdiff_t i = 0; i < len; i++) {
        crc = NIBBLES[(crc ^ bytes[i]) & 0xF] ^ (crc >> 4);
        crc = NIBBLES[(crc ^ (bytes[i] >> 4)) & 0xF] ^ (crc >> 4);
    }
    return ~crc;
}

uint32_t store_sum_number(uint32_t sum, int64_t number) {
    unsigned char bytes[8];
    for (int32_t i = 0; i < COUNT(bytes); i++) {
        bytes[i] = (unsigned char)((uint64_t)number >> (8 * i));
    }
    return add_bytes(sum, bytes, COUNT(bytes));
}

uint32_t store_sum_text(uint32_t sum, Str text) {
    return add_bytes(store_sum_number(sum, text.len), (const unsigned char *)text.text, text.len);
}

uint32_t store_sum_case(const StoreHeader *header, Str bytes) {
    return store_sum_text(store_sum_number(store_sum_text(0, header->hash), header->len), bytes);
}

uint32_t store_sum_header(const StoreHeader *header, int64_t case_number) {
    uint32_t sum = 0;
    for (int32_t i = 0; i < STORE_FIELDS; i++) {
        StoreValue value = store_field_read(header, i);
        sum = value.is_text ? store_sum_text(sum, value.text) : store_sum_number(sum, value.number);
    }
    return store_sum_number(sum, case_number);
}

uint32_t store_sum_line(Str id, int32_t place, Str line) {
    return store_sum_text(store_sum_number(store_sum_text(0, id), place), line);
}

uint32_t store_sum_state(const StoreState *state) {
    return store_sum_text(store_sum_number(store_sum_number(0, state->sessions), state->swept), state->last_day);
}

uint32_t store_sum_note(Str id, Str day, Str line) {
    return store_sum_text(store_sum_text(store_sum_text(0, id), day), line);
}

uint32_t store_sum_notebook(int64_t notes) {
    return store_sum_number(0, notes);
}
