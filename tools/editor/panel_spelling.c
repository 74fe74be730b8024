// Words that no dictionary knows, in the fields of a form: underlined, named below, with what may stand in their place.
#include "editor/panel.h"

enum { SAID_MOST = 6, BOX_OF_WORDS = 4 };

static Str word_of(const FormRow *row, const SpellingFault *fault) {
    return str_slice(row->text, fault->from, fault->to);
}

void panel_mark_unknown(const Page *page, const FormRow *row, UiField *field) {
    const SpellingFaults *faults = editor_spelling_faults(page->editor, row);
    if (faults->count == 0) {
        return;
    }
    UiHighlight *marks = arena_push(ui_arena(page->ui), UiHighlight, faults->count);
    for (int32_t i = 0; i < faults->count; i++) {
        marks[i] = (UiHighlight){.from = faults->rows[i].from, .to = faults->rows[i].to, .line = COLOR_TERRACOTTA};
    }
    field->highlights = marks;
    field->highlight_count = faults->count;
}

// What may take its place, once that was asked for, and at the end that it is to stay.
static void say_word(const Page *page, const FormRow *row, int32_t index) {
    Ui *ui = page->ui;
    const EditorSpelling *spelling = &page->editor->spelling;
    const SpellingFault *fault = &editor_spelling_faults(page->editor, row)->rows[index];
    Str word = word_of(row, fault);
    int32_t count = str_equal(spelling->asked, word) ? spelling->suggested.count : 0;
    Str *labels = arena_push(ui_arena(ui), Str, count + 1);
    for (int32_t i = 0; i < count; i++) {
        labels[i] = spelling->suggested.rows[i];
    }
    labels[count] = panel_words(page, TR("Add to the words of this situation"));
    UiButton button = {.key = S("word"), .index = index, .kind = BUTTON_QUIET, .compact = true};
    button.text = str_format(ui_arena(ui), "%.*s ▾", S_ARG(word));
    button.name = UI_FORMAT(ui, TR("“{0}” is not in the dictionary: suggestions"), word);
    bool asks = ui_pressed(ui, ui_id(ui, button.key, index));
    int32_t chosen = ui_menu(ui, button, labels, count + 1);
    if (chosen >= 0 && chosen < count) {
        panel_want(page,
                   (EditorAction){.kind = EDITOR_RESPELL, .at = row->at, .index = fault->from, .text = labels[chosen]});
    } else if (chosen == count) {
        panel_want(page, (EditorAction){.kind = EDITOR_LEARN_WORD, .text = word});
    } else if (asks) {
        panel_want(page, (EditorAction){.kind = EDITOR_SUGGEST, .text = word});
    }
}

static Str tell_words(const Page *page, const FormRow *row) {
    const SpellingFaults *faults = editor_spelling_faults(page->editor, row);
    StrBuilder told = {.arena = ui_arena(page->ui)};
    for (int32_t i = 0; i < faults->count; i++) {
        str_add(&told, i > 0 ? S(", ") : (Str){0});
        str_add(&told, word_of(row, &faults->rows[i]));
    }
    return str_built(&told);
}

void panel_say_unknown(const Page *page, const FormRow *row, bool typed) {
    Ui *ui = page->ui;
    const SpellingFaults *faults = editor_spelling_faults(page->editor, row);
    if (faults->count == 0) {
        return;
    }
    ui_box_begin(ui, (UiBox){.key = row->at, .index = BOX_OF_WORDS, .flow = UI_WRAP, .gap = 4, .align = UI_CENTER});
    ui_text(ui, (UiText){.text = panel_words(page, TR("Not in the dictionary:")),
                         .aloud = UI_FORMAT(ui, TR("Not in the dictionary: {0}"), tell_words(page, row)),
                         .style = TEXT_SMALL,
                         .color = COLOR_TERRACOTTA_INK,
                         .live = typed});
    for (int32_t i = 0; i < faults->count && i < SAID_MOST; i++) {
        say_word(page, row, i);
    }
    ui_box_end(ui);
}

// Each can be taken out again.
void panel_say_own_words(const Page *page) {
    Ui *ui = page->ui;
    const DictionaryWords *words = &page->editor->spelling.words.listed;
    if (words->count == 0) {
        return;
    }
    Str name = panel_words(page, TR("Words of this situation"));
    ui_text(ui, (UiText){.text = name, .style = TEXT_LABEL, .color = COLOR_SOFT, .role = UI_SILENT});
    ui_box_begin(ui, (UiBox){.key = S("own-words"), .flow = UI_WRAP, .gap = 8, .role = ROLE_GROUP, .name = name});
    for (int32_t i = 0; i < words->count; i++) {
        Str word = words->rows[i];
        if (word.len > 0 && ui_button(ui, (UiButton){.key = S("own"),
                                                     .index = i,
                                                     .text = str_format(ui_arena(ui), "%.*s ×", S_ARG(word)),
                                                     .name = UI_FORMAT(ui, TR("Remove: {0}"), word),
                                                     .compact = true})) {
            Str at = pointer_element(ui_arena(ui), S("/" SPELLING_OWN), i);
            panel_want(page, (EditorAction){.kind = EDITOR_REMOVE, .at = at});
        }
    }
    ui_box_end(ui);
}
