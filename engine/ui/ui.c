#include "ui/ui_inside.h"

enum { TEXT_CACHE_BYTES = 2 * 1024 * 1024, UNIT = 1024 };

Ui *ui_create(Typesetter typesetter, Clipboard clipboard) {
    Arena arena = {0};
    Ui *ui = arena_push(&arena, Ui, 1);
    ui->arena = arena;
    ui->clipboard = clipboard;
    ui->texts = text_cache_create(typesetter, TEXT_CACHE_BYTES);
    ui->scale = UNIT;
    ui->pointer_x = ui->pointer_y = -1;
    return ui;
}

void ui_destroy(Ui *ui) {
    if (ui == NULL) {
        return;
    }
    for (int32_t i = 0; i < ui->kept.count; i++) {
        if (ui->kept.rows[i].edit != NULL) {
            edit_finish(ui->kept.rows[i].edit);
        }
    }
    text_cache_destroy(ui->texts);
    for (int i = 0; i < 2; i++) {
        arena_finish(&ui->passes[i].arena);
    }
    arena_finish(&ui->speech);
    arena_finish(&ui->composing);
    Arena arena = ui->arena; // the toolkit itself lies in it
    arena_finish(&arena);
}

void ui_forget_fonts(Ui *ui) {
    text_cache_clear(ui->texts);
    for (int i = 0; i < 2; i++) { // their layouts are gone
        ui->passes[i].nodes.count = 0;
    }
    ui->focus_moved = true;
}

// docs/ARCHITECTURE.md, "Scale".
static int32_t scale_of_desk(int32_t width, int32_t height, int32_t text_scale) {
    int64_t across = (int64_t)width * UNIT / 1280, down = (int64_t)height * UNIT / 720;
    int64_t scale = across < down ? across : down;
    scale = scale < UNIT ? UNIT : scale > 3 * UNIT ? 3 * UNIT : scale;
    return (int32_t)(scale * (text_scale > 0 ? text_scale : 100) / 100);
}

static void begin_pass(Ui *ui) {
    ui->pass = 1 - ui->pass;
    UiPass *pass = ui_pass(ui);
    Arena arena = pass->arena;
    arena_rewind(&arena, (ArenaMark){0});
    *pass = (UiPass){.arena = arena, .frame = {.width = ui->width, .height = ui->height}};
    ui->frame_number++;
    ui->wake_at_ms = 0;
    ui->settled = true;
    ui->open_count = 0;
    (void)rows_append(&pass->arena, &pass->nodes); // row 0: none
    Node *page = rows_append(&pass->arena, &pass->nodes);
    page->box = (UiBox){.width = UI_GROW, .height = UI_GROW, .fill = COLOR_PAPER};
    page->scope = ui->page;
    page->scale = ui->scale;
    page->theme = ui->theme;
    ui_open(ui, 1);
}

int32_t ui_scale_of(int32_t width, int32_t height, const UiPreferences *preferences) {
    switch (preferences->scale) {
    case UI_SCALE_ROOM:
        return max((int32_t)((int64_t)height * UNIT / 1080), 1);
    case UI_SCALE_DESK:
        break;
    }
    return scale_of_desk(width, height, preferences->text_scale);
}

// Where all is placed anew, what has the focus stays in sight if it was.
static void prefer(Ui *ui, int32_t width, int32_t height, UiPreferences preferences) {
    int32_t scale = ui_scale_of(width, height, &preferences);
    const Node *focused = ui_node_find(ui_pass(ui), ui->focus);
    bool in_sight = focused != NULL && rect_meets(focused->rect, focused->clip);
    bool changes = width != ui->width || height != ui->height || scale != ui->scale;
    ui->focus_moved = ui->focus_moved || (changes && in_sight);
    ui->width = width;
    ui->height = height;
    ui->scale = scale;
    ui->preferences = preferences;
    ui->theme = preferences.theme;
    ui->pronunciations = (SpokenTable){0};
}

// A text that is being composed stays until it is typed or composed otherwise, whatever else happens meanwhile.
static void keep_composed(Ui *ui) {
    bool typed = ui->input.kind == INPUT_TEXT;
    if (typed || ui->input.kind == INPUT_COMPOSE) {
        arena_rewind(&ui->composing, (ArenaMark){0});
        ui->composed = typed ? (Str){0} : str_copy(&ui->composing, ui->input.text);
    }
}

void ui_begin(Ui *ui, const UiInput *input, int32_t width, int32_t height, UiPreferences preferences) {
    ui->focus_moved = false;
    prefer(ui, width > 1 ? width : 1, height > 1 ? height : 1, preferences);
    ui->input = *input;
    ui_press_begin(ui);
    keep_composed(ui);
    ui->taken = false;
    ui->does.key = ui->wished.key;
    ui->does.modifiers = ui->wished.modifiers;
    ui->wished.key = KEY_NONE;
    ui->pressed = ui->dropped = 0;
    ui->reads_page = false;
    text_cache_tick(ui->texts);
    begin_pass(ui);
    ui_answer_input(ui);
}

void ui_begin_again(Ui *ui, UiPreferences preferences) {
    prefer(ui, ui->width, ui->height, preferences);
    begin_pass(ui);
    int64_t now_ms = ui->input.now_ms;
    ui->input = (UiInput){.kind = INPUT_IDLE, .now_ms = now_ms};
    ui->does.key = KEY_NONE;
    ui->pressed = ui->dropped = 0;
    ui->reads_page = false; // if it was wanted, it is among what was said
    UiPass *pass = ui_pass(ui);
    const UiFrame *before = &ui_last_pass(ui)->frame;
    for (int32_t i = 0; i < before->says.count; i++) { // nobody has heard them yet
        UiUtterance *said = rows_append(&pass->arena, &pass->frame.says);
        *said = before->says.rows[i];
        said->text = str_copy(&pass->arena, said->text);
        said->language = str_copy(&pass->arena, said->language);
    }
}

// Lets go what was kept for things that were not said in this frame.
static void drop_unseen(Ui *ui) {
    int32_t kept = 0;
    for (int32_t i = 0; i < ui->kept.count; i++) {
        UiKept *row = &ui->kept.rows[i];
        if (row->seen == ui->frame_number) {
            ui->kept.rows[kept++] = *row;
        } else if (row->edit != NULL) {
            edit_finish(row->edit);
            *rows_append(&ui->arena, &ui->spare_edits) = row->edit;
        }
    }
    ui->kept.count = kept;
}

const UiFrame *ui_end(Ui *ui) {
    ASSERT(ui->open_count == 1); // every box was closed
    UiPass *pass = ui_pass(ui);
    ui_settle_focus(ui);
    ui_press_follow(ui);
    ui_layout(ui);
    ui_place(ui);
    ui_panel_measure(ui);
    ui_select_show(ui);
    ui_draw(ui);
    ui_make_tree(ui);
    ui_make_speech(ui);
    drop_unseen(ui);
    ui->composed = pass->frame.types ? ui->composed : (Str){0}; // nobody types any more
    ui_scroll_on(ui);
    pass->frame.wake_at_ms = ui->wake_at_ms;
    return &pass->frame;
}

void ui_set_done(Ui *ui, bool done) {
    ui_pass(ui)->frame.done = done;
}

Arena *ui_arena(Ui *ui) {
    return &ui_pass(ui)->arena;
}

int32_t ui_px(const Ui *ui, int32_t units) {
    return (int32_t)(((int64_t)units * ui->scale + (units < 0 ? -UNIT : UNIT) / 2) / UNIT);
}

void ui_scale_as(Ui *ui, const Node *node) {
    ui->scale = node->scale;
}

int32_t ui_units(const Ui *ui, int32_t px) {
    return (int32_t)((int64_t)px * UNIT / ui->scale);
}

int64_t ui_now_ms(const Ui *ui) {
    return ui->input.now_ms;
}

Str ui_words(const Ui *ui, Str source) {
    return ui->preferences.words != NULL ? catalog_text(ui->preferences.words, source) : source;
}

Str ui_format(Ui *ui, Str source, const Str *arguments, int32_t count) {
    Catalog none = {0};
    const Catalog *words = ui->preferences.words;
    Str *isolated = arena_push(ui_arena(ui), Str, count);
    for (int32_t i = 0; i < count; i++) {
        isolated[i] = text_isolate(ui_arena(ui), arguments[i]);
    }
    return catalog_format(ui_arena(ui), words != NULL ? words : &none, source, isolated, count);
}

Str ui_number(Ui *ui, int64_t number) {
    uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    return str_format(ui_arena(ui), "%s%llu", number < 0 ? "−" : "", (unsigned long long)size);
}

bool ui_has_wish(const Ui *ui) {
    return ui->wished.key != KEY_NONE;
}

void ui_wake_at(Ui *ui, int64_t ms) {
    if (ui->wake_at_ms == 0 || ms < ui->wake_at_ms) {
        ui->wake_at_ms = ms;
    }
}

const UiInput *ui_input(const Ui *ui) {
    return &ui->input;
}

UiKept *ui_find_kept(Ui *ui, UiId id) {
    for (int32_t i = 0; i < ui->kept.count; i++) {
        if (ui->kept.rows[i].id == id) {
            return &ui->kept.rows[i];
        }
    }
    return NULL;
}

UiKept *ui_keep(Ui *ui, UiId id) {
    UiKept *kept = ui_find_kept(ui, id);
    if (kept == NULL) {
        kept = rows_append(&ui->arena, &ui->kept);
        *kept = (UiKept){.id = id, .born_ms = ui->input.now_ms, .wished_x = -1};
    }
    kept->seen = ui->frame_number;
    return kept;
}
