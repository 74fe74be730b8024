// What packages hold is read, and what is unusual in them is told, each in a row; what is found is what stands there.
#include "exchange/exchange_desk.h"
#include "exchange/zip_bytes.h"

// Quotation marks of JSON are written ' in these tests.
static Str json_of(Arena *arena, const char *text) {
    Str json = str_copy(arena, str_from_c(text));
    for (char *c = (char *)json.text; c < json.text + json.len; c++) {
        *c = (char)(*c == '\'' ? '"' : *c);
    }
    return json;
}

static Read *read_package(const char *library, const char *content) {
    Read *read = desk_begin_read();
    Arena *arena = &read->desk.arena;
    Str manifest = str_format(arena, "{'title': 'L&#039;accueil', 'mainLibrary': '%s'}", library);
    manifest = json_of(arena, str_to_c(arena, manifest));
    desk_take(read, zip_package(arena, manifest, json_of(arena, content)));
    assert_int_equal(read->exchange.kind, EXCHANGE_H5P);
    return read;
}

static void assert_why(const Read *read, WhyId why, const char *wanted) {
    desk_assert_str(read->scenario->whys.rows[why].text, wanted);
}

static int32_t count_told(const Read *read, LossReason reason) {
    int32_t count = 0;
    for (int32_t i = 0; i < read->exchange.report.count; i++) {
        count += read->exchange.report.rows[i].reason == reason;
    }
    return count;
}

static void a_multiple_choice_is_read(void **state) {
    (void)state;
    Read *read = read_package(
        "H5P.MultiChoice 1.16",
        "{'question': '<p>L&#039;aide &lt;2&gt; ?</p>', 'answers': ["
        "{'text': '<div>Oui</div>', 'correct': true, 'tipsAndFeedback': {'tip': '<p>Indice</p>', "
        "'chosenFeedback': '<div>Bien vu</div>', 'notChosenFeedback': ''}},"
        "{'text': '<div>Non</div>', 'correct': false, 'tipsAndFeedback': {'notChosenFeedback': 'Tant mieux'}}],"
        "'overallFeedback': [{'from': 0, 'to': 49, 'feedback': 'À revoir'}, {'from': 50, 'to': 100, "
        "'feedback': 'Bravo'}], 'behaviour': {'type': 'auto', 'randomAnswers': true}}");
    desk_assert_str(read->scenario->title, "L'accueil");
    assert_int_equal(desk_ask(read, 1)->kind, ASK_CHOICE);
    assert_true(desk_ask(read, 1)->shuffle);
    desk_assert_str(desk_ask(read, 1)->prompt, "L'aide <2> ?");
    desk_assert_str(desk_option(read, 1, 0)->text, "Oui");
    assert_int_equal(desk_option(read, 1, 0)->stance, STANCE_RECOMMENDED);
    assert_int_equal(desk_option(read, 1, 1)->stance, STANCE_RISKY);
    assert_why(read, desk_ask(read, 1)->why, "0–49\u202F% : À revoir\n\n50–100\u202F% : Bravo");
    assert_int_equal(count_told(read, REASON_TIP), 1);
    assert_int_equal(count_told(read, REASON_NOT_CHOSEN), 1);
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_FEEDBACK].found, 3);
    desk_end_read(read);
}

static void several_right_answers_are_boxes(void **state) {
    (void)state;
    Read *read =
        read_package("H5P.MultiChoice",
                     "{'question': 'Q', 'answers': [{'text': 'a', 'correct': true}, {'text': 'b', 'correct': true}, "
                     "{'text': 'c', 'correct': false}, {'text': ' '}]}");
    assert_int_equal(desk_ask(read, 1)->kind, ASK_MULTIPLE);
    assert_int_equal(desk_ask(read, 1)->options.count, 3);
    assert_int_equal(count_told(read, REASON_EMPTY_ANSWER), 1);
    desk_end_read(read);
}

static void truth_is_a_text(void **state) {
    (void)state;
    Read *read =
        read_package("H5P.TrueFalse",
                     "{'question': '<p>Il pleut</p>', 'correct': 'false', 'behaviour': {'feedbackOnCorrect': 'Juste', "
                     "'feedbackOnWrong': 'Non'}}");
    desk_assert_str(desk_option(read, 1, 0)->text, "Vrai");
    assert_int_equal(desk_option(read, 1, 0)->stance, STANCE_RISKY);
    assert_why(read, desk_option(read, 1, 0)->gives.why, "Non");
    assert_why(read, desk_option(read, 1, 1)->gives.why, "Juste");
    desk_end_read(read);
}

static void a_set_holds_questions_of_all_kinds(void **state) {
    (void)state;
    Read *read = read_package(
        "H5P.QuestionSet 1.21",
        "{'introPage': {'title': 'Début', 'introduction': '<p>Bonjour</p>'}, 'passPercentage': 50, 'questions': ["
        "{'library': 'H5P.SingleChoiceSet 1.11', 'params': {'choices': [{'question': 'Q1', 'answers': ['oui', "
        "'non']}, {'question': 'Q2', 'answers': ['seule']}]}},"
        "{'library': 'H5P.Blanks 1.14', 'params': {'text': '<p>À trous</p>', 'questions': ["
        "'<p>La *CAF/caf:sigle* et la *CPAM*</p>', '<p>Sans trou</p>']}, 'metadata': {'title': 'Sigles'}},"
        "{'library': 'H5P.DragText 1.8', 'params': {'taskDescription': 'Glissez', 'l10n': {'text': 'bouton'}}}],"
        "'endGame': {'message': 'Fini'}}");
    const LossCount *counts = read->exchange.report.counts;
    desk_assert_str(read->scenario->scenes.rows[1].title, "Début");
    assert_true(desk_ask(read, 2)->shuffle);
    assert_int_equal(desk_option(read, 2, 0)->stance, STANCE_RECOMMENDED);
    assert_int_equal(count_told(read, REASON_TOO_FEW_ANSWERS), 1);
    assert_int_equal(desk_ask(read, 4)->kind, ASK_WRITE);
    desk_assert_str(desk_ask(read, 4)->prompt, "La (1) _____ et la (2) _____");
    desk_assert_str(desk_ask(read, 4)->model, "Réponses attendues :\n– CAF\n– caf");
    desk_assert_str(read->scenario->scenes.rows[5].title, "Sigles");
    assert_int_equal(counts[CONSTRUCT_MULTICHOICE].found, 2);
    assert_int_equal(counts[CONSTRUCT_CLOZE].found, 1);
    assert_int_equal(counts[CONSTRUCT_DESCRIPTION].found,
                     4); // at both ends, without a gap, the words of what is dragged
    assert_int_equal(counts[CONSTRUCT_CONTENT].became[BECAME_DEGRADED], 1);
    assert_int_equal(counts[CONSTRUCT_METADATA].became[BECAME_DROPPED], 1);
    assert_true(str_find(read->exchange.bytes, S("Glissez")) > 0);
    assert_true(str_find(read->exchange.bytes, S("bouton")) < 0);
    desk_end_read(read);
}

static void slides_are_read_from_above_then_from_the_left(void **state) {
    (void)state;
    Read *read = read_package(
        "H5P.CoursePresentation",
        "{'presentation': {'slides': [{'elements': ["
        "{'x': 50.5, 'y': 10, 'action': {'library': 'H5P.AdvancedText 1.1', 'params': {'text': '<p>deux</p>'}}},"
        "{'x': 3, 'y': 80.25, 'action': {'library': 'H5P.Image 1.1', 'params': {'alt': 'une porte', 'file': "
        "{'path': 'images/p.png'}}}},"
        "{'x': 2.5, 'y': 10, 'action': {'library': 'H5P.AdvancedText 1.1', 'params': {'text': '<p>un</p>'}}}]},"
        "{'elements': []}, {'elements': [{'action': {'library': 'H5P.Image 1.1', 'params': {'file': {'path': "
        "'images/q.png'}}}}]}]}}");
    assert_int_equal(read->scenario->scenes.rows[1].lines.count, 3);
    Span lines = read->scenario->scenes.rows[1].lines;
    desk_assert_str(read->scenario->lines.rows[lines.first].text, "un");
    desk_assert_str(read->scenario->lines.rows[lines.first + 1].text, "deux");
    desk_assert_str(read->scenario->lines.rows[lines.first + 2].text, "[une porte]");
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_MEDIA].became[BECAME_DEGRADED], 1);
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_MEDIA].became[BECAME_DROPPED], 1);
    desk_end_read(read);
}

#define QUESTION(alternatives)                                                                                          \
    "{'type': {'library': 'H5P.BranchingQuestion 1.0', 'params': {'branchingQuestion': {'alternatives': [" alternatives \
    "]}}}}"

static void a_question_without_words_is_left_to_complete(void **state) {
    (void)state;
    Read *read =
        read_package("H5P.QuestionSet 1.21",
                     "{'questions': [{'library': 'H5P.MultiChoice 1.16', 'params': {'textField': 'Un mot'}}]}");
    desk_assert_canonical(&read->desk, read->exchange.bytes);
    desk_assert_str(read->scenario->lines.rows[read->scenario->scenes.rows[1].lines.first].text, "À compléter");
    assert_int_equal(count_told(read, REASON_TOO_FEW_ANSWERS), 1);
    desk_end_read(read);
}

static void what_is_unusual_in_a_story_is_told_and_read(void **state) {
    (void)state;
    Read *read = read_package(
        "H5P.BranchingScenario 1.7",
        "{'branchingScenario': {'scoringOption': 'static-end-score', 'endScreens': [{'endScreenTitle': 'Voilà', "
        "'contentId': '-1', 'endScreenScore': 1}], 'content': ["
        "{'contentType': 'H5P.AdvancedText 1.1', 'params': {'text': 'Sans type'}, 'nextContentId': '1', 'feedback': "
        "[]}," QUESTION(
            "{'text': 'a', 'nextContentId': -2, 'feedback': {}}, {'text': 'b &amp; c', 'nextContentId': 99, "
            "'feedback': {'text': 'Retour', 'endScreenScore': 1.5}}, {'text': 'd', 'score': 3}") ","
                                                                                                 "{'type': {'library': 'H5P.AdvancedText 1.1', 'params': {'text': 'A'}}, 'nextContentId': 3},"
                                                                                                 "{'type': {'library': 'H5P.AdvancedText 1.1', 'params': {'text': 'B'}}, 'nextContentId': 2}]}}");
    static const LossReason TOLD[] = {REASON_NO_TYPE,     REASON_TARGET_TEXT,    REASON_NO_END,
                                      REASON_NO_SCREEN,   REASON_FEEDBACK_KEY,   REASON_STRAY_SCORE,
                                      REASON_NO_FEEDBACK, REASON_SCORE_FRACTION, REASON_SCREEN_CIRCLE};
    for (int32_t i = 0; i < COUNT(TOLD); i++) {
        if (count_told(read, TOLD[i]) != 1) {
            fail_msg("reason %d is told %d times", (int)TOLD[i], count_told(read, TOLD[i]));
        }
    }
    assert_int_equal(read->exchange.report.error_count, 3);
    desk_assert_str(desk_option(read, 2, 1)->text, "b & c");
    assert_why(read, desk_option(read, 2, 1)->gives.why, "Retour");
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_WAY].found, 6);
    desk_end_read(read);
}

static void the_case_is_in_the_language_of_its_package(void **state) {
    (void)state;
    static const struct {
        const char *tag, *language;
    } LANGUAGES[] = {{"en", "en"}, {"en-gb", "en"}, {"fr", "fr"}, {"de", "fr"}, {"und", "fr"}};
    for (int32_t i = 0; i < COUNT(LANGUAGES) * 2; i++) {
        bool insists = i % 2 == 1;
        Desk desk;
        desk_open(&desk);
        Str manifest = str_format(&desk.arena, "{'title': 'x', 'language': '%s', 'mainLibrary': 'H5P.TrueFalse 1.8'}",
                                  LANGUAGES[i / 2].tag);
        manifest = json_of(&desk.arena, str_to_c(&desk.arena, manifest));
        Str package =
            zip_package(&desk.arena, manifest, json_of(&desk.arena, "{'question': 'Oui ?', 'correct': 'true'}"));
        Exchange exchange = {.name = S("x"), .language = S("fr"), .insists = insists, .framework = &desk.framework};
        assert_int_equal(exchange_import(&desk.arena, &desk.scratch, package, &exchange), EXCHANGE_FINE);
        desk_assert_str(desk_parse(&desk, exchange.bytes)->language, insists ? "fr" : LANGUAGES[i / 2].language);
        desk_close(&desk);
    }
}

static void what_a_package_says_of_its_buttons_and_makers_is_told(void **state) {
    (void)state;
    Read *read = desk_begin_read();
    Arena *arena = &read->desk.arena;
    Str manifest = json_of(arena, "{'title': 'x', 'license': 'GNU GPL', 'source': 'x', 'changes': [], "
                                  "'mainLibrary': 'H5P.BranchingScenario 1.7'}");
    Str content = json_of(
        arena,
        "{'branchingScenario': {'l10n': {'proceedButtonText': 'Suite'}, 'content': ["
        "{'type': {'library': 'H5P.AdvancedText 1.1', 'params': {'text': 'A'}}, 'nextContentId': 1, "
        "'proceedButtonText': 'Entrer', 'forceContentFinished': 'enabled'},"
        "{'type': {'library': 'H5P.AdvancedText 1.1', 'params': {'text': 'B'}}, 'proceedButtonText': 'Suite'}]}}");
    desk_import(&read->desk, zip_package(arena, manifest, content), &read->exchange);
    assert_int_equal(count_told(read, REASON_SETTING), 4); // license, source, l10n, forceContentFinished
    assert_int_equal(count_told(read, REASON_LINK_LABEL), 1);
    LossReport written;
    Exchange again;
    Str package = desk_export(&read->desk, read->exchange.bytes, EXCHANGE_H5P, &written);
    desk_import(&read->desk, package, &again);
    desk_assert_same_but_id(read->exchange.bytes, again.bytes, &read->desk);
    assert_true(str_find(read->exchange.bytes, S("\"x-link\": \"Entrer\"")) > 0);
    desk_end_read(read);
}

// The package of one screen, with these members in h5p.json.
static Str package_with(Arena *arena, const char *members) {
    Str manifest = str_format(arena, "{'title': 'x', %s, 'mainLibrary': 'H5P.BranchingScenario 1.7'}", members);
    return zip_package(arena, json_of(arena, str_to_c(arena, manifest)),
                       json_of(arena, "{'branchingScenario': {'content': [{'type': {'library': 'H5P.AdvancedText 1.1', "
                                      "'params': {'text': 'A'}}}]}}"));
}

static void who_wrote_it_and_its_licence_go_there_and_back(void **state) {
    (void)state;
    static const struct {
        const char *members, *license;
        int32_t author_count, told;
    } ROWS[] = {
        {"'license': 'CC BY-SA', 'licenseVersion': '4.0', 'authors': [{'name': 'L’équipe &amp; Cie', 'role': 'Author'}]",
         "CC-BY-SA-4.0", 1, 0},
        {"'license': 'CC0 1.0', 'authors': [{'name': 'A', 'role': 'Editor'}, {'name': ''}, 'B', {'name': 'C'}]",
         "CC0-1.0", 2, 1},
        {"'license': 'CC BY', 'authors': []", "", 0, 1}, // of which version?
        {"'license': 'GNU GPL', 'licenseVersion': 'v3'", "", 0, 1},
        {"'license': 'U', 'licenseExtras': 'Pour l’équipe &amp; nous'", "Pour l’équipe & nous", 0, 0},
        {"'license': 'ODC PDDL', 'licenseExtras': 'x'", "PDDL-1.0", 0, 1},
        {"'license': 4, 'authors': {}", "", 0, 0},
    };
    for (int32_t i = 0; i < COUNT(ROWS); i++) {
        Read *read = desk_begin_read();
        desk_take(read, package_with(&read->desk.arena, ROWS[i].members));
        desk_assert_canonical(&read->desk, read->exchange.bytes);
        desk_assert_str(read->scenario->license, ROWS[i].license);
        assert_int_equal(read->scenario->authors.count, ROWS[i].author_count);
        assert_int_equal(count_told(read, REASON_SETTING), ROWS[i].told);
        LossReport written;
        Exchange again;
        Str package = desk_export(&read->desk, read->exchange.bytes, EXCHANGE_H5P, &written);
        desk_import(&read->desk, package, &again);
        desk_assert_same_but_id(read->exchange.bytes, again.bytes, &read->desk);
        desk_end_read(read);
    }
}

static void more_authors_than_a_case_names_are_told(void **state) {
    (void)state;
    Read *read = desk_begin_read();
    StrBuilder members = {.arena = &read->desk.arena};
    for (int32_t i = 0; i <= LIMIT_TEXTS; i++) {
        str_add(&members, i == 0 ? S("'authors': [") : S(", "));
        str_add(&members, S("{'name': 'A', 'role': 'Author'}"));
    }
    str_add(&members, S("]"));
    desk_take(read, package_with(&read->desk.arena, str_to_c(&read->desk.arena, str_built(&members))));
    assert_int_equal(read->scenario->authors.count, LIMIT_TEXTS);
    assert_int_equal(count_told(read, REASON_SETTING), 1);
    desk_end_read(read);
}

static void what_a_service_wraps_is_unwrapped(void **state) {
    (void)state;
    Desk desk;
    Exchange exchange;
    desk_open(&desk);
    desk_import(
        &desk,
        json_of(
            &desk.arena,
            "{'h5p': {'title': 'Au guichet', 'language': 'en'}, 'library': 'H5P.BranchingScenario 1.7', 'params': "
            "{'metadata': {'title': 'x', 'license': 'CC BY', 'licenseVersion': '4.0'}, 'params': {'branchingScenario': {'content': [{'type': "
            "{'library': 'H5P.AdvancedText 1.1', 'params': {'text': 'Bonjour'}}}]}}}}"),
        &exchange);
    desk_assert_str(desk_parse(&desk, exchange.bytes)->title, "Au guichet");
    desk_assert_str(desk_parse(&desk, exchange.bytes)->language, "en");
    desk_assert_str(desk_parse(&desk, exchange.bytes)->license, "CC-BY-4.0");
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_multiple_choice_is_read),
        cmocka_unit_test(several_right_answers_are_boxes),
        cmocka_unit_test(truth_is_a_text),
        cmocka_unit_test(a_set_holds_questions_of_all_kinds),
        cmocka_unit_test(slides_are_read_from_above_then_from_the_left),
        cmocka_unit_test(a_question_without_words_is_left_to_complete),
        cmocka_unit_test(what_is_unusual_in_a_story_is_told_and_read),
        cmocka_unit_test(the_case_is_in_the_language_of_its_package),
        cmocka_unit_test(what_a_package_says_of_its_buttons_and_makers_is_told),
        cmocka_unit_test(who_wrote_it_and_its_licence_go_there_and_back),
        cmocka_unit_test(more_authors_than_a_case_names_are_told),
        cmocka_unit_test(what_a_service_wraps_is_unwrapped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
