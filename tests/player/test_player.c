#include "player/player.h"

#include "base/file.h"
#include "base/random.h"
#include "solo/solo_shown.h"

#include "desk.h"

static const char S02[] = "s02-ca-fait-trois-fois";
static const char S01[] = "s01-faire-faire-avec-laisser-faire";

static int32_t count_files(Desk *desk, const char *folder) {
    FileList names;
    assert_true(file_list(&desk->arena, desk_path(desk, folder), S(""), &names, NULL));
    return names.count;
}

static void a_case_is_played_from_the_library_to_its_debrief(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    assert_int_equal(player->screen, SCREEN_LIBRARY);
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S02));
    desk_act(&desk, ACTION_START, 0);
    assert_int_equal(player->screen, SCREEN_CASE); // not before its notice was read
    desk_act(&desk, ACTION_BACK, 0);
    desk_begin_case(&desk, S02);
    desk_act(&desk, ACTION_TO_DEBRIEF, 0);
    assert_int_equal(player->screen, SCREEN_PLAY);
    desk_play_out(&desk);
    desk_act(&desk, ACTION_TO_DEBRIEF, 0);
    assert_int_equal(player->screen, SCREEN_DEBRIEF);
    assert_true(player->debrief.title.len > 0);
    assert_true(player->debrief.point_count > 17);
    assert_int_equal(player->debrief.point_count, debrief_find(&player->debrief, DEBRIEF_DECISIONS)->rows.count + 1);
    assert_true(player->debrief.typed);
    assert_true(player->debrief.turning > 0);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(player->overlay, OVERLAY_CONFIRM_LET_GO);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_int_equal(player->screen, SCREEN_LIBRARY);
    writer_wait(player->app.writer);
    assert_int_equal(count_files(&desk, "data/journal"), 0);
    desk_close(&desk);
}

static void after_a_crash_the_walk_stands_where_it_stood(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk_begin_case(&desk, S02);
    for (int i = 0; i < 5; i++) {
        desk_answer(&desk);
    }
    desk_walk(&desk, SOLO_STEP_BACK, 0, 0);
    desk_answer(&desk);
    desk_answer(&desk);
    Str before = desk_lines(&desk, 0);
    desk_crash(&desk);
    Player *player = &desk.player;
    int32_t card = desk_find_card(&desk, S02);
    assert_true(player->library.cards.rows[card].started);
    assert_true(str_equal(player->library.cards.rows[card].started_on, S("2026-11-27")));
    LibraryView view = player_cards(player, &desk.arena);
    assert_int_equal(view.rows[0], card); // what can be resumed comes first
    desk_act(&desk, ACTION_OPEN_CASE, card);
    assert_true(player->open.can_resume);
    desk_act(&desk, ACTION_RESUME, 0);
    assert_int_equal(player->screen, SCREEN_PLAY);
    assert_true(str_equal(desk_lines(&desk, 0), before));
    desk_play_out(&desk);
    Str whole = desk_lines(&desk, 0);
    desk_crash(&desk);
    desk_act(&desk, ACTION_OPEN_CASE, card);
    desk_act(&desk, ACTION_RESUME, 0);
    assert_int_equal(player->screen, SCREEN_DEBRIEF);
    assert_true(str_equal(desk_lines(&desk, 0), whole));
    desk_close(&desk);
}

static void leaving_in_the_middle_keeps_what_was_begun_and_letting_go_erases_it(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    desk_begin_case(&desk, S01);
    desk_answer(&desk);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(player->overlay, OVERLAY_CONFIRM_LEAVE);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_int_equal(player->screen, SCREEN_CASE);
    assert_true(player->open.can_resume);
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S02));
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S01));
    desk_act(&desk, ACTION_RESUME, 0);
    assert_int_equal(player_walk(player)->session.way.count, 1);
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    desk_act(&desk, ACTION_START, 0);
    assert_int_equal(player->overlay, OVERLAY_CONFIRM_RESTART);
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_LET_GO, 0);
    assert_int_equal(player->overlay, OVERLAY_CONFIRM_ERASE);
    assert_true(player->open.can_resume);
    desk_act(&desk, ACTION_CONFIRM, 0);
    writer_wait(player->app.writer);
    assert_int_equal(count_files(&desk, "data/journal"), 0);
    assert_false(player->open.can_resume);
    desk_close(&desk);
}

static void what_ifs_stand_side_by_side_and_outlive_a_crash(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    desk_reach_debrief(&desk, S02);
    desk_write(&desk, ACTION_SET_NOTE, "À reprendre : le silence.");
    desk_act(&desk, ACTION_WHAT_IF, 2);
    assert_int_equal(player->screen, SCREEN_PLAY);
    assert_int_equal(player_walk(player)->session.way.count, 1);
    desk_walk(&desk, SOLO_CHOOSE, 2, 0);
    desk_walk(&desk, SOLO_GO_ON, 0, 0);
    desk_play_out(&desk);
    desk_act(&desk, ACTION_TO_DEBRIEF, 0);
    assert_int_equal(player->screen, SCREEN_COMPARE);
    assert_int_equal(player->comparison.decision, 2);
    assert_true(player->comparison.ways[1].finished);
    Str first = desk_lines(&desk, 0);
    Str other = desk_lines(&desk, 1);
    desk_act(&desk, ACTION_WHAT_IF, 2);
    desk_walk(&desk, SOLO_CHOOSE, 1, 0);
    assert_int_equal(player->walk_count, 3);
    desk_crash(&desk);
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S02));
    desk_act(&desk, ACTION_RESUME, 0);
    assert_int_equal(player->walk_count, 3);
    assert_int_equal(player->screen, SCREEN_PLAY); // the last one was not finished
    assert_int_equal(player->walks[2].parent_decision, 2);
    assert_true(str_equal(desk_lines(&desk, 0), first));
    assert_true(str_equal(desk_lines(&desk, 1), other));
    assert_true(str_equal(player->note, S("À reprendre : le silence.")));
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_int_equal(player->screen, SCREEN_DEBRIEF);
    desk_act(&desk, ACTION_COMPARE, 1);
    assert_int_equal(player->screen, SCREEN_COMPARE);
    desk_close(&desk);
}

static void the_clock_waits_while_something_covers_the_page(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    desk_begin_case(&desk, S02); // its first decision has a limit of 41 seconds
    assert_true(player_next_tick(player, desk.now_ms) > desk.now_ms);
    desk_act(&desk, ACTION_SHOW, OVERLAY_HELP);
    assert_int_equal(player_next_tick(player, desk.now_ms), -1);
    desk.now_ms += 120000;
    desk_act(&desk, ACTION_TICK, 0);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(player_walk(player)->session.way.count, 0);
    desk.now_ms += 41000;
    desk_act(&desk, ACTION_TICK, 0);
    assert_true(session_last_answer(&player_walk(player)->session)->answer.time_up);
    Str lines = desk_lines(&desk, 0);
    desk_crash(&desk);
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S02));
    desk_act(&desk, ACTION_RESUME, 0);
    assert_true(str_equal(desk_lines(&desk, 0), lines));
    desk_close(&desk);
}

static void a_debrief_goes_when_the_program_is_closed_and_a_walk_does_not(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk_begin_case(&desk, S02);
    desk_answer(&desk);
    desk_act(&desk, ACTION_QUIT, 0);
    assert_int_equal(desk.player.overlay, OVERLAY_CONFIRM_LEAVE);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_true(desk.player.app.quit);
    desk_again(&desk);
    assert_true(desk.player.library.cards.rows[desk_find_card(&desk, S02)].started);
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S02));
    desk_act(&desk, ACTION_RESUME, 0);
    desk_play_out(&desk);
    desk_act(&desk, ACTION_TO_DEBRIEF, 0);
    desk_act(&desk, ACTION_QUIT, 0);
    assert_int_equal(desk.player.overlay, OVERLAY_CONFIRM_LET_GO);
    assert_false(desk.player.app.quit);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_true(desk.player.app.quit);
    desk_again(&desk);
    assert_false(desk.player.library.cards.rows[desk_find_card(&desk, S02)].started);
    desk_close(&desk);
}

static void the_clock_stays_stopped_until_the_person_starts_it_again(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk_begin_case(&desk, S02);
    const Solo *model = player_walk(&desk.player);
    desk_walk(&desk, SOLO_PAUSE, 0, 0);
    desk_act(&desk, ACTION_SHOW, OVERLAY_HELP);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(player_next_tick(&desk.player, desk.now_ms), -1);
    desk.now_ms += 120000;
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(model->session.way.count, 0);
    desk_walk(&desk, SOLO_RESUME, 0, 0);
    assert_true(player_next_tick(&desk.player, desk.now_ms) > desk.now_ms);
    desk_walk(&desk, SOLO_PAUSE, 0, 0);
    desk_answer(&desk);
    assert_false(model->paused); // the next decision begins with a clock that runs
    desk_close(&desk);
}

static void the_debrief_is_exported_beside_others_and_without_own_words_unless_asked(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    desk_reach_debrief(&desk, S02);
    desk_write(&desk, ACTION_SET_NOTE, "<b>Ma note</b>");
    desk_act(&desk, ACTION_EXPORT, 0);
    desk_act(&desk, ACTION_EXPORT, 0); // while the first is on its way
    assert_int_equal(player->app.toast.kind, TOAST_NONE);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(player->app.toast.kind, TOAST_DONE);
    Str page = desk_load(&desk, player->exported);
    assert_true(str_find(player->exported, S(" – 2026-11-27.html")) > 0);
    assert_true(str_find(player->app.toast.text, player->exported) > 0);
    desk_act(&desk, ACTION_OPEN_EXPORTED, 0);
    assert_true(str_equal(player->app.opens, player->exported));
    desk_act(&desk, ACTION_OPEN_EXPORTED, 1);
    assert_true(str_equal(player->app.opens, player->app.folders.documents));
    assert_true(str_find(page, S("qui presse")) < 0);
    assert_true(str_find(page, S("Ma note")) < 0);
    assert_true(str_find(page, S("http")) < 0 || str_find(page, S("src=")) < 0);
    assert_true(str_find(page, S("<html lang=\"fr\">")) > 0);
    assert_true(str_find(page, S("27 novembre 2026")) > 0);
    assert_int_equal(player->exported_walk, 1);
    desk_act(&desk, ACTION_EXPORT, 1);
    desk_act(&desk, ACTION_TICK, 0);
    assert_true(str_ends(player->exported, S(" – 2026-11-27 (2).html")));
    page = desk_load(&desk, player->exported);
    assert_true(str_find(page, S("qui presse")) > 0);
    assert_true(str_find(page, S("&lt;b&gt;Ma note&lt;/b&gt;")) > 0);
    assert_int_equal(count_files(&desk, "documents"), 2);
    player->app.folders.documents = desk_path(&desk, "no/such");
    desk_act(&desk, ACTION_EXPORT, 0);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(player->app.toast.kind, TOAST_TROUBLE);
    assert_int_equal(player->exported_walk, 0);
    desk_close(&desk);
}

// First what is handed out, then what the screen has besides; in the colours of the screen.
static void the_exported_page_begins_with_what_is_to_be_talked_about(void **state) {
    (void)state;
    static const char *const HEADINGS[] = {"La relation, de l’arrivée au départ",
                                           "Ce que vos choix ont travaillé",
                                           "Pour en parler",
                                           "Mes notes",
                                           "M.\u00A0Delaunay",
                                           "Ce que vous avez répondu",
                                           "Dans vos propres mots",
                                           "La relation, de l’arrivée au départ",
                                           "À retenir",
                                           "Vers qui se tourner",
                                           "Sources"};
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    desk_reach_debrief(&desk, S02);
    desk_write(&desk, ACTION_SET_NOTE, "Ma note");
    desk_act(&desk, ACTION_EXPORT, 1);
    desk_act(&desk, ACTION_TICK, 0);
    Str page = desk_load(&desk, player->exported);
    static const ColorRole ROLES[] = {COLOR_INK, COLOR_SOFT, COLOR_TEAL, COLOR_TERRACOTTA, COLOR_OCHRE, COLOR_PAPER};
    for (int32_t i = 0; i < COUNT(ROLES); i++) {
        Color color = theme_color(THEME_PAPER, ROLES[i]);
        assert_true(str_find(page, str_format(&desk.arena, "#%02X%02X%02X", color.red, color.green, color.blue)) > 0);
    }
    for (int32_t i = 0; i < COUNT(HEADINGS); i++) {
        Str heading = str_format(&desk.arena, ">%s</h2>", HEADINGS[i]);
        ptrdiff_t at = str_find(page, heading);
        if (at < 0) {
            fail_msg("%s is not on the page, or before its place", HEADINGS[i]);
        }
        page = str_slice(page, at, page.len);
    }
    desk_close(&desk);
}

static void a_given_case_that_cannot_be_played_says_so_until_it_is_left(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk.start.case_path = desk_path(&desk, "data/cases/broken.json");
    assert_true(file_save(desk.start.case_path, S("{"), NULL));
    desk_again(&desk);
    assert_int_equal(desk.player.screen, SCREEN_CASE);
    assert_null(desk.player.open.scenario);
    assert_true(desk.player.library.cards.rows[desk.player.open.card].broken);
    desk_act(&desk, ACTION_START, 0);
    desk_act(&desk, ACTION_RESUME, 0);
    desk_act(&desk, ACTION_LET_GO, 0);
    assert_int_equal(desk.player.screen, SCREEN_CASE);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(desk.player.screen, SCREEN_LIBRARY);
    desk_begin_case(&desk, S02);
    assert_int_equal(desk.player.screen, SCREEN_PLAY);
    desk_close(&desk);
}

static void a_case_from_elsewhere_stays_when_cases_are_looked_for_again(void **state) {
    (void)state;
    Desk desk;
    desk_start(&desk, (DeskStart){.case_path = S("data/cases/rumeur.json")});
    int32_t count = desk.player.library.cards.count;
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_RELOAD, 0);
    assert_int_equal(desk.player.library.cards.count, count);
    desk_close(&desk);
}

static void what_is_chosen_comes_before_the_command_line(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    const AppState *app = &desk.player.app;
    SettingsForRun *run = &desk.player.app.settings.for_run;
    settings_ask(run, SETTING_LANGUAGE, LANGUAGE_EN);
    settings_ask(run, SETTING_TEXT_SCALE, 200);
    settings_ask(run, SETTING_THEME, THEME_PROJECTOR);
    assert_int_equal(app_setting(app, SETTING_TEXT_SCALE), 200);
    assert_int_equal(app_setting(app, SETTING_THEME), THEME_PROJECTOR);
    desk_set(&desk, SETTING_TEXT_SCALE, 125);
    assert_int_equal(app_setting(app, SETTING_TEXT_SCALE), 125);
    assert_int_equal(app_setting(app, SETTING_THEME), THEME_PROJECTOR);
    desk_set(&desk, SETTING_THEME, THEME_CONTRAST);
    assert_int_equal(app_setting(app, SETTING_THEME), THEME_CONTRAST);
    desk_set(&desk, SETTING_LANGUAGE, LANGUAGE_AUTO);
    assert_int_equal(app_setting(app, SETTING_LANGUAGE), LANGUAGE_AUTO);
    assert_true(str_equal(desk.player.app.language, S("fr")));
    desk_close(&desk);
}

static void settings_hold_and_erasing_all_takes_everything(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    desk_begin_case(&desk, S02);
    desk_answer(&desk);
    desk_set(&desk, SETTING_LANGUAGE, LANGUAGE_EN);
    desk_set(&desk, SETTING_TEXT_SCALE, 150);
    desk_set(&desk, SETTING_TEXT_SCALE, 151);
    desk_set(&desk, SETTING_LIMITS_OFF, 1);
    assert_true(player->walks[0].limits_off);
    desk_set(&desk, SETTING_LIMITS_OFF, 0);
    assert_false(player->walks[0].limits_off);
    assert_int_equal(player->walks[0].time_percent, 150); // so does reading larger letters
    desk_set(&desk, SETTING_SPEECH, 1);                   // hearing takes longer than reading
    assert_true(player->walks[0].limits_off);
    desk_again(&desk);
    assert_int_equal(player->screen, SCREEN_LIBRARY);
    assert_true(str_equal(player->app.language, S("en")));
    assert_int_equal(app_setting(&player->app, SETTING_TEXT_SCALE), 150);
    desk_act(&desk, ACTION_GO, SCREEN_SETTINGS);
    desk_act(&desk, ACTION_SHOW, OVERLAY_CONFIRM_ERASE_ALL);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_int_equal(player->screen, SCREEN_FIRST_START);
    assert_int_equal(player->app.toast.kind, TOAST_DONE);
    assert_int_equal(count_files(&desk, "data/journal"), 0);
    assert_int_equal(count_files(&desk, "data"), 3); // the empty folders and the lock
    desk_close(&desk);
}

static void settings_that_cannot_be_kept_hold_and_say_so(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk.player.app.folders.settings = desk_path(&desk, "no/such/settings.json");
    desk_set(&desk, SETTING_TEXT_SCALE, 150);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(desk.player.app.toast.kind, TOAST_TROUBLE);
    assert_int_equal(app_setting(&desk.player.app, SETTING_TEXT_SCALE), 150);
    desk_close(&desk);
}

static void the_library_knows_what_was_begun_without_asking_the_disk(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    const Card *card = &player->library.cards.rows[desk_find_card(&desk, S02)];
    desk_begin_case(&desk, S02);
    desk_answer(&desk);
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_true(card->started);
    assert_false(card->changed);
    assert_true(str_equal(card->started_on, S("2026-11-27")));
    desk_act(&desk, ACTION_LET_GO, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_false(card->started);
    desk_close(&desk);
}

static void a_disk_that_refuses_is_told_once_and_play_goes_on(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    player->app.folders.journal = desk_path(&desk, "no/such");
    desk_begin_case(&desk, S02);
    desk_answer(&desk);
    writer_wait(player->app.writer);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(player->app.toast.kind, TOAST_TROUBLE);
    desk_act(&desk, ACTION_DISMISS_TOAST, 0);
    desk_answer(&desk);
    writer_wait(player->app.writer);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(player->app.toast.kind, TOAST_NONE);
    desk_close(&desk);
}

// Whatever is done in whatever order, what holds always holds.
static void check(Desk *desk) {
    const Player *player = &desk->player;
    assert_true(player->walk_count >= 0 && player->walk_count <= MOST_WALKS);
    assert_true(player->walk < player->walk_count || player->walk_count == 0);
    bool walks = player->screen == SCREEN_PLAY || player->screen == SCREEN_DEBRIEF || player->screen == SCREEN_COMPARE;
    assert_true(!walks || player->walk_count > 0);
    bool told = player->open.scenario != NULL || player->library.cards.rows[player->open.card].broken;
    assert_true(player->screen != SCREEN_CASE || told);
    const Solo *model = player_walk(player);
    if (!model) {
        return;
    }
    bool asks = model->session.walk.status == WALK_ASKS;
    assert_true(asks || model->phase >= SOLO_PHASE_FEEDBACK);
    assert_true(model->phase != SOLO_PHASE_ENDED || model->session.walk.status == WALK_ENDED);
    OptionId options[LIMIT_OPTIONS + 1];
    assert_true(solo_list_options(model, options) <= LIMIT_OPTIONS);
    assert_int_equal(model->session.way.count, model->session.before.count);
    Arena frame = {0};
    Telling telling = player_telling(player, player->walk, &frame);
    (void)telling_scenes(&telling, solo_place(model));
    (void)telling_gauges(&telling, solo_scene(model));
    (void)solo_options(model);
    (void)solo_items(model);
    (void)solo_decision(model);
    (void)solo_typed(model);
    arena_finish(&frame);
}

static void do_anything(Desk *desk, Random *random) {
    static const char *const TEXTS[] = {"", "  ", "Bonjour, je vous écoute, prenez votre temps.", "œ", "\xC3"};
    static const int32_t VALUES[] = {0, 1, 2, 100, 175};
    Action action = {.kind = (ActionKind)random_below(random, ACTION_KIND_COUNT),
                     .index = random_below(random, 9) - 1,
                     .text = str_from_c(TEXTS[random_below(random, 4)])};
    if (random_below(random, 4) != 0) {
        action.kind = ACTION_WALK;
        action.walk = (SoloAction){.kind = (SoloActionKind)random_below(random, SOLO_ACTION_COUNT),
                                   .index = random_below(random, 10) - 1,
                                   .value = random_below(random, 6) - 1,
                                   .text = str_from_c(TEXTS[random_below(random, 5)])};
    }
    if (action.kind == ACTION_SET_SETTING) {
        if (random_below(random, 8) != 0) { // they write to the disk
            return;
        }
        action.setting = (Setting)random_below(random, SETTING_COUNT);
        action.index = VALUES[random_below(random, 5)];
    }
    if (action.kind == ACTION_GO) {
        action.index = random_below(random, 2) == 0 ? SCREEN_LIBRARY : SCREEN_SETTINGS;
    }
    if (action.kind == ACTION_SHOW) {
        action.index = random_below(random, OVERLAY_COUNT);
    }
    if ((action.kind == ACTION_EXPORT || action.kind == ACTION_CONFIRM) && random_below(random, 8) != 0) {
        return;
    }
    if (action.kind == ACTION_RELOAD && random_below(random, 16) != 0) {
        return;
    }
    desk->now_ms += random_below(random, 200);
    player_update(&desk->player, &action, desk->now_ms);
}

// Ways that lead on from here: left to chance alone no case would ever be played to its end.
static void go_on(Desk *desk, Random *random) {
    static const ActionKind LEADS_ON[] = {
        [SCREEN_FIRST_START] = ACTION_WELCOME, [SCREEN_FRAME] = ACTION_BACK,      [SCREEN_NEEDS] = ACTION_BACK,
        [SCREEN_CARE] = ACTION_BACK,           [SCREEN_EXPORT] = ACTION_BACK,     [SCREEN_LIBRARY] = ACTION_OPEN_CASE,
        [SCREEN_CASE] = ACTION_START,          [SCREEN_PLAY] = ACTION_TO_DEBRIEF, [SCREEN_DEBRIEF] = ACTION_WHAT_IF,
        [SCREEN_COMPARE] = ACTION_BACK,        [SCREEN_SETTINGS] = ACTION_BACK};
    const Solo *model = player_walk(&desk->player);
    if (desk->player.overlay != OVERLAY_NONE) {
        desk_act(desk, random_below(random, 4) == 0 ? ACTION_CONFIRM : ACTION_BACK, 0);
    } else if (desk->player.screen == SCREEN_PLAY && model->phase == SOLO_PHASE_ASK) {
        desk_answer(desk);
    } else if (desk->player.screen == SCREEN_PLAY && model->phase < SOLO_PHASE_ENDED) {
        desk_type(desk, "Vous êtes venu trois fois, et cela ne bouge pas.");
        desk_walk(desk, SOLO_SAY, 0, 0);
        desk_walk(desk, SOLO_SET_CONFIDENCE, 0, 1);
        desk_walk(desk, SOLO_GO_ON, 0, 0);
    } else {
        desk_act(desk, ACTION_ACCEPT_NOTICE, 0);
        desk_act(desk, LEADS_ON[desk->player.screen], random_below(random, 2));
    }
}

static void twenty_thousand_random_actions_harm_nothing(void **state) {
    (void)state;
    enum { STEPS = 20000, CRASHES = 5000 };
    Desk desk;
    desk_open(&desk);
    Random random = random_from_seed(2026);
    int64_t answers = 0;
    int32_t debriefs = 0;
    for (int32_t i = 0; i < STEPS; i++) {
        const Solo *before = player_walk(&desk.player);
        int32_t way = before ? before->session.way.count : 0;
        if (random_below(&random, 4) == 0) {
            go_on(&desk, &random);
        } else {
            do_anything(&desk, &random);
        }
        check(&desk);
        const Solo *after = player_walk(&desk.player);
        answers += after && after->session.way.count > way;
        debriefs += desk.player.screen == SCREEN_DEBRIEF;
        if (i % CRASHES == CRASHES - 1) {
            desk_crash(&desk);
        }
    }
    assert_true(answers > 1000);
    assert_true(debriefs > 10);
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_case_is_played_from_the_library_to_its_debrief),
        cmocka_unit_test(after_a_crash_the_walk_stands_where_it_stood),
        cmocka_unit_test(a_debrief_goes_when_the_program_is_closed_and_a_walk_does_not),
        cmocka_unit_test(leaving_in_the_middle_keeps_what_was_begun_and_letting_go_erases_it),
        cmocka_unit_test(what_ifs_stand_side_by_side_and_outlive_a_crash),
        cmocka_unit_test(the_clock_waits_while_something_covers_the_page),
        cmocka_unit_test(the_clock_stays_stopped_until_the_person_starts_it_again),
        cmocka_unit_test(the_exported_page_begins_with_what_is_to_be_talked_about),
        cmocka_unit_test(the_debrief_is_exported_beside_others_and_without_own_words_unless_asked),
        cmocka_unit_test(a_given_case_that_cannot_be_played_says_so_until_it_is_left),
        cmocka_unit_test(a_case_from_elsewhere_stays_when_cases_are_looked_for_again),
        cmocka_unit_test(what_is_chosen_comes_before_the_command_line),
        cmocka_unit_test(settings_hold_and_erasing_all_takes_everything),
        cmocka_unit_test(settings_that_cannot_be_kept_hold_and_say_so),
        cmocka_unit_test(the_library_knows_what_was_begun_without_asking_the_disk),
        cmocka_unit_test(a_disk_that_refuses_is_told_once_and_play_goes_on),
        cmocka_unit_test(twenty_thousand_random_actions_harm_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
