// The page of a group: what it keeps and what it wants passed on, as one HTML page to print and hand out. Nothing else
// of the session stands on it: no vote, no way, no name.
//
//     Str page = html_group(&(HtmlGroup){.arena = &arena, .catalog = &catalog, .group = group, .language = S("fr"),
//     …});
#pragma once

#include "base/catalog.h"
#include "group/group.h"

typedef struct {
    Arena *arena; // keeps the page
    const Catalog *catalog;
    const Group *group;
    Str language; // "fr", "en"
    Str date;     // YYYY-MM-DD
} HtmlGroup;

Str html_group(const HtmlGroup *page);
