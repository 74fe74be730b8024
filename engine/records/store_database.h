// The only door to SQLite: a database opened the one way that was found to lose nothing, and queries that remember the
// first failure, so that each code of SQLite is looked at and a caller asks once, at the end.
//
//     StoreQuery query = store_query(database, S("SELECT title FROM sessions WHERE id = ?"));
//     store_query_text(&query, id);                      // the first parameter, then the next
//     while (store_query_next(&query)) {
//         Str title = store_query_read_text(&query);     // the first column, then the next; until the next row
//     }
//     return store_query_end(&query, error);             // false: something failed, at any step
//
// Memory that SQLite does not get ends the program, as everywhere.
#pragma once

#include "base/error.h"

typedef struct StoreDatabase StoreDatabase; // opaque, as the next
typedef struct sqlite3_stmt StoreStatement;

typedef struct {
    StoreDatabase *database;
    StoreStatement *statement;
    int32_t parameter, column; // the last one given, the next one read
    int code;                  // of SQLite: the first that was not fine
    bool *lent;                // of a statement that the database keeps; NULL: it is of this query alone
} StoreQuery;

// Opens a file that is there. NULL: refused, and nothing was written to it. A path that is empty gives a database in
// memory.
StoreDatabase *store_database_open(Str path, bool writes, Error *error);
void store_database_close(StoreDatabase *database); // NULL is fine

bool store_database_is_replaced(StoreDatabase *database); // its name now leads elsewhere, or nowhere
NODISCARD bool store_database_run(StoreDatabase *database, Str statements, Error *error); // rows are not looked at
void store_database_rollback(StoreDatabase *database);

void store_database_draw(unsigned char *bytes, int32_t count); // at random, from the system

StoreQuery store_query(StoreDatabase *database, Str statement);
// The same of one that is asked for every session: the database keeps it ready until it is closed. No PRAGMA, of which
// SQLite does some when it reads them; the text outlives the database.
StoreQuery store_query_ready(StoreDatabase *database, Str statement);
void store_query_int(StoreQuery *query, int64_t value);
void store_query_text(StoreQuery *query, Str text); // borrowed until the query ends or is asked again
void store_query_bytes(StoreQuery *query, Str bytes);
bool store_query_next(StoreQuery *query); // false: there is no further row, or it failed
int64_t store_query_read_int(StoreQuery *query);
Str store_query_read_text(StoreQuery *query);
int64_t store_query_row(const StoreQuery *query); // the number of the row that it has put into a table
void store_query_again(StoreQuery *query);        // with other parameters
NODISCARD bool store_query_end(StoreQuery *query, Error *error);
