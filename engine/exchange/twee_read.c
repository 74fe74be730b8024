#include "base/json.h"
#include "base/limits.h"
#include "exchange/twee.h"

#include <string.h>

// The next line of what is left, without its end: LF, CRLF and CR end one, U+2028 does not.
static Str take_line(Str *rest) {
    ptrdiff_t at = 0;
    while (at < rest->len && rest->text[at] != '\n' && rest->text[at] != '\r') {
        at++;
    }
    Str line = str_slice(*rest, 0, at);
    bool pair = str_begins(str_slice(*rest, at, rest->len), S("\r\n"));
    *rest = str_slice(*rest, at + 1 + pair, rest->len);
    return line;
}

bool twee_is(Str text) {
    for (Str rest = text; rest.len > 0;) {
        Str line = take_line(&rest);
        if (str_begins(line, S("::"))) {
            return str_find(str_slice(line, 2, line.len), S("::")) < 0;
        }
    }
    return false;
}

// Up to the first of `signs` that no backslash protects.
static ptrdiff_t find_sign(Str text, const char *signs) {
    for (ptrdiff_t at = 0; at < text.len; at++) {
        if (text.text[at] == '\\') {
            at++;
        } else if (text.text[at] != '\0' && strchr(signs, text.text[at])) {
            return at;
        }
    }
    return -1;
}

// Any \x is x.
static Str unescape(Arena *arena, Str text) {
    if (text.len == 0 || !memchr(text.text, '\\', (size_t)text.len)) {
        return text;
    }
    StrBuilder out = {.arena = arena};
    for (ptrdiff_t at = 0; at < text.len; at++) {
        at += text.text[at] == '\\' && at + 1 < text.len;
        str_add_char(&out, text.text[at]);
    }
    return str_built(&out);
}

// Spaces at the ends go, but for those that a backslash protects.
static Str trim_name(Str whole) {
    Str text = str_trim(whole);
    bool escaped = false;
    for (ptrdiff_t at = text.len; at > 0 && text.text[at - 1] == '\\'; at--) {
        escaped = !escaped;
    }
    bool cut = text.text + text.len < whole.text + whole.len;
    return escaped && cut ? (Str){text.text, text.len + 1} : text; // the space that was cut off
}

// The bytes of a JSON object that `text` begins with; -1 when it does not end there.
static ptrdiff_t object_len(Str text) {
    int32_t depth = 0;
    bool quoted = false;
    for (ptrdiff_t at = 0; at < text.len; at++) {
        char c = text.text[at];
        if (quoted && c == '\\') {
            at++;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '{' || c == '}')) {
            depth += c == '{' ? 1 : -1;
            if (depth == 0) {
                return at + 1;
            }
        }
    }
    return -1;
}

typedef struct {
    Arena *arena, *scratch;
    LossReport *report;
} Reading;

static void tell(const Reading *reading, Construct construct, Became became, LossReason reason, int32_t line,
                 Str about) {
    loss_tell(reading->report,
              &(Loss){.construct = construct, .became = became, .reason = reason, .line = line, .about = about});
}

static Str json_part(Arena *arena, const JsonValue *object, Str key) {
    const JsonValue *value = json_member(object, key);
    return value && json_type(value) == JSON_TEXT ? str_copy(arena, json_text(value)) : (Str){0};
}

static void drop_metadata(const Reading *reading, LossReason reason, int32_t line, Str about) {
    loss_judge(
        reading->report,
        &(Loss){
            .construct = CONSTRUCT_METADATA, .became = BECAME_DROPPED, .reason = reason, .line = line, .about = about});
}

// What it tells of the passage's place is judged where the passage is written.
static void read_metadata(const Reading *reading, Str json, Passage *passage) {
    JsonDoc doc;
    if (!json_parse(reading->scratch, json, &doc, NULL, NULL)) {
        drop_metadata(reading, REASON_BAD_METADATA, passage->line, json);
        return;
    }
    passage->position = json_part(reading->arena, doc.root, S("position"));
    passage->size = json_part(reading->arena, doc.root, S("size"));
    if (json_count(doc.root) > (passage->position.len > 0) + (passage->size.len > 0)) {
        drop_metadata(reading, REASON_NO_PLACE_IN_CASE, passage->line, json);
    }
    json_finish(&doc);
}

// Takes {…} off `rest`, wherever it stands in the header.
static bool take_metadata(const Reading *reading, Str *rest, Passage *passage) {
    if (!str_begins(*rest, S("{"))) {
        return false;
    }
    ptrdiff_t len = object_len(*rest);
    read_metadata(reading, str_slice(*rest, 0, len < 0 ? rest->len : len), passage);
    *rest = str_trim(str_slice(*rest, len < 0 ? rest->len : len, rest->len));
    return true;
}

static void read_header(const Reading *reading, Str header, int32_t line, Passage *passage) {
    ptrdiff_t end = find_sign(header, "[{");
    Str name = trim_name(str_slice(header, 0, end < 0 ? header.len : end));
    passage->name = str_copy(reading->arena, unescape(reading->arena, name)); // is looked at all the time
    passage->line = line;
    passage->body_line = line + 1;
    Str rest = end < 0 ? (Str){0} : str_trim(str_slice(header, end, header.len));
    bool early = take_metadata(reading, &rest, passage);
    if (str_begins(rest, S("["))) {
        ptrdiff_t close = find_sign(str_slice(rest, 1, rest.len), "]");
        Str tags = str_slice(rest, 1, close < 0 ? rest.len : close + 1);
        passage->tags = unescape(reading->arena, str_trim(tags));
        rest = str_trim(str_slice(rest, close < 0 ? rest.len : close + 2, rest.len));
        if (early) {
            tell(reading, CONSTRUCT_METADATA, BECAME_CONVERTED, REASON_EARLY_METADATA, line, passage->name);
        }
    }
    (void)take_metadata(reading, &rest, passage); // and <x,y> of Twee 2, of which nothing is kept either
}

// Without the blank lines at its end; \:: at the head of a line stands for ::.
static Str read_body(Arena *arena, Str body) {
    while (body.len > 0 && strchr(" \t\n", body.text[body.len - 1])) {
        body.len--;
    }
    if (!str_begins(body, S("\\::")) && str_find(body, S("\n\\::")) < 0) {
        return body;
    }
    StrBuilder out = {.arena = arena};
    while (body.len > 0) {
        Str line = str_cut(&body, '\n');
        str_add(&out, str_slice(line, str_begins(line, S("\\::")), line.len));
        str_add(&out, body.len > 0 ? S("\n") : S(""));
    }
    return str_built(&out);
}

static void read_story_data(const Reading *reading, Tale *story, const Passage *passage) {
    JsonDoc doc;
    if (!json_parse(reading->scratch, passage->text, &doc, NULL, NULL)) {
        loss_judge(reading->report, &(Loss){.construct = CONSTRUCT_METADATA,
                                            .became = BECAME_DROPPED,
                                            .reason = REASON_BAD_METADATA,
                                            .line = passage->line});
        return;
    }
    if (json_type(doc.root) == JSON_OBJECT) {
        story->format = json_part(reading->arena, doc.root, S("format"));
        story->start = json_part(reading->arena, doc.root, S("start"));
    }
    json_finish(&doc);
}

// The passages that tell of the story as a whole go out of it.
static void read_story_passages(const Reading *reading, Tale *story) {
    int32_t kept = 0;
    for (int32_t i = 0; i < story->count; i++) {
        const Passage *passage = &story->rows[i];
        if (str_equal(passage->name, S("StoryTitle"))) {
            story->title = str_trim(passage->text);
        } else if (str_equal(passage->name, S("StoryData"))) {
            read_story_data(reading, story, passage);
        } else {
            story->rows[kept++] = *passage;
        }
    }
    story->count = kept;
}

// Every line ends with LF: CRLF and CR end one too, U+2028 does not.
static Str with_plain_ends(Arena *arena, Str text) {
    if (!memchr(text.text, '\r', (size_t)text.len)) {
        return text;
    }
    StrBuilder out = {.arena = arena};
    while (text.len > 0) {
        Str line = take_line(&text);
        str_add(&out, line);
        str_add(&out, S("\n"));
    }
    return str_built(&out);
}

static ptrdiff_t find_header(Str text) {
    if (str_begins(text, S("::"))) {
        return 0;
    }
    ptrdiff_t at = str_find(text, S("\n::"));
    return at < 0 ? text.len : at + 1;
}

static int32_t count_lines(Str text) {
    int32_t count = 0;
    for (; text.len > 0; count++) {
        (void)str_cut(&text, '\n');
    }
    return count;
}

void twee_read(Arena *arena, Arena *scratch, Str text, Tale *story, LossReport *report) {
    Reading reading = {arena, scratch, report};
    Str rest = with_plain_ends(arena, text);
    story->source = rest.text == text.text ? story->source : NULL;
    int32_t line = 1;
    ptrdiff_t header = find_header(rest);
    while (header < rest.len && story->count < LIMIT_SCENES / 2) {
        line += count_lines(str_slice(rest, 0, header));
        rest = str_slice(rest, header, rest.len);
        Passage *passage = rows_append(arena, story);
        Str first = str_cut(&rest, '\n');
        read_header(&reading, str_slice(first, 2, first.len), line++, passage);
        header = find_header(rest);
        passage->text = read_body(arena, str_slice(rest, 0, header));
        file_draft_pass(story->source, rest);
    }
    read_story_passages(&reading, story);
}
