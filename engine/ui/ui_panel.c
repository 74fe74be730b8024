// A page in a part of the window: its measure, its share of the keys, and how the focus goes from one to the next.
#include "ui/ui_inside.h"

bool node_is_panel(const Node *node) {
    return node->box.role == ROLE_PANEL;
}

static UiId id_of_panel(const UiPass *pass, const Node *node) {
    return pass->nodes.rows[node->panel].id; // row 0 has none
}

// The panel around the one of that row; 0: none.
static int32_t row_around(const UiPass *pass, int32_t row) {
    return pass->nodes.rows[pass->nodes.rows[row].parent].panel;
}

bool node_is_in_panel(const UiPass *pass, const Node *node, UiId panel) {
    bool found = panel == 0;
    for (int32_t row = node->panel; row != 0 && !found; row = row_around(pass, row)) {
        found = pass->nodes.rows[row].id == panel;
    }
    return found;
}

bool ui_panel_has_focus(const Ui *ui, UiId panel) {
    const UiPass *last = ui_last_pass(ui);
    const Node *node = ui_node_find(last, ui->panel);
    return panel == 0 || (node != NULL && node_is_in_panel(last, node, panel));
}

// The panel of the box that is open; overlays above the page have the window.
static Size measure(const Ui *ui) {
    const UiPass *pass = &ui->passes[ui->pass];
    const Node *open = &pass->nodes.rows[ui->open[ui->open_count - 1]];
    const Node *panel = &pass->nodes.rows[open->panel];
    bool whole = open->panel == 0 || panel->layer != open->layer;
    return whole ? (Size){ui->width, ui->height} : panel->measure_px;
}

int32_t ui_width(const Ui *ui) {
    return ui_units(ui, measure(ui).width);
}

int32_t ui_height(const Ui *ui) {
    return ui_units(ui, measure(ui).height);
}

// Until it has been placed a panel that grows is taken to have all that it stands in.
static Size guess(const Ui *ui, const UiBox *box, Size around) {
    int32_t width = box->width > 0 ? ui_px(ui, box->width) : around.width;
    int32_t height = box->height > 0 ? ui_px(ui, box->height) : around.height;
    return (Size){width, height};
}

UiId ui_panel_begin(Ui *ui, UiPanel panel) {
    UiBox box = panel.box;
    box.key = panel.key;
    box.name = panel.name;
    box.role = ROLE_PANEL;
    box.width = box.width == UI_FIT ? UI_GROW : box.width;
    box.height = box.height == UI_FIT ? UI_GROW : box.height;
    Size around = measure(ui);
    int32_t row = ui_pass(ui)->nodes.count;
    UiId id = ui_box_begin(ui, box);
    ASSERT(id != 0); // what is kept needs a key
    const UiKept *kept = ui_keep(ui, id);
    Node *node = ui_node_open(ui);
    node->panel = row;
    node->scope = kept->page != 0 ? kept->page : node->scope;
    node->measure_px = kept->measured.width > 0 ? kept->measured : guess(ui, &box, around);
    if (panel.of_room) {
        UiPreferences room = {.scale = UI_SCALE_ROOM};
        ui->theme = node->theme = THEME_PROJECTOR;
        ui->scale = ui_scale_of(node->measure_px.width, node->measure_px.height, &room);
    }
    return id;
}

void ui_panel_end(Ui *ui) {
    const Node *panel = ui_node_open(ui);
    ui->scale = panel->scale;
    ui->theme = ui_pass(ui)->nodes.rows[panel->parent].theme;
    ui_box_end(ui);
}

void ui_enter_page(Ui *ui, Str key) {
    UiPass *pass = ui_pass(ui);
    int32_t row = ui_node_open(ui)->panel;
    Node *root = &pass->nodes.rows[row != 0 ? row : 1];
    UiId page = ui_hash(root->id, key, 0), *entered = row != 0 ? &ui_keep(ui, root->id)->page : &ui->page;
    bool is_new = page != *entered;
    *entered = page;
    root->scope = page;
    if (is_new && ui_panel_has_focus(ui, root->id)) {
        ui->panel = root->id;
        ui->focus = 0;
        ui->focus_moved = false;
        ui->fresh = true;
    }
}

void ui_enter_panel(Ui *ui, UiId panel) {
    ui->panel = panel;
    ui->focus = 0;
    ui->fresh = true;
}

void ui_present(Ui *ui) {
    ui_pass(ui)->presents = true;
}

static bool can_take_focus(const UiPass *pass, const Node *node) {
    return node_can_focus(node) && node_is_active(pass, node);
}

// Gives the focus in the panel of that row, 0: outside of all, to `before`, if it is there, else to whatever wants it.
// Panels that stand in this one are stops of their own.
static const Node *find_stop(const UiPass *pass, int32_t row, UiId before) {
    const Node *found = NULL;
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        const Node *node = &pass->nodes.rows[i];
        if (node->panel != row || !can_take_focus(pass, node)) {
            continue;
        }
        if (node->id == before) {
            return node;
        }
        found = found == NULL || (node->box.wants_focus && !found->box.wants_focus) ? node : found;
    }
    return found;
}

static const Node *find_way_in(Ui *ui, const UiPass *last, int32_t row) {
    const UiKept *kept = row != 0 ? ui_find_kept(ui, last->nodes.rows[row].id) : NULL;
    return find_stop(last, row, row == 0 ? ui->focus_outside : kept != NULL ? kept->focus : 0);
}

bool ui_panel_move(Ui *ui, const UiPass *last, int32_t step) {
    const Node *now = ui_node_find(last, ui->panel);
    int32_t count = last->nodes.count, row = now != NULL ? now->panel : 0;
    for (int32_t i = 1; i < count; i++) {
        row = (row + step + count) % count;
        bool stops = row == 0 || node_is_panel(&last->nodes.rows[row]);
        const Node *node = stops ? find_way_in(ui, last, row) : NULL;
        if (node != NULL) {
            ui_focus(ui, node->id);
            ui->panel = last->nodes.rows[row].id;
            return true;
        }
    }
    return false;
}

void ui_panel_point(Ui *ui, const UiPass *last) {
    const Node *panel = node_find_at(last, ui->pointer_x, ui->pointer_y, node_is_panel);
    const Node *node = panel != NULL && panel->id != ui->panel ? find_way_in(ui, last, panel->panel) : NULL;
    if (node != NULL) {
        ui_focus(ui, node->id);
    }
}

// A dialog of the whole page takes the focus from a panel, and not its place.
void ui_panel_follow(Ui *ui, const UiPass *pass) {
    const Node *node = ui_node_find(pass, ui->focus);
    if (node == NULL || (node->panel == 0 && node->layer > 0)) {
        return;
    }
    ui->panel = id_of_panel(pass, node);
    ui->focus_outside = ui->panel == 0 ? ui->focus : ui->focus_outside;
    for (int32_t row = node->panel; row != 0; row = row_around(pass, row)) {
        const Node *panel = &pass->nodes.rows[row];
        if (panel->layer == node->layer) {
            ui_keep(ui, panel->id)->focus = ui->focus;
        }
    }
}

void ui_panel_measure(Ui *ui) {
    const UiPass *pass = ui_pass(ui);
    const Node *focused = ui_node_find(pass, ui->focus);
    bool in_sight = focused != NULL && rect_meets(focused->rect, focused->clip);
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        const Node *node = &pass->nodes.rows[i];
        if (!node_is_panel(node)) {
            continue;
        }
        Size placed = {max(node->rect.width - node_pad_across(ui, node), 1),
                       max(node->rect.height - node_pad_down(ui, node), 1)};
        bool same = placed.width == node->measure_px.width && placed.height == node->measure_px.height;
        ui_keep(ui, node->id)->measured = placed;
        ui->settled = ui->settled && same;
        ui->focus_moved = ui->focus_moved || (!same && in_sight && node_is_in_panel(pass, focused, node->id));
    }
}

bool ui_is_settled(const Ui *ui) {
    return ui->settled;
}
