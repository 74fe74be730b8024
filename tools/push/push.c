#include "push/push.h"

#include "scenario/scenario_parse.h"

enum { MOST_TRIES = 10 };

typedef struct {
    StoreSession session;
    Str key;
    PushCase *of;
} PushSession;

// The sessions of one transaction.
typedef struct {
    Arena arena;
    ROWS_OF(PushSession);
} Batch;

static PushCase *find_case(Push *push, const StoreSession *session) {
    const StoreHeader *header = &session->header;
    for (int32_t i = 0; i < push->cases.count; i++) {
        PushCase *row = &push->cases.rows[i];
        bool alike = row->header.len == header->len && str_equal(row->header.hash, header->hash);
        if (alike && (row->bytes.text == session->case_bytes.text || str_equal(row->bytes, session->case_bytes))) {
            return row;
        }
    }
    return NULL;
}

static void read_case(Push *push, PushCase *row) {
    Cli *cli = push->cli;
    Findings findings = {.arena = &cli->arena};
    const Scenario *scenario = scenario_parse(&cli->arena, &cli->scratch, &cli->framework, row->bytes, &findings);
    if (scenario != NULL && scenario->playable) {
        row->of = parcel_read_case(&cli->arena, scenario, row->bytes);
    } else {
        cli_complain(
            CLI_FORMAT(cli, TR("The situation “{0}” cannot be read by this version of Palabre."), row->header.case_id));
    }
}

// Bytes of a store go with the batch, those of a file stay: only the latter are found again without comparing them.
static PushCase *case_of(Push *push, const StoreSession *session) {
    Arena *arena = &push->cli->arena;
    PushCase *found = find_case(push, session);
    if (found == NULL) {
        found = rows_append(arena, &push->cases);
        *found = (PushCase){.header = session->header,
                            .bytes = push->supply->store ? str_copy(arena, session->case_bytes) : session->case_bytes};
        found->header.hash = str_copy(arena, session->header.hash);
        found->header.case_id = str_copy(arena, session->header.case_id);
        read_case(push, found);
    }
    return found;
}

// Files of several trainers may hold the same session.
static bool is_seen(Push *push, Str key) {
    int32_t *slot = table_slot(&push->cli->arena, &push->seen, str_copy(&push->cli->arena, key));
    *slot += 1;
    return *slot > 1;
}

static void take_session(Push *push, Batch *batch, int32_t row) {
    PushSession taken = {0};
    ParcelFate fate = parcel_judge(supply_header(push->supply, row), push->today);
    if (fate != PARCEL_GOES) {
        push->fates[fate] += 1;
        return;
    }
    if (!supply_read(push->supply, &batch->arena, row, &taken.session)) {
        push->unread += 1;
        return;
    }
    taken.of = case_of(push, &taken.session);
    taken.key = parcel_session_key(&batch->arena, &taken.session);
    if (taken.of->of == NULL) {
        push->unread += 1;
    } else if (is_seen(push, taken.key)) {
        push->present += 1;
    } else {
        *rows_append(&batch->arena, batch) = taken;
    }
}

static bool is_among(const ServerTexts *known, Str key) {
    for (int32_t i = 0; i < known->count; i++) {
        if (str_equal(known->rows[i], key)) {
            return true;
        }
    }
    return false;
}

static bool list_known_sessions(Push *push, Batch *batch, ServerTexts *known) {
    StrBuilder keys = {.arena = &batch->arena};
    for (int32_t i = 0; i < batch->count; i++) {
        str_addf(&keys, "%c%.*s", i == 0 ? '{' : ',', S_ARG(batch->rows[i].key));
    }
    str_add_char(&keys, '}');
    return push->server == NULL ||
           server_list_known(push->server, &batch->arena, PARCEL_SESSIONS, str_built(&keys), known);
}

static bool add_case(Push *push, Parcel *parcel, PushCase *row, Arena *arena) {
    ServerTexts known = {0};
    Str key = str_format(arena, "{%.*s}", S_ARG(row->of->edition));
    if (push->server != NULL && !server_list_known(push->server, arena, PARCEL_EDITIONS, key, &known)) {
        return false;
    }
    if (known.count == 0) {
        parcel_add_case(parcel, row->of);
    }
    row->sent = true;
    return true;
}

// What a try came to. It counts once the server has it.
typedef struct {
    int32_t fates[PARCEL_FATES], present;
} Count;

static bool pack(Push *push, Batch *batch, Parcel *parcel, Count *count) {
    ServerTexts known = {0};
    if (!list_known_sessions(push, batch, &known)) {
        return false;
    }
    for (int32_t i = 0; i < batch->count; i++) {
        PushSession *row = &batch->rows[i];
        if (is_among(&known, row->key)) {
            count->present += 1;
            continue;
        }
        if (!row->of->sent && !add_case(push, parcel, row->of, &batch->arena)) {
            return false;
        }
        count->fates[parcel_add_session(parcel, row->of->of, &row->session)] += 1;
    }
    return true;
}

static void print_rows(Push *push, const Parcel *parcel) {
    for (ParcelTable table = 0; table < PARCEL_TABLES; table++) {
        Str rows = str_built(&parcel->rows[table]);
        if (rows.len > 0) {
            cli_print_line(str_format(&push->cli->scratch, "# %.*s: %.*s", S_ARG(parcel_table_name(table)),
                                      S_ARG(parcel_table_columns(table))));
            cli_write(rows);
        }
    }
}

static bool send(Push *push, const Parcel *parcel) {
    if (push->server == NULL) {
        print_rows(push, parcel);
        return true;
    }
    bool done = true;
    for (ParcelTable table = 0; table < PARCEL_TABLES && done; table++) {
        Str rows = str_built(&parcel->rows[table]);
        done = rows.len == 0 || server_copy(push->server, table, rows);
    }
    return done && server_commit(push->server);
}

static bool try_batch(Push *push, Batch *batch, Count *count) {
    Parcel parcel = {0};
    bool done = (push->server == NULL || server_begin(push->server)) && pack(push, batch, &parcel, count) &&
                send(push, &parcel);
    parcel_finish(&parcel);
    return done;
}

// What a case was to go with did not go.
static void forget_cases(Push *push) {
    for (int32_t i = 0; i < push->cases.count; i++) {
        push->cases.rows[i].sent = false;
    }
}

static bool push_batch(Push *push, Batch *batch) {
    Count count = {0};
    bool done = batch->count == 0 || try_batch(push, batch, &count);
    for (int32_t tries = 1; !done && server_fault(push->server) == SERVER_AGAIN && tries < MOST_TRIES; tries++) {
        server_rollback(push->server);
        forget_cases(push);
        count = (Count){0};
        done = try_batch(push, batch, &count);
    }
    for (int32_t fate = 0; fate < PARCEL_FATES && done; fate++) {
        push->fates[fate] += count.fates[fate];
    }
    push->present += done ? count.present : 0;
    return done;
}

bool push_all(Push *push) {
    int32_t count = supply_count(push->supply);
    bool done = true;
    for (int32_t row = 0; row < count && done;) {
        Batch batch = {0};
        for (int32_t most = row + PUSH_SESSIONS; row < count && row < most; row++) {
            take_session(push, &batch, row);
        }
        done = push_batch(push, &batch);
        arena_finish(&batch.arena);
    }
    if (push->server != NULL) {
        server_rollback(push->server);
    }
    return done;
}

typedef struct {
    Str one, many;
} Sentence;

static void tell(Push *push, Sentence sentence, int32_t count) {
    if (count > 0) {
        cli_complain(cli_plural(push->cli, sentence.one, sentence.many, count));
    }
}

void push_tell(Push *push) {
    const Sentence STAYED[PARCEL_FATES] = {
        [PARCEL_SMALL] = {TRP("{0} of them was of fewer than five people: nothing of it left but that it was.",
                              "{0} of them were of fewer than five people: nothing of them left but that they were.")},
        [PARCEL_ALONE] = {TRP("{0} session of one person stays here.", "{0} sessions of one person stay here.")},
        [PARCEL_NO_CONSENT] = {TRP("{0} session stays here: it is not said that the group agreed.",
                                   "{0} sessions stay here: it is not said that the groups agreed.")},
        [PARCEL_PAST] = {TRP("{0} session stays here: its last day is past.",
                             "{0} sessions stay here: their last day is past.")},
        [PARCEL_DAMAGED] = {TRP("{0} session stays here: it is damaged.", "{0} sessions stay here: they are damaged.")},
        [PARCEL_UNPLAYED] = {TRP("{0} session stays here: this version of Palabre plays it otherwise.",
                                 "{0} sessions stay here: this version of Palabre plays them otherwise.")}};
    int32_t gone = push->fates[PARCEL_GOES] + push->fates[PARCEL_SMALL];
    Sentence went = push->server == NULL ? (Sentence){TRP("{0} session would leave.", "{0} sessions would leave.")}
                                         : (Sentence){TRP("{0} session was pushed.", "{0} sessions were pushed.")};
    cli_complain(cli_plural(push->cli, went.one, went.many, gone));
    for (ParcelFate fate = PARCEL_SMALL; fate < PARCEL_FATES; fate++) {
        tell(push, STAYED[fate], push->fates[fate]);
    }
    tell(push, (Sentence){TRP("{0} was there already.", "{0} were there already.")}, push->present);
    tell(push, (Sentence){TRP("{0} session could not be read.", "{0} sessions could not be read.")}, push->unread);
}

int push_finish(Push *push) {
    for (int32_t i = 0; i < push->cases.count; i++) {
        parcel_close_case(push->cases.rows[i].of);
    }
    return push->unread + push->fates[PARCEL_DAMAGED] + push->fates[PARCEL_UNPLAYED] > 0 ? EXIT_DATA : EXIT_FINE;
}
