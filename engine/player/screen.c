#include "player/screen.h"

#include "player/screen_parts.h"

enum { TOAST_MS = 7000, TROUBLE_MS = 15000 };

typedef Action ScreenView(Ui *ui, const Player *player);

static ScreenView *const VIEWS[] = {
    [SCREEN_FIRST_START] = screen_first_view, [SCREEN_LIBRARY] = screen_library_view,
    [SCREEN_CASE] = screen_case_view,         [SCREEN_PLAY] = screen_play_view,
    [SCREEN_DEBRIEF] = screen_debrief_view,   [SCREEN_COMPARE] = screen_compare_view,
    [SCREEN_SETTINGS] = screen_settings_view,
};

static void say_toast(Ui *ui, const Player *player, bool closed, Action *action) {
    static const int32_t TINTS[] = {
        [TOAST_INFO] = UI_TINT_NONE, [TOAST_DONE] = UI_TINT_TEAL, [TOAST_TROUBLE] = UI_TINT_TERRACOTTA};
    const Toast *toast = &player->toast;
    if (toast->kind == TOAST_NONE) {
        return;
    }
    closed |= ui_toast(ui, toast->text, TINTS[toast->kind]);
    int64_t end = toast->since_ms + (toast->kind == TOAST_TROUBLE ? TROUBLE_MS : TOAST_MS);
    if (closed || ui_now_ms(ui) >= end) {
        screen_want(action, ACTION_DISMISS_TOAST, 0);
    }
    ui_wake_at(ui, end); // also when something else was wanted first
}

Action screen_view(Ui *ui, const Player *player) {
    // What hides part of the page goes before the page is left.
    bool closes_toast =
        player->toast.kind != TOAST_NONE && player->overlay == OVERLAY_NONE && ui_key(ui, KEY_ESCAPE, 0);
    Action action = VIEWS[player->screen](ui, player);
    if (ui_shortcut(ui, 'v', 0, ui_words(ui, TR("Read this page aloud")))) {
        ui_read_page(ui);
    }
    if (ui_shortcut(ui, KEY_F1, 0, ui_words(ui, TR("Show this help")))) {
        screen_want(&action, ACTION_SHOW, OVERLAY_HELP);
    }
    if (player->overlay != OVERLAY_NONE) {
        Action above = screen_overlay_view(ui, player);
        action = above.kind != ACTION_NONE ? above : action;
    }
    say_toast(ui, player, closes_toast, &action);
    return action;
}
