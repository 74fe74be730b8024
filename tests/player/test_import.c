// Files of other tools in the window: dropped, looked for or given on the command line, they become cases that are
// played and added, or are refused in words, and nothing is written.
#include "desk.h"

#include "base/path.h"

static const char BANK[] = "// Une banque\n"
                           "::Un mail:: Que faire d’un message impoli ? {\n"
                           "  ~Répondre aussitôt # La colère écrit mal.\n"
                           "  =Attendre une heure # Le temps relit.\n"
                           "}\n"
                           "\n"
                           "Combien de jours ? {#2:1}\n";

static const char ARCHIVE[] =
    "<tw-storydata name=\"Matin\" startnode=\"1\" format=\"Harlowe\"><tw-passagedata pid=\"1\" name=\"A\">[[B]]"
    "</tw-passagedata><tw-passagedata pid=\"2\" name=\"B\">Fin.</tw-passagedata></tw-storydata>"
    "<tw-storydata name=\"Soir\" startnode=\"1\" format=\"Harlowe\"><tw-passagedata pid=\"1\" name=\"A\">[[B]]"
    "</tw-passagedata><tw-passagedata pid=\"2\" name=\"B\">Fin.</tw-passagedata></tw-storydata>";

static const char CONTENT[] =
    "{\"library\": \"H5P.TrueFalse 1.8\", \"params\": {\"params\": {\"question\": \"Vrai ?\", \"correct\": \"true\"}}}";

static Str write_file(Desk *desk, const char *name, Str bytes) {
    Str path = desk_path(desk, str_to_c(&desk->arena, path_join(&desk->arena, S("documents"), str_from_c(name))));
    assert_true(file_save(path, bytes, NULL));
    return path;
}

// As if it had been let go over the window, and all of it read.
static void drop(Desk *desk, Str path) {
    desk_write(desk, ACTION_OPEN_FILE, str_to_c(&desk->arena, path));
    desk_act(desk, ACTION_TICK, 0);
}

static int32_t count_added(Desk *desk) {
    FileList names = {0};
    return file_list(&desk->arena, desk->player.app.folders.cases, S(".json"), &names, NULL) ? names.count : 0;
}

static Str added(Desk *desk, Str name) {
    return path_join(&desk->arena, desk->player.app.folders.cases, name);
}

static void a_bank_is_made_a_case_and_played(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Str path = write_file(&desk, "ma-banque.gift", S(BANK));
    drop(&desk, path);
    const ImportJob *shown = desk.player.import.shown;
    assert_int_equal(desk.player.screen, SCREEN_IMPORT);
    assert_true(shown && shown->fault == EXCHANGE_FINE && shown->exchange.kind == EXCHANGE_GIFT);
    assert_int_equal(shown->exchange.report.counts[CONSTRUCT_NUMERICAL].became[BECAME_DEGRADED], 1);
    assert_true(shown->unfinished.count > 0 && shown->unfinished.rows[0].pointer.len > 0);
    assert_int_equal(count_added(&desk), 0);
    desk_act(&desk, ACTION_TO_CASE, 0);
    assert_int_equal(desk.player.screen, SCREEN_CASE);
    desk_act(&desk, ACTION_START, 0);
    desk_play_out(&desk);
    assert_true(str_equal(desk_load(&desk, path), S(BANK)));
    desk_close(&desk);
}

static void what_was_begun_with_it_is_found_again(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Str path = write_file(&desk, "ma-banque.gift", S(BANK));
    drop(&desk, path);
    desk_act(&desk, ACTION_TO_CASE, 0);
    desk_act(&desk, ACTION_START, 0);
    desk_answer(&desk);
    desk_again(&desk);
    drop(&desk, path);
    assert_true(desk.player.open.can_resume);
    desk_close(&desk);
}

static void it_is_added_and_takes_no_others_place(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Str other = str_format(&desk.arena, "%s\n\n::Une autre::Le rendez-vous est pris. {T}\n", BANK);
    Str banks[] = {S(BANK), S(BANK), other};
    Str path = {0};
    for (int32_t i = 0; i < COUNT(banks); i++) {
        path = write_file(&desk, "ma-banque.gift", banks[i]);
        drop(&desk, path);
        assert_true(player_can_add(&desk.player));
        desk_act(&desk, ACTION_ADD_CASE, 0);
        desk_act(&desk, ACTION_TICK, 0);
        assert_int_equal(count_added(&desk), i < 2 ? 1 : 2); // the same bank is added once
        assert_int_equal(desk.player.screen, SCREEN_IMPORT);
        assert_false(player_can_add(&desk.player)); // it is the copy that is open
    }
    Str copy = added(&desk, S("ma-banque (2).json"));
    assert_true(str_equal(desk_load(&desk, copy), desk.player.import.shown->exchange.bytes));
    desk_again(&desk);
    assert_true(library_find(&desk.player.library, copy) >= 0);
    assert_true(library_find(&desk.player.library, added(&desk, S("ma-banque.json"))) >= 0);
    assert_int_equal(library_find(&desk.player.library, path), -1);
    desk_close(&desk);
}

// The library lists no files of other tools, wherever they lie.
static void one_beside_the_cases_is_added_too(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Str path = added(&desk, S("ma-banque.gift"));
    assert_true(file_make_folder(desk.player.app.folders.cases, NULL) && file_save(path, S(BANK), NULL));
    drop(&desk, path);
    assert_true(player_can_add(&desk.player));
    desk_close(&desk);
}

static void one_of_several_stories_is_asked_for(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    drop(&desk, write_file(&desk, "bibliotheque.html", S(ARCHIVE)));
    assert_int_equal(desk.player.import.shown->fault, EXCHANGE_SEVERAL);
    assert_null(desk.player.open.scenario);
    desk_act(&desk, ACTION_TAKE_STORY, 3);
    assert_int_equal(desk.player.import.shown->fault, EXCHANGE_SEVERAL);
    desk_act(&desk, ACTION_TAKE_STORY, 2);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(desk.player.import.shown->fault, EXCHANGE_FINE);
    assert_true(str_equal(desk.player.open.scenario->title, S("Soir")));
    desk_close(&desk);
}

static void what_is_refused_is_told_and_nothing_written(void **state) {
    (void)state;
    static const struct {
        const char *name;
        Str bytes;
        ExchangeFault fault;
    } ROWS[] = {{"photo.png", S_INIT("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), EXCHANGE_NO_TEXT},
                {"lettre.txt", S_INIT("Bonjour, voici ma lettre."), EXCHANGE_NO_KIND},
                {"vide.gift", S_INIT("\n\n"), EXCHANGE_EMPTY},
                {"coupe.xml", S_INIT("<?xml version=\"1.0\"?><quiz><question type=\"essay\">"), EXCHANGE_BROKEN},
                {"coupe.h5p", S_INIT("PK\x03\x04\x14\0\0\0"), EXCHANGE_BROKEN}};
    Desk desk;
    desk_open(&desk);
    for (int32_t i = 0; i < COUNT(ROWS); i++) {
        drop(&desk, write_file(&desk, ROWS[i].name, ROWS[i].bytes));
        assert_int_equal(desk.player.screen, SCREEN_IMPORT);
        assert_int_equal(desk.player.import.shown->fault, ROWS[i].fault);
        assert_null(desk.player.open.scenario);
        assert_false(player_can_add(&desk.player));
        desk_act(&desk, ACTION_TO_CASE, 0);
        desk_act(&desk, ACTION_ADD_CASE, 0);
        assert_int_equal(desk.player.screen, SCREEN_IMPORT);
    }
    assert_int_equal(count_added(&desk), 0);
    desk_close(&desk);
}

static void a_file_is_known_by_its_content(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Str quiz = desk_load(&desk, S("data/journal/deux-questions.json"));
    drop(&desk, write_file(&desk, "deux questions.txt", quiz)); // a case
    assert_int_equal(desk.player.screen, SCREEN_CASE);
    assert_non_null(desk.player.open.scenario);
    drop(&desk, write_file(&desk, "content.json", S(CONTENT))); // no case
    assert_int_equal(desk.player.screen, SCREEN_IMPORT);
    assert_int_equal(desk.player.import.shown->exchange.kind, EXCHANGE_H5P);
    drop(&desk, write_file(&desk, "autre.json", S("{\"a\": 1}"))); // neither
    assert_int_equal(desk.player.screen, SCREEN_CASE);
    drop(&desk, S("/no/such.gift"));
    assert_int_equal(desk.player.screen, SCREEN_CASE);
    assert_true(desk.player.library.cards.rows[desk.player.open.card].broken);
    desk_close(&desk);
}

static void the_last_one_wanted_is_shown(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Str first = write_file(&desk, "a.gift", S(BANK));
    desk_write(&desk, ACTION_OPEN_FILE, str_to_c(&desk.arena, first));
    desk_write(&desk, ACTION_OPEN_FILE, str_to_c(&desk.arena, write_file(&desk, "b.gift", S(BANK))));
    desk_act(&desk, ACTION_TICK, 0);
    desk_act(&desk, ACTION_TICK, 0);
    assert_true(path_ends(desk.player.import.shown->path, S("b.gift")));
    desk_write(&desk, ACTION_OPEN_FILE, str_to_c(&desk.arena, first));
    desk_act(&desk, ACTION_BACK, 0); // before it is read
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(desk.player.screen, SCREEN_LIBRARY);
    assert_null(desk.player.import.shown);
    desk_close(&desk);
}

static void it_is_looked_for_and_given_on_the_command_line(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Str path = write_file(&desk, "ma-banque.gift", S(BANK));
    desk_act(&desk, ACTION_SHOW, OVERLAY_OPEN);
    assert_int_equal(player_listed(&desk.player)->entries.count, 1);
    desk_act(&desk, ACTION_PICK, 0);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(desk.player.screen, SCREEN_IMPORT);
    desk.start.case_path = path;
    desk_again(&desk);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(desk.player.screen, SCREEN_IMPORT);
    assert_non_null(desk.player.open.scenario);
    assert_int_equal(library_find(&desk.player.library, path), -1);
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bank_is_made_a_case_and_played),
        cmocka_unit_test(what_was_begun_with_it_is_found_again),
        cmocka_unit_test(it_is_added_and_takes_no_others_place),
        cmocka_unit_test(one_beside_the_cases_is_added_too),
        cmocka_unit_test(one_of_several_stories_is_asked_for),
        cmocka_unit_test(what_is_refused_is_told_and_nothing_written),
        cmocka_unit_test(a_file_is_known_by_its_content),
        cmocka_unit_test(the_last_one_wanted_is_shown),
        cmocka_unit_test(it_is_looked_for_and_given_on_the_command_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
