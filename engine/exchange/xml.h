// XML, of which one piece is in memory at a time: each element or comment that stands directly within the root is
// given as a table of its own, and is gone when the next one comes. The only door to libxml2.
//
//     XmlFault fault = xml_read(&scratch, bytes, take, &context);
//     if (fault.kind != XML_FAULT_NONE) { …fault.line, fault.about… }
//
// A document type is refused before anything of it is read, so no entity but XML's five is ever known and nothing else
// is opened. What a file may cost is bounded: how deep elements stand, how many a piece has, how long its texts are.
#pragma once

#include "base/str.h"

typedef enum { XML_NODE_ELEMENT, XML_NODE_TEXT, XML_NODE_COMMENT } XmlKind;

typedef struct {
    Str name, value;
} XmlAttribute;

// What stands in an element follows it: the rows after its own, up to `end`.
typedef struct {
    XmlKind kind;
    Str name;                                 // of an element, without prefix
    Str text;                                 // of texts and comments, line ends as LF; a text of spaces alone is none
    bool cut;                                 // it was longer than a text may be
    int32_t first_attribute, attribute_count; // rows of attributes
    int32_t end;
    int32_t line; // where its tag ends, from 1
} XmlNode;

typedef ROWS_OF(XmlNode) XmlNodes;
typedef ROWS_OF(XmlAttribute) XmlAttributes;

typedef struct {
    XmlNodes nodes; // the first is the element, or the comment
    XmlAttributes attributes;
} XmlPiece;

typedef enum {
    XML_FAULT_NONE,
    XML_FAULT_BROKEN,    // about: the line as it stands there
    XML_FAULT_UNCLOSED,  // about: the element's name
    XML_FAULT_ENTITY,    // one that is not known; about: its name
    XML_FAULT_AMPERSAND, // a lone & or <
    XML_FAULT_DECLARES,  // a document type
    XML_FAULT_DEEP,
    XML_FAULT_CROWDED // more elements in a piece than XML_MOST_NODES
} XmlFaultKind;

enum { XML_DEEPEST = 32, XML_MOST_NODES = 20000, XML_MOST_TEXT = 1024 * 1024 };

typedef struct {
    XmlFaultKind kind;
    int32_t line;
    Str about; // in the arena, or in the bytes
} XmlFault;

bool xml_is_there(void); // false: what would read it is not installed (exchange_late.c)
// The piece is valid during the call, and lives in the scratch arena of xml_read.
typedef void XmlTake(void *context, const XmlPiece *piece);

// `bytes` are UTF-8, whatever they declare. What was taken before a fault was taken.
XmlFault xml_read(Arena *arena, Arena *scratch, Str bytes, XmlTake *take, void *context);

// The row of the first element `name` within the one in row `parent`; 0: there is none.
int32_t xml_find(const XmlPiece *piece, int32_t parent, Str name);
Str xml_attribute(const XmlPiece *piece, int32_t row, Str name); // empty when there is none

Str xml_reference(char c); // "&amp;", of & < > and ", as HTML has them too; empty for any other
// `text` as it is written between tags, and in attributes: & < > " escaped. What XML cannot hold is U+FFFD; then it
// gives false.
bool xml_add(StrBuilder *out, Str text);
