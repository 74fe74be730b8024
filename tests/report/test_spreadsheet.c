// The workbook of a report, read back from the package that it is.
#include "report/report.h"

#include "analysis/kept_rooms.h"
#include "exchange/archive.h"

#define CASE                                                                                                     \
    "'start': 's', 'scenes': [{'id': 's', 'title': '=1+1', 'ask': {'kind': 'choice', 'next': 'end', 'options': " \
    "[{'id': 'a', 'text': '*@<i>*', 'scores': {'a': 1}}, {'id': 'b', 'text': '12:30'}]}}, "                      \
    "{'id': 'end', 'ending': {'title': '-U', 'text': 'T', 'tone': 'good'}}]"

typedef struct {
    SmallCase c;
    Arena arena;
    Catalog words;
    AnalysisOut analysis;
    FiguresOf of;
} Desk;

static void open_desk(Desk *desk, const char *hands) {
    KeptRoom room;
    *desk = (Desk){0};
    read_case(&desk->c, S("scenario"), S(CASE));
    AnalysisWork *work = analysis_begin(&desk->arena, desk->c.scenario, ANALYSIS_LAST);
    begin_kept(&room, desk->c.scenario, 12);
    keep_vote(&room, "s", 1, "['a', 'b']", hands, 0);
    keep_answer(&room, "s", "'a'", "end", 0);
    analysis_add(work, resume_kept(&room));
    end_kept(&room);
    desk->analysis = analysis_end(work).out;
    desk->of = (FiguresOf){.arena = &desk->arena,
                           .catalog = &desk->words,
                           .analysis = &desk->analysis,
                           .language = S("en"),
                           .first_day = S("2026-11-02"),
                           .last_day = S("2026-11-09"),
                           .group = S("A/B: \"C\"?")};
}

static void close_desk(Desk *desk) {
    arena_finish(&desk->arena);
    end_case(&desk->c);
}

static const SpreadsheetTable *find_table(const Spreadsheet *book, Str name) {
    for (int32_t i = 0; i < book->count; i++) {
        if (str_equal(book->rows[i].name, name)) {
            return &book->rows[i];
        }
    }
    return NULL;
}

// Of the row whose `key` column has `is`, the cell in the column `title`.
static const SpreadsheetCell *find_cell(const SpreadsheetTable *table, Str key, Str is, Str title) {
    int32_t width = table->columns.count, at_key = -1, at_title = -1;
    for (int32_t i = 0; i < width; i++) {
        at_key = str_equal(table->columns.rows[i].title, key) ? i : at_key;
        at_title = str_equal(table->columns.rows[i].title, title) ? i : at_title;
    }
    for (int32_t row = 0; at_key >= 0 && at_title >= 0 && row < table->cells.count; row += width) {
        if (str_equal(table->cells.rows[row + at_key].text, is)) {
            return &table->cells.rows[row + at_title];
        }
    }
    return NULL;
}

static Str load_part(Desk *desk, Str bytes, Str name) {
    ArchiveFile file = {.name = name};
    Str about;
    assert_int_equal(archive_read(&desk->arena, bytes, &file, 1, &about), ARCHIVE_FINE);
    assert_true(file.found);
    return file.bytes;
}

static bool holds(Str text, Str part) {
    return str_find(text, part) >= 0;
}

static void every_figure_is_in_one_cell_of_its_row(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, "[7, 5]");
    FiguresTable table = figures_list(&desk.of);
    Spreadsheet book = figures_book(&desk.of, &table);
    int32_t values = 0;
    for (int32_t i = 0; i < book.count; i++) {
        assert_int_equal(book.rows[i].cells.count % book.rows[i].columns.count, 0);
        for (int32_t j = 0; j < book.rows[i].cells.count; j++) {
            Str note = book.rows[i].columns.rows[j % book.rows[i].columns.count].note;
            bool point = str_ends(note, S(": point.")); // where the row is, no figure
            SpreadsheetKind kind = book.rows[i].cells.rows[j].kind;
            values += kind > SPREADSHEET_TEXT && !point;
        }
    }
    assert_int_equal(values, table.count);
    const SpreadsheetTable *answers = find_table(&book, S("Answers"));
    const SpreadsheetCell *share = find_cell(answers, S("Answer (id)"), S("option-b"), S("Share"));
    assert_int_equal(share->kind, SPREADSHEET_SHARE);
    assert_float_equal(share->value, 5.0 / 12, 1e-12);
    assert_int_equal(find_cell(answers, S("Answer (id)"), S("option-a"), S("Hands"))->kind, SPREADSHEET_WHOLE);
    assert_int_equal(find_cell(find_table(&book, S("Sessions")), S("Title"), S("T"), S("Last day"))->kind,
                     SPREADSHEET_DAY);
    const SpreadsheetCell *in_words = find_cell(answers, S("Answer (id)"), S("option-a"), S("In words"));
    assert_string_equal(str_to_c(&desk.arena, in_words->text), "@<i>");
    close_desk(&desk);
}

static void a_cell_that_few_people_are_behind_says_so(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, "[9, 3]");
    FiguresTable table = figures_list(&desk.of);
    Spreadsheet book = figures_book(&desk.of, &table);
    const SpreadsheetTable *answers = find_table(&book, S("Answers"));
    const SpreadsheetCell *hands = find_cell(answers, S("Answer (id)"), S("option-b"), S("Hands"));
    assert_int_equal(hands->kind, SPREADSHEET_LACK);
    assert_string_equal(str_to_c(&desk.arena, hands->text), "hidden");
    close_desk(&desk);
}

static void the_package_has_real_numbers_a_frozen_head_and_notes(void **state) {
    (void)state;
    if (!spreadsheet_is_there()) {
        skip();
    }
    Desk desk;
    open_desk(&desk, "[7, 5]");
    ReportFile file, again;
    assert_true(report_make(&desk.of, REPORT_XLSX, FIGURES_PLAIN, &file));
    assert_true(report_make(&desk.of, REPORT_XLSX, FIGURES_PLAIN, &again));
    Str bytes = file_draft_text(file.draft);
    assert_true(str_equal(bytes, file_draft_text(again.draft)));
    assert_true(holds(load_part(&desk, bytes, S("docProps/core.xml")), S(">2026-11-09T00:00:00Z<")));
    Str sessions = load_part(&desk, bytes, S("xl/worksheets/sheet1.xml"));
    assert_true(
        holds(sessions, S("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")));
    assert_true(holds(sessions, S("<v>46335</v>"))); // 2026-11-09
    assert_true(holds(load_part(&desk, bytes, S("xl/worksheets/sheet4.xml")), S("<v>0.4166666666666667</v>")));
    assert_false(holds(load_part(&desk, bytes, S("xl/worksheets/sheet2.xml")), S("<f>")));
    assert_true(holds(load_part(&desk, bytes, S("xl/sharedStrings.xml")), S("<t>=1+1</t>")));
    assert_true(holds(load_part(&desk, bytes, S("xl/comments4.xml")), S("In the CSV: share-low.")));
    assert_true(holds(load_part(&desk, bytes, S("xl/styles.xml")), S("numFmtId=\"14\"")));
    file_draft_close(file.draft);
    file_draft_close(again.draft);
    close_desk(&desk);
}

static void a_file_s_name_tells_case_group_and_day(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, "[7, 5]");
    Str name = report_name(&desk.of, report_ending(REPORT_XLSX));
    assert_string_equal(str_to_c(&desk.arena, name), "Palabre – T – AB C – 2026-11-02 to 2026-11-09.xlsx");
    desk.of.group = (Str){0};
    desk.of.last_day = desk.of.first_day;
    name = report_name(&desk.of, S(".html"));
    assert_string_equal(str_to_c(&desk.arena, name), "Palabre – T – 1 session – 2026-11-02.html");
    assert_int_equal(report_format(S("a/b.XLSX")), REPORT_XLSX);
    assert_int_equal(report_format(S("a/b.docx")), REPORT_FORMAT_COUNT);
    close_desk(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_figure_is_in_one_cell_of_its_row),
                                       cmocka_unit_test(a_cell_that_few_people_are_behind_says_so),
                                       cmocka_unit_test(the_package_has_real_numbers_a_frozen_head_and_notes),
                                       cmocka_unit_test(a_file_s_name_tells_case_group_and_day)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
