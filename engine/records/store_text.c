#include "records/store_text.h"

#include "records/store_row.h"
#include "records/store_text_inside.h"

enum {
    PART_BYTES = 2 * 1024 * 1024, // of a case in one line: six times as long when all is escaped
    WAITING_BYTES = 1024 * 1024   // of a file that goes to a draft, before they do
};

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

// In the room of the line before.
static JsonWriter *begin_line(StoreTextWriter *text, Str what) {
    StrBuilder room = text->line.out;
    text->line = json_line_writer(text->arena);
    if (room.arena) {
        text->line.out = room;
        text->line.out.count = 0;
    }
    json_begin_object(&text->line);
    json_write_member_text(&text->line, S("palabre"), what);
    json_write_member_int(&text->line, S("version"), STORE_TEXT_FORMAT);
    return &text->line;
}

static void end_line(StoreTextWriter *text) {
    json_end(&text->line);
    str_add(&text->out, json_written(&text->line));
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
        JsonWriter *writer = begin_line(text, STORE_TEXT_OF_CASE);
        json_write_member_text(writer, S("hash"), session->header.hash);
        json_write_member_int(writer, S("len"), session->header.len);
        json_write_member_int(writer, S("from"), from);
        json_write_member_text(writer, S("text"), str_slice(bytes, from, end));
        end_line(text);
    }
}

static void write_lines(StoreTextWriter *text, const StoreSession *session) {
    store_text_write_header(begin_line(text, STORE_TEXT_OF_SESSION), &session->header);
    end_line(text);
    str_add(&text->out, session->lines);
    if (!str_ends(session->lines, S("\n"))) { // it was read from a file that ends so
        str_add_char(&text->out, '\n');
    }
}

static void write_new_case(StoreTextWriter *text, const StoreSession *session) {
    StoreTextCase *written = store_text_find_case(&text->cases, &session->header);
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

void store_text_end(StoreTextWriter *text) {
    file_draft_add(text->draft, str_built(&text->out));
    text->out.count = 0;
}

void store_text_add(StoreTextWriter *text, const StoreSession *session) {
    write_lines(text, session);
    write_new_case(text, session);
    if (text->draft && text->out.count >= WAITING_BYTES) {
        store_text_end(text);
    }
}
