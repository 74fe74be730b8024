#include "report/html_group.h"

#include "base/date.h"
#include "report/html_text.h"

// Each system's own fonts, for it is read on machines that have none of ours.
static const Str STYLE = S_INIT(
    "@page{size:A4;margin:18mm}*{box-sizing:border-box}body{font:18px/1.5 'Atkinson Hyperlegible Next',system-ui,"
    "'Segoe UI',Roboto,'Noto Sans',Verdana,sans-serif;color:#1D2B2F;background:#FBF8F3;max-width:44em;margin:0 auto;"
    "padding:1.6em 1.2em;overflow-wrap:anywhere}.over{margin:0;color:#5A6B70}h1{font-size:1.7em;margin:.1em 0 1em}"
    "h2{font-size:1.2em;margin:1.4em 0 .4em}li{margin:.5em 0}"
    "@media print{body{background:#FFF;padding:0;max-width:none;font-size:13pt}li,h2{break-inside:avoid}}");

static Str words(const HtmlGroup *page, Str source) {
    return catalog_text(page->catalog, source);
}

static void add_kept(const HtmlGroup *page, StrBuilder *out) {
    int32_t count = 0;
    for (int32_t i = 0; i < GROUP_KEPT; i++) {
        Str text = str_trim(page->group->kept[i]);
        if (text.len > 0) {
            str_add(out, count++ == 0 ? S("<ol>\n") : S(""));
            html_add_own(out, "li", text);
        }
    }
    str_add(out, count > 0 ? S("</ol>\n") : S(""));
}

static void add_raised(const HtmlGroup *page, StrBuilder *out) {
    Str text = str_trim(page->group->raised);
    if (text.len > 0) {
        html_add_element(out, "h2", "", words(page, TR("To be passed on")));
        html_add_own(out, "p", text);
    }
}

Str html_group(const HtmlGroup *page) {
    StrBuilder out = {.arena = page->arena};
    Str title = words(page, TR("What the group keeps"));
    Str date = date_told(page->arena, page->catalog, page->date);
    str_addf(&out, "<!DOCTYPE html>\n<html lang=\"%.*s\">\n<head>\n<meta charset=\"utf-8\">\n", S_ARG(page->language));
    str_add(&out, S("<meta name=\"viewport\" content=\"width=device-width\">\n<title>"));
    html_add_text(&out, title);
    str_addf(&out, "</title>\n<style>%.*s%.*s</style>\n</head>\n<body>\n", S_ARG(STYLE), S_ARG(HTML_TEXT_STYLE));
    html_add_element(&out, "p", "over", date);
    html_add_element(&out, "h1", "", title);
    html_add_element(&out, "p", "over", page->group->solo.scenario->title);
    add_kept(page, &out);
    add_raised(page, &out);
    str_add(&out, S("</body>\n</html>\n"));
    return str_built(&out);
}
