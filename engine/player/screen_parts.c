#include "player/screen_parts.h"

#include "base/date.h"
#include "base/error_text.h"
#include "player/player_parts.h"

void screen_want(Action *action, ActionKind kind, int32_t index) {
    if (action->kind == ACTION_NONE) {
        action->kind = kind;
        action->index = index;
    }
}

void screen_want_text(Action *action, ActionKind kind, Str text) {
    if (action->kind == ACTION_NONE) {
        action->kind = kind;
        action->text = text;
    }
}

void screen_want_setting(Action *action, const SettingWish *wish) {
    if (wish->wanted && action->kind == ACTION_NONE) {
        *action = (Action){.kind = ACTION_SET_SETTING, .setting = wish->setting, .index = wish->value};
    }
}

Str screen_theme_name(const Player *player, Str theme) {
    const Theme *found = framework_find_theme(&player->framework, theme);
    return found == NULL ? theme : words_in(found->name, player->app.language);
}

void screen_theme_tag(Ui *ui, const Player *player, const Card *card) {
    const Theme *theme = framework_find_theme(&player->framework, card->told.theme);
    Str name =
        card->told.theme.len > 0 ? screen_theme_name(player, card->told.theme) : ui_words(ui, TR("Without a theme"));
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    ui_tag(ui, name, theme == NULL ? UI_TINT_SAND : (int32_t)theme->tint);
    if (card->told.quiz) {
        ui_tag(ui, ui_words(ui, TR("Quiz")), UI_TINT_SAND);
    }
    ui_box_end(ui);
}

Str screen_begun(Ui *ui, const Player *player, Str date) {
    int32_t day = date_days(date), today = date_days(player->today);
    if (day < 0 || today < 0) {
        return (Str){0};
    }
    int32_t days = today - day;
    if (days <= 1) {
        return ui_words(ui, days <= 0 ? TR("Begun today") : TR("Begun yesterday"));
    }
    return UI_FORMAT(ui, TR("Begun {0} days ago"), ui_number(ui, days));
}

bool screen_goes_back(Ui *ui, Str what) {
    bool back = ui_shortcut(ui, KEY_ESCAPE, 0, what);
    back = ui_key(ui, KEY_BACKSPACE, 0) || back;
    return ui_key(ui, KEY_LEFT, MOD_ALT) || back;
}

bool screen_say_back(Ui *ui, Str what, Str text, Str name) {
    bool back = screen_goes_back(ui, what);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP});
    back = ui_button(ui, (UiButton){.key = S("back"), .text = text, .name = name, .kind = BUTTON_QUIET}) || back;
    ui_box_end(ui);
    return back;
}

void screen_back(Ui *ui, Action *action) {
    if (screen_say_back(ui, ui_words(ui, TR("Go back to the situations")), ui_words(ui, TR("‹ Situations")),
                        ui_words(ui, TR("Back to the situations")))) {
        screen_want(action, ACTION_BACK, 0);
    }
}

enum { COLUMN_WIDTH = 820 };

void screen_column_begin(Ui *ui, Str key, bool foot) {
    ui_box_begin(ui, (UiBox){.key = key,
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .align = UI_CENTER,
                             .padding = {24, 24, 24, foot ? 8 : 24},
                             .scrolls = true,
                             .hugs = foot});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = COLUMN_WIDTH, .gap = 18});
}

void screen_column_end(Ui *ui) {
    ui_box_end(ui);
    ui_box_end(ui);
}

void screen_foot_begin(Ui *ui, UiFlow flow, int32_t gap) {
    ui_box_begin(ui, (UiBox){.padding = {24, 8, 24, 16}, .align = UI_CENTER});
    ui_box_begin(ui, (UiBox){.flow = flow, .width = UI_GROW, .most_width = COLUMN_WIDTH, .gap = gap});
}

void screen_foot_end(Ui *ui) {
    ui_box_end(ui);
    ui_box_end(ui);
}

void screen_other(Ui *ui, Action *action) {
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP});
    if (ui_button(ui, (UiButton){.key = S("other"),
                                 .text = ui_words(ui, TR("Choose another situation")),
                                 .kind = BUTTON_PRIMARY,
                                 .wants_focus = true})) {
        screen_want(action, ACTION_BACK, 0);
    }
    ui_box_end(ui);
}

void screen_pair(Ui *ui, Str label, Str text, bool live) {
    ui_box_begin(ui, (UiBox){.gap = 2});
    ui_text(ui, (UiText){.text = label, .style = TEXT_STRONG, .live = live});
    ui_text(ui, (UiText){.text = text, .live = live});
    ui_box_end(ui);
}

void screen_case_button(Ui *ui, const Player *player, int32_t card, Action *action) {
    const ToldCard *told = &player->library.cards.rows[card].told;
    Str minutes = told->minutes > 0 ? UI_FORMAT(ui, TR("{0} min"), ui_number(ui, told->minutes)) : (Str){0};
    Str text =
        minutes.len > 0 ? str_format(ui_arena(ui), "%.*s · %.*s", S_ARG(told->title), S_ARG(minutes)) : told->title;
    if (ui_button(ui,
                  (UiButton){.key = S("case"), .index = card, .text = text, .kind = BUTTON_QUIET, .compact = true})) {
        screen_want(action, ACTION_OPEN_CASE, card);
    }
}

Str screen_full(Ui *ui) {
    return UI_FORMAT(ui, TR("{0} walks stand side by side already: no more can be begun from here."),
                     ui_number(ui, MOST_WALKS));
}

void screen_warning(Ui *ui, Str key, Str text) {
    ui_card_begin(ui, (UiBox){.key = key,
                              .fill = COLOR_OCHRE_LIGHT,
                              .stroke = COLOR_OCHRE,
                              .padding = UI_PAD2(18, 12),
                              .role = ROLE_GROUP,
                              .name = ui_words(ui, TR("To know"))});
    ui_text(ui, (UiText){.text = text, .color = COLOR_OCHRE_INK, .marked = true});
    ui_card_end(ui);
}

void screen_unkept(Ui *ui, const Player *player) {
    const Folders *folders = &player->app.folders;
    if (player->app.is_second) {
        screen_warning(ui, S("unkept"),
                       ui_words(ui, TR("Another Palabre window is open, and it alone notes what is begun. You can "
                                       "practise here too, but what you begin here is gone once this window closes. "
                                       "Close the other one, then open a situation: this one takes over.")));
        return;
    }
    if (folders->data.len > 0) {
        return;
    }
    Str why =
        folders->refused
            ? UI_FORMAT(ui,
                        TR("Palabre can keep nothing: the folder “{0}” could not be made ({1}). You can practise, "
                           "but what you begin is gone once Palabre closes. When this is mended, start Palabre "
                           "again."),
                        folders_tell(ui_arena(ui), folders, str_from_c(folders->error.path)),
                        error_text(ui_arena(ui), &player->app.catalog, &folders->error))
            : ui_words(ui, TR("Palabre can keep nothing: there is no home folder here. You can practise, but "
                              "what you begin is gone once Palabre closes. Started with --data and a folder, it "
                              "keeps it there."));
    screen_warning(ui, S("unkept"), why);
}
