// A board larger than its place, seen through a view that moves and zooms.
#include "ui/node.h"
#include "ui/widgets.h"

enum { ONE = 1024, LEAST_ZOOM = ONE / 16, MOST_ZOOM = ONE * 8, STEP_UNITS = 60, SIGHT_UNITS = 24 };

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

// Where a view of `room` is to stand whose middle is at `at`, so that no more than an edge lies beside the content.
static int64_t stay_within(int64_t at, int32_t from, int32_t length, int64_t room) {
    int64_t least = (int64_t)from * ONE + room / 2, most = ((int64_t)from + length) * ONE - room / 2;
    return least > most ? (least + most) / 2 : at < least ? least : at > most ? most : at;
}

// Where letters are too small in a view of all, the part that matters is seen first, a little smaller, and no void
// beside what there is to see.
static void show_first(Ui *ui, UiKept *kept, const UiBoard *board, Rect place) {
    show_all(ui, kept, board, place);
    if (!rect_is_empty(board->here) && kept->zoom < ui->scale / 2) {
        kept->zoom = ui->scale * 7 / 8;
        int64_t edge = 2 * (int64_t)ui_px(ui, SIGHT_UNITS), unit = (int64_t)ONE * ONE;
        kept->x = stay_within(((int64_t)board->here.x * 2 + board->here.width) * ONE / 2, board->content.x,
                              board->content.width, (place.width - edge) * unit / kept->zoom);
        kept->y = stay_within(((int64_t)board->here.y * 2 + board->here.height) * ONE / 2, board->content.y,
                              board->content.height, (place.height - edge) * unit / kept->zoom);
    }
}

// How far [from, to) must be moved to lie in [0, room), its beginning first.
static int64_t shift_into(int64_t from, int64_t to, int64_t room) {
    return from < 0 ? from : to > room ? (to - room < from ? to - room : from) : 0;
}

// Brings a part that is another one than before into sight, and moves nothing else.
static void follow(Ui *ui, UiKept *kept, Rect here, Rect place) {
    bool same = kept->here.x == here.x && kept->here.y == here.y;
    if (rect_is_empty(here) || same) {
        return;
    }
    int64_t edge = (int64_t)ui_px(ui, SIGHT_UNITS) * ONE * ONE / kept->zoom;
    int64_t across = (int64_t)place.width * ONE * ONE / kept->zoom,
            down = (int64_t)place.height * ONE * ONE / kept->zoom;
    int64_t left = kept->x - across / 2 + edge, top = kept->y - down / 2 + edge;
    int64_t x = (int64_t)here.x * ONE - left, y = (int64_t)here.y * ONE - top;
    kept->x += shift_into(x, x + (int64_t)here.width * ONE, across - 2 * edge);
    kept->y += shift_into(y, y + (int64_t)here.height * ONE, down - 2 * edge);
    kept->here = here;
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

static void answer_wish(Ui *ui, UiKept *kept, const UiBoard *board, Rect place) {
    int32_t x = place.x + place.width / 2, y = place.y + place.height / 2;
    switch (board->wish) {
    case BOARD_FITS:
        show_all(ui, kept, board, place);
        break;
    case BOARD_CLOSER:
        zoom_at(kept, place, x, y, 5, 4);
        break;
    case BOARD_FARTHER:
        zoom_at(kept, place, x, y, 4, 5);
        break;
    case BOARD_STAYS:
        break;
    }
}

static void answer_pointer(Ui *ui, UiKept *kept, const UiBoard *board, Rect place) {
    const UiInput *input = &ui->input;
    if (input->kind == INPUT_WHEEL && rect_holds(place, ui->pointer_x, ui->pointer_y)) {
        zoom_at(kept, place, ui->pointer_x, ui->pointer_y, input->wheel_y > 0 ? 5 : 4, input->wheel_y > 0 ? 4 : 5);
    }
    if (board->goes) {
        kept->x = (int64_t)board->to_x * ONE;
        kept->y = (int64_t)board->to_y * ONE;
    }
    if (ui_is_held(ui, kept->id) && input->kind == INPUT_MOVE && !board->still) {
        move_by(kept, ui->held_x - ui->pointer_x, ui->held_y - ui->pointer_y);
        ui->held_x = ui->pointer_x;
        ui->held_y = ui->pointer_y;
    }
}

static UiView view_of(const UiKept *kept, Rect place) {
    return (UiView){.zoom = kept->zoom,
                    .x = (int32_t)(place.width / 2 - kept->x * kept->zoom / ONE / ONE),
                    .y = (int32_t)(place.height / 2 - kept->y * kept->zoom / ONE / ONE)};
}

UiView ui_board_last_view(Ui *ui, UiId board) {
    return view_of(ui_keep(ui, board), ui_last_rect(ui, board));
}

UiId ui_board(Ui *ui, UiBoard board, UiView *view) {
    UiId id = ui_id(ui, board.key, 0);
    Rect place = ui_last_rect(ui, id);
    UiKept *kept = ui_keep(ui, id);
    bool placed = !rect_is_empty(place);
    place = placed ? place : (Rect){0, 0, ui->width, ui->height}; // for one frame, as if it had the window
    if (kept->zoom == 0) {
        show_first(ui, kept, &board, place);
        kept->here = board.here;
    }
    answer_keys(ui, kept, &board, place);
    answer_wish(ui, kept, &board, place);
    answer_pointer(ui, kept, &board, place);
    follow(ui, kept, board.here, place);
    *view = view_of(kept, place);
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
                             .value = board.value,
                             .focusable = true,
                             .keeps_arrows = true,
                             .keeps_enter = true});
    ui_picture(ui, (UiPicture){.width = UI_GROW, .height = UI_GROW, .draw = board.draw, .context = board.context});
    ui_box_end(ui);
    return id;
}

void ui_board_point(const Ui *ui, UiId board, const UiView *view, int32_t *x, int32_t *y) {
    Rect place = ui_last_rect(ui, board);
    *x = (int32_t)((int64_t)(ui->pointer_x - place.x - view->x) * ONE / view->zoom);
    *y = (int32_t)((int64_t)(ui->pointer_y - place.y - view->y) * ONE / view->zoom);
}
