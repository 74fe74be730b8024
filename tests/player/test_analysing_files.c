// Whatever figure of kept sessions the window shows has its row in the files that are made of them.
#include "player/analysing_desk.h"

#include "base/date.h"

#include <math.h>

// The text with `by` wherever a part of it stood.
static Str put(Arena *arena, Str text, Str part, Str by) {
    StrBuilder out = {.arena = arena};
    for (ptrdiff_t at = str_find(text, part); at >= 0; at = str_find(text, part)) {
        str_add(&out, str_slice(text, 0, at));
        str_add(&out, by);
        text = str_slice(text, at + part.len, text.len);
    }
    str_add(&out, text);
    return str_built(&out);
}

// The same six, where few hands went up for some answers: alone, and in all of them together.
static void open_with_few(Desk *desk) {
    static const Str HANDS[][2] = {{S_INIT("[7, 0, 7, 0]"), S_INIT("[9, 1, 4, 0]")},
                                   {S_INIT("[14, 0, 0, 0]"), S_INIT("[11, 3, 0, 0]")},
                                   {S_INIT("[6, 0, 6, 0]"), S_INIT("[5, 4, 3, 0]")},
                                   {S_INIT("[13, 0, 5, 0]"), S_INIT("[9, 1, 8, 0]")}};
    desk_open(desk);
    Str text = desk_load(desk, S("data/sessions/six.jsonl")), path = desk_path(desk, "few.jsonl");
    for (int32_t i = 0; i < COUNT(HANDS); i++) {
        text = put(&desk->arena, text, HANDS[i][0], HANDS[i][1]);
    }
    Error error;
    assert_true(file_save(path, text, &error));
    open_with(desk, path);
}

typedef struct {
    Desk *desk;
    Ui *ui;
    FiguresTable own, out; // what the page may tell, as rows; those of a file
    ROWS_OF(Str) named;    // titles of the case, days
    int32_t seen;          // numbers
} PageWalk;

static bool is_same_row(const FiguresRow *a, const FiguresRow *b) {
    return str_equal(a->table, b->table) && str_equal(a->decision, b->decision) && str_equal(a->round, b->round) &&
           str_equal(a->item, b->item) && str_equal(a->answer, b->answer) && a->point == b->point &&
           str_equal(a->measure, b->measure);
}

// Each figure has its row in the files, with the same value, or with the reason why it is hidden there.
static int32_t count_hidden_in_files(const PageWalk *walk) {
    int32_t hidden = 0;
    for (int32_t i = 0; i < walk->own.count; i++) {
        const FiguresRow *row = &walk->own.rows[i], *there = NULL;
        for (int32_t j = 0; j < walk->out.count && !there; j++) {
            there = is_same_row(row, &walk->out.rows[j]) ? &walk->out.rows[j] : NULL;
        }
        assert_non_null(there);
        bool mirror = str_begins(row->measure, S("mirror")); // on no page: of the decisions whose counts are told
        bool hides = there->figure.lack == LACK_HIDDEN && row->figure.lack == LACK_NONE;
        assert_true(mirror || hides ||
                    (there->figure.lack == row->figure.lack && there->figure.value == row->figure.value));
        hidden += hides;
    }
    return hidden;
}

static void add_named(PageWalk *walk, Str text) {
    if (text.len > 0) {
        *rows_append(&walk->desk->arena, &walk->named) = text;
    }
}

static void list_named(PageWalk *walk) {
    const AnalysingJob *job = walk->desk->player.analysing.shown;
    const Catalog *catalog = &walk->desk->player.app.catalog;
    add_named(walk, date_told(&walk->desk->arena, catalog, job->of.first_day));
    add_named(walk, date_told(&walk->desk->arena, catalog, job->of.last_day));
    for (SceneId scene = 1; scene < job->scenario->scenes.count; scene++) {
        add_named(walk, job->scenario->scenes.rows[scene].title);
    }
}

static FiguresTable list_rows(PageWalk *walk, const AnalysisOut *analysis) {
    FiguresOf of = walk->desk->player.analysing.shown->of;
    of.arena = &walk->desk->arena;
    of.catalog = &walk->desk->player.app.catalog;
    of.language = walk->desk->player.app.language;
    of.analysis = analysis;
    return figures_list(&of);
}

static bool is_told_by(const FiguresRow *row, double number, double step) {
    double half = step * 0.5000001;
    double value = row->figure.value, tenths = value / 10;
    bool shift = str_equal(row->measure, S("shift")); // told as "3 votes in ten", too
    int32_t way = 0;
    bool names_way = str_begins(row->answer, S("way-")) && str_to_int(str_slice(row->answer, 4, row->answer.len), &way);
    return (names_way && (double)way == number) || (double)row->point == number ||
           (row->figure.lack == LACK_NONE &&
            (fabs(value - number) <= half || (shift && fabs(tenths - number) <= half)));
}

static void assert_told(PageWalk *walk, double number, double step, Str text) {
    for (int32_t i = 0; i < walk->own.count; i++) {
        if (is_told_by(&walk->own.rows[i], number, step)) {
            walk->seen++;
            return;
        }
    }
    fail_msg("%g is in no row: %.*s", number, S_ARG(text));
}

static bool is_digit(Str text, ptrdiff_t at) {
    return at < text.len && text.text[at] >= '0' && text.text[at] <= '9';
}

// `step`: a tenth for each digit.
static double take_digits(Str text, ptrdiff_t *at, double *step) {
    double number = 0;
    for (; is_digit(text, *at); *at += 1) {
        number = number * 10 + (text.text[*at] - '0');
        *step /= 10;
    }
    return number;
}

static void walk_text(PageWalk *walk, Str told) {
    Str text = put(&walk->desk->arena, told, S("95"), S("")); // of intervals
    for (int32_t i = 0; i < walk->named.count; i++) {
        text = put(&walk->desk->arena, text, walk->named.rows[i], S(""));
    }
    for (ptrdiff_t i = 0; i < text.len;) {
        if (is_digit(text, i)) {
            double step = 1, whole = take_digits(text, &i, &step);
            bool decimals = i < text.len && text.text[i] == ',' && is_digit(text, i + 1);
            i += decimals;
            step = 1;
            double part = decimals ? take_digits(text, &i, &step) : 0;
            assert_told(walk, whole + part * step, step, told);
        } else {
            i++;
        }
    }
}

static void walk_page(PageWalk *walk) {
    const UiFrame *frame = look_at(walk->ui, &walk->desk->player);
    for (int32_t i = 0; i < frame->tree.count; i++) {
        walk_text(walk, frame->tree.rows[i].name);
        walk_text(walk, frame->tree.rows[i].value);
    }
}

// How many figures the page tells that files hide.
static int32_t walk_analysis(Desk *desk, Ui *ui) {
    analyse(desk, ANALYSE_BEGIN, 0);
    settle(desk);
    PageWalk walk = {.desk = desk, .ui = ui};
    AnalysisOut own = {*shown(desk)};
    walk.own = list_rows(&walk, &own);
    walk.out = list_rows(&walk, &desk->player.analysing.shown->out);
    list_named(&walk);
    analyse(desk, ANALYSE_ALL, 1);
    for (int32_t table = 0; table < ANALYSING_TABLE_COUNT; table++) {
        analyse(desk, ANALYSE_TABLE, table);
    }
    for (int32_t i = 0; i < shown(desk)->decisions.count; i++) {
        analyse(desk, ANALYSE_DECISION, shown(desk)->decisions.rows[i].scene);
        walk_page(&walk);
    }
    assert_true(walk.seen > 20);
    desk_act(desk, ACTION_BACK, 0);
    return count_hidden_in_files(&walk);
}

static void every_figure_of_the_page_has_its_row_in_the_files(void **state) {
    (void)state;
    Desk desk;
    open_with_few(&desk);
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    int32_t hidden = walk_analysis(&desk, ui);
    for (int32_t session = 1; session < 6; session++) { // the first is of three people
        do_kept(&desk, KEPT_CHOOSE, session, S(""));
        hidden += walk_analysis(&desk, ui);
        do_kept(&desk, KEPT_CHOOSE, session, S(""));
    }
    assert_true(hidden > 0);
    ui_destroy(ui);
    desk_close(&desk);
}

static bool find_row(Str csv, Str begin, Str within, Str end) {
    bool found = false;
    while (csv.len > 0) {
        Str line = str_cut(&csv, '\n');
        found = found || (str_begins(line, begin) && str_find(line, within) > 0 && str_find(line, end) > 0);
    }
    return found;
}

static Str option_id(Desk *desk, const Analysis *told, const AnalysisDecision *decision, int32_t place) {
    const Ask *ask = &told->scenario->asks.rows[told->scenario->scenes.rows[decision->scene].ask];
    Name id = place < ask->options.count ? told->scenario->options.rows[ask->options.first + place].id : 0;
    return id == 0 ? S("own-words") : str_format(&desk->arena, "option-%.*s", S_ARG(scenario_name(told->scenario, id)));
}

// As the page tells it, for each side by itself.
static void every_figure_of_two_groups_has_its_row_in_the_files(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    analyse(&desk, ANALYSE_COMPARE, ANALYSING_GROUPS);
    settle(&desk);
    settle(&desk);
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    PageWalk walk = {.desk = &desk, .ui = ui};
    walk.own = list_rows(&walk, desk.player.analysing.shown->of.analysis);
    list_named(&walk);
    walk_page(&walk);
    assert_true(walk.seen > 20);
    analyse(&desk, ANALYSE_SAVE, REPORT_CSV);
    settle(&desk);
    Str csv = desk_load(&desk, desk.player.analysing.saved->path);
    assert_true(find_row(csv, S("group;last;"), S("Lundi matin"), S(";people;74;count;")));
    assert_true(find_row(csv, S("group;last;"), S("Maison de quartier"), S(";people;30;count;")));
    for (int32_t side = 0; side < ANALYSING_SIDES; side++) {
        const Analysis *told = &desk.player.analysing.shown->compared[side].told;
        for (int32_t i = 0; i < told->decisions.count; i++) {
            const AnalysisDecision *row = &told->decisions.rows[i];
            Str id = scenario_name(told->scenario, told->scenario->scenes.rows[row->scene].id);
            Str begin = str_format(&desk.arena, "group-decision;last;scene-%.*s;", S_ARG(id));
            Str end = str_format(&desk.arena, ";group-%d;«", side + 1);
            assert_true(find_row(csv, begin, end, str_format(&desk.arena, ";sessions;%d;count;", row->sessions)));
            for (int32_t j = 0; j < row->options.count; j++) {
                begin = str_format(&desk.arena, "group-option;last;scene-%.*s;", S_ARG(id));
                end = str_format(&desk.arena, ";group-%d;%.*s;", side + 1, S_ARG(option_id(&desk, told, row, j)));
                assert_true(find_row(csv, begin, end,
                                     str_format(&desk.arena, ";followed;%d;count;", row->options.rows[j].followed)));
            }
        }
    }
    ui_destroy(ui);
    desk_close(&desk);
}

// What both texts have is written as it is told, and no count that one of them hides follows from the other.
static void every_figure_of_two_texts_has_its_row_in_the_files(void **state) {
    (void)state;
    Desk desk;
    open_with_two_texts(&desk);
    analyse(&desk, ANALYSE_COMPARE, ANALYSING_VERSIONS);
    settle(&desk);
    settle(&desk);
    const AnalysingJob *job = desk.player.analysing.shown;
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    PageWalk walk = {.desk = &desk, .ui = ui};
    walk.own = list_rows(&walk, job->of.analysis);
    const Catalog *catalog = &desk.player.app.catalog;
    add_named(&walk, S("version n°\u202F1"));
    add_named(&walk, S("version n°\u202F2"));
    for (int32_t side = 0; side < 2; side++) {
        add_named(&walk, date_told(&desk.arena, catalog, job->told[side].first_day));
        add_named(&walk, date_told(&desk.arena, catalog, job->told[side].last_day));
    }
    int32_t shown_pairs = 0;
    for (int32_t i = 0; i < job->versions.count; i++) {
        int32_t before = walk.seen;
        analyse(&desk, ANALYSE_PAIR, i);
        walk_page(&walk);
        shown_pairs += walk.seen > before;
    }
    assert_true(walk.seen > 100);
    assert_int_equal(shown_pairs, job->versions.count);
    analyse(&desk, ANALYSE_SAVE, REPORT_CSV);
    settle(&desk);
    Str csv = desk_load(&desk, desk.player.analysing.saved->path);
    assert_true(str_find(csv, S("answer-pair;last;scene-arrivee;")) > 0);
    assert_true(str_find(csv, S("first-share;")) > 0);
    ui_destroy(ui);
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_figure_of_the_page_has_its_row_in_the_files),
        cmocka_unit_test(every_figure_of_two_groups_has_its_row_in_the_files),
        cmocka_unit_test(every_figure_of_two_texts_has_its_row_in_the_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
