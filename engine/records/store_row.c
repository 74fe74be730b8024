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

// Four bytes at a time, by halves of bytes: what one of them, followed by so many others, adds to the sum.
static uint32_t add_bytes(uint32_t sum, const unsigned char *bytes, ptrdiff_t len) {
    static const uint32_t AFTER[8][16] = {
        {0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C, 0xEDB88320,
         0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C},
        {0x00000000, 0x77073096, 0xEE0E612C, 0x990951BA, 0x076DC419, 0x706AF48F, 0xE963A535, 0x9E6495A3, 0x0EDB8832,
         0x79DCB8A4, 0xE0D5E91E, 0x97D2D988, 0x09B64C2B, 0x7EB17CBD, 0xE7B82D07, 0x90BF1D91},
        {0x00000000, 0x4AC21251, 0x958424A2, 0xDF4636F3, 0xF0794F05, 0xBABB5D54, 0x65FD6BA7, 0x2F3F79F6, 0x3B83984B,
         0x71418A1A, 0xAE07BCE9, 0xE4C5AEB8, 0xCBFAD74E, 0x8138C51F, 0x5E7EF3EC, 0x14BCE1BD},
        {0x00000000, 0x191B3141, 0x32366282, 0x2B2D53C3, 0x646CC504, 0x7D77F445, 0x565AA786, 0x4F4196C7, 0xC8D98A08,
         0xD1C2BB49, 0xFAEFE88A, 0xE3F4D9CB, 0xACB54F0C, 0xB5AE7E4D, 0x9E832D8E, 0x87981CCF},
        {0x00000000, 0x1C26A370, 0x384D46E0, 0x246BE590, 0x709A8DC0, 0x6CBC2EB0, 0x48D7CB20, 0x54F16850, 0xE1351B80,
         0xFD13B8F0, 0xD9785D60, 0xC55EFE10, 0x91AF9640, 0x8D893530, 0xA9E2D0A0, 0xB5C473D0},
        {0x00000000, 0x01C26A37, 0x0384D46E, 0x0246BE59, 0x0709A8DC, 0x06CBC2EB, 0x048D7CB2, 0x054F1685, 0x0E1351B8,
         0x0FD13B8F, 0x0D9785D6, 0x0C55EFE1, 0x091AF964, 0x08D89353, 0x0A9E2D0A, 0x0B5C473D},
        {0x00000000, 0x5019579F, 0xA032AF3E, 0xF02BF8A1, 0x9B14583D, 0xCB0D0FA2, 0x3B26F703, 0x6B3FA09C, 0xED59B63B,
         0xBD40E1A4, 0x4D6B1905, 0x1D724E9A, 0x764DEE06, 0x2654B999, 0xD67F4138, 0x866616A7},
        {0x00000000, 0xB8BC6765, 0xAA09C88B, 0x12B5AFEE, 0x8F629757, 0x37DEF032, 0x256B5FDC, 0x9DD738B9, 0xC5B428EF,
         0x7D084F8A, 0x6FBDE064, 0xD7018701, 0x4AD6BFB8, 0xF26AD8DD, 0xE0DF7733, 0x58631056},
    };
    uint32_t crc = ~sum;
    ptrdiff_t i = 0;
    for (; i + 4 <= len; i += 4) {
        const unsigned char *next = bytes + i;
        crc ^= (uint32_t)next[0] | (uint32_t)next[1] << 8 | (uint32_t)next[2] << 16 | (uint32_t)next[3] << 24;
        crc = AFTER[7][crc & 0xF] ^ AFTER[6][crc >> 4 & 0xF] ^ AFTER[5][crc >> 8 & 0xF] ^ AFTER[4][crc >> 12 & 0xF] ^
              AFTER[3][crc >> 16 & 0xF] ^ AFTER[2][crc >> 20 & 0xF] ^ AFTER[1][crc >> 24 & 0xF] ^ AFTER[0][crc >> 28];
    }
    for (; i < len; i++) {
        crc = AFTER[0][(crc ^ bytes[i]) & 0xF] ^ (crc >> 4);
        crc = AFTER[0][(crc ^ (bytes[i] >> 4)) & 0xF] ^ (crc >> 4);
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
