// Pushes sessions: what may leave (push/parcel.h), a bounded number of sessions a transaction, each once.
//
//     Push push = {.cli = &cli, .supply = &supply, .server = server, .today = today};   // no server: they are printed
//     bool done = push_all(&push);
//     push_tell(&push);                         // how many went, and why others stayed
//     int status = push_finish(&push);
//
// A session that the server has is not sent again, and a program that was killed is run once more: whatever was not
// committed is not there. Where somebody else pushes the same at that moment, a transaction is tried again.
#pragma once

#include "base/table.h"
#include "push/server.h"
#include "push/supply.h"

enum { PUSH_SESSIONS = 100 }; // of a transaction

typedef struct {
    StoreHeader header;
    Str bytes;
    ParcelCase *of; // NULL: this version cannot read it
    bool sent;      // the server has it
} PushCase;

typedef struct {
    Cli *cli;
    Supply *supply;
    Server *server;
    Str today;
    ROWS_OF(PushCase) cases;
    Table seen; // keys of sessions that were taken
    int32_t fates[PARCEL_FATES];
    int32_t unread;  // sessions that could not be read, or whose case could not
    int32_t present; // that the server had, or that came before
} Push;

bool push_all(Push *push); // false: the server failed, as server_fault tells; what went before stands
void push_tell(Push *push);
int push_finish(Push *push); // EXIT_FINE, or EXIT_DATA when something could not be read
