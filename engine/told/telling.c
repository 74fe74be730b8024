#include "told/telling.h"

Str telling_words(const Telling *telling, Str source) {
    return source.len > 0 ? catalog_text(telling->catalog, source) : source;
}

Str telling_number(const Telling *telling, int32_t number) {
    return str_format(telling->arena, "%d", number);
}

Str telling_plural(const Telling *telling, Str one, Str many, int32_t count) {
    return TELLING_FORMAT(telling, catalog_plural(telling->catalog, one, many, count), telling_number(telling, count));
}

const Scenario *telling_scenario(const Telling *telling) {
    return telling->session->scenario;
}

const Event *telling_event(const Telling *telling, int32_t decision) {
    return &telling->session->events.rows[telling->session->way.rows[decision - 1]];
}

const Walk *telling_walk_after(const Telling *telling, int32_t decision) {
    const Session *session = telling->session;
    return decision < session->way.count ? &session->before.rows[decision] : &session->walk;
}

const Ask *telling_ask(const Telling *telling, const Event *answer) {
    const Scenario *scenario = telling_scenario(telling);
    return &scenario->asks.rows[scenario->scenes.rows[answer->scene].ask];
}

bool telling_has_numbers(const Telling *telling) {
    const Scenario *scenario = telling_scenario(telling);
    return telling->numbers || scenario->debriefs.rows[scenario->debrief].score == SCORE_NUMBERS;
}

bool telling_shows_gauge(const Gauge *gauge, const Scene *scene) {
    return gauge->shown != SHOWN_NEVER && (gauge->of.id == 0 || gauge->of.id == scene->with.id);
}

Str telling_gauge_name(const Telling *telling, GaugeId id) {
    const Scenario *scenario = telling_scenario(telling);
    const Gauge *gauge = &scenario->gauges.rows[id];
    for (GaugeId g = 1; gauge->of.id != 0 && g < scenario->gauges.count; g++) {
        if (g != id && str_equal(scenario->gauges.rows[g].name, gauge->name)) {
            return TELLING_FORMAT(telling, TR("{0} ({1})"), gauge->name, scenario->characters.rows[gauge->of.id].name);
        }
    }
    return gauge->name;
}

// The author's; empty: none fits.
Str telling_band_word(const Scenario *scenario, const Gauge *gauge, int32_t value) {
    for (int32_t i = 0; i < gauge->bands.count; i++) {
        const GaugeBand *band = &scenario->gauge_bands.rows[gauge->bands.first + i];
        if (value <= band->to) {
            return band->word;
        }
    }
    return (Str){0};
}

Str telling_gauge_words(const Telling *telling, GaugeId id, int32_t value) {
    const Scenario *scenario = telling_scenario(telling);
    const Gauge *gauge = &scenario->gauges.rows[id];
    Str word = telling_band_word(scenario, gauge, value);
    if (!telling_has_numbers(telling) && word.len > 0) {
        return word;
    }
    return TELLING_FORMAT(telling, gauge->min == 0 ? TR("{0} of {2}") : TR("{0} (from {1} to {2})"),
                          telling_number(telling, value), telling_number(telling, gauge->min),
                          telling_number(telling, gauge->max));
}

// Beyond an end there is nothing: who moved a gauge that far is told.
static Str standing_words(const Telling *telling, GaugeId id, int32_t value) {
    const Gauge *gauge = &telling_scenario(telling)->gauges.rows[id];
    Str words = telling_gauge_words(telling, id, value);
    if (value != gauge->min && value != gauge->max) {
        return words;
    }
    return TELLING_FORMAT(telling, value == gauge->min ? TR("{0}, at its lowest") : TR("{0}, at its highest"), words);
}

// No word here may agree with the gauge's name, of which nothing says gender or number.
static Str change_size(int32_t change) {
    enum { NUANCE = 4 };
    int32_t size = change < 0 ? -change : change;
    if (size <= NUANCE) {
        return change > 0 ? TR("a little more") : TR("a little less");
    }
    if (size <= TOLD_CLEAR_CHANGE) {
        return change > 0 ? TR("more") : TR("less");
    }
    return change > 0 ? TR("much more") : TR("much less");
}

ToldChange telling_gauge_change(const Telling *telling, GaugeId id, int32_t before, int32_t after) {
    Str now = standing_words(telling, id, after);
    if (before == after || str_equal(now, standing_words(telling, id, before))) {
        return (ToldChange){0};
    }
    int32_t change = after - before;
    Str words = TELLING_FORMAT(telling, TR("{0}, {1}: {2}"), telling_gauge_name(telling, id),
                               telling_words(telling, change_size(change)), now);
    return (ToldChange){.words = words, .now = now, .far = change > TOLD_CLEAR_CHANGE || change < -TOLD_CLEAR_CHANGE};
}

Str telling_scene_title(const Telling *telling, SceneId id) {
    const Scenario *scenario = telling_scenario(telling);
    const Scene *scene = &scenario->scenes.rows[id];
    Str prompt = scenario->asks.rows[scene->ask].prompt;
    return scene->title.len > 0 ? scene->title : prompt.len > 0 ? prompt : scenario_name(scenario, scene->id);
}

Str telling_prompt(const Telling *telling, const Ask *ask) {
    return ask->prompt.len > 0 ? ask->prompt : telling_words(telling, TR("It is your turn:"));
}

Str telling_option(const Telling *telling, const Ask *ask, OptionId option) {
    const Scenario *scenario = telling_scenario(telling);
    if (option != OPTION_OWN_WORDS) {
        return scenario->options.rows[option].text;
    }
    Str prompt = scenario->own_words.rows[ask->own_words].prompt;
    return prompt.len > 0 ? prompt : telling_words(telling, TR("Something else, in your own words"));
}

Str telling_option_label(const Telling *telling, OptionId option) {
    const Option *row = &telling_scenario(telling)->options.rows[option];
    return row->label.len > 0 ? row->label : row->text;
}

Str telling_place(const Telling *telling, const Ask *ask, int32_t place) {
    const Scenario *scenario = telling_scenario(telling);
    if (ask->kind == ASK_CLASSIFY) {
        return place < ask->bins.count ? scenario->bins.rows[ask->bins.first + place].text : (Str){0};
    }
    Span labels = scenario->scales.rows[ask->scale].labels;
    return place < labels.count ? scenario->texts.rows[labels.first + place] : (Str){0};
}

Str telling_detector_marks(const Telling *telling, const DetectorUse *use) {
    const Scenario *scenario = telling_scenario(telling);
    StrBuilder names = {.arena = telling->arena};
    for (int32_t i = 0; i < use->scores.count; i++) {
        str_add(&names, i > 0 ? S(", ") : S(""));
        str_add(&names, scenario->competencies.rows[scenario->amounts.rows[use->scores.first + i].of.id].name);
    }
    return str_built(&names);
}

Str telling_confidence(const Telling *telling, int32_t confidence) {
    static const Str WORDS[] = {S_INIT(""), TR_INIT("not sure"), TR_INIT("fairly sure"), TR_INIT("sure")};
    return telling_words(telling, WORDS[confidence]);
}

Str telling_progress(const Telling *telling, int32_t number, WalkLength length) {
    bool quiz = telling_scenario(telling)->kind == KIND_QUIZ;
    Str place = telling_number(telling, number), total = telling_number(telling, length.total);
    if (length.total == 0) {
        return TELLING_FORMAT(telling, quiz ? TR("Question {0}") : TR("Decision {0}"), place);
    }
    if (length.exact) {
        return TELLING_FORMAT(telling, quiz ? TR("Question {0} of {1}") : TR("Decision {0} of {1}"), place, total);
    }
    return TELLING_FORMAT(telling, quiz ? TR("Question {0} of about {1}") : TR("Decision {0} of about {1}"), place,
                          total);
}

Str telling_own(const Telling *telling, Str answer) {
    return TELLING_FORMAT(telling, TR("You: {0}"), answer);
}

Str telling_confidence_asked(const Telling *telling) {
    return telling_words(telling, TR("How sure are you?"));
}

Str telling_private(const Telling *telling) {
    return telling_words(telling, TR("This answer is for you alone: it is neither marked nor kept."));
}

Str telling_jumped(const Telling *telling) {
    return telling_words(telling, TR("The trainer went on to another scene: no answer led to what follows."));
}

Str telling_undecided(const Telling *telling) {
    return telling_words(telling, TR("could not be decided"));
}

Str telling_mark(const Telling *telling, int32_t mark) {
    static const Str WORDS[] = {TR_INIT("closes the exchange"), TR_INIT("misses the point"), S_INIT(""),
                                TR_INIT("helps"), TR_INIT("opens the relationship")};
    return telling_words(telling, WORDS[mark + LIMIT_MARK]);
}

Str telling_profile(const Telling *telling, Profile profile) {
    static const Str WORDS[] = {[PROFILE_TOO_FEW] = TR_INIT("little practised this time"),
                                [PROFILE_TO_EXPLORE] = TR_INIT("to explore"),
                                [PROFILE_PRESENT] = TR_INIT("present"),
                                [PROFILE_STRENGTH] = TR_INIT("a strength of this walk")};
    return telling_words(telling, WORDS[profile_word(profile)]);
}

Str telling_labelled(const Telling *telling, Str label, Str text) {
    static const Str ENDS[] = {S_INIT("?"), S_INIT("!"), S_INIT("…")};
    if (label.len == 0) {
        return text;
    }
    for (int i = 0; i < 3; i++) {
        if (str_ends(label, ENDS[i])) {
            return text.len == 0 ? label : str_format(telling->arena, "%.*s %.*s", S_ARG(label), S_ARG(text));
        }
    }
    Str clause = str_ends(label, S(".")) ? str_slice(label, 0, label.len - 1) : label;
    return text.len > 0 ? TELLING_FORMAT(telling, TR("{0}: {1}"), clause, text)
                        : TELLING_FORMAT(telling, TR("{0}:"), clause);
}

Str telling_pair(const Telling *telling, ToldPair pair) {
    return telling_labelled(telling, pair.label, pair.text);
}

static void add_reason(ToldReasons *reasons, Str label, Str text) {
    if (text.len > 0) {
        reasons->rows[reasons->count++] = (ToldPair){label, text};
    }
}

ToldReasons telling_reasons(const Telling *telling, const Why *why) {
    ToldReasons reasons = {0};
    add_reason(&reasons, (Str){0}, why->text);
    add_reason(&reasons, telling_words(telling, TR("What it makes possible")), why->gives);
    add_reason(&reasons, telling_words(telling, TR("What it costs")), why->costs);
    add_reason(&reasons, telling_words(telling, TR("Another answer")), why->instead);
    return reasons;
}

Str telling_ending_text(const Ending *ending) {
    static const Str ENDS[] = {S_INIT("."), S_INIT("!"), S_INIT("?"), S_INIT("…")};
    Str title = str_trim(ending->title);
    for (int32_t i = 0; i < COUNT(ENDS); i++) {
        if (str_ends(title, ENDS[i])) {
            title = str_trim(str_slice(title, 0, title.len - ENDS[i].len));
        }
    }
    Str rest = str_slice(ending->text, title.len, ending->text.len);
    for (int32_t i = 0; i < COUNT(ENDS) && title.len > 0 && str_begins(ending->text, title); i++) {
        if (str_begins(rest, ENDS[i])) {
            return str_trim(str_slice(rest, ENDS[i].len, rest.len));
        }
    }
    return ending->text;
}

int32_t telling_item_at(const Telling *telling, const Event *answer, int32_t place) {
    const Ask *ask = telling_ask(telling, answer);
    if (ask->kind != ASK_RANK) {
        return answer->shuffled ? answer->order[place] : place;
    }
    for (int32_t i = 0; i < ask->items.count; i++) {
        if (answer->answer.items[i] == place + 1) {
            return i;
        }
    }
    return place;
}

// An answer that is being put together.
typedef struct {
    const Telling *telling;
    const Ask *ask;
    const Answer *answer;
    StrBuilder text;
    Str between;
} Parts;

static void add_part(Parts *parts, Str part) {
    str_add(&parts->text, parts->text.count > 0 ? parts->between : S(""));
    str_add(&parts->text, part);
}

static void add_placed(Parts *parts) {
    const Scenario *scenario = telling_scenario(parts->telling);
    for (int32_t i = 0; i < parts->ask->items.count; i++) {
        Str where = telling_place(parts->telling, parts->ask, parts->answer->items[i]);
        add_part(parts,
                 telling_labelled(parts->telling, scenario->items.rows[parts->ask->items.first + i].text, where));
    }
}

static void add_order(Parts *parts) {
    const Scenario *scenario = telling_scenario(parts->telling);
    for (int32_t place = 1; place <= parts->ask->items.count; place++) {
        for (int32_t i = 0; i < parts->ask->items.count; i++) {
            if (parts->answer->items[i] == place) {
                Str text = scenario->items.rows[parts->ask->items.first + i].text;
                add_part(parts, str_format(parts->text.arena, "%d. %.*s", place, S_ARG(text)));
            }
        }
    }
}

static void add_set(Parts *parts) {
    for (int32_t i = 0; i < parts->ask->options.count; i++) {
        if ((parts->answer->set >> i & 1) != 0) {
            add_part(parts, telling_option_label(parts->telling, parts->ask->options.first + i));
        }
    }
    if (parts->answer->set == 0) {
        add_part(parts, telling_words(parts->telling, TR("none")));
    }
}

static Str write_answer(Parts parts) {
    if (answer_is_typed(parts.ask, parts.answer)) {
        if (str_trim(parts.answer->text).len == 0) { // it was passed over
            return telling_words(parts.telling, TR("You wrote nothing."));
        }
        return TELLING_FORMAT(parts.telling, TR("“{0}”"), parts.answer->text);
    }
    if (parts.ask->kind == ASK_CHOICE) {
        Str past = telling_scenario(parts.telling)->options.rows[parts.answer->option].past;
        return past.len > 0 ? past : telling_option_label(parts.telling, parts.answer->option);
    }
    if (parts.ask->kind == ASK_MULTIPLE) {
        add_set(&parts);
    } else if (parts.ask->kind == ASK_RANK) {
        add_order(&parts);
    } else {
        add_placed(&parts);
    }
    return str_built(&parts.text);
}

Str telling_answer(const Telling *telling, const Ask *ask, const Answer *answer) {
    return write_answer((Parts){
        .telling = telling, .ask = ask, .answer = answer, .text = {.arena = telling->arena}, .between = S(" · ")});
}

Str telling_answer_lines(const Telling *telling, const Ask *ask, const Answer *answer) {
    return write_answer((Parts){
        .telling = telling, .ask = ask, .answer = answer, .text = {.arena = telling->arena}, .between = S("\n")});
}
