// Texts of the page, selected with the pointer from one place to another: all that is read between them. An end is
// known by the how-manieth text of its layer it lies in, for texts have no ids, and by what that text is.
#include "base/emphasis.h"
#include "ui/ui_inside.h"

typedef struct {
    const Node *first, *last; // NULL: nothing is selected
    ptrdiff_t from, to;       // bytes of their texts
} Selected;

// What stands on a button is no part of what is read.
static bool is_on_button(const UiPass *pass, const Node *node) {
    bool is = false;
    for (int32_t row = node->parent; row != 0 && !is; row = pass->nodes.rows[row].parent) {
        is = pass->nodes.rows[row].box.role == ROLE_BUTTON;
    }
    return is;
}

static bool is_read(const UiPass *pass, const Node *node, int32_t layer) {
    return node->kind == NODE_TEXT && node->layer == layer && node->text.text.len > 0 && node->layout != NULL &&
           node->rect.height > 0 && !is_on_button(pass, node);
}

static const Node *find_text(const UiPass *pass, const UiSelectEnd *end) {
    int32_t nth = 0;
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        const Node *node = &pass->nodes.rows[i];
        if (is_read(pass, node, end->layer) && ++nth == end->nth) {
            return ui_hash(0, node->text.text, 0) == end->text ? node : NULL;
        }
    }
    return NULL;
}

static int32_t apart(int32_t at, int32_t from, int32_t length) {
    return at < from ? from - at : max(at - from - length + 1, 0);
}

static int32_t line_at(const Node *node, int32_t y) {
    int32_t line = 0;
    while (line + 1 < node->layout->line_count && y >= node->rect.y + node->layout->lines[line + 1].top) {
        line++;
    }
    return line;
}

static ptrdiff_t offset_at(const Ui *ui, const Node *node, int32_t x, int32_t y) {
    const TextLine *line = &node->layout->lines[line_at(node, y)];
    int32_t room = node->rect.width;
    int32_t left = node_line_x(node, line) - text_line_left(line, room);
    return text_layout_find_offset(ui->texts, node->layout, room, x - left, y - node->rect.y);
}

// The text that the pointer is in, or the nearest of those in sight; one beside it is nearer than one above.
static UiSelectEnd end_at(const Ui *ui, const UiPass *pass, int32_t layer) {
    enum { DOWN = 16 };
    UiSelectEnd best = {.layer = layer};
    int32_t nth = 0, least = INT32_MAX;
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        const Node *node = &pass->nodes.rows[i];
        if (!is_read(pass, node, layer)) {
            continue;
        }
        nth++;
        int32_t far = apart(ui->pointer_x, node->rect.x, node->rect.width) +
                      apart(ui->pointer_y, node->rect.y, node->rect.height) * DOWN;
        if (far < least && rect_meets(node->rect, node->clip)) {
            least = far;
            best.nth = nth;
            best.text = ui_hash(0, node->text.text, 0);
            best.offset = offset_at(ui, node, ui->pointer_x, ui->pointer_y);
        }
    }
    return best;
}

bool ui_select_is_over(const Ui *ui, const UiPass *pass) {
    bool over = false;
    for (int32_t i = 1; i < pass->nodes.count && !over; i++) {
        const Node *node = &pass->nodes.rows[i];
        over = rect_holds(rect_intersect(node->rect, node->clip), ui->pointer_x, ui->pointer_y) &&
               is_read(pass, node, pass->modal_layer);
    }
    return over;
}

void ui_select_begin(Ui *ui, const UiPass *last) {
    ui->selects = true;
    ui->select_from = ui->select_to = end_at(ui, last, last->modal_layer);
}

void ui_select_move(Ui *ui, const UiPass *last) {
    if (ui->selects && ui->select_from.nth > 0) {
        ui->select_to = end_at(ui, last, ui->select_from.layer);
    }
}

void ui_select_all(Ui *ui, const UiPass *last) {
    UiSelectEnd first = {.layer = last->modal_layer}, end = first;
    for (int32_t i = 1; i < last->nodes.count; i++) {
        const Node *node = &last->nodes.rows[i];
        if (is_read(last, node, first.layer)) {
            end = (UiSelectEnd){first.layer, end.nth + 1, ui_hash(0, node->text.text, 0), node->text.text.len};
            first = first.nth == 0 ? (UiSelectEnd){first.layer, 1, end.text, 0} : first;
        }
    }
    ui->select_from = first;
    ui->select_to = end;
}

void ui_select_drop(Ui *ui) {
    ui->select_from = ui->select_to = (UiSelectEnd){0};
}

static Selected find_selected(const Ui *ui, const UiPass *pass) {
    const UiSelectEnd *a = &ui->select_from, *b = &ui->select_to;
    bool turned = a->nth > b->nth || (a->nth == b->nth && a->offset > b->offset);
    const UiSelectEnd *from = turned ? b : a, *to = turned ? a : b;
    if (a->nth == 0 || b->nth == 0 || (a->nth == b->nth && a->offset == b->offset)) {
        return (Selected){0};
    }
    Selected selected = {find_text(pass, from), find_text(pass, to), from->offset, to->offset};
    return selected.first != NULL && selected.last != NULL ? selected : (Selected){0};
}

// Takes the next of the selected texts, from `*row` on; false after the last.
static bool take_text(const UiPass *pass, const Selected *selected, int32_t *row, ptrdiff_t *from, ptrdiff_t *to) {
    const Node *end = selected->last + 1;
    for (const Node *node = &pass->nodes.rows[*row]; selected->first != NULL && node < end; node++) {
        if (is_read(pass, node, selected->first->layer)) {
            *row = (int32_t)(node - pass->nodes.rows);
            *from = node == selected->first ? selected->from : 0;
            *to = node == selected->last ? selected->to : node->text.text.len;
            return true;
        }
    }
    return false;
}

static int32_t first_row(const UiPass *pass, const Selected *selected) {
    return selected->first != NULL ? (int32_t)(selected->first - pass->nodes.rows) : 0;
}

// It goes with the texts in which it begins and ends.
void ui_select_show(Ui *ui) {
    UiPass *pass = ui_pass(ui);
    Selected selected = find_selected(ui, pass);
    if (selected.first == NULL && !ui->selects) {
        ui_select_drop(ui);
    }
    ptrdiff_t from, to;
    for (int32_t row = first_row(pass, &selected); take_text(pass, &selected, &row, &from, &to); row++) {
        pass->nodes.rows[row].selected_from = from;
        pass->nodes.rows[row].selected_to = to;
    }
}

// Without the stars of emphasis.
static void add_part(Ui *ui, StrBuilder *out, const Node *node, ptrdiff_t from, ptrdiff_t to) {
    EmphasisMarks marks = {0};
    if (node->text.marked) {
        marks = emphasis_find(ui_arena(ui), node->text.text);
    }
    for (int32_t i = 0; i < marks.count; i++) {
        if (marks.rows[i] >= from && marks.rows[i] < to) {
            str_add(out, str_slice(node->text.text, from, marks.rows[i]));
            from = marks.rows[i] + 1;
        }
    }
    str_add(out, str_slice(node->text.text, from, to));
}

Str ui_selected_text(Ui *ui) {
    const UiPass *last = ui_last_pass(ui);
    Selected selected = find_selected(ui, last);
    StrBuilder out = {.arena = ui_arena(ui)};
    const Node *before = NULL;
    ptrdiff_t from, to;
    for (int32_t row = first_row(last, &selected); take_text(last, &selected, &row, &from, &to); row++) {
        const Node *node = &last->nodes.rows[row];
        bool beside = before != NULL && node->rect.y < before->rect.y + before->rect.height;
        str_add(&out, before == NULL ? S("") : beside ? S(" ") : S("\n"));
        add_part(ui, &out, node, from, to);
        before = node;
    }
    return str_built(&out);
}
