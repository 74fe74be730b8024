// What a form shows of values made of several (editor/values.h): the order expected, places that are nearly right, what
// a panel answered.
#include "base/limits.h"
#include "editor/panel.h"
#include "editor/values.h"

enum {
    COUNT_WIDTH = 84,
    COUNT_DIGITS = 2,
    SHEETS_CHARS = 2 * LIMIT_PANEL,
    LABEL_LINES = 2,
    MOVES_UP = 1,
    MOVES_DOWN = 2
};

static const Ask *ask_of(const Page *page, const FormRow *row) {
    return form_ask_at(page->scenario, row->at);
}

static void want_value(const Page *page, const FormRow *row, Str json) {
    panel_want(page, (EditorAction){.kind = EDITOR_PUT_VALUE, .at = row->at, .text = json});
}

static void say_small(const Page *page, Str text) {
    ui_text(page->ui, (UiText){.text = text, .style = TEXT_SMALL, .color = COLOR_SOFT});
}

// A step up or down of an order.
static bool say_move(const Page *page, const RankPlace *place, bool up, bool can) {
    Ui *ui = page->ui;
    return ui_button(ui, (UiButton){.key = place->id,
                                    .index = up ? MOVES_UP : MOVES_DOWN,
                                    .text = up ? S("↑") : S("↓"),
                                    .name = UI_FORMAT(ui, up ? TR("{0}: up") : TR("{0}: down"), place->label),
                                    .compact = true,
                                    .disabled = !can});
}

// Ties belong to places, not to what stands there.
static void swap(RankPlaces *places, int32_t first) {
    RankPlace *a = &places->rows[first], *b = a + 1, kept = *a;
    a->id = b->id;
    a->label = b->label;
    b->id = kept.id;
    b->label = kept.label;
}

static bool say_place(const Page *page, RankPlaces *places, int32_t i, int32_t rank) {
    Ui *ui = page->ui;
    RankPlace *place = &places->rows[i];
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 6, .align = UI_CENTER});
    ui_text(ui, (UiText){.text = ui_number(ui, rank), .style = TEXT_STRONG, .color = COLOR_TEAL_INK});
    ui_text(ui, (UiText){.text = place->label, .grow = UI_GROW});
    bool up = say_move(page, place, true, i > 0), down = say_move(page, place, false, i + 1 < places->count);
    ui_box_end(ui);
    bool ties = i > 0 && ui_checkbox(ui, (UiToggle){.key = S("tied"),
                                                    .index = i,
                                                    .text = panel_words(page, TR("as good as the one before")),
                                                    .found = place->label,
                                                    .checked = place->tied});
    if (up || down) {
        swap(places, up ? i - 1 : i);
    }
    place->tied ^= ties;
    return up || down || ties;
}

static void say_rank(const Page *page, const FormRow *row) {
    RankPlaces places = values_rank(ui_arena(page->ui), page->scenario, ask_of(page, row));
    int32_t rank = 0;
    bool changed = false;
    if (places.count > 0) {
        panel_follow_focus(page, row->at, ui_id(page->ui, places.rows[0].id, MOVES_DOWN));
    }
    for (int32_t i = 0; i < places.count && !changed; i++) {
        rank += !places.rows[i].tied;
        changed = say_place(page, &places, i, rank);
    }
    if (changed) {
        want_value(page, row, values_write_rank(ui_arena(page->ui), &places));
    }
}

static void say_near(const Page *page, const FormRow *row) {
    Ui *ui = page->ui;
    NearTable table = values_near(ui_arena(ui), page->scenario, ask_of(page, row));
    bool changed = false;
    panel_follow_focus(page, row->at, ui_id(ui, S("near"), 0));
    for (int32_t i = 0; i < table.count; i++) {
        NearPlaces *near = &table.rows[i];
        if (ui_checkbox(ui, (UiToggle){.key = S("near"),
                                       .index = i,
                                       .text = UI_FORMAT(ui, TR("{0} and {1}"), near->a.label, near->b.label),
                                       .checked = near->near})) {
            near->near = !near->near;
            changed = true;
        }
    }
    if (changed) {
        want_value(page, row, values_write_near(ui_arena(ui), &table));
    }
}

static void say_count(const Page *page, Str line_at, const CountLine *line, int32_t i) {
    Ui *ui = page->ui;
    const CountCell *cell = &line->cells[i];
    Str at = pointer_join(ui_arena(ui), line_at, cell->key), edited;
    Str sign = str_format(ui_arena(ui), "%c", cell->sign);
    const Editor *editor = page->editor;
    bool half = editor->half.at.len > 0 && str_equal(editor->half.at, at);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8, .align = UI_CENTER});
    ui_box_begin(ui, (UiBox){.width = COUNT_WIDTH});
    if (ui_field(ui,
                 (UiField){.key = at,
                           .name = UI_FORMAT(ui, TR("{0}: {1}"), sign, cell->label),
                           .text = half              ? editor->half.text
                                   : cell->count > 0 ? str_format(ui_arena(ui), "%d", cell->count)
                                                     : (Str){0},
                           .most_chars = COUNT_DIGITS,
                           .undo_outside = true},
                 &edited)) {
        panel_want(page, (EditorAction){.kind = EDITOR_TYPE_INT, .at = at, .text = edited});
    }
    ui_box_end(ui);
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("{0}: {1}"), sign, cell->label),
                         .most_lines = LABEL_LINES,
                         .preview = true,
                         .grow = UI_GROW,
                         .role = UI_SILENT});
    ui_box_end(ui);
}

// Sheets of paper are read out one after the other: a sign each.
static void say_sheets(const Page *page, const FormRow *row, Str line_at, CountLine *line) {
    Ui *ui = page->ui;
    Str signs, name = panel_words(page, TR("From paper: one sign a sheet"));
    ui_text(ui, (UiText){.text = name, .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    if (line->label.len > 0) {
        name = UI_FORMAT(ui, TR("{0}: {1}"), line->label, name);
    }
    if (ui_field(ui,
                 (UiField){.key = row->at,
                           .index = (int32_t)(line_at.len - row->at.len),
                           .name = name,
                           .text = values_tell_sheets(ui_arena(ui), line),
                           .most_chars = SHEETS_CHARS,
                           .undo_outside = true},
                 &signs) &&
        values_read_sheets(line, signs)) {
        Str json = values_write_counts(ui_arena(ui), line);
        panel_want(page, (EditorAction){.kind = EDITOR_PUT_VALUE, .at = line_at, .text = json});
    }
}

static void say_line(const Page *page, const FormRow *row, CountLine *line, bool first) {
    Ui *ui = page->ui;
    const Ask *ask = ask_of(page, row);
    int32_t n = page->scenario->panels.rows[ask->panel].n;
    Str at = line->key.len > 0 ? pointer_join(ui_arena(ui), row->at, line->key) : row->at;
    ui_box_begin(ui, (UiBox){.key = at, .gap = 6, .role = ROLE_GROUP, .name = line->label});
    if (line->label.len > 0) {
        ui_text(ui, (UiText){.text = line->label, .style = TEXT_STRONG});
    }
    if (first && line->cell_count > 0) {
        panel_follow_focus(page, row->at, ui_id(ui, pointer_join(ui_arena(ui), at, line->cells[0].key), 0));
    }
    for (int32_t i = 0; i < line->cell_count; i++) {
        say_count(page, at, line, i);
    }
    say_sheets(page, row, at, line);
    if (ask->kind != ASK_MULTIPLE) {
        say_small(page, UI_FORMAT(ui, TR("{0} answers of {1} colleagues"), ui_number(ui, line->sum), ui_number(ui, n)));
    }
    ui_box_end(ui);
}

static void say_counts(const Page *page, const FormRow *row) {
    CountLines lines = values_counts(ui_arena(page->ui), page->scenario, ask_of(page, row));
    for (int32_t i = 0; i < lines.count; i++) {
        say_line(page, row, &lines.rows[i], i == 0);
    }
    if (lines.count == 0) {
        say_small(page, panel_words(page, TR("What is written in one’s own words is not counted.")));
    }
}

static bool say_slot(const Page *page, VoiceSlot *slot, int32_t i, Str at) {
    Ui *ui = page->ui;
    Str led_to = i == 0 ? at : S("/");
    if (slot->choice_count == 0) {
        bool now = slot->chosen > 0;
        panel_follow_focus(page, led_to, ui_id(ui, slot->key, 0));
        bool turned = ui_checkbox(ui, (UiToggle){.key = slot->key, .text = slot->label, .checked = now});
        slot->chosen = now != turned;
        return turned;
    }
    Str *labels = arena_push(ui_arena(ui), Str, slot->choice_count + 1);
    labels[0] = panel_words(page, TR("(none)"));
    for (int32_t k = 0; k < slot->choice_count; k++) {
        labels[k + 1] = slot->choices[k].label;
    }
    Str name = slot->label.len > 0 ? slot->label : panel_words(page, TR("Answer"));
    if (slot->label.len > 0) {
        say_small(page, slot->label);
    }
    ui_box_begin(ui, (UiBox){.key = S("slot"), .index = i});
    panel_follow_focus(page, led_to, ui_id(ui, S("choice"), 0));
    int32_t wanted = ui_combo(ui, S("choice"), name, labels, slot->choice_count + 1, slot->chosen + 1) - 1;
    ui_box_end(ui);
    bool changed = wanted != slot->chosen;
    slot->chosen = wanted;
    return changed;
}

// Of a rank each thing stands at one place: what was there takes the place of the other.
static void keep_once(VoiceSlots *slots, const VoiceSlot *changed, int32_t had) {
    for (int32_t i = 0; i < slots->count; i++) {
        VoiceSlot *slot = &slots->rows[i];
        slot->chosen = slot != changed && slot->chosen == changed->chosen ? had : slot->chosen;
    }
}

static void say_typed(const Page *page, const FormRow *row, Str label) {
    Ui *ui = page->ui;
    UiField field = {.name = label,
                     .text = values_typed(ui_arena(ui), row->text),
                     .multiline = true,
                     .rows = 1,
                     .most_chars = LIMIT_ANSWER_CHARS};
    Str edited;
    if (panel_say_field(page, row, field, &edited)) {
        panel_want(page, (EditorAction){.kind = EDITOR_TYPE,
                                        .at = row->at,
                                        .text = values_write_typed(ui_arena(ui), edited, row->text)});
    }
}

static void say_voice(const Page *page, const FormRow *row, Str label) {
    Ui *ui = page->ui;
    const Ask *ask = ask_of(page, row);
    VoiceSlots slots = values_voice(ui_arena(ui), page->scenario, ask, row->text);
    bool changed = false;
    for (int32_t i = 0; i < slots.count && !changed; i++) {
        int32_t had = slots.rows[i].chosen;
        changed = say_slot(page, &slots.rows[i], i, row->at);
        if (changed && ask->kind == ASK_RANK) {
            keep_once(&slots, &slots.rows[i], had);
        }
    }
    if (slots.count == 0) {
        say_typed(page, row, label);
    }
    if (changed) {
        Str answer = values_write_voice(ui_arena(ui), ask, &slots);
        panel_want(page, (EditorAction){.kind = EDITOR_PUT, .at = row->at, .text = answer});
    }
}

void panel_say_value(const Page *page, const FormRow *row, Str label) {
    Ui *ui = page->ui;
    ui_text(ui, (UiText){.text = label, .style = TEXT_LABEL, .color = COLOR_SOFT, .role = UI_SILENT});
    ui_box_begin(ui, (UiBox){.key = row->at, .gap = 10, .role = ROLE_GROUP, .name = label});
    if (row->field->kind == FIELD_RANK_KEY) {
        say_rank(page, row);
    } else if (row->field->kind == FIELD_NEAR) {
        say_near(page, row);
    } else if (row->field->kind == FIELD_PANEL_ANSWERS) {
        say_counts(page, row);
    } else {
        say_voice(page, row, label);
    }
    ui_box_end(ui);
}
