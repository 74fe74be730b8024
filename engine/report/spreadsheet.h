// A workbook for spreadsheet programs, as XLSX: the door to libxlsxwriter.
//
//     Spreadsheet book = {.title = S("…"), .day = S("2026-11-29")};
//     SpreadsheetTable *table = rows_append(&arena, &book);        // its columns, then its cells, row by row
//     …
//     FileDraft *draft = spreadsheet_write(&arena, &book);         // NULL: it could not be written
//
// Each table is a sheet. Its first row has the titles of its columns, each with a note, and stays in sight. Numbers,
// shares and days are such, in the form that each reader's own program has for them; a text is a text, whatever it
// looks like. The same workbook gives the same bytes.
#pragma once

#include "base/file_draft.h"

typedef enum {
    SPREADSHEET_EMPTY,
    SPREADSHEET_TEXT,
    SPREADSHEET_LACK, // a text in the place of a value, which says why there is none
    SPREADSHEET_WHOLE,
    SPREADSHEET_DECIMAL,
    SPREADSHEET_SHARE, // 0 … 1, shown in percent
    SPREADSHEET_FLAG,  // 0, 1, shown as a word
    SPREADSHEET_DAY,   // a text YYYY-MM-DD
    SPREADSHEET_KIND_COUNT
} SpreadsheetKind;

typedef struct {
    SpreadsheetKind kind;
    Str text;
    double value;
} SpreadsheetCell;

typedef struct {
    Str title, note;
} SpreadsheetColumn;

typedef ROWS_OF(SpreadsheetColumn) SpreadsheetColumns;

typedef struct {
    Str name; // at most 31 characters, none of [ ] : * ? / and backslash
    SpreadsheetColumns columns;
    ROWS_OF(SpreadsheetCell) cells;
} SpreadsheetTable;

typedef struct {
    Str title;
    Str day;     // on which it says that it was made
    Str yes, no; // shown for a flag: no quotation marks in them
    ROWS_OF(SpreadsheetTable);
} Spreadsheet;

bool spreadsheet_is_there(void); // false: this build is without libxlsxwriter
FileDraft *spreadsheet_write(Arena *arena, const Spreadsheet *book);
