#include "view/solo_page.h"

#include "ui/text.h"

enum { WHOLE = 1000, LATEST = 4, GAUGE_GAP = 14, GROUP_GAP = 20 };

static void say_pause(SoloPage *page) {
    Str text = page_words(page, page->solo->paused ? TR("Resume") : TR("Pause"));
    if (ui_button(
            page->ui,
            (UiButton){.key = S("pause"), .text = text, .hint = ui_key_name(page->ui, 'p', 0), .kind = BUTTON_QUIET})) {
        page->hinted = 'p';
    }
}

static bool shows_limit(const SoloPage *page) {
    return page->ask.limit_runs && page->solo->phase == SOLO_PHASE_ASK;
}

void page_limit(SoloPage *page) {
    enum { MINUTE = 60 };
    Ui *ui = page->ui;
    if (!shows_limit(page)) {
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

int32_t page_trend_tint(const ToldGauge *gauge) {
    if (gauge->better == BETTER_NOT_SAID) {
        return UI_TINT_NONE;
    }
    return (gauge->better == BETTER_HIGH) == (gauge->moved > 0) ? UI_TINT_TEAL : UI_TINT_TERRACOTTA;
}

// A gauge that grows well is calm, one that grows badly warns; one that is neither has a colour of its own.
static int32_t gauge_tint(const ToldGauge *gauge) {
    static const int32_t TINTS[] = {
        [BETTER_NOT_SAID] = UI_TINT_OCHRE, [BETTER_HIGH] = UI_TINT_TEAL, [BETTER_LOW] = UI_TINT_TERRACOTTA};
    return TINTS[gauge->better];
}

// The gauges of the person who is there, or the professional's own.
static bool is_own(const SoloPage *page, const ToldGauge *gauge) {
    return page->solo->scenario->gauges.rows[gauge->gauge].of.id == 0;
}

static int32_t count_gauges(const SoloPage *page, const ToldGauges *gauges, bool own) {
    int32_t count = 0;
    for (int32_t i = 0; i < gauges->count; i++) {
        count += is_own(page, &gauges->rows[i]) == own;
    }
    return count;
}

// A case that says of no gauge whose it is has one heading for all.
static Str group_heading(const SoloPage *page, bool own) {
    const Scenario *scenario = page->solo->scenario;
    const Scene *scene = &scenario->scenes.rows[solo_scene(page->solo)];
    for (GaugeId i = 1; own && i < scenario->gauges.count; i++) {
        if (scenario->gauges.rows[i].of.id != 0) {
            return page_words(page, TR("You"));
        }
    }
    return own ? page_words(page, TR("The relationship"))
               : UI_FORMAT(page->ui, TR("With {0}"), scenario->characters.rows[scene->with.id].name);
}

static void say_gauge(const SoloPage *page, const ToldGauge *gauge) {
    int64_t range = gauge->max > gauge->min ? (int64_t)gauge->max - gauge->min : 1;
    ui_meter(page->ui, (UiMeter){.name = page->solo->scenario->gauges.rows[gauge->gauge].name,
                                 .word = gauge->words,
                                 .permille = (int32_t)(((int64_t)gauge->value - gauge->min) * WHOLE / range),
                                 .tint = gauge_tint(gauge),
                                 .trend = gauge->moved,
                                 .trend_tint = page_trend_tint(gauge)});
}

static void say_gauge_group(const SoloPage *page, const ToldGauges *gauges, bool own) {
    if (count_gauges(page, gauges, own) == 0) {
        return;
    }
    Str heading = group_heading(page, own);
    ui_box_begin(page->ui, (UiBox){.gap = GAUGE_GAP, .role = ROLE_GROUP, .name = heading});
    ui_heading(page->ui, heading);
    for (int32_t i = 0; i < gauges->count; i++) {
        if (is_own(page, &gauges->rows[i]) == own) {
            say_gauge(page, &gauges->rows[i]);
        }
    }
    ui_box_end(page->ui);
}

static void say_gauges(const SoloPage *page, const ToldGauges *gauges) {
    if (gauges->count == 0) {
        return;
    }
    ui_card_begin(page->ui, (UiBox){.gap = GROUP_GAP});
    say_gauge_group(page, gauges, false);
    say_gauge_group(page, gauges, true);
    ui_card_end(page->ui);
}

// How many of the latest answers find room below what stands above them, as long as no word there takes a second line.
static int32_t count_fitting(const SoloPage *page, const ToldGauges *gauges) {
    enum {
        BAR = 51,
        AROUND = 56,
        CARD = 36,
        HEAD = 25,
        METER = 36 + GAUGE_GAP,
        LIMIT = 185,
        WHAT_IF = 44,
        STEP = 46,
        BETWEEN = 15
    };
    int32_t groups = (count_gauges(page, gauges, false) > 0) + (count_gauges(page, gauges, true) > 0);
    int32_t room = ui_height(page->ui) - BAR - AROUND - CARD - HEAD;
    room -= groups > 0 ? CARD + groups * HEAD + gauges->count * METER + (groups - 1) * GROUP_GAP + BETWEEN : 0;
    room -= (shows_limit(page) ? LIMIT : 0) + (page->solo->parent_decision > 0 ? WHAT_IF : 0);
    int32_t fitting = room / STEP;
    return page->narrow || fitting > LATEST ? LATEST : fitting;
}

static void say_way(const SoloPage *page, int32_t most) {
    Ui *ui = page->ui;
    ToldWay way = telling_way(page->telling);
    if (way.count == 0 || most <= 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 6});
    ui_heading(ui, page_words(page, TR("So far")));
    for (int32_t i = way.count > most ? way.count - most : 0; i < way.count; i++) {
        Str words = text_isolate(ui_arena(ui), way.rows[i].words);
        ui_text(ui, (UiText){.text = str_format(ui_arena(ui), "%d · %.*s", way.rows[i].number, S_ARG(words)),
                             .style = TEXT_SMALL,
                             .color = COLOR_SOFT,
                             .marked = !way.rows[i].typed,
                             .most_lines = 2,
                             .preview = true});
    }
    ui_card_end(ui);
}

void page_beside(SoloPage *page) {
    ToldGauges gauges = telling_gauges(page->telling, solo_scene(page->solo));
    say_gauges(page, &gauges);
    if (!page->narrow) { // there it stands above all, in sight
        page_limit(page);
    }
    say_way(page, count_fitting(page, &gauges));
}
