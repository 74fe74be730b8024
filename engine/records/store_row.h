// What stands in the rows of the store: checksums, and a header field by field, in one table for the database and for
// JSON Lines.
#pragma once

#include "records/store_inside.h"

enum { STORE_FIELDS = 13 };

typedef struct {
    bool is_text;
    Str text;
    int64_t number;
} StoreValue;

Str store_field_key(int32_t field); // in JSON
bool store_field_is_text(int32_t field);
bool store_field_is_flag(int32_t field);
StoreValue store_field_read(const StoreHeader *header, int32_t field);
// Texts are borrowed. False: no value of that field.
bool store_field_write(StoreHeader *header, int32_t field, const StoreValue *value);
bool store_header_equal(const StoreHeader *a, const StoreHeader *b); // as they were kept

// CRC-32 (ISO 3309) of a row: of each of its columns, and of what it belongs to. The first two go on from a sum, at
// first 0; a text counts with its length, so that a letter that moved to the next column shows.
uint32_t store_sum_number(uint32_t sum, int64_t number);
uint32_t store_sum_text(uint32_t sum, Str text);
uint32_t store_sum_case(const StoreHeader *header, Str bytes);
uint32_t store_sum_header(const StoreHeader *header, int64_t case_number);
uint32_t store_sum_log(Str id, Str lines);                             // of the session that has this id
uint32_t store_sum_line(uint32_t of_session, int32_t place, Str line); // goes on from store_sum_text(0, its id)
uint32_t store_sum_state(const StoreState *state);
uint32_t store_sum_note(Str id, Str day, Str line);
uint32_t store_sum_notebook(int64_t notes);
