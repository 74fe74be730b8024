// The ways that groups took: on the map of the case, where they ended, one by one.
#include "player/screen_analysis.h"

#include "view/view_flow.h"
#include "view/view_table.h"

enum { PERMILLE = 1000, FLOW_COLUMNS = 3, WAY_COLUMNS = 4, MOST_WAYS = 12 };

static Str scene_label(const AnalysisScreen *screen, SceneId scene) {
    const Scenario *scenario = screen->analysis->scenario;
    const Scene *row = &scenario->scenes.rows[scene];
    return row->ending != 0 ? scenario->endings.rows[row->ending].title
           : row->ask != 0  ? screen_analysis_decision(screen, scene)
                            : figures_title(&screen->of, scene);
}

static const Str *labels_of(const AnalysisScreen *screen) {
    const Analysis *analysis = screen->analysis;
    Str *labels = arena_push(ui_arena(screen->ui), Str, analysis->scenario->scenes.count);
    for (int32_t i = 0; i < analysis->flows.count; i++) {
        const AnalysisFlow *flow = &analysis->flows.rows[i];
        labels[flow->from] = scene_label(screen, flow->from);
        labels[flow->to] = scene_label(screen, flow->to);
    }
    return labels;
}

static Str sessions_of(const AnalysisScreen *screen, int32_t sessions) {
    Ui *ui = screen->ui;
    return UI_FORMAT(ui, TR("{0} of {1}"), ui_number(ui, sessions), ui_number(ui, screen->analysis->sessions));
}

static void say_flow_table(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const Analysis *analysis = screen->analysis;
    Str *heads = arena_push(ui_arena(ui), Str, FLOW_COLUMNS);
    heads[0] = ui_words(ui, TR("From"));
    heads[1] = ui_words(ui, TR("On to"));
    heads[2] = ui_words(ui, TR("Sessions"));
    Str *cells = arena_push(ui_arena(ui), Str, FLOW_COLUMNS * analysis->flows.count);
    for (int32_t i = 0; i < analysis->flows.count; i++) {
        Str *row = cells + (ptrdiff_t)FLOW_COLUMNS * i;
        row[0] = scene_label(screen, analysis->flows.rows[i].from);
        row[1] = scene_label(screen, analysis->flows.rows[i].to);
        row[2] = sessions_of(screen, analysis->flows.rows[i].sessions);
    }
    view_table(ui, &(ViewTable){.key = S("flows"),
                                .name = ui_words(ui, TR("The ways taken")),
                                .columns = heads,
                                .column_count = FLOW_COLUMNS,
                                .cells = cells,
                                .row_count = analysis->flows.count});
}

void screen_analysis_flows(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const Analysis *analysis = screen->analysis;
    Str title = ui_words(ui, TR("The ways taken"));
    if (analysis->flows.count == 0) {
        return;
    }
    ui_card_begin(ui, (UiBox){.key = S("flows"), .gap = 8, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    ui_text(ui, (UiText){.text = ui_words(ui, TR("The ways that stood at the end. A band is as wide as there are "
                                                 "sessions that took it; what nobody came to is left out.")),
                         .style = TEXT_SMALL,
                         .color = COLOR_SOFT});
    view_flow(ui, &(ViewFlow){.name = title,
                              .scenario = analysis->scenario,
                              .layout = &screen->job->layout,
                              .flows = analysis->flows.rows,
                              .flow_count = analysis->flows.count,
                              .sessions = analysis->sessions,
                              .labels = labels_of(screen)});
    if (screen_analysis_table(screen, ANALYSING_FLOWS, title)) {
        say_flow_table(screen);
    }
    ui_card_end(ui);
}

static Str ending_title(const AnalysisScreen *screen, SceneId scene) {
    return scene == 0 ? ui_words(screen->ui, TR("Not come to an end")) : scene_label(screen, scene);
}

void screen_analysis_endings(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const Analysis *analysis = screen->analysis;
    Str title = ui_words(ui, TR("Where the sessions ended"));
    ui_card_begin(ui, (UiBox){.key = S("endings"), .gap = 8, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    for (int32_t i = 0; i < analysis->endings.count; i++) {
        const AnalysisEnding *ending = &analysis->endings.rows[i];
        ui_meter(ui, (UiMeter){.name = ending_title(screen, ending->scene),
                               .word = screen_analysis_sessions(screen, ending->sessions, analysis->sessions),
                               .permille = ending->sessions * PERMILLE / analysis->sessions,
                               .tint = UI_TINT_TEAL});
    }
    ui_card_end(ui);
}

// Where it leaves the first, and how: "3 · Title: what was answered".
static Str parting_of(const AnalysisScreen *screen, const AnalysisWay *way) {
    const AnalysisWay *first = &screen->analysis->ways.rows[0];
    int32_t at = analysis_divergence(first, way) - 1;
    if (way == first || at < 0 || at >= way->count) {
        return S("–");
    }
    Str decision = screen_analysis_decision(screen, way->steps[at].scene);
    Str answer = figures_step_text(&screen->of, &way->steps[at]);
    return answer.len > 0 ? UI_FORMAT(screen->ui, TR("{0}: {1}"), decision, answer) : decision;
}

void screen_analysis_ways(const AnalysisScreen *screen) {
    Ui *ui = screen->ui;
    const Analysis *analysis = screen->analysis;
    Str title = ui_words(ui, TR("Way by way"));
    int32_t count = analysis->ways.count < MOST_WAYS ? analysis->ways.count : MOST_WAYS;
    static const int32_t SHARES[WAY_COLUMNS] = {2, 2, 4, 8};
    Str *heads = arena_push(ui_arena(ui), Str, WAY_COLUMNS);
    heads[0] = ui_words(ui, TR("Way"));
    heads[1] = ui_words(ui, TR("Sessions"));
    heads[2] = ui_words(ui, TR("Ending"));
    heads[3] = ui_words(ui, TR("Parts from way 1 at"));
    Str *cells = arena_push(ui_arena(ui), Str, WAY_COLUMNS * count);
    for (int32_t i = 0; i < count; i++) {
        const AnalysisWay *way = &analysis->ways.rows[i];
        Str *row = cells + (ptrdiff_t)WAY_COLUMNS * i;
        row[0] = UI_FORMAT(ui, TR("Way {0}"), ui_number(ui, i + 1));
        row[1] = sessions_of(screen, way->sessions);
        row[2] = ending_title(screen, way->ending);
        row[3] = parting_of(screen, way);
    }
    ui_card_begin(ui, (UiBox){.key = S("ways"), .gap = 8, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    view_table(ui, &(ViewTable){.key = S("table"),
                                .name = title,
                                .columns = heads,
                                .column_count = WAY_COLUMNS,
                                .cells = cells,
                                .row_count = count,
                                .shares = SHARES});
    if (count < analysis->ways.count) {
        ui_text(ui, (UiText){.text = screen_analysis_plural(
                                 screen, TRP("{0} more way is in the report.", "{0} more ways are in the report."),
                                 analysis->ways.count - count),
                             .style = TEXT_SMALL,
                             .color = COLOR_SOFT});
    }
    ui_card_end(ui);
}
