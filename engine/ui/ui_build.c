// Saying the page: nodes are added to the table in reading order.
#include "ui/node.h"

UiId ui_hash(UiId scope, Str key, int32_t index) {
    uint64_t hash = scope ^ UINT64_C(0xcbf29ce484222325);
    for (ptrdiff_t i = 0; i < key.len; i++) {
        hash = (hash ^ (unsigned char)key.text[i]) * UINT64_C(0x100000001b3); // FNV-1a
    }
    hash = (hash ^ (uint32_t)index) * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= hash >> 29;
    return hash == 0 ? 1 : hash;
}

static int32_t open_box(const Ui *ui) {
    ASSERT(ui->open_count > 0);
    return ui->open[ui->open_count - 1];
}

Node *ui_node_open(Ui *ui) {
    return &ui_pass(ui)->nodes.rows[open_box(ui)];
}

void ui_open(Ui *ui, int32_t row) {
    if (ui->open_count == ui->open_capacity) {
        ui->open =
            arena_reserve_rows(&ui->arena, ui->open, ui->open_count, &ui->open_capacity, (ptrdiff_t)sizeof *ui->open);
    }
    ui->open[ui->open_count++] = row;
}

Node *ui_node_add(Ui *ui, NodeKind kind) {
    UiPass *pass = ui_pass(ui);
    int32_t row = pass->nodes.count, parent_row = open_box(ui);
    Node *node = rows_append(&pass->arena, &pass->nodes);
    Node *parent = &pass->nodes.rows[parent_row];
    *node = (Node){.kind = kind,
                   .parent = parent_row,
                   .depth = parent->depth + 1,
                   .layer = parent->layer,
                   .panel = parent->panel,
                   .scale = ui->scale,
                   .theme = ui->theme,
                   .language = parent->language,
                   .scope = parent->scope};
    if (parent->last != 0) {
        pass->nodes.rows[parent->last].next = row;
    } else {
        parent->first = row;
    }
    parent->last = row;
    parent->count++;
    return node;
}

static void name_box(Ui *ui, Node *node, const UiBox *box) {
    node->box = *box;
    node->language = box->language.len > 0 ? box->language : node->language;
    if (box->key.len > 0) {
        node->id = node->scope = ui_hash(node->scope, box->key, box->index);
    }
    if (box->scrolls || box->appears) {
        ASSERT(node->id != 0); // what is kept needs a key
        bool is_new = ui_find_kept(ui, node->id) == NULL;
        UiKept *kept = ui_keep(ui, node->id);
        kept->scroll = is_new && box->from_end ? INT32_MAX : kept->scroll; // as far as it goes
    }
}

UiId ui_box_begin(Ui *ui, UiBox box) {
    int32_t row = ui_pass(ui)->nodes.count;
    Node *node = ui_node_add(ui, NODE_BOX);
    name_box(ui, node, &box);
    ui_open(ui, row);
    return node->id;
}

void ui_box_end(Ui *ui) {
    ASSERT(ui->open_count > 1);
    ui->open_count--;
}

void ui_text(Ui *ui, UiText text) {
    Node *node = ui_node_add(ui, NODE_TEXT);
    const TextType *type = &TEXT_TYPES[text.style];
    node->text = text;
    node->type = (TextStyle){.face = type->face,
                             .size = ui_px(ui, type->size),
                             .line_height = ui_px(ui, type->line_height),
                             .marked = text.marked,
                             .most_lines = text.most_lines};
    node->box.width = text.grow;
    node->box.role = text.role == UI_SILENT ? ROLE_NONE : text.role == 0 ? ROLE_TEXT : text.role;
    node->box.name = text.aloud.len > 0 ? text.aloud : text.marked ? ui_plain_text(ui, text.text) : text.text;
    node->box.live = text.live;
}

// It knows what it stands in, which does not know it: so nothing is laid out.
void ui_aloud(Ui *ui, Str text, bool live) {
    int32_t row = open_box(ui);
    UiPass *pass = ui_pass(ui);
    Node *node = rows_append(&pass->arena, &pass->nodes);
    const Node *parent = &pass->nodes.rows[row];
    *node = (Node){.kind = NODE_BOX,
                   .parent = row,
                   .depth = parent->depth + 1,
                   .layer = parent->layer,
                   .panel = parent->panel,
                   .scale = ui->scale,
                   .theme = ui->theme,
                   .language = parent->language,
                   .scope = parent->scope,
                   .box = {.role = ROLE_TEXT, .name = text, .live = live}};
}

void ui_space(Ui *ui, int32_t units) {
    Node *node = ui_node_add(ui, NODE_BOX);
    const Node *parent = ui_node_open(ui);
    bool across = parent->box.flow == UI_ROW || parent->box.flow == UI_WRAP;
    node->box = across ? (UiBox){.width = units} : (UiBox){.height = units};
}

void ui_overlay_begin(Ui *ui, UiOverlay overlay) {
    UiPass *pass = ui_pass(ui);
    int32_t row = pass->nodes.count;
    Node *node = rows_append(&pass->arena, &pass->nodes);
    const Node *around = ui_node_open(ui);
    *node = (Node){.kind = NODE_BOX,
                   .layer = ++pass->layers,
                   .panel = around->panel,
                   .scale = ui->scale,
                   .theme = ui->theme,
                   .scope = around->scope};
    node->overlay = arena_push(&pass->arena, UiOverlay, 1);
    *node->overlay = overlay;
    overlay.box.key = overlay.key;
    bool is_new = ui_find_kept(ui, ui_hash(node->scope, overlay.key, overlay.box.index)) == NULL;
    name_box(ui, node, &overlay.box);
    ui_open(ui, row);
    if (overlay.modal) {
        pass->modal_layer = node->layer;
        UiKept *kept = ui_keep(ui, node->id);
        if (is_new) {
            kept->returns_to = ui->focus;
            ui->fresh = true;
        }
    }
}

void ui_overlay_end(Ui *ui) {
    ui_box_end(ui);
}

UiId ui_id(const Ui *ui, Str key, int32_t index) {
    return ui_hash(ui->passes[ui->pass].nodes.rows[open_box(ui)].scope, key, index);
}

const Node *ui_node_find(const UiPass *pass, UiId id) {
    for (int32_t i = 1; id != 0 && i < pass->nodes.count; i++) {
        if (pass->nodes.rows[i].id == id) {
            return &pass->nodes.rows[i];
        }
    }
    return NULL;
}

bool node_can_focus(const Node *node) {
    return node->id != 0 && node->box.focusable && !node->box.disabled;
}

Rect ui_last_rect(const Ui *ui, UiId id) {
    const Node *node = ui_node_find(ui_last_pass(ui), id);
    return node != NULL ? node->rect : (Rect){0};
}
