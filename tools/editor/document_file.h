// The file of a document: saving it, and what somebody else did to it meanwhile. Neither side is ever lost: whatever
// takes the place of what is written is a step that can be undone, and whatever stood in the file is kept beside it.
//
//     DocumentSave save = {0};
//     document_save_begin(&document, &save, (Str){0}, SAVE_MINE_ONLY);
//     SaveResult result = document_save_run(&save, &error);            // on any thread; touches the disk alone
//     document_save_end(&document, &save, result);
//
// Saving is that of base/file: at every moment the old or the new version is whole on the disk, and the one before
// stays as NAME~. A file is looked at by its content, never by its date.
#pragma once

#include "base/error.h"
#include "editor/document.h"

typedef enum {
    SAVE_MINE_ONLY, // over nothing but what the document itself read or wrote there
    SAVE_OVER       // over whatever stands there; it stays as NAME~
} SaveOver;

typedef enum {
    SAVE_DONE,
    SAVE_CHANGED, // something else stands there: nothing was written
    SAVE_EMPTY,   // an empty document would take the place of one that is not
    SAVE_REFUSED  // by the system: the error says why
} SaveResult;

// One saving. It owns what it needs, so the document may be edited meanwhile.
typedef struct {
    Arena arena;
    Str path, bytes;
    Str expected; // what stands there as far as is known
    bool is_new;  // nothing, as far as is known
    SaveOver over;
} DocumentSave;

// To `path`, or with an empty one to the file of the document, which it then must have.
void document_save_begin(Document *document, DocumentSave *save, Str path, SaveOver over);
SaveResult document_save_run(const DocumentSave *save, Error *error);
void document_save_end(Document *document, DocumentSave *save, SaveResult result);

// All three in a row.
SaveResult document_save(Document *document, SaveOver over, Error *error);

// Another case begins: a file of its own, and an id of its own, in all the past of the document too. The document goes
// on in it.
SaveResult document_save_as(Document *document, Arena *scratch, Str path, Str id, Error *error);
// The same, and the document stays where it is.
SaveResult document_save_copy(const Document *document, Str path, Str id, Error *error);
// An id for it that is none of those: "s01-a-case" gives "s01-a-case-2". It begins as the old one, by which needs and
// themes know a case.
Str document_new_id(Arena *arena, Str id, const Str *taken, int32_t count);

typedef enum {
    DOCUMENT_FILE_SAME,
    DOCUMENT_FILE_CHANGED,
    DOCUMENT_FILE_GONE,
    DOCUMENT_FILE_UNREADABLE,
    DOCUMENT_FILE_NONE
} DocumentFileLook;
DocumentFileLook document_look_at_file(const Document *document); // none: the document has no file yet

// Takes what stands in the file, or in NAME~, as one step; what was written can be had again by undoing it.
NODISCARD bool document_take_file(Document *document, Arena *scratch, int64_t now_ms, Error *error);
bool document_has_previous(const Document *document);
NODISCARD bool document_take_previous(Document *document, Arena *scratch, int64_t now_ms, Error *error);
