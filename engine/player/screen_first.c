// The first start: what there is to do here, and the few things to settle before.
#include "player/screen_parts.h"

enum { PAGE_MOST_WIDTH = 1000, THREE_COLUMNS = 900, LOW = 500 };

static const struct {
    Str title, text;
    bool writes; // with the editor, where that is
} WAYS[] = {
    {.title = TR_INIT("Practise"),
     .text = TR_INIT("Choose a situation, answer as you would, and see what comes of it. Nobody marks you.")},
    {.title = TR_INIT("Lead a group"),
     .text = TR_INIT("Play a situation with several people, and talk about each decision.")},
    {.title = TR_INIT("Write a situation"),
     .text = TR_INIT("Make a situation of your own from what you meet at work."),
     .writes = true},
};

static void say_way(Ui *ui, int32_t way) {
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 8}); // no card: those are pressed elsewhere
    ui_heading(ui, ui_words(ui, WAYS[way].title));
    ui_text(ui, (UiText){.text = ui_words(ui, WAYS[way].text), .color = COLOR_SOFT});
    ui_box_end(ui);
}

static void say_ways(Ui *ui, const Player *player) {
    ui_box_begin(ui, (UiBox){.flow = UI_GRID, .columns = ui_width(ui) >= THREE_COLUMNS ? 3 : 1, .gap = 16});
    for (int32_t i = 0; i < COUNT(WAYS); i++) {
        if (!WAYS[i].writes || player->editor.len > 0) {
            say_way(ui, i);
        }
    }
    ui_box_end(ui);
}

static void say_welcome(Ui *ui) {
    ui_box_begin(ui, (UiBox){.gap = 8});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Welcome to Palabre")),
                         .style = TEXT_TITLE,
                         .role = ROLE_HEADING,
                         .live = true});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Here you practise difficult conversations, at your own pace. All of "
                                                 "it stays on this computer.")),
                         .style = TEXT_READING,
                         .live = true});
    ui_box_end(ui);
}

// It has the focus, so in a low window it comes before what would push it out of sight.
static void say_begin(Ui *ui, Action *action) {
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12});
    if (ui_button(ui, (UiButton){.key = S("welcome"),
                                 .text = ui_words(ui, TR("Begin")),
                                 .kind = BUTTON_PRIMARY,
                                 .wants_focus = true})) {
        screen_want(action, ACTION_WELCOME, 1);
    }
    if (ui_button(ui, (UiButton){
                          .key = S("skip"), .text = ui_words(ui, TR("Skip the introduction")), .kind = BUTTON_QUIET})) {
        screen_want(action, ACTION_WELCOME, 0);
    }
    ui_box_end(ui);
}

Action screen_first_view(Ui *ui, const Player *player) {
    Action action = {0};
    ui_enter_page(ui, S("first"));
    ui_box_begin(ui, (UiBox){.key = S("page"),
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .align = UI_CENTER,
                             .padding = UI_PAD(28),
                             .fill = COLOR_PAPER,
                             .scrolls = true});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = PAGE_MOST_WIDTH, .gap = 24});
    say_welcome(ui);
    bool low = ui_height(ui) < LOW;
    if (low) {
        say_begin(ui, &action);
    } else {
        say_ways(ui, player);
    }
    SettingWish wish = {0};
    settings_say(ui, &player->app, SETTING_LANGUAGE, false, &wish);
    settings_say(ui, &player->app, SETTING_TEXT_SCALE, false, &wish);
    settings_say(ui, &player->app, SETTING_SPEECH, false, &wish);
    screen_want_setting(&action, &wish);
    screen_unkept(ui, player);
    if (low) {
        say_ways(ui, player);
    } else {
        say_begin(ui, &action);
    }
    ui_box_end(ui);
    ui_box_end(ui);
    return action;
}
