// The answers, decision by decision, and the way from there to a what-if.
#include "player/screen_debrief.h"

static void say_badge(Ui *ui, Str text) {
    enum { BADGE = 32, BADGE_RADIUS = 9 };
    ui_box_begin(ui, (UiBox){.width = BADGE,
                             .height = BADGE,
                             .align = UI_CENTER,
                             .justify = UI_CENTER,
                             .radius = BADGE_RADIUS,
                             .fill = COLOR_SAND});
    ui_text(ui, (UiText){.text = text, .style = TEXT_LABEL, .color = COLOR_SAND_INK});
    ui_box_end(ui);
}

static void say_answered(Ui *ui, const ToldRow *row) {
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 3});
    ui_text(ui, (UiText){.text = row->label, .style = TEXT_STRONG});
    ui_text(ui, (UiText){.text = row->text, .color = row->withheld ? COLOR_SOFT : COLOR_INK, .marked = !row->own});
    screen_debrief_more(ui, row);
    if (row->mark.len > 0) {
        ui_box_begin(ui, (UiBox){.flow = UI_ROW});
        screen_debrief_mark(ui, row);
        ui_box_end(ui);
    }
    ui_box_end(ui);
}

static void say_decision(const DebriefScreen *screen, const ToldRow *row, int32_t decision, bool full) {
    Ui *ui = screen->ui;
    bool wide = ui_width(ui) >= SCREEN_TWO_COLUMNS;
    Str number = ui_number(ui, decision);
    ui_divider(ui);
    ui_box_begin(ui, (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .gap = wide ? 14 : 6});
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .width = UI_GROW, .gap = 14, .align = UI_START});
    say_badge(ui, number);
    say_answered(ui, row);
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.align = UI_START});
    if (ui_button(ui, (UiButton){.key = S("what-if"),
                                 .index = decision,
                                 .text = ui_words(ui, TR("Try other words")),
                                 .name = UI_FORMAT(ui, TR("Try other words: {0}, {1}"), number, row->label),
                                 .kind = BUTTON_QUIET,
                                 .disabled = full})) {
        *screen->action = (Action){.kind = ACTION_WHAT_IF, .index = decision};
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

void screen_debrief_decisions(const DebriefScreen *screen, const ToldSection *section) {
    Ui *ui = screen->ui;
    bool full = screen->player->walk_count >= MOST_WALKS;
    if (full) {
        ui_text(ui, (UiText){.text = screen_full(ui), .style = TEXT_SMALL, .color = COLOR_SOFT, .marked = true});
    } else if (screen->to_decisions) {
        ui_focus(ui, ui_id(ui, S("what-if"), 1));
    }
    for (int32_t i = 0; i < section->rows.count; i++) {
        say_decision(screen, &section->rows.rows[i], i + 1, full);
    }
}
