// What stands above the page: the help, and the questions before something is written over or lost.
#include "base/date.h"
#include "base/path.h"
#include "editor/editor_parts.h"
#include "editor/panel.h"

enum { QUESTION_WIDTH = 560, PATH_WIDTH = 680, PATH_MOST_CHARS = 4096, ID_MOST_CHARS = 64 };

typedef struct {
    Str text;
    ButtonKind kind;
} Choice;

// {0}: the name of the file; {1}: the day of the draft. The first choice is the one that changes least: Escape is it.
typedef struct {
    Str title, text;
    Choice choices[EDITOR_CHOICES];
} Question;

static const Question QUESTIONS[EDITOR_OVERLAY_COUNT] = {
    [EDITOR_ASK_LEAVE] = {.title = TR_INIT("Save before you leave?"),
                          .text = TR_INIT("What you changed in “{0}” is not saved."),
                          .choices = {{TR_INIT("Stay"), BUTTON_QUIET},
                                      {TR_INIT("Leave without saving"), BUTTON_DANGER},
                                      {TR_INIT("Save and leave"), BUTTON_PRIMARY}}},
    [EDITOR_ASK_CHANGED] = {.title = TR_INIT("The file was changed meanwhile"),
                            .text = TR_INIT("Something else was written to “{0}” since it was read here, or it was "
                                            "there already. Nothing was saved. Neither is lost: the version you take "
                                            "from the file can be undone, and the one you replace stays beside it, "
                                            "with a ~ at the end of its name."),
                            .choices = {{TR_INIT("Decide later"), BUTTON_QUIET},
                                        {TR_INIT("Take what is in the file"), BUTTON_SECONDARY},
                                        {TR_INIT("Save mine"), BUTTON_PRIMARY}}},
    [EDITOR_ASK_EMPTY] = {.title = TR_INIT("Save an empty file?"),
                          .text = TR_INIT("There is nothing left here, and there is something in “{0}”. The version "
                                          "before stays beside it, with a ~ at the end of its name."),
                          .choices = {{TR_INIT("Do not save"), BUTTON_PRIMARY}, {TR_INIT("Save"), BUTTON_DANGER}}},
    [EDITOR_ASK_DRAFT] = {.title = TR_INIT("Take up what was not saved?"),
                          .text = TR_INIT("On {1} something was written here that was never saved. It can be taken up "
                                          "now, and undone. What is let go is gone."),
                          .choices = {{TR_INIT("Let it go"), BUTTON_DANGER}, {TR_INIT("Take it up"), BUTTON_PRIMARY}}},
    [EDITOR_ASK_HELD] = {.title = TR_INIT("This situation is open in another window"),
                         .text = TR_INIT("“{0}” is being written in another window of the editor. If both save, each "
                                         "is told of the other’s version before anything is replaced."),
                         .choices = {{TR_INIT("Close this window"), BUTTON_PRIMARY},
                                     {TR_INIT("Open it here too"), BUTTON_SECONDARY}}},
    [EDITOR_ASK_NEW] = {.title = TR_INIT("Begin another situation?"),
                        .text = TR_INIT("What you changed in “{0}” is not saved."),
                        .choices = {{TR_INIT("Stay"), BUTTON_QUIET},
                                    {TR_INIT("Begin without saving"), BUTTON_DANGER},
                                    {TR_INIT("Save first"), BUTTON_PRIMARY}}},
    [EDITOR_ASK_DELETE] = {.title = TR_INIT("Remove what is named elsewhere?"),
                           .text = TR_INIT(
                               "If it goes, these parts name something that is not there, which the check tells "
                               "of each. It can be undone."),
                           .choices = {{TR_INIT("Keep it"), BUTTON_PRIMARY}, {TR_INIT("Remove"), BUTTON_DANGER}}},
    [EDITOR_ASK_FILE] =
        {.title = TR_INIT("Save the situation first?"),
         .text = TR_INIT("It was never saved. Its tests stand in a file beside its own, which has to be there first."),
         .choices = {{TR_INIT("Not now"), BUTTON_QUIET}, {TR_INIT("Save first"), BUTTON_PRIMARY}}},
};

static void close(const Page *page) {
    panel_want(page, (EditorAction){.kind = EDITOR_SHOW, .index = EDITOR_PLAIN});
}

static void begin_buttons(Ui *ui) {
    ui_dialog_foot(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .justify = UI_END});
}

static void say_named_in(const Page *page) {
    const FormShown *parts = &page->editor->named_in;
    ui_box_begin(page->ui, (UiBox){.key = S("named"), .gap = 4, .padding = {12, 0, 0, 0}, .role = ROLE_LIST});
    for (int32_t i = 0; i < parts->count; i++) {
        ui_text(page->ui, (UiText){.text = panel_tell_part(page, parts->rows[i]), .style = TEXT_STRONG});
    }
    ui_box_end(page->ui);
}

static void say_question(const Page *page, const Question *question) {
    Ui *ui = page->ui;
    const Editor *editor = page->editor;
    Str path = editor->document.file.path;
    Str file = path.len > 0 ? path_name(path) : panel_words(page, TR("no file yet"));
    Str day = date_told(ui_arena(ui), &editor->app.catalog, editor->draft.date);
    int32_t choice = -1;
    bool escape = ui_dialog_begin(
        ui, (UiDialog){.key = S("question"), .title = panel_words(page, question->title), .width = QUESTION_WIDTH});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, question->text, file, day)});
    if (editor->overlay == EDITOR_ASK_DELETE) {
        say_named_in(page);
    }
    begin_buttons(ui);
    for (int32_t i = 0; i < EDITOR_CHOICES && question->choices[i].text.len > 0; i++) {
        const Choice *row = &question->choices[i];
        if (ui_button(ui, (UiButton){.key = S("choice"),
                                     .index = i,
                                     .text = panel_words(page, row->text),
                                     .kind = row->kind,
                                     .wants_focus = row->kind == BUTTON_PRIMARY})) {
            choice = i;
        }
    }
    ui_box_end(ui);
    ui_dialog_end(ui);
    bool erases = question->choices[0].kind == BUTTON_DANGER;
    choice = choice < 0 && escape && !erases ? 0 : choice;
    if (choice >= 0) {
        panel_want(page, (EditorAction){.kind = EDITOR_CONFIRM, .index = choice});
    }
}

// A dialog that asks for one line of text, and does something with it.
typedef struct {
    Str key, title, about, name, yes;
    int32_t most_chars;
    EditorActionKind typed, done;
} Entry;

static void say_entry(const Page *page, const Entry *entry) {
    Ui *ui = page->ui;
    const Editor *editor = page->editor;
    Str edited;
    bool no = ui_dialog_begin(
        ui, (UiDialog){.key = entry->key, .title = panel_words(page, entry->title), .width = PATH_WIDTH});
    ui_text(ui, (UiText){.text = panel_words(page, entry->about)});
    if (ui_field(ui,
                 (UiField){.key = entry->key,
                           .name = panel_words(page, entry->name),
                           .text = editor->path,
                           .most_chars = entry->most_chars,
                           .wants_focus = true},
                 &edited)) {
        panel_want(page, (EditorAction){.kind = entry->typed, .text = edited});
    }
    bool yes = ui_pressed(ui, ui_id(ui, entry->key, 0)) && ui_input(ui)->kind == INPUT_KEY;
    if (editor->trouble.len > 0) {
        ui_text(ui, (UiText){.text = editor->trouble, .color = COLOR_TERRACOTTA_INK, .live = true});
    }
    begin_buttons(ui);
    no = ui_button(ui, (UiButton){.key = S("no"), .text = panel_words(page, TR("Cancel"))}) || no;
    UiButton button = {.key = S("yes"), .text = panel_words(page, entry->yes), .kind = BUTTON_PRIMARY};
    yes = ui_button(ui, button) || yes;
    ui_box_end(ui);
    ui_dialog_end(ui);
    if (yes) {
        panel_want(page, (EditorAction){.kind = entry->done});
    } else if (no) {
        close(page);
    }
}

static void say_path(const Page *page) {
    bool is_new = page->editor->document.file.path.len == 0;
    say_entry(page, &(Entry){.key = S("path"),
                             .title = is_new ? TR("Save the situation") : TR("Save as another situation"),
                             .about = TR("The name of the file is also the one by which the situation is known: what "
                                         "was begun or kept of another one stays with that."),
                             .name = TR("Path of the file"),
                             .yes = TR("Save"),
                             .most_chars = PATH_MOST_CHARS,
                             .typed = EDITOR_SET_PATH,
                             .done = EDITOR_SAVE_AS});
}

static void say_id(const Page *page) {
    say_entry(page, &(Entry){.key = S("id"),
                             .title = TR("By what it is named"),
                             .about = TR("Ways and conditions name it by this. All that names it goes by the new one "
                                         "from then on, in one step that can be undone."),
                             .name = TR("Identifier"),
                             .yes = TR("Rename"),
                             .most_chars = ID_MOST_CHARS,
                             .typed = EDITOR_SET_ID,
                             .done = EDITOR_RENAME});
}

void panel_say_dialog(const Page *page) {
    EditorOverlay overlay = page->editor->overlay;
    if (overlay == EDITOR_HELP) {
        if (ui_help(page->ui, panel_words(page, TR("Keys")),
                    panel_words(page, TR("Everything here can be done with the keyboard alone; with the mouse alone, "
                                         "everything but typing.")))) {
            close(page);
        }
    } else if (overlay == EDITOR_ASK_PATH) {
        say_path(page);
    } else if (overlay == EDITOR_ASK_ID) {
        say_id(page);
    } else if (overlay == EDITOR_TEMPLATES) {
        panel_say_templates(page);
    } else if (overlay == EDITOR_PRESETS) {
        panel_say_presets(page);
    } else if (overlay == EDITOR_TRANSCRIPT) {
        panel_say_transcript(page);
    } else if (overlay == EDITOR_FIND) {
        panel_say_find(page);
    } else if (overlay == EDITOR_FIGURES) {
        panel_say_figures(page);
    } else if (overlay == EDITOR_TRANSLATE) {
        panel_say_translate(page);
    } else if (overlay == EDITOR_TESTS) {
        panel_say_tests(page);
    } else if (overlay == EDITOR_RECORD) {
        panel_say_record(page);
    } else if (overlay == EDITOR_PRINTS) {
        panel_say_print(page);
    } else if (overlay != EDITOR_PLAIN) {
        say_question(page, &QUESTIONS[overlay]);
    }
}

bool panel_say_card(const Page *page, const PanelCard *card) {
    Ui *ui = page->ui;
    UiId id = ui_id(ui, card->key, card->index);
    ui_box_begin(ui, (UiBox){.key = card->key,
                             .index = card->index,
                             .padding = UI_PAD2(14, 8),
                             .gap = 2,
                             .radius = 12,
                             .fill = ui_is_hovered(ui, id) ? COLOR_RAISED : COLOR_CARD,
                             .stroke = COLOR_LINE,
                             .role = ROLE_BUTTON,
                             .name = card->name,
                             .value = card->about,
                             .focusable = true,
                             .wants_focus = card->index == 0,
                             .place = card->index + 1,
                             .set_size = card->count});
    ui_text(ui, (UiText){.text = card->name, .style = TEXT_STRONG, .role = UI_SILENT});
    ui_text(ui, (UiText){.text = card->about, .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    ui_box_end(ui);
    return ui_pressed(ui, id);
}

void panel_end_dialog(const Page *page, const UiButton *button, bool closes) {
    Ui *ui = page->ui;
    ui_dialog_foot(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .justify = UI_END});
    closes = ui_button(ui, *button) || closes;
    ui_box_end(ui);
    ui_dialog_end(ui);
    if (closes) {
        panel_want(page, (EditorAction){.kind = EDITOR_SHOW, .index = EDITOR_PLAIN});
    }
}
