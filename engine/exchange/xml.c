#include "exchange/xml.h"

int32_t xml_find(const XmlPiece *piece, int32_t parent, Str name) {
    const XmlNode *nodes = piece->nodes.rows;
    for (int32_t row = parent + 1; row < nodes[parent].end; row = nodes[row].end) {
        if (nodes[row].kind == XML_NODE_ELEMENT && str_equal(nodes[row].name, name)) {
            return row;
        }
    }
    return 0;
}

Str xml_attribute(const XmlPiece *piece, int32_t row, Str name) {
    const XmlNode *node = &piece->nodes.rows[row];
    for (int32_t i = 0; i < node->attribute_count; i++) {
        const XmlAttribute *attribute = &piece->attributes.rows[node->first_attribute + i];
        if (str_equal(attribute->name, name)) {
            return attribute->value;
        }
    }
    return (Str){0};
}

Str xml_reference(char c) {
    switch (c) {
    case '&':
        return S("&amp;");
    case '<':
        return S("&lt;");
    case '>':
        return S("&gt;");
    case '"':
        return S("&quot;");
    default:
        return (Str){0};
    }
}

bool xml_add(StrBuilder *out, Str text) {
    bool whole = true;
    for (ptrdiff_t at = 0; at < text.len; at++) {
        char c = text.text[at];
        Str rest = str_slice(text, at, text.len);
        bool control = (unsigned char)c < ' ' && c != '\t' && c != '\n';
        bool none = str_begins(rest, S("\xEF\xBF\xBE")) || str_begins(rest, S("\xEF\xBF\xBF")); // U+FFFE, U+FFFF
        Str reference = xml_reference(c);
        if (control || none) {
            str_add(out, S("\uFFFD"));
            at += none ? 2 : 0;
            whole = false;
        } else if (reference.len > 0) {
            str_add(out, reference);
        } else {
            str_add_char(out, c);
        }
    }
    return whole;
}
