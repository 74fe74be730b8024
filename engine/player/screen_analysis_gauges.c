// The relation over the walk: the gauges of a case after each decision, one at a time.
#include "player/screen_analysis.h"

#include "view/view_spread.h"
#include "view/view_table.h"

enum { COLUMNS = 4 };

static const Gauge *row_of(const AnalysisScreen *screen, const AnalysisGauge *gauge) {
    return &screen->analysis->scenario->gauges.rows[gauge->gauge];
}

// Those that nobody sees while playing stay the case's own.
static int32_t list_shown(const AnalysisScreen *screen, const AnalysisGauge **shown) {
    int32_t count = 0;
    for (int32_t i = 0; i < screen->analysis->gauges.count; i++) {
        const AnalysisGauge *gauge = &screen->analysis->gauges.rows[i];
        if (row_of(screen, gauge)->shown != SHOWN_NEVER && gauge->count > 0) {
            shown[count++] = gauge;
        }
    }
    return count;
}

static Str value_told(const AnalysisScreen *screen, double value) {
    return figures_told_number(ui_arena(screen->ui), screen->of.language, value, 1);
}

static Str point_told(const AnalysisScreen *screen, int32_t point) {
    return point == 0 ? ui_words(screen->ui, TR("Arrival")) : ui_number(screen->ui, point);
}

// Points that all sessions came to: behind them a median is that of others.
static int32_t count_whole(const AnalysisScreen *screen, const AnalysisGauge *gauge) {
    int32_t whole = 0;
    while (whole < gauge->count && screen->analysis->reached.rows[whole] == screen->analysis->sessions) {
        whole++;
    }
    return whole;
}

static Str course_told(const AnalysisScreen *screen, const AnalysisGauge *gauge, int32_t last) {
    const Spread *spread = &gauge->rows[last];
    Str source = catalog_plural(&screen->player->app.catalog,
                                TRP("In the middle of the sessions {0} on arrival, {1} after {2} decision, where half "
                                    "of them lie between {3} and {4}.",
                                    "In the middle of the sessions {0} on arrival, {1} after {2} decisions, where half "
                                    "of them lie between {3} and {4}."),
                                last);
    return UI_FORMAT(screen->ui, source, value_told(screen, gauge->rows[0].median), value_told(screen, spread->median),
                     ui_number(screen->ui, last), value_told(screen, spread->low), value_told(screen, spread->high));
}

static void say_picture(const AnalysisScreen *screen, const AnalysisGauge *gauge) {
    Ui *ui = screen->ui;
    const Gauge *row = row_of(screen, gauge);
    Str *labels = arena_push(ui_arena(ui), Str, gauge->count);
    int32_t whole = count_whole(screen, gauge);
    for (int32_t i = 0; i < gauge->count; i++) {
        labels[i] = point_told(screen, i);
    }
    view_spread(ui, &(ViewSpread){.name = figures_gauge_name(&screen->of, gauge->gauge),
                                  .told = course_told(screen, gauge, whole - 1),
                                  .points = gauge->rows,
                                  .labels = labels,
                                  .count = gauge->count,
                                  .whole = whole,
                                  .least = row->min,
                                  .most = row->max,
                                  .ends = {ui_number(ui, row->min), ui_number(ui, row->max)}});
    if (whole < gauge->count) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Hollow points are of fewer sessions: the others had ended, or "
                                                     "were closed, before.")),
                             .style = TEXT_SMALL,
                             .color = COLOR_SOFT});
    }
}

static void say_table(const AnalysisScreen *screen, const AnalysisGauge *gauge) {
    Ui *ui = screen->ui;
    Str *heads = arena_push(ui_arena(ui), Str, COLUMNS);
    Str *cells = arena_push(ui_arena(ui), Str, COLUMNS * gauge->count);
    heads[0] = ui_words(ui, TR("Decisions made"));
    heads[1] = ui_words(ui, TR("Median"));
    heads[2] = ui_words(ui, TR("Half of the sessions"));
    heads[3] = ui_words(ui, TR("Sessions"));
    for (int32_t i = 0; i < gauge->count; i++) {
        const Spread *spread = &gauge->rows[i];
        Str *row = cells + (ptrdiff_t)COLUMNS * i;
        row[0] = point_told(screen, i);
        row[1] = value_told(screen, spread->median);
        row[2] = UI_FORMAT(ui, TR("{0} – {1}"), value_told(screen, spread->low), value_told(screen, spread->high));
        row[3] = ui_number(ui, screen->analysis->reached.rows[i]);
    }
    view_table(ui, &(ViewTable){.key = S("course"),
                                .name = figures_gauge_name(&screen->of, gauge->gauge),
                                .columns = heads,
                                .column_count = COLUMNS,
                                .cells = cells,
                                .row_count = gauge->count});
}

static const AnalysisGauge *choose(const AnalysisScreen *screen, const AnalysisGauge *const *shown, int32_t count) {
    Ui *ui = screen->ui;
    Str *labels = arena_push(ui_arena(ui), Str, count);
    int32_t now = 0;
    for (int32_t i = 0; i < count; i++) {
        labels[i] = figures_gauge_name(&screen->of, shown[i]->gauge);
        now = shown[i]->gauge == screen->player->analysing.gauge ? i : now;
    }
    if (count > 1) {
        int32_t wanted = ui_choices(ui, (UiChoices){.key = S("gauge"),
                                                    .name = ui_words(ui, TR("Which gauge")),
                                                    .labels = labels,
                                                    .count = count,
                                                    .chosen = now});
        if (wanted != now) {
            screen_want_analysis(screen->action, ANALYSE_GAUGE, shown[wanted]->gauge);
        }
    }
    return shown[now];
}

void screen_analysis_gauges(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const AnalysisGauge *shown[LIMIT_GAUGES];
    int32_t count = list_shown(screen, shown);
    Str title = ui_words(ui, TR("The relation over the walk"));
    if (count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.key = S("gauges"), .gap = 8, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    ui_text(ui,
            (UiText){.text = ui_words(ui, TR("After each decision of the ways that stood at the end: a line through "
                                             "the middle of the sessions, and a band in which half of them lie.")),
                     .style = TEXT_SMALL,
                     .color = COLOR_SOFT});
    const AnalysisGauge *gauge = choose(screen, shown, count);
    say_picture(screen, gauge);
    if (screen_analysis_table(screen, ANALYSING_GAUGES, title)) {
        say_table(screen, gauge);
    }
    ui_card_end(ui);
}
