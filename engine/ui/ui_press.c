// Whether a press counts. One press does one thing: a key that is held, the second click of a double click and what was
// meant for the page before press nothing.
#include "ui/ui_inside.h"

// NEW_PAGE: nobody has read a page that is newer. TWICE: the time of a double press, as systems count it.
enum { NEW_PAGE_MS = 400, TWICE_MS = 500 };

// Pages that can be pressed: those of the window and of its panels, and the dialog above them.
static UiId find_stage(Ui *ui, const UiPass *pass) {
    UiId stage = ui_hash(ui->page, S("stage"), 0);
    for (int32_t i = 1; i < pass->nodes.count; i++) {
        const Node *node = &pass->nodes.rows[i];
        if (node_is_panel(node)) {
            stage = ui_hash(stage ^ ui_keep(ui, node->id)->page, S("panel"), 0);
        } else if (node->overlay != NULL && node->layer == pass->modal_layer) {
            stage = ui_hash(stage ^ node->id, S("above"), 0);
        }
    }
    return stage;
}

// The first page of all is not new: nobody pressed anything before there was one.
void ui_press_follow(Ui *ui) {
    UiId stage = find_stage(ui, ui_pass(ui));
    if (stage != ui->stage) {
        ui->stage_since_ms = ui->stage == 0 ? ui->input.now_ms - NEW_PAGE_MS : ui->input.now_ms;
        ui->stage_by_itself = ui->by_itself;
        ui->held = ui->dragged = ui->bar = ui->pan = 0;
    }
    ui->stage = stage;
}

static bool is_early(const Ui *ui) {
    return ui->input.now_ms - ui->stage_since_ms < NEW_PAGE_MS;
}

static void begin_key(Ui *ui) {
    UiPress *press = &ui->key_press;
    bool twice = ui->input.key == press->key && ui->input.now_ms - press->at_ms < TWICE_MS && ui->stage != press->stage;
    *press = (UiPress){.stage = ui->stage,
                       .what = ui->focus,
                       .key = ui->input.key,
                       .at_ms = ui->input.now_ms,
                       .counts = !twice && !is_early(ui)};
}

// A key held down since the page before, or since another field had the focus, is nothing here.
static bool is_left_over(const Ui *ui) {
    bool types = ui->input.kind == INPUT_TEXT;
    return ui->input.repeats && (ui->key_press.stage != ui->stage || (types && ui->key_press.what != ui->focus));
}

void ui_press_begin(Ui *ui) {
    ui->by_itself = ui->input.kind == INPUT_IDLE;
    if (ui->input.kind == INPUT_KEY && !ui->input.repeats) {
        begin_key(ui);
    } else if (is_left_over(ui)) {
        ui->input.kind = INPUT_IDLE;
    }
}

bool ui_press_refuses_key(const Ui *ui) {
    bool presses = ui->input.key == KEY_ENTER || ui->input.key == KEY_SPACE;
    return presses && (ui->input.repeats || !ui->key_press.counts);
}

// Two quick clicks on different things of one page are no double click, however near these are.
void ui_press_click(Ui *ui, UiId what) {
    UiPress *click = &ui->click;
    bool second = ui->input.clicks > 1 && (click->stage != ui->stage || click->what == what);
    bool missed = ui->stage_by_itself && is_early(ui);
    *click = (UiPress){.stage = ui->stage, .what = what, .counts = !second && !missed};
}
