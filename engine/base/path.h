// Paths, as texts: nothing here looks at the disk. They are UTF-8, and "/" parts their names on every system; on
// Windows one may begin with a drive, or with two for a share, and "\\" parts names as well where somebody wrote it.
#pragma once

#include "base/str.h"

Str path_join(Arena *arena, Str folder, Str name);
Str path_folder(Str path); // what stands before the last separator, "." when there is none
Str path_name(Str path);   // what stands after it
Str path_stem(Str path);   // … without its ending: "ma-banque" of "a/ma-banque.gift"
bool path_is_absolute(Str path);
int32_t path_number(Str path);                             // 12 of "a/name.12.ending"; 0: there is none
Str path_numbered(Arena *arena, Str path, int32_t number); // "a/b (2).html" from 2 on; the path itself for 1
// A file's name for people, "Palabre – Le dossier vert – 2026-11-30.html": what no system keeps for itself of the
// parts, each cut to 72 bytes; empty ones are left out.
Str path_document(Arena *arena, const Str *parts, int32_t count, Str ending);
Str path_url(Arena *arena, Str path); // "file:///a/b%20c" of an absolute one

// As people see it, whose folder `home` is, or empty: "~/a" in it; on Windows, where nobody writes that,
// "C:\\Users\\a".
Str path_tell(Arena *arena, Str path, Str home);
// As they write or paste it, with "/" alone; quotation marks, which no name of Windows has, go there.
Str path_read(Arena *arena, Str written);

bool path_ends(Str path, Str ending); // as in ".json", whether either is in capitals or not: old systems write .JSON
