// Files. The core takes bytes: whoever touches the disk does so through this header. Paths are UTF-8 (base/path.h).
#pragma once

#include "base/error.h"
#include "base/file_draft.h"

// Reads a regular file of at most `most` bytes into `arena`. A folder, a pipe or a device is refused without being
// opened for long; a file that grows while it is read is read up to the size it had. `path` "-" reads standard input.
NODISCARD bool file_load(Arena *arena, Str path, ptrdiff_t most, Str *bytes, Error *error);

// The same of the first `most` bytes of a file that may be larger; never of standard input.
NODISCARD bool file_load_start(Arena *arena, Str path, ptrdiff_t most, Str *bytes, Error *error);

// Replaces `path` by `bytes` so that at every moment either the old or the new version is whole on the disk: links are
// resolved, a new file beside it is written, synced and renamed over it, the old version is kept as `path~`, the folder
// is synced. A new file gets mode 0600, another keeps the one it had; one that is marked read-only is not replaced. On
// failure the old version stands, except when only the last step fails: then the new one does, but may not outlive a
// power cut. Programs that save in the same folder at once wait for each other, for two seconds at most.
NODISCARD bool file_save(Str path, Str bytes, Error *error);

// The same of `head` and what stands in a draft behind it; NULL: nothing.
NODISCARD bool file_save_draft(Str path, Str head, const FileDraft *rest, Error *error);

// Makes an empty file, mode 0600, which is on the disk with its name; something that stands there, a link too, is
// refused.
NODISCARD bool file_create(Str path, Error *error);

// Adds bytes that end a line to a file, which is made, with mode 0600, when it is not there; true once they are on the
// disk. What stands behind the last line end was torn off by a crash and goes first. Links are not followed. On failure
// no part of the bytes stays, where that can be helped.
NODISCARD bool file_append(Str path, Str line, Error *error);

// Writes `bytes` where `path` leads, as the > of a shell does: into a new file, over what a file held, into a device or
// a pipe. For what can be made again: a failure leaves a part of it.
NODISCARD bool file_write(Str path, Str bytes, Error *error);

// A regular file, links followed. False when there is none by that name.
typedef struct {
    int64_t len;        // bytes
    int64_t changed_us; // microseconds since 1970, by the system's clock
} FileLook;

NODISCARD bool file_look(Str path, FileLook *look);
bool file_set_changed(Str path, int64_t changed_us, Error *error); // links are not followed

// Names of the entries of a folder that end with `suffix`, in small letters or capitals, sorted by bytes; an absent
// folder has none.
typedef ROWS_OF(Str) FileList;

NODISCARD bool file_list(Arena *arena, Str folder, Str suffix, FileList *names, Error *error);
bool file_exists(Str path);         // of any kind; a link that leads nowhere too
int32_t file_free_number(Str path); // the first of its numbers (path_numbered) that nothing has
bool file_is_folder(Str path);      // links followed
bool file_is_link(Str path);
bool file_is_shared(Str path);   // a folder into which others of this machine can look
bool file_is_same(Str a, Str b); // both are there, and are one file by whatever names

// Makes a folder, and those above it that are not there, with mode 0700. One that is there stays as it is.
NODISCARD bool file_make_folder(Str path, Error *error);
NODISCARD bool file_make_private(Str path, Error *error); // … but for others, who are shut out of it where that can be

// Gives a file another name in its folder; what stood there goes as by file_erase.
NODISCARD bool file_rename(Str path, Str name, Error *error);

typedef struct FileLock FileLock;

// Takes a lock on a file, which is made, with mode 0600, when it is not there. One program at a time has it, and it
// goes with the program. NULL when another has it: then `error` is left alone; or when the system refuses.
FileLock *file_lock(Arena *arena, Str path, Error *error);
void file_unlock(FileLock *lock); // NULL is fine

// Overwrites a regular file with zeros, syncs it and takes its name away. A link is not followed: only it goes. What is
// not there is erased already.
NODISCARD bool file_erase(Str path, Error *error);
