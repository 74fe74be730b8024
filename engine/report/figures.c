#include "report/figures_list.h"

#include "base/date.h"
#include "scenario/shape.h"
#include "session/response.h"
#include "told/telling.h"

static const double HUNDRED = 100, MINUTE_MS = 60000;

void listing_add(const Listing *listing, Str measure, FiguresUnit unit, Figure figure) {
    FiguresRow *row = rows_append(listing->of->arena, listing->table);
    *row = listing->base;
    row->measure = measure;
    row->unit = unit;
    row->figure = figure;
}

void listing_add_count(const Listing *listing, Str measure, int64_t count) {
    listing_add(listing, measure, FIGURES_COUNT, (Figure){.value = (double)count});
}

void listing_add_flag(const Listing *listing, Str measure, bool holds, bool open) {
    listing_add(listing, measure, FIGURES_YES_NO, open ? (Figure){.lack = LACK_HIDDEN} : (Figure){.value = holds});
}

// Takes a share from 0 to 1.
void listing_add_share(const Listing *listing, Str measure, Figure figure) {
    listing_add(listing, measure, FIGURES_PERCENT, (Figure){figure.value * HUNDRED, figure.lack});
}

static void add_spread(const Listing *listing, Str prefix, FiguresUnit unit, Spread spread) {
    const struct {
        const char *name;
        double value;
    } PARTS[] = {{"median", spread.median}, {"low", spread.low}, {"high", spread.high}};
    for (int32_t i = 0; i < COUNT(PARTS); i++) {
        Str measure = str_format(listing->of->arena, "%.*s%s", S_ARG(prefix), PARTS[i].name);
        listing_add(listing, measure, unit, (Figure){.value = PARTS[i].value});
    }
}

void listing_add_day(const Listing *listing, Str measure, Str day) {
    if (day.len > 0) {
        listing_add(listing, measure, FIGURES_DAY, (Figure){0});
        listing->table->rows[listing->table->count - 1].day = day;
    }
}

static Telling telling_of(const FiguresOf *of, Session *session) {
    *session = (Session){.scenario = of->analysis->told.scenario};
    return (Telling){.session = session, .catalog = of->catalog, .arena = of->arena};
}

static const Ask *ask_of(const FiguresOf *of, SceneId scene) {
    const Scenario *scenario = of->analysis->told.scenario;
    return &scenario->asks.rows[scenario->scenes.rows[scene].ask];
}

void figures_note_session(FiguresOf *of, Str begun, Str label) {
    bool first = of->first_day.len == 0;
    of->first_day = first || str_compare(begun, of->first_day) < 0 ? begun : of->first_day;
    of->last_day = first || str_compare(begun, of->last_day) > 0 ? begun : of->last_day;
    of->group = first || str_equal(label, of->group) ? label : (Str){0};
}

int32_t figures_decision_number(const Scenario *scenario, SceneId scene) {
    int32_t number = 0;
    for (SceneId i = 1; i <= scene; i++) {
        number += scenario->scenes.rows[i].ask != 0;
    }
    return number;
}

Str figures_title(const FiguresOf *of, SceneId scene) {
    Session session;
    Telling telling = telling_of(of, &session);
    return telling_scene_title(&telling, scene);
}

Str figures_gauge_name(const FiguresOf *of, GaugeId gauge) {
    Session session;
    Telling telling = telling_of(of, &session);
    return telling_gauge_name(&telling, gauge);
}

Str figures_answer_text(const FiguresOf *of, const Ask *ask, int32_t cell) {
    Session session;
    Telling telling = telling_of(of, &session);
    if (cell == DISCLOSED_ABSTAINED) {
        return catalog_text(of->catalog, TR("abstentions"));
    }
    if (ask->items.count > 0) {
        return telling_place(&telling, ask, cell);
    }
    return cell == ask->options.count ? catalog_text(of->catalog, TR("in your own words"))
                                      : telling_option_label(&telling, ask->options.first + cell);
}

Str figures_step_text(const FiguresOf *of, const AnalysisStep *step) {
    Session session;
    Telling telling = telling_of(of, &session);
    const Ask *ask = ask_of(of, step->scene);
    if (ask->private_answer) {
        return (Str){0};
    }
    if (answer_is_typed(ask, &step->answer)) {
        return catalog_text(of->catalog, TR("in your own words"));
    }
    return ask->kind == ASK_CHOICE && step->answer.option > 0 ? telling_option_label(&telling, step->answer.option)
                                                              : telling_answer(&telling, ask, &step->answer);
}

Str figures_move_text(const FiguresOf *of, const Ask *ask, const AnalysisMove *move) {
    const Str PARTS[] = {figures_answer_text(of, ask, move->from), figures_answer_text(of, ask, move->to)};
    return catalog_format(of->arena, of->catalog, TR("{0} → {1}"), PARTS, COUNT(PARTS));
}

Str figures_attitude_id(Attitude attitude) {
    return WORDS_ATTITUDE.words[attitude - 1];
}

Str figures_tag_name(const FiguresOf *of, Str id) {
    return of->framework ? framework_tag_name(of->framework, id, of->language) : id;
}

Figure figures_profile(const Profile *profile) {
    bool few = profile_word(*profile) == PROFILE_TOO_FEW;
    return few ? (Figure){.lack = LACK_NOTHING}
               : (Figure){.value = (double)(profile->sum - profile->low) / (double)(profile->high - profile->low)};
}

Str figures_sure_text(const FiguresOf *of, int32_t level) {
    Session session;
    Telling telling = telling_of(of, &session);
    return telling_confidence(&telling, level);
}

Str listing_name(const Listing *listing, const char *kind, Name name) {
    return str_format(listing->of->arena, "%s-%.*s", kind,
                      S_ARG(scenario_name(listing->of->analysis->told.scenario, name)));
}

Str listing_numbered(const Listing *listing, const char *kind, int32_t number) {
    return str_format(listing->of->arena, "%s-%d", kind, number);
}

Listing listing_begin(const FiguresOf *of, FiguresTable *table, Str name) {
    return (Listing){of, table, {.table = name, .point = FIGURES_NO_POINT}};
}

void listing_set_decision(Listing *listing, SceneId scene) {
    listing->base.decision =
        listing_name(listing, "scene", listing->of->analysis->told.scenario->scenes.rows[scene].id);
    listing->base.title = figures_title(listing->of, scene);
}

static void list_case(const FiguresOf *of, FiguresTable *table) {
    const Analysis *analysis = &of->analysis->told;
    Listing listing = listing_begin(of, table, S("case"));
    listing.base.title = analysis->scenario->title;
    listing.base.text = of->group;
    listing_add_count(&listing, S("sessions"), analysis->sessions);
    listing_add_count(&listing, S("left-out"), analysis->left_out);
    listing_add_count(&listing, S("people"), analysis->people);
    listing_add_count(&listing, S("fewest"), analysis->fewest);
    listing_add_count(&listing, S("largest"), analysis->largest);
    listing_add_count(&listing, S("decisions"), analysis->decisions.count);
    listing_add_count(&listing, S("ways"), analysis->way_count);
    listing_add_day(&listing, S("first-day"), of->first_day);
    listing_add_day(&listing, S("last-day"), of->last_day);
}

static void set_ending(Listing *listing, SceneId scene) {
    const Scenario *scenario = listing->of->analysis->told.scenario;
    const Scene *row = &scenario->scenes.rows[scene];
    listing->base.answer = scene == 0 ? S("unfinished") : listing_name(listing, "ending", row->id);
    listing->base.text = scenario->endings.rows[row->ending].title;
}

static void list_endings(const FiguresOf *of, FiguresTable *table) {
    Listing listing = listing_begin(of, table, S("ending"));
    for (int32_t i = 0; i < of->analysis->told.endings.count; i++) {
        set_ending(&listing, of->analysis->told.endings.rows[i].scene);
        listing_add_count(&listing, S("sessions"), of->analysis->told.endings.rows[i].sessions);
    }
}

static void add_jumped(const Listing *listing, bool jumped) {
    if (jumped) {
        listing_add_flag(listing, S("jumped"), true, false);
    }
}

static void list_way(const FiguresOf *of, FiguresTable *table, int32_t number) {
    const AnalysisWay *first = &of->analysis->told.ways.rows[0], *way = &of->analysis->told.ways.rows[number - 1];
    Listing listing = listing_begin(of, table, S("way"));
    set_ending(&listing, way->ending);
    listing.base.answer = listing_numbered(&listing, "way", number);
    listing_add_count(&listing, S("sessions"), way->sessions);
    listing_add_count(&listing, S("decisions"), way->count);
    if (number > 1) {
        listing_add_count(&listing, S("parts-at"), analysis_divergence(first, way));
    }
    add_jumped(&listing, way->jumped);
    listing.base.table = S("step");
    for (int32_t i = 0; i < way->count; i++) {
        listing_set_decision(&listing, way->steps[i].scene);
        listing.base.text = figures_step_text(of, &way->steps[i]);
        listing.base.point = i + 1;
        listing_add_count(&listing, S("sessions"), way->sessions);
        add_jumped(&listing, way->steps[i].jumped);
    }
}

static void list_profile(const FiguresOf *of, FiguresTable *table, int32_t number) {
    const Scenario *scenario = of->analysis->told.scenario;
    const AnalysisWay *way = &of->analysis->told.ways.rows[number - 1];
    Listing listing = listing_begin(of, table, S("profile"));
    for (CompetencyId c = 1; c < scenario->competencies.count; c++) {
        const Competency *competency = &scenario->competencies.rows[c];
        set_ending(&listing, way->ending);
        listing.base.answer = listing_numbered(&listing, "way", number);
        listing.base.item = listing_name(&listing, "competency", competency->id);
        listing.base.title = competency->name;
        listing_add_share(&listing, S("marks"), figures_profile(&way->profiles[c]));
        listing_add_count(&listing, S("occasions"), way->profiles[c].occasions);
    }
}

FiguresParting figures_parting(const FiguresSide *sides) {
    const Analysis *one = &sides[0].analysis->told, *other = &sides[1].analysis->told;
    if (one->ways.count == 0 || other->ways.count == 0) {
        return (FiguresParting){0};
    }
    return (FiguresParting){.ways = {&one->ways.rows[0], &other->ways.rows[0]},
                            .at = analysis_parting(&one->ways.rows[0], &other->ways.rows[0])};
}

Str figures_side_name(const FiguresOf *of, const FiguresSide *side) {
    if (of->versions) {
        return catalog_text(of->catalog, side == of->sides ? TR("the older text") : TR("the later text"));
    }
    return side->label.len > 0 ? side->label : date_told(of->arena, of->catalog, side->day);
}

static void set_tag(Listing *listing, const char *kind, Str id) {
    const FiguresOf *of = listing->of;
    listing->base.answer = str_format(of->arena, "%s-%.*s", kind, S_ARG(id));
    listing->base.text = figures_tag_name(of, id);
}

static void set_met(Listing *listing, const AnalysisMet *met) {
    const Scenario *scenario = listing->of->analysis->told.scenario;
    switch (met->kind) {
    case ANALYSIS_TRAP:
        listing->base.table = S("trap");
        set_tag(listing, "trap", scenario_name(scenario, met->of));
        break;
    case ANALYSIS_ATTITUDE:
        listing->base.table = S("attitude");
        set_tag(listing, "attitude", figures_attitude_id((Attitude)met->of));
        break;
    case ANALYSIS_DETECTOR:
        listing->base.table = S("detector");
        listing->base.answer = listing_name(listing, "detector", scenario->detectors.rows[met->of].id);
        listing->base.text = scenario->detectors.rows[met->of].name;
        break;
    case ANALYSIS_MUST:
    case ANALYSIS_AVOID:
        listing->base.table = S("passage");
        listing->base.answer = listing_name(listing, "scene", scenario->scenes.rows[met->of].id);
        listing->base.text = figures_title(listing->of, met->of);
        break;
    }
}

static void list_met(const FiguresOf *of, FiguresTable *table) {
    for (int32_t i = 0; i < of->analysis->told.met.count; i++) {
        const AnalysisMet *met = &of->analysis->told.met.rows[i];
        bool step = met->kind == ANALYSIS_MUST || met->kind == ANALYSIS_AVOID;
        Listing listing = listing_begin(of, table, (Str){0});
        set_met(&listing, met);
        listing_add_count(&listing, S("sessions"), met->sessions);
        if (step) {
            listing_add_flag(&listing, S("must"), met->kind == ANALYSIS_MUST, false);
        } else {
            listing_add_count(&listing, S("times"), met->times);
        }
    }
}

static void list_flows(const FiguresOf *of, FiguresTable *table) {
    const Scenario *scenario = of->analysis->told.scenario;
    for (int32_t i = 0; i < of->analysis->told.flows.count; i++) {
        const AnalysisFlow *flow = &of->analysis->told.flows.rows[i];
        Listing listing = listing_begin(of, table, S("flow"));
        listing_set_decision(&listing, flow->from);
        if (scenario->scenes.rows[flow->to].ending != 0) {
            set_ending(&listing, flow->to);
        } else {
            listing.base.answer = listing_name(&listing, "scene", scenario->scenes.rows[flow->to].id);
            listing.base.text = figures_title(of, flow->to);
        }
        listing_add_count(&listing, S("sessions"), flow->sessions);
    }
}

static void list_decision(const FiguresOf *of, FiguresTable *table, const AnalysisDecision *decision) {
    Listing listing = listing_begin(of, table, S("decision"));
    listing_set_decision(&listing, decision->scene);
    listing.base.point = figures_decision_number(of->analysis->told.scenario, decision->scene);
    listing_add_count(&listing, S("sessions"), decision->sessions);
    Spread spent = {decision->spent_ms.low / MINUTE_MS, decision->spent_ms.median / MINUTE_MS,
                    decision->spent_ms.high / MINUTE_MS};
    add_spread(&listing, S("spent-"), FIGURES_MINUTES, spent);
    listing_add_count(&listing, S("paired"), decision->paired);
    listing_add_share(&listing, S("shift"), decision->shift);
    listing_add_count(&listing, S("panel"), decision->panel_size);
    if (response_waits(of->analysis->told.scenario)) {
        return;
    }
    listing_add_flag(&listing, S("contested"), decision->contested, false);
    listing_add_flag(&listing, S("flips"), decision->flips, false);
    listing_add(&listing, S("most"), FIGURES_POINTS, (Figure){.value = decision->most});
    listing_add(&listing, S("facility"), FIGURES_PERCENT, decision->item.facility);
    listing_add(&listing, S("discrimination"), FIGURES_PERCENT, decision->item.discrimination);
    listing_add(&listing, S("efficiency"), FIGURES_PERCENT, decision->item.efficiency);
}

void listing_set_answer(Listing *listing, const Ask *ask, int32_t cell) {
    const Scenario *scenario = listing->of->analysis->told.scenario;
    listing->base.text = figures_answer_text(listing->of, ask, cell);
    if (cell == DISCLOSED_ABSTAINED) {
        listing->base.answer = S("abstained");
        listing->base.text = (Str){0};
    } else if (ask->kind == ASK_CLASSIFY) {
        listing->base.answer = listing_name(listing, "bin", scenario->bins.rows[ask->bins.first + cell].id);
    } else if (ask->kind == ASK_RATE) {
        listing->base.answer = listing_numbered(listing, "level", cell);
    } else if (cell == ask->options.count) {
        listing->base.answer = S("own-words");
        listing->base.text = (Str){0};
    } else {
        listing->base.answer = listing_name(listing, "option", scenario->options.rows[ask->options.first + cell].id);
    }
}

static void add_cell(const Listing *listing, const DisclosedCell *cell) {
    Figure hidden = {.lack = LACK_HIDDEN};
    Interval interval = cell->hidden ? (Interval){0} : stats_wilson(cell->hands, cell->of);
    Figure share = {.value = cell->hidden ? 0 : (double)cell->hands / (double)cell->of};
    listing_add(listing, S("hands"), FIGURES_COUNT, cell->hidden ? hidden : (Figure){.value = (double)cell->hands});
    listing_add_count(listing, S("of"), cell->of);
    listing_add_share(listing, S("share"), cell->hidden ? hidden : share);
    listing_add_share(listing, S("share-low"), cell->hidden ? hidden : (Figure){.value = interval.low});
    listing_add_share(listing, S("share-high"), cell->hidden ? hidden : (Figure){.value = interval.high});
}

void listing_set_item(Listing *listing, const Ask *ask, int32_t row) {
    if (ask->items.count > 0) {
        const Item *item = &listing->of->analysis->told.scenario->items.rows[ask->items.first + row];
        listing->base.item = listing_name(listing, "item", item->id);
        listing->base.title = item->text;
    }
}

static void list_row(Listing *listing, const Ask *ask, const Disclosed *counts, int32_t row) {
    listing_set_item(listing, ask, row);
    listing->base.table = S("vote");
    listing->base.answer = listing->base.text = (Str){0};
    listing_add_count(listing, S("voters"), counts->voters[row]);
    listing->base.table = S("answer");
    for (int32_t cell = 0; cell < DISCLOSED_CELLS; cell++) {
        if (counts->cells[row][cell].of > 0) {
            listing_set_answer(listing, ask, cell);
            add_cell(listing, &counts->cells[row][cell]);
        }
    }
}

Str figures_round_word(int32_t round) {
    static const Str ROUNDS[ANALYSIS_ROUNDS] = {S_INIT("before"), S_INIT("after")};
    return ROUNDS[round];
}

static void list_votes(const FiguresOf *of, FiguresTable *table, const AnalysisDecision *decision) {
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        const AnalysisVote *vote = &decision->votes[round];
        Listing listing = listing_begin(of, table, S("vote"));
        listing_set_decision(&listing, decision->scene);
        listing.base.round = figures_round_word(round);
        if (vote->sessions + vote->left_out == 0) {
            continue;
        }
        listing_add_count(&listing, S("sessions"), vote->sessions);
        listing_add_count(&listing, S("left-out"), vote->left_out);
        listing_add_share(&listing, S("dispersion"), vote->dispersion);
        listing_add_share(&listing, S("agreement"), analysis_agreement(vote));
        listing_add_share(&listing, S("concordance"), vote->concordance);
        for (int32_t row = 0; row < vote->counts.rows; row++) {
            list_row(&listing, ask_of(of, decision->scene), &vote->counts, row);
        }
    }
}

static void list_moves(const FiguresOf *of, FiguresTable *table, const AnalysisDecision *decision) {
    const Ask *ask = ask_of(of, decision->scene);
    for (int32_t i = 0; i < decision->moves.count; i++) {
        const AnalysisMove *move = &decision->moves.rows[i];
        Listing listing = listing_begin(of, table, S("move"));
        listing_set_decision(&listing, decision->scene);
        listing_set_answer(&listing, ask, move->to);
        listing.base.item = listing.base.answer;
        listing_set_answer(&listing, ask, move->from);
        listing.base.text = figures_move_text(of, ask, move);
        listing_add_count(&listing, S("at-least"), move->low);
        listing_add_count(&listing, S("at-most"), move->high);
        listing_add_count(&listing, S("sessions"), decision->moved);
        listing_add_count(&listing, S("apart"), decision->moved_apart);
    }
}

static void list_options(const FiguresOf *of, FiguresTable *table, const AnalysisDecision *decision) {
    Listing listing = listing_begin(of, table, S("option"));
    listing_set_decision(&listing, decision->scene);
    for (int32_t i = 0; i < decision->options.count; i++) {
        const AnalysisOption *option = &decision->options.rows[i];
        listing_set_answer(&listing, ask_of(of, decision->scene), i);
        listing_add_count(&listing, S("offered"), option->offered);
        listing_add_count(&listing, S("followed"), option->followed);
        listing_add_flag(&listing, S("never"), option->never, option->open);
        listing_add_flag(&listing, S("always"), option->always, option->open);
        if (!response_waits(of->analysis->told.scenario)) {
            listing_add_flag(&listing, S("recommended"), option->recommended, false);
        }
        listing_add(&listing, S("panel"), FIGURES_COUNT,
                    decision->panel_size > 0 ? (Figure){.value = option->panel} : (Figure){.lack = LACK_NOTHING});
    }
}

static void list_sure(const FiguresOf *of, FiguresTable *table, const AnalysisDecision *decision) {
    Listing listing = listing_begin(of, table, S("sure"));
    listing_set_decision(&listing, decision->scene);
    for (int32_t i = 0; i < ANALYSIS_SURE; i++) {
        if (decision->sure[i].sessions > 0) {
            Spread distance = decision->sure[i].distance;
            listing.base.answer = listing_numbered(&listing, "sure", i + 1);
            listing.base.text = figures_sure_text(of, i + 1);
            listing_add_count(&listing, S("sessions"), decision->sure[i].sessions);
            add_spread(&listing, S("distance-"), FIGURES_PERCENT,
                       (Spread){distance.low * HUNDRED, distance.median * HUNDRED, distance.high * HUNDRED});
        }
    }
}

static void list_gauge(const FiguresOf *of, FiguresTable *table, const AnalysisGauge *gauge) {
    const Gauge *row = &of->analysis->told.scenario->gauges.rows[gauge->gauge];
    Listing listing = listing_begin(of, table, S("gauge"));
    listing.base.answer = listing_name(&listing, "gauge", row->id);
    listing.base.text = figures_gauge_name(of, gauge->gauge);
    for (int32_t i = 0; i < gauge->count && row->shown != SHOWN_NEVER; i++) {
        listing.base.point = i;
        add_spread(&listing, S(""), FIGURES_POINTS, gauge->rows[i]);
        listing_add_count(&listing, S("sessions"), of->analysis->told.reached.rows[i]);
    }
}

static void list_marks(const FiguresOf *of, FiguresTable *table) {
    static const Str WORDS[PROFILE_WORD_COUNT] = {[PROFILE_TOO_FEW] = S_INIT("too-few"),
                                                  [PROFILE_TO_EXPLORE] = S_INIT("to-explore"),
                                                  [PROFILE_PRESENT] = S_INIT("present"),
                                                  [PROFILE_STRENGTH] = S_INIT("strength")};
    const Scenario *scenario = of->analysis->told.scenario;
    Listing items = listing_begin(of, table, S("items")), listing = listing_begin(of, table, S("competency"));
    listing_add(&items, S("alpha"), FIGURES_PERCENT, of->analysis->told.alpha);
    for (int32_t i = 0; i < of->analysis->told.competencies.count; i++) {
        const AnalysisCompetency *competency = &of->analysis->told.competencies.rows[i];
        const Competency *row = &scenario->competencies.rows[competency->competency];
        listing.base.answer = listing_name(&listing, "competency", row->id);
        listing.base.text = row->name;
        for (int32_t word = 0; word < PROFILE_WORD_COUNT; word++) {
            listing_add_count(&listing, WORDS[word], competency->sessions[word]);
        }
        listing_add_share(&listing, S("median"), competency->median);
        listing_add_share(&listing, S("mirror"), competency->mirror);
        listing_add_count(&listing, S("mirrored"), competency->mirrored);
    }
}

FiguresTable figures_list(const FiguresOf *of) {
    const Analysis *analysis = &of->analysis->told;
    FiguresTable table = {.counted = analysis->counted};
    if (of->versions) {
        figures_list_versions(of, &table);
        return table;
    }
    list_case(of, &table);
    if (of->sides) {
        figures_list_groups(of, &table);
    }
    list_endings(of, &table);
    for (int32_t number = 1; number <= analysis->ways.count; number++) {
        list_way(of, &table, number);
        if (!response_waits(analysis->scenario)) {
            list_profile(of, &table, number);
        }
    }
    list_flows(of, &table);
    list_met(of, &table);
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        const AnalysisDecision *decision = &analysis->decisions.rows[i];
        list_decision(of, &table, decision);
        list_votes(of, &table, decision);
        list_moves(of, &table, decision);
        list_options(of, &table, decision);
        list_sure(of, &table, decision);
    }
    for (int32_t i = 0; i < analysis->gauges.count; i++) {
        list_gauge(of, &table, &analysis->gauges.rows[i]);
    }
    if (!response_waits(analysis->scenario)) {
        list_marks(of, &table);
    }
    return table;
}
