// A board larger than its place, seen through a view that moves and zooms.
#include "ui/node.h"
#include "ui/widgets.h"

enum { ONE = 1024, LEAST_ZOOM = ONE / 16, MOST_ZOOM = ONE * 8, STEP_UNITS = 60 };

// Shows all there is, in the middle.
static void show_all(Ui *ui, UiKept *kept, const UiBoard *board, Rect place) {
    int64_t across = (int64_t)place.width * ONE / (board->content.width > 0 ? board->content.width : 1);
    int64_t down = (int64_t)place.height * ONE / (board->content.height > 0 ? board->content.height : 1);
    int64_t zoom = across < down ? across : down, most = (int64_t)ui->scale;
    zoom = zoom > most ? most : zoom < LEAST_ZOOM ? LEAST_ZOOM : zoom;
    kept->zoom = (int32_t)zoom;
    kept->x = ((int64_t)board->content.x * 2 + board->content.width) * ONE / 2;
    kept->y = ((int64_t)board->content.y * 2 + board->content.height) * ONE / 2;
}

// Zooms so that the board's point under pixel (x, y) of the place stays there.
static void zoom_at(UiKept *kept, Rect place, int32_t x, int32_t y, int32_t times, int32_t of) {
    int64_t zoom = (int64_t)kept->zoom * times / of;
    zoom = zoom < LEAST_ZOOM ? LEAST_ZOOM : zoom > MOST_ZOOM ? MOST_ZOOM : zoom;
    int64_t across = x - place.x - place.width / 2, down = y - place.y - place.height / 2;
    kept->x += across * ONE * ONE / kept->zoom - across * ONE * ONE / zoom;
    kept->y += down * ONE * ONE / kept->zoom - down * ONE * ONE / zoom;
    kept->zoom = (int32_t)zoom;
}

static void move_by(UiKept *kept, int32_t across_px, int32_t down_px) {
    kept->x += (int64_t)across_px * ONE * ONE / kept->zoom;
    kept->y += (int64_t)down_px * ONE * ONE / kept->zoom;
}

static void answer_keys(Ui *ui, UiKept *kept, const UiBoard *board, Rect place) {
    int32_t step = ui_px(ui, STEP_UNITS), x = place.x + place.width / 2, y = place.y + place.height / 2;
    if (!ui_has_focus(ui, kept->id)) {
        return;
    }
    if (ui_key_or_held(ui, KEY_PLUS, 0)) {
        zoom_at(kept, place, x, y, 5, 4);
    } else if (ui_key_or_held(ui, KEY_MINUS, 0)) {
        zoom_at(kept, place, x, y, 4, 5);
    } else if (ui_key(ui, '0', 0)) {
        show_all(ui, kept, board, place);
    } else if (ui_key_or_held(ui, KEY_LEFT, 0)) {
        move_by(kept, -step, 0);
    } else if (ui_key_or_held(ui, KEY_RIGHT, 0)) {
        move_by(kept, step, 0);
    } else if (ui_key_or_held(ui, KEY_UP, 0)) {
        move_by(kept, 0, -step);
    } else if (ui_key_or_held(ui, KEY_DOWN, 0)) {
        move_by(kept, 0, step);
    }
}

static void answer_pointer(Ui *ui, UiKept *kept, Rect place) {
    const UiInput *input = &ui->input;
    if (input->kind == INPUT_WHEEL && rect_holds(place, ui->pointer_x, ui->pointer_y)) {
        zoom_at(kept, place, ui->pointer_x, ui->pointer_y, input->wheel_y > 0 ? 5 : 4, input->wheel_y > 0 ? 4 : 5);
    }
    if (ui_is_held(ui, kept->id) && input->kind == INPUT_MOVE) {
        move_by(kept, ui->held_x - ui->pointer_x, ui->held_y - ui->pointer_y);
        ui->held_x = ui->pointer_x;
        ui->held_y = ui->pointer_y;
    }
}

UiId ui_board(Ui *ui, UiBoard board, UiView *view) {
    UiId id = ui_id(ui, board.key, 0);
    Rect place = ui_last_rect(ui, id);
    UiKept *kept = ui_keep(ui, id);
    bool placed = !rect_is_empty(place);
    place = placed ? place : (Rect){0, 0, ui->width, ui->height}; // for one frame, as if it had the window
    if (kept->zoom == 0) {
        show_all(ui, kept, &board, place);
    }
    answer_keys(ui, kept, &board, place);
    answer_pointer(ui, kept, place);
    view->zoom = kept->zoom;
    view->x = (int32_t)(place.width / 2 - kept->x * kept->zoom / ONE / ONE);
    view->y = (int32_t)(place.height / 2 - kept->y * kept->zoom / ONE / ONE);
    kept->zoom = placed ? kept->zoom : 0; // fitted anew once its place is known
    ui_box_begin(ui, (UiBox){.key = board.key,
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .least_height = 120,
                             .fill = COLOR_CARD,
                             .stroke = COLOR_LINE,
                             .radius = 14,
                             .role = ROLE_CANVAS,
                             .name = board.name,
                             .focusable = true,
                             .keeps_arrows = true,
                             .keeps_enter = true});
    ui_picture(ui, (UiPicture){.width = UI_GROW, .height = UI_GROW, .draw = board.draw, .context = board.context});
    ui_box_end(ui);
    return id;
}
