// Shared by the files behind base/file.h and base/file_draft.h on Windows: paths on their way to the system, bytes on
// theirs, and its refusals on their way back. What returns false without an Error leaves the system's last error.
#pragma once

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

// Two of its names are ours as well (base/error.h), which stay.
enum { SYSTEM_DISK_FULL = ERROR_DISK_FULL };
#undef ERROR_DISK_FULL
#undef ERROR_NOT_FOUND

#include "base/error.h"
#include "base/file_draft.h"

typedef HANDLE FileHandle; // NULL when there is none

// The path in full, as the system wants one that may be longer than 260 characters; "nul" and its like stay devices.
// NULL, with an error, for a path that holds a zero or is no UTF-8.
wchar_t *file_win32_path(Arena *arena, Str path);

typedef enum {
    FILE_WIN32_READ,
    FILE_WIN32_READ_ITSELF, // links are not followed
    FILE_WIN32_OVERWRITE,   // what is there already; links are not followed
    FILE_WIN32_EDIT,        // as above, and what it held is read
    FILE_WIN32_CREATE,      // it was not there
    FILE_WIN32_REPLACE      // made, or emptied
} FileWin32Way;

// Of a file that somebody else has, as an antivirus and an indexer have for a moment what was just written, these three
// try for somewhat more than a second.
FileHandle file_win32_open(const wchar_t *path, FileWin32Way way);
bool file_win32_delete(const wchar_t *path);
bool file_win32_move(const wchar_t *from, const wchar_t *to);                               // over what is there
FileHandle file_win32_open_regular(Arena *scratch, Str path, ptrdiff_t *len, Error *error); // to be read
ptrdiff_t file_win32_read(FileHandle file, char *bytes, ptrdiff_t room);                    // 0 at its end, -1: refused
bool file_win32_write(FileHandle file, Str bytes);
bool file_win32_pour(FileHandle from, FileHandle to, ptrdiff_t most); // what is left to be read of the one
bool file_win32_pour_draft(const FileDraft *draft, FileHandle file);  // NULL has nothing
bool file_win32_close(FileHandle file, bool written); // NULL is fine; false, with the first error, when either failed
bool file_win32_is_absent(DWORD system);              // no such file, or no such folder

// Fill `error` from the system's last error and return false. A lack of permission is one to read or one to write.
bool file_win32_refuse_read(Error *error, Str path);
bool file_win32_refuse_write(Error *error, Str path);
