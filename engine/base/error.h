// The three kinds of failure, never mixed.
//
//  - Our bug: ASSERT, on in every build. It prints place and condition and aborts.
//  - The world refused (disk, device, database): the function returns bool, is marked NODISCARD, and its last parameter
//    is an Error that it fills.
//  - The author's text is wrong: findings (scenario/findings.h), as many as there are.
#pragma once

#include "base/str.h"

#define NODISCARD __attribute__((warn_unused_result))

#define ASSERT(condition) ((condition) ? (void)0 : error_abort(__FILE__, __LINE__, #condition))

// Codes are stable names for programs; the words for people come from base/error_text.
typedef enum {
    ERROR_NONE,
    ERROR_NOT_FOUND,    // no file of this name
    ERROR_NOT_A_FILE,   // a folder, a pipe, a device
    ERROR_NOT_A_FOLDER, // something else where a folder is to be
    ERROR_NOT_READABLE, // no permission
    ERROR_NOT_WRITABLE, // no permission, read-only disk
    ERROR_DISK_FULL,
    ERROR_TOO_LARGE,     // over the size the caller stated
    ERROR_NOT_OURS,      // a file of another application
    ERROR_NEWER,         // written by a later Palabre, in a form that this one does not know
    ERROR_DAMAGED,       // not there any more as it was written
    ERROR_HELD,          // another program is using it
    ERROR_REPLACED,      // something else has taken its place since it was opened
    ERROR_NOT_A_SESSION, // what was to be kept is not whole
    ERROR_SYSTEM         // anything else the system said; `system` is its number
} ErrorCode;

typedef struct {
    ErrorCode code;
    int system;     // the system's own number, to be told as it is; 0 when none
    char path[512]; // the file concerned, shortened at the front when longer; "" when none
} Error;

// Fills `error` (which may be NULL) and returns false, so that a function can end with `return error_set(…)`.
bool error_set(Error *error, ErrorCode code, int system, Str path);

_Noreturn void error_abort(const char *file, int line, const char *condition);
_Noreturn void error_out_of_memory(void); // one sentence on standard error, exit status 3
