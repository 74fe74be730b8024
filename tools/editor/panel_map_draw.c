#include "editor/panel_map.h"

#include "map/map_write.h"

enum {
    ONE = 1024,
    WIDTH = LAYOUT_NODE_WIDTH * MAP_UNIT,
    HEIGHT = LAYOUT_NODE_HEIGHT * MAP_UNIT,
    HOOK = 2 * MAP_UNIT, // how far to the side of a scene a way goes that leads back
    STEPS = 10,          // straight pieces of a curve
    MOST_POINTS = 600,
    MOST_WAYS = 32, // from one scene to different ones, drawn apart
    PAD = 10
};

typedef struct {
    const Map *map;
    UiCanvas *canvas;
    const Layout *layout;
    DrawPoint points[MOST_POINTS];
    int32_t count;
} Drawing;

// All ways from one scene to another, drawn as one.
typedef struct {
    const LayoutEdge *edge;
    StrBuilder label;
} Way;

typedef struct {
    int32_t x, y; // units of the board
} Point;

static int32_t px(const Drawing *drawing, int32_t units) {
    return (int32_t)((int64_t)units * drawing->map->view.zoom / ONE);
}

static Point scene_at(const Drawing *drawing, SceneId scene) {
    const LayoutNode *node = &drawing->layout->nodes[scene - 1];
    return (Point){node->x * MAP_UNIT, node->y * MAP_UNIT};
}

static void add_point(Drawing *drawing, Point at) {
    const UiView *view = &drawing->map->view;
    if (drawing->count < MOST_POINTS) {
        int64_t x = (int64_t)at.x * view->zoom * DRAW_SUBPIXELS / ONE,
                y = (int64_t)at.y * view->zoom * DRAW_SUBPIXELS / ONE;
        drawing->points[drawing->count++] = (DrawPoint){(int32_t)(x + (int64_t)view->x * DRAW_SUBPIXELS),
                                                        (int32_t)(y + (int64_t)view->y * DRAW_SUBPIXELS)};
    }
}

static int32_t between(int32_t a, int32_t b, int32_t c, int32_t d, int32_t step) {
    int64_t t = step, u = STEPS - step;
    return (int32_t)((u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d) / (STEPS * STEPS * STEPS));
}

// Leaves one point and reaches the other upright.
static void add_curve(Drawing *drawing, Point from, Point to) {
    int32_t reach = (to.y - from.y) * 3 / 4;
    for (int32_t step = 1; step <= STEPS; step++) {
        add_point(drawing, (Point){between(from.x, from.x, to.x, to.x, step),
                                   between(from.y, from.y + reach, to.y - reach, to.y, step)});
    }
}

// Upright along its runs, past the scenes between.
static Point add_runs(Drawing *drawing, const LayoutEdge *edge, Point from) {
    for (int32_t i = 0; i < edge->runs.count; i++) {
        const LayoutRun *run = &drawing->layout->runs[edge->runs.first + i];
        Point top = {run->x * MAP_UNIT, run->top * MAP_UNIT}, foot = {run->x * MAP_UNIT, run->foot * MAP_UNIT};
        add_curve(drawing, from, edge->back ? foot : top);
        from = edge->back ? top : foot;
        add_point(drawing, from);
    }
    return from;
}

static void add_arrow(Drawing *drawing, ColorRole color) {
    if (drawing->count < 2) {
        return;
    }
    DrawPoint tip = drawing->points[drawing->count - 1], before = drawing->points[drawing->count - 2];
    int32_t size = px(drawing, 7) * DRAW_SUBPIXELS, across = tip.x - before.x, down = tip.y - before.y;
    int32_t far = (across < 0 ? -across : across) + (down < 0 ? -down : down);
    if (far > 0 && size > 0) {
        int32_t back_x = (int32_t)((int64_t)across * size / far), back_y = (int32_t)((int64_t)down * size / far);
        DrawPoint head[] = {tip,
                            {tip.x - back_x - back_y / 2, tip.y - back_y + back_x / 2},
                            {tip.x - back_x + back_y / 2, tip.y - back_y - back_x / 2}};
        canvas_polygon(drawing->canvas, head, COUNT(head), color);
    }
}

static void add_way_down(Drawing *drawing, const LayoutEdge *edge, Point port) {
    Point to = scene_at(drawing, edge->way.to);
    add_point(drawing, port);
    Point from = add_runs(drawing, edge, port);
    add_curve(drawing, from, (Point){to.x + WIDTH / 2, to.y});
}

// From the side of a scene, and in at the side of the other.
static void add_way_back(Drawing *drawing, const LayoutEdge *edge) {
    Point from = scene_at(drawing, edge->way.from), to = scene_at(drawing, edge->way.to);
    Point out = {from.x + WIDTH + HOOK, from.y + HEIGHT / 2}, in = {to.x + WIDTH + HOOK, to.y + HEIGHT / 2};
    add_point(drawing, (Point){from.x + WIDTH, out.y});
    add_point(drawing, out);
    add_curve(drawing, add_runs(drawing, edge, out), in);
    add_point(drawing, (Point){to.x + WIDTH, in.y});
}

static void say_label(const Drawing *drawing, Point port, Str label, ColorRole color) {
    UiCanvas *canvas = drawing->canvas;
    int32_t width = canvas_text_width(canvas, label, TEXT_LABEL) + canvas_px(canvas, 10),
            height = canvas_px(canvas, 20);
    int32_t x = px(drawing, port.x) + drawing->map->view.x - width / 2, y = px(drawing, port.y) + drawing->map->view.y;
    canvas_box(canvas, (CanvasBox){.rect = {x, y, width, height},
                                   .fill = COLOR_CARD,
                                   .stroke = color,
                                   .stroke_px = canvas_px(canvas, 1),
                                   .radius_px = height / 2});
    canvas_text(canvas,
                (CanvasText){.text = label, .style = TEXT_LABEL, .align = UI_CENTER, .x = x + width / 2, .y = y});
}

static bool reads(const Drawing *drawing) {
    return drawing->map->view.zoom >= canvas_px(drawing->canvas, ONE) / 2;
}

static void draw_way(Drawing *drawing, const Way *way, Point port) {
    bool chosen = way->edge->way.from == drawing->map->chosen;
    ColorRole color = chosen ? COLOR_TEAL : way->edge->back ? COLOR_PLUM : COLOR_EDGE;
    drawing->count = 0;
    if (way->edge->back) {
        add_way_back(drawing, way->edge);
        port = (Point){scene_at(drawing, way->edge->way.from).x + WIDTH + HOOK, port.y - HEIGHT / 2};
    } else {
        add_way_down(drawing, way->edge, port);
    }
    canvas_path(drawing->canvas, drawing->points, drawing->count, color, canvas_px(drawing->canvas, chosen ? 3 : 2));
    add_arrow(drawing, color);
    if (way->label.count > 0 && reads(drawing)) {
        say_label(drawing, port, str_built(&way->label), color);
    }
}

// Whether something between two points may be in sight.
static bool is_in_sight(const Drawing *drawing, Point a, Point b) {
    const UiView *view = &drawing->map->view;
    int32_t top = px(drawing, (a.y < b.y ? a.y : b.y) - HEIGHT) + view->y;
    int32_t foot = px(drawing, (a.y > b.y ? a.y : b.y) + 2 * HEIGHT) + view->y;
    return foot >= 0 && top <= canvas_height(drawing->canvas);
}

static void add_letters(Way *way, const LayoutEdge *edge) {
    if (edge->way.label.len > 0) {
        str_add(&way->label, way->label.count > 0 ? S(" ") : S(""));
        str_add(&way->label, edge->way.label);
    }
}

// The ways out of a scene from row `first` on; gives the row after them.
static int32_t draw_ways(Drawing *drawing, int32_t first) {
    const Layout *layout = drawing->layout;
    SceneId from = layout->edges[first].way.from;
    Way ways[MOST_WAYS];
    int32_t count = 0, next = first;
    for (; next < layout->edge_count && layout->edges[next].way.from == from; next++) {
        const LayoutEdge *edge = &layout->edges[next];
        int32_t row = 0;
        while (row < count && ways[row].edge->way.to != edge->way.to) {
            row++;
        }
        if (row == count && count < MOST_WAYS) {
            ways[count++] = (Way){.edge = edge, .label = {.arena = ui_arena(drawing->map->page->ui)}};
        }
        if (row < count) {
            add_letters(&ways[row], edge);
        }
    }
    Point at = scene_at(drawing, from);
    for (int32_t i = 0; i < count; i++) {
        if (is_in_sight(drawing, at, scene_at(drawing, ways[i].edge->way.to))) {
            draw_way(drawing, &ways[i], (Point){at.x + WIDTH * (i + 1) / (count + 1), at.y + HEIGHT});
        }
    }
    return next;
}

static Str tell_ask(const Page *page, const Ask *ask) {
    static const Str KINDS[] = {[ASK_CHOICE] = TR_INIT("choice ×{0}"),     [ASK_MULTIPLE] = TR_INIT("several of {0}"),
                                [ASK_RANK] = TR_INIT("order of {0}"),      [ASK_RATE] = TR_INIT("levels of {0}"),
                                [ASK_CLASSIFY] = TR_INIT("places of {0}"), [ASK_WRITE] = TR_INIT("own words")};
    int32_t count = ask->options.count + ask->items.count;
    Str told = UI_FORMAT(page->ui, KINDS[ask->kind], ui_number(page->ui, count));
    return ask->own_words != 0 ? UI_FORMAT(page->ui, TR("{0} + own words"), told) : told;
}

Str panel_tell_scene(const Page *page, SceneId scene) {
    const Scene *row = &page->scenario->scenes.rows[scene];
    Str kind = row->ending != 0                    ? panel_words(page, TR("end"))
               : row->ask != 0                     ? tell_ask(page, &page->scenario->asks.rows[row->ask])
               : scene == page->scenario->start.id ? panel_words(page, TR("beginning"))
                                                   : panel_words(page, TR("scene"));
    Str told = UI_FORMAT(page->ui, TR("{0} · {1}"), ui_number(page->ui, scene), kind);
    bool error = page->editor->marks[scene] == EDITOR_MARK_ERROR;
    return error ? str_format(ui_arena(page->ui), "%.*s ⚠", S_ARG(told)) : told;
}

// As much of a text as fits, with … for the rest.
static Str fit(const Drawing *drawing, Str text, TextStyleId style, int32_t width) {
    Str shown = text;
    while (shown.len > 0 && canvas_text_width(drawing->canvas, shown, style) > width) {
        ptrdiff_t cut = text.len * width / canvas_text_width(drawing->canvas, text, style) - 1;
        cut = cut < text.len ? cut : text.len - 1;
        while (cut > 0 && (text.text[cut] & 0xC0) == 0x80) {
            cut--;
        }
        text = str_slice(text, 0, cut);
        shown = text.len > 0 ? str_format(ui_arena(drawing->map->page->ui), "%.*s…", S_ARG(text)) : text;
    }
    return shown;
}

typedef struct {
    ColorRole fill, stroke;
} Look;

static Look look_of(const Page *page, SceneId scene) {
    static const Look ENDINGS[] = {[TONE_NONE] = {COLOR_PLUM_LIGHT, COLOR_PLUM},
                                   [TONE_GOOD] = {COLOR_TEAL_LIGHT, COLOR_TEAL},
                                   [TONE_MIXED] = {COLOR_OCHRE_LIGHT, COLOR_OCHRE},
                                   [TONE_HARD] = {COLOR_TERRACOTTA_LIGHT, COLOR_TERRACOTTA}};
    const Scene *row = &page->scenario->scenes.rows[scene];
    if (page->editor->marks[scene] == EDITOR_MARK_ERROR) {
        return (Look){COLOR_TERRACOTTA_LIGHT, COLOR_TERRACOTTA};
    }
    return row->ending != 0 ? ENDINGS[page->scenario->endings.rows[row->ending].tone] : (Look){COLOR_CARD, COLOR_EDGE};
}

static void say_scene(const Drawing *drawing, SceneId scene, Rect rect) {
    UiCanvas *canvas = drawing->canvas;
    const Page *page = drawing->map->page;
    int32_t pad = canvas_px(canvas, PAD), room = rect.width - 2 * pad, line = canvas_px(canvas, 20);
    Str title = map_caption(ui_arena(page->ui), page->scenario, scene);
    if (reads(drawing) && rect.height >= 2 * line) {
        int32_t top = rect.y + (rect.height - 2 * line) / 2;
        canvas_text(canvas, (CanvasText){.text = fit(drawing, panel_tell_scene(page, scene), TEXT_LABEL, room),
                                         .style = TEXT_LABEL,
                                         .color = COLOR_SOFT,
                                         .x = rect.x + pad,
                                         .y = top});
        canvas_text(canvas, (CanvasText){.text = fit(drawing, title, TEXT_SMALL, room),
                                         .style = TEXT_SMALL,
                                         .x = rect.x + pad,
                                         .y = top + line});
    } else if (rect.height >= line) {
        bool error = page->editor->marks[scene] == EDITOR_MARK_ERROR;
        Str text = str_format(ui_arena(page->ui), "%s%d · %.*s", error ? "⚠ " : "", scene, S_ARG(title));
        canvas_text(canvas, (CanvasText){.text = fit(drawing, text, TEXT_SMALL, rect.width - pad),
                                         .style = TEXT_SMALL,
                                         .x = rect.x + pad / 2,
                                         .y = rect.y + (rect.height - line) / 2});
    }
}

// Along the foot of the box, as far as the share of the random walks that met the scene; the outline has the numbers.
static void draw_walks(const Drawing *drawing, SceneId scene, Rect rect) {
    enum { THICK = 4 };
    const EditorMeasure *measure = &drawing->map->page->editor->measure;
    if (!measure->on) {
        return;
    }
    int64_t hits = measure->walks.scene_hits[scene], runs = measure->walks.runs;
    int32_t thick = canvas_px(drawing->canvas, THICK);
    Rect bar = {rect.x, rect.y + rect.height - thick / 2, (int32_t)(rect.width * (hits < runs ? hits : runs) / runs),
                thick};
    canvas_box(drawing->canvas, (CanvasBox){.rect = bar, .fill = COLOR_TEAL, .radius_px = thick / 2});
}

static void draw_scene(const Drawing *drawing, SceneId scene) {
    UiCanvas *canvas = drawing->canvas;
    const UiView *view = &drawing->map->view;
    Point at = scene_at(drawing, scene);
    Rect rect = {px(drawing, at.x) + view->x, px(drawing, at.y) + view->y, px(drawing, WIDTH), px(drawing, HEIGHT)};
    Rect sight = {0, 0, canvas_width(canvas), canvas_height(canvas)};
    if (!rect_meets(rect, sight)) {
        return;
    }
    bool chosen = scene == drawing->map->chosen;
    Look look = look_of(drawing->map->page, scene);
    canvas_box(canvas,
               (CanvasBox){.rect = rect,
                           .fill = look.fill,
                           .stroke = chosen ? COLOR_FOCUS : look.stroke,
                           .stroke_px = canvas_px(canvas, chosen                                            ? 4
                                                          : scene == drawing->map->page->scenario->start.id ? 3
                                                                                                            : 1),
                           .radius_px = px(drawing, 12)});
    draw_walks(drawing, scene, rect);
    say_scene(drawing, scene, rect);
}

void panel_draw_map(void *context, UiCanvas *canvas) {
    const Map *map = context;
    Drawing *drawing = arena_push(ui_arena(map->page->ui), Drawing, 1);
    drawing->map = map;
    drawing->canvas = canvas;
    drawing->layout = &map->page->editor->map;
    for (int32_t i = 0; i < drawing->layout->edge_count;) {
        i = draw_ways(drawing, i);
    }
    for (int32_t i = 0; i < drawing->layout->node_count; i++) {
        draw_scene(drawing, drawing->layout->nodes[i].scene);
    }
}
