#include "player/shell.h"

void shell_init(Shell *shell, Player *player, Platform *platform) {
    *shell = (Shell){.player = player,
                     .platform = platform,
                     .ui = ui_create(platform_typesetter(platform), platform_clipboard(platform))};
}

void shell_finish(Shell *shell) {
    ui_destroy(shell->ui);
}

static UiPreferences preferences_of(const Shell *shell) {
    const Settings *settings = &shell->player->settings;
    return (UiPreferences){.theme = player_theme(shell->player),
                           .text_scale = player_text_scale(shell->player),
                           .still = settings->reduced_motion,
                           .speaks = settings->speech,
                           .words = &shell->player->catalog};
}

// Whoever waits for a voice is told when there is none.
static void follow_speech(Shell *shell, int64_t now_ms) {
    bool begins = shell->player->settings.speech && !shell->speaks;
    shell->speaks = shell->player->settings.speech;
    if (begins && !platform_can_speak(shell->platform)) {
        player_update(shell->player, &(Action){.kind = ACTION_TELL_MUTE}, now_ms);
    }
}

// Fonts and voice follow the settings.
static void follow_settings(Shell *shell, int64_t now_ms) {
    const Player *player = shell->player;
    if (player->settings.easy_font != shell->easy_font) {
        shell->easy_font = player->settings.easy_font;
        platform_use_family(shell->platform, shell->easy_font ? FAMILY_EASY : FAMILY_STANDARD);
        ui_forget_fonts(shell->ui);
    }
    if (!str_equal(player->language, shell->language)) {
        shell->language = player->language;
        platform_set_language(shell->platform, player->language);
    }
    follow_speech(shell, now_ms);
}

// What an input means to the program itself, before any page sees it.
static void tell_player(Shell *shell, const UiInput *input) {
    if (input->kind == INPUT_LEAVE) {
        player_update(shell->player, &(Action){.kind = ACTION_QUIT}, input->now_ms);
    } else if (input->kind == INPUT_IDLE) {
        player_update(shell->player, &(Action){.kind = ACTION_TICK}, input->now_ms);
    }
    follow_settings(shell, input->now_ms);
}

static Action say_page(Shell *shell) {
    Action action = screen_view(shell->ui, shell->player);
    int64_t tick_ms = player_next_tick(shell->player, ui_now_ms(shell->ui));
    if (tick_ms >= 0) {
        ui_wake_at(shell->ui, tick_ms);
    }
    return action;
}

const UiFrame *shell_answer(void *context, const UiInput *input, int32_t width, int32_t height) {
    Shell *shell = context;
    tell_player(shell, input);
    ui_begin(shell->ui, input, width, height, preferences_of(shell));
    Action action = say_page(shell);
    const UiFrame *frame = ui_end(shell->ui);
    if (action.kind != ACTION_NONE) {
        player_update(shell->player, &action, input->now_ms);
        follow_settings(shell, input->now_ms);
        ui_begin_again(shell->ui, preferences_of(shell));
        (void)say_page(shell); // no input: nothing is wanted
        frame = ui_end(shell->ui);
    }
    ui_set_done(shell->ui, shell->player->quit);
    return frame;
}
