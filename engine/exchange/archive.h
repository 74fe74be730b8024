// ZIP archives, as H5P packages are: the door to libzip. Bytes in, bytes out; nothing is ever unpacked to a disk.
//
//     ArchiveFile files[] = {{.name = S("h5p.json")}, {.name = S("content/content.json")}};
//     Str about;
//     ArchiveFault fault = archive_read(&arena, bytes, files, COUNT(files), &about);
#pragma once

#include "base/str.h"

enum { ARCHIVE_MOST_FILES = 10000, ARCHIVE_MOST_BYTES = 8 * 1024 * 1024 }; // in it; of one that is read

typedef enum {
    ARCHIVE_FINE,
    ARCHIVE_BROKEN, // cut off, damaged, or none at all
    ARCHIVE_ENCRYPTED,
    ARCHIVE_UNSAFE,     // a name that leads out of the archive, or a link
    ARCHIVE_COMPRESSED, // in a manner that is neither storing nor deflating
    ARCHIVE_TOO_LARGE,
    ARCHIVE_TOO_MANY
} ArchiveFault;

typedef struct {
    Str name;
    Str bytes;
    bool found; // reading
} ArchiveFile;

bool archive_is(Str bytes);
bool archive_is_there(void); // false: what would read and write them is not installed (exchange_late.c)
// Reads those of `files` that are there; all the others are looked at, but not read. On a fault `about` names the file
// at fault, where there is one.
ArchiveFault archive_read(Arena *arena, Str bytes, ArchiveFile *files, int32_t count, Str *about);
// The same files give the same bytes: they are stored as they are, in this order, with one date for all.
Str archive_write(Arena *arena, const ArchiveFile *files, int32_t count);
