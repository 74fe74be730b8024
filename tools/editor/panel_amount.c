// Marks and effects: a mark is one of a few, an effect is seen on its gauge.
#include "editor/panel.h"
#include "told/telling.h"

static const int32_t MARKS[] = {-2, -1, 0, 1, 2};

static Str tell_mark(const Page *page, int32_t mark) {
    return mark == 0 ? S("·") : str_format(ui_arena(page->ui), "%s%d", mark < 0 ? "−" : "+", mark < 0 ? -mark : mark);
}

// The dot takes it away: what has no mark is absent, which is not zero.
static void say_mark(const Page *page, const FormRow *row, Str name) {
    Ui *ui = page->ui;
    int32_t chosen = -1, wanted = -1;
    for (int32_t i = 0; i < COUNT(MARKS); i++) {
        chosen = MARKS[i] == row->value ? i : chosen;
    }
    ui_text(ui, (UiText){.text = name, .style = TEXT_LABEL, .color = COLOR_SOFT, .role = UI_SILENT});
    ui_box_begin(ui, (UiBox){.key = row->at, .flow = UI_WRAP, .gap = 8, .role = ROLE_GROUP, .name = name});
    panel_follow_focus(page, row->at, ui_id(ui, S("mark"), chosen));
    for (int32_t i = 0; i < COUNT(MARKS); i++) {
        UiToggle pill = {.key = S("mark"), .index = i, .text = tell_mark(page, MARKS[i]), .checked = i == chosen};
        pill.place = i + 1;
        pill.set_size = COUNT(MARKS);
        wanted = ui_pill(ui, pill) ? i : wanted;
    }
    ui_box_end(ui);
    if (wanted < 0 || wanted == chosen) {
        return;
    }
    if (MARKS[wanted] == 0) {
        panel_want(page, (EditorAction){.kind = EDITOR_REMOVE, .at = row->at});
    } else {
        panel_want(page, (EditorAction){.kind = EDITOR_PUT_INT, .at = row->at, .index = MARKS[wanted]});
    }
}

static int32_t clamp(const Gauge *gauge, int32_t value) {
    return value < gauge->min ? gauge->min : value > gauge->max ? gauge->max : value;
}

static Str tell_value(const Page *page, const Gauge *gauge, int32_t value) {
    Str word = telling_band_word(page->scenario, gauge, value), number = ui_number(page->ui, value);
    return word.len > 0 ? UI_FORMAT(page->ui, TR("{0} ({1})"), number, word) : number;
}

// From where the gauge is when a play begins, with the cap that it has.
static void say_gauge(const Page *page, const FormRow *row) {
    Ui *ui = page->ui;
    GaugeId id = scenario_find_gauge(page->scenario, row->text);
    const Gauge *gauge = &page->scenario->gauges.rows[id];
    int32_t room = gauge->max - gauge->min;
    if (id == 0 || room <= 0) {
        return;
    }
    int32_t before = clamp(gauge, editor_preset(page->editor, row->text, gauge->start));
    int32_t rise = gauge->rise_cap > 0 && row->value > gauge->rise_cap ? gauge->rise_cap : row->value;
    int32_t after = clamp(gauge, before + rise);
    Str word = UI_FORMAT(ui, TR("From {0} to {1}"), tell_value(page, gauge, before), tell_value(page, gauge, after));
    bool well = (after > before) == (gauge->better == BETTER_HIGH);
    ui_meter(ui, (UiMeter){.name = gauge->name,
                           .word = word,
                           .permille = (int32_t)((int64_t)(after - gauge->min) * 1000 / room),
                           .tint = UI_TINT_TEAL,
                           .trend = (after > before) - (after < before),
                           .trend_tint = gauge->better == BETTER_NOT_SAID ? UI_TINT_NONE
                                         : well                           ? UI_TINT_TEAL
                                                                          : UI_TINT_TERRACOTTA});
}

void panel_say_amount(const Page *page, const FormRow *row, Str label) {
    Str name = UI_FORMAT(page->ui, TR("{0}: {1}"), label, panel_tell_target(page, row->target, row->text));
    if (row->target == TARGET_COMPETENCY) {
        say_mark(page, row, name);
    } else {
        panel_say_int(page, row, name);
        say_gauge(page, row);
    }
}
