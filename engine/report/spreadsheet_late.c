// Stands in for spreadsheet.c where programs share libraries: as exchange/exchange_late.c.
#include "base/module.h"
#include "report/spreadsheet.h"

typedef FileDraft *SpreadsheetWrite(Arena *arena, const Spreadsheet *book);

bool spreadsheet_is_there(void) {
    return true; // a view asks: nothing is opened for it
}

FileDraft *spreadsheet_write(Arena *arena, const Spreadsheet *book) {
    SpreadsheetWrite *write;
    return module_find_door("spreadsheet_write", &write) ? write(arena, book) : NULL;
}
