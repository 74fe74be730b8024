// Widths and heights. Widths first, from the inside out: what each node needs for its words to stand whole, what it
// would like, and what it cannot do without even where words break; then, from the outside in, what it gets. Then
// heights, which for texts follow from widths.
#include "ui/node.h"

enum { LONGEST_WORD = 16 }; // in sizes of its letters: some thirty of them

static bool runs_across(const Node *node) {
    return node->box.flow == UI_ROW;
}

int32_t node_pad_across(const Ui *ui, const Node *node) {
    return ui_px(ui, node->box.padding.left) + ui_px(ui, node->box.padding.right);
}

int32_t node_pad_down(const Ui *ui, const Node *node) {
    return ui_px(ui, node->box.padding.top) + ui_px(ui, node->box.padding.bottom);
}

int32_t node_row_gap(const Ui *ui, const Node *node) {
    return ui_px(ui, node->box.row_gap != 0 ? node->box.row_gap : node->box.gap);
}

static int32_t limit(const Ui *ui, int32_t value, int32_t least, int32_t most) {
    if (most > 0) {
        value = min(value, ui_px(ui, most));
    }
    return least > 0 ? max(value, ui_px(ui, least)) : value;
}

static bool grows(const Node *node) {
    return node->box.width == UI_GROW;
}

static bool has_growing_child(const UiPass *pass, const Node *row) {
    bool has = false;
    for (int32_t i = row->first; i != 0; i = pass->nodes.rows[i].next) {
        has = has || grows(&pass->nodes.rows[i]);
    }
    return has;
}

typedef enum { SIDE_LEFT, SIDE_RIGHT } Side;

// Whether a child's side is that of its parent, whatever there is room for.
static bool stands_at_side(const UiPass *pass, const Node *parent, const Node *child, Side side) {
    bool column = parent->box.flow == UI_COLUMN;
    UiAlign align = column ? parent->box.align : parent->box.justify;
    bool first = child == &pass->nodes.rows[parent->first], last = child->next == 0;
    bool at_start = align == UI_STRETCH || align == UI_START, at_end = align == UI_END, spreads = align == UI_BETWEEN;
    switch (parent->box.flow) {
    case UI_COLUMN:
        return grows(child) || (align == UI_STRETCH && child->box.width == UI_FIT) ||
               (side == SIDE_LEFT ? at_start : at_end);
    case UI_ROW:
        spreads = spreads || has_growing_child(pass, parent);
        return side == SIDE_LEFT ? first && (at_start || spreads) : last && (at_end || spreads);
    case UI_WRAP: // where each may begin a line of its own
        return side == SIDE_LEFT ? (first && at_start) || spreads : last && (at_end || spreads);
    case UI_GRID:
    case UI_LAYERS:
        break;
    }
    return false;
}

static bool has_edge(const Node *node, Side side) {
    int32_t padding = side == SIDE_LEFT ? node->box.padding.left : node->box.padding.right;
    return padding > 0 || (node->box.flow == UI_COLUMN && node->count > 1);
}

// Whether what stands at a side of this box stands at that of its column: the nearest box around it that has others
// below each other in it, or keeps clear of its own edge.
static bool is_at_edge(const UiPass *pass, const Node *box, Side side) {
    while (!has_edge(box, side)) {
        const Node *parent = &pass->nodes.rows[box->parent];
        if (box->parent == 0 || !stands_at_side(pass, parent, box, side)) {
            return false;
        }
        box = parent;
    }
    return true;
}

static bool stands_at_edge(const UiPass *pass, const Node *node, Side side) {
    const Node *parent = &pass->nodes.rows[node->parent];
    return node->parent != 0 && stands_at_side(pass, parent, node, side) && is_at_edge(pass, parent, side);
}

static void trim_paddings(UiPass *pass) {
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        Node *node = &pass->nodes.rows[i];
        if (node->box.trims && node->box.width == UI_FIT) {
            node->box.padding.left = stands_at_edge(pass, node, SIDE_LEFT) ? 0 : node->box.padding.left;
            node->box.padding.right = stands_at_edge(pass, node, SIDE_RIGHT) ? 0 : node->box.padding.right;
        }
    }
}

// A link or “aaaa…” is no word that others make room for: it breaks where a column ends that holds every true word.
static void measure_text(Ui *ui, Node *node) {
    const TextLayout *layout = text_layout(ui->texts, node->text.text, node->type, -1);
    node->wished = layout->width;
    node->least = min(min(layout->widest_word, layout->width), LONGEST_WORD * node->type.size);
    node->firm = min(node->least, node->type.size); // about a letter of each line
}

typedef struct {
    int32_t firm, least, wished;
} Widths;

// Adds what a child needs to what its parent needs.
static void add_child_width(const Ui *ui, const Node *parent, const Node *child, Widths *sum) {
    int32_t gap = ui_px(ui, parent->box.gap);
    switch (parent->box.flow) {
    case UI_ROW:
        sum->firm += child->firm + (sum->wished > 0 || sum->least > 0 ? gap : 0);
        sum->least += child->least + (sum->wished > 0 || sum->least > 0 ? gap : 0);
        sum->wished += child->wished + (sum->wished > 0 ? gap : 0);
        break;
    case UI_WRAP:
        sum->firm = max(sum->firm, child->firm);
        sum->least = max(sum->least, child->least);
        sum->wished += child->wished + (sum->wished > 0 ? gap : 0);
        break;
    case UI_COLUMN:
    case UI_GRID:
    case UI_LAYERS:
        sum->firm = max(sum->firm, child->firm);
        sum->least = max(sum->least, child->least);
        sum->wished = max(sum->wished, child->wished);
        break;
    }
}

// The width of a grid, whose columns are all as wide as the widest.
static void multiply(Widths *sum, int32_t columns, int32_t gaps) {
    sum->firm = sum->firm * columns + gaps;
    sum->least = sum->least * columns + gaps;
    sum->wished = sum->wished * columns + gaps;
}

static void measure_box(const Ui *ui, const UiPass *pass, Node *node) {
    Widths sum = {0};
    for (int32_t i = node_is_panel(node) ? 0 : node->first; i != 0; i = pass->nodes.rows[i].next) {
        add_child_width(ui, node, &pass->nodes.rows[i], &sum);
    }
    if (node->box.flow == UI_GRID && node->box.columns > 1) {
        multiply(&sum, node->box.columns, (node->box.columns - 1) * ui_px(ui, node->box.gap));
    }
    int32_t pad = node_pad_across(ui, node), fixed = node->box.width > 0 ? ui_px(ui, node->box.width) : 0;
    sum = (Widths){sum.firm + pad, sum.least + pad, sum.wished + pad};
    if (fixed > 0) { // unless a word of it is wider
        sum = (Widths){max(sum.firm, fixed), max(sum.least, fixed), max(sum.least, fixed)};
    }
    node->least = limit(ui, sum.least, node->box.least_width, node->box.most_width);
    node->firm = min(node->least, limit(ui, sum.firm, node->box.least_width, node->box.most_width));
    node->wished = max(node->least, limit(ui, sum.wished, node->box.least_width, node->box.most_width));
}

static void measure_widths(Ui *ui) {
    UiPass *pass = ui_pass(ui);
    for (int32_t i = pass->nodes.count - 1; i > 0; i--) {
        Node *node = &pass->nodes.rows[i];
        ui_scale_as(ui, node);
        if (node->kind == NODE_TEXT) {
            measure_text(ui, node);
        } else {
            measure_box(ui, pass, node);
        }
    }
}

static int32_t share_of(const Node *node) {
    return max(node->box.share, 1);
}

// Hands `room` out among those children of a row that grow, by their shares; who would get less than the least, or more
// than the most, gets that, and the others share the rest.
static void grow_row(Ui *ui, UiPass *pass, const Node *row, int32_t room) {
    for (bool again = true; again;) {
        again = false;
        int32_t shares = 0, left = room;
        for (int32_t i = row->first; i != 0; i = pass->nodes.rows[i].next) {
            const Node *child = &pass->nodes.rows[i];
            shares += grows(child) && child->rect.width < 0 ? share_of(child) : 0;
            left -= grows(child) && child->rect.width >= 0 ? child->rect.width : 0;
        }
        for (int32_t i = row->first; i != 0 && shares > 0; i = pass->nodes.rows[i].next) {
            Node *child = &pass->nodes.rows[i];
            if (!grows(child) || child->rect.width >= 0) {
                continue;
            }
            int32_t width = max((int32_t)((int64_t)left * share_of(child) / shares), 0);
            int32_t bounded = max(child->least, limit(ui, width, child->box.least_width, child->box.most_width));
            if (bounded != width) {
                child->rect.width = bounded;
                again = true;
                break;
            }
        }
        for (int32_t i = row->first; i != 0 && !again && shares > 0; i = pass->nodes.rows[i].next) {
            Node *child = &pass->nodes.rows[i];
            if (grows(child) && child->rect.width < 0) {
                int32_t width = left * share_of(child) / shares;
                child->rect.width = width;
                left -= width;
                shares -= share_of(child);
            }
        }
    }
}

// There is too little room: each child gives of what it has over its least, in proportion, and where that is not
// enough, over what it cannot do without: rather breaks a word than the page becomes wider than the window.
static int32_t shrink_row(UiPass *pass, const Node *row, int32_t over, bool breaks) {
    int64_t give = 0;
    for (int32_t i = row->first; i != 0; i = pass->nodes.rows[i].next) {
        const Node *child = &pass->nodes.rows[i];
        give += max(child->rect.width - (breaks ? child->firm : child->least), 0);
    }
    for (int32_t i = row->first; i != 0 && give > 0; i = pass->nodes.rows[i].next) {
        Node *child = &pass->nodes.rows[i];
        int64_t own = max(child->rect.width - (breaks ? child->firm : child->least), 0);
        int64_t given = min(over, (int32_t)give) * own / give;
        child->rect.width -= (int32_t)given;
        over -= (int32_t)given;
        give -= own;
    }
    return over;
}

static void share_row(Ui *ui, UiPass *pass, const Node *row, int32_t inner) {
    int32_t gaps = row->count > 1 ? (row->count - 1) * ui_px(ui, row->box.gap) : 0;
    int32_t fixed = gaps, least = gaps;
    for (int32_t i = row->first; i != 0; i = pass->nodes.rows[i].next) {
        Node *child = &pass->nodes.rows[i];
        child->rect.width = grows(child) ? -1 : child->wished;
        fixed += grows(child) ? 0 : child->wished;
        least += grows(child) ? child->least : child->wished;
    }
    if (least <= inner) {
        grow_row(ui, pass, row, inner - fixed);
        return;
    }
    for (int32_t i = row->first; i != 0; i = pass->nodes.rows[i].next) {
        Node *child = &pass->nodes.rows[i];
        child->rect.width = grows(child) ? child->least : child->rect.width;
    }
    int32_t over = shrink_row(pass, row, least - inner, false);
    if (over > 0) {
        (void)shrink_row(pass, row, over, true);
    }
}

static int32_t column_width(const Ui *ui, const Node *parent, const Node *child, int32_t inner) {
    bool stretched = grows(child) || (parent->box.align == UI_STRETCH && child->box.width == UI_FIT);
    if (parent->box.flow == UI_WRAP || (child->kind == NODE_TEXT && parent->box.align != UI_STRETCH)) {
        stretched = grows(child);
    }
    if (!stretched) {
        return min(child->wished, max(inner, 0));
    }
    return limit(ui, max(inner, 0), 0, child->box.most_width);
}

static void share_widths(Ui *ui) {
    UiPass *pass = ui_pass(ui);
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        Node *node = &pass->nodes.rows[i];
        ui_scale_as(ui, node);
        if (node->parent == 0) {
            bool fills = grows(node);
            node->rect.width = fills ? ui->width : min(node->wished, ui->width);
        }
        int32_t inner = node->rect.width - node_pad_across(ui, node);
        if (runs_across(node)) {
            share_row(ui, pass, node, inner);
            continue;
        }
        int32_t columns = node->box.flow == UI_GRID ? max(node->box.columns, 1) : 1;
        int32_t wide = (inner - (columns - 1) * ui_px(ui, node->box.gap)) / columns;
        for (int32_t j = node->first; j != 0; j = pass->nodes.rows[j].next) {
            Node *child = &pass->nodes.rows[j];
            child->rect.width = columns > 1 ? wide : column_width(ui, node, child, wide);
        }
    }
}

int32_t node_line_end(const Ui *ui, const UiPass *pass, const Node *node, int32_t from, int32_t *tall) {
    int32_t inner = node->rect.width - node_pad_across(ui, node), gap = ui_px(ui, node->box.gap);
    int32_t used = 0, count = 0, i = from;
    *tall = 0;
    for (; i != 0; i = pass->nodes.rows[i].next) {
        const Node *child = &pass->nodes.rows[i];
        bool full = node->box.flow == UI_GRID ? count == max(node->box.columns, 1)
                                              : count > 0 && used + gap + child->rect.width > inner;
        if (full) {
            break;
        }
        used += child->rect.width + (count > 0 ? gap : 0);
        *tall = max(*tall, child->tall);
        count++;
    }
    return i;
}

// Which child begins a line is known once all have their widths.
static void trim_lines(Ui *ui, UiPass *pass, Node *wrap) {
    bool at_start = wrap->box.justify == UI_STRETCH || wrap->box.justify == UI_START;
    int32_t tall;
    for (int32_t i = at_start ? wrap->first : 0; i != 0; i = node_line_end(ui, pass, wrap, i, &tall)) {
        Node *child = &pass->nodes.rows[i];
        if (child->box.trims && child->box.width == UI_FIT && is_at_edge(pass, wrap, SIDE_LEFT)) {
            child->rect.width -= ui_px(ui, child->box.padding.left);
            child->box.padding.left = 0;
        }
    }
}

static void trim_wraps(Ui *ui) {
    UiPass *pass = ui_pass(ui);
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        if (pass->nodes.rows[i].kind == NODE_BOX && pass->nodes.rows[i].box.flow == UI_WRAP) {
            trim_lines(ui, pass, &pass->nodes.rows[i]);
        }
    }
}

static int32_t content_of_lines(const Ui *ui, const UiPass *pass, const Node *node) {
    int32_t total = 0, tall;
    for (int32_t i = node->first; i != 0;) {
        i = node_line_end(ui, pass, node, i, &tall);
        total += tall + (i != 0 ? node_row_gap(ui, node) : 0);
    }
    return total;
}

static int32_t content_of_children(const Ui *ui, const UiPass *pass, const Node *node) {
    int32_t total = 0;
    for (int32_t i = node->first; i != 0; i = pass->nodes.rows[i].next) {
        const Node *child = &pass->nodes.rows[i];
        if (node->box.flow == UI_COLUMN) {
            total += child->tall + (child->next != 0 ? ui_px(ui, node->box.gap) : 0);
        } else {
            total = max(total, child->tall);
        }
    }
    return total;
}

// A panel asks for no height, nor does a box that scrolls where it takes what is left; above the page that is what
// stands in it, as far as it fits.
static bool takes_what_is_left(const UiPass *pass, const Node *node) {
    return node_is_panel(node) ||
           (node->box.scrolls && node->box.height == UI_GROW && pass->nodes.rows[node->parent].overlay == NULL);
}

static void measure_heights(Ui *ui) {
    UiPass *pass = ui_pass(ui);
    for (int32_t i = pass->nodes.count - 1; i > 0; i--) {
        Node *node = &pass->nodes.rows[i];
        ui_scale_as(ui, node);
        if (node->kind == NODE_TEXT) {
            node->layout = text_layout(ui->texts, node->text.text, node->type, max(node->rect.width, 1));
            node->tall = node->content = node->layout->height;
            continue;
        }
        if (node->measure != NULL) {
            node->tall = node->content = node->measure(node->draw_context, node->rect.width);
            continue;
        }
        bool lines = node->box.flow == UI_WRAP || node->box.flow == UI_GRID;
        node->content = lines ? content_of_lines(ui, pass, node) : content_of_children(ui, pass, node);
        node->content += node_pad_down(ui, node);
        int32_t tall = node->box.height > 0             ? ui_px(ui, node->box.height)
                       : takes_what_is_left(pass, node) ? 0
                                                        : node->content;
        node->tall = limit(ui, tall, node->box.least_height, node->box.most_height);
    }
}

void ui_layout(Ui *ui) {
    trim_paddings(ui_pass(ui));
    measure_widths(ui);
    share_widths(ui);
    trim_wraps(ui);
    measure_heights(ui);
    ui_scale_as(ui, &ui_pass(ui)->nodes.rows[1]);
}
