// A file that is opened by its path, or out of the list of what stands in its folder.
#include "base/error_text.h"
#include "base/path.h"
#include "base/utf8.h"
#include "player/player_parts.h"
#include "player/screen_parts.h"

enum { OPEN_WIDTH = 680, LIST_HEIGHT = 260, HIGH = 560, MOST_SHOWN = 200, MOST_CHARS = 4096 };

typedef struct {
    Ui *ui;
    const Player *player;
    Action *action;
    const BrowseJob *listed;
    Str begun;     // folded: what is typed of a name
    int32_t first; // row of the first entry that fits; -1: none does
    bool leads;    // from the field to it
} Page;

static bool fits(const Page *page, const BrowseEntry *entry) {
    return str_begins(utf8_fold_search(ui_arena(page->ui), entry->name), page->begun);
}

static void find_first(Page *page) {
    page->begun = utf8_fold_search(ui_arena(page->ui), path_name(page->player->browsing.path));
    page->first = -1;
    for (int32_t i = page->listed ? page->listed->entries.count - 1 : -1; i >= 0; i--) {
        page->first = fits(page, &page->listed->entries.rows[i]) ? i : page->first;
    }
}

static void say_field(Page *page) {
    Ui *ui = page->ui;
    int32_t index = page->player->browsing.picked;
    UiId id = ui_id(ui, S("path"), index);
    const UiInput *input = ui_input(ui);
    page->leads = ui_has_focus(ui, id) && input->kind == INPUT_KEY && input->key == KEY_DOWN;
    if (ui_pressed(ui, id) && input->kind == INPUT_KEY && page->first >= 0) {
        screen_want(page->action, ACTION_PICK, page->first);
    }
    Str edited;
    if (ui_field(ui,
                 (UiField){.key = S("path"),
                           .index = index,
                           .name = ui_words(ui, TR("Path of a file")),
                           .text = page->player->browsing.typed,
                           .most_chars = MOST_CHARS,
                           .wants_focus = true},
                 &edited)) {
        screen_want_text(page->action, ACTION_BROWSE, edited);
    }
}

static void say_entry(const Page *page, int32_t row) {
    Ui *ui = page->ui;
    const BrowseEntry *entry = &page->listed->entries.rows[row];
    UiId id = ui_id(ui, S("entry"), row);
    bool up = ui_is_hovered(ui, id) || row == page->first;
    Str text = entry->is_folder ? str_format(ui_arena(ui), "%.*s/", S_ARG(entry->name)) : entry->name;
    ui_box_begin(ui, (UiBox){.key = S("entry"),
                             .index = row,
                             .padding = UI_PAD2(10, 5),
                             .radius = 8,
                             .fill = up ? COLOR_RAISED : COLOR_NONE,
                             .role = ROLE_BUTTON,
                             .name = entry->name,
                             .value = entry->is_folder ? ui_words(ui, TR("folder")) : (Str){0},
                             .focusable = true});
    ui_text(ui, (UiText){.text = text,
                         .style = entry->is_folder ? TEXT_STRONG : TEXT_BODY,
                         .color = entry->is_folder ? COLOR_TEAL_INK : COLOR_INK,
                         .role = UI_SILENT});
    ui_box_end(ui);
    if (row == page->first && page->leads) {
        ui_focus(ui, id);
    }
    if (ui_pressed(ui, id)) {
        screen_want(page->action, ACTION_PICK, row);
    }
}

static void say_note(Ui *ui, Str text) {
    ui_text(ui, (UiText){.text = text, .color = COLOR_SOFT, .live = true});
}

static void say_entries(const Page *page) {
    const BrowseJob *listed = page->listed;
    for (int32_t i = page->first, shown = 0; i >= 0 && i < listed->entries.count && shown < MOST_SHOWN; i++) {
        if (fits(page, &listed->entries.rows[i])) {
            say_entry(page, i);
            shown++;
        }
    }
}

static void say_list(const Page *page) {
    Ui *ui = page->ui;
    const BrowseJob *listed = page->listed;
    if (listed && listed->error.code != ERROR_NONE) {
        Str why = error_text(ui_arena(ui), &page->player->app.catalog, &listed->error);
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("This folder cannot be read: {0}."), why), .live = true});
        return;
    }
    bool high = ui_height(ui) >= HIGH; // else there is no room to keep
    ui_box_begin(ui, (UiBox){.key = S("entries"),
                             .least_height = high ? LIST_HEIGHT : 0,
                             .role = ROLE_LIST,
                             .name = ui_words(ui, TR("In this folder"))});
    say_entries(page);
    ui_box_end(ui);
    if (listed && page->first < 0) {
        say_note(ui, ui_words(ui, listed->sessions
                                      ? TR("There is no file of kept sessions and no folder of that name here.")
                                      : TR("There is no situation and no folder of that name here.")));
    } else if (!listed && page->player->browsing.slow) {
        say_note(ui, ui_words(ui, TR("This folder is being read…")));
    }
}

static bool say_buttons(const Page *page) {
    Ui *ui = page->ui;
    ui_dialog_foot(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .justify = UI_END});
    if (player_can_add_folder(page->player) &&
        ui_button(ui, (UiButton){.key = S("add"),
                                 .text = ui_words(ui, TR("Show this folder in the library")),
                                 .kind = BUTTON_QUIET})) {
        screen_want(page->action, ACTION_ADD_FOLDER, 0);
    }
    bool close = ui_button(ui, (UiButton){.key = S("close"), .text = ui_words(ui, TR("Cancel"))});
    ui_box_end(ui);
    return close;
}

void screen_open_say(Ui *ui, const Player *player, Action *action) {
    Page page = {.ui = ui, .player = player, .action = action, .listed = player_listed(player)};
    Str title = ui_words(ui, player->browsing.sessions ? TR("Add kept sessions from a file") : TR("Open a situation"));
    bool close = ui_dialog_begin(ui, (UiDialog){.key = S("open"), .title = title, .width = OPEN_WIDTH});
    find_first(&page);
    say_field(&page);
    say_list(&page);
    close = say_buttons(&page) || close;
    ui_dialog_end(ui);
    if (close) {
        screen_want(action, ACTION_SHOW, OVERLAY_NONE);
    }
}
