#include "base/date.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "records/store_inside.h"
#include "records/store_row.h"
#include "session/event.h"
#include "session/log.h"

#include <string.h>

enum { ID_DIGITS = 32 };

Str store_new_id(Arena *arena) {
    unsigned char bytes[ID_DIGITS / 2];
    StrBuilder id = {.arena = arena};
    store_database_draw(bytes, COUNT(bytes));
    for (int32_t i = 0; i < COUNT(bytes); i++) {
        str_addf(&id, "%02x", bytes[i]);
    }
    return str_built(&id);
}

static bool is_id(Str id) {
    for (ptrdiff_t i = 0; i < id.len; i++) {
        char c = id.text[i];
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            return false;
        }
    }
    return id.len == ID_DIGITS;
}

static bool is_whole(Str text) {
    return utf8_find_invalid(text) < 0 && (text.len == 0 || !memchr(text.text, '\0', (size_t)text.len));
}

static bool is_text(Str text, int32_t most_chars) {
    return is_whole(text) && utf8_count(text) <= most_chars;
}

static bool are_lines(Arena *scratch, Str lines, int32_t *count) {
    *count = 0;
    bool fits = lines.len > 0 && lines.len <= LIMIT_SESSION_BYTES;
    while (fits && lines.len > 0) {
        ArenaMark mark = arena_mark(scratch);
        fits = ++*count <= LIMIT_SESSION_LINES && log_check_line(scratch, str_cut(&lines, '\n'));
        arena_rewind(scratch, mark);
    }
    return fits;
}

// But for the case, which many may share.
static StoreFlaw find_flaw_of_session(Arena *scratch, const StoreSession *session) {
    const StoreHeader *header = &session->header;
    int32_t count = 0;
    if (!is_id(header->id)) {
        return STORE_FLAW_ID;
    }
    if (header->case_id.len == 0 || !is_text(header->case_id, LIMIT_SLUG) ||
        !is_text(header->title, LIMIT_TEXT_CHARS) || !is_text(header->label, LIMIT_SESSION_LABEL)) {
        return STORE_FLAW_TEXT;
    }
    if (!date_is_valid(header->begun) || !date_is_valid(header->kept) || !date_is_valid(header->erase_after) ||
        str_compare(header->begun, header->kept) > 0 || str_compare(header->kept, header->erase_after) > 0) {
        return STORE_FLAW_DATE;
    }
    if (header->present < 0 || header->present > LIMIT_SESSION_PEOPLE) {
        return STORE_FLAW_COUNT;
    }
    return are_lines(scratch, session->lines, &count) ? STORE_FLAW_NONE : STORE_FLAW_LINE;
}

static bool is_case(Str bytes) {
    return bytes.len > 0 && bytes.len <= LIMIT_FILE_BYTES && is_whole(bytes);
}

StoreFlaw store_find_flaw(Arena *scratch, const StoreSession *session) {
    StoreFlaw flaw = find_flaw_of_session(scratch, session);
    return flaw == STORE_FLAW_NONE && !is_case(session->case_bytes) ? STORE_FLAW_CASE : flaw;
}

// The case of the session that was kept before, by where its bytes lie: those of a file share them.
typedef struct {
    Arena arena;
    Str bytes, hash;
    int64_t number; // 0: it was not looked for in the store
} KeptCase;

static void note_case(KeptCase *kept, const StoreSession *session) {
    Str bytes = session->case_bytes;
    if (kept->hash.len > 0 && kept->bytes.text == bytes.text && kept->bytes.len == bytes.len) {
        return;
    }
    arena_finish(&kept->arena);
    *kept = (KeptCase){.bytes = bytes};
    kept->hash = session->known_hash.len > 0 ? session->known_hash : event_hash(&kept->arena, bytes);
}

// A session on its way into the store, with what follows from its bytes.
typedef struct {
    Store *store;
    const StoreSession *session;
    KeptCase *of;
    StoreHeader header;
    Str lines;
    int64_t number;
} Keeping;

static bool find_case(Keeping *keeping, Error *error) {
    StoreQuery query =
        store_query_ready(keeping->store->database, S("SELECT number, bytes FROM cases WHERE hash = ? AND len = ?"));
    store_query_text(&query, keeping->header.hash);
    store_query_int(&query, keeping->header.len);
    while (keeping->of->number == 0 && store_query_next(&query)) {
        int64_t number = store_query_read_int(&query);
        bool same = str_equal(store_query_read_text(&query), keeping->session->case_bytes);
        keeping->of->number = same ? number : 0;
    }
    return store_query_end(&query, error);
}

static bool refuse(const Store *store, Error *error) {
    return error_set(error, ERROR_NOT_A_SESSION, 0, store->path);
}

// One that stands there has no flaw, and need not be looked through again.
static bool keep_case(Keeping *keeping, Error *error) {
    if (keeping->of->number == 0 && !find_case(keeping, error)) {
        return false;
    }
    if (keeping->of->number != 0) {
        return true;
    }
    if (!is_case(keeping->session->case_bytes)) {
        return refuse(keeping->store, error);
    }
    StoreQuery query =
        store_query_ready(keeping->store->database, S("INSERT INTO cases (hash, len, bytes, crc) VALUES (?, ?, ?, ?)"));
    store_query_text(&query, keeping->header.hash);
    store_query_int(&query, keeping->header.len);
    store_query_bytes(&query, keeping->session->case_bytes);
    store_query_int(&query, store_sum_case(&keeping->header, keeping->session->case_bytes));
    (void)store_query_next(&query);
    keeping->of->number = store_query_row(&query);
    return store_query_end(&query, error);
}

static bool keep_header(Keeping *keeping, Error *error) {
    StoreQuery query = store_query_ready(keeping->store->database,
                                         S("INSERT INTO sessions (id, kind, case_id, title, hash, len, begun, kept, "
                                           "erase_after, consent, label, present, line_count, case_number, crc) VALUES "
                                           "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (int32_t i = 0; i < STORE_FIELDS; i++) {
        StoreValue value = store_field_read(&keeping->header, i);
        if (value.is_text) {
            store_query_text(&query, value.text);
        } else {
            store_query_int(&query, value.number);
        }
    }
    store_query_int(&query, keeping->of->number);
    store_query_int(&query, store_sum_header(&keeping->header, keeping->of->number));
    (void)store_query_next(&query);
    keeping->number = store_query_row(&query);
    return store_query_end(&query, error);
}

static bool keep_lines(Keeping *keeping, Error *error) {
    StoreQuery query =
        store_query_ready(keeping->store->database, S("INSERT INTO logs (session, lines, crc) VALUES (?, ?, ?)"));
    store_query_int(&query, keeping->number);
    store_query_text(&query, keeping->lines);
    store_query_int(&query, store_sum_log(keeping->header.id, keeping->lines));
    (void)store_query_next(&query);
    return store_query_end(&query, error);
}

// Whether the same stands there already. One that cannot be read is not the same: keeping it again mends it.
static bool find_same(Keeping *keeping, bool *found, Error *error) {
    Arena scratch = {0};
    StoreQuery query = store_query_ready(keeping->store->database, S("SELECT number FROM sessions WHERE id = ?"));
    store_query_text(&query, keeping->header.id);
    *found = false;
    while (!*found && store_query_next(&query)) {
        StoreHeader header = {.id = keeping->header.id, .row = store_query_read_int(&query)};
        StoreSession there;
        *found = store_read_session(keeping->store, &scratch, &header, &there, NULL) &&
                 store_header_equal(&there.header, &keeping->header) && str_equal(there.lines, keeping->lines) &&
                 str_equal(there.case_bytes, keeping->session->case_bytes);
    }
    arena_finish(&scratch);
    return store_query_end(&query, error);
}

static bool keep_one(Keeping *keeping, int32_t *added, Error *error) {
    bool found = false;
    if (!find_same(keeping, &found, error) || found) {
        return found;
    }
    *added += 1;
    return keep_case(keeping, error) && keep_header(keeping, error) && keep_lines(keeping, error);
}

// Each line with its end, as it will be read; without it the last one would differ from itself.
static Keeping begin_keeping(Store *store, Arena *scratch, const StoreSession *session, KeptCase *of) {
    Keeping keeping = {
        .store = store, .session = session, .of = of, .header = session->header, .lines = session->lines};
    note_case(of, session);
    if (!str_ends(keeping.lines, S("\n"))) {
        keeping.lines = str_format(scratch, "%.*s\n", S_ARG(session->lines));
    }
    keeping.header.hash = of->hash;
    keeping.header.len = session->case_bytes.len;
    keeping.header.line_count = 0;
    for (Str rest = keeping.lines; rest.len > 0; (void)str_cut(&rest, '\n')) {
        keeping.header.line_count++;
    }
    return keeping;
}

static bool keep_all(Store *store, const StoreSession *sessions, int32_t count, int32_t *added, Error *error) {
    Arena scratch = {0};
    KeptCase kept = {0};
    bool done = true;
    for (int32_t i = 0; done && i < count; i++) {
        ArenaMark mark = arena_mark(&scratch);
        done = sessions[i].flawless || find_flaw_of_session(&scratch, &sessions[i]) == STORE_FLAW_NONE ||
               refuse(store, error);
        if (done) {
            Keeping keeping = begin_keeping(store, &scratch, &sessions[i], &kept);
            done = keep_one(&keeping, added, error);
        }
        arena_rewind(&scratch, mark);
    }
    arena_finish(&scratch);
    arena_finish(&kept.arena);
    return done;
}

bool store_keep(Store *store, const StoreSession *sessions, int32_t count, int32_t *added, Error *error) {
    int32_t kept = 0;
    bool done = store_begin(store, error);
    done = done && store_end(store,
                             keep_all(store, sessions, count, &kept, error) &&
                                 (kept == 0 || store_count_sessions(store, kept, true, error)),
                             error);
    if (added) {
        *added = done ? kept : 0;
    }
    return done;
}
