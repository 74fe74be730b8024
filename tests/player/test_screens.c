#include "stage.h"

static void a_click_on_a_card_opens_its_case(void **state) {
    Stage *stage = *state;
    click(stage, ROLE_BUTTON, S("Alpha"));
    assert_int_equal(stage->action.kind, ACTION_OPEN_CASE);
    assert_int_equal(stage->action.index, 0);
}

static void the_stroke_leads_to_the_search_and_typing_searches(void **state) {
    Stage *stage = *state;
    (void)look(stage);
    press(stage, KEY_SLASH, 0);
    (void)answer(stage, (UiInput){.kind = INPUT_TEXT, .text = S("al")});
    assert_int_equal(stage->action.kind, ACTION_SET_SEARCH);
    assert_true(str_equal(stage->action.text, S("al")));
}

static void escape_empties_the_search(void **state) {
    Stage *stage = *state;
    stage->player.filter.search = S("al");
    (void)look(stage);
    press(stage, 'f', MOD_CTRL);
    press(stage, KEY_ESCAPE, 0);
    assert_int_equal(stage->action.kind, ACTION_SET_SEARCH);
    assert_int_equal(stage->action.text.len, 0);
}

static void a_search_without_result_can_be_emptied_with_a_button(void **state) {
    Stage *stage = *state;
    stage->player.filter.search = S("zzz");
    click(stage, ROLE_BUTTON, S("Empty the search"));
    assert_int_equal(stage->action.kind, ACTION_SET_SEARCH);
    assert_int_equal(stage->action.text.len, 0);
}

static void only_themes_of_cases_are_offered(void **state) {
    Stage *stage = *state;
    assert_null(find_node(look(stage), ROLE_RADIO, S("Listening")));
    click(stage, ROLE_RADIO, S("Closing"));
    assert_int_equal(stage->action.kind, ACTION_SET_THEME_FILTER);
    assert_true(str_equal(stage->action.text, S("conclure")));
}

static void without_any_case_it_says_where_to_put_one(void **state) {
    Stage *stage = *state;
    stage->player.library.cards.count = 0;
    const UiFrame *frame = look(stage);
    assert_true(says(
        frame, S("There is no situation here. Put files of situations into the folder “cases”, then look again.")));
    assert_non_null(find_node(frame, ROLE_BUTTON, S("Look again")));
}

static void that_nothing_is_kept_is_told_with_its_reason(void **state) {
    Stage *stage = *state;
    stage->player.app.folders =
        (Folders){.refused = true, .error = {.code = ERROR_DISK_FULL, .path = "/home/somebody/palabre"}};
    assert_true(says(look(stage), S("Palabre can keep nothing: the folder “/home/somebody/palabre” could not be made "
                                    "(the disk is full). You can practise, but what you begin is gone once Palabre "
                                    "closes. When this is mended, start Palabre again.")));
}

static void what_cannot_be_played_says_so_and_leads_back(void **state) {
    Stage *stage = *state;
    stage->player.screen = SCREEN_CASE;
    stage->player.open.card = BROKEN;
    assert_true(says(look(stage), S("cases/delta.json")));
    click(stage, ROLE_BUTTON, S("Choose another situation"));
    assert_int_equal(stage->action.kind, ACTION_BACK);
}

static void the_navigation_leads_to_the_settings(void **state) {
    Stage *stage = *state;
    click(stage, ROLE_LINK, S("Settings"));
    assert_int_equal(stage->action.kind, ACTION_GO);
    assert_int_equal(stage->action.index, SCREEN_SETTINGS);
}

static void assert_wished(const Stage *stage, Setting setting, int32_t value) {
    assert_int_equal(stage->action.kind, ACTION_SET_SETTING);
    assert_int_equal(stage->action.setting, setting);
    assert_int_equal(stage->action.index, value);
}

static void a_setting_that_is_ticked_is_wished_on(void **state) {
    Stage *stage = *state;
    stage->player.screen = SCREEN_SETTINGS;
    click(stage, ROLE_RADIO, S("150%"));
    assert_wished(stage, SETTING_TEXT_SCALE, 150);
    click(stage, ROLE_CHECKBOX, S("Less movement"));
    assert_wished(stage, SETTING_REDUCED_MOTION, 1);
}

// On a French keyboard + is typed with Shift, on the key of =.
static void ctrl_with_plus_minus_and_nought_sets_the_size_of_the_text(void **state) {
    Stage *stage = *state;
    (void)look(stage);
    press(stage, '=', MOD_CTRL | MOD_SHIFT);
    assert_wished(stage, SETTING_TEXT_SCALE, 125);
    settings_ask(&stage->player.app.settings.for_run, SETTING_TEXT_SCALE, 200);
    press(stage, KEY_PLUS, MOD_CTRL);
    assert_int_equal(stage->action.kind, ACTION_NONE);
    press(stage, KEY_MINUS, MOD_CTRL);
    assert_wished(stage, SETTING_TEXT_SCALE, 175);
    press(stage, '0', MOD_CTRL);
    assert_wished(stage, SETTING_TEXT_SCALE, 100);
}

static void what_a_row_of_the_help_names_a_click_on_it_does(void **state) {
    Stage *stage = *state;
    stage->player.overlay = OVERLAY_HELP;
    const UiFrame *frame = look(stage);
    const UiTreeNode *row = NULL;
    for (int32_t i = 0; i < frame->tree.count; i++) {
        row = str_begins(frame->tree.rows[i].name, S("F5,")) ? &frame->tree.rows[i] : row;
    }
    assert_non_null(row);
    UiInput click = {.kind = INPUT_DOWN, .x = row->rect.x + 5, .y = row->rect.y + 5, .now_ms = 1000};
    (void)answer(stage, click);
    click.kind = INPUT_UP;
    (void)answer(stage, click);
    assert_int_equal(stage->action.kind, ACTION_SHOW);
    assert_true(ui_has_wish(stage->ui));
    stage->player.overlay = OVERLAY_NONE;
    ui_begin_again(stage->ui, (UiPreferences){.text_scale = stage->text_scale});
    (void)screen_view(stage->ui, &stage->player);
    (void)ui_end(stage->ui);
    (void)answer(stage, (UiInput){.kind = INPUT_IDLE, .now_ms = 1000});
    assert_int_equal(stage->action.kind, ACTION_RELOAD);
    assert_false(ui_has_wish(stage->ui));
}

static void f1_asks_for_help_and_help_lists_the_keys_of_the_page(void **state) {
    Stage *stage = *state;
    (void)look(stage);
    press(stage, KEY_F1, 0);
    assert_int_equal(stage->action.kind, ACTION_SHOW);
    assert_int_equal(stage->action.index, OVERLAY_HELP);
    stage->player.overlay = OVERLAY_HELP;
    assert_non_null(find_node(look(stage), ROLE_TEXT, S("/, Search the situations")));
    press(stage, KEY_ESCAPE, 0);
    assert_int_equal(stage->action.kind, ACTION_SHOW);
    assert_int_equal(stage->action.index, OVERLAY_NONE);
}

// The words after the key, in "F1, Show this help".
static void every_line_of_help_begins_with_a_capital(void **state) {
    Stage *stage = *state;
    static const Screen SCREENS[] = {SCREEN_LIBRARY, SCREEN_SETTINGS};
    for (int32_t i = 0; i < COUNT(SCREENS); i++) {
        stage->player.screen = SCREENS[i];
        stage->player.overlay = OVERLAY_HELP;
        const UiFrame *frame = look(stage);
        int32_t lines = 0;
        for (int32_t j = 0; j < frame->tree.count; j++) {
            Str rest = frame->tree.rows[j].name;
            ptrdiff_t comma = str_find(rest, S(", "));
            if (frame->tree.rows[j].role == ROLE_TEXT && comma > 0 && comma < 10) {
                assert_in_range(rest.text[comma + 2], 'A', 'Z');
                lines++;
            }
        }
        assert_true(lines >= 5);
        stage->player.overlay = OVERLAY_NONE;
    }
}

// The conversation needs one; it is held by player.heard.
static void every_screen_and_every_overlay_has_its_row(void **state) {
    Stage *stage = *state;
    for (Screen i = 0; i < SCREEN_COUNT; i++) {
        assert_non_null(screen_row(i)->view);
        assert_true(screen_row(i)->nav.text.len == 0 || screen_row(i)->nav.draw);
    }
    for (Overlay i = OVERLAY_HELP; i < OVERLAY_COUNT; i++) {
        stage->player.overlay = i == OVERLAY_HISTORY ? OVERLAY_HELP : i;
        (void)look(stage);
        press(stage, KEY_ESCAPE, 0);
        assert_int_equal(stage->action.kind, i == OVERLAY_ERASING ? ACTION_NONE : ACTION_SHOW); // it ends by itself
        assert_int_equal(stage->action.index, OVERLAY_NONE);
    }
}

static void a_low_window_leaves_room_above_the_buttons_of_a_case(void **state) {
    Stage *stage = *state;
    Scenario scenario = {.title = S("Alpha"), .summary = S("Somebody comes back."), .language = S("en")};
    stage->player.screen = SCREEN_CASE;
    stage->player.open = (OpenCase){.scenario = &scenario,
                                    .card = NO_CARD,
                                    .can_resume = true,
                                    .was_mended = true,
                                    .was_damaged = true,
                                    .begun_on = S("2026-11-25")};
    stage->text_scale = 200;
    const UiFrame *frame = look(stage);
    const UiTreeNode *resume = find_node(frame, ROLE_BUTTON, S("Take up again"));
    assert_non_null(resume);
    assert_true(resume->rect.y > HEIGHT / 2);
    assert_true(says(frame, S("A part of what was noted cannot be read any more. You can take up again what comes "
                              "before it; the damaged file is set aside.")));
    assert_non_null(find_node(frame, ROLE_BUTTON, S("Play with a group")));
    stage->player.open = (OpenCase){0};
}

static void enter_does_not_erase_everything(void **state) {
    Stage *stage = *state;
    stage->player.screen = SCREEN_SETTINGS;
    stage->player.overlay = OVERLAY_CONFIRM_ERASE_ALL;
    (void)look(stage);
    press(stage, KEY_ENTER, 0);
    assert_int_equal(stage->action.kind, ACTION_SHOW);
    click(stage, ROLE_BUTTON, S("Erase everything"));
    assert_int_equal(stage->action.kind, ACTION_CONFIRM);
}

static bool is_ticked(const UiFrame *frame, Str name) {
    const UiTreeNode *node = find_node(frame, ROLE_RADIO, name);
    assert_non_null(node);
    return node->checked;
}

static void the_settings_show_what_holds_and_not_what_is_kept(void **state) {
    Stage *stage = *state;
    stage->player.screen = SCREEN_SETTINGS;
    SettingsForRun *run = &stage->player.app.settings.for_run;
    settings_ask(run, SETTING_LANGUAGE, LANGUAGE_EN);
    settings_ask(run, SETTING_TEXT_SCALE, 200);
    settings_ask(run, SETTING_THEME, THEME_NIGHT);
    const UiFrame *frame = look(stage);
    assert_true(is_ticked(frame, S("English")) && is_ticked(frame, S("200%")) && is_ticked(frame, S("Dark")));
    assert_false(is_ticked(frame, S("100%")) || is_ticked(frame, S("Light")));
    settings_ask(run, SETTING_TEXT_SCALE, 130);
    settings_ask(run, SETTING_THEME, THEME_PROJECTOR);
    frame = look(stage);
    assert_false(is_ticked(frame, S("125%")) || is_ticked(frame, S("Dark")));
    click(stage, ROLE_RADIO, S("100%"));
    assert_wished(stage, SETTING_TEXT_SCALE, 100);
}

static void the_settings_tell_beside_the_box_that_nothing_is_heard(void **state) {
    Stage *stage = *state;
    AppState *app = &stage->player.app;
    stage->player.screen = SCREEN_SETTINGS;
    for (VoiceState voice = VOICE_UNKNOWN; voice <= VOICE_SILENT; voice++) {
        app->voice = voice;
        Str trouble = app_voice_trouble(app);
        bool missed = voice == VOICE_MISSING || voice == VOICE_SILENT;
        assert_int_equal(trouble.len > 0, missed);
        assert_int_equal(says(look(stage), trouble), missed);
    }
}

static void a_voice_is_told_of_when_it_goes_and_when_it_is_back(void **state) {
    Stage *stage = *state;
    AppState *app = &stage->player.app;
    app_hear_of_voice(app, VOICE_THERE, 1000);
    assert_int_equal(app->toast.kind, TOAST_NONE);
    app_hear_of_voice(app, VOICE_SILENT, 2000);
    assert_int_equal(app->toast.kind, TOAST_TROUBLE);
    assert_true(str_find(app->toast.text, S("speech-dispatcher")) > 0);
    app_hear_of_voice(app, VOICE_SILENT, 3000);
    assert_int_equal(app->toast.since_ms, 2000); // once
    app_hear_of_voice(app, VOICE_THERE, 4000);
    assert_int_equal(app->toast.kind, TOAST_DONE);
    app_dismiss_toast(app);
    app_hear_of_voice(app, VOICE_MISSING, 5000);
    app_hear_of_voice(app, VOICE_UNKNOWN, 6000); // reading aloud is switched off
    assert_int_equal(app->toast.since_ms, 5000);
    arena_finish(&app->toast_arena);
}

static void the_settings_begin_on_the_first_of_them(void **state) {
    Stage *stage = *state;
    stage->player.screen = SCREEN_SETTINGS;
    assert_true(find_node(look(stage), ROLE_RADIO, S("As the computer"))->focused);
}

static void the_first_start_can_be_left_with_enter(void **state) {
    Stage *stage = *state;
    stage->player.screen = SCREEN_FIRST_START;
    assert_null(find_node(look(stage), ROLE_BUTTON, S("Lead a group")));
    for (stage->text_scale = 100; stage->text_scale <= 200; stage->text_scale += 100) {
        (void)look(stage);
        press(stage, KEY_ENTER, 0);
        assert_int_equal(stage->action.kind, ACTION_WELCOME);
    }
    stage->text_scale = 100;
    click(stage, ROLE_CHECKBOX, S("Read aloud"));
    assert_wished(stage, SETTING_SPEECH, 1);
}

static void a_toast_goes_by_itself(void **state) {
    Stage *stage = *state;
    stage->player.app.toast = (Toast){.kind = TOAST_DONE, .text = S("Done."), .since_ms = 1000};
    const UiFrame *frame = answer(stage, (UiInput){.kind = INPUT_IDLE, .now_ms = 1000});
    assert_int_equal(stage->action.kind, ACTION_NONE);
    assert_true(frame->wake_at_ms > 1000);
    (void)answer(stage, (UiInput){.kind = INPUT_IDLE, .now_ms = 20000});
    assert_int_equal(stage->action.kind, ACTION_DISMISS_TOAST);
}

static void a_toast_goes_when_it_is_pressed_or_with_escape_before_the_page_does(void **state) {
    Stage *stage = *state;
    stage->player.screen = SCREEN_SETTINGS;
    stage->player.app.toast = (Toast){.kind = TOAST_TROUBLE, .text = S("The disk is full.")};
    (void)look(stage);
    press(stage, KEY_ESCAPE, 0);
    assert_int_equal(stage->action.kind, ACTION_DISMISS_TOAST);
    click(stage, ROLE_ALERT, S("The disk is full."));
    assert_int_equal(stage->action.kind, ACTION_DISMISS_TOAST);
    stage->player.app.toast = (Toast){0};
    press(stage, KEY_ESCAPE, 0);
    assert_int_equal(stage->action.kind, ACTION_BACK);
}

// A case with a notice, open on its page.
static void open_case(Stage *stage) {
    Player *player = &stage->player;
    Scenario *scenario = arena_push(&player->arena, Scenario, 1);
    *scenario = (Scenario){.title = S("Alpha"),
                           .summary = S("Somebody comes back."),
                           .role = S("You are at the desk."),
                           .notice = S("There is shouting in it."),
                           .playable = true};
    *rows_append(&player->arena, &scenario->characters) = (Character){0};
    *rows_append(&player->arena, &scenario->characters) =
        (Character){.name = S("Mr Lefèvre"), .initials = S("ML"), .role = S("visitor")};
    *rows_append(&player->arena, &scenario->texts) = S("Stay calm when somebody shouts.");
    scenario->character_rows = (Span){1, 1};
    scenario->objectives = (Span){0, 1};
    player->open.scenario = scenario;
    player->screen = SCREEN_CASE;
}

static void the_notice_is_read_before_anything_begins(void **state) {
    Stage *stage = *state;
    open_case(stage);
    assert_null(find_node(look(stage), ROLE_BUTTON, S("Begin")));
    press(stage, KEY_ENTER, 0);
    assert_int_equal(stage->action.kind, ACTION_ACCEPT_NOTICE);
    stage->player.open.notice_read = true;
    click(stage, ROLE_BUTTON, S("Begin"));
    assert_int_equal(stage->action.kind, ACTION_START);
}

static void what_was_begun_is_offered_first(void **state) {
    Stage *stage = *state;
    open_case(stage);
    stage->player.open.notice_read = stage->player.open.can_resume = true;
    stage->player.open.begun_on = S("2026-11-26");
    assert_true(says(look(stage), S("Begun yesterday")));
    press(stage, KEY_ENTER, 0);
    assert_int_equal(stage->action.kind, ACTION_RESUME);
    click(stage, ROLE_BUTTON, S("Erase what you began"));
    assert_int_equal(stage->action.kind, ACTION_LET_GO);
    press(stage, KEY_BACKSPACE, 0);
    assert_int_equal(stage->action.kind, ACTION_BACK);
}

static void a_case_that_is_being_opened_says_so_and_can_be_left(void **state) {
    Stage *stage = *state;
    OpenJob job = {.open.path = S("cases/a.json"), .known = {.path = S("cases/a.json"), .told.title = S("Alpha")}};
    stage->player.screen = SCREEN_CASE;
    stage->player.opening.wanted = &job;
    stage->player.opening.shown = true;
    assert_non_null(find_node(look(stage), ROLE_HEADING, S("This situation is being opened…")));
    assert_true(says(look(stage), S("Alpha")));
    press(stage, KEY_ESCAPE, 0);
    assert_int_equal(stage->action.kind, ACTION_BACK);
}

static void nothing_is_begun_until_it_is_known_what_was(void **state) {
    Stage *stage = *state;
    open_case(stage);
    stage->player.open.notice_read = stage->player.open.lists = true;
    assert_null(find_node(look(stage), ROLE_BUTTON, S("Begin")));
    stage->player.open.lists = false;
    assert_non_null(find_node(look(stage), ROLE_BUTTON, S("Begin")));
}

static void assert_sound(const UiFrame *frame) {
    for (int32_t i = 0; i < frame->tree.count; i++) {
        const UiTreeNode *node = &frame->tree.rows[i];
        assert_true(node->rect.x >= 0 && node->rect.x + node->rect.width <= WIDTH);
        for (int32_t j = 0; j < i && node->focusable; j++) {
            assert_false(frame->tree.rows[j].focusable && frame->tree.rows[j].id == node->id);
        }
    }
}

// Rectangles of the tree are cut at the window: what is drawn is not.
static int32_t right_end(const UiFrame *frame) {
    int32_t end = 0;
    for (int32_t i = 0; i < frame->draws.count; i++) {
        const Rect *rect = &frame->draws.rows[i].rect;
        end = rect->x + rect->width > end ? rect->x + rect->width : end;
    }
    return end;
}

static void every_page_fits_the_window_at_any_text_size(void **state) {
    Stage *stage = *state;
    static const Screen SCREENS[] = {SCREEN_FIRST_START, SCREEN_FRAME,   SCREEN_NEEDS, SCREEN_CARE,
                                     SCREEN_EXPORT,      SCREEN_LIBRARY, SCREEN_CASE,  SCREEN_SETTINGS};
    open_case(stage);
    for (int32_t reads = 0; reads < 2; reads++) {
        stage->player.open.notice_read = reads != 0;
        for (int32_t i = 0; i < COUNT(SCREENS); i++) {
            stage->player.screen = SCREENS[i];
            for (stage->text_scale = 100; stage->text_scale <= 200; stage->text_scale += 25) {
                const UiFrame *frame = look(stage);
                assert_sound(frame);
                assert_true(right_end(frame) <= WIDTH);
            }
        }
    }
}

static bool shows_what_stands_in_the_dialog(const UiFrame *frame) {
    for (int32_t i = 0; i < frame->tree.count; i++) {
        if (frame->tree.rows[i].role == ROLE_DIALOG) {
            return i + 1 < frame->tree.count && frame->tree.rows[i].rect.height > HEIGHT / 5;
        }
    }
    return false;
}

static void every_dialog_fits_the_window_at_any_text_size(void **state) {
    Stage *stage = *state;
    static const Overlay OVERLAYS[] = {OVERLAY_HELP,           OVERLAY_CONFIRM_LEAVE, OVERLAY_CONFIRM_RESTART,
                                       OVERLAY_CONFIRM_LET_GO, OVERLAY_CONFIRM_ERASE, OVERLAY_CONFIRM_ERASE_ALL,
                                       OVERLAY_EXPORT};
    for (int32_t i = 0; i < COUNT(OVERLAYS); i++) {
        stage->player.overlay = OVERLAYS[i];
        for (stage->text_scale = 100; stage->text_scale <= 200; stage->text_scale += 50) {
            const UiFrame *frame = look(stage);
            assert_sound(frame);
            assert_true(right_end(frame) <= WIDTH);
            assert_true(shows_what_stands_in_the_dialog(frame));
        }
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_click_on_a_card_opens_its_case),
        TEST(a_low_window_leaves_room_above_the_buttons_of_a_case),
        TEST(the_stroke_leads_to_the_search_and_typing_searches),
        TEST(escape_empties_the_search),
        TEST(a_search_without_result_can_be_emptied_with_a_button),
        TEST(only_themes_of_cases_are_offered),
        TEST(without_any_case_it_says_where_to_put_one),
        TEST(that_nothing_is_kept_is_told_with_its_reason),
        TEST(what_cannot_be_played_says_so_and_leads_back),
        TEST(the_navigation_leads_to_the_settings),
        TEST(every_screen_and_every_overlay_has_its_row),
        TEST(a_setting_that_is_ticked_is_wished_on),
        TEST(ctrl_with_plus_minus_and_nought_sets_the_size_of_the_text),
        TEST(what_a_row_of_the_help_names_a_click_on_it_does),
        TEST(f1_asks_for_help_and_help_lists_the_keys_of_the_page),
        TEST(every_line_of_help_begins_with_a_capital),
        TEST(enter_does_not_erase_everything),
        TEST(the_settings_show_what_holds_and_not_what_is_kept),
        TEST(the_settings_tell_beside_the_box_that_nothing_is_heard),
        TEST(a_voice_is_told_of_when_it_goes_and_when_it_is_back),
        TEST(the_settings_begin_on_the_first_of_them),
        TEST(the_first_start_can_be_left_with_enter),
        TEST(a_toast_goes_by_itself),
        TEST(a_toast_goes_when_it_is_pressed_or_with_escape_before_the_page_does),
        TEST(the_notice_is_read_before_anything_begins),
        TEST(what_was_begun_is_offered_first),
        TEST(a_case_that_is_being_opened_says_so_and_can_be_left),
        TEST(nothing_is_begun_until_it_is_known_what_was),
        TEST(every_page_fits_the_window_at_any_text_size),
        TEST(every_dialog_fits_the_window_at_any_text_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
