// What Moodle gives away is read whole, and what is no such file is refused with its place.
#include "exchange/exchange_desk.h"

#include "exchange/extra.h"
#include "exchange/xml.h"

#include <string.h>

#define QUIZ(inside) "<?xml version=\"1.0\"?>\n<quiz>" inside "</quiz>"

static Read *read_xml(const char *text) {
    Read *read = desk_read(text);
    assert_int_equal(read->exchange.kind, EXCHANGE_MOODLE);
    return read;
}

static Str reply_of(const Read *read, int32_t scene, int32_t index) {
    Span reply = desk_option(read, scene, index)->gives.reply;
    Str why = read->scenario->whys.rows[desk_option(read, scene, index)->gives.why].text;
    return reply.count > 0 ? read->scenario->lines.rows[reply.first].text : why;
}

static void texts_have_a_format_and_stand_in_cdata_or_in_entities(void **state) {
    (void)state;
    Read *read =
        read_xml(QUIZ("<question type='essay'><questiontext format='html'><text><![CDATA[<p>a &lt; <b>b</b></p>"
                      "]]><![CDATA[ c]]></text></questiontext></question>"
                      "<question type='essay'><questiontext format='html'><text>&lt;i&gt;a&lt;/i&gt; &amp;amp; "
                      "b&#233;</text></questiontext></question>"
                      "<question type='essay'><questiontext format='plain_text'><text>a &lt;b&gt; &amp;amp;"
                      "</text></questiontext></question>"
                      "<question type='essay'><questiontext format='markdown'><text>un **mot**</text>"
                      "</questiontext></question>"));
    desk_assert_str(read->scenario->lines.rows[read->scenario->scenes.rows[1].lines.first].text, "a < *b*");
    desk_assert_str(desk_ask(read, 1)->prompt, "c");
    desk_assert_str(desk_ask(read, 2)->prompt, "*a* & bé");
    desk_assert_str(desk_ask(read, 3)->prompt, "a <b> &amp;");
    desk_assert_str(desk_ask(read, 4)->prompt, "un *mot*");
    desk_end_read(read);
}

static void feedback_by_the_grade_is_of_each_answer_of_it(void **state) {
    (void)state;
    Read *read = read_xml(QUIZ("<question type='multichoice'><questiontext><text>q</text></questiontext>"
                               "<correctfeedback><text>Bien.</text></correctfeedback>"
                               "<partiallycorrectfeedback><text>Presque.</text></partiallycorrectfeedback>"
                               "<incorrectfeedback><text>Votre réponse est incorrecte.</text></incorrectfeedback>"
                               "<shuffleanswers>1</shuffleanswers>"
                               "<answer fraction='100'><text>a</text><feedback><text>Oui.</text></feedback></answer>"
                               "<answer fraction='0'><text>b</text></answer></question>"));
    desk_assert_str(reply_of(read, 1, 0), "Oui.\n\nBien.");
    desk_assert_str(reply_of(read, 1, 1), "");
    assert_true(desk_ask(read, 1)->shuffle);
    const LossCount *counts = read->exchange.report.counts;
    assert_int_equal(counts[CONSTRUCT_FEEDBACK].found, 2); // its own, and the one of what is right
    assert_int_equal(counts[CONSTRUCT_SETTING].became[BECAME_KEPT], 1);
    Str kept = extra_find(read->scenario, read->scenario->scenes.rows[1].place, S("x-settings"));
    desk_assert_str(kept, "[\n        {\"name\": \"partiallycorrectfeedback\", \"text\": \"Presque.\"}\n      ]");
    desk_end_read(read);
}

static void several_answers_have_weights_and_a_third_is_one(void **state) {
    (void)state;
    Read *read = read_xml(QUIZ("<question type='multichoice'><questiontext><text>q</text></questiontext>"
                               "<single>false</single><answer fraction='33.333'><text>a</text></answer>"
                               "<answer fraction='66.66667'><text>b</text></answer>"
                               "<answer fraction='-50'><text>c</text></answer></question>"));
    assert_int_equal(desk_ask(read, 1)->kind, ASK_MULTIPLE);
    LossReport report;
    Str xml = desk_export(&read->desk, read->exchange.bytes, EXCHANGE_MOODLE, &report);
    assert_true(str_find(xml, S("<answer fraction=\"33.33333\"")) > 0);
    assert_true(str_find(xml, S("<answer fraction=\"-50\"")) > 0);
    desk_end_read(read);
}

static void numbers_have_a_tolerance_and_no_comma(void **state) {
    (void)state;
    Read *read = read_xml(QUIZ("<question type='numerical'><questiontext><text>q</text></questiontext>"
                               "<answer fraction='100'><text>3</text><tolerance>0.5</tolerance></answer>"
                               "<answer fraction='0'><text>*</text></answer><units><unit><multiplier>100</multiplier>"
                               "<unit_name>cm</unit_name></unit></units></question>\n"
                               "<question type='numerical'><questiontext><text>q</text></questiontext>\n"
                               "<answer fraction='100'>\n<text>1,5</text></answer></question>"));
    Str answers = extra_find(read->scenario, desk_ask(read, 1)->place, S("x-answers"));
    assert_true(str_find(answers, S("\"3:0.5\"")) > 0 && str_find(answers, S("\"*\"")) > 0);
    assert_true(desk_tells(&read->exchange.report, REASON_DECIMAL_COMMA, 4));
    assert_int_equal(read->scenario->scenes.rows[2].ask, 0);
    LossReport report;
    Str xml = desk_export(&read->desk, read->exchange.bytes, EXCHANGE_MOODLE, &report);
    assert_true(str_find(xml, S("<multiplier>100</multiplier><unit_name>cm</unit_name>")) > 0);
    assert_true(str_find(xml, S("<tolerance>0.5</tolerance>")) > 0);
    desk_end_read(read);
}

static void a_range_is_written_as_its_middle(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Exchange exchange;
    desk_import(&desk, S("q{#1..5}"), &exchange);
    LossReport report;
    Str xml = desk_export(&desk, exchange.bytes, EXCHANGE_MOODLE, &report);
    assert_true(str_find(xml, S("<text>3</text>\n      <tolerance>2</tolerance>")) > 0);
    desk_close(&desk);
}

static void true_and_false_may_be_in_other_words(void **state) {
    (void)state;
    Read *read = read_xml(QUIZ("<question type='truefalse'><questiontext><text>q</text></questiontext>"
                               "<answer fraction='0'><text>false</text></answer>"
                               "<answer fraction='100'><text>true</text></answer></question>"
                               "<question type='truefalse'><questiontext><text>q</text></questiontext>"
                               "<answer fraction='0'><text>Vrai</text></answer>"
                               "<answer fraction='100'><text>Faux</text></answer></question>"));
    assert_int_equal(desk_option(read, 1, 0)->stance, STANCE_RECOMMENDED);
    assert_int_equal(desk_option(read, 2, 0)->stance, STANCE_RISKY);
    desk_end_read(read);
}

static void matching_may_have_what_is_one_too_many(void **state) {
    (void)state;
    Read *read = read_xml(QUIZ("<question type='match'><questiontext><text>q</text></questiontext>"
                               "<subquestion><text>APL</text><answer><text>CAF</text></answer></subquestion>"
                               "<subquestion><text>carte</text><answer><text>CPAM</text></answer></subquestion>"
                               "<subquestion><text></text><answer><text>MSA</text></answer></subquestion></question>"));
    assert_int_equal(desk_ask(read, 1)->kind, ASK_CLASSIFY);
    assert_int_equal(desk_ask(read, 1)->items.count, 2);
    assert_int_equal(desk_ask(read, 1)->bins.count, 3);
    desk_end_read(read);
}

static void gaps_are_read_in_html(void **state) {
    (void)state;
    Read *read = read_xml(QUIZ("<question type='cloze'><name><text>C</text></name><questiontext format='html'><text>"
                               "<![CDATA[<p>Un {1:MC:~chien#&lt; non~=l&#39;eau} et {1:SA:=caf&eacute;}.</p>]]></text>"
                               "</questiontext><generalfeedback><text>Fin.</text></generalfeedback></question>"));
    desk_assert_str(desk_ask(read, 1)->prompt, "Un (1) _____ et (2) _____.");
    desk_assert_str(desk_option(read, 1, 1)->text, "l'eau");
    desk_assert_str(reply_of(read, 1, 0), "< non");
    desk_assert_str(desk_ask(read, 2)->model, "Réponses attendues :\n– café");
    const LossCount *counts = read->exchange.report.counts;
    assert_int_equal(counts[CONSTRUCT_CLOZE].found, 1);
    assert_int_equal(counts[CONSTRUCT_FEEDBACK].found, 2);
    desk_end_read(read);
}

static void what_cannot_be_played_keeps_its_words(void **state) {
    (void)state;
    Read *read = read_xml(QUIZ("\n<question type='ddwtos'><name><text>n</text></name><questiontext format='html'>"
                               "<text>Le [[1]]</text></questiontext><dragbox><text>chat</text></dragbox></question>"
                               "\n<question type='essay'><questiontext format='html'><text>q</text>"
                               "\n<file name='a.png' encoding='base64'>iVBORw0KGgo=</file></questiontext>"
                               "\n<mine>x</mine></question>\n<other/>"));
    desk_assert_str(read->scenario->lines.rows[read->scenario->scenes.rows[1].lines.first].text, "Le [[1]]\n– chat");
    assert_true(desk_tells(&read->exchange.report, REASON_QUESTION_TYPE, 3) &&
                desk_tells(&read->exchange.report, REASON_ATTACHMENT, 5));
    assert_true(desk_tells(&read->exchange.report, REASON_ELEMENT, 6) &&
                desk_tells(&read->exchange.report, REASON_ELEMENT, 7));
    const LossCount *counts = read->exchange.report.counts;
    assert_int_equal(counts[CONSTRUCT_QUESTION].became[BECAME_KEPT], 1);
    assert_int_equal(counts[CONSTRUCT_ATTACHMENT].found, 1);
    desk_end_read(read);
}

static void settings_comments_and_categories_are_kept(void **state) {
    (void)state;
    static const char XML[] = QUIZ(
        "<!-- question: 12 --><!-- à relire --><question type='category'><category><text>$course$/A</text></category>"
        "</question><question type='essay'><questiontext><text>q</text></questiontext>"
        "<defaultgrade>2.0000000</defaultgrade><penalty>0.0000000</penalty><hidden>0</hidden>"
        "<responsefieldlines>15</responsefieldlines><graderinfo format='markdown'><text>voir</text></graderinfo>"
        "<tags><tag><text>caf</text></tag></tags></question>");
    Read *read = read_xml(XML);
    const Scene *scene = &read->scenario->scenes.rows[1];
    desk_assert_str(read->scenario->trainer_notes.rows[scene->trainer].notes, "à relire");
    desk_assert_str(extra_find(read->scenario, scene->place, S("x-category")), "\"$course$/A\"");
    LossReport report;
    Str xml = desk_export(&read->desk, read->exchange.bytes, EXCHANGE_MOODLE, &report);
    assert_true(str_find(xml, S("<defaultgrade>2.0000000</defaultgrade>\n    <penalty>0</penalty>")) > 0);
    assert_true(str_find(xml, S("<graderinfo format=\"html\"><text><![CDATA[voir]]></text></graderinfo>")) > 0);
    assert_true(str_find(xml, S("<!-- à relire -->")) > 0);
    Str gift = desk_export(&read->desk, read->exchange.bytes, EXCHANGE_GIFT, &report);
    assert_true(gift.len > 0);
    assert_int_equal(report.counts[CONSTRUCT_SETTING].became[BECAME_DROPPED], 2);
    desk_end_read(read);
}

// The fault, and the row of the report that tells where.
static void assert_refused(Str xml, LossReason reason, int32_t line) {
    Desk desk;
    desk_open(&desk);
    Exchange exchange = {.name = S("x"), .language = S("fr"), .framework = &desk.framework};
    assert_int_equal(exchange_import(&desk.arena, &desk.scratch, xml, &exchange), EXCHANGE_BROKEN);
    assert_int_equal(exchange.report.count, 1);
    assert_int_equal(exchange.report.rows[0].reason, reason);
    assert_int_equal(exchange.report.rows[0].line, line);
    assert_int_equal(exchange.bytes.len, 0);
    desk_assert_settled(&exchange.report);
    desk_close(&desk);
}

static void what_is_broken_is_refused_with_its_place(void **state) {
    (void)state;
    assert_refused(S("<quiz>\n<question type='essay'>\n<name></question></quiz>"), REASON_XML_UNCLOSED, 3);
    assert_refused(S("<quiz>\n<question type='essay'><name>a &nbsp; b</name></question></quiz>"), REASON_XML_ENTITY, 2);
    assert_refused(S("<quiz><question type='essay'>\n<name>a & b</name></question></quiz>"), REASON_XML_AMPERSAND, 2);
    assert_refused(S("<quiz>\n<question type='essay'>"), REASON_XML_UNCLOSED, 2);
    assert_refused(S("<quiz>\n</quiz><quiz/>"), REASON_XML_BROKEN, 2);
}

static void entities_are_refused_before_they_are_read(void **state) {
    (void)state;
    assert_refused(S("<?xml version='1.0'?>\n<!DOCTYPE quiz [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>"
                     "<!ENTITY c SYSTEM 'file:///etc/passwd'>]>\n<quiz><question type='essay'><name>&b;&c;</name>"
                     "</question></quiz>"),
                   REASON_XML_DECLARES, 2);
    assert_refused(S("<!DOCTYPE quiz SYSTEM 'http://127.0.0.1/quiz.dtd'>\n<quiz></quiz>"), REASON_XML_DECLARES, 1);
}

static Str repeat(Arena *arena, Str head, Str part, int32_t count, Str tail) {
    StrBuilder out = {.arena = arena};
    str_add(&out, head);
    for (int32_t i = 0; i < count; i++) {
        str_add(&out, part);
    }
    str_add(&out, tail);
    return str_built(&out);
}

static void what_is_deep_crowded_or_long_is_bounded(void **state) {
    (void)state;
    enum { MANY = 100000 };
    Arena arena = {0};
    assert_refused(repeat(&arena, S("<quiz>\n<question type='essay'>"), S("<ul>"), MANY, S("")), REASON_XML_DEEP, 2);
    assert_refused(repeat(&arena, S("<quiz>\n<question type='essay'>"), S("<a/>"), MANY, S("</question></quiz>")),
                   REASON_XML_CROWDED, 2);
    Desk desk;
    desk_open(&desk);
    Exchange exchange;
    Str head = S("<quiz>\n<question type='essay'><questiontext format='html'><text><![CDATA[");
    desk_import(&desk, repeat(&arena, head, S("<ul><li>"), MANY, S("]]></text></questiontext></question></quiz>")),
                &exchange);
    desk_import(&desk, repeat(&arena, head, S("é word "), 2 * MANY, S("]]></text></questiontext></question></quiz>")),
                &exchange);
    assert_true(desk_tells(&exchange.report, REASON_HUGE, 2));
    assert_true(arena_size(&desk.arena) + arena_size(&desk.scratch) < 64 * 1024 * 1024);
    desk_close(&desk);
    arena_finish(&arena);
}

static void what_is_declared_of_the_encoding_is_not_believed(void **state) {
    (void)state;
    Read *read = read_xml("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><quiz><question type='essay'><name><text>"
                          "été</text></name></question></quiz>");
    desk_assert_str(read->scenario->scenes.rows[1].title, "été");
    desk_end_read(read);
    read = read_xml("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><quiz><question type='essay'><name><text>"
                    "\xE9t\xE9</text></name></question></quiz>");
    desk_assert_str(read->scenario->scenes.rows[1].title, "été");
    assert_true(desk_tells(&read->exchange.report, REASON_NOT_UTF8, 0));
    desk_end_read(read);
}

static void another_kind_of_xml_is_none(void **state) {
    (void)state;
    assert_int_equal(desk_fault(S("<?xml version='1.0'?><questestinterop/>")), EXCHANGE_NO_KIND);
    assert_int_equal(desk_fault(S("<?xml version='1.0'?><quizzes>{a}</quizzes>")), EXCHANGE_NO_KIND);
    assert_int_equal(desk_fault(S("<quiz></quiz>")), EXCHANGE_EMPTY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_have_a_format_and_stand_in_cdata_or_in_entities),
        cmocka_unit_test(feedback_by_the_grade_is_of_each_answer_of_it),
        cmocka_unit_test(several_answers_have_weights_and_a_third_is_one),
        cmocka_unit_test(numbers_have_a_tolerance_and_no_comma),
        cmocka_unit_test(a_range_is_written_as_its_middle),
        cmocka_unit_test(true_and_false_may_be_in_other_words),
        cmocka_unit_test(matching_may_have_what_is_one_too_many),
        cmocka_unit_test(gaps_are_read_in_html),
        cmocka_unit_test(what_cannot_be_played_keeps_its_words),
        cmocka_unit_test(settings_comments_and_categories_are_kept),
        cmocka_unit_test(what_is_broken_is_refused_with_its_place),
        cmocka_unit_test(entities_are_refused_before_they_are_read),
        cmocka_unit_test(what_is_deep_crowded_or_long_is_bounded),
        cmocka_unit_test(what_is_declared_of_the_encoding_is_not_believed),
        cmocka_unit_test(another_kind_of_xml_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
