// All figures, in tables.
#include "report/html_analysis_inside.h"
#include "session/response.h"

static const double HUNDRED = 100;

// Takes a figure that is in percent already.
static void add_percent(Sheet *sheet, Figure figure) {
    sheet_add_share_cell(sheet, (Figure){figure.value / HUNDRED, figure.lack});
}

static void begin_row(Sheet *sheet, SceneId scene) {
    sheet_add(sheet, "<tr><th scope=\"row\">");
    sheet_add_decision(sheet, scene);
    sheet_add(sheet, "</th>");
}

static void add_spent(Sheet *sheet, int32_t sessions, Spread spent_ms) {
    static const double MINUTE_MS = 60000;
    sheet_add(sheet, "<td>");
    if (sessions > 0) {
        sheet_add_figure(sheet, spent_ms.median / MINUTE_MS, 1, TR("{0} min"));
    } else {
        sheet_add_lack(sheet, LACK_NOTHING);
    }
    sheet_add(sheet, "</td>");
}

static void add_decisions(Sheet *sheet) {
    static const Str COLUMNS[] = {
        TR_INIT("Decision"), TR_INIT("Sessions"),          TR_INIT("Dispersion before the talk"),
        TR_INIT("… after"),  TR_INIT("Shift by the talk"), TR_INIT("Concordance with the panel before"),
        TR_INIT("… after"),  TR_INIT("Time, median"),      S_INIT("")};
    const Analysis *analysis = &sheet->of->analysis->told;
    sheet_begin_columns(sheet, "wide", TR("Decisions"), COLUMNS);
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        const AnalysisDecision *decision = &analysis->decisions.rows[i];
        begin_row(sheet, decision->scene);
        sheet_add_cell(sheet, COUNT_PART(decision->sessions));
        sheet_add_share_cell(sheet, decision->votes[ANALYSIS_BEFORE].dispersion);
        sheet_add_share_cell(sheet, decision->votes[ANALYSIS_AFTER].dispersion);
        sheet_add_share_cell(sheet, decision->shift);
        sheet_add_share_cell(sheet, decision->votes[ANALYSIS_BEFORE].concordance);
        sheet_add_share_cell(sheet, decision->votes[ANALYSIS_AFTER].concordance);
        add_spent(sheet, decision->sessions, decision->spent_ms);
        sheet_end_row(sheet);
    }
    sheet_end_table(sheet);
    sheet_add_words(sheet, "p", "small",
                    TR("Dispersion: none when all raise their hand for one answer, whole when hands are spread evenly. "
                       "Shift: the share of hands that would have to move to come from the first vote to the second. "
                       "Concordance: whole when all answer as most of the panel did."));
}

static void add_answers(Sheet *sheet, const AnalysisDecision *charted) {
    const Analysis *analysis = &sheet->of->analysis->told;
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        const AnalysisDecision *decision = &analysis->decisions.rows[i];
        bool voted = decision->votes[0].sessions + decision->votes[1].sessions > 0;
        if (decision != charted && (voted || decision->options.count > 0)) {
            sheet_add(sheet, "<div class=\"decision\"><h3>");
            sheet_add_decision(sheet, decision->scene);
            sheet_add(sheet, "</h3>\n");
            answers_add(sheet, decision);
            sheet_add(sheet, "</div>\n");
        }
    }
}

static void add_ending(Sheet *sheet, SceneId scene) {
    const Scenario *scenario = sheet_scenario(sheet);
    if (scene == 0) {
        html_add_text(&sheet->out, sheet_words(sheet, TR("not finished")));
    } else {
        sheet_add_case(sheet, scenario->endings.rows[scenario->scenes.rows[scene].ending].title);
    }
}

// Only steps that tell a way apart in a few words: an order or a sorting would fill the page.
static bool tells_way(const Sheet *sheet, const AnalysisStep *step) {
    const Ask *ask = sheet_ask(sheet, step->scene);
    return (ask->kind == ASK_CHOICE || ask->kind == ASK_MULTIPLE) && !ask->private_answer;
}

static void add_arrow(Sheet *sheet, int32_t *told) {
    sheet_add(sheet, (*told)++ > 0 ? " → " : "");
}

static void add_jump(Sheet *sheet, int32_t *told, bool jumped) {
    if (jumped) {
        add_arrow(sheet, told);
        sheet_add(sheet, "<i>");
        html_add_text(&sheet->out, sheet_words(sheet, TR("the trainer goes on to another scene")));
        sheet_add(sheet, "</i>");
    }
}

// From the answer on with which it left the first way.
static void add_steps(Sheet *sheet, const AnalysisWay *way, int32_t from) {
    int32_t told = 0;
    if (from > 1) {
        html_add_text(&sheet->out, sheet_words(sheet, TR("As the first way, then:")));
        sheet_add(sheet, " ");
    }
    for (int32_t i = from - 1; i < way->count; i++) {
        add_jump(sheet, &told, way->steps[i].jumped);
        if (tells_way(sheet, &way->steps[i])) {
            add_arrow(sheet, &told);
            sheet_add_case(sheet, figures_step_text(sheet->of, &way->steps[i]));
        }
    }
    add_jump(sheet, &told, way->jumped);
    if (told == 0) {
        html_add_text(&sheet->out, sheet_words(sheet, TR("no further choice")));
    }
}

static void add_ways(Sheet *sheet) {
    static const Str COLUMNS[] = {TR_INIT("Sessions"), TR_INIT("Choices, one after the other"), TR_INIT("Ending"),
                                  TR_INIT("Parts from the first way at its decision"), S_INIT("")};
    const Analysis *analysis = &sheet->of->analysis->told;
    sheet_begin_columns(sheet, "ways", TR("Ways, as they stood at the end"), COLUMNS);
    for (int32_t i = 0; i < analysis->ways.count; i++) {
        const AnalysisWay *way = &analysis->ways.rows[i];
        int32_t parts_at = analysis_divergence(&analysis->ways.rows[0], way);
        sheet_add(sheet, "<tr><th scope=\"row\">");
        sheet_add_part(sheet, COUNT_PART(way->sessions));
        sheet_add(sheet, "</th><td>");
        add_steps(sheet, way, i == 0 ? 1 : parts_at);
        sheet_add(sheet, "</td><td>");
        add_ending(sheet, way->ending);
        sheet_add(sheet, "</td><td>");
        if (i == 0) {
            sheet_add_lack(sheet, LACK_NOTHING);
        } else {
            sheet_add_part(sheet, COUNT_PART(parts_at));
        }
        sheet_add(sheet, "</td></tr>\n");
    }
    sheet_end_table(sheet);
    if (analysis->way_count > analysis->ways.count) {
        sheet_add(sheet, "<p class=\"small\">");
        sheet_add_sentence(sheet, TR("{0} ways were taken in all: these are the most taken."),
                           &COUNT_PART(analysis->way_count));
        sheet_add(sheet, "</p>\n");
    }
}

static void add_gauge_cell(Sheet *sheet, Spread spread) {
    sheet_add(sheet, "<td>");
    sheet_add_figure(sheet, spread.median, 1, (Str){0});
    sheet_add(sheet, " (");
    sheet_add_figure(sheet, spread.low, 1, (Str){0});
    sheet_add(sheet, "–");
    sheet_add_figure(sheet, spread.high, 1, (Str){0});
    sheet_add(sheet, ")</td>");
}

// The points of a gauge stand below each other, so many gauges side by side as a sheet has room for.
static void add_gauges_from(Sheet *sheet, const AnalysisGauge *const *gauges, int32_t count) {
    const Analysis *analysis = &sheet->of->analysis->told;
    sheet_begin_table(sheet, "gauges",
                      TR("Gauges after each decision: median, first and third quartile of the sessions"));
    sheet_add_column(sheet, WORDS_PART(sheet_words(sheet, TR("Decisions made"))));
    sheet_add_column(sheet, WORDS_PART(sheet_words(sheet, TR("Sessions"))));
    for (int32_t i = 0; i < count; i++) {
        sheet_add_column(sheet, CASE_PART(figures_gauge_name(sheet->of, gauges[i]->gauge)));
    }
    sheet_end_head(sheet);
    for (int32_t point = 0; point < analysis->reached.count; point++) {
        sheet_add(sheet, "<tr><th scope=\"row\">");
        sheet_add_part(sheet, COUNT_PART(point));
        sheet_add(sheet, "</th>");
        sheet_add_cell(sheet, COUNT_PART(analysis->reached.rows[point]));
        for (int32_t i = 0; i < count; i++) {
            add_gauge_cell(sheet, gauges[i]->rows[point]);
        }
        sheet_end_row(sheet);
    }
    sheet_end_table(sheet);
}

static void add_gauges(Sheet *sheet) {
    enum { BESIDE = 6 };
    const Analysis *analysis = &sheet->of->analysis->told;
    const AnalysisGauge *gauges[BESIDE];
    int32_t count = 0;
    for (int32_t i = 0; i < analysis->gauges.count; i++) {
        const AnalysisGauge *gauge = &analysis->gauges.rows[i];
        if (sheet_scenario(sheet)->gauges.rows[gauge->gauge].shown != SHOWN_NEVER) {
            gauges[count++] = gauge;
        }
        if (count == BESIDE || (count > 0 && i + 1 == analysis->gauges.count)) {
            add_gauges_from(sheet, gauges, count);
            count = 0;
        }
    }
}

static void add_sure_row(Sheet *sheet, const AnalysisDecision *decision, int32_t level) {
    Spread distance = decision->sure[level].distance;
    begin_row(sheet, decision->scene);
    sheet_add(sheet, "<td>");
    html_add_text(&sheet->out, figures_sure_text(sheet->of, level + 1));
    sheet_add(sheet, "</td>");
    sheet_add_cell(sheet, COUNT_PART(decision->sure[level].sessions));
    sheet_add_share_cell(sheet, (Figure){.value = distance.median});
    sheet_end_row(sheet);
}

static int32_t add_sure_rows(Sheet *sheet, bool adds) {
    const Analysis *analysis = &sheet->of->analysis->told;
    int32_t count = 0;
    for (int32_t i = 0; i < analysis->decisions.count * ANALYSIS_SURE; i++) {
        const AnalysisDecision *decision = &analysis->decisions.rows[i / ANALYSIS_SURE];
        bool has = decision->sure[i % ANALYSIS_SURE].sessions > 0;
        if (has && adds) {
            add_sure_row(sheet, decision, i % ANALYSIS_SURE);
        }
        count += has;
    }
    return count;
}

static void add_sure(Sheet *sheet) {
    static const Str COLUMNS[] = {TR_INIT("Decision"), TR_INIT("How sure the group was"), TR_INIT("Sessions"),
                                  TR_INIT("Distance from the panel, median"), S_INIT("")};
    if (add_sure_rows(sheet, false) > 0) {
        sheet_begin_columns(sheet, "wide", TR("Sure, and how far from the panel"), COLUMNS);
        (void)add_sure_rows(sheet, true);
        sheet_end_table(sheet);
    }
}

static void add_competencies(Sheet *sheet) {
    static const Str COLUMNS[] = {TR_INIT("Competency"),
                                  TR_INIT("Sessions: to explore"),
                                  TR_INIT("… present"),
                                  TR_INIT("… strength"),
                                  TR_INIT("… too few occasions"),
                                  TR_INIT("Median share of the marks"),
                                  TR_INIT("Mirror of the first votes"),
                                  S_INIT("")};
    static const ProfileWord WORDS[] = {PROFILE_TO_EXPLORE, PROFILE_PRESENT, PROFILE_STRENGTH, PROFILE_TOO_FEW};
    const Analysis *analysis = &sheet->of->analysis->told;
    sheet_begin_columns(sheet, "wide", TR("Competencies, by first answers"), COLUMNS);
    for (int32_t i = 0; i < analysis->competencies.count; i++) {
        const AnalysisCompetency *competency = &analysis->competencies.rows[i];
        sheet_add(sheet, "<tr><th scope=\"row\">");
        sheet_add_case(sheet, sheet_scenario(sheet)->competencies.rows[competency->competency].name);
        sheet_add(sheet, "</th>");
        for (int32_t j = 0; j < COUNT(WORDS); j++) {
            sheet_add_cell(sheet, COUNT_PART(competency->sessions[WORDS[j]]));
        }
        sheet_add_share_cell(sheet, competency->median);
        sheet_add_share_cell(sheet, competency->mirror);
        sheet_end_row(sheet);
    }
    sheet_end_table(sheet);
    sheet_add_words(sheet, "p", "small",
                    TR("Mirror: what each hand of the first votes would have been given on average, as a share of what "
                       "could be given; where all counts of a choice are told."));
}

static void add_items(Sheet *sheet) {
    static const Str COLUMNS[] = {TR_INIT("Decision"), TR_INIT("Facility"), TR_INIT("Discrimination"),
                                  TR_INIT("Discriminative efficiency"), S_INIT("")};
    const Analysis *analysis = &sheet->of->analysis->told;
    sheet_begin_columns(sheet, "wide", TR("Decisions as questions of a test"), COLUMNS);
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        const AnalysisDecision *decision = &analysis->decisions.rows[i];
        if (decision->most > 0) {
            begin_row(sheet, decision->scene);
            add_percent(sheet, decision->item.facility);
            add_percent(sheet, decision->item.discrimination);
            add_percent(sheet, decision->item.efficiency);
            sheet_end_row(sheet);
        }
    }
    sheet_end_table(sheet);
    sheet_add(sheet, "<p>");
    html_add_text(&sheet->out, sheet_words(sheet, TR("Internal consistency (alpha):")));
    sheet_add(sheet, " ");
    sheet_add_share(sheet, (Figure){analysis->alpha.value / HUNDRED, analysis->alpha.lack});
    sheet_add(sheet, "</p>\n");
    sheet_add_words(
        sheet, "p", "small",
        TR("Each session is one person of the test, with the marks of the answer that it followed; where it "
           "did not come, it has none. Names and formulas are those of Moodle’s quiz statistics."));
}

// `cell`: of the answer that it is said of; -1: of none.
static void add_fact(Sheet *sheet, const AnalysisDecision *decision, Str fact, int32_t cell) {
    const Ask *ask = sheet_ask(sheet, decision->scene);
    Part answer = CASE_PART(cell >= 0 ? figures_answer_text(sheet->of, ask, cell) : (Str){0});
    sheet_add(sheet, "<li>");
    sheet_add_decision(sheet, decision->scene);
    sheet_add(sheet, "<br>");
    sheet_add_sentence(sheet, fact, &answer);
    sheet_add(sheet, "</li>\n");
}

typedef struct {
    int32_t told;
    bool open; // a hidden count leaves more of it open
} Facts;

static void add_facts(Sheet *sheet, const AnalysisDecision *decision, Facts *facts) {
    for (int32_t i = 0; i < decision->options.count; i++) {
        const AnalysisOption *option = &decision->options.rows[i];
        if (option->never || option->always) {
            add_fact(sheet, decision, option->never ? TR("Nobody chose: {0}") : TR("All chose: {0}"), i);
        }
        facts->told += option->never || option->always;
        facts->open = facts->open || option->open;
    }
    if (decision->contested && !response_waits(sheet_scenario(sheet))) {
        add_fact(sheet, decision,
                 TR("More colleagues of the panel gave another answer than one with the author’s mark."), -1);
        facts->told += 1;
    }
    if (decision->flips && !response_waits(sheet_scenario(sheet))) {
        add_fact(
            sheet, decision,
            TR("With the panel’s answer as the mark, most sessions would turn from right to wrong, or the other way "
               "round."),
            -1);
        facts->told += 1;
    }
}

static void add_author(Sheet *sheet) {
    const Analysis *analysis = &sheet->of->analysis->told;
    Facts facts = {0};
    sheet_add_words(sheet, "h2", "", TR("For who writes the situation"));
    sheet_add(sheet, "<ul class=\"facts\">\n");
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        add_facts(sheet, &analysis->decisions.rows[i], &facts);
    }
    if (facts.told == 0 && !facts.open) {
        sheet_add_words(sheet, "li", "",
                        TR("Every answer was chosen by somebody, none by all, and the panel contests no mark."));
    }
    sheet_add(sheet, "</ul>\n");
    if (facts.open) {
        sheet_add_words(sheet, "p", "small",
                        TR("Of some answers a hidden count leaves open whether anybody chose them."));
    }
}

void annex_add(Sheet *sheet, const AnalysisDecision *charted) {
    sheet_add(sheet, "<div class=\"annex\">\n");
    sheet_add_words(sheet, "h2", "", TR("Decision by decision"));
    add_decisions(sheet);
    add_answers(sheet, charted);
    sheet_add_words(sheet, "h2", "", TR("Ways and gauges"));
    add_ways(sheet);
    add_gauges(sheet);
    sheet_add_met(sheet);
    sheet_add_words(sheet, "h2", "", TR("Sureness and marks"));
    add_sure(sheet);
    if (response_waits(sheet_scenario(sheet))) {
        sheet_add_words(sheet, "p", "", TR("Judgement is suspended in this situation: no marks are shown."));
    } else {
        add_competencies(sheet);
        sheet_add_profiles(sheet);
        add_items(sheet);
    }
    add_author(sheet);
    sheet_add(sheet, "</div>\n");
}
