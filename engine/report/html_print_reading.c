// The case as a copy to be read again, pencil in hand: all that its author wrote, scene by scene, with a broad margin.
#include "report/html_print_paper.h"

const Str PRINT_READING_STYLE = S_INIT(
    "@page{size:A4;margin:15mm 52mm 16mm 18mm;" HTML_PAGE_NUMBERS
    "}body{font-size:16px;line-height:1.45;max-width:44em}"
    "main{padding:1em 1.2em}.over{margin:0;font-weight:700;color:#45555A}h1{font-size:1.7em;line-height:1.2;margin:0 0 "
    ".3em}h2{font-size:1.15em;margin:1.4em 0 .3em;padding-top:.4em;border-top:1px solid #8A9B9A;break-after:avoid}"
    "h3{font-size:1em;margin:1em 0 .2em;break-after:avoid}p{margin:.3em 0}ul{margin:.3em 0;padding-left:1.2em}"
    "li{margin:.15em 0;break-inside:avoid}.with,.when,.scale{color:#45555A}.when::after{content:' – '}"
    ".line b{margin-right:.4em}.asked{font-weight:700;break-after:avoid;margin-top:.7em}"
    ".options,.items{list-style:none;padding-left:0}.items .tick{display:none}.write{display:none}"
    ".part{margin:.45em 0 .45em 1.1em;padding-left:.7em;border-left:2px solid #8A9B9A;break-inside:avoid}"
    ".part .part{break-inside:auto}.head,.strong,.ending{font-weight:700;break-after:avoid}"
    ".marks,.why,.seek,.order,.portrait{font-size:.94em}.marks{color:#45555A}.way{font-weight:700;color:#154E4B}"
    ".trainer{border:1px solid #8A9B9A;padding:.2em .7em;margin:.6em 0;break-inside:avoid}"
    "@media print{body{max-width:none;font-size:10pt;line-height:1.4}main{padding:0}}");

static void add_list(const Paper *paper, Str heading, Span texts) {
    if (texts.count == 0) {
        return;
    }
    paper_add(paper, "h3", "", paper_words(paper, heading));
    str_add(paper->out, S("<ul>\n"));
    for (int32_t i = 0; i < texts.count; i++) {
        paper_add(paper, "li", "", paper->scenario->texts.rows[texts.first + i]);
    }
    str_add(paper->out, S("</ul>\n"));
}

static void add_people(const Paper *paper) {
    Span rows = paper->scenario->character_rows;
    if (rows.count == 0) {
        return;
    }
    paper_add(paper, "h3", "", paper_words(paper, TR("Characters")));
    str_add(paper->out, S("<ul>\n"));
    for (int32_t i = 0; i < rows.count; i++) {
        const Character *one = &paper->scenario->characters.rows[rows.first + i];
        Str age = one->age != NOT_SAID
                      ? PAPER_FORMAT(paper, TR("{0}, {1} years"), one->name, paper_number(paper, one->age))
                      : one->name;
        str_add(paper->out, S("<li>"));
        html_add_element(paper->out, "b", "", age);
        html_add_element(paper->out, "div", "", one->role);
        html_add_element(paper->out, "div", "", one->about);
        str_add(paper->out, S("</li>\n"));
    }
    str_add(paper->out, S("</ul>\n"));
}

static void add_competencies(const Paper *paper) {
    Span rows = paper->scenario->competency_rows;
    StrBuilder names = {.arena = paper->page->arena};
    for (int32_t i = 0; i < rows.count; i++) {
        str_addf(&names, "%s%.*s", i > 0 ? ", " : "", S_ARG(paper->scenario->competencies.rows[rows.first + i].name));
    }
    paper_add_pair(paper, "", TR("Competencies"), str_built(&names));
}

static void add_front(const Paper *paper) {
    const Scenario *scenario = paper->scenario;
    const Minutes *minutes = &scenario->minutes_table.rows[scenario->minutes];
    paper_add(paper, "p", "over", html_print_title(paper->page->catalog, PRINT_READING));
    paper_add(paper, "h1", "", scenario->title);
    paper_add(paper, "p", "", scenario->summary);
    paper_add(paper, "p", "with",
              PAPER_FORMAT(paper, TR("{0} min alone, {1} min with a group"), paper_number(paper, minutes->alone),
                           paper_number(paper, minutes->group)));
    paper_add_pair(paper, "", TR("To be read before one begins"), scenario->notice);
    paper_add(paper, "p", "", scenario->role);
    paper_add(paper, "p", "", scenario->intro);
    add_list(paper, TR("Objectives"), scenario->objectives);
    add_competencies(paper);
    add_people(paper);
    if (scenario->gauge_rows.count + scenario->fact_rows.count > 0) {
        paper_add(paper, "h3", "", paper_words(paper, TR("What moves")));
        paper_add_state(paper, false);
    }
    paper_add_pair(paper, "trainer", TR("For the trainer"), scenario->trainer);
}

static void add_notes(const Paper *paper, const Scene *scene) {
    const TrainerNotes *notes = &paper->scenario->trainer_notes.rows[scene->trainer];
    if (notes->notes.len == 0 && notes->prompts.count == 0) {
        return;
    }
    str_add(paper->out, S("<div class=\"trainer\">\n"));
    paper_add_pair(paper, "", TR("For the trainer"), notes->notes);
    for (int32_t i = 0; i < notes->prompts.count; i++) {
        paper_add(paper, "p", "", paper->scenario->texts.rows[notes->prompts.first + i]);
    }
    str_add(paper->out, S("</div>\n"));
}

static void add_scene(const Paper *paper, SceneId id) {
    const Scene *scene = &paper->scenario->scenes.rows[id];
    str_add(paper->out, S("<section>\n"));
    paper_add_scene(paper, id);
    if (scene->ask != 0) {
        const Ask *ask = &paper->scenario->asks.rows[scene->ask];
        paper_add_asked(paper, ask);
        paper_add_answers(paper, ask);
    } else if (scene->ending != 0) {
        paper_add_ending(paper, &paper->scenario->endings.rows[scene->ending]);
    } else {
        paper_add_ways(paper, scene->next);
    }
    add_notes(paper, scene);
    str_add(paper->out, S("</section>\n"));
}

static void add_sources(const Paper *paper) {
    Span rows = paper->scenario->source_rows;
    if (rows.count == 0) {
        return;
    }
    paper_add(paper, "h3", "", paper_words(paper, TR("Sources")));
    str_add(paper->out, S("<ul>\n"));
    for (int32_t i = 0; i < rows.count; i++) {
        const Source *source = &paper->scenario->sources.rows[rows.first + i];
        Str text =
            source->where.len > 0 ? PAPER_FORMAT(paper, TR("{0} – {1}"), source->title, source->where) : source->title;
        Str year = paper_number(paper, source->year);
        text = source->year != 0 ? PAPER_FORMAT(paper, TR("{0}, {1}"), text, year) : text;
        paper_add(paper, "li", "",
                  source->review_by.len > 0
                      ? PAPER_FORMAT(paper, TR("{0} (to be looked at again by {1})"), text, source->review_by)
                      : text);
    }
    str_add(paper->out, S("</ul>\n"));
}

static void add_back(const Paper *paper) {
    const Scenario *scenario = paper->scenario;
    const Debrief *debrief = &scenario->debriefs.rows[scenario->debrief];
    paper_add(paper, "h2", "", paper_words(paper, TR("Debrief")));
    add_list(paper, TR("Questions for the debrief"), debrief->questions);
    if (debrief->points.count > 0) {
        paper_add(paper, "h3", "", paper_words(paper, TR("Worth keeping")));
    }
    for (int32_t i = 0; i < debrief->points.count; i++) {
        paper_add(paper, "p", "", scenario->points.rows[debrief->points.first + i].text);
    }
    add_list(paper, TR("Where to turn"), scenario->resources);
    add_sources(paper);
    add_list(paper, TR("Authors"), scenario->authors);
    add_list(paper, TR("Read again by"), scenario->readers);
}

void print_add_reading(const HtmlPrint *page, StrBuilder *out) {
    Paper paper;
    paper_begin(&paper, page, out);
    paper.author = true;
    str_add(out, S("<main>\n"));
    add_front(&paper);
    for (SceneId i = 1; i < page->scenario->scenes.count; i++) {
        add_scene(&paper, i);
    }
    add_back(&paper);
    str_add(out, S("</main>\n"));
}
