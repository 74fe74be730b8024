// The top of the page: the case, whether it is saved, and what can be done at any time.
#include "base/path.h"
#include "editor/command.h"
#include "editor/panel.h"

static bool say_button(const Page *page, const Command *command) {
    Ui *ui = page->ui;
    UiId id = ui_id(ui, command->key, 0);
    Str text = panel_words(page, command->text);
    bool can = !command->can || command->can(page->editor);
    ColorRole ink = can ? COLOR_ON_NIGHT : COLOR_ON_NIGHT_SOFT;
    ui_box_begin(ui, (UiBox){.key = command->key,
                             .flow = UI_ROW,
                             .gap = 8,
                             .align = UI_CENTER,
                             .padding = UI_PAD2(10, 6),
                             .radius = 10,
                             .fill = can && ui_is_hovered(ui, id) ? COLOR_NIGHT_RAISED : COLOR_NONE,
                             .ring = COLOR_ACCENT,
                             .role = ROLE_BUTTON,
                             .name = text,
                             .focusable = true,
                             .disabled = !can});
    ui_text(ui, (UiText){.text = text, .color = ink, .role = UI_SILENT});
    if (command->press != 0 && ui_width(ui) >= PANEL_LEAST_WIDE) { // else the help tells them
        ui_box_begin(ui, (UiBox){.stroke = COLOR_ON_NIGHT_SOFT, .radius = 6, .padding = UI_PAD2(7, 1)});
        ui_text(ui, (UiText){.text = ui_key_name(ui, command->press, command->modifiers),
                             .style = TEXT_SMALL,
                             .color = ink,
                             .role = UI_SILENT});
        ui_box_end(ui);
    }
    ui_box_end(ui);
    return ui_pressed(ui, id) && can;
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

static void say_title(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .align = UI_CENTER});
    ui_text(ui,
            (UiText){.text = tell_title(page), .style = TEXT_HEADING, .color = COLOR_ON_NIGHT, .role = ROLE_HEADING});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("{0} · {1}"), tell_file(page), tell_state(page)),
                         .color = COLOR_ON_NIGHT_SOFT,
                         .live = true});
    ui_box_end(ui);
}

void panel_say_bar(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.key = S("bar"),
                             .flow = UI_WRAP,
                             .gap = 12,
                             .row_gap = 2,
                             .align = UI_CENTER,
                             .justify = UI_BETWEEN,
                             .padding = UI_PAD2(16, 6),
                             .fill = COLOR_NIGHT,
                             .role = ROLE_GROUP,
                             .name = panel_words(page, TR("The situation and its file"))});
    say_title(page);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 4, .row_gap = 2, .align = UI_CENTER});
    for (int32_t i = 0; i < COMMAND_COUNT; i++) {
        if (COMMANDS[i].key.len > 0 && say_button(page, &COMMANDS[i])) {
            want(page, &COMMANDS[i]);
        }
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

void panel_say_keys(const Page *page) {
    for (int32_t i = 0; i < COMMAND_COUNT; i++) {
        const Command *command = &COMMANDS[i];
        bool can = !command->can || command->can(page->editor);
        bool pressed = command->press != 0 &&
                       ui_shortcut(page->ui, command->press, command->modifiers, panel_words(page, command->what));
        if (pressed && can) {
            want(page, command);
        }
    }
}
