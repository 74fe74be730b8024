#include "report/html_debrief.h"

#include "base/date.h"
#include "report/html_curve.h"
#include "report/html_text.h"

// On paper: one sheet to talk about, then all of it. On a telephone: one column. It is read on machines that have none
// of our fonts, so each system's own come next.
static const Str STYLE = S_INIT(
    "@page{size:A4;margin:11mm 13mm 14mm;" HTML_PAGE_NUMBERS "}*{box-sizing:border-box}"
    "body{font:16px/1.45 'Atkinson Hyperlegible Next','Atkinson Hyperlegible',system-ui,-apple-system,'Segoe UI',"
    "Roboto,'Noto Sans',Verdana,sans-serif;color:#1D2B2F;background:#FBF8F3;max-width:62em;margin:0 auto;"
    "padding:1.6em 1.2em;overflow-wrap:anywhere;-webkit-text-size-adjust:100%;print-color-adjust:exact;"
    "-webkit-print-color-adjust:exact}"
    ".over,.small{color:#5A6B70}.over{margin:0;font-weight:700;font-size:.87em}h1{font-size:1.85em;"
    "line-height:1.2;margin:.1em 0 .25em}h2{font-size:1.15em;margin:0 0 .5em}.lead{font-size:1.1em;margin:0}"
    ".sheet{display:flex;flex-direction:column;gap:.9em}.annex{margin-top:.9em}"
    "section{background:#FFF;border:1px solid #E2DCD2;border-radius:16px;padding:.9em 1.1em}"
    ".annex section{margin:0 0 .9em}"
    "section>p{margin:.3em 0}section>.small{font-size:.85em}ul,ol{margin:.2em 0;padding-left:1.5em}li{margin:.35em 0}"
    ".columns{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:.9em}"
    "svg{display:block;width:100%;height:auto}svg.narrow{display:none}svg.mark{display:inline-block;width:1em;"
    "height:1em;vertical-align:-.1em}.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.1em 1.2em;padding:0;"
    "margin:0 0 .2em;font-weight:700}.legend li{margin:0}"
    ".bars{list-style:none;padding:0}.bars li{display:grid;grid-template-columns:minmax(0,1fr) 6.5em 10.4em;"
    "gap:.2em .8em;align-items:center}.bars small{font-size:.85em}.bars .few{grid-column:2/4}"
    ".bar{background:#EAE5DB;border-radius:.4em;height:.7em;overflow:hidden}.bar i{display:block;height:100%;"
    "border-radius:.4em;background:#1F6F6B}.bar i.open{background:#C98A1B}"
    ".asked{list-style:none;padding:0}.asked li{border-top:1px solid #E2DCD2;padding:.45em 0 0}"
    ".lines i{display:block;height:1.9em;border-bottom:1px solid #E2DCD2}"
    ".portrait ul{list-style:none;padding:0;display:grid;grid-template-columns:1fr 1fr;gap:0 1.6em}"
    ".points ul{columns:2;column-gap:1.6em}.points li{break-inside:avoid}.points li:first-child{margin-top:0}"
    ".decisions li::marker{font-weight:700}.decisions li{margin:.6em 0}li small{color:#5A6B70;font-size:.87em}"
    ".tag{display:inline-block;border-radius:.5em;padding:0 .5em;font-size:.85em;background:#EAE5DB}"
    ".well{background:#DDEEEB;color:#154E4B}.not-yet{background:#FBF0D9;color:#704A06}"
    "@media (max-width:44em){body{padding:1em .8em}.columns,.portrait ul{grid-template-columns:"
    "minmax(0,1fr)}.points ul{columns:1}svg.wide{display:none}"
    "svg.narrow{display:block}.bars li{grid-template-columns:minmax(0,1fr) auto}.bars .bar{grid-column:1/3;grid-row:2}"
    ".bars .few{grid-column:1/3}}"
    "@media print{body{background:#FFF;max-width:none;padding:0;font-size:9.6pt;line-height:1.36}h1{font-size:17pt}"
    "section{border-radius:8pt;padding:.7em .9em}.sheet{gap:.6em}.lines i{height:2.1em}.columns{gap:.6em;"
    "grid-template-columns:minmax(0,3fr) minmax(0,2fr)}svg.wide{display:block}svg.narrow{display:none}"
    ".bars li{grid-template-columns:minmax(0,1fr) 6.5em 10.4em}.bars .bar{grid-column:auto;grid-row:auto}"
    ".bars .few{grid-column:2/4}.portrait ul{grid-template-columns:1fr 1fr}.points ul{columns:2}"
    ".annex{break-before:page;margin:0}.annex section{margin:0 0 .6em}h2{break-after:avoid}"
    "li,section{break-inside:avoid}section.decided{break-inside:auto;box-decoration-break:clone}}");

static void begin_section(StrBuilder *out, const char *name, Str heading) {
    str_addf(out, "<section class=\"%s\">", name);
    html_add_element(out, "h2", "", heading);
}

static void end_section(StrBuilder *out, const ToldSection *section) {
    for (int32_t i = 0; section != NULL && i < section->notes.count; i++) {
        html_add_element(out, "p", "small", section->notes.rows[i]);
    }
    str_add(out, S("</section>\n"));
}

static void add_curves(StrBuilder *out, const HtmlDebrief *page, const ToldSection *section) {
    HtmlCurve curve = {.debrief = page->debrief, .drawn = page->drawn};
    begin_section(out, "curves", section->heading);
    html_add_legend(out, &curve);
    html_add_curves(out, &curve);
    end_section(out, NULL);
}

static int32_t percent_of(Profile profile) {
    enum { WHOLE = 100 };
    int64_t range = (int64_t)profile.high - profile.low;
    return range > 0 ? (int32_t)(((int64_t)profile.sum - profile.low) * WHOLE / range) : 0;
}

// Too few occasions say nothing: then there is no bar either.
static void add_competency(StrBuilder *out, const ToldRow *row, const ToldCompetency *competency) {
    bool bar = competency->word != PROFILE_TOO_FEW;
    str_add(out, S("<li><span>"));
    html_add_marked(out, row->label);
    str_add(out, S("</span>"));
    if (bar) {
        str_addf(out, "<span class=\"bar\"><i class=\"%s\" style=\"width:%d%%\"></i></span>",
                 competency->word == PROFILE_TO_EXPLORE ? "open" : "", percent_of(competency->profile));
    }
    str_add(out, bar ? S("<small>") : S("<small class=\"few\">"));
    html_add_marked(out, row->text);
    str_add(out, S("</small></li>\n"));
}

static void add_competencies(StrBuilder *out, const HtmlDebrief *page, const ToldSection *section) {
    begin_section(out, "competencies", section->heading);
    str_add(out, S("<ul class=\"bars\">\n"));
    for (int32_t i = 0; i < section->rows.count; i++) {
        add_competency(out, &section->rows.rows[i], &page->debrief->competencies.rows[i]);
    }
    str_add(out, S("</ul>\n"));
    end_section(out, section);
}

static void add_mark(StrBuilder *out, const ToldRow *row) {
    static const char *const NAMES[] = {[TOLD_PLAIN] = "", [TOLD_WELL] = "well", [TOLD_NOT_YET] = "not-yet"};
    if (row->mark.len > 0) {
        str_addf(out, " <span class=\"tag %s\">", NAMES[row->tone]);
        html_add_marked(out, row->mark);
        str_add(out, S("</span>"));
    }
}

// A text stands below its label, which is bold; one without a label alone.
static void add_row(StrBuilder *out, const HtmlDebrief *page, const ToldRow *row) {
    bool hidden = row->own && !page->with_words;
    Str text = hidden ? telling_words(page->telling, TR("in your own words")) : row->text;
    str_add(out, S("<li>"));
    if (row->label.len > 0) {
        str_add(out, S("<b>"));
        html_add_marked(out, row->label);
        str_add(out, text.len > 0 ? S("</b><br>") : S("</b>"));
    }
    (row->own ? html_add_lines : html_add_marked)(out, text);
    add_mark(out, row);
    for (int32_t i = 0; i < row->more.count; i++) {
        str_add(out, S("<br>"));
        html_add_element(out, "small", "", row->more.rows[i]);
    }
    str_add(out, S("</li>\n"));
}

static void add_section(StrBuilder *out, const HtmlDebrief *page, const ToldSection *section) {
    static const char *const NAMES[DEBRIEF_PART_COUNT] = {[DEBRIEF_QUESTIONS] = "questions",
                                                          [DEBRIEF_PORTRAIT] = "portrait",
                                                          [DEBRIEF_DECISIONS] = "decided",
                                                          [DEBRIEF_POINTS] = "points"};
    bool numbered = section->part == DEBRIEF_DECISIONS, asked = section->part == DEBRIEF_QUESTIONS;
    const char *name = NAMES[section->part];
    begin_section(out, name ? name : "", section->heading);
    html_add_element(out, "p", "", section->lead);
    str_add(out, numbered ? S("<ol class=\"decisions\">\n") : asked ? S("<ul class=\"asked\">\n") : S("<ul>\n"));
    for (int32_t i = 0; i < section->rows.count; i++) {
        add_row(out, page, &section->rows.rows[i]);
    }
    str_add(out, numbered ? S("</ol>\n") : S("</ul>\n"));
    end_section(out, section);
}

// The person's own where they are wanted; else room to write by hand.
static void add_note(StrBuilder *out, const HtmlDebrief *page) {
    begin_section(out, "note", telling_words(page->telling, TR("My notes")));
    if (page->with_words && page->note.len > 0) {
        html_add_own(out, "p", page->note);
    } else {
        str_add(out, S("<div class=\"lines\"><i></i><i></i><i></i><i></i><i></i><i></i></div>"));
    }
    end_section(out, NULL);
}

static void add_head(StrBuilder *out, const HtmlDebrief *page) {
    Str title = telling_scenario(page->telling)->title,
        date = date_told(page->telling->arena, page->telling->catalog, page->date);
    str_addf(out, "<!DOCTYPE html>\n<html lang=\"%.*s\">\n<head>\n<meta charset=\"utf-8\">\n", S_ARG(page->language));
    str_add(out, S("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'\">\n<title>"));
    html_add_text(out, TELLING_FORMAT(page->telling, TR("Debrief · {0} · {1}"), title, date));
    str_add(out, S("</title>\n<style>"));
    str_add(out, STYLE);
    str_add(out, HTML_TEXT_STYLE);
    str_add(out, S("</style>\n</head>\n<body>\n<div class=\"sheet\">\n<header>"));
    html_add_element(out, "p", "over", TELLING_FORMAT(page->telling, TR("Palabre · {0} · {1}"), title, date));
    html_add_element(out, "h1", "", page->debrief->title);
    html_add_element(out, "p", "lead", page->debrief->text);
    str_add(out, S("</header>\n"));
}

// The sheet to hand out: how it ended and went, what was worked on, what there is to talk about.
static void add_sheet(StrBuilder *out, const HtmlDebrief *page) {
    const ToldDebrief *debrief = page->debrief;
    const ToldSection *curves = debrief_find(debrief, DEBRIEF_CURVES);
    const ToldSection *competencies = debrief_find(debrief, DEBRIEF_COMPETENCIES);
    const ToldSection *questions = debrief_find(debrief, DEBRIEF_QUESTIONS);
    if (curves != NULL) {
        add_curves(out, page, curves);
    }
    str_add(out, competencies != NULL ? S("<div class=\"columns\">\n") : S("<div>\n"));
    if (competencies != NULL) {
        add_competencies(out, page, competencies);
    }
    if (questions != NULL && questions->rows.count > 0) {
        add_section(out, page, questions);
    }
    str_add(out, S("</div>\n"));
    add_note(out, page);
    str_add(out, S("</div>\n"));
}

static void add_sections(StrBuilder *out, const HtmlDebrief *page, DebriefPart first, DebriefPart last) {
    for (int32_t i = 0; i < page->debrief->sections.count; i++) {
        const ToldSection *section = &page->debrief->sections.rows[i];
        if (section->part >= first && section->part <= last) {
            add_section(out, page, section);
        }
    }
}

// All else, and the curves in words, for not all of them are drawn.
static void add_annex(StrBuilder *out, const HtmlDebrief *page) {
    str_add(out, S("<div class=\"annex\">\n"));
    add_sections(out, page, DEBRIEF_PORTRAIT, DEBRIEF_MIRROR);
    add_sections(out, page, DEBRIEF_CURVES, DEBRIEF_CURVES);
    add_sections(out, page, DEBRIEF_POINTS, DEBRIEF_CARE);
    str_add(out, S("</div>\n"));
}

Str html_debrief(const HtmlDebrief *page) {
    StrBuilder out = {.arena = page->telling->arena};
    add_head(&out, page);
    add_sheet(&out, page);
    add_annex(&out, page);
    str_add(&out, S("</body>\n</html>\n"));
    return str_built(&out);
}
