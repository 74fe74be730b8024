#include "push/server.h"

#include "push/schema.h"

#include <libpq-fe.h>
#include <string.h>

enum { STATE_LEN = 5 }; // of an SQLSTATE

struct Server {
    Arena arena, scratch;
    PGconn *connection; // NULL: the address was not understood
    ServerFault fault;
    Str said;
    bool has_password; // the address has one
};

static const struct {
    const char *state; // or its class
    ServerFault fault;
} STATES[] = {{"28", SERVER_REFUSED},     {"3D000", SERVER_NO_DATABASE}, {"53300", SERVER_FULL},
              {"57P03", SERVER_FULL},     {"57P01", SERVER_LOST},        {"57P02", SERVER_LOST},
              {"42501", SERVER_NO_RIGHT}, {"3F000", SERVER_NO_SCHEMA},   {"42P01", SERVER_NO_SCHEMA},
              {"23505", SERVER_AGAIN},    {"40P01", SERVER_AGAIN},       {"40001", SERVER_AGAIN},
              {"25006", SERVER_NO_RIGHT}};

static ServerFault fault_of(Str state) {
    for (int32_t i = 0; i < COUNT(STATES); i++) {
        if (str_begins(state, str_from_c(STATES[i].state))) {
            return STATES[i].fault;
        }
    }
    return SERVER_OTHER;
}

static bool fail(Server *server, ServerFault fault, Str said) {
    server->fault = fault;
    server->said = server->has_password ? (Str){0} : str_copy(&server->arena, str_trim(said));
    return false;
}

// The SQLSTATE at the end of what libpq says when it says no more than that; empty when there is none.
static Str state_at_end(Str said) {
    said = str_trim(said);
    Str state = str_slice(said, said.len - STATE_LEN, said.len);
    bool found = said.len > STATE_LEN && said.text[said.len - STATE_LEN - 1] == ' ';
    for (ptrdiff_t i = 0; i < state.len; i++) {
        found =
            found && ((state.text[i] >= '0' && state.text[i] <= '9') || (state.text[i] >= 'A' && state.text[i] <= 'Z'));
    }
    return found ? state : (Str){0};
}

// Why one could not connect, libpq tells as a sentence in whatever language. Asked once more to tell it by its code
// alone, it does.
static void fail_to_connect(Server *server) {
    (void)fail(server, SERVER_UNREACHED, str_from_c(PQerrorMessage(server->connection)));
    if (PQconnectionNeedsPassword(server->connection)) {
        server->fault = SERVER_REFUSED;
        return;
    }
    (void)PQsetErrorVerbosity(server->connection, PQERRORS_SQLSTATE);
    PQreset(server->connection);
    Str state = state_at_end(str_from_c(PQerrorMessage(server->connection)));
    server->fault = state.len > 0 ? fault_of(state) : SERVER_UNREACHED;
}

// False: it is none that libpq understands; what libpq says of it may tell parts of it.
static bool read_address(const char *to, bool *has_password) {
    PQconninfoOption *options = PQconninfoParse(to, NULL);
    for (PQconninfoOption *option = options; option && option->keyword; option++) {
        *has_password = *has_password || (strcmp(option->keyword, "password") == 0 && option->val);
    }
    bool understood = options != NULL;
    PQconninfoFree(options);
    return understood;
}

static void ignore_notice(void *context, const PGresult *notice) {
    (void)context;
    (void)notice;
}

Server *server_open(Arena *arena, Str to) {
    Server *server = arena_push(arena, Server, 1);
    const char *address = str_to_c(&server->arena, to);
    if (!read_address(address, &server->has_password)) {
        (void)fail(server, SERVER_ADDRESS, S(""));
        return server;
    }
    const char *const KEYWORDS[] = {"fallback_application_name", "dbname", "client_encoding", NULL};
    const char *const VALUES[] = {"palabre-push", address, "UTF8", NULL};
    server->connection = PQconnectdbParams(KEYWORDS, VALUES, 1);
    if (PQstatus(server->connection) != CONNECTION_OK) {
        fail_to_connect(server);
    }
    (void)PQsetNoticeReceiver(server->connection, ignore_notice, NULL);
    return server;
}

void server_close(Server *server) {
    PQfinish(server->connection);
    arena_finish(&server->scratch);
    arena_finish(&server->arena);
}

ServerFault server_fault(const Server *server) {
    return server->fault;
}

Str server_said(const Server *server) {
    return server->said;
}

// Takes the result. What fails without a code is told by libpq, whose server is gone.
static bool judge(Server *server, PGresult *result, ExecStatusType wanted) {
    bool fine = PQresultStatus(result) == wanted;
    if (!fine) {
        Str state = str_from_c(PQresultErrorField(result, PG_DIAG_SQLSTATE));
        const char *said = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
        (void)fail(server, state.len == 0 ? SERVER_LOST : fault_of(state),
                   str_from_c(said ? said : PQerrorMessage(server->connection)));
    }
    PQclear(result);
    return fine;
}

static bool run_until(Server *server, Str statements, ExecStatusType wanted) {
    ArenaMark mark = arena_mark(&server->scratch);
    PGresult *result = PQexec(server->connection, str_to_c(&server->scratch, statements));
    arena_rewind(&server->scratch, mark);
    return judge(server, result, wanted);
}

static bool run(Server *server, Str statements) {
    return run_until(server, statements, PGRES_COMMAND_OK);
}

// One number that a statement asks for.
static bool ask(Server *server, const char *statement, int32_t *number) {
    PGresult *result = PQexec(server->connection, statement);
    *number = 0;
    if (PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) == 1) {
        (void)str_to_int(str_from_c(PQgetvalue(result, 0, 0)), number);
    }
    return judge(server, result, PGRES_TUPLES_OK);
}

// 0: there is none.
static bool read_version(Server *server, int32_t *version) {
    int32_t there = 0;
    *version = 0;
    return ask(server, "SELECT (to_regclass('palabre.migrations') IS NOT NULL)::integer", &there) &&
           (there == 0 || ask(server, "SELECT coalesce(max(version), 0) FROM palabre.migrations", version));
}

bool server_check_schema(Server *server) {
    int32_t version = 0;
    if (!read_version(server, &version)) {
        return false;
    }
    return version == SERVER_SCHEMA || fail(server,
                                            version == 0              ? SERVER_NO_SCHEMA
                                            : version < SERVER_SCHEMA ? SERVER_OLDER
                                                                      : SERVER_NEWER,
                                            S(""));
}

static bool take_step(Server *server, int32_t step) {
    ArenaMark mark = arena_mark(&server->scratch);
    Str name = str_format(&server->scratch, "%d.sql", step);
    Str note = str_format(&server->scratch, "INSERT INTO palabre.migrations (version) VALUES (%d)", step);
    bool done = run(server, schema_find(name)) && run(server, note);
    arena_rewind(&server->scratch, mark);
    return done;
}

bool server_install(Server *server, int32_t *steps) {
    int32_t version = 0;
    *steps = 0;
    // The lock, a number of Palabre's own, keeps two from making the tables at once.
    bool done = server_begin(server) &&
                run_until(server, S("SELECT pg_advisory_xact_lock(1348562017)"), PGRES_TUPLES_OK) &&
                read_version(server, &version);
    if (done && version > SERVER_SCHEMA) {
        done = fail(server, SERVER_NEWER, S(""));
    }
    if (done && version == 0) {
        done = run(server, S("CREATE SCHEMA palabre; CREATE TABLE palabre.migrations (version integer PRIMARY KEY, "
                             "taken timestamptz NOT NULL DEFAULT now())"));
    }
    for (int32_t step = version + 1; done && step <= SERVER_SCHEMA; step++) {
        done = take_step(server, step);
        *steps += 1;
    }
    return done && server_commit(server);
}

static Str first_column(ParcelTable table) {
    Str columns = parcel_table_columns(table);
    return str_cut(&columns, ',');
}

bool server_list_known(Server *server, Arena *arena, ParcelTable table, Str keys, ServerTexts *known) {
    ArenaMark mark = arena_mark(&server->scratch);
    Str column = first_column(table);
    Str statement = str_format(&server->scratch, "SELECT %.*s FROM palabre.%.*s WHERE %.*s = ANY ($1::uuid[])",
                               S_ARG(column), S_ARG(parcel_table_name(table)), S_ARG(column));
    const char *const PARAMETERS[] = {str_to_c(&server->scratch, keys)};
    PGresult *result =
        PQexecParams(server->connection, str_to_c(&server->scratch, statement), 1, NULL, PARAMETERS, NULL, NULL, 0);
    for (int i = 0; i < PQntuples(result); i++) {
        *rows_append(arena, known) = str_copy(arena, str_from_c(PQgetvalue(result, i, 0)));
    }
    arena_rewind(&server->scratch, mark);
    return judge(server, result, PGRES_TUPLES_OK);
}

bool server_begin(Server *server) {
    return run(server, S("BEGIN"));
}

// Puts all rows on their way; what the server makes of them is its last result.
static void put_rows(Server *server, Str rows) {
    enum { MOST = 1024 * 1024 };
    int put = 1;
    while (rows.len > 0 && put == 1) {
        Str part = str_slice(rows, 0, MOST);
        put = PQputCopyData(server->connection, part.text, (int)part.len);
        rows = str_slice(rows, part.len, rows.len);
    }
    (void)PQputCopyEnd(server->connection, put == 1 ? NULL : "interrupted");
}

bool server_copy(Server *server, ParcelTable table, Str rows) {
    ArenaMark mark = arena_mark(&server->scratch);
    Str statement = str_format(&server->scratch, "COPY palabre.%.*s (%.*s) FROM STDIN", S_ARG(parcel_table_name(table)),
                               S_ARG(parcel_table_columns(table)));
    bool done = run_until(server, statement, PGRES_COPY_IN);
    arena_rewind(&server->scratch, mark);
    if (!done) {
        return false;
    }
    put_rows(server, rows);
    done = judge(server, PQgetResult(server->connection), PGRES_COMMAND_OK);
    for (PGresult *rest = PQgetResult(server->connection); rest != NULL; rest = PQgetResult(server->connection)) {
        PQclear(rest);
    }
    return done;
}

bool server_commit(Server *server) {
    return run(server, S("COMMIT"));
}

void server_rollback(Server *server) {
    if (PQtransactionStatus(server->connection) != PQTRANS_IDLE) {
        PQclear(PQexec(server->connection, "ROLLBACK"));
    }
}
