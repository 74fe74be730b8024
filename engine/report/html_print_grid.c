#include "map/map_write.h"
#include "report/html_print_inside.h"

const Str PRINT_GRID_STYLE = S_INIT(
    "@page{size:A4;margin:11mm 12mm}body{font-size:15px;line-height:1.3;max-width:60em}main{padding:1em 1.2em}"
    ".over{margin:0;font-weight:700;color:#45555A}h1{font-size:1.6em;line-height:1.2;margin:0 0 .3em}"
    "h2{font-size:1.08em;margin:.8em 0 .25em;break-after:avoid}p{margin:.2em 0}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed;margin:.5em 0 0}th,td{border:1px solid #8A9B9A;"
    "padding:.15em .4em;text-align:left;vertical-align:middle}thead{display:table-header-group}tr{break-inside:avoid}"
    "th.skill{width:2.9em;height:12em;padding:.3em 0}.skill span{display:block;writing-mode:vertical-rl;"
    "transform:rotate(180deg);max-height:13em;margin:0 auto;line-height:1.1;font-size:.88em;overflow-wrap:normal}"
    "th.scene{width:24%}td{height:2.15em;line-height:1.15}td.box{text-align:center;padding:0}"
    ".tick{display:inline-block;width:1em;height:1em;border:1.5px solid #1D2B2F;border-radius:.15em;"
    "vertical-align:-.12em}.steps{list-style:none;padding:0;margin:.2em 0}.steps li{margin:.3em 0;break-inside:avoid}"
    ".abouts{columns:2;column-gap:1.4em;font-size:.88em;line-height:1.2;margin:.2em 0;padding-left:1.2em}"
    ".abouts li{break-inside:avoid;margin:.12em 0}.line{height:2.1em;border-bottom:1px solid #8A9B9A}"
    "@media print{body{max-width:none;font-size:8.8pt}main{padding:0}}");

enum { LINES = 4 }; // to write on

// The competencies that an answer to a decision can move, by bit: CompetencyId.
typedef struct {
    const Scenario *scenario;
    uint32_t shown;
} Occasions;

static void add_scores(Occasions *found, Span scores) {
    for (int32_t i = 0; i < scores.count; i++) {
        found->shown |= (uint32_t)1 << found->scenario->amounts.rows[scores.first + i].of.id;
    }
}

static void add_rules(Occasions *found, Span rules) {
    for (int32_t i = 0; i < rules.count; i++) {
        add_scores(found, found->scenario->rules.rows[rules.first + i].gives.scores);
    }
}

static uint32_t occasions_of(const Scenario *scenario, const Ask *ask) {
    Occasions found = {.scenario = scenario};
    Span uses = ask_detectors(scenario, ask);
    for (int32_t i = 0; i < ask->options.count; i++) {
        add_scores(&found, scenario->options.rows[ask->options.first + i].gives.scores);
    }
    for (int32_t i = 0; i < ask->bands.count; i++) {
        add_scores(&found, scenario->share_bands.rows[ask->bands.first + i].gives.scores);
    }
    for (int32_t i = 0; i < uses.count; i++) {
        add_scores(&found, scenario->detector_uses.rows[uses.first + i].scores);
    }
    add_rules(&found, ask->rules);
    add_rules(&found, scenario->own_words.rows[ask->own_words].rules);
    return found.shown;
}

static const Competency *competency_of(const HtmlPrint *page, int32_t index) {
    return &page->scenario->competencies.rows[page->scenario->competency_rows.first + index];
}

static void add_table_head(const HtmlPrint *page, StrBuilder *out) {
    str_add(out, S("<thead><tr>"));
    print_add_words(page, out, "th", "scene", TR("Decision"));
    for (int32_t i = 0; i < page->scenario->competency_rows.count; i++) {
        str_add(out, S("<th class=\"skill\">"));
        html_add_element(out, "span", "", competency_of(page, i)->name);
        str_add(out, S("</th>"));
    }
    print_add_words(page, out, "th", "", TR("What was seen and heard"));
    str_add(out, S("</tr></thead>\n"));
}

static void add_decision(const HtmlPrint *page, StrBuilder *out, SceneId id, int32_t number) {
    const Scenario *scenario = page->scenario;
    uint32_t shown = occasions_of(scenario, &scenario->asks.rows[scenario->scenes.rows[id].ask]);
    str_addf(out, "<tr><td>%d · ", number);
    html_add_lines(out, map_caption(page->arena, scenario, id));
    str_add(out, S("</td>"));
    for (int32_t i = 0; i < scenario->competency_rows.count; i++) {
        bool occasion = (shown >> (scenario->competency_rows.first + i) & 1) != 0;
        str_add(out, occasion ? S("<td class=\"box\"><span class=\"tick\"></span></td>") : S("<td></td>"));
    }
    str_add(out, S("<td></td></tr>\n"));
}

static void add_table(const HtmlPrint *page, StrBuilder *out) {
    const Scenario *scenario = page->scenario;
    int32_t number = 0;
    str_add(out, S("<table>\n"));
    add_table_head(page, out);
    str_add(out, S("<tbody>\n"));
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        AskId ask = scenario->scenes.rows[i].ask;
        number += ask != 0;
        if (ask != 0 && !scenario->asks.rows[ask].private_answer) {
            add_decision(page, out, i, number);
        }
    }
    str_add(out, S("</tbody>\n</table>\n"));
}

static void add_abouts(const HtmlPrint *page, StrBuilder *out) {
    str_add(out, S("<ul class=\"abouts\">\n"));
    for (int32_t i = 0; i < page->scenario->competency_rows.count; i++) {
        const Competency *competency = competency_of(page, i);
        str_add(out, S("<li><b>"));
        html_add_marked(out, competency->name);
        str_add(out, S("</b>"));
        if (competency->about.len > 0) {
            str_add(out, S("<br>"));
            html_add_marked(out, competency->about);
        }
        str_add(out, S("</li>\n"));
    }
    str_add(out, S("</ul>\n"));
}

// The steps of one kind, each with a box; nothing where there is none.
static void add_steps(const HtmlPrint *page, StrBuilder *out, Step step, Str heading) {
    int32_t count = 0;
    for (SceneId i = 1; i < page->scenario->scenes.count; i++) {
        if (page->scenario->scenes.rows[i].step != step) {
            continue;
        }
        if (count++ == 0) {
            print_add_words(page, out, "h2", "", heading);
            str_add(out, S("<ul class=\"steps\">\n"));
        }
        str_add(out, S("<li><span class=\"tick\"></span> "));
        html_add_lines(out, map_caption(page->arena, page->scenario, i));
        str_add(out, S("</li>\n"));
    }
    str_add(out, count > 0 ? S("</ul>\n") : S(""));
}

void print_add_grid(const HtmlPrint *page, StrBuilder *out) {
    str_add(out, S("<main>\n"));
    html_add_element(out, "p", "over", html_print_title(page->catalog, PRINT_GRID));
    html_add_element(out, "h1", "", page->scenario->title);
    print_add_words(page, out, "p", "",
                    TR("Tick what you saw, write the words and gestures that you heard and saw, never a name and never "
                       "a judgement of a person."));
    add_table(page, out);
    print_add_words(page, out, "h2", "", TR("Competencies"));
    add_abouts(page, out);
    add_steps(page, out, STEP_MUST, TR("To be gone through"));
    add_steps(page, out, STEP_AVOID, TR("To be avoided"));
    print_add_words(page, out, "h2", "", TR("To say in the debrief"));
    for (int32_t i = 0; i < LINES; i++) {
        str_add(out, S("<div class=\"line\"></div>\n"));
    }
    str_add(out, S("</main>\n"));
}
