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

// Eight bytes at a time: what a byte, followed by so many others, adds to the sum is what each of its bits adds.
#define OF_BIT(byte, bit, adds) (((byte) >> (bit)&1) * UINT32_C(adds))
#define OF_BYTE(n, a, b, c, d, e, f, g, h)                                                                       \
    (OF_BIT(n, 0, a) ^ OF_BIT(n, 1, b) ^ OF_BIT(n, 2, c) ^ OF_BIT(n, 3, d) ^ OF_BIT(n, 4, e) ^ OF_BIT(n, 5, f) ^ \
     OF_BIT(n, 6, g) ^ OF_BIT(n, 7, h))
#define OF_FOUR(n, ...) \
    OF_BYTE(n, __VA_ARGS__), OF_BYTE((n) + 1, __VA_ARGS__), OF_BYTE((n) + 2, __VA_ARGS__), OF_BYTE((n) + 3, __VA_ARGS__)
#define OF_SIXTEEN(n, ...)                                                                 \
    OF_FOUR(n, __VA_ARGS__), OF_FOUR((n) + 4, __VA_ARGS__), OF_FOUR((n) + 8, __VA_ARGS__), \
        OF_FOUR((n) + 12, __VA_ARGS__)
#define OF_SIXTY_FOUR(n, ...)                                                                         \
    OF_SIXTEEN(n, __VA_ARGS__), OF_SIXTEEN((n) + 16, __VA_ARGS__), OF_SIXTEEN((n) + 32, __VA_ARGS__), \
        OF_SIXTEEN((n) + 48, __VA_ARGS__)
#define OF_EACH_BYTE(...)                                                                               \
    {                                                                                                   \
        OF_SIXTY_FOUR(0, __VA_ARGS__), OF_SIXTY_FOUR(64, __VA_ARGS__), OF_SIXTY_FOUR(128, __VA_ARGS__), \
            OF_SIXTY_FOUR(192, __VA_ARGS__)                                                             \
    }

static uint32_t add_bytes(uint32_t sum, const unsigned char *bytes, ptrdiff_t len) {
    static const uint32_t AFTER[8][256] = {
        OF_EACH_BYTE(0x77073096, 0xEE0E612C, 0x076DC419, 0x0EDB8832, 0x1DB71064, 0x3B6E20C8, 0x76DC4190, 0xEDB88320),
        OF_EACH_BYTE(0x191B3141, 0x32366282, 0x646CC504, 0xC8D98A08, 0x4AC21251, 0x958424A2, 0xF0794F05, 0x3B83984B),
        OF_EACH_BYTE(0x01C26A37, 0x0384D46E, 0x0709A8DC, 0x0E1351B8, 0x1C26A370, 0x384D46E0, 0x709A8DC0, 0xE1351B80),
        OF_EACH_BYTE(0xB8BC6765, 0xAA09C88B, 0x8F629757, 0xC5B428EF, 0x5019579F, 0xA032AF3E, 0x9B14583D, 0xED59B63B),
        OF_EACH_BYTE(0x3D6029B0, 0x7AC05360, 0xF580A6C0, 0x30704BC1, 0x60E09782, 0xC1C12F04, 0x58F35849, 0xB1E6B092),
        OF_EACH_BYTE(0xCB5CD3A5, 0x4DC8A10B, 0x9B914216, 0xEC53826D, 0x03D6029B, 0x07AC0536, 0x0F580A6C, 0x1EB014D8),
        OF_EACH_BYTE(0xA6770BB4, 0x979F1129, 0xF44F2413, 0x33EF4E67, 0x67DE9CCE, 0xCFBD399C, 0x440B7579, 0x8816EAF2),
        OF_EACH_BYTE(0xCCAA009E, 0x4225077D, 0x844A0EFA, 0xD3E51BB5, 0x7CBB312B, 0xF9766256, 0x299DC2ED, 0x533B85DA)};
    uint32_t crc = ~sum;
    ptrdiff_t i = 0;
    for (; i + 8 <= len; i += 8) {
        const unsigned char *next = bytes + i;
        uint32_t first =
            crc ^ ((uint32_t)next[0] | (uint32_t)next[1] << 8 | (uint32_t)next[2] << 16 | (uint32_t)next[3] << 24);
        crc = AFTER[7][first & 0xFF] ^ AFTER[6][first >> 8 & 0xFF] ^ AFTER[5][first >> 16 & 0xFF] ^
              AFTER[4][first >> 24] ^ AFTER[3][next[4]] ^ AFTER[2][next[5]] ^ AFTER[1][next[6]] ^ AFTER[0][next[7]];
    }
    for (; i < len; i++) {
        crc = AFTER[0][(crc ^ bytes[i]) & 0xFF] ^ (crc >> 8);
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

uint32_t store_sum_log(Str id, Str lines) {
    return store_sum_text(store_sum_text(0, id), lines);
}

uint32_t store_sum_line(uint32_t of_session, int32_t place, Str line) {
    return store_sum_text(store_sum_number(of_session, place), line);
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
