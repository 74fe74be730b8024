#include "view/view_flow.h"

#include "base/number.h"

// Units: how far down a step of the layout is, how wide a box grows where it stands alone, a band that all take.
enum { DOWN = 6, WIDEST = 300, NARROWEST = 30, THICKEST = 22, THINNEST = 2, PAD = 10, SIDE = 6, HOOK = 16, ARROW = 9 };
enum { STEPS = 12, BOX_RADIUS = 7, COUNT_AT = 5, COUNT_PAD = 5, HALF_BOX = LAYOUT_NODE_WIDTH / 2 };

// A scene that is drawn; pixels.
typedef struct {
    SceneId scene;
    int32_t x, top;      // of its middle
    int32_t left, right; // of its box
    int32_t outs, ins;   // bands that begin and end here
} Place;

// A flow on its way; pixels.
typedef struct {
    const AnalysisFlow *flow;
    const LayoutEdge *edge; // NULL: the layout has no such way
    int32_t from, to;       // rows of places
    int32_t thick, out_x, in_x, aim_out, aim_in;
} Band;

typedef struct {
    const ViewFlow *view;
    UiCanvas *canvas;
    int32_t left, span, top; // of what is drawn; steps of the layout
    ROWS_OF(Place) places;
    ROWS_OF(Band) bands;
    ROWS_OF(DrawPoint) points; // of the band that is being drawn
    DrawPoint mark;            // … where its count stands: on the first bow of it
    bool marked;
} Drawing;

static Arena *arena_of(const Drawing *drawing) {
    return ui_arena(canvas_ui(drawing->canvas));
}

static const LayoutNode *node_of(const ViewFlow *view, SceneId scene) {
    return &view->layout->nodes[scene - 1];
}

static const LayoutEdge *find_edge(const ViewFlow *view, const AnalysisFlow *flow) {
    for (int32_t i = 0; i < view->layout->edge_count; i++) {
        const LayoutEdge *edge = &view->layout->edges[i];
        if (edge->way.from == flow->from && edge->way.to == flow->to) {
            return edge;
        }
    }
    return NULL;
}

static int32_t find_place(const Drawing *drawing, SceneId scene) {
    int32_t row = 0;
    while (row < drawing->places.count && drawing->places.rows[row].scene != scene) {
        row++;
    }
    return row;
}

static int32_t add_place(Drawing *drawing, SceneId scene) {
    int32_t row = find_place(drawing, scene);
    if (row == drawing->places.count) {
        *rows_append(arena_of(drawing), &drawing->places) = (Place){.scene = scene};
    }
    return row;
}

static void gather(Drawing *drawing) {
    const ViewFlow *view = drawing->view;
    for (int32_t i = 0; i < view->flow_count; i++) {
        const AnalysisFlow *flow = &view->flows[i];
        int32_t from = add_place(drawing, flow->from), to = add_place(drawing, flow->to);
        if (from != to) {
            drawing->places.rows[from].outs += 1;
            *rows_append(arena_of(drawing), &drawing->bands) =
                (Band){.flow = flow, .edge = find_edge(view, flow), .from = from, .to = to};
        }
    }
}

static void stretch(Drawing *drawing, int32_t from, int32_t to) {
    int32_t right = max(drawing->left + drawing->span, to);
    drawing->left = min(drawing->left, from);
    drawing->span = right - drawing->left;
}

// Where nothing is drawn between its ends a band goes straight: what it bent around was left out.
static Span runs_of(const Drawing *drawing, const Band *band) {
    const ViewFlow *view = drawing->view;
    int32_t from = node_of(view, band->flow->from)->y, to = node_of(view, band->flow->to)->y;
    bool bends = band->edge && band->edge->back;
    for (int32_t i = 0; band->edge && i < drawing->places.count; i++) {
        int32_t y = node_of(view, drawing->places.rows[i].scene)->y;
        bends = bends || (y > from && y < to);
    }
    return bends ? band->edge->runs : (Span){0};
}

static void measure(Drawing *drawing) {
    const ViewFlow *view = drawing->view;
    for (int32_t i = 0; i < drawing->places.count; i++) {
        const LayoutNode *node = node_of(view, drawing->places.rows[i].scene);
        drawing->left = i == 0 ? node->x : drawing->left;
        drawing->top = i == 0 ? node->y : min(drawing->top, node->y);
        stretch(drawing, node->x, node->x + LAYOUT_NODE_WIDTH);
    }
    for (int32_t i = 0; i < drawing->bands.count; i++) {
        Span runs = runs_of(drawing, &drawing->bands.rows[i]);
        for (int32_t j = runs.first; j < runs.first + runs.count; j++) {
            stretch(drawing, view->layout->runs[j].x - 1, view->layout->runs[j].x + 1);
        }
    }
}

static int32_t place_x(const Drawing *drawing, int32_t x) {
    int32_t side = canvas_px(drawing->canvas, SIDE), room = canvas_width(drawing->canvas) - 2 * side;
    return side + (int32_t)((int64_t)room * (x - drawing->left) / max(drawing->span, 1));
}

static int32_t place_y(const Drawing *drawing, int32_t y) {
    return canvas_px(drawing->canvas, SIDE + DOWN * (y - drawing->top));
}

static bool is_beside(const LayoutNode *node, int32_t y) {
    return y > node->y - LAYOUT_NODE_HEIGHT && y < node->y + LAYOUT_NODE_HEIGHT;
}

// How far a box may reach from its middle, to the right or, -1, to the left, before it comes near what stands there.
static int32_t reach_of(const Drawing *drawing, int32_t row, int32_t side) {
    const ViewFlow *view = drawing->view;
    const LayoutNode *node = node_of(view, drawing->places.rows[row].scene);
    int32_t x = drawing->places.rows[row].x, gap = canvas_px(drawing->canvas, PAD) / 2;
    int32_t reach = side < 0 ? x : canvas_width(drawing->canvas) - x;
    for (int32_t i = 0; i < drawing->places.count; i++) {
        const LayoutNode *other = node_of(view, drawing->places.rows[i].scene);
        int32_t far = side * (place_x(drawing, other->x + HALF_BOX) - x);
        reach = far > 0 && is_beside(node, other->y) ? min(reach, far / 2 - gap) : reach;
    }
    for (int32_t i = 0; i < drawing->bands.count; i++) {
        Span runs = runs_of(drawing, &drawing->bands.rows[i]);
        for (int32_t j = runs.first; j < runs.first + runs.count; j++) {
            const LayoutRun *run = &view->layout->runs[j];
            int32_t far = side * (place_x(drawing, run->x) - x);
            bool beside = far > 0 && run->top < node->y + LAYOUT_NODE_HEIGHT && run->foot > node->y;
            reach = beside ? min(reach, far - gap - canvas_px(drawing->canvas, THICKEST) / 2) : reach;
        }
    }
    return max(reach, canvas_px(drawing->canvas, NARROWEST) / 2);
}

static void set_box(Drawing *drawing, int32_t row) {
    Place *place = &drawing->places.rows[row];
    int32_t text = canvas_text_width(drawing->canvas, drawing->view->labels[place->scene], TEXT_SMALL);
    int32_t wished = min(text + 2 * canvas_px(drawing->canvas, PAD), canvas_px(drawing->canvas, WIDEST));
    int32_t left = reach_of(drawing, row, -1), right = reach_of(drawing, row, 1);
    int32_t to_right = min(max(wished / 2, wished - left), right);
    place->right = place->x + to_right;
    place->left = place->x - min(wished - to_right, left);
}

static void set_places(Drawing *drawing) {
    for (int32_t i = 0; i < drawing->places.count; i++) {
        Place *place = &drawing->places.rows[i];
        const LayoutNode *node = node_of(drawing->view, place->scene);
        place->x = place_x(drawing, node->x + HALF_BOX);
        place->top = place_y(drawing, node->y);
    }
    for (int32_t i = 0; i < drawing->places.count; i++) {
        set_box(drawing, i);
    }
}

static int32_t run_x(const Drawing *drawing, int32_t run) {
    return place_x(drawing, drawing->view->layout->runs[run].x);
}

// The first of the bands that begin, or end, at a box and have no place there yet, in the order of where they lead.
static Band *next_band(const Drawing *drawing, int32_t row, bool out) {
    Band *next = NULL;
    for (int32_t i = 0; i < drawing->bands.count; i++) {
        Band *band = &drawing->bands.rows[i];
        bool waits = (out ? band->from : band->to) == row && (out ? band->out_x : band->in_x) < 0;
        bool first = waits && (!next || (out ? band->aim_out < next->aim_out : band->aim_in < next->aim_in));
        next = first ? band : next;
    }
    return next;
}

// Bands that share a side of a box stand beside each other there.
static void set_ports(const Drawing *drawing, int32_t row, bool out) {
    int32_t whole = 0, before = 0;
    for (int32_t i = 0; i < drawing->bands.count; i++) {
        const Band *band = &drawing->bands.rows[i];
        whole += (out ? band->from : band->to) == row ? band->thick : 0;
    }
    for (Band *next = next_band(drawing, row, out); next; next = next_band(drawing, row, out)) {
        int32_t x = drawing->places.rows[row].x - whole / 2 + before + next->thick / 2;
        before += next->thick;
        *(out ? &next->out_x : &next->in_x) = max(x, 0);
    }
}

static void set_bands(Drawing *drawing) {
    int32_t most = canvas_px(drawing->canvas, THICKEST), least = max(canvas_px(drawing->canvas, THINNEST), 1);
    for (int32_t i = 0; i < drawing->bands.count; i++) {
        Band *band = &drawing->bands.rows[i];
        Span runs = runs_of(drawing, band);
        bool bent = runs.count > 0;
        band->thick = max(most * band->flow->sessions / max(drawing->view->sessions, 1), least);
        band->aim_out = bent ? run_x(drawing, runs.first) : drawing->places.rows[band->to].x;
        band->aim_in = bent ? run_x(drawing, runs.first + runs.count - 1) : drawing->places.rows[band->from].x;
        band->out_x = band->in_x = -1;
    }
    for (int32_t row = 0; row < drawing->places.count; row++) {
        set_ports(drawing, row, true);
        set_ports(drawing, row, false);
    }
}

static void add_point(Drawing *drawing, int32_t x, int32_t y) {
    *rows_append(arena_of(drawing), &drawing->points) = (DrawPoint){x * DRAW_SUBPIXELS, y * DRAW_SUBPIXELS};
}

static int32_t between(int64_t i, int64_t p0, int64_t p1, int64_t p2, int64_t p3) {
    enum { THRICE = 3 };
    int64_t j = STEPS - i;
    return (int32_t)((j * j * j * p0 + THRICE * i * j * j * p1 + THRICE * i * i * j * p2 + i * i * i * p3) /
                     (STEPS * STEPS * STEPS));
}

// Leaves the last point and reaches the other upright.
static void curve_to(Drawing *drawing, int32_t x, int32_t y) {
    DrawPoint from = drawing->points.rows[drawing->points.count - 1];
    int32_t to_x = x * DRAW_SUBPIXELS, to_y = y * DRAW_SUBPIXELS, reach = (to_y - from.y) * 3 / 4;
    for (int32_t i = 1; i <= STEPS; i++) {
        DrawPoint point = {between(i, from.x, from.x, to_x, to_x),
                           between(i, from.y, from.y + reach, to_y - reach, to_y)};
        *rows_append(arena_of(drawing), &drawing->points) = point;
        drawing->mark = !drawing->marked && i == COUNT_AT ? point : drawing->mark;
    }
    drawing->marked = true;
}

static void run_through(Drawing *drawing, const Band *band, bool up) {
    Span runs = runs_of(drawing, band);
    for (int32_t i = runs.first; i < runs.first + runs.count; i++) {
        const LayoutRun *run = &drawing->view->layout->runs[i];
        curve_to(drawing, run_x(drawing, i), place_y(drawing, up ? run->foot : run->top));
        add_point(drawing, run_x(drawing, i), place_y(drawing, up ? run->top : run->foot));
    }
}

static int32_t box_tall(const Drawing *drawing) {
    return canvas_px(drawing->canvas, DOWN * LAYOUT_NODE_HEIGHT);
}

static void trace_down(Drawing *drawing, const Band *band) {
    add_point(drawing, band->out_x, drawing->places.rows[band->from].top + box_tall(drawing));
    run_through(drawing, band, false);
    curve_to(drawing, band->in_x, drawing->places.rows[band->to].top);
}

static int32_t side_x(const Place *place, int32_t side) {
    return side < 0 ? place->left : place->right;
}

// Out of a side of the box, up beside it, and into the side of the other.
static void trace_back(Drawing *drawing, const Band *band) {
    const Place *from = &drawing->places.rows[band->from], *to = &drawing->places.rows[band->to];
    int32_t hook = canvas_px(drawing->canvas, HOOK), tall = box_tall(drawing);
    int32_t out = band->aim_out < from->x ? -1 : 1, in = band->aim_in < to->x ? -1 : 1;
    int32_t out_x = side_x(from, out), in_x = side_x(to, in);
    add_point(drawing, out_x, from->top + tall / 2);
    add_point(drawing, out_x + out * hook / 2, from->top + tall / 2);
    add_point(drawing, out_x + out * hook, from->top + tall / 4);
    run_through(drawing, band, true);
    curve_to(drawing, in_x + in * hook, to->top + tall);
    add_point(drawing, in_x + in * hook / 2, to->top + tall / 2);
    add_point(drawing, in_x, to->top + tall / 2);
}

static bool goes_back(const Band *band) {
    return band->edge && band->edge->back;
}

static void trace(Drawing *drawing, const Band *band) {
    drawing->points.count = 0;
    drawing->marked = false;
    if (goes_back(band)) {
        trace_back(drawing, band);
    } else {
        trace_down(drawing, band);
    }
}

static UiTintColors tint_of(const Drawing *drawing, SceneId scene) {
    static const UiTint TINTS[] = {[TONE_NONE] = UI_TINT_PLUM,
                                   [TONE_GOOD] = UI_TINT_TEAL,
                                   [TONE_MIXED] = UI_TINT_OCHRE,
                                   [TONE_HARD] = UI_TINT_TERRACOTTA};
    const Scenario *scenario = drawing->view->scenario;
    int32_t ending = scenario->scenes.rows[scene].ending;
    return ui_tint((int32_t)(ending != 0 ? TINTS[scenario->endings.rows[ending].tone] : UI_TINT_TEAL));
}

// So that one sees where a band that goes up ends.
static void draw_arrow(Drawing *drawing, const Band *band, ColorRole color) {
    const Place *to = &drawing->places.rows[band->to];
    int32_t far = canvas_px(drawing->canvas, ARROW), in = band->aim_in < to->x ? -1 : 1;
    int32_t x = side_x(to, in), y = to->top + box_tall(drawing) / 2;
    DrawPoint points[] = {{x * DRAW_SUBPIXELS, y * DRAW_SUBPIXELS},
                          {(x + in * far) * DRAW_SUBPIXELS, (y - far) * DRAW_SUBPIXELS},
                          {(x + in * far) * DRAW_SUBPIXELS, (y + far) * DRAW_SUBPIXELS}};
    canvas_polygon(drawing->canvas, points, COUNT(points), color);
}

static void draw_band(Drawing *drawing, Band *band) {
    int32_t rim = max(canvas_px(drawing->canvas, 2), 2);
    UiTintColors tint = tint_of(drawing, band->flow->to);
    trace(drawing, band);
    canvas_path(drawing->canvas, drawing->points.rows, drawing->points.count, tint.main, band->thick);
    if (band->thick > 2 * rim) {
        canvas_path(drawing->canvas, drawing->points.rows, drawing->points.count, tint.light, band->thick - rim);
    }
    if (goes_back(band)) {
        draw_arrow(drawing, band, tint.main);
    }
}

// Where ways part one sees how many went where.
static void draw_count(Drawing *drawing, Band *band) {
    UiCanvas *canvas = drawing->canvas;
    if (drawing->places.rows[band->from].outs < 2) {
        return;
    }
    trace(drawing, band);
    Str words = ui_number(canvas_ui(canvas), band->flow->sessions);
    int32_t tall = canvas_px(canvas, TEXT_TYPES[TEXT_LABEL].line_height);
    int32_t width = max(canvas_text_width(canvas, words, TEXT_LABEL) + 2 * canvas_px(canvas, COUNT_PAD), tall);
    int32_t x = drawing->mark.x / DRAW_SUBPIXELS, y = drawing->mark.y / DRAW_SUBPIXELS;
    canvas_box(canvas, (CanvasBox){.rect = {x - width / 2, y - tall / 2, width, tall},
                                   .fill = COLOR_CARD,
                                   .stroke = COLOR_EDGE,
                                   .stroke_px = 1,
                                   .radius_px = tall / 2});
    canvas_text(canvas,
                (CanvasText){.text = words, .style = TEXT_LABEL, .align = UI_CENTER, .x = x, .y = y - tall / 2});
}

static void draw_place(const Drawing *drawing, const Place *place) {
    UiCanvas *canvas = drawing->canvas;
    int32_t tall = box_tall(drawing), thick = max(canvas_px(canvas, 1), 1), width = place->right - place->left;
    bool ends = drawing->view->scenario->scenes.rows[place->scene].ending != 0;
    UiTintColors tint = tint_of(drawing, place->scene);
    Str words =
        canvas_cut_text(canvas, drawing->view->labels[place->scene], TEXT_SMALL, width - canvas_px(canvas, PAD));
    canvas_box(canvas, (CanvasBox){.rect = {place->left, place->top, width, tall},
                                   .fill = ends ? tint.light : COLOR_CARD,
                                   .stroke = ends ? tint.main : COLOR_INK,
                                   .stroke_px = ends ? 2 * thick : thick,
                                   .radius_px = canvas_px(canvas, BOX_RADIUS)});
    canvas_text(canvas,
                (CanvasText){.text = words,
                             .style = TEXT_SMALL,
                             .color = ends ? tint.ink : COLOR_INK,
                             .align = UI_CENTER,
                             .x = place->left + width / 2,
                             .y = place->top + (tall - canvas_px(canvas, TEXT_TYPES[TEXT_SMALL].line_height)) / 2});
}

static void draw_flow(void *context, UiCanvas *canvas) {
    Drawing drawing = {.view = context, .canvas = canvas};
    gather(&drawing);
    measure(&drawing);
    set_places(&drawing);
    set_bands(&drawing);
    for (int32_t i = 0; i < drawing.bands.count; i++) {
        draw_band(&drawing, &drawing.bands.rows[i]);
    }
    for (int32_t i = 0; i < drawing.places.count; i++) {
        draw_place(&drawing, &drawing.places.rows[i]);
    }
    for (int32_t i = 0; i < drawing.bands.count; i++) {
        draw_count(&drawing, &drawing.bands.rows[i]);
    }
}

static int32_t height_of(const ViewFlow *view) {
    int32_t top = 0, bottom = 0;
    for (int32_t i = 0; i < 2 * view->flow_count; i++) {
        const AnalysisFlow *flow = &view->flows[i / 2];
        int32_t y = node_of(view, i % 2 == 0 ? flow->from : flow->to)->y;
        top = i == 0 ? y : min(top, y);
        bottom = i == 0 ? y : max(bottom, y);
    }
    return 2 * SIDE + DOWN * (bottom - top + LAYOUT_NODE_HEIGHT);
}

static void tell_parting(Ui *ui, const ViewFlow *view, int32_t first, StrBuilder *told) {
    str_add(told, told->count > 0 ? S(" ") : S(""));
    str_add(told, UI_FORMAT(ui, TR("From {0}:"), view->labels[view->flows[first].from]));
    for (int32_t i = first; i < view->flow_count && view->flows[i].from == view->flows[first].from; i++) {
        str_add(told, i == first ? S(" ") : S(", "));
        str_add(told, UI_FORMAT(ui, TR("{0} on to {1}"), ui_number(ui, view->flows[i].sessions),
                                view->labels[view->flows[i].to]));
    }
    str_add_char(told, '.');
}

static Str flow_told(Ui *ui, const ViewFlow *view) {
    StrBuilder told = {.arena = ui_arena(ui)};
    for (int32_t i = 0; i + 1 < view->flow_count; i++) {
        SceneId from = view->flows[i].from;
        if (view->flows[i + 1].from == from && (i == 0 || view->flows[i - 1].from != from)) {
            tell_parting(ui, view, i, &told);
        }
    }
    return told.count > 0 ? str_built(&told) : ui_words(ui, TR("All went on from scene to scene in the same way."));
}

void view_flow(Ui *ui, const ViewFlow *flow) {
    ViewFlow *kept = arena_push(ui_arena(ui), ViewFlow, 1);
    *kept = *flow;
    ui_picture(ui, (UiPicture){.width = UI_GROW,
                               .height = height_of(flow),
                               .draw = draw_flow,
                               .context = kept,
                               .role = ROLE_PICTURE,
                               .name = flow->name,
                               .value = flow_told(ui, flow)});
}
