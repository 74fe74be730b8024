// What can be printed of the case, in a dialog.
#include "editor/panel.h"
#include "report/html_print.h"

enum { PRINT_WIDTH = 720 };

static const struct {
    PrintKind kind;
    Str about;
} PRINTS[] = {
    {PRINT_READING, TR_INIT("All that you wrote, scene by scene, with a margin to write in: for those who read it "
                            "again before it is played.")},
    {PRINT_STORY, TR_INIT("A card for each scene, one for what its answers bring about, one to keep count on: to play "
                          "without a screen.")},
    {PRINT_CARDS, TR_INIT("One set for each person: letter, colour and pattern, to vote with.")},
    {PRINT_GRID, TR_INIT("For each person who observes: a box for each competency that a decision shows.")},
    {PRINT_SHEET, TR_INIT("For whoever leads a group: map, hours, questions, notes, sources.")},
};

static bool say_print(const Page *page, int32_t index) {
    return panel_say_card(page, &(PanelCard){.key = S("print"),
                                             .index = index,
                                             .count = COUNT(PRINTS),
                                             .name = html_print_title(&page->editor->app.catalog, PRINTS[index].kind),
                                             .about = panel_words(page, PRINTS[index].about)});
}

void panel_say_print(const Page *page) {
    Ui *ui = page->ui;
    bool no = ui_dialog_begin(
        ui, (UiDialog){.key = S("prints"), .title = panel_words(page, TR("Print")), .width = PRINT_WIDTH});
    ui_text(ui, (UiText){.text = panel_words(page, TR("Each is a page for A4 that your browser opens and prints."))});
    ui_box_begin(ui, (UiBox){.gap = 8, .padding = {0, 12, 0, 0}});
    for (int32_t i = 0; i < COUNT(PRINTS); i++) {
        if (say_print(page, i)) {
            panel_want(page, (EditorAction){.kind = EDITOR_PRINT, .index = (int32_t)PRINTS[i].kind});
        }
    }
    ui_box_end(ui);
    panel_end_dialog(page, &(UiButton){.key = S("no"), .text = panel_words(page, TR("Cancel"))}, no);
}
