// The journal of a run, so that a crash loses nothing: one file each, FOLDER/CASE-ID.NUMBER.jsonl, folder 0700, file
// 0600. No id holds a dot, so that two cases never mean the same file.
//
//     {"palabre": "journal", "version": 1, "kind": "solo", or "group", "case": …, "title": …, "path": …, "hash": …,
//     "len": …,
//      "date": "2026-11-27"}
//     {"seq": 1, "kind": "start", …}             the log of the run (session/log.h), a line each, of any kind
//     {"seq": 1, "kind": "start", "parent": "1:3", …}    a what-if begins: of walk 1, at its decision 3; it has a log
//     of its own, which follows
//     {"note": "…"}                              what was noted at the debrief: the last one holds
//     {"draft": "…"}                             what was being typed at a decision: holds until the log goes on
//
// A case has one solo run at a time: beginning anew asks, and takes its place. Where there are more all the
// same (two folders put together), the latest is what can be taken up; beginning anew and erasing take the others with
// it, for what was erased must not come back. Neither touches runs of another kind; the end of the week and erasing
// everything do. Journals written before there were kinds are called CASE-ID.jsonl: they are solo runs, and are gone on
// with where they stand.
//
// A run belongs to the file it was begun with: that of its path, whatever was changed in it, and one of the same bytes.
// Where a copy of a case goes its own way, what was begun with the other one is neither offered nor erased.
//
// A line that cannot be read any more ends what can be taken up; notes behind it still hold. Whoever goes on with such
// a run writes what was read into a new file and sets the damaged one aside, as CASE-ID.NUMBER.DATE.damaged, for a line
// behind a gap would never be read. What was set aside is erased with the runs of its case, and after the same time.
//
// What-ifs stand in the file of the run they left, one after the other, so that there is one offer a case. An answer is
// one line and one fsync, by records/writer.h; when the program dies within a line, reading leaves the torn line out.
// Typed words stand here and nowhere else. Erasing overwrites with zeros before the file goes. Links are never
// followed.
#pragma once

#include "base/error.h"
#include "base/file.h"

#include <stdint.h>

enum { JOURNAL_DAYS = 7, JOURNAL_LEAP_DAYS = 366, JOURNAL_MOST_BYTES = 8 * 1024 * 1024 };

typedef enum {
    JOURNAL_SOLO,
    JOURNAL_GROUP, // of a room: its log has the room's lines among those of the session
    JOURNAL_OTHER  // one that this Palabre does not know nor write: never offered, and in time erased like all
} JournalKind;

typedef struct {
    JournalKind kind;
    Str case_id, title, path; // of the case file
    Str hash;                 // event_hash of its bytes
    int64_t len;
    Str date; // of its beginning, YYYY-MM-DD
} JournalHeader;

typedef struct {
    int32_t parent_walk, parent_decision; // 0: the first walk of the file
    Str lines;
} JournalWalk;

typedef struct {
    JournalHeader header;
    Str path;       // of the journal
    int32_t number; // in its name; 0: it has none
    ROWS_OF(JournalWalk) walks;
    Str note, draft;
    bool damaged; // a whole line could not be read
} Journal;

typedef ROWS_OF(Journal) JournalList;

// Of a run, which need not be there. Empty when the id could name another place.
Str journal_path(Arena *arena, Str folder, Str case_id, int32_t number);
// The highest that something has, unless it is only a file torn before its first line was whole; 0: none. One more run
// takes the next.
int32_t journal_last_number(Arena *scratch, Str folder, Str case_id);
Str journal_header_line(Arena *arena, const JournalHeader *header);
Str journal_note_line(Arena *arena, Str note);
Str journal_draft_line(Arena *arena, Str draft);
Str journal_parent(Arena *arena, int32_t walk, int32_t decision); // "1:3", for EVENT_START

bool journal_is_of(const JournalHeader *header, Str path, Str hash, int64_t len); // the run belongs to this file

// Reads one back. False, without an error, when it is no journal.
NODISCARD bool journal_read(Arena *arena, Arena *scratch, Str path, Journal *journal, Error *error);
// All of a folder, latest first; what is no journal is left alone.
void journal_list(Arena *arena, Arena *scratch, Str folder, JournalList *list);
// Those of one case and one kind, latest first.
void journal_list_case(Arena *arena, Arena *scratch, Str folder, Str case_id, JournalKind kind, JournalList *list);
Str journal_aside_name(Arena *arena, Str path, Str today); // for a damaged one
void journal_list_aside(Arena *arena, Str folder, Str case_id, FileList *names);
// Erases those begun over JOURNAL_DAYS before `today`. The clock of a computer may lie: a run that seems to be begun
// after tomorrow, or over JOURNAL_LEAP_DAYS before, has its week from the day on which that is first seen.
int32_t journal_expire(Arena *scratch, Str folder, Str today);
int32_t journal_erase_all(Arena *scratch, Str folder); // returns how many could not be erased
