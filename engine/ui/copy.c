// Any text of a page can be copied: what is selected, else the text under the pointer, else what has the focus.
#include "ui/ui_inside.h"
#include "ui/widgets.h"

static bool is_text(const Node *node) {
    return node->kind == NODE_TEXT && node->text.text.len > 0;
}

static void add_text(Ui *ui, StrBuilder *out, const Node *node) {
    str_add(out, out->count > 0 ? S("\n") : S(""));
    str_add(out, node->text.marked ? ui_plain_text(ui, node->text.text) : node->text.text);
}

// All that is written in a box, line by line.
static void add_texts(Ui *ui, StrBuilder *out, const UiPass *last, const Node *box) {
    const Node *end = &last->nodes.rows[last->nodes.count];
    for (const Node *node = box + 1; node < end && node->depth > box->depth; node++) {
        if (is_text(node)) {
            add_text(ui, out, node);
        }
    }
}

static bool is_asked(const Ui *ui, int32_t key) {
    const UiInput *input = &ui->input;
    return input->kind == INPUT_KEY && input->key == key && (input->modifiers & ~MOD_SHIFT) == MOD_CTRL &&
           !input->repeats && !ui->taken;
}

Str ui_clipboard_text(Ui *ui) {
    return ui->clipboard.get(ui->clipboard.context, ui_arena(ui));
}

bool ui_copy(Ui *ui, Str *copied) {
    const UiPass *last = ui_last_pass(ui);
    StrBuilder out = {.arena = ui_arena(ui)};
    if (is_asked(ui, 'a')) {
        ui_select_all(ui, last);
        ui->taken = true;
    }
    if (!is_asked(ui, 'c')) {
        return false;
    }
    const Node *pointed = node_find_at(last, ui->pointer_x, ui->pointer_y, is_text);
    const Node *focused = ui_node_find(last, ui->focus);
    str_add(&out, ui_selected_text(ui));
    if (out.count == 0 && pointed != NULL) {
        add_text(ui, &out, pointed);
    } else if (out.count == 0 && focused != NULL) {
        add_texts(ui, &out, last, focused);
    }
    *copied = str_built(&out);
    if (copied->len > 0) {
        ui->clipboard.set(ui->clipboard.context, *copied);
    }
    ui->taken = true;
    return copied->len > 0;
}
