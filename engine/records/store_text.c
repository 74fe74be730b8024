#include "records/store_text.h"

#include "base/json.h"
#include "base/limits.h"
#include "records/store_row.h"
#include "session/event.h"

enum { FORMAT = 1, PART_BYTES = 2 * 1024 * 1024 }; // of a case in one line: six times as long when all is escaped

static const Str SESSION = S_INIT("session");
static const Str CASE = S_INIT("case");

static bool is_of(const StoreTextCase *there, Str hash, int64_t len) {
    return there->len == len && str_equal(there->hash, hash);
}

void store_text_write_header(JsonWriter *writer, const StoreHeader *header) {
    for (int32_t i = 0; i < STORE_FIELDS; i++) {
        StoreValue value = store_field_read(header, i);
        if (value.is_text) {
            json_write_member_text(writer, store_field_key(i), value.text);
        } else if (store_field_is_flag(i)) {
            json_write_member_bool(writer, store_field_key(i), value.number == 1);
        } else {
            json_write_member_int(writer, store_field_key(i), value.number);
        }
    }
}

static JsonWriter begin_line(StoreTextWriter *text, Str what) {
    JsonWriter writer = json_line_writer(text->arena);
    json_begin_object(&writer);
    json_write_member_text(&writer, S("palabre"), what);
    json_write_member_int(&writer, S("version"), FORMAT);
    return writer;
}

static void end_line(StoreTextWriter *text, JsonWriter *writer) {
    json_end(writer);
    str_add(&text->out, json_written(writer));
    str_add_char(&text->out, '\n');
}

// Not within a character.
static ptrdiff_t find_end(Str bytes, ptrdiff_t from) {
    ptrdiff_t end = from + PART_BYTES < bytes.len ? from + PART_BYTES : bytes.len;
    while (end < bytes.len && ((unsigned char)bytes.text[end] & 0xC0) == 0x80) {
        end--;
    }
    return end;
}

static void write_case(StoreTextWriter *text, const StoreSession *session) {
    Str bytes = session->case_bytes;
    for (ptrdiff_t from = 0, end = 0; from < bytes.len; from = end) {
        end = find_end(bytes, from);
        JsonWriter writer = begin_line(text, CASE);
        json_write_member_text(&writer, S("hash"), session->header.hash);
        json_write_member_int(&writer, S("len"), session->header.len);
        json_write_member_int(&writer, S("from"), from);
        json_write_member_text(&writer, S("text"), str_slice(bytes, from, end));
        end_line(text, &writer);
    }
}

// The latest case of that hash and length is the one that a reader takes.
static StoreTextCase *find_case(StoreTextCaseList *cases, const StoreHeader *header) {
    for (int32_t i = cases->count - 1; i >= 0; i--) {
        if (is_of(&cases->rows[i], header->hash, header->len)) {
            return &cases->rows[i];
        }
    }
    return NULL;
}

void store_text_add(StoreTextWriter *text, const StoreSession *session) {
    JsonWriter writer = begin_line(text, SESSION);
    store_text_write_header(&writer, &session->header);
    end_line(text, &writer);
    str_add(&text->out, session->lines);
    if (!str_ends(session->lines, S("\n"))) { // it was read from a file that ends so
        str_add_char(&text->out, '\n');
    }
    StoreTextCase *written = find_case(&text->cases, &session->header);
    if (written && str_equal(written->bytes, session->case_bytes)) {
        return;
    }
    write_case(text, session);
    if (!written) {
        written = rows_append(text->arena, &text->cases);
        written->hash = str_copy(text->arena, session->header.hash);
        written->len = session->header.len;
    }
    written->bytes = str_copy(text->arena, session->case_bytes);
}

// A file being read.
typedef struct {
    Arena *arena, *scratch;
    Str rest;
    int32_t line; // number of the one that was taken last
    StoreTextCaseList cases;
    StoreSessionList sessions;
    ROWS_OF(int32_t) last_lines; // of the sessions
    StoreTextProblemList *problems;
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

static Str take_line(Reading *reading) {
    reading->line++;
    return str_cut(&reading->rest, '\n');
}

// A line of a log never begins so: where one does, what came before is torn.
static bool begins_anew(Str rest) {
    return str_begins(rest, S("{\"palabre\": "));
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

static bool take_lines(Reading *reading, StoreSession *session) {
    Str start = reading->rest;
    int32_t count = 0;
    while (count < session->header.line_count && reading->rest.len > 0 && !begins_anew(reading->rest)) {
        (void)take_line(reading);
        count++;
    }
    session->lines = str_slice(start, 0, start.len - reading->rest.len);
    return count == session->header.line_count;
}

static void read_session(Reading *reading, const JsonValue *root) {
    StoreSession session = {0};
    int32_t line = reading->line;
    bool fits = true;
    for (int32_t i = 0; i < STORE_FIELDS; i++) {
        fits = read_field(reading->arena, root, &session.header, i) && fits;
    }
    bool whole = take_lines(reading, &session);
    if (!fits || !whole) {
        add_problem(reading, fits ? STORE_TEXT_TORN : STORE_TEXT_HEADER, STORE_FLAW_NONE, line);
        return;
    }
    *rows_append(reading->arena, &reading->sessions) = session;
    *rows_append(reading->arena, &reading->last_lines) = reading->line;
}

static StoreTextCase *begin_case(Reading *reading, Str hash, int64_t len) {
    StoreTextCase *begun = rows_append(reading->arena, &reading->cases);
    *begun = (StoreTextCase){.hash = str_copy(reading->arena, hash),
                             .len = len,
                             .first_line = reading->line,
                             .text = {.arena = reading->arena}};
    return begun;
}

// A part goes on where the one before it ended.
static bool read_case(Reading *reading, const JsonValue *root) {
    const JsonValue *hash = json_member(root, S("hash"));
    const JsonValue *len = json_member(root, S("len"));
    const JsonValue *from = json_member(root, S("from"));
    const JsonValue *text = json_member(root, S("text"));
    if (!hash || !len || !from || !text || json_type(hash) != JSON_TEXT || json_type(len) != JSON_INTEGER ||
        json_type(from) != JSON_INTEGER || json_type(text) != JSON_TEXT) {
        return false;
    }
    StoreTextCase *last = reading->cases.count > 0 ? &reading->cases.rows[reading->cases.count - 1] : NULL;
    if (json_integer(from) == 0) {
        last = begin_case(reading, json_text(hash), json_integer(len));
    }
    if (!last || !is_of(last, json_text(hash), json_integer(len)) || last->text.count != json_integer(from) ||
        json_text(text).len > LIMIT_FILE_BYTES - last->text.count) {
        return false;
    }
    str_add(&last->text, json_text(text));
    last->bytes = str_built(&last->text);
    last->last_line = reading->line;
    return true;
}

static void read_record(Reading *reading, Str line) {
    JsonDoc doc;
    if (!json_parse(reading->scratch, line, &doc, NULL, NULL)) {
        add_problem(reading, STORE_TEXT_BAD, STORE_FLAW_NONE, reading->line);
        return;
    }
    bool object = json_type(doc.root) == JSON_OBJECT;
    const JsonValue *what = object ? json_member(doc.root, S("palabre")) : NULL;
    const JsonValue *version = object ? json_member(doc.root, S("version")) : NULL;
    Str word = what && json_type(what) == JSON_TEXT ? json_text(what) : (Str){0};
    int64_t number = version && json_type(version) == JSON_INTEGER ? json_integer(version) : 0;
    bool known = (str_equal(word, SESSION) || str_equal(word, CASE)) && number >= FORMAT;
    if (!known || number > FORMAT) {
        add_problem(reading, known ? STORE_TEXT_NEWER : STORE_TEXT_BAD, STORE_FLAW_NONE, reading->line);
    } else if (str_equal(word, SESSION)) {
        read_session(reading, doc.root);
    } else if (!read_case(reading, doc.root)) {
        add_problem(reading, STORE_TEXT_CASE, STORE_FLAW_NONE, reading->line);
    }
    json_finish(&doc);
}

// Takes out of the list what is not what its hash and length say.
static void drop_broken_cases(Reading *reading) {
    int32_t count = 0;
    for (int32_t i = 0; i < reading->cases.count; i++) {
        StoreTextCase *read = &reading->cases.rows[i];
        ArenaMark mark = arena_mark(reading->scratch);
        if (read->bytes.len == read->len && str_equal(event_hash(reading->scratch, read->bytes), read->hash)) {
            reading->cases.rows[count++] = *read;
        } else {
            add_problem(reading, STORE_TEXT_CASE, STORE_FLAW_NONE, read->first_line);
        }
        arena_rewind(reading->scratch, mark);
    }
    reading->cases.count = count;
}

// The case that stands right behind a session is its own. Else it is the latest before it, and in a file that somebody
// put together otherwise, the first behind it.
static const StoreTextCase *resolve_case(const Reading *reading, const StoreHeader *header, int32_t last_line) {
    const StoreTextCase *found = NULL;
    for (int32_t i = 0; i < reading->cases.count; i++) {
        const StoreTextCase *there = &reading->cases.rows[i];
        if (!is_of(there, header->hash, header->len)) {
            continue;
        }
        if (there->first_line > last_line + 1) {
            return found ? found : there;
        }
        found = there;
    }
    return found;
}

// With its case, when it is there and the session has no flaw.
static void settle_session(Reading *reading, int32_t row, StoreSessionList *sessions) {
    StoreSession *session = &reading->sessions.rows[row];
    int32_t last_line = reading->last_lines.rows[row];
    int32_t line = last_line - session->header.line_count;
    const StoreTextCase *its = resolve_case(reading, &session->header, last_line);
    if (!its) {
        add_problem(reading, STORE_TEXT_NO_CASE, STORE_FLAW_NONE, line);
        return;
    }
    session->case_bytes = its->bytes;
    ArenaMark mark = arena_mark(reading->scratch);
    StoreFlaw flaw = store_find_flaw(reading->scratch, session);
    arena_rewind(reading->scratch, mark);
    if (flaw != STORE_FLAW_NONE) {
        add_problem(reading, STORE_TEXT_FLAW, flaw, line);
        return;
    }
    session->flawless = true;
    *rows_append(reading->arena, sessions) = *session;
}

void store_text_read(Arena *arena, Arena *scratch, Str bytes, StoreSessionList *sessions,
                     StoreTextProblemList *problems) {
    Reading reading = {.arena = arena, .scratch = scratch, .rest = bytes, .problems = problems};
    *sessions = (StoreSessionList){0};
    *problems = (StoreTextProblemList){0};
    while (reading.rest.len > 0) {
        ArenaMark mark = arena_mark(scratch);
        Str line = take_line(&reading);
        if (str_trim(line).len > 0) {
            read_record(&reading, line);
        }
        arena_rewind(scratch, mark);
    }
    drop_broken_cases(&reading);
    for (int32_t i = 0; i < reading.sessions.count; i++) {
        settle_session(&reading, i, sessions);
    }
}
