#include "base/lanes.h"
#include "check/check_case.h"

#define TEN "one two three four five six seven eight nine ten "
#define SAYS(text) "{'id':'a','with':'p','lines':[" text "],'next':'end'},"
#define CASE_OF_P(scenes) CASE("'characters':[{'id':'p','name':'P'}],", scenes END)

static void a_spoken_line_has_28_words_at_most(void **state) {
    (void)state;
    FINDS_NONE(CASE_OF_P(SAYS("{'by':'p','text':'" TEN TEN "one two three four five six seven eight'}")),
               FINDING_HARD_TO_READ);
    FINDS(CASE_OF_P(SAYS("{'by':'p','text':'" TEN TEN "one two three four five six seven eight nine'}")),
          FINDING_HARD_TO_READ, "/scenes/0/lines/0/text ");
    FINDS_NONE(CASE_OF_P(SAYS("{'text':'" TEN TEN TEN TEN "'}")), FINDING_HARD_TO_READ);
}

#define WHY(why) \
    CASE("", CHOICE("a", "'next':'end','why':" why ",", OPTION("x", "") "," OPTION("y", "'scores':{'eco':1},")) "," END)

static void feedback_has_three_sentences_at_most(void **state) {
    (void)state;
    FINDS_NONE(WHY("'One. Two! Three?'"), FINDING_HARD_TO_READ);
    FINDS(WHY("'One. Two! Three? Four'"), FINDING_HARD_TO_READ, "/scenes/0/ask/why ");
    FINDS(WHY("'One… Two… Three… Four…'"), FINDING_HARD_TO_READ, "/scenes/0/ask/why ");
    FINDS_NONE(WHY("'M. Martin le dit. Mme Jarry aussi, etc. et M. Petit. Cela compte.'"), FINDING_HARD_TO_READ);
    FINDS(WHY("{'gives':'One. Two.','costs':'Three.','instead':'Four.'}"), FINDING_HARD_TO_READ, "/scenes/0/ask/why ");
    FINDS_NONE(WHY("{'gives':'One.','costs':'Two.','instead':'Three.'}"), FINDING_HARD_TO_READ);
}

#define SOURCE(date) CASE("'sources':[{'id':'s','title':'S','review_by':'" date "'}],", PLAIN("a", "end") "," END)

static void a_source_is_past_its_review_the_day_after(void **state) {
    (void)state;
    FINDS(SOURCE("2026-11-22"), FINDING_PAST_REVIEW, "/sources/0/review_by ");
    FINDS_NONE(SOURCE("2026-11-23"), FINDING_PAST_REVIEW);
    FINDS_NONE(SOURCE("2028-02-29"), FINDING_PAST_REVIEW);
    FINDS(SOURCE("2024-02-29"), FINDING_PAST_REVIEW, "/sources/0/review_by ");
}

static void real_data_is_seen_in_every_text(void **state) {
    (void)state;
    FINDS(CASE("'intro':'a@b.fr','objectives':['T','c@d.fr'],'characters':[{'id':'p','name':'P','about':'e@f.fr'}],",
               "{'id':'a','title':'g@h.fr','trainer':{'prompts':['i@j.fr']},'next':'b'},"
               "{'id':'b','ask':{'kind':'write','next':'end','why':'k@l.fr','model':'m@n.fr'}},"
               "{'id':'end','ending':{'title':'T','text':'T','portraits':[{'of':'p','arrival':'o@p.fr',"
               "'departure':[{'if':'visits(a) > 1','text':'q@r.fr'},{'text':'s@t.fr'}]}]}}"),
          FINDING_LOOKS_PERSONAL,
          "/intro /objectives/1 /characters/0/about /scenes/0/title /scenes/0/trainer/prompts/0 /scenes/1/ask/why "
          "/scenes/1/ask/model /scenes/2/ending/portraits/0/arrival /scenes/2/ending/portraits/0/departure/0/text "
          "/scenes/2/ending/portraits/0/departure/1/text ");
}

static void what_is_given_openly_may_be_real(void **state) {
    (void)state;
    FINDS_NONE(CASE("'authors':['a@b.fr'],'readers':['a@b.fr'],'resources':['02 41 12 34 56'],"
                    "'sources':[{'id':'s','title':'S','where':'a@b.fr'}],"
                    "'detectors':[{'id':'d','name':'D','match':['@'],'examples':{'yes':['a@b.fr']}}],",
                    PLAIN("a", "end") "," END),
               FINDING_LOOKS_PERSONAL);
}

static void all_faults_of_a_text_are_told(void **state) {
    (void)state;
    assert_int_equal(count_of(FRENCH("{'id':'a','title':'a! b! c! d! e!','next':'end'}," END), FINDING_TYPOGRAPHY), 5);
    assert_int_equal(
        count_of(CASE("'intro':'a@b.fr a@b.fr a@b.fr a@b.fr',", PLAIN("a", "end") "," END), FINDING_LOOKS_PERSONAL), 4);
}

#define TITLE(title) FRENCH("{'id':'a','title':'" title "','lines':[{'text':'L'}],'next':'end'}," END)

// Wherever among the sixteen bytes that are looked at in one go.
static void expect_amid_text(const char *title, FindingCode code) {
    Arena arena = {0};
    for (int32_t before = 0; before <= LANES_COUNT; before++) {
        Str json = str_format(&arena, TITLE("%.*s %s dans la suite du texte"), before, "abcdabcdabcdabcd", title);
        assert_int_equal(count_of(str_to_c(&arena, json), code), 1);
    }
    arena_finish(&arena);
}

// Texts are passed over quickly: whatever makes one worth a close look stands here alone.
static void a_fault_that_stands_alone_in_a_text_is_found(void **state) {
    (void)state;
#define ALONE(title, code) (FINDS(TITLE(title), code, "/scenes/0/title "), expect_amid_text(title, code))
    ALONE("a;", FINDING_TYPOGRAPHY);
    ALONE("a:", FINDING_TYPOGRAPHY);
    ALONE("a!", FINDING_TYPOGRAPHY);
    ALONE("a?", FINDING_TYPOGRAPHY);
    ALONE("d\\u0027or", FINDING_TYPOGRAPHY);
    ALONE("sans fin...", FINDING_TYPOGRAPHY);
    ALONE("coeur", FINDING_TYPOGRAPHY);
    ALONE("COEUR", FINDING_TYPOGRAPHY);
    ALONE("« a", FINDING_TYPOGRAPHY);
    ALONE("a »", FINDING_TYPOGRAPHY);
    ALONE("5 €", FINDING_TYPOGRAPHY);
    ALONE("\u2E80", FINDING_NOT_DRAWN); // begins as dashes and quotes do
    ALONE("您", FINDING_NOT_DRAWN);
    ALONE("א", FINDING_NOT_DRAWN);
    FINDS_NONE(TITLE("ÀÿŒœ – — ‘a’ “b” … ‰"), FINDING_NOT_DRAWN);
    ALONE("<b>", FINDING_HTML_IN_TEXT);
    ALONE("&amp;", FINDING_HTML_IN_TEXT);
    ALONE("a@b.fr", FINDING_LOOKS_PERSONAL);
    ALONE("[à remplir]", FINDING_TO_COMPLETE);
}

static void typography_is_for_french_prose_alone(void **state) {
    (void)state;
    FINDS_NONE(CASE("'intro':'No!',", PLAIN("a", "end") "," END), FINDING_TYPOGRAPHY);
    FINDS_NONE(CASE_HEAD("scenario", "fr") "'license':'L!','detectors':[{'id':'d','name':'D','match':['a!'],"
                                           "'examples':{'no':['a !']}}],'scenes':[" PLAIN("a", "end") "," END "]}",
               FINDING_TYPOGRAPHY);
}

// Escapes count as they are written, é as one column.
static void a_fault_has_the_line_and_column_of_its_byte(void **state) {
    (void)state;
    CheckCase one;
    check_case_open(
        &one,
        CASE_HEAD("scenario",
                  "fr-CA") "'scenes':[\n {'id':'a',\n  'title':'\\u00e9t\xC3\xA9\\n ah !','next':'end'}," END "]}");
    assert_int_equal(one.findings.count, 3);
    assert_int_equal(one.findings.rows[2].code, FINDING_TYPOGRAPHY);
    assert_int_equal(one.findings.rows[2].line, 3);
    assert_int_equal(one.findings.rows[2].column, 25);
    check_case_close(&one);
}

#define LONG TEN TEN TEN TEN // two lines of the page

static void the_page_holds_a_fair_decision_and_no_more(void **state) {
    (void)state;
#define FOUR(text)                                                                                                   \
    "{'id':'x','text':'" text "'},{'id':'y','text':'" text "'},{'id':'z','text':'" text "'},{'id':'t','text':'" text \
    "'}"
    FINDS_NONE(
        CASE("", "{'id':'a','ask':{'kind':'choice','prompt':'P','next':'end','options':[" FOUR(TEN TEN) "]}}," END),
        FINDING_OVERFLOW);
    FINDS(CASE("", "{'id':'a','ask':{'kind':'choice','prompt':'P','next':'end','options':[" FOUR(LONG LONG) "]}}," END),
          FINDING_OVERFLOW, "/scenes/0/ask ");
    FINDS(CASE("", "{'id':'a','ask':{'kind':'rank','next':'end','items':[" FOUR(LONG LONG) "]}}," END),
          FINDING_OVERFLOW, "/scenes/0/ask ");
    // A rate has one item on the page at a time.
    FINDS_NONE(CASE("", "{'id':'a','ask':{'kind':'rate','scale':{'labels':['0','1','2']},'next':'end','items':[" FOUR(
                            LONG LONG) "]}}," END),
               FINDING_OVERFLOW);
}

static void the_latest_line_is_on_the_page_with_the_decision(void **state) {
    (void)state;
#define LINES(lines) \
    CASE("", "{'id':'a','lines':[" lines "],'ask':{'kind':'choice','next':'end','options':[" FOUR(LONG) "]}}," END)
#define TALL "{'text':'" LONG LONG LONG "'"
    FINDS(LINES("{'text':'L'}," TALL "}"), FINDING_OVERFLOW, "/scenes/0/ask ");
    FINDS_NONE(LINES(TALL "},{'text':'L'}"), FINDING_OVERFLOW);
    FINDS(LINES(TALL "},{'text':'L','if':'visits(a) > 1'}"), FINDING_OVERFLOW, "/scenes/0/ask ");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_spoken_line_has_28_words_at_most),
        cmocka_unit_test(feedback_has_three_sentences_at_most),
        cmocka_unit_test(a_source_is_past_its_review_the_day_after),
        cmocka_unit_test(real_data_is_seen_in_every_text),
        cmocka_unit_test(what_is_given_openly_may_be_real),
        cmocka_unit_test(all_faults_of_a_text_are_told),
        cmocka_unit_test(a_fault_that_stands_alone_in_a_text_is_found),
        cmocka_unit_test(typography_is_for_french_prose_alone),
        cmocka_unit_test(a_fault_has_the_line_and_column_of_its_byte),
        cmocka_unit_test(the_page_holds_a_fair_decision_and_no_more),
        cmocka_unit_test(the_latest_line_is_on_the_page_with_the_decision),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
