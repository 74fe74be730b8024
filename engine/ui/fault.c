#include "ui/fault.h"

#include "ui/node.h"

enum { SLACK_PX = 1 }; // of halves that were rounded

// A text as it is laid out: one of the page, or one drawn by hand in a picture.
typedef struct {
    const Node *node;
    Str text;
    Rect rect;       // of all its lines
    int32_t line_px; // height of one
    bool slides;     // typed into a field of one line, where the caret shows the rest
} Piece;

typedef ROWS_OF(Piece) Pieces;

typedef struct {
    Ui *ui;
    UiPass *pass;
    Pieces pieces;
    UiFaults faults;
} Search;

Str ui_fault_name(UiFaultKind kind) {
    static const Str NAMES[] = {[FAULT_CUT] = S_INIT("cut"),
                                [FAULT_BROKEN] = S_INIT("broken"),
                                [FAULT_OUTSIDE] = S_INIT("outside"),
                                [FAULT_SLIT] = S_INIT("slit"),
                                [FAULT_OVERLAP] = S_INIT("overlap")};
    return NAMES[kind];
}

static UiFault *add_fault(Search *search, UiFaultKind kind, const Piece *piece, Rect room) {
    UiFault *fault = rows_append(&search->pass->arena, &search->faults);
    *fault = (UiFault){.kind = kind, .text = piece->text, .rect = piece->rect, .room = room};
    return fault;
}

static void add_text(Search *search, const Node *node) {
    const TextLayout *layout = node->layout;
    int32_t room = node->rect.width - layout->width;
    bool leftward = layout->lines[0].direction == DIRECTION_LEFTWARD;
    int32_t shift = node->text.align == UI_CENTER ? room / 2 : node->text.align == UI_END || leftward ? room : 0;
    Rect rect = {node->rect.x + shift, node->rect.y, layout->width, layout->height};
    Piece *piece = rows_append(&search->pass->arena, &search->pieces);
    *piece = (Piece){.node = node, .text = node->text.text, .rect = rect, .line_px = layout->line_height};
    if (layout->cut && !node->text.preview) {
        add_fault(search, FAULT_CUT, piece, node->rect);
    }
    bool has_path = str_find(node->text.text, S("/")) >= 0; // which breaks where it must
    if (layout->widest_word > node->rect.width + SLACK_PX && !has_path) {
        add_fault(search, FAULT_BROKEN, piece, node->rect);
    }
}

static void add_picture(Search *search, const Node *node) {
    const Node *around = &search->pass->nodes.rows[node->parent];
    bool slides = around->box.role == ROLE_FIELD && around->box.value.len > 0;
    for (int32_t i = node->first_draw; i < node->end_draw; i++) {
        const DrawCommand *draw = &search->pass->frame.draws.rows[i];
        if (draw->kind == DRAW_TEXT) {
            Piece *piece = rows_append(&search->pass->arena, &search->pieces);
            *piece = (Piece){node, draw->text, draw->rect, draw->rect.height, slides};
        }
    }
}

// A box that is dragged may go anywhere.
static void find_pieces(Search *search) {
    for (int32_t i = 1; i < search->pass->nodes.count; i++) {
        const Node *node = &search->pass->nodes.rows[i];
        if (node->layer > search->pass->layers) {
            continue;
        }
        if (node->kind == NODE_TEXT) {
            add_text(search, node);
        } else if (node->kind == NODE_PICTURE) {
            add_picture(search, node);
        }
    }
}

static bool holds(Rect room, const Piece *piece, Rect rect) {
    bool across = rect.x >= room.x - SLACK_PX && rect.x + rect.width <= room.x + room.width + SLACK_PX;
    bool down = rect.y >= room.y - SLACK_PX && rect.y + rect.height <= room.y + room.height + SLACK_PX;
    return (across || piece->slides) && down;
}

// All that scrolling a box can show, where it stands now.
static Rect whole_of(const Search *search, const Node *node) {
    const UiKept *kept = ui_find_kept(search->ui, node->id);
    Rect whole = node->rect;
    whole.y -= kept != NULL ? kept->scroll : 0;
    whole.height = node->content > whole.height ? node->content : whole.height;
    return whole;
}

// From the inside out, to the window.
static void look_around(Search *search, const Piece *piece) {
    Rect rect = piece->rect;
    for (const Node *node = piece->node; node != search->pass->nodes.rows;
         node = &search->pass->nodes.rows[node->parent]) {
        Rect room = node->box.scrolls ? whole_of(search, node) : node->rect;
        if (!holds(room, piece, rect)) {
            add_fault(search, FAULT_OUTSIDE, piece, room);
            return;
        }
        if (node->box.scrolls && node->rect.height < piece->line_px) {
            add_fault(search, FAULT_SLIT, piece, node->rect);
            return;
        }
        rect = node->box.scrolls ? node->rect : rect;
    }
    Rect window = {0, 0, search->ui->width, search->ui->height};
    if (!holds(window, piece, rect)) {
        add_fault(search, FAULT_OUTSIDE, piece, window);
    }
}

static bool is_above(const Piece *a, const Piece *b) {
    return a->rect.y + a->rect.height <= b->rect.y;
}

// Two texts that scroll together are held against each other wherever they are, others as far as they are in sight.
static bool overlap(const Piece *a, const Piece *b) {
    if (is_above(a, b) || is_above(b, a)) {
        return false;
    }
    Rect seen = rect_intersect(rect_inset(a->rect, SLACK_PX), rect_inset(b->rect, SLACK_PX));
    if (!rect_equal(a->node->clip, b->node->clip)) {
        seen = rect_intersect(seen, rect_intersect(a->node->clip, b->node->clip));
    }
    return a->node->layer == b->node->layer && !rect_is_empty(seen);
}

static void find_overlaps(Search *search) {
    for (int32_t i = 0; i < search->pieces.count; i++) {
        for (int32_t j = i + 1; j < search->pieces.count; j++) {
            const Piece *a = &search->pieces.rows[i], *b = &search->pieces.rows[j];
            if (overlap(a, b)) {
                add_fault(search, FAULT_OVERLAP, b, a->rect)->other = a->text;
            }
        }
    }
}

UiFaults ui_find_faults(Ui *ui) {
    Search search = {.ui = ui, .pass = ui_pass(ui)};
    find_pieces(&search);
    for (int32_t i = 0; i < search.pieces.count; i++) {
        look_around(&search, &search.pieces.rows[i]);
    }
    find_overlaps(&search);
    return search.faults;
}
