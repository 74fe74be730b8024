// Where everything stands: heights are handed out from the outside in, and each node is put into its parent.
#include "ui/ui_inside.h"

// Gives a child its place across the flow: `at` and `room` are what there is, `size` what the child wants.
static void put_across(UiAlign align, int32_t at, int32_t room, int32_t *place, int32_t size) {
    *place = align == UI_CENTER ? at + (room - size) / 2 : align == UI_END ? at + room - size : at;
}

static bool grows_down(const Node *node) {
    return node->kind != NODE_TEXT && node->box.height == UI_GROW;
}

// A box that scrolls can be lower than its content.
static int32_t least_tall(const Ui *ui, const Node *child) {
    return child->box.scrolls ? ui_px(ui, child->box.least_height) : child->tall;
}

// The height that is left for children that grow and have none yet.
typedef struct {
    int32_t left, shares;
} Room;

static Room room_to_share(const UiPass *pass, const Node *column, int32_t room) {
    Room shared = {.left = room};
    for (int32_t i = column->first; i != 0; i = pass->nodes.rows[i].next) {
        const Node *child = &pass->nodes.rows[i];
        shared.shares += child->rect.height < 0 ? max(child->box.share, 1) : 0;
        shared.left -= grows_down(child) && child->rect.height >= 0 ? child->rect.height : 0;
    }
    return shared;
}

static int32_t most_tall(const Ui *ui, const Node *node) {
    int32_t most = node->box.most_height > 0 ? ui_px(ui, node->box.most_height) : INT32_MAX;
    return node->box.hugs ? min(most, node->content) : most;
}

static int32_t share_of(const Node *child, Room room) {
    ASSERT(room.shares > 0);
    return max(room.left, 0) * max(child->box.share, 1) / room.shares;
}

// Gives the first child whose share is less than it needs what it needs.
static bool serve_needy(const Ui *ui, UiPass *pass, const Node *column, Room room) {
    for (int32_t i = column->first; i != 0; i = pass->nodes.rows[i].next) {
        Node *child = &pass->nodes.rows[i];
        if (child->rect.height < 0 && share_of(child, room) < least_tall(ui, child)) {
            child->rect.height = least_tall(ui, child);
            return true;
        }
    }
    return false;
}

// Hands `room` out among children that grow; none gets less than it needs.
static void grow_column(const Ui *ui, UiPass *pass, const Node *column, int32_t room) {
    for (int32_t i = column->first; i != 0; i = pass->nodes.rows[i].next) {
        Node *child = &pass->nodes.rows[i];
        child->rect.height = grows_down(child) ? -1 : child->tall;
    }
    Room shared = room_to_share(pass, column, room);
    while (serve_needy(ui, pass, column, shared)) {
        shared = room_to_share(pass, column, room);
    }
    for (int32_t i = column->first; i != 0; i = pass->nodes.rows[i].next) {
        Node *child = &pass->nodes.rows[i];
        if (child->rect.height < 0) {
            child->rect.height = min(share_of(child, shared), most_tall(ui, child));
            shared.left -= child->rect.height; // what it does without is for those after it
            shared.shares -= max(child->box.share, 1);
        }
    }
}

static void place_column(const Ui *ui, UiPass *pass, const Node *node, Rect inner) {
    int32_t gap = ui_px(ui, node->box.gap), used = node->count > 1 ? (node->count - 1) * gap : 0;
    int32_t growers = 0;
    for (int32_t i = node->first; i != 0; i = pass->nodes.rows[i].next) {
        const Node *child = &pass->nodes.rows[i];
        growers += grows_down(child);
        used += grows_down(child) ? 0 : child->tall;
    }
    grow_column(ui, pass, node, inner.height - used);
    int32_t left = growers > 0 ? 0 : max(inner.height - used, 0), y = inner.y;
    y += node->box.justify == UI_CENTER ? left / 2 : node->box.justify == UI_END ? left : 0;
    int32_t spread = node->box.justify == UI_BETWEEN && node->count > 1 ? left / (node->count - 1) : 0;
    for (int32_t i = node->first; i != 0; i = pass->nodes.rows[i].next) {
        Node *child = &pass->nodes.rows[i];
        child->rect.y = y;
        put_across(node->box.align, inner.x, inner.width, &child->rect.x, child->rect.width);
        y += child->rect.height + gap + spread;
    }
}

// Children from `first` up to `end` side by side, in a line of height `tall`.
static void place_line(const Ui *ui, UiPass *pass, const Node *node, Rect line, int32_t first, int32_t end) {
    int32_t gap = ui_px(ui, node->box.gap), used = -gap, count = 0;
    for (int32_t i = first; i != end; i = pass->nodes.rows[i].next) {
        used += pass->nodes.rows[i].rect.width + gap;
        count++;
    }
    int32_t left = max(line.width - used, 0), x = line.x;
    x += node->box.justify == UI_CENTER ? left / 2 : node->box.justify == UI_END ? left : 0;
    int32_t spread = node->box.justify == UI_BETWEEN && count > 1 ? left / (count - 1) : 0;
    for (int32_t i = first; i != end; i = pass->nodes.rows[i].next) {
        Node *child = &pass->nodes.rows[i];
        bool tall =
            child->kind != NODE_TEXT && (node->box.align == UI_STRETCH || grows_down(child)) && child->box.height <= 0;
        child->rect.height = tall ? line.height : child->tall;
        if (child->box.most_height > 0) {
            child->rect.height = min(child->rect.height, ui_px(ui, child->box.most_height));
        }
        child->rect.x = x;
        put_across(node->box.align, line.y, line.height, &child->rect.y, child->rect.height);
        x += child->rect.width + gap + spread;
    }
}

static void place_lines(const Ui *ui, UiPass *pass, const Node *node, Rect inner) {
    int32_t gap = node_row_gap(ui, node), y = inner.y, tall;
    for (int32_t i = node->first; i != 0;) {
        int32_t end = node_line_end(ui, pass, node, i, &tall);
        place_line(ui, pass, node, (Rect){inner.x, y, inner.width, tall}, i, end);
        y += tall + gap;
        i = end;
    }
}

static void place_layers(UiPass *pass, const Node *node, Rect inner) {
    for (int32_t i = node->first; i != 0; i = pass->nodes.rows[i].next) {
        Node *child = &pass->nodes.rows[i];
        child->rect.height = child->box.height == UI_GROW || node->box.align == UI_STRETCH ? inner.height : child->tall;
        put_across(node->box.justify, inner.x, inner.width, &child->rect.x, child->rect.width);
        put_across(node->box.align, inner.y, inner.height, &child->rect.y, child->rect.height);
    }
}

// How much of it stands over what can be pressed, among what was said before it; pixels.
static int64_t covered_by(const UiPass *pass, const Node *overlay) {
    int64_t covered = 0;
    for (const Node *node = &pass->nodes.rows[1]; node < overlay; node++) {
        if (ui_answers_pointer(node) && node_is_active(pass, node)) {
            Rect both = rect_intersect(rect_intersect(node->rect, node->clip), overlay->rect);
            covered += rect_is_empty(both) ? 0 : (int64_t)both.width * both.height;
        }
    }
    return covered;
}

// Nobody asked for it, so it takes nothing away: of its own line, then of all from the top down, it stands where it
// covers the least of what can be pressed; of several such places in the first. Within `edge` of the window's edges.
static void give_way(const Ui *ui, const UiPass *pass, Node *overlay, int32_t edge, UiAlign across) {
    const UiAlign sides[] = {across, UI_END, UI_START};
    Rect *rect = &overlay->rect, best = *rect;
    int64_t least = INT64_MAX;
    for (int32_t y = rect->y, next = edge; least > 0 && y + rect->height + edge <= ui->height; y = next, next += edge) {
        for (int32_t i = 0; i < COUNT(sides) && least > 0; i++) {
            put_across(sides[i], edge, ui->width - 2 * edge, &rect->x, rect->width);
            rect->y = y;
            int64_t covered = covered_by(pass, overlay);
            best = covered < least ? *rect : best;
            least = covered < least ? covered : least;
        }
    }
    *rect = best;
}

static void place_overlay(const Ui *ui, const UiPass *pass, Node *node) {
    const UiOverlay *overlay = node->overlay;
    int32_t margin = ui_px(ui, 8), room = ui->height - 2 * margin;
    node->rect.height = node->box.height == UI_GROW ? ui->height : min(node->tall, max(room, 0));
    const Node *anchor = ui_node_find(pass, overlay->anchor);
    if (anchor == NULL) {
        bool whole = node->rect.width == ui->width && node->rect.height == ui->height;
        int32_t edge = whole ? 0 : ui_px(ui, 24);
        UiAlign across = overlay->justify == UI_STRETCH ? UI_CENTER : overlay->justify;
        UiAlign down = overlay->align == UI_STRETCH ? UI_CENTER : overlay->align;
        put_across(across, edge, ui->width - 2 * edge, &node->rect.x, node->rect.width);
        put_across(down, edge, ui->height - 2 * edge, &node->rect.y, node->rect.height);
        if (!overlay->modal && !whole) {
            give_way(ui, pass, node, edge, across);
        }
        return;
    }
    int32_t below = anchor->rect.y + anchor->rect.height + margin, above = anchor->rect.y - margin - node->rect.height;
    bool fits = below + node->rect.height <= ui->height - margin;
    int32_t lowest = max(ui->height - margin - node->rect.height, margin);
    node->rect.y = fits || above < margin ? below : above;
    node->rect.y = max(min(node->rect.y, lowest), margin); // also where what it belongs to was scrolled away
    node->rect.x = max(min(anchor->rect.x, ui->width - margin - node->rect.width), min(margin, ui->width / 2));
}

static void scroll_content(Ui *ui, const Node *node, Rect *inner) {
    UiKept *kept = ui_keep(ui, node->id);
    int32_t most = max(node->content - node->rect.height, 0);
    kept->scroll = max(min(kept->scroll, most), 0);
    inner->y -= kept->scroll;
    inner->height = max(inner->height, node->content - node_pad_down(ui, node));
}

static void place_children(Ui *ui, UiPass *pass, Node *node) {
    Rect inner = {node->rect.x + ui_px(ui, node->box.padding.left), node->rect.y + ui_px(ui, node->box.padding.top),
                  node->rect.width - node_pad_across(ui, node), node->rect.height - node_pad_down(ui, node)};
    Rect clip = node->clip;
    if (node->box.scrolls || node_is_panel(node)) {
        clip = rect_intersect(clip, node->rect);
    }
    if (node->box.scrolls) {
        scroll_content(ui, node, &inner);
    }
    switch (node->box.flow) {
    case UI_ROW:
        place_line(ui, pass, node, inner, node->first, 0);
        break;
    case UI_WRAP:
    case UI_GRID:
        place_lines(ui, pass, node, inner);
        break;
    case UI_LAYERS:
        place_layers(pass, node, inner);
        break;
    case UI_COLUMN:
        place_column(ui, pass, node, inner);
        break;
    }
    for (int32_t i = node->first; i != 0; i = pass->nodes.rows[i].next) {
        pass->nodes.rows[i].clip = clip;
    }
}

static void place_all(Ui *ui) {
    UiPass *pass = ui_pass(ui);
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        Node *node = &pass->nodes.rows[i];
        ui_scale_as(ui, node);
        if (node->parent == 0) {
            node->clip = (Rect){0, 0, ui->width, ui->height};
            if (node->overlay != NULL) {
                place_overlay(ui, pass, node);
            } else {
                node->rect = node->clip;
            }
        }
        if (node->first != 0) {
            place_children(ui, pass, node);
        }
    }
    ui_scale_as(ui, &pass->nodes.rows[1]);
}

void ui_place(Ui *ui) {
    place_all(ui);
    if (ui->focus_moved && ui_scroll_to_focus(ui)) {
        place_all(ui);
    }
}
