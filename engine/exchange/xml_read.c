#include "exchange/xml.h"

#include "base/error.h"
#include "base/utf8.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

enum { MOST_PIECE_TEXT = 4 * XML_MOST_TEXT, MOST_ATTRIBUTES = 32, MOST_VALUE = 4096, EXCERPT = 60 };

typedef struct {
    Str bytes;
    ptrdiff_t read; // of them, by libxml2
    xmlParserCtxtPtr parser;
    Arena *arena, *scratch;
    ArenaMark mark; // before the piece
    XmlTake *take;
    void *context;
    XmlPiece piece;
    int32_t open[XML_DEEPEST]; // rows of the elements of the piece that are open
    int32_t depth;             // of open elements, the root's included
    StrBuilder text;           // that was read since the last tag
    bool cut;                  // there was more of it
    ptrdiff_t piece_text;      // bytes of texts in the piece
    XmlFault fault;
} Xml;

static Str from_xml(const xmlChar *text) {
    return str_from_c((const char *)text);
}

// The beginning of a text, no longer than `most` bytes, that ends with a whole character.
static Str cut_text(Str text, ptrdiff_t most) {
    ptrdiff_t len = text.len < most ? text.len : most;
    while (len > 0 && len < text.len && ((unsigned char)text.text[len] & 0xC0) == 0x80) {
        len--;
    }
    return str_slice(text, 0, len);
}

static void stop(Xml *xml, XmlFaultKind kind, int32_t line, Str about) {
    if (xml->fault.kind == XML_FAULT_NONE) {
        xml->fault = (XmlFault){.kind = kind, .line = line, .about = about};
    }
    xmlStopParser(xml->parser);
}

static int32_t line_now(const Xml *xml) {
    return xmlSAX2GetLineNumber(xml->parser);
}

static XmlNode *add_node(Xml *xml, XmlKind kind) {
    if (xml->piece.nodes.count == XML_MOST_NODES) {
        stop(xml, XML_FAULT_CROWDED, line_now(xml), (Str){0});
    }
    XmlNode *node = rows_append(xml->scratch, &xml->piece.nodes);
    *node = (XmlNode){.kind = kind, .line = line_now(xml), .end = xml->piece.nodes.count};
    return node;
}

static Str with_line_feeds(Arena *arena, Str text) {
    char *out = arena_push_text(arena, text.len);
    ptrdiff_t len = 0;
    for (ptrdiff_t at = 0; at < text.len; at++) {
        char c = text.text[at];
        bool pair = c == '\n' && at > 0 && text.text[at - 1] == '\r';
        out[len] = (char)(c == '\r' ? '\n' : c);
        len += !pair;
    }
    return (Str){out, len};
}

// A text ends where a tag or a comment begins.
static void end_text(Xml *xml) {
    Str text = str_built(&xml->text);
    if (xml->depth > 1 && str_trim(text).len > 0) {
        XmlNode *node = add_node(xml, XML_NODE_TEXT);
        node->text = with_line_feeds(xml->scratch, text);
        node->cut = xml->cut;
    }
    xml->text.count = 0;
    xml->cut = false;
}

static void begin_piece(Xml *xml) {
    xml->mark = arena_mark(xml->scratch);
    xml->piece = (XmlPiece){0};
    xml->text = (StrBuilder){.arena = xml->scratch};
    xml->piece_text = 0;
}

static void end_piece(Xml *xml) {
    if (xml->fault.kind == XML_FAULT_NONE) {
        xml->take(xml->context, &xml->piece);
    }
    xml->piece = (XmlPiece){0};
    xml->text = (StrBuilder){.arena = xml->scratch};
    arena_rewind(xml->scratch, xml->mark);
}

// Each attribute is five pointers: name, prefix, address, where its value begins and where it ends.
static void add_attributes(Xml *xml, XmlNode *node, int count, const xmlChar **attributes) {
    node->first_attribute = xml->piece.attributes.count;
    node->attribute_count = count < MOST_ATTRIBUTES ? count : MOST_ATTRIBUTES;
    for (int32_t i = 0; i < node->attribute_count; i++) {
        const xmlChar **attribute = attributes + (ptrdiff_t)5 * i;
        Str value = {(const char *)attribute[3], attribute[4] - attribute[3]};
        *rows_append(xml->scratch, &xml->piece.attributes) =
            (XmlAttribute){.name = str_copy(xml->scratch, from_xml(attribute[0])),
                           .value = str_copy(xml->scratch, cut_text(value, MOST_VALUE))};
    }
}

// NOLINTNEXTLINE(readability-function-size): libxml2 wants so many parameters
static void begin_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *address,
                          int space_count, const xmlChar **spaces, int count, int defaulted,
                          const xmlChar **attributes) {
    (void)prefix, (void)address, (void)space_count, (void)spaces, (void)defaulted;
    Xml *xml = context;
    if (xml->depth == XML_DEEPEST) {
        stop(xml, XML_FAULT_DEEP, line_now(xml), (Str){0});
        return;
    }
    if (xml->depth == 1) {
        begin_piece(xml);
    }
    if (xml->depth > 0) {
        end_text(xml);
        xml->open[xml->depth] = xml->piece.nodes.count;
        XmlNode *node = add_node(xml, XML_NODE_ELEMENT);
        node->name = str_copy(xml->scratch, from_xml(name));
        add_attributes(xml, node, count, attributes);
    }
    xml->depth++;
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *address) {
    (void)name, (void)prefix, (void)address;
    Xml *xml = context;
    if (xml->depth > 1) {
        end_text(xml);
        xml->piece.nodes.rows[xml->open[xml->depth - 1]].end = xml->piece.nodes.count;
    }
    xml->depth--;
    if (xml->depth == 1) {
        end_piece(xml);
    }
}

static void add_text(void *context, const xmlChar *text, int len) {
    Xml *xml = context;
    if (xml->depth < 2) {
        return;
    }
    ptrdiff_t room = XML_MOST_TEXT - xml->text.count;
    room = room < MOST_PIECE_TEXT - xml->piece_text ? room : MOST_PIECE_TEXT - xml->piece_text;
    Str kept = cut_text((Str){(const char *)text, len}, room);
    str_add(&xml->text, kept);
    xml->piece_text += kept.len;
    xml->cut = xml->cut || kept.len < len;
}

static void add_comment(void *context, const xmlChar *text) {
    Xml *xml = context;
    if (xml->depth == 0) {
        return;
    }
    if (xml->depth == 1) {
        begin_piece(xml);
    } else {
        end_text(xml);
    }
    add_node(xml, XML_NODE_COMMENT)->text = with_line_feeds(xml->scratch, cut_text(from_xml(text), MOST_VALUE));
    if (xml->depth == 1) {
        end_piece(xml);
    }
}

static void refuse_type(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name, (void)external, (void)system;
    Xml *xml = context;
    stop(xml, XML_FAULT_DECLARES, line_now(xml), (Str){0});
}

static Str excerpt(Str bytes, int32_t line) {
    for (int32_t i = 1; i < line; i++) {
        (void)str_cut(&bytes, '\n');
    }
    Str text = str_trim(str_cut(&bytes, '\n'));
    return str_slice(text, 0, utf8_offset(text, EXCERPT));
}

static XmlFaultKind fault_of(int code) {
    switch (code) {
    case XML_ERR_TAG_NAME_MISMATCH:
    case XML_ERR_TAG_NOT_FINISHED:
        return XML_FAULT_UNCLOSED;
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
        return XML_FAULT_ENTITY;
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_LT_IN_ATTRIBUTE:
        return XML_FAULT_AMPERSAND;
    default:
        return XML_FAULT_BROKEN;
    }
}

#if LIBXML_VERSION >= 21200
typedef const xmlError XmlError;
#else
typedef xmlError XmlError;
#endif

// NOLINTNEXTLINE(readability-non-const-parameter): as libxml2 declares it
static void note_error(void *context, XmlError *error) {
    Xml *xml = context;
    if (error->code == XML_ERR_NO_MEMORY) {
        error_out_of_memory();
    }
    if (error->level != XML_ERR_FATAL || xml->fault.kind != XML_FAULT_NONE) {
        return;
    }
    XmlFaultKind kind = fault_of(error->code);
    bool named = (kind == XML_FAULT_UNCLOSED || kind == XML_FAULT_ENTITY) && error->str1;
    Str about = named ? str_copy(xml->arena, str_from_c(error->str1)) : excerpt(xml->bytes, error->line);
    stop(xml, named || kind == XML_FAULT_AMPERSAND ? kind : XML_FAULT_BROKEN, error->line, about);
}

static int give_bytes(void *context, char *buffer, int len) {
    Xml *xml = context;
    Str part = str_slice(xml->bytes, xml->read, xml->read + len);
    if (part.len > 0) {
        memcpy(buffer, part.text, (size_t)part.len);
    }
    xml->read += part.len;
    return (int)part.len;
}

bool xml_is_there(void) {
    return true;
}

XmlFault xml_read(Arena *arena, Arena *scratch, Str bytes, XmlTake *take, void *context) {
    ArenaMark mark = arena_mark(scratch);
    Xml xml = {.bytes = bytes, .arena = arena, .scratch = scratch, .take = take, .context = context};
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .internalSubset = refuse_type,
                             .startElementNs = begin_element,
                             .endElementNs = end_element,
                             .characters = add_text,
                             .ignorableWhitespace = add_text,
                             .cdataBlock = add_text,
                             .comment = add_comment,
                             .serror = note_error};
    xml.parser = xmlCreateIOParserCtxt(&handler, &xml, give_bytes, NULL, &xml, XML_CHAR_ENCODING_UTF8);
    if (!xml.parser) {
        error_out_of_memory();
    }
    (void)xmlCtxtUseOptions(xml.parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    bool whole = xmlParseDocument(xml.parser) == 0;
    if (!whole && xml.fault.kind == XML_FAULT_NONE) {
        xml.fault = (XmlFault){.kind = XML_FAULT_BROKEN, .line = line_now(&xml)};
    }
    xmlFreeParserCtxt(xml.parser);
    arena_rewind(scratch, mark);
    return xml.fault;
}
