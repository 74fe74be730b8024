#include "editor/editor_view.h"

#include "app/settings_view.h"
#include "editor/form_words.h"
#include "editor/panel.h"
#include "view/view_solo.h"

enum { OUTLINE_WIDTH = 240, FORM_WIDTH = 420, FINDINGS_HEIGHT = 140, QUIET_HEIGHT = 46 };

Str panel_words(const Page *page, Str source) {
    return ui_words(page->ui, source);
}

Str panel_tell_count(const Page *page, Str one, Str many, int32_t count) {
    Str source = catalog_plural(&page->editor->app.catalog, one, many, count);
    return UI_FORMAT(page->ui, source, ui_number(page->ui, count));
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

Str panel_tell_part(const Page *page, Str at) {
    Pointed place;
    for (int32_t i = 0; i < FORM_PART_COUNT; i++) {
        if (str_equal(FORM_PARTS[i].at, at)) {
            return panel_words(page, FORM_PARTS[i].label);
        }
    }
    bool found = pointer_find(page->scenario, at, &place);
    return found ? page->editor->targets[TARGET_SCENE].rows[place.row - 1].label : (Str){0};
}

typedef struct {
    Str key, name;
    void (*say)(const Page *page);
    int32_t width; // beside others
    ColorRole fill;
} Part;

static const Part PARTS[EDITOR_PANEL_COUNT] = {
    [EDITOR_OUTLINE] = {S_INIT("outline"), TR_INIT("Scenes"), panel_say_outline, OUTLINE_WIDTH, COLOR_CARD},
    [EDITOR_MAP] = {S_INIT("map"), TR_INIT("Map"), panel_say_map, UI_GROW, COLOR_PAPER},
    [EDITOR_FORM] = {S_INIT("form"), TR_INIT("Form"), panel_say_form, FORM_WIDTH, COLOR_PAPER},
    [EDITOR_FINDINGS] = {S_INIT("findings"), TR_INIT("Check"), panel_say_findings, UI_GROW, COLOR_CARD},
    [EDITOR_PLAYED] = {S_INIT("played"), TR_INIT("Play"), panel_say_play, UI_GROW, COLOR_PAPER},
};

static void say_part(const Page *page, EditorPanel which, int32_t width, int32_t height) {
    const Part *part = &PARTS[which];
    if (which == EDITOR_PLAYED) { // a page in a panel of its own, below its buttons
        part->say(page);
        return;
    }
    ui_panel_begin(page->ui,
                   (UiPanel){.key = part->key,
                             .name = panel_words(page, part->name),
                             .box = {.width = width, .height = height, .fill = part->fill, .stroke = COLOR_LINE}});
    part->say(page);
    ui_panel_end(page->ui);
}

static void say_tabs(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui,
                 (UiBox){.key = S("tabs"), .flow = UI_WRAP, .gap = 8, .padding = UI_PAD2(12, 4), .fill = COLOR_CARD});
    int32_t count = page->editor->play.on ? EDITOR_PANEL_COUNT : EDITOR_PLAYED;
    for (int32_t i = 0; i < count; i++) {
        if (ui_tab(ui, (UiToggle){.key = S("tab"),
                                  .index = i,
                                  .text = panel_words(page, PARTS[i].name),
                                  .checked = i == (int32_t)page->editor->panel,
                                  .place = i + 1,
                                  .set_size = count})) {
            panel_want(page, (EditorAction){.kind = EDITOR_SHOW_PANEL, .index = i});
        }
    }
    ui_box_end(ui);
}

// Side by side, and what is found below, as high as that takes.
static void say_parts(const Page *page) {
    Ui *ui = page->ui;
    bool finds = page->editor->document.reading.findings.count > 0;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .width = UI_GROW, .height = UI_GROW});
    for (EditorPanel i = EDITOR_OUTLINE; i <= EDITOR_FORM; i++) {
        EditorPanel which = i == EDITOR_MAP && page->editor->play.on ? EDITOR_PLAYED : i;
        say_part(page, which, PARTS[which].width, UI_GROW);
    }
    ui_box_end(ui);
    say_part(page, EDITOR_FINDINGS, UI_GROW, finds ? FINDINGS_HEIGHT : QUIET_HEIGHT);
}

static void say_page(const Page *page) {
    Ui *ui = page->ui;
    ui_enter_page(ui, S("editor"));
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .height = UI_GROW, .fill = COLOR_PAPER});
    panel_say_bar(page);
    if (ui_width(ui) >= PANEL_LEAST_WIDE) {
        say_parts(page);
    } else {
        say_tabs(page);
        say_part(page, page->editor->panel, UI_GROW, UI_GROW);
    }
    ui_box_end(ui);
    panel_say_keys(page);
}

EditorAction editor_view(Ui *ui, const Editor *editor) {
    EditorAction action = {0}, above = {0};
    Page page = {.ui = ui, .editor = editor, .scenario = editor->document.reading.scenario, .action = &action};
    const Toast *toast = &editor->app.toast;
    bool closes_toast = editor->overlay == EDITOR_PLAIN && toast_takes_escape(ui, toast);
    view_pronounce(ui, page.scenario);
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
