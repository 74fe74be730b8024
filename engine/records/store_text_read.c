#include "base/json.h"
#include "base/limits.h"
#include "records/store_inside.h"
#include "records/store_row.h"
#include "records/store_text_inside.h"
#include "session/event.h"

#include <string.h>

enum { STEP_BYTES = 256 * 1024 }; // that are read at once

// The case whose parts are being read.
typedef struct {
    Arena arena;
    Str hash;
    int64_t len;
    int32_t first_line;
    StrBuilder text;
} OpenCase;

// A session that waits for its case to come.
typedef struct {
    StoreSession session;
    int32_t line; // of its header
    bool gone;
} WaitingSession;

// A file being read. The session that was read last is held until the next line tells whether its case stands right
// behind it.
typedef struct {
    StoreTextSource source;
    StoreTextTake *take;
    void *context;
    StoreTextProblemList *problems;
    Arena *arena; // of cases and problems
    Arena scratch;
    StrBuilder bytes; // that were read, and are needed still
    ptrdiff_t at;     // among them: the next line
    int32_t line;     // number of the one that was taken last
    bool source_ended, stopped;
    bool holds;
    StoreSession held; // but for its lines, which may move
    ptrdiff_t held_at, held_len;
    int32_t held_line; // of its header
    bool is_open;
    OpenCase open;
    StoreTextCaseList cases;
    ROWS_OF(WaitingSession) waiting;
    Arena bytes_arena, held_arena, waiting_arena;
} Reading;

// In the order of their lines, though some are only seen at the end.
static void add_problem(Reading *reading, StoreTextFault fault, StoreFlaw flaw, int32_t line) {
    StoreTextProblemList *problems = reading->problems;
    (void)rows_append(reading->arena, problems);
    int32_t place = problems->count - 1;
    while (place > 0 && problems->rows[place - 1].line > line) {
        problems->rows[place] = problems->rows[place - 1];
        place--;
    }
    problems->rows[place] = (StoreTextProblem){.fault = fault, .flaw = flaw, .line = line};
}

static Str rest_of(const Reading *reading) {
    return str_slice((Str){reading->bytes.rows, reading->bytes.count}, reading->at, reading->bytes.count);
}

// False: there is no more, and all stays where it is.
static bool read_more(Reading *reading) {
    if (reading->source_ended) {
        return false;
    }
    char *room = str_reserve(&reading->bytes, STEP_BYTES);
    ptrdiff_t len = reading->source.read(reading->source.context, room, STEP_BYTES);
    reading->bytes.count += (int32_t)len;
    reading->source_ended = len == 0;
    return len > 0;
}

// What stands before the next line is not needed any more.
static void let_go(Reading *reading) {
    if (reading->at >= STEP_BYTES) { // so that each byte is moved once or so
        Str rest = rest_of(reading);
        memmove(reading->bytes.rows, rest.text, (size_t)rest.len);
        reading->bytes.count = (int32_t)rest.len;
        reading->at = 0;
    }
}

// Whether more follows, that begins so.
static bool is_followed_by(Reading *reading, Str with) {
    while (rest_of(reading).len < with.len && read_more(reading)) {
    }
    return str_begins(rest_of(reading), with);
}

static bool is_at_end(Reading *reading) {
    return rest_of(reading).len == 0 && !read_more(reading);
}

// The next line, lent until more is read.
static Str take_line(Reading *reading) {
    ptrdiff_t looked = 0;
    const char *end = NULL;
    do {
        Str rest = rest_of(reading);
        end = memchr(rest.text + looked, '\n', (size_t)(rest.len - looked));
        looked = rest.len;
    } while (!end && read_more(reading));
    Str rest = rest_of(reading);
    Str line = end ? str_slice(rest, 0, end - rest.text) : rest;
    reading->at += line.len + (end != NULL);
    reading->line++;
    return line;
}

// A line of a log never begins so: where one does, what came before is torn.
static bool begins_anew(Reading *reading) {
    return is_followed_by(reading, S("{\"palabre\": "));
}

StoreTextCase *store_text_find_case(const StoreTextCaseList *cases, const StoreHeader *header) {
    for (int32_t i = cases->count - 1; i >= 0; i--) {
        if (cases->rows[i].len == header->len && str_equal(cases->rows[i].hash, header->hash)) {
            return &cases->rows[i];
        }
    }
    return NULL;
}

// To who takes it, when it has no flaw.
static void give(Reading *reading, StoreSession *session, int32_t line, const StoreTextCase *its) {
    if (reading->stopped) {
        return;
    }
    session->case_bytes = its->bytes;
    session->known_hash = its->hash;
    ArenaMark mark = arena_mark(&reading->scratch);
    StoreFlaw flaw = store_find_flaw_of_log(&reading->scratch, session);
    arena_rewind(&reading->scratch, mark);
    flaw = flaw == STORE_FLAW_NONE && its->flawed ? STORE_FLAW_CASE : flaw;
    if (flaw != STORE_FLAW_NONE) {
        add_problem(reading, STORE_TEXT_FLAW, flaw, line);
        return;
    }
    session->flawless = true;
    reading->stopped = !reading->take(reading->context, session);
}

static StoreSession copy_session(Arena *arena, const StoreSession *session) {
    StoreSession copy = *session;
    for (int32_t i = 0; i < STORE_FIELDS; i++) {
        StoreValue value = store_field_read(&session->header, i);
        value.text = str_copy(arena, value.text);
        (void)store_field_write(&copy.header, i, &value);
    }
    copy.lines = str_copy(arena, session->lines);
    return copy;
}

// Its case is the one right behind it, else the latest before it, and in a file that somebody put together otherwise,
// the first that comes.
static void settle_held(Reading *reading) {
    if (!reading->holds) {
        return;
    }
    reading->holds = false;
    StoreSession *session = &reading->held;
    session->lines = (Str){reading->bytes.rows + reading->held_at, reading->held_len};
    const StoreTextCase *its = store_text_find_case(&reading->cases, &session->header);
    if (its) {
        give(reading, session, reading->held_line, its);
    } else {
        *rows_append(&reading->waiting_arena, &reading->waiting) =
            (WaitingSession){.session = copy_session(&reading->waiting_arena, session), .line = reading->held_line};
    }
    arena_finish(&reading->held_arena);
}

static void settle_waiting(Reading *reading, const StoreTextCase *its) {
    for (int32_t i = 0; i < reading->waiting.count; i++) {
        WaitingSession *waiting = &reading->waiting.rows[i];
        const StoreHeader *header = &waiting->session.header;
        if (!waiting->gone && header->len == its->len && str_equal(header->hash, its->hash)) {
            waiting->gone = true;
            give(reading, &waiting->session, waiting->line, its);
        }
    }
}

// One that was read before, in a file that was put together, is not kept again.
static const StoreTextCase *keep_case(Reading *reading, Str bytes) {
    const OpenCase *open = &reading->open;
    StoreTextCase *same = store_text_find_case(&reading->cases, &(StoreHeader){.hash = open->hash, .len = open->len});
    if (same && str_equal(same->bytes, bytes)) {
        return same;
    }
    StoreTextCase *its = rows_append(reading->arena, &reading->cases);
    *its = (StoreTextCase){.hash = str_copy(reading->arena, open->hash),
                           .len = open->len,
                           .bytes = str_copy(reading->arena, bytes),
                           .flawed = !store_is_case(bytes)};
    return its;
}

// No part of it follows: it is what its hash and length say, or it is told.
static void close_case(Reading *reading) {
    if (!reading->is_open) {
        return;
    }
    OpenCase *open = &reading->open;
    Str bytes = str_built(&open->text);
    reading->is_open = false;
    if (bytes.len == open->len && str_equal(event_hash(&open->arena, bytes), open->hash)) {
        settle_waiting(reading, keep_case(reading, bytes));
    } else {
        add_problem(reading, STORE_TEXT_CASE, STORE_FLAW_NONE, open->first_line);
    }
    arena_finish(&open->arena);
}

static bool read_field(Arena *arena, const JsonValue *root, StoreHeader *header, int32_t field) {
    const JsonValue *member = json_member(root, store_field_key(field));
    StoreValue value = {.is_text = store_field_is_text(field)};
    JsonType type = member ? json_type(member) : JSON_NULL;
    bool flag = type == JSON_TRUE || type == JSON_FALSE;
    bool fits = store_field_is_flag(field) ? flag : value.is_text ? type == JSON_TEXT : type == JSON_INTEGER;
    if (!fits) {
        return false;
    }
    if (value.is_text) {
        value.text = str_copy(arena, json_text(member));
    } else {
        value.number = flag ? type == JSON_TRUE : json_integer(member);
    }
    return store_field_write(header, field, &value);
}

static bool read_header(Reading *reading, const JsonValue *root) {
    bool fits = true;
    reading->held = (StoreSession){0};
    reading->held_line = reading->line;
    for (int32_t i = 0; i < STORE_FIELDS; i++) {
        fits = read_field(&reading->held_arena, root, &reading->held.header, i) && fits;
    }
    return fits;
}

// The lines behind its header.
static void take_session(Reading *reading, bool fits) {
    int32_t count = 0, wanted = reading->held.header.line_count;
    let_go(reading);
    reading->held_at = reading->at;
    while (count < wanted && !is_at_end(reading) && !begins_anew(reading)) {
        (void)take_line(reading);
        count++;
    }
    reading->held_len = reading->at - reading->held_at;
    reading->holds = fits && count == wanted;
    if (!reading->holds) {
        add_problem(reading, fits ? STORE_TEXT_TORN : STORE_TEXT_HEADER, STORE_FLAW_NONE, reading->held_line);
        arena_finish(&reading->held_arena);
    }
}

// What a line says of a case, borrowed from it.
typedef struct {
    Str hash, text;
    int64_t len, from;
} CasePart;

static bool read_part(const JsonValue *root, CasePart *part) {
    const JsonValue *hash = json_member(root, S("hash"));
    const JsonValue *len = json_member(root, S("len"));
    const JsonValue *from = json_member(root, S("from"));
    const JsonValue *text = json_member(root, S("text"));
    if (!hash || !len || !from || !text || json_type(hash) != JSON_TEXT || json_type(len) != JSON_INTEGER ||
        json_type(from) != JSON_INTEGER || json_type(text) != JSON_TEXT) {
        return false;
    }
    *part = (CasePart){json_text(hash), json_text(text), json_integer(len), json_integer(from)};
    return true;
}

// It goes on where the part before it ended.
static bool continues(const Reading *reading, const CasePart *part) {
    const OpenCase *open = &reading->open;
    return reading->is_open && part->from > 0 && part->from == open->text.count && part->len == open->len &&
           str_equal(part->hash, open->hash) && part->text.len <= LIMIT_FILE_BYTES - open->text.count;
}

static void open_case(Reading *reading, const CasePart *part) {
    OpenCase *open = &reading->open;
    *open = (OpenCase){.len = part->len, .first_line = reading->line};
    open->hash = str_copy(&open->arena, part->hash);
    open->text.arena = &open->arena;
    reading->is_open = true;
}

// One right behind the session that is held may be its own.
static void take_part(Reading *reading, const CasePart *part) {
    bool more = continues(reading, part);
    if (!more) {
        close_case(reading);
    }
    if (!more && reading->line != reading->held_line + reading->held.header.line_count + 1) {
        settle_held(reading);
    }
    if (!more && part->from == 0 && part->text.len <= LIMIT_FILE_BYTES) {
        open_case(reading, part);
        more = true;
    }
    if (more) {
        str_add(&reading->open.text, part->text);
    } else {
        add_problem(reading, STORE_TEXT_CASE, STORE_FLAW_NONE, reading->line);
    }
}

static void settle(Reading *reading) {
    close_case(reading);
    settle_held(reading);
}

typedef enum { RECORD_BAD, RECORD_NEWER, RECORD_SESSION, RECORD_CASE } Record;

static Record record_of(const JsonDoc *doc) {
    bool object = json_type(doc->root) == JSON_OBJECT;
    const JsonValue *what = object ? json_member(doc->root, S("palabre")) : NULL;
    const JsonValue *version = object ? json_member(doc->root, S("version")) : NULL;
    Str word = what && json_type(what) == JSON_TEXT ? json_text(what) : (Str){0};
    int64_t number = version && json_type(version) == JSON_INTEGER ? json_integer(version) : 0;
    bool session = str_equal(word, STORE_TEXT_OF_SESSION);
    if (!(session || str_equal(word, STORE_TEXT_OF_CASE)) || number < STORE_TEXT_FORMAT) {
        return RECORD_BAD;
    }
    return number > STORE_TEXT_FORMAT ? RECORD_NEWER : session ? RECORD_SESSION : RECORD_CASE;
}

static void read_record(Reading *reading, Str line) {
    JsonDoc doc;
    CasePart part;
    bool fits = false;
    Record record = json_parse(&reading->scratch, line, &doc, NULL, NULL) ? record_of(&doc) : RECORD_BAD;
    if (record == RECORD_CASE && read_part(doc.root, &part)) {
        take_part(reading, &part);
    } else {
        settle(reading);
        if (record == RECORD_SESSION) {
            fits = read_header(reading, doc.root);
        } else {
            static const StoreTextFault FAULTS[] = {STORE_TEXT_BAD, STORE_TEXT_NEWER, STORE_TEXT_BAD, STORE_TEXT_CASE};
            add_problem(reading, FAULTS[record], STORE_FLAW_NONE, reading->line);
        }
    }
    json_finish(&doc);
    if (record == RECORD_SESSION) {
        take_session(reading, fits);
    }
}

static void finish(Reading *reading) {
    arena_finish(&reading->scratch);
    arena_finish(&reading->open.arena);
    arena_finish(&reading->bytes_arena);
    arena_finish(&reading->held_arena);
    arena_finish(&reading->waiting_arena);
}

void store_text_each(Arena *arena, StoreTextSource source, StoreTextTake *take, void *context,
                     StoreTextProblemList *problems) {
    Reading reading = {.source = source, .take = take, .context = context, .problems = problems, .arena = arena};
    reading.bytes.arena = &reading.bytes_arena;
    *problems = (StoreTextProblemList){0};
    while (!reading.stopped && !is_at_end(&reading)) {
        ArenaMark mark = arena_mark(&reading.scratch);
        if (!reading.holds) {
            let_go(&reading);
        }
        Str line = take_line(&reading);
        if (str_trim(line).len > 0) {
            read_record(&reading, line);
        }
        arena_rewind(&reading.scratch, mark);
    }
    if (!reading.stopped) {
        settle(&reading);
    }
    for (int32_t i = 0; !reading.stopped && i < reading.waiting.count; i++) {
        if (!reading.waiting.rows[i].gone) {
            add_problem(&reading, STORE_TEXT_NO_CASE, STORE_FLAW_NONE, reading.waiting.rows[i].line);
        }
    }
    finish(&reading);
}

static ptrdiff_t read_bytes(void *context, char *bytes, ptrdiff_t room) {
    Str *rest = context;
    Str read = str_slice(*rest, 0, room);
    if (read.len > 0) {
        memcpy(bytes, read.text, (size_t)read.len);
        *rest = str_slice(*rest, read.len, rest->len);
    }
    return read.len;
}

StoreTextSource store_text_bytes(Str *bytes) {
    return (StoreTextSource){read_bytes, bytes};
}

typedef struct {
    Arena *arena;
    StoreSessionList *sessions;
} Gathering;

static bool gather(void *context, const StoreSession *session) {
    Gathering *gathering = context;
    *rows_append(gathering->arena, gathering->sessions) = copy_session(gathering->arena, session);
    return true;
}

void store_text_read(Arena *arena, StoreTextSource source, StoreSessionList *sessions, StoreTextProblemList *problems) {
    Gathering gathering = {arena, sessions};
    *sessions = (StoreSessionList){0};
    store_text_each(arena, source, gather, &gathering, problems);
}
