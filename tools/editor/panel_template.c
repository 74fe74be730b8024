// What a new case may begin as, in a dialog; and in which language.
#include "editor/panel.h"
#include "editor/template.h"

enum { TEMPLATES_WIDTH = 720 };

static const Str LANGUAGES[] = {S_INIT("fr"), S_INIT("en")};

static Str say_language(const Page *page) {
    static const Str NAMES[] = {S_INIT("Français"), S_INIT("English")};
    Str now = page->editor->new_language;
    int32_t chosen = str_begins(now, S("fr")) ? 0 : 1;
    int32_t wanted = ui_choices(page->ui, (UiChoices){.key = S("language"),
                                                      .name = panel_words(page, TR("Language of the situation")),
                                                      .labels = NAMES,
                                                      .count = COUNT(NAMES),
                                                      .chosen = chosen});
    if (wanted != chosen) {
        panel_want(page, (EditorAction){.kind = EDITOR_SET_NEW_LANGUAGE, .text = LANGUAGES[wanted]});
    }
    return LANGUAGES[chosen];
}

static bool say_template(const Page *page, int32_t index) {
    const Template *from = &TEMPLATES[index];
    return panel_say_card(page, &(PanelCard){.key = S("template"),
                                             .index = index,
                                             .count = TEMPLATE_COUNT,
                                             .name = panel_words(page, from->name),
                                             .about = panel_words(page, from->about)});
}

void panel_say_templates(const Page *page) {
    Ui *ui = page->ui;
    Str title = panel_words(page, TR("Begin a new situation"));
    bool no = ui_dialog_begin(ui, (UiDialog){.key = S("templates"), .title = title, .width = TEMPLATES_WIDTH});
    Str language = say_language(page);
    ui_box_begin(ui, (UiBox){.gap = 8, .padding = {0, 12, 0, 0}});
    for (int32_t i = 0; i < TEMPLATE_COUNT; i++) {
        if (say_template(page, i)) {
            panel_want(page, (EditorAction){.kind = EDITOR_NEW, .text = TEMPLATES[i].key, .at = language});
        }
    }
    ui_box_end(ui);
    panel_end_dialog(page, &(UiButton){.key = S("no"), .text = panel_words(page, TR("Cancel"))}, no);
}
