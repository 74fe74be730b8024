// The parts of `palabre-cli sessions`.
#pragma once

#include "cli/cli.h"
#include "records/store_export.h"
#include "records/store_import.h"
#include "told/telling.h"

enum {
    SESSIONS_DATA,
    SESSIONS_OUT,
    SESSIONS_JSON,
    SESSIONS_ALL,
    SESSIONS_SURE,
    SESSIONS_BEGIN_ANEW,
    SESSIONS_NOTEBOOK,
    SESSIONS_OPTION_COUNT
};

typedef struct {
    Cli *cli;
    const OptionValue *values; // of the options above
    Str folder;                // in which they are kept
    Store *store;              // NULL: not opened
} Sessions;

typedef int SessionsAction(Sessions *sessions, const Str *operands, int32_t count);

// sessions_source.c: the sessions of a file, with complaints about lines that cannot be read (EXIT_DATA; the others are
// read); these complaints; the folder of this account or beside a portable program, empty when there is none.
int sessions_load_file(Cli *cli, Str path, StoreSessionList *list);
int sessions_tell_problems(Cli *cli, Str path, const StoreTextProblemList *problems);
Str sessions_own_folder(Cli *cli);

// verb_sessions.c: finds the folder (of --data, or the user's own), opens the store, lists and reads what is kept. Each
// complains, and returns the exit status.
int sessions_find_folder(Sessions *sessions, const OptionValue *data);
int sessions_open(Sessions *sessions, StoreAccess access);
int sessions_list_all(Sessions *sessions, StoreHeaderList *list);
// Those that the operands name, each by its id or the beginning of it; all of them when there is no operand.
int sessions_select(Sessions *sessions, const Str *operands, int32_t count, StoreHeaderList *selected);
int sessions_read(Sessions *sessions, Arena *arena, const StoreHeader *header, StoreSession *session);
int sessions_refuse_read(Sessions *sessions, const Error *error);        // tells why one could not be read
int sessions_parse(Cli *cli, Str case_bytes, const Scenario **scenario); // of one that is kept, playable
int sessions_refuse(Sessions *sessions, Str source, const Error *error); // `source` has {0} the folder, {1} why
Str sessions_short_id(const StoreHeader *header);

// sessions_texts.c: the texts of situations that groups played, the one that came into use last first; pointers into
// the list. Telling them tells those of which a situation has several: true when there are any.
enum { SESSIONS_SHORT_HASH = 8 };

typedef struct {
    const StoreHeader *first;
    int32_t sessions;
    int32_t number;          // among those of its situation, from 1
    Str first_day, last_day; // on which they were begun
} SessionsText;

typedef ROWS_OF(SessionsText) SessionsTexts;

SessionsTexts sessions_find_texts(Arena *arena, const StoreHeaderList *list);
bool sessions_tell_texts(Cli *cli, const SessionsTexts *texts);

void sessions_tell_room(Cli *cli, const Telling *telling, Str lines); // sessions_room.c

SessionsAction sessions_list, sessions_show;     // sessions_show.c
SessionsAction sessions_export, sessions_import; // sessions_move.c
SessionsAction sessions_erase, sessions_purge;   // sessions_erase.c
SessionsAction sessions_notebook;                // sessions_notebook.c
int sessions_erase_notebook(Sessions *sessions);
