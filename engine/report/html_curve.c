#include "report/html_curve.h"

#include "base/utf8.h"
#include "report/html_text.h"

enum { WIDE = 720, NARROW = 360, TALL = 150, TOP = 34, FOOT = 26, LINE = 17, LINES = 4, MARK = 16 };
enum { SIDE = 36, LETTER = 8, GAP = 6, PAD = 10, DASHES = 4 }; // about as wide as letters of that size come

// As in the theme of paper of the window.
static const Str COLOURS[] = {
    [TINT_NONE] = S_INIT("#535A58"),  [TINT_TEAL] = S_INIT("#1F6F6B"), [TINT_TERRACOTTA] = S_INIT("#B8492F"),
    [TINT_OCHRE] = S_INIT("#C98A1B"), [TINT_PLUM] = S_INIT("#6B4C86"), [TINT_NIGHT] = S_INIT("#5A6B70"),
    [TINT_SAND] = S_INIT("#535A58")};

// Outlines around a point.
static const Str MARKS[CURVE_SHAPE_COUNT] = {[CURVE_ROUND] = S_INIT("m-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z"),
                                             [CURVE_SQUARE] = S_INIT("m-5,-5h10v10h-10z"),
                                             [CURVE_DIAMOND] = S_INIT("m0,-7l7,7l-7,7l-7,-7z"),
                                             [CURVE_UP] = S_INIT("m0,-7l7,12h-14z"),
                                             [CURVE_DOWN] = S_INIT("m0,7l7,-12h-14z")};

typedef struct {
    StrBuilder *page;
    const ToldDebrief *debrief;
    uint32_t drawn;
    int32_t width;
} Picture;

static uint32_t drawn_of(const HtmlCurve *curve) {
    uint32_t drawn = curve->drawn;
    for (int32_t i = 0; i < curve->debrief->curves.count && curve->drawn == 0; i++) {
        drawn |= (uint32_t)curve->debrief->curves.rows[i].leads << i;
    }
    return drawn;
}

Str html_tint(Tint tint) {
    return COLOURS[tint];
}

static void add_mark(StrBuilder *page, CurveLook look, int32_t x, int32_t y) {
    Str colour = COLOURS[look.tint];
    str_addf(page, "<path d=\"M%d,%d%.*s\" fill=\"%.*s\" stroke=\"%.*s\" stroke-width=\"2\"/>", x, y,
             S_ARG(MARKS[look.shape]), S_ARG(look.hollow ? S("#FFF") : colour), S_ARG(colour));
}

void html_add_legend(StrBuilder *page, const HtmlCurve *curve) {
    uint32_t drawn = drawn_of(curve);
    str_add(page, S("<ul class=\"legend\">\n"));
    for (int32_t i = 0; i < curve->debrief->curves.count; i++) {
        const ToldCurve *row = &curve->debrief->curves.rows[i];
        if ((drawn >> i & 1) != 0) {
            str_addf(page, "<li><svg class=\"mark\" aria-hidden=\"true\" viewBox=\"0 0 %d %d\">", MARK, MARK);
            add_mark(page, row->look, MARK / 2, MARK / 2);
            str_add(page, S("</svg> "));
            html_add_marked(page, row->name);
            str_add(page, S("</li>\n"));
        }
    }
    str_add(page, S("</ul>\n"));
}

static int32_t across(const Picture *picture, int32_t point) {
    int32_t steps = picture->debrief->point_count - 1;
    return SIDE + (steps > 0 ? point * (picture->width - 2 * SIDE) / steps : 0);
}

static int32_t down(const ToldCurve *curve, int32_t value) {
    return TOP + TALL - (int32_t)((int64_t)(value - curve->min) * TALL / ((int64_t)curve->max - curve->min));
}

// The same strokes as on the screen; those that share a mark with another differ by their dashes too, for who prints in
// black.
static void add_curve(const Picture *picture, const ToldCurve *curve) {
    static const char *const STROKES[DASHES] = {"", "9 4", "2 4", "12 3 2 3"};
    str_addf(picture->page,
             "<polyline fill=\"none\" stroke=\"%.*s\" stroke-width=\"3\" stroke-dasharray=\"%s\" points=\"",
             S_ARG(COLOURS[curve->look.tint]), STROKES[curve->look.again % DASHES]);
    for (int32_t i = 0; i < picture->debrief->point_count; i++) {
        str_addf(picture->page, "%d,%d ", across(picture, i), down(curve, curve->values[i]));
    }
    str_add(picture->page, S("\"/>"));
    for (int32_t i = 0; i < picture->debrief->point_count; i++) {
        add_mark(picture->page, curve->look, across(picture, i), down(curve, curve->values[i]));
    }
    str_add(picture->page, S("\n"));
}

static void add_label(const Picture *picture, int32_t x, int32_t y, const char *anchor, Str text) {
    str_addf(picture->page, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">", x, y, anchor);
    html_add_text(picture->page, text);
    str_add(picture->page, S("</text>\n"));
}

static int32_t width_of(Str text) {
    return utf8_count(text) * LETTER;
}

// Where the first or the last number has no room beside "arrival" or "departure", these stand below all of them.
static bool names_stand_below(const Picture *picture) {
    const ToldDebrief *debrief = picture->debrief;
    int32_t last = debrief->point_count - 1, number = width_of(str_format(picture->page->arena, "%d", last - 1)) / 2;
    return last > 1 &&
           (across(picture, 1) - LETTER / 2 < SIDE + width_of(debrief->first_point) / 2 + GAP ||
            across(picture, last - 1) + number > picture->width - SIDE - width_of(debrief->last_point) / 2 - GAP);
}

static int32_t foot_of(const Picture *picture) {
    return FOOT + (names_stand_below(picture) ? LINE : 0);
}

// Among many decisions those are numbered whose numbers have room; arrival and departure are always named.
static void add_axis(const Picture *picture) {
    const ToldDebrief *debrief = picture->debrief;
    int32_t last = debrief->point_count - 1, y = TOP + TALL + FOOT - 4, names = y + foot_of(picture) - FOOT;
    int32_t free_from = 0;
    for (int32_t i = 0; i < LINES; i++) {
        int32_t at = TOP + TALL * i / (LINES - 1);
        str_addf(picture->page, "<path d=\"M%d,%dH%d\" stroke=\"#E2DCD2\"/>\n", SIDE - PAD, at,
                 picture->width - SIDE + PAD);
    }
    add_label(picture, SIDE, names, "middle", debrief->first_point);
    for (int32_t i = 1; i < last; i++) {
        Str number = str_format(picture->page->arena, "%d", i);
        int32_t x = across(picture, i), half = width_of(number) / 2;
        if (x - half >= free_from) {
            add_label(picture, x, y, "middle", number);
            free_from = x + half + GAP;
        }
    }
    add_label(picture, picture->width - SIDE, names, "middle", debrief->last_point);
}

// Beside its line where it fits, else at the edge; longer than the picture, it is drawn together.
static void add_turning(const Picture *picture) {
    const ToldDebrief *debrief = picture->debrief;
    int32_t x = across(picture, debrief->turning), wide = width_of(debrief->turning_words);
    bool fits = x - PAD / 2 + wide <= picture->width;
    if (debrief->turning == 0) {
        return;
    }
    str_addf(picture->page, "<path d=\"M%d,%dV%d\" stroke=\"#8B8A7F\"/>\n<text y=\"%d\" ", x, TOP - 12, TOP + TALL,
             TOP - 18);
    if (wide > picture->width) {
        str_addf(picture->page, "x=\"0\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\">", picture->width);
    } else {
        str_addf(picture->page, "x=\"%d\" text-anchor=\"%s\">", fits ? x - PAD / 2 : picture->width,
                 fits ? "start" : "end");
    }
    html_add_text(picture->page, debrief->turning_words);
    str_add(picture->page, S("</text>\n"));
}

// Tells the curves to who does not see them.
static void add_told(StrBuilder *page, const ToldDebrief *debrief) {
    const ToldSection *section = debrief_find(debrief, DEBRIEF_CURVES);
    for (int32_t i = 0; section != NULL && i < section->rows.count; i++) {
        str_add(page, i > 0 ? S(" ") : S(""));
        html_add_text(page, section->rows.rows[i].text);
    }
}

static void add_picture(const Picture *picture, const char *name) {
    str_addf(picture->page, "<svg class=\"%s\" role=\"img\" aria-label=\"", name);
    add_told(picture->page, picture->debrief);
    str_addf(picture->page, "\" viewBox=\"0 0 %d %d\" font-size=\"14\" fill=\"#1D2B2F\">\n", picture->width,
             TOP + TALL + foot_of(picture));
    add_axis(picture);
    add_turning(picture);
    for (int32_t i = 0; i < picture->debrief->curves.count; i++) {
        if ((picture->drawn >> i & 1) != 0) {
            add_curve(picture, &picture->debrief->curves.rows[i]);
        }
    }
    str_add(picture->page, S("</svg>\n"));
}

void html_add_curves(StrBuilder *page, const HtmlCurve *curve) {
    Picture picture = {.page = page, .debrief = curve->debrief, .drawn = drawn_of(curve), .width = WIDE};
    add_picture(&picture, "wide");
    picture.width = NARROW;
    add_picture(&picture, "narrow");
}
