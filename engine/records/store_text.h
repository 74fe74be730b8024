// Kept sessions as JSON Lines, to be taken elsewhere:
//
//     {"palabre": "session", "version": 1, "id": …, "kind": "group", …, "lines": 12}     a header (records/store.h)
//     {"seq": 1, "kind": "start", …}                           so many lines of its log, as they are
//     {"palabre": "case", "version": 1, "hash": …, "len": …, "from": 0, "text": "…"}     the bytes of its case
//
// A case stands behind the first session that has it; those after it find it again by hash and length. One that is long
// stands in several lines, each with the byte that it begins at. Two such files put together are one: whatever they
// hold twice is the same session.
#pragma once

#include "base/file_draft.h"
#include "base/json_write.h"
#include "records/store.h"

typedef ROWS_OF(StoreSession) StoreSessionList;

// A case that was written already, or read.
typedef struct {
    Str hash;
    int64_t len;
    Str bytes;
    bool flawed; // it is read, and cannot be kept
} StoreTextCase;

typedef ROWS_OF(StoreTextCase) StoreTextCaseList;

//     StoreTextWriter text = {.arena = &arena, .out = {.arena = &arena}};
//     store_text_add(&text, &session);       // as often as there are sessions; nothing is borrowed
//     Str bytes = str_built(&text.out);
//
// For more than is better in memory there is a draft: what was written goes there part by part.
typedef struct {
    Arena *arena;
    StrBuilder out;
    FileDraft *draft; // NULL: all of it stays in `out`
    JsonWriter line;  // the one that is written
    StoreTextCaseList cases;
} StoreTextWriter;

void store_text_add(StoreTextWriter *text, const StoreSession *session);
void store_text_end(StoreTextWriter *text);                                  // the last part goes to the draft
void store_text_write_header(JsonWriter *writer, const StoreHeader *header); // members of an object that is open

typedef enum {
    STORE_TEXT_BAD,     // no JSON, or no object of this kind
    STORE_TEXT_NEWER,   // of a later version
    STORE_TEXT_HEADER,  // a member of the header is missing, or has another type
    STORE_TEXT_TORN,    // fewer lines than the header says
    STORE_TEXT_NO_CASE, // of a session
    STORE_TEXT_CASE,    // a case that is not whole
    STORE_TEXT_FLAW     // store_find_flaw tells which
} StoreTextFault;

typedef struct {
    StoreTextFault fault;
    StoreFlaw flaw;
    int32_t line; // from 1
} StoreTextProblem;

typedef ROWS_OF(StoreTextProblem) StoreTextProblemList;

Str store_text_problem(const StoreTextProblem *problem); // half a sentence, a source of the catalogue

// Where bytes come from: as many as there are, at most `room`; 0: there are no more (base/file_source.h).
typedef struct {
    ptrdiff_t (*read)(void *context, char *bytes, ptrdiff_t room);
    void *context;
} StoreTextSource;

StoreTextSource store_text_bytes(Str *bytes); // which loses what was read

// A session is lent during the call. False ends the reading.
typedef bool StoreTextTake(void *context, const StoreSession *session);

// Gives what is whole, once its case is known, and tells what is not, by line. Of the bytes no more is in memory than a
// session and the one behind it; in `arena`, the cases and the problems. Sessions that stand before their case wait in
// memory: no file that is written here has any.
void store_text_each(Arena *arena, StoreTextSource source, StoreTextTake *take, void *context,
                     StoreTextProblemList *problems);
// All at once, in `arena`.
void store_text_read(Arena *arena, StoreTextSource source, StoreSessionList *sessions, StoreTextProblemList *problems);
