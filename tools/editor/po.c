#include "editor/po.h"

#include "base/utf8.h"

static const struct {
    char sign, letter;
} ESCAPES[] = {{'\n', 'n'}, {'\t', 't'}, {'\r', 'r'}, {'"', '"'}, {'\\', '\\'}};

static void put_char(StrBuilder *out, char c) {
    for (int32_t i = 0; i < COUNT(ESCAPES); i++) {
        if (ESCAPES[i].sign == c) {
            str_add_char(out, '\\');
            str_add_char(out, ESCAPES[i].letter);
            return;
        }
    }
    str_add_char(out, c);
}

// A text of several lines stands below its keyword, a line of it on each.
static void put_text(StrBuilder *out, Str keyword, Str text) {
    ptrdiff_t first_end = str_find(text, S("\n"));
    bool lines = first_end >= 0 && first_end + 1 < text.len;
    str_addf(out, "%.*s \"%s", S_ARG(keyword), lines ? "\"\n\"" : "");
    for (ptrdiff_t i = 0; i < text.len; i++) {
        put_char(out, text.text[i]);
        if (text.text[i] == '\n' && i + 1 < text.len) {
            str_add(out, S("\"\n\""));
        }
    }
    str_add(out, S("\"\n"));
}

Str po_write(Arena *arena, const PoMessages *messages) {
    StrBuilder out = {.arena = arena};
    for (int32_t i = 0; i < messages->count; i++) {
        const PoMessage *message = &messages->rows[i];
        if (i > 0) {
            str_add_char(&out, '\n');
        }
        if (message->note.len > 0) {
            str_addf(&out, "#. %.*s\n", S_ARG(message->note));
        }
        if (message->fuzzy) {
            str_add(&out, S("#, fuzzy\n"));
        }
        if (message->context.len > 0) {
            put_text(&out, S("msgctxt"), message->context);
        }
        put_text(&out, S("msgid"), message->id);
        put_text(&out, S("msgstr"), message->text);
    }
    return str_built(&out);
}

// What is read at the moment.
typedef struct {
    Arena *arena;
    PoMessages *messages;
    PoMessage message;
    Str *part; // of the message, which the next line may go on with; NULL: it is not wanted
    bool began, has_text;
} Reading;

static void finish_message(Reading *reading) {
    if (reading->has_text) {
        *rows_append(reading->arena, reading->messages) = reading->message;
    }
    bool fuzzy = !reading->has_text && reading->message.fuzzy;
    reading->message = (PoMessage){.fuzzy = fuzzy};
    reading->began = reading->has_text = false;
    reading->part = NULL;
}

// "…" with its escapes undone, behind what is there already; false of a line that is none.
static bool take_quoted(Reading *reading, Str line) {
    if (line.len < 2 || line.text[0] != '"' || line.text[line.len - 1] != '"') {
        return false;
    }
    StrBuilder out = {.arena = reading->arena};
    str_add(&out, reading->part ? *reading->part : (Str){0});
    for (ptrdiff_t i = 1; i < line.len - 1; i++) {
        bool escaped = line.text[i] == '\\';
        if (line.text[i] == '"' || (escaped && ++i == line.len - 1)) {
            return false;
        }
        char c = line.text[i];
        for (int32_t k = 0; escaped && k < COUNT(ESCAPES); k++) {
            c = ESCAPES[k].letter == line.text[i] ? ESCAPES[k].sign : c;
        }
        str_add_char(&out, c);
    }
    if (reading->part) {
        *reading->part = str_built(&out);
    }
    return true;
}

static bool take_comment(Reading *reading, Str line) {
    if (reading->has_text) {
        finish_message(reading);
    }
    bool flags = str_begins(line, S("#,"));
    reading->message.fuzzy = reading->message.fuzzy || (flags && str_find(line, S("fuzzy")) >= 0);
    return true;
}

static bool take_keyword(Reading *reading, Str line) {
    Str rest = line, keyword = str_cut(&rest, ' ');
    bool context = str_equal(keyword, S("msgctxt")), id = str_equal(keyword, S("msgid"));
    bool text = str_equal(keyword, S("msgstr")) || str_equal(keyword, S("msgstr[0]"));
    bool known = context || id || text || str_equal(keyword, S("msgid_plural")) || str_begins(keyword, S("msgstr["));
    if (reading->has_text && (context || id)) {
        finish_message(reading);
    }
    reading->began = true;
    reading->has_text = reading->has_text || text;
    reading->part = context ? &reading->message.context
                    : id    ? &reading->message.id
                    : text  ? &reading->message.text
                            : NULL;
    return known && take_quoted(reading, str_trim(rest));
}

bool po_read(Arena *arena, Str bytes, PoMessages *messages, int32_t *line) {
    Reading reading = {.arena = arena, .messages = messages};
    Str rest = str_begins(bytes, S("\xEF\xBB\xBF")) ? str_slice(bytes, 3, bytes.len) : bytes;
    *messages = (PoMessages){0};
    *line = 0;
    bool fine = utf8_find_invalid(bytes) < 0;
    while (fine && rest.len > 0) {
        Str here = str_trim(str_cut(&rest, '\n'));
        ++*line;
        if (here.len > 0 && here.text[0] == '#') {
            fine = take_comment(&reading, here);
        } else if (here.len > 0) {
            fine = here.text[0] == '"' ? reading.began && take_quoted(&reading, here) : take_keyword(&reading, here);
        }
    }
    finish_message(&reading);
    return fine;
}

Str po_header(const PoMessages *messages, Str key) {
    Str header = {0}, value = {0};
    for (int32_t i = 0; i < messages->count && header.len == 0; i++) {
        const PoMessage *message = &messages->rows[i];
        header = message->id.len == 0 && message->context.len == 0 ? message->text : header;
    }
    while (header.len > 0 && value.len == 0) {
        Str line = str_cut(&header, '\n'), name = str_cut(&line, ':');
        value = str_equal(name, key) ? str_trim(line) : value;
    }
    return value;
}
