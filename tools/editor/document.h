// A case that is being written: the file it came from, every state it had, and what is read of the present one. The
// editor's window reads a Document and changes it by these functions alone. No thread, no clock: the time comes in.
//
//     Document document;
//     document_init(&document, &framework);
//     if (document_open(&document, &scratch, path, &error)) {
//         document.reading.scenario, .findings, .bytes        // what the panels show
//         Operation operation = operation_text(&frame, at, text);
//         document_edit(&document, &scratch, &operation, 1, &(Moment){.now_ms = now, .typed = true});
//         document_undo(&document, &scratch);
//         document_is_unsaved(&document)
//     }
//     document_finish(&document);
//
// A state is the case in its canonical form (scenario/scenario_write.h), so that a change of one word is a change of
// one line; nothing that stands in the file is lost on the way, however wrong. Bytes that are no object of format 1 at
// all (Scenario.read) are kept as they stand: they can be saved, and replaced as a whole. Places are true at all times:
// each state is parsed anew.
//
// A Document stays where it is: what it has read points into it.
//
// Letters that are typed at one place, each within a second of the one before and next to what was typed, are one step.
// "Unsaved" compares bytes: what was undone back to the saved state, or typed back to it, is saved.
#pragma once

#include "base/error.h"
#include "editor/operation.h"
#include "editor/revisions.h"
#include "scenario/scenario_parse.h"

enum { DOCUMENT_TYPING_MS = 1000 }; // the longest pause within one step

// One state, read.
typedef struct {
    Arena arena;
    Str bytes;
    const Scenario *scenario;
    Findings findings; // of reading alone, not located; checks may add theirs (check/case_check.h)
} DocumentReading;

// The file of a document, as it was last seen.
typedef struct {
    Arena arena;
    Str path;  // empty: it has none yet
    Str bytes; // what stood there
    Str saved; // the state that these bytes mean; the bytes themselves when they were canonical
} DocumentFile;

typedef struct {
    const Framework *framework;
    Revisions revisions;
    DocumentReading reading;
    DocumentFile file;
    bool canonical; // the file was when it was opened; else saving lays all of it out anew
    bool unsaved;
} Document;

typedef struct {
    int64_t now_ms;
    bool typed; // a letter, not a command
} Moment;

void document_init(Document *document, const Framework *framework); // which must outlive it
void document_finish(Document *document);

// Begins with a case, whatever it is; what the document held before is gone. On failure it is as it was.
NODISCARD bool document_open(Document *document, Arena *scratch, Str path, Error *error);
// The same with bytes of no file: all of it is unsaved.
void document_begin(Document *document, Arena *scratch, Str bytes);

// One step. Everything but OPERATION_DONE leaves the document as it was.
OperationResult document_edit(Document *document, Arena *scratch, const Operation *operations, int32_t count,
                              const Moment *moment);

// Gives the step that was undone or done again, so that its place can be shown; NULL: there is none.
const RevisionStep *document_undo(Document *document, Arena *scratch);
const RevisionStep *document_redo(Document *document, Arena *scratch);
bool document_is_unsaved(const Document *document);

// Gives the case another id, a slug, in this state and in every other that has one: no step, for whoever undoes one is
// not to be in another case. Not of a file that was not read.
void document_set_identity(Document *document, Arena *scratch, Str id);
// The state of the file from now on; the document takes the arena.
void document_set_file(Document *document, const DocumentFile *file);
