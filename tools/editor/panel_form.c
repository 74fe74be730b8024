// The form of what is looked at: a field for each row of it (editor/form.h).
#include "base/date.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "editor/form_words.h"
#include "editor/panel.h"

enum { FORM_MOST_WIDTH = 820, STEP_UNITS = 18, NUMBER_WIDTH = 240, MOST_DIGITS = 11, TEXT_ROWS = 2 };

static Str number_of(const Page *page, const FormRow *row, bool letters) {
    return row->number == 0 ? (Str){0}
           : letters && row->number <= 'Z' - 'A' + 1
               ? str_format(ui_arena(page->ui), "%c", (char)('A' + row->number - 1))
               : ui_number(page->ui, row->number);
}

// Of a list that holds one thing it is without a number.
Str panel_tell_row(const Page *page, const FormRow *row) {
    const FormWords *words = form_words_find(row->shape, row->field);
    if (!words) {
        return (Str){0};
    }
    Str label = UI_FORMAT(page->ui, words->label, number_of(page, row, words->letters));
    label = str_trim(label);
    return str_ends(label, S(",")) ? str_slice(label, 0, label.len - 1) : label;
}

static void say_label(const Page *page, Str label) {
    ui_text(page->ui, (UiText){.text = label, .style = TEXT_LABEL, .color = COLOR_SOFT, .role = UI_SILENT});
}

void panel_follow_focus(const Page *page, Str at, UiId id) {
    if (panel_puts_focus(page, at)) {
        ui_focus(page->ui, id);
    }
}

static void follow_focus(const Page *page, const FormRow *row, UiId id) {
    panel_follow_focus(page, row->at, id);
}

// Of a list of texts, or of ways to texts, the shape has how many there may be.
static int32_t most_chars(const FormRow *row) {
    return row->field->kind == FIELD_TEXT ? row->field->most : LIMIT_TEXT_CHARS;
}

bool panel_say_field(const Page *page, const FormRow *row, UiField field, Str *edited) {
    follow_focus(page, row, ui_id(page->ui, row->at, 0));
    field.key = row->at;
    field.undo_outside = true;
    bool was_edited = ui_field(page->ui, field, edited);
    if (field.most_chars > 0 && field.text.len >= field.most_chars && utf8_count(field.text) >= field.most_chars) {
        Str full = UI_FORMAT(page->ui, TR("As long as it may be: {0} characters. More than that is cut."),
                             ui_number(page->ui, field.most_chars));
        ui_text(page->ui, (UiText){.text = full, .style = TEXT_SMALL, .color = COLOR_OCHRE_INK, .live = true});
    }
    return was_edited;
}

// In words, so that whoever typed the wrong month sees it; of what is no date the check tells.
static void say_date(const Page *page, Str date) {
    if (date_is_valid(date)) {
        ui_text(page->ui, (UiText){.text = date_told(ui_arena(page->ui), &page->editor->app.catalog, date),
                                   .style = TEXT_SMALL,
                                   .color = COLOR_SOFT,
                                   .live = true});
    }
}

// A date or a language is read once it is one; until then what stands in the file is what was typed.
static Str text_of(const Page *page, const FormRow *row) {
    Str bytes = page->editor->document.reading.bytes, text = row->text;
    bool formed = row->field->kind == FIELD_DATE || row->field->kind == FIELD_LANGUAGE;
    int32_t place = formed && text.len == 0 ? json_find_pointer(bytes, row->at) : -1;
    JsonDoc doc;
    if (place >= 0 && json_parse(ui_arena(page->ui), json_value_at(bytes, place), &doc, NULL, NULL)) {
        text = json_type(doc.root) == JSON_TEXT ? str_copy(ui_arena(page->ui), json_text(doc.root)) : text;
        json_finish(&doc);
    }
    return text;
}

static void say_text(const Page *page, const FormRow *row, Str label) {
    bool is_short = row->field->label;
    Str text = text_of(page, row);
    UiField field = {.name = label,
                     .text = text,
                     .multiline = !is_short,
                     .rows = text.len > 0 || is_short ? 1 : TEXT_ROWS,
                     .most_chars = most_chars(row)};
    Str edited;
    bool typed = ui_has_focus(page->ui, ui_id(page->ui, row->at, 0));
    panel_mark_unknown(page, row, &field);
    panel_mark_found(page, row->at, &field);
    say_label(page, label);
    if (panel_say_field(page, row, field, &edited)) {
        panel_want(page, (EditorAction){.kind = EDITOR_TYPE, .at = row->at, .text = edited});
    }
    if (row->field->kind == FIELD_DATE) {
        say_date(page, text);
    }
    panel_say_verdict(page, row->at, typed);
    panel_say_unknown(page, row, typed);
}

static void say_flag(const Page *page, const FormRow *row, Str label) {
    follow_focus(page, row, ui_id(page->ui, row->at, 0));
    if (ui_checkbox(page->ui, (UiToggle){.key = row->at, .text = label, .checked = row->value != 0})) {
        panel_want(page, (EditorAction){.kind = EDITOR_PUT_FLAG, .at = row->at, .index = row->value == 0});
    }
}

static Str nothing(const Page *page) {
    return panel_words(page, TR("(none)"));
}

static void say_word(const Page *page, const FormRow *row, Str label) {
    Ui *ui = page->ui;
    const FormWords *words = form_words_find(row->shape, row->field);
    int32_t count = row->field->words->count;
    Str *labels = arena_push(ui_arena(ui), Str, count + 1);
    labels[0] = nothing(page);
    for (int32_t i = 0; i < count; i++) {
        labels[i + 1] = panel_words(page, words->list[i]);
    }
    say_label(page, label);
    follow_focus(page, row, ui_id(ui, row->at, 0));
    bool must = row->field->required && row->value > 0; // then nothing is no choice
    int32_t wanted = ui_combo(ui, row->at, label, labels + must, count + 1 - must, row->value - must) + must;
    if (wanted != row->value && wanted == 0) {
        panel_want(page, (EditorAction){.kind = EDITOR_REMOVE, .at = row->at});
    } else if (wanted != row->value) {
        panel_want(page,
                   (EditorAction){.kind = EDITOR_PUT, .at = row->at, .text = row->field->words->words[wanted - 1]});
    }
}

// An id that nothing has is shown as it is written.
static void say_ref(const Page *page, const FormRow *row, Str label) {
    Ui *ui = page->ui;
    const FormTargets *targets = &page->editor->targets[row->target];
    Str *labels = arena_push(ui_arena(ui), Str, targets->count + 3);
    int32_t chosen = row->text.len > 0 ? targets->count + 1 : 0;
    labels[0] = nothing(page);
    labels[targets->count + 1] = UI_FORMAT(ui, TR("“{0}”, which is not there"), row->text);
    for (int32_t i = 0; i < targets->count; i++) {
        labels[i + 1] = targets->rows[i].label;
        chosen = str_equal(targets->rows[i].id, row->text) ? i + 1 : chosen;
    }
    say_label(page, label);
    follow_focus(page, row, ui_id(ui, row->at, 0));
    int32_t count = targets->count + 1 + (chosen == targets->count + 1);
    bool leads = row->target == TARGET_SCENE && row->field->kind == FIELD_ROUTES;
    if (leads || str_equal(row->field->key, S("to"))) {
        labels[count++] = panel_words(page, TR("A new scene"));
        leads = true;
    }
    int32_t wanted = ui_combo(ui, row->at, label, labels, count, chosen);
    if (wanted == chosen) {
        return;
    }
    if (wanted == 0) {
        panel_want(page, (EditorAction){.kind = EDITOR_REMOVE, .at = row->at});
    } else if (leads && wanted == count - 1) {
        panel_want(page, (EditorAction){.kind = EDITOR_PUT_SCENE, .at = row->at});
    } else if (wanted <= targets->count) {
        panel_want(page, (EditorAction){.kind = EDITOR_PUT, .at = row->at, .text = targets->rows[wanted - 1].id});
    }
}

static void say_step(const Page *page, const FormRow *row, Str label, int32_t step) {
    Ui *ui = page->ui;
    int32_t now = row->value == NOT_SAID ? 0 : row->value, then = now + step;
    Str name = UI_FORMAT(ui, step < 0 ? TR("{0}: one less") : TR("{0}: one more"), label);
    ui_box_begin(ui, (UiBox){.key = row->at, .index = step + 2});
    if (ui_button(ui, (UiButton){.key = S("step"),
                                 .text = step < 0 ? S("−") : S("+"),
                                 .name = name,
                                 .compact = true,
                                 .disabled = then < row->field->least || then > row->field->most})) {
        panel_want(page, (EditorAction){.kind = EDITOR_PUT_INT, .at = row->at, .index = then});
    }
    ui_box_end(ui);
}

// A number while it is typed may be none yet.
void panel_say_int(const Page *page, const FormRow *row, Str label) {
    Ui *ui = page->ui;
    const Editor *editor = page->editor;
    Str written = row->value == NOT_SAID ? (Str){0} : str_format(ui_arena(ui), "%d", row->value), edited;
    bool half = editor->half.at.len > 0 && str_equal(editor->half.at, row->at);
    say_label(page, label);
    follow_focus(page, row, ui_id(ui, row->at, 0));
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8, .align = UI_CENTER, .width = NUMBER_WIDTH});
    say_step(page, row, label, -1);
    if (ui_field(ui,
                 (UiField){.key = row->at,
                           .name = label,
                           .text = half ? editor->half.text : written,
                           .most_chars = MOST_DIGITS,
                           .undo_outside = true},
                 &edited)) {
        panel_want(page, (EditorAction){.kind = EDITOR_TYPE_INT, .at = row->at, .text = edited});
    }
    say_step(page, row, label, 1);
    ui_box_end(ui);
}

Str panel_tell_target(const Page *page, Target target, Str id) {
    const FormTargets *targets = &page->editor->targets[target];
    Str name = id;
    for (int32_t i = 0; i < targets->count; i++) {
        name = str_equal(targets->rows[i].id, id) ? targets->rows[i].label : name;
    }
    return name;
}

// What can be done to a part as a whole: one that stands in a list is moved and copied there.
static void say_part_menu(const Page *page, const FormRow *row, Str label) {
    enum { MOVES_UP, MOVES_DOWN, DOUBLES, RENAMES, GOES, DEED_COUNT };
    static const Str WORDS[] = {TR_INIT("Move up"), TR_INIT("Move down"), TR_INIT("Duplicate"),
                                TR_INIT("Identifier: {0}…"), TR_INIT("Remove")};
    bool element = row->number > 0;
    const bool can[] = {element && row->number > 1, element && row->number < row->siblings,
                        element && row->field->kind != FIELD_REFS, row->id.len > 0, true};
    const EditorAction deeds[] = {{.kind = EDITOR_MOVE, .at = row->at, .index = row->number - 2},
                                  {.kind = EDITOR_MOVE, .at = row->at, .index = row->number},
                                  {.kind = EDITOR_DUPLICATE, .at = row->at},
                                  {.kind = EDITOR_ASK_RENAME, .at = row->at},
                                  {.kind = EDITOR_DELETE, .at = row->at}};
    Str labels[DEED_COUNT];
    int32_t which[DEED_COUNT], count = 0;
    for (int32_t i = 0; i < DEED_COUNT; i++) {
        if (can[i]) {
            labels[count] = UI_FORMAT(page->ui, WORDS[i], row->id);
            which[count++] = i;
        }
    }
    ui_box_begin(page->ui, (UiBox){.key = row->at, .index = 1});
    UiButton button = {.key = S("part"), .text = S("⋯"), .kind = BUTTON_QUIET, .compact = true};
    button.name = UI_FORMAT(page->ui, TR("{0}: move, duplicate, remove"), label);
    int32_t chosen = ui_menu(page->ui, button, labels, count);
    ui_box_end(page->ui);
    if (chosen >= 0) {
        panel_want(page, deeds[which[chosen]]);
    }
}

static Str label_of_add(const Page *page, const FormAdd *add) {
    Ui *ui = page->ui;
    FormRow row = {.shape = add->shape, .field = add->field};
    Str label = panel_tell_row(page, &row);
    if (add->field->kind == FIELD_COMPETENCIES && add->which.len == 0) {
        return panel_words(page, TR("One of your own"));
    }
    if (add->which.len > 0 && add->field->kind != FIELD_ASK) {
        return panel_tell_target(page, add->field->target, add->which);
    }
    if (add->field->kind == FIELD_ASK) {
        return UI_FORMAT(ui, TR("{0}: {1}"), label, panel_words(page, form_words_ask(add->which)));
    }
    if (add->field->kind == FIELD_WHY && str_ends(add->at, S("/gives"))) {
        return UI_FORMAT(ui, TR("{0}, in three parts"), label);
    }
    return add->depends ? UI_FORMAT(ui, TR("{0}, only if…"), label) : label;
}

static void want_add(const Page *page, const FormAdd *add) {
    panel_want(page, (EditorAction){.kind = add->shows ? EDITOR_OFFER : EDITOR_ADD, .at = add->at, .text = add->which});
}

// One thing is a button, several are a list that opens.
static void say_adds(const Page *page, const FormRow *row) {
    Ui *ui = page->ui;
    const FormAdds *adds = &row->adds;
    bool in = row->kind == FORM_ADD_IN;
    bool of_list = !in && row->field->kind != FIELD_AMOUNTS && adds->count == 1;
    Str *labels = arena_push(ui_arena(ui), Str, adds->count);
    for (int32_t i = 0; i < adds->count; i++) {
        labels[i] = label_of_add(page, &adds->rows[i]);
    }
    UiButton button = {.key = S("add"),
                       .compact = true,
                       .kind = row->depth > 1 || (in && row->field) ? BUTTON_QUIET : BUTTON_SECONDARY};
    Str what = row->field ? panel_tell_row(page, row) : panel_tell_part(page, row->at);
    button.text = of_list ? UI_FORMAT(ui, TR("Add: {0}"), labels[0])
                  : in    ? panel_words(page, TR("Add…"))
                          : UI_FORMAT(ui, TR("Add: {0}…"), what);
    button.name = in ? UI_FORMAT(ui, TR("{0}: add…"), what) : button.text;
    ui_box_begin(ui, (UiBox){.key = row->at, .index = in ? 3 : 2, .flow = UI_WRAP});
    follow_focus(page, row, ui_id(ui, button.key, 0));
    int32_t chosen = of_list ? ui_button(ui, button) - 1 : ui_menu(ui, button, labels, adds->count);
    if (chosen >= 0) {
        want_add(page, &adds->rows[chosen]);
    }
    ui_box_end(ui);
}

typedef void SayRow(const Page *page, const FormRow *row, Str label);

static void say_note(const Page *page, int32_t row, Str at) {
    Ui *ui = page->ui;
    const Finding *finding = &page->editor->document.reading.findings.rows[row];
    bool error = finding_severity(finding->code) == SEVERITY_ERROR;
    Str message = finding_message(ui_arena(ui), &page->editor->app.catalog, finding);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8, .align = UI_CENTER});
    ui_box_begin(ui, (UiBox){.width = UI_GROW});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, error ? TR("Error: {0}") : TR("Remark: {0}"), message),
                         .style = TEXT_SMALL,
                         .color = error ? COLOR_TERRACOTTA_INK : COLOR_OCHRE_INK});
    ui_box_end(ui);
    panel_say_mend(page, row, at);
    ui_box_end(ui);
}

// What is said of it, below it. Of an example the bench says more.
static void say_notes(const Page *page, Str at) {
    const Findings *findings = &page->editor->document.reading.findings;
    for (int32_t i = 0; i < findings->count; i++) {
        bool told = findings->rows[i].code == FINDING_EXAMPLE_FAILS && panel_has_verdict(page, at);
        if (!told && str_equal(findings->rows[i].pointer, at)) {
            say_note(page, i, at);
        }
    }
}

static void say_row(const Page *page, const FormRow *row) {
    static SayRow *const SAYS[] = {[FORM_TEXT] = say_text,           [FORM_CONDITION] = panel_say_condition,
                                   [FORM_INT] = panel_say_int,       [FORM_FLAG] = say_flag,
                                   [FORM_WORD] = say_word,           [FORM_REF] = say_ref,
                                   [FORM_AMOUNT] = panel_say_amount, [FORM_VALUE] = panel_say_value};
    Ui *ui = page->ui;
    Str label = panel_tell_row(page, row);
    bool can_remove = form_can_remove(row);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 6, .align = UI_END});
    ui_box_begin(ui, (UiBox){.gap = 4, .width = UI_GROW, .whole = true});
    SAYS[row->kind](page, row, label);
    say_notes(page, row->at);
    ui_box_end(ui);
    if (can_remove) {
        say_part_menu(page, row, label);
    }
    ui_box_end(ui);
}

static void begin_group(const Page *page, const FormRow *row) {
    Ui *ui = page->ui;
    Str label = panel_tell_row(page, row);
    ui_box_begin(ui, (UiBox){.key = row->at,
                             .gap = 12,
                             .padding = row->depth == 0 ? UI_PAD(16) : (UiEdges){STEP_UNITS, 4, 0, 4},
                             .fill = row->depth == 0 ? COLOR_CARD : COLOR_NONE,
                             .stroke = row->depth == 0 ? COLOR_LINE : COLOR_NONE,
                             .radius = row->depth == 0 ? CARD_RADIUS : 0,
                             .role = ROLE_GROUP,
                             .name = label});
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 6, .align = UI_CENTER});
    ui_text(ui, (UiText){.text = label,
                         .style = row->depth == 0 ? TEXT_HEADING : TEXT_STRONG,
                         .role = row->depth == 0 ? ROLE_HEADING : ROLE_TEXT,
                         .grow = UI_GROW});
    if (form_can_remove(row)) {
        say_part_menu(page, row, label);
    }
    ui_box_end(ui);
    say_notes(page, row->at);
    if (row->field->shape && row->field->shape->table == offsetof(Scenario, examples)) {
        panel_say_phrase(page, row);
    }
}

static void say_rows(const Page *page) {
    const Form *form = &page->editor->form;
    int32_t open = 0;
    for (int32_t i = 0; i < form->count; i++) {
        const FormRow *row = &form->rows[i];
        for (; open > row->depth; open--) {
            ui_box_end(page->ui);
        }
        if (row->kind == FORM_GROUP) {
            begin_group(page, row);
            open++;
        } else if (row->kind == FORM_ADD || row->kind == FORM_ADD_IN) {
            say_adds(page, row);
        } else {
            say_row(page, row);
        }
    }
    for (; open > 0; open--) {
        ui_box_end(page->ui);
    }
}

static void say_why_empty(const Page *page) {
    Str why = page->scenario->read ? TR("Nothing is written here yet.")
                                   : TR("This file is no situation that Palabre can read. It can be saved as it "
                                        "stands, and nothing of it is lost.");
    ui_text(page->ui, (UiText){.text = panel_words(page, why), .color = COLOR_SOFT});
}

// A scene is moved, copied and taken away from where it is written.
static void say_title(const Page *page) {
    Ui *ui = page->ui;
    Str at = page->editor->looked_at, label = panel_tell_part(page, at);
    Pointed place;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 6, .align = UI_CENTER});
    ui_text(ui, (UiText){.text = label, .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true, .grow = UI_GROW});
    if (str_begins(at, S("/scenes/")) && pointer_find(page->scenario, at, &place)) {
        const Span scenes = page->scenario->scene_rows;
        FormRow row = {.at = at, .number = place.row - scenes.first + 1, .siblings = scenes.count};
        row.field = shape_find_field(&SHAPE_CASE, S("scenes"));
        row.id = form_row_id(page->scenario, place.shape, place.row);
        say_part_menu(page, &row, label);
    }
    ui_box_end(ui);
}

static void say_translate(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.key = S("translate"), .text = panel_words(page, TR("Translate"))})) {
        panel_want(page, (EditorAction){.kind = EDITOR_SHOW_TRANSLATE});
    }
    ui_box_end(ui);
}

void panel_say_form(const Page *page) {
    Ui *ui = page->ui;
    ui_enter_page(ui, page->editor->looked_at);
    ui_box_begin(ui, (UiBox){.key = S("form"),
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .align = UI_CENTER,
                             .padding = UI_PAD2(24, 20),
                             .scrolls = true,
                             .fill = COLOR_PAPER,
                             .language = page->scenario->language});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = FORM_MOST_WIDTH, .gap = 14});
    say_title(page);
    if (page->editor->looked_at.len == 0) {
        say_translate(page);
    }
    panel_say_bench(page);
    say_rows(page);
    if (page->editor->looked_at.len == 0) {
        panel_say_own_words(page);
    }
    if (page->editor->form.count == 0) {
        say_why_empty(page);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}
