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

// Sets between <<link …>> and <</link>> belong to the link.
static void read_sugar_link(Parser *parser, Str arguments, Str whole) {
    Str text, target, setter = {0};
    TaleLink inner = {0};
    bool brackets = str_begins(arguments, S("[[")) && str_ends(arguments, S("]]"));
    bool fine = brackets ? tale_read_link(parser->maker, str_slice(arguments, 2, arguments.len - 2), &inner, &setter)
                         : tale_read_pair(arguments, &text, &target);
    if (!fine) {
        tale_keep_macro(parser, CONSTRUCT_LINK, REASON_MACRO, whole);
        return;
    }
    text = brackets ? inner.text : text;
    target = brackets ? inner.target : target;
    TaleLink *link = tale_add_link(parser, text, target);
    TaleChanges changes = {0};
    tale_add_changes(parser, &changes, setter);
    Str rest = tale_rest(parser);
    ptrdiff_t close = str_find(str_slice(rest, 0, LIMIT_TEXT_CHARS), S("<</link>>"));
    Str inside = str_trim(str_slice(rest, 0, close));
    while (close >= 0 && str_begins(inside, S("<<set ")) && str_find(inside, S(">>")) > 0) {
        ptrdiff_t end = str_find(inside, S(">>"));
        tale_add_changes(parser, &changes, str_slice(inside, S("<<set ").len, end));
        inside = str_trim(str_slice(inside, end + 2, inside.len));
    }
    if (close >= 0 && inside.len > 0) {
        tale_keep_macro(parser, CONSTRUCT_MACRO, REASON_MACRO, inside);
    }
    link->changes = changes;
    parser->at += close >= 0 ? close + S("<</link>>").len : 0;
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
        read_sugar_link(parser, arguments, whole);
    } else if (str_equal(name, S("goto"))) {
        tale_add_jump(parser, arguments);
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
