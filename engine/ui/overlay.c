// Overlays, above the page: dialogs, toasts, tooltips, the help with the keys of the page, lists that open.
#include "ui/node.h"
#include "ui/widgets.h"

enum { EDGE = 16, TOAST_WIDTH = 640, LIST_WIDTH = 560, DIALOG_PAD = 24, DIALOG_GAP = 16, RING_ROOM = 6 };

// A width that leaves some of the page at both sides.
static int32_t width_above(const Ui *ui, int32_t wished) {
    int32_t most = ui_units(ui, ui->width) - 2 * EDGE;
    return wished < most ? wished : most;
}

// Buttons stay in sight as long as that leaves room for what they are about.
static bool pins_foot(const Ui *ui) {
    enum { LEAST_HEIGHT = 340 };
    return ui_units(ui, ui->height) >= LEAST_HEIGHT;
}

bool ui_dialog_begin(Ui *ui, UiDialog dialog) {
    ui_overlay_begin(ui, (UiOverlay){.key = dialog.key,
                                     .modal = true,
                                     .box = {.width = width_above(ui, dialog.width),
                                             .most_height = ui_units(ui, ui->height) - 2 * EDGE,
                                             .padding = UI_PAD(4),
                                             .fill = COLOR_CARD,
                                             .stroke = COLOR_LINE,
                                             .radius = 18,
                                             .shadow = true,
                                             .appears = true,
                                             .role = ROLE_DIALOG,
                                             .name = dialog.title,
                                             .live = true}});
    bool close = ui_key(ui, KEY_ESCAPE, 0) || ui_key(ui, KEY_LEFT, MOD_ALT);
    if (ui_key(ui, 'v', 0)) { // that of the page does not answer below a dialog
        ui_read_page(ui);
    }
    ui_box_begin(ui, (UiBox){.key = S("content"),
                             .height = UI_GROW,
                             .gap = DIALOG_GAP,
                             .padding = {DIALOG_PAD, DIALOG_PAD, DIALOG_PAD, pins_foot(ui) ? RING_ROOM : DIALOG_PAD},
                             .scrolls = true,
                             .from_end = dialog.from_end});
    ui_text(ui, (UiText){.text = dialog.title, .style = TEXT_HEADING, .role = ROLE_HEADING});
    return close;
}

void ui_dialog_foot(Ui *ui) {
    if (pins_foot(ui)) {
        ui_box_end(ui);
        ui_box_begin(
            ui, (UiBox){.gap = DIALOG_GAP, .padding = {DIALOG_PAD, DIALOG_GAP - RING_ROOM, DIALOG_PAD, DIALOG_PAD}});
    }
}

void ui_dialog_end(Ui *ui) {
    ui_box_end(ui);
    ui_overlay_end(ui);
}

static const struct {
    int32_t key;
    Str name;
} KEY_NAMES[] = {
    {KEY_SPACE, TR_INIT("Space")},
    {KEY_ENTER, TR_INIT("Enter")},
    {KEY_ESCAPE, TR_INIT("Esc")},
    {KEY_TAB, TR_INIT("Tab")},
    {KEY_DELETE, TR_INIT("Delete")},
    {KEY_BACKSPACE, TR_INIT("Backspace")},
    {KEY_LEFT, S_INIT("←")},
    {KEY_RIGHT, S_INIT("→")},
    {KEY_UP, S_INIT("↑")},
    {KEY_DOWN, S_INIT("↓")},
    {KEY_HOME, TR_INIT("Home")},
    {KEY_END, TR_INIT("End")},
    {KEY_PAGE_UP, TR_INIT("Page up")},
    {KEY_PAGE_DOWN, TR_INIT("Page down")},
    {KEY_F1, S_INIT("F1")},
    {KEY_F3, S_INIT("F3")},
    {KEY_F5, S_INIT("F5")},
    {KEY_F6, S_INIT("F6")},
    {KEY_F7, S_INIT("F7")},
    {KEY_F8, S_INIT("F8")},
    {KEY_F9, S_INIT("F9")},
    {KEY_F11, S_INIT("F11")},
};

static Str bare_key_name(Ui *ui, int32_t key, bool aloud) {
    if (key == KEY_BACKSPACE && aloud) { // on its cap the name may be cut short
        return ui_words(ui, TR("Backspace key"));
    }
    for (int32_t i = 0; i < COUNT(KEY_NAMES); i++) {
        if (KEY_NAMES[i].key == key) {
            return ui_words(ui, KEY_NAMES[i].name);
        }
    }
    char cap = (char)(key >= 'a' && key <= 'z' ? key - 'a' + 'A' : key);
    return str_format(ui_arena(ui), "%c", cap);
}

bool ui_toast(Ui *ui, Str text, int32_t tint) {
    UiId id = ui_id(ui, S("toast"), 0);
    UiTintColors colors = ui_tint(tint);
    ui_overlay_begin(ui, (UiOverlay){.key = S("toast"),
                                     .justify = UI_CENTER,
                                     .align = UI_END,
                                     .box = {.most_width = width_above(ui, TOAST_WIDTH),
                                             .flow = UI_ROW,
                                             .gap = 16,
                                             .align = UI_CENTER,
                                             .padding = UI_PAD2(20, 14),
                                             .fill = tint == UI_TINT_NONE ? COLOR_NIGHT : colors.light,
                                             .stroke = tint == UI_TINT_NONE ? COLOR_ON_NIGHT_SOFT : colors.main,
                                             .radius = 14,
                                             .shadow = true,
                                             .appears = true,
                                             .role = ROLE_ALERT,
                                             .name = text,
                                             .live = true,
                                             .chosen_by_pointer = true}});
    ColorRole ink = tint == UI_TINT_NONE ? COLOR_ON_NIGHT : colors.ink;
    ui_text(ui, (UiText){.text = text, .color = ink, .grow = UI_GROW, .role = UI_SILENT});
    ui_keycap(ui, bare_key_name(ui, KEY_ESCAPE, false));
    ui_overlay_end(ui);
    return ui_pressed(ui, id);
}

// A finger that rests on something hears of it, and lifting it presses nothing.
static bool rests_on(Ui *ui, UiId of) {
    enum { LONG_MS = 500 };
    int64_t due_ms = ui->held_since_ms + LONG_MS;
    if (of != 0 && ui->held == of && ui->input.now_ms >= due_ms) {
        ui->told = of;
        ui->held = 0;
    } else if (ui->held == of) {
        ui_wake_at(ui, due_ms);
    }
    return of != 0 && ui->told == of;
}

void ui_tooltip(Ui *ui, UiId of, Str text) {
    if (!(ui->by_finger ? rests_on(ui, of) : ui_is_hovered(ui, of))) {
        return;
    }
    ui_overlay_begin(ui, (UiOverlay){.key = S("tooltip"),
                                     .anchor = of,
                                     .box = {.most_width = 360,
                                             .padding = UI_PAD2(10, 6),
                                             .fill = COLOR_NIGHT,
                                             .stroke = COLOR_ON_NIGHT_SOFT,
                                             .radius = 8}});
    ui_text(ui, (UiText){.text = text, .style = TEXT_SMALL, .color = COLOR_ON_NIGHT});
    ui_overlay_end(ui);
}

static Str key_name(Ui *ui, int32_t key, int32_t modifiers, bool aloud) {
    StrBuilder name = {.arena = ui_arena(ui)};
    if ((modifiers & MOD_CTRL) != 0) {
        str_add(&name, ui_words(ui, TR("Ctrl+")));
    }
    if ((modifiers & MOD_ALT) != 0) {
        str_add(&name, ui_words(ui, TR("Alt+")));
    }
    if ((modifiers & MOD_SHIFT) != 0) {
        str_add(&name, ui_words(ui, TR("Shift+")));
    }
    str_add(&name, bare_key_name(ui, key, aloud));
    return str_built(&name);
}

Str ui_key_name(Ui *ui, int32_t key, int32_t modifiers) {
    return key_name(ui, key, modifiers, false);
}

static void say_named_key(Ui *ui, Str key, Str aloud, Str what) {
    ui_box_begin(ui, (UiBox){.width = 150, .align = UI_START});
    ui_keycap(ui, key);
    ui_box_end(ui);
    Str name = str_format(ui_arena(ui), "%.*s, %.*s", S_ARG(aloud), S_ARG(what));
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .role = ROLE_TEXT, .name = name});
    ui_text(ui, (UiText){.text = what, .role = UI_SILENT});
    ui_box_end(ui);
}

static void say_key_row(Ui *ui, Str key, Str what) {
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 16, .align = UI_CENTER});
    say_named_key(ui, key, key, what);
    ui_box_end(ui);
}

// A click does what the key does.
static bool say_shortcut(Ui *ui, const UiKeyHelp *help, int32_t index) {
    UiId id = ui_id(ui, S("shortcut"), index);
    ui_box_begin(ui, (UiBox){.key = S("shortcut"),
                             .index = index,
                             .flow = UI_ROW,
                             .gap = 16,
                             .align = UI_CENTER,
                             .fill = ui_is_hovered(ui, id) ? COLOR_RAISED : COLOR_NONE,
                             .radius = 8,
                             .chosen_by_pointer = true});
    say_named_key(ui, key_name(ui, help->key, help->modifiers, false), key_name(ui, help->key, help->modifiers, true),
                  help->what);
    ui_box_end(ui);
    bool pressed = ui_pressed(ui, id);
    if (pressed) {
        ui->wished.key = help->key;
        ui->wished.modifiers = help->modifiers;
    }
    return pressed;
}

static bool has_panels(const UiPass *pass) {
    bool found = false;
    for (int32_t i = 1; i < pass->nodes.count && !found; i++) {
        found = node_is_panel(&pass->nodes.rows[i]);
    }
    return found;
}

bool ui_help(Ui *ui, Str title, Str more) {
    bool close = ui_dialog_begin(ui, (UiDialog){.key = S("help"), .title = title, .width = 640});
    if (more.len > 0) {
        ui_text(ui, (UiText){.text = more, .marked = true});
    }
    const UiPass *pass = ui_pass(ui);
    for (int32_t i = 0; i < pass->keys.count; i++) {
        close |= say_shortcut(ui, &pass->keys.rows[i], i);
    }
    say_key_row(ui, S("↑ ↓ ← →"), ui_words(ui, TR("Move from one thing to the next")));
    say_key_row(ui, ui_words(ui, TR("Tab")), ui_words(ui, TR("Go to the next thing, in reading order")));
    say_key_row(ui, ui_words(ui, TR("Enter")), ui_words(ui, TR("Choose what has the frame around it")));
    if (has_panels(pass)) {
        say_key_row(ui, S("F6"), ui_words(ui, TR("Go to the next part of the window")));
    }
    say_key_row(ui, ui_key_name(ui, 'a', MOD_CTRL), ui_words(ui, TR("Select all that is read here")));
    say_key_row(ui, ui_key_name(ui, 'c', MOD_CTRL),
                ui_words(ui, TR("Copy what is selected, else the text under the pointer")));
    say_key_row(ui, S("F11"), ui_words(ui, TR("Go to full screen, and back")));
    if (ui->preferences.speaks) {
        say_key_row(ui, ui_words(ui, TR("Ctrl")), ui_words(ui, TR("Silence the voice")));
    }
    ui_dialog_foot(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .justify = UI_END});
    close |= ui_button(ui, (UiButton){.key = S("close"),
                                      .text = ui_words(ui, TR("Close")),
                                      .hint = ui_words(ui, TR("Esc")),
                                      .kind = BUTTON_PRIMARY,
                                      .wants_focus = true});
    ui_box_end(ui);
    ui_dialog_end(ui);
    return close;
}

// The one that is chosen has the focus; where none is, the first.
static int32_t say_combo_list(Ui *ui, UiId anchor, const Str *labels, int32_t count, int32_t chosen, bool *open) {
    int32_t now = chosen;
    ui_overlay_begin(ui, (UiOverlay){.key = S("list"),
                                     .modal = true,
                                     .anchor = anchor,
                                     .box = {.padding = UI_PAD(6),
                                             .gap = 2,
                                             .least_width = 200,
                                             .most_width = width_above(ui, LIST_WIDTH),
                                             .most_height = ui_units(ui, ui->height) - 2 * EDGE,
                                             .scrolls = true,
                                             .fill = COLOR_CARD,
                                             .stroke = COLOR_EDGE,
                                             .radius = 14,
                                             .shadow = true,
                                             .role = ROLE_LIST}});
    *open = !ui_key(ui, KEY_ESCAPE, 0);
    for (int32_t i = 0; i < count; i++) {
        UiId id = ui_box_begin(ui, (UiBox){.key = S("choice"),
                                           .index = i,
                                           .padding = UI_PAD2(12, 8),
                                           .radius = 10,
                                           .fill = i == chosen ? COLOR_TEAL_LIGHT : COLOR_NONE,
                                           .role = ROLE_OPTION,
                                           .name = labels[i],
                                           .focusable = true,
                                           .checked = i == chosen,
                                           .wants_focus = i == (chosen < 0 ? 0 : chosen),
                                           .place = i + 1,
                                           .set_size = count});
        ui_text(ui, (UiText){.text = labels[i], .role = UI_SILENT});
        ui_box_end(ui);
        if (ui_pressed(ui, id)) {
            now = i;
            *open = false;
        }
    }
    ui_overlay_end(ui);
    return now;
}

// Under what was said last, which opens and closes it when it is pressed.
static int32_t say_when_open(Ui *ui, UiId anchor, bool pressed, const Str *labels, int32_t count, int32_t chosen) {
    const UiKept *kept = ui_keep(ui, anchor);
    bool open = pressed ? !kept->open : kept->open;
    if (open) {
        chosen = say_combo_list(ui, anchor, labels, count, chosen, &open);
    }
    ui_keep(ui, anchor)->open = open;
    return chosen;
}

int32_t ui_combo(Ui *ui, Str key, Str name, const Str *labels, int32_t count, int32_t chosen) {
    UiId id = ui_box_begin(ui, (UiBox){.key = key,
                                       .flow = UI_ROW,
                                       .gap = 12,
                                       .align = UI_CENTER,
                                       .justify = UI_BETWEEN,
                                       .least_width = 200,
                                       .padding = UI_PAD2(14, 9),
                                       .fill = COLOR_CARD,
                                       .stroke = COLOR_EDGE,
                                       .radius = 14,
                                       .role = ROLE_BUTTON,
                                       .name = name,
                                       .value = labels[chosen],
                                       .focusable = true});
    ui_text(ui, (UiText){.text = labels[chosen], .role = UI_SILENT});
    ui_text(ui, (UiText){.text = S("▾"), .color = COLOR_SOFT, .role = UI_SILENT});
    ui_box_end(ui);
    return say_when_open(ui, id, ui_pressed(ui, id), labels, count, chosen);
}

int32_t ui_menu(Ui *ui, UiButton button, const Str *labels, int32_t count) {
    UiId id = ui_id(ui, button.key, button.index);
    return say_when_open(ui, id, ui_button(ui, button), labels, count, -1);
}
