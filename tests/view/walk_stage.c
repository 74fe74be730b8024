#include "walk_stage.h"

#include "base/file.h"
#include "fake/face.h"

static SoloAction say_in_panel(Stage *stage) {
    Ui *ui = stage->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .width = UI_GROW, .height = UI_GROW});
    ui_box_begin(ui, (UiBox){.width = UI_GROW});
    (void)ui_button(ui, (UiButton){.key = S("outside"), .text = S("Outside"), .wants_focus = true});
    ui_box_end(ui);
    ui_panel_begin(ui, (UiPanel){.key = S("play"),
                                 .name = S("Play from here"),
                                 .box = {.width = stage->panel_width, .height = UI_GROW}});
    SoloAction action = view_solo(ui, &stage->page);
    ui_panel_end(ui);
    ui_box_end(ui);
    return action;
}

static void say_page(Stage *stage) {
    Telling telling = {.session = &stage->solo.session,
                       .story = &stage->solo.story,
                       .catalog = &stage->words,
                       .arena = ui_arena(stage->ui)};
    stage->page.solo = &stage->solo;
    stage->page.telling = &telling;
    stage->page.title = stage->solo.scenario->title;
    SoloAction action = stage->panel_width > 0 ? say_in_panel(stage) : view_solo(stage->ui, &stage->page);
    if (stage->action.kind == SOLO_NONE) {
        stage->action = action;
        stage->action.text = str_copy(&stage->arena, action.text);
    }
    if (stage->help) {
        (void)ui_help(stage->ui, S("Keys"), S("All of it"));
    }
    stage->wish = stage->page.wish != VIEW_WISH_NONE ? stage->page.wish : stage->wish;
    stage->frame = ui_end(stage->ui);
}

static void say_again(Stage *stage, UiPreferences preferences) {
    ui_begin_again(stage->ui, preferences);
    say_page(stage);
}

void stage_input(Stage *stage, const UiInput *input) {
    UiPreferences preferences = {.text_scale = stage->text_scale, .still = true, .words = &stage->words};
    stage->action = (SoloAction){0};
    stage->wish = VIEW_WISH_NONE;
    (void)solo_update(&stage->solo, &(SoloAction){.kind = SOLO_CLOCK, .now_ms = input->now_ms});
    ui_begin(stage->ui, input, stage->width, stage->height, preferences);
    say_page(stage);
    if (stage->action.kind != SOLO_NONE && solo_update(&stage->solo, &stage->action)) {
        say_again(stage, preferences);
    }
    for (int32_t i = 0; !ui_is_settled(stage->ui) && i < 3; i++) {
        say_again(stage, preferences);
    }
}

void stage_begin(Stage *stage) {
    stage->width = stage->width == 0 ? STAGE_WIDTH : stage->width;
    stage->height = stage->height == 0 ? STAGE_HEIGHT : stage->height;
    stage->text_scale = stage->text_scale == 0 ? 100 : stage->text_scale;
    stage->ui = ui_create(fake_typesetter(), fake_clipboard());
    assert_true(solo_begin(&stage->solo, &(SoloStart){.scenario = stage->c.scenario, .seed = 7}));
    stage_input(stage, &(UiInput){0});
}

void stage_read_file(Stage *stage, const char *path) {
    Error error = {0};
    Str bytes;
    assert_true(file_load(&stage->arena, str_from_c(path), LIMIT_FILE_BYTES, &bytes, &error));
    read_bytes(&stage->c, bytes);
}

void stage_finish(Stage *stage) {
    ui_destroy(stage->ui);
    solo_finish(&stage->solo);
    arena_finish(&stage->arena);
    end_case(&stage->c);
}

// Slowly enough that a page which came with the key before is one to press on.
void stage_key(Stage *stage, int32_t key) {
    stage->now_ms += 500;
    stage_input(stage, &(UiInput){.kind = INPUT_KEY, .key = key, .now_ms = stage->now_ms});
}

void stage_click(Stage *stage, const UiTreeNode *node) {
    int32_t x = node->rect.x + node->rect.width / 2, y = node->rect.y + node->rect.height / 2;
    stage_input(stage, &(UiInput){.kind = INPUT_DOWN, .x = x, .y = y, .now_ms = stage->now_ms});
    stage_input(stage, &(UiInput){.kind = INPUT_UP, .x = x, .y = y, .now_ms = stage->now_ms});
}

void stage_drag(Stage *stage, const UiTreeNode *from, const UiTreeNode *to) {
    int32_t x = from->rect.x + from->rect.width / 2, y = from->rect.y + from->rect.height / 2;
    int32_t to_x = to->rect.x + to->rect.width / 2, to_y = to->rect.y + to->rect.height - 4;
    stage_input(stage, &(UiInput){.kind = INPUT_DOWN, .x = x, .y = y, .now_ms = stage->now_ms});
    stage_input(stage, &(UiInput){.kind = INPUT_MOVE, .x = to_x, .y = to_y, .now_ms = stage->now_ms});
    stage_input(stage, &(UiInput){.kind = INPUT_UP, .x = to_x, .y = to_y, .now_ms = stage->now_ms});
}

void stage_walk(Stage *stage, SoloActionKind kind, int32_t index, int32_t value) {
    SoloAction action = {.kind = kind, .index = index, .value = value, .now_ms = stage->now_ms};
    assert_true(solo_update(&stage->solo, &action));
    stage_input(stage, &(UiInput){.now_ms = stage->now_ms});
}

const UiTreeNode *stage_find(const Stage *stage, UiRole role, Str part) {
    for (int32_t i = 0; i < stage->frame->tree.count; i++) {
        const UiTreeNode *node = &stage->frame->tree.rows[i];
        if (node->role == role && str_find(node->name, part) >= 0) {
            return node;
        }
    }
    return NULL;
}

const UiTreeNode *stage_focused(const Stage *stage) {
    for (int32_t i = 0; i < stage->frame->tree.count; i++) {
        if (stage->frame->tree.rows[i].focused) {
            return &stage->frame->tree.rows[i];
        }
    }
    return NULL;
}

int32_t stage_count(const Stage *stage, UiRole role) {
    int32_t count = 0;
    for (int32_t i = 0; i < stage->frame->tree.count; i++) {
        count += stage->frame->tree.rows[i].role == role;
    }
    return count;
}

static void check_node(const Stage *stage, int32_t row) {
    const UiTreeNode *node = &stage->frame->tree.rows[row];
    if (node->role == ROLE_TEXT && (node->rect.x < 0 || node->rect.x + node->rect.width > stage->width)) {
        fail_msg("out of the window: %.*s", S_ARG(node->name));
    }
    if (str_find(node->name, S("*")) >= 0 || (node->role != ROLE_FIELD && str_find(node->value, S("*")) >= 0)) {
        fail_msg("emphasis is marked in: %.*s, %.*s", S_ARG(node->name), S_ARG(node->value));
    }
    if (!node->focusable) {
        return;
    }
    assert_true(node->name.len > 0);
    for (int32_t i = 0; i < row; i++) {
        assert_false(stage->frame->tree.rows[i].focusable && stage->frame->tree.rows[i].id == node->id);
    }
}

// A picture is clipped where it leaves the window, and so is what the tree says of it: what is drawn is not.
static void check_draws(const Stage *stage) {
    for (int32_t i = 0; i < stage->frame->draws.count; i++) {
        const DrawCommand *draw = &stage->frame->draws.rows[i];
        if (draw->kind == DRAW_TEXT && (draw->rect.x < 0 || draw->rect.x + draw->rect.width > stage->width)) {
            fail_msg("drawn out of the window: %.*s", S_ARG(draw->text));
        }
    }
}

void stage_check_tree(const Stage *stage) {
    assert_non_null(stage_focused(stage));
    for (int32_t i = 0; i < stage->frame->tree.count; i++) {
        check_node(stage, i);
    }
    check_draws(stage);
}
