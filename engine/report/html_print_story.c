// The case without a screen: a card for each scene, one for what its answers bring about, one to keep count on. Cards
// stand one below the other across the sheet, so that straight cuts part them, and none goes on on the next sheet.
#include "report/html_print_paper.h"

const Str PRINT_STORY_STYLE = S_INIT(
    "@page{size:A4;margin:10mm 11mm}body{font-size:16px;line-height:1.4;max-width:52em}"
    ".card{position:relative;break-inside:avoid;padding:5mm 7mm 6mm;border:1px dashed #8A9B9A;border-width:1px 0}"
    ".card+.card{border-top:0}.card::before{content:'✂';position:absolute;left:1mm;bottom:-.75em;background:#FFF;line-height:1.4;color:#45555A}"
    ".card.back{background:#F4F7F7}.kind{margin:0;font-weight:700;color:#45555A;font-size:.9em}h1,h2{font-size:1.35em;"
    "line-height:1.2;margin:0 0 .3em}p{margin:.25em 0}.with,.when,.scale{color:#45555A}.when::after{content:' – '}"
    ".line b{margin-right:.4em}.asked{font-weight:700;margin-top:.6em}ul{list-style:none;padding:0;margin:.3em 0}"
    "li{margin:.2em 0}.options b{display:inline-block;min-width:1.4em}.write{height:2em;border-bottom:1px solid #8A9B9A}"
    ".tick{display:inline-block;width:.9em;height:.9em;border:1.5px solid #1D2B2F;border-radius:.15em;vertical-align:"
    "-.1em;margin-right:.3em}.part{margin:.4em 0;padding-left:.7em;border-left:2px solid #8A9B9A}.head,.strong,.ending"
    "{font-weight:700}.marks{color:#45555A}.why,.marks,.seek,.order,.portrait{font-size:.94em}.way{font-weight:700;"
    "color:#154E4B}.gauge{display:flex;gap:1.6mm;align-items:center;margin:.2em 0}.gauge span{flex:0 0 38%}"
    ".gauge i{flex:1;height:1.9em;border:1px solid #8A9B9A;border-radius:.2em}"
    "@media print{body{max-width:none;font-size:10pt;line-height:1.34}.long{font-size:8.6pt;line-height:1.25}}");

// A sheet holds some eighty lines of a hundred characters in the smaller letters; what is not as long has larger ones.
enum { LONG_BYTES = 3600 };

typedef void AddCard(const Paper *paper, SceneId scene);

// A card is written before it is known how long it is.
static void add_card(const Paper *paper, const char *kind, Str head, AddCard *add, SceneId scene) {
    StrBuilder inside = {.arena = paper->page->arena}, *out = paper->out;
    Paper written;
    paper_begin(&written, paper->page, &inside);
    if (head.len > 0) {
        paper_add(&written, "p", "kind", head);
    }
    add(&written, scene);
    str_addf(out, "<section class=\"card%s%s\">\n", kind, inside.count > LONG_BYTES ? " long" : "");
    str_add(out, str_built(&inside));
    str_add(out, S("</section>\n"));
}

static void add_cover(const Paper *paper, SceneId scene) {
    (void)scene;
    const Scenario *scenario = paper->scenario;
    paper_add(paper, "h1", "", scenario->title);
    paper_add(paper, "p", "", scenario->summary);
    paper_add(paper, "p", "strong", scenario->notice);
    paper_add(paper, "p", "", scenario->role);
    paper_add(paper, "p", "", scenario->intro);
    paper_add(paper, "p", "way", PAPER_FORMAT(paper, TR("→ {0}"), paper_scene(paper, scenario->start.id)));
}

static void add_count(const Paper *paper, SceneId scene) {
    (void)scene;
    paper_add(paper, "p", "",
              paper_words(paper, TR("Write down each gauge after each answer, and tick what has become true.")));
    paper_add_state(paper, true);
}

static void add_shown(const Paper *paper, SceneId id) {
    const Scene *scene = &paper->scenario->scenes.rows[id];
    paper_add_scene(paper, id);
    if (scene->ask != 0) {
        paper_add_asked(paper, &paper->scenario->asks.rows[scene->ask]);
    } else if (scene->ending != 0) {
        paper_add_ending(paper, &paper->scenario->endings.rows[scene->ending]);
    } else {
        paper_add_ways(paper, scene->next);
    }
}

static void add_brought(const Paper *paper, SceneId id) {
    paper_add(paper, "h2", "", paper_scene(paper, id));
    paper_add_answers(paper, &paper->scenario->asks.rows[paper->scenario->scenes.rows[id].ask]);
}

void print_add_story(const HtmlPrint *page, StrBuilder *out) {
    Paper paper;
    const Scenario *scenario = page->scenario;
    paper_begin(&paper, page, out);
    str_add(out, S("<main>\n"));
    add_card(&paper, "", (Str){0}, add_cover, 0);
    if (scenario->gauge_rows.count + scenario->fact_rows.count > 0) {
        add_card(&paper, "", print_words(page, TR("To keep count")), add_count, 0);
    }
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        add_card(&paper, "", (Str){0}, add_shown, i);
    }
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        if (scenario->scenes.rows[i].ask != 0) {
            add_card(&paper, " back", print_words(page, TR("After the answer")), add_brought, i);
        }
    }
    str_add(out, S("</main>\n"));
}
