#include "base/emphasis.h"
#include "map/map_text.h"
#include "map/map_write.h"

// Pixels.
enum {
    UNIT = 16,
    LEAST_WIDTH = 480,
    ID_SIZE = 11,
    CASE_SIZE = 22,
    HOOK = 2 * UNIT, // how far to the side of a scene an edge passes that goes back
    LABEL_SIZE = 12,
    LABEL_HEIGHT = 20,
    LABEL_GAP = 6
};

enum { LETTER_COUNT = 9, TITLE_LINES = 3 };

// Of a picture alone, and of one within a page to print, where letters are larger and scenes closer.
typedef struct {
    int32_t unit_x, unit_y; // of the layout
    int32_t width, height;  // of a scene
    int32_t margin, header; // around all of it; above it, for the title of the case
    int32_t padding;
    int32_t title_size, leading, lines; // of the title of a scene
    int32_t label_drop;                 // from the foot of a scene to the middle of a label
    int32_t first_line;                 // from the top of a scene to the foot of its first line
    bool paper;
} Size;

static const Size SCREEN = {.unit_x = UNIT,
                            .unit_y = UNIT,
                            .width = LAYOUT_NODE_WIDTH * UNIT,
                            .height = LAYOUT_NODE_HEIGHT * UNIT,
                            .margin = 56,
                            .header = 56,
                            .padding = 16,
                            .title_size = 14,
                            .leading = 17,
                            .lines = 2,
                            .label_drop = 20,
                            .first_line = 37};
static const Size PAPER = {.unit_x = 12,
                           .unit_y = 12,
                           .width = LAYOUT_NODE_WIDTH * 12,
                           .height = 72,
                           .margin = 34, // ways that go back pass beside the scenes
                           .padding = 8,
                           .title_size = 20,
                           .leading = 21,
                           .lines = 3,
                           .label_drop = 15,
                           .first_line = 22,
                           .paper = true};

// All edges from one scene to another, drawn as one.
typedef struct {
    SceneId to;
    bool back, conditional;
    Span runs;
    uint32_t letters; // bit i: the i-th letter leads there
    Str label;
    int32_t width; // of the label
    int32_t aim;   // x of the first point that it makes for
    int32_t port;  // x where it leaves the scene
} Way;

typedef struct {
    Arena *scratch;
    StrBuilder out, labels;
    const Scenario *scenario;
    const Layout *layout;
    const Size *size;
    int32_t decisions; // drawn so far
    int32_t left, top; // of what the layout puts at 0, 0
    ROWS_OF(Way) ways; // of the scene being drawn
} Picture;

static const Str STYLE = S_INIT(
    "<style>\n"
    "text{font-family:'Atkinson Hyperlegible Next','Atkinson Hyperlegible','Segoe UI',system-ui,sans-serif;fill:#1D2B2F}\n"
    ".case{font-size:22px;font-weight:700}\n"
    ".id{font-size:11px;fill:#5A6B70}\n"
    ".title{font-size:14px;font-weight:600}\n"
    ".card{fill:#FFFFFF;stroke:#CFC7BA;stroke-width:1.5}\n"
    ".decision .card{stroke:#8A9B9A}\n"
    ".start .card{stroke:#1F6F6B;stroke-width:3}\n"
    ".open .card{fill:#ECE4F3;stroke:#6B4C86}\n"
    ".good .card{fill:#DDEEEB;stroke:#1F6F6B}\n"
    ".mixed .card{fill:#FBF0D9;stroke:#C98A1B}\n"
    ".hard .card{fill:#F8E4DC;stroke:#B8492F}\n"
    ".sign{fill:none;stroke:#5A6B70;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}\n"
    ".decision .sign{stroke:#1F6F6B}\n"
    ".start .sign{fill:#1F6F6B;stroke:#1F6F6B}\n"
    ".open .sign{stroke:#6B4C86}\n"
    ".good .sign{stroke:#154E4B}\n"
    ".mixed .sign{stroke:#8A5C0B}\n"
    ".hard .sign{stroke:#B8492F}\n"
    ".way{fill:none;stroke:#7F9492;stroke-width:2;marker-end:url(#down)}\n"
    ".back{stroke:#6B4C86;marker-end:url(#up)}\n"
    ".if{stroke-dasharray:7 5}\n"
    ".label{fill:#FFFFFF;stroke:#7F9492;stroke-width:1.5}\n"
    ".label.back{stroke:#6B4C86}\n"
    ".letter{font-size:12px;font-weight:700;text-anchor:middle}\n"
    "</style>\n");

// What is printed in black still tells one way from another, and an ending from a scene.
static const Str PAPER_STYLE = S_INIT("<style>\n"
                                      ".title{font-size:20px}\n"
                                      ".way{stroke:#3A4A4E}\n"
                                      ".back{stroke:#6B4C86}\n"
                                      ".letter{font-size:15px}\n"
                                      ".open .card,.good .card,.mixed .card,.hard .card{stroke-width:4}\n"
                                      "</style>\n");

static const Str DEFINITIONS = S_INIT(
    "<defs>\n"
    "<pattern id=\"dots\" width=\"32\" height=\"32\" patternUnits=\"userSpaceOnUse\">"
    "<circle cx=\"16\" cy=\"16\" r=\"1.2\" fill=\"#E2DCD2\"/></pattern>\n"
    "<marker id=\"down\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"5\" markerHeight=\"5\" orient=\"auto\">"
    "<path d=\"M0 0.5 10 5 0 9.5z\" fill=\"#7F9492\"/></marker>\n"
    "<marker id=\"up\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"5\" markerHeight=\"5\" orient=\"auto\">"
    "<path d=\"M0 0.5 10 5 0 9.5z\" fill=\"#6B4C86\"/></marker>\n"
    "</defs>\n");

static int32_t node_x(const Picture *picture, SceneId scene) {
    return picture->left + picture->layout->nodes[scene - 1].x * picture->size->unit_x;
}

static int32_t node_y(const Picture *picture, SceneId scene) {
    return picture->top + picture->layout->nodes[scene - 1].y * picture->size->unit_y;
}

static int32_t run_x(const Picture *picture, int32_t run) {
    return picture->left + picture->layout->runs[run].x * picture->size->unit_x;
}

static int32_t run_top(const Picture *picture, int32_t run) {
    return picture->top + picture->layout->runs[run].top * picture->size->unit_y;
}

// Scenes may be higher here than in the layout.
static int32_t run_foot(const Picture *picture, int32_t run) {
    int32_t last_top = picture->layout->runs[run].foot - LAYOUT_NODE_HEIGHT;
    return picture->top + last_top * picture->size->unit_y + picture->size->height;
}

static Way *find_way(Picture *picture, const LayoutEdge *edge) {
    for (int32_t i = 0; i < picture->ways.count; i++) {
        if (picture->ways.rows[i].to == edge->way.to) {
            return &picture->ways.rows[i];
        }
    }
    Way *way = rows_append(picture->scratch, &picture->ways);
    way->to = edge->way.to;
    way->back = edge->back;
    way->conditional = true;
    way->runs = edge->runs;
    return way;
}

// "A", "A C", "A–D": three letters or more in a row are joined.
static Str write_letters(Picture *picture, uint32_t letters) {
    StrBuilder text = {.arena = picture->scratch};
    for (int32_t first = 0; first < LETTER_COUNT; first++) {
        int32_t after = first;
        while (after < LETTER_COUNT && (letters & 1U << after) != 0) {
            after++;
        }
        if (after - first >= 3) {
            str_addf(&text, "%s%c–%c", text.count > 0 ? " " : "", 'A' + first, 'A' + after - 1);
            first = after;
        } else if (after > first) {
            str_addf(&text, "%s%c", text.count > 0 ? " " : "", 'A' + first);
        }
    }
    return str_built(&text);
}

static void add_label(Picture *picture, Way *way, const Edge *edge) {
    way->conditional = way->conditional && edge->conditional;
    if (edge->option != 0) {
        way->letters |= 1U << (edge->label.text[0] - 'A');
        way->label = write_letters(picture, way->letters);
    } else if (way->label.len == 0) {
        way->label = edge->label;
    } else if (edge->label.len > 0 && str_find(way->label, edge->label) < 0) {
        way->label = str_format(picture->scratch, "%.*s, %.*s", S_ARG(way->label), S_ARG(edge->label));
    }
}

// A label that all ways share tells nothing, but for the letters of a single way: how many options there are.
static void drop_labels(Picture *picture) {
    Way *ways = picture->ways.rows;
    bool telling = picture->ways.count == 1 && ways[0].letters != 0;
    for (int32_t i = 1; i < picture->ways.count; i++) {
        telling = telling || !str_equal(ways[i].label, ways[0].label);
    }
    for (int32_t i = 0; i < picture->ways.count && !telling; i++) {
        ways[i].label = (Str){0};
    }
}

static int32_t collect_ways(Picture *picture, int32_t first) {
    const Layout *layout = picture->layout;
    SceneId from = layout->edges[first].way.from;
    picture->ways.count = 0;
    int32_t next = first;
    for (; next < layout->edge_count && layout->edges[next].way.from == from; next++) {
        add_label(picture, find_way(picture, &layout->edges[next]), &layout->edges[next].way);
    }
    drop_labels(picture);
    for (int32_t i = 0; i < picture->ways.count; i++) {
        Way *way = &picture->ways.rows[i];
        way->aim =
            way->runs.count > 0 ? run_x(picture, way->runs.first) : node_x(picture, way->to) + picture->size->width / 2;
        int32_t text =
            (map_text_width(way->label, LABEL_SIZE) + LABEL_HEIGHT / 2) / 2 * 2; // its middle is a whole pixel
        way->width = way->label.len == 0 ? 0 : text < LABEL_HEIGHT ? LABEL_HEIGHT : text;
    }
    return next;
}

static void sort_ways(Picture *picture) {
    Way *ways = picture->ways.rows;
    for (int32_t i = 1; i < picture->ways.count; i++) {
        Way way = ways[i];
        int32_t at = i;
        for (; at > 0 && ways[at - 1].aim > way.aim; at--) {
            ways[at] = ways[at - 1];
        }
        ways[at] = way;
    }
}

// Edges that go down leave the foot of the scene in the order in which they part: side by side where they carry labels.
static void set_ports(Picture *picture, SceneId from) {
    int32_t width = 0;
    for (int32_t i = 0; i < picture->ways.count; i++) {
        const Way *way = &picture->ways.rows[i];
        width += way->back || way->width == 0 ? 0 : way->width + (width > 0 ? LABEL_GAP : 0);
    }
    int32_t x = node_x(picture, from) + (picture->size->width - width) / 2;
    for (int32_t i = 0; i < picture->ways.count; i++) {
        Way *way = &picture->ways.rows[i];
        if (!way->back) {
            way->port = x + way->width / 2;
            x += way->width > 0 ? way->width + LABEL_GAP : 0;
        }
    }
}

// Leaves one point and reaches the other upright.
static void add_curve(Picture *picture, int32_t from_x, int32_t from_y, int32_t x, int32_t y) {
    int32_t reach = (y - from_y) * 3 / 4;
    str_addf(&picture->out, "C%d %d %d %d %d %d", from_x, from_y + reach, x, y - reach, x, y);
}

static void add_way_down(Picture *picture, SceneId from, const Way *way) {
    int32_t x = way->port;
    int32_t foot = node_y(picture, from) + picture->size->height;
    int32_t y = way->label.len > 0 ? foot + picture->size->label_drop : foot;
    str_addf(&picture->out, "M%d %dV%d", x, foot, y);
    for (int32_t i = way->runs.first; i < way->runs.first + way->runs.count; i++) {
        add_curve(picture, x, y, run_x(picture, i), run_top(picture, i));
        x = run_x(picture, i);
        y = run_foot(picture, i);
        str_addf(&picture->out, "V%d", y);
    }
    add_curve(picture, x, y, node_x(picture, way->to) + picture->size->width / 2, node_y(picture, way->to) - 1);
}

// Out of a side of the scene, up beside it, and into the side of the other scene.
static void add_way_back(Picture *picture, SceneId from, Way *way) {
    int32_t middle = node_y(picture, from) + picture->size->height / 2;
    bool to_left = way->aim < node_x(picture, from) + picture->size->width / 2;
    int32_t side = node_x(picture, from) + (to_left ? 0 : picture->size->width);
    int32_t x = side + (to_left ? -HOOK : HOOK);
    int32_t y = middle - picture->size->height / 2;
    way->port = x;
    str_addf(&picture->out, "M%d %dQ%d %d %d %d", side, middle, x, middle, x, y);
    for (int32_t i = way->runs.first; i < way->runs.first + way->runs.count; i++) {
        add_curve(picture, x, y, run_x(picture, i), run_foot(picture, i));
        x = run_x(picture, i);
        y = run_top(picture, i);
        str_addf(&picture->out, "V%d", y);
    }
    bool from_left = x < node_x(picture, way->to) + picture->size->width / 2;
    side = node_x(picture, way->to) + (from_left ? 0 : picture->size->width);
    middle = node_y(picture, way->to) + picture->size->height / 2;
    int32_t hook = side + (from_left ? -HOOK : HOOK);
    add_curve(picture, x, y, hook, middle + picture->size->height / 2);
    str_addf(&picture->out, "Q%d %d %d %d", hook, middle, from_left ? side - 1 : side + 1, middle);
}

// Back into the scene that it leaves.
static void add_way_round(Picture *picture, SceneId from, Way *way) {
    int32_t side = node_x(picture, from) + picture->size->width;
    int32_t middle = node_y(picture, from) + picture->size->height / 2;
    way->port = side + HOOK;
    str_addf(&picture->out, "M%d %dC%d %d %d %d %d %d", side, middle + picture->size->height / 4, side + HOOK + UNIT,
             middle + picture->size->height, side + HOOK + UNIT, middle - picture->size->height, side + 1,
             middle - picture->size->height / 4);
}

static void add_way(Picture *picture, SceneId from, Way *way) {
    str_addf(&picture->out, "<path class=\"way%s%s\" d=\"", way->back ? " back" : "", way->conditional ? " if" : "");
    if (way->to == from) {
        add_way_round(picture, from, way);
    } else if (way->back) {
        add_way_back(picture, from, way);
    } else {
        add_way_down(picture, from, way);
    }
    str_add(&picture->out, S("\"/>\n"));
}

static void add_way_label(Picture *picture, SceneId from, const Way *way) {
    if (way->label.len == 0) {
        return;
    }
    int32_t y = node_y(picture, from) + (!way->back        ? picture->size->height + picture->size->label_drop
                                         : way->to == from ? picture->size->height / 2
                                                           : 0);
    str_addf(&picture->labels, "<rect class=\"label%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>",
             way->back ? " back" : "", way->port - way->width / 2, y - LABEL_HEIGHT / 2, way->width, LABEL_HEIGHT,
             LABEL_HEIGHT / 2);
    str_addf(&picture->labels, "<text class=\"letter\" x=\"%d\" y=\"%d\">", way->port, y + LABEL_SIZE / 3);
    map_add_text(&picture->labels, way->label);
    str_add(&picture->labels, S("</text>\n"));
}

// Labels come after all edges, and scenes after both, so that neither is crossed.
static void add_ways(Picture *picture) {
    for (int32_t first = 0; first < picture->layout->edge_count;) {
        SceneId from = picture->layout->edges[first].way.from;
        first = collect_ways(picture, first);
        sort_ways(picture);
        set_ports(picture, from);
        for (int32_t i = 0; i < picture->ways.count; i++) {
            add_way(picture, from, &picture->ways.rows[i]);
            add_way_label(picture, from, &picture->ways.rows[i]);
        }
    }
    str_add(&picture->out, str_built(&picture->labels));
}

// How a scene is shown: a class of the style, and a sign of 12 pixels that tells the same without colour.
typedef struct {
    const char *name;
    const char *sign;
} Look;

static Look look_of(const Scenario *scenario, SceneId scene) {
    static const Look START = {"start", "M2.5 1 10.5 6 2.5 11z"};
    static const Look SCENE = {"plain", "M1 1H11V8H5.5L2.5 11V8H1z"};
    static const Look ENDINGS[] = {[TONE_NONE] = {"open", "M2 2H10V10H2z"},
                                   [TONE_GOOD] = {"good", "M1 6.5 4.5 10 11 2"},
                                   [TONE_MIXED] = {"mixed", "M1 7C2.5 2 5 2 6 6S9.5 10 11 5"},
                                   [TONE_HARD] = {"hard", "M2 2 10 10M10 2 2 10"}};
    static const Look ASKS[] = {
        [ASK_CHOICE] = {"decision", "M6 1V5L1.5 11M6 5 10.5 11"},
        [ASK_MULTIPLE] = {"decision", "M1 3 2.5 4.5 5 1.5M1 9 2.5 10.5 5 7.5M7.5 3H11M7.5 9H11"},
        [ASK_RANK] = {"decision", "M1 2H11M1 6H8M1 10H5"},
        [ASK_RATE] = {"decision", "M1 3.5H11M4 1.5V5.5M1 9H11M8 7V11"},
        [ASK_CLASSIFY] = {"decision", "M1 1H5V5H1zM7 1H11V5H7zM1 7H5V11H1zM7 7H11V11H7z"},
        [ASK_WRITE] = {"decision", "M1 11 2 8 8.5 1.5 10.5 3.5 4 10z"}};
    const Scene *row = &scenario->scenes.rows[scene];
    if (row->ending != 0) {
        return ENDINGS[scenario->endings.rows[row->ending].tone];
    }
    if (scene == scenario->start.id) {
        return START;
    }
    return row->ask != 0 ? ASKS[scenario->asks.rows[row->ask].kind] : SCENE;
}

static void add_caption(Picture *picture, Str caption, int32_t x, int32_t y) {
    const Size *size = picture->size;
    Str rest = caption;
    bool cut = false;
    Str lines[TITLE_LINES];
    int32_t count = 0;
    while (count < size->lines && str_trim(rest).len > 0) {
        lines[count] =
            map_take_line(&rest, size->title_size, size->width - 2 * size->padding, count == size->lines - 1, &cut);
        count++;
    }
    y += (size->lines - count) * size->leading / 2;
    for (int32_t i = 0; i < count; i++) {
        str_addf(&picture->out, "<text class=\"title\" x=\"%d\" y=\"%d\">", x, y + i * size->leading);
        map_add_text(&picture->out, lines[i]);
        str_add(&picture->out, cut && i == count - 1 ? S("…</text>\n") : S("</text>\n"));
    }
}

static void add_id(Picture *picture, SceneId scene, int32_t x, int32_t y) {
    enum { SIGN_ROOM = 20 };
    str_addf(&picture->out, "<text class=\"id\" x=\"%d\" y=\"%d\">", x + SIGN_ROOM, y + 19);
    Str rest = scenario_name(picture->scenario, picture->scenario->scenes.rows[scene].id);
    bool cut = false;
    int32_t room = picture->size->width - 2 * picture->size->padding - SIGN_ROOM;
    map_add_text(&picture->out, map_take_line(&rest, ID_SIZE, room, true, &cut));
    str_add(&picture->out, cut ? S("…</text>\n") : S("</text>\n"));
}

// On paper a scene has no room for its id, and its decision has a number.
static Str caption_of(Picture *picture, SceneId scene) {
    Str caption = map_caption(picture->scratch, picture->scenario, scene);
    if (!picture->size->paper || picture->scenario->scenes.rows[scene].ask == 0) {
        return caption;
    }
    return str_format(picture->scratch, "%d · %.*s", ++picture->decisions, S_ARG(caption));
}

static void add_scene(Picture *picture, SceneId scene) {
    const Size *size = picture->size;
    Look look = look_of(picture->scenario, scene);
    int32_t x = node_x(picture, scene);
    int32_t y = node_y(picture, scene);
    str_addf(&picture->out, "<g class=\"%s\"><title>", look.name);
    map_add_text(&picture->out, map_caption(picture->scratch, picture->scenario, scene));
    str_addf(&picture->out, "</title>\n<rect class=\"card\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"14\"/>\n",
             x, y, size->width, size->height);
    if (!size->paper) {
        str_addf(&picture->out, "<path class=\"sign\" transform=\"translate(%d %d)\" d=\"%s\"/>\n", x + size->padding,
                 y + 9, look.sign);
        add_id(picture, scene, x + size->padding, y);
    }
    add_caption(picture, caption_of(picture, scene), x + size->padding, y + size->first_line);
    str_add(&picture->out, S("</g>\n"));
}

static void add_opening(Picture *picture, int32_t width, int32_t height) {
    str_addf(
        &picture->out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">\n<title>",
        width, height, width, height);
    map_add_text(&picture->out, picture->scenario->title);
    str_add(&picture->out, S("</title>\n<desc>"));
    map_add_text(&picture->out, emphasis_plain(picture->scratch, picture->scenario->summary));
    str_add(&picture->out, S("</desc>\n"));
    str_add(&picture->out, STYLE);
    str_add(&picture->out, picture->size->paper ? PAPER_STYLE : S(""));
    str_add(&picture->out, DEFINITIONS);
}

static void add_background(Picture *picture, int32_t width) {
    str_add(&picture->out, S("<rect width=\"100%\" height=\"100%\" fill=\"#FBF8F3\"/>\n"
                             "<rect width=\"100%\" height=\"100%\" fill=\"url(#dots)\"/>\n"));
    Str rest = picture->scenario->title;
    bool cut = false;
    int32_t margin = picture->size->margin;
    str_addf(&picture->out, "<text class=\"case\" x=\"%d\" y=\"%d\">", margin, margin);
    map_add_text(&picture->out, map_take_line(&rest, CASE_SIZE, width - 2 * margin, true, &cut));
    str_add(&picture->out, cut ? S("…</text>\n") : S("</text>\n"));
}

static Str draw(Arena *arena, const Scenario *scenario, const Layout *layout, const Size *size) {
    Arena scratch = {0};
    int32_t drawn = layout->width * size->unit_x + 2 * size->margin;
    int32_t width = drawn < LEAST_WIDTH && !size->paper ? LEAST_WIDTH : drawn;
    int32_t height = layout->height * size->unit_y + size->height - LAYOUT_NODE_HEIGHT * size->unit_y;
    Picture picture = {.scratch = &scratch,
                       .out = {.arena = arena},
                       .labels = {.arena = &scratch},
                       .scenario = scenario,
                       .layout = layout,
                       .size = size,
                       .left = size->margin + (width - drawn) / 2 - layout->left * size->unit_x,
                       .top = size->margin + size->header - layout->top * size->unit_y};
    add_opening(&picture, width, height + size->header + 2 * size->margin);
    if (!size->paper) {
        add_background(&picture, width);
    }
    add_ways(&picture);
    for (int32_t i = 0; i < layout->node_count; i++) {
        add_scene(&picture, layout->nodes[i].scene);
    }
    str_add(&picture.out, S("</svg>\n"));
    arena_finish(&scratch);
    return str_built(&picture.out);
}

Str map_write_svg(Arena *arena, const Scenario *scenario, const Layout *layout) {
    return draw(arena, scenario, layout, &SCREEN);
}

Str map_write_paper(Arena *arena, const Scenario *scenario, const Layout *layout) {
    return draw(arena, scenario, layout, &PAPER);
}
