#include "editor/panel_map.h"

#include "map/map_write.h"

enum {
    ONE = 1024,
    WIDTH = LAYOUT_NODE_WIDTH * EDITOR_MAP_UNIT,
    HEIGHT = LAYOUT_NODE_HEIGHT * EDITOR_MAP_UNIT,
    HOOK = 2 * EDITOR_MAP_UNIT, // how far to the side of a scene a way goes that leads back
    STEPS = 10,                 // straight pieces of a curve
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

// All ways from one scene to another, drawn as one; those of the chosen scene begin apart, one at each answer.
typedef struct {
    const LayoutEdge *edge;
    int32_t exit; // of the chosen scene: where it begins; -1: it is one of all ways of its scene
    StrBuilder label;
} Way;

static int32_t px(const Drawing *drawing, int32_t units) {
    return (int32_t)((int64_t)units * drawing->map->view.zoom / ONE);
}

static MapPoint scene_at(const Drawing *drawing, SceneId scene) {
    Rect rect = editor_map_rect(&drawing->map->page->editor->on_map, drawing->layout, scene);
    return (MapPoint){rect.x, rect.y};
}

static void add_point(Drawing *drawing, MapPoint at) {
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
static void add_curve(Drawing *drawing, MapPoint from, MapPoint to) {
    int32_t reach = (to.y - from.y) * 3 / 4;
    for (int32_t step = 1; step <= STEPS; step++) {
        add_point(drawing, (MapPoint){between(from.x, from.x, to.x, to.x, step),
                                      between(from.y, from.y + reach, to.y - reach, to.y, step)});
    }
}

// A way that leads to or from what is carried has no runs until that is let go.
static bool is_carried(const Drawing *drawing, const LayoutEdge *edge) {
    const EditorMap *map = &drawing->map->page->editor->on_map;
    bool carries =
        map->hand.kind == HAND_SCENES && (map->hand.x != map->hand.first_x || map->hand.y != map->hand.first_y);
    SceneId from = edge->way.from, to = edge->way.to, held = map->hand.from;
    return carries && (map->is_chosen[from] || map->is_chosen[to] || from == held || to == held);
}

// Upright along its runs, past the scenes between.
static MapPoint add_runs(Drawing *drawing, const LayoutEdge *edge, MapPoint from) {
    int32_t count = is_carried(drawing, edge) ? 0 : edge->runs.count;
    for (int32_t i = 0; i < count; i++) {
        const LayoutRun *run = &drawing->layout->runs[edge->runs.first + i];
        MapPoint top = {run->x * EDITOR_MAP_UNIT, run->top * EDITOR_MAP_UNIT},
                 foot = {run->x * EDITOR_MAP_UNIT, run->foot * EDITOR_MAP_UNIT};
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

static void add_way_down(Drawing *drawing, const LayoutEdge *edge, MapPoint port) {
    MapPoint to = scene_at(drawing, edge->way.to);
    add_point(drawing, port);
    MapPoint from = add_runs(drawing, edge, port);
    add_curve(drawing, from, (MapPoint){to.x + WIDTH / 2, to.y});
}

// From the side of a scene, and in at the side of the other.
static void add_way_back(Drawing *drawing, const LayoutEdge *edge) {
    MapPoint from = scene_at(drawing, edge->way.from), to = scene_at(drawing, edge->way.to);
    MapPoint out = {from.x + WIDTH + HOOK, from.y + HEIGHT / 2}, in = {to.x + WIDTH + HOOK, to.y + HEIGHT / 2};
    add_point(drawing, (MapPoint){from.x + WIDTH, out.y});
    add_point(drawing, out);
    add_curve(drawing, add_runs(drawing, edge, out), in);
    add_point(drawing, (MapPoint){to.x + WIDTH, in.y});
}

static void say_label(const Drawing *drawing, MapPoint port, Str label, ColorRole color) {
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

// By which an arrow is led elsewhere.
static void draw_grip(Drawing *drawing, ColorRole color) {
    enum { ACROSS = 12 };
    int32_t size = canvas_px(drawing->canvas, ACROSS);
    if (drawing->count > 0) {
        DrawPoint tip = drawing->points[drawing->count - 1];
        Rect rect = {tip.x / DRAW_SUBPIXELS - size / 2, tip.y / DRAW_SUBPIXELS - size / 2, size, size};
        canvas_box(drawing->canvas, (CanvasBox){.rect = rect,
                                                .fill = COLOR_CARD,
                                                .stroke = color,
                                                .stroke_px = canvas_px(drawing->canvas, 2),
                                                .radius_px = size / 2});
    }
}

static void draw_way(Drawing *drawing, const Way *way, MapPoint port) {
    bool chosen = way->edge->way.from == drawing->map->chosen;
    ColorRole color = chosen ? COLOR_TEAL : way->edge->back ? COLOR_PLUM : COLOR_EDGE;
    drawing->count = 0;
    if (way->edge->back) {
        add_way_back(drawing, way->edge);
        port = (MapPoint){scene_at(drawing, way->edge->way.from).x + WIDTH + HOOK, port.y - HEIGHT / 2};
    } else {
        add_way_down(drawing, way->edge, port);
    }
    canvas_path(drawing->canvas, drawing->points, drawing->count, color, canvas_px(drawing->canvas, chosen ? 3 : 2));
    add_arrow(drawing, color);
    if (chosen) {
        draw_grip(drawing, color);
    }
    if (way->label.count > 0 && reads(drawing) && !chosen) {
        say_label(drawing, port, str_built(&way->label), color);
    }
}

// Whether something between two points may be in sight.
static bool is_in_sight(const Drawing *drawing, MapPoint a, MapPoint b) {
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
        int32_t row = 0, exit = from == drawing->map->chosen ? exits_find(&drawing->map->exits, &edge->way) : -1;
        while (row < count && (ways[row].edge->way.to != edge->way.to || ways[row].exit != exit)) {
            row++;
        }
        if (row == count && count < MOST_WAYS) {
            ways[count++] = (Way){.edge = edge, .exit = exit, .label = {.arena = ui_arena(drawing->map->page->ui)}};
        }
        if (row < count) {
            add_letters(&ways[row], edge);
        }
    }
    MapPoint at = scene_at(drawing, from);
    for (int32_t i = 0; i < count; i++) {
        if (is_in_sight(drawing, at, scene_at(drawing, ways[i].edge->way.to))) {
            MapPoint port = {at.x + WIDTH * (i + 1) / (count + 1), at.y + HEIGHT};
            draw_way(drawing, &ways[i], ways[i].exit >= 0 ? panel_map_exit(drawing->map, ways[i].exit) : port);
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
    MapPoint at = scene_at(drawing, scene);
    Rect rect = {px(drawing, at.x) + view->x, px(drawing, at.y) + view->y, px(drawing, WIDTH), px(drawing, HEIGHT)};
    Rect sight = {0, 0, canvas_width(canvas), canvas_height(canvas)};
    if (!rect_meets(rect, sight)) {
        return;
    }
    const EditorMap *map = &drawing->map->page->editor->on_map;
    bool chosen = scene == drawing->map->chosen || map->is_chosen[scene];
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
    if (map->fold_size[scene] > 0) {
        Str size = str_format(ui_arena(drawing->map->page->ui), "+%d", map->fold_size[scene]);
        say_label(drawing, (MapPoint){at.x + WIDTH, at.y + HEIGHT / 2}, size, COLOR_PLUM);
    }
}

MapPoint panel_map_exit(const Map *map, int32_t exit) {
    const Editor *editor = map->page->editor;
    Rect rect = editor_map_rect(&editor->on_map, &editor->map, map->chosen);
    return (MapPoint){rect.x + WIDTH * (2 * exit + 1) / (2 * map->exits.count), rect.y + HEIGHT};
}

static void draw_exits(const Drawing *drawing) {
    const Map *map = drawing->map;
    for (int32_t i = 0; i < map->exits.count; i++) {
        Str label = map->exits.rows[i].label;
        say_label(drawing, panel_map_exit(map, i), label.len > 0 ? label : S("↓"), COLOR_TEAL);
    }
}

// The arrow that is drawn, or the rectangle.
static void draw_hand(Drawing *drawing) {
    const EditorHand *hand = &drawing->map->page->editor->on_map.hand;
    const UiView *view = &drawing->map->view;
    drawing->count = 0;
    if (hand->kind == HAND_AREA) {
        Rect area = editor_map_area(hand);
        Rect rect = {px(drawing, area.x) + view->x, px(drawing, area.y) + view->y, px(drawing, area.width),
                     px(drawing, area.height)};
        canvas_box(drawing->canvas, (CanvasBox){.rect = rect,
                                                .stroke = COLOR_FOCUS,
                                                .stroke_px = canvas_px(drawing->canvas, 2),
                                                .dashed = true});
    } else if (hand->kind == HAND_EXIT || hand->kind == HAND_WAY) {
        MapPoint foot = scene_at(drawing, hand->from);
        bool exit = hand->kind == HAND_EXIT && hand->exit < drawing->map->exits.count;
        MapPoint from =
            exit ? panel_map_exit(drawing->map, hand->exit) : (MapPoint){foot.x + WIDTH / 2, foot.y + HEIGHT};
        add_point(drawing, from);
        add_curve(drawing, from, (MapPoint){hand->x, hand->y});
        canvas_path(drawing->canvas, drawing->points, drawing->count, COLOR_FOCUS, canvas_px(drawing->canvas, 3));
        add_arrow(drawing, COLOR_FOCUS);
    }
}

int32_t panel_map_reach(const Map *map, int32_t units) {
    return (int32_t)((int64_t)ui_px(map->page->ui, units) * ONE / (map->view.zoom > 0 ? map->view.zoom : ONE));
}

Rect panel_map_overview(const Map *map, int32_t width_px, int32_t height_px) {
    enum { WIDE = 150, HIGH = 110, EDGE = 10 };
    const Layout *layout = &map->page->editor->map;
    Ui *ui = map->page->ui;
    int64_t across = (int64_t)layout->width * EDITOR_MAP_UNIT, down = (int64_t)layout->height * EDITOR_MAP_UNIT;
    bool all = across * map->view.zoom / ONE <= width_px && down * map->view.zoom / ONE <= height_px;
    bool small = width_px < 3 * ui_px(ui, WIDE) || height_px < 3 * ui_px(ui, HIGH);
    if (all || small || across == 0 || down == 0) {
        return (Rect){0};
    }
    int64_t wide = ui_px(ui, WIDE), high = wide * down / across;
    if (high > ui_px(ui, HIGH)) {
        high = ui_px(ui, HIGH);
        wide = high * across / down;
    }
    wide = wide > ui_px(ui, EDGE) ? wide : ui_px(ui, EDGE);
    high = high > ui_px(ui, EDGE) ? high : ui_px(ui, EDGE);
    int32_t edge = ui_px(ui, EDGE);
    return (Rect){width_px - edge - (int32_t)wide, height_px - edge - (int32_t)high, (int32_t)wide, (int32_t)high};
}

// All scenes as dots, and the part that is in sight.
static void draw_overview(const Drawing *drawing) {
    UiCanvas *canvas = drawing->canvas;
    const Layout *layout = drawing->layout;
    const Map *map = drawing->map;
    Rect place = panel_map_overview(map, canvas_width(canvas), canvas_height(canvas));
    if (rect_is_empty(place)) {
        return;
    }
    int32_t dot = canvas_px(canvas, 3);
    canvas_box(canvas, (CanvasBox){.rect = rect_inset(place, -dot),
                                   .fill = COLOR_PAPER,
                                   .stroke = COLOR_EDGE,
                                   .stroke_px = canvas_px(canvas, 1),
                                   .radius_px = dot});
    for (SceneId scene = 1; scene <= layout->node_count; scene++) {
        const LayoutNode *node = &layout->nodes[scene - 1];
        int32_t x = (int32_t)((int64_t)(node->x - layout->left) * place.width / layout->width);
        int32_t y = (int32_t)((int64_t)(node->y - layout->top) * place.height / layout->height);
        canvas_box(canvas, (CanvasBox){.rect = {place.x + x, place.y + y, dot, dot / 2 + 1},
                                       .fill = scene == map->chosen ? COLOR_FOCUS : look_of(map->page, scene).stroke});
    }
    int64_t wide = (int64_t)px(drawing, layout->width * EDITOR_MAP_UNIT),
            high = px(drawing, layout->height * EDITOR_MAP_UNIT);
    int64_t left = -map->view.x - px(drawing, layout->left * EDITOR_MAP_UNIT),
            top = -map->view.y - px(drawing, layout->top * EDITOR_MAP_UNIT);
    Rect sight = {place.x + (int32_t)(left * place.width / wide), place.y + (int32_t)(top * place.height / high),
                  (int32_t)((int64_t)canvas_width(canvas) * place.width / wide),
                  (int32_t)((int64_t)canvas_height(canvas) * place.height / high)};
    canvas_box(
        canvas,
        (CanvasBox){.rect = rect_intersect(sight, place), .stroke = COLOR_FOCUS, .stroke_px = canvas_px(canvas, 2)});
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
    const EditorMap *on_map = &map->page->editor->on_map;
    for (SceneId scene = 1; scene <= drawing->layout->node_count; scene++) {
        if (on_map->into[scene] == scene) {
            draw_scene(drawing, scene);
        }
    }
    if (map->chosen != 0) {
        draw_exits(drawing);
    }
    draw_hand(drawing);
    draw_overview(drawing);
}
