// The answers, decision by decision, and the way from there to a what-if.
#include "player/screen_debrief.h"

enum { BADGE = 32, BADGE_RADIUS = 9, ROW_RADIUS = 10, INDENT = 46 };

static void say_badge(Ui *ui, Str text) {
    ui_box_begin(ui, (UiBox){.width = BADGE,
                             .height = BADGE,
                             .align = UI_CENTER,
                             .justify = UI_CENTER,
                             .radius = BADGE_RADIUS,
                             .fill = COLOR_SAND});
    ui_text(ui, (UiText){.text = text, .style = TEXT_LABEL, .color = COLOR_SAND_INK, .role = UI_SILENT});
    ui_box_end(ui);
}

static bool is_unfolded(const DebriefScreen *screen, int32_t decision) {
    int32_t shown = screen->player->looked_at.decision;
    return shown == ALL_DECISIONS || shown == decision || screen->to_decision == decision;
}

void screen_debrief_unfold(DebriefScreen *screen, int32_t decision) {
    if (decision > 0) {
        screen->to_decision = decision;
        *screen->action = (Action){.kind = ACTION_SHOW_DECISION, .index = decision};
    }
}

void screen_debrief_fold(const DebriefScreen *screen) {
    Ui *ui = screen->ui;
    bool all = screen->player->looked_at.decision == ALL_DECISIONS;
    Str text = ui_words(ui, all ? TR("Fold all") : TR("Unfold all"));
    if (ui_button(ui, (UiButton){.key = S("fold"), .text = text, .kind = BUTTON_QUIET})) {
        *screen->action = (Action){.kind = ACTION_SHOW_DECISION, .index = all ? 0 : ALL_DECISIONS};
    }
}

// A decision in two lines; more of it once it is pressed.
static bool say_row(const DebriefScreen *screen, const ToldRow *row, int32_t decision) {
    Ui *ui = screen->ui;
    Str number = ui_number(ui, decision);
    bool open = is_unfolded(screen, decision);
    UiId id = ui_id(ui, S("decision"), decision);
    ui_box_begin(ui, (UiBox){.key = S("decision"),
                             .index = decision,
                             .flow = UI_ROW,
                             .gap = 14,
                             .align = UI_CENTER,
                             .padding = {0, 7, 6, 7},
                             .radius = ROW_RADIUS,
                             .fill = ui_is_hovered(ui, id) ? COLOR_RAISED : COLOR_NONE,
                             .role = ROLE_BUTTON,
                             .name = UI_FORMAT(ui, TR("{0}, {1}"), number, row->label),
                             .value = ui_words(ui, open ? TR("unfolded") : TR("folded")),
                             .focusable = true});
    say_badge(ui, number);
    ui_box_begin(ui, (UiBox){.width = UI_GROW});
    ui_text(ui, (UiText){.text = row->label, .style = TEXT_STRONG, .role = UI_SILENT});
    if (!open) {
        ui_text(ui, (UiText){.text = row->text,
                             .style = TEXT_SMALL,
                             .color = COLOR_SOFT,
                             .marked = !row->own,
                             .most_lines = 1,
                             .preview = true});
    }
    ui_box_end(ui);
    ui_text(ui, (UiText){.text = open ? S("▾") : S("▸"), .color = COLOR_SOFT, .role = UI_SILENT});
    ui_box_end(ui);
    return ui_pressed(ui, id);
}

static void say_answered(const DebriefScreen *screen, const ToldRow *row, int32_t decision) {
    Ui *ui = screen->ui;
    ui_box_begin(ui, (UiBox){.gap = 4, .padding = {screen->wide ? INDENT : 0, 0, 0, 10}});
    ui_text(ui, (UiText){.text = row->text, .color = row->withheld ? COLOR_SOFT : COLOR_INK, .marked = !row->own});
    screen_debrief_more(ui, row);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .row_gap = 4, .align = UI_CENTER});
    if (row->mark.len > 0) {
        screen_debrief_mark(ui, row);
    }
    if (ui_button(
            ui, (UiButton){.key = S("what-if"),
                           .index = decision,
                           .text = ui_words(ui, TR("Try other words")),
                           .name = UI_FORMAT(ui, TR("Try other words: {0}, {1}"), ui_number(ui, decision), row->label),
                           .disabled = screen->player->walk_count >= MOST_WALKS})) {
        *screen->action = (Action){.kind = ACTION_WHAT_IF, .index = decision};
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

void screen_debrief_decisions(DebriefScreen *screen, const ToldSection *section) {
    Ui *ui = screen->ui;
    if (screen->player->walk_count >= MOST_WALKS) {
        ui_text(ui, (UiText){.text = screen_full(ui), .style = TEXT_SMALL, .color = COLOR_SOFT, .marked = true});
    }
    if (screen->to_decision > 0) {
        ui_focus(ui, ui_id(ui, S("what-if"), screen->to_decision)); // below what was answered: all of it is in sight
    }
    for (int32_t i = 1; i <= section->rows.count; i++) {
        const ToldRow *row = &section->rows.rows[i - 1];
        bool open = is_unfolded(screen, i);
        ui_divider(ui);
        if (say_row(screen, row, i)) {
            *screen->action = (Action){.kind = ACTION_SHOW_DECISION, .index = open ? 0 : i};
        }
        if (open) {
            say_answered(screen, row, i);
        }
    }
}
