// The page for those who do not see it: the accessible tree, and what is spoken of it.
#include "base/emphasis.h"
#include "ui/node.h"

static const Str ROLE_NAMES[ROLE_COUNT] = {
    [ROLE_NONE] = S_INIT("none"),         [ROLE_TEXT] = S_INIT("text"),       [ROLE_HEADING] = S_INIT("heading"),
    [ROLE_BUTTON] = S_INIT("button"),     [ROLE_LINK] = S_INIT("link"),       [ROLE_OPTION] = S_INIT("option"),
    [ROLE_CHECKBOX] = S_INIT("checkbox"), [ROLE_RADIO] = S_INIT("radio"),     [ROLE_TAB] = S_INIT("tab"),
    [ROLE_FIELD] = S_INIT("field"),       [ROLE_METER] = S_INIT("meter"),     [ROLE_LIST] = S_INIT("list"),
    [ROLE_ITEM] = S_INIT("item"),         [ROLE_GROUP] = S_INIT("group"),     [ROLE_DIALOG] = S_INIT("dialog"),
    [ROLE_ALERT] = S_INIT("alert"),       [ROLE_PICTURE] = S_INIT("picture"), [ROLE_CANVAS] = S_INIT("canvas"),
};

// What a role is called aloud. Those that say nothing are known by what they hold.
static const Str ROLE_WORDS[ROLE_COUNT] = {
    [ROLE_BUTTON] = TR_INIT("button"), [ROLE_LINK] = TR_INIT("link"), [ROLE_CHECKBOX] = TR_INIT("checkbox"),
    [ROLE_RADIO] = TR_INIT("choice"),  [ROLE_TAB] = TR_INIT("tab"),   [ROLE_FIELD] = TR_INIT("text field"),
    [ROLE_DIALOG] = TR_INIT("dialog"),
};

Str ui_role_name(int32_t role) {
    return ROLE_NAMES[role];
}

static void add_node(Ui *ui, const Node *node) {
    UiPass *pass = ui_pass(ui);
    UiTreeNode *row = table_append(&pass->arena, &pass->frame.tree);
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

void ui_say(Ui *ui, Str text, bool interrupts) {
    if (ui->preferences.speaks && text.len > 0) {
        UiPass *pass = ui_pass(ui);
        *table_append(&pass->arena, &pass->frame.says) = (UiUtterance){str_copy(&pass->arena, text), interrupts};
    }
}

void ui_read_page(Ui *ui) {
    ui->reads_page = true;
}

static void add_part(StrBuilder *line, Str part) {
    if (part.len == 0) {
        return;
    }
    if (line->count > 0) {
        str_add(line, S(", "));
    }
    str_add(line, part);
}

Str ui_plain_text(Ui *ui, Str marked) {
    return emphasis_plain(ui_arena(ui), marked);
}

static Str spoken(Ui *ui, const Node *node) {
    const UiBox *box = &node->box;
    StrBuilder line = {.arena = ui_arena(ui)};
    add_part(&line, box->name);
    add_part(&line, ROLE_WORDS[box->role].len > 0 ? ui_words(ui, ROLE_WORDS[box->role]) : (Str){0});
    if (box->role == ROLE_CHECKBOX || box->role == ROLE_RADIO) {
        add_part(&line, ui_words(ui, box->checked ? TR("ticked") : TR("not ticked")));
    } else if (box->checked) {
        add_part(&line, ui_words(ui, TR("chosen")));
    }
    add_part(&line, box->value);
    if (box->disabled) {
        add_part(&line, ui_words(ui, TR("not available")));
    }
    if (box->set_size > 1) {
        add_part(&line, UI_FORMAT(ui, TR("{0} of {1}"), ui_number(ui, box->place), ui_number(ui, box->set_size)));
    }
    return str_built(&line);
}

static bool is_read(const Node *node) {
    switch (node->box.role) {
    case ROLE_TEXT:
    case ROLE_HEADING:
    case ROLE_ALERT:
    case ROLE_OPTION:
    case ROLE_CHECKBOX:
    case ROLE_ITEM:
    case ROLE_METER:
    case ROLE_PICTURE:
        return true;
    default:
        return false;
    }
}

static void say_node(Ui *ui, const Node *node) {
    ui_say(ui, spoken(ui, node), ui_pass(ui)->frame.says.count == 0);
}

// What is live and new, or has changed, is said, in reading order.
static void say_news(Ui *ui, const UiPass *pass) {
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        const Node *node = &pass->nodes.rows[i];
        if (!node->box.live || node->layer < pass->modal_layer || node->box.name.len == 0) {
            continue;
        }
        uint64_t words = ui_hash(node->scope, node->box.name, 0);
        UiKept *kept = ui_keep(ui, ui_hash(node->id != 0 ? node->id : words, S("said"), 0));
        if (kept->said != words) {
            kept->said = words;
            say_node(ui, node);
        }
    }
}

static void say_page(Ui *ui, const UiPass *pass) {
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        const Node *node = &pass->nodes.rows[i];
        if (is_read(node) && node->layer >= pass->modal_layer) {
            say_node(ui, node);
        }
    }
}

// What the nearest group around it is called: what is in it may not be understood alone.
static Str group_around(Ui *ui, const UiPass *pass, const Node *node) {
    for (int32_t i = node->parent; i != 0; i = pass->nodes.rows[i].parent) {
        const UiBox *box = &pass->nodes.rows[i].box;
        if ((box->role == ROLE_GROUP || box->role == ROLE_LIST) && box->name.len > 0) {
            return ui_plain_text(ui, box->name);
        }
    }
    return (Str){0};
}

static bool is_said(const UiPass *pass, Str text) {
    for (int32_t i = 0; i < pass->frame.says.count; i++) {
        if (str_equal(pass->frame.says.rows[i].text, text)) {
            return true;
        }
    }
    return false;
}

static void keep_said_focus(Ui *ui, Str words, Str group) {
    arena_rewind(&ui->speech, (ArenaMark){0});
    ui->said_focus = str_copy(&ui->speech, words);
    ui->said_group = str_copy(&ui->speech, group);
    ui->spoken_focus = ui->focus;
}

// A group is called by its name when the focus comes into it.
static void say_focus(Ui *ui, const UiPass *pass) {
    const Node *node = ui_node_find(pass, ui->focus);
    if (node == NULL) {
        keep_said_focus(ui, (Str){0}, (Str){0});
        return;
    }
    // What is typed is not read back at each letter.
    Str words = node->box.role == ROLE_FIELD ? node->box.name : spoken(ui, node);
    bool same = ui->spoken_focus == ui->focus && str_equal(words, ui->said_focus);
    if (same) {
        return;
    }
    Str group = group_around(ui, pass, node);
    if (!str_equal(group, ui->said_group) && !is_said(pass, group)) {
        ui_say(ui, group, pass->frame.says.count == 0);
    }
    keep_said_focus(ui, words, group);
    say_node(ui, node);
}

void ui_make_speech(Ui *ui) {
    const UiPass *pass = ui_pass(ui);
    if (!ui->preferences.speaks) {
        return;
    }
    say_news(ui, pass);
    if (ui->reads_page) {
        say_page(ui, pass);
    }
    say_focus(ui, pass);
}
