// Stands in for spreadsheet.c where libxlsxwriter is not there to build with.
#include "report/spreadsheet.h"

bool spreadsheet_is_there(void) {
    return false;
}

FileDraft *spreadsheet_write(Arena *arena, const Spreadsheet *book) {
    (void)arena;
    (void)book;
    return NULL;
}
