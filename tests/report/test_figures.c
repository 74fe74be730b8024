// Figures and the page of them, of a case whose texts would be markup, formulas and cells if they were let.
#include "report/html_analysis.h"

#include "analysis/kept_rooms.h"

#define CASE                                                                                                      \
    "'start': 's', 'gauges': [{'id': 'g', 'name': '<g>=1', 'start': 50}], 'scenes': [{'id': 's', "                \
    "'title': '<b>=1+1;2', 'ask': {'kind': 'choice', 'next': 'end', 'panel': {'n': 3, 'answers': {'00012': 3}}, " \
    "'options': [{'id': '1e5', 'text': '*12:30*', 'stance': 'recommended', 'scores': {'a': 1}}, "                 \
    "{'id': '00012', 'text': '@<i>', 'scores': {'a': -1}}]}}, "                                                   \
    "{'id': 'end', 'ending': {'title': '-<u>', 'text': 'T', 'tone': 'good'}}]"
#define SUSPENDED "'debrief': {'score': 'none'}, " CASE

typedef struct {
    SmallCase c;
    Arena arena;
    Catalog words;
    AnalysisOut analysis;
    FiguresOf of;
} Desk;

static void open_desk_with(Desk *desk, Str rest, const char *hands, bool jumps) {
    KeptRoom room;
    *desk = (Desk){0};
    read_case(&desk->c, S("scenario"), rest);
    AnalysisWork *work = analysis_begin(&desk->arena, desk->c.scenario, ANALYSIS_FIRST);
    begin_kept(&room, desk->c.scenario, 12);
    keep_vote(&room, "s", 1, "['1e5', '00012']", hands, 0);
    keep_answer(&room, "s", "'1e5'", "end", 0);
    if (jumps) { // back, and on to the ending without an answer
        keep_jump(&room, "end", "s");
        keep_jump(&room, "s", "end");
    }
    analysis_add(work, resume_kept(&room));
    end_kept(&room);
    desk->analysis = analysis_end(work).out;
    desk->of = (FiguresOf){.arena = &desk->arena,
                           .catalog = &desk->words,
                           .analysis = &desk->analysis,
                           .language = S("en"),
                           .first_day = S("2026-11-02"),
                           .last_day = S("2026-11-02"),
                           .group = S("<s>\"A\"; =B")};
}

static void open_desk_of(Desk *desk, Str rest, const char *hands) {
    open_desk_with(desk, rest, hands, false);
}

static void open_desk(Desk *desk, const char *hands) {
    open_desk_of(desk, S(CASE), hands);
}

static void close_desk(Desk *desk) {
    arena_finish(&desk->arena);
    end_case(&desk->c);
}

static bool holds(Str text, Str part) {
    return str_find(text, part) >= 0;
}

static Str csv_of(Desk *desk, FiguresCsv kind) {
    FiguresTable table = figures_list(&desk->of);
    return figures_write_csv(&desk->arena, &table, kind);
}

static void numbers_have_no_sign_of_a_spreadsheet_and_no_more_decimals_than_it_takes(void **state) {
    (void)state;
    const struct {
        double value;
        int32_t decimals;
        char point;
        const char *told;
    } SAID[] = {{0, 6, ',', "0"},
                {58.0 + 1.0 / 3, 6, ',', "58,333333"},
                {-0.5, 1, '.', "-0.5"},
                {-0.04, 1, '.', "0"},
                {1234567, 0, ',', "1234567"},
                {0.0625, 6, '.', "0.0625"},
                {0.0000004, 6, '.', "0"},
                {2.5, 0, '.', "3"},
                {99.96, 1, ',', "100"}};
    Arena arena = {0};
    for (int32_t i = 0; i < COUNT(SAID); i++) {
        Str told = figures_number(&arena, SAID[i].value, SAID[i].decimals, SAID[i].point);
        assert_string_equal(str_to_c(&arena, told), SAID[i].told);
    }
    arena_finish(&arena);
}

static void a_number_is_told_as_its_reader_writes_it(void **state) {
    (void)state;
    Arena arena = {0};
    assert_string_equal(str_to_c(&arena, figures_told_number(&arena, S("fr"), -2.5, 1)), "\u22122,5");
    assert_string_equal(str_to_c(&arena, figures_told_number(&arena, S("en"), -2.5, 1)), "\u22122.5");
    assert_string_equal(str_to_c(&arena, figures_told_number(&arena, S("fr"), 4, 1)), "4");
    arena_finish(&arena);
}

static void no_text_of_a_case_is_markup_on_the_page(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, "[7, 5]");
    Str page = html_analysis(&desk.of);
    static const Str TAGS[] = {S_INIT("<b>="), S_INIT("<g>"), S_INIT("<u>"), S_INIT("<s>"), S_INIT("@<i>")};
    for (int32_t i = 0; i < COUNT(TAGS); i++) {
        assert_false(holds(page, TAGS[i]));
    }
    assert_true(holds(page, S("&lt;b&gt;=1+1;2")));
    assert_true(holds(page, S("<title>Analysis · T · &lt;s&gt;&quot;A&quot;; =B · 2 November 2026</title>")));
    assert_true(holds(page, S("<em>12:30</em>")));
    assert_true(holds(page, S("its first answers and votes count")));
    assert_true(holds(page, S("<svg role=\"img\" aria-label=\"Before the talk: A 58 %, B 42 %. \"")));
    close_desk(&desk);
}

static void cells_hold_texts_in_marks_and_ids_that_begin_with_a_word(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, "[7, 5]");
    Str csv = csv_of(&desk, FIGURES_SEMICOLON_COMMA);
    assert_true(str_begins(csv, S("\xEF\xBB\xBFtable;counted;decision;")));
    assert_true(
        holds(csv, S("\r\nanswer;first;scene-s;\"«\u202F<b>=1+1;2\u202F»\";before;;option-1e5;«\u202F12:30\u202F»;;"
                     "share;58,333333;percent;\r\n")));
    assert_true(holds(csv, S(";option-00012;«\u202F@<i>\u202F»;;hands;5;count;\r\n")));
    assert_true(holds(csv, S("\"«\u202F<s>\"\"A\"\"; =B\u202F»\"")));
    assert_true(holds(csv, S("ending-end;«\u202F-<u>\u202F»;")));
    assert_true(holds(csv, S(";first-day;2026-11-02;day;\r\n")));
    Str plain = csv_of(&desk, FIGURES_PLAIN);
    assert_true(str_begins(plain, S("table,counted,")));
    assert_true(holds(plain, S(",share,58.333333,percent,\r\n")));
    close_desk(&desk);
}

static void what_few_answered_is_on_no_page_and_in_no_cell(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, "[9, 3]");
    Str page = html_analysis(&desk.of), csv = csv_of(&desk, FIGURES_SEMICOLON_POINT);
    assert_false(holds(page, S("<svg")));
    assert_true(holds(page, S("such counts are hidden")));
    assert_true(holds(csv, S(";hands;;count;hidden\r\n")));
    assert_true(holds(csv, S(";share-low;;percent;hidden\r\n")));
    assert_true(holds(csv, S(";dispersion;;percent;hidden\r\n")));
    assert_true(holds(csv, S(";facility;;percent;people\r\n")));
    assert_false(holds(csv, S(";9;")));
    assert_false(holds(csv, S(";hands;3;")));
    close_desk(&desk);
}

static void a_jump_of_the_trainer_stands_among_the_choices(void **state) {
    (void)state;
    for (int32_t jumps = 0; jumps < 2; jumps++) {
        Desk desk;
        open_desk_with(&desk, S(CASE), "[7, 5]", jumps == 1);
        bool told = holds(html_analysis(&desk.of), S(" → <i>the trainer goes on to another scene</i>"));
        assert_int_equal(told, jumps);
        assert_int_equal(holds(csv_of(&desk, FIGURES_PLAIN), S(",jumped,1,yes-no,\r\n")), jumps);
        close_desk(&desk);
    }
}

static AnalysisOut evening_of(Desk *desk, int32_t present, const char *answer) {
    KeptRoom room;
    AnalysisWork *work = analysis_begin(&desk->arena, desk->c.scenario, ANALYSIS_FIRST);
    begin_kept(&room, desk->c.scenario, present);
    keep_answer(&room, "s", answer, "end", 0);
    analysis_add(work, resume_kept(&room));
    end_kept(&room);
    return analysis_end(work).out;
}

static void where_two_groups_part_is_on_the_page_and_in_the_files(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, "[7, 5]");
    AnalysisOut one = evening_of(&desk, 12, "'1e5'"), other = evening_of(&desk, 9, "'00012'"),
                few = evening_of(&desk, 4, "'00012'");
    FiguresSide sides[FIGURES_SIDES] = {{.label = S("=A"), .analysis = &one},
                                        {.day = S("2026-11-02"), .analysis = &other}};
    desk.of.sides = sides;
    Str csv = csv_of(&desk, FIGURES_PLAIN), page = html_analysis(&desk.of);
    FiguresTable table = figures_list(&desk.of);
    assert_true(holds(csv, S("\r\ngroup,first,,,,,group-1,«\u202F=A\u202F»,,sessions,1,count,\r\n")));
    assert_true(holds(csv, S(",group-2,«\u202F2 November 2026\u202F»,,parts-at,1,count,\r\n")));
    assert_true(holds(csv, S("\r\nparting,first,scene-s,«\u202F<b>=1+1;2\u202F»,,,group-1,")));
    assert_true(holds(csv, S(",group-2,«\u202F@<i>\u202F»,1,sessions,1,count,\r\n")));
    assert_true(holds(page, S("Where they part first <b>")));
    assert_true(holds(figures_write_json(&desk.of, &table), S("\"table\": \"parting\"")));
    sides[1].analysis = &one;
    assert_true(holds(csv_of(&desk, FIGURES_PLAIN), S(",parts-at,0,count,\r\n")));
    assert_true(holds(html_analysis(&desk.of), S("both went the same way to the end")));
    sides[1].analysis = &few;
    csv = csv_of(&desk, FIGURES_PLAIN);
    assert_true(holds(csv, S(",sessions,0,count,\r\n")) && !holds(csv, S("parts-at")) && !holds(csv, S("\r\nparting")));
    assert_true(holds(html_analysis(&desk.of), S("nothing is told of them")));
    close_desk(&desk);
}

static void no_mark_is_shown_where_judgement_is_suspended(void **state) {
    (void)state;
    static const Str MARKS[] = {S_INIT("facility"), S_INIT("recommended"), S_INIT("contested"), S_INIT("alpha"),
                                S_INIT("competency-a")};
    Desk desk;
    open_desk(&desk, "[7, 5]");
    Str csv = csv_of(&desk, FIGURES_PLAIN), page = html_analysis(&desk.of);
    for (int32_t i = 0; i < COUNT(MARKS); i++) {
        assert_true(holds(csv, MARKS[i]));
    }
    assert_true(holds(page, S("author’s mark</span>")));
    assert_true(holds(page, S("More colleagues of the panel")));
    close_desk(&desk);
    open_desk_of(&desk, S(SUSPENDED), "[7, 5]");
    csv = csv_of(&desk, FIGURES_PLAIN);
    page = html_analysis(&desk.of);
    for (int32_t i = 0; i < COUNT(MARKS); i++) {
        assert_false(holds(csv, MARKS[i]));
    }
    assert_false(holds(page, S("author’s mark")));
    assert_false(holds(page, S("More colleagues of the panel")));
    assert_false(holds(page, S("Facility")));
    assert_true(holds(page, S("Judgement is suspended")));
    close_desk(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_no_sign_of_a_spreadsheet_and_no_more_decimals_than_it_takes),
        cmocka_unit_test(a_number_is_told_as_its_reader_writes_it),
        cmocka_unit_test(no_text_of_a_case_is_markup_on_the_page),
        cmocka_unit_test(cells_hold_texts_in_marks_and_ids_that_begin_with_a_word),
        cmocka_unit_test(a_jump_of_the_trainer_stands_among_the_choices),
        cmocka_unit_test(where_two_groups_part_is_on_the_page_and_in_the_files),
        cmocka_unit_test(no_mark_is_shown_where_judgement_is_suspended),
        cmocka_unit_test(what_few_answered_is_on_no_page_and_in_no_cell)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
