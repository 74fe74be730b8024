#include "map/map_write.h"
#include "report/html_print_inside.h"

// Two pages: what the evening needs at a glance, then what each decision needs. A long map stands beside the rest, a
// broad one above it.
const Str PRINT_SHEET_STYLE = S_INIT(
    "@page{size:A4;margin:10mm 12mm}body{font-size:15px;line-height:1.36;max-width:60em;padding:0 0 2em}"
    "main{padding:1em 1.2em}.over{margin:0;font-weight:700;color:#45555A}h1{font-size:1.6em;"
    "line-height:1.2;margin:0 0 .4em}h2{font-size:1.08em;margin:.8em 0 .25em;break-after:avoid;border-bottom:1px solid "
    "#8A9B9A}p{margin:.2em 0}ul,ol{margin:.2em 0;padding-left:1.3em}li{margin:.15em 0;break-inside:avoid}"
    ".plan{border-collapse:collapse;width:100%}.plan td{padding:.15em .6em .15em 0;vertical-align:top;"
    "border-bottom:1px dotted #8A9B9A}.plan td:first-child{text-align:right;font-weight:700;white-space:nowrap;"
    "width:1%}.plan td:last-child{min-width:3.4em;width:3.4em;border-bottom:1px solid #45555A}"
    ".path{max-width:100%;margin:0 auto}.path svg{width:100%;height:auto;max-height:145mm;max-width:170mm;margin:0 auto}"
    ".beside{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 1em}.beside .plan td{padding:.05em .6em .05em 0}"
    ".beside .path{grid-column:2;grid-row:1}.beside .path svg{max-height:258mm}"
    ".above .facts{columns:2;column-gap:1.6em}.facts h2:first-child,.behind h2:first-child{margin-top:0}"
    ".notes{columns:2;column-gap:1.6em;margin:0;padding:0;list-style:none}.notes li{margin:0 0 .55em}"
    ".notes b{display:block}.key{font-weight:700}.asked{font-style:italic}.asked::before{content:'– '}"
    ".sources{columns:2;column-gap:1.6em;font-size:.9em}"
    "@media (max-width:44em){.beside{display:block}.notes,.sources,.behind .case-notes,.above .facts{columns:1}}"
    ".behind .case-notes{columns:2;column-gap:1.6em}"
    "@media print{body{max-width:none;padding:0;font-size:8.4pt;line-height:1.27}main{padding:0}"
    ".behind{break-before:page}.beside{display:grid}.notes,.sources,.behind .case-notes,.above .facts{columns:2}}");

enum { QUESTIONS = 3 };

// The hours of an evening of ninety minutes, as they were found to work: vote and talk take most of it, and what comes
// after the ending is never cut.
typedef struct {
    int32_t minute;
    Str text;
} Mark;

static const Mark PLAN[] = {{0, TR_INIT("Welcome, rules of the room")},
                            {5, TR_INIT("Fiction, sensitive content, one may pass")},
                            {8, TR_INIT("Opening question, in pairs")},
                            {12, TR_INIT("The first scene is read")},
                            {16, TR_INIT("First vote")},
                            {20, TR_INIT("Six minutes of talk, if the room is split")},
                            {26, TR_INIT("Second vote")},
                            {28, TR_INIT("Reveal, follow a way")},
                            {31, TR_INIT("The next scenes, two or three talks")},
                            {55, TR_INIT("The last decision, together")},
                            {58, TR_INIT("The ending is read")},
                            {60, TR_INIT("Reactions: one word each")},
                            {63, TR_INIT("Description: somebody tells it again")},
                            {66, TR_INIT("Analysis: two or three questions")},
                            {80, TR_INIT("Back to work, for who wants to")},
                            {84, TR_INIT("What the group keeps and passes on")},
                            {88, TR_INIT("Save the page, erase the session")},
                            {90, TR_INIT("End")}};

static void add_list(StrBuilder *out, const Scenario *scenario, Span texts, const char *tag) {
    str_addf(out, "<%s>\n", tag);
    for (int32_t i = 0; i < texts.count; i++) {
        html_add_element(out, "li", "", scenario->texts.rows[texts.first + i]);
    }
    str_addf(out, "</%s>\n", tag);
}

static void add_plan(const HtmlPrint *page, StrBuilder *out) {
    print_add_words(page, out, "h2", "", TR("Minutes, and the hour"));
    str_add(out, S("<table class=\"plan\">\n"));
    for (int32_t i = 0; i < COUNT(PLAN); i++) {
        str_addf(out, "<tr><td>%d</td>", PLAN[i].minute);
        print_add_words(page, out, "td", "", PLAN[i].text);
        str_add(out, S("<td></td></tr>\n"));
    }
    str_add(out, S("</table>\n"));
}

static void add_questions(const HtmlPrint *page, StrBuilder *out) {
    const Scenario *scenario = page->scenario;
    Span asked = scenario->debriefs.rows[scenario->debrief].questions;
    asked.count = asked.count > QUESTIONS ? QUESTIONS : asked.count;
    if (asked.count > 0) {
        print_add_words(page, out, "h2", "", TR("Questions for the debrief"));
        add_list(out, scenario, asked, "ol");
    }
}

static void add_source(StrBuilder *out, const Source *source) {
    str_add(out, S("<li>"));
    html_add_marked(out, source->title);
    if (source->where.len > 0) {
        str_add(out, S(" – "));
        html_add_marked(out, source->where);
    }
    if (source->year != 0) {
        str_addf(out, ", <b>%d</b>", source->year);
    }
    str_add(out, S("</li>\n"));
}

static void add_sources(const HtmlPrint *page, StrBuilder *out) {
    Span rows = page->scenario->source_rows;
    if (rows.count == 0) {
        return;
    }
    print_add_words(page, out, "h2", "", TR("Sources"));
    str_add(out, S("<ul class=\"sources\">\n"));
    for (int32_t i = 0; i < rows.count; i++) {
        add_source(out, &page->scenario->sources.rows[rows.first + i]);
    }
    str_add(out, S("</ul>\n"));
}

static void add_notes(const HtmlPrint *page, StrBuilder *out) {
    if (page->scenario->trainer.len > 0) {
        print_add_words(page, out, "h2", "", TR("Your notes for this situation"));
        html_add_element(out, "p", "case-notes", page->scenario->trainer);
    }
}

static void add_facts(const HtmlPrint *page, StrBuilder *out, bool with_notes) {
    const Scenario *scenario = page->scenario;
    str_add(out, S("<div class=\"facts\">\n"));
    if (scenario->objectives.count > 0) {
        print_add_words(page, out, "h2", "", TR("Objectives"));
        add_list(out, scenario, scenario->objectives, "ul");
    }
    add_plan(page, out);
    add_questions(page, out);
    if (with_notes) {
        add_notes(page, out);
    }
    str_add(out, S("</div>\n"));
}

static bool is_long(const Layout *layout) {
    return layout->height * 2 > layout->width * 3;
}

// Millimetres: a map that stands beside is as wide as a page that it fills from top to foot lets it be.
static int32_t map_width(const Layout *layout) {
    enum { PAGE_WIDTH = 186, PAGE_HEIGHT = 240, MOST = 100, LEAST = 40 };
    int64_t width = layout->height > 0 ? (int64_t)layout->width * PAGE_HEIGHT / layout->height : 0;
    return !is_long(layout) ? PAGE_WIDTH : width > MOST ? MOST : width < LEAST ? LEAST : (int32_t)width;
}

static void add_front(const HtmlPrint *page, StrBuilder *out, const Layout *layout) {
    str_add(out, is_long(layout) ? S("<div class=\"beside\">\n") : S("<div class=\"above\">\n"));
    str_addf(out, "<div class=\"path\" style=\"width:%dmm\">\n", map_width(layout));
    str_add(out, map_write_paper(page->arena, page->scenario, layout));
    str_add(out, S("</div>\n"));
    add_facts(page, out, is_long(layout));
    str_add(out, S("</div>\n"));
}

// By letters, as far as all who play have the same: an answer that is not always offered moves those after it.
static Str key_of(const HtmlPrint *page, const Ask *ask) {
    StrBuilder letters = {.arena = page->arena};
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = &page->scenario->options.rows[ask->options.first + i];
        if (option->when != 0) {
            break;
        }
        if (option->stance == STANCE_RECOMMENDED) {
            str_addf(&letters, "%s%c", letters.count > 0 ? ", " : "", 'A' + i);
        }
    }
    return str_built(&letters);
}

static void add_decision(const HtmlPrint *page, StrBuilder *out, SceneId id, int32_t number) {
    const Scenario *scenario = page->scenario;
    const Scene *scene = &scenario->scenes.rows[id];
    const TrainerNotes *notes = &scenario->trainer_notes.rows[scene->trainer];
    Str key = key_of(page, &scenario->asks.rows[scene->ask]);
    str_addf(out, "<li><b>%d · ", number);
    html_add_lines(out, map_caption(page->arena, scenario, id));
    str_add(out, S("</b>\n"));
    if (key.len > 0) {
        html_add_element(out, "span", "key",
                         catalog_format(page->arena, page->catalog, TR("Author’s mark: {0}."), &key, 1));
    }
    html_add_element(out, "span", "", notes->notes);
    for (int32_t i = 0; i < notes->prompts.count; i++) {
        html_add_element(out, "span", "asked", scenario->texts.rows[notes->prompts.first + i]);
    }
    str_add(out, S("</li>\n"));
}

static void add_decisions(const HtmlPrint *page, StrBuilder *out) {
    int32_t number = 0;
    print_add_words(page, out, "h2", "", TR("Decision by decision"));
    str_add(out, S("<ul class=\"notes\">\n"));
    for (SceneId i = 1; i < page->scenario->scenes.count; i++) {
        if (page->scenario->scenes.rows[i].ask != 0) {
            add_decision(page, out, i, ++number);
        }
    }
    str_add(out, S("</ul>\n"));
}

// A case with a long map has many decisions, which fill the back.
void print_add_sheet(const HtmlPrint *page, StrBuilder *out) {
    Arena scratch = {0};
    Layout layout = layout_of(page->arena, &scratch, page->scenario);
    arena_finish(&scratch);
    str_add(out, S("<main>\n"));
    html_add_element(out, "p", "over", html_print_title(page->catalog, PRINT_SHEET));
    html_add_element(out, "h1", "", page->scenario->title);
    add_front(page, out, &layout);
    str_add(out, S("<div class=\"behind\">\n"));
    if (!is_long(&layout)) {
        add_notes(page, out);
    }
    add_decisions(page, out);
    add_sources(page, out);
    str_add(out, S("</div>\n</main>\n"));
}
