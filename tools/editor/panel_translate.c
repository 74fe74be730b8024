// The dialog that gives the texts of the case to translators, and takes back what they made.
#include "editor/panel.h"

enum { TRANSLATE_WIDTH = 760, PATH_MOST_CHARS = 4096, MOST_SHOWN = 200 };

static void say_gap(const Page *page, int32_t index) {
    Ui *ui = page->ui;
    const TranslationGap *gap = &page->editor->translating.read.gaps.rows[index];
    Str place = panel_tell_place(page, &gap->row);
    Str text = UI_FORMAT(
        ui, gap->stale ? TR("{0}: changed since it was given to translators") : TR("{0}: not translated yet"), place);
    if (ui_button(ui, (UiButton){.key = S("gap"), .index = index, .text = text, .kind = BUTTON_QUIET})) {
        panel_want(page, (EditorAction){.kind = EDITOR_GO_TO, .at = gap->row.at});
    }
}

static void say_gaps(const Page *page) {
    Ui *ui = page->ui;
    int32_t count = page->editor->translating.read.gaps.count, shown = count < MOST_SHOWN ? count : MOST_SHOWN;
    for (int32_t i = 0; i < shown; i++) {
        say_gap(page, i);
    }
    if (shown < count) {
        Str more = panel_tell_count(page, TRP("and {0} more", "and {0} more"), count - shown);
        ui_text(ui, (UiText){.text = more, .color = COLOR_SOFT});
    }
}

static void say_path(const Page *page) {
    Str edited;
    if (ui_field(page->ui,
                 (UiField){.key = S("path"),
                           .name = panel_words(page, TR("Path of the PO file")),
                           .text = page->editor->path,
                           .most_chars = PATH_MOST_CHARS,
                           .wants_focus = true},
                 &edited)) {
        panel_want(page, (EditorAction){.kind = EDITOR_SET_PATH, .text = edited});
    }
}

static void say_buttons(const Page *page, bool closes) {
    Ui *ui = page->ui;
    bool can = page->scenario->read;
    ui_dialog_foot(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .justify = UI_END});
    closes = ui_button(ui, (UiButton){.key = S("close"), .text = panel_words(page, TR("Close"))}) || closes;
    if (ui_button(
            ui,
            (UiButton){.key = S("import"), .text = panel_words(page, TR("Import a translation")), .disabled = !can})) {
        panel_want(page, (EditorAction){.kind = EDITOR_IMPORT_TEXTS});
    }
    if (ui_button(ui, (UiButton){.key = S("export"),
                                 .text = panel_words(page, TR("Export the texts")),
                                 .kind = BUTTON_PRIMARY,
                                 .disabled = !can})) {
        panel_want(page, (EditorAction){.kind = EDITOR_EXPORT_TEXTS});
    }
    ui_box_end(ui);
    if (closes) {
        panel_want(page, (EditorAction){.kind = EDITOR_SHOW, .index = EDITOR_PLAIN});
    }
}

void panel_say_translate(const Page *page) {
    Ui *ui = page->ui;
    const EditorTranslating *translating = &page->editor->translating;
    bool closes = ui_dialog_begin(
        ui, (UiDialog){.key = S("translate"), .title = panel_words(page, TR("Translate")), .width = TRANSLATE_WIDTH});
    ui_text(ui, (UiText){.text = panel_words(page, TR("Translators work on a PO file, with Poedit for instance. What "
                                                      "comes back makes a situation of its own beside this one, which "
                                                      "stays as it is."))});
    say_path(page);
    if (translating->told.len > 0) {
        ui_text(ui, (UiText){.text = translating->told,
                             .color = translating->trouble ? COLOR_TERRACOTTA_INK : COLOR_INK,
                             .live = true});
    }
    say_gaps(page);
    say_buttons(page, closes);
    ui_dialog_end(ui);
}
