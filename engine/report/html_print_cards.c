#include "group/ballot.h"
#include "report/html_curve.h"
#include "report/html_print_inside.h"

// Two cards a sheet, each 210 × 148 mm; the sheet has no margin of its own, so that the cut is in its middle.
const Str PRINT_CARDS_STYLE = S_INIT(
    "@page{size:A4;margin:0}body{width:210mm}.vote{display:block;width:210mm;height:148.4mm;break-inside:avoid}"
    ".vote:nth-of-type(even){break-after:page}.vote:last-of-type{break-after:auto}.cut{stroke:#8A9B9A;"
    "stroke-width:.4;stroke-dasharray:3 3}.vote text{font-weight:800;font-size:140px;text-anchor:middle;fill:#1D2B2F}");

// Millimetres of a card. Printers leave some five at the edge of a sheet white.
enum {
    WIDTH = 210,
    HEIGHT = 148,
    SIDE = 12,
    PANEL = 72,
    FOOT = HEIGHT - SIDE,
    STEP = 24,
    BAR = STEP / 2,
    UPRIGHT_STEP = 30
};
enum { LEAST_CARDS = 6, LETTER_X = (SIDE + PANEL + WIDTH) / 2, LETTER_Y = 125 };

static int32_t places_of(const Scenario *scenario, const Ask *ask) {
    switch (ask->kind) {
    case ASK_CHOICE:
    case ASK_MULTIPLE:
        return ask->options.count + (ask->own_words != 0);
    case ASK_RATE:
        return scenario->scales.rows[ask->scale].labels.count;
    case ASK_CLASSIFY:
        return ask->bins.count;
    case ASK_NONE:
    case ASK_RANK:
    case ASK_WRITE:
        break;
    }
    return 0;
}

// An even number, for sheets of two.
static int32_t count_cards(const Scenario *scenario) {
    int32_t most = LEAST_CARDS;
    for (AskId i = 1; i < scenario->asks.count; i++) {
        int32_t places = places_of(scenario, &scenario->asks.rows[i]);
        most = places > most ? places : most;
    }
    return (most + 1) / 2 * 2;
}

static void add_block(StrBuilder *out, int32_t x, int32_t y, int32_t width, int32_t height) {
    str_addf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", x, y, width, height);
}

// A band across the panel, whose middle is its peak, or that rises from the left to the right.
static void add_band(StrBuilder *out, int32_t top, bool peaks) {
    int32_t rise = PANEL / 3, right = SIDE + PANEL, middle = SIDE + PANEL / 2;
    if (peaks) {
        str_addf(out, "<path d=\"M%d %dL%d %dL%d %dv%dL%d %dL%d %dz\"/>", SIDE, top + rise, middle, top, right,
                 top + rise, BAR, middle, top + BAR, SIDE, top + rise + BAR);
    } else {
        str_addf(out, "<path d=\"M%d %dL%d %dv%dL%d %dz\"/>", SIDE, top + rise, right, top, BAR, SIDE,
                 top + rise + BAR);
    }
}

static void add_row(StrBuilder *out, BallotPattern pattern, int32_t y) {
    for (int32_t x = SIDE; x + STEP <= SIDE + PANEL && pattern == BALLOT_DOTS; x += STEP) {
        str_addf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"9\"/>", x + BAR, y + BAR);
    }
    for (int32_t x = SIDE; x + STEP <= SIDE + PANEL && pattern == BALLOT_CHECKS; x += STEP) {
        add_block(out, x, y, BAR, BAR);
        add_block(out, x + BAR, y + BAR, BAR, BAR);
    }
    if (pattern == BALLOT_BARS) {
        add_block(out, SIDE, y, PANEL, BAR);
    }
}

static void add_rows(StrBuilder *out, BallotPattern pattern) {
    bool bands = pattern == BALLOT_STRIPES || pattern == BALLOT_CHEVRONS;
    int32_t height = bands ? PANEL / 3 + BAR : pattern == BALLOT_BARS ? BAR : STEP;
    int32_t count = (FOOT - SIDE - height) / STEP + 1, used = (count - 1) * STEP + height;
    for (int32_t y = SIDE + (FOOT - SIDE - used) / 2, i = 0; i < count; y += STEP, i++) {
        if (bands) {
            add_band(out, y, pattern == BALLOT_CHEVRONS);
        } else {
            add_row(out, pattern, y);
        }
    }
}

static void add_pattern(StrBuilder *out, BallotPattern pattern) {
    switch (pattern) {
    case BALLOT_PLAIN:
        add_block(out, SIDE, SIDE, PANEL, FOOT - SIDE);
        break;
    case BALLOT_LINES:
        for (int32_t x = SIDE; x + BAR <= SIDE + PANEL; x += UPRIGHT_STEP) {
            add_block(out, x, SIDE, BAR, FOOT - SIDE);
        }
        break;
    case BALLOT_FRAME:
        str_addf(out, "<path fill-rule=\"evenodd\" d=\"M%d %dh%dv%dh-%dzM%d %dh%dv%dh-%dz\"/>", SIDE, SIDE, PANEL,
                 FOOT - SIDE, PANEL, SIDE + BAR, SIDE + BAR, PANEL - STEP, FOOT - SIDE - STEP, PANEL - STEP);
        break;
    case BALLOT_STRIPES:
    case BALLOT_DOTS:
    case BALLOT_BARS:
    case BALLOT_CHECKS:
    case BALLOT_CHEVRONS:
        add_rows(out, pattern);
        break;
    }
}

// Drawn and not written, so that grounds which a browser does not print are there all the same.
static void add_card(const HtmlPrint *page, StrBuilder *out, char letter, bool upper) {
    BallotLook look;
    if (!ballot_look(letter, &look)) {
        return;
    }
    Str sign = str_format(page->arena, "%c", letter);
    str_addf(out, "<svg class=\"vote\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"", WIDTH, HEIGHT);
    html_add_text(out, catalog_format(page->arena, page->catalog, TR("Card {0}"), &sign, 1));
    Str tint = html_tint(look.tint);
    str_addf(out, "\"><g fill=\"%.*s\">", S_ARG(tint));
    add_pattern(out, look.pattern);
    str_addf(out, "</g><text x=\"%d\" y=\"%d\">%c</text>", LETTER_X, LETTER_Y, letter);
    if (upper) {
        str_addf(out, "<path class=\"cut\" d=\"M0 %dH%d\"/>", HEIGHT, WIDTH);
    }
    str_add(out, S("</svg>\n"));
}

void print_add_cards(const HtmlPrint *page, StrBuilder *out) {
    int32_t count = count_cards(page->scenario);
    for (int32_t i = 0; i < count; i++) {
        add_card(page, out, (char)('A' + i), i % 2 == 0);
    }
}
