#include "report/spreadsheet.h"

#include "base/date.h"
#include "base/utf8.h"

#include <xlsxwriter.h>

enum { NARROWEST = 8, WIDEST = 60 }; // characters of a column

typedef struct {
    Arena *arena;
    lxw_workbook *book;
    lxw_format *formats[SPREADSHEET_KIND_COUNT], *head;
    lxw_error error; // the first
} Writing;

bool spreadsheet_is_there(void) {
    return true;
}

static void note_error(Writing *writing, lxw_error error) {
    writing->error = writing->error == LXW_NO_ERROR ? error : writing->error;
}

static lxw_format *add_format(Writing *writing, uint8_t known) {
    lxw_format *format = workbook_add_format(writing->book);
    format_set_num_format_index(format, known);
    return format;
}

// Forms that each program has for its own country. A flag is a number that shows a word: LibreOffice takes a truth
// value for a formula.
static void add_formats(Writing *writing, const Spreadsheet *book) {
    enum { GENERAL = 0, WHOLE = 1, PERCENT_TWO_DECIMALS = 10, DAY = 14, TWO_DECIMALS = 2 };
    static const uint8_t KNOWN[SPREADSHEET_KIND_COUNT] = {
        [SPREADSHEET_EMPTY] = GENERAL,        [SPREADSHEET_TEXT] = GENERAL, [SPREADSHEET_LACK] = GENERAL,
        [SPREADSHEET_WHOLE] = WHOLE,          [SPREADSHEET_FLAG] = GENERAL, [SPREADSHEET_SHARE] = PERCENT_TWO_DECIMALS,
        [SPREADSHEET_DECIMAL] = TWO_DECIMALS, [SPREADSHEET_DAY] = DAY};
    for (int32_t kind = 0; kind < SPREADSHEET_KIND_COUNT; kind++) {
        writing->formats[kind] = add_format(writing, KNOWN[kind]);
        format_set_align(writing->formats[kind], LXW_ALIGN_VERTICAL_TOP);
    }
    Str flag =
        str_format(writing->arena, "\"%.*s\";\"%.*s\";\"%.*s\"", S_ARG(book->yes), S_ARG(book->yes), S_ARG(book->no));
    format_set_num_format(writing->formats[SPREADSHEET_FLAG], str_to_c(writing->arena, flag));
    format_set_text_wrap(writing->formats[SPREADSHEET_TEXT]);
    format_set_italic(writing->formats[SPREADSHEET_LACK]);
    format_set_align(writing->formats[SPREADSHEET_LACK], LXW_ALIGN_RIGHT);
    writing->head = add_format(writing, GENERAL);
    format_set_bold(writing->head);
    format_set_text_wrap(writing->head);
    format_set_bottom(writing->head, LXW_BORDER_MEDIUM);
    format_set_align(writing->head, LXW_ALIGN_VERTICAL_BOTTOM);
}

static lxw_error write_cell(Writing *writing, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                            const SpreadsheetCell *cell) {
    enum { DAYS_BEFORE_1970 = 25569 }; // since the first day of spreadsheets
    lxw_format *format = writing->formats[cell->kind];
    switch (cell->kind) {
    case SPREADSHEET_TEXT:
    case SPREADSHEET_LACK:
        return worksheet_write_string(sheet, row, column, str_to_c(writing->arena, cell->text), format);
    case SPREADSHEET_DAY:
        return worksheet_write_number(sheet, row, column, date_days(cell->text) + DAYS_BEFORE_1970, format);
    case SPREADSHEET_WHOLE:
    case SPREADSHEET_DECIMAL:
    case SPREADSHEET_SHARE:
    case SPREADSHEET_FLAG:
        return worksheet_write_number(sheet, row, column, cell->value, format);
    case SPREADSHEET_EMPTY:
    case SPREADSHEET_KIND_COUNT:
        break;
    }
    return LXW_NO_ERROR;
}

// As wide as its longest text, within reason; a title may break.
static double find_width(const SpreadsheetTable *table, int32_t column) {
    int32_t width = utf8_count(table->columns.rows[column].title) / 2;
    for (int32_t i = column; i < table->cells.count; i += table->columns.count) {
        int32_t characters = utf8_count(table->cells.rows[i].text);
        width = characters > width ? characters : width;
    }
    return (width < NARROWEST ? NARROWEST : width > WIDEST ? WIDEST : width) + 2;
}

static void write_head(Writing *writing, lxw_worksheet *sheet, const SpreadsheetTable *table) {
    for (int32_t i = 0; i < table->columns.count; i++) {
        const SpreadsheetColumn *column = &table->columns.rows[i];
        lxw_col_t at = (lxw_col_t)i;
        note_error(writing, worksheet_set_column(sheet, at, at, find_width(table, i), NULL));
        note_error(writing,
                   worksheet_write_string(sheet, 0, at, str_to_c(writing->arena, column->title), writing->head));
        if (column->note.len > 0) {
            note_error(writing, worksheet_write_comment(sheet, 0, at, str_to_c(writing->arena, column->note)));
        }
    }
    worksheet_freeze_panes(sheet, 1, 0);
}

// All columns on the width of a page, the head on each.
static void set_print(Writing *writing, lxw_worksheet *sheet) {
    enum { A4 = 9 };
    worksheet_set_paper(sheet, A4);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    note_error(writing, worksheet_repeat_rows(sheet, 0, 0));
}

static void write_table(Writing *writing, const SpreadsheetTable *table) {
    lxw_worksheet *sheet = workbook_add_worksheet(writing->book, str_to_c(writing->arena, table->name));
    if (!sheet) {
        note_error(writing, LXW_ERROR_SHEETNAME_ALREADY_USED);
        return;
    }
    write_head(writing, sheet, table);
    set_print(writing, sheet);
    int32_t width = table->columns.count;
    for (int32_t i = 0; i < table->cells.count; i++) {
        note_error(writing, write_cell(writing, sheet, (lxw_row_t)(i / width + 1), (lxw_col_t)(i % width),
                                       &table->cells.rows[i]));
    }
    int32_t rows = table->cells.count / width;
    note_error(writing, worksheet_autofilter(sheet, 0, 0, (lxw_row_t)(rows > 0 ? rows : 1), (lxw_col_t)(width - 1)));
}

static bool write_book(const void *context, Str path) {
    enum { DAY_SECONDS = 24 * 60 * 60 };
    const Spreadsheet *book = context;
    Arena arena = {0};
    Writing writing = {.arena = &arena, .book = workbook_new(str_to_c(&arena, path))};
    if (!writing.book) {
        arena_finish(&arena);
        return false;
    }
    lxw_doc_properties properties = {.title = str_to_c(&arena, book->title),
                                     .created = (time_t)date_days(book->day) * DAY_SECONDS};
    note_error(&writing, workbook_set_properties(writing.book, &properties));
    add_formats(&writing, book);
    for (int32_t i = 0; i < book->count; i++) {
        write_table(&writing, &book->rows[i]);
    }
    note_error(&writing, workbook_close(writing.book));
    arena_finish(&arena);
    return writing.error == LXW_NO_ERROR;
}

FileDraft *spreadsheet_write(Arena *arena, const Spreadsheet *book) {
    return file_draft_receive(arena, write_book, book);
}
