// Paths that are kept in a file beside the settings, as {"format": 1, "paths": ["/a/b", …]}: folders of cases, cases
// that were played.
//
//     KeptList folders = {0};
//     kept_list_read(&folders, &scratch, path);
//     if (kept_list_add(&folders, folder)) {
//         writer_save(writer, path, kept_list_write(&scratch, &folders));
//     }
//     kept_list_finish(&folders);
#pragma once

#include "base/str.h"

typedef struct {
    Arena arena;
    ROWS_OF(Str) rows;
} KeptList;

enum { KEPT_LIST_MOST = 1000 }; // the oldest go

// Where the file is damaged, the one before it (PATH~); where there is none, nothing.
void kept_list_read(KeptList *list, Arena *scratch, Str path);
void kept_list_finish(KeptList *list);
bool kept_list_has(const KeptList *list, Str text);
bool kept_list_add(KeptList *list, Str text);    // false: it is there
bool kept_list_remove(KeptList *list, Str text); // false: it is not
Str kept_list_write(Arena *arena, const KeptList *list);
