#include "view/solo_page.h"

enum { WHOLE = 1000, LATEST = 4 };

static void say_pause(SoloPage *page) {
    Str text = page_words(page, page->solo->paused ? TR("Resume") : TR("Pause"));
    if (ui_button(
            page->ui,
            (UiButton){.key = S("pause"), .text = text, .hint = ui_key_name(page->ui, 'p', 0), .kind = BUTTON_QUIET})) {
        page->hinted = 'p';
    }
}

void page_limit(SoloPage *page) {
    enum { MINUTE = 60 };
    Ui *ui = page->ui;
    if (!page->ask.limit_runs || page->solo->phase != SOLO_PHASE_ASK) {
        return;
    }
    int32_t left = page->ask.limit_left;
    Str time = str_format(ui_arena(ui), "%d:%02d", left / MINUTE, left % MINUTE);
    Str hint = page->solo->paused ? TR("Paused.") : TR("After that, silence answers for you.");
    ui_card_begin(ui, (UiBox){.gap = 4, .fill = COLOR_OCHRE_LIGHT, .stroke = COLOR_OCHRE});
    ui_box_begin(ui, (UiBox){.flow = page->narrow ? UI_WRAP : UI_COLUMN,
                             .gap = page->narrow ? 16 : 4,
                             .row_gap = 4,
                             .align = page->narrow ? UI_CENTER : UI_STRETCH});
    ui_heading(ui, page_words(page, TR("Time to answer")));
    ui_text(ui, (UiText){.text = time, .style = page->narrow ? TEXT_HEADING : TEXT_FIGURE});
    if (!page->narrow || page->solo->paused) { // there it would push the question out of sight
        ui_text(ui, (UiText){.text = page_words(page, hint), .style = TEXT_SMALL, .color = COLOR_OCHRE_INK});
    }
    ui_box_begin(ui, (UiBox){.flow = UI_ROW});
    say_pause(page);
    ui_box_end(ui);
    ui_box_end(ui);
    ui_card_end(ui);
}

// A gauge that grows well is calm, one that grows badly warns; one that is neither has a colour of its own.
static int32_t gauge_tint(const ToldGauge *gauge) {
    static const int32_t TINTS[] = {
        [BETTER_NOT_SAID] = UI_TINT_OCHRE, [BETTER_HIGH] = UI_TINT_TEAL, [BETTER_LOW] = UI_TINT_TERRACOTTA};
    return TINTS[gauge->better];
}

static void say_gauges(const SoloPage *page) {
    Ui *ui = page->ui;
    ToldGauges gauges = telling_gauges(page->telling, solo_scene(page->solo));
    if (gauges.count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 14});
    ui_heading(ui, page_words(page, TR("The relationship")));
    for (int32_t i = 0; i < gauges.count; i++) {
        const ToldGauge *gauge = &gauges.rows[i];
        int64_t range = gauge->max > gauge->min ? (int64_t)gauge->max - gauge->min : 1;
        ui_meter(ui, (UiMeter){.name = gauge->name,
                               .word = gauge->words,
                               .permille = (int32_t)(((int64_t)gauge->value - gauge->min) * WHOLE / range),
                               .tint = gauge_tint(gauge),
                               .trend = gauge->moved});
    }
    ui_card_end(ui);
}

static void say_way(const SoloPage *page) {
    Ui *ui = page->ui;
    ToldWay way = telling_way(page->telling);
    if (way.count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 6});
    ui_heading(ui, page_words(page, TR("So far")));
    for (int32_t i = way.count > LATEST ? way.count - LATEST : 0; i < way.count; i++) {
        ui_text(ui,
                (UiText){.text = str_format(ui_arena(ui), "%d · %.*s", way.rows[i].number, S_ARG(way.rows[i].words)),
                         .style = TEXT_SMALL,
                         .color = COLOR_SOFT,
                         .marked = !way.rows[i].typed,
                         .most_lines = 3,
                         .preview = true});
    }
    ui_card_end(ui);
}

void page_beside(const SoloPage *page) {
    say_gauges(page);
    say_way(page);
}
