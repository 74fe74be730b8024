#include "report/html_text.h"

#include "base/emphasis.h"

const Str HTML_TEXT_STYLE = S_INIT("[dir=auto],bdi{unicode-bidi:plaintext}");

static void add_escaped(StrBuilder *page, char c) {
    switch (c) {
    case '&':
        str_add(page, S("&amp;"));
        break;
    case '<':
        str_add(page, S("&lt;"));
        break;
    case '>':
        str_add(page, S("&gt;"));
        break;
    case '"':
        str_add(page, S("&quot;"));
        break;
    default:
        str_add_char(page, (unsigned char)c < ' ' && c != '\n' ? ' ' : c);
        break;
    }
}

void html_add_text(StrBuilder *page, Str text) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        add_escaped(page, text.text[i]);
    }
}

static void add_lines(StrBuilder *page, Str text) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        if (text.text[i] == '\n') {
            str_add(page, S("<br>"));
        } else {
            add_escaped(page, text.text[i]);
        }
    }
}

static void add_marked(StrBuilder *page, Str text) {
    EmphasisMarks marks = emphasis_find(page->arena, text);
    int32_t met = 0;
    for (ptrdiff_t i = 0; i < text.len; i++) {
        if (met < marks.count && marks.rows[met] == i) {
            str_add(page, met++ % 2 == 0 ? S("<em>") : S("</em>"));
        } else if (text.text[i] == '\n') {
            str_add(page, S("<br>"));
        } else {
            add_escaped(page, text.text[i]);
        }
    }
}

void html_add_lines(StrBuilder *page, Str text) {
    if (text.len > 0) {
        str_add(page, S("<bdi>"));
        add_lines(page, text);
        str_add(page, S("</bdi>"));
    }
}

void html_add_marked(StrBuilder *page, Str text) {
    if (text.len > 0) {
        str_add(page, S("<bdi>"));
        add_marked(page, text);
        str_add(page, S("</bdi>"));
    }
}

void html_add_element(StrBuilder *page, const char *tag, const char *name, Str text) {
    if (text.len > 0) {
        str_addf(page, "<%s dir=\"auto\"%s%s%s>", tag, name[0] != 0 ? " class=\"" : "", name, name[0] != 0 ? "\"" : "");
        add_marked(page, text);
        str_addf(page, "</%s>\n", tag);
    }
}

void html_add_own(StrBuilder *page, const char *tag, Str text) {
    str_addf(page, "<%s dir=\"auto\">", tag);
    add_lines(page, text);
    str_addf(page, "</%s>\n", tag);
}
