// What groups chose in kept sessions, as the window shows it: which sessions, which answers count, the files made of
// it.
#include "player/desk.h"

#include "analysis/kept_rooms.h"
#include "base/date.h"
#include "base/path.h"
#include "fake/face.h"
#include "fake/tree.h"
#include "player/player_parts.h"
#include "player/screen.h"

#include <math.h>

static void settle(Desk *desk) {
    writer_wait(desk->player.app.writer);
    desk_act(desk, ACTION_TICK, 0);
}

static void do_kept(Desk *desk, KeptActionKind kind, int32_t index, Str text) {
    Action action = {.kind = ACTION_KEPT, .kept = {.kind = kind, .index = index, .text = text}};
    player_update(&desk->player, &action, desk->now_ms += 10);
    settle(desk);
}

static void analyse(Desk *desk, AnalyseActionKind kind, int32_t index) {
    Action action = {.kind = ACTION_ANALYSE, .analyse = {.kind = kind, .index = index}};
    player_update(&desk->player, &action, desk->now_ms += 10);
}

static void open_with(Desk *desk, Str path) {
    desk_act(desk, ACTION_GO, SCREEN_KEPT);
    settle(desk);
    do_kept(desk, KEPT_IMPORT, 0, path);
    assert_int_equal(desk->player.kept.shown->list.count, 6);
}

static void open_with_six(Desk *desk) {
    desk_open(desk);
    open_with(desk, S("data/sessions/six.jsonl"));
}

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

static const Analysis *shown(const Desk *desk) {
    assert_non_null(desk->player.analysing.shown);
    assert_non_null(desk->player.analysing.shown->scenario);
    return &desk->player.analysing.shown->analysis;
}

static void all_sessions_of_a_case_are_analysed_and_the_last_answers_count(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    assert_int_equal(desk.player.screen, SCREEN_ANALYSIS);
    assert_null(desk.player.analysing.shown);
    settle(&desk);
    assert_int_equal(shown(&desk)->sessions, 5);
    assert_int_equal(shown(&desk)->left_out, 1);
    assert_int_equal(shown(&desk)->counted, ANALYSIS_LAST);
    assert_true(str_equal(desk.player.analysing.shown->of.first_day, S("2026-09-14")));
    assert_ptr_equal(desk.player.analysing.shown->of.framework, &desk.player.framework); // for the names of traps
    analyse(&desk, ANALYSE_COUNT, ANALYSIS_FIRST);
    assert_int_equal(shown(&desk)->counted, ANALYSIS_LAST);
    settle(&desk);
    assert_int_equal(shown(&desk)->counted, ANALYSIS_FIRST);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(desk.player.screen, SCREEN_KEPT);
    desk_close(&desk);
}

static void those_that_are_ticked_are_analysed_alone(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    do_kept(&desk, KEPT_CHOOSE, 3, S(""));
    do_kept(&desk, KEPT_CHOOSE, 4, S(""));
    analyse(&desk, ANALYSE_BEGIN, 0);
    settle(&desk);
    assert_int_equal(shown(&desk)->sessions, 2);
    assert_int_equal(shown(&desk)->people, 72);
    desk_close(&desk);
}

static void what_was_left_or_asked_for_anew_meanwhile_comes_to_the_last_wish(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    analyse(&desk, ANALYSE_COUNT, ANALYSIS_FIRST);
    analyse(&desk, ANALYSE_SAVE, REPORT_HTML); // there is nothing yet
    settle(&desk);
    settle(&desk);
    assert_int_equal(shown(&desk)->counted, ANALYSIS_FIRST);
    assert_null(desk.player.analysing.saving);
    analyse(&desk, ANALYSE_COUNT, ANALYSIS_LAST);
    desk_act(&desk, ACTION_BACK, 0);
    settle(&desk);
    analyse(&desk, ANALYSE_DECISION, 1); // of a page that was left
    assert_int_equal(desk.player.analysing.decision, 0);
    settle(&desk);
    do_kept(&desk, KEPT_CHOOSE, 0, S(""));
    analyse(&desk, ANALYSE_BEGIN, 0);
    settle(&desk);
    settle(&desk);
    assert_int_equal(shown(&desk)->sessions, 0);
    assert_int_equal(shown(&desk)->left_out, 1);
    assert_false(player_analysis_can_save(&desk.player));
    desk_close(&desk);
}

static void each_file_is_named_after_case_group_and_days_and_can_be_opened(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    settle(&desk);
    static const char *const ENDINGS[REPORT_FORMAT_COUNT] = {".html", ".xlsx", ".csv", ".json"};
    for (int32_t file = 0; file < REPORT_FORMAT_COUNT; file++) {
        if (!report_can_make((ReportFormat)file)) {
            continue;
        }
        analyse(&desk, ANALYSE_SAVE, file);
        settle(&desk);
        Str path = str_format(&desk.arena, "%s%s", "Palabre – Le dossier vert – 5 séances – 2026-09-14 à 2026-11-23",
                              ENDINGS[file]);
        assert_true(str_equal(path_name(desk.player.analysing.saved->path), path));
        assert_true(desk_load(&desk, desk.player.analysing.saved->path).len > 0);
        analyse(&desk, ANALYSE_OPEN, 0);
        assert_true(str_equal(desk.player.app.opens, desk.player.analysing.saved->path));
        analyse(&desk, ANALYSE_OPEN, 1);
        assert_true(str_equal(desk.player.app.opens, desk.player.app.folders.documents));
    }
    analyse(&desk, ANALYSE_SAVE, REPORT_HTML);
    settle(&desk);
    assert_true(path_ends(desk.player.analysing.saved->path, S(" (2).html")));
    desk_close(&desk);
}

static void two_groups_or_days_stand_side_by_side(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    analyse(&desk, ANALYSE_COMPARE, 1);
    settle(&desk);
    settle(&desk);
    const Analysing *analysing = &desk.player.analysing;
    assert_true(analysing->shown->compares);
    assert_int_equal(analysing->sides.count, 10); // four names, six days
    assert_true(str_equal(analysing->shown->sides[0].label, S("Lundi matin")));
    assert_true(str_equal(analysing->shown->sides[1].label, S("Maison de quartier")));
    assert_int_equal(analysing->shown->compared[0].told.sessions, 2);
    assert_int_equal(analysing->shown->compared[0].told.people, 74);
    assert_int_equal(analysing->shown->compared[1].told.people, 30);
    assert_int_equal(shown(&desk)->sessions, 5);
    analyse(&desk, ANALYSE_SIDE_B, 9);
    settle(&desk);
    assert_true(str_equal(analysing->shown->sides[1].day, S("2026-11-23")));
    assert_int_equal(analysing->shown->compared[1].told.sessions, 0); // three people were there
    assert_int_equal(analysing->shown->compared[1].told.left_out, 1);
    analyse(&desk, ANALYSE_SIDE_B, 10);
    analyse(&desk, ANALYSE_SIDE_A, -1);
    assert_null(analysing->job);
    desk_close(&desk);
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

static const UiFrame *look_at(Ui *ui, const Player *player) {
    UiPreferences preferences = {.text_scale = 100, .words = &player->app.catalog};
    UiInput idle = {.kind = INPUT_IDLE};
    ui_begin(ui, &idle, 1280, 720, preferences);
    (void)screen_view(ui, player);
    return ui_end(ui);
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

static void open_with_two_texts(Desk *desk) {
    open_with_six(desk);
    do_kept(desk, KEPT_IMPORT, 0, S("data/sessions/changed.jsonl"));
    assert_int_equal(desk->player.kept.shown->list.count, 10);
    analyse(desk, ANALYSE_BEGIN, 0);
    settle(desk);
}

static void two_texts_stand_side_by_side_the_older_one_first(void **state) {
    (void)state;
    Desk desk;
    open_with_two_texts(&desk);
    const Analysing *analysing = &desk.player.analysing;
    for (int32_t subject = 0; subject < 2; subject++) {
        analyse(&desk, ANALYSE_SUBJECT, subject);
        analyse(&desk, ANALYSE_COMPARE, ANALYSING_VERSIONS);
        settle(&desk);
        settle(&desk);
        const AnalysingJob *job = analysing->shown;
        assert_non_null(job->of.versions);
        assert_int_equal(job->compared[0].told.sessions, 5); // of the six, one of three people
        assert_int_equal(job->compared[1].told.sessions, 4);
        assert_int_equal(shown(&desk)->sessions, subject == 0 ? 5 : 4);
        assert_true(str_equal(job->told[0].last_day, S("2026-11-23")));
        assert_true(str_equal(job->told[1].first_day, S("2026-11-24")));
        assert_int_equal(job->told[0].version, 2);
        assert_int_equal(job->told[1].version, 1);
        VersionsCount count = versions_count(&job->versions);
        assert_int_equal(count.same, 2);
        assert_int_equal(count.changed, 4);
        assert_int_equal(count.alone, 2);
        analyse(&desk, ANALYSE_OTHER, subject); // no text stands beside itself
        analyse(&desk, ANALYSE_OTHER, 2);
        assert_null(analysing->job);
    }
    analyse(&desk, ANALYSE_COMPARE, ANALYSING_TOGETHER);
    settle(&desk);
    assert_null(analysing->shown->of.versions);
    desk_close(&desk);
}

static void a_case_that_was_never_changed_has_no_other_text(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    settle(&desk);
    assert_int_equal(desk.player.analysing.other, -1);
    analyse(&desk, ANALYSE_COMPARE, ANALYSING_VERSIONS);
    assert_null(desk.player.analysing.job);
    assert_int_equal(desk.player.analysing.look, ANALYSING_TOGETHER);
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

// Each answer that nobody or everybody chose, and each mark that the panel contests, has its row.
static void an_author_sees_which_answer_nobody_chose(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    settle(&desk);
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    AnalysingJob *job = desk.player.analysing.shown;
    job->analysis.decisions.rows[0].contested = true;
    const UiFrame *frame = look_at(ui, &desk.player);
    int32_t told = 0, expected = 1;
    for (int32_t i = 0; i < job->analysis.decisions.count; i++) {
        const AnalysisDecision *decision = &job->analysis.decisions.rows[i];
        expected += decision->flips;
        for (int32_t j = 0; j < decision->options.count; j++) {
            expected += decision->options.rows[j].never || decision->options.rows[j].always;
        }
    }
    for (int32_t i = 0; i < frame->tree.count; i++) {
        Str value = frame->tree.rows[i].value;
        told += str_begins(value, S("Ce qui est à voir\u202F:"));
    }
    assert_true(expected > 1);
    assert_int_equal(told, expected);
    ui_destroy(ui);
    desk_close(&desk);
}

// Two rooms voted, hardly anyone for the second answer, and were closed there.
static void a_vote_that_no_group_answered_after_has_a_page(void **state) {
    (void)state;
    Desk desk;
    SmallCase c;
    read_case(&c, S("scenario"),
              S("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'end', 'options': "
                "[{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}]}}, "
                "{'id': 'end', 'ending': {'title': 'E', 'text': 'T', 'tone': 'good'}}]"));
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    settle(&desk);
    AnalysingJob *job = desk.player.analysing.shown;
    AnalysisWork *work = analysis_begin(&job->arena, c.scenario, ANALYSIS_LAST);
    for (int32_t i = 0; i < 2; i++) {
        KeptRoom room;
        begin_kept(&room, c.scenario, 6);
        keep_vote(&room, "s", 1, "['a', 'b']", "[5, 1]", 0);
        analysis_add(work, resume_kept(&room));
        end_kept(&room);
    }
    AnalysisEnd end = analysis_end(work);
    assert_int_equal(end.own.decisions.rows[0].sessions, 0);
    job->scenario = c.scenario;
    job->analysis = end.own;
    job->out = end.out;
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    const UiFrame *frame = look_at(ui, &desk.player);
    assert_non_null(find_node(frame, ROLE_TEXT,
                              catalog_text(&desk.player.app.catalog, TR("No vote can be shown here: none was "
                                                                        "taken, or all counts "
                                                                        "are hidden."))));
    ui_destroy(ui);
    desk_close(&desk);
    end_case(&c);
}

static void two_texts_of_a_case_are_two_subjects(void **state) {
    (void)state;
    Arena arena = {0};
    const StoreHeader rows[] = {
        {.kind = STORE_GROUP, .case_id = S("a"), .hash = S("1"), .begun = S("2026-01-02"), .present = 7},
        {.kind = STORE_GROUP, .case_id = S("a"), .hash = S("2"), .begun = S("2026-01-05"), .present = 8},
        {.kind = STORE_GROUP, .case_id = S("a"), .hash = S("1"), .begun = S("2026-01-09"), .present = 9},
        {.kind = STORE_GROUP, .case_id = S("b"), .hash = S("3"), .begun = S("2026-02-02"), .present = 5},
        {.kind = STORE_SOLO, .case_id = S("a"), .hash = S("1"), .begun = S("2026-02-03")},
        {.kind = STORE_GROUP, .case_id = S("a"), .hash = S("1"), .begun = S("2026-02-03"), .damaged = true}};
    bool chosen[COUNT(rows)] = {false};
    StoreHeaderList list = {0};
    for (int32_t i = 0; i < COUNT(rows); i++) {
        *rows_append(&arena, &list) = rows[i];
    }
    AnalysingSubjects subjects = analysing_subjects(&arena, &list, chosen);
    assert_int_equal(subjects.count, 3);
    assert_int_equal(subjects.rows[0].sessions.count, 2);
    assert_int_equal(subjects.rows[0].people, 16);
    assert_int_equal(subjects.rows[0].version, 2); // the older text
    assert_true(str_equal(subjects.rows[0].last_day, S("2026-01-09")));
    assert_int_equal(subjects.rows[1].version, 0); // a case that has one
    assert_int_equal(subjects.rows[2].version, 1); // … though the older one was played once more after it
    chosen[3] = chosen[4] = true;
    subjects = analysing_subjects(&arena, &list, chosen);
    assert_int_equal(subjects.count, 1);
    assert_true(str_equal(subjects.rows[0].sessions.rows[0].case_id, S("b")));
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_sessions_of_a_case_are_analysed_and_the_last_answers_count),
        cmocka_unit_test(those_that_are_ticked_are_analysed_alone),
        cmocka_unit_test(what_was_left_or_asked_for_anew_meanwhile_comes_to_the_last_wish),
        cmocka_unit_test(each_file_is_named_after_case_group_and_days_and_can_be_opened),
        cmocka_unit_test(two_groups_or_days_stand_side_by_side),
        cmocka_unit_test(every_figure_of_the_page_has_its_row_in_the_files),
        cmocka_unit_test(two_texts_stand_side_by_side_the_older_one_first),
        cmocka_unit_test(a_case_that_was_never_changed_has_no_other_text),
        cmocka_unit_test(every_figure_of_two_texts_has_its_row_in_the_files),
        cmocka_unit_test(an_author_sees_which_answer_nobody_chose),
        cmocka_unit_test(a_vote_that_no_group_answered_after_has_a_page),
        cmocka_unit_test(two_texts_of_a_case_are_two_subjects)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
