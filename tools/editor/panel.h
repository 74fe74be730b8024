// The parts of the page, each a file panel_NAME.c. Internal to the editor's view.
#pragma once

#include "editor/editor_view.h"

typedef struct {
    Ui *ui;
    const Editor *editor;
    const Scenario *scenario;
    EditorAction *action; // the first that is wanted counts
} Page;

enum { PANEL_LEAST_WIDE = 1100 }; // units of the window: below that one panel stands alone

Str panel_words(const Page *page, Str source);
Str panel_tell_count(const Page *page, Str one, Str many, int32_t count); // {0} in both: the count
void panel_want(const Page *page, EditorAction wanted);
Str panel_tell_part(const Page *page, Str at); // of the case, or a scene: "3 · Le mandat"
// The button that mends a finding, where it can be; `focus`: the pointer of what has the focus then, empty: it stays.
void panel_say_mend(const Page *page, int32_t finding, Str focus);
Str panel_tell_row(const Page *page, const FormRow *row);   // "Answer B"; empty where the form has no word for it
Str panel_tell_place(const Page *page, const FormRow *row); // with the part that it stands in
bool panel_puts_focus(const Page *page, Str at);            // on what stands at that pointer, now

void panel_follow_focus(const Page *page, Str at, UiId id); // it goes there when it is to be on what stands at `at`

void panel_say_bar(const Page *page);
void panel_say_keys(const Page *page); // of the whole window: said after its panels
void panel_say_outline(const Page *page);
void panel_say_map(const Page *page);
void panel_say_findings(const Page *page);
void panel_say_form(const Page *page);
Str panel_tell_target(const Page *page, Target target, Str id); // as its author calls it; the id, where nothing has it
// A field of the value at the row, which asks for its focus and leaves undoing to the page; true: it was `edited`.
bool panel_say_field(const Page *page, const FormRow *row, UiField field, Str *edited);
void panel_say_int(const Page *page, const FormRow *row, Str label);
void panel_say_amount(const Page *page, const FormRow *row, Str label); // FORM_AMOUNT
void panel_say_condition(const Page *page, const FormRow *row, Str label);
void panel_say_value(const Page *page, const FormRow *row, Str label); // FORM_VALUE, in it
// The detectors' bench: of the phrase at a pointer what is found in it, and what came out below; nothing where none is.
void panel_mark_found(const Page *page, Str at, UiField *field);
void panel_say_verdict(const Page *page, Str at, bool typed); // typed: it is what is being written
bool panel_has_verdict(const Page *page, Str at);
void panel_say_phrase(const Page *page, const FormRow *row); // that is tried; `row`: of the examples of a detector
void panel_say_bench(const Page *page);                      // all of it
// Words that no dictionary knows, in the text of a row of the form that is shown, and what they may be.
void panel_mark_unknown(const Page *page, const FormRow *row, UiField *field);
void panel_say_unknown(const Page *page, const FormRow *row, bool typed);
void panel_say_own_words(const Page *page);
void panel_say_play(const Page *page);
void panel_say_templates(const Page *page);  // a dialog
void panel_say_presets(const Page *page);    // likewise
void panel_say_transcript(const Page *page); // likewise
void panel_say_find(const Page *page);       // likewise
void panel_say_figures(const Page *page);    // likewise
void panel_say_translate(const Page *page);  // likewise
void panel_say_tests(const Page *page);      // likewise
void panel_say_record(const Page *page);     // likewise
void panel_say_print(const Page *page);      // likewise
void panel_say_dialog(const Page *page);

// One of a few things to choose between in a dialog; the first has the focus at the beginning.
typedef struct {
    Str key;
    int32_t index, count;
    Str name, about;
} PanelCard;

bool panel_say_card(const Page *page, const PanelCard *card); // it was pressed

// The foot of a dialog that one only leaves, with its button; `closes`: it is left already, by Escape. Ends the dialog.
void panel_end_dialog(const Page *page, const UiButton *button, bool closes);
