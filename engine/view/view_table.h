// A table: the words beside every chart, row by row. Each row can be reached with the keyboard, and is spoken with the
// heads of its columns; where the page is narrow a row becomes a few lines.
//
//     view_table(ui, &(ViewTable){.key = S("ways"), .name = name, .columns = COLUMNS, .column_count = 3,
//                                 .cells = cells, .row_count = count});
#pragma once

#include "ui/widgets.h"

typedef struct {
    Str key, name;      // what it is a table of
    const Str *columns; // their heads
    int32_t column_count;
    const Str *cells; // row after row; the first of each names the row
    int32_t row_count;
    const int32_t *shares; // how wide each column is beside the others; NULL: the first a little wider
} ViewTable;

void view_table(Ui *ui, const ViewTable *table); // its texts are borrowed until ui_end

// The same in a card of its own, under its name.
void view_table_card(Ui *ui, Str key, const ViewTable *table);
