// The page for those who do not see it, as a tree.
#include "ui/ui_inside.h"

static const Str ROLE_NAMES[ROLE_COUNT] = {
    [ROLE_NONE] = S_INIT("none"),         [ROLE_TEXT] = S_INIT("text"),       [ROLE_HEADING] = S_INIT("heading"),
    [ROLE_BUTTON] = S_INIT("button"),     [ROLE_LINK] = S_INIT("link"),       [ROLE_OPTION] = S_INIT("option"),
    [ROLE_CHECKBOX] = S_INIT("checkbox"), [ROLE_RADIO] = S_INIT("radio"),     [ROLE_TAB] = S_INIT("tab"),
    [ROLE_FIELD] = S_INIT("field"),       [ROLE_METER] = S_INIT("meter"),     [ROLE_LIST] = S_INIT("list"),
    [ROLE_ITEM] = S_INIT("item"),         [ROLE_GROUP] = S_INIT("group"),     [ROLE_DIALOG] = S_INIT("dialog"),
    [ROLE_ALERT] = S_INIT("alert"),       [ROLE_PICTURE] = S_INIT("picture"), [ROLE_CANVAS] = S_INIT("canvas"),
    [ROLE_PANEL] = S_INIT("panel"),
};

Str ui_role_name(UiRole role) {
    return ROLE_NAMES[role];
}

static void add_node(Ui *ui, const Node *node) {
    UiPass *pass = ui_pass(ui);
    UiTreeNode *row = rows_append(&pass->arena, &pass->frame.tree);
    *row = (UiTreeNode){.id = node->id,
                        .role = node->box.role,
                        .name = node->box.name,
                        .value = node->box.value,
                        .rect = rect_intersect(node->rect, node->clip),
                        .depth = node->depth,
                        .place = node->box.place,
                        .set_size = node->box.set_size,
                        .focusable = node->box.focusable,
                        .focused = node->id != 0 && node->id == ui->focus,
                        .enabled = !node->box.disabled,
                        .checked = node->box.checked};
}

static void set_pointer(Ui *ui) {
    UiPass *pass = ui_pass(ui);
    const Node *hovered = ui_node_find(pass, ui->hovered);
    if (hovered != NULL && !hovered->box.disabled) {
        pass->frame.pointer = hovered->box.role == ROLE_FIELD ? POINTER_TEXT : POINTER_HAND;
    } else if (hovered == NULL && ui_select_is_over(ui, pass)) {
        pass->frame.pointer = POINTER_TEXT;
    }
}

void ui_make_tree(Ui *ui) {
    const UiPass *pass = ui_pass(ui);
    for (int32_t layer = pass->modal_layer; layer <= pass->layers + 1; layer++) {
        for (int32_t i = 1; i < pass->nodes.count; i++) {
            const Node *node = &pass->nodes.rows[i];
            if (node->layer == layer && node->box.role != ROLE_NONE) {
                add_node(ui, node);
            }
        }
    }
    set_pointer(ui);
}
