// What the files that write and read kept sessions as JSON Lines share.
#pragma once

#include "records/store_text.h"

enum { STORE_TEXT_FORMAT = 1 };

#define STORE_TEXT_OF_SESSION S("session")
#define STORE_TEXT_OF_CASE S("case")

// The latest case of the hash and length of that session: the one that a reader takes. NULL: there is none.
StoreTextCase *store_text_find_case(const StoreTextCaseList *cases, const StoreHeader *header);
