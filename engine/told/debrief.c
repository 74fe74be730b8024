#include "told/debrief.h"

#include "session/explore.h"

#include "told/care.h"
#include "told/debrief_inside.h"

// So few states that the debrief comes up at once; beyond them no bounds are told.
enum { BOUNDS_STATES = 20000 };

typedef ROWS_OF(Str) TextTable;

static void add_text(const Making *making, TextTable *texts, Str text) {
    if (text.len > 0) {
        *rows_append(making->telling->arena, texts) = text;
    }
}

void debrief_add_row(const Making *making, RowTable *rows, ToldRow row) {
    *rows_append(making->telling->arena, rows) = row;
}

static void set_more(ToldRow *row, const TextTable *texts) {
    row->more.rows = texts->rows;
    row->more.count = texts->count;
}

void debrief_add_section(Making *making, ToldSection section, const RowTable *rows) {
    if (rows->count > 0 || section.part == DEBRIEF_QUESTIONS) {
        section.rows.rows = rows->rows;
        section.rows.count = rows->count;
        *rows_append(making->telling->arena, &making->sections) = section;
    }
}

static Str words(const Making *making, Str source) {
    return telling_words(making->telling, source);
}

static Str routed_text(const Making *making, Span routes) {
    for (int32_t i = 0; i < routes.count; i++) {
        const Route *route = &making->scenario->routes.rows[routes.first + i];
        if (walk_holds(&making->session->walk, route->when)) {
            return route->text;
        }
    }
    return (Str){0};
}

static void add_portrait(Making *making, const Portrait *portrait) {
    RowTable rows = {0};
    Str arrival = routed_text(making, portrait->arrival), departure = routed_text(making, portrait->departure);
    if (arrival.len > 0) {
        debrief_add_row(making, &rows, (ToldRow){.label = words(making, TR("On arrival")), .text = arrival});
    }
    if (departure.len > 0) {
        debrief_add_row(making, &rows, (ToldRow){.label = words(making, TR("At departure")), .text = departure});
    }
    Str name = making->scenario->characters.rows[portrait->of.id].name;
    debrief_add_section(making, (ToldSection){.part = DEBRIEF_PORTRAIT, .heading = name}, &rows);
}

static const Ending *ending_of(const Making *making) {
    const Scenario *scenario = making->scenario;
    return &scenario->endings.rows[scenario->scenes.rows[making->session->walk.scene].ending];
}

static void tell_ending(const Making *making) {
    making->debrief->title = ending_of(making)->title;
    making->debrief->text = telling_ending_text(ending_of(making));
}

static void tell_portraits(Making *making) {
    const Ending *ending = ending_of(making);
    for (int32_t i = 0; i < ending->portraits.count; i++) {
        add_portrait(making, &making->scenario->portraits.rows[ending->portraits.first + i]);
    }
}

static Exploration explore_totals(const Making *making) {
    Exploration exploration = {0};
    const Session *session = making->session;
    if (telling_has_numbers(making->telling) && !session->stepped_back && !session->jumped) {
        Arena scratch = {0};
        exploration = explore(making->telling->arena, &scratch, making->scenario, BOUNDS_STATES);
        arena_finish(&scratch);
    }
    return exploration;
}

// In words, with the occasions that they rest on; or in numbers, between what any walk can attain where that is known.
static Str competency_words(const Making *making, CompetencyId id, const Exploration *exploration) {
    const Telling *telling = making->telling;
    const Profile *profile = &making->session->profiles[id];
    if (!telling_has_numbers(telling)) {
        Str word = telling_profile(telling, *profile);
        return profile_word(*profile) == PROFILE_TOO_FEW ? word
                                                         : TELLING_FORMAT(telling, TR("{0} ({1} occasions)"), word,
                                                                          telling_number(telling, profile->occasions));
    }
    Str total = telling_number(telling, making->session->walk.totals[id]);
    return !exploration->exact ? total
                               : TELLING_FORMAT(telling, TR("{0} (from {1} to {2})"), total,
                                                telling_number(telling, exploration->all.low[id]),
                                                telling_number(telling, exploration->all.high[id]));
}

static void tell_competencies(Making *making) {
    const Scenario *scenario = making->scenario;
    if (response_waits(scenario)) {
        return;
    }
    RowTable rows = {0};
    TextTable notes = {0};
    ToldCompetency *competencies = arena_push(making->telling->arena, ToldCompetency, LIMIT_COMPETENCIES);
    Exploration exploration = explore_totals(making);
    making->debrief->competencies.rows = competencies;
    for (CompetencyId c = 1; c < scenario->competencies.count; c++) {
        Profile profile = making->session->profiles[c];
        competencies[making->debrief->competencies.count++] =
            (ToldCompetency){.word = profile_word(profile), .profile = profile};
        debrief_add_row(
            making, &rows,
            (ToldRow){.label = scenario->competencies.rows[c].name, .text = competency_words(making, c, &exploration)});
    }
    int32_t left_out = making->session->profiles[0].left_out;
    if (left_out > 0) {
        Str source = catalog_plural(making->telling->catalog,
                                    TRP("{0} decision does not count here: there are too many ways to answer it.",
                                        "{0} decisions do not count here: there are too many ways to answer them."),
                                    left_out);
        add_text(making, &notes, TELLING_FORMAT(making->telling, source, telling_number(making->telling, left_out)));
    }
    if (making->session->stepped_back) {
        add_text(making, &notes, words(making, TR("Where you changed an answer, the first one counts here.")));
    }
    add_text(making, &notes,
             words(making, TR("These are marks of authors, of their time. They are open to discussion.")));
    add_text(
        making, &notes,
        words(making, TR("These marks describe choices in an invented situation. They do not evaluate a person.")));
    debrief_add_section(making,
                        (ToldSection){.part = DEBRIEF_COMPETENCIES,
                                      .heading = words(making, TR("What your choices worked on")),
                                      .notes = {notes.rows, notes.count}},
                        &rows);
}

// Where jumps led past scenes, or to them, the answers tell neither that one was missed nor that it was avoided.
static ToldRow tell_step(const Making *making, SceneId scene) {
    static const Str WORDS[2][2] = {{TR_INIT("missed"), TR_INIT("met")}, {TR_INIT("avoided"), TR_INIT("not avoided")}};
    bool must = making->scenario->scenes.rows[scene].step == STEP_MUST;
    bool passed = story_led_to(making->telling->story, scene);
    bool open = making->session->jumped && !passed;
    return (ToldRow){.label = telling_scene_title(making->telling, scene),
                     .mark = words(making, open ? TR("left open") : WORDS[!must][passed]),
                     .tone = open             ? TOLD_PLAIN
                             : must == passed ? TOLD_WELL
                                              : TOLD_NOT_YET};
}

static void tell_steps(Making *making) {
    RowTable rows = {0};
    for (SceneId i = 1; i < making->scenario->scenes.count; i++) {
        if (making->scenario->scenes.rows[i].step != STEP_NONE) {
            debrief_add_row(making, &rows, tell_step(making, i));
        }
    }
    debrief_add_section(
        making, (ToldSection){.part = DEBRIEF_STEPS, .heading = words(making, TR("Steps to take, steps to avoid"))},
        &rows);
}

static void add_reasons(const Making *making, TextTable *texts, const Why *why) {
    ToldReasons reasons = telling_reasons(making->telling, why);
    for (int32_t i = 0; i < reasons.count; i++) {
        add_text(making, texts, telling_pair(making->telling, reasons.rows[i]));
    }
}

// With suspended judgement all that was to be said of the answer is said here; else its first reason once more, or all
// of a set's, each of which is about another option.
static void add_whys(const Making *making, TextTable *texts, int32_t decision) {
    const Event *event = telling_event(making->telling, decision);
    const Ask *ask = telling_ask(making->telling, event);
    Response response = response_to(making->telling->arena, making->telling->session, event);
    if (!response_waits(making->scenario)) {
        int32_t count = ask->kind == ASK_MULTIPLE ? response.why_count : response.why_count > 0;
        for (int32_t i = 0; i < count; i++) {
            add_text(making, texts, response.whys[i]->text);
        }
        return;
    }
    for (int32_t i = 0; i < response.why_count; i++) {
        add_reasons(making, texts, response.whys[i]);
    }
    for (int32_t i = 0; i < ask->items.count; i++) {
        int32_t place = telling_item_at(making->telling, event, i);
        const Item *item = &making->scenario->items.rows[ask->items.first + place];
        if (item->why != 0) {
            add_text(making, texts, telling_labelled(making->telling, item->text, (Str){0}));
            add_reasons(making, texts, &making->scenario->whys.rows[item->why]);
        }
    }
}

static Mastery mastery_of(const Making *making, const Event *event) {
    bool told = making->scenario->kind == KIND_QUIZ && !response_waits(making->scenario);
    return told ? mastery_of_answer(making->scenario, telling_ask(making->telling, event), &event->answer)
                : MASTERY_NOT_JUDGED;
}

static ToldRow tell_decision(const Making *making, int32_t decision) {
    static const Str MASTERY[] = {S_INIT(""), TR_INIT("Not yet"), TR_INIT("Mastered")};
    const Event *event = telling_event(making->telling, decision);
    const Ask *ask = telling_ask(making->telling, event);
    ToldRow row = {.label = telling_scene_title(making->telling, event->scene), .withheld = ask->private_answer};
    if (row.withheld) {
        row.text = words(making, TR("A private answer: nothing of it is kept."));
        return row;
    }
    Mastery mastery = mastery_of(making, event);
    TextTable texts = {0};
    if (session_jumps_after(making->session, decision - 1).count > 0) {
        add_text(making, &texts, words(making, TR("The trainer went on to this scene.")));
    }
    add_whys(making, &texts, decision);
    set_more(&row, &texts);
    row.text = telling_answer_lines(making->telling, ask, &event->answer);
    row.own = answer_is_typed(ask, &event->answer);
    row.mark = words(making, MASTERY[mastery]);
    row.tone = mastery == MASTERY_REACHED ? TOLD_WELL : TOLD_NOT_YET;
    making->debrief->typed = making->debrief->typed || row.own;
    return row;
}

static void tell_decisions(Making *making) {
    const Telling *telling = making->telling;
    RowTable rows = {0};
    int32_t judged = 0, mastered = 0;
    for (int32_t i = 1; i <= making->session->way.count; i++) {
        Mastery mastery = mastery_of(making, telling_event(telling, i));
        debrief_add_row(making, &rows, tell_decision(making, i));
        judged += mastery != MASTERY_NOT_JUDGED;
        mastered += mastery == MASTERY_REACHED;
    }
    Str lead = judged > 0 ? TELLING_FORMAT(telling, TR("Mastered: {0} of {1}"), telling_number(telling, mastered),
                                           telling_number(telling, judged))
                          : (Str){0};
    debrief_add_section(
        making,
        (ToldSection){.part = DEBRIEF_DECISIONS, .heading = words(making, TR("What you answered")), .lead = lead},
        &rows);
}

// How the answer stands to the panel: what most colleagues answered, and how many answered as the person did. Where
// there are items, that is their mean over the items.
static ToldRow compare(const Making *making, int32_t decision) {
    const Telling *telling = making->telling;
    const Event *event = telling_event(telling, decision);
    const Ask *ask = telling_ask(telling, event);
    ToldFeedback feedback = feedback_create(telling, decision, true);
    const ToldPanel *panel = &feedback.panel;
    StrBuilder most = {.arena = telling->arena};
    int32_t agreed = 0;
    int32_t mine = 0;
    for (int32_t i = 0; i < panel->rows.count; i++) {
        if (panel->rows.rows[i].most) {
            str_add(&most, most.count > 0 ? S(" · ") : S(""));
            str_add(&most, panel->rows.rows[i].text);
        }
        agreed += panel->rows.rows[i].mine ? panel->rows.rows[i].count : 0;
        mine += panel->rows.rows[i].mine;
    }
    int32_t parts = ask->items.count > 0 ? ask->items.count : mine > 0 ? mine : 1;
    agreed = (agreed + parts / 2) / parts;
    TextTable texts = {0};
    if (most.count > 0) {
        add_text(making, &texts, TELLING_FORMAT(telling, TR("Most often in the panel: {0}"), str_built(&most)));
    }
    add_text(making, &texts,
             TELLING_FORMAT(telling, TR("Answered as you did: {0} of {1} colleagues."), telling_number(telling, agreed),
                            telling_number(telling, panel->n)));
    if (agreed * 4 < panel->n) {
        add_text(making, &texts, words(making, TR("Few answered like you: something to talk about, not a mistake.")));
    }
    ToldRow row = {.label = telling_scene_title(telling, event->scene),
                   .text = telling_own(telling, feedback.answered.text),
                   .own = feedback.typed};
    set_more(&row, &texts);
    return row;
}

static void tell_panels(Making *making) {
    RowTable rows = {0};
    for (int32_t i = 1; i <= making->session->way.count; i++) {
        const Ask *ask = telling_ask(making->telling, telling_event(making->telling, i));
        if (ask->panel != 0 && !ask->private_answer) {
            debrief_add_row(making, &rows, compare(making, i));
        }
    }
    debrief_add_section(
        making, (ToldSection){.part = DEBRIEF_PANELS, .heading = words(making, TR("Beside experienced colleagues"))},
        &rows);
}

// The first decision of this walk in which one of the scenes was played; 0: none.
static int32_t find_played(const Making *making, Span scenes) {
    for (int32_t i = 1; i <= making->session->way.count; i++) {
        for (int32_t j = 0; j < scenes.count; j++) {
            if (making->scenario->refs.rows[scenes.first + j].id == telling_event(making->telling, i)->scene) {
                return i;
            }
        }
    }
    return 0;
}

static void tell_points(Making *making) {
    const Telling *telling = making->telling;
    RowTable rows = {0};
    for (int32_t i = 0; i < making->declared->points.count; i++) {
        const KeyPoint *point = &making->scenario->points.rows[making->declared->points.first + i];
        int32_t played = find_played(making, point->scenes);
        ToldRow row = {.text = point->text};
        TextTable texts = {0};
        add_text(making, &texts,
                 played > 0
                     ? TELLING_FORMAT(telling, TR("Played out at decision {0}."), telling_number(telling, played))
                     : words(making, TR("Not played out on this walk.")));
        set_more(&row, &texts);
        debrief_add_row(making, &rows, row);
    }
    debrief_add_section(making, (ToldSection){.part = DEBRIEF_POINTS, .heading = words(making, TR("Worth keeping"))},
                        &rows);
}

static Str times_words(const Making *making, int32_t count) {
    return count == 0   ? words(making, TR("not this time"))
           : count == 1 ? words(making, TR("once"))
                        : TELLING_FORMAT(making->telling, TR("{0} times"), telling_number(making->telling, count));
}

static void count_attitudes(const Making *making, int32_t counts[ATTITUDE_COUNT]) {
    const Scenario *scenario = making->scenario;
    for (int32_t i = 1; i <= making->session->way.count; i++) {
        const Event *event = telling_event(making->telling, i);
        const Ask *ask = telling_ask(making->telling, event);
        for (int32_t j = 0; j < ask->options.count && !ask->private_answer; j++) {
            OptionId option = ask->options.first + j;
            bool chosen =
                ask->kind == ASK_MULTIPLE ? (event->answer.set >> j & 1) != 0 : event->answer.option == option;
            counts[scenario->options.rows[option].attitude] += chosen;
        }
    }
}

// A mirror, not a measure: how often each attitude was met, of those that the case has.
static void tell_attitudes(Making *making) {
    static const Str NAMES[ATTITUDE_COUNT] = {[ATTITUDE_NONE] = S_INIT(""),
                                              [ATTITUDE_EVALUATION] = TR_INIT("Evaluation"),
                                              [ATTITUDE_INTERPRETATION] = TR_INIT("Interpretation"),
                                              [ATTITUDE_SUPPORT] = TR_INIT("Support"),
                                              [ATTITUDE_ENQUIRY] = TR_INIT("Inquiry"),
                                              [ATTITUDE_SOLUTION] = TR_INIT("Solution"),
                                              [ATTITUDE_UNDERSTANDING] = TR_INIT("Understanding")};
    int32_t counts[ATTITUDE_COUNT] = {0};
    bool offered[ATTITUDE_COUNT] = {false};
    RowTable rows = {0};
    for (OptionId i = 1; i < making->scenario->options.count; i++) {
        offered[making->scenario->options.rows[i].attitude] = true;
    }
    count_attitudes(making, counts);
    for (int32_t i = ATTITUDE_NONE + 1; i < ATTITUDE_COUNT; i++) {
        if (offered[i]) {
            debrief_add_row(making, &rows,
                            (ToldRow){.label = words(making, NAMES[i]), .mark = times_words(making, counts[i])});
        }
    }
    TextTable notes = {0};
    add_text(making, &notes, words(making, TR("Each has its use, and none is the right one.")));
    debrief_add_section(making,
                        (ToldSection){.part = DEBRIEF_ATTITUDES,
                                      .heading = words(making, TR("The attitudes of your answers")),
                                      .notes = {notes.rows, notes.count}},
                        &rows);
}

static void tell_mirror(Making *making) {
    RowTable rows = {0};
    Span mirror = making->declared->mirror;
    for (int32_t i = 0; i < mirror.count; i++) {
        DetectorId id = making->scenario->refs.rows[mirror.first + i].id;
        const Detector *detector = &making->scenario->detectors.rows[id];
        int32_t count = session_count_found(making->session, id);
        if (count > 0) {
            ToldRow row = {.label = detector->name, .mark = times_words(making, count)};
            TextTable texts = {0};
            add_text(making, &texts, detector->about);
            set_more(&row, &texts);
            debrief_add_row(making, &rows, row);
        }
    }
    if (mirror.count > 0 && rows.count == 0) {
        debrief_add_row(
            making, &rows,
            (ToldRow){.text = words(making, TR("Nothing of this kind was noticed in your words this time."))});
    }
    debrief_add_section(
        making, (ToldSection){.part = DEBRIEF_MIRROR, .heading = words(making, TR("In your own words"))}, &rows);
}

static void tell_texts(Making *making, ToldSection section, Span texts) {
    RowTable rows = {0};
    for (int32_t i = 0; i < texts.count; i++) {
        debrief_add_row(making, &rows, (ToldRow){.text = making->scenario->texts.rows[texts.first + i]});
    }
    debrief_add_section(making, section, &rows);
}

// A year that stands in the words already is not said once more beside them.
static Str source_words(const Making *making, const Source *source) {
    const Telling *telling = making->telling;
    Str year = source->year != 0 ? telling_number(telling, source->year) : (Str){0};
    bool said = str_find(source->title, year) >= 0 || str_find(source->where, year) >= 0;
    year = said ? (Str){0} : year;
    if (source->where.len > 0 && year.len > 0) {
        return TELLING_FORMAT(telling, TR("{0} ({1}, {2})"), source->title, source->where, year);
    }
    Str about = source->where.len > 0 ? source->where : year;
    return about.len > 0 ? TELLING_FORMAT(telling, TR("{0} ({1})"), source->title, about) : source->title;
}

static void tell_sources(Making *making) {
    RowTable rows = {0};
    Span sources = making->scenario->source_rows;
    for (int32_t i = 0; i < sources.count; i++) {
        debrief_add_row(making, &rows,
                        (ToldRow){.text = source_words(making, &making->scenario->sources.rows[sources.first + i])});
    }
    debrief_add_section(making, (ToldSection){.part = DEBRIEF_SOURCES, .heading = words(making, TR("Sources"))}, &rows);
}

static void tell_care(Making *making) {
    RowTable rows = {0};
    ToldPairs care = {0};
    if (care_is_due(making->scenario)) {
        care = care_tell(making->telling->arena, making->telling->catalog);
    }
    for (int32_t i = 0; i < care.count; i++) {
        debrief_add_row(making, &rows, (ToldRow){.label = care.rows[i].label, .text = care.rows[i].text});
    }
    debrief_add_section(
        making, (ToldSection){.part = DEBRIEF_CARE, .heading = words(making, TR("If this has stayed with you"))},
        &rows);
}

ToldDebrief debrief_create(const Telling *telling) {
    const Scenario *scenario = telling_scenario(telling);
    ToldDebrief debrief = {.first_point = telling_words(telling, TR("Arrival")),
                           .last_point = telling_words(telling, TR("Departure"))};
    Making making = {.telling = telling,
                     .session = telling->session,
                     .scenario = scenario,
                     .declared = &scenario->debriefs.rows[scenario->debrief],
                     .debrief = &debrief};
    tell_ending(&making);
    debrief_tell_curves(&making);
    tell_competencies(&making);
    tell_portraits(&making);
    tell_steps(&making);
    tell_decisions(&making);
    tell_panels(&making);
    tell_attitudes(&making);
    tell_mirror(&making);
    tell_texts(&making, (ToldSection){.part = DEBRIEF_QUESTIONS, .heading = words(&making, TR("To talk about"))},
               making.declared->questions);
    tell_points(&making);
    tell_texts(&making, (ToldSection){.part = DEBRIEF_RESOURCES, .heading = words(&making, TR("Where to turn"))},
               scenario->resources);
    tell_sources(&making);
    tell_care(&making);
    debrief.sections.rows = making.sections.rows;
    debrief.sections.count = making.sections.count;
    return debrief;
}

const ToldSection *debrief_find(const ToldDebrief *debrief, DebriefPart part) {
    for (int32_t i = 0; i < debrief->sections.count; i++) {
        if (debrief->sections.rows[i].part == part) {
            return &debrief->sections.rows[i];
        }
    }
    return NULL;
}
