#include "base/emphasis.h"
#include "report/figures_words.h"

#include <math.h>

Str figures_unit_word(FiguresUnit unit) {
    static const Str UNITS[FIGURES_UNIT_COUNT] = {
        [FIGURES_COUNT] = S_INIT("count"),     [FIGURES_PERCENT] = S_INIT("percent"),
        [FIGURES_MINUTES] = S_INIT("minutes"), [FIGURES_POINTS] = S_INIT("points"),
        [FIGURES_YES_NO] = S_INIT("yes-no"),   [FIGURES_DAY] = S_INIT("day")};
    return UNITS[unit];
}

Str figures_lack_word(Lack lack) {
    static const Str LACKS[LACK_COUNT] = {
        [LACK_NONE] = S_INIT(""),         [LACK_NOTHING] = S_INIT("nothing"), [LACK_HIDDEN] = S_INIT("hidden"),
        [LACK_PEOPLE] = S_INIT("people"), [LACK_ITEMS] = S_INIT("items"),     [LACK_VARIANCE] = S_INIT("variance")};
    return LACKS[lack];
}

Str figures_counted_word(AnalysisAnswer counted) {
    return counted == ANALYSIS_FIRST ? S("first") : S("last");
}

typedef struct {
    StrBuilder out;
    char separator, point;
    bool begun; // of the line
} Csv;

Str figures_number(Arena *arena, double value, int32_t decimals, char point) {
    enum { TEN = 10 };
    int64_t scale = 1;
    for (int32_t i = 0; i < decimals; i++) {
        scale *= TEN;
    }
    int64_t whole = llround(value * (double)scale), part = whole < 0 ? -whole : whole;
    StrBuilder out = {.arena = arena};
    str_addf(&out, "%s%lld", whole < 0 ? "-" : "", (long long)(part / scale));
    part %= scale;
    if (part > 0) {
        str_add_char(&out, point);
    }
    while (part > 0) {
        scale /= TEN;
        str_addf(&out, "%d", (int)(part / scale));
        part %= scale;
    }
    return str_built(&out);
}

Str figures_told_number(Arena *arena, Str language, double value, int32_t decimals) {
    Str number = figures_number(arena, value, decimals, str_begins(language, S("fr")) ? ',' : '.');
    return str_begins(number, S("-")) ? str_format(arena, "\u2212%.*s", S_ARG(str_slice(number, 1, number.len)))
                                      : number;
}

// In quotation marks where it takes them; on one line, for not every program reads more of them as one cell.
static void add_cell(Csv *csv, Str text) {
    bool quoted = false;
    if (csv->begun) {
        str_add_char(&csv->out, csv->separator);
    }
    csv->begun = true;
    for (ptrdiff_t i = 0; i < text.len; i++) {
        quoted = quoted || text.text[i] == '"' || text.text[i] == csv->separator;
    }
    str_add(&csv->out, quoted ? S("\"") : S(""));
    for (ptrdiff_t i = 0; i < text.len; i++) {
        char c = text.text[i];
        str_add(&csv->out, c == '"' ? S("\"") : S(""));
        str_add_char(&csv->out, (unsigned char)c < ' ' ? ' ' : c);
    }
    str_add(&csv->out, quoted ? S("\"") : S(""));
}

static void end_line(Csv *csv) {
    str_add(&csv->out, S("\r\n"));
    csv->begun = false;
}

// Whatever was written, it is none of a number, a date and a formula in these marks.
static void add_text(Csv *csv, Str text) {
    Str plain = emphasis_plain(csv->out.arena, text);
    add_cell(csv, text.len > 0 ? str_format(csv->out.arena, "«\u202F%.*s\u202F»", S_ARG(plain)) : text);
}

static void add_value(Csv *csv, const FiguresRow *row) {
    bool lacks = row->figure.lack != LACK_NONE;
    add_cell(csv, lacks ? (Str){0}
                  : row->unit == FIGURES_DAY
                      ? row->day
                      : figures_number(csv->out.arena, row->figure.value, FIGURES_DECIMALS, csv->point));
}

static void add_row(Csv *csv, const FiguresRow *row, AnalysisAnswer counted) {
    bool has_point = row->point != FIGURES_NO_POINT;
    add_cell(csv, row->table);
    add_cell(csv, figures_counted_word(counted));
    add_cell(csv, row->decision);
    add_text(csv, row->title);
    add_cell(csv, row->round);
    add_cell(csv, row->item);
    add_cell(csv, row->answer);
    add_text(csv, row->text);
    add_cell(csv, has_point ? str_format(csv->out.arena, "%d", row->point) : (Str){0});
    add_cell(csv, row->measure);
    add_value(csv, row);
    add_cell(csv, figures_unit_word(row->unit));
    add_cell(csv, figures_lack_word(row->figure.lack));
    end_line(csv);
}

Str figures_write_csv(Arena *arena, const FiguresTable *table, FiguresCsv kind) {
    static const Str COLUMNS[] = {S_INIT("table"),  S_INIT("counted"), S_INIT("decision"), S_INIT("title"),
                                  S_INIT("round"),  S_INIT("item"),    S_INIT("answer"),   S_INIT("text"),
                                  S_INIT("point"),  S_INIT("measure"), S_INIT("value"),    S_INIT("unit"),
                                  S_INIT("missing")};
    Csv csv = {.out = {.arena = arena},
               .separator = kind == FIGURES_PLAIN ? ',' : ';',
               .point = kind == FIGURES_SEMICOLON_COMMA ? ',' : '.'};
    str_add(&csv.out, kind == FIGURES_PLAIN ? S("") : S("\xEF\xBB\xBF"));
    for (int32_t i = 0; i < COUNT(COLUMNS); i++) {
        add_cell(&csv, COLUMNS[i]);
    }
    end_line(&csv);
    for (int32_t i = 0; i < table->count; i++) {
        add_row(&csv, &table->rows[i], table->counted);
    }
    return str_built(&csv.out);
}

FiguresCsv figures_csv_kind(Str language) {
    return str_begins(language, S("fr")) ? FIGURES_SEMICOLON_COMMA : FIGURES_SEMICOLON_POINT;
}
