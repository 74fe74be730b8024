// A PostgreSQL server: the only door of Palabre to a network, and to libpq. Names of hosts, passwords, services,
// certificates and time limits are libpq's affair (its addresses, PG… variables, ~/.pgpass); so is TLS.
//
//     Server *server = server_open(&arena, to);              // never NULL
//     bool done = server_check_schema(server) && server_begin(server) && server_copy(server, PARCEL_SESSIONS, rows) &&
//                 server_commit(server);
//     if (!done) { … server_fault(server), server_said(server) … server_rollback(server); }
//     server_close(server);
//
// Functions that can fail return false; then the fault tells which way, until the next one is called. Whatever was not
// committed leaves no trace, however the program ends.
//
// No password is ever in what a server said: of an address that has one nothing is told that libpq makes of it.
#pragma once

#include "push/parcel.h"

enum { SERVER_SCHEMA = 3 }; // steps of tools/push/schema

typedef enum {
    SERVER_FINE,
    SERVER_ADDRESS,   // no address that libpq understands
    SERVER_UNREACHED, // nobody answers there, or not with the security that was asked for
    SERVER_REFUSED,   // no such user, or the password is missing or wrong
    SERVER_NO_DATABASE,
    SERVER_FULL,      // too many use it, or it is starting or stopping
    SERVER_NO_RIGHT,  // this user may not do that
    SERVER_NO_SCHEMA, // there are no tables of Palabre
    SERVER_OLDER,     // they are of an earlier Palabre, and have to be led to this one
    SERVER_NEWER,     // … of a later one
    SERVER_AGAIN,     // somebody else wrote the same at that moment
    SERVER_LOST,      // it went away
    SERVER_OTHER,
    SERVER_FAULTS
} ServerFault;

typedef struct Server Server; // opaque

typedef ROWS_OF(Str) ServerTexts;

Server *server_open(Arena *arena, Str to);
void server_close(Server *server);

ServerFault server_fault(const Server *server);
Str server_said(const Server *server); // its own words, or libpq's; may be empty

bool server_check_schema(Server *server);
// Makes the tables, or leads those of an earlier version to this one, in one transaction; `steps` gets how many it
// took.
bool server_install(Server *server, int32_t *steps);

// Which of `keys` ("{…,…}") stand in the first column of a table.
bool server_list_known(Server *server, Arena *arena, ParcelTable table, Str keys, ServerTexts *known);
bool server_begin(Server *server);
bool server_copy(Server *server, ParcelTable table, Str rows);
bool server_commit(Server *server);
void server_rollback(Server *server); // none has to be open
