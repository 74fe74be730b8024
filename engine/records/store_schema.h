// How the store lies in its database, by numbered steps: a file of an earlier version is led to this one at the first
// opening that writes. No step moves what was kept: sessions of before stay as rows of `lines`, later ones are a row of
// `logs` each.
#pragma once

#include "records/store_database.h"

enum { STORE_APPLICATION = 0x50616C61, STORE_VERSION = 4 }; // application_id "Pala", user_version

// Leads an empty database, or one of an earlier version, to this one, within a transaction of the caller's.
NODISCARD bool store_schema_migrate(StoreDatabase *database, int32_t from, Error *error);

// Holds the tables, indexes and triggers against those of that version. ERROR_DAMAGED: something is other than it was
// made, or there is more.
NODISCARD bool store_schema_check(StoreDatabase *database, int32_t version, Error *error);
