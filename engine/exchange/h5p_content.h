// One reading of a package: what its parts share, and contents as texts of a case. Internal to exchange/h5p.
#pragma once

#include "exchange/h5p.h"
#include "exchange/rich.h"
#include "scenario/framework.h"

typedef struct {
    Arena *arena, *scratch;
    const H5pPackage *package;
    LossReport *report;
    Str language; // of the words that are put in
    RichSeen seen;
    int32_t counted, line; // bytes of the content whose line ends are counted, and the line that comes then
} H5pReader;

typedef ROWS_OF(Str) H5pTexts;

// What a library shows: a package as a whole, or a part of it that names its own library.
typedef struct {
    Str library; // "H5P.Image", without its version
    Str title;   // as written
    const JsonValue *params, *place;
} H5pContent;

int32_t h5p_line(H5pReader *reader, const JsonValue *value);
void h5p_tell(H5pReader *reader, const Loss *loss);                    // copies what it is about
void h5p_judge(H5pReader *reader, const Loss *loss);                   // likewise; found, settled and told
void h5p_count(H5pReader *reader, Construct construct, Became became); // found and settled, without a row
void h5p_tell_markup(H5pReader *reader, int32_t line);                 // what was seen since the last time

Str h5p_html(H5pReader *reader, Str html);
Str h5p_write_html(Arena *arena, Str text);            // its paragraphs; h5p_html gives the text back
Str h5p_plain(H5pReader *reader, Str text);            // a field without elements, which has entities all the same
Str h5p_title(H5pReader *reader, Str html);            // one line, without emphasis
Str h5p_join(H5pReader *reader, Str above, Str below); // paragraphs
Str h5p_picture(H5pReader *reader, const JsonValue *file, Str described); // its description in brackets, or nothing

H5pContent h5p_content(const JsonValue *value); // {"library", "params", "metadata"}; without a library when it is none
// Pages of text, one but for presentations. Whatever is neither text nor picture is told, and its words are read.
void h5p_read_pages(H5pReader *reader, const H5pContent *content, H5pTexts *pages);
