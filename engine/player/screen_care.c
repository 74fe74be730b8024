// After a hard moment: what helps now, what this program is and is not for, and cases that begin quietly. Nothing here
// is counted, marked or noted.
#include "player/need_list.h"
#include "player/player_parts.h"
#include "player/screen_parts.h"
#include "told/care.h"

enum { PAGE_MOST_WIDTH = 820 };

static void say_pairs(Ui *ui, ToldPairs pairs, bool live) {
    for (int32_t i = 0; i < pairs.count; i++) {
        screen_pair(ui, pairs.rows[i].label, pairs.rows[i].text, live);
    }
}

// Where the line of that evening can be written, if it can.
static void say_notebook(Ui *ui, const Player *player, Action *action) {
    if (!player_kept_can_change(player)) {
        return;
    }
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP});
    if (ui_button(ui, (UiButton){.key = S("notebook"),
                                 .text = ui_words(ui, TR("Write it in my notebook")),
                                 .kind = BUTTON_QUIET})) {
        screen_want(action, ACTION_GO, SCREEN_NOTEBOOK);
    }
    ui_box_end(ui);
}

static void say_gentle(Ui *ui, const Player *player, Action *action) {
    NeedFound found = need_list_gentle(
        ui_arena(ui),
        &(NeedWish){.needs = &player->needs, .library = &player->library, .language = player->app.language});
    if (found.card_count == 0) {
        return;
    }
    Str title = ui_words(ui, TR("Later, if you feel like it"));
    ui_card_begin(ui, (UiBox){.key = S("gentle"), .gap = 10, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    ui_text(ui, (UiText){.text = ui_words(ui, TR("These situations begin quietly.")), .color = COLOR_SOFT});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t i = 0; i < found.card_count; i++) {
        screen_case_button(ui, player, found.cards[i], action);
    }
    ui_box_end(ui);
    ui_card_end(ui);
}

Action screen_care_view(Ui *ui, const Player *player) {
    Action action = {0};
    Str title = ui_words(ui, TR("A moment was hard for you"));
    ui_enter_page(ui, S("care"));
    screen_nav_begin(ui, SCREEN_CARE, &action);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = PAGE_MOST_WIDTH, .gap = 16});
    screen_back(ui, &action);
    ui_text(ui, (UiText){.text = title, .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    ui_text(ui,
            (UiText){.text = ui_words(ui, TR("First you. The rest can wait.")), .style = TEXT_READING, .live = true});
    ui_card_begin(ui, (UiBox){.key = S("care"), // has the focus itself: nothing is begun by one Enter too many
                              .role = ROLE_GROUP,
                              .name = title,
                              .focusable = true,
                              .waits = true,
                              .wants_focus = true,
                              .gap = 12});
    say_pairs(ui, care_tell(ui_arena(ui), &player->app.catalog), true);
    say_notebook(ui, player, &action);
    ui_card_end(ui);
    ui_card_begin(ui, (UiBox){.gap = 12});
    say_pairs(ui, care_tell_program(ui_arena(ui), &player->app.catalog), false);
    ui_card_end(ui);
    say_gentle(ui, player, &action);
    ui_box_end(ui);
    screen_nav_end(ui);
    return action;
}
