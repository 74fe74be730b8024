// How every case begins that comes from another tool: its names, and what that tool knows nothing of, which is left to
// complete and told as such by a check. In the order of the canonical layout:
//
//     head_put_names(&json, wish, S("quiz"));
//     …the title…
//     head_put_to_complete(&json, wish->language, alone, group);
//     head_put_rights(&json, &wish->rights);
//     head_put_competency(&json, wish->language);
#pragma once

#include "base/json_write.h"

// Who wrote it, and how others may use it; empty where it is not said.
typedef struct {
    Str license; // an SPDX id where it is one
    const Str *authors;
    int32_t author_count;
} HeadRights;

// A case needs these but the rights, and no file of another tool has all of them.
typedef struct {
    Str id, title;
    Str language; // "fr" or "en": of the case, and of the words that are put in
    HeadRights rights;
} HeadWish;

void head_put_names(JsonWriter *json, const HeadWish *wish, Str kind); // and the format and the language, not the title
void head_put_to_complete(JsonWriter *json, Str language, int32_t alone, int32_t group); // summary, theme; minutes
void head_put_rights(JsonWriter *json, const HeadRights *rights);
void head_put_competency(JsonWriter *json, Str language); // the only one

Str head_competency(Str language);  // its id
Str head_to_complete(Str language); // what stands where nothing could be read
