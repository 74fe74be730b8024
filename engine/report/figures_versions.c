// Two texts of a case side by side: which decisions were changed, and what was answered to each. Only this is told of
// them together, for nothing can be counted over both.
#include "report/figures_list.h"

#include "analysis/versions.h"

static const Figure NOTHING = {.lack = LACK_NOTHING};

static Figure number(int64_t count) {
    return (Figure){.value = (double)count};
}

// A measure of both sides: "first-share", "second-share".
static void add_pair(const Listing *listing, Str measure, FiguresUnit unit, const Figure *pair) {
    static const char *const SIDES[FIGURES_SIDES] = {"first", "second"};
    for (int32_t side = 0; side < FIGURES_SIDES; side++) {
        Str name = str_format(listing->of->arena, "%s-%.*s", SIDES[side], S_ARG(measure));
        if (unit == FIGURES_PERCENT) {
            listing_add_share(listing, name, pair[side]);
        } else {
            listing_add(listing, name, unit, pair[side]);
        }
    }
}

FiguresOf figures_of_side(const FiguresOf *of, int32_t side) {
    FiguresOf one = *of;
    one.analysis = of->sides[side].analysis;
    return one;
}

const AnalysisDecision *figures_decision_of(const FiguresOf *of, const VersionsDecision *decision, int32_t side) {
    SceneId scene = decision->scenes[side];
    return scene == 0 ? NULL : analysis_find(&of->sides[side].analysis->told, scene);
}

Str figures_change_text(const FiguresOf *of, const VersionsDecision *decision) {
    static const Str PARTS[VERSIONS_PART_COUNT] = {[VERSIONS_TOLD] = TR_INIT("the question"),
                                                   [VERSIONS_ANSWERS] = TR_INIT("the answers"),
                                                   [VERSIONS_REST] = TR_INIT("what follows from the answers")};
    StrBuilder told = {.arena = of->arena};
    for (int32_t side = 0; side < FIGURES_SIDES; side++) {
        if (decision->scenes[side] == 0) {
            Str name = figures_side_name(of, &of->sides[1 - side]);
            return catalog_format(of->arena, of->catalog, TR("only in {0}"), &name, 1);
        }
    }
    for (int32_t part = 0; part < VERSIONS_PART_COUNT; part++) {
        if ((decision->changed >> part & 1) != 0) {
            str_add(&told, told.count > 0 ? S(", ") : (Str){0});
            str_add(&told, catalog_text(of->catalog, PARTS[part]));
        }
    }
    return told.count > 0 ? str_built(&told) : catalog_text(of->catalog, TR("the same in both"));
}

static void list_sides(const FiguresOf *of, FiguresTable *table) {
    for (int32_t side = 0; side < FIGURES_SIDES; side++) {
        const FiguresSide *row = &of->sides[side];
        const Analysis *analysis = &row->analysis->told;
        Listing listing = listing_begin(of, table, S("version"));
        listing.base.title = analysis->scenario->title;
        listing.base.answer = listing_numbered(&listing, "version", row->version);
        listing.base.text = figures_side_name(of, row);
        listing_add_count(&listing, S("sessions"), analysis->sessions);
        listing_add_count(&listing, S("left-out"), analysis->left_out);
        listing_add_count(&listing, S("people"), analysis->people);
        listing_add_count(&listing, S("decisions"), analysis->decisions.count);
        listing_add_day(&listing, S("first-day"), row->first_day);
        listing_add_day(&listing, S("last-day"), row->last_day);
    }
}

static void list_counts(const FiguresOf *of, FiguresTable *table) {
    VersionsCount count = versions_count(of->versions);
    Listing listing = listing_begin(of, table, S("changes"));
    listing_add_count(&listing, S("same"), count.same);
    listing_add_count(&listing, S("changed"), count.changed);
    listing_add_count(&listing, S("alone"), count.alone);
}

// The listing of one decision, with its title where it was told last.
static Listing begin(const FiguresOf *of, FiguresTable *table, Str name, const VersionsDecision *decision) {
    int32_t side = decision->scenes[1] != 0;
    FiguresOf one = figures_of_side(of, side);
    Listing listing = listing_begin(&one, table, name);
    listing_set_decision(&listing, decision->scenes[side]);
    listing.of = of;
    return listing;
}

static void list_change(const FiguresOf *of, FiguresTable *table, const VersionsDecision *decision) {
    static const Str PARTS[VERSIONS_PART_COUNT] = {[VERSIONS_TOLD] = S_INIT("told-changed"),
                                                   [VERSIONS_ANSWERS] = S_INIT("answers-changed"),
                                                   [VERSIONS_REST] = S_INIT("rest-changed")};
    Listing listing = begin(of, table, S("change"), decision);
    Figure there[FIGURES_SIDES], places[FIGURES_SIDES], sessions[FIGURES_SIDES];
    for (int32_t side = 0; side < FIGURES_SIDES; side++) {
        const AnalysisDecision *told = figures_decision_of(of, decision, side);
        SceneId scene = decision->scenes[side];
        there[side] = number(scene != 0);
        places[side] = scene != 0 ? number(figures_decision_number(of->versions->of.scenarios[side], scene)) : NOTHING;
        sessions[side] = scene != 0 ? number(told ? told->sessions : 0) : NOTHING;
    }
    add_pair(&listing, S("there"), FIGURES_YES_NO, there);
    add_pair(&listing, S("number"), FIGURES_COUNT, places);
    add_pair(&listing, S("sessions"), FIGURES_COUNT, sessions);
    for (int32_t part = 0; part < VERSIONS_PART_COUNT; part++) {
        listing_add(&listing, PARTS[part], FIGURES_YES_NO,
                    versions_is_in_both(decision) ? number(decision->changed >> part & 1) : NOTHING);
    }
}

static void list_vote(const FiguresOf *of, FiguresTable *table, const VersionsDecision *decision, int32_t round) {
    Figure sessions[FIGURES_SIDES] = {NOTHING, NOTHING}, agreement[FIGURES_SIDES] = {NOTHING, NOTHING};
    bool any = false;
    for (int32_t side = 0; side < FIGURES_SIDES; side++) {
        const AnalysisDecision *told = figures_decision_of(of, decision, side);
        if (told && told->votes[round].sessions > 0) {
            sessions[side] = number(told->votes[round].sessions);
            agreement[side] = analysis_agreement(&told->votes[round]);
            any = true;
        }
    }
    if (any) {
        Listing listing = begin(of, table, S("vote-pair"), decision);
        listing.base.round = figures_round_word(round);
        add_pair(&listing, S("sessions"), FIGURES_COUNT, sessions);
        add_pair(&listing, S("agreement"), FIGURES_PERCENT, agreement);
    }
}

const DisclosedCell *figures_cell(const FiguresOf *of, const VersionsDecision *decision, const VersionsAnswer *answer,
                                  int32_t side, int32_t round) {
    const AnalysisDecision *told = figures_decision_of(of, decision, side);
    bool there = told && answer->place[side] != VERSIONS_NONE && told->votes[round].sessions > 0;
    const DisclosedCell *cell = there ? &told->votes[round].counts.cells[answer->row[side]][answer->place[side]] : NULL;
    return cell && cell->of > 0 ? cell : NULL;
}

// Says the answer in the words that it had last.
static void set_answer(Listing *listing, const VersionsDecision *decision, const VersionsAnswer *answer) {
    const FiguresOf *of = listing->of;
    int32_t side = answer->place[1] != VERSIONS_NONE;
    FiguresOf one = figures_of_side(of, side);
    const Scenario *scenario = of->versions->of.scenarios[side];
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[decision->scenes[side]].ask];
    listing->of = &one;
    listing_set_item(listing, ask, answer->row[side]);
    listing_set_answer(listing, ask, answer->place[side]);
    listing->of = of;
}

static void list_answer(const FiguresOf *of, FiguresTable *table, const VersionsDecision *decision,
                        const VersionsAnswer *answer, int32_t round) {
    static const Figure HIDDEN = {.lack = LACK_HIDDEN};
    Figure hands[FIGURES_SIDES] = {NOTHING, NOTHING}, asked[FIGURES_SIDES] = {NOTHING, NOTHING},
           shares[FIGURES_SIDES] = {NOTHING, NOTHING};
    bool any = false;
    for (int32_t side = 0; side < FIGURES_SIDES; side++) {
        const DisclosedCell *cell = figures_cell(of, decision, answer, side, round);
        if (cell) {
            hands[side] = cell->hidden ? HIDDEN : number(cell->hands);
            asked[side] = number(cell->of);
            shares[side] = cell->hidden ? HIDDEN : (Figure){.value = (double)cell->hands / (double)cell->of};
            any = true;
        }
    }
    if (any) {
        Listing listing = begin(of, table, S("answer-pair"), decision);
        listing.base.round = figures_round_word(round);
        set_answer(&listing, decision, answer);
        add_pair(&listing, S("hands"), FIGURES_COUNT, hands);
        add_pair(&listing, S("of"), FIGURES_COUNT, asked);
        add_pair(&listing, S("share"), FIGURES_PERCENT, shares);
        listing_add(&listing, S("reworded"), FIGURES_YES_NO, number(answer->reworded));
    }
}

const AnalysisOption *figures_option(const FiguresOf *of, const VersionsDecision *decision,
                                     const VersionsAnswer *answer, int32_t side) {
    const AnalysisDecision *told = figures_decision_of(of, decision, side);
    int32_t place = answer->place[side];
    return told && place != VERSIONS_NONE && place < told->options.count ? &told->options.rows[place] : NULL;
}

// What sessions followed, which is no count of people.
static void list_option(const FiguresOf *of, FiguresTable *table, const VersionsDecision *decision,
                        const VersionsAnswer *answer) {
    Figure offered[FIGURES_SIDES] = {NOTHING, NOTHING}, followed[FIGURES_SIDES] = {NOTHING, NOTHING};
    bool any = false;
    for (int32_t side = 0; side < FIGURES_SIDES; side++) {
        const AnalysisOption *option = figures_option(of, decision, answer, side);
        if (option) {
            offered[side] = number(option->offered);
            followed[side] = number(option->followed);
            any = true;
        }
    }
    if (any) {
        Listing listing = begin(of, table, S("option-pair"), decision);
        set_answer(&listing, decision, answer);
        add_pair(&listing, S("offered"), FIGURES_COUNT, offered);
        add_pair(&listing, S("followed"), FIGURES_COUNT, followed);
    }
}

void figures_list_versions(const FiguresOf *of, FiguresTable *table) {
    list_sides(of, table);
    list_counts(of, table);
    for (int32_t i = 0; i < of->versions->count; i++) {
        const VersionsDecision *decision = &of->versions->rows[i];
        VersionsAnswers answers = versions_answers(of->arena, of->versions, decision);
        list_change(of, table, decision);
        for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
            list_vote(of, table, decision, round);
            for (int32_t j = 0; j < answers.count; j++) {
                list_answer(of, table, decision, &answers.rows[j], round);
            }
        }
        for (int32_t j = 0; j < answers.count; j++) {
            list_option(of, table, decision, &answers.rows[j]);
        }
    }
}
