#include "base/limits.h"
#include "base/utf8.h"
#include "exchange/rich.h"
#include "exchange/tale_parser.h"

#include <string.h>

Str tale_rest(const Parser *parser) {
    return str_slice(parser->text, parser->at, parser->text.len);
}

void tale_judge(Parser *parser, Construct construct, Became became, LossReason reason, Str about) {
    loss_judge(parser->maker->report, &(Loss){.construct = construct,
                                              .became = became,
                                              .reason = reason,
                                              .line = parser->line,
                                              .about = loss_own(parser->maker->report, about)});
}

void tale_settle(Parser *parser, Construct construct, Became became) {
    loss_find(parser->maker->report, construct);
    loss_settle(parser->maker->report, construct, became);
}

// ''bold'' and //italics//: the pairs become stars.
static Str mend_marks(Arena *arena, Str text, Str mark) {
    StrBuilder out = {.arena = arena};
    bool open = false;
    for (ptrdiff_t at = 0; at < text.len; at++) {
        Str rest = str_slice(text, at, text.len);
        bool url = at > 0 && text.text[at - 1] == ':';
        bool pair = str_begins(rest, mark) && !url;
        if (pair && (open || str_find(str_slice(rest, mark.len, rest.len), mark) >= 0)) {
            str_add_char(&out, '*');
            open = !open;
            at += mark.len - 1;
        } else {
            str_add_char(&out, text.text[at]);
        }
    }
    return str_built(&out);
}

// What a sign may be: one that a link, a macro or a value begins or ends with, one of style, or the end of a line.
enum { SPECIAL = 1, STYLE = 2, LINE = 4 };
static const uint8_t SIGNS[UINT8_MAX + 1] = {
    ['['] = SPECIAL, ['('] = SPECIAL, [']'] = SPECIAL,         ['$'] = SPECIAL,
    ['\''] = STYLE,  ['{'] = SPECIAL, ['}'] = SPECIAL,         ['/'] = SPECIAL | STYLE,
    ['&'] = STYLE,   ['*'] = STYLE,   ['<'] = SPECIAL | STYLE, ['\n'] = LINE,
    ['@'] = STYLE};

static Str read_style(Parser *parser, Str text, bool *open) {
    Arena *arena = parser->maker->passing;
    RichSeen seen = {0};
    text = parser->maker->format == TALE_SUGARCUBE ? tale_drop_styles(parser, text, open) : text;
    text = str_find(text, S("''")) >= 0 ? mend_marks(arena, text, S("''")) : text;
    text = str_find(text, S("//")) >= 0 ? mend_marks(arena, text, S("//")) : text;
    text = rich_read(arena, text, RICH_WIKI, &seen);
    for (int32_t i = 0; i < seen.converted; i++) {
        tale_settle(parser, CONSTRUCT_MARKUP, BECAME_CONVERTED);
    }
    for (int32_t i = 0; i < seen.degraded + seen.dropped; i++) {
        bool lost = i >= seen.degraded;
        tale_judge(parser, CONSTRUCT_MARKUP, lost ? BECAME_DROPPED : BECAME_DEGRADED,
                   lost ? REASON_MARKUP_DROPPED : REASON_MARKUP_TEXT, S("1"));
    }
    return str_trim(text);
}

static void flush(Parser *parser) {
    Str text = str_trim(str_built(&parser->out));
    if (text.len > 0) {
        TaleText *piece = rows_append(parser->maker->passing, &parser->pieces->texts);
        text = str_copy(parser->maker->passing, text);
        piece->text = parser->styled ? read_style(parser, text, &parser->open_style) : text;
        piece->when = parser->when;
        if (utf8_is_blank(piece->text)) {
            parser->pieces->texts.count--;
        }
    }
    parser->out.count = 0;
    parser->styled = false;
}

Str tale_both(TaleMaker *maker, Str a, Str b) {
    if (a.len == 0 || b.len == 0) {
        return a.len == 0 ? b : a;
    }
    return str_format(maker->passing, "(%.*s) and (%.*s)", S_ARG(a), S_ARG(b));
}

void tale_set_when(Parser *parser, Str when) {
    if (!str_equal(when, parser->when)) {
        flush(parser);
        parser->when = when;
    }
}

void tale_push(Parser *parser, Frame frame) {
    parser->frames[parser->depth++] = frame;
}

// Takes what a macro was written as into the text.
void tale_keep_text(Parser *parser, Str source) {
    str_add(&parser->out, source);
    parser->styled = true;
}

void tale_keep_macro(Parser *parser, Construct construct, LossReason reason, Str source) {
    tale_judge(parser, construct, BECAME_KEPT, reason, source);
    tale_keep_text(parser, source);
}

static Str branch_condition(Parser *parser, const Frame *frame, Str condition) {
    TaleMaker *maker = parser->maker;
    Str others = frame->any.len > 0 ? str_format(maker->passing, "not (%.*s)", S_ARG(frame->any)) : (Str){0};
    return tale_both(maker, frame->outer, tale_both(maker, others, condition));
}

static Str either(Parser *parser, Str a, Str b) {
    if (a.len == 0 || b.len == 0) {
        return a.len == 0 ? b : a;
    }
    return str_format(parser->maker->passing, "(%.*s) or (%.*s)", S_ARG(a), S_ARG(b));
}

static bool is_deep(Str condition) {
    enum { MOST = LIMIT_CONDITION_DEPTH / 2 };
    int32_t depth = 0, deepest = 0;
    for (ptrdiff_t at = 0; at < condition.len; at++) {
        depth += (condition.text[at] == '(') - (condition.text[at] == ')');
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest > MOST;
}

bool tale_begin_branch(Parser *parser, Frame *frame, Str source, bool negated) {
    Str condition = {0};
    if (source.len > 0 && !tale_read_condition(parser->maker, source, &condition)) {
        return false;
    }
    if (negated) {
        condition = str_format(parser->maker->passing, "not (%.*s)", S_ARG(condition));
    }
    Str when = branch_condition(parser, frame, condition);
    if (when.len > LIMIT_CONDITION_CHARS || is_deep(when)) {
        return false;
    }
    frame->any = either(parser, frame->any, condition);
    tale_set_when(parser, when);
    return true;
}

void tale_end_frame(Parser *parser) {
    Frame frame = parser->frames[--parser->depth];
    if (frame.kept) {
        tale_keep_text(parser, frame.closing);
    }
    tale_set_when(parser, frame.outer);
    parser->ended = frame;
}

void tale_add_change(Parser *parser, TaleChanges *changes, Str source) {
    TaleChange change;
    bool fine = tale_read_change(parser->maker, source, &change);
    if (!fine) {
        tale_keep_macro(parser, CONSTRUCT_SET, REASON_EXPRESSION, str_trim(source));
        return;
    }
    change.when = parser->when;
    change.line = parser->line;
    change.source = str_copy(parser->maker->passing, change.source);
    loss_find(parser->maker->report, CONSTRUCT_SET); // settled where it is known what the passage leads to
    *rows_append(parser->maker->passing, changes) = change;
}

// "$a to 1, $b to 2": parts are parted by , or ; outside of quotes and brackets.
void tale_add_changes(Parser *parser, TaleChanges *changes, Str source) {
    ptrdiff_t from = 0;
    int32_t open = 0;
    char quote = '\0';
    for (ptrdiff_t at = 0; at <= source.len; at++) {
        char c = (char)(at < source.len ? source.text[at] : ',');
        if (quote != '\0' && at < source.len) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if ((c == ',' || c == ';') && (open <= 0 || at == source.len)) {
            if (str_trim(str_slice(source, from, at)).len > 0) {
                tale_add_change(parser, changes, str_slice(source, from, at));
            }
            from = at + 1;
        }
        open += (c == '(' || c == '[') - (c == ')' || c == ']');
    }
}

TaleLink *tale_add_link(Parser *parser, Str text, Str target) {
    TaleLink *link = rows_append(parser->maker->passing, &parser->pieces->links);
    link->text = read_style(parser, text, &(bool){false});
    link->target = str_copy(parser->maker->passing, target);
    link->when = parser->when;
    link->line = parser->line;
    loss_find(parser->maker->report, CONSTRUCT_LINK); // settled where its target is looked for
    return link;
}

// Whether nothing but a list's mark stands before it on its line, and nothing after it; that mark goes.
static bool stands_alone(Parser *parser, ptrdiff_t end) {
    enum { NEAR = 200 };
    Str out = str_built(&parser->out);
    ptrdiff_t from = out.len;
    while (from > 0 && strchr(" \t*-#>+", out.text[from - 1])) {
        from--;
    }
    Str after = str_slice(parser->text, end, end + NEAR);
    bool begins = from == 0 || out.text[from - 1] == '\n';
    Str line = str_trim(str_cut(&after, '\n'));
    bool alone = begins && (line.len == 0 || str_begins(line, S("[[")) || str_begins(line, S("]")) ||
                            str_begins(line, S("<<")) || str_begins(line, S("<br")));
    parser->out.count = alone ? (int32_t)from : parser->out.count;
    return alone;
}

// Behind so many links no person chooses.
static bool has_room(Parser *parser, Str source) {
    enum { MOST = 300 };
    if (parser->pieces->links.count < MOST) {
        return true;
    }
    tale_judge(parser, CONSTRUCT_LINK, BECAME_KEPT, REASON_MANY_LINKS_KEPT, S("300"));
    tale_keep_text(parser, source);
    return false;
}

static bool take_link(Parser *parser) {
    Str rest = tale_rest(parser);
    Str line = str_slice(rest, 0, LIMIT_TEXT_CHARS);
    ptrdiff_t close = str_begins(rest, S("[[")) ? str_find(line, S("]]")) : -1;
    ptrdiff_t line_end = close < 0 ? -1 : str_find(str_slice(line, 0, close), S("\n"));
    if (close < 0 || line_end >= 0) {
        return false;
    }
    TaleLink link = {0};
    Str setter;
    bool inside = tale_read_link(parser->maker, str_slice(rest, 2, close), &link, &setter);
    bool alone = stands_alone(parser, parser->at + close + 2);
    parser->at += close + 2;
    if (!has_room(parser, str_slice(rest, 0, close + 2))) {
        return true;
    }
    if (!inside) {
        Str text = str_equal(str_trim(link.text), str_trim(link.target))
                       ? link.target
                       : str_format(parser->maker->passing, "%.*s (%.*s)", S_ARG(link.text), S_ARG(link.target));
        tale_judge(parser, CONSTRUCT_LINK, BECAME_DEGRADED, REASON_EXTERNAL, link.target);
        tale_keep_text(parser, text);
        return true;
    }
    TaleLink *added = tale_add_link(parser, link.text, link.target);
    TaleChanges changes = {0};
    tale_add_changes(parser, &changes, setter);
    added->changes = changes;
    if (!alone) {
        tale_keep_text(parser, link.text);
    }
    return true;
}

// [img[file]] of SugarCube and its elders, or [img[title|file][target][setter]], which is a link.
static bool take_picture(Parser *parser) {
    Str rest = str_slice(tale_rest(parser), 0, LIMIT_TEXT_CHARS);
    ptrdiff_t close = str_begins(rest, S("[img[")) ? str_find(rest, S("]]")) : -1;
    if (close < 0 || str_find(str_slice(rest, 0, close), S("\n")) >= 0) {
        return false;
    }
    Str inside = str_slice(rest, S("[img[").len, close);
    ptrdiff_t leads = str_find(inside, S("]["));
    tale_judge(parser, CONSTRUCT_MEDIA, BECAME_KEPT, REASON_MACRO, str_slice(rest, 0, close + 2));
    tale_keep_text(parser, str_slice(rest, 0, close + 2));
    parser->at += close + 2;
    TaleLink link = {0};
    Str setter;
    if (leads < 0 || !tale_read_link(parser->maker, str_slice(inside, leads + 2, inside.len), &link, &setter) ||
        !has_room(parser, S(""))) {
        return true;
    }
    ptrdiff_t title = str_find(str_slice(inside, 0, leads), S("|"));
    TaleLink *added = tale_add_link(parser, title > 0 ? str_slice(inside, 0, title) : link.text, link.target);
    TaleChanges changes = {0};
    tale_add_changes(parser, &changes, setter);
    added->changes = changes;
    return true;
}

// "text", "target" or "target" alone, of a macro that makes a link.
bool tale_read_pair(Str source, Str *text, Str *target) {
    Str parts[2] = {{0}, {0}};
    int32_t count = 0;
    for (ptrdiff_t at = 0; at < source.len && count < 2; at++) {
        char c = source.text[at];
        if (c == '"' || c == '\'') {
            const char *end = memchr(source.text + at + 1, c, (size_t)(source.len - at - 1));
            if (!end) {
                return false;
            }
            parts[count++] = str_slice(source, at + 1, end - source.text);
            at = end - source.text;
        } else if (!strchr(" \t,", c)) {
            return false;
        }
    }
    *text = parts[0];
    *target = count == 2 ? parts[1] : parts[0];
    return count > 0;
}

void tale_add_jump(Parser *parser, Str source) {
    Str text, target;
    if (!tale_read_pair(source, &text, &target)) {
        tale_keep_macro(parser, CONSTRUCT_LINK, REASON_MACRO, source);
        return;
    }
    TaleLink *link = tale_add_link(parser, target, target);
    link->jump = true;
}

void tale_show_value(Parser *parser, Str source) {
    tale_judge(parser, CONSTRUCT_PRINT, BECAME_KEPT, REASON_VALUE_SHOWN, str_trim(source));
    tale_keep_text(parser, str_trim(source));
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// The value of a variable in the middle of a text.
static bool take_value(Parser *parser) {
    Str rest = tale_rest(parser);
    ptrdiff_t len = 1;
    while (len < rest.len && is_letter(rest.text[len])) {
        len++;
    }
    if (len == 1) {
        return false;
    }
    parser->at += len;
    tale_show_value(parser, str_slice(rest, 0, len));
    return true;
}

// <% … %> of Snowman.
static bool take_script(Parser *parser) {
    Str rest = tale_rest(parser);
    ptrdiff_t close = str_begins(rest, S("<%")) ? str_find(str_slice(rest, 0, LIMIT_TEXT_CHARS), S("%>")) : -1;
    if (close < 0) {
        return false;
    }
    parser->at += close + 2;
    tale_keep_macro(parser, CONSTRUCT_MACRO, REASON_MACRO, str_slice(rest, 0, close + 2));
    return true;
}

static bool take_special(Parser *parser) {
    TaleFormat format = parser->maker->format;
    switch (parser->text.text[parser->at]) {
    case '[':
        if (format == TALE_HARLOWE && str_begins(tale_rest(parser), S("[[["))) {
            return tale_take_harlowe(parser); // a hook that begins with a link
        }
        return take_link(parser) || (format == TALE_HARLOWE ? tale_take_harlowe(parser) : take_picture(parser));
    case '(':
    case ']':
        return format == TALE_HARLOWE && tale_take_harlowe(parser);
    case '{':
    case '}':
        return format == TALE_HARLOWE && tale_take_brace(parser);
    case '<':
        return (format == TALE_SUGARCUBE && tale_take_sugar(parser)) || take_script(parser);
    case '/':
        return format == TALE_SUGARCUBE && tale_take_comment(parser);
    case '$':
        return (format == TALE_SUGARCUBE || format == TALE_HARLOWE) && take_value(parser);
    default:
        return false;
    }
}

// The first sign from `at` on, or the end; four bytes at once, for nearly all are none.
static ptrdiff_t find_sign(Str text, ptrdiff_t at) {
    enum { AT_ONCE = 4 };
    const uint8_t *bytes = (const uint8_t *)text.text;
    while (text.len - at >= AT_ONCE &&
           (SIGNS[bytes[at]] | SIGNS[bytes[at + 1]] | SIGNS[bytes[at + 2]] | SIGNS[bytes[at + 3]]) == 0) {
        at += AT_ONCE;
    }
    while (at < text.len && SIGNS[bytes[at]] == 0) {
        at++;
    }
    return at;
}

// Text up to the next special sign.
static void take_plain(Parser *parser) {
    Str text = parser->text;
    ptrdiff_t at = find_sign(text, parser->at);
    for (; at < text.len; at = find_sign(text, at + 1)) {
        uint8_t sign = SIGNS[(uint8_t)text.text[at]];
        if (sign & SPECIAL) {
            break;
        }
        parser->styled = parser->styled || sign == STYLE;
        parser->line += sign == LINE;
    }
    str_add(&parser->out, str_slice(text, parser->at, at));
    parser->at = at;
}

static void take_next(Parser *parser) {
    ptrdiff_t from = parser->at;
    if (!take_special(parser)) {
        parser->styled = true;
        str_add_char(&parser->out, parser->text.text[parser->at++]);
    }
    for (; from < parser->at; from++) {
        parser->line += parser->text.text[from] == '\n';
    }
}

enum { HUGE = 1024 * 1024, KEPT = 200000 }; // bytes of a passage, characters of one that is cut

static Str text_of(TaleMaker *maker, const Passage *passage, bool *huge) {
    Str text = passage->encoded ? rich_decode(maker->passing, passage->text) : passage->text;
    *huge = text.len > HUGE;
    return *huge ? str_slice(text, 0, utf8_offset(str_slice(text, 0, HUGE), KEPT)) : text;
}

void tale_take_apart(TaleMaker *maker, const Passage *passage, TalePieces *pieces) {
    *pieces = (TalePieces){0};
    Parser parser = {.maker = maker,
                     .pieces = pieces,
                     .text = text_of(maker, passage, &pieces->huge),
                     .out = {.arena = maker->passing},
                     .line = passage->body_line};
    (void)str_reserve(&parser.out, parser.text.len); // at once, for most of it is text
    while (parser.at < parser.text.len) {
        take_plain(&parser);
        if (parser.at < parser.text.len) {
            take_next(&parser);
        }
    }
    flush(&parser);
}
