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

StoreFlaw store_find_flaw_of_log(Arena *scratch, const StoreSession *session) {
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

bool store_is_case(Str bytes) {
    return bytes.len > 0 && bytes.len <= LIMIT_FILE_BYTES && is_whole(bytes);
}

StoreFlaw store_find_flaw(Arena *scratch, const StoreSession *session) {
    StoreFlaw flaw = store_find_flaw_of_log(scratch, session);
    return flaw == STORE_FLAW_NONE && !store_is_case(session->case_bytes) ? STORE_FLAW_CASE : flaw;
}

static void note_case(StoreKeeping *keeping, const StoreSession *session) {
    Str bytes = session->case_bytes;
    if (keeping->of.hash.len > 0 && keeping->of.bytes.text == bytes.text && keeping->of.bytes.len == bytes.len) {
        return;
    }
    Arena *arena = &keeping->of.arena;
    arena_finish(arena);
    keeping->of.bytes = bytes;
    keeping->of.number = 0;
    keeping->of.hash = session->known_hash.len > 0 ? str_copy(arena, session->known_hash) : event_hash(arena, bytes);
}

// One of them, with what follows from its bytes.
typedef struct {
    StoreKeeping *among;
    const StoreSession *session;
    StoreHeader header;
    Str lines;
    int64_t number;
} Kept;

static bool find_case(Kept *kept, Error *error) {
    StoreQuery query = store_query_ready(kept->among->store->database,
                                         S("SELECT number, bytes FROM cases WHERE hash = ? AND len = ?"));
    store_query_text(&query, kept->header.hash);
    store_query_int(&query, kept->header.len);
    while (kept->among->of.number == 0 && store_query_next(&query)) {
        int64_t number = store_query_read_int(&query);
        bool same = str_equal(store_query_read_text(&query), kept->session->case_bytes);
        kept->among->of.number = same ? number : 0;
    }
    return store_query_end(&query, error);
}

static bool refuse(const Store *store, Error *error) {
    return error_set(error, ERROR_NOT_A_SESSION, 0, store->path);
}

// One that stands there has no flaw, and need not be looked through again.
static bool keep_case(Kept *kept, Error *error) {
    if (kept->among->of.number == 0 && !find_case(kept, error)) {
        return false;
    }
    if (kept->among->of.number != 0) {
        return true;
    }
    if (!store_is_case(kept->session->case_bytes)) {
        return refuse(kept->among->store, error);
    }
    StoreQuery query = store_query_ready(kept->among->store->database,
                                         S("INSERT INTO cases (hash, len, bytes, crc) VALUES (?, ?, ?, ?)"));
    store_query_text(&query, kept->header.hash);
    store_query_int(&query, kept->header.len);
    store_query_bytes(&query, kept->session->case_bytes);
    store_query_int(&query, store_sum_case(&kept->header, kept->session->case_bytes));
    (void)store_query_next(&query);
    kept->among->of.number = store_query_row(&query);
    return store_query_end(&query, error);
}

static bool keep_header(Kept *kept, Error *error) {
    StoreQuery query = store_query_ready(kept->among->store->database,
                                         S("INSERT INTO sessions (id, kind, case_id, title, hash, len, begun, kept, "
                                           "erase_after, consent, label, present, line_count, case_number, crc) VALUES "
                                           "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (int32_t i = 0; i < STORE_FIELDS; i++) {
        StoreValue value = store_field_read(&kept->header, i);
        if (value.is_text) {
            store_query_text(&query, value.text);
        } else {
            store_query_int(&query, value.number);
        }
    }
    store_query_int(&query, kept->among->of.number);
    store_query_int(&query, store_sum_header(&kept->header, kept->among->of.number));
    (void)store_query_next(&query);
    kept->number = store_query_row(&query);
    return store_query_end(&query, error);
}

static bool keep_lines(Kept *kept, Error *error) {
    StoreQuery query =
        store_query_ready(kept->among->store->database, S("INSERT INTO logs (session, lines, crc) VALUES (?, ?, ?)"));
    store_query_int(&query, kept->number);
    store_query_text(&query, kept->lines);
    store_query_int(&query, store_sum_log(kept->header.id, kept->lines));
    (void)store_query_next(&query);
    return store_query_end(&query, error);
}

// Whether the same stands there already. One that cannot be read is not the same: keeping it again mends it.
static bool find_same(Kept *kept, bool *found, Error *error) {
    Arena scratch = {0};
    StoreQuery query = store_query_ready(kept->among->store->database, S("SELECT number FROM sessions WHERE id = ?"));
    store_query_text(&query, kept->header.id);
    *found = false;
    while (!*found && store_query_next(&query)) {
        StoreHeader header = {.id = kept->header.id, .row = store_query_read_int(&query)};
        StoreSession there;
        *found = store_read_session(kept->among->store, &scratch, &header, &there, NULL) &&
                 store_header_equal(&there.header, &kept->header) && str_equal(there.lines, kept->lines) &&
                 str_equal(there.case_bytes, kept->session->case_bytes);
    }
    arena_finish(&scratch);
    return store_query_end(&query, error);
}

static bool keep_one(Kept *kept, Error *error) {
    bool found = false;
    if (!find_same(kept, &found, error) || found) {
        return found;
    }
    kept->among->added++;
    return keep_case(kept, error) && keep_header(kept, error) && keep_lines(kept, error);
}

// Each line with its end, as it will be read; without it the last one would differ from itself.
static Kept begin_kept(StoreKeeping *keeping, const StoreSession *session) {
    Kept kept = {.among = keeping, .session = session, .header = session->header, .lines = session->lines};
    note_case(keeping, session);
    if (!str_ends(kept.lines, S("\n"))) {
        kept.lines = str_format(&keeping->scratch, "%.*s\n", S_ARG(session->lines));
    }
    kept.header.hash = keeping->of.hash;
    kept.header.len = session->case_bytes.len;
    kept.header.line_count = 0;
    for (Str rest = kept.lines; rest.len > 0; (void)str_cut(&rest, '\n')) {
        kept.header.line_count++;
    }
    return kept;
}

bool store_keeping_begin(StoreKeeping *keeping, Store *store, Error *error) {
    *keeping = (StoreKeeping){.store = store};
    return store_begin(store, error);
}

bool store_keeping_add(StoreKeeping *keeping, const StoreSession *session, Error *error) {
    ArenaMark mark = arena_mark(&keeping->scratch);
    bool done = session->flawless || store_find_flaw_of_log(&keeping->scratch, session) == STORE_FLAW_NONE ||
                refuse(keeping->store, error);
    if (done) {
        Kept kept = begin_kept(keeping, session);
        done = keep_one(&kept, error);
    }
    arena_rewind(&keeping->scratch, mark);
    return done;
}

bool store_keeping_end(StoreKeeping *keeping, bool done, Error *error) {
    done = store_end(keeping->store,
                     done && (keeping->added == 0 || store_count_sessions(keeping->store, keeping->added, true, error)),
                     error);
    keeping->added = done ? keeping->added : 0;
    arena_finish(&keeping->scratch);
    arena_finish(&keeping->of.arena);
    return done;
}

bool store_keep(Store *store, const StoreSession *sessions, int32_t count, int32_t *added, Error *error) {
    StoreKeeping keeping;
    bool begun = store_keeping_begin(&keeping, store, error), done = begun;
    for (int32_t i = 0; done && i < count; i++) {
        done = store_keeping_add(&keeping, &sessions[i], error);
    }
    done = begun && store_keeping_end(&keeping, done, error);
    if (added) {
        *added = done ? keeping.added : 0;
    }
    return done;
}
