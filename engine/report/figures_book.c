// The rows of a FiguresTable as sheets: what belongs to one thing is one row, each measure of it a column.
#include "base/emphasis.h"
#include "report/figures_words.h"

static const double HUNDRED = 100;

// Where a row stands, in the columns before its measures.
typedef enum { PLACE_DECISION, PLACE_TITLE, PLACE_ROUND, PLACE_ITEM, PLACE_ANSWER, PLACE_TEXT, PLACE_COUNT } Place;

static Str place_of(const FiguresRow *row, Place place) {
    const Str PLACES[PLACE_COUNT] = {
        [PLACE_DECISION] = row->decision, [PLACE_TITLE] = row->title,   [PLACE_ROUND] = row->round,
        [PLACE_ITEM] = row->item,         [PLACE_ANSWER] = row->answer, [PLACE_TEXT] = row->text};
    return PLACES[place];
}

static bool is_of_one(const FiguresRow *a, const FiguresRow *b) {
    bool same = a->point == b->point;
    for (int32_t place = 0; place < PLACE_COUNT; place++) {
        same = same && str_equal(place_of(a, (Place)place), place_of(b, (Place)place));
    }
    return same;
}

// The rows of one sheet, and which columns they take.
typedef struct {
    const FiguresOf *of;
    AnalysisAnswer counted;
    ROWS_OF(const FiguresRow *) rows;
    ROWS_OF(const FiguresRow *) measures; // the first row of each
    bool places[PLACE_COUNT], points;
    SpreadsheetTable *table;
} Sheet;

static int32_t find_measure(const Sheet *sheet, Str measure) {
    for (int32_t i = 0; i < sheet->measures.count; i++) {
        if (str_equal(sheet->measures.rows[i]->measure, measure)) {
            return i;
        }
    }
    return -1;
}

static void take_row(Sheet *sheet, const FiguresRow *row) {
    *rows_append(sheet->of->arena, &sheet->rows) = row;
    sheet->points = sheet->points || row->point != FIGURES_NO_POINT;
    for (int32_t place = 0; place < PLACE_COUNT; place++) {
        sheet->places[place] = sheet->places[place] || place_of(row, (Place)place).len > 0;
    }
    if (find_measure(sheet, row->measure) < 0) {
        *rows_append(sheet->of->arena, &sheet->measures) = row;
    }
}

static void add_column(Sheet *sheet, Str table, Str column) {
    *rows_append(sheet->of->arena, &sheet->table->columns) = figures_column(sheet->of, table, column);
}

static void add_columns(Sheet *sheet, Str table) {
    static const Str PLACES[PLACE_COUNT] = {S_INIT("decision"), S_INIT("title"),  S_INIT("round"),
                                            S_INIT("item"),     S_INIT("answer"), S_INIT("text")};
    for (int32_t place = 0; place < PLACE_COUNT; place++) {
        if (sheet->places[place]) {
            add_column(sheet, table, PLACES[place]);
        }
    }
    if (sheet->points) {
        add_column(sheet, table, S("point"));
    }
    for (int32_t i = 0; i < sheet->measures.count; i++) {
        add_column(sheet, table, sheet->measures.rows[i]->measure);
    }
    add_column(sheet, table, S("counted"));
}

static SpreadsheetCell *add_cell(Sheet *sheet, SpreadsheetCell cell) {
    SpreadsheetCell *added = rows_append(sheet->of->arena, &sheet->table->cells);
    *added = cell;
    return added;
}

static void add_text(Sheet *sheet, Str text) {
    (void)add_cell(sheet, (SpreadsheetCell){.kind = text.len > 0 ? SPREADSHEET_TEXT : SPREADSHEET_EMPTY,
                                            .text = emphasis_plain(sheet->of->arena, text)});
}

static void set_value(const Sheet *sheet, SpreadsheetCell *cell, const FiguresRow *row) {
    static const SpreadsheetKind KINDS[FIGURES_UNIT_COUNT] = {
        [FIGURES_COUNT] = SPREADSHEET_WHOLE,     [FIGURES_PERCENT] = SPREADSHEET_SHARE,
        [FIGURES_MINUTES] = SPREADSHEET_DECIMAL, [FIGURES_POINTS] = SPREADSHEET_DECIMAL,
        [FIGURES_YES_NO] = SPREADSHEET_FLAG,     [FIGURES_DAY] = SPREADSHEET_DAY};
    if (row->figure.lack != LACK_NONE) {
        *cell = (SpreadsheetCell){.kind = SPREADSHEET_LACK, .text = figures_lack_text(sheet->of, row->figure.lack)};
        return;
    }
    double value = row->unit == FIGURES_PERCENT ? row->figure.value / HUNDRED : row->figure.value;
    *cell = (SpreadsheetCell){.kind = KINDS[row->unit], .text = row->day, .value = value};
}

// One row of the sheet, of the rows from `from` on that are of one thing; gives the next.
static int32_t add_row(Sheet *sheet, int32_t from) {
    const FiguresRow *first = sheet->rows.rows[from];
    for (int32_t place = 0; place < PLACE_COUNT; place++) {
        if (sheet->places[place]) {
            Str text = place_of(first, (Place)place);
            add_text(sheet, place == PLACE_ROUND ? figures_round_text(sheet->of, text) : text);
        }
    }
    if (sheet->points) {
        bool has = first->point != FIGURES_NO_POINT;
        (void)add_cell(sheet, (SpreadsheetCell){.kind = has ? SPREADSHEET_WHOLE : SPREADSHEET_EMPTY,
                                                .value = has ? first->point : 0});
    }
    int32_t measures = sheet->table->cells.count, next = from;
    for (int32_t i = 0; i < sheet->measures.count; i++) {
        (void)add_cell(sheet, (SpreadsheetCell){0});
    }
    for (; next < sheet->rows.count && is_of_one(first, sheet->rows.rows[next]); next++) {
        int32_t column = find_measure(sheet, sheet->rows.rows[next]->measure);
        set_value(sheet, &sheet->table->cells.rows[measures + column], sheet->rows.rows[next]);
    }
    add_text(sheet, figures_counted_text(sheet->of, sheet->counted));
    return next;
}

static void add_sheet(const FiguresOf *of, const FiguresTable *figures, int32_t which, Spreadsheet *book) {
    Sheet sheet = {.of = of, .counted = figures->counted};
    Str table = figures_table_word(which);
    for (int32_t i = 0; i < figures->count; i++) {
        if (str_equal(figures->rows[i].table, table)) {
            take_row(&sheet, &figures->rows[i]);
        }
    }
    if (sheet.rows.count == 0) {
        return;
    }
    sheet.table = rows_append(of->arena, book);
    sheet.table->name = figures_table_text(of, which);
    add_columns(&sheet, table);
    for (int32_t row = 0; row < sheet.rows.count;) {
        row = add_row(&sheet, row);
    }
}

Spreadsheet figures_book(const FiguresOf *of, const FiguresTable *figures) {
    Spreadsheet book = {.title = emphasis_plain(of->arena, figures_report_title(of)),
                        .day = of->last_day,
                        .yes = catalog_text(of->catalog, TR("yes")),
                        .no = catalog_text(of->catalog, TR("no"))};
    for (int32_t which = 0; figures_table_word(which).len > 0; which++) {
        add_sheet(of, figures, which, &book);
    }
    return book;
}
