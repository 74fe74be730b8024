#include "base/limits.h"
#include "exchange/tale_parser.h"

#include <string.h>

static void begin_sugar_if(Parser *parser, Str arguments, Str whole) {
    Frame frame = {.outer = parser->when, .closing = S("<</if>>"), .branch = true};
    if (parser->depth == TALE_FRAMES) {
        tale_keep_macro(parser, CONSTRUCT_IF, REASON_EXPRESSION, whole);
        return;
    }
    frame.kept = !tale_begin_branch(parser, &frame, arguments, false);
    if (frame.kept) {
        tale_keep_macro(parser, CONSTRUCT_IF, REASON_EXPRESSION, whole);
    } else {
        tale_settle(parser, CONSTRUCT_IF, BECAME_CONVERTED);
    }
    tale_push(parser, frame);
}

static void go_on_sugar_if(Parser *parser, Str arguments, Str whole) {
    Frame *frame = parser->depth > 0 ? &parser->frames[parser->depth - 1] : NULL;
    if (!frame || !frame->branch || frame->kept) {
        tale_keep_text(parser, whole);
        return;
    }
    if (!tale_begin_branch(parser, frame, arguments, false)) {
        tale_set_when(parser, frame->outer);
        tale_keep_macro(parser, CONSTRUCT_IF, REASON_EXPRESSION, whole);
        frame->kept = true;
    } else if (arguments.len > 0) {
        tale_settle(parser, CONSTRUCT_IF, BECAME_CONVERTED);
    }
}

// "text", "target" or [[text|target][sets]], of a macro that makes a link or jumps. A target that is not told is empty.
static bool read_target(Parser *parser, Str arguments, TaleLink *link, Str *setter) {
    *setter = (Str){0};
    if (str_begins(arguments, S("[[")) && str_ends(arguments, S("]]"))) {
        return tale_read_link(parser->maker, str_slice(arguments, 2, arguments.len - 2), link, setter);
    }
    bool fine = tale_read_pair(arguments, &link->text, &link->target);
    bool alone = link->text.text == link->target.text;
    link->target = alone ? (Str){0} : link->target;
    return fine;
}

// What stands in a link may set something, and tell where to go; false when it does anything else.
static bool read_link_content(Parser *parser, Str inside, TaleChanges *changes) {
    for (inside = str_trim(inside); str_begins(inside, S("<<")); inside = str_trim(inside)) {
        ptrdiff_t end = str_find(inside, S(">>"));
        Str macro = str_slice(inside, 2, end);
        bool sets = str_begins(macro, S("set "));
        if (end < 0 || (!sets && !str_begins(macro, S("goto ")))) {
            return false;
        }
        if (sets) {
            tale_add_changes(parser, changes, str_slice(macro, S("set ").len, macro.len));
        }
        inside = str_slice(inside, end + 2, inside.len);
    }
    return inside.len == 0;
}

// The target of the first <<goto …>> in it.
static bool find_goto(Parser *parser, Str inside, Str *target) {
    ptrdiff_t at = str_find(inside, S("<<goto "));
    Str rest = str_slice(inside, at + S("<<goto ").len, inside.len);
    ptrdiff_t end = at < 0 ? -1 : str_find(rest, S(">>"));
    TaleLink jump = {0};
    Str setter;
    if (end < 0 || !read_target(parser, str_trim(str_slice(rest, 0, end)), &jump, &setter)) {
        return false;
    }
    *target = jump.target.len > 0 ? jump.target : jump.text;
    return true;
}

// The content of <<link …>> or <<button …>> belongs to it.
static void read_sugar_link(Parser *parser, Str name, Str arguments, Str whole) {
    TaleLink link = {0};
    Str setter, rest = str_slice(tale_rest(parser), 0, LIMIT_TEXT_CHARS);
    Str closing = str_equal(name, S("link")) ? S("<</link>>") : S("<</button>>");
    ptrdiff_t close = str_find(rest, closing);
    Str inside = close < 0 ? (Str){0} : str_slice(rest, 0, close);
    bool fine = read_target(parser, arguments, &link, &setter);
    if (!fine || (link.target.len == 0 && !find_goto(parser, inside, &link.target))) {
        tale_keep_macro(parser, CONSTRUCT_LINK, REASON_MACRO, whole);
        return;
    }
    TaleChanges changes = {0};
    tale_add_changes(parser, &changes, setter);
    if (!read_link_content(parser, inside, &changes)) {
        tale_keep_macro(parser, CONSTRUCT_MACRO, REASON_MACRO, str_trim(inside));
    }
    TaleLink *added = tale_add_link(parser, link.text, link.target);
    added->changes = changes;
    parser->at += close >= 0 ? close + closing.len : 0;
}

static void read_sugar_goto(Parser *parser, Str arguments) {
    TaleLink link = {0};
    Str setter;
    if (!read_target(parser, arguments, &link, &setter)) {
        tale_keep_macro(parser, CONSTRUCT_LINK, REASON_MACRO, arguments);
        return;
    }
    Str target = link.target.len > 0 ? link.target : link.text;
    tale_add_link(parser, target, target)->jump = true;
}

// Comments are for authors.
bool tale_take_comment(Parser *parser) {
    Str rest = str_slice(tale_rest(parser), 0, LIMIT_TEXT_CHARS);
    bool slash = str_begins(rest, S("/*"));
    ptrdiff_t end = slash || str_begins(rest, S("/%")) ? str_find(rest, slash ? S("*/") : S("%/")) : -1;
    if (end < 0) {
        return false;
    }
    loss_judge(parser->maker->report, &(Loss){.construct = CONSTRUCT_COMMENT,
                                              .became = BECAME_DROPPED,
                                              .reason = REASON_SPECIAL,
                                              .line = parser->line,
                                              .about = loss_own(parser->maker->report, str_slice(rest, 0, end + 2))});
    parser->at += end + 2;
    return true;
}

static bool is_name(char c) {
    return c == '-' || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// One of color:red; color(red): #id.class; as `text` may begin with. 0: none.
static ptrdiff_t style_len(Str text) {
    bool named = text.len > 0 && (text.text[0] == '#' || text.text[0] == '.');
    ptrdiff_t at = 0;
    while (at < text.len && (is_name(text.text[at]) || (named && strchr("#.", text.text[at])))) {
        at++;
    }
    Str rest = str_slice(text, at, text.len);
    if (at == 0 || rest.len == 0) {
        return 0;
    }
    if (named) {
        return at > 1 && rest.text[0] == ';' ? at + 1 : 0;
    }
    if (rest.text[0] != ':' && rest.text[0] != '(') {
        return 0;
    }
    Str closing = rest.text[0] == ':' ? S(";") : S("):");
    ptrdiff_t end = str_find(rest, closing), foreign = str_find(rest, S("\n"));
    return end < 2 || (foreign >= 0 && foreign < end) ? 0 : at + end + closing.len;
}

// The sign with all that it says, and the end of the line where nothing follows: then it holds whole lines.
static ptrdiff_t styles_len(Str text) {
    ptrdiff_t len = 2, one;
    while ((one = style_len(str_slice(text, len, text.len))) > 0) {
        len += one;
    }
    ptrdiff_t end = len;
    while (end < text.len && strchr(" \t\r", text.text[end])) {
        end++;
    }
    return end < text.len && text.text[end] == '\n' ? end + 1 : len;
}

Str tale_drop_styles(Parser *parser, Str text, bool *open) {
    StrBuilder out = {.arena = parser->maker->passing};
    for (ptrdiff_t at = str_find(text, S("@@")); at >= 0; at = str_find(text, S("@@"))) {
        bool alone = *open && at > 0 && text.text[at - 1] == '\n';
        str_add(&out, str_slice(text, 0, alone ? at - 1 : at));
        text = str_slice(text, at, text.len);
        ptrdiff_t len = *open ? 2 : styles_len(text);
        if (!*open) {
            tale_judge(parser, CONSTRUCT_MARKUP, BECAME_DEGRADED, REASON_STYLE, str_trim(str_slice(text, 0, len)));
        }
        *open = !*open;
        text = str_slice(text, len, text.len);
    }
    if (out.count == 0) {
        return text;
    }
    str_add(&out, text);
    return str_built(&out);
}

static void read_sugar_macro(Parser *parser, Str name, Str arguments, Str whole) {
    bool closes = str_equal(name, S("/if")) || str_equal(name, S("endif"));
    if (str_equal(name, S("if"))) {
        begin_sugar_if(parser, arguments, whole);
    } else if (str_equal(name, S("elseif")) || str_equal(name, S("else"))) {
        go_on_sugar_if(parser, arguments, whole);
    } else if (closes && parser->depth > 0) {
        tale_end_frame(parser);
    } else if (str_equal(name, S("set"))) {
        tale_add_changes(parser, &parser->pieces->changes, arguments);
    } else if (str_equal(name, S("print")) || str_equal(name, S("=")) || str_equal(name, S("-"))) {
        tale_show_value(parser, arguments);
    } else if (str_equal(name, S("link")) || str_equal(name, S("button"))) {
        read_sugar_link(parser, name, arguments, whole);
    } else if (str_equal(name, S("goto"))) {
        read_sugar_goto(parser, arguments);
    } else if (str_equal(name, S("nobr")) || str_equal(name, S("/nobr")) || str_equal(name, S("silently")) ||
               str_equal(name, S("/silently"))) {
        tale_settle(parser, CONSTRUCT_MACRO, BECAME_CONVERTED);
    } else {
        tale_keep_macro(parser, CONSTRUCT_MACRO, REASON_MACRO, whole);
    }
}

bool tale_take_sugar(Parser *parser) {
    Str rest = tale_rest(parser);
    ptrdiff_t close = str_begins(rest, S("<<")) ? str_find(str_slice(rest, 0, LIMIT_TEXT_CHARS), S(">>")) : -1;
    if (close < 0) {
        return false;
    }
    Str inside = str_trim(str_slice(rest, 2, close));
    ptrdiff_t end = 0;
    while (end < inside.len && !strchr(" \t\n", inside.text[end])) {
        end++;
    }
    parser->at += close + 2;
    read_sugar_macro(parser, str_slice(inside, 0, end), str_trim(str_slice(inside, end, inside.len)),
                     str_slice(rest, 0, close + 2));
    return true;
}
