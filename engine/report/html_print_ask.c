// A decision on paper: what is asked, and what each answer brings about.
#include "report/html_print_paper.h"

static const Scenario *scenario_of(const Paper *paper) {
    return paper->scenario;
}

// "Listening +2, Frame −1"
static Str tell_amounts(const Paper *paper, Span amounts, bool gauges) {
    StrBuilder text = {.arena = paper->page->arena};
    for (int32_t i = 0; i < amounts.count; i++) {
        const Amount *amount = &scenario_of(paper)->amounts.rows[amounts.first + i];
        Str name = gauges ? telling_gauge_name(&paper->telling, amount->of.id)
                          : scenario_of(paper)->competencies.rows[amount->of.id].name;
        str_addf(&text, "%s%.*s %s%.*s", i > 0 ? ", " : "", S_ARG(name), amount->value > 0 ? "+" : "",
                 S_ARG(paper_number(paper, amount->value)));
    }
    return str_built(&text);
}

static Str tell_facts(const Paper *paper, Span refs) {
    StrBuilder text = {.arena = paper->page->arena};
    for (int32_t i = 0; i < refs.count; i++) {
        const Fact *fact = &scenario_of(paper)->facts.rows[scenario_of(paper)->refs.rows[refs.first + i].id];
        str_addf(&text, "%s%.*s", i > 0 ? "; " : "",
                 S_ARG(fact->about.len > 0 ? fact->about : scenario_name(scenario_of(paper), fact->id)));
    }
    return str_built(&text);
}

static Str tell_traps(const Paper *paper, Span refs) {
    StrBuilder text = {.arena = paper->page->arena};
    for (int32_t i = 0; i < refs.count && paper->author; i++) {
        Str tag = scenario_name(scenario_of(paper), scenario_of(paper)->refs.rows[refs.first + i].name);
        Str name = framework_tag_name(scenario_of(paper)->framework, tag, paper->page->language);
        str_addf(&text, "%s%.*s", i > 0 ? ", " : "", S_ARG(name));
    }
    return str_built(&text);
}

static void add_why(const Paper *paper, WhyId why) {
    ToldReasons reasons = telling_reasons(&paper->telling, &scenario_of(paper)->whys.rows[why]);
    for (int32_t i = 0; i < reasons.count; i++) {
        paper_add(paper, "p", "why", telling_pair(&paper->telling, reasons.rows[i]));
    }
}

static bool tells_marks(const Paper *paper) {
    return paper->author || scenario_of(paper)->debriefs.rows[scenario_of(paper)->debrief].score != SCORE_NONE;
}

static void add_gives(const Paper *paper, const Consequence *gives) {
    paper_add_lines(paper, gives->reply);
    add_why(paper, gives->why);
    if (tells_marks(paper)) {
        paper_add_pair(paper, "marks", TR("Marks"), tell_amounts(paper, gives->scores, false));
    }
    paper_add_pair(paper, "marks", TR("Gauges"), tell_amounts(paper, gives->effects, true));
    paper_add_pair(paper, "marks", TR("True from now on"), tell_facts(paper, gives->set));
    paper_add_pair(paper, "marks", TR("No longer true"), tell_facts(paper, gives->unset));
    paper_add_pair(paper, "marks", TR("Traps"), tell_traps(paper, gives->traps));
    paper_add_ways(paper, gives->next);
}

static Str sorted_into(const Paper *paper, const Item *item) {
    return item->bin.id != 0 ? scenario_of(paper)->bins.rows[item->bin.id].text
                             : paper_words(paper, TR("to be debated"));
}

static void add_options(const Paper *paper, const Ask *ask) {
    str_add(paper->out, S("<ul class=\"options\">\n"));
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = &scenario_of(paper)->options.rows[ask->options.first + i];
        str_addf(paper->out, "<li><b>%c</b> ", 'A' + i);
        html_add_element(paper->out, "span", "when", paper_condition(paper, option->when));
        html_add_marked(paper->out, option->text);
        str_add(paper->out, S("</li>\n"));
    }
    if (ask->own_words != 0) {
        str_add(paper->out, S("<li><b>✎</b> "));
        html_add_marked(paper->out, telling_option(&paper->telling, ask, OPTION_OWN_WORDS));
        str_add(paper->out, S("</li>\n"));
    }
    str_add(paper->out, S("</ul>\n"));
}

static Str join_texts(const Paper *paper, Span texts) {
    StrBuilder text = {.arena = paper->page->arena};
    for (int32_t i = 0; i < texts.count; i++) {
        str_addf(&text, "%s%.*s", i > 0 ? " · " : "", S_ARG(scenario_of(paper)->texts.rows[texts.first + i]));
    }
    return str_built(&text);
}

static Str join_bins(const Paper *paper, Span bins) {
    StrBuilder text = {.arena = paper->page->arena};
    for (int32_t i = 0; i < bins.count; i++) {
        str_addf(&text, "%s%.*s", i > 0 ? " · " : "", S_ARG(scenario_of(paper)->bins.rows[bins.first + i].text));
    }
    return str_built(&text);
}

static void add_items(const Paper *paper, const Ask *ask) {
    paper_add_pair(paper, "scale", TR("To be rated"),
                   join_texts(paper, scenario_of(paper)->scales.rows[ask->scale].labels));
    paper_add_pair(paper, "scale", TR("To be sorted into"), join_bins(paper, ask->bins));
    if (ask->kind == ASK_RANK) {
        paper_add(paper, "p", "scale", paper_words(paper, TR("To be put in order.")));
    }
    str_add(paper->out, S("<ul class=\"items\">\n"));
    for (int32_t i = 0; i < ask->items.count; i++) {
        str_add(paper->out, S("<li><span class=\"tick\"></span> "));
        html_add_marked(paper->out, scenario_of(paper)->items.rows[ask->items.first + i].text);
        str_add(paper->out, S("</li>\n"));
    }
    str_add(paper->out, S("</ul>\n"));
}

void paper_add_asked(const Paper *paper, const Ask *ask) {
    const Limit *limit = &scenario_of(paper)->limits.rows[ask->limit];
    paper_add(paper, "p", "asked", telling_prompt(&paper->telling, ask));
    if (ask->private_answer) {
        paper_add(paper, "p", "scale", telling_private(&paper->telling));
    }
    if (ask->items.count > 0) {
        add_items(paper, ask);
    } else if (ask->kind == ASK_WRITE) {
        str_add(paper->out, S("<div class=\"write\"></div><div class=\"write\"></div>\n"));
    } else {
        add_options(paper, ask);
    }
    if (limit->seconds > 0 && limit->option.id != 0) {
        Str seconds = paper_number(paper, limit->seconds);
        Str letter = paper_letter(paper, limit->option.id - ask->options.first);
        paper_add(paper, "p", "scale",
                  PAPER_FORMAT(paper, TR("{0} seconds; whoever says nothing answers {1}."), seconds, letter));
    }
}

static Str worth_of(const Paper *paper, const Option *option) {
    static const Str WORDS[] = {[STANCE_NONE] = S_INIT(""),
                                [STANCE_RECOMMENDED] = TR_INIT("recommended"),
                                [STANCE_DEFENSIBLE] = TR_INIT("defensible"),
                                [STANCE_RISKY] = TR_INIT("risky")};
    return paper->author ? paper_words(paper, WORDS[option->stance]) : (Str){0};
}

// Where an answer leads that has no ways of its own: the decision's, and in a quiz the scene that follows.
static void add_common_ways(const Paper *paper, const Ask *ask) {
    bool follows = ask->next.count == 0 && scenario_of(paper)->kind == KIND_QUIZ;
    paper_add_ways(paper, ask->next);
    if (follows && ask->scene + 1 < scenario_of(paper)->scenes.count) {
        paper_add(paper, "p", "way", PAPER_FORMAT(paper, TR("→ {0}"), paper_scene(paper, ask->scene + 1)));
    }
}

static void begin_part(const Paper *paper, Str head) {
    str_add(paper->out, S("<div class=\"part\">\n"));
    paper_add(paper, "p", "head", head);
}

static void end_part(const Paper *paper) {
    str_add(paper->out, S("</div>\n"));
}

static void add_option_gives(const Paper *paper, const Ask *ask, int32_t place) {
    const Option *option = &scenario_of(paper)->options.rows[ask->options.first + place];
    Str letter = paper_letter(paper, place), worth = worth_of(paper, option);
    Str name = option->label.len > 0 && worth.len > 0 ? PAPER_FORMAT(paper, TR("{0}, {1}"), option->label, worth)
               : option->label.len > 0                ? option->label
                                                      : worth;
    begin_part(paper, name.len > 0 ? PAPER_FORMAT(paper, TR("{0} · {1}"), letter, name) : letter);
    add_gives(paper, &option->gives);
    end_part(paper);
}

static int32_t place_in_key(const Paper *paper, const Ask *ask, int32_t item) {
    const Item *items = paper->scenario->items.rows;
    int32_t place = 1;
    for (int32_t i = 0; i < ask->items.count; i++) {
        place += items[ask->items.first + i].key_rank < items[item].key_rank;
    }
    return place;
}

// What is right, item by item.
static void add_key(const Paper *paper, const Ask *ask) {
    const Scenario *scenario = scenario_of(paper);
    for (int32_t i = 0; i < ask->items.count; i++) {
        const Item *item = &scenario->items.rows[ask->items.first + i];
        Str where = ask->kind == ASK_CLASSIFY                        ? sorted_into(paper, item)
                    : ask->kind == ASK_RATE && item->key != NOT_SAID ? telling_place(&paper->telling, ask, item->key)
                                                                     : (Str){0};
        begin_part(paper, where.len > 0 ? PAPER_FORMAT(paper, TR("{0} → {1}"), item->text, where) : item->text);
        add_why(paper, item->why);
        end_part(paper);
    }
    for (int32_t i = 0; i < ask->key.count; i++) { // those that tie have one place
        const KeyEntry *entry = &scenario->key_entries.rows[ask->key.first + i];
        Str place = paper_number(paper, place_in_key(paper, ask, entry->item.id));
        Str text = scenario->items.rows[entry->item.id].text;
        paper_add(paper, "p", "order", PAPER_FORMAT(paper, TR("{0}. {1}"), place, text));
    }
    for (int32_t i = 0; i < ask->bins.count; i++) {
        const Bin *bin = &scenario->bins.rows[ask->bins.first + i];
        Str effects = tell_amounts(paper, bin->effects, true);
        if (effects.len > 0) {
            paper_add(paper, "p", "marks", PAPER_FORMAT(paper, TR("“{0}”, for each: {1}"), bin->text, effects));
        }
    }
}

static void add_bands(const Paper *paper, const Ask *ask) {
    for (int32_t i = 0; i < ask->bands.count; i++) {
        const ShareBand *band = &scenario_of(paper)->share_bands.rows[ask->bands.first + i];
        begin_part(paper, PAPER_FORMAT(paper, TR("From {0} % right"), paper_number(paper, band->from)));
        add_gives(paper, &band->gives);
        end_part(paper);
    }
}

static void add_looked_for(const Paper *paper, Span uses) {
    for (int32_t i = 0; i < uses.count; i++) {
        const DetectorUse *use = &scenario_of(paper)->detector_uses.rows[uses.first + i];
        const Detector *detector = &scenario_of(paper)->detectors.rows[use->detector.id];
        Str marks = tell_amounts(paper, use->scores, false);
        Str about = detector->about.len > 0 ? PAPER_FORMAT(paper, TR("{0}: {1}"), detector->name, detector->about)
                                            : detector->name;
        paper_add(paper, "p", "seek", marks.len > 0 ? PAPER_FORMAT(paper, TR("{0} ({1})"), about, marks) : about);
    }
}

static void add_rules(const Paper *paper, Span rules) {
    for (int32_t i = 0; i < rules.count; i++) {
        const Rule *rule = &scenario_of(paper)->rules.rows[rules.first + i];
        begin_part(paper, paper_condition(paper, rule->when));
        add_gives(paper, &rule->gives);
        end_part(paper);
    }
}

static void add_own_words(const Paper *paper, const Ask *ask) {
    const OwnWords *own = &scenario_of(paper)->own_words.rows[ask->own_words];
    begin_part(paper, PAPER_FORMAT(paper, TR("{0} · {1}"), S("✎"), paper_words(paper, TR("In one’s own words"))));
    add_looked_for(paper, own->detectors);
    paper_add_pair(paper, "", TR("One possible answer"), own->model);
    add_rules(paper, own->rules);
    paper_add_lines(paper, own->reply);
    add_why(paper, own->why);
    paper_add_ways(paper, own->next);
    end_part(paper);
}

static Str tell_count(const Paper *paper, const Ask *ask, const PanelCount *count) {
    Str number = paper_number(paper, count->count);
    if (ask->options.count > 0) {
        return PAPER_FORMAT(paper, TR("{0} × {1}"), number, paper_letter(paper, count->of.id - ask->options.first));
    }
    Str item = scenario_of(paper)->items.rows[count->of.id].text;
    Str where = ask->kind == ASK_CLASSIFY ? scenario_of(paper)->bins.rows[count->bin.id].text
                : ask->kind == ASK_RATE   ? telling_place(&paper->telling, ask, count->level)
                                          : paper_number(paper, count->level);
    return PAPER_FORMAT(paper, TR("{0} × {1} → {2}"), number, item, where);
}

static void add_panel(const Paper *paper, const Ask *ask) {
    const Panel *panel = &scenario_of(paper)->panels.rows[ask->panel];
    if (panel->n == 0) {
        return;
    }
    begin_part(paper, panel->fictional ? paper_words(paper, TR("Panel of colleagues, made up"))
                                       : paper_words(paper, TR("Panel of colleagues")));
    for (int32_t i = 0; i < panel->answers.count; i++) {
        paper_add(paper, "p", "order",
                  tell_count(paper, ask, &scenario_of(paper)->panel_counts.rows[panel->answers.first + i]));
    }
    for (int32_t i = 0; i < panel->voices.count; i++) {
        const Voice *voice = &scenario_of(paper)->voices.rows[panel->voices.first + i];
        paper_add(paper, "p", "strong", PAPER_FORMAT(paper, TR("{0}: {1}"), voice->who, voice->answer));
        add_why(paper, voice->why);
    }
    end_part(paper);
}

void paper_add_answers(const Paper *paper, const Ask *ask) {
    for (int32_t i = 0; i < ask->options.count; i++) {
        add_option_gives(paper, ask, i);
    }
    if (ask->own_words != 0) {
        add_own_words(paper, ask);
    }
    add_key(paper, ask);
    add_bands(paper, ask);
    add_looked_for(paper, ask->detectors);
    paper_add_pair(paper, "", TR("One possible answer"), ask->model);
    add_rules(paper, ask->rules);
    if (ask->reply.count > 0 || ask->why != 0 || ask->next.count > 0 || scenario_of(paper)->kind == KIND_QUIZ) {
        begin_part(paper, paper_words(paper, TR("Unless the answer says otherwise")));
        paper_add_lines(paper, ask->reply);
        add_why(paper, ask->why);
        add_common_ways(paper, ask);
        end_part(paper);
    }
    add_panel(paper, ask);
}
