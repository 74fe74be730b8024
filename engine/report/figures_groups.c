// Two groups, or two days, side by side: where their ways parted first, how far each agreed, what each followed.
#include "report/figures_list.h"

static void list_parting(const FiguresOf *of, FiguresTable *table, const FiguresParting *parting) {
    Listing listing = listing_begin(of, table, S("parting"));
    for (int32_t i = 0; i < FIGURES_SIDES && parting->ways[i] && parting->at > 0; i++) {
        const AnalysisStep *step = &parting->ways[i]->steps[parting->at - 1];
        listing_set_decision(&listing, step->scene);
        listing.base.answer = listing_numbered(&listing, "group", i + 1);
        listing.base.text = figures_step_text(of, step);
        listing.base.point = parting->at;
        listing_add_count(&listing, S("sessions"), parting->ways[i]->sessions);
    }
}

static void list_sides(const FiguresOf *of, FiguresTable *table) {
    FiguresParting parting = figures_parting(of->sides);
    Listing listing = listing_begin(of, table, S("group"));
    for (int32_t i = 0; i < FIGURES_SIDES; i++) {
        const Analysis *analysis = &of->sides[i].analysis->told;
        listing.base.answer = listing_numbered(&listing, "group", i + 1);
        listing.base.text = figures_side_name(of, &of->sides[i]);
        listing_add_count(&listing, S("sessions"), analysis->sessions);
        listing_add_count(&listing, S("people"), analysis->people);
        if (i > 0 && parting.ways[0]) {
            listing_add_count(&listing, S("parts-at"), analysis_divergence(parting.ways[0], parting.ways[1]));
        }
    }
    list_parting(of, table, &parting);
}

// One decision of one of them, by whose number its rows are known.
static void list_decision(const FiguresOf *of, FiguresTable *table, int32_t side, const AnalysisDecision *decision) {
    const Scenario *scenario = of->analysis->told.scenario;
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[decision->scene].ask];
    Listing listing = listing_begin(of, table, S("group-decision"));
    listing_set_decision(&listing, decision->scene);
    listing.base.answer = listing_numbered(&listing, "group", side + 1);
    listing.base.text = figures_side_name(of, &of->sides[side]);
    listing_add_count(&listing, S("sessions"), decision->sessions);
    listing.base.table = S("group-vote");
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        if (decision->votes[round].sessions > 0) {
            listing.base.round = figures_round_word(round);
            listing_add_count(&listing, S("sessions"), decision->votes[round].sessions);
            listing_add_share(&listing, S("agreement"), analysis_agreement(&decision->votes[round]));
        }
    }
    listing.base.table = S("group-option");
    listing.base.round = (Str){0};
    listing.base.item = listing.base.answer;
    for (int32_t i = 0; i < decision->options.count; i++) {
        listing_set_answer(&listing, ask, i);
        listing_add_count(&listing, S("offered"), decision->options.rows[i].offered);
        listing_add_count(&listing, S("followed"), decision->options.rows[i].followed);
    }
}

void figures_list_groups(const FiguresOf *of, FiguresTable *table) {
    list_sides(of, table);
    for (int32_t i = 0; i < of->analysis->told.decisions.count; i++) {
        for (int32_t side = 0; side < FIGURES_SIDES; side++) {
            const AnalysisDecision *decision =
                analysis_find(&of->sides[side].analysis->told, of->analysis->told.decisions.rows[i].scene);
            if (decision) {
                list_decision(of, table, side, decision);
            }
        }
    }
}
