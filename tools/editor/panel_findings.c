// What is said of the case, each finding a way to the field that it is about.
#include "editor/panel.h"

enum { MOST_SAID = 200 };

static Str place_of(const Page *page, const Finding *finding) {
    Str part = editor_part_of(page->scenario, finding->pointer);
    return panel_tell_part(page, part);
}

void panel_say_mend(const Page *page, int32_t finding, Str focus) {
    Ui *ui = page->ui;
    Str text = panel_words(page, TR("Mend"));
    const Finding *row = &page->editor->document.reading.findings.rows[finding];
    Str message = finding_message(ui_arena(ui), &page->editor->app.catalog, row);
    if (page->editor->mendable[finding] &&
        ui_button(ui, (UiButton){.key = S("mend"),
                                 .index = finding,
                                 .text = text,
                                 .name = UI_FORMAT(ui, TR("{0}: {1}"), text, message),
                                 .compact = true})) {
        panel_want(page, (EditorAction){.kind = EDITOR_MEND, .index = finding, .at = focus});
    }
}

static void say_finding(const Page *page, int32_t row) {
    Ui *ui = page->ui;
    const Catalog *catalog = &page->editor->app.catalog;
    const Finding *finding = &page->editor->document.reading.findings.rows[row];
    bool error = finding_severity(finding->code) == SEVERITY_ERROR;
    UiId id = ui_id(ui, S("finding"), row);
    Str place = place_of(page, finding), message = finding_message(ui_arena(ui), catalog, finding);
    Str advice = page->editor->mendable[row] ? panel_words(page, TR("“Mend” puts it right."))
                                             : finding_advice(ui_arena(ui), catalog, finding);
    Str kind = panel_words(page, error ? TR("Error") : TR("Remark"));
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 10, .align = UI_CENTER});
    ui_box_begin(ui, (UiBox){.key = S("finding"),
                             .index = row,
                             .width = UI_GROW,
                             .flow = UI_ROW,
                             .gap = 10,
                             .padding = UI_PAD2(8, 4),
                             .radius = 8,
                             .fill = ui_is_hovered(ui, id) ? COLOR_RAISED : COLOR_NONE,
                             .role = ROLE_LINK,
                             .name = UI_FORMAT(ui, TR("{0}, {1}: {2} {3}"), kind, place, message, advice),
                             .focusable = true});
    ui_text(ui, (UiText){.text = error ? S("⚠") : S("•"),
                         .style = TEXT_LABEL,
                         .color = error ? COLOR_TERRACOTTA_INK : COLOR_OCHRE_INK,
                         .role = UI_SILENT});
    ui_box_begin(ui, (UiBox){.width = UI_GROW});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("{0}: {1}"), place, message), .style = TEXT_BODY, .role = UI_SILENT});
    ui_text(ui, (UiText){.text = advice, .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    ui_box_end(ui);
    ui_box_end(ui);
    panel_say_mend(page, row, (Str){0});
    ui_box_end(ui);
    if (ui_pressed(ui, id)) {
        panel_want(page, (EditorAction){.kind = EDITOR_LOOK, .at = finding->pointer});
    }
}

static void say_head(const Page *page) {
    Ui *ui = page->ui;
    int32_t errors = page->editor->errors, remarks = page->editor->remarks;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .align = UI_CENTER});
    ui_heading(ui, panel_words(page, TR("Check")));
    if (errors > 0) {
        ui_tag(ui, panel_tell_count(page, TRP("{0} error", "{0} errors"), errors), UI_TINT_TERRACOTTA);
    }
    if (remarks > 0) {
        ui_tag(ui, panel_tell_count(page, TRP("{0} remark", "{0} remarks"), remarks), UI_TINT_OCHRE);
    }
    if (errors + remarks == 0) {
        ui_text(ui, (UiText){.text = panel_words(page, TR("Nothing to say.")), .color = COLOR_SOFT});
    }
    if (page->editor->mend_count > 1 &&
        ui_button(ui, (UiButton){.key = S("mend-all"),
                                 .text = UI_FORMAT(ui, TR("Mend all that is sure ({0})"),
                                                   ui_number(ui, page->editor->mend_count)),
                                 .compact = true})) {
        panel_want(page, (EditorAction){.kind = EDITOR_MEND_ALL});
    }
    ui_box_end(ui);
}

void panel_say_findings(const Page *page) {
    Ui *ui = page->ui;
    int32_t count = page->editor->document.reading.findings.count, said = count < MOST_SAID ? count : MOST_SAID;
    ui_enter_page(ui, S("findings"));
    ui_box_begin(ui, (UiBox){.key = S("findings"),
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .gap = 2,
                             .padding = UI_PAD2(16, 8),
                             .scrolls = true,
                             .role = ROLE_LIST,
                             .name = panel_words(page, TR("Check"))});
    say_head(page);
    for (int32_t i = 0; i < said; i++) {
        say_finding(page, i);
    }
    if (said < count) {
        ui_text(ui, (UiText){.text = panel_tell_count(page, TRP("and {0} more", "and {0} more"), count - said),
                             .color = COLOR_SOFT});
    }
    ui_box_end(ui);
}
