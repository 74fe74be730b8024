// The search above a list, the same wherever there is one.
#include "player/screen_parts.h"

enum { SEARCH_CHARS = 200 };

static bool is_wanted(Ui *ui, Str name) {
    bool stroke = ui_shortcut(ui, KEY_SLASH, 0, name);
    return ui_shortcut(ui, 'f', MOD_CTRL, name) || stroke;
}

Str screen_empty_search(Ui *ui) {
    return ui_words(ui, TR("Empty the search"));
}

// From one line there is nowhere else to go down to.
static bool leaves_for_result(const UiInput *input) {
    return input->kind == INPUT_KEY && input->modifiers == 0 && (input->key == KEY_DOWN || input->key == KEY_ENTER);
}

bool screen_search(Ui *ui, const ScreenSearch *search, Action *action) {
    UiId id = ui_id(ui, S("search"), 0);
    bool any = search->text.len > 0;
    if (is_wanted(ui, search->name)) {
        ui_focus(ui, id);
    }
    bool leads = ui_has_focus(ui, id) && leaves_for_result(ui_input(ui));
    bool empties = any && ui_key(ui, KEY_ESCAPE, 0);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 4, .align = UI_CENTER, .width = search->width});
    Str edited;
    if (ui_field(ui,
                 (UiField){.key = S("search"),
                           .name = search->name,
                           .text = search->text,
                           .placeholder = ui_words(ui, TR("Search")),
                           .hint = any ? (Str){0} : S("/"),
                           .most_chars = SEARCH_CHARS,
                           .wants_focus = search->wants_focus},
                 &edited)) {
        screen_want_text(action, search->kind, edited);
    }
    empties = (any && ui_button(ui, (UiButton){.key = S("empty"),
                                               .text = S("×"),
                                               .name = screen_empty_search(ui),
                                               .kind = BUTTON_QUIET})) ||
              empties;
    ui_box_end(ui);
    if (empties) {
        screen_want_text(action, search->kind, S(""));
        ui_focus(ui, id);
    }
    return leads;
}
