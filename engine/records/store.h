// The store of kept sessions: one SQLite file, FOLDER/sessions.db, folder 0700, file 0600. Nobody but whoever kept a
// session put it there, with an end date; what is erased leaves no byte in the folder.
//
//     Error error = {0};
//     Store *store = store_open(folder, STORE_WRITES, &error);   // NULL: told why, and nothing was changed
//     StoreSession session = {.header = {.id = store_new_id(&arena), .kind = STORE_GROUP, …}, .lines = …, .case_bytes =
//     …}; bool kept = store_keep(store, &session, 1, NULL, &error);  // true: it is on the disk StoreHeaderList list =
//     {0}; bool listed = store_list(store, &arena, &list, &error); bool read = store_read(store, &arena, &list.rows[0],
//     &session, &error); bool erased = store_erase(store, list.rows, 1, &error); store_close(store);
//
// A session is a header and the lines of its log (session/log.h), of which the store knows no kind: it keeps them as
// they are, and with them the exact bytes of the case, once for all sessions of that text. Whoever keeps drops what the
// group did not agree to, typed words above all, from the lines before.
//
// One program at a time writes, by a lock: another one reads, and store_holder tells whom to go to. A program opens the
// store of a folder once, for SQLite's locks are those of the process. A Store belongs to one thread at a time and has
// no other ties, so that each of these functions can be a task of records/writer.h.
//
// SQLite promises less than it seems: each row has a checksum of its own, a file that is newer, damaged or another
// application's is refused before anything is written, and what cannot be read any more is told for each session. A
// failure leaves what was kept before as it was.
#pragma once

#include "base/error.h"
#include "base/file.h"
#include "records/holder.h"

enum { STORE_ASIDE_DAYS = 30, STORE_LEAP_DAYS = 366 };

typedef struct Store Store;

typedef enum { STORE_READS, STORE_WRITES } StoreAccess;

typedef enum { STORE_SOLO, STORE_GROUP } StoreKind;

typedef struct {
    Str id; // of the session, the same on every machine: 32 hexadecimal digits
    StoreKind kind;
    Str case_id, title; // of its case
    Str hash;           // event_hash of the case's bytes
    int64_t len;        // of the case's bytes
    Str begun, kept;    // YYYY-MM-DD
    Str erase_after;    // the last day on which it is kept
    bool consent;       // who kept it said that the group agreed
    Str label;          // the group's own name for itself; may be empty
    int32_t present;    // people in the room; 0 of a solo session
    int32_t line_count;
    // Told by a store, not asked by it:
    int64_t row;  // its number here
    bool damaged; // the header is not as it was written: its texts may be anything
} StoreHeader;

typedef struct {
    ROWS_OF(StoreHeader);
    int32_t missing; // told by store_list: so many more there should be, which a damaged file hides
} StoreHeaderList;

// hash, len and line_count follow from what is kept and need not be filled in.
typedef struct {
    StoreHeader header;
    Str lines; // of the log, each with its end
    Str case_bytes;
    Str known_hash; // event_hash of these, from who has worked it out; may be empty
    bool flawless;  // store_find_flaw found nothing in these very bytes: they are not looked through again
} StoreSession;

// Opens the store of a folder, which is made for who writes. NULL: it is another application's, newer, damaged,
// held or refused by the system. Where there is none yet, who reads gets an empty one.
Store *store_open(Str folder, StoreAccess access, Error *error);
void store_close(Store *store); // NULL is fine

// NULL: this program may write. Else who does, as far as it is known, or nobody when the system refuses writing.
const Holder *store_holder(const Store *store);

Str store_new_id(Arena *arena); // 128 random bits

// Why a session cannot be kept. One that has no flaw comes back from a store as it was.
typedef enum {
    STORE_FLAW_NONE,
    STORE_FLAW_ID,
    STORE_FLAW_TEXT,  // of the header: too long, or no UTF-8
    STORE_FLAW_DATE,  // no day of the calendar, or the last day lies before the first
    STORE_FLAW_COUNT, // of people
    STORE_FLAW_LINE,  // none, too many, or one that is no line of a log
    STORE_FLAW_CASE   // empty, too large, or no text
} StoreFlaw;

StoreFlaw store_find_flaw(Arena *scratch, const StoreSession *session);

// Keeps sessions, all or none, in one transaction. One that stands there already, the same in everything, is not kept
// twice; two that share an id and differ are two sessions. So keeping the same again, or in another order, gives the
// same; and after a failure, where the disk may have written all but its last word, one keeps again. `added` may be
// NULL.
NODISCARD bool store_keep(Store *store, const StoreSession *sessions, int32_t count, int32_t *added, Error *error);

// All headers, the latest kept first. Texts live in `arena`.
NODISCARD bool store_list(Store *store, Arena *arena, StoreHeaderList *list, Error *error);

// Whether sessions of one case are of several texts of it: asked without looking at each of them.
NODISCARD bool store_has_texts(Store *store, bool *several, Error *error);

// One session, by its header of a list. ERROR_NOT_FOUND: it was erased meanwhile; ERROR_DAMAGED: it, or its case, is
// not as it was written.
NODISCARD bool store_read(Store *store, Arena *arena, const StoreHeader *header, StoreSession *session, Error *error);

// The same of many, each told once, in the order that is quickest. `session` is lent during the call; NULL: the error
// tells why it cannot be read. False ends it.
typedef bool StoreTake(void *context, const StoreHeader *header, const StoreSession *session, const Error *error);

void store_read_each(Store *store, const StoreHeaderList *list, StoreTake *take, void *context);

// Erases sessions, and cases that no other has, so that no byte of them is left in the folder. One that is gone already
// is fine. When only the last part fails (another program reads just then) they are gone from every list, the error is
// told, and the next store_open that writes does the rest.
NODISCARD bool store_erase(Store *store, const StoreHeader *headers, int32_t count, Error *error);

// Erases sessions whose last day is past, and what was set aside over STORE_ASIDE_DAYS before. The clock may be wrong:
// sessions dated after today are told, not erased; and when over STORE_LEAP_DAYS have gone by since the last purge or
// the last session kept, none is erased unless the caller is `sure` of the day.
typedef struct {
    int32_t erased;
    StoreHeaderList ahead; // dated after today
    StoreHeaderList due;   // whose last day is past if the clock is right
    Str last_day;          // when due ones were left: the last day that was sure
} StorePurge;

NODISCARD bool store_purge(Store *store, Arena *arena, Str today, bool sure, StorePurge *purge, Error *error);

// For a folder whose store is not open in this program. Each fails with ERROR_HELD while another program has it.
//
// Erases the store whole, whatever state it is in, with all that was set aside.
NODISCARD bool store_erase_all(Str folder, Error *error);
// Gives a store that cannot be opened another name, so that one can begin anew; `name` gets it.
NODISCARD bool store_set_aside(Arena *arena, Str folder, Str today, Str *name, Error *error);
void store_list_aside(Arena *arena, Str folder, FileList *names);
