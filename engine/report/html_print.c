#include "report/html_print_inside.h"

// Each system's own fonts, for it is read on machines that have none of ours. Colours are printed even where grounds
// are not, as browsers do it unless they are asked.
static const Str STYLE =
    S_INIT("*{box-sizing:border-box}body{font-family:'Atkinson Hyperlegible Next','Atkinson Hyperlegible',system-ui,"
           "-apple-system,'Segoe UI',Roboto,'Noto Sans',Verdana,sans-serif;color:#1D2B2F;background:#FFF;margin:0 auto;"
           "overflow-wrap:anywhere;print-color-adjust:exact;-webkit-print-color-adjust:exact}"
           ".hint{margin:0;padding:.8em 1.2em;background:#DDEEEB;color:#154E4B;font-size:16px;line-height:1.4}"
           "svg{display:block}@media print{.hint{display:none}}");

typedef struct {
    Str title, hint; // the hint is on the screen alone
    const Str *style;
    void (*add)(const HtmlPrint *page, StrBuilder *out);
} Print;

static const Print PRINTS[PRINT_KIND_COUNT] = {
    [PRINT_CARDS] = {.title = TR_INIT("Voting cards"),
                     .hint = TR_INIT("Print on A4 at full size (100 %), once for each person, on stiff paper if you "
                                     "can, and cut along the line. One set serves for every situation."),
                     .style = &PRINT_CARDS_STYLE,
                     .add = print_add_cards},
    [PRINT_SHEET] = {.title = TR_INIT("Trainer’s sheet"),
                     .hint = TR_INIT("Print on A4, on both sides. It tells the author’s marks: keep it out of the "
                                     "room’s sight."),
                     .style = &PRINT_SHEET_STYLE,
                     .add = print_add_sheet},
    [PRINT_GRID] = {.title = TR_INIT("Observer’s grid"),
                    .hint = TR_INIT("Print on A4, once for each person who observes."),
                    .style = &PRINT_GRID_STYLE,
                    .add = print_add_grid},
    [PRINT_READING] = {.title = TR_INIT("Reading copy"),
                       .hint = TR_INIT("Print on A4. The margin is there to write in. It tells everything: give it to "
                                       "those who read the situation again, not to those who are to play it."),
                       .style = &PRINT_READING_STYLE,
                       .add = print_add_reading},
    [PRINT_STORY] = {.title = TR_INIT("The story on cards"),
                     .hint = TR_INIT("Print on A4, on one side, and cut along the lines. Whoever plays has the cards "
                                     "of the scenes; one person keeps the grey ones and reads out of them after each "
                                     "answer."),
                     .style = &PRINT_STORY_STYLE,
                     .add = print_add_story}};

Str print_words(const HtmlPrint *page, Str source) {
    return catalog_text(page->catalog, source);
}

void print_add_words(const HtmlPrint *page, StrBuilder *out, const char *tag, const char *name, Str source) {
    html_add_element(out, tag, name, print_words(page, source));
}

Str html_print_title(const Catalog *catalog, PrintKind kind) {
    return catalog_text(catalog, PRINTS[kind].title);
}

static void add_head(const HtmlPrint *page, StrBuilder *out, const Print *print) {
    str_addf(out, "<!DOCTYPE html>\n<html lang=\"%.*s\">\n<head>\n<meta charset=\"utf-8\">\n", S_ARG(page->language));
    str_add(out, S("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'\">\n<title>"));
    Str parts[] = {print_words(page, print->title), page->scenario->title};
    html_add_text(out, catalog_format(page->arena, page->catalog, TR("{0} · {1}"), parts, COUNT(parts)));
    str_addf(out, "</title>\n<style>%.*s%.*s%.*s</style>\n</head>\n<body>\n", S_ARG(STYLE), S_ARG(HTML_TEXT_STYLE),
             S_ARG(*print->style));
    print_add_words(page, out, "p", "hint", print->hint);
}

Str html_print(const HtmlPrint *page, PrintKind kind) {
    StrBuilder out = {.arena = page->arena};
    add_head(page, &out, &PRINTS[kind]);
    PRINTS[kind].add(page, &out);
    str_add(&out, S("</body>\n</html>\n"));
    return str_built(&out);
}
