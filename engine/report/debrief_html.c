#include "report/debrief_html.h"

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
    "background:#FFF;max-width:46em;margin:2em auto;padding:0 1em}"
    "header p{color:#5A6B70;margin:0}h1{font-size:1.6em;margin:.1em 0 .5em}h2{font-size:1.1em;margin:1.2em 0 .3em}"
    "ul{margin:.2em 0;padding-left:1.2em}li{margin:.15em 0}small,footer{color:#5A6B70;font-size:.87em}"
    "svg{width:100%;height:auto}section{break-inside:avoid}footer{margin-top:1.6em;border-top:1px solid #E2DCD2}"
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

static int32_t across(const DebriefPage *page, int32_t point) {
    return LEFT + (page->point_count > 1 ? point * WIDTH / (page->point_count - 1) : 0);
}

static int32_t down(const PageCurve *curve, int32_t value) {
    return TOP + HEIGHT - (int32_t)((int64_t)(value - curve->min) * HEIGHT / ((int64_t)curve->max - curve->min));
}

// Beyond KINDS the marks move on by one, so that no two curves have the same stroke and mark.
static void add_mark(StrBuilder *out, int32_t index, int32_t x, int32_t y) {
    int32_t kind = (index + index / KINDS) % KINDS;
    Str colour = COLOURS[index % KINDS];
    str_addf(out, "<path d=\"M%d,%d%.*s\" fill=\"%.*s\" stroke=\"%.*s\" stroke-width=\"2\"/>", x, y,
             S_ARG(MARKS[kind % SHAPES]), S_ARG(kind < SHAPES ? colour : S("#FFF")), S_ARG(colour));
}

static void add_curve(StrBuilder *out, const DebriefPage *page, int32_t index) {
    const PageCurve *curve = &page->curves[index];
    str_addf(out, "<polyline fill=\"none\" stroke=\"%.*s\" stroke-width=\"3\" stroke-dasharray=\"%.*s\" points=\"",
             S_ARG(COLOURS[index % KINDS]), S_ARG(DASHES[index % KINDS]));
    for (int32_t i = 0; i < page->point_count; i++) {
        str_addf(out, "%d,%d ", across(page, i), down(curve, curve->values[i]));
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
    for (int32_t i = 0; i < page->point_count; i++) {
        add_mark(out, index, across(page, i), down(curve, curve->values[i]));
    }
    str_add(out, S("\n"));
}

static void add_label(StrBuilder *out, int32_t x, int32_t y, const char *anchor, Str text) {
    str_addf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">", x, y, anchor);
    add_text(out, text);
    str_add(out, S("</text>\n"));
}

static void add_curves(StrBuilder *out, const DebriefPage *page) {
    if (page->curve_count == 0 || page->point_count < 2) {
        return;
    }
    int32_t high = TOP + HEIGHT + FOOT + LEGEND * page->curve_count + 10;
    str_add(out, S("<section>"));
    add_paragraph(out, "h2", page->curves_heading);
    str_add(out, S("<svg role=\"img\" aria-label=\""));
    add_text(out, page->curves_label);
    str_addf(out, "\" viewBox=\"0 0 %d %d\" font-size=\"14\" fill=\"#1D2B2F\">\n", LEFT + WIDTH + LEFT, high);
    str_addf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#E2DCD2\"/>\n", LEFT, TOP,
             WIDTH, HEIGHT);
    if (page->turning > 0) {
        int32_t x = across(page, page->turning);
        str_addf(out, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#5A6B70\"/>\n", x, TOP, x, TOP + HEIGHT);
        add_label(out, x, TOP - 6, x > LEFT + WIDTH / 2 ? "end" : "start", page->turning_label);
    }
    for (int32_t i = 0; i < page->curve_count; i++) {
        add_curve(out, page, i);
    }
    add_label(out, LEFT, TOP + HEIGHT + LEGEND, "start", page->first_point);
    add_label(out, LEFT + WIDTH, TOP + HEIGHT + LEGEND, "end", page->last_point);
    str_add(out, S("</svg></section>\n"));
}

static void add_section(StrBuilder *out, const PageSection *section) {
    str_add(out, S("<section>"));
    add_paragraph(out, "h2", section->heading);
    str_add(out, section->count > 0 ? S("<ul>\n") : S(""));
    for (int32_t i = 0; i < section->count; i++) {
        add_paragraph(out, "li", section->rows[i]);
    }
    str_add(out, section->count > 0 ? S("</ul>") : S(""));
    add_paragraph(out, "small", section->note);
    str_add(out, S("</section>\n"));
}

Str debrief_html(Arena *arena, const DebriefPage *page) {
    StrBuilder out = {.arena = arena};
    str_addf(&out, "<!DOCTYPE html>\n<html lang=\"%.*s\">\n<head>\n<meta charset=\"utf-8\">\n", S_ARG(page->language));
    str_add(&out, S("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                    "style-src 'unsafe-inline'\">\n<title>"));
    add_text(&out, page->title);
    str_add(&out, S("</title>\n<style>"));
    str_add(&out, STYLE);
    str_add(&out, S("</style>\n</head>\n<body>\n<header>"));
    add_paragraph(&out, "p", page->subtitle);
    add_paragraph(&out, "h1", page->title);
    str_add(&out, S("</header>\n"));
    add_paragraph(&out, "p", page->lead);
    for (int32_t i = 0; i < page->section_count; i++) {
        if (i == page->curves_after) {
            add_curves(&out, page);
        }
        add_section(&out, &page->sections[i]);
    }
    if (page->curves_after >= page->section_count) {
        add_curves(&out, page);
    }
    str_add(&out, S("<footer>"));
    add_paragraph(&out, "p", page->footer);
    str_add(&out, S("</footer>\n</body>\n</html>\n"));
    return str_built(&out);
}
