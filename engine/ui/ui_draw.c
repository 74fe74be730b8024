// From placed nodes to the draw list.
#include "base/utf8.h"
#include "ui/canvas.h"
#include "ui/ui_inside.h"

enum { FADE_MS = 160, DISABLED = 130, OPAQUE = 255, RING_PX = 4 };

struct UiCanvas {
    Ui *ui;
    const Node *node;
    int32_t shift; // pixels to the right
};

static Color faded(Color color, int32_t opacity) {
    color.alpha = (uint8_t)(color.alpha * opacity / OPAQUE);
    return color;
}

static Color color_of(const Node *node, ColorRole role) {
    return faded(theme_color(node->theme, role), node->opacity);
}

static DrawCommand *add(Ui *ui, DrawCommand command) {
    UiPass *pass = ui_pass(ui);
    DrawCommand *row = rows_append(&pass->arena, &pass->frame.draws);
    *row = command;
    return row;
}

// All that follows is painted inside `clip` only; commands for boxes outside of it are not made at all.
static bool clip_to(Ui *ui, Rect *now, Rect clip) {
    if (clip.x != now->x || clip.y != now->y || clip.width != now->width || clip.height != now->height) {
        add(ui, (DrawCommand){.kind = DRAW_CLIP, .rect = clip});
        *now = clip;
    }
    return !rect_is_empty(clip);
}

static int32_t stroke_px(const Ui *ui, const UiBox *box) {
    int32_t width = box->stroke_width > 0 ? ui_px(ui, box->stroke_width) : ui->scale / 1024;
    return width > 1 ? width : 1;
}

static void draw_box(Ui *ui, const Node *node) {
    const UiBox *box = &node->box;
    int32_t radius = ui_px(ui, box->radius);
    if (box->shadow) {
        int32_t blur = ui_px(ui, 14);
        Rect under = node->rect;
        under.y += ui_px(ui, 4);
        Color color = color_of(node, COLOR_SHADOW);
        if (color.alpha > 0) {
            add(ui, (DrawCommand){.kind = DRAW_SHADOW, .rect = under, .fill = color, .radius = radius, .blur = blur});
        }
    }
    if (box->fill == COLOR_NONE && box->stroke == COLOR_NONE) {
        return;
    }
    add(ui, (DrawCommand){.kind = DRAW_BOX,
                          .rect = node->rect,
                          .fill = color_of(node, box->fill),
                          .stroke = color_of(node, box->stroke),
                          .stroke_width = box->stroke != COLOR_NONE ? stroke_px(ui, box) : 0,
                          .radius = radius,
                          .corners = box->corners != 0 ? box->corners : CORNER_ALL,
                          .dash = box->dashed ? ui_px(ui, 4) : 0});
}

static void draw_ring(Ui *ui, const Node *node) {
    int32_t width = ui_px(ui, 3) > RING_PX ? ui_px(ui, 3) : RING_PX;
    int32_t out = width + ui_px(ui, 2); // apart from what has the same colour
    Rect around = rect_inset(node->rect, -out);
    int32_t radius = ui_px(ui, node->box.radius);
    add(ui, (DrawCommand){.kind = DRAW_BOX,
                          .rect = around,
                          .stroke = color_of(node, node->box.ring != 0 ? node->box.ring : COLOR_FOCUS),
                          .stroke_width = width,
                          .radius = radius + out,
                          .corners = CORNER_ALL});
}

int32_t node_line_x(const Node *node, const TextLine *line) {
    int32_t room = node->rect.width - line->width;
    switch (node->text.align) {
    case UI_CENTER:
        return node->rect.x + room / 2;
    case UI_END:
        return node->rect.x + room;
    case UI_STRETCH:
    case UI_START:
    case UI_BETWEEN:
        break;
    }
    return node->rect.x + text_line_left(line, node->rect.width);
}

// A ground behind the words and a line under them.
static void draw_highlight(Ui *ui, const Node *node, const UiHighlight *mark, Rect ground) {
    int32_t thick = ui_px(ui, 2);
    if (mark->ground != COLOR_NONE) {
        add(ui, (DrawCommand){.kind = DRAW_BOX,
                              .rect = ground,
                              .fill = color_of(node, mark->ground),
                              .radius = thick,
                              .corners = CORNER_ALL});
    }
    if (mark->line != COLOR_NONE) {
        Rect under = {ground.x, ground.y + ground.height - thick, ground.width, thick};
        add(ui, (DrawCommand){.kind = DRAW_BOX, .rect = under, .fill = color_of(node, mark->line)});
    }
}

// The part of it on a line that begins at `x`.
static void draw_mark(Ui *ui, const Node *node, const UiHighlight *mark, const TextLine *line, int32_t x) {
    int32_t pad = ui_px(ui, 1);
    ptrdiff_t from = mark->from > line->from ? mark->from : line->from;
    ptrdiff_t to = mark->to < line->to ? mark->to : line->to;
    while (from < to) {
        TextSpan span = text_layout_take_span(ui->texts, node->layout, line, &from, to);
        int32_t left = max(span.left, 0), right = min(span.right, line->width); // spaces at its end hang
        Rect ground = {x + left - pad, node->rect.y + line->top + pad, right - left + 2 * pad,
                       node->layout->line_height - 2 * pad};
        draw_highlight(ui, node, mark, ground);
    }
}

static void draw_marks(Ui *ui, const Node *node, const TextLine *line, int32_t x) {
    for (int32_t i = 0; i < node->text.highlight_count; i++) {
        draw_mark(ui, node, &node->text.highlights[i], line, x);
    }
    UiHighlight selected = {node->selected_from, node->selected_to, COLOR_SELECTION, COLOR_NONE, COLOR_NONE};
    draw_mark(ui, node, &selected, line, x);
}

void node_draw_text(Ui *ui, const Node *node) {
    const TextLayout *layout = node->layout;
    Color color = color_of(node, node->text.color != 0 ? node->text.color : COLOR_INK);
    for (int32_t i = 0; i < layout->line_count; i++) {
        const TextLine *line = &layout->lines[i];
        Rect where = {node->rect.x, node->rect.y + line->top, node->rect.width, layout->line_height};
        if (!rect_meets(where, node->clip)) {
            continue;
        }
        int32_t x = node_line_x(node, line);
        draw_marks(ui, node, line, x);
        for (int32_t j = line->first_run; j < line->first_run + line->run_count; j++) {
            const TextRun *run = &layout->runs[j];
            if (run->text.len == 0) {
                continue;
            }
            add(ui, (DrawCommand){.kind = DRAW_TEXT,
                                  .rect = {x + run->x, where.y, run->width, layout->line_height},
                                  .fill = color,
                                  .face = run->face,
                                  .size = node->type.size,
                                  .baseline = layout->baseline,
                                  .direction = text_run_direction(run),
                                  .text = run->text});
        }
    }
}

static int32_t own_opacity(Ui *ui, const Node *node) {
    int32_t opacity = OPAQUE;
    if (node->box.disabled) {
        opacity = DISABLED;
    }
    if (node->box.appears && !ui->preferences.still) {
        int64_t age = ui->input.now_ms - ui_keep(ui, node->id)->born_ms;
        if (age < FADE_MS) {
            opacity = (int32_t)(opacity * (age + FADE_MS / 8) / (FADE_MS + FADE_MS / 8));
            ui_wake_at(ui, ui->input.now_ms + 16);
        }
    }
    return opacity;
}

static void draw_in_sight(Ui *ui, const Node *node, Rect *clip) {
    if (node->kind == NODE_TEXT) {
        node_draw_text(ui, node);
        return;
    }
    draw_box(ui, node);
    if (node->id != 0 && node->id == ui->focus && node->box.focusable && !node->box.chosen_by_pointer) {
        draw_ring(ui, node);
    }
    if (node->kind == NODE_PICTURE && clip_to(ui, clip, rect_intersect(node->rect, node->clip))) {
        UiCanvas canvas = {ui, node, 0};
        node->draw(node->draw_context, &canvas);
    }
}

static void draw_node(Ui *ui, Node *node, Rect *clip) {
    const UiPass *pass = ui_pass(ui);
    ui_scale_as(ui, node);
    int32_t around = node->parent != 0 ? pass->nodes.rows[node->parent].opacity : OPAQUE;
    node->opacity = around * own_opacity(ui, node) / OPAQUE;
    node->first_draw = pass->frame.draws.count;
    if (rect_meets(rect_inset(node->rect, -ui_px(ui, 20)), node->clip) && clip_to(ui, clip, node->clip)) {
        draw_in_sight(ui, node, clip);
    }
    node->end_draw = pass->frame.draws.count;
}

// The dragged box follows the pointer, over everything else, whatever scrolled meanwhile.
static int32_t mark_dragged(Ui *ui, UiPass *pass) {
    const Node *dragged = ui_node_find(pass, ui->dragged);
    int32_t first = 0, x = 0, y = 0;
    if (dragged != NULL) {
        x = ui->pointer_x - ui->grip_x - dragged->rect.x;
        y = ui->pointer_y - ui->grip_y - dragged->rect.y;
    }
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        Node *node = &pass->nodes.rows[i];
        bool inside = first != 0 && node->depth > pass->nodes.rows[first].depth;
        if (first != 0 && !inside) {
            break;
        }
        if (inside || (ui->dragged != 0 && node->id == ui->dragged)) {
            first = first == 0 ? i : first;
            node->rect.x += x;
            node->rect.y += y;
            node->clip = (Rect){0, 0, ui->width, ui->height};
            node->layer = pass->layers + 1;
        }
    }
    if (first != 0) {
        pass->nodes.rows[first].box.shadow = true;
    }
    return first;
}

static void draw_thumbs(Ui *ui, int32_t layer, Rect *clip) {
    UiPass *pass = ui_pass(ui);
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        const Node *node = &pass->nodes.rows[i];
        Rect thumb;
        if (node->layer == layer && ui_scroll_thumb(ui, node, &thumb) && clip_to(ui, clip, node->clip)) {
            Color color = color_of(node, ui->bar == node->id ? COLOR_SOFT : COLOR_EDGE);
            color.alpha = ui->bar == node->id ? color.alpha : color.alpha / 2; // a sign, not a line of the page
            add(ui,
                (DrawCommand){
                    .kind = DRAW_BOX, .rect = thumb, .fill = color, .radius = thumb.width / 2, .corners = CORNER_ALL});
        }
    }
}

void ui_draw(Ui *ui) {
    UiPass *pass = ui_pass(ui);
    Rect clip = {0, 0, ui->width, ui->height};
    int32_t dragged = mark_dragged(ui, pass), layers = pass->layers + (dragged != 0);
    for (int32_t layer = 0; layer <= layers; layer++) {
        if (layer > 0 && layer == pass->modal_layer && clip_to(ui, &clip, (Rect){0, 0, ui->width, ui->height})) {
            Color veil = theme_color(ui->preferences.theme, COLOR_VEIL);
            add(ui, (DrawCommand){.kind = DRAW_BOX, .rect = clip, .fill = veil});
        }
        for (int32_t i = 1; i < pass->nodes.count; i++) {
            if (pass->nodes.rows[i].layer == layer) {
                draw_node(ui, &pass->nodes.rows[i], &clip);
            }
        }
        ui_scale_as(ui, &pass->nodes.rows[1]);
        draw_thumbs(ui, layer, &clip);
    }
}

void ui_picture(Ui *ui, UiPicture picture) {
    Node *node = ui_node_add(ui, NODE_PICTURE);
    node->draw = picture.draw;
    node->draw_context = picture.context;
    node->box = (UiBox){.width = picture.width,
                        .height = picture.height,
                        .role = picture.role,
                        .name = picture.name,
                        .value = picture.value};
}

int32_t canvas_width(const UiCanvas *canvas) {
    return canvas->node->rect.width;
}

int32_t canvas_height(const UiCanvas *canvas) {
    return canvas->node->rect.height;
}

const Node *ui_canvas_node(const UiCanvas *canvas) {
    return canvas->node;
}

void ui_canvas_shift(UiCanvas *canvas, int32_t by_px) {
    canvas->shift = by_px;
}

int32_t canvas_px(const UiCanvas *canvas, int32_t units) {
    return ui_px(canvas->ui, units);
}

Ui *canvas_ui(UiCanvas *canvas) {
    return canvas->ui;
}

void canvas_box(UiCanvas *canvas, CanvasBox box) {
    Rect rect = box.rect;
    rect.x += canvas->node->rect.x + canvas->shift;
    rect.y += canvas->node->rect.y;
    add(canvas->ui, (DrawCommand){.kind = DRAW_BOX,
                                  .rect = rect,
                                  .fill = color_of(canvas->node, box.fill),
                                  .stroke = color_of(canvas->node, box.stroke),
                                  .stroke_width = box.stroke_px,
                                  .radius = box.radius_px,
                                  .corners = box.corners != 0 ? box.corners : CORNER_ALL,
                                  .dash = box.dashed ? ui_px(canvas->ui, 4) : 0});
}

static void add_path(UiCanvas *canvas, const DrawPoint *points, int32_t count, DrawCommand command) {
    DrawPoint *own = arena_push(ui_arena(canvas->ui), DrawPoint, count > 0 ? count : 1);
    int32_t left = INT32_MAX, top = INT32_MAX, right = INT32_MIN, bottom = INT32_MIN;
    for (int32_t i = 0; i < count; i++) {
        own[i] = (DrawPoint){points[i].x + (canvas->node->rect.x + canvas->shift) * DRAW_SUBPIXELS,
                             points[i].y + canvas->node->rect.y * DRAW_SUBPIXELS};
        left = own[i].x < left ? own[i].x : left;
        right = own[i].x > right ? own[i].x : right;
        top = own[i].y < top ? own[i].y : top;
        bottom = own[i].y > bottom ? own[i].y : bottom;
    }
    if (count == 0) {
        return;
    }
    int32_t x = left / DRAW_SUBPIXELS - command.stroke_width - 1, y = top / DRAW_SUBPIXELS - command.stroke_width - 1;
    command.kind = DRAW_PATH;
    command.points = own;
    command.point_count = count;
    command.rect = (Rect){x, y, right / DRAW_SUBPIXELS + command.stroke_width + 2 - x,
                          bottom / DRAW_SUBPIXELS + command.stroke_width + 2 - y};
    add(canvas->ui, command);
}

void canvas_path(UiCanvas *canvas, const DrawPoint *points, int32_t count, ColorRole color, int32_t width_px) {
    add_path(canvas, points, count, (DrawCommand){.stroke = color_of(canvas->node, color), .stroke_width = width_px});
}

void canvas_polygon(UiCanvas *canvas, const DrawPoint *points, int32_t count, ColorRole fill) {
    add_path(canvas, points, count, (DrawCommand){.fill = color_of(canvas->node, fill), .closed = true});
}

int32_t canvas_text(UiCanvas *canvas, CanvasText text) {
    Ui *ui = canvas->ui;
    const TextType *kind = &TEXT_TYPES[text.style];
    Node line = *canvas->node;
    line.type =
        (TextStyle){.face = kind->face, .size = ui_px(ui, kind->size), .line_height = ui_px(ui, kind->line_height)};
    line.layout = text_layout(ui->texts, text.text, line.type, -1);
    int32_t width = line.layout->width;
    line.text = (UiText){.text = text.text, .color = text.color};
    line.rect.x += text.align == UI_CENTER ? text.x - width / 2 : text.align == UI_END ? text.x - width : text.x;
    line.rect.x += canvas->shift;
    line.rect.y += text.y;
    line.rect.width = width;
    node_draw_text(ui, &line);
    return width;
}

int32_t canvas_text_width(UiCanvas *canvas, Str text, TextStyleId style) {
    const TextType *kind = &TEXT_TYPES[style];
    TextStyle type = {
        .face = kind->face, .size = ui_px(canvas->ui, kind->size), .line_height = ui_px(canvas->ui, kind->line_height)};
    return text_layout(canvas->ui->texts, text, type, -1)->width;
}

Str canvas_cut_text(UiCanvas *canvas, Str text, TextStyleId style, int32_t room_px) {
    Str cut = text;
    for (ptrdiff_t end = text.len; end > 0 && canvas_text_width(canvas, cut, style) > room_px;) {
        end = utf8_previous_grapheme(text, end);
        cut = str_format(ui_arena(canvas->ui), "%.*s…", S_ARG(str_trim(str_slice(text, 0, end))));
    }
    return cut;
}
