// A text of the disk: for one so large that it is better not in memory as a whole. It stands in a file without a name,
// where temporary files go (TMPDIR, else /var/tmp), which nobody else can change and which goes with the program.
//
//     FileDraft *draft = file_draft_load(&arena, path, most, &error); // a file as it is now, whatever becomes of it
//     Str text = file_draft_text(draft);
//     for (…) { …read on in the text…; file_draft_pass(draft, rest); }
//     file_draft_close(draft);
#pragma once

#include "base/error.h"

typedef struct FileDraft FileDraft;

FileDraft *file_draft_begin(Arena *arena); // an empty one; NULL: the system has no room for it
// The bytes of a regular file of at most `most`; NULL, with `error`, when it cannot be read, or there is no room.
FileDraft *file_draft_load(Arena *arena, Str path, ptrdiff_t most, Error *error);
// What a library writes that knows files alone: `write` is given the path of an empty one, which only this user can
// read and whose name is gone when this returns, on Windows when it is closed. NULL: it failed, or the system has no
// room.
FileDraft *file_draft_receive(Arena *arena, bool (*write)(const void *context, Str path), const void *context);
void file_draft_add(FileDraft *draft, Str bytes); // that there was no room is told when it is saved (file_save_draft)
ptrdiff_t file_draft_len(const FileDraft *draft); // bytes; NULL has none

// All of it, until it is closed or added to; empty when the system refuses. Only what is looked at comes into memory.
Str file_draft_text(FileDraft *draft);
// Whoever reads the text from its beginning has come to where `rest` begins: what was looked at may leave memory, and
// comes back when it is looked at again. A `rest` of another text tells nothing; without a draft, NULL, nothing is
// done.
void file_draft_pass(FileDraft *draft, Str rest);
void file_draft_close(FileDraft *draft); // NULL is fine
