#include "session/log.h"

#include "base/error.h"

// Half of all numbers: whatever a file says, there is one left for each answer that follows.
enum { MOST_READ = INT32_MAX / 2 };

static const int64_t MOST_MS = INT64_C(1) << 53;

int32_t log_next(const Log *log) {
    int32_t last = log->lines.count > 0 ? log->lines.rows[log->lines.count - 1].seq : 0;
    ASSERT(last < INT32_MAX);
    return last + 1;
}

void log_append(Log *log, const LogLine *line) {
    ASSERT(line->seq >= log_next(log));
    *rows_append(log->arena, &log->lines) = (LogLine){.seq = line->seq,
                                                      .at_ms = line->at_ms,
                                                      .kind = str_copy(log->arena, line->kind),
                                                      .text = str_copy(log->arena, line->text)};
}

JsonWriter log_begin_line(Arena *arena, const LogLine *line) {
    JsonWriter writer = json_line_writer(arena);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("seq"), line->seq);
    json_write_member_int(&writer, S("at_ms"), line->at_ms);
    json_write_member_text(&writer, S("kind"), line->kind);
    return writer;
}

// A member that is not there is zero.
static bool read_int(const JsonValue *object, Str key, int64_t most, int64_t *value) {
    const JsonValue *member = json_member(object, key);
    bool whole = member != NULL && json_type(member) == JSON_INTEGER;
    *value = whole ? json_integer(member) : 0;
    return (member == NULL || whole) && *value >= 0 && *value <= most;
}

static bool read_head(const JsonValue *root, LogLine *line) {
    int64_t seq = 0;
    const JsonValue *kind = json_type(root) == JSON_OBJECT ? json_member(root, S("kind")) : NULL;
    if (kind == NULL || json_type(kind) != JSON_TEXT || !read_int(root, S("at_ms"), MOST_MS, &line->at_ms) ||
        !read_int(root, S("seq"), MOST_READ, &seq) || seq == 0) {
        return false;
    }
    line->seq = (int32_t)seq;
    line->kind = json_text(kind);
    return true;
}

bool log_open_line(Arena *scratch, Str text, LogReading *reading) {
    *reading = (LogReading){.line = {.text = text}};
    if (!json_parse(scratch, text, &reading->doc, NULL, NULL)) {
        return false;
    }
    bool fits = read_head(reading->doc.root, &reading->line);
    if (!fits) {
        log_close_line(reading);
    }
    return fits;
}

void log_close_line(LogReading *reading) {
    json_finish(&reading->doc);
}

// A whole number of so few digits that it is not too large, after `before`.
static bool skip_number(Str *rest, Str before, int32_t most_digits) {
    if (!str_begins(*rest, before)) {
        return false;
    }
    ptrdiff_t len = 0;
    *rest = str_slice(*rest, before.len, rest->len);
    while (len < rest->len && rest->text[len] >= '0' && rest->text[len] <= '9') {
        len++;
    }
    bool whole = len > 0 && len <= most_digits && (rest->text[0] != '0' || len == 1);
    *rest = str_slice(*rest, len, rest->len);
    return whole;
}

// As log_begin_line writes it.
static bool begins_as_written(Str text) {
    enum { DIGITS_OF_SEQ = 9, DIGITS_OF_MS = 15 };
    Str rest = text;
    return !str_begins(text, S("{\"seq\": 0")) && skip_number(&rest, S("{\"seq\": "), DIGITS_OF_SEQ) &&
           skip_number(&rest, S(", \"at_ms\": "), DIGITS_OF_MS) && str_begins(rest, S(", \"kind\": \""));
}

// Of lines of ours no values are made.
bool log_check_line(Arena *scratch, Str text) {
    if (begins_as_written(text)) {
        return json_check(scratch, text);
    }
    LogReading reading;
    bool fits = log_open_line(scratch, text, &reading);
    if (fits) {
        log_close_line(&reading);
    }
    return fits;
}

int32_t log_find_row(const void *rows, int32_t count, size_t size, int32_t number) {
    const char *bytes = rows;
    int32_t low = 0;
    int32_t high = count;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        const int32_t *found = (const int32_t *)(const void *)(bytes + (size_t)middle * size);
        if (*found == number) {
            return middle;
        }
        low = *found < number ? middle + 1 : low;
        high = *found < number ? high : middle;
    }
    return -1;
}
