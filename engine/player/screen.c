#include "player/screen.h"

#include "player/screen_parts.h"
#include "view/view_solo.h"

static const ScreenRow SCREENS[SCREEN_COUNT] = {
    [SCREEN_FIRST_START] = {.view = screen_first_view, .back = {.kind = BACK_STAYS}},
    [SCREEN_FRAME] = {.view = screen_frame_view, .back = {.kind = BACK_LEADS, .to = SCREEN_LIBRARY}},
    [SCREEN_LIBRARY] = {.view = screen_library_view,
                        .back = {.kind = BACK_STAYS},
                        .lists = true,
                        .nav = {.key = S_INIT("practise"), .text = TR_INIT("Practise"), .draw = screen_nav_bubble}},
    [SCREEN_NEEDS] = {.view = screen_needs_view, .back = {.kind = BACK_LEADS, .to = SCREEN_LIBRARY}, .lists = true},
    [SCREEN_CARE] = {.view = screen_care_view, .back = {.kind = BACK_LEADS, .to = SCREEN_LIBRARY}, .lists = true},
    [SCREEN_RETURNS] = {.view = screen_returns_view, .back = {.kind = BACK_LEADS, .to = SCREEN_LIBRARY}},
    [SCREEN_IMPORT] = {.view = screen_import_view, .back = {.kind = BACK_LEADS, .to = SCREEN_LIBRARY}},
    [SCREEN_CASE] = {.view = screen_case_view, .back = {.kind = BACK_LISTS}},
    [SCREEN_EXPORT] = {.view = screen_export_view, .back = {.kind = BACK_LEADS, .to = SCREEN_CASE}},
    [SCREEN_PLAY] = {.view = screen_play_view, .back = {.kind = BACK_ASKS, .asks = OVERLAY_CONFIRM_LEAVE}},
    [SCREEN_DEBRIEF] = {.view = screen_debrief_view,
                        .back = {.kind = BACK_ASKS, .asks = OVERLAY_CONFIRM_LET_GO},
                        .held = true},
    [SCREEN_COMPARE] = {.view = screen_compare_view, .back = {.kind = BACK_LEADS, .to = SCREEN_DEBRIEF}},
    [SCREEN_ROOM] = {.view = screen_room_view,
                     .back = {.kind = BACK_ASKS, .asks = OVERLAY_CONFIRM_ROOM_LEAVE},
                     .held = true},
    [SCREEN_KEPT] = {.view = screen_kept_view,
                     .back = {.kind = BACK_RETURNS},
                     .nav = {.key = S_INIT("kept"), .text = TR_INIT("Sessions"), .draw = screen_nav_people}},
    [SCREEN_KEPT_SESSION] = {.view = screen_kept_session_view, .back = {.kind = BACK_LEADS, .to = SCREEN_KEPT}},
    [SCREEN_REPLAY] = {.view = screen_replay_view, .back = {.kind = BACK_LEADS, .to = SCREEN_KEPT_SESSION}},
    [SCREEN_ANALYSIS] = {.view = screen_analysis_view, .back = {.kind = BACK_LEADS, .to = SCREEN_KEPT}},
    [SCREEN_NOTEBOOK] = {.view = screen_notebook_view,
                         .back = {.kind = BACK_RETURNS},
                         .nav = {.key = S_INIT("notebook"), .text = TR_INIT("Notebook"), .draw = screen_nav_book}},
    [SCREEN_SETTINGS] = {.view = screen_settings_view,
                         .back = {.kind = BACK_RETURNS},
                         .nav = {.key = S_INIT("settings"), .text = TR_INIT("Settings"), .draw = screen_nav_sliders}},
};

const ScreenRow *screen_row(Screen screen) {
    ASSERT(screen < SCREEN_COUNT && SCREENS[screen].view && SCREENS[screen].back.kind != BACK_UNSAID);
    return &SCREENS[screen];
}

Action screen_view(Ui *ui, const Player *player) {
    bool looks_back =
        (player->screen == SCREEN_KEPT_SESSION || player->screen == SCREEN_REPLAY) && player->kept.session;
    view_pronounce(ui, looks_back ? player->kept.session->scenario : player->open.scenario);
    const Toast *toast = &player->app.toast;
    bool closes_toast = player->overlay == OVERLAY_NONE && toast_takes_escape(ui, toast);
    Action action = screen_row(player->screen)->view(ui, player);
    // While something is typed V is one of its letters.
    bool reads = ui_shortcut(ui, 'v', 0, ui_words(ui, TR("Read this page aloud")));
    if (ui_shortcut(ui, 'l', MOD_CTRL, ui_is_typing(ui) ? ui_words(ui, TR("Read this page aloud")) : (Str){0}) ||
        reads) {
        ui_read_page(ui);
    }
    SettingWish size = settings_ask_text_size(ui, &player->app);
    screen_want_setting(&action, &size);
    if (ui_shortcut(ui, KEY_F1, 0, ui_words(ui, TR("Show this help")))) {
        screen_want(&action, ACTION_SHOW, OVERLAY_HELP);
    }
    if (ui_input(ui)->kind == INPUT_DROP) {
        screen_want_text(&action, ACTION_OPEN_FILE, ui_input(ui)->text);
    }
    if (player->overlay != OVERLAY_NONE) {
        Action above = screen_overlay_view(ui, player);
        action = above.kind != ACTION_NONE ? above : action;
    }
    Str copied;
    if (ui_copy(ui, &copied)) {
        screen_want_text(&action, ACTION_SAY_COPIED, copied);
    }
    if (toast_view(ui, toast, closes_toast)) {
        screen_want(&action, ACTION_DISMISS_TOAST, 0);
    }
    return action;
}
