// Gauges and facts on paper: how they stand at the beginning, and what moves them besides answers.
#include "report/html_print_paper.h"

enum { BOXES = 10 };

static Str add_sentence(const Paper *paper, Str before, Str more) {
    return before.len > 0 ? PAPER_FORMAT(paper, TR("{0}; {1}"), before, more) : more;
}

static Str tell_moves(const Paper *paper, const Gauge *gauge) {
    Str moves = {0};
    if (gauge->drift != 0) {
        Str drift = str_format(paper->page->arena, "%s%.*s", gauge->drift > 0 ? "+" : "",
                               S_ARG(paper_number(paper, gauge->drift)));
        moves = gauge->drift_floor != NOT_SAID ? PAPER_FORMAT(paper, TR("{0} after each answer, as far as {1}"), drift,
                                                              paper_number(paper, gauge->drift_floor))
                                               : PAPER_FORMAT(paper, TR("{0} after each answer"), drift);
    }
    if (gauge->rise_cap > 0) {
        moves = add_sentence(
            paper, moves, PAPER_FORMAT(paper, TR("one answer adds {0} at most"), paper_number(paper, gauge->rise_cap)));
    }
    return gauge->halve_when != 0 ? add_sentence(paper, moves,
                                                 PAPER_FORMAT(paper, TR("what it gains is halved {0}"),
                                                              paper_condition(paper, gauge->halve_when)))
                                  : moves;
}

static Str tell_bands(const Paper *paper, const Gauge *gauge) {
    StrBuilder words = {.arena = paper->page->arena};
    for (int32_t i = 0; i < gauge->bands.count; i++) {
        const GaugeBand *band = &paper->scenario->gauge_bands.rows[gauge->bands.first + i];
        Str to = PAPER_FORMAT(paper, TR("up to {0}: {1}"), paper_number(paper, band->to), band->word);
        str_addf(&words, "%s%.*s", i > 0 ? ", " : "", S_ARG(to));
    }
    return str_built(&words);
}

static void add_gauge(const Paper *paper, int32_t row, bool counts) {
    const Gauge *gauge = &paper->scenario->gauges.rows[row];
    Str name = PAPER_FORMAT(paper, TR("{0}: {1} ({2} to {3})"), telling_gauge_name(&paper->telling, row),
                            paper_number(paper, gauge->start), paper_number(paper, gauge->min),
                            paper_number(paper, gauge->max));
    if (counts) {
        str_add(paper->out, S("<div class=\"gauge\">"));
        html_add_element(paper->out, "span", "strong", name);
        for (int32_t i = 0; i < BOXES; i++) {
            str_add(paper->out, S("<i></i>"));
        }
        str_add(paper->out, S("</div>\n"));
    } else {
        paper_add(paper, "p", "strong", name);
        paper_add(paper, "p", "marks", tell_bands(paper, gauge));
    }
    paper_add(paper, "p", "marks", tell_moves(paper, gauge));
}

static void add_fact(const Paper *paper, int32_t row) {
    const Fact *fact = &paper->scenario->facts.rows[row];
    str_add(paper->out, S("<p><span class=\"tick\"></span>"));
    html_add_marked(paper->out, fact->about.len > 0 ? fact->about : scenario_name(paper->scenario, fact->id));
    str_add(paper->out, S("</p>\n"));
    if (fact->on != 0) {
        paper_add(paper, "p", "marks", PAPER_FORMAT(paper, TR("becomes true {0}"), paper_condition(paper, fact->on)));
    }
    if (fact->off != 0) {
        paper_add(paper, "p", "marks",
                  PAPER_FORMAT(paper, TR("is no longer true {0}"), paper_condition(paper, fact->off)));
    }
}

void paper_add_state(const Paper *paper, bool counts) {
    Span gauges = paper->scenario->gauge_rows, facts = paper->scenario->fact_rows;
    for (int32_t i = 0; i < gauges.count; i++) {
        add_gauge(paper, gauges.first + i, counts);
    }
    for (int32_t i = 0; i < facts.count; i++) {
        add_fact(paper, facts.first + i);
    }
}
