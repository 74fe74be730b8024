// A case: what its figures are worked out with, and by which ids they are known.
#include "push/parcel_inside.h"

#include "scenario/shape.h"

typedef struct {
    Parcel *parcel;
    const ParcelCase *of;
    const Scenario *scenario;
    SceneId scene;
    const Ask *ask; // of the scene
} Listing;

// A row of the present scene begins: its edition and its scene.
static StrBuilder *begin_row(const Listing *listing, ParcelTable table) {
    StrBuilder *rows = parcel_rows(listing->parcel, table);
    str_addf(rows, "%.*s\t%d", S_ARG(listing->of->edition), listing->scene);
    return rows;
}

static void add_scene(const Listing *listing) {
    const Scene *scene = &listing->scenario->scenes.rows[listing->scene];
    str_addf(begin_row(listing, PARCEL_SCENES), "\t%.*s\t%.*s\n", S_ARG(parcel_id(listing->of, scene->id)),
             S_ARG(parcel_flag(scene->ending != 0)));
}

// As engine/report/figures.h calls an answer.
static Str place_id(const Listing *listing, int32_t place) {
    const Scenario *scenario = listing->scenario;
    const Ask *ask = listing->ask;
    Arena *arena = &listing->parcel->arena;
    if (ask->kind == ASK_RATE) {
        return str_format(arena, "level-%d", place);
    }
    if (ask->kind == ASK_CLASSIFY) {
        return str_format(arena, "bin-%.*s",
                          S_ARG(parcel_id(listing->of, scenario->bins.rows[ask->bins.first + place].id)));
    }
    if (place == ask->options.count) {
        return S("own-words");
    }
    return str_format(arena, "option-%.*s",
                      S_ARG(parcel_id(listing->of, scenario->options.rows[ask->options.first + place].id)));
}

static int32_t count_places(const Listing *listing) {
    const Ask *ask = listing->ask;
    return ask->kind == ASK_CLASSIFY ? ask->bins.count
           : ask->kind == ASK_RATE   ? listing->scenario->scales.rows[ask->scale].labels.count
                                     : ask->options.count + (ask->own_words != 0);
}

static bool is_recommended(const Listing *listing, int32_t place) {
    const Ask *ask = listing->ask;
    return !parcel_is_suspended(listing->of) && place < ask->options.count &&
           listing->scenario->options.rows[ask->options.first + place].stance == STANCE_RECOMMENDED;
}

static void add_places(const Listing *listing) {
    int32_t count = count_places(listing);
    bool options = listing->ask->items.count == 0;
    for (int32_t place = 0; place < count; place++) {
        str_addf(begin_row(listing, PARCEL_PLACES), "\t%d\t%.*s\t%.*s\t%.*s\n", place, S_ARG(place_id(listing, place)),
                 S_ARG(parcel_flag(options)), S_ARG(parcel_flag(is_recommended(listing, place))));
    }
    str_addf(begin_row(listing, PARCEL_PLACES), "\t%d\tabstained\tf\tf\n", count);
    for (int32_t item = 0; item < listing->ask->items.count; item++) {
        const Item *row = &listing->scenario->items.rows[listing->ask->items.first + item];
        str_addf(begin_row(listing, PARCEL_ITEMS), "\t%d\titem-%.*s\n", item, S_ARG(parcel_id(listing->of, row->id)));
    }
}

static bool is_keyed(const Listing *listing, int32_t item, int32_t place) {
    const Ask *ask = listing->ask;
    if (ask->items.count == 0 || parcel_is_suspended(listing->of)) {
        return is_recommended(listing, place);
    }
    const Item *row = &listing->scenario->items.rows[ask->items.first + item];
    return ask->kind == ASK_RATE ? row->key == place : row->bin.id != 0 && row->bin.id == ask->bins.first + place;
}

// The panel's answers as a vote whose places are in the order of the case.
static bool read_panel(const Listing *listing, Tally *panel) {
    const Ask *ask = listing->ask;
    Group group = {.solo = {.scenario = listing->scenario}};
    bool items = ask->items.count > 0;
    int32_t shown = items ? ask->items.count : ask->options.count;
    GroupVote vote = {.scene = listing->scene, .tally = {.rows = items ? shown : 1, .places = count_places(listing)}};
    for (int32_t i = 0; i < shown; i++) {
        vote.shown[i] = (items ? ask->items.first : ask->options.first) + i;
    }
    if (!items && ask->own_words != 0) {
        vote.shown[shown] = OPTION_OWN_WORDS;
    }
    return group_panel(&group, &vote, panel);
}

static void add_panel(const Listing *listing) {
    Tally panel;
    if (!read_panel(listing, &panel)) {
        return;
    }
    for (int32_t item = 0; item < panel.rows; item++) {
        for (int32_t place = 0; place < panel.places; place++) {
            str_addf(begin_row(listing, PARCEL_PANELS), "\t%d\t%d\t%d\t%.*s\n", item, place, panel.hands[item][place],
                     S_ARG(parcel_flag(is_keyed(listing, item, place))));
        }
    }
}

// What the options of a choice give, for the mirror of the group.
static void add_marks(const Listing *listing) {
    const Ask *ask = listing->ask;
    bool counts = ask->kind == ASK_CHOICE && !parcel_is_suspended(listing->of);
    for (int32_t place = 0; place < ask->options.count && counts; place++) {
        Span scores = listing->scenario->options.rows[ask->options.first + place].gives.scores;
        for (int32_t i = 0; i < scores.count; i++) {
            const Amount *amount = &listing->scenario->amounts.rows[scores.first + i];
            str_addf(begin_row(listing, PARCEL_MARKS), "\t%d\t%d\t%d\n", place, amount->of.id, amount->value);
        }
    }
}

static void add_decision(const Listing *listing, int32_t number) {
    const Ask *ask = listing->ask;
    int32_t panel = group_votes_on(ask) ? listing->scenario->panels.rows[ask->panel].n : 0;
    str_addf(begin_row(listing, PARCEL_DECISIONS), "\t%d\t%.*s\t%d\n", number,
             S_ARG(WORDS_ASK_KIND.words[ask->kind - 1]), panel);
    if (group_votes_on(ask)) {
        add_places(listing);
        add_panel(listing);
        add_marks(listing);
    }
}

static void add_scenes(Parcel *parcel, const ParcelCase *of) {
    Listing listing = {.parcel = parcel, .of = of, .scenario = of->scenario};
    int32_t number = 0;
    for (listing.scene = 1; listing.scene < of->scenario->scenes.count; listing.scene++) {
        listing.ask = &of->scenario->asks.rows[of->scenario->scenes.rows[listing.scene].ask];
        add_scene(&listing);
        if (listing.ask->kind != ASK_NONE) {
            add_decision(&listing, ++number);
        }
    }
}

static void add_named(Parcel *parcel, const ParcelCase *of, ParcelTable table, int32_t number, const char *kind,
                      Name name) {
    str_addf(parcel_rows(parcel, table), "%.*s\t%d\t%s-%.*s\n", S_ARG(of->edition), number, kind,
             S_ARG(parcel_id(of, name)));
}

static void add_measured(Parcel *parcel, const ParcelCase *of) {
    const Scenario *scenario = of->scenario;
    for (GaugeId gauge = 1; gauge < scenario->gauges.count; gauge++) {
        if (scenario->gauges.rows[gauge].shown != SHOWN_NEVER) {
            add_named(parcel, of, PARCEL_GAUGES, gauge, "gauge", scenario->gauges.rows[gauge].id);
        }
    }
    for (CompetencyId c = 1; c < scenario->competencies.count && !parcel_is_suspended(of); c++) {
        add_named(parcel, of, PARCEL_COMPETENCIES, c, "competency", scenario->competencies.rows[c].id);
    }
}

static Str met_id(const ParcelCase *of, const AnalysisMet *met) {
    switch (met->kind) {
    case ANALYSIS_TRAP:
        return parcel_id(of, met->of);
    case ANALYSIS_ATTITUDE:
        return WORDS_ATTITUDE.words[met->of - 1];
    case ANALYSIS_DETECTOR:
        return parcel_id(of, of->scenario->detectors.rows[met->of].id);
    case ANALYSIS_MUST:
    case ANALYSIS_AVOID:
        return parcel_id(of, of->scenario->scenes.rows[met->of].id);
    }
    return (Str){0};
}

// All that can be met, which an analysis of no session tells.
static void add_meetings(Parcel *parcel, const ParcelCase *of) {
    static const Str KINDS[] = {[ANALYSIS_TRAP] = S_INIT("trap"),
                                [ANALYSIS_ATTITUDE] = S_INIT("attitude"),
                                [ANALYSIS_DETECTOR] = S_INIT("detector"),
                                [ANALYSIS_MUST] = S_INIT("passage"),
                                [ANALYSIS_AVOID] = S_INIT("passage")};
    Arena arena = {0};
    Analysis empty = analysis_end(analysis_begin(&arena, of->scenario, ANALYSIS_LAST)).out.told;
    for (int32_t i = 0; i < empty.met.count; i++) {
        const AnalysisMet *met = &empty.met.rows[i];
        bool step = met->kind == ANALYSIS_MUST || met->kind == ANALYSIS_AVOID;
        Str must = step ? parcel_flag(met->kind == ANALYSIS_MUST) : S("\\N");
        str_addf(parcel_rows(parcel, PARCEL_MEETINGS), "%.*s\t%d\t%.*s\t%.*s-%.*s\t%.*s\n", S_ARG(of->edition), i,
                 S_ARG(KINDS[met->kind]), S_ARG(step ? S("scene") : KINDS[met->kind]), S_ARG(met_id(of, met)),
                 S_ARG(must));
    }
    arena_finish(&arena);
}

void parcel_add_case(Parcel *parcel, const ParcelCase *of) {
    const Scenario *scenario = of->scenario;
    str_addf(parcel_rows(parcel, PARCEL_EDITIONS), "%.*s\t%.*s\t%.*s\t%.*s\n", S_ARG(of->edition),
             S_ARG(parcel_id(of, scenario->id)), S_ARG(scenario->language),
             S_ARG(parcel_flag(parcel_is_suspended(of))));
    add_scenes(parcel, of);
    add_measured(parcel, of);
    add_meetings(parcel, of);
}
