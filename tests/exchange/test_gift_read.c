// What Moodle takes is taken, and what it would get wrong is told with its place.
#include "exchange/exchange_desk.h"

#include "exchange/extra.h"

static void a_right_answer_behind_an_empty_wrong_one_is_read(void **state) {
    (void)state;
    Read *read = desk_read("La CAF ?{~=oui ~non ~=peut-être}");
    assert_int_equal(desk_ask(read, 1)->kind, ASK_CHOICE);
    assert_int_equal(desk_ask(read, 1)->options.count, 3);
    desk_assert_str(desk_option(read, 1, 0)->text, "oui");
    assert_int_equal(desk_option(read, 1, 0)->stance, STANCE_RECOMMENDED);
    assert_int_equal(desk_option(read, 1, 1)->stance, STANCE_RISKY);
    desk_end_read(read);
}

static void true_and_false_are_capitals_alone(void **state) {
    (void)state;
    Read *read = desk_read("a{T}\n\nb{FALSE#Non.#Si.}\n\nc{true}\n\nd{VRAI}");
    desk_assert_str(desk_option(read, 1, 0)->text, "Vrai");
    assert_int_equal(desk_option(read, 1, 0)->stance, STANCE_RECOMMENDED);
    assert_int_equal(desk_option(read, 2, 1)->stance, STANCE_RECOMMENDED);
    desk_assert_str(read->scenario->whys.rows[desk_option(read, 2, 1)->gives.why].text, "Si.");
    assert_int_equal(desk_ask(read, 3)->kind, ASK_WRITE);
    assert_int_equal(desk_ask(read, 4)->kind, ASK_WRITE);
    assert_true(desk_tells(&read->exchange.report, REASON_BARE_TRUTH, 5) &&
                desk_tells(&read->exchange.report, REASON_BARE_TRUTH, 7));
    desk_end_read(read);
}

static void a_decimal_comma_is_an_error_with_its_line(void **state) {
    (void)state;
    Read *read = desk_read("Bon {T}\n\nCombien ?\n{#1,5}\n\nLequel ?{\n~%66,66667%a\n~%33.33333%b\n}");
    assert_true(desk_tells(&read->exchange.report, REASON_DECIMAL_COMMA, 4) &&
                desk_tells(&read->exchange.report, REASON_WEIGHT_COMMA, 7));
    assert_int_equal(read->exchange.report.error_count, 2);
    assert_int_equal(read->scenario->scenes.rows[2].ask, 0);
    Str text = read->scenario->lines.rows[read->scenario->scenes.rows[2].lines.first].text;
    desk_assert_str(text, "Combien ?\n{#1,5}");
    desk_end_read(read);
}

static void zero_is_a_number_and_is_written_so_that_moodle_takes_it(void **state) {
    (void)state;
    Read *read = desk_read("Combien ?{#0}");
    LossReport report;
    Str gift = desk_export(&read->desk, read->exchange.bytes, EXCHANGE_GIFT, &report);
    desk_assert_str(gift, "Combien ? {#\n\t=0\n}\n\n");
    desk_end_read(read);
}

static void a_third_is_written_with_five_decimals(void **state) {
    (void)state;
    Read *read = desk_read("a{~%33.33%x ~%33.3%y ~%33.333%z ~%-100%w}\n\nb{~%37%x ~%63%y}");
    LossReport report;
    Str gift = desk_export(&read->desk, read->exchange.bytes, EXCHANGE_GIFT, &report);
    assert_true(str_find(gift, S("~%33.33333%x\n\t~%33.33333%y\n\t~%33.33333%z\n\t~%-100%w")) > 0);
    assert_true(desk_tells(&read->exchange.report, REASON_WEIGHT_UNKNOWN, 3));
    desk_end_read(read);
}

static void weights_are_written_as_short_as_they_are_exact(void **state) {
    (void)state;
    static const struct {
        int32_t weight;
        const char *text;
    } WEIGHTS[] = {{0, "0"},          {WEIGHT_WHOLE, "100"},   {5000000, "50"},  {-3333333, "-33.33333"},
                   {1250000, "12.5"}, {-1428571, "-14.28571"}, {500000, "5"},    {10000, "0.1"},
                   {1, "0.00001"},    {-100100, "-1.001"},     {-9000000, "-90"}};
    Arena arena = {0};
    for (int32_t i = 0; i < COUNT(WEIGHTS); i++) {
        Str text = bank_format_weight(&arena, WEIGHTS[i].weight);
        desk_assert_str(text, WEIGHTS[i].text);
    }
    arena_finish(&arena);
}

// At every distance, for sixteen bytes are looked at in one go.
static void answers_are_parted_by_signs_wherever_they_stand(void **state) {
    (void)state;
    static const char *FILLING = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnop";
    for (int32_t len = 1; len < 36; len++) {
        Arena arena = {0};
        Str word = {FILLING, len};
        Str text = str_format(&arena, "Q {=%.*s\\~%.*s#%.*s\\=%.*s~%.*s#b}", S_ARG(word), S_ARG(word), S_ARG(word),
                              S_ARG(word), S_ARG(word));
        Read *read = desk_read(str_to_c(&arena, text));
        assert_int_equal(desk_ask(read, 1)->options.count, 2);
        Str right = str_format(&arena, "%.*s~%.*s", S_ARG(word), S_ARG(word));
        Str why = str_format(&arena, "%.*s=%.*s", S_ARG(word), S_ARG(word));
        desk_assert_str(desk_option(read, 1, 0)->text, str_to_c(&arena, right));
        desk_assert_str(read->scenario->whys.rows[desk_option(read, 1, 0)->gives.why].text, str_to_c(&arena, why));
        desk_assert_str(desk_option(read, 1, 1)->text, str_to_c(&arena, word));
        desk_end_read(read);
        arena_finish(&arena);
    }
}

static void comments_go_also_within_braces_and_slashes_in_a_line_stay(void **state) {
    (void)state;
    Read *read = desk_read("// de l'an dernier\nVoir http\\://a.fr // non{\n=oui\n// ~rien\n~non\n}");
    desk_assert_str(desk_ask(read, 1)->prompt, "Voir http://a.fr // non");
    assert_int_equal(desk_ask(read, 1)->options.count, 2);
    const Scene *scene = &read->scenario->scenes.rows[1];
    desk_assert_str(read->scenario->trainer_notes.rows[scene->trainer].notes, "de l'an dernier\n~rien");
    desk_end_read(read);
}

static void lines_are_kept_whatever_ends_them(void **state) {
    (void)state;
    Read *read = desk_read("\xEF\xBB\xBF::n::un\r\ndeux\\ntrois{T}\r\n\r\nb\rc{F}\r\r\xC2\xA0\nd{T}");
    desk_assert_str(desk_ask(read, 1)->prompt, "un\ndeux\ntrois");
    desk_assert_str(read->scenario->scenes.rows[1].title, "n");
    desk_assert_str(desk_ask(read, 2)->prompt, "b\nc");
    desk_assert_str(desk_ask(read, 3)->prompt, "\xC2\xA0\nd"); // a line of U+00A0 is no blank line
    desk_end_read(read);
}

static void two_questions_without_a_blank_line_are_one_and_told(void **state) {
    (void)state;
    Read *read = desk_read("::a::x{T}\n::b::y{F}\n\nun {=a} et {=b}");
    assert_int_equal(read->scenario->scene_rows.count, 3); // two and the end
    assert_true(desk_tells(&read->exchange.report, REASON_NO_BLANK_LINE, 2) &&
                desk_tells(&read->exchange.report, REASON_MORE_BRACES, 4));
    desk_end_read(read);
}

static void what_stands_after_the_answers_leaves_a_gap(void **state) {
    (void)state;
    Read *read = desk_read("Le {=chat ~chien} dort.\n\nLe chat{=dort ~court}");
    desk_assert_str(desk_ask(read, 1)->prompt, "Le _____ dort.");
    desk_assert_str(desk_ask(read, 2)->prompt, "Le chat");
    desk_end_read(read);
}

static void gaps_of_cloze_become_a_question_each(void **state) {
    (void)state;
    Read *read = desk_read("::C::Le {1:MC:~chien~=chat#oui} boit {:SA:=du lait~%50%de l'eau} à {2:NM:=3:0.5} h.");
    assert_int_equal(read->scenario->scene_rows.count, 4);
    desk_assert_str(read->scenario->scenes.rows[2].title, "C (2)");
    desk_assert_str(desk_ask(read, 1)->prompt, "Le (1) _____ boit (2) _____ à (3) _____ h.");
    assert_int_equal(desk_option(read, 1, 1)->stance, STANCE_RECOMMENDED);
    assert_int_equal(desk_ask(read, 3)->kind, ASK_WRITE);
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_CLOZE].found, 1);
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_CLOZE].became[BECAME_DEGRADED], 1);
    desk_end_read(read);
}

static void matching_has_places_and_what_is_one_too_many(void **state) {
    (void)state;
    Read *read = desk_read("Qui ?{=APL -> CAF =carte Vitale -> CPAM =ALF->CAF = -> MSA}");
    const Ask *ask = desk_ask(read, 1);
    assert_int_equal(ask->kind, ASK_CLASSIFY);
    assert_int_equal(ask->items.count, 3);
    assert_int_equal(ask->bins.count, 3);
    assert_int_equal(read->scenario->items.rows[ask->items.first + 2].bin.id, ask->bins.first);
    desk_end_read(read);
}

static void more_than_five_places_are_several_sortings(void **state) {
    (void)state;
    Read *read = desk_read("::m::Qui ?{=a->1 =b->2 =c->3 =d->4 =e->5 =f->6 =g->7}");
    assert_int_equal(read->scenario->scene_rows.count, 3);
    assert_int_equal(desk_ask(read, 1)->bins.count, 4);
    assert_int_equal(desk_ask(read, 2)->bins.count, 3);
    assert_true(desk_tells(&read->exchange.report, REASON_MATCH_SPLIT, 1));
    desk_end_read(read);
}

static void many_answers_find_a_form_or_stay_in_the_text(void **state) {
    (void)state;
    Read *read = desk_read("a{=1 ~2 ~3 ~4 ~5 ~6 ~7}\n\nb{~%50%1 ~%50%2 ~3 ~4 ~5 ~6 ~7 ~8 ~9}\n\n"
                           "c{=1 ~2 ~3 ~4 ~5 ~6 ~7 ~8 ~9}");
    assert_int_equal(desk_ask(read, 1)->kind, ASK_MULTIPLE);
    assert_int_equal(desk_ask(read, 1)->max, 1);
    assert_int_equal(desk_ask(read, 2)->kind, ASK_CLASSIFY);
    assert_int_equal(read->scenario->scenes.rows[3].ask, 0);
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_MULTICHOICE].became[BECAME_KEPT], 1);
    desk_end_read(read);
}

static void html_is_read_once_and_its_losses_are_counted(void **state) {
    (void)state;
    Read *read = desk_read("[html]<p>Un <b>mot</b> &amp;lt; l&rsquo;autre</p>\n<ul><li>a</li><li><a "
                           "href\\=\"http\\://b.fr\">b</a></li></ul><img src\\=\"x.png\">{T}");
    desk_assert_str(read->scenario->lines.rows[read->scenario->scenes.rows[1].lines.first].text,
                    "Un *mot* &lt; l’autre");
    desk_assert_str(desk_ask(read, 1)->prompt, "– a\n– b (http://b.fr)");
    const LossCount *count = &read->exchange.report.counts[CONSTRUCT_MARKUP];
    assert_int_equal(count->found, 7);
    assert_int_equal(count->became[BECAME_DEGRADED], 3);
    assert_int_equal(count->became[BECAME_DROPPED], 1);
    desk_end_read(read);
}

static void categories_tags_and_ids_are_kept(void **state) {
    (void)state;
    Read *read = desk_read("$CATEGORY: $course$/Droits\n\n// [id:q-12] [tag:caf] [tag:apl\\]s]\nx{T}");
    const Scene *scene = &read->scenario->scenes.rows[1];
    desk_assert_str(scenario_name(read->scenario, scene->id), "q-12");
    desk_assert_str(extra_find(read->scenario, scene->place, S("x-category")), "\"$course$/Droits\"");
    desk_assert_str(extra_find(read->scenario, scene->place, S("x-tags")), "[\"caf\", \"apl]s\"]");
    desk_end_read(read);
}

static void old_encodings_are_read_and_told(void **state) {
    (void)state;
    Read *read = desk_read("L'\xE9t\xE9 \x9Cuvre{T}");
    desk_assert_str(desk_ask(read, 1)->prompt, "L'été œuvre");
    assert_true(desk_tells(&read->exchange.report, REASON_NOT_UTF8, 0));
    desk_end_read(read);
}

static void one_brace_alone_is_an_error_and_the_rest_comes_in(void **state) {
    (void)state;
    Read *read = desk_read("a{=b\n\nc\n}\n\nd{T}");
    assert_true(desk_tells(&read->exchange.report, REASON_ONE_BRACE, 1) &&
                desk_tells(&read->exchange.report, REASON_ONE_BRACE, 4));
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_TRUE_FALSE].became[BECAME_CONVERTED], 1);
    desk_end_read(read);
}

static void a_question_of_a_megabyte_is_cut_and_told(void **state) {
    (void)state;
    enum { SIZE = 3 * 1024 * 1024 };
    char *text = malloc(SIZE + 1); // NOLINT(cppcoreguidelines-no-malloc)
    assert_non_null(text);
    (void)snprintf(text, SIZE + 1, "a{T}\n\n%*d{T}", SIZE - 9, 0);
    for (int32_t i = 6; i < SIZE - 3; i++) {
        text[i] = i % 2 == 0 ? '~' : 'a';
    }
    Read *read = desk_read(text);
    assert_true(desk_tells(&read->exchange.report, REASON_HUGE, 3));
    assert_int_equal(read->scenario->scene_rows.count, 3);
    desk_end_read(read);
    free(text); // NOLINT(cppcoreguidelines-no-malloc)
}

static void more_paragraphs_than_a_scene_has_lines_are_told_with_their_place(void **state) {
    (void)state;
    enum { EACH = LIMIT_TEXT_CHARS - 10 };
    Arena arena = {0};
    StrBuilder text = {.arena = &arena};
    str_add(&text, S("Bon {T}\n\n"));
    for (int32_t i = 0; i < LIMIT_TEXTS + 2; i++) {
        str_addf(&text, "%0*d\\n\\n", EACH, i);
    }
    str_add(&text, S("{T}"));
    Read *read = desk_read(str_to_c(&arena, str_built(&text)));
    assert_true(desk_tells(&read->exchange.report, REASON_TOO_LONG, 3));
    assert_int_equal(read->scenario->scenes.rows[2].lines.count, LIMIT_TEXTS - 2);
    desk_end_read(read);
    arena_finish(&arena);
}

static void an_open_question_without_words_is_one_all_the_same(void **state) {
    (void)state;
    Read *read = desk_read("{}\n\n[id:x]\n\n// [id:y]\n\xC2\xA0");
    assert_int_equal(desk_ask(read, 1)->kind, ASK_WRITE);
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_ID].became[BECAME_DROPPED], 1);
    desk_end_read(read);
}

// A part of a bank is in memory at a time: what one part says of the next, and what is told of it, outlasts it.
static void a_bank_of_many_questions_comes_in_as_a_small_one_does(void **state) {
    (void)state;
    enum { COUNT_ASKED = 1500 };
    Read *read = desk_begin_read();
    StrBuilder text = {.arena = &read->desk.arena};
    str_add(&text, S("$CATEGORY: $course$/Droits \\= devoirs\n\n"));
    for (int32_t i = 1; i <= COUNT_ASKED; i++) {
        str_addf(&text, "// note %d [id:no-%d]\n\n::Nom \\: %d::Texte \\= %d{=oui %d ~=n\\~on %d#car ~}\n\n", i, i, i,
                 i, i, i);
    }
    str_add(&text, S("$CATEGORY: vide\n\n// fin"));
    desk_take(read, str_built(&text));
    const Scenario *scenario = read->scenario;
    assert_int_equal(scenario->scenes.count - 1, COUNT_ASKED + 1);
    for (int32_t i = 1; i <= COUNT_ASKED; i++) {
        const Scene *scene = &scenario->scenes.rows[i];
        Arena *arena = &read->desk.scratch;
        desk_assert_str(scene->title, str_to_c(arena, str_format(arena, "Nom : %d", i)));
        desk_assert_str(desk_option(read, i, 0)->text, str_to_c(arena, str_format(arena, "oui %d", i)));
        desk_assert_str(desk_option(read, i, 1)->text, str_to_c(arena, str_format(arena, "n~on %d", i)));
        desk_assert_str(extra_find(scenario, scene->place, S("x-category")), "\"$course$/Droits = devoirs\"");
        const char *end = i == COUNT_ASKED ? "\nfin" : "";
        desk_assert_str(scenario->trainer_notes.rows[scene->trainer].notes,
                        str_to_c(arena, str_format(arena, "note %d%s", i, end)));
    }
    desk_assert_settled(&read->exchange.report);
    desk_end_read(read);
}

static void what_is_no_bank_is_refused(void **state) {
    (void)state;
    assert_int_equal(desk_fault(S("")), EXCHANGE_EMPTY);
    assert_int_equal(desk_fault(S(" \r\n ")), EXCHANGE_EMPTY);
    assert_int_equal(desk_fault(S("Bonjour,\n\nune lettre.\n")), EXCHANGE_NO_KIND);
    assert_int_equal(desk_fault(S("\x89PNG\r\n\x1A\n\0\0")), EXCHANGE_NO_TEXT);
    assert_int_equal(desk_fault(S("\xFF\xFEq\0{\0T\0}\0")), EXCHANGE_NO_TEXT);
    assert_int_equal(desk_fault(S("{\"format\": 1}")), EXCHANGE_IS_A_CASE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_right_answer_behind_an_empty_wrong_one_is_read),
        cmocka_unit_test(true_and_false_are_capitals_alone),
        cmocka_unit_test(a_decimal_comma_is_an_error_with_its_line),
        cmocka_unit_test(zero_is_a_number_and_is_written_so_that_moodle_takes_it),
        cmocka_unit_test(a_third_is_written_with_five_decimals),
        cmocka_unit_test(weights_are_written_as_short_as_they_are_exact),
        cmocka_unit_test(answers_are_parted_by_signs_wherever_they_stand),
        cmocka_unit_test(comments_go_also_within_braces_and_slashes_in_a_line_stay),
        cmocka_unit_test(lines_are_kept_whatever_ends_them),
        cmocka_unit_test(two_questions_without_a_blank_line_are_one_and_told),
        cmocka_unit_test(what_stands_after_the_answers_leaves_a_gap),
        cmocka_unit_test(gaps_of_cloze_become_a_question_each),
        cmocka_unit_test(matching_has_places_and_what_is_one_too_many),
        cmocka_unit_test(more_than_five_places_are_several_sortings),
        cmocka_unit_test(many_answers_find_a_form_or_stay_in_the_text),
        cmocka_unit_test(html_is_read_once_and_its_losses_are_counted),
        cmocka_unit_test(categories_tags_and_ids_are_kept),
        cmocka_unit_test(old_encodings_are_read_and_told),
        cmocka_unit_test(one_brace_alone_is_an_error_and_the_rest_comes_in),
        cmocka_unit_test(a_question_of_a_megabyte_is_cut_and_told),
        cmocka_unit_test(more_paragraphs_than_a_scene_has_lines_are_told_with_their_place),
        cmocka_unit_test(an_open_question_without_words_is_one_all_the_same),
        cmocka_unit_test(a_bank_of_many_questions_comes_in_as_a_small_one_does),
        cmocka_unit_test(what_is_no_bank_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
