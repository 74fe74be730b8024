#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

// A case goes to translators and comes back in another language; what was changed meanwhile is told, not taken.
#include "editor_desk.h"

#include "base/catalog.h"
#include "base/file.h"
#include "base/temporary.h"
#include "editor/po.h"
#include "editor/texts.h"
#include "editor/translation.h"

#include <stdlib.h>
#include <unistd.h>

static Str export_texts(Writing *writing) {
    Catalog catalog = {0};
    return translation_write(&writing->desk->arena, &catalog, writing->document.reading.scenario);
}

// As a translator does it: capitals for each text, all but those whose context ends like `without`.
static Str translate(Writing *writing, Str po, const char *language, const char *without) {
    Arena *arena = &writing->desk->arena;
    PoMessages messages;
    int32_t line;
    assert_true(po_read(arena, po, &messages, &line));
    for (int32_t i = 0; i < messages.count; i++) {
        PoMessage *message = &messages.rows[i];
        if (message->context.len == 0) {
            message->text = str_format(arena, "Language: %s\n", language);
        } else if (without == NULL || !str_ends(message->context, str_from_c(without))) {
            message->text = str_format(arena, "EN %.*s", S_ARG(message->id));
        }
    }
    return po_write(arena, &messages);
}

static Translation take(Writing *writing, Str po, TranslationResult expected) {
    Translation translation;
    TranslationResult result =
        translation_read(&writing->desk->arena, writing->document.reading.scenario, po, &translation);
    assert_int_equal(result, expected);
    return translation;
}

static void apply(Writing *writing, const Translation *translation) {
    const Operations *step = &translation->step;
    assert_int_equal(document_edit(&writing->document, &writing->desk->scratch, step->rows, step->count, &(Moment){0}),
                     OPERATION_DONE);
}

static void a_case_comes_back_in_another_language(void **state) {
    Writing *writing = *state;
    open_file(writing, S(S01));
    Form before = texts_of(&writing->desk->arena, writing->document.reading.scenario);
    for (int32_t i = 0; i < before.count; i++) {
        before.rows[i].text = str_copy(&writing->desk->arena, before.rows[i].text);
    }
    Translation translation =
        take(writing, translate(writing, export_texts(writing), "en_GB.UTF-8", NULL), TRANSLATION_READ);
    assert_int_equal(translation.translated, before.count);
    assert_int_equal(translation.gaps.count, 0);
    assert_int_equal(translation.gone, 0);
    apply(writing, &translation);
    assert_str(writing->document.reading.scenario->language, S("en-GB"));
    Form after = texts_of(&writing->desk->arena, writing->document.reading.scenario);
    assert_int_equal(after.count, before.count);
    for (int32_t i = 0; i < after.count; i++) {
        assert_str(after.rows[i].text, str_format(&writing->desk->arena, "EN %.*s", S_ARG(before.rows[i].text)));
    }
}

static void what_was_changed_or_left_is_told(void **state) {
    Writing *writing = *state;
    open_file(writing, S(S01));
    Str po = translate(writing, export_texts(writing), "en", "/n04-carnet/title");
    assert_int_equal(set_json(writing, "/scenes/0/title", "\"Quatre chaises\""), OPERATION_DONE);
    assert_int_equal(take_out(writing, "/summary"), OPERATION_DONE);
    Translation translation = take(writing, po, TRANSLATION_READ);
    assert_int_equal(translation.gaps.count, 2);
    assert_str(translation.gaps.rows[0].row.at, S("/scenes/0/title"));
    assert_true(translation.gaps.rows[0].stale);
    assert_str(translation.gaps.rows[1].row.at, S("/scenes/3/title"));
    assert_false(translation.gaps.rows[1].stale);
    assert_int_equal(translation.gone, 1);
}

static void scenes_may_move_meanwhile(void **state) {
    Writing *writing = *state;
    open_file(writing, S(S01));
    Str po = translate(writing, export_texts(writing), "en", NULL);
    Operation move = {.kind = OPERATION_MOVE, .at = S("/scenes/3"), .to = 0};
    assert_int_equal(do_operation(writing, move), OPERATION_DONE);
    assert_int_equal(take(writing, po, TRANSLATION_READ).gaps.count, 0);
}

static void a_file_of_something_else_is_refused(void **state) {
    Writing *writing = *state;
    open_file(writing, S(S01));
    Str po = export_texts(writing);
    take(writing, po, TRANSLATION_NO_LANGUAGE);
    take(writing, translate(writing, po, "fr", NULL), TRANSLATION_SAME_LANGUAGE);
    assert_int_equal(take(writing, S("{\"format\": 1}"), TRANSLATION_NO_PO).line, 1);
    take(writing, S("msgid \"\"\nmsgstr \"Language: en\\n\"\n\nmsgid \"a\"\nmsgstr \"b\"\n"), TRANSLATION_OF_ANOTHER);
}

// gettext builds the words of Palabre itself: it is there.
static void gettext_takes_the_file(void **state) {
    Writing *writing = *state;
    Arena *arena = &writing->desk->arena;
    begin_with(writing, writing->desk->complete);
    Str path = str_format(arena, "%.*s/texts.po", S_ARG(temporary_folder(arena)));
    assert_true(file_save(path, export_texts(writing), NULL));
    Str command = str_format(arena, "msgfmt --check-format --check-domain -o /dev/null %.*s", S_ARG(path));
    assert_int_equal(system(str_to_c(arena, command)), 0); // NOLINT(cert-env33-c,concurrency-mt-unsafe)
    assert_int_equal(unlink(str_to_c(arena, path)), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_case_comes_back_in_another_language, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(what_was_changed_or_left_is_told, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(scenes_may_move_meanwhile, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(a_file_of_something_else_is_refused, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(gettext_takes_the_file, begin_writing, end_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
