#include "scenario/markup.h"

enum { MOST_REFERENCE = 32, MOST_TAG = 2000 };

// Known tags alone: “a < b” and “<votre nom>” are text.
static const Str TAGS[] = {
    S_INIT("a"),       S_INIT("abbr"),   S_INIT("article"), S_INIT("b"),      S_INIT("blockquote"), S_INIT("body"),
    S_INIT("br"),      S_INIT("button"), S_INIT("center"),  S_INIT("code"),   S_INIT("dd"),         S_INIT("del"),
    S_INIT("div"),     S_INIT("dl"),     S_INIT("dt"),      S_INIT("em"),     S_INIT("font"),       S_INIT("footer"),
    S_INIT("form"),    S_INIT("h1"),     S_INIT("h2"),      S_INIT("h3"),     S_INIT("h4"),         S_INIT("h5"),
    S_INIT("h6"),      S_INIT("head"),   S_INIT("header"),  S_INIT("hr"),     S_INIT("html"),       S_INIT("i"),
    S_INIT("iframe"),  S_INIT("img"),    S_INIT("input"),   S_INIT("ins"),    S_INIT("label"),      S_INIT("li"),
    S_INIT("link"),    S_INIT("main"),   S_INIT("mark"),    S_INIT("meta"),   S_INIT("nav"),        S_INIT("o:p"),
    S_INIT("ol"),      S_INIT("p"),      S_INIT("pre"),     S_INIT("q"),      S_INIT("s"),          S_INIT("script"),
    S_INIT("section"), S_INIT("small"),  S_INIT("span"),    S_INIT("strike"), S_INIT("strong"),     S_INIT("style"),
    S_INIT("sub"),     S_INIT("sup"),    S_INIT("svg"),     S_INIT("table"),  S_INIT("tbody"),      S_INIT("td"),
    S_INIT("th"),      S_INIT("thead"),  S_INIT("title"),   S_INIT("tr"),     S_INIT("tt"),         S_INIT("u"),
    S_INIT("ul"),      S_INIT("video"),
};

static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static char byte_at(Str text, ptrdiff_t at) {
    return at < text.len ? text.text[at] : '\0';
}

static bool is_name(char c) {
    return (small(c) >= 'a' && small(c) <= 'z') || (c >= '0' && c <= '9') || c == ':';
}

static bool is_tag(Str name) {
    for (int32_t i = 0; i < COUNT(TAGS); i++) {
        bool same = TAGS[i].len == name.len;
        for (ptrdiff_t j = 0; same && j < name.len; j++) {
            same = small(name.text[j]) == TAGS[i].text[j];
        }
        if (same) {
            return true;
        }
    }
    return false;
}

// Where the tag or comment that begins at `at` ends; `at` when none does.
static ptrdiff_t end_of_tag(Str text, ptrdiff_t at) {
    Str rest = str_slice(text, at, at + MOST_TAG);
    if (str_begins(rest, S("<!--"))) {
        ptrdiff_t len = str_find(rest, S("-->"));
        return len < 0 ? at + S("<!--").len : at + len + S("-->").len;
    }
    ptrdiff_t from = 1 + (byte_at(rest, 1) == '/');
    ptrdiff_t to = from;
    while (is_name(byte_at(rest, to))) {
        to++;
    }
    char next = byte_at(rest, to);
    bool ends = next == '>' || next == '/' || next == ' ' || next == '\t' || next == '\n';
    ptrdiff_t len = str_find(rest, S(">"));
    return ends && len >= 0 && is_tag(str_slice(rest, from, to)) ? at + len + 1 : at;
}

// Likewise for &nbsp; &#233; &#xE9;
static ptrdiff_t end_of_reference(Str text, ptrdiff_t at) {
    ptrdiff_t to = at + 1 + (byte_at(text, at + 1) == '#');
    ptrdiff_t from = to;
    while (to - at < MOST_REFERENCE && is_name(byte_at(text, to)) && byte_at(text, to) != ':') {
        to++;
    }
    return to - from > 1 && byte_at(text, to) == ';' ? to + 1 : at;
}

MarkupPart markup_find(Str text, int32_t from) {
    for (ptrdiff_t at = from; at < text.len; at++) {
        char c = text.text[at];
        ptrdiff_t end = c == '<' ? end_of_tag(text, at) : c == '&' ? end_of_reference(text, at) : at;
        if (end > at) {
            return (MarkupPart){(int32_t)at, (int32_t)end};
        }
    }
    return (MarkupPart){0};
}
