#include "player/notes_picture.h"

#include "base/date.h"
#include "report/html_text.h"

enum {
    WIDTH = 760,
    LEFT = 40,
    STEP = 68,
    HEAD = 96,
    ROW = 84,
    LEGEND_ROW = 26,
    MARK = 8,
    LARGE = 24,
    BODY = 16,
    SMALL = 13
};

// Drawn about 0, 0.
static const char *const MARKS[NOTEBOOK_TIMES] = {
    [NOTEBOOK_BEFORE] = "<circle r=\"8\" fill=\"#FFFFFF\" stroke=\"#1F6F6B\" stroke-width=\"3\"/>",
    [NOTEBOOK_AFTER] = "<circle r=\"8\" fill=\"#1F6F6B\" stroke=\"#1F6F6B\" stroke-width=\"3\"/>",
    [NOTEBOOK_LOOKING_BACK] =
        "<path d=\"M0 -10L10 0L0 10L-10 0Z\" fill=\"#FFFFFF\" stroke=\"#B8492F\" stroke-width=\"3\"/>",
};

static void add_text(StrBuilder *out, int32_t x, int32_t y, int32_t size, Str text) {
    str_addf(out, "<text x=\"%d\" y=\"%d\" font-size=\"%d\">", x, y, size);
    html_add_text(out, text);
    str_add(out, S("</text>\n"));
}

static void add_mark(StrBuilder *out, int32_t x, int32_t y, NotebookTime time) {
    str_addf(out, "<g transform=\"translate(%d %d)\">%s</g>\n", x, y, MARKS[time]);
}

static void add_line(StrBuilder *out, int32_t y) {
    str_addf(out, "<path d=\"M%d %dh%d", LEFT, y, STEP * NOTEBOOK_MOST);
    for (int32_t i = 0; i <= NOTEBOOK_MOST; i++) {
        str_addf(out, "M%d %dv8", LEFT + i * STEP, y - 4);
    }
    str_add(out, S("\" stroke=\"#5A6B6A\"/>\n"));
    add_text(out, LEFT / 2, y + 4, SMALL, S("0"));
    add_text(out, LEFT + STEP * NOTEBOOK_MOST + LEFT / 2, y + 4, SMALL, str_format(out->arena, "%d", NOTEBOOK_MOST));
}

// Marks on one place stand one above the other.
static void add_places(StrBuilder *out, const NotebookPage *position, int32_t behaviour, int32_t y) {
    for (int32_t time = 0; time < NOTEBOOK_TIMES; time++) {
        int32_t place = position->places[time][behaviour], below = 0;
        for (int32_t earlier = 0; earlier < time; earlier++) {
            below += place == position->places[earlier][behaviour];
        }
        if (place != NOTEBOOK_UNSAID) {
            add_mark(out, LEFT + place * STEP, y - below * MARK, (NotebookTime)time);
        }
    }
}

static bool is_said(const NotebookPage *position, NotebookTime time) {
    bool said = false;
    for (int32_t i = 0; i < NOTEBOOK_BEHAVIOURS; i++) {
        said = said || position->places[time][i] != NOTEBOOK_UNSAID;
    }
    return said;
}

static int32_t add_legend(StrBuilder *out, const Catalog *catalog, const NotebookPage *position, int32_t y) {
    for (int32_t time = 0; time < NOTEBOOK_TIMES; time++) {
        if (is_said(position, (NotebookTime)time)) {
            add_mark(out, LEFT, y, (NotebookTime)time);
            add_text(out, LEFT + 2 * MARK + 4, y + 4, SMALL, catalog_text(catalog, notebook_time((NotebookTime)time)));
            y += LEGEND_ROW;
        }
    }
    return y;
}

static int32_t add_rows(StrBuilder *out, const Catalog *catalog, const NotebookPage *position, int32_t y) {
    for (int32_t i = 0; i < NOTEBOOK_BEHAVIOURS; i++) {
        Str told = notebook_tell_place(out->arena, catalog, position, i);
        if (told.len > 0) {
            add_text(out, LEFT, y, BODY, catalog_text(catalog, notebook_behaviour(i)));
            add_line(out, y + LEGEND_ROW);
            add_places(out, position, i, y + LEGEND_ROW);
            add_text(out, LEFT, y + 2 * LEGEND_ROW, SMALL, told);
            y += ROW;
        }
    }
    return y;
}

Str notes_picture(Arena *arena, const Catalog *catalog, const NotebookPage *position, Str day) {
    StrBuilder rows = {.arena = arena}, out = {.arena = arena};
    Str title = catalog_text(catalog, TR("A mark for myself"));
    add_text(&rows, LEFT, LEFT + LARGE / 2, LARGE, title);
    add_text(&rows, LEFT, LEFT + LARGE + BODY, SMALL, date_told(arena, catalog, day));
    int32_t height = add_rows(&rows, catalog, position, HEAD + LARGE);
    height = add_legend(&rows, catalog, position, height);
    str_addf(&out,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" "
             "font-family=\"sans-serif\" fill=\"#1B2A2B\">\n<title>",
             WIDTH, height, WIDTH, height);
    html_add_text(&out, title);
    str_add(&out, S("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n"));
    str_add(&out, str_built(&rows));
    str_add(&out, S("</svg>\n"));
    return str_built(&out);
}
