// How rows are written. Internal to push/parcel*.c.
#pragma once

#include "push/parcel.h"

typedef enum { PARCEL_FIRST = 1, PARCEL_LAST = 2, PARCEL_BOTH = PARCEL_FIRST | PARCEL_LAST } ParcelCounted;

// The builder of a table, ready to be written to.
StrBuilder *parcel_rows(Parcel *parcel, ParcelTable table);

Str parcel_flag(bool holds); // as COPY reads it
Str parcel_id(const ParcelCase *of, Name name);
bool parcel_is_suspended(const ParcelCase *of); // judgement: no marks are told
