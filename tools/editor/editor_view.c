#include "editor/editor_view.h"

#include "app/settings_view.h"
#include "editor/panel.h"

enum { OUTLINE_WIDTH = 280 };

Str panel_words(const Page *page, Str source) {
    return ui_words(page->ui, source);
}

void panel_want(const Page *page, EditorAction wanted) {
    if (page->action->kind == EDITOR_NONE) {
        *page->action = wanted;
    }
}

// On the page that is said after something was done, and on no later one.
bool panel_puts_focus(const Page *page, Str at) {
    return ui_input(page->ui)->kind == INPUT_IDLE && page->editor->focus.len > 0 && str_equal(page->editor->focus, at);
}

// Parts of the page side by side, or one of them.
typedef struct {
    Str key, name;
    void (*say)(const Page *page);
    int32_t width;
    ColorRole fill;
} Part;

static const Part PARTS[EDITOR_PANEL_COUNT] = {
    [EDITOR_OUTLINE] = {S_INIT("outline"), TR_INIT("Scenes"), panel_say_outline, OUTLINE_WIDTH, COLOR_CARD},
    [EDITOR_FORM] = {S_INIT("form"), TR_INIT("Form"), panel_say_form, UI_GROW, COLOR_PAPER},
};

static void say_part(const Page *page, const Part *part, bool alone) {
    Ui *ui = page->ui;
    ui_panel_begin(ui, (UiPanel){.key = part->key,
                                 .name = panel_words(page, part->name),
                                 .box = {.width = alone ? UI_GROW : part->width,
                                         .height = UI_GROW,
                                         .fill = part->fill,
                                         .stroke = COLOR_LINE}});
    part->say(page);
    ui_panel_end(ui);
}

static void say_tabs(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui,
                 (UiBox){.key = S("tabs"), .flow = UI_WRAP, .gap = 8, .padding = UI_PAD2(12, 4), .fill = COLOR_CARD});
    for (int32_t i = 0; i < EDITOR_PANEL_COUNT; i++) {
        if (ui_tab(ui, (UiToggle){.key = S("tab"),
                                  .index = i,
                                  .text = panel_words(page, PARTS[i].name),
                                  .checked = i == (int32_t)page->editor->panel,
                                  .place = i + 1,
                                  .set_size = EDITOR_PANEL_COUNT})) {
            panel_want(page, (EditorAction){.kind = EDITOR_SHOW_PANEL, .index = i});
        }
    }
    ui_box_end(ui);
}

static void say_page(const Page *page) {
    Ui *ui = page->ui;
    bool wide = ui_width(ui) >= PANEL_LEAST_WIDE;
    ui_enter_page(ui, S("editor"));
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .height = UI_GROW, .fill = COLOR_PAPER});
    panel_say_bar(page);
    if (!wide) {
        say_tabs(page);
    }
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .width = UI_GROW, .height = UI_GROW});
    for (int32_t i = 0; i < EDITOR_PANEL_COUNT; i++) {
        if (wide || i == (int32_t)page->editor->panel) {
            say_part(page, &PARTS[i], !wide);
        }
    }
    ui_box_end(ui);
    ui_box_end(ui);
    panel_say_keys(page);
}

EditorAction editor_view(Ui *ui, const Editor *editor) {
    EditorAction action = {0}, above = {0};
    Page page = {.ui = ui, .editor = editor, .scenario = editor->document.reading.scenario, .action = &action};
    const Toast *toast = &editor->app.toast;
    bool closes_toast = editor->overlay == EDITOR_PLAIN && toast_takes_escape(ui, toast);
    say_page(&page);
    SettingWish size = settings_ask_text_size(ui, &editor->app);
    if (size.wanted) {
        panel_want(&page, (EditorAction){.kind = EDITOR_SET_SETTING, .setting = size.setting, .index = size.value});
    }
    page.action = &above;
    panel_say_dialog(&page);
    action = above.kind != EDITOR_NONE ? above : action;
    page.action = &action;
    Str copied;
    if (ui_copy(ui, &copied)) {
        panel_want(&page, (EditorAction){.kind = EDITOR_SAY_COPIED, .text = copied});
    }
    if (toast_view(ui, toast, closes_toast)) {
        panel_want(&page, (EditorAction){.kind = EDITOR_DISMISS_TOAST});
    }
    return action;
}
