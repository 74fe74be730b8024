// What the check is sure of is mended in one step, and what asks for a decision is not.
#include "editor_desk.h"

#include "base/date.h"
#include "check/case_check.h"
#include "editor/mend.h"

#define NN "\u202F"

static const Findings *check(Writing *writing) {
    DocumentReading *reading = &writing->document.reading;
    case_check(reading->scenario, reading->bytes, date_days(S("2026-11-30")), &writing->desk->scratch,
               &reading->findings);
    return &reading->findings;
}

static int32_t count_of(const Findings *findings, FindingCode code) {
    int32_t count = 0;
    for (int32_t i = 0; i < findings->count; i++) {
        count += findings->rows[i].code == code;
    }
    return count;
}

static OperationResult apply(Writing *writing, const Operations *mend) {
    return document_edit(&writing->document, &writing->desk->scratch, mend->rows, mend->count, &(Moment){0});
}

// The first finding of a kind, mended; false where nobody is sure how.
static bool mend_first(Writing *writing, FindingCode code) {
    const DocumentReading *reading = &writing->document.reading;
    const Findings *findings = check(writing);
    Operations mend = {0};
    bool sure = false;
    for (int32_t i = 0; i < findings->count; i++) {
        if (findings->rows[i].code == code) {
            sure = mend_find(&writing->desk->arena, reading->scenario, reading->bytes, &findings->rows[i], &mend);
            break;
        }
    }
    assert_int_equal(sure, mend.count > 0);
    if (sure) {
        assert_int_equal(apply(writing, &mend), OPERATION_DONE);
    }
    return sure;
}

#define TITLE "/scenes/0/title"

static void write_title(Writing *writing, const char *text) {
    open_file(writing, S(S01));
    Str json = operation_text(&writing->desk->arena, S(TITLE), str_from_c(text)).json;
    assert_int_equal(set_json(writing, TITLE, str_to_c(&writing->desk->arena, json)), OPERATION_DONE);
}

static void assert_title(Writing *writing, const char *text) {
    assert_str(value_at(writing, TITLE), operation_text(&writing->desk->arena, S(TITLE), str_from_c(text)).json);
}

static void becomes(Writing *writing, FindingCode code, const char *text, const char *expected) {
    write_title(writing, text);
    assert_true(mend_first(writing, code));
    assert_title(writing, expected);
    document_undo(&writing->document, &writing->desk->scratch);
    assert_title(writing, text);
}

static void stays(Writing *writing, FindingCode code, const char *text) {
    write_title(writing, text);
    assert_int_equal(count_of(check(writing), code), 1);
    assert_false(mend_first(writing, code));
}

static void each_fault_of_typography_is_mended_alone(void **state) {
    Writing *writing = *state;
    becomes(writing, FINDING_TYPOGRAPHY, "Quoi? Là!", "Quoi" NN "? Là!");
    becomes(writing, FINDING_TYPOGRAPHY, "l'ami", "l’ami");
    becomes(writing, FINDING_TYPOGRAPHY, "\"Oui\"", "«" NN "Oui\"");
    stays(writing, FINDING_TYPOGRAPHY, "un écran de 15\"");
}

static void html_becomes_what_a_text_can_say(void **state) {
    Writing *writing = *state;
    becomes(writing, FINDING_HTML_IN_TEXT, "a &eacute; b &amp; c", "a é b &amp; c");
    becomes(writing, FINDING_HTML_IN_TEXT, "un <b>mot</b> et <span class=\"x\">un</span> autre",
            "un *mot* et un autre");
    stays(writing, FINDING_HTML_IN_TEXT, "une <img src=\"x.png\"> image");
    stays(writing, FINDING_HTML_IN_TEXT, "un &inconnu; signe");
}

static void letters_of_another_look_become_plain(void **state) {
    Writing *writing = *state;
    becomes(writing, FINDING_NOT_DRAWN, "un mot 𝗲𝗻 𝗴𝗿𝗮𝘀 ici", "un mot en gras ici");
    stays(writing, FINDING_NOT_DRAWN, "il lit 您好 ici");
}

static void texts_are_mended_wherever_they_stand(void **state) {
    static const char *const PLACES[] = {
        "/objectives/0",          "/scenes/1/ask/prompt",   "/scenes/1/ask/options/0/why",
        "/scenes/18/ending/text", "/debrief/points/0/text", "/characters/0/about"};
    Writing *writing = *state;
    for (int32_t i = 0; i < COUNT(PLACES); i++) {
        open_file(writing, S(S01));
        assert_int_equal(set_json(writing, PLACES[i], "\"l'ami\""), OPERATION_DONE);
        if (!mend_first(writing, FINDING_TYPOGRAPHY)) {
            fail_msg("%s stays", PLACES[i]);
        }
        assert_str(value_at(writing, PLACES[i]), S("\"l’ami\""));
    }
}

static void a_mark_of_nothing_and_a_misspelt_key_are_mended(void **state) {
    Writing *writing = *state;
    open_file(writing, S(S01));
    Str before = str_copy(&writing->desk->arena, writing->document.reading.bytes);
    assert_int_equal(set_json(writing, "/scenes/3/ask/options/0/scores/eco", "0"), OPERATION_DONE);
    assert_true(mend_first(writing, FINDING_BAD_VALUE));
    assert_int_equal(count_of(check(writing), FINDING_BAD_VALUE), 0);
    open_file(writing, S(S01));
    Str title = str_copy(&writing->desk->arena, value_at(writing, TITLE));
    assert_int_equal(take_out(writing, TITLE), OPERATION_DONE);
    assert_int_equal(set_json(writing, "/scenes/0/titel", str_to_c(&writing->desk->arena, title)), OPERATION_DONE);
    assert_true(mend_first(writing, FINDING_UNKNOWN_KEY));
    assert_str(writing->document.reading.bytes, before);
    assert_int_equal(set_json(writing, "/scenes/0/titel", "\"Deux\""), OPERATION_DONE); // the place is taken
    assert_false(mend_first(writing, FINDING_UNKNOWN_KEY));
}

static void all_that_is_sure_is_one_step(void **state) {
    Writing *writing = *state;
    write_title(writing, "\"Oui&nbsp;!\" dit l'<b>ami</b>...");
    assert_int_equal(set_json(writing, "/scenes/1/title", "\"𝗚𝗿𝗮𝘀?\""), OPERATION_DONE);
    assert_int_equal(set_json(writing, "/scenes/2/title", "\"Un écran de 15\\\"\""), OPERATION_DONE);
    const DocumentReading *reading = &writing->document.reading;
    Str before = str_copy(&writing->desk->arena, reading->bytes);
    Operations all = mend_all(&writing->desk->arena, reading->scenario, reading->bytes, check(writing));
    assert_int_equal(apply(writing, &all), OPERATION_DONE);
    assert_title(writing, "«" NN "Oui" NN "!" NN "» dit l’*ami*…");
    assert_str(value_at(writing, "/scenes/1/title"), S("\"Gras" NN "?\""));
    assert_str(value_at(writing, "/scenes/2/title"), S("\"Un écran de 15\\\"\""));
    all = mend_all(&writing->desk->arena, reading->scenario, reading->bytes, check(writing));
    assert_int_equal(all.count, 0);
    document_undo(&writing->document, &writing->desk->scratch);
    assert_str(reading->bytes, before);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_fault_of_typography_is_mended_alone, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(html_becomes_what_a_text_can_say, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(letters_of_another_look_become_plain, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(texts_are_mended_wherever_they_stand, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(a_mark_of_nothing_and_a_misspelt_key_are_mended, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(all_that_is_sure_is_one_step, begin_writing, end_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
