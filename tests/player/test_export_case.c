// The open case as a file of another tool: nothing is written before what becomes of it was shown and the file wanted,
// nothing that stands there goes unasked, and what goes wrong is told.
#include "desk.h"

#include "base/path.h"

static const ExchangeKind KINDS[] = {EXCHANGE_GIFT, EXCHANGE_MOODLE, EXCHANGE_TWEE, EXCHANGE_H5P, EXCHANGE_INK};

static void reach_export(Desk *desk, const char *id) {
    desk_act(desk, ACTION_OPEN_CASE, desk_find_card(desk, id));
    desk_act(desk, ACTION_ACCEPT_NOTICE, 0);
    desk_act(desk, ACTION_EXPORT_CASE, 0);
    assert_int_equal(desk->player.screen, SCREEN_EXPORT);
}

static const ExportJob *work_out(Desk *desk, ExchangeKind kind) {
    desk_act(desk, ACTION_EXPORT_AS, (int32_t)kind);
    assert_int_equal(player_export_kind(&desk->player), kind);
    desk_act(desk, ACTION_TICK, 0);
    assert_non_null(desk->player.handed.shown);
    return desk->player.handed.shown;
}

static void save(Desk *desk, bool over) {
    desk_act(desk, ACTION_WRITE_CASE, over);
    desk_act(desk, ACTION_TICK, 0);
}

static int32_t count_documents(Desk *desk) {
    FileList names = {0};
    assert_true(file_list(&desk->arena, desk_path(desk, "documents"), (Str){0}, &names, NULL));
    return names.count;
}

static void what_becomes_of_it_is_shown_and_nothing_written(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    reach_export(&desk, "s02-ca-fait-trois-fois");
    for (int32_t i = 0; i < COUNT(KINDS); i++) {
        const ExportJob *shown = work_out(&desk, KINDS[i]);
        const LossReport *report = &shown->exchange.report;
        assert_true(shown->read && shown->fault == EXCHANGE_FINE && shown->exchange.bytes.len > 0);
        assert_true(shown->groups.count > 0 && shown->groups.count < report->count);
        for (int32_t j = 0; j < shown->groups.count; j++) {
            assert_true(loss_group_message(&desk.arena, &desk.player.app.catalog, &shown->groups.rows[j]).len > 0);
        }
        assert_true(str_equal(path_folder(shown->path), desk_path(&desk, "documents")) && !shown->is_there);
    }
    assert_int_equal(count_documents(&desk), 0);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(desk.player.screen, SCREEN_CASE);
    desk_close(&desk);
}

static void it_is_written_and_its_folder_opened(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    reach_export(&desk, "s02-ca-fait-trois-fois");
    const ExportJob *shown = work_out(&desk, EXCHANGE_TWEE);
    save(&desk, false);
    assert_true(str_equal(desk.player.handed.saved, shown->path) && path_ends(shown->path, S(".twee")));
    assert_true(str_equal(desk_load(&desk, shown->path), shown->exchange.bytes));
    save(&desk, false); // once is enough
    assert_int_equal(count_documents(&desk), 1);
    desk_act(&desk, ACTION_OPEN_WRITTEN, 0);
    assert_true(str_equal(desk.player.app.opens, desk_path(&desk, "documents")));
    desk_close(&desk);
}

static void a_file_that_is_there_goes_only_when_that_is_wanted(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    reach_export(&desk, "s02-ca-fait-trois-fois");
    Str path = str_copy(&desk.arena, work_out(&desk, EXCHANGE_GIFT)->path);
    assert_true(file_save(path, S("les miennes\n"), NULL)); // after it was looked for
    save(&desk, true);
    assert_true(str_equal(desk_load(&desk, path), S("les miennes\n")));
    assert_true(path_ends(desk.player.handed.saved, S(" (2).gift")));
    assert_true(work_out(&desk, EXCHANGE_GIFT)->is_there);
    save(&desk, false);
    assert_true(str_equal(desk_load(&desk, path), S("les miennes\n")));
    assert_true(path_ends(desk.player.handed.saved, S(" (3).gift")));
    const ExportJob *shown = work_out(&desk, EXCHANGE_GIFT);
    save(&desk, true);
    assert_true(str_equal(desk_load(&desk, path), shown->exchange.bytes));
    desk_close(&desk);
}

static void what_went_wrong_is_told_and_can_be_tried_again(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    reach_export(&desk, "s02-ca-fait-trois-fois");
    player->app.folders.documents = desk_path(&desk, "no/such");
    (void)work_out(&desk, EXCHANGE_INK);
    save(&desk, false);
    assert_true(player->handed.failed.len > 0 && player->handed.saved.len == 0);
    assert_true(file_make_folder(player->app.folders.documents, NULL));
    save(&desk, false);
    assert_true(player->handed.failed.len == 0 && file_exists(player->handed.saved));
    player->app.folders.documents = (Str){0};
    assert_int_equal(work_out(&desk, EXCHANGE_INK)->path.len, 0);
    assert_false(player_export_can_write(player));
    desk_close(&desk);
}

static void a_case_that_changed_meanwhile_is_not_exported(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Str path = desk_path(&desk, "documents/quiz.json");
    Str quiz = desk_load(&desk, S("data/journal/deux-questions.json"));
    assert_true(file_save(path, quiz, NULL));
    desk_write(&desk, ACTION_OPEN_FILE, str_to_c(&desk.arena, path));
    desk_act(&desk, ACTION_EXPORT_CASE, 0);
    assert_true(work_out(&desk, EXCHANGE_GIFT)->read);
    assert_true(file_save(path, str_format(&desk.arena, "%.*s\n", S_ARG(quiz)), NULL));
    assert_false(work_out(&desk, EXCHANGE_GIFT)->read);
    save(&desk, false);
    assert_int_equal(desk.player.handed.saved.len, 0);
    desk_close(&desk);
}

static void what_has_no_place_at_all_is_refused(void **state) {
    (void)state;
    static const Str NOTHING =
        S_INIT("{\"format\": 1, \"id\": \"fin\", \"kind\": \"scenario\", \"language\": \"fr\", \"title\": \"x\", "
               "\"summary\": \"x\", \"theme\": \"accueil\", \"minutes\": {\"alone\": 1, \"group\": 1}, "
               "\"competencies\": [\"eco\"], \"start\": \"fin\", \"scenes\": [{\"id\": \"fin\", \"ending\": "
               "{\"title\": \"Fin\", \"text\": \"Toutes les questions ont été posées.\"}}]}");
    Desk desk;
    desk_open(&desk);
    Str path = desk_path(&desk, "documents/fin.json");
    assert_true(file_save(path, NOTHING, NULL));
    desk_write(&desk, ACTION_OPEN_FILE, str_to_c(&desk.arena, path));
    desk_act(&desk, ACTION_EXPORT_CASE, 0);
    const ExportJob *shown = work_out(&desk, EXCHANGE_GIFT);
    assert_true(shown->read && shown->fault == EXCHANGE_NOTHING && shown->groups.count > 0);
    save(&desk, false);
    assert_int_equal(count_documents(&desk), 1);
    assert_int_equal(work_out(&desk, EXCHANGE_TWEE)->fault, EXCHANGE_FINE);
    desk_close(&desk);
}

static void one_that_no_file_holds_is_exported_too(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Str path = desk_path(&desk, "documents/banque.gift");
    assert_true(file_save(path, S("Vrai ?{T}\n"), NULL));
    desk_write(&desk, ACTION_OPEN_FILE, str_to_c(&desk.arena, path));
    desk_act(&desk, ACTION_TICK, 0);
    desk_act(&desk, ACTION_EXPORT_CASE, 0); // from the page of the file it is not
    assert_int_equal(desk.player.screen, SCREEN_IMPORT);
    desk_act(&desk, ACTION_TO_CASE, 0);
    desk_act(&desk, ACTION_EXPORT_CASE, 0);
    assert_true(str_find(work_out(&desk, EXCHANGE_MOODLE)->exchange.bytes, S("\"truefalse\"")) > 0);
    desk_close(&desk);
}

static void the_last_one_wanted_is_shown(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    reach_export(&desk, "s02-ca-fait-trois-fois");
    for (int32_t i = 0; i < COUNT(KINDS); i++) {
        desk_act(&desk, ACTION_EXPORT_AS, (int32_t)KINDS[i]);
        assert_int_equal(player_export_kind(&desk.player), KINDS[i]);
    }
    desk_act(&desk, ACTION_TICK, 0);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(desk.player.handed.shown->exchange.kind, EXCHANGE_INK);
    desk_act(&desk, ACTION_EXPORT_AS, (int32_t)EXCHANGE_GIFT);
    desk_act(&desk, ACTION_BACK, 0); // before it is worked out
    desk_act(&desk, ACTION_EXPORT_CASE, 0);
    desk_act(&desk, ACTION_TICK, 0);
    assert_null(desk.player.handed.shown);
    assert_int_equal(player_export_kind(&desk.player), EXCHANGE_UNKNOWN);
    desk_act(&desk, ACTION_EXPORT_AS, (int32_t)EXCHANGE_TWINE); // is not written
    desk_act(&desk, ACTION_EXPORT_AS, EXCHANGE_KIND_COUNT);
    assert_int_equal(player_export_kind(&desk.player), EXCHANGE_UNKNOWN);
    desk_close(&desk);
}

static void its_notice_is_read_first(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, "s02-ca-fait-trois-fois"));
    assert_true(desk.player.open.scenario->notice.len > 0);
    desk_act(&desk, ACTION_EXPORT_CASE, 0);
    assert_int_equal(desk.player.screen, SCREEN_CASE);
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_becomes_of_it_is_shown_and_nothing_written),
        cmocka_unit_test(it_is_written_and_its_folder_opened),
        cmocka_unit_test(a_file_that_is_there_goes_only_when_that_is_wanted),
        cmocka_unit_test(what_went_wrong_is_told_and_can_be_tried_again),
        cmocka_unit_test(a_case_that_changed_meanwhile_is_not_exported),
        cmocka_unit_test(what_has_no_place_at_all_is_refused),
        cmocka_unit_test(one_that_no_file_holds_is_exported_too),
        cmocka_unit_test(the_last_one_wanted_is_shown),
        cmocka_unit_test(its_notice_is_read_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
