#include "base/limits.h"
#include "exchange/tale_parser.h"

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

// Capitals, - and _ make no difference in the name of a macro.
static Str plain_name(const Parser *parser, Str name) {
    StrBuilder out = {.arena = parser->maker->passing};
    for (ptrdiff_t at = 0; at < name.len; at++) {
        char c = name.text[at];
        if (c != '-' && c != '_') {
            str_add_char(&out, (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c));
        }
    }
    return str_built(&out);
}

// The bytes of a macro "(name: …)" with its brackets; -1 when `text` begins with none.
static ptrdiff_t macro_len(Str text) {
    ptrdiff_t at = 1;
    while (at < text.len && is_letter(text.text[at])) {
        at++;
    }
    if (text.len == 0 || *text.text != '(' || at == 1 || at >= text.len || text.text[at] != ':') {
        return -1;
    }
    int32_t depth = 1;
    char quote = '\0';
    for (at++; at < text.len && at < LIMIT_TEXT_CHARS; at++) {
        char c = text.text[at];
        if (quote != '\0') {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else {
            depth += (c == '(') - (c == ')');
        }
        if (depth == 0) {
            return at + 1;
        }
    }
    return -1;
}

// The hook "[…]" that comes next; without its brackets. False when none does.
static bool next_hook(const Parser *parser, Str *hook) {
    Str rest = tale_rest(parser);
    int32_t depth = 0;
    for (ptrdiff_t at = 0; at < rest.len && at < LIMIT_TEXT_CHARS && str_begins(rest, S("[")); at++) {
        depth += (rest.text[at] == '[') - (rest.text[at] == ']');
        if (depth == 0) {
            *hook = str_slice(rest, 1, at);
            return true;
        }
    }
    return false;
}

static void read_hook_branch(Parser *parser, Frame frame, Str source, bool negated, Str whole) {
    bool hook = str_begins(tale_rest(parser), S("["));
    bool fits = hook && parser->depth < TALE_FRAMES;
    bool fine = fits && tale_begin_branch(parser, &frame, source, negated);
    frame.closing = S("]");
    frame.branch = fine;
    frame.kept = !fine;
    if (!fine) {
        tale_keep_macro(parser, CONSTRUCT_IF, REASON_EXPRESSION, whole);
    } else if (source.len > 0) {
        tale_settle(parser, CONSTRUCT_IF, BECAME_CONVERTED);
    }
    if (fits) {
        tale_keep_text(parser, fine ? S("") : S("["));
        tale_push(parser, frame);
        parser->at++;
    }
}

// (link: "text")[(set: …)(goto: "target")]
static bool read_link_hook(Parser *parser, Str arguments) {
    Str text, target, hook, none;
    if (!tale_read_pair(arguments, &text, &none) || !next_hook(parser, &hook)) {
        return false;
    }
    TaleChanges changes = {0};
    Str left = str_trim(hook);
    bool found = false;
    for (ptrdiff_t len = macro_len(left); len > 0; len = macro_len(left)) {
        Str macro = str_slice(left, 1, len - 1);
        Str name = plain_name(parser, str_cut(&macro, ':'));
        if (str_equal(name, S("set")) && !found) {
            tale_add_changes(parser, &changes, macro);
        } else if (str_equal(name, S("goto")) && !found) {
            found = tale_read_pair(macro, &none, &target);
        } else {
            return false;
        }
        left = str_trim(str_slice(left, len, left.len));
    }
    if (!found || left.len > 0) {
        return false;
    }
    TaleLink *link = tale_add_link(parser, text, target);
    link->changes = changes;
    parser->at += hook.len + 2;
    return true;
}

static bool is_loose_else(const Parser *parser) {
    return parser->ended.branch && str_trim(str_built(&parser->out)).len == 0;
}

static void read_put(Parser *parser, Str arguments, Str whole) {
    ptrdiff_t into = str_find(arguments, S(" into "));
    if (into < 0) {
        tale_keep_macro(parser, CONSTRUCT_SET, REASON_EXPRESSION, whole);
        return;
    }
    Str name = str_trim(str_slice(arguments, into + S(" into ").len, arguments.len));
    Str value = str_trim(str_slice(arguments, 0, into));
    tale_add_change(parser, &parser->pieces->changes,
                    str_format(parser->maker->passing, "%.*s to %.*s", S_ARG(name), S_ARG(value)));
}

static void read_harlowe_link(Parser *parser, Str arguments, Str whole) {
    Str text, target;
    if (tale_read_pair(arguments, &text, &target)) {
        (void)tale_add_link(parser, text, target);
    } else {
        tale_keep_macro(parser, CONSTRUCT_LINK, REASON_MACRO, whole);
    }
}

static void read_harlowe_macro(Parser *parser, Str name, Str arguments, Str whole) {
    Frame fresh = {.outer = parser->when};
    bool other = str_equal(name, S("elseif")) || str_equal(name, S("else"));
    if (str_equal(name, S("if")) || str_equal(name, S("unless"))) {
        read_hook_branch(parser, fresh, arguments, str_equal(name, S("unless")), whole);
    } else if (other && is_loose_else(parser)) {
        read_hook_branch(parser, parser->ended, arguments, false, whole);
    } else if (str_equal(name, S("set"))) {
        tale_add_changes(parser, &parser->pieces->changes, arguments);
    } else if (str_equal(name, S("put"))) {
        read_put(parser, arguments, whole);
    } else if (str_equal(name, S("print"))) {
        tale_show_value(parser, arguments);
    } else if (str_equal(name, S("linkgoto"))) {
        read_harlowe_link(parser, arguments, whole);
    } else if (str_equal(name, S("goto"))) {
        tale_add_jump(parser, arguments);
    } else if (!str_equal(name, S("link")) || !read_link_hook(parser, arguments)) {
        tale_keep_macro(parser, CONSTRUCT_MACRO, REASON_MACRO, whole);
    }
}

static bool take_hook_sign(Parser *parser) {
    char c = parser->text.text[parser->at];
    if (c == '[' && parser->depth < TALE_FRAMES) {
        tale_push(parser, (Frame){.outer = parser->when, .closing = S("]"), .kept = true});
        tale_keep_text(parser, S("["));
    } else if (c == ']' && parser->depth > 0) {
        tale_end_frame(parser);
    } else {
        return false;
    }
    parser->at++;
    return true;
}

bool tale_take_harlowe(Parser *parser) {
    enum { NAME = 30 };
    Str rest = tale_rest(parser);
    ptrdiff_t len = parser->at >= parser->blind ? macro_len(rest) : -1;
    if (len < 0) {
        bool unclosed = parser->at >= parser->blind && *rest.text == '(' && rest.len > 1 && is_letter(rest.text[1]);
        parser->blind =
            unclosed && str_find(str_slice(rest, 0, NAME), S(":")) > 0 ? parser->at + LIMIT_TEXT_CHARS : parser->blind;
        return take_hook_sign(parser);
    }
    Str inside = str_slice(rest, 1, len - 1);
    Str name = plain_name(parser, str_cut(&inside, ':'));
    parser->at += len;
    read_harlowe_macro(parser, name, str_trim(inside), str_slice(rest, 0, len));
    return true;
}

// Runs of spaces and line ends since the brace opened become one space, and none where a line begins or ends.
static void gather(Parser *parser) {
    StrBuilder *out = &parser->out;
    int32_t to = parser->gathers < out->count ? parser->gathers : out->count;
    for (int32_t at = to; at < out->count; at++) {
        bool blank = str_trim((Str){out->rows + at, 1}).len == 0;
        bool parts = to > 0 && out->rows[to - 1] != ' ' && out->rows[to - 1] != '\n';
        if (!blank || parts) {
            out->rows[to++] = (char)(blank ? ' ' : out->rows[at]);
        }
    }
    bool ends = str_begins(str_slice(tale_rest(parser), 1, 2), S("\n"));
    out->count = to - (ends && to > 0 && out->rows[to - 1] == ' ');
}

// { … } shows what stands in it on one line, and no brace. One that is never closed is a sign as any other.
bool tale_take_brace(Parser *parser) {
    bool opens = parser->text.text[parser->at] == '{';
    if (opens && parser->last_brace == 0) {
        parser->last_brace = parser->text.len - 1;
        while (parser->last_brace > parser->at && parser->text.text[parser->last_brace] != '}') {
            parser->last_brace--;
        }
        parser->last_brace = parser->last_brace > parser->at ? parser->last_brace : -1;
    }
    if (opens ? parser->at >= parser->last_brace : parser->braces == 0) {
        return false;
    }
    if (opens) {
        parser->gathers = parser->braces == 0 ? parser->out.count : parser->gathers;
        parser->braces++;
        tale_settle(parser, CONSTRUCT_MARKUP, BECAME_CONVERTED);
    } else if (--parser->braces == 0) {
        gather(parser);
    }
    parser->at++;
    return true;
}
