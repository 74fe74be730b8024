#include "report/html_print_paper.h"

#include "map/map_write.h"
#include "told/telling_clauses.h"

void paper_begin(Paper *paper, const HtmlPrint *page, StrBuilder *out) {
    *paper = (Paper){.page = page, .scenario = page->scenario, .out = out};
    paper->session.scenario = page->scenario;
    paper->telling = (Telling){.session = &paper->session, .catalog = page->catalog, .arena = page->arena};
}

Str paper_words(const Paper *paper, Str source) {
    return print_words(paper->page, source);
}

Str paper_number(const Paper *paper, int32_t number) {
    return str_format(paper->page->arena, "%s%d", number < 0 ? "−" : "", number < 0 ? -number : number);
}

Str paper_letter(const Paper *paper, int32_t place) {
    return str_format(paper->page->arena, "%c", 'A' + place);
}

Str paper_scene(const Paper *paper, SceneId scene) {
    Str number = paper_number(paper, scene - paper->scenario->scene_rows.first + 1);
    return PAPER_FORMAT(paper, TR("{0} · {1}"), number, map_caption(paper->page->arena, paper->scenario, scene));
}

void paper_add(const Paper *paper, const char *tag, const char *name, Str text) {
    html_add_element(paper->out, tag, name, text);
}

void paper_add_pair(const Paper *paper, const char *name, Str label, Str text) {
    if (text.len > 0) {
        paper_add(paper, "p", name, telling_labelled(&paper->telling, paper_words(paper, label), text));
    }
}

static Str name_option(const Paper *paper, Str scene, Str id) {
    const Scenario *scenario = paper->scenario;
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[scenario_find_scene(scenario, scene)].ask];
    OptionId option = scenario_find_choice(scenario, ask, id);
    return option == OPTION_OWN_WORDS ? paper_words(paper, TR("In one’s own words"))
           : option == 0              ? id
                                      : paper_letter(paper, option - ask->options.first);
}

static Str name_item(const Paper *paper, Str id, bool bin) {
    const Scenario *scenario = paper->scenario;
    for (AskId i = 1; i < scenario->asks.count; i++) {
        const Ask *ask = &scenario->asks.rows[i];
        int32_t row = bin ? scenario_find_bin(scenario, ask, id) : scenario_find_item(scenario, ask, id);
        if (row != 0) {
            return bin ? scenario->bins.rows[row].text : scenario->items.rows[row].text;
        }
    }
    return id;
}

static Str or_id(Str name, Str id) {
    return name.len > 0 ? name : id;
}

static Str name_of(const void *context, const Clause *clause, Target target, Str id) {
    const Paper *paper = context;
    const Scenario *scenario = paper->scenario;
    SceneId scene = target == TARGET_SCENE ? scenario_find_scene(scenario, id) : 0;
    switch (target) {
    case TARGET_SCENE:
        return scene != 0 ? paper_scene(paper, scene) : id;
    case TARGET_GAUGE:
        return or_id(telling_gauge_name(&paper->telling, scenario_find_gauge(scenario, id)), id);
    case TARGET_FACT:
        return or_id(scenario->facts.rows[scenario_find_fact(scenario, id)].about, id);
    case TARGET_COMPETENCY:
        return or_id(scenario->competencies.rows[scenario_find_competency(scenario, id)].name, id);
    case TARGET_DETECTOR:
        return or_id(scenario->detectors.rows[scenario_find_detector(scenario, id)].name, id);
    case TARGET_OPTION:
        return name_option(paper, clause->a, id);
    case TARGET_ITEM:
    case TARGET_BIN:
        return name_item(paper, id, target == TARGET_BIN);
    case TARGET_NOTHING:
    case TARGET_CHARACTER:
    case TARGET_SOURCE:
    case TARGET_TRAP:
    case TARGET_THEME:
    case TARGET_SHARED:
        break;
    }
    return id;
}

Str paper_condition(const Paper *paper, ConditionId when) {
    Arena *arena = paper->page->arena;
    Str text = paper->scenario->conditions.rows[when].text;
    Clauses clauses = clauses_read(arena, paper->scenario, text);
    ClausesTelling telling = {.arena = arena, .catalog = paper->page->catalog, .name = name_of, .context = paper};
    return when == 0       ? (Str){0}
           : clauses.known ? telling_clauses(&telling, &clauses)
                           : PAPER_FORMAT(paper, TR("if {0}"), text);
}

static void add_line(const Paper *paper, const Line *line) {
    StrBuilder *out = paper->out;
    ToldLine said = telling_line(&paper->telling, line);
    Str who =
        said.mood.len > 0 && said.who.len > 0 ? PAPER_FORMAT(paper, TR("{0}, {1}"), said.who, said.mood) : said.who;
    str_add(out, said.who.len > 0 ? S("<p class=\"line\">") : S("<p>"));
    if (line->when != 0) {
        html_add_element(out, "span", "when", paper_condition(paper, line->when));
    }
    if (who.len > 0) {
        html_add_element(out, "b", "", telling_labelled(&paper->telling, who, (Str){0}));
    }
    html_add_marked(out, said.text);
    str_add(out, S("</p>\n"));
}

void paper_add_lines(const Paper *paper, Span lines) {
    for (int32_t i = 0; i < lines.count; i++) {
        add_line(paper, &paper->scenario->lines.rows[lines.first + i]);
    }
}

void paper_add_ways(const Paper *paper, Span routes) {
    for (int32_t i = 0; i < routes.count; i++) {
        const Route *route = &paper->scenario->routes.rows[routes.first + i];
        Str to = PAPER_FORMAT(paper, TR("→ {0}"), paper_scene(paper, route->to.id));
        Str when = paper_condition(paper, route->when);
        bool rest = route->when == 0 && i > 0;
        paper_add(paper, "p", "way",
                  when.len > 0 ? PAPER_FORMAT(paper, TR("{0}, {1}"), to, when)
                  : rest       ? PAPER_FORMAT(paper, TR("{0} otherwise"), to)
                               : to);
    }
}

void paper_add_scene(const Paper *paper, SceneId id) {
    const Scene *scene = &paper->scenario->scenes.rows[id];
    paper_add(paper, "h2", "", paper_scene(paper, id));
    if (scene->with.id != 0) {
        Str name = paper->scenario->characters.rows[scene->with.id].name;
        paper_add(paper, "p", "with", PAPER_FORMAT(paper, TR("With {0}"), name));
    }
    paper_add_lines(paper, scene->lines);
}

// One text, or each with its condition.
static void add_texts(const Paper *paper, Str label, Span routes) {
    for (int32_t i = 0; i < routes.count; i++) {
        const Route *route = &paper->scenario->routes.rows[routes.first + i];
        Str when = paper_condition(paper, route->when);
        Str text = when.len > 0 ? PAPER_FORMAT(paper, TR("({0}) {1}"), when, route->text) : route->text;
        paper_add_pair(paper, "portrait", label, text);
    }
}

void paper_add_ending(const Paper *paper, const Ending *ending) {
    paper_add(paper, "p", "ending", ending->title);
    paper_add(paper, "p", "", ending->text);
    for (int32_t i = 0; i < ending->portraits.count; i++) {
        const Portrait *portrait = &paper->scenario->portraits.rows[ending->portraits.first + i];
        paper_add(paper, "p", "strong", paper->scenario->characters.rows[portrait->of.id].name);
        add_texts(paper, TR("On arrival"), portrait->arrival);
        add_texts(paper, TR("On leaving"), portrait->departure);
    }
}
