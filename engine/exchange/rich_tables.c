#include "exchange/rich_tables.h"

#include "base/rows.h"

#include <string.h>

static const struct {
    Str name;
    RichElement element;
} ELEMENTS[] = {
    {S_INIT("a"), RICH_LINK},        {S_INIT("abbr"), RICH_SPAN},     {S_INIT("article"), RICH_PARAGRAPH},
    {S_INIT("audio"), RICH_HIDDEN},  {S_INIT("b"), RICH_EMPHASIS},    {S_INIT("blockquote"), RICH_PARAGRAPH},
    {S_INIT("br"), RICH_BREAK},      {S_INIT("center"), RICH_BLOCK},  {S_INIT("code"), RICH_SPAN},
    {S_INIT("dd"), RICH_ITEM},       {S_INIT("del"), RICH_SPAN},      {S_INIT("div"), RICH_BLOCK},
    {S_INIT("dl"), RICH_BLOCK},      {S_INIT("dt"), RICH_BLOCK},      {S_INIT("em"), RICH_EMPHASIS},
    {S_INIT("embed"), RICH_HIDDEN},  {S_INIT("font"), RICH_SPAN},     {S_INIT("h1"), RICH_HEADING},
    {S_INIT("h2"), RICH_HEADING},    {S_INIT("h3"), RICH_HEADING},    {S_INIT("h4"), RICH_HEADING},
    {S_INIT("h5"), RICH_HEADING},    {S_INIT("h6"), RICH_HEADING},    {S_INIT("hr"), RICH_PARAGRAPH},
    {S_INIT("i"), RICH_EMPHASIS},    {S_INIT("iframe"), RICH_HIDDEN}, {S_INIT("img"), RICH_PICTURE},
    {S_INIT("ins"), RICH_SPAN},      {S_INIT("li"), RICH_ITEM},       {S_INIT("mark"), RICH_EMPHASIS},
    {S_INIT("object"), RICH_HIDDEN}, {S_INIT("ol"), RICH_BLOCK},      {S_INIT("p"), RICH_PARAGRAPH},
    {S_INIT("pre"), RICH_BLOCK},     {S_INIT("q"), RICH_SPAN},        {S_INIT("s"), RICH_SPAN},
    {S_INIT("script"), RICH_HIDDEN}, {S_INIT("section"), RICH_BLOCK}, {S_INIT("small"), RICH_SPAN},
    {S_INIT("span"), RICH_SPAN},     {S_INIT("strike"), RICH_SPAN},   {S_INIT("strong"), RICH_EMPHASIS},
    {S_INIT("style"), RICH_HIDDEN},  {S_INIT("sub"), RICH_SPAN},      {S_INIT("sup"), RICH_SPAN},
    {S_INIT("svg"), RICH_HIDDEN},    {S_INIT("table"), RICH_BLOCK},   {S_INIT("tbody"), RICH_SPAN},
    {S_INIT("td"), RICH_CELL},       {S_INIT("th"), RICH_CELL},       {S_INIT("thead"), RICH_SPAN},
    {S_INIT("tr"), RICH_ROW},        {S_INIT("tt"), RICH_SPAN},       {S_INIT("u"), RICH_EMPHASIS},
    {S_INIT("ul"), RICH_BLOCK},      {S_INIT("video"), RICH_HIDDEN},
};

// XML's five, and those that French texts are written with.
static const struct {
    Str name, text;
} ENTITIES[] = {
    {S_INIT("amp"), S_INIT("&")},         {S_INIT("lt"), S_INIT("<")},     {S_INIT("gt"), S_INIT(">")},
    {S_INIT("quot"), S_INIT("\"")},       {S_INIT("apos"), S_INIT("'")},   {S_INIT("nbsp"), S_INIT("\u00A0")},
    {S_INIT("eacute"), S_INIT("é")},      {S_INIT("egrave"), S_INIT("è")}, {S_INIT("ecirc"), S_INIT("ê")},
    {S_INIT("euml"), S_INIT("ë")},        {S_INIT("agrave"), S_INIT("à")}, {S_INIT("acirc"), S_INIT("â")},
    {S_INIT("auml"), S_INIT("ä")},        {S_INIT("ccedil"), S_INIT("ç")}, {S_INIT("icirc"), S_INIT("î")},
    {S_INIT("iuml"), S_INIT("ï")},        {S_INIT("ocirc"), S_INIT("ô")},  {S_INIT("ouml"), S_INIT("ö")},
    {S_INIT("ugrave"), S_INIT("ù")},      {S_INIT("ucirc"), S_INIT("û")},  {S_INIT("uuml"), S_INIT("ü")},
    {S_INIT("yuml"), S_INIT("ÿ")},        {S_INIT("oelig"), S_INIT("œ")},  {S_INIT("aelig"), S_INIT("æ")},
    {S_INIT("Eacute"), S_INIT("É")},      {S_INIT("Egrave"), S_INIT("È")}, {S_INIT("Ecirc"), S_INIT("Ê")},
    {S_INIT("Agrave"), S_INIT("À")},      {S_INIT("Acirc"), S_INIT("Â")},  {S_INIT("Ccedil"), S_INIT("Ç")},
    {S_INIT("Icirc"), S_INIT("Î")},       {S_INIT("Ocirc"), S_INIT("Ô")},  {S_INIT("Ugrave"), S_INIT("Ù")},
    {S_INIT("Ucirc"), S_INIT("Û")},       {S_INIT("OElig"), S_INIT("Œ")},  {S_INIT("AElig"), S_INIT("Æ")},
    {S_INIT("laquo"), S_INIT("«")},       {S_INIT("raquo"), S_INIT("»")},  {S_INIT("ldquo"), S_INIT("“")},
    {S_INIT("rdquo"), S_INIT("”")},       {S_INIT("lsquo"), S_INIT("‘")},  {S_INIT("rsquo"), S_INIT("’")},
    {S_INIT("hellip"), S_INIT("…")},      {S_INIT("ndash"), S_INIT("–")},  {S_INIT("mdash"), S_INIT("—")},
    {S_INIT("euro"), S_INIT("€")},        {S_INIT("deg"), S_INIT("°")},    {S_INIT("middot"), S_INIT("·")},
    {S_INIT("bull"), S_INIT("•")},        {S_INIT("times"), S_INIT("×")},  {S_INIT("rarr"), S_INIT("→")},
    {S_INIT("thinsp"), S_INIT("\u2009")}, {S_INIT("copy"), S_INIT("©")},   {S_INIT("shy"), S_INIT("\u00AD")},
};

static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_name(char c) {
    return (small(c) >= 'a' && small(c) <= 'z') || (c >= '0' && c <= '9');
}

static bool is_same(Str text, Str name) {
    bool same = text.len == name.len;
    for (ptrdiff_t i = 0; same && i < name.len; i++) {
        same = small(text.text[i]) == name.text[i];
    }
    return same;
}

Str rich_tag(Str text) {
    char quote = '\0';
    for (ptrdiff_t at = 1; at < text.len; at++) {
        char c = text.text[at];
        if (quote != '\0') {
            quote = c == quote ? '\0' : quote;
        } else if ((c == '"' || c == '\'') && text.text[at - 1] == '=') {
            quote = c;
        } else if (c == '>') {
            return str_slice(text, 0, at + 1);
        } else if (c == '<') {
            break;
        }
    }
    return (Str){0};
}

static Str name_of(Str tag) {
    ptrdiff_t from = 1 + (tag.len > 1 && tag.text[1] == '/');
    ptrdiff_t to = from;
    while (to < tag.len && is_name(tag.text[to])) {
        to++;
    }
    bool ends = to < tag.len && strchr(">/ \t\r\n", tag.text[to]);
    return ends ? str_slice(tag, from, to) : (Str){0};
}

RichElement rich_element(Str tag) {
    Str name = name_of(tag);
    for (int32_t i = 0; name.len > 0 && i < COUNT(ELEMENTS); i++) {
        if (is_same(name, ELEMENTS[i].name)) {
            return ELEMENTS[i].element;
        }
    }
    return RICH_UNKNOWN;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// The next name="value" of what is left of a tag.
static bool take_attribute(Str *rest, Str *name, Str *value) {
    *rest = str_trim(*rest);
    ptrdiff_t at = 0;
    while (at < rest->len && rest->text[at] != '=' && rest->text[at] != '>' && !is_blank(rest->text[at])) {
        at++;
    }
    *name = str_slice(*rest, 0, at);
    *value = str_slice(*rest, at, at);
    *rest = str_trim(str_slice(*rest, at, rest->len));
    if (!str_begins(*rest, S("="))) {
        return name->len > 0;
    }
    *rest = str_trim(str_slice(*rest, 1, rest->len));
    bool quoted = str_begins(*rest, S("\"")) || str_begins(*rest, S("'"));
    char end = quoted ? *rest->text : ' ';
    *rest = str_slice(*rest, quoted, rest->len);
    at = 0;
    while (at < rest->len && rest->text[at] != end && (quoted || rest->text[at] != '>')) {
        at++;
    }
    *value = str_slice(*rest, 0, at);
    *rest = str_slice(*rest, at + (quoted && at < rest->len), rest->len);
    return true;
}

void rich_attributes(Str tag, const Str *names, Str *values, int32_t count) {
    ptrdiff_t at = 0;
    while (at < tag.len && !is_blank(tag.text[at])) {
        at++;
    }
    Str rest = str_slice(tag, at, tag.len);
    Str name, value;
    memset(values, 0, (size_t)count * sizeof *values);
    while (take_attribute(&rest, &name, &value)) {
        for (int32_t i = 0; i < count; i++) {
            bool first = values[i].text == NULL && is_same(name, names[i]);
            values[i] = first ? value : values[i];
        }
    }
}

Str rich_attribute(Str tag, Str name) {
    Str value;
    rich_attributes(tag, &name, &value, 1);
    return value;
}

bool rich_has_block(Str text) {
    for (ptrdiff_t at = 0; at < text.len; at++) {
        if (text.text[at] == '<') {
            RichElement element = rich_element(rich_tag(str_slice(text, at, text.len)));
            if (element >= RICH_BREAK && element <= RICH_CELL && element != RICH_EMPHASIS) {
                return true;
            }
        }
    }
    return false;
}

ptrdiff_t rich_hidden_len(Str tag, Str rest) {
    Str name = name_of(tag);
    if (tag.text[1] == '/' || str_ends(tag, S("/>"))) {
        return 0;
    }
    for (ptrdiff_t at = 0; at < rest.len; at++) {
        if (rest.text[at] == '<' && at + 1 < rest.len && rest.text[at + 1] == '/') {
            Str closing = rich_tag(str_slice(rest, at, rest.len));
            Str closes = name_of(closing);
            if (closes.len == name.len && closes.len > 0 && is_same(closes, name)) {
                return at + closing.len;
            }
        }
    }
    return 0;
}

static ptrdiff_t encode(int32_t code, char bytes[4]) {
    bool bad = code <= 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000);
    uint32_t c = bad ? 0xFFFD : (uint32_t)code;
    ptrdiff_t len = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const uint8_t HEADS[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (ptrdiff_t i = len - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    bytes[0] = (char)(HEADS[len] | c);
    return len;
}

static int32_t digit_of(char c) {
    return c >= '0' && c <= '9' ? c - '0' : small(c) >= 'a' && small(c) <= 'f' ? small(c) - 'a' + 10 : 99;
}

// "#233" or "#xE9"; -1 when it is no number.
static int32_t number_of(Str name) {
    enum { DECIMAL = 10, HEXADECIMAL = 16, MOST = 0x110000 };
    bool hex = name.len > 2 && small(name.text[1]) == 'x';
    int32_t code = 0;
    for (ptrdiff_t at = hex ? 2 : 1; at < name.len; at++) {
        int32_t digit = digit_of(name.text[at]);
        if (digit >= (hex ? HEXADECIMAL : DECIMAL)) {
            return -1;
        }
        code = code > MOST ? code : code * (hex ? HEXADECIMAL : DECIMAL) + digit;
    }
    return name.len > 1 ? code : -1;
}

ptrdiff_t rich_take_entity(Str text, char decoded[4], ptrdiff_t *len) {
    enum { LONGEST = 12 };
    ptrdiff_t end = str_find(str_slice(text, 0, LONGEST), S(";"));
    if (end < 2) {
        return 0;
    }
    Str name = str_slice(text, 1, end);
    int32_t code = name.text[0] == '#' ? number_of(name) : -1;
    if (code >= 0) {
        *len = encode(code, decoded);
        return end + 1;
    }
    for (int32_t i = 0; i < COUNT(ENTITIES); i++) {
        if (str_equal(name, ENTITIES[i].name)) {
            *len = ENTITIES[i].text.len;
            memcpy(decoded, ENTITIES[i].text.text, (size_t)*len);
            return end + 1;
        }
    }
    return 0;
}
