#include "report/html_debrief.h"

#include "base/date.h"
#include "base/emphasis.h"

// Strokes and marks differ, not colours alone: it may be printed in black.
static const Str COLOURS[] = {S_INIT("#1F6F6B"), S_INIT("#B8492F"), S_INIT("#6B4C86"), S_INIT("#8A5F10"),
                              S_INIT("#2B5C9E"), S_INIT("#8A2451"), S_INIT("#44691F"), S_INIT("#4A4A4A")};
static const Str DASHES[] = {S_INIT(""),     S_INIT("9 4"),          S_INIT("2 4"), S_INIT("12 3 2 3"),
                             S_INIT("18 5"), S_INIT("12 3 2 3 2 3"), S_INIT("5 8"), S_INIT("18 3 5 3")};
enum { KINDS = 8, SHAPES = 4 };

// Outlines around a point; the first half of the kinds is filled, the other hollow.
static const Str MARKS[SHAPES] = {S_INIT("m-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z"), S_INIT("m-5,-5h10v10h-10z"),
                                  S_INIT("m0,-7l7,7l-7,7l-7,-7z"), S_INIT("m0,-7l7,12h-14z")};

enum { LEFT = 40, TOP = 20, WIDTH = 640, HEIGHT = 150, FOOT = 30, LEGEND = 22, SAMPLE = 60 };

static const Str STYLE = S_INIT(
    "@page{margin:14mm}"
    "body{font:15px/1.45 'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,sans-serif;color:#1D2B2F;"
    "background:#FFF;max-width:46em;margin:2em auto;padding:0 1em;overflow-wrap:anywhere}"
    "header p{color:#5A6B70;margin:0}h1{font-size:1.6em;margin:.1em 0 .5em}h2{font-size:1.1em;margin:1.2em 0 .3em}"
    "ul,ol{margin:.2em 0;padding-left:1.5em}li{margin:.15em 0}section>p{color:#5A6B70;font-size:.87em;margin:.2em 0}"
    "svg{width:100%;height:auto}section{break-inside:avoid}"
    "@media print{body{margin:0;font-size:11pt}}");

static void add_escaped(StrBuilder *page, char c) {
    switch (c) {
    case '&':
        str_add(page, S("&amp;"));
        break;
    case '<':
        str_add(page, S("&lt;"));
        break;
    case '>':
        str_add(page, S("&gt;"));
        break;
    case '"':
        str_add(page, S("&quot;"));
        break;
    default:
        str_add_char(page, (unsigned char)c < ' ' && c != '\n' ? ' ' : c);
        break;
    }
}

static void add_text(StrBuilder *page, Str text) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        add_escaped(page, text.text[i]);
    }
}

// A person's own text: line ends kept, stars are stars.
static void add_lines(StrBuilder *page, Str text) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        if (text.text[i] == '\n') {
            str_add(page, S("<br>"));
        } else {
            add_escaped(page, text.text[i]);
        }
    }
}

// An author's text: *emphasis*, line ends kept.
static void add_marked(StrBuilder *page, Str text) {
    EmphasisMarks marks = emphasis_find(page->arena, text);
    int32_t met = 0;
    for (ptrdiff_t i = 0; i < text.len; i++) {
        if (met < marks.count && marks.rows[met] == i) {
            str_add(page, met++ % 2 == 0 ? S("<em>") : S("</em>"));
        } else if (text.text[i] == '\n') {
            str_add(page, S("<br>"));
        } else {
            add_escaped(page, text.text[i]);
        }
    }
}

static void add_paragraph(StrBuilder *page, const char *tag, Str text) {
    if (text.len > 0) {
        str_addf(page, "<%s>", tag);
        add_marked(page, text);
        str_addf(page, "</%s>\n", tag);
    }
}

static int32_t across(const ToldDebrief *debrief, int32_t point) {
    return LEFT + (debrief->point_count > 1 ? point * WIDTH / (debrief->point_count - 1) : 0);
}

static int32_t down(const ToldCurve *curve, int32_t value) {
    return TOP + HEIGHT - (int32_t)((int64_t)(value - curve->min) * HEIGHT / ((int64_t)curve->max - curve->min));
}

// Beyond KINDS the marks move on by one, so that no two curves have the same stroke and mark.
static void add_mark(StrBuilder *out, int32_t index, int32_t x, int32_t y) {
    int32_t kind = (index + index / KINDS) % KINDS;
    Str colour = COLOURS[index % KINDS];
    str_addf(out, "<path d=\"M%d,%d%.*s\" fill=\"%.*s\" stroke=\"%.*s\" stroke-width=\"2\"/>", x, y,
             S_ARG(MARKS[kind % SHAPES]), S_ARG(kind < SHAPES ? colour : S("#FFF")), S_ARG(colour));
}

static void add_curve(StrBuilder *out, const ToldDebrief *debrief, int32_t index) {
    const ToldCurve *curve = &debrief->curves.rows[index];
    str_addf(out, "<polyline fill=\"none\" stroke=\"%.*s\" stroke-width=\"3\" stroke-dasharray=\"%.*s\" points=\"",
             S_ARG(COLOURS[index % KINDS]), S_ARG(DASHES[index % KINDS]));
    for (int32_t i = 0; i < debrief->point_count; i++) {
        str_addf(out, "%d,%d ", across(debrief, i), down(curve, curve->values[i]));
    }
    int32_t at = TOP + HEIGHT + FOOT + LEGEND * (index + 1);
    str_addf(out,
             "\"/><line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%.*s\" stroke-width=\"3\" "
             "stroke-dasharray=\"%.*s\"/><text x=\"%d\" y=\"%d\">",
             LEFT, at - 5, LEFT + SAMPLE, at - 5, S_ARG(COLOURS[index % KINDS]), S_ARG(DASHES[index % KINDS]),
             LEFT + SAMPLE + 10, at);
    add_text(out, curve->name);
    str_add(out, S("</text>"));
    add_mark(out, index, LEFT + SAMPLE / 2, at - 5);
    for (int32_t i = 0; i < debrief->point_count; i++) {
        add_mark(out, index, across(debrief, i), down(curve, curve->values[i]));
    }
    str_add(out, S("\n"));
}

static void add_label(StrBuilder *out, int32_t x, int32_t y, const char *anchor, Str text) {
    str_addf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">", x, y, anchor);
    add_text(out, text);
    str_add(out, S("</text>\n"));
}

// Tells the curves to who does not see them.
static void add_told(StrBuilder *out, const ToldSection *section) {
    for (int32_t i = 0; i < section->rows.count; i++) {
        str_add(out, i > 0 ? S(" ") : S(""));
        add_text(out, section->rows.rows[i].text);
    }
}

static void add_curves(StrBuilder *out, const HtmlDebrief *page, const ToldSection *section) {
    const ToldDebrief *debrief = page->debrief;
    int32_t high = TOP + HEIGHT + FOOT + LEGEND * debrief->curves.count + 10;
    str_add(out, S("<svg role=\"img\" aria-label=\""));
    add_told(out, section);
    str_addf(out, "\" viewBox=\"0 0 %d %d\" font-size=\"14\" fill=\"#1D2B2F\">\n", LEFT + WIDTH + LEFT, high);
    str_addf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#E2DCD2\"/>\n", LEFT, TOP,
             WIDTH, HEIGHT);
    if (debrief->turning > 0) {
        int32_t x = across(debrief, debrief->turning);
        str_addf(out, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#5A6B70\"/>\n", x, TOP, x, TOP + HEIGHT);
        add_label(out, x, TOP - 6, x > LEFT + WIDTH / 2 ? "end" : "start", debrief->turning_words);
    }
    for (int32_t i = 0; i < debrief->curves.count; i++) {
        add_curve(out, debrief, i);
    }
    add_label(out, LEFT, TOP + HEIGHT + LEGEND, "start", debrief->first_point);
    add_label(out, LEFT + WIDTH, TOP + HEIGHT + LEGEND, "end", debrief->last_point);
    str_add(out, S("</svg>\n"));
}

static void add_break(StrBuilder *out, Str text) {
    if (text.len > 0) {
        str_add(out, S("<br>"));
        add_marked(out, text);
    }
}

// A row in one line where it is short; what was answered stands below its decision.
static void add_row(StrBuilder *out, const HtmlDebrief *page, const ToldRow *row, bool stacked) {
    bool hidden = row->own && !page->with_words;
    Str text = hidden ? telling_words(page->telling, TR("in your own words")) : row->text;
    str_add(out, S("<li>"));
    if (stacked) {
        add_marked(out, row->label);
        str_add(out, S("<br>"));
        (row->own ? add_lines : add_marked)(out, text);
        add_break(out, row->mark);
    } else {
        add_marked(out, telling_labelled(page->telling, row->label, text.len > 0 ? text : row->mark));
    }
    for (int32_t i = 0; i < row->more.count; i++) {
        add_break(out, row->more.rows[i]);
    }
    str_add(out, S("</li>\n"));
}

static void add_rows(StrBuilder *out, const HtmlDebrief *page, const ToldSection *section) {
    bool stacked = section->part == DEBRIEF_DECISIONS || section->part == DEBRIEF_PANELS;
    bool numbered = section->part == DEBRIEF_DECISIONS;
    str_add(out, numbered ? S("<ol>\n") : S("<ul>\n"));
    for (int32_t i = 0; i < section->rows.count; i++) {
        add_row(out, page, &section->rows.rows[i], stacked);
    }
    str_add(out, numbered ? S("</ol>") : S("</ul>"));
}

static void add_section(StrBuilder *out, const HtmlDebrief *page, const ToldSection *section) {
    str_add(out, S("<section>"));
    add_paragraph(out, "h2", section->heading);
    add_paragraph(out, "p", section->lead);
    if (section->part == DEBRIEF_CURVES) {
        add_curves(out, page, section);
    } else {
        add_rows(out, page, section);
    }
    for (int32_t i = 0; i < section->notes.count; i++) {
        add_paragraph(out, "p", section->notes.rows[i]);
    }
    str_add(out, S("</section>\n"));
}

static void add_note(StrBuilder *out, const HtmlDebrief *page) {
    if (page->with_words && page->note.len > 0) {
        str_add(out, S("<section>"));
        add_paragraph(out, "h2", telling_words(page->telling, TR("My notes")));
        str_add(out, S("<p>"));
        add_lines(out, page->note);
        str_add(out, S("</p></section>\n"));
    }
}

// "27 November 2026"
static Str date_words(const HtmlDebrief *page) {
    static const Str MONTHS[] = {TR_INIT("January"),   TR_INIT("February"), TR_INIT("March"),    TR_INIT("April"),
                                 TR_INIT("May"),       TR_INIT("June"),     TR_INIT("July"),     TR_INIT("August"),
                                 TR_INIT("September"), TR_INIT("October"),  TR_INIT("November"), TR_INIT("December")};
    Str rest = page->date;
    Str year = str_cut(&rest, '-'), month_part = str_cut(&rest, '-');
    int32_t month = 0, day = 0;
    if (!date_is_valid(page->date) || !str_to_int(month_part, &month) || !str_to_int(rest, &day)) {
        return page->date;
    }
    Str name = telling_words(page->telling, MONTHS[month - 1]);
    return day == 1 ? TELLING_FORMAT(page->telling, TR("1 {0} {1}"), name, year)
                    : TELLING_FORMAT(page->telling, TR("{0} {1} {2}"), telling_number(page->telling, day), name, year);
}

static void add_head(StrBuilder *out, const HtmlDebrief *page) {
    Str title = page->debrief->title;
    str_addf(out, "<!DOCTYPE html>\n<html lang=\"%.*s\">\n<head>\n<meta charset=\"utf-8\">\n", S_ARG(page->language));
    str_add(out, S("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'\">\n<title>"));
    add_text(out, title);
    str_add(out, S("</title>\n<style>"));
    str_add(out, STYLE);
    str_add(out, S("</style>\n</head>\n<body>\n<header>"));
    add_paragraph(out, "p",
                  TELLING_FORMAT(page->telling, TR("Palabre · {0} · {1}"), telling_scenario(page->telling)->title,
                                 date_words(page)));
    add_paragraph(out, "h1", title);
    str_add(out, S("</header>\n"));
}

Str html_debrief(const HtmlDebrief *page) {
    const ToldDebrief *debrief = page->debrief;
    StrBuilder out = {.arena = page->telling->arena};
    add_head(&out, page);
    add_paragraph(&out, "p", debrief->text);
    for (int32_t i = 0; i < debrief->sections.count; i++) {
        const ToldSection *section = &debrief->sections.rows[i];
        if (section->rows.count > 0) {
            add_section(&out, page, section);
        }
        if (section->part == DEBRIEF_QUESTIONS) {
            add_note(&out, page);
        }
    }
    str_add(&out, S("</body>\n</html>\n"));
    return str_built(&out);
}
