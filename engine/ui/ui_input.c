// Answering an input, before the page is said, against what was placed last.
#include "ui/ui_inside.h"

enum { DRAG_PX = 6, CROSS_WEIGHT = 3 };

bool ui_answers_pointer(const Node *node) {
    const UiBox *box = &node->box;
    return node->id != 0 && !box->disabled && !box->waits &&
           (box->focusable || box->chosen_by_pointer || box->draggable);
}

const Node *node_find_at(const UiPass *pass, int32_t x, int32_t y, bool (*wanted)(const Node *)) {
    const Node *found = NULL;
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        const Node *node = &pass->nodes.rows[i];
        bool above = found == NULL || node->layer >= found->layer;
        if (above && node_is_active(pass, node) && wanted(node) &&
            rect_holds(rect_intersect(node->rect, node->clip), x, y)) {
            found = node;
        }
    }
    return found;
}

static UiId id_of(const Node *node) {
    return node != NULL ? node->id : 0;
}

static bool can_take_focus(const UiPass *pass, const Node *node) {
    return node != NULL && node_can_focus(node) && node_is_active(pass, node);
}

void ui_focus(Ui *ui, UiId id) {
    ui->focus = id;
    ui->pointed = 0;
    ui->focus_moved = true;
}

static bool is_radio(const Node *node) {
    return node != NULL && node->box.role == ROLE_RADIO && node_can_focus(node);
}

// Tab stops at the chosen one of several, or at the first where none is; arrows go to the others.
static bool is_tab_stop(const UiPass *last, const Node *node, const Node *from) {
    if (!is_radio(node)) {
        return !node->box.waits;
    }
    if (is_radio(from) && from->parent == node->parent) {
        return false;
    }
    const Node *stop = NULL;
    for (int32_t i = last->nodes.rows[node->parent].first; i != 0; i = last->nodes.rows[i].next) {
        const Node *other = &last->nodes.rows[i];
        if (is_radio(other) && (stop == NULL || (other->box.checked && !stop->box.checked))) {
            stop = other;
        }
    }
    return node == stop;
}

// Moves the focus to the next in reading order that can have it, round and round.
static void move_by_tab(Ui *ui, const UiPass *last, int32_t step) {
    int32_t count = last->nodes.count, at = 0;
    for (int32_t i = 1; i < count; i++) {
        at = last->nodes.rows[i].id == ui->focus && ui->focus != 0 ? i : at;
    }
    const Node *from = &last->nodes.rows[at];
    for (int32_t i = 1; i < count; i++) {
        at = (at + step + count) % count;
        const Node *node = &last->nodes.rows[at];
        if (can_take_focus(last, node) && is_tab_stop(last, node, from)) {
            ui_focus(ui, node->id);
            return;
        }
    }
}

// How far `to` lies from `from` in the direction of an arrow; -1: not there. What lies straight ahead is nearest.
static int64_t distance_along(Rect from, Rect to, int32_t key) {
    bool across = key == KEY_LEFT || key == KEY_RIGHT;
    bool back = key == KEY_LEFT || key == KEY_UP;
    int32_t from_start = across ? from.x : from.y, from_len = across ? from.width : from.height;
    int32_t to_start = across ? to.x : to.y, to_len = across ? to.width : to.height;
    int32_t ahead = back ? from_start - (to_start + to_len) : to_start - (from_start + from_len);
    if (ahead < -from_len / 4 || (back ? to_start >= from_start : to_start + to_len <= from_start + from_len)) {
        return -1;
    }
    int32_t from_side = across ? from.y : from.x, from_wide = across ? from.height : from.width;
    int32_t to_side = across ? to.y : to.x, to_wide = across ? to.height : to.width;
    int32_t before = from_side - (to_side + to_wide), after = to_side - (from_side + from_wide);
    int32_t aside = before > 0 ? before : after > 0 ? after : 0;
    int32_t apart = from_side - to_side;
    return (ahead > 0 ? ahead : 0) + (int64_t)CROSS_WEIGHT * aside + (apart < 0 ? -apart : apart) / 8;
}

static bool move_by_arrow(Ui *ui, const UiPass *last, int32_t key) {
    const Node *from = ui_node_find(last, ui->focus);
    if (from == NULL) {
        return false;
    }
    const Node *best = NULL;
    int64_t least = 0;
    for (int32_t i = 1; i < last->nodes.count; i++) {
        const Node *node = &last->nodes.rows[i];
        if (!can_take_focus(last, node) || node == from || node->panel != from->panel || node->box.waits) {
            continue;
        }
        int64_t distance = distance_along(from->rect, node->rect, key);
        if (distance >= 0 && (best == NULL || distance < least)) {
            best = node;
            least = distance;
        }
    }
    if (best != NULL) {
        ui_focus(ui, best->id);
    }
    return best != NULL;
}

// From a group that waits to the first or the last of what stands in it.
static bool enter_group(Ui *ui, const UiPass *last, const Node *group, bool first) {
    const Node *end = &last->nodes.rows[last->nodes.count], *found = NULL;
    for (const Node *node = group + 1; node < end && node->depth > group->depth; node++) {
        if (can_take_focus(last, node) && (found == NULL || !first)) {
            found = node;
        }
    }
    if (found != NULL) {
        ui_focus(ui, found->id);
    }
    return found != NULL;
}

static bool is_arrow(int32_t key) {
    return key == KEY_LEFT || key == KEY_RIGHT || key == KEY_UP || key == KEY_DOWN;
}

static bool is_page_key(int32_t key) {
    return key == KEY_PAGE_UP || key == KEY_PAGE_DOWN;
}

// Left to the page that is presented.
static bool turns_pages(const Ui *ui, const UiPass *last, int32_t key) {
    bool presents = last->presents && last->modal_layer == 0;
    const Node *focused = ui_node_find(last, ui->focus);
    bool pointed = focused != NULL && ui->pointed == ui->focus && focused->box.role != ROLE_FIELD;
    bool picked = focused != NULL && focused->box.role == ROLE_RADIO && focused->box.checked;
    return presents && (is_page_key(key) || (key == KEY_SPACE && (pointed || picked)));
}

static bool answer_key(Ui *ui, const UiPass *last) {
    int32_t key = ui->input.key;
    bool plain = (ui->input.modifiers & (MOD_CTRL | MOD_ALT)) == 0;
    const Node *node = ui_node_find(last, ui->focus);
    bool has = can_take_focus(last, node);
    if (ui_press_refuses_key(ui)) {
        return true;
    }
    if (plain && turns_pages(ui, last, key)) {
        return false;
    }
    if (key == KEY_TAB && plain) {
        move_by_tab(ui, last, (ui->input.modifiers & MOD_SHIFT) != 0 ? -1 : 1);
        return true;
    }
    if (key == KEY_F6 && plain && ui_panel_move(ui, last, (ui->input.modifiers & MOD_SHIFT) != 0 ? -1 : 1)) {
        return true;
    }
    if ((key == KEY_ENTER || key == KEY_SPACE) && plain && has && !node->box.keeps_enter) {
        // Nobody chooses what they have neither seen nor heard.
        bool in_sight = rect_meets(node->rect, node->clip) || ui->preferences.speaks;
        ui->pressed = in_sight && !node->box.waits ? ui->focus : 0;
        ui->focus_moved = !in_sight;
        return true;
    }
    if (plain && is_page_key(key)) { // nobody's own: also while something is typed
        return ui_scroll_by_key(ui, last, key);
    }
    if (!plain || (has && node->box.keeps_arrows)) {
        return false;
    }
    if (has && node->box.waits && is_arrow(key)) {
        return enter_group(ui, last, node, key == KEY_DOWN || key == KEY_RIGHT);
    }
    if (is_arrow(key) && (ui->input.modifiers & MOD_SHIFT) == 0 && move_by_arrow(ui, last, key)) {
        return true;
    }
    return ui_scroll_by_key(ui, last, key);
}

// Whoever drags something out of the window has not let go of it.
static bool has_left(const Ui *ui) {
    return ui->input.kind == INPUT_MOVE && ui->input.x == -1 && ui->input.y == -1;
}

static void answer_move(Ui *ui, const UiPass *last) {
    if (has_left(ui) && (ui->held != 0 || ui->bar != 0)) {
        return;
    }
    ui->pointer_x = ui->input.x;
    ui->pointer_y = ui->input.y;
    ui->by_finger = ui->input.touches;
    if (ui_scroll_by_bar(ui, last) || (ui->input.touches && ui_scroll_by_touch(ui, last))) {
        ui->hovered = 0;
        return;
    }
    ui->hovered = id_of(node_find_at(last, ui->pointer_x, ui->pointer_y, ui_answers_pointer));
    ui_select_move(ui, last);
    int32_t across = ui->pointer_x - ui->held_x, down = ui->pointer_y - ui->held_y;
    if (ui->held != 0 && ui->dragged == 0 && across * across + down * down > DRAG_PX * DRAG_PX) {
        const Node *held = ui_node_find(last, ui->held);
        ui->dragged = held != NULL && held->box.draggable ? held->id : 0;
    }
}

// Nothing scrolls for it: what of which only a sliver shows would go from under the pointer before it is let go.
static void point_at(Ui *ui, const UiPass *last, const Node *node) {
    if (node != NULL && node_can_focus(node)) {
        ui->focus = ui->pointed = node->id;
    } else if (node == NULL || node->layer == 0) {
        ui_panel_point(ui, last);
    }
}

static void answer_down(Ui *ui, const UiPass *last) {
    if (ui_scroll_grip(ui, last)) {
        return;
    }
    const Node *node = node_find_at(last, ui->pointer_x, ui->pointer_y, ui_answers_pointer);
    ui_press_click(ui, id_of(node));
    ui->held = id_of(node);
    ui->held_since_ms = ui->input.now_ms;
    ui->held_x = ui->pointer_x;
    ui->held_y = ui->pointer_y;
    ui->grip_x = node != NULL ? ui->pointer_x - node->rect.x : 0;
    ui->grip_y = node != NULL ? ui->pointer_y - node->rect.y : 0;
    if (ui->input.touches) {
        ui_scroll_take(ui, last);
        return;
    }
    point_at(ui, last, node);
    if (node == NULL) {
        ui_select_begin(ui, last);
    } else {
        ui_select_drop(ui);
    }
}

// A finger that scrolled points at nothing, and one that is lifted is nowhere.
static void lift_finger(Ui *ui, const UiPass *last) {
    if (ui->input.touches && !ui->pans) {
        point_at(ui, last, ui_node_find(last, ui->held));
    }
    if (ui->input.touches) {
        ui->hovered = ui->pan = 0;
        ui->pans = false;
    }
}

static void answer_up(Ui *ui, const UiPass *last) {
    if (ui->dragged != 0) {
        ui->dropped = ui->dragged;
    } else if (ui->held != 0 && ui->held == ui->hovered && ui->click.counts) {
        ui->pressed = ui->held;
    }
    lift_finger(ui, last);
    ui->selects = false;
    ui->held = ui->dragged = ui->bar = 0;
}

// A box in the hand goes back to where it was, and nothing else happens.
static bool let_go(Ui *ui) {
    bool holds = ui->input.key == KEY_ESCAPE && (ui->held != 0 || ui->bar != 0);
    if (holds) {
        ui->held = ui->dragged = ui->bar = 0;
    }
    return holds;
}

void ui_answer_input(Ui *ui) {
    const UiPass *last = ui_last_pass(ui);
    bool goes_on = ui->input.kind == INPUT_KEY || ui->input.kind == INPUT_DOWN || ui->input.kind == INPUT_WHEEL;
    ui->told = goes_on ? 0 : ui->told;
    switch (ui->input.kind) {
    case INPUT_KEY:
        ui->taken = let_go(ui) || answer_key(ui, last);
        break;
    case INPUT_MOVE:
        answer_move(ui, last);
        break;
    case INPUT_DOWN:
        answer_move(ui, last);
        answer_down(ui, last);
        break;
    case INPUT_UP:
        answer_move(ui, last);
        answer_up(ui, last);
        break;
    case INPUT_WHEEL:
        ui_scroll_by_wheel(ui, last);
        ui->hovered = 0; // it may have gone from under the pointer
        break;
    case INPUT_IDLE:
    case INPUT_TEXT:
    case INPUT_COMPOSE:
    case INPUT_DROP:
    case INPUT_RESIZE:
    case INPUT_LEAVE:
    case INPUT_END:
    case INPUT_AWAY:
    case INPUT_BACK:
        break;
    }
    ui_scroll_by_drag(ui, last);
}

bool ui_pressed(const Ui *ui, UiId id) {
    return id != 0 && ui->pressed == id;
}

bool ui_has_focus(const Ui *ui, UiId id) {
    return id != 0 && ui->focus == id;
}

bool ui_is_hovered(const Ui *ui, UiId id) {
    return id != 0 && ui->hovered == id && ui->dragged == 0;
}

bool ui_is_held(const Ui *ui, UiId id) {
    return id != 0 && ui->held == id;
}

static bool takes_what_is_there(const Ui *ui, UiId id) {
    const Node *node = ui_node_find(ui_last_pass(ui), id);
    return node != NULL && node->box.takes_drops &&
           rect_holds(rect_intersect(node->rect, node->clip), ui->pointer_x, ui->pointer_y);
}

bool ui_would_take(const Ui *ui, UiId id) {
    return ui->dragged != 0 && takes_what_is_there(ui, id);
}

bool ui_dropped(const Ui *ui, UiId on, UiId *what) {
    *what = ui->dropped;
    return ui->dropped != 0 && takes_what_is_there(ui, on);
}

// Beyond the first and the last, and between two, the nearest place counts: nothing that is let go there is lost.
static bool find_landing(const Ui *ui, UiId what, const UiId *ids, int32_t count, int32_t *from, int32_t *to) {
    *from = -1;
    *to = 0;
    for (int32_t i = 0; i < count; i++) {
        Rect rect = ui_last_rect(ui, ids[i]);
        *from = what != 0 && ids[i] == what ? i : *from;
        *to += ids[i] != what && ui->pointer_y > rect.y + rect.height / 2;
    }
    Rect column = *from >= 0 ? ui_last_rect(ui, what) : (Rect){0};
    return *from >= 0 && ui->pointer_x >= column.x && ui->pointer_x < column.x + column.width;
}

bool ui_would_land(const Ui *ui, const UiId *ids, int32_t count, int32_t *from, int32_t *to) {
    return find_landing(ui, ui->dragged, ids, count, from, to);
}

bool ui_landed(const Ui *ui, const UiId *ids, int32_t count, int32_t *from, int32_t *to) {
    return find_landing(ui, ui->dropped, ids, count, from, to);
}

// The owner of the focus, or the one a dialog took it from.
static const Node *find_focus_of_page(Ui *ui) {
    const UiPass *last = ui_last_pass(ui);
    UiId id = ui->focus;
    for (int32_t i = last->nodes.count - 1; i > 0 && last->modal_layer > 0; i--) {
        const Node *node = &last->nodes.rows[i];
        bool modal = node->overlay != NULL && node->overlay->modal;
        const UiKept *kept = modal ? ui_find_kept(ui, node->id) : NULL;
        id = kept != NULL ? kept->returns_to : id;
    }
    return ui_node_find(last, id);
}

bool ui_keeps_focus(Ui *ui, UiId id) {
    const Node *focused = find_focus_of_page(ui);
    return id != 0 && focused != NULL && focused->id == id;
}

bool ui_is_typing(Ui *ui) {
    const Node *focused = find_focus_of_page(ui);
    return focused != NULL && focused->box.role == ROLE_FIELD;
}

// A field answers keys that write or move its caret.
static bool field_wants(const Node *focused, int32_t key, int32_t modifiers) {
    if (focused == NULL || focused->box.role != ROLE_FIELD) {
        return false;
    }
    bool commands = (modifiers & (MOD_CTRL | MOD_ALT)) != 0;
    return !commands && key != KEY_ESCAPE && !is_page_key(key) && !(key >= KEY_F1 && key <= KEY_OTHER) &&
           (key != KEY_ENTER || focused->box.keeps_enter);
}

// Keys of a panel count only while the focus is there too.
static bool is_asked(Ui *ui, const Node *open) {
    return ui_panel_has_focus(ui, ui_pass(ui)->nodes.rows[open->panel].id);
}

// Shift means nothing where it is not asked for: on many keyboards digits are typed with it.
static bool are_modifiers(int32_t held, int32_t wanted) {
    return held == wanted || (held & ~MOD_SHIFT) == wanted;
}

static bool is_pressed(const Ui *ui, int32_t key, int32_t modifiers) {
    const UiInput *input = &ui->input;
    const Node *focused = ui_node_find(ui_last_pass(ui), ui->focus);
    return input->kind == INPUT_KEY && input->key == key && are_modifiers(input->modifiers, modifiers) &&
           !field_wants(focused, key, modifiers);
}

// Clicked in the help, it is done whatever has the focus.
static bool is_clicked(const Ui *ui, int32_t key, int32_t modifiers) {
    return ui->does.key == key && ui->does.modifiers == modifiers;
}

bool ui_key_or_held(Ui *ui, int32_t key, int32_t modifiers) {
    const Node *open = ui_node_open(ui);
    if (ui->taken || open->layer < ui_last_pass(ui)->modal_layer || !is_asked(ui, open)) {
        return false;
    }
    bool wanted = is_pressed(ui, key, modifiers) || is_clicked(ui, key, modifiers);
    ui->taken = wanted;
    return wanted;
}

bool ui_key(Ui *ui, int32_t key, int32_t modifiers) {
    return !ui->input.repeats && ui_key_or_held(ui, key, modifiers);
}

bool ui_shortcut(Ui *ui, int32_t key, int32_t modifiers, Str what) {
    const Node *open = ui_node_open(ui);
    bool works = what.len > 0 && open->layer == 0 && is_asked(ui, open);
    if (works && !field_wants(find_focus_of_page(ui), key, modifiers)) {
        UiPass *pass = ui_pass(ui);
        *rows_append(&pass->arena, &pass->keys) = (UiKeyHelp){.key = key, .modifiers = modifiers, .what = what};
    }
    return ui_key(ui, key, modifiers);
}

// In that panel; 0: anywhere.
static UiId find_first(const UiPass *pass, UiId panel) {
    const Node *found = NULL;
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        const Node *node = &pass->nodes.rows[i];
        if (can_take_focus(pass, node) && node_is_in_panel(pass, node, panel) &&
            (found == NULL || (node->box.wants_focus && !found->box.wants_focus))) {
            found = node;
        }
    }
    return id_of(found);
}

// The owner from which modal overlays that are gone had taken the focus, the latest first, if it is there again.
static UiId find_return(const Ui *ui, const UiPass *pass) {
    for (int32_t i = ui->kept.count - 1; i >= 0; i--) {
        const UiKept *kept = &ui->kept.rows[i];
        const Node *node = kept->seen != ui->frame_number ? ui_node_find(pass, kept->returns_to) : NULL;
        if (can_take_focus(pass, node)) {
            return node->id;
        }
    }
    return 0;
}

static void find_focus(Ui *ui, const UiPass *pass) {
    UiId id = find_return(ui, pass);
    if (id == 0) {
        id = find_first(pass, ui->panel);
    }
    if (id == 0) {
        id = find_first(pass, 0);
    }
    ui->focus = id;
    ui->focus_moved = !ui->fresh;
}

void ui_settle_focus(Ui *ui) {
    const UiPass *pass = ui_pass(ui);
    if (!can_take_focus(pass, ui_node_find(pass, ui->focus))) {
        find_focus(ui, pass);
    }
    ui->fresh = false;
    ui_panel_follow(ui, pass);
}
