// Scrolling: by keys, the wheel and a bar at the side, and by itself, so that what has the focus is in sight.
#include "ui/ui_inside.h"

enum { EDGE_UNITS = 60, SPEED = 12, STEP_MS = 16, STEP_MOST_MS = 100 };
enum { STILL_UNITS = 8 }; // a finger that moves no further taps
enum { WHEEL_UNITS = 72, BAR_UNITS = 4, BAR_EDGE = 3, BAR_AREA = 14, THUMB_LEAST = 32, MARGIN_UNITS = 16 };

static bool can_scroll(const Node *node) {
    return node->box.scrolls && node->content > node->rect.height;
}

// The box that keys scroll: the one around the focus, else the largest.
static const Node *find_scroller(Ui *ui, const UiPass *last) {
    const Node *node = ui_node_find(last, ui->focus);
    if (node != NULL) {
        while (node->parent != 0 && !can_scroll(node)) {
            node = &last->nodes.rows[node->parent];
        }
        if (can_scroll(node)) {
            return node;
        }
    }
    const Node *largest = NULL;
    for (int32_t i = 1; i < last->nodes.count; i++) {
        const Node *other = &last->nodes.rows[i];
        if (can_scroll(other) && node_is_active(last, other) && node_is_in_panel(last, other, ui->panel) &&
            (largest == NULL || other->rect.height > largest->rect.height)) {
            largest = other;
        }
    }
    return largest;
}

static int64_t page_of(const Node *node) {
    return (int64_t)node->rect.height * 7 / 8;
}

static bool scroll(Ui *ui, const Node *node, int64_t by) {
    if (node == NULL) {
        return false;
    }
    UiKept *kept = ui_keep(ui, node->id);
    int64_t most = node->content - node->rect.height, to = kept->scroll + by;
    to = to > most ? most : to < 0 ? 0 : to;
    bool moved = to != kept->scroll;
    kept->scroll = (int32_t)to;
    return moved;
}

bool ui_scroll_by_key(Ui *ui, const UiPass *last, int32_t key) {
    const Node *node = find_scroller(ui, last);
    int64_t page = node != NULL ? page_of(node) : 0, line = ui_px(ui, WHEEL_UNITS), all = INT32_MAX;
    switch (key) {
    case KEY_PAGE_UP:
        return scroll(ui, node, -page);
    case KEY_PAGE_DOWN:
        return scroll(ui, node, page);
    case KEY_HOME:
        return scroll(ui, node, -all);
    case KEY_END:
        return scroll(ui, node, all);
    case KEY_UP:
        return scroll(ui, node, -line);
    case KEY_DOWN:
        return scroll(ui, node, line);
    default:
        return false;
    }
}

void ui_scroll_by_wheel(Ui *ui, const UiPass *last) {
    (void)scroll(ui, node_find_at(last, ui->pointer_x, ui->pointer_y, can_scroll),
                 -(int64_t)ui->input.wheel_y * ui_px(ui, WHEEL_UNITS));
}

// How far beyond the strip at the edge of what scrolls the pointer is: above it less than 0.
static int32_t beyond_edge(const Ui *ui, const Node *node) {
    int32_t strip = min(ui_px(ui, EDGE_UNITS), node->rect.height / 4);
    int32_t above = ui->pointer_y - (node->rect.y + strip);
    int32_t below = ui->pointer_y - (node->rect.y + node->rect.height - strip);
    return above < 0 ? above : below > 0 ? below : 0;
}

// The nearer to the edge the faster, by the clock: a frame that comes late scrolls no less.
void ui_scroll_by_drag(Ui *ui, const UiPass *last) {
    const Node *node = ui->dragged != 0 ? ui_node_find(last, ui->dragged) : NULL;
    while (node != NULL && !(can_scroll(node) && beyond_edge(ui, node) != 0)) {
        node = node->parent != 0 ? &last->nodes.rows[node->parent] : NULL;
    }
    int64_t passed = node != NULL && ui->edge_since_ms > 0 ? ui->input.now_ms - ui->edge_since_ms : 0;
    passed = passed > STEP_MOST_MS ? STEP_MOST_MS : passed;
    bool moved = passed > 0 && scroll(ui, node, beyond_edge(ui, node) * passed * SPEED / 1000);
    ui->edge_since_ms = node != NULL && (moved || passed == 0) ? ui->input.now_ms : 0;
}

// What lies under a finger goes with it, unless that takes something in the hand or moves by itself.
void ui_scroll_take(Ui *ui, const UiPass *last) {
    const Node *held = ui_node_find(last, ui->held);
    bool own = held != NULL && (held->box.draggable || held->box.role == ROLE_CANVAS);
    const Node *node = own ? NULL : node_find_at(last, ui->pointer_x, ui->pointer_y, can_scroll);
    ui->pan = node != NULL ? node->id : 0;
    ui->pan_y = ui->pointer_y;
    ui->pans = false;
}

bool ui_scroll_by_touch(Ui *ui, const UiPass *last) {
    const Node *node = ui_node_find(last, ui->pan);
    int32_t down = ui->pointer_y - ui->pan_y, still = ui_px(ui, STILL_UNITS);
    if (node == NULL || (!ui->pans && down >= -still && down <= still)) {
        return false;
    }
    ui->pans = true;
    ui->held = 0; // what it went down on is not meant
    ui->pan_y = ui->pointer_y;
    (void)scroll(ui, node, -down);
    return true;
}

void ui_scroll_on(Ui *ui) {
    if (ui->edge_since_ms > 0) {
        ui_wake_at(ui, ui->edge_since_ms + STEP_MS);
    }
}

// Where a bar runs, at the right edge of what scrolls, and the part of it that stands for what is in sight.
typedef struct {
    Rect area, thumb;
    int32_t track; // how far the thumb can go
} Bar;

static Bar bar_of(Ui *ui, const Node *node) {
    int32_t edge = ui_px(ui, BAR_EDGE), wide = ui_px(ui, BAR_UNITS), area = ui_px(ui, BAR_AREA);
    int32_t right = node->rect.x + node->rect.width, length = max(node->rect.height - 2 * edge, 0);
    int32_t tall = (int32_t)((int64_t)length * node->rect.height / max(node->content, 1));
    tall = min(max(tall, ui_px(ui, THUMB_LEAST)), length);
    int32_t most = max(node->content - node->rect.height, 1), track = length - tall;
    int32_t y = node->rect.y + edge + (int32_t)((int64_t)track * ui_keep(ui, node->id)->scroll / most);
    return (Bar){.area = {right - area, node->rect.y, area, node->rect.height},
                 .thumb = {right - edge - wide, y, wide, tall},
                 .track = track};
}

// The bar under the pointer.
static const Node *find_bar(Ui *ui, const UiPass *last) {
    const Node *node = node_find_at(last, ui->pointer_x, ui->pointer_y, can_scroll);
    return node != NULL && rect_holds(bar_of(ui, node).area, ui->pointer_x, ui->pointer_y) ? node : NULL;
}

bool ui_scroll_grip(Ui *ui, const UiPass *last) {
    const Node *node = find_bar(ui, last);
    if (node == NULL) {
        return false;
    }
    Bar bar = bar_of(ui, node);
    bool below = ui->pointer_y >= bar.thumb.y + bar.thumb.height;
    if (ui->pointer_y < bar.thumb.y || below) {
        (void)scroll(ui, node, below ? page_of(node) : -page_of(node));
        return true;
    }
    ui->bar = node->id;
    ui->bar_grip = ui->pointer_y - bar.thumb.y;
    return true;
}

bool ui_scroll_by_bar(Ui *ui, const UiPass *last) {
    const Node *node = ui_node_find(last, ui->bar);
    if (node == NULL || !can_scroll(node)) {
        ui->bar = 0;
        return ui->held == 0 && find_bar(ui, last) != NULL;
    }
    Bar bar = bar_of(ui, node);
    int64_t down = ui->pointer_y - ui->bar_grip - node->rect.y - ui_px(ui, BAR_EDGE);
    int64_t to = bar.track > 0 ? down * (node->content - node->rect.height) / bar.track : 0;
    (void)scroll(ui, node, to - ui_keep(ui, node->id)->scroll);
    return true;
}

bool ui_scroll_thumb(Ui *ui, const Node *node, Rect *thumb) {
    if (!can_scroll(node)) {
        return false;
    }
    *thumb = bar_of(ui, node).thumb;
    return true;
}

// From top to bottom of what an edge must not cut: a line of text, or a box of a height of its own, as a badge.
typedef struct {
    int32_t top, bottom;
} Piece;

static bool holds(Piece piece, int32_t y) {
    return piece.top < y && y < piece.bottom;
}

static bool find_cut_line(const Node *node, int32_t y, Piece *piece) {
    for (int32_t i = 0; i < node->layout->line_count; i++) {
        int32_t top = node->rect.y + node->layout->lines[i].top;
        *piece = (Piece){top, top + node->layout->line_height};
        if (holds(*piece, y)) {
            return true;
        }
    }
    return false;
}

static bool find_cut_piece(const Node *node, int32_t y, Piece *piece) {
    *piece = (Piece){node->rect.y, node->rect.y + node->rect.height};
    if (!holds(*piece, y)) {
        return false;
    }
    bool is_seen = node->kind == NODE_PICTURE || node->box.fill != COLOR_NONE || node->box.stroke != COLOR_NONE;
    return node->kind == NODE_TEXT ? find_cut_line(node, y, piece) : node->box.height > 0 && is_seen;
}

// A box that scrolls is cut at its upper edge when it has gone `by` further. Gives how far it is to go
// instead, in the same direction, so that nothing is cut; `by` when that would be further than `most`.
static int32_t pass_pieces(const UiPass *pass, int32_t row, int32_t by, int32_t most) {
    const Node *around = &pass->nodes.rows[row];
    int32_t wished = by;
    for (int32_t i = row + 1; i < pass->nodes.count && pass->nodes.rows[i].depth > around->depth; i++) {
        Piece piece;
        if (find_cut_piece(&pass->nodes.rows[i], around->rect.y + wished, &piece)) {
            wished = (by > 0 ? piece.bottom : piece.top) - around->rect.y;
            i = row; // what stood before may be cut now
        }
        if (by > 0 ? wished > most : wished < most) {
            return by;
        }
    }
    return wished;
}

// The place of the focus, and the part of it that matters most: a caret.
typedef struct {
    Rect whole, part;
} Target;

// What says of it what it is for, or what came of it; nothing of half a page or more. Of one among several to choose
// from that is the group, which has above them what is asked.
static Rect find_whole(const UiPass *pass, const Node *node) {
    const Node *rows = pass->nodes.rows, *around = node;
    Rect found = node->rect;
    while (around->parent != 0 && !around->box.scrolls) {
        around = &rows[around->parent];
    }
    for (const Node *group = node; group != around; group = &rows[group->parent]) {
        bool asks = node->box.role == ROLE_RADIO && group->box.role == ROLE_GROUP && group->box.name.len > 0;
        bool fits = group->rect.height <= around->rect.height / 2;
        found = (asks || group->box.whole) && fits ? group->rect : found;
    }
    return found;
}

static Target target_of(const UiPass *pass, const Node *node) {
    const Node *inner = &pass->nodes.rows[node->first];
    Target target = {find_whole(pass, node), node->rect};
    if (node->first != 0 && inner->locate != NULL) {
        target.part = inner->locate(inner->draw_context);
        target.part.x += inner->rect.x;
        target.part.y += inner->rect.y;
    }
    return target;
}

// How far a box has to scroll for `target` to be in sight; 0 when it is.
static int32_t find_way(Ui *ui, const UiPass *pass, int32_t row, Rect target) {
    const Node *around = &pass->nodes.rows[row];
    int32_t margin = min(ui_px(ui, MARGIN_UNITS), around->rect.height / 8);
    int32_t over = target.y + target.height + margin - (around->rect.y + around->rect.height);
    int32_t under = around->rect.y + margin - target.y;
    if (under > 0) {
        return pass_pieces(pass, row, -under, over);
    }
    return over > 0 ? pass_pieces(pass, row, min(over, -under), -under) : 0;
}

bool ui_scroll_to_focus(Ui *ui) {
    UiPass *pass = ui_pass(ui);
    const Node *node = ui_node_find(pass, ui->focus);
    bool moved = false;
    if (node == NULL) {
        return false;
    }
    Target target = target_of(pass, node);
    for (int32_t i = node->parent; i != 0; i = pass->nodes.rows[i].parent) {
        const Node *around = &pass->nodes.rows[i];
        if (!around->box.scrolls) {
            continue;
        }
        bool fits = target.whole.height + 2 * ui_px(ui, MARGIN_UNITS) <= around->rect.height;
        int32_t by = find_way(ui, pass, i, fits ? target.whole : target.part);
        UiKept *kept = ui_keep(ui, around->id);
        int32_t after = max(min(kept->scroll + by, around->content - around->rect.height), 0);
        target.whole.y -= after - kept->scroll;
        target.part.y -= after - kept->scroll;
        moved = moved || after != kept->scroll;
        kept->scroll = after;
    }
    return moved;
}
