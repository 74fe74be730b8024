#include "ui/widgets.h"

#include "base/utf8.h"

enum { CONTROL_RADIUS = 14, LARGE_MEDAL = 60, LARGE_INITIALS = 2 }; // units; code points in a large one

UiTintColors ui_tint(int32_t tint) {
    static const UiTintColors TINTS[UI_TINT_COUNT] = {
        [UI_TINT_NONE] = {COLOR_SAND_INK, COLOR_SAND_INK, COLOR_SAND},
        [UI_TINT_TEAL] = {COLOR_TEAL, COLOR_TEAL_INK, COLOR_TEAL_LIGHT},
        [UI_TINT_TERRACOTTA] = {COLOR_TERRACOTTA, COLOR_TERRACOTTA_INK, COLOR_TERRACOTTA_LIGHT},
        [UI_TINT_OCHRE] = {COLOR_OCHRE, COLOR_OCHRE_INK, COLOR_OCHRE_LIGHT},
        [UI_TINT_PLUM] = {COLOR_PLUM, COLOR_PLUM_INK, COLOR_PLUM_LIGHT},
        [UI_TINT_NIGHT] = {COLOR_SOFT, COLOR_ON_NIGHT, COLOR_NIGHT_RAISED},
        [UI_TINT_SAND] = {COLOR_SAND_INK, COLOR_SAND_INK, COLOR_SAND},
    };
    return TINTS[tint >= 0 && tint < UI_TINT_COUNT ? tint : 0];
}

typedef struct {
    ColorRole fill, stroke, ink;
} ButtonColors;

static ButtonColors button_colors(const Ui *ui, UiId id, const UiButton *button) {
    bool up = ui_is_hovered(ui, id) && !button->disabled;
    switch (button->kind) {
    case BUTTON_PRIMARY:
        return (ButtonColors){COLOR_TEAL, COLOR_TEAL, COLOR_ON_TEAL};
    case BUTTON_QUIET:
        return (ButtonColors){up ? COLOR_RAISED : COLOR_NONE, COLOR_NONE, COLOR_TEAL_INK};
    case BUTTON_DANGER:
        return (ButtonColors){up ? COLOR_TERRACOTTA_LIGHT : COLOR_CARD, COLOR_TERRACOTTA, COLOR_TERRACOTTA_INK};
    case BUTTON_ON_NIGHT:
        return (ButtonColors){up ? COLOR_NIGHT_RAISED : COLOR_NONE, COLOR_NONE,
                              button->disabled ? COLOR_ON_NIGHT_SOFT : COLOR_ON_NIGHT};
    case BUTTON_SECONDARY:
        break;
    }
    return (ButtonColors){up ? COLOR_TEAL_LIGHT : COLOR_CARD, COLOR_TEAL, COLOR_TEAL_INK};
}

static UiEdges button_padding(const UiButton *button) {
    if (button->kind != BUTTON_QUIET && button->kind != BUTTON_ON_NIGHT) {
        return button->compact ? UI_PAD2(15, 7) : UI_PAD2(18, 10);
    }
    return UI_PAD2(10, 7);
}

static void say_hint(Ui *ui, Str hint, ColorRole color) {
    ui_box_begin(ui, (UiBox){.stroke = color, .radius = 6, .padding = {7, 1, 7, 1}});
    ui_text(ui, (UiText){.text = hint, .style = TEXT_SMALL, .color = color, .role = UI_SILENT});
    ui_box_end(ui);
}

bool ui_button(Ui *ui, UiButton button) {
    UiId id = ui_id(ui, button.key, button.index);
    ButtonColors colors = button_colors(ui, id, &button);
    ui_box_begin(ui, (UiBox){.key = button.key,
                             .index = button.index,
                             .width = button.width,
                             .flow = UI_ROW,
                             .gap = 10,
                             .align = UI_CENTER,
                             .justify = UI_CENTER,
                             .padding = button_padding(&button),
                             .fill = colors.fill,
                             .stroke = colors.stroke,
                             .stroke_width = 1,
                             .radius = CONTROL_RADIUS,
                             .trims = button.kind == BUTTON_QUIET || button.kind == BUTTON_ON_NIGHT,
                             .ring = button.kind == BUTTON_ON_NIGHT ? COLOR_ACCENT : COLOR_NONE,
                             .role = ROLE_BUTTON,
                             .name = button.name.len > 0 ? button.name : button.text,
                             .focusable = !button.by_pointer,
                             .chosen_by_pointer = button.by_pointer,
                             .wants_focus = button.wants_focus,
                             .disabled = button.disabled});
    ui_text(ui, (UiText){.text = button.text, .style = TEXT_STRONG, .color = colors.ink, .role = UI_SILENT});
    if (button.hint.len > 0) {
        say_hint(ui, button.hint, colors.ink);
    }
    ui_box_end(ui);
    return ui_pressed(ui, id);
}

// The square that tells whether something is ticked: full with a sign, or empty.
static void say_tick(Ui *ui, bool ticked) {
    ui_box_begin(ui, (UiBox){.width = 22,
                             .height = 22,
                             .align = UI_CENTER,
                             .justify = UI_CENTER,
                             .radius = 6,
                             .fill = ticked ? COLOR_TEAL : COLOR_CARD,
                             .stroke = COLOR_TEAL,
                             .stroke_width = 2});
    if (ticked) {
        ui_text(ui, (UiText){.text = S("✓"), .style = TEXT_LABEL, .color = COLOR_ON_TEAL, .role = UI_SILENT});
    }
    ui_box_end(ui);
}

static void say_badge(Ui *ui, const UiAnswer *answer) {
    UiTintColors colors = ui_tint(answer->quiet ? UI_TINT_SAND : answer->tint == 0 ? UI_TINT_TEAL : answer->tint);
    ui_box_begin(ui, (UiBox){.width = 35,
                             .height = 35,
                             .align = UI_CENTER,
                             .justify = UI_CENTER,
                             .radius = 9,
                             .fill = answer->checked ? colors.main : colors.light});
    ui_text(ui, (UiText){.text = answer->letter,
                         .style = TEXT_HEADING,
                         .color = answer->checked ? COLOR_ON_TEAL : colors.ink,
                         .role = UI_SILENT});
    ui_box_end(ui);
}

bool ui_answer(Ui *ui, UiAnswer answer) {
    UiId id = ui_id(ui, answer.key, answer.index);
    bool up = ui_is_hovered(ui, id);
    Str plain = ui_plain_text(ui, answer.text);
    Str name =
        answer.letter.len > 0 ? str_format(ui_arena(ui), "%.*s. %.*s", S_ARG(answer.letter), S_ARG(plain)) : plain;
    ui_box_begin(ui, (UiBox){.key = answer.key,
                             .index = answer.index,
                             .flow = UI_ROW,
                             .gap = 15,
                             .align = UI_CENTER,
                             .padding = answer.dense ? UI_PAD2(17, 8) : UI_PAD2(17, 12),
                             .least_height = answer.dense ? 52 : 60,
                             .fill = up ? COLOR_RAISED : COLOR_CARD,
                             .stroke = answer.checked       ? COLOR_TEAL
                                       : up || answer.quiet ? COLOR_EDGE
                                                            : COLOR_LINE,
                             .dashed = answer.quiet,
                             .radius = CONTROL_RADIUS,
                             .role = answer.checkbox ? ROLE_CHECKBOX : ROLE_OPTION,
                             .name = name,
                             .value = answer.note,
                             .focusable = true,
                             .wants_focus = answer.wants_focus,
                             .checked = answer.checked,
                             .disabled = answer.disabled,
                             .place = answer.place,
                             .set_size = answer.set_size});
    if (answer.checkbox) {
        say_tick(ui, answer.checked);
    }
    if (answer.letter.len > 0) {
        say_badge(ui, &answer);
    }
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 2});
    ui_text(ui, (UiText){.text = answer.text,
                         .style = TEXT_READING,
                         .color = answer.quiet ? COLOR_SOFT : COLOR_INK,
                         .marked = true,
                         .role = UI_SILENT});
    if (answer.note.len > 0) {
        ui_text(ui, (UiText){.text = answer.note, .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    }
    ui_box_end(ui);
    ui_box_end(ui);
    return ui_pressed(ui, id);
}

bool ui_pill(Ui *ui, UiToggle pill) {
    UiId id = ui_id(ui, pill.key, pill.index);
    bool up = ui_is_hovered(ui, id);
    ui_box_begin(ui, (UiBox){.key = pill.key,
                             .index = pill.index,
                             .flow = UI_ROW,
                             .gap = 7,
                             .align = UI_CENTER,
                             .padding = {pill.hint.len > 0 ? 5 : 11, 4, 11, 4},
                             .radius = 15,
                             .fill = pill.checked ? COLOR_TEAL_LIGHT : COLOR_SAND,
                             .stroke = pill.checked ? COLOR_TEAL
                                       : up         ? COLOR_EDGE
                                                    : COLOR_NONE,
                             .role = ROLE_RADIO,
                             .name = pill.text,
                             .focusable = true,
                             .wants_focus = pill.wants_focus,
                             .checked = pill.checked,
                             .disabled = pill.disabled,
                             .place = pill.place,
                             .set_size = pill.set_size});
    if (pill.hint.len > 0) {
        ui_keycap(ui, pill.hint);
    }
    ui_text(ui, (UiText){.text = pill.text,
                         .style = TEXT_LABEL,
                         .color = pill.checked ? COLOR_TEAL_INK : COLOR_SAND_INK,
                         .role = UI_SILENT});
    ui_box_end(ui);
    return ui_pressed(ui, id);
}

bool ui_checkbox(Ui *ui, UiToggle toggle) {
    UiId id = ui_id(ui, toggle.key, toggle.index);
    ui_box_begin(ui, (UiBox){.key = toggle.key,
                             .index = toggle.index,
                             .flow = UI_ROW,
                             .gap = 12,
                             .align = toggle.about.len > 0 ? UI_START : UI_CENTER,
                             .padding = {0, 6, 10, 6},
                             .radius = 8,
                             .fill = ui_is_hovered(ui, id) ? COLOR_RAISED : COLOR_NONE,
                             .role = ROLE_CHECKBOX,
                             .name = toggle.text,
                             .value = toggle.about.len > 0 ? toggle.about : toggle.found,
                             .focusable = true,
                             .checked = toggle.checked,
                             .wants_focus = toggle.wants_focus,
                             .disabled = toggle.disabled,
                             .place = toggle.place,
                             .set_size = toggle.set_size});
    say_tick(ui, toggle.checked);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 4});
    ui_text(ui, (UiText){.text = toggle.text, .role = UI_SILENT});
    if (toggle.about.len > 0) {
        ui_text(ui, (UiText){.text = toggle.about, .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    }
    ui_box_end(ui);
    ui_box_end(ui);
    return ui_pressed(ui, id);
}

int32_t ui_choices(Ui *ui, UiChoices choices) {
    int32_t now = choices.chosen;
    ui_box_begin(ui, (UiBox){.key = choices.key, .flow = UI_WRAP, .gap = 8, .role = ROLE_GROUP, .name = choices.name});
    for (int32_t i = 0; i < choices.count; i++) {
        if (ui_pill(ui, (UiToggle){.key = S("choice"),
                                   .index = i,
                                   .text = choices.labels[i],
                                   .checked = i == choices.chosen,
                                   .wants_focus = choices.wants_focus && i == (choices.chosen > 0 ? choices.chosen : 0),
                                   .place = i + 1,
                                   .set_size = choices.count})) {
            now = i;
        }
    }
    ui_box_end(ui);
    return now;
}

bool ui_tab(Ui *ui, UiToggle tab) {
    UiId id = ui_id(ui, tab.key, tab.index);
    ui_box_begin(ui, (UiBox){.key = tab.key,
                             .index = tab.index,
                             .gap = 4,
                             .padding = {10, 6, 10, 0},
                             .radius = 6,
                             .role = ROLE_TAB,
                             .name = tab.text,
                             .focusable = true,
                             .checked = tab.checked,
                             .disabled = tab.disabled,
                             .place = tab.place,
                             .set_size = tab.set_size});
    ui_text(ui, (UiText){.text = tab.text,
                         .style = TEXT_STRONG,
                         .color = tab.checked ? COLOR_TEAL_INK : COLOR_SOFT,
                         .role = UI_SILENT});
    ui_box_begin(ui, (UiBox){.height = 3,
                             .radius = 2,
                             .fill = tab.checked             ? COLOR_TEAL
                                     : ui_is_hovered(ui, id) ? COLOR_LINE
                                                             : COLOR_NONE});
    ui_box_end(ui);
    ui_box_end(ui);
    return ui_pressed(ui, id);
}

void ui_tag(Ui *ui, Str text, int32_t tint) {
    UiTintColors colors = ui_tint(tint);
    ui_box_begin(ui, (UiBox){.padding = {10, 3, 10, 3}, .radius = 14, .fill = colors.light});
    ui_text(ui, (UiText){.text = text, .style = TEXT_LABEL, .color = colors.ink});
    ui_box_end(ui);
}

void ui_keycap(Ui *ui, Str key) {
    say_hint(ui, key, COLOR_SOFT);
}

void ui_medal_begin(Ui *ui, int32_t tint, int32_t size) {
    UiTintColors colors = ui_tint(tint);
    ui_box_begin(ui, (UiBox){.width = size,
                             .height = size,
                             .align = UI_CENTER,
                             .justify = UI_CENTER,
                             .radius = size / 2,
                             .fill = colors.light,
                             .stroke = colors.main,
                             .stroke_width = 3});
}

void ui_avatar(Ui *ui, Str initials, int32_t tint, int32_t size) {
    bool large = size >= LARGE_MEDAL && utf8_count(initials) <= LARGE_INITIALS;
    ui_medal_begin(ui, tint, size);
    ui_text(ui, (UiText){.text = initials,
                         .style = large ? TEXT_TITLE : TEXT_HEADING,
                         .color = ui_tint(tint).ink,
                         .role = UI_SILENT});
    ui_box_end(ui);
}

void ui_divider(Ui *ui) {
    ui_box_begin(ui, (UiBox){.height = 1, .fill = COLOR_LINE});
    ui_box_end(ui);
}

void ui_heading(Ui *ui, Str text) {
    ui_text(ui, (UiText){.text = text, .style = TEXT_HEADING, .role = ROLE_HEADING});
}

static void draw_bar(void *context, UiCanvas *canvas) {
    const UiMeter *meter = context;
    int32_t width = canvas_width(canvas), height = canvas_height(canvas);
    int32_t part = (int32_t)((int64_t)width * meter->permille / 1000);
    canvas_box(canvas, (CanvasBox){.rect = {0, 0, width, height}, .fill = COLOR_SAND, .radius_px = height / 2});
    if (meter->permille > 0) {
        int32_t full = part < height ? height : part; // at least a dot
        canvas_box(
            canvas,
            (CanvasBox){.rect = {0, 0, full, height}, .fill = ui_tint(meter->tint).main, .radius_px = height / 2});
    }
}

void ui_meter(Ui *ui, UiMeter meter) {
    static const Str TRENDS[] = {S_INIT("▼"), S_INIT(""), S_INIT("▲")};
    UiMeter *kept = arena_push(ui_arena(ui), UiMeter, 1);
    *kept = meter;
    kept->permille = meter.permille < 0 ? 0 : meter.permille > 1000 ? 1000 : meter.permille;
    ui_box_begin(ui, (UiBox){.width = UI_GROW,
                             .gap = 5,
                             .justify = UI_CENTER,
                             .role = ROLE_METER,
                             .name = meter.name,
                             .value = meter.word,
                             .live = meter.live});
    if (!meter.bar_only) {
        ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8, .justify = UI_BETWEEN});
        ui_text(ui, (UiText){.text = meter.name, .style = TEXT_SMALL, .role = UI_SILENT});
        Str trend = TRENDS[meter.trend + 1];
        bool moves = trend.len > 0;
        Str word = moves ? str_format(ui_arena(ui), "%.*s %.*s", S_ARG(meter.word), S_ARG(trend)) : meter.word;
        ui_text(ui, (UiText){.text = word,
                             .style = moves ? TEXT_LABEL : TEXT_SMALL,
                             .color = moves ? ui_tint(meter.trend_tint).ink : COLOR_SOFT,
                             .role = UI_SILENT});
        ui_box_end(ui);
    }
    ui_picture(ui, (UiPicture){.width = UI_GROW, .height = 11, .draw = draw_bar, .context = kept});
    ui_box_end(ui);
}

UiId ui_card_begin(Ui *ui, UiBox box) {
    box.fill = box.fill != COLOR_NONE ? box.fill : COLOR_CARD;
    box.stroke = box.stroke != COLOR_NONE ? box.stroke : COLOR_LINE;
    box.radius = box.radius != 0 ? box.radius : CARD_RADIUS;
    UiEdges pad = box.padding;
    if (pad.left == 0 && pad.top == 0 && pad.right == 0 && pad.bottom == 0) {
        box.padding = UI_PAD(18);
    }
    return ui_box_begin(ui, box);
}

void ui_card_end(Ui *ui) {
    ui_box_end(ui);
}
