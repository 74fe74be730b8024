// Speech of a page: the news on it, the focus, and all of it when it is to be read.
#include "base/emphasis.h"
#include "ui/aloud.h"
#include "ui/node.h"

#include <string.h>

// The name of a role aloud. Those that say nothing are known by what they hold.
static const Str ROLE_WORDS[ROLE_COUNT] = {
    [ROLE_BUTTON] = TR_INIT("button"), [ROLE_LINK] = TR_INIT("link"), [ROLE_CHECKBOX] = TR_INIT("checkbox"),
    [ROLE_RADIO] = TR_INIT("choice"),  [ROLE_TAB] = TR_INIT("tab"),   [ROLE_FIELD] = TR_INIT("text field"),
    [ROLE_DIALOG] = TR_INIT("dialog"),
};

static Str made_aloud(Ui *ui, Str text, Str language) {
    language = language.len > 0 ? language : ui->preferences.language;
    return spoken_text(ui_arena(ui), language.len > 0 ? language : S("en"), ui->pronunciations, text);
}

void ui_pronounce(Ui *ui, SpokenTable own) {
    ui->pronunciations = own;
}

static void say(Ui *ui, Str text, Str language, bool interrupts) {
    Str aloud = made_aloud(ui, text, language);
    if (aloud.len > 0) {
        UiPass *pass = ui_pass(ui);
        *rows_append(&pass->arena, &pass->frame.says) =
            (UiUtterance){aloud, str_copy(&pass->arena, language), interrupts};
    }
}

void ui_say(Ui *ui, Str text, bool interrupts) {
    if (ui->preferences.speaks) {
        say(ui, text, ui_node_open(ui)->language, interrupts);
    }
}

void ui_read_page(Ui *ui) {
    ui->reads_page = true;
    ui->read_panel = ui_pass(ui)->nodes.rows[ui_node_open(ui)->panel].id;
}

Str ui_plain_text(Ui *ui, Str marked) {
    return emphasis_plain(ui_arena(ui), marked);
}

// All but the name.
static void add_state(Ui *ui, const UiBox *box, StrBuilder *line) {
    aloud_add(line, ROLE_WORDS[box->role].len > 0 ? ui_words(ui, ROLE_WORDS[box->role]) : (Str){0});
    if (box->role == ROLE_CHECKBOX || box->role == ROLE_RADIO) {
        aloud_add(line, ui_words(ui, box->checked ? TR("ticked") : TR("not ticked")));
    } else if (box->checked) {
        aloud_add(line, ui_words(ui, TR("chosen")));
    }
    aloud_add(line, box->value);
    if (box->disabled) {
        aloud_add(line, ui_words(ui, TR("not available")));
    }
    if (box->set_size > 1) {
        aloud_add(line, UI_FORMAT(ui, TR("{0} of {1}"), ui_number(ui, box->place), ui_number(ui, box->set_size)));
    }
}

static Str spoken(Ui *ui, const Node *node) {
    StrBuilder line = {.arena = ui_arena(ui)};
    aloud_add(&line, node->box.name);
    add_state(ui, &node->box, &line);
    return str_built(&line);
}

static bool is_control(const Node *node) {
    switch (node->box.role) {
    case ROLE_BUTTON:
    case ROLE_LINK:
    case ROLE_OPTION:
    case ROLE_CHECKBOX:
    case ROLE_RADIO:
    case ROLE_TAB:
    case ROLE_FIELD:
        return true;
    case ROLE_NONE:
    case ROLE_TEXT:
    case ROLE_HEADING:
    case ROLE_METER:
    case ROLE_LIST:
    case ROLE_ITEM:
    case ROLE_GROUP:
    case ROLE_PANEL:
    case ROLE_DIALOG:
    case ROLE_ALERT:
    case ROLE_PICTURE:
    case ROLE_CANVAS:
    case ROLE_COUNT:
        break;
    }
    return false;
}

// A button's words are the interface's own.
static Str language_of(const Node *node) {
    return node->box.role == ROLE_BUTTON ? (Str){0} : node->language;
}

static bool is_said(Ui *ui, const Node *node, Str text) {
    const UiPass *pass = ui_pass(ui);
    Str aloud = made_aloud(ui, text, language_of(node));
    for (int32_t i = 0; i < pass->frame.says.count; i++) {
        if (str_equal(pass->frame.says.rows[i].text, aloud)) {
            return true;
        }
    }
    return false;
}

static void say_of(Ui *ui, const Node *node, Str words) {
    say(ui, words, language_of(node), ui_pass(ui)->frame.says.count == 0);
}

static bool says(const UiBox *box, Str words) {
    return box->role != ROLE_NONE && (str_find(box->name, words) >= 0 || str_find(box->value, words) >= 0);
}

// A box around it says these words already, or they are not to be read with the page.
static bool is_left_out(const UiPass *pass, const Node *node) {
    bool out = node->box.unread;
    for (int32_t i = node->parent; i != 0 && !out; i = pass->nodes.rows[i].parent) {
        const UiBox *around = &pass->nodes.rows[i].box;
        bool is_text = node->box.role == ROLE_TEXT || node->box.role == ROLE_HEADING;
        out = around->unread || (is_text && says(around, node->box.name));
    }
    return out;
}

// From what stands on top of the others, in that panel or, 0, anywhere; `controls`: with what can be used there.
static void say_page(Ui *ui, const UiPass *pass, UiId panel, bool controls) {
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        const Node *node = &pass->nodes.rows[i];
        bool is_read = node->box.role != ROLE_NONE && node->layer >= pass->modal_layer && node->box.name.len > 0;
        if (!is_read || (is_control(node) && !controls) || is_left_out(pass, node) ||
            !node_is_in_panel(pass, node, panel)) {
            continue;
        }
        bool names_others = node->box.role == ROLE_GROUP || node->box.role == ROLE_LIST;
        if (!names_others || !is_said(ui, node, node->box.name)) {
            say_of(ui, node, spoken(ui, node));
        }
    }
}

// A toast is the same on the next page: it is known by its words alone.
static uint64_t news_words(const Node *node) {
    return ui_hash(node->box.role == ROLE_ALERT ? 0 : node->scope, node->box.name, 0);
}

// A box without a key is known by its words, and by how often they were there before: they may be said twice.
static UiId news_id(const UiPass *pass, const Node *node) {
    bool keyed = node->id != 0 && node->box.role != ROLE_ALERT;
    int32_t before = 0;
    for (const Node *other = &pass->nodes.rows[1]; other < node && !keyed; other++) {
        before += other->box.live && other->id == 0 && news_words(other) == news_words(node);
    }
    return ui_hash(keyed ? node->id : news_words(node), S("said"), before);
}

// Live boxes that are new, or have changed, are said, in reading order; of a dialog, all that stands in it. What a
// dialog covers is not forgotten.
static void say_news(Ui *ui, const UiPass *pass) {
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        const Node *node = &pass->nodes.rows[i];
        if (!node->box.live || node->box.name.len == 0) {
            continue;
        }
        bool covered = node->layer < pass->modal_layer;
        UiId id = news_id(pass, node);
        if (covered && ui_find_kept(ui, id) == NULL) {
            continue;
        }
        UiKept *kept = ui_keep(ui, id);
        if (covered || kept->said == news_words(node)) {
            continue;
        }
        bool is_heard = !node->box.quiet || kept->said != 0;
        kept->said = news_words(node);
        if (!is_heard) {
            continue;
        }
        if (node->box.role == ROLE_DIALOG) {
            say_page(ui, pass, 0, false);
        } else {
            say_of(ui, node, spoken(ui, node));
        }
    }
}

// As it is called now: a group of the next page may stand in the same place.
static UiId said_as(Ui *ui, const Node *group) {
    return ui_hash(group->id, ui_plain_text(ui, group->box.name), 0);
}

// Those around it that have a name, the nearest first: its parts may not be understood alone.
static int32_t groups_around(const UiPass *pass, const Node *node, const Node **groups, int32_t most) {
    int32_t count = 0;
    for (int32_t i = node->parent; i != 0 && count < most; i = pass->nodes.rows[i].parent) {
        const UiBox *box = &pass->nodes.rows[i].box;
        if ((box->role == ROLE_GROUP || box->role == ROLE_LIST) && box->name.len > 0) {
            groups[count++] = &pass->nodes.rows[i];
        }
    }
    return count;
}

static bool stood_in(Ui *ui, const Node *group) {
    for (int32_t i = 0; i < COUNT(ui->spoken_groups); i++) {
        if (ui->spoken_groups[i] == said_as(ui, group)) {
            return true;
        }
    }
    return false;
}

// Groups are called by their names when the focus comes into them, what stands around the others first.
static void say_groups(Ui *ui, const UiPass *pass, const Node *node) {
    const Node *groups[COUNT(ui->spoken_groups)];
    int32_t count = groups_around(pass, node, groups, COUNT(ui->spoken_groups));
    for (int32_t i = count - 1; i >= 0; i--) {
        Str name = ui_plain_text(ui, groups[i]->box.name);
        if (!stood_in(ui, groups[i]) && !is_said(ui, groups[i], name)) {
            say_of(ui, groups[i], name);
        }
    }
    for (int32_t i = 0; i < COUNT(ui->spoken_groups); i++) {
        ui->spoken_groups[i] = i < count ? said_as(ui, groups[i]) : 0;
    }
}

static void keep_said_focus(Ui *ui, Str words) {
    arena_rewind(&ui->speech, (ArenaMark){0});
    ui->said_focus = str_copy(&ui->speech, words);
    ui->spoken_focus = ui->focus;
}

// A field, or a group that waits, that is called as what was just asked says only what it is.
static Str focus_words(Ui *ui, const Node *node) {
    if ((node->box.role != ROLE_FIELD && !node->box.waits) || !is_said(ui, node, node->box.name)) {
        return spoken(ui, node);
    }
    StrBuilder line = {.arena = ui_arena(ui)};
    add_state(ui, &node->box, &line);
    return str_built(&line);
}

// So is a panel, when the focus comes from elsewhere.
static void say_panel(Ui *ui, const UiPass *pass, const Node *node) {
    const Node *panel = &pass->nodes.rows[node->panel];
    if (panel->id != ui->spoken_panel && !is_said(ui, panel, panel->box.name)) {
        say_of(ui, panel, panel->box.name);
    }
    ui->spoken_panel = panel->id;
}

static void say_focus(Ui *ui, const UiPass *pass) {
    const Node *node = ui_node_find(pass, ui->focus);
    if (node == NULL) {
        keep_said_focus(ui, (Str){0});
        memset(ui->spoken_groups, 0, sizeof ui->spoken_groups);
        return;
    }
    // A typed text is not read back at each letter.
    Str words = node->box.role == ROLE_FIELD ? node->box.name : spoken(ui, node);
    if (ui->spoken_focus == ui->focus && str_equal(words, ui->said_focus)) {
        return;
    }
    say_panel(ui, pass, node);
    say_groups(ui, pass, node);
    keep_said_focus(ui, words);
    say_of(ui, node, focus_words(ui, node));
}

void ui_make_speech(Ui *ui) {
    const UiPass *pass = ui_pass(ui);
    if (!ui->preferences.speaks) {
        return;
    }
    say_news(ui, pass);
    if (ui->reads_page) {
        say_page(ui, pass, ui->read_panel, true);
    }
    say_focus(ui, pass);
}
