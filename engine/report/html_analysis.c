#include "report/html_analysis.h"

#include "report/html_analysis_inside.h"

// On paper: one sheet to begin with, then the tables. It is read on machines that have none of our fonts, so each
// system's own come next. Chromium numbers pages by the boxes in the margin.
static const Str STYLE = S_INIT(
    "@page{size:A4;margin:13mm 14mm 16mm;" HTML_PAGE_NUMBERS "}*{box-sizing:border-box}"
    "body{font:16px/1.45 'Atkinson Hyperlegible Next','Atkinson Hyperlegible',system-ui,-apple-system,'Segoe UI',"
    "Roboto,'Noto Sans',Verdana,sans-serif;color:#1D2B2F;background:#FBF8F3;max-width:62em;margin:0 auto;"
    "padding:1.6em 1.2em;overflow-wrap:anywhere;-webkit-text-size-adjust:100%;print-color-adjust:exact;"
    "-webkit-print-color-adjust:exact}"
    ".hint{margin:0 0 1.2em;padding:.6em 1em;background:#DDEEEB;color:#154E4B;border-radius:12px}"
    ".over,.small,i{color:#5A6B70}.over{margin:0;font-weight:700;font-size:.87em}.small{font-size:.85em}"
    "h1{font-size:1.85em;line-height:1.2;margin:.1em 0 .3em}h2{font-size:1.15em;margin:1.1em 0 .4em}"
    "h3{font-size:1em;margin:1em 0 .2em}section{background:#FFF;border:1px solid #E2DCD2;border-radius:16px;"
    "padding:.8em 1.1em;margin:0 0 .9em}section h2{margin-top:0}section>p{margin:.3em 0}ul,ol{margin:.2em 0;"
    "padding-left:1.5em}li{margin:.35em 0}.debate{list-style:none;padding:0}.asked{display:block;font-style:italic}.line{display:block;height:1.9em;"
    "border-bottom:1px solid #8A9B9A}.tag{display:inline-block;border-radius:.5em;padding:0 .5em;font-size:.85em;"
    "font-weight:400;background:#FBF0D9;color:#704A06}.legend{list-style:none;display:flex;flex-wrap:wrap;"
    "gap:.1em 1.4em;padding:0;font-size:.87em}.legend li{margin:0}.key{display:inline-block;width:1.4em;height:.7em;"
    "border:2px solid #1F6F6B;background:#FFF}.full{background:#1F6F6B}.range{border:0;border-top:2px solid #B8492F;"
    "height:.25em}svg{display:block;width:100%;height:auto}"
    "table{border-collapse:collapse;width:100%;margin:.5em 0 .9em;font-size:.9em}.answers td{white-space:nowrap}.answers td:first-child{white-space:normal}caption{text-align:left;"
    "font-weight:700;padding:.2em 0}th,td{border-bottom:1px solid #E2DCD2;padding:.3em .7em .3em 0;text-align:left;"
    "vertical-align:top}thead th{border-bottom:2px solid #8A9B9A;vertical-align:bottom}tbody th{font-weight:400}"
    "td,th{overflow-wrap:break-word}td{font-variant-numeric:tabular-nums}"
    "@media (max-width:44em){body{padding:1em .8em}table{display:block;overflow-x:auto}}"
    "@media print{.hint{display:none}body{background:#FFF;max-width:none;padding:0;font-size:9.4pt;line-height:1.34}"
    "h1{font-size:17pt}section{border-radius:8pt;padding:.6em .9em;margin:0 0 .7em;break-inside:avoid}.line{height:1.5em}"
    ".annex{break-before:page}h2,h3,caption{break-after:avoid}tr,li,svg{break-inside:avoid}thead{"
    "display:table-header-group}.decision,table{break-inside:avoid}.ways{break-inside:auto}table{font-size:.92em}}");

static void add_head(Sheet *sheet) {
    const FiguresOf *of = sheet->of;
    str_addf(&sheet->out, "<!DOCTYPE html>\n<html lang=\"%.*s\">\n<head>\n<meta charset=\"utf-8\">\n",
             S_ARG(of->language));
    sheet_add(sheet, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "style-src 'unsafe-inline'\">\n<title>");
    html_add_text(&sheet->out, figures_report_title(of));
    str_addf(&sheet->out, "</title>\n<style>%.*s%.*s</style>\n</head>\n<body>\n", S_ARG(STYLE), S_ARG(HTML_TEXT_STYLE));
    sheet_add_words(sheet, "p", "hint",
                    TR("Print on A4. If the browser writes the path of this file on each page, untick “Headers and "
                       "footers” in its options: the page numbers stay."));
}

void sheet_add_days(Sheet *sheet, Str first, Str last) {
    sheet_add_part(sheet, (Part){.kind = PART_DAY, .text = first});
    if (!str_equal(first, last)) {
        sheet_add(sheet, " – ");
        sheet_add_part(sheet, (Part){.kind = PART_DAY, .text = last});
    }
}

void sheet_add_plural(Sheet *sheet, Str one, Str many, int32_t count) {
    sheet_add_sentence(sheet, catalog_plural(sheet->of->catalog, one, many, count), &COUNT_PART(count));
}

void sheet_add_counted(Sheet *sheet) {
    bool first = sheet->of->analysis->told.counted == ANALYSIS_FIRST;
    sheet_add_words(
        sheet, "p", "small",
        first ? TR("Where a group went back, its first answers and votes count; ways are those that stood at the end.")
              : TR("Where a group went back, its last answers and votes count."));
}

static void add_header(Sheet *sheet) {
    const Analysis *analysis = &sheet->of->analysis->told;
    sheet_add(sheet, "<header>\n");
    sheet_add_words(sheet, "p", "over", TR("Palabre · analysis of what groups chose"));
    sheet_add(sheet, "<h1>");
    sheet_add_case(sheet, sheet_scenario(sheet)->title);
    sheet_add(sheet, "</h1>\n<p>");
    if (sheet->of->group.len > 0) {
        sheet_add(sheet, "<b><span lang=\"\">");
        html_add_lines(&sheet->out, sheet->of->group);
        sheet_add(sheet, "</span></b> · ");
    }
    sheet_add_plural(sheet, TRP("{0} session", "{0} sessions"), analysis->sessions);
    sheet_add(sheet, " · ");
    sheet_add_plural(sheet, TRP("{0} person", "{0} people"), (int32_t)analysis->people);
    sheet_add(sheet, " · ");
    sheet_add_days(sheet, sheet->of->first_day, sheet->of->last_day);
    sheet_add(sheet, "</p>\n");
    sheet_add_counted(sheet);
    sheet_add(sheet, "</header>\n");
}

static Str ending_sentence(const Sheet *sheet, const AnalysisEnding *ending) {
    const Catalog *catalog = sheet->of->catalog;
    if (sheet->of->analysis->told.sessions == 1) {
        return ending->scene == 0 ? TR("The group did not come to an end.") : TR("The group came to: {2}");
    }
    return ending->scene == 0
               ? catalog_plural(
                     catalog,
                     TRP("{0} session of {1} did not come to an end.", "{0} sessions of {1} did not come to an end."),
                     ending->sessions)
               : catalog_plural(catalog, TRP("{0} session of {1} came to: {2}", "{0} sessions of {1} came to: {2}"),
                                ending->sessions);
}

static void add_ending(Sheet *sheet, const AnalysisEnding *ending) {
    const Scenario *scenario = sheet_scenario(sheet);
    const Part PARTS[] = {COUNT_PART(ending->sessions), COUNT_PART(sheet->of->analysis->told.sessions),
                          CASE_PART(scenario->endings.rows[scenario->scenes.rows[ending->scene].ending].title)};
    sheet_add(sheet, "<li>");
    sheet_add_sentence(sheet, ending_sentence(sheet, ending), PARTS);
    sheet_add(sheet, "</li>\n");
}

// Ends the item of where ways part.
static void add_asked(Sheet *sheet) {
    sheet_add(sheet, "<span class=\"asked\">");
    sheet_add_words(sheet, "span", "", TR("What did each of them see that the others did not?"));
    sheet_add(sheet, "</span></li>\n");
}

// Where the two ways that most took part first: what there is to ask about.
static void add_parting(Sheet *sheet) {
    const Analysis *analysis = &sheet->of->analysis->told;
    if (analysis->ways.count < 2) {
        return;
    }
    const AnalysisWay *a = &analysis->ways.rows[0], *b = &analysis->ways.rows[1];
    int32_t at = analysis_parting(a, b) - 1;
    if (at < 0) {
        return;
    }
    const Part PARTS[] = {CASE_PART(figures_step_text(sheet->of, &a->steps[at])),
                          CASE_PART(figures_step_text(sheet->of, &b->steps[at]))};
    sheet_add(sheet, "<li>");
    html_add_text(&sheet->out, sheet_words(sheet, TR("Where ways part:")));
    sheet_add(sheet, " <b>");
    sheet_add_decision(sheet, a->steps[at].scene);
    sheet_add(sheet, "</b><br>");
    sheet_add_sentence(sheet, TR("Some went on with {0}; others with {1}."), PARTS);
    add_asked(sheet);
}

static void add_side(Sheet *sheet, int32_t which, const AnalysisStep *step) {
    Str answer = figures_step_text(sheet->of, step);
    const Part PARTS[] = {WORDS_PART(figures_side_name(sheet->of, &sheet->of->sides[which])),
                          answer.len > 0 ? CASE_PART(answer)
                                         : WORDS_PART(sheet_words(sheet, TR("an answer for themselves")))};
    sheet_add(sheet, "<br>");
    sheet_add_sentence(sheet, TR("{0}: {1}"), PARTS);
}

static Str why_nowhere(const FiguresParting *parting) {
    if (parting->ways[0] == NULL) {
        return TR("Fewer than five people were there: nothing is told of them.");
    }
    return analysis_divergence(parting->ways[0], parting->ways[1]) == 0
               ? TR("Nowhere: both went the same way to the end.")
               : TR("As far as both came, they went the same way.");
}

// The same of two groups that are compared.
static void add_sides(Sheet *sheet) {
    FiguresParting parting = figures_parting(sheet->of->sides);
    sheet_add(sheet, "<li>");
    html_add_text(&sheet->out, sheet_words(sheet, TR("Where they part first")));
    if (parting.at > 0) {
        sheet_add(sheet, " <b>");
        sheet_add_decision(sheet, parting.ways[0]->steps[parting.at - 1].scene);
        sheet_add(sheet, "</b>");
        for (int32_t i = 0; i < FIGURES_SIDES; i++) {
            add_side(sheet, i, &parting.ways[i]->steps[parting.at - 1]);
        }
        add_asked(sheet);
    } else {
        sheet_add(sheet, "<br>");
        html_add_text(&sheet->out, sheet_words(sheet, why_nowhere(&parting)));
        sheet_add(sheet, "</li>\n");
    }
}

static void add_short(Sheet *sheet) {
    enum { ENDINGS = 3 };
    const Analysis *analysis = &sheet->of->analysis->told;
    sheet_add(sheet, "<section>\n");
    sheet_add_words(sheet, "h2", "", TR("In short"));
    sheet_add(sheet, "<ul>\n");
    for (int32_t i = 0; i < analysis->endings.count && i < ENDINGS; i++) {
        add_ending(sheet, &analysis->endings.rows[i]);
    }
    if (sheet->of->sides) {
        add_sides(sheet);
    } else {
        add_parting(sheet);
    }
    if (analysis_hides(analysis)) {
        sheet_add_words(
            sheet, "li", "",
            TR("How fewer than five people answered is not told here, nor what would give it away: such counts are hidden."));
    }
    if (analysis->left_out > 0) {
        sheet_add(sheet, "<li>");
        sheet_add_plural(sheet,
                         TRP("{0} session of fewer than five people is left out.",
                             "{0} sessions of fewer than five people are left out."),
                         analysis->left_out);
        sheet_add(sheet, "</li>\n");
    }
    sheet_add(sheet, "</ul>\n</section>\n");
}

// Two votes of other groups than the first one's say less of the talk than they seem to.
static void add_unpaired(Sheet *sheet, const AnalysisDecision *decision) {
    const AnalysisVote *before = &decision->votes[ANALYSIS_BEFORE], *after = &decision->votes[ANALYSIS_AFTER];
    if (before->sessions != decision->paired || after->sessions != decision->paired) {
        const Part PARTS[] = {COUNT_PART(before->sessions), COUNT_PART(after->sessions), COUNT_PART(decision->paired)};
        sheet_add(sheet, "<p class=\"small\">");
        sheet_add_sentence(sheet, TR("Sessions with a vote before the talk: {0}; after it: {1}; both times: {2}."),
                           PARTS);
        sheet_add(sheet, "</p>\n");
    }
}

static void add_picture(Sheet *sheet, const AnalysisDecision *decision) {
    sheet_add(sheet, "<section>\n");
    sheet_add_words(sheet, "h2", "", TR("Before and after the talk"));
    if (decision == NULL) {
        sheet_add_words(sheet, "p", "", TR("No vote can be shown here: none was taken, or all counts are hidden."));
    } else {
        sheet_add(sheet, "<p><b>");
        sheet_add_decision(sheet, decision->scene);
        sheet_add(sheet, "</b></p>\n");
        chart_add(sheet, decision);
        add_unpaired(sheet, decision);
        answers_add(sheet, decision);
    }
    sheet_add(sheet, "</section>\n");
}

static void add_analysis(Sheet *sheet) {
    Debate debate = debate_find(&sheet->of->analysis->told);
    const AnalysisDecision *charted = chart_find(sheet, &debate);
    add_header(sheet);
    add_short(sheet);
    sheet_add_debate(sheet, &debate);
    add_picture(sheet, charted);
    annex_add(sheet, charted);
}

Str html_analysis(const FiguresOf *of) {
    Sheet sheet = {.of = of, .out = {.arena = of->arena}};
    add_head(&sheet);
    sheet_add(&sheet, "<main>\n");
    if (of->versions) {
        sheet_add_versions(&sheet);
    } else {
        add_analysis(&sheet);
    }
    sheet_add_words(&sheet, "p", "small",
                    TR("These figures describe choices in an invented situation. They do not evaluate a person."));
    sheet_add(&sheet, "</main>\n</body>\n</html>\n");
    return str_built(&sheet.out);
}
