// The top of the page: the case, whether it is saved, and what can be done at any time.
#include "base/path.h"
#include "editor/command.h"
#include "editor/panel.h"

enum { TITLE_LEAST = 200 }; // units

static bool can_now(const Page *page, const Command *command) {
    return !command->can || command->can(page->editor);
}

static bool is_wide(const Page *page) {
    return ui_width(page->ui) >= PANEL_LEAST_WIDE;
}

static bool say_button(const Page *page, const Command *command) {
    Ui *ui = page->ui;
    bool tells_key = command->press != 0 && is_wide(page); // else the help does
    return ui_button(ui, (UiButton){.key = command->key,
                                    .text = panel_words(page, command->text),
                                    .hint = tells_key ? ui_key_name(ui, command->press, command->modifiers) : (Str){0},
                                    .kind = BUTTON_ON_NIGHT,
                                    .disabled = !can_now(page, command)});
}

static void want(const Page *page, const Command *command) {
    panel_want(page, (EditorAction){.kind = command->action, .index = command->index});
}

static Str tell_state(const Page *page) {
    const Editor *editor = page->editor;
    Str state = editor->saving != 0                      ? TR("being saved…")
                : document_is_unsaved(&editor->document) ? TR("not saved")
                                                         : TR("saved");
    return panel_words(page, state);
}

static Str tell_file(const Page *page) {
    Str path = page->editor->document.file.path;
    return path.len > 0 ? path_name(path) : panel_words(page, TR("no file yet"));
}

static Str tell_title(const Page *page) {
    Str title = page->scenario->title;
    return title.len > 0 ? title : panel_words(page, TR("Without a title"));
}

static CommandPlace place_of(const Page *page, const Command *command) {
    bool small = command->place == COMMAND_ON_WIDE_BAR && !is_wide(page);
    return small ? COMMAND_IN_TOOLS : command->place;
}

static Str tell_entry(const Page *page, const Command *command) {
    Ui *ui = page->ui;
    Str text = panel_words(page, command->text);
    return command->press == 0
               ? text
               : UI_FORMAT(ui, TR("{0} ({1})"), text, ui_key_name(ui, command->press, command->modifiers));
}

// Those that cannot be done now are left out of the list.
static void say_list(const Page *page, CommandPlace place, Str key, Str text) {
    enum { MOST = 16 };
    const Command *listed[MOST];
    Str labels[MOST];
    int32_t count = 0;
    for (int32_t i = 0; i < COMMAND_COUNT && count < MOST; i++) {
        if (place_of(page, &COMMANDS[i]) == place && can_now(page, &COMMANDS[i])) {
            labels[count] = tell_entry(page, &COMMANDS[i]);
            listed[count++] = &COMMANDS[i];
        }
    }
    int32_t chosen = ui_menu(page->ui, (UiButton){.key = key, .text = text, .kind = BUTTON_ON_NIGHT}, labels, count);
    if (chosen >= 0) {
        want(page, listed[chosen]);
    }
}

// Each takes one line, for the page is not to jump. What does not fit of the title stands in the form of the case;
// whether it is saved comes before the name of the file, of which the end may be cut.
static void say_title(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .least_width = TITLE_LEAST});
    ui_text(ui, (UiText){.text = tell_title(page),
                         .style = TEXT_HEADING,
                         .color = COLOR_ON_NIGHT,
                         .most_lines = 1,
                         .preview = true,
                         .role = ROLE_HEADING});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("{0} · {1}"), tell_state(page), tell_file(page)),
                         .style = TEXT_SMALL,
                         .color = COLOR_ON_NIGHT_SOFT,
                         .most_lines = 1,
                         .preview = true,
                         .live = true});
    ui_box_end(ui);
}

static void say_commands(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 4, .row_gap = 2, .align = UI_CENTER});
    say_list(page, COMMAND_IN_FILE, S("file"), panel_words(page, TR("File…")));
    say_list(page, COMMAND_IN_TOOLS, S("tools"), panel_words(page, TR("Tools…")));
    for (int32_t i = 0; i < COMMAND_COUNT; i++) {
        CommandPlace place = place_of(page, &COMMANDS[i]);
        bool button = place == COMMAND_ON_BAR || place == COMMAND_ON_WIDE_BAR;
        if (button && say_button(page, &COMMANDS[i])) {
            want(page, &COMMANDS[i]);
        }
    }
    ui_box_end(ui);
}

void panel_say_bar(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.key = S("bar"),
                             .flow = is_wide(page) ? UI_ROW : UI_COLUMN,
                             .gap = is_wide(page) ? 12 : 2,
                             .align = is_wide(page) ? UI_CENTER : UI_STRETCH,
                             .padding = UI_PAD2(16, 6),
                             .fill = COLOR_NIGHT,
                             .role = ROLE_GROUP,
                             .name = panel_words(page, TR("The situation and its file"))});
    say_title(page);
    say_commands(page);
    ui_box_end(ui);
}

void panel_say_keys(const Page *page) {
    for (int32_t i = 0; i < COMMAND_COUNT; i++) {
        const Command *command = &COMMANDS[i];
        bool pressed = command->press != 0 &&
                       ui_shortcut(page->ui, command->press, command->modifiers, panel_words(page, command->what));
        if (pressed && can_now(page, command)) {
            want(page, command);
        }
    }
}
