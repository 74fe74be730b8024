#include "toy.h"

void toy_init(Toy *toy) {
    *toy = (Toy){.x = 20};
    toy->typed.arena = &toy->arena;
}

void toy_finish(Toy *toy) {
    arena_finish(&toy->arena);
}

static void draw(Toy *toy, int32_t width, int32_t height) {
    toy->frame.draws.count = 0;
    toy->frame.tree.count = 0;
    *rows_append(&toy->arena, &toy->frame.draws) =
        (DrawCommand){.kind = DRAW_BOX, .rect = {0, 0, width, height}, .fill = {250, 246, 240, 255}};
    *rows_append(&toy->arena, &toy->frame.draws) = (DrawCommand){.kind = DRAW_BOX,
                                                                 .rect = {toy->x, 20, 60, 40},
                                                                 .fill = {31, 111, 107, 255},
                                                                 .radius = 8,
                                                                 .corners = CORNER_ALL};
    *rows_append(&toy->arena, &toy->frame.draws) = (DrawCommand){.kind = DRAW_TEXT,
                                                                 .rect = {20, 80, 200, 30},
                                                                 .fill = {29, 43, 47, 255},
                                                                 .size = 20,
                                                                 .baseline = 20,
                                                                 .text = str_copy(&toy->arena, str_built(&toy->typed))};
    *rows_append(&toy->arena, &toy->frame.tree) = (UiTreeNode){.id = 1,
                                                               .role = ROLE_BUTTON,
                                                               .name = S("La boîte « A »"),
                                                               .rect = {toy->x, 20, 60, 40},
                                                               .focusable = true,
                                                               .enabled = true,
                                                               .focused = !toy->types};
    *rows_append(&toy->arena, &toy->frame.tree) = (UiTreeNode){.id = 2,
                                                               .role = ROLE_FIELD,
                                                               .name = S("Le champ"),
                                                               .rect = {20, 80, 200, 30},
                                                               .focusable = true,
                                                               .enabled = true,
                                                               .focused = toy->types};
}

static void say(Toy *toy, Str text) {
    *rows_append(&toy->arena, &toy->frame.says) = (UiUtterance){.text = text, .interrupts = true};
}

static void note(Toy *toy, const UiInput *input) {
    if (toy->count < TOY_INPUTS) {
        toy->kinds[toy->count] = input->kind;
        toy->times[toy->count] = input->now_ms;
        toy->last[toy->count] = *input;
    }
    toy->count++;
}

static const UiFrame *answer(void *context, Window *window, const UiInput *input, WindowSize size) {
    (void)window;
    Toy *toy = context;
    toy->frame.says.count = 0;
    note(toy, input);
    if (input->kind == INPUT_KEY && input->key == KEY_RIGHT) {
        toy->x += 50;
        say(toy, S("à droite"));
    } else if (input->kind == INPUT_KEY && input->key == KEY_TAB) {
        toy->types = !toy->types;
    } else if (input->kind == INPUT_TEXT) {
        str_add(&toy->typed, input->text);
    }
    toy->frame.done = (input->kind == INPUT_LEAVE || input->kind == INPUT_END) && !toy->stays;
    toy->frame.types = toy->types;
    toy->frame.width = size.width;
    toy->frame.height = size.height;
    toy->frame.wake_at_ms = toy->every_ms > 0 ? input->now_ms + toy->every_ms : 0;
    draw(toy, size.width, size.height);
    if (toy->after) {
        toy->after(toy, toy->count);
    }
    return &toy->frame;
}

App toy_app(Toy *toy) {
    return (App){toy, answer};
}
