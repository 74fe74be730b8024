#include "view/solo_page.h"

#include "told/telling.h"

enum { WHOLE = 1000, LATEST = 4 };

static void say_pause(WalkScreen *screen) {
    Str text = screen_words(screen, screen->model->paused ? TR("Resume") : TR("Pause"));
    if (ui_button(screen->ui, (UiButton){.key = S("pause"),
                                         .text = text,
                                         .hint = ui_key_name(screen->ui, 'p', 0),
                                         .kind = BUTTON_QUIET})) {
        screen->hinted = 'p';
    }
}

void screen_limit(WalkScreen *screen) {
    enum { MINUTE = 60 };
    Ui *ui = screen->ui;
    if (!screen->ask.limit_runs || screen->model->phase != PHASE_ASK) {
        return;
    }
    int32_t left = screen->ask.limit_left;
    Str time = str_format(ui_arena(ui), "%d:%02d", left / MINUTE, left % MINUTE);
    Str hint = screen->model->paused ? TR("Paused.") : TR("After that, silence answers for you.");
    ui_card_begin(ui, (UiBox){.gap = 4, .fill = COLOR_OCHRE_LIGHT, .stroke = COLOR_OCHRE});
    ui_box_begin(ui, (UiBox){.flow = screen->narrow ? UI_WRAP : UI_COLUMN,
                             .gap = screen->narrow ? 16 : 4,
                             .row_gap = 4,
                             .align = screen->narrow ? UI_CENTER : UI_STRETCH});
    ui_heading(ui, screen_words(screen, TR("Time to answer")));
    ui_text(ui, (UiText){.text = time, .style = screen->narrow ? TEXT_HEADING : TEXT_FIGURE});
    if (!screen->narrow || screen->model->paused) { // there it would push the question out of sight
        ui_text(ui, (UiText){.text = screen_words(screen, hint), .style = TEXT_SMALL, .color = COLOR_OCHRE_INK});
    }
    ui_box_begin(ui, (UiBox){.flow = UI_ROW});
    say_pause(screen);
    ui_box_end(ui);
    ui_box_end(ui);
    ui_card_end(ui);
}

// What grows well is calm, what grows badly warns; a gauge that is neither has a colour of its own.
static int32_t gauge_tint(const ShownGauge *gauge) {
    static const int32_t TINTS[] = {UI_TINT_OCHRE, UI_TINT_TEAL, UI_TINT_TERRACOTTA};
    return TINTS[gauge->better];
}

// The author's word as it is: beside its bar it needs no quotation marks.
static Str gauge_word(const WalkScreen *screen, const ShownGauge *shown) {
    const Scenario *scenario = screen->model->scenario;
    Str word = gauge_band_word(scenario, &scenario->gauges.rows[shown->gauge], shown->value);
    return screen->showing->numbers || case_shows_numbers(scenario) || word.len == 0 ? shown->words : word;
}

static void say_gauges(const WalkScreen *screen) {
    Ui *ui = screen->ui;
    ShownGauges gauges = walk_shown_gauges(screen->showing);
    if (gauges.count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 14});
    ui_heading(ui, screen_words(screen, TR("The relationship")));
    for (int32_t i = 0; i < gauges.count; i++) {
        const ShownGauge *gauge = &gauges.rows[i];
        int64_t range = gauge->max > gauge->min ? (int64_t)gauge->max - gauge->min : 1;
        ui_meter(ui, (UiMeter){.name = gauge->name,
                               .word = gauge_word(screen, gauge),
                               .permille = (int32_t)(((int64_t)gauge->value - gauge->min) * WHOLE / range),
                               .tint = gauge_tint(gauge),
                               .trend = gauge->moved});
    }
    ui_card_end(ui);
}

static void say_way(const WalkScreen *screen) {
    Ui *ui = screen->ui;
    ShownWay way = walk_shown_way(screen->showing);
    if (way.count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 6});
    ui_heading(ui, screen_words(screen, TR("So far")));
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

void screen_beside(const WalkScreen *screen) {
    say_gauges(screen);
    say_way(screen);
}
