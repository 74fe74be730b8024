#include "exchange/rich.h"

#include "base/emphasis.h"
#include "base/utf8.h"
#include "exchange/rich_tables.h"
#include "scenario/markup.h"

#include <string.h>

// A text being made. Stars that mean emphasis are noted, so that at the end any other can be told from them.
typedef struct {
    Arena *arena;
    StrBuilder out;
    EmphasisMarks marks;
    RichSeen *seen;
    int32_t depth; // of elements that emphasise
    bool pending;  // emphasis begins with the next sign that is no space
    bool open;
    bool flows;       // line ends of the source are spaces
    bool begun;       // something other than spaces was written
    bool uncommented; // no comment ends in what is left
    int32_t unclosed; // hidden elements whose end was looked for in vain
    int32_t gap;      // line ends due before the next sign
    Str link;         // of the anchor that is open
} Rich;

static ptrdiff_t bare_len(Str text) {
    ptrdiff_t len = 0;
    while (len < text.len) {
        Str rest = str_slice(text, len, text.len);
        char c = *rest.text;
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            len++;
        } else if (str_begins(rest, S("\u00A0"))) {
            len += S("\u00A0").len;
        } else if (str_begins(rest, S("\u202F"))) {
            len += S("\u202F").len;
        } else {
            break;
        }
    }
    return len;
}

static ptrdiff_t bare_tail(Str text) {
    ptrdiff_t end = text.len;
    for (;;) {
        Str rest = str_slice(text, 0, end);
        char c = end > 0 ? text.text[end - 1] : 'x';
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            end--;
        } else if (str_ends(rest, S("\u00A0"))) {
            end -= S("\u00A0").len;
        } else if (str_ends(rest, S("\u202F"))) {
            end -= S("\u202F").len;
        } else {
            return text.len - end;
        }
    }
}

static void add_mark(Rich *rich) {
    *rows_append(rich->arena, &rich->marks) = rich->out.count;
    str_add_char(&rich->out, '*');
}

// The star goes before the spaces at the end: after one it would close nothing.
static void close_emphasis(Rich *rich) {
    Str out = str_built(&rich->out);
    ptrdiff_t tail = bare_tail(out);
    Str spaces = str_copy(rich->arena, str_slice(out, out.len - tail, out.len));
    rich->out.count -= (int32_t)tail;
    add_mark(rich);
    str_add(&rich->out, spaces);
    rich->open = false;
}

// Line ends at the end of the text, no more than `most`.
static int32_t line_ends(Str out, int32_t most) {
    int32_t count = 0;
    for (ptrdiff_t at = out.len; count < most && at > 0 && strchr(" \t\r\n", out.text[at - 1]); at--) {
        count += out.text[at - 1] == '\n';
    }
    return count;
}

// Emphasis never outlasts its paragraph: it is closed, and begins again.
static void add_line_end(Rich *rich) {
    if (rich->open && line_ends(str_built(&rich->out), 1) > 0) {
        close_emphasis(rich);
        rich->pending = true;
    }
    str_add_char(&rich->out, '\n');
}

static void fill_gap(Rich *rich) {
    while (rich->begun && line_ends(str_built(&rich->out), rich->gap) < rich->gap) {
        add_line_end(rich);
    }
    rich->gap = 0;
}

// Text without tags or entities.
static void add_words(Rich *rich, Str words) {
    ptrdiff_t bare = bare_len(words);
    if (words.len == 0 || (bare == words.len && rich->gap > 0)) {
        return;
    }
    if (rich->gap > 0) {
        fill_gap(rich);
        words = str_slice(words, bare, words.len);
        bare = 0;
    }
    if (rich->pending && bare < words.len) {
        str_add(&rich->out, str_slice(words, 0, bare));
        words = str_slice(words, bare, words.len);
        add_mark(rich);
        rich->pending = false;
        rich->open = true;
    }
    rich->begun = rich->begun || bare < words.len;
    for (Str rest = words; rest.len > 0;) {
        Str line = str_cut(&rest, '\n');
        str_add(&rich->out, line);
        if (line.text + line.len < words.text + words.len) {
            add_line_end(rich);
        }
    }
}

// A run of blanks with a line end in it is one space, and none where a line begins.
static void add_flowing(Rich *rich, Str words) {
    while (words.len > 0) {
        const char *end = memchr(words.text, '\n', (size_t)words.len);
        Str line = end ? str_slice(words, 0, end - words.text) : words;
        words = end ? str_slice(words, line.len + 1, words.len) : (Str){0};
        Str kept = end ? str_slice(line, 0, line.len - bare_tail(line)) : line;
        add_words(rich, kept);
        if (!end) {
            return;
        }
        words = str_slice(words, bare_len(words), words.len);
        Str out = str_built(&rich->out);
        if (out.len > 0 && rich->gap == 0 && !str_ends(out, S("\n")) && !str_ends(out, S(" "))) {
            str_add_char(&rich->out, ' ');
        }
    }
}

static void add_source(Rich *rich, Str words) {
    if (rich->flows) {
        add_flowing(rich, words);
    } else {
        add_words(rich, words);
    }
}

static void begin_emphasis(Rich *rich) {
    rich->pending = rich->pending || rich->depth == 0;
    rich->depth++;
}

static void end_emphasis(Rich *rich) {
    if (rich->depth == 0) {
        return;
    }
    rich->depth--;
    if (rich->depth == 0 && rich->open) {
        close_emphasis(rich);
    }
    rich->pending = rich->pending && rich->depth > 0;
}

static void ask_gap(Rich *rich, int32_t lines) {
    rich->gap = rich->gap > lines ? rich->gap : lines;
}

static void add_picture(Rich *rich, Str tag) {
    Str alt = rich_decode(rich->arena, rich_attribute(tag, S("alt")));
    if (str_trim(alt).len == 0) {
        rich->seen->dropped++;
        return;
    }
    rich->seen->degraded++;
    add_words(rich, S("["));
    add_words(rich, str_trim(alt));
    add_words(rich, S("]"));
}

static void begin_link(Rich *rich, Str tag) {
    rich->link = rich_decode(rich->arena, rich_attribute(tag, S("href")));
    if (rich->link.len > 0) {
        rich->seen->degraded++;
    } else {
        rich->seen->converted++;
    }
}

static void end_link(Rich *rich) {
    if (rich->link.len > 0) {
        add_words(rich, str_format(rich->arena, " (%.*s)", S_ARG(rich->link)));
    }
    rich->link = (Str){0};
}

static void count_element(Rich *rich, RichElement element) {
    bool loses = element == RICH_ITEM || element == RICH_HEADING || element == RICH_CELL || element == RICH_ROW;
    rich->seen->degraded += loses;
    rich->seen->converted += !loses;
}

static void begin_element(Rich *rich, RichElement element, Str tag) {
    switch (element) {
    case RICH_BREAK:
        fill_gap(rich);
        add_line_end(rich);
        break;
    case RICH_EMPHASIS:
        begin_emphasis(rich);
        break;
    case RICH_PARAGRAPH:
        ask_gap(rich, 2);
        break;
    case RICH_HEADING:
        ask_gap(rich, 2);
        begin_emphasis(rich);
        break;
    case RICH_BLOCK:
    case RICH_ROW:
        ask_gap(rich, 1);
        break;
    case RICH_ITEM:
        ask_gap(rich, 1);
        add_words(rich, S("– "));
        break;
    case RICH_CELL:
        add_words(rich, rich->gap > 0 ? S("") : S(" "));
        break;
    case RICH_LINK:
        begin_link(rich, tag);
        return;
    case RICH_PICTURE:
        add_picture(rich, tag);
        return;
    case RICH_SPAN:
    case RICH_HIDDEN:
    case RICH_UNKNOWN:
        break;
    }
    count_element(rich, element);
}

static void end_element(Rich *rich, RichElement element) {
    switch (element) {
    case RICH_EMPHASIS:
        end_emphasis(rich);
        break;
    case RICH_HEADING:
        end_emphasis(rich);
        ask_gap(rich, 2);
        break;
    case RICH_PARAGRAPH:
        ask_gap(rich, 2);
        break;
    case RICH_BLOCK:
    case RICH_ROW:
    case RICH_ITEM:
        ask_gap(rich, 1);
        break;
    case RICH_LINK:
        end_link(rich);
        break;
    case RICH_BREAK:
    case RICH_CELL:
    case RICH_PICTURE:
    case RICH_SPAN:
    case RICH_HIDDEN:
    case RICH_UNKNOWN:
        break;
    }
}

static ptrdiff_t take_comment(Rich *rich, Str text) {
    ptrdiff_t end = rich->uncommented ? -1 : str_find(text, S("-->"));
    rich->uncommented = end < 0;
    return end < 0 ? 0 : end + S("-->").len;
}

// What was looked for in vain a few times is not looked for again: a file could be made of nothing else.
static ptrdiff_t hidden_len(Rich *rich, Str tag, Str rest) {
    enum { MOST_UNCLOSED = 8 };
    bool looks = rich->unclosed < MOST_UNCLOSED;
    ptrdiff_t len = looks ? rich_hidden_len(tag, rest) : 0;
    rich->unclosed += looks && len == 0 && tag.text[1] != '/';
    return len;
}

// The tag or comment that `text` begins with; how many bytes it takes, 0 when it is none.
static ptrdiff_t take_tag(Rich *rich, Str text) {
    if (str_begins(text, S("<!--"))) {
        return take_comment(rich, text);
    }
    Str tag = rich_tag(text);
    RichElement element = rich_element(tag);
    if (element == RICH_UNKNOWN) {
        return 0;
    }
    if (element == RICH_HIDDEN) {
        rich->seen->dropped += tag.text[1] != '/';
        return tag.len + hidden_len(rich, tag, str_slice(text, tag.len, text.len));
    }
    if (tag.text[1] == '/') {
        end_element(rich, element);
    } else {
        begin_element(rich, element, tag);
    }
    return tag.len;
}

static void read_html(Rich *rich, Str text) {
    ptrdiff_t from = 0;
    for (ptrdiff_t at = 0; at < text.len;) {
        char c = text.text[at];
        char decoded[4];
        ptrdiff_t len = 0;
        ptrdiff_t taken = 0;
        if (c == '&') {
            taken = rich_take_entity(str_slice(text, at, text.len), decoded, &len);
        } else if (c == '<') {
            add_source(rich, str_slice(text, from, at));
            from = at;
            taken = take_tag(rich, str_slice(text, at, text.len));
        }
        if (taken == 0) {
            at++;
            continue;
        }
        add_source(rich, str_slice(text, from, at));
        add_words(rich, (Str){decoded, len});
        at += taken;
        from = at;
    }
    add_source(rich, str_slice(text, from, text.len));
    if (rich->open) {
        close_emphasis(rich);
    }
}

static bool are_marks(const EmphasisMarks *found, const EmphasisMarks *marks, ptrdiff_t trimmed) {
    if (found->count != marks->count) {
        return false;
    }
    for (int32_t i = 0; i < found->count; i++) {
        if (found->rows[i] + trimmed != marks->rows[i]) {
            return false;
        }
    }
    return true;
}

static Str without_stars(Rich *rich, Str text, ptrdiff_t trimmed) {
    StrBuilder out = {.arena = rich->arena};
    int32_t mark = 0;
    for (ptrdiff_t at = 0; at < text.len; at++) {
        bool is_mark = mark < rich->marks.count && rich->marks.rows[mark] == at + trimmed;
        mark += is_mark;
        if (text.text[at] == '*' && !is_mark) {
            str_add(&out, S("∗"));
        } else {
            str_add_char(&out, text.text[at]);
        }
    }
    rich->seen->stars = true;
    return str_built(&out);
}

// Stars that stand for themselves must not be read as marks.
static Str settle_stars(Rich *rich, Str out) {
    Str text = str_trim(out);
    if (text.len == 0 || !memchr(text.text, '*', (size_t)text.len)) {
        return text;
    }
    ptrdiff_t trimmed = text.text - out.text;
    EmphasisMarks found = emphasis_find(rich->arena, text);
    return are_marks(&found, &rich->marks, trimmed) ? text : without_stars(rich, text, trimmed);
}

// The double marks of Markdown are our single ones; what else it has reads well as it stands.
static Str halve_stars(Arena *arena, Str text, bool escapes) {
    StrBuilder out = {.arena = arena};
    for (ptrdiff_t at = 0; at < text.len; at++) {
        Str rest = str_slice(text, at, text.len);
        bool pair = str_begins(rest, S("**"));
        bool escape = escapes && *rest.text == '\\' && rest.len > 1 && strchr("*_#`[]()!\\", rest.text[1]);
        at += pair || escape;
        if (escape && text.text[at] == '*') {
            str_add(&out, S("∗"));
        } else {
            str_add_char(&out, text.text[at]);
        }
    }
    return str_trim(str_built(&out));
}

static Str read_wiki(Rich *rich, Str text) {
    text = halve_stars(rich->arena, text, false);
    if (markup_find(text, 0).to == 0) {
        return text;
    }
    read_html(rich, text);
    return str_trim(str_built(&rich->out));
}

static bool has(Str text, char sign) {
    return text.len > 0 && memchr(text.text, sign, (size_t)text.len);
}

static Str read_any(Arena *arena, Str text, RichFormat format, RichSeen *seen) {
    bool special = has(text, '<') || has(text, '&') || has(text, '*') || (format == RICH_MARKDOWN && has(text, '\\'));
    if (!special) {
        return str_trim(text);
    }
    if (format == RICH_MARKDOWN) {
        return halve_stars(arena, text, true);
    }
    Rich rich = {.arena = arena, .out = {.arena = arena}, .seen = seen};
    if (format == RICH_WIKI) {
        return read_wiki(&rich, text);
    }
    if (format == RICH_PLAIN || (format == RICH_AUTO && markup_find(text, 0).to == 0)) {
        return settle_stars(&rich, text);
    }
    rich.flows = format == RICH_HTML && rich_has_block(text);
    read_html(&rich, text);
    return settle_stars(&rich, str_built(&rich.out));
}

Str rich_read(Arena *arena, Str text, RichFormat format, RichSeen *seen) {
    Str read = read_any(arena, text, format, seen);
    return utf8_is_blank(read) ? (Str){0} : read;
}

bool rich_is_bare(Str text) {
    return !has(text, '<') && !has(text, '&') && !has(text, '*') && !has(text, '\\');
}

Str rich_trim(Str text) {
    text = str_trim(text);
    return utf8_is_blank(text) ? (Str){0} : text;
}

Str rich_decode(Arena *arena, Str text) {
    if (text.len == 0 || !memchr(text.text, '&', (size_t)text.len)) {
        return text;
    }
    StrBuilder out = {.arena = arena};
    (void)str_reserve(&out, text.len); // at once: no entity is shorter than what it stands for
    while (text.len > 0) {
        char decoded[4];
        ptrdiff_t len = 0;
        ptrdiff_t taken = *text.text == '&' ? rich_take_entity(text, decoded, &len) : 0;
        if (taken > 0) {
            str_add(&out, (Str){decoded, len});
            text = str_slice(text, taken, text.len);
            continue;
        }
        const char *next = memchr(text.text + 1, '&', (size_t)text.len - 1);
        ptrdiff_t plain = next ? next - text.text : text.len;
        str_add(&out, str_slice(text, 0, plain));
        text = str_slice(text, plain, text.len);
    }
    return str_built(&out);
}

bool rich_is_plain(Arena *scratch, Str text) {
    bool star = false;
    for (ptrdiff_t at = 0; at < text.len; at++) {
        char c = text.text[at];
        if (c == '<' || c == '&') {
            return false;
        }
        star = star || c == '*';
    }
    ArenaMark mark = arena_mark(scratch);
    bool plain = !star || emphasis_find(scratch, text).count == 0;
    arena_rewind(scratch, mark);
    return plain;
}

static void add_html(StrBuilder *out, char c) {
    switch (c) {
    case '&':
        str_add(out, S("&amp;"));
        break;
    case '<':
        str_add(out, S("&lt;"));
        break;
    case '>':
        str_add(out, S("&gt;"));
        break;
    case '\n':
        str_add(out, S("<br>"));
        break;
    default:
        str_add_char(out, c);
    }
}

Str rich_write_html(Arena *arena, Str text) {
    EmphasisMarks marks = emphasis_find(arena, text);
    StrBuilder out = {.arena = arena};
    int32_t mark = 0;
    for (ptrdiff_t at = 0; at < text.len; at++) {
        if (mark < marks.count && marks.rows[mark] == at) {
            str_add(&out, mark % 2 == 0 ? S("<em>") : S("</em>"));
            mark++;
        } else {
            add_html(&out, text.text[at]);
        }
    }
    return str_built(&out);
}
